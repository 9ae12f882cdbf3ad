//! A picture of the sheet, with its device, its theme and what it shows.

use egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{pictures::Sight, screen_icon, theme_icon, tile_id};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space, tokens},
        widgets,
    },
    popup::page_color,
    studio::sheet::{Finding, Variation},
    wording::text::Text,
};

/// Height of the words below a picture, in points.
pub(super) const FOOT: f32 = 34.0;
/// Between the edge of a picture and what is in it, in points.
const SIDE: f32 = 11.0;
/// Least room around the pop-up, in points.
const ROOM: f32 = 4.0;

/// What a tile shows.
pub(super) struct Face<'a> {
    pub(super) variation: Variation,
    pub(super) picture: Option<&'a Sight>,
    /// Words in the place of a picture that cannot be drawn.
    pub(super) instead: Option<String>,
    pub(super) findings: &'a [Finding],
    pub(super) chosen: bool,
}

/// The room for a picture in a tile of this size.
pub(super) fn room(tile: egui::Vec2) -> egui::Vec2 {
    tile - vec2(2.0 + 2.0 * ROOM, FOOT + 2.0 + 2.0 * ROOM)
}

pub(super) fn show(ui: &Ui, rect: Rect, face: &Face<'_>, text: &Text) -> Response {
    let p = palette(ui);
    // One stop of the keyboard: the chosen one.
    let sense = if face.chosen { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, tile_id(face.variation), sense);
    let signs: Vec<String> = face.findings.iter().map(|finding| finding.problem.sign(text)).collect();
    let name = std::iter::once(face.variation.name(text)).chain(signs.iter().cloned());
    let name = name.collect::<Vec<_>>().join(" · ");
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, face.chosen, &name));
    let fill = if response.hovered() { p.hover } else { p.surface };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::L), fill);
    let stage = rect.with_max_y(rect.bottom() - FOOT).shrink(1.0);
    let above = CornerRadius {
        sw: 0,
        se: 0,
        ..CornerRadius::same(radius::L - 1)
    };
    let page = tokens::of_site(page_color(face.variation.theme));
    ui.painter().rect_filled(stage, above, page);
    if let Some(picture) = face.picture {
        paint_picture(ui, stage, picture);
    }
    if let Some(words) = &face.instead {
        let ink = tokens::of_site(page_color(face.variation.theme).readable_text());
        let galley = ui
            .painter()
            .layout(words.clone(), Type::Small.font(), ink, stage.width() - 2.0 * SIDE);
        let at = egui::Align2::CENTER_CENTER.anchor_size(stage.center(), galley.size());
        ui.painter().galley(at.min, galley, ink);
    }
    ui.painter()
        .hline(rect.x_range().shrink(1.0), stage.bottom(), Stroke::new(1.0, p.border));
    foot(ui, rect, face, text);
    edge(ui, rect, face, &response);
    if let Some(sign) = signs.first() {
        badge(ui, stage, sign);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn foot(ui: &Ui, rect: Rect, face: &Face<'_>, text: &Text) {
    let p = palette(ui);
    let middle = rect.bottom() - FOOT / 2.0;
    let left = rect.left() + SIDE;
    let icons = [screen_icon(face.variation.screen), theme_icon(face.variation.theme)];
    for (place, icon) in icons.into_iter().enumerate() {
        let at = egui::pos2(left + 8.0 + 22.0 * place as f32, middle);
        icon.paint(ui.painter(), at, 15.0, p.text_muted);
    }
    let words = text.t(face.variation.texts.key());
    let at = egui::pos2(left + 48.0, middle - 8.0);
    let room = rect.right() - SIDE - at.x;
    widgets::text_line(ui, at, &words, Type::Label, p.text, room);
}

fn edge(ui: &Ui, rect: Rect, face: &Face<'_>, response: &Response) {
    let p = palette(ui);
    let stroke = match (face.findings.is_empty(), face.chosen) {
        (false, _) => Stroke::new(2.0, p.danger),
        (true, true) => Stroke::new(2.0, p.accent),
        (true, false) => Stroke::new(1.0, p.border),
    };
    let corners = CornerRadius::same(radius::L);
    ui.painter().rect_stroke(rect, corners, stroke, StrokeKind::Inside);
    if face.chosen && !face.findings.is_empty() && !response.has_focus() {
        let outside = CornerRadius::same(radius::L + 2);
        let ring = Stroke::new(2.0, p.accent);
        ui.painter()
            .rect_stroke(rect.expand(2.0), outside, ring, StrokeKind::Inside);
    }
    // The edge of what is chosen shows where the keyboard is as well, a little further out.
    widgets::focus_ring(ui, response, rect.expand(2.0), radius::L);
}

/// What is wrong, at the upper left of the picture.
fn badge(ui: &Ui, stage: Rect, sign: &str) {
    let p = palette(ui);
    let at = stage.left_top() + vec2(7.0, 7.0);
    let room = stage.width() - 14.0 - 32.0;
    let ink = p.surface;
    let mut job = egui::text::LayoutJob::simple_singleline(sign.to_owned(), Type::Caption.font(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let pill = Rect::from_min_size(at, vec2(galley.size().x + 32.0, 24.0));
    ui.painter().rect_filled(pill, CornerRadius::same(radius::S), p.danger);
    Icon::TriangleAlert.paint(ui.painter(), egui::pos2(pill.left() + 13.0, pill.center().y), 14.0, ink);
    let words = egui::pos2(pill.left() + 25.0, pill.center().y - galley.size().y / 2.0);
    ui.painter().galley(words, galley, ink);
}

/// Paints a picture in the middle of `stage`, pixel for pixel where it fits.
fn paint_picture(ui: &Ui, stage: Rect, picture: &Sight) {
    let scale = ui.pixels_per_point();
    let drawn = picture.texture.size_vec2() / scale;
    let room = stage.size() - vec2(2.0 * ROOM, 2.0 * ROOM);
    let factor = (room.x / drawn.x).min(room.y / drawn.y).min(1.0);
    let place = Rect::from_center_size(stage.center(), drawn * factor);
    let corner = egui::pos2(
        (place.left() * scale).round() / scale,
        (place.top() * scale).round() / scale,
    );
    let place = Rect::from_min_size(corner, place.size());
    let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
    ui.painter_at(stage)
        .image(picture.texture.id(), place, whole, tokens::UNTINTED);
}

/// Between two tiles, in points.
pub(super) const GAP: f32 = space::M;
