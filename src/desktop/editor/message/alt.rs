//! What the picture of a card shows, in words, for visitors who cannot see it.

use egui::Ui;

use super::{line::Line, text::TextInput};
use crate::{
    campaign::{Content, TextPart},
    desktop::{editor::desk::Desk, widgets},
};

/// Shows the field while the card has a picture. One that is decoration alone has no words, and is known by that.
pub(super) fn show(ui: &mut Ui, help: &'static str, content: &mut Content, desk: &mut Desk<'_, '_>) {
    if content.image.is_none() {
        return;
    }
    let mut decorates = content.image_alt.as_deref() == Some("");
    if !decorates {
        TextInput::new(TextPart::ImageAlt).help(help).show(ui, content, desk);
    }
    Line::new("").show(ui, |ui, _| {
        let words = desk.t("editor-image-decorates");
        if widgets::toggle(ui, &mut decorates, &words).changed() {
            content.image_alt = decorates.then(String::new);
            desk.structural("editor-step-image-alt");
        }
    });
}
