//! Values of custom attributes: a text, a number, or yes and no, kept as what they were entered as.

use egui::Ui;
use serde_json::Value;

use super::{Cell, Change, as_text, number, text};
use crate::{
    desktop::{
        editor::{
            desk::Desk,
            input::{cell, small_cell},
        },
        theme::{Icon, height, space},
        widgets::{self, Choice, MenuItem, Select},
    },
    studio::outline::RowPart,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    YesNo,
}

const KINDS: [(Kind, Icon, &str); 3] = [
    (Kind::Text, Icon::Type, "editor-kind-text"),
    (Kind::Number, Icon::Hash, "editor-kind-number"),
    (Kind::YesNo, Icon::Check, "editor-kind-yes-no"),
];

pub(super) fn show(ui: &mut Ui, value: Option<&Value>, place: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    let state = place.place.id.with("kind");
    let remembered = ui.data(|data| data.get_temp::<u8>(state));
    let kind = match (value, remembered) {
        (Some(Value::Number(_)), _) | (None, Some(1)) => Kind::Number,
        (Some(Value::Bool(_)), _) | (None, Some(2)) => Kind::YesNo,
        _ => Kind::Text,
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let width = ui.available_width() - height::SMALL - space::XS;
        let change = cell(ui, width, |ui| match kind {
            Kind::Text => text::typed(ui, value, place, "trial", desk),
            Kind::Number => number::typed(ui, value, place, "editor-number-wanted", desk, |field| {
                field.range(f64::MIN..=f64::MAX).fractions()
            }),
            Kind::YesNo => yes_no(ui, value, place, desk),
        })
        .inner;
        match kind_menu(ui, kind, place, desk) {
            Some(new) => {
                ui.data_mut(|data| data.insert_temp(state, new as u8));
                Change::Chosen(converted(value, new))
            }
            None => change,
        }
    })
    .inner
}

fn kind_menu(ui: &mut Ui, kind: Kind, place: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Option<Kind> {
    let icon = KINDS
        .iter()
        .find(|(known, ..)| *known == kind)
        .map_or(Icon::Type, |(_, icon, _)| *icon);
    let name = format!("{} {}", place.place.name, desk.t("editor-part-kind"));
    let button = small_cell(ui, height::SMALL, |ui| widgets::icon_button(ui, icon, &name)).inner;
    let mut chosen = None;
    widgets::menu(&button, |ui| {
        for (kind, icon, key) in KINDS {
            if ui.add(MenuItem::new(icon, &desk.t(key))).clicked() {
                chosen = Some(kind);
            }
        }
    });
    chosen.filter(|chosen| *chosen != kind)
}

fn yes_no(ui: &mut Ui, value: Option<&Value>, place: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    let words = [(true, desk.t("editor-yes")), (false, desk.t("editor-no"))];
    let chosen = value.and_then(Value::as_bool);
    let shown = words.iter().find(|(answer, _)| Some(*answer) == chosen);
    let shown = shown.map_or_else(|| desk.t("editor-choose-value"), |(_, word)| word.clone());
    let picked = Select::new(&place.name, &shown)
        .wrong(place.wrong)
        .open_now(place.place.opens(RowPart::Value))
        .show(ui, || {
            let choice = |(answer, word): &(bool, String)| Choice {
                label: word.clone(),
                chosen: chosen == Some(*answer),
                ..Choice::default()
            };
            words.iter().map(choice).collect()
        });
    match picked {
        Some(index) => Change::Chosen(Some(Value::Bool(index == 0))),
        None => Change::None,
    }
}

/// Converts the value to the other kind, where that means the same.
fn converted(value: Option<&Value>, kind: Kind) -> Option<Value> {
    let text = as_text(value);
    match kind {
        Kind::Text if text.is_empty() => None,
        Kind::Text => Some(Value::String(text)),
        Kind::Number => text.trim().parse().ok().and_then(number::as_json),
        Kind::YesNo => Some(Value::Bool(text != "false")),
    }
}
