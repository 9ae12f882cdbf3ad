//! Several yes-or-no choices side by side, such as the days of the week.

use egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{Type, control_height, palette, radius};

/// A choice.
pub struct ToggleFace<'a> {
    /// Whether it is taken.
    pub on: bool,
    /// What is written on it.
    pub short: &'a str,
    /// What screen readers say, and its tooltip.
    pub name: &'a str,
}

/// Shows the choices over the whole width; each is a stop of the keyboard. Returns the one that was pressed.
pub fn toggles(ui: &mut Ui, faces: &[ToggleFace<'_>]) -> Option<usize> {
    let p = palette(ui);
    let size = vec2(ui.available_width(), control_height(ui) - 2.0);
    let (frame, whole) = ui.allocate_exact_size(size, Sense::hover());
    let round = CornerRadius::same(radius::M);
    ui.painter().rect_filled(frame, round, p.input);
    let wide = frame.width() / faces.len().max(1) as f32;
    let parts: Vec<Response> = faces
        .iter()
        .enumerate()
        .map(|(index, face)| {
            let left = frame.left() + wide * index as f32;
            let rect = Rect::from_min_size(egui::pos2(left, frame.top()), vec2(wide, frame.height()));
            let response = ui.interact(rect, whole.id.with(index), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), face.on, face.name));
            response
        })
        .collect();
    for (index, (face, part)) in faces.iter().zip(&parts).enumerate() {
        let corners = CornerRadius {
            nw: if index == 0 { radius::M } else { 0 },
            sw: if index == 0 { radius::M } else { 0 },
            ne: if index + 1 == faces.len() { radius::M } else { 0 },
            se: if index + 1 == faces.len() { radius::M } else { 0 },
        };
        if face.on {
            ui.painter().rect_filled(part.rect, corners, p.accent_soft);
        }
        if part.hovered() {
            ui.painter().rect_filled(part.rect, corners, p.hover);
        }
    }
    let edge = Stroke::new(1.0, p.control_border);
    for part in parts.iter().skip(1) {
        ui.painter().vline(part.rect.left(), frame.y_range(), edge);
    }
    ui.painter().rect_stroke(frame, round, edge, StrokeKind::Inside);
    for (face, part) in faces.iter().zip(&parts) {
        let ink = paint::faded(ui, if face.on { p.accent_text } else { p.text_muted });
        let step = if face.on { Type::LabelStrong } else { Type::Label };
        let words = paint::clipped_line(ui, face.short, step, ink, part.rect.width() - 4.0);
        paint::put_center(ui, part.rect, words, ink);
        paint::focus_ring(ui, part, part.rect, radius::M);
    }
    let pressed = parts.iter().position(Response::clicked);
    for (face, part) in faces.iter().zip(parts) {
        part.on_hover_text(face.name);
    }
    pressed
}
