//! An open campaign: its content and revision, how to undo changes, and whether its file holds them.
//!
//! Every change has a name by construction: [`Session::step`] takes one, and [`Session::edit`] gives a change that the editor did not
//! name a common one. So what is shown, what is saved and what can be undone are always the same.

mod edit;
mod parked;
mod place;
#[cfg(test)]
mod tests;
mod touched;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::Duration,
};

pub use edit::{Edit, OUTSIDE};
pub use parked::Parked;
pub use touched::Touched;

use chrono::{DateTime, Utc};

use crate::{
    campaign::{Campaign, SavedAudiences, TextPart, to_json},
    library::{History, HistoryLimits, LibraryError, Record, Stored, TroubleKind, VersionTag},
};
use place::changed_place;

/// The file that the campaign is saved into, and its content. Only jobs of the disk worker lock it, so that saves follow each other.
pub type FileState = Arc<Mutex<VersionTag>>;

/// What kept an edition from being saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveFailure {
    /// The disk refused it.
    Disk(LibraryError),
    /// The disk worker panicked while it saved.
    BrokeOff,
}

impl SaveFailure {
    /// What kind of trouble it is.
    pub fn kind(&self) -> TroubleKind {
        match self {
            Self::Disk(error) => error.kind,
            Self::BrokeOff => TroubleKind::Other,
        }
    }
}

/// Why the file does not hold the newest edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotSaved {
    /// What happened.
    pub why: SaveFailure,
    /// The place of a copy of the unsaved edition; `None` if it could not be stored.
    pub rescued: Option<PathBuf>,
    /// The number of failed attempts to save.
    pub attempts: u32,
    /// The edition that could not be saved.
    pub edition: u64,
}

/// The state of saving.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Saving {
    /// No trouble is known.
    #[default]
    Fine,
    /// The disk worker was given this edition.
    Running(u64),
    /// The disk refused it; it is retried.
    Failed(NotSaved),
    /// Another program changed the file: the user has to choose, and nothing is saved before.
    Undecided,
}

/// What undo or redo did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The step's name: the key of a text.
    pub name: String,
    /// Where the campaign has changed, as a JSON Pointer; empty if not in a single place.
    pub place: String,
}

/// A campaign that is, or was, open in this window.
#[derive(Debug)]
pub struct Session {
    /// Distinguishes sessions, whatever happens to their files.
    number: u64,
    campaign: Campaign,
    /// The saved audiences of its library.
    audiences: Arc<SavedAudiences>,
    /// The campaign with their conditions in their places; `None` where it uses none of them.
    inlined: Option<Box<Campaign>>,
    path: PathBuf,
    file: FileState,
    /// Rises with every change, across all sessions, so that views know what they show.
    revision: u64,
    /// Rises with every change of this session.
    edition: u64,
    saved: u64,
    saving: Saving,
    history: History<Campaign>,
    /// When it was shown last.
    opened_at: DateTime<Utc>,
    /// What the campaign was before the first edit since then.
    begun_with: Option<Campaign>,
    touched: Touched,
}

impl Session {
    /// Opens a stored campaign with its undo history, if there is one, at the instant `now`. `number` must be higher than any before.
    pub fn new(
        stored: Stored,
        history: Option<Record<Campaign>>,
        now: DateTime<Utc>,
        number: u64,
        revision: u64,
    ) -> Self {
        let Stored { tag, campaign } = stored;
        let limits = HistoryLimits::default();
        let mut history = match history {
            Some(record) => History::of_record(record, limits, weight),
            None => History::new(campaign.clone(), limits, weight),
        };
        history.meet(&campaign, says_the_same, OUTSIDE);
        Self {
            number,
            campaign,
            audiences: Arc::default(),
            inlined: None,
            path: tag.path.clone(),
            file: Arc::new(Mutex::new(tag)),
            revision,
            edition: 0,
            saved: 0,
            saving: Saving::Fine,
            history,
            opened_at: now,
            begun_with: None,
            touched: Touched::default(),
        }
    }

    /// Distinguishes sessions, whatever happens to their files.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// What the campaign says now.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// What the campaign means: with the conditions of saved audiences in their places. This is decided about, shown to visitors and launched.
    pub fn inlined(&self) -> &Campaign {
        self.inlined.as_deref().unwrap_or(&self.campaign)
    }

