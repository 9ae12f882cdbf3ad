//! A filter that is on or off, with an icon and a word.

use egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{
    arrows::{self, Arrows},
    paint,
};
use crate::desktop::theme::{Icon, Type, height, palette, radius};

/// Width of an icon and the gap after it, in points.
const ICON: f32 = 22.0;
/// Between the edge and what is in it, in points.
const SIDE: f32 = 10.0;

/// A filter of a group.
#[derive(Debug, Clone)]
pub struct FilterChip {
    /// The icon before its word.
    pub icon: Option<Icon>,
    /// Its word.
    pub word: String,
    /// What a screen reader says.
    pub name: String,
    /// Whether it is on.
    pub on: bool,
}

/// Shows a group of filters in a line that wraps, and returns the one that was pressed. It is one stop of the keyboard: the one at `stop`, which arrow
/// keys move.
pub fn filter_chips(ui: &mut Ui, chips: &[FilterChip], stop: &mut usize) -> Option<usize> {
    let at = (*stop).min(chips.len().saturating_sub(1));
    let shown: Vec<Response> = chips
        .iter()
        .enumerate()
        .map(|(place, filter)| chip(ui, filter, if place == at { Sense::click() } else { Sense::CLICK }))
        .collect();
    let pressed = shown.iter().position(Response::clicked);
    *stop = arrows::moved(ui, &shown, Arrows::All).or(pressed).unwrap_or(at);
    pressed
}

/// Shows a filter; with a soft fill and the accent's edge while it is on.
fn chip(ui: &mut Ui, filter: &FilterChip, sense: Sense) -> Response {
    let FilterChip { icon, word, name, on } = filter;
    let (icon, on) = (*icon, *on);
    let p = palette(ui);
    let ink = if on { p.accent_text } else { p.text_muted };
    // A chosen word is heavier: both have its room, so that choosing moves nothing.
    let widest = paint::line(ui, word, Type::LabelStrong, ink).size().x.ceil();
    let before = if icon.is_some() { ICON } else { 0.0 };
    let size = vec2(before + widest + 2.0 * SIDE, height::SMALL);
    let (rect, response) = ui.allocate_exact_size(size, sense);
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
