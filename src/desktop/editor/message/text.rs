//! A text of the message: its label, a live counter, the menu that inserts an attribute, and what is wrong with it.

use egui::{Align, Id, Layout, Ui};

use super::{script, token};
use crate::{
    campaign::{Content, TextLimit, TextSpec, text_length, token_ranges},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, space},
        widgets::Field,
    },
    insight::TextPart,
    studio::tone::Tone,
};

/// A text field for one part of the message.
#[must_use = "call `show`"]
pub(super) struct TextInput {
    part: TextPart,
    spec: TextSpec,
    help: &'static str,
}

impl TextInput {
    /// A field for `part`.
    pub(super) fn new(part: TextPart) -> Self {
        Self {
            part,
            spec: part.spec(),
            help: "",
        }
    }

    /// Explains the field while nothing is wrong with it; `key` is empty for one that explains itself.
    pub(super) fn help(mut self, key: &'static str) -> Self {
        self.help = key;
        self
    }

    /// Shows the field over the whole width and applies what was typed.
    pub(super) fn show(self, ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
        let mut text = content.text(self.part).unwrap_or_default().to_owned();
        if self.edit(ui, &mut text, desk) {
            content.set_text(self.part, (!text.is_empty()).then_some(text));
        }
    }

    /// The same for a text that is always there. True when it was changed.
    pub(super) fn edit(&self, ui: &mut Ui, text: &mut String, desk: &mut Desk<'_, '_>) -> bool {
        let TextSpec {
            pointer, label: key, ..
        } = self.spec;
        let id = Id::unique(("editor-message", pointer));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let label = desk.t(key);
            let (above, inserted) = self.head(ui, &label, text, id, desk);
            let help = match self.help {
                "" => String::new(),
                key => desk.t(key),
            };
            let findings: Vec<(Tone, String)> = desk
                .ctx
                .analysis
                .findings_at(pointer)
                .map(|finding| (finding.tone(), finding.line()))
                .collect();
            let placeholder = desk.t(&format!("{key}-placeholder"));
            token::select(ui, id);
            let field = Field::new(&label, text)
                .labelled_by(above)
                .id(id)
                .rows(self.spec.lines)
                .marks(token_ranges)
                .placeholder(&placeholder)
                .help(&help)
                .findings(&findings);
            let response = field.show(ui).response;
            desk.arrive(ui, pointer, id, response.rect);
            if response.has_focus() {
                desk.focused = Some(pointer);
            }
            note_direction(ui, text, desk);
            if inserted {
                desk.structural("editor-step-token");
            } else if response.changed() {
                desk.typing(pointer, "editor-step-text");
            }
            inserted || response.changed()
        })
        .inner
    }

    /// The line above the field: its label's identity, and whether an attribute was inserted.
    fn head(&self, ui: &mut Ui, label: &str, text: &mut String, id: Id, desk: &Desk<'_, '_>) -> (Id, bool) {
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 20.0;
            ui.spacing_mut().item_spacing.x = space::S;
            let above = ui.label(Type::Label.text(label, palette(ui).text)).id;
            let rest = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let inserted = self.spec.takes_tokens && token::button(ui, label, text, id, desk);
                counter(ui, text_length(text), self.spec.limit);
                inserted
            });
            (above, rest.inner)
        })
        .inner
    }
}

/// Shows how much room is used.
fn counter(ui: &mut Ui, count: usize, limit: TextLimit) {
    let Some(most) = limit.shown_most(count) else { return };
    let p = palette(ui);
    let color = if count > limit.characters {
        p.danger
    } else if limit.fitting.is_some_and(|fitting| count > fitting) {
        p.warning
    } else {
        p.text_faint
    };
    ui.label(Type::Caption.text(format!("{count} / {most}"), color));
}

fn note_direction(ui: &mut Ui, text: &str, desk: &Desk<'_, '_>) {
    if !script::is_right_to_left(text) {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let color = palette(ui).text_muted;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(14.0, 16.0), egui::Sense::hover());
        Icon::Info.paint(ui.painter(), rect.center(), 14.0, color);
        ui.add(egui::Label::new(Type::Caption.text(desk.t("editor-right-to-left"), color)).wrap());
    });
}
