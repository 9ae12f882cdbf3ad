//! The open campaign: what it says, which revision that is, and how to take changes back.
//!
//! Only the editor holds the campaign to change it, and says what each change is called.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::Duration,
};

use super::draft::{Draft, Edit};
use crate::{
    campaign::Campaign,
    library::{History, HistoryLimits, Stamp, Stored},
};

/// Which file the campaign is saved into, and what it holds; locked while a save runs, so that saves follow each other.
pub type FileState = Arc<Mutex<Stamp>>;

/// The open campaign.
#[derive(Debug)]
pub struct Session {
    campaign: Campaign,
    path: PathBuf,
    file: FileState,
    revision: u64,
    saved: u64,
    history: History<Campaign>,
}

impl Session {
    /// Opens a stored campaign. `revision` must be higher than any that was used before, so that late results are recognised.
    pub fn new(stored: Stored, revision: u64) -> Self {
        let Stored { stamp, campaign } = stored;
        let history = History::new(campaign.clone(), HistoryLimits::default(), weight);
        let path = stamp.path.clone();
        Self {
            campaign,
            path,
            file: Arc::new(Mutex::new(stamp)),
            revision,
            saved: revision,
            history,
        }
    }

    /// What the campaign says now.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// The file's state, shared with saves that run beside the window.
    pub fn file(&self) -> FileState {
        self.file.clone()
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Rises with every change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the file does not hold the newest revision yet.
    pub fn is_unsaved(&self) -> bool {
        self.saved != self.revision
    }

    /// Lets `change` work on the campaign, and remembers what it did. `now` is the time since the app started.
    pub fn edit<R>(&mut self, now: Duration, change: impl FnOnce(&mut Draft<'_>) -> R) -> R {
        let mut draft = Draft::new(&mut self.campaign);
        let result = change(&mut draft);
        if let Some(edit) = draft.edit() {
            self.remember(now, &edit);
        }
        result
    }

    fn remember(&mut self, now: Duration, edit: &Edit) {
        if *self.history.present() == self.campaign {
            return;
        }
        match edit {
            Edit::Step(name) => self.history.step(&self.campaign, name),
            Edit::Typed(name, place) => self.history.typed(&self.campaign, name, place, now),
        }
        self.revision += 1;
    }

    /// Ends the step that typing has open, because the keyboard went elsewhere.
    pub fn close_step(&mut self) {
        self.history.close();
    }

    /// Whether typing has paused, so that the campaign may be saved. `now` is the time since the app started.
    pub fn is_idle(&mut self, now: Duration) -> bool {
        self.history.tick(now)
    }

    /// The key of the text that names what undo takes back.
    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    /// The key of the text that names what redo makes again.
    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    /// Takes the last step back; false when there is none.
    pub fn undo(&mut self) -> bool {
        let before = self.history.undo();
        self.take(before)
    }

    /// Makes the last undone step again; false when there is none.
    pub fn redo(&mut self) -> bool {
        let after = self.history.redo();
        self.take(after)
    }

    fn take(&mut self, campaign: Option<Campaign>) -> bool {
        let Some(campaign) = campaign else { return false };
        self.campaign = campaign;
        self.revision += 1;
        true
    }

    /// Notes when the campaign was last launched. No step of its own: a launch is not undone by Undo, and whoever keeps the launches
    /// notes it again after an undo.
    pub fn note_launched(&mut self, at: &str) {
        if self.campaign.launched_at.as_deref() != Some(at) {
            self.campaign.launched_at = Some(at.to_owned());
            self.revision += 1;
        }
    }

    /// Notes that the file holds `revision` now.
    pub fn note_saved(&mut self, revision: u64) {
        self.saved = self.saved.max(revision);
    }

    /// Notes that the campaign has another file now, which holds the newest revision.
    pub fn note_moved(&mut self, stamp: Stamp) {
        self.path = stamp.path.clone();
        self.file = Arc::new(Mutex::new(stamp));
        self.saved = self.revision;
    }
}

/// Roughly how many bytes a snapshot takes.
fn weight(campaign: &Campaign) -> usize {
    2_000 + 400 * campaign.audience.count_conditions()
}
