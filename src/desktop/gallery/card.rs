//! The cards: a starting point with its picture, and *Blank* and *Import* in the first cell.

use egui::{CornerRadius, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, TextureHandle, Ui, WidgetInfo, vec2};

use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space, tokens},
        widgets,
    },
    popup::{Theme, page_color},
};

/// Height of the words below a picture, in points.
pub(super) const FOOT: f32 = 64.0;
/// Between two cards, in points.
pub(super) const GAP: f32 = 16.0;

/// Between the edge of a card and its words, in points.
const SIDE: f32 = 13.0;
/// From which height on a card without a picture has its name below its icon, in points.
const TALL: f32 = 146.0;

/// What a card shows.
pub(super) struct Face<'a> {
    pub(super) icon: Icon,
    pub(super) label: &'a str,
    pub(super) detail: &'a str,
    pub(super) chosen: bool,
}

/// Whether these words fit into the second line of a card so wide.
pub(super) fn fits(ui: &Ui, words: &str, width: f32) -> bool {
    let ink = palette(ui).text_muted;
    let galley = ui.painter().layout_no_wrap(words.to_owned(), Type::Small.font(), ink);
    galley.size().x <= width - 2.0 * SIDE
}

/// Shows a starting point.
pub(super) fn point(
    ui: &Ui,
    id: Id,
    rect: Rect,
    face: &Face<'_>,
    picture: Option<&TextureHandle>,
    dark: bool,
) -> Response {
    let p = palette(ui);
    let response = card(ui, id, rect, face);
    let corners = CornerRadius::same(radius::L);
    let stage = rect.with_max_y(rect.bottom() - FOOT).shrink(1.0);
    let page = page_color(if dark { Theme::Dark } else { Theme::Light });
    let above = CornerRadius {
        sw: 0,
        se: 0,
        ..CornerRadius::same(radius::L - 1)
    };
    ui.painter().rect_filled(stage, above, tokens::of_site(page));
    ui.painter()
        .hline(rect.x_range().shrink(1.0), stage.bottom(), Stroke::new(1.0, p.border));
    if let Some(picture) = picture {
        paint_picture(ui, stage, picture);
    }
    let foot = rect.with_min_y(rect.bottom() - FOOT);
    let left = foot.left() + SIDE;
    face.icon.paint(
        ui.painter(),
        egui::pos2(left + 8.0, foot.top() + 22.0),
        16.0,
        p.text_muted,
    );
    let room = foot.right() - left - SIDE;
    let sign = if face.chosen { 24.0 } else { 0.0 };
    widgets::text_line(
        ui,
        egui::pos2(left + 24.0, foot.top() + 12.0),
        face.label,
        Type::Section,
        p.text,
        room - 24.0 - sign,
    );
    widgets::text_line(
        ui,
        egui::pos2(left, foot.top() + 36.0),
        face.detail,
        Type::Small,
        p.text_muted,
        room,
    );
    if face.chosen {
        let at = egui::pos2(foot.right() - 22.0, foot.top() + 22.0);
        Icon::CircleCheck.paint(ui.painter(), at, 18.0, p.accent_text);
    }
    edge(ui, rect, corners, face.chosen, &response);
    response
}

/// Shows one of the two cards without a picture.
pub(super) fn begin(ui: &Ui, id: Id, rect: Rect, face: &Face<'_>) -> Response {
    let p = palette(ui);
    let response = card(ui, id, rect, face);
    let inner = rect.shrink(space::L + 2.0);
    let ring = egui::pos2(inner.left() + 18.0, inner.top() + 18.0);
    let tall = rect.height() >= TALL;
    let words = if tall {
        egui::pos2(inner.left(), inner.top() + 48.0)
    } else {
        egui::pos2(inner.left() + 48.0, inner.top() + 6.0)
    };
    ui.painter()
        .circle_stroke(ring, 18.0, Stroke::new(1.0, p.control_border));
    face.icon.paint(ui.painter(), ring, 18.0, p.accent_text);
    let room = inner.right() - words.x;
    let sign = if face.chosen { 24.0 } else { 0.0 };
    widgets::text_line(ui, words, face.label, Type::Section, p.text, room - sign);
    let mut job =
        egui::text::LayoutJob::simple(face.detail.to_owned(), Type::Small.font(), p.text_muted, inner.width());
    job.wrap.max_rows = 2;
    let detail = ui.painter().layout_job(job);
    let below = if tall { words.y + 24.0 } else { inner.top() + 44.0 };
    ui.painter_at(inner)
        .galley(egui::pos2(inner.left(), below), detail, p.text_muted);
    if face.chosen {
        let at = egui::pos2(inner.right() - 8.0, words.y + 10.0);
        Icon::CircleCheck.paint(ui.painter(), at, 18.0, p.accent_text);
    }
    edge(ui, rect, CornerRadius::same(radius::L), face.chosen, &response);
    response
}

/// The surface of a card, and what it says to a screen reader.
fn card(ui: &Ui, id: Id, rect: Rect, face: &Face<'_>) -> Response {
    let p = palette(ui);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(Role::ListItem, true, face.chosen, face.label);
        info.hint_text = Some(face.detail.to_owned());
        info
    });
    let fill = if response.hovered() { p.hover } else { p.surface };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::L), fill);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn edge(ui: &Ui, rect: Rect, corners: CornerRadius, chosen: bool, response: &Response) {
    let p = palette(ui);
    let stroke = match chosen {
        true => Stroke::new(2.0, p.accent),
        false => Stroke::new(1.0, p.border),
    };
    ui.painter().rect_stroke(rect, corners, stroke, StrokeKind::Inside);
    // The edge of what is chosen shows where the keyboard is as well, a little further out.
    widgets::focus_ring(ui, response, rect.expand(2.0), radius::L);
}

/// Paints a picture in the middle of `stage`, pixel for pixel where it fits.
fn paint_picture(ui: &Ui, stage: Rect, picture: &TextureHandle) {
    let drawn = picture.size_vec2() / ui.pixels_per_point();
    let room = stage.size() - vec2(4.0, 4.0);
    let factor = (room.x / drawn.x).min(room.y / drawn.y).min(1.0);
    let place = Rect::from_center_size(stage.center(), drawn * factor);
    let scale = ui.pixels_per_point();
    let corner = egui::pos2(
        (place.left() * scale).round() / scale,
        (place.top() * scale).round() / scale,
    );
    let place = Rect::from_min_size(corner, place.size());
    let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
    ui.painter_at(stage).image(picture.id(), place, whole, tokens::UNTINTED);
}
