//! What has been clicked on the page: each element by its text or by a selector, in rows.

use egui::{Id, Ui};

use super::property;
use crate::{
    campaign::{Element, Field},
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    wording::{field_label, text::Text},
};

/// Shows what has been clicked, and the button that adds something.
pub(super) fn show(ui: &mut Ui, clicked: &mut Vec<Element>, text: &Text) {
    let title = field_label(Field::Clicked, text.language());
    ui.label(Type::Label.text(title, palette(ui).text));
    ui.spacing_mut().item_spacing.y = space::XS;
    let mut removed = None;
    for (index, element) in clicked.iter_mut().enumerate() {
        let name = |key: &str| text.tv(key, &[("number", (index + 1).into())]);
        ui.horizontal(|ui| {
            let room = egui::vec2(ui.available_width() - 40.0, 28.0);
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            ui.allocate_ui_with_layout(room, layout, |ui| {
                let id = Id::unique(("simulator clicked", index));
                one(ui, id, &name("simulator-clicked-name"), element, text);
            });
            if widgets::icon_button(ui, Icon::X, &name("simulator-remove-clicked")).clicked() {
                removed = Some(index);
            }
        });
    }
    if let Some(index) = removed {
        clicked.remove(index);
    }
    let add = Button::ghost(text.t("simulator-add-clicked")).icon(Icon::Plus).small();
    if ui.add(add).clicked() {
        let sample = Field::Clicked.spec().sample_value();
        clicked.extend(Element::of(&sample));
    }
}

/// Shows one element, from right to left: its text or its selector, and which of both it is.
pub(in crate::desktop) fn one(ui: &mut Ui, id: Id, name: &str, element: &mut Element, text: &Text) {
    let words = ["element-by-text", "element-by-selector"].map(|key| text.t(key));
    let by_selector = matches!(element, Element::Selector(_));
    let by = format!("{name} {}", text.t("element-by"));
    let mut written = element.written().to_owned();
    let picked = property::choice(ui, &by, &words[usize::from(by_selector)], &words);
    let by_selector = picked.map_or(by_selector, |picked| picked == 1);
    let sample = if by_selector { "#buy" } else { "Add to basket" };
    property::text(ui, id, name, &mut written, sample, false);
    *element = match by_selector {
        true => Element::Selector(written),
        false => Element::Text(written),
    };
}
