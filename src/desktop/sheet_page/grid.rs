//! The pictures in rows, and after them what was found.

use egui::{Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, vec2};

use super::{
    SheetPage, SheetView, findings,
    pictures::Wanted,
    tile::{self, FOOT, Face, GAP},
};
use crate::{
    desktop::{
        theme::{Type, palette, space},
        widgets::{Button, Follow},
    },
    popup::Scene,
    studio::{
        action::Actions,
        sheet::{Event, Finding, Variation, Verdict, judge},
    },
};

/// The narrowest and the widest tile, in points.
const NARROWEST: f32 = 152.0;
const WIDEST: f32 = 400.0;
/// Height of a picture for its width.
const TALL: f32 = 1.04;
/// Room around the tiles for the edge of the chosen one, in points.
const EDGE: f32 = 4.0;

/// What was found in the pictures that are shown.
pub(super) struct Judged {
    /// Each picture, and its findings once it is drawn.
    pub(super) pictures: Vec<(Variation, Option<Vec<Finding>>)>,
    /// All of it together.
    pub(super) verdict: Verdict,
}

/// How many tiles a row has in a window and in a room so wide.
fn columns(window: f32, room: f32) -> usize {
    let wanted = match window {
        window if window >= 1300.0 => 6,
        window if window >= 1050.0 => 5,
        window if window >= 800.0 => 4,
        _ => 3,
    };
    let fit = |width: f32| ((room + GAP) / (width + GAP)).floor().max(1.0) as usize;
    // More than is wanted only where tiles would become too wide, fewer only where they would become too narrow.
    wanted.max(fit(WIDEST)).min(fit(NARROWEST)).max(1)
}

/// Where the tiles stand.
struct Rows {
    origin: egui::Pos2,
    size: Vec2,
    columns: usize,
}

impl Rows {
    fn tile(&self, place: usize) -> Rect {
        let at = vec2((place % self.columns) as f32, (place / self.columns) as f32);
        Rect::from_min_size(self.origin + at * (self.size + vec2(GAP, GAP)), self.size)
    }

    /// The room that is left beside the last of `count` tiles, if it is as wide as two.
    fn beside(&self, count: usize) -> Option<Rect> {
        let used = count % self.columns;
        let is_enough = used > 0 && self.columns - used >= 2;
        is_enough.then(|| self.tile(count).with_max_x(self.tile(self.columns - 1).right()))
    }
}

impl SheetPage {
    /// What was found in the pictures that are shown.
    pub(super) fn judged(&self) -> Judged {
        let pictures: Vec<_> = self
            .state
            .shown()
            .map(|tile| (tile.variation, self.findings(tile.variation, &tile.scene)))
            .collect();
        let found = pictures
            .iter()
            .map(|(variation, findings)| (*variation, findings.as_deref()));
        Judged {
            verdict: Verdict::of(found),
            pictures,
        }
    }

    fn findings(&self, variation: Variation, scene: &Scene) -> Option<Vec<Finding>> {
        let sight = self.pictures.as_ref()?.of(scene)?;
        Some(judge(self.state.subject()?, variation, &sight.layout))
    }

    pub(super) fn grid(&mut self, ui: &mut Ui, view: SheetView<'_>, judged: &Judged, actions: &mut Actions) {
        if judged.pictures.is_empty() {
            if self.state.subject().is_some() {
                self.nothing_left(ui, view);
            }
            return;
        }
        // What surrounds a chosen tile reaches into the margin.
        let room = ui.available_rect_before_wrap().expand2(vec2(EDGE, 0.0));
        let mut ui = ui.new_child(UiBuilder::new().max_rect(room));
        let area = ScrollArea::vertical().id_salt("sheet").auto_shrink([false, false]);
        let mut seen = Seen::default();
        area.follow(&mut ui, |ui| {
            let list = UiBuilder::new()
                .accessibility_role(Role::List)
                .accessibility_label(view.text.t("sheet"));
            ui.scope_builder(list, |ui| seen = self.rows(ui, view, judged, actions));
        });
        self.draw_pictures(&ui, &seen);
    }

