//! A problem with the library's folder: what it is, what is safe, and that it is retried.

use egui::Ui;

use super::LibraryView;
use crate::{
    desktop::{
        theme::{Icon, Type, palette},
        widgets::{self, Button},
    },
    library::TroubleKind,
    studio::{
        action::{Action, Actions},
        tone::Tone,
    },
};

/// A problem with the library's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderTrouble {
    /// What kind of trouble.
    pub kind: TroubleKind,
    /// Whether it cannot even be listed.
    pub lost: bool,
    /// How many campaigns have changes that are not saved.
    pub unsaved: usize,
    /// Whether a copy of each of these changes is kept elsewhere.
    pub safe: bool,
}

impl FolderTrouble {
    /// The key of its name.
    pub(super) fn title_key(&self) -> &'static str {
        match (self.lost, self.kind) {
            (true, TroubleKind::Missing) => "folder-missing",
            (true, _) => "folder-unlisted",
            (false, TroubleKind::ReadOnly | TroubleKind::NotAllowed) => "folder-read-only",
            (false, TroubleKind::Full) => "folder-full",
            (false, _) => "folder-refuses",
        }
    }
}

pub(super) fn show(ui: &mut Ui, trouble: &FolderTrouble, view: LibraryView<'_>, actions: &mut Actions) {
    let (text, p) = (view.text, palette(ui));
    let safe = match (trouble.unsaved, trouble.safe) {
        (0, _) => text.t("folder-nothing-unsaved"),
        (count, true) => text.tv("folder-safe", &[("count", count.into())]),
        (count, false) => text.tv("folder-in-memory", &[("count", count.into())]),
    };
    widgets::notice(
        ui,
        Tone::Warning,
        Icon::TriangleAlert,
        &text.t(trouble.title_key()),
        |ui| {
            let words = format!("{safe} {}", text.t("folder-tried-again"));
            ui.add(egui::Label::new(Type::Small.text(words, p.text)).wrap())
                .on_hover_text(view.folder.display().to_string());
            if ui.add(Button::secondary(text.t("save-again")).small()).clicked() {
                actions.send(Action::SaveAgain);
            }
        },
    );
}
