//! A segmented control: one of a few, all in sight.

use egui::{CornerRadius, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{Type, height, palette, radius};

/// Lets the user choose one of `options`; `name` says what is chosen. The answer is marked as changed when the choice did.
///
/// Arrow keys move the choice while the keyboard is on it.
pub fn segmented<T: PartialEq + Copy>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, &str)]) -> Response {
    let p = palette(ui);
    let galleys: Vec<_> = options
        .iter()
        .map(|(_, text)| paint::line(ui, *text, Type::Label, egui::Color32::PLACEHOLDER))
        .collect();
    let width = galleys.iter().map(|galley| galley.size().x + 22.0).sum();
    let (frame, mut whole) = ui.allocate_exact_size(vec2(width, height::SMALL + 2.0), Sense::hover());
    ui.painter().rect_filled(frame, CornerRadius::same(radius::M), p.input);
    let mut left = frame.left();
    let last = options.len().saturating_sub(1);
    let mut focused = None;
    for (index, ((option, text), galley)) in options.iter().zip(galleys).enumerate() {
        let rect = Rect::from_min_size(
            egui::pos2(left, frame.top()),
            vec2(galley.size().x + 22.0, frame.height()),
        );
        left = rect.right();
        let response = ui.interact(rect, whole.id.with(index), Sense::click());
        let chosen = *value == *option;
        let spoken = format!("{name}: {text}");
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &spoken));
        if response.clicked() && !chosen {
            *value = *option;
            whole.mark_changed();
        }
        let corners = corners(index == 0, index == last);
        if chosen {
            ui.painter().rect_filled(rect, corners, p.accent_soft);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, corners, p.hover);
        }
        if index > 0 {
            ui.painter()
                .vline(rect.left(), frame.y_range(), Stroke::new(1.0, p.control_border));
        }
        let ink = if chosen { p.accent_text } else { p.text_muted };
        let place = egui::Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
        ui.painter()
            .galley_with_override_text_color(place.min, galley, paint::faded(ui, ink));
        if response.has_focus() {
            focused = Some((index, response));
        }
    }
    let edge = Stroke::new(1.0, p.control_border);
    ui.painter()
        .rect_stroke(frame, CornerRadius::same(radius::M), edge, StrokeKind::Inside);
    if let Some((index, response)) = focused {
        paint::focus_ring(ui, &response, response.rect, radius::M);
        if let Some(next) = arrow(ui, index, last) {
            *value = options[next].0;
            ui.memory_mut(|memory| memory.request_focus(whole.id.with(next)));
            whole.mark_changed();
        }
    }
    whole
}

fn arrow(ui: &Ui, index: usize, last: usize) -> Option<usize> {
    ui.input(|input| {
        if input.key_pressed(Key::ArrowRight) && index < last {
            Some(index + 1)
        } else if input.key_pressed(Key::ArrowLeft) && index > 0 {
            Some(index - 1)
        } else {
            None
        }
    })
}

fn corners(first: bool, last: bool) -> CornerRadius {
    let left = if first { radius::M } else { 0 };
    let right = if last { radius::M } else { 0 };
    CornerRadius {
        nw: left,
        sw: left,
        ne: right,
        se: right,
    }
}