    /// Shows the tiles and the findings; returns which tiles can be seen, and the room in each.
    fn rows(&mut self, ui: &mut Ui, view: SheetView<'_>, judged: &Judged, actions: &mut Actions) -> Seen {
        let room = ui.available_width() - 2.0 * EDGE;
        self.columns = columns(view.window, room);
        let width = ((room - GAP * (self.columns - 1) as f32) / self.columns as f32).floor();
        let rows = Rows {
            origin: ui.cursor().min + vec2(EDGE, EDGE),
            size: vec2(width, (width * TALL).round() + FOOT),
            columns: self.columns,
        };
        let count = judged.pictures.len();
        let beside = rows.beside(count);
        let full = rows.tile(self.columns - 1).right() - rows.origin.x;
        let beside = beside.filter(|place| findings::height(&judged.verdict, place.width()) <= place.height());
        let card = findings::height(&judged.verdict, full);
        let lines = count.div_ceil(self.columns) as f32;
        let tiles = (rows.size.y + GAP) * lines;
        let below = if beside.is_some() { 0.0 } else { card + GAP };
        let whole = vec2(room + 2.0 * EDGE, tiles + below + EDGE + space::L);
        ui.allocate_exact_size(whole, Sense::hover());
        let focus = std::mem::take(&mut self.focus_chosen);
        let mut seen = Vec::new();
        for (place, (variation, findings)) in judged.pictures.iter().enumerate() {
            let rect = rows.tile(place);
            if ui.is_rect_visible(rect) {
                seen.push(*variation);
            }
            let response = self.tile(ui, rect, (*variation, findings.as_deref()), view, actions);
            if focus && self.state.chosen() == Some(*variation) {
                response.request_focus();
                ui.scroll_to_rect(rect, None);
            }
        }
        let place = beside.unwrap_or_else(|| {
            let corner = rows.origin + vec2(0.0, tiles);
            Rect::from_min_size(corner, vec2(full, card))
        });
        if std::mem::take(&mut self.show_findings) {
            ui.scroll_to_rect(place.expand(GAP), None);
        }
        let shown = findings::Card {
            verdict: &judged.verdict,
            form: self.state.form(),
            with_findings: self.state.with_findings(),
            text: view.text,
        };
        if let Some(event) = findings::show(ui, place, shown, actions) {
            self.focus_chosen = matches!(event, Event::Choose(_));
            self.state.on(event);
            ui.ctx().request_repaint();
        }
        Seen {
            tiles: seen,
            room: tile::room(rows.size),
        }
    }

    fn tile(
        &mut self,
        ui: &Ui,
        rect: Rect,
        (variation, findings): (Variation, Option<&[Finding]>),
        view: SheetView<'_>,
        actions: &mut Actions,
    ) -> Response {
        let scene = self.state.shown().find(|tile| tile.variation == variation);
        let pictures = self.pictures.as_ref().zip(scene.map(|tile| &tile.scene));
        let is_broken = pictures.is_some_and(|(pictures, scene)| pictures.is_broken(scene));
        let face = Face {
            variation,
            picture: pictures.and_then(|(pictures, scene)| pictures.of(scene)),
            instead: is_broken.then(|| view.text.t("sheet-broken")),
            findings: findings.unwrap_or_default(),
            chosen: self.state.chosen() == Some(variation),
        };
        let response = tile::show(ui, rect, &face, view.text);
        if response.clicked() {
            self.state.on(Event::Choose(variation));
            response.request_focus();
        }
        if response.double_clicked() {
            self.open(actions);
        }
        response
    }

    fn nothing_left(&mut self, ui: &mut Ui, view: SheetView<'_>) {
        ui.vertical_centered(|ui| {
            ui.add_space(56.0);
            ui.label(Type::Heading.text(view.text.t("sheet-nothing"), palette(ui).text));
            ui.add_space(space::S);
            if ui.add(Button::secondary(view.text.t("sheet-all"))).clicked() {
                self.state.on(Event::ShowAll);
                self.focus_chosen = true;
            }
        });
    }

    /// Draws what can be seen first, then the rest, which is judged as well.
    fn draw_pictures(&mut self, ui: &Ui, seen: &Seen) {
        let Some(pictures) = &mut self.pictures else { return };
        let is_seen = |variation: Variation| seen.tiles.contains(&variation);
        let (first, rest): (Vec<_>, Vec<_>) = self.state.shown().partition(|tile| is_seen(tile.variation));
        let wanted: Vec<Wanted<'_>> = first
            .into_iter()
            .chain(rest)
            .map(|tile| Wanted {
                scene: &tile.scene,
                room: seen.room,
            })
            .collect();
        pictures.draw(ui.ctx(), &wanted);
    }
}

/// Which tiles can be seen.
#[derive(Default)]
struct Seen {
    tiles: Vec<Variation>,
    /// The room for a picture in each, in points.
    room: Vec2,
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn rows_are_as_long_as_the_window_is_wide() {
        for (window, room, expected) in [
            (1440.0, 1120.0, 6),
            (1440.0, 1320.0, 6),
            (1200.0, 1088.0, 5),
            (1000.0, 896.0, 4),
            (900.0, 812.0, 4),
            (900.0, 400.0, 2),
            (900.0, 100.0, 1),
            (2560.0, 2240.0, 6),
            (3840.0, 3500.0, 8),
        ] {
            assert_eq!(columns(window, room), expected, "{window} {room}");
        }
    }
}
