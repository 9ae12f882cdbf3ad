//! What chooses a value of a look: by its kind.

use egui::{Id, Painter, Rect, Sense, Slider, Ui, vec2};
use serde_json::{Value, json};

use super::{
    places,
    style::{pointer, whole},
};
use crate::{
    campaign::{LookKey, LookKind, LookUnit, Named as _, PictureLayout},
    desktop::{
        editor::{desk::Desk, input::framed},
        theme::{control_height, palette, space},
        widgets::{self, Choice, NumberField, PaintSign, Select},
    },
    wording,
};

/// Numbers with no more steps than these have a scale beside their field.
const SCALE: u32 = 100;
/// Fields with less room have no unit.
const MEASURED: f32 = 76.0;
/// Width of the field beside a scale.
const FIELD: f32 = 56.0;
/// Up to so many words stand beside each other.
const WORDS: usize = 3;

/// Shows what chooses a value over the whole width, and returns what was chosen.
pub(super) fn show(
    ui: &mut Ui,
    key: LookKey,
    value: &Value,
    label: Option<Id>,
    desk: &mut Desk<'_, '_>,
) -> Option<Value> {
    match key.spec().kind {
        // The three colours have tiles of their own.
        LookKind::Color(_) | LookKind::ThemeColor => None,
        LookKind::Number { least, most, .. } => number(ui, key, value, (least, most), label, desk),
        LookKind::Distances { most, .. } => distances(ui, key, value, most, desk),
        LookKind::Flag(_) => flag(ui, key, value, desk),
        LookKind::Choice { words, .. } => choice(ui, key, value, words, label, desk),
    }
}

fn number(
    ui: &mut Ui,
    key: LookKey,
    value: &Value,
    (least, most): (u32, u32),
    label: Option<Id>,
    desk: &mut Desk<'_, '_>,
) -> Option<Value> {
    let name = wording::look_label(key, desk.ctx.text.language());
    let mut number = value.as_f64();
    let range = f64::from(least)..=f64::from(most);
    let field = Number {
        id: Id::unique(("editor-look", key.spec().id)),
        name: name.to_owned(),
        label,
        range: range.clone(),
        unit: key.spec().unit,
    };
    let room = ui.available_width();
    if room < MEASURED || most - least > SCALE || room < 2.0 * FIELD {
        let field = match room < MEASURED {
            true => Number {
                unit: LookUnit::None,
                ..field
            },
            false => field,
        };
        return field.show(ui, key, &mut number, desk).then(|| number.map(whole))?;
    }
    let mut changed = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let room = ui.available_width() - FIELD - space::S;
        let mut at = number.unwrap_or_default();
        let (place, _) = ui.allocate_exact_size(vec2(room, control_height(ui)), Sense::hover());
        if scale(ui, place, &mut at, range).accessible_name(name).changed() {
            number = Some(at);
            changed = true;
            desk.typing(&pointer(key), "editor-step-look");
        }
        let (place, _) = ui.allocate_exact_size(vec2(FIELD, control_height(ui)), Sense::hover());
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(place));
        let bare = Number {
            unit: LookUnit::None,
            ..field
        };
        changed |= bare.show(&mut inside, key, &mut number, desk);
    });
    changed.then(|| number.map(whole))?
}

/// A scale with a handle, in the middle of `place`.
fn scale(ui: &mut Ui, place: Rect, at: &mut f64, range: std::ops::RangeInclusive<f64>) -> egui::Response {
    let p = palette(ui);
    let line = Rect::from_center_size(place.center(), vec2(place.width(), 20.0));
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(line));
    inside.spacing_mut().slider_width = place.width();
    widgets::style_sliders(&mut inside, p.control_border);
    inside.add(Slider::new(at, range).show_value(false).step_by(1.0))
}

/// A number of a look.
struct Number {
    id: Id,
    name: String,
    label: Option<Id>,
    range: std::ops::RangeInclusive<f64>,
    unit: LookUnit,
}

impl Number {
    /// Whether it was changed.
    fn show(self, ui: &mut Ui, key: LookKey, value: &mut Option<f64>, desk: &mut Desk<'_, '_>) -> bool {
        let pointer = pointer(key);
        let suffix = match self.unit {
            LookUnit::None => String::new(),
            LookUnit::Pixels => desk.t("editor-pixels"),
            LookUnit::Milliseconds => desk.t("editor-milliseconds"),
        };
        let wanted = desk.ctx.text.tv(
            "editor-look-wanted",
            &[
                ("least", (*self.range.start()).into()),
                ("most", (*self.range.end()).into()),
            ],
        );
        let response = framed(ui, desk.is_wrong(&pointer), |ui| {
            let mut field = NumberField::new(self.id, &self.name, value);
            if let Some(label) = self.label {
                field = field.labelled_by(label);
            }
            field.range(self.range).suffix(&suffix).wanted(&wanted).show(ui)
        });
        desk.arrive(ui, &pointer, self.id, response.rect);
        if response.changed() {
            desk.typing(&pointer, "editor-step-look");
        }
        response.changed()
    }
}

