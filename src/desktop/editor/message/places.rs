//! The nine places on a page, as a little page to choose on.

use egui::{CornerRadius, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::desktop::{
    theme::{Type, palette, radius, space},
    widgets,
};

/// The size of a place, and the gap between two.
const PLACE: egui::Vec2 = vec2(26.0, 14.0);
const GAP: f32 = 3.0;

/// Shows the places of `words`, row by row; returns the one that was picked, and the keyboard's stop among them. `said` names a word.
pub(super) fn show(
    ui: &mut Ui,
    name: &str,
    chosen: &str,
    words: &[&str],
    said: &impl Fn(&str) -> &'static str,
) -> (Option<usize>, Option<Response>) {
    let p = palette(ui);
    let size = 3.0 * PLACE + vec2(2.0 * GAP, 2.0 * GAP) + vec2(12.0, 12.0);
    let (mut picked, mut stop) = (None, None);
    ui.horizontal(|ui| {
        let (page, whole) = ui.allocate_exact_size(size, Sense::hover());
        ui.painter().rect(
            page,
            CornerRadius::same(radius::M),
            p.input,
            Stroke::new(1.0, p.control_border),
            StrokeKind::Inside,
        );
        let current = words.iter().position(|word| *word == chosen);
        for (at, word) in words.iter().enumerate() {
            let step = vec2((at % 3) as f32, (at / 3) as f32) * (PLACE + vec2(GAP, GAP));
            let rect = Rect::from_min_size(page.min + vec2(6.0, 6.0) + step, PLACE);
            let is_chosen = current == Some(at);
            // One stop of the keyboard: the chosen one.
            let is_stop = at == current.unwrap_or_default();
            let sense = if is_stop { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(rect, whole.id.with(at), sense);
            let spoken = format!("{name}: {}", said(word));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, &spoken));
            let fill = match (is_chosen, response.hovered()) {
                (true, _) => p.accent,
                (false, true) => p.pressed,
                (false, false) => p.neutral_soft,
            };
            ui.painter().rect_filled(rect, CornerRadius::same(3), fill);
            if response.clicked() {
                picked = Some(at);
            }
            if response.has_focus() {
                widgets::focus_ring(ui, &response, rect, 3);
                picked = picked.or_else(|| moved(ui, &response, at, words.len()));
                if let Some(next) = picked {
                    ui.memory_mut(|memory| memory.request_focus(whole.id.with(next)));
                }
            }
            if is_stop {
                stop = Some(response);
            }
        }
        ui.add_space(space::XS);
        ui.add(egui::Label::new(Type::LabelStrong.text(said(chosen), p.text)).wrap());
    });
    (picked, stop)
}

/// Where an arrow key leads.
fn moved(ui: &Ui, response: &egui::Response, at: usize, count: usize) -> Option<usize> {
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..egui::EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let next = if pressed(Key::ArrowLeft) && !at.is_multiple_of(3) {
        at - 1
    } else if pressed(Key::ArrowRight) && at % 3 < 2 {
        at + 1
    } else if pressed(Key::ArrowUp) && at >= 3 {
        at - 3
    } else if pressed(Key::ArrowDown) && at + 3 < count {
        at + 3
    } else {
        return None;
    };
    Some(next)
}
