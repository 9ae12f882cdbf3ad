//! Small painting helpers that several controls share.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Painter, Pos2, Rect, Response, Shadow, Stroke, StrokeKind, Ui};

use crate::desktop::theme::{Palette, Type, palette, radius};

/// The shadow below what lies over other things.
pub fn shadow_below(p: &Palette) -> Shadow {
    Shadow {
        offset: [0, 8],
        blur: 24,
        spread: 0,
        color: p.shadow,
    }
}

/// Paints the ground of a bar that floats over the pop-up.
pub fn floating_bar(painter: &Painter, bar: Rect, p: &Palette) {
    let corners = CornerRadius::same(radius::M);
    painter.add(shadow_below(p).as_shape(bar, corners));
    painter.rect(bar, corners, p.surface, Stroke::new(1.0, p.border), StrokeKind::Inside);
}

/// Gives the sliders of a place their look, with a rail of this colour.
pub fn style_sliders(ui: &mut Ui, rail: Color32) {
    let handle = Stroke::new(2.0, palette(ui).accent);
    ui.spacing_mut().interact_size.y = 20.0;
    let parts = &mut ui.visuals_mut().widgets;
    parts.inactive.fg_stroke = handle;
    parts.hovered.fg_stroke = handle;
    parts.active.fg_stroke = handle;
    parts.inactive.bg_fill = rail;
}

/// Paints the ring that shows where the keyboard is, if it is on `response`.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let ring = rect.expand(2.0);
        let stroke = Stroke::new(2.0, palette(ui).accent);
        ui.painter()
            .rect_stroke(ring, CornerRadius::same(radius + 2), stroke, StrokeKind::Inside);
    }
}

/// One line of text of a step of the type scale.
pub(super) fn line(ui: &Ui, text: impl Into<String>, step: Type, color: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.into(), step.font(), color)
}

/// One line of text that ends in an ellipsis where it would be wider than `width`.
pub(super) fn clipped_line(ui: &Ui, text: &str, step: Type, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), step.font(), color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// Text of at most so many lines, no wider than `width`; it ends in an ellipsis where it would need more.
pub fn text_rows(ui: &Ui, text: &str, step: Type, color: Color32, (width, rows): (f32, usize)) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::simple(text.replace('\n', " "), step.font(), color, width.max(0.0));
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}

/// Paints one line of text at `at`; it ends in an ellipsis where it would be wider than `width`.
pub fn text_line(ui: &Ui, at: Pos2, text: &str, step: Type, color: Color32, width: f32) {
    let galley = clipped_line(ui, text, step, color, width);
    ui.painter().galley(at, galley, color);
}

/// Paints `galley` at the left of `rect`, centred from top to bottom.
pub(super) fn put_left(ui: &Ui, rect: Rect, galley: Arc<Galley>, color: Color32) {
    let y = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(egui::pos2(rect.left(), y), galley, color);
}

/// Paints `galley` in the middle of `rect`.
pub(super) fn put_center(ui: &Ui, rect: Rect, galley: Arc<Galley>, color: Color32) {
    let place = egui::Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
    ui.painter().galley(place.min, galley, color);
}

/// `color` for a control that is switched off.
pub(super) fn faded(ui: &Ui, color: Color32) -> Color32 {
    if ui.is_enabled() {
        color
    } else {
        color.gamma_multiply(0.6)
    }
}
