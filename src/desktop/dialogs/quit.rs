//! Closing the window while something is not written: what that is, whether it is safe, and both choices.

use egui::Ui;

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, sentence},
};
use crate::{
    desktop::{
        theme::{Type, palette, space},
        widgets,
    },
    studio::{closing::Unkept, tone::Tone, trouble::InWords},
};

/// Asks whether to close the window anyway.
#[derive(Debug)]
pub struct QuitDialog(What);

#[derive(Debug)]
enum What {
    Unsaved(Vec<Unkept>),
    /// The disk does not answer; what it is doing.
    Slow(String),
}

impl QuitDialog {
    /// For campaigns that could not be saved.
    pub fn unsaved(campaigns: Vec<Unkept>) -> Self {
        Self(What::Unsaved(campaigns))
    }

    /// For a disk that does not answer; `what` is being done.
    pub fn slow(what: String) -> Self {
        Self(What::Slow(what))
    }

    pub(super) fn show(&self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let title = match &self.0 {
            What::Unsaved(_) => "quit-unsaved-title",
            What::Slow(_) => "quit-slow-title",
        };
        let shell = Shell {
            id: "quit",
            title: &text.t(title),
            width: 480.0,
        };
        let shown = shell.show(ctx, |ui| {
            match &self.0 {
                What::Unsaved(campaigns) => unsaved(ui, view, campaigns),
                What::Slow(what) => {
                    let words = text.tv("quit-slow-help", &[("what", what.as_str().into())]);
                    sentence(ui, &words, palette(ui).text_muted);
                }
            }
            let (stay, close) = buttons(ui, &text.t("quit-stay"), true, &text.t("quit-anyway"));
            match (stay, close) {
                (true, _) => Some(Answer::Stay),
                (_, true) => Some(Answer::CloseAnyway),
                _ => None,
            }
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Stay))
    }
}

fn unsaved(ui: &mut Ui, view: DialogView<'_>, campaigns: &[Unkept]) {
    let (text, p) = (view.text, palette(ui));
    let safe = campaigns.iter().all(|campaign| campaign.safe);
    let help = if safe { "quit-unsaved-safe" } else { "quit-unsaved-lost" };
    sentence(ui, &text.t(help), p.text_muted);
    ui.add_space(space::S);
    for campaign in campaigns {
        let tone = if campaign.safe { Tone::Warning } else { Tone::Danger };
        ui.horizontal(|ui| {
            widgets::dot(ui, tone, &text.t("recovery-unsaved"));
            ui.add(egui::Label::new(Type::BodyStrong.text(&campaign.name, p.text)).truncate());
        });
        let why = match &campaign.why {
            Some(why) => why.words(text).what,
            None => text.t("quit-undecided"),
        };
        ui.add(egui::Label::new(Type::Small.text(why, p.text_faint)).wrap());
    }
}
