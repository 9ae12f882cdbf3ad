//! Somebody else changed a campaign at the backend: both versions, in words, and the choices. Nothing is lost either way.

use std::path::PathBuf;

use egui::Ui;

use super::{
    Answer, DialogView,
    shell::{Shell, list_height, sentence},
};
use crate::{
    campaign::Campaign,
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    insight,
    publish::{Choice, Conflict, Document, What},
    studio::publishing::{ChangeLine, change_lines},
    wording::Language,
};

/// Asks which version continues.
#[derive(Debug)]
pub struct PublishedConflictDialog {
    /// The draft's file.
    path: PathBuf,
    name: String,
    /// The connection's identity and name.
    connection: String,
    place: String,
    conflict: Conflict,
    changes: Vec<ChangeLine>,
}

impl PublishedConflictDialog {
    /// For the campaign of the file `path`, which says `mine`, at a connection called `place`.
    pub fn new(
        path: PathBuf,
        mine: &Campaign,
        connection: String,
        place: String,
        conflict: Conflict,
        language: Language,
    ) -> Self {
        let theirs = conflict.theirs.as_ref().and_then(Document::campaign);
        Self {
            path,
            name: mine.name.clone(),
            connection,
            place,
            changes: theirs
                .map(|theirs| change_lines(insight::difference(theirs, mine), language))
                .unwrap_or_default(),
            conflict,
        }
    }

    pub(super) fn show(&self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "published conflict",
            title: &text.t("clash-title"),
            width: 640.0,
        };
        let shown = shell.show(ctx, |ui| {
            let gone = self.conflict.theirs.is_none();
            let values = [
                ("name", self.name.as_str().into()),
                ("place", self.place.as_str().into()),
            ];
            let key = if gone { "clash-gone" } else { "clash-changed" };
            sentence(ui, &text.tv(key, &values), palette(ui).text_muted);
            ui.add_space(space::M);
            if !gone {
                self.versions(ui, view);
                ui.add_space(space::L);
            }
            self.choices(ui, view)
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn versions(&self, ui: &mut Ui, view: DialogView<'_>) {
        let text = view.text;
        if self.changes.is_empty() {
            ui.label(Type::Small.text(text.t("clash-same"), palette(ui).text_muted));
            return;
        }
        let heads = [text.t("clash-theirs-head"), text.t("clash-mine-head")];
        let tallest = list_height(ui, 420.0, 120.0);
        widgets::change_list(ui, [&heads[0], &heads[1]], &self.changes, tallest);
    }

    fn choices(&self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let gone = self.conflict.theirs.is_none();
        let (mine, mine_detail) = match (self.conflict.what, gone) {
            (What::Launch, false) => ("clash-keep-mine", "clash-keep-mine-detail"),
            (What::Launch, true) => ("clash-launch-again", "clash-launch-again-detail"),
            (What::Pause, _) => ("clash-pause", "clash-keep-mine-detail"),
            (What::TakeDown, _) => ("clash-take-down", "clash-keep-mine-detail"),
        };
        let (theirs, theirs_detail) = if gone {
            ("clash-leave", "clash-leave-detail")
        } else {
            ("clash-take-theirs", "clash-take-theirs-detail")
        };
        let mut answer = None;
        let mut choice = |ui: &mut Ui, button: Button, detail: &str, choice: Choice| {
            if ui.add(button.fill_width()).clicked() {
                answer = Some(Answer::ResolvePublished {
                    path: self.path.clone(),
                    connection: self.connection.clone(),
                    conflict: Box::new(self.conflict.clone()),
                    choice,
                });
            }
            ui.label(Type::Caption.text(text.t(detail), palette(ui).text_faint));
            ui.add_space(space::XS);
        };
        let keep = Button::primary(text.t(mine)).icon(Icon::Rocket);
        choice(ui, keep, mine_detail, Choice::KeepMine);
        let take = Button::secondary(text.t(theirs)).icon(Icon::Download);
        choice(ui, take, theirs_detail, Choice::TakeTheirs);
        if ui.add(Button::ghost(text.t("clash-later")).fill_width()).clicked() {
            answer = Some(Answer::Cancel);
        }
        answer
    }
}
