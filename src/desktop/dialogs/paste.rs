//! An audience that another program wrote, pasted as a text: what becomes of it is shown before it is taken.

use egui::{Id, Ui};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, sentence},
};
use crate::{
    campaign::NodePath,
    desktop::{
        theme::{Type, palette, space},
        widgets::{self, Field},
    },
    notation::{LossKind, NotationError, Read, read},
    studio::tone::Tone,
    wording::{self, text::Text},
};

/// How many losses are listed; the rest is counted.
const MOST_LOSSES: usize = 6;

/// Asks for a text in another notation.
#[derive(Debug)]
pub struct PasteDialog {
    path: NodePath,
    text: String,
    read: Option<Result<Read, NotationError>>,
    seen: bool,
}

impl PasteDialog {
    /// For the group at a path.
    pub fn new(path: NodePath) -> Self {
        Self {
            path,
            text: String::new(),
            read: None,
            seen: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let shell = Shell {
            id: "paste audience",
            title: &view.text.t("paste-title"),
            width: 560.0_f32.min(ctx.content_rect().width() - 96.0),
        };
        let shown = shell.show_holding(ctx, !self.text.trim().is_empty(), |ui| self.form(ui, view.text));
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn form(&mut self, ui: &mut Ui, text: &Text) -> Option<Answer> {
        sentence(ui, &text.t("paste-help"), palette(ui).text_muted);
        ui.add_space(space::M);
        let (label, hint) = (text.t("paste-text"), text.t("paste-hint"));
        let wrong: Vec<(Tone, String)> = match &self.read {
            Some(Err(error)) => vec![(Tone::Danger, text.t(&format!("paste-wrong-{}", error.id())))],
            Some(Ok(_)) | None => Vec::new(),
        };
        let field = Field::new(&label, &mut self.text)
            .id(Id::unique("audience of another program"))
            .placeholder(&hint)
            .rows(8)
            .findings(&wrong)
            .show(ui)
            .response;
        if !std::mem::replace(&mut self.seen, true) {
            field.request_focus();
        }
        if field.changed() {
            self.read = (!self.text.trim().is_empty()).then(|| read(&self.text));
        }
        if let Some(Ok(found)) = &self.read {
            ui.add_space(space::S);
            shown(ui, found, text);
        }
        let can = matches!(&self.read, Some(Ok(found)) if !found.audience.children.is_empty());
        let (acted, cancel) = buttons(ui, &text.t("paste-do"), can, &text.t("cancel"));
        if cancel {
            return Some(Answer::Cancel);
        }
        match &self.read {
            Some(Ok(found)) if acted => Some(Answer::Paste(self.path.clone(), Box::new(found.audience.clone()))),
            Some(_) | None => None,
        }
    }
}

/// Shows what the text says here, and what is lost.
fn shown(ui: &mut Ui, found: &Read, text: &Text) {
    let p = palette(ui);
    let values = [
        ("notation", found.notation.name().into()),
        ("count", found.audience.count_conditions().into()),
    ];
    ui.label(Type::Strong.text(text.tv("paste-found", &values), p.text));
    let says = wording::audience(&found.audience, text.language()).to_string();
    ui.add(egui::Label::new(Type::Small.text(says, p.text_muted)).wrap());
    for loss in found.losses.iter().take(MOST_LOSSES) {
        widgets::finding_line(ui, Tone::Warning, &loss_words(&loss.kind, text));
    }
    let more = found.losses.len().saturating_sub(MOST_LOSSES);
    if more > 0 {
        ui.label(Type::Small.text(text.tv("paste-more", &[("count", more.into())]), p.text_muted));
    }
}

/// What is lost, in words.
pub(in crate::desktop) fn loss_words(kind: &LossKind, text: &Text) -> String {
    let key = format!("notation-{}", kind.id().replace('_', "-"));
    text.tv(&key, &[("name", kind.named().into())])
}
