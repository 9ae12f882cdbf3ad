//! The three colours of the pop-up, side by side: each with its contrast, and with what chooses it: its code and a picker.

use egui::{
    CornerRadius, Id, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, color_picker, vec2,
};
use serde_json::Value;

use super::style::{Follows, back_name, followed, is_own};
use crate::{
    campaign::{Colors, Look, LookKey, READABLE, Rgb, Style},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, radius, space, tokens},
        widgets::{self, Button, Field},
    },
    studio::tone::Tone,
    wording,
};

/// The colours, in the order in which they are shown, with the keys of their short names.
pub(super) const COLORS: [(LookKey, &str); 3] = [
    (LookKey::Color, "editor-color-button"),
    (LookKey::Card, "editor-color-card"),
    (LookKey::Text, "editor-color-text"),
];

const HEIGHT: f32 = 40.0;
/// Width of what chooses a colour.
const PICKER: f32 = 240.0;

/// Shows the colours and applies what was changed.
pub(super) fn show(ui: &mut Ui, look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    let width = ((ui.available_width() - 2.0 * space::S) / 3.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (key, short) in COLORS {
            let style = Style::of(&[look, desk.ctx.site]);
            let tile = tile(ui, key, short, width, (&style, is_own(key, look, follows)), desk);
            picker(&tile, key, &style, look, follows, desk);
        }
    });
    for (key, _) in COLORS {
        for (tone, line) in desk.ctx.analysis.lines_at(&pointer(key)) {
            widgets::finding_line(ui, tone, &line);
        }
    }
}

fn pointer(key: LookKey) -> String {
    format!("/look/{}", key.spec().id)
}

/// The colour as it is drawn for visitors whose system is light, or `dark`.
fn drawn(key: LookKey, style: &Style, dark: bool) -> Rgb {
    let Colors { card, text, .. } = style.colors(dark);
    if key == LookKey::Card {
        card
    } else if key == LookKey::Text {
        text
    } else {
        style.color
    }
}

/// What is said of a colour in one line: how well the text on it is read, or what the card is.
fn about(key: LookKey, style: &Style, desk: &Desk<'_, '_>) -> (String, Tone) {
    if key == LookKey::Card {
        let words = match style.card {
            Some(card) => card.to_string(),
            None => desk.t("editor-color-of-theme"),
        };
        return (words, Tone::Neutral);
    }
    let ratio = contrast(key, style);
    let tone = if ratio < READABLE { Tone::Warning } else { Tone::Neutral };
    (wording::contrast(ratio, desk.ctx.text.language()), tone)
}

/// The contrast that decides whether the text can be read: the worst that visitors may see.
fn contrast(key: LookKey, style: &Style) -> f64 {
    let of = |colors: Colors| {
        if key == LookKey::Color {
            colors.of_button()
        } else {
            colors.of_text()
        }
    };
    style.every_colors().into_iter().map(of).fold(21.0, f64::min)
}

fn tile(
    ui: &mut Ui,
    key: LookKey,
    short: &str,
    width: f32,
    (style, own): (&Style, bool),
    desk: &Desk<'_, '_>,
) -> Response {
    let p = palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    // A name of its own: what is typed into its picker may give the page around it another shape, and the picker stays open.
    let response = ui.interact(rect, code_id(key).with("tile"), Sense::click());
    let label = wording::look_label(key, desk.ctx.text.language());
    let name = desk.t1("editor-pick-color", "name", label);
    let (words, tone) = about(key, style, desk);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name);
        info.current_text_value = Some(words.clone());
        info
    });
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    let (fill, edge) = match (is_open, response.hovered()) {
        (true, _) => (p.hover, p.accent),
        (false, true) => (p.hover, p.control_border),
        (false, false) => (p.input, p.control_border),
    };
    let line = Stroke::new(1.0, edge);
    ui.painter()
        .rect(rect, CornerRadius::same(radius::M), fill, line, StrokeKind::Inside);
    let place = Rect::from_center_size(rect.left_center() + vec2(20.0, 0.0), vec2(24.0, 24.0));
    ui.painter().rect(
        place,
        CornerRadius::same(radius::S),
        tokens::of_site(drawn(key, style, desk.ctx.dark)),
        Stroke::new(1.0, p.control_border),
        StrokeKind::Inside,
    );
    let left = place.right() + space::S;
    let room = rect.right() - left - if own { 20.0 } else { 4.0 };
    let ink = match tone {
        Tone::Neutral => p.text_muted,
        Tone::Accent | Tone::Success | Tone::Warning | Tone::Danger => tone.color(p),
    };
    for (top, words, step, ink) in [
        (4.0, &desk.t(short), Type::Caption, p.text),
        (20.0, &words, Type::Caption, ink),
    ] {
        widgets::text_line(ui, egui::pos2(left, rect.top() + top), words, step, ink, room);
    }
    if own {
        let at = egui::pos2(rect.right() - 12.0, rect.top() + 12.0);
        Icon::Unlink.paint(ui.painter(), at, 12.0, p.accent_text);
    }
    widgets::focus_ring(ui, &response, rect, radius::M);
    let wanted = pointer(key);
    desk.arrive(ui, &wanted, response.id, rect);
    if desk.ctx.focus == Some(&*wanted) {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&response));
        ui.data_mut(|data| data.insert_temp(code_id(key).with("wanted"), true));
    }
    response
}

