//! Another program changed a campaign that is edited here: what differs, and which version continues. Escape decides nothing: editing goes
//! on, and nothing is saved until the user has chosen.

use egui::Ui;

use super::{
    Answer, DialogView,
    shell::{Shell, list_height, sentence},
};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    insight,
    library::Theirs,
    studio::{
        conflicts::{Keep, Met},
        publishing::{ChangeLine, change_lines},
    },
    wording::Language,
};

/// Asks which version is kept.
#[derive(Debug)]
pub struct ConflictDialog {
    met: Met,
    /// What differs between the file and the edit.
    changes: Vec<ChangeLine>,
}

impl ConflictDialog {
    /// For an edition of a session and what the disk holds.
    pub fn new(met: Met, language: Language) -> Self {
        let changes = match &met.conflict.theirs {
            Theirs::Campaign(stored) => {
                change_lines(insight::difference(&stored.campaign, &met.conflict.mine), language)
            }
            Theirs::Unreadable { .. } | Theirs::Deleted => Vec::new(),
        };
        Self { met, changes }
    }

    /// The conflict.
    pub fn into_met(self) -> Met {
        self.met
    }

    pub(super) fn show(&self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let there = matches!(self.met.conflict.theirs, Theirs::Campaign(_));
        let (title, help) = match self.met.conflict.theirs {
            Theirs::Campaign(_) => ("conflict-title", "conflict-changed"),
            Theirs::Unreadable { .. } => ("conflict-title", "conflict-unreadable"),
            Theirs::Deleted => ("conflict-gone-title", "conflict-deleted"),
        };
        let shell = Shell {
            id: "conflict",
            title: &text.t(title),
            width: if there { 640.0 } else { 500.0 },
        };
        let shown = shell.show(ctx, |ui| {
            let name = self.met.conflict.mine.name.as_str();
            sentence(ui, &text.tv(help, &[("name", name.into())]), palette(ui).text_muted);
            ui.add_space(space::M);
            if there {
                self.differences(ui, view);
                ui.add_space(space::L);
            }
            self.choices(ui, view)
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn differences(&self, ui: &mut Ui, view: DialogView<'_>) {
        let text = view.text;
        if self.changes.is_empty() {
            let words = Type::Small.text(text.t("versions-alike"), palette(ui).text_muted);
            ui.add(egui::Label::new(words).wrap());
            return;
        }
        let heads = [text.t("conflict-theirs-head"), text.t("conflict-mine-head")];
        let tallest = list_height(ui, 460.0, 96.0);
        widgets::change_list(ui, [&heads[0], &heads[1]], &self.changes, tallest);
    }

    fn choices(&self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let mut answer = None;
        let mut choice = |ui: &mut Ui, button: Button, detail: &str, given: Answer| {
            if ui.add(button.fill_width()).clicked() {
                answer = Some(given);
            }
            ui.add(egui::Label::new(Type::Caption.text(text.t(detail), palette(ui).text_faint)).wrap());
            ui.add_space(space::XS);
        };
        let both = |button: Button| button.icon(Icon::Copy);
        let mine = Button::secondary(text.t("conflict-mine")).icon(Icon::Pencil);
        match self.met.conflict.theirs {
            Theirs::Campaign(_) => {
                let button = both(Button::primary(text.t("conflict-both")));
                choice(ui, button, "conflict-both-detail", Answer::Resolve(Keep::Both));
                choice(ui, mine, "conflict-mine-detail", Answer::Resolve(Keep::Mine));
                let theirs = Button::secondary(text.t("conflict-theirs")).icon(Icon::Download);
                choice(ui, theirs, "conflict-theirs-detail", Answer::Resolve(Keep::Theirs));
            }
            Theirs::Unreadable { .. } => {
                let button = both(Button::primary(text.t("conflict-both")));
                choice(ui, button, "conflict-both-broken-detail", Answer::Resolve(Keep::Both));
                choice(ui, mine, "conflict-mine-broken-detail", Answer::Resolve(Keep::Mine));
            }
            Theirs::Deleted => {
                let mine = Button::primary(text.t("conflict-mine")).icon(Icon::Pencil);
                choice(ui, mine, "conflict-mine-gone-detail", Answer::Resolve(Keep::Mine));
                let delete = Button::secondary(text.t("conflict-delete")).icon(Icon::Trash2);
                choice(ui, delete, "conflict-delete-detail", Answer::Resolve(Keep::Theirs));
            }
        }
        let later = Button::ghost(text.t("conflict-later")).fill_width();
        if ui.add(later).clicked() {
            answer = Some(Answer::Cancel);
        }
        ui.vertical_centered(|ui| {
            ui.label(Type::Caption.text(text.t("conflict-later-detail"), palette(ui).text_faint));
        });
        answer
    }
}
