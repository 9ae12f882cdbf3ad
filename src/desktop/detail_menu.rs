//! The list of details of the visitor that can be put into a text, in a field and in the preview alike.

use egui::{Align, Label, Response};

use super::{
    theme::{Icon, Type, palette},
    widgets::{self, MenuItem},
};
use crate::wording::text::Text;

/// Shows the list below `button` once that was pressed. Returns what stands for the chosen detail in a text: `{{key|fallback}}`.
pub fn show(button: &Response, attributes: &[String], text: &Text) -> Option<String> {
    let mut chosen = None;
    widgets::menu(button, |ui| {
        let help = Type::Caption.text(text.t("editor-insert-help"), palette(ui).text_faint);
        ui.add(Label::new(help).wrap().halign(Align::LEFT));
        for key in attributes {
            if ui.add(MenuItem::new(Icon::Tag, key)).clicked() {
                chosen = Some(key.clone());
            }
        }
        let other = text.t("editor-insert-other");
        if ui.add(MenuItem::new(Icon::Plus, &other)).clicked() {
            chosen = Some(text.t("editor-insert-key"));
        }
    });
    let fallback = text.t("editor-insert-fallback");
    chosen.map(|key| format!("{{{{{key}|{fallback}}}}}"))
}
