//! A slider: a rail, filled up to its knob.

use std::ops::RangeInclusive;

use egui::{Color32, CornerRadius, Key, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{height, palette};

/// Half the knob's width.
const KNOB: f32 = 8.0;

/// A slider over the width there is; `name` is its accessible name. Marked as changed when the value did.
///
/// Arrow keys move it by a hundredth of its range.
pub fn slider(ui: &mut Ui, value: &mut f64, range: RangeInclusive<f64>, name: &str) -> Response {
    let p = palette(ui);
    let (rect, mut response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height::SMALL), Sense::click_and_drag());
    let (low, high) = (*range.start(), *range.end());
    let rail = Rect::from_center_size(rect.center(), vec2(rect.width() - 2.0 * KNOB, 4.0));
    let before = *value;
    if let Some(at) = response.interact_pointer_pos() {
        let share = f64::from(((at.x - rail.left()) / rail.width()).clamp(0.0, 1.0));
        *value = (low + share * (high - low)).round();
    }
    if response.has_focus() {
        let step = (high - low) / 100.0;
        let pressed = |key| f64::from(ui.input(|input| input.num_presses(key)) as u32);
        *value += step * (pressed(Key::ArrowRight) + pressed(Key::ArrowUp));
        *value -= step * (pressed(Key::ArrowLeft) + pressed(Key::ArrowDown));
        let keys = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keys));
    }
    *value = value.clamp(low, high);
    if before != *value {
        response.mark_changed();
    }
    response.widget_info(|| {
        let mut info = WidgetInfo::slider(ui.is_enabled(), *value, name);
        info.role = Role::Slider;
        info
    });
    let share = if high > low {
        ((*value - low) / (high - low)) as f32
    } else {
        0.0
    };
    let x = egui::lerp(rail.x_range(), share);
    ui.painter().rect_filled(rail, CornerRadius::same(2), p.control_border);
    ui.painter()
        .rect_filled(rail.with_max_x(x), CornerRadius::same(2), p.accent);
    let knob = egui::pos2(x, rail.center().y);
    let edge = if response.hovered() || response.dragged() {
        p.accent_hover
    } else {
        p.accent
    };
    ui.painter()
        .circle(knob, KNOB - 1.0, Color32::WHITE, Stroke::new(2.0, edge));
    paint::focus_ring(
        ui,
        &response,
        Rect::from_center_size(knob, vec2(KNOB * 2.0, KNOB * 2.0)),
        8,
    );
    response
}
