//! Radio buttons as tiles, for a choice that decides what is below them.

use egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{
    arrows::{self, Arrows},
    paint,
};
use crate::desktop::theme::{Type, height, palette, radius, space};

/// Room for the ring of a radio button and what is around it.
const RING: f32 = 44.0;

/// Lets the user choose one of `options`, of which there is at least one, by its tile; `name` says what is chosen. The response is that of the
/// chosen tile, marked as changed when the choice did.
///
/// Arrow keys move the choice while it has the focus.
pub fn radio_tiles<T: PartialEq + Copy>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, &str)]) -> Response {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let before = *value;
        let tiles: Vec<Response> = options
            .iter()
            .map(|(option, words)| tile(ui, name, words, before == *option))
            .collect();
        if let Some(clicked) = tiles.iter().position(Response::clicked) {
            *value = options[clicked].0;
        }
        if let Some(next) = arrows::moved(ui, &tiles, Arrows::All) {
            *value = options[next].0;
        }
        let chosen = options.iter().position(|(option, _)| option == value).unwrap_or(0);
        let mut response = tiles[chosen].clone();
        if *value != before {
            response.mark_changed();
        }
        response
    })
    .inner
}

/// How wide tiles with these words are, in points.
pub fn radio_tiles_width(ui: &Ui, words: &[&str]) -> f32 {
    let wide = |word: &&str| {
        paint::line(ui, *word, Type::BodyStrong, egui::Color32::PLACEHOLDER)
            .size()
            .x
            + RING
            + 16.0
    };
    words.iter().map(wide).sum::<f32>() + space::S * words.len().saturating_sub(1) as f32
}

fn tile(ui: &mut Ui, name: &str, words: &str, chosen: bool) -> Response {
    let p = palette(ui);
    let galley = paint::line(ui, words, Type::BodyStrong, egui::Color32::PLACEHOLDER);
    let size = vec2(galley.size().x + RING + 16.0, height::CONTROL);
    // One stop of the keyboard: the chosen one.
    let sense = if chosen { Sense::click() } else { Sense::CLICK };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let spoken = format!("{name}: {words}");
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &spoken));
    let (fill, edge, ink) = match (chosen, response.hovered()) {
        (true, _) => (p.accent_soft, Stroke::new(1.5, p.accent), p.accent_text),
        (false, true) => (p.hover, Stroke::new(1.0, p.control_border), p.text),
        (false, false) => (p.input, Stroke::new(1.0, p.control_border), p.text),
    };
    ui.painter()
        .rect(rect, CornerRadius::same(radius::M), fill, edge, StrokeKind::Inside);
    let center = egui::pos2(rect.left() + 22.0, rect.center().y);
    let ring = if chosen {
        Stroke::new(2.0, p.accent)
    } else {
        Stroke::new(1.0, p.control_border)
    };
    ui.painter().circle(center, 8.0, p.input, ring);
    if chosen {
        ui.painter().circle_filled(center, 4.0, p.accent);
    }
    let at = egui::pos2(rect.left() + RING - 4.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    paint::focus_ring(ui, &response, rect, radius::M);
    response
}
