//! The log's first rows, and the meaning of its columns.

use egui::{Align, Grid, Layout, ScrollArea, Ui};

use super::part;
use crate::{
    campaign::Campaign,
    desktop::{
        theme::{Type, height, palette, space},
        widgets::{Choice, Follow, Select},
    },
    reach::{Log, Mapping, Slot},
    wording::{field_label, text::Text},
};

/// How many rows are shown.
const ROWS: usize = 3;
/// How many characters of a value are shown.
const VALUE: usize = 32;

/// The first rows, under the names of their columns.
pub(super) fn first_rows(ui: &mut Ui, log: &Log, text: &Text) {
    let p = palette(ui);
    ui.label(Type::Label.text(text.t("reach-dialog-first-rows"), p.text));
    let area = ScrollArea::horizontal().id_salt("reach's first rows");
    area.follow(ui, |ui| {
        let grid = Grid::new("reach's rows")
            .spacing([space::L, space::XS])
            .min_row_height(16.0);
        grid.show(ui, |ui| {
            for column in log.columns() {
                ui.label(Type::Caption.text(column, p.text));
            }
            ui.end_row();
            for row in log.first_rows().iter().take(ROWS) {
                for value in row {
                    ui.label(Type::Caption.text(short(value), p.text_muted));
                }
                ui.end_row();
            }
        });
    });
}

fn short(value: &str) -> String {
    match value.char_indices().nth(VALUE) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// Shows what the audience asks about, each with its column. True when one was changed.
pub(super) fn mapping(ui: &mut Ui, campaign: &Campaign, log: Option<&Log>, mapping: &mut Mapping, text: &Text) -> bool {
    let slots = Mapping::slots(campaign);
    let Some(log) = log else { return false };
    if slots.is_empty() {
        return false;
    }
    part(ui, &text.t("reach-dialog-columns"));
    let mut changed = false;
    for slot in slots {
        if let Some(column) = one(ui, &slot, log, mapping.column(&slot), text) {
            mapping.set(slot, column);
            changed = true;
        }
    }
    changed
}

/// Shows one line; returns the chosen column, or that there is none for it.
fn one(ui: &mut Ui, slot: &Slot, log: &Log, chosen: Option<&str>, text: &Text) -> Option<Option<String>> {
    let name = label(slot, text);
    let none = text.t("reach-dialog-no-column");
    let p = palette(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(height::CONTROL);
        let wide = (ui.available_width() * 0.45).round();
        ui.allocate_ui_with_layout(
            egui::vec2(wide, height::CONTROL),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_width(wide);
                ui.add(egui::Label::new(Type::Body.text(&name, p.text)).truncate());
            },
        );
        let shown = chosen.unwrap_or(&none).to_owned();
        let columns = log.columns();
        let search = text.t("reach-dialog-search-columns");
        let nothing = text.t("reach-dialog-no-column-found");
        let nearest = text.t("select-nearest");
        let accessible = text.tv("reach-dialog-column-of", &[("field", name.as_str().into())]);
        let mut select = Select::new(&accessible, &shown);
        if columns.len() > 8 {
            select = select.searchable(&search).when_nothing_is_found(&nothing, &nearest);
        }
        let picked = select.show(ui, || {
            let choice = |label: &str, chosen: bool| Choice {
                label: label.to_owned(),
                chosen,
                ..Choice::default()
            };
            let named = columns.iter().map(|column| choice(column, chosen == Some(column)));
            std::iter::once(choice(&none, chosen.is_none())).chain(named).collect()
        });
        picked.map(|index| index.checked_sub(1).and_then(|index| columns.get(index)).cloned())
    })
    .inner
}

/// Returns the name of a slot.
fn label(slot: &Slot, text: &Text) -> String {
    match slot {
        Slot::Field(field) => field_label(*field, text.language()).to_owned(),
        Slot::Keyed(field, key) => {
            let field = field_label(*field, text.language());
            text.tv(
                "reach-dialog-attribute",
                &[("field", field.into()), ("key", key.as_str().into())],
            )
        }
        Slot::Instant => text.t("reach-dialog-instant"),
    }
}
