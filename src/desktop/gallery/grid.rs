//! The cards in rows, and below them the campaigns that were open lately.

use egui::{Frame, Margin, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, vec2};

use super::{
    GalleryPage, GalleryView,
    card::{self, FOOT, Face, GAP},
    card_id, kind_face,
    pictures::Look,
    recent,
};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::Follow,
    },
    popup::Scene,
    studio::{
        action::Actions,
        gallery::{Card, Cell, Event},
        starting_point::StartingPoint,
    },
};

/// The narrowest and the widest card, in points.
const NARROWEST: f32 = 168.0;
const WIDEST: f32 = 300.0;
/// Height of a picture for its width.
const TALL: f32 = 1.09;

/// How many cells a row has in a window and in a room so wide.
fn columns(window: f32, room: f32) -> usize {
    let wanted = if window >= 1300.0 {
        5
    } else if window >= 1050.0 {
        4
    } else {
        3
    };
    let fit = |width: f32| ((room + GAP) / (width + GAP)).floor().max(1.0) as usize;
    // More than is wanted only where cards would become too wide, fewer only where they would become too narrow.
    wanted.max(fit(WIDEST)).min(fit(NARROWEST)).max(1)
}

impl GalleryPage {
    pub(super) fn grid(&mut self, ui: &mut Ui, view: GalleryView<'_>, actions: &mut Actions) {
        let mut wanted = Vec::new();
        // The cards stand below the words above them; what surrounds a chosen one reaches into the margin.
        let room = ui.available_rect_before_wrap().expand2(vec2(EDGE, 0.0));
        let mut ui = ui.new_child(UiBuilder::new().max_rect(room));
        let area = ScrollArea::vertical().id_salt("gallery").auto_shrink([false, false]);
        area.follow(&mut ui, |ui| {
            let cells = self.state.cells();
            // The edge of a card that is chosen, and the ring around it, need room.
            let room = ui.available_width() - 2.0 * EDGE;
            self.columns = columns(view.window, room);
            let width = ((room - GAP * (self.columns - 1) as f32) / self.columns as f32).floor();
            let size = vec2(width, (width * TALL).round() + FOOT);
            // The icons say the types as well.
            let with_kind = self
                .state
                .points()
                .iter()
                .all(|point| card::fits(ui, &with_type(point, view), width));
            let rows = cells.len().div_ceil(self.columns);
            let height = (size.y + GAP) * rows as f32 - if rows > 0 { GAP } else { 0.0 };
            let (whole, _) = ui.allocate_exact_size(vec2(room + 2.0 * EDGE, height + 2.0 * EDGE), Sense::hover());
            for (place, cell) in cells.iter().enumerate() {
                let at = vec2((place % self.columns) as f32, (place / self.columns) as f32);
                let corner = whole.left_top() + vec2(EDGE, EDGE) + at * (size + vec2(GAP, GAP));
                let rect = Rect::from_min_size(corner, size);
                match cell {
                    Cell::Begin => self.begin_cell(ui, rect, view, actions),
                    Cell::Point(index) => {
                        wanted.extend(self.point_cell(ui, (*index, with_kind), rect, view, actions));
                    }
                }
            }
            let margin = Margin::symmetric(EDGE as i8, 0);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                if cells.is_empty() {
                    ui.label(Type::Body.text(view.text.t("gallery-nothing"), palette(ui).text_muted));
                }
                recent::show(ui, view, actions);
            });
            ui.add_space(space::L);
        });
        self.focus_chosen = false;
        self.pictures.draw(ui.ctx(), &wanted);
    }

    fn begin_cell(&mut self, ui: &Ui, rect: Rect, view: GalleryView<'_>, actions: &mut Actions) {
        let half = (rect.height() - GAP) / 2.0;
        let blank = rect.with_max_y(rect.top() + half);
        let import = rect.with_min_y(rect.bottom() - half);
        for (card, rect, icon, key) in [
            (Card::Blank, blank, Icon::Plus, "gallery-blank"),
            (Card::Import, import, Icon::FileUp, "gallery-import"),
        ] {
            let face = Face {
                icon,
                label: &view.text.t(key),
                detail: &view.text.t(&format!("{key}-help")),
                chosen: self.state.chosen() == card,
            };
            let response = card::begin(ui, card_id(card), rect, &face);
            self.answer(ui, card, &response, actions);
        }
    }

    /// Shows a starting point; returns what its picture is to show.
    fn point_cell(
        &mut self,
        ui: &Ui,
        (index, with_kind): (usize, bool),
        rect: Rect,
        view: GalleryView<'_>,
        actions: &mut Actions,
    ) -> Option<Scene> {
        let card = Card::Point(index);
        let Self { state, pictures, .. } = self;
        let point = state.points().get(index)?;
        let (icon, _) = kind_face(point.kind);
        let detail = match with_kind {
            true => with_type(point, view),
            false => point.when.clone(),
        };
        let face = Face {
            icon,
            label: &point.label,
            detail: &detail,
            chosen: state.chosen() == card,
        };
        let look = Look {
            brand: view.brand,
            dark: state.is_dark(),
            room: rect.size() - vec2(2.0, FOOT + 2.0),
        };
        // What cannot be seen is drawn when it is scrolled to.
        let scene = ui.is_rect_visible(rect).then(|| pictures.scene(ui.ctx(), point, look));
        let picture = scene.as_ref().and_then(|scene| pictures.of(scene));
        let response = card::point(ui, card_id(card), rect, &face, picture, state.is_dark());
        self.answer(ui, card, &response, actions);
        scene
    }

    fn answer(&mut self, ui: &Ui, card: Card, response: &Response, actions: &mut Actions) {
        if response.clicked() {
            self.state.on(Event::Choose(card));
            response.request_focus();
        }
        if response.double_clicked() {
            self.begin(actions);
        }
        if self.focus_chosen && self.state.chosen() == card {
            response.request_focus();
            ui.scroll_to_rect(response.rect, None);
        }
    }
}

/// What a starting point is, and when it is shown.
fn with_type(point: &StartingPoint, view: GalleryView<'_>) -> String {
    format!("{} · {}", view.text.t(kind_face(point.kind).1), point.when)
}

/// Room around the cards for the edge of the chosen one, in points.
const EDGE: f32 = 4.0;

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn rows_are_as_long_as_the_window_is_wide() {
        for (window, room, expected) in [
            (1440.0, 1136.0, 5),
            (1299.0, 1000.0, 4),
            (1049.0, 780.0, 3),
            (900.0, 640.0, 3),
            (900.0, 400.0, 2),
            (900.0, 100.0, 1),
            (2560.0, 2240.0, 7),
        ] {
            assert_eq!(columns(window, room), expected, "{window} {room}");
        }
    }
}
