//! A filter that is on or off, with an icon and a word.

use egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{Icon, Type, height, palette, radius};

/// Width of an icon and the gap after it, in points.
const ICON: f32 = 22.0;
/// Between the edge and what is in it, in points.
const SIDE: f32 = 10.0;

/// Shows a filter; with a soft fill and the accent's edge while it is on. `name` is what a screen reader says.
pub fn filter_chip(ui: &mut Ui, icon: Option<Icon>, word: &str, name: &str, on: bool) -> Response {
    let p = palette(ui);
    let ink = if on { p.accent_text } else { p.text_muted };
    // A chosen word is heavier: both have its room, so that choosing moves nothing.
    let widest = paint::line(ui, word, Type::LabelStrong, ink).size().x.ceil();
    let before = if icon.is_some() { ICON } else { 0.0 };
    let size = vec2(before + widest + 2.0 * SIDE, height::SMALL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name));
    let fill = match (on, response.hovered()) {
        (true, _) => p.accent_soft,
        (false, true) => p.hover,
        (false, false) => p.input,
    };
    let edge = match on {
        true => Stroke::new(1.5, p.accent),
        false => Stroke::new(1.0, p.control_border),
    };
    ui.painter()
        .rect(rect, CornerRadius::same(radius::M), fill, edge, StrokeKind::Inside);
    if let Some(icon) = icon {
        icon.paint(
            ui.painter(),
            egui::pos2(rect.left() + SIDE + 8.0, rect.center().y),
            15.0,
            ink,
        );
    }
    let step = if on { Type::LabelStrong } else { Type::Label };
    let words = rect.with_min_x(rect.left() + before).shrink2(vec2(SIDE, 0.0));
    paint::put_center(ui, words, paint::line(ui, word, step, ink), ink);
    paint::focus_ring(ui, &response, rect, radius::M);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
