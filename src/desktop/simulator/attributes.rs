//! What the site reports: the visitor's attributes, and how often events have happened. Names and values, in rows.

use std::collections::BTreeMap;

use egui::{Id, Ui};
use serde_json::{Map, Value};

use super::property;
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    wording::text::Text,
};

/// What rows are about: the identities of their inputs, the beginnings of their texts' keys, and what a new row holds.
struct About {
    id: &'static str,
    title: &'static str,
    add: &'static str,
    name: &'static str,
    value: &'static str,
    remove: &'static str,
    /// A name and a value that show what is wanted.
    sample: [&'static str; 2],
    /// The first part of a new row's name, and its value.
    fresh: (&'static str, fn() -> Value),
    read: fn(&str) -> Option<Value>,
}

const ATTRIBUTES: About = About {
    id: "simulator-attribute",
    title: "simulator-attributes",
    add: "simulator-add-attribute",
    name: "simulator-attribute-name",
    value: "simulator-attribute-value",
    remove: "simulator-remove-attribute",
    sample: ["plan", "trial"],
    fresh: ("attribute", || Value::String(String::new())),
    read: |typed| Some(read(typed)),
};

const EVENTS: About = About {
    id: "simulator-event",
    title: "simulator-events",
    add: "simulator-add-event",
    name: "simulator-event-name",
    value: "simulator-event-count",
    remove: "simulator-remove-event",
    sample: ["add_to_cart", "1"],
    fresh: ("event", || 1.into()),
    read: |typed| {
        typed
            .trim()
            .parse::<u64>()
            .ok()
            .filter(|count| *count > 0)
            .map(Value::from)
    },
};

/// Shows the attributes, and the button that adds one.
pub(in crate::desktop) fn show(ui: &mut Ui, custom: &mut Map<String, Value>, text: &Text) {
    rows(ui, custom, &ATTRIBUTES, text);
}

/// Shows the events of the session with their counts, and the button that adds one.
pub(super) fn events(ui: &mut Ui, counts: &mut BTreeMap<String, u64>, text: &Text) {
    let before: Map<String, Value> = counts
        .iter()
        .map(|(key, count)| (key.clone(), (*count).into()))
        .collect();
    let mut after = before.clone();
    rows(ui, &mut after, &EVENTS, text);
    if after != before {
        let counted = |(key, count): (String, Value)| Some((key, count.as_u64()?));
        *counts = after.into_iter().filter_map(counted).collect();
    }
}

fn rows(ui: &mut Ui, custom: &mut Map<String, Value>, about: &About, text: &Text) {
    ui.label(Type::Label.text(text.t(about.title), palette(ui).text));
    ui.spacing_mut().item_spacing.y = space::XS;
    let rows: Vec<(String, Value)> = custom.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
    let mut new_rows = rows.clone();
    let mut removed = None;
    for (index, row) in new_rows.iter_mut().enumerate() {
        let taken = |key: &str| {
            rows.iter()
                .enumerate()
                .any(|(other, (known, _))| other != index && known == key)
        };
        if one(ui, index, row, about, text, &taken) {
            removed = Some(index);
        }
    }
    if let Some(index) = removed {
        new_rows.remove(index);
    }
    if ui
        .add(Button::ghost(text.t(about.add)).icon(Icon::Plus).small())
        .clicked()
    {
        let (word, value) = about.fresh;
        let free = (1..)
            .map(|number| format!("{word}{number}"))
            .find(|key| !custom.contains_key(key));
        new_rows.extend(free.map(|key| (key, value())));
    }
    if new_rows != rows {
        *custom = new_rows.into_iter().collect();
    }
}

/// One row. True when it is to be removed.
fn one(
    ui: &mut Ui,
    index: usize,
    row: &mut (String, Value),
    about: &About,
    text: &Text,
    taken: &dyn Fn(&str) -> bool,
) -> bool {
    let number = index + 1;
    let name = |key: &str| text.tv(key, &[("number", number.into())]);
    ui.horizontal(|ui| {
        let half = (ui.available_width() - 40.0) / 2.0;
        ui.spacing_mut().item_spacing.x = space::S;
        let (key, value) = row;
        let room = egui::vec2(half, 28.0);
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.allocate_ui_with_layout(room, layout, |ui| {
            let read = |typed: &str| {
                let typed = typed.trim();
                (!typed.is_empty() && !taken(typed)).then(|| typed.to_owned())
            };
            let id = Id::unique((about.id, index));
            if let Some(typed) = property::typed(ui, id, &name(about.name), key, about.sample[0], read) {
                *key = typed;
            }
        });
        ui.allocate_ui_with_layout(room, layout, |ui| {
            let id = Id::unique((about.value, index));
            let label = name(about.value);
            let shown = crate::studio::simulated::written(value);
            if let Some(typed) = property::typed(ui, id, &label, &shown, about.sample[1], about.read) {
                *value = typed;
            }
        });
        widgets::icon_button(ui, Icon::X, &name(about.remove)).clicked()
    })
    .inner
}

/// Numbers and yes/no as what they are, anything else as text.
fn read(typed: &str) -> Value {
    match typed.trim() {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        number if number.parse::<f64>().is_ok_and(f64::is_finite) => {
            serde_json::from_str(number).unwrap_or_else(|_| Value::String(typed.to_owned()))
        }
        _ => Value::String(typed.to_owned()),
    }
}
