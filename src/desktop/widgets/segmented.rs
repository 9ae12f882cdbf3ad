//! A segmented control: one of a few choices, all visible.

use egui::{CornerRadius, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::paint;
use crate::desktop::theme::{Icon, Type, height, palette, radius};

/// Lets the user choose one of `options`; `name` says what is chosen. The response is marked as changed when the choice did.
///
/// Arrow keys move the choice while it has the focus.
pub fn segmented<T: PartialEq + Copy>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, &str)]) -> Response {
    let faces: Vec<Face<'_, T>> = options
        .iter()
        .map(|(value, text)| Face {
            value: *value,
            text,
            icon: None,
        })
        .collect();
    show(ui, name, value, &faces)
}

/// The same with icons, for places that are full; each has its word as tooltip and as name.
pub fn segmented_icons<T: PartialEq + Copy>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    options: &[(T, Icon, &str)],
) -> Response {
    let face = |(value, icon, text): &(T, Icon, &'_ str)| (*value, *icon, (*text).to_owned());
    let owned: Vec<_> = options.iter().map(face).collect();
    let faces: Vec<Face<'_, T>> = owned
        .iter()
        .map(|(value, icon, text)| Face {
            value: *value,
            text,
            icon: Some(*icon),
        })
        .collect();
    show(ui, name, value, &faces)
}

/// How wide a segmented control with these words is, in points.
pub fn segmented_width(ui: &Ui, words: &[&str]) -> f32 {
    let wide = |word: &&str| paint::line(ui, *word, Type::Label, egui::Color32::PLACEHOLDER).size().x + 22.0;
    words.iter().map(wide).sum()
}

struct Face<'a, T> {
    value: T,
    text: &'a str,
    icon: Option<Icon>,
}

fn show<T: PartialEq + Copy>(ui: &mut Ui, name: &str, value: &mut T, faces: &[Face<'_, T>]) -> Response {
    let p = palette(ui);
    let words: Vec<_> = faces
        .iter()
        .map(|face| paint::line(ui, face.text, Type::Label, egui::Color32::PLACEHOLDER))
        .collect();
    let wide = |index: usize| {
        if faces[index].icon.is_some() {
            34.0
        } else {
            words[index].size().x + 22.0
        }
    };
    let width = (0..faces.len()).map(wide).sum();
    let (frame, mut whole) = ui.allocate_exact_size(vec2(width, height::SMALL + 2.0), Sense::hover());
    ui.painter().rect_filled(frame, CornerRadius::same(radius::M), p.input);
    let last = faces.len().saturating_sub(1);
    let (mut left, mut focused) = (frame.left(), None);
    for (index, face) in faces.iter().enumerate() {
        let rect = Rect::from_min_size(egui::pos2(left, frame.top()), vec2(wide(index), frame.height()));
        left = rect.right();
        let mut response = ui.interact(rect, whole.id.with(index), Sense::click());
        let chosen = *value == face.value;
        let spoken = format!("{name}: {}", face.text);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &spoken));
        if response.clicked() && !chosen {
            *value = face.value;
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
        let ink = paint::faded(ui, if chosen { p.accent_text } else { p.text_muted });
        if let Some(icon) = face.icon {
            icon.paint(ui.painter(), rect.center(), 15.0, ink);
            response = response.on_hover_text(face.text);
        } else {
            let place = egui::Align2::CENTER_CENTER.anchor_size(rect.center(), words[index].size());
            ui.painter()
                .galley_with_override_text_color(place.min, words[index].clone(), ink);
        }
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
            *value = faces[next].value;
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
