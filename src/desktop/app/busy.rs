//! Messages about slow work, a troubled folder, and the age of figures.

use egui::Ui;

use super::App;
use crate::{
    desktop::library_panel::FolderTrouble,
    studio::{
        folder::FolderState,
        publishing::ConnectionState,
        session::{NotSaved, Saving},
    },
};

/// How long work may take before the window mentions it, in seconds.
const UNNOTICED: f64 = 0.6;

impl App {
    /// Returns what is being written, once that takes noticeably long.
    pub(super) fn busy_words(&mut self, ui: &Ui) -> Option<String> {
        let what = self.tasks.unwritten().first().copied();
        let now = ui.input(|input| input.time);
        let Some(what) = what else {
            self.busy_since = None;
            return None;
        };
        let since = *self.busy_since.get_or_insert(now);
        if now - since < UNNOTICED {
            let left = UNNOTICED - (now - since);
            ui.ctx().request_repaint_after_secs(left as f32 + 0.01);
            return None;
        }
        Some(self.text.t(what))
    }

    /// Returns what is wrong with the folder, and what is safe.
    pub(super) fn folder_trouble(&self) -> Option<FolderTrouble> {
        let (kind, lost) = match self.folder.state() {
            FolderState::Fine => return None,
            FolderState::Lost(kind) => (kind, true),
            FolderState::Refuses(kind) => (kind, false),
        };
        let failed = self.sessions.all().filter_map(|session| match session.saving() {
            Saving::Failed(failed) => Some(failed),
            Saving::Fine | Saving::Running(_) | Saving::Undecided => None,
        });
        let failed: Vec<&NotSaved> = failed.collect();
        Some(FolderTrouble {
            kind,
            lost,
            unsaved: failed.len(),
            safe: failed.iter().all(|failed| failed.rescued.is_some()),
        })
    }

    /// When the chosen backend was last heard, in words.
    pub(super) fn heard_words(&self) -> Option<String> {
        let heard = self.publishing.heard()?;
        let counts = self.shelf.items().iter().any(|item| item.counts.is_some());
        let answers = self.publishing.line() == ConnectionState::Online;
        let time = heard.with_timezone(&self.clock.zone()).format("%H:%M").to_string();
        (counts && answers).then(|| self.text.tv("counts-as-of", &[("time", time.into())]))
    }
}
