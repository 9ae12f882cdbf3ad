//! The fields of a translation: what the campaign says, and below it the same in the language that is being written.

use egui::Ui;

use super::{line::Line, text::TextInput};
use crate::{
    campaign::{Content, MessagePart, PartTranslation, TextPart, Translation},
    desktop::{editor::desk::Desk, theme::Type, theme::palette},
    studio::echo,
    wording::language_label,
};

/// Shows a field for everything that the campaign says.
pub(super) fn show(ui: &mut Ui, tag: &str, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let parts: Vec<MessagePart> = MessagePart::translatable()
        .filter(|part| content.has_part(*part))
        .collect();
    for part in parts {
        match part {
            MessagePart::Text(part) => text(ui, tag, part, content, desk),
            MessagePart::Picture if content.image.is_some() => picture(ui, desk),
            MessagePart::Picture | MessagePart::Action(_) => {}
        }
    }
}

fn text(ui: &mut Ui, tag: &str, part: TextPart, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let empty = Translation::default();
    let translation = content.translation(tag).unwrap_or(&empty);
    if content.part_translation(translation, MessagePart::Text(part)) == PartTranslation::Nothing {
        return;
    }
    let own = content.text(part).unwrap_or_default().to_owned();
    let mut written = translation.texts.text(part).unwrap_or_default().to_owned();
    let language = language_label(tag, desk.ctx.text.language());
    let placeholder = desk.t1("editor-language-placeholder", "language", language);
    let input = TextInput::new(part)
        .in_language(tag, &own)
        .placeholder(Some(placeholder));
    if input.edit(ui, &mut written, desk) {
        echo::write_in(content, tag, part, (!written.is_empty()).then_some(written));
    }
}

fn picture(ui: &mut Ui, desk: &Desk<'_, '_>) {
    let label = desk.t(MessagePart::Picture.label());
    Line::new(&label).show(ui, |ui, _| {
        ui.label(Type::Small.text(desk.t("editor-language-same-picture"), palette(ui).text_muted));
    });
}
