//! What the site reports about the visitor: names and values, in rows.

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

/// Shows the rows, and the button that adds one.
pub(in crate::desktop) fn show(ui: &mut Ui, custom: &mut Map<String, Value>, text: &Text) {
    ui.label(Type::Label.text(text.t("simulator-attributes"), palette(ui).text));
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
        if one(ui, index, row, text, &taken) {
            removed = Some(index);
        }
    }
    if let Some(index) = removed {
        new_rows.remove(index);
    }
    if ui
        .add(
            Button::ghost(text.t("simulator-add-attribute"))
                .icon(Icon::Plus)
                .small(),
        )
        .clicked()
    {
        let free = (1..)
            .map(|number| format!("attribute{number}"))
            .find(|key| !custom.contains_key(key));
        new_rows.extend(free.map(|key| (key, Value::String(String::new()))));
    }
    if new_rows != rows {
        *custom = new_rows.into_iter().collect();
    }
}

/// One row. True when it is to be removed.
fn one(ui: &mut Ui, index: usize, row: &mut (String, Value), text: &Text, taken: &dyn Fn(&str) -> bool) -> bool {
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
            let id = Id::unique(("simulator-attribute", index));
            if let Some(typed) = property::typed(ui, id, &name("simulator-attribute-name"), key, "plan", read) {
                *key = typed;
            }
        });
        ui.allocate_ui_with_layout(room, layout, |ui| {
            let id = Id::unique(("simulator-attribute-value", index));
            let label = name("simulator-attribute-value");
            if let Some(typed) = property::typed(
                ui,
                id,
                &label,
                &crate::studio::simulated::written(value),
                "trial",
                |typed| Some(read(typed)),
            ) {
                *value = typed;
            }
        });
        widgets::icon_button(ui, Icon::X, &name("simulator-remove-attribute")).clicked()
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
