//! Badges say a state; chips choose among states.

use egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::paint;
use crate::{
    desktop::theme::{Type, height, palette},
    studio::tone::Tone,
};

/// A pill that says a state.
pub fn badge(ui: &mut Ui, text: &str, tone: Tone) -> Response {
    let p = palette(ui);
    let galley = paint::line(ui, text, Type::Caption, tone.color(p));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 20.0, 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same(11), tone.soft(p));
    paint::put_center(ui, rect, galley, tone.color(p));
    response
}

/// The width of such a pill, in points.
pub fn badge_width(ui: &Ui, text: &str) -> f32 {
    line_width(ui, text, Type::Caption) + 20.0
}

/// The width of a line of text, in points.
pub fn line_width(ui: &Ui, text: &str, step: Type) -> f32 {
    paint::line(ui, text, step, palette(ui).text).size().x
}

/// A pill that says a state and does something about it when it is pressed; `name` says what.
pub fn badge_button(ui: &mut Ui, text: &str, tone: Tone, name: &str) -> Response {
    let p = palette(ui);
    let galley = paint::line(ui, text, Type::Caption, tone.color(p));
    let size = vec2(galley.size().x + 20.0, height::SMALL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let pill = rect.shrink2(vec2(0.0, (height::SMALL - 22.0) / 2.0));
    ui.painter().rect_filled(pill, CornerRadius::same(11), tone.soft(p));
    if response.hovered() || response.has_focus() {
        let edge = Stroke::new(1.0, tone.color(p));
        ui.painter()
            .rect_stroke(pill, CornerRadius::same(11), edge, StrokeKind::Inside);
    }
    paint::put_center(ui, rect, galley, tone.color(p));
    paint::focus_ring(ui, &response, pill, 11);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Shows a pill for a language; filled while it is chosen. What is `missing` follows its name, if anything.
pub fn language_chip(ui: &mut Ui, name: &str, missing: &str, chosen: bool) -> Response {
    match missing {
        "" => pill(ui, name.to_owned(), chosen),
        missing => pill(ui, format!("{name} · {missing}"), chosen),
    }
}

/// Shows a pill that filters; filled while it is chosen. `count` follows its word.
pub fn chip(ui: &mut Ui, text: &str, count: usize, chosen: bool) -> Response {
    pill(ui, format!("{text} {count}"), chosen)
}

fn pill(ui: &mut Ui, shown: String, chosen: bool) -> Response {
    let p = palette(ui);
    let ink = if chosen { p.accent_text } else { p.text_muted };
    let galley = paint::line(ui, shown.clone(), Type::Caption, ink);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 18.0, height::SMALL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, &shown));
    let pill = rect.shrink2(vec2(0.0, 1.0));
    let fill = match (chosen, response.hovered()) {
        (true, _) => p.accent_soft,
        (false, true) => p.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    let edge = if chosen { p.accent_soft } else { p.control_border };
    ui.painter().rect(
        pill,
        CornerRadius::same(13),
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    paint::put_center(ui, rect, galley, ink);
    paint::focus_ring(ui, &response, pill, 13);
    response
}

/// Shows a dot of eight points for a state in a list; `name` is its meaning.
pub fn dot(ui: &mut Ui, tone: Tone, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(12.0, 20.0), Sense::hover());
    let p = palette(ui);
    let color = if tone == Tone::Neutral {
        p.text_faint
    } else {
        tone.color(p)
    };
    ui.painter().circle_filled(rect.center(), 4.0, color);
    response.on_hover_text(name)
}