/// What chooses a colour, below its tile while it is open.
fn picker(tile: &Response, key: LookKey, style: &Style, look: &mut Look, follows: Follows, desk: &mut Desk<'_, '_>) {
    let mut taken = None;
    Popup::menu(tile)
        .gap(4.0)
        .width(PICKER)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            // Menus remove the frames of their controls, which a field needs.
            ui.reset_style();
            ui.set_width(PICKER);
            ui.spacing_mut().slider_width = PICKER - 20.0;
            taken = code(ui, key, look, desk);
            let mut color = tokens::of_site(drawn(key, style, desk.ctx.dark));
            if color_picker::color_picker_color32(ui, &mut color, color_picker::Alpha::Opaque) {
                taken = Some(Rgb::new(color.r(), color.g(), color.b()).to_string().into());
            }
            let (words, tone) = about(key, style, desk);
            if key != LookKey::Card {
                ui.label(Type::Small.text(words, tone.color(palette(ui))))
                    .on_hover_text(desk.t("editor-contrast-help"));
            }
            if let Some(name) = back_name(key, look, follows, desk) {
                let button = Button::link(desk.t(follows.again())).icon(Icon::Link).small();
                if ui.add(button).accessible_name(name).clicked() {
                    look.set(key, None);
                    desk.structural(follows.step());
                }
            }
        });
    if let Some(value) = taken {
        look.set(key, Some(value));
        desk.typing(&pointer(key), "editor-step-look");
    }
}

fn code_id(key: LookKey) -> Id {
    Id::unique(("editor-look", key.spec().id))
}

/// What was typed, and the value that there was then.
#[derive(Debug, Clone)]
struct Typed {
    text: String,
    beside: Value,
}

/// What a typed code means; `None` for what is no colour.
fn read(key: LookKey, text: &str) -> Option<Value> {
    if text.trim().is_empty() {
        return key.spec().kind.may_be_null().then_some(Value::Null);
    }
    text.parse::<Rgb>().ok().map(|color| color.to_string().into())
}

/// The field for the code of a colour. Returns what was typed, as it is written in a file; what is no colour stays in the field, with the reason why
/// it is not used.
fn code(ui: &mut Ui, key: LookKey, look: &Look, desk: &Desk<'_, '_>) -> Option<Value> {
    let id = code_id(key);
    let place = id.with("typed");
    let value = look.get(key).cloned().unwrap_or_else(|| followed(key, desk));
    let has_keyboard = ui.memory(|memory| memory.has_focus(id));
    let kept: Option<Typed> = ui.data(|data| data.get_temp(place));
    let kept = kept.filter(|kept| has_keyboard || kept.beside == value && read(key, &kept.text).is_none());
    let is_refused = kept.is_some() && !has_keyboard;
    let mut text = kept.map_or_else(|| value.as_str().unwrap_or_default().to_owned(), |kept| kept.text);
    let name = wording::look_label(key, desk.ctx.text.language());
    let own = desk.t("look-theme-color");
    let findings = match is_refused {
        true => vec![(Tone::Danger, desk.t("editor-color-wanted"))],
        false => desk.ctx.analysis.lines_at(&pointer(key)),
    };
    let field = Field::new(name, &mut text).id(id).placeholder(&own).findings(&findings);
    let response = field.show(ui).response;
    let wanted = id.with("wanted");
    if !ui.is_sizing_pass() && ui.data_mut(|data| data.remove_temp::<bool>(wanted)).is_some() {
        response.request_focus();
    }
    let taken = read(key, &text).filter(|_| response.changed());
    if response.has_focus() || read(key, &text).is_none() {
        let beside = taken.clone().unwrap_or(value);
        ui.data_mut(|data| data.insert_temp(place, Typed { text, beside }));
    } else {
        ui.data_mut(|data| data.remove::<Typed>(place));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_taken_as_it_is_meant_or_not_at_all() {
        for (typed, meant) in [
            ("#2f6b4f", Some("#2f6b4f")),
            ("##2f6b4f", Some("#2f6b4f")),
            (" 2F6B4F ", Some("#2f6b4f")),
            ("#45e", Some("#4455ee")),
            ("#2f6b4", None),
            ("green", None),
            ("", None),
        ] {
            assert_eq!(read(LookKey::Color, typed), meant.map(Into::into), "{typed}");
        }
        assert_eq!(read(LookKey::Card, " "), Some(Value::Null));
    }
}
