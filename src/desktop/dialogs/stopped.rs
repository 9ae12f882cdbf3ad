//! After a crash: that it happened, that the work is safe, and what to send.

use std::path::PathBuf;

use egui::Ui;

use super::{
    Answer, DialogView,
    shell::{Shell, button_row, sentence},
};
use crate::{
    desktop::{
        theme::{palette, space},
        widgets::Button,
    },
    studio::command::Command,
    wording::text::Text,
};

/// Says that Beckon stopped unexpectedly the last time.
#[derive(Debug)]
pub struct StoppedDialog {
    /// The report of it.
    pub report: PathBuf,
}

impl StoppedDialog {
    pub(super) fn show(&self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "stopped",
            title: &text.t("stopped-title"),
            width: 480.0,
        };
        let shown = shell.show(ctx, |ui| {
            let p = palette(ui);
            sentence(ui, &text.t("stopped-safe"), p.text);
            ui.add_space(space::S);
            sentence(ui, &text.t("stopped-send"), p.text_muted);
            self.buttons(ui, text)
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn buttons(&self, ui: &mut Ui, text: &Text) -> Option<Answer> {
        button_row(ui, |ui| {
            let copy = text.t(&Command::CopyDiagnostics.label_key());
            if ui.add(Button::primary(copy)).clicked() {
                return Some(Answer::CopyDiagnostics);
            }
            if ui.add(Button::secondary(text.t("stopped-show"))).clicked() {
                return Some(Answer::ShowReport(self.report.clone()));
            }
            let close = ui.add(Button::ghost(text.t("close"))).clicked();
            close.then_some(Answer::Cancel)
        })
    }
}