fn distances(ui: &mut Ui, key: LookKey, value: &Value, most: u32, desk: &mut Desk<'_, '_>) -> Option<Value> {
    let mut numbers = [0, 1].map(|at| value.get(at).and_then(Value::as_f64));
    let width = (ui.available_width() - space::S) / 2.0;
    let mut changed = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for ((at, name), number) in ["editor-offset-side", "editor-offset-upright"]
            .into_iter()
            .enumerate()
            .zip(&mut numbers)
        {
            let name = desk.t(name);
            let field = Number {
                id: Id::unique(("editor-look", key.spec().id, at)),
                name: name.clone(),
                label: None,
                range: 0.0..=f64::from(most),
                unit: LookUnit::Pixels,
            };
            let shown = ui.vertical(|ui| {
                ui.set_width(width);
                field.show(ui, key, number, desk)
            });
            changed |= shown.inner;
            shown.response.on_hover_text(name);
        }
    });
    changed.then(|| json!(numbers.map(|number| number.unwrap_or_default() as u64)))
}

fn flag(ui: &mut Ui, key: LookKey, value: &Value, desk: &mut Desk<'_, '_>) -> Option<Value> {
    let language = desk.ctx.text.language();
    let mut on = *value != Value::Bool(false);
    let word = wording::look_value(key, &json!(on), language).unwrap_or_default();
    let label = wording::look_label(key, language);
    let name = desk
        .ctx
        .text
        .tv("editor-look-choice", &[("name", label.into()), ("value", word.into())]);
    let response = widgets::toggle(ui, &mut on, &name);
    desk.arrive(ui, &pointer(key), response.id, response.rect);
    response.changed().then(|| {
        desk.structural("editor-step-look");
        json!(on)
    })
}

fn choice(
    ui: &mut Ui,
    key: LookKey,
    value: &Value,
    words: &'static [&'static str],
    label: Option<Id>,
    desk: &mut Desk<'_, '_>,
) -> Option<Value> {
    let pointer = pointer(key);
    let language = desk.ctx.text.language();
    let chosen = value.as_str().unwrap_or_default();
    let name = wording::look_label(key, language);
    let said = |word: &str| wording::look_word(key, word, language).unwrap_or_default();
    let faces: Vec<&str> = words.iter().map(|word| said(word)).collect();
    let picked = if key == LookKey::Position {
        let (picked, stop) = places::show(ui, name, chosen, words, &said);
        if let Some(stop) = stop {
            desk.arrive(ui, &pointer, stop.id, stop.rect);
        }
        picked
    } else if key == LookKey::Picture {
        let signs: Vec<(&str, PaintSign, &str)> = words
            .iter()
            .zip(&faces)
            .filter_map(|(word, face)| Some((*word, sign(PictureLayout::from_id(word)?), *face)))
            .collect();
        let mut now = chosen;
        let shown = widgets::segmented_painted(ui, name, &mut now, &signs);
        arrive_at_segment(ui, &pointer, &shown, words, chosen, desk);
        words.iter().position(|word| *word == now)
    } else if words.len() <= WORDS && widgets::segmented_width(ui, &faces) <= ui.available_width() {
        let options: Vec<(&str, &str)> = words.iter().copied().zip(faces.iter().copied()).collect();
        let mut now = chosen;
        let shown = widgets::segmented_wide(ui, name, &mut now, &options);
        arrive_at_segment(ui, &pointer, &shown, words, chosen, desk);
        words.iter().position(|word| *word == now)
    } else {
        let shown = wording::look_word(key, chosen, language).unwrap_or(chosen);
        let id = ui.next_auto_id();
        let mut select = Select::new(name, shown).wrong(desk.is_wrong(&pointer));
        if let Some(label) = label {
            select = select.labelled_by(label);
        }
        let picked = select.show(ui, || {
            let choice = |word: &&str| Choice {
                label: said(word).to_owned(),
                chosen: *word == chosen,
                ..Choice::default()
            };
            words.iter().map(choice).collect()
        });
        desk.arrive(ui, &pointer, id, ui.min_rect());
        picked
    };
    let word = picked.and_then(|at| words.get(at)).filter(|word| **word != chosen)?;
    desk.structural("editor-step-look");
    Some((*word).into())
}

/// Of words beside each other, the chosen one is the keyboard's stop.
fn arrive_at_segment(
    ui: &Ui,
    pointer: &str,
    shown: &egui::Response,
    words: &[&str],
    chosen: &str,
    desk: &Desk<'_, '_>,
) {
    let stop = words.iter().position(|word| *word == chosen).unwrap_or_default();
    desk.arrive(ui, pointer, shown.id.with(stop), shown.rect);
}

/// A little card with its picture.
fn sign(layout: PictureLayout) -> PaintSign {
    match layout {
        PictureLayout::Top => |painter, rect, ink| card(painter, rect, ink, |card| card.with_max_y(card.top() + 6.0)),
        PictureLayout::Side => |painter, rect, ink| card(painter, rect, ink, |card| card.with_max_x(card.left() + 8.0)),
        PictureLayout::Full => |painter, rect, ink| card(painter, rect, ink, |card| card),
        PictureLayout::None => |painter, rect, ink| card(painter, rect, ink, |card| card.with_max_y(card.top())),
    }
}

fn card(painter: &Painter, rect: Rect, ink: egui::Color32, picture: fn(Rect) -> Rect) {
    let card = Rect::from_center_size(rect.center(), vec2(22.0, 15.0));
    painter.rect_stroke(card, 2.0, egui::Stroke::new(1.5, ink), egui::StrokeKind::Inside);
    let picture = picture(card);
    if picture.is_positive() {
        painter.rect_filled(picture, 2.0, ink);
    }
}
