//! Something on the page that is clicked: by its text, or by a selector.

use egui::Ui;
use serde_json::Value;

use super::{super::take_text, Cell, Change};
use crate::{
    campaign::Element,
    desktop::{
        editor::{desk::Desk, input::cell as column, input::framed},
        theme::space,
        widgets::{Choice, Field, Select},
    },
    studio::outline::RowPart,
};

/// Room for how the element is found.
const BY: f32 = 116.0;

/// Shows how the element is found, and the text or the selector beside it.
pub(super) fn show(ui: &mut Ui, value: Option<&Value>, cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    let element = value.and_then(Element::of);
    let by_selector = matches!(element, Some(Element::Selector(_)));
    let mut written = element.as_ref().map_or("", Element::written).to_owned();
    let as_value = |by_selector: bool, written: &str| {
        let written = written.to_owned();
        let element = match by_selector {
            true => Element::Selector(written),
            false => Element::Text(written),
        };
        Some(element.to_value())
    };
    let id = cell.place.id.with("value");
    let (picked, response) = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let picked = column(ui, BY, |ui| by(ui, by_selector, cell, desk)).inner;
            let sample = cell.field.spec().sample_value();
            let sample = match by_selector {
                true => "#buy".to_owned(),
                false => Element::of(&sample).map_or_else(String::new, |element| element.written().to_owned()),
            };
            let field = Field::new(&cell.name, &mut written)
                .hide_label()
                .id(id)
                .placeholder(&sample);
            let room = ui.available_width();
            let response = column(ui, room, |ui| framed(ui, cell.wrong, |ui| field.show(ui)).response).inner;
            (picked, response)
        })
        .inner;
    desk.arrive(ui, &cell.pointer, id, response.rect);
    take_text(ui, cell.place, RowPart::Value, id);
    let changed = response.changed();
    if written.len() > 18 && !response.has_focus() {
        response.on_hover_text(&written);
    }
    match picked.filter(|picked| *picked != by_selector) {
        Some(by_selector) => Change::Chosen(as_value(by_selector, &written)),
        None if changed => Change::Typed(as_value(by_selector, &written)),
        None => Change::None,
    }
}

/// Shows by what the element is found; returns whether by a selector, once that is chosen.
fn by(ui: &mut Ui, by_selector: bool, cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Option<bool> {
    let words = [(false, "element-by-text"), (true, "element-by-selector")];
    let shown = desk.t(words[usize::from(by_selector)].1);
    let name = format!("{} {}", cell.place.name, desk.t("element-by"));
    let choice = |(selector, key): &(bool, &str)| Choice {
        label: desk.t(key),
        chosen: *selector == by_selector,
        ..Choice::default()
    };
    let picked = Select::new(&name, &shown).show(ui, || words.iter().map(choice).collect());
    Some(words.get(picked?)?.0)
}
