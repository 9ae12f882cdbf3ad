//! A segmented control: one of a few choices, all visible.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, Galley, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::{
    arrows::{self, Arrows},
    paint,
};
use crate::desktop::theme::{Icon, Type, control_height, height, palette, radius};

/// Lets the user choose one of `options`; `name` says what is chosen. The response is marked as changed when the choice did.
///
/// Arrow keys move the choice while it has the focus.
pub fn segmented<T: PartialEq + Copy>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, &str)]) -> Response {
    let faces = faces(options.iter().map(|(value, text)| (*value, Sign::Word, *text)));
    show(ui, name, value, &faces, false)
}

/// The same over the whole width.
pub fn segmented_wide<T: PartialEq + Copy>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, &str)]) -> Response {
    let faces = faces(options.iter().map(|(value, text)| (*value, Sign::Word, *text)));
    show(ui, name, value, &faces, true)
}

/// Paints what stands for a choice, in a colour.
pub type PaintSign = fn(&Painter, Rect, Color32);

/// The same with painted signs; each has its word as tooltip and as name.
pub fn segmented_painted<T: PartialEq + Copy>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    options: &[(T, PaintSign, &str)],
) -> Response {
    let faces = faces(
        options
            .iter()
            .map(|(value, paint, text)| (*value, Sign::Painted(*paint), *text)),
    );
    show(ui, name, value, &faces, true)
}

/// The same with icons, for places that are full; each has its word as tooltip and as name.
pub fn segmented_icons<T: PartialEq + Copy>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    options: &[(T, Icon, &str)],
) -> Response {
    let faces = faces(
        options
            .iter()
            .map(|(value, icon, text)| (*value, Sign::Icon(*icon), *text)),
    );
    show(ui, name, value, &faces, false)
}

/// How wide a segmented control with these words is, in points.
pub fn segmented_width(ui: &Ui, words: &[&str]) -> f32 {
    words.iter().map(|word| wide(&line(ui, word))).sum()
}

/// A chosen word is heavier: all have its room, so that choosing moves nothing.
fn line(ui: &Ui, word: &str) -> Arc<Galley> {
    paint::line(ui, word, Type::LabelStrong, Color32::PLACEHOLDER)
}

fn wide(galley: &Galley) -> f32 {
    galley.size().x.ceil() + 22.0
}

struct Face<'a, T> {
    value: T,
    text: &'a str,
    sign: Sign,
}

/// What is to be seen of a choice.
enum Sign {
    /// Its word.
    Word,
    Icon(Icon),
    Painted(PaintSign),
}

fn faces<'a, T>(choices: impl Iterator<Item = (T, Sign, &'a str)>) -> Vec<Face<'a, T>> {
    choices.map(|(value, sign, text)| Face { value, text, sign }).collect()
}

impl<T> Face<'_, T> {
    fn width(&self, ui: &Ui) -> f32 {
        match self.sign {
            Sign::Icon(_) | Sign::Painted(_) => 34.0,
            Sign::Word => wide(&line(ui, self.text)),
        }
    }
}

/// How wide the choices are: as wide as their words, and over the whole width with the same added to each; narrower where there is less room.
fn widths<T>(ui: &Ui, faces: &[Face<'_, T>], fills: bool) -> Vec<f32> {
    let own: Vec<f32> = faces.iter().map(|face| face.width(ui)).collect();
    if !fills {
        return own;
    }
    let (room, sum) = (ui.available_width(), own.iter().sum::<f32>());
    if sum > room {
        return own.iter().map(|width| width * room / sum).collect();
    }
    let equal = room / own.len() as f32;
    if own.iter().all(|width| *width <= equal) {
        return vec![equal; own.len()];
    }
    own.iter()
        .map(|width| width + (room - sum) / own.len() as f32)
        .collect()
}

fn show<T: PartialEq + Copy>(ui: &mut Ui, name: &str, value: &mut T, faces: &[Face<'_, T>], fills: bool) -> Response {
    let p = palette(ui);
    let widths = widths(ui, faces, fills);
    let tall = if fills {
        control_height(ui) - 2.0
    } else {
        height::SMALL + 2.0
    };
    let size = vec2(widths.iter().sum(), tall);
    let (frame, mut whole) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(frame, CornerRadius::same(radius::M), p.input);
    let before = *value;
    // One stop of the keyboard: the chosen one.
    let stop = faces.iter().position(|face| face.value == before).unwrap_or(0);
    let mut left = frame.left();
    let parts: Vec<Response> = faces
        .iter()
        .zip(&widths)
        .enumerate()
        .map(|(index, (face, width))| {
            let rect = Rect::from_min_size(egui::pos2(left, frame.top()), vec2(*width, frame.height()));
            left = rect.right();
            let sense = if index == stop { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(rect, whole.id.with(index), sense);
            let spoken = format!("{name}: {}", face.text);
            let chosen = before == face.value;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &spoken));
            response
        })
        .collect();
    if let Some(clicked) = parts.iter().position(Response::clicked) {
        *value = faces[clicked].value;
    }
    if let Some(next) = arrows::moved(ui, &parts, Arrows::All) {
        *value = faces[next].value;
    }
    draw(ui, frame, faces, &parts, before);
    for (face, part) in faces.iter().zip(parts) {
        match face.sign {
            Sign::Word => {}
            Sign::Icon(_) | Sign::Painted(_) => drop(part.on_hover_text(face.text)),
        }
    }
    if *value != before {
        whole.mark_changed();
    }
    whole
}

fn draw<T: PartialEq + Copy>(ui: &Ui, frame: Rect, faces: &[Face<'_, T>], parts: &[Response], value: T) {
    let p = palette(ui);
    let (edge, last) = (Stroke::new(1.0, p.control_border), faces.len().saturating_sub(1));
    for (index, part) in parts.iter().enumerate() {
        if part.hovered() {
            let corners = corners(index == 0, index == last);
            ui.painter().rect_filled(part.rect, corners, p.hover);
        }
        if index > 0 {
            ui.painter().vline(part.rect.left(), frame.y_range(), edge);
        }
    }
    ui.painter()
        .rect_stroke(frame, CornerRadius::same(radius::M), edge, StrokeKind::Inside);
    for (index, (face, part)) in faces.iter().zip(parts).enumerate() {
        let chosen = value == face.value;
        if chosen {
            let corners = corners(index == 0, index == last);
            let ring = Stroke::new(1.5, paint::faded(ui, p.accent));
            ui.painter()
                .rect(part.rect, corners, p.accent_soft, ring, StrokeKind::Inside);
        }
        let ink = paint::faded(ui, if chosen { p.accent_text } else { p.text_muted });
        let step = if chosen { Type::LabelStrong } else { Type::Label };
        match face.sign {
            Sign::Icon(icon) => icon.paint(ui.painter(), part.rect.center(), 15.0, ink),
            Sign::Painted(paint) => paint(ui.painter(), part.rect, ink),
            Sign::Word => {
                let words = paint::clipped_line(ui, face.text, step, ink, part.rect.width() - 4.0);
                paint::put_center(ui, part.rect, words, ink);
            }
        }
        paint::focus_ring(ui, part, part.rect, radius::M);
    }
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
