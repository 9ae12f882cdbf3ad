//! A colour of the pop-up: its swatch, which opens a picker, its code, and the contrast of what is read on it.

use egui::{CornerRadius, Id, Popup, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, color_picker, vec2};
use serde_json::Value;

use crate::{
    campaign::{Colors, Look, LookKey, READABLE, Rgb, Style},
    desktop::{
        editor::{desk::Desk, input::cell},
        theme::{Type, height, palette, radius, space, tokens},
        widgets::{self, Field},
    },
    studio::tone::Tone,
    wording,
};

/// How wide the contrast is.
const RATIO: f32 = 64.0;

/// Shows the colour and applies what was changed.
pub(super) fn show(ui: &mut Ui, key: LookKey, value: &Value, style: &Style, look: &mut Look, desk: &mut Desk<'_, '_>) {
    let shown = drawn(key, style);
    ui.horizontal(|ui| {
        let picked = swatch(ui, key, shown, desk);
        let width = ui.available_width() - RATIO - space::S;
        let written = cell(ui, width, |ui| code(ui, key, value, desk)).inner;
        contrast(ui, key, style, desk);
        if let Some(color) = picked {
            look.set(key, Some(color.to_string().into()));
            desk.typing(&format!("/look/{}", key.spec().id), "editor-step-look");
        } else if let Some(text) = written {
            let own = key.spec().kind.may_be_null() && text.trim().is_empty();
            look.set(key, Some(if own { Value::Null } else { text.into() }));
            desk.typing(&format!("/look/{}", key.spec().id), "editor-step-look");
        }
    });
}

/// The colour as it is drawn for visitors whose system is light.
fn drawn(key: LookKey, style: &Style) -> Rgb {
    let Colors { card, text, .. } = style.colors(false);
    if key == LookKey::Card {
        card
    } else if key == LookKey::Text {
        text
    } else {
        style.color
    }
}

fn swatch(ui: &mut Ui, key: LookKey, shown: Rgb, desk: &Desk<'_, '_>) -> Option<Rgb> {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(height::CONTROL, height::CONTROL), Sense::click());
    let name = desk.t1(
        "editor-pick-color",
        "name",
        wording::look_label(key, desk.ctx.text.language()),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let edge = Stroke::new(1.0, p.control_border);
    let corners = CornerRadius::same(radius::S);
    ui.painter().rect(
        rect.shrink(4.0),
        corners,
        tokens::of_site(shown),
        edge,
        StrokeKind::Inside,
    );
    widgets::focus_ring(ui, &response, rect, radius::M);
    let mut color = tokens::of_site(shown);
    let changed = Popup::menu(&response)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.reset_style();
            ui.spacing_mut().slider_width = 220.0;
            color_picker::color_picker_color32(ui, &mut color, color_picker::Alpha::Opaque)
        });
    changed
        .is_some_and(|answer| answer.inner)
        .then(|| Rgb::new(color.r(), color.g(), color.b()))
}

fn code(ui: &mut Ui, key: LookKey, value: &Value, desk: &Desk<'_, '_>) -> Option<String> {
    let spec = key.spec();
    let pointer = format!("/look/{}", spec.id);
    let mut text = value.as_str().unwrap_or_default().to_owned();
    let name = wording::look_label(key, desk.ctx.text.language());
    let own = desk.t("look-theme-color");
    let id = Id::unique(("editor-look", spec.id));
    let response = Field::new(name, &mut text)
        .hide_label()
        .id(id)
        .placeholder(&own)
        .show(ui)
        .response;
    desk.arrive(ui, &pointer, id, response.rect);
    response.changed().then_some(text)
}

/// The contrast that decides whether the text can be read: the worst that visitors may see.
fn contrast(ui: &mut Ui, key: LookKey, style: &Style, desk: &Desk<'_, '_>) {
    let of = |colors: Colors| {
        if key == LookKey::Color {
            colors.of_button()
        } else {
            colors.of_text()
        }
    };
    let ratio = style.every_colors().into_iter().map(of).fold(21.0, f64::min);
    let tone = if ratio < READABLE { Tone::Warning } else { Tone::Neutral };
    let words = wording::contrast(ratio, desk.ctx.text.language());
    ui.label(Type::Small.text(words, tone.color(palette(ui))))
        .on_hover_text(desk.t("editor-contrast-help"));
}