    /// Takes over what the library's saved audiences say. Another meaning is another revision, although the campaign is the same.
    pub fn know_audiences(&mut self, audiences: Arc<SavedAudiences>) {
        self.audiences = audiences;
        let before = self.inlined.take();
        self.inline();
        if self.inlined != before {
            self.revision += 1;
        }
    }

    fn inline(&mut self) {
        let uses = !self.audiences.is_empty() && !self.campaign.audience.references().is_empty();
        self.inlined = uses.then(|| Box::new(self.campaign.inlined(&self.audiences)));
    }

    /// The file's state, shared with the disk worker's jobs.
    pub fn file(&self) -> FileState {
        self.file.clone()
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was touched in this session.
    pub fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Notes that a launch was tried: from now on, what is missing counts as wrong.
    pub fn try_launch(&mut self) {
        self.touched.try_launch();
    }

    /// Rises with every change, over all sessions.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Gives the session a new revision because it is shown, perhaps again after others, from `now` on.
    pub fn show_as(&mut self, revision: u64, now: DateTime<Utc>) {
        self.revision = revision;
        self.opened_at = now;
    }

    /// When it was shown last.
    pub fn opened_at(&self) -> DateTime<Utc> {
        self.opened_at
    }

    /// Rises with every change of this session.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Whether the file does not hold the newest edition yet.
    pub fn is_unsaved(&self) -> bool {
        self.saved != self.edition
    }

    /// The state of saving.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// Notes the state of saving.
    pub fn set_saving(&mut self, saving: Saving) {
        self.saving = saving;
    }

    /// Changes the campaign in one step; `name` is the key of the step's name.
    pub fn step<R>(&mut self, name: &'static str, change: impl FnOnce(&mut Campaign) -> R) -> R {
        let result = change(&mut self.campaign);
        self.remember(Duration::ZERO, Some(Edit::Step(name)));
        result
    }

    /// Takes over another version of the campaign as one step; what identifies it and its last launch stay.
    pub fn take_version(&mut self, name: &'static str, version: Campaign) {
        self.step(name, |campaign| {
            *campaign = Campaign {
                id: campaign.id.clone(),
                launched_at: campaign.launched_at.clone(),
                ..version
            };
        });
    }

    /// Lets the editor work on the campaign for a frame; `change` returns the name of the change. `now` is the time since the app
    /// started.
    pub fn edit(&mut self, now: Duration, change: impl FnOnce(&mut Campaign) -> Option<Edit>) {
        let edit = change(&mut self.campaign);
        self.remember(now, edit);
    }

    fn remember(&mut self, now: Duration, edit: Option<Edit>) {
        if *self.history.present() == self.campaign {
            return;
        }
        debug_assert!(
            edit.is_some(),
            "a change without a name at `{}`",
            changed_place(self.history.present(), &self.campaign)
        );
        self.begun_with.get_or_insert_with(|| self.history.present().clone());
        match edit.unwrap_or(Edit::Step(edit::UNNAMED)) {
            Edit::Step(name) => {
                self.touched.restructure(&self.campaign);
                self.history.step(&self.campaign, name);
            }
            Edit::Typed(name, place) => {
                self.touched.type_into(&place, &self.campaign);
                self.history.typed(&self.campaign, name, &place, now);
            }
        }
        self.changed();
    }

    fn changed(&mut self) {
        self.inline();
        self.revision += 1;
        self.edition += 1;
    }

    /// Ends the open step of typing, because the focus moved elsewhere.
    pub fn close_step(&mut self) {
        self.history.close();
        self.touched.leave(&self.campaign);
    }

    /// Whether typing has paused, so that the campaign may be saved. `now` is the time since the app started.
    pub fn is_idle(&mut self, now: Duration) -> bool {
        self.history.tick(now)
    }

    /// The undo history as plain data, to be written down.
    pub fn history(&self) -> Record<Campaign> {
        self.history.record()
    }

    /// Returns the key of the text that names the step to undo.
    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    /// The key of the text that names the step to redo.
    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    /// Undoes the last step.
    pub fn undo(&mut self) -> Option<Undone> {
        let name = self.history.undo_name()?.to_owned();
        let before = self.history.undo()?;
        Some(self.go_to(before, name))
    }

    /// Redoes the last undone step.
    pub fn redo(&mut self) -> Option<Undone> {
        let name = self.history.redo_name()?.to_owned();
        let after = self.history.redo()?;
        Some(self.go_to(after, name))
    }

    fn go_to(&mut self, campaign: Campaign, name: String) -> Undone {
        let before = std::mem::replace(&mut self.campaign, campaign);
        let place = changed_place(&before, &self.campaign);
        // The instant of the launch is not part of any step.
        self.campaign.launched_at.clone_from(&before.launched_at);
        self.history.amend(&self.campaign);
        self.begun_with.get_or_insert(before);
        self.changed();
        Undone { name, place }
    }

    /// Notes when the campaign was last launched. Not a step of its own: Undo does not undo a launch.
    pub fn note_launched(&mut self, at: &str) {
        if self.campaign.launched_at.as_deref() != Some(at) {
            self.campaign.launched_at = Some(at.to_owned());
            self.history.amend(&self.campaign);
            self.changed();
        }
    }

    /// Notes that the file holds an edition.
    pub fn note_saved(&mut self, edition: u64) {
        self.saved = self.saved.max(edition);
        self.saving = Saving::Fine;
    }

    /// Notes that the campaign's file has another name now.
    pub fn note_moved(&mut self, path: &Path) {
        self.path = path.to_owned();
    }

    /// Takes over the file's current content as one step; the edits made here are one undo away. True when it differs visibly
    /// to the user.
    pub fn take_outside(&mut self, stored: Stored) -> bool {
        let Stored { tag, campaign } = stored;
        let differs = !says_the_same(&self.campaign, &campaign);
        self.campaign = campaign;
        self.history.meet(&self.campaign, says_the_same, OUTSIDE);
        self.changed();
        self.saved = self.edition;
        self.saving = Saving::Fine;
        self.begun_with = None;
        self.follow(tag);
        differs
    }

    /// Notes that the file holds an edition, after a conflict.
    pub fn note_kept(&mut self, tag: VersionTag, edition: u64) {
        self.note_saved(edition);
        self.follow(tag);
    }

    /// Follows a file that another program renamed.
    pub fn follow(&mut self, tag: VersionTag) {
        self.path = tag.path.clone();
        // Jobs that still hold the old state find an unexpected file, and report it.
        self.file = Arc::new(Mutex::new(tag));
    }

    /// Takes over a draft that was not saved when the app ended: as one step, and always unsaved.
    pub fn recover(&mut self, name: &'static str, draft: Campaign) {
        self.step(name, |campaign| *campaign = draft);
        if !self.is_unsaved() {
            self.changed();
        }
    }

    /// Ends the editing session: what the campaign was at its beginning, if it was edited and is different now.
    pub fn end_editing(&mut self) -> Option<Campaign> {
        self.close_step();
        let begun = self.begun_with.take()?;
        (!says_the_same(&begun, &self.campaign)).then_some(begun)
    }

    /// Whether it was edited since it was opened.
    pub fn is_edited(&self) -> bool {
        self.begun_with.is_some()
    }

    /// Roughly how many bytes the session takes.
    pub fn weight(&self) -> usize {
        let record = self.history.record();
        let steps = record.past.iter().chain(&record.future);
        weight(&self.campaign) + steps.map(|step| weight(&step.value)).sum::<usize>()
    }
}

/// Whether two versions of a campaign are the same to a user who edits it: the instant of the last launch is recorded automatically.
pub fn says_the_same(one: &Campaign, other: &Campaign) -> bool {
    let launched_at = one.launched_at.clone();
    let other = Campaign {
        launched_at,
        ..other.clone()
    };
    *one == other || to_json(one) == to_json(&other)
}

/// Roughly how many bytes a snapshot takes.
fn weight(campaign: &Campaign) -> usize {
    let texts = TextPart::ALL.iter().filter_map(|part| part.read(campaign));
    let texts: usize = texts.map(str::len).sum();
    2_000 + texts + 400 * campaign.audience.count_conditions()
}
