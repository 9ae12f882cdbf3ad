//! The library's saved audiences as the window shows them, and the one that is being edited: written at every change, with a history of its own.
//!
//! What is edited counts for the campaigns that use it at once, and no change goes live by itself: launched campaigns count as changed. Takes
//! [`Event`]s and returns [`Request`]s.

mod users;

#[cfg(test)]
mod tests;

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

pub use users::{User, Users};

use super::{session::Edit, site::Saving, undoing::Direction};
use crate::{
    campaign::{SavedAudience, SavedAudiences},
    library::{
        AudienceEntry, AudienceSaveError, History, HistoryLimits, LibraryError, StoredAudience, VersionTag, readable,
    },
};

/// The file that the audience is saved into, and its content. Only jobs of the disk worker lock it, so that saves follow each other.
pub type AudienceFile = Arc<Mutex<VersionTag>>;

/// Something that happens to saved audiences.
#[derive(Debug)]
pub enum Event {
    /// They were read.
    Read(Result<Vec<AudienceEntry>, LibraryError>),
    /// A new one of this name was made.
    Made(String, Box<StoredAudience>),
    /// The user opens the one of this name.
    Open(String),
    /// The user goes back to the list.
    Close,
    /// The open one was changed, at this time since the app started.
    Changed(Box<SavedAudience>, Edit, Duration),
    /// The last change is to be undone, or redone.
    Walk(Direction),
    /// An edition of the one of this name was saved, or not.
    Saved(String, u64, Result<Box<StoredAudience>, AudienceSaveError>),
    /// Of two versions, the user keeps their own.
    KeepMine,
    /// Of two versions, the user takes the other one.
    TakeTheirs,
    /// What could not be written is to be tried again.
    Retry,
    /// A job of the disk worker panicked: nothing is being written.
    BrokeOff,
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request {
    /// The audiences mean this from now on.
    Know(Arc<SavedAudiences>),
    /// Look at the campaigns again, whose status may be another.
    List,
    /// Write the open one.
    Save(Box<Save>),
    /// Write the open one into a new file under its name: the file is gone.
    Put(Box<Save>),
    /// Say what was undone, or redone: the key of a text.
    SayWalked(Direction, String),
    /// Say the text of this key.
    Say(&'static str),
    /// Tell what the disk refused.
    Complain(LibraryError),
}

/// An audience to be written.
#[derive(Debug, Clone)]
pub struct Save {
    /// The name that campaigns use.
    pub name: String,
    /// Its file.
    pub file: AudienceFile,
    /// What it says.
    pub audience: SavedAudience,
    /// The edition.
    pub edition: u64,
}

/// The audience that is being edited.
#[derive(Debug)]
pub struct OpenAudience {
    name: String,
    file: AudienceFile,
    audience: SavedAudience,
    history: History<SavedAudience>,
    edition: u64,
    saving: Saving,
    /// Another program's version, which the user has to choose or refuse; `None` within for a file that is gone.
    conflict: Option<Option<Box<StoredAudience>>>,
}

impl OpenAudience {
    fn new(name: &str, stored: &StoredAudience) -> Self {
        Self {
            name: name.to_owned(),
            file: Arc::new(Mutex::new(stored.tag.clone())),
            history: History::new(stored.audience.clone(), HistoryLimits::default(), weight),
            audience: stored.audience.clone(),
            edition: 0,
            saving: Saving::Done,
            conflict: None,
        }
    }

    /// The name that campaigns use.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it says.
    pub fn audience(&self) -> &SavedAudience {
        &self.audience
    }

    /// Rises with every change.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Whether it is on the disk.
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// Another program's version, which the user has to choose or refuse; `None` within for a file that is gone.
    pub fn conflict(&self) -> Option<Option<&SavedAudience>> {
        let theirs = self.conflict.as_ref()?;
        Some(theirs.as_ref().map(|theirs| &theirs.audience))
    }

    fn save(&mut self) -> Box<Save> {
        self.saving = Saving::Running;
        Box::new(Save {
            name: self.name.clone(),
            file: self.file.clone(),
            audience: self.audience.clone(),
            edition: self.edition,
        })
    }
}

/// The saved audiences of the library.
#[derive(Debug, Default)]
pub struct AudienceDesk {
    entries: Vec<AudienceEntry>,
    known: Arc<SavedAudiences>,
    /// Why they could not be listed the last time.
    trouble: Option<LibraryError>,
    open: Option<OpenAudience>,
}

impl AudienceDesk {
    /// All files, in the order of their names.
    pub fn entries(&self) -> &[AudienceEntry] {
        &self.entries
    }

    /// What can be read, with the open one as it is now.
    pub fn known(&self) -> &Arc<SavedAudiences> {
        &self.known
    }

    /// Why they could not be listed the last time.
    pub fn trouble(&self) -> Option<&LibraryError> {
        self.trouble.as_ref()
    }

    /// The one that is being edited.
    pub fn open(&self) -> Option<&OpenAudience> {
        self.open.as_ref()
    }

    /// What people call the audience of a name.
    pub fn title<'a>(&'a self, name: &'a str) -> &'a str {
        title(&self.known, name)
    }

    /// The name of the step that would be undone or redone: the key of a text.
    pub fn step(&self, direction: Direction) -> Option<&str> {
        let open = self.open.as_ref().filter(|open| open.conflict.is_none())?;
        match direction {
            Direction::Undo => open.history.undo_name(),
            Direction::Redo => open.history.redo_name(),
        }
    }

    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event) -> Vec<Request> {
        match event {
            Event::Read(Ok(entries)) => self.read(entries),
            Event::Read(Err(error)) => {
                let known = self.trouble.replace(error.clone()) == Some(error.clone());
                (!known).then_some(Request::Complain(error)).into_iter().collect()
            }
            Event::Made(name, stored) => {
                let place = self.entries.partition_point(|entry| entry.name < name);
                self.entries.insert(
                    place,
                    AudienceEntry {
                        name,
                        path: stored.tag.path.clone(),
                        content: Ok(*stored),
                    },
                );
                self.renew().into_iter().collect()
            }
            Event::Open(name) => {
                let entry = self.entries.iter().find(|entry| entry.name == name);
                let stored = entry.and_then(|entry| entry.content.as_ref().ok());
                if self.open.as_ref().is_none_or(|open| open.name != name) {
                    self.open = stored.map(|stored| OpenAudience::new(&name, stored));
                }
                Vec::new()
            }
            Event::Close => {
                self.open = None;
                self.renew().into_iter().collect()
            }
            Event::Changed(audience, edit, now) => self.changed(*audience, edit, now),
            Event::Walk(direction) => self.walk(direction),
            Event::Saved(name, edition, result) => self.saved(&name, edition, result),
            Event::KeepMine => self.keep_mine(),
            Event::TakeTheirs => self.take_theirs(),
            Event::Retry => {
                let failed = self.open.as_mut().filter(|open| open.saving == Saving::Failed);
                failed.map(|open| Request::Save(open.save())).into_iter().collect()
            }
            Event::BrokeOff => {
                if let Some(open) = self.open.as_mut().filter(|open| open.saving == Saving::Running) {
                    open.saving = Saving::Failed;
                }
                Vec::new()
            }
        }
    }

    fn read(&mut self, entries: Vec<AudienceEntry>) -> Vec<Request> {
        self.trouble = None;
        let differs = entries != self.entries;
        self.entries = entries;
        let outside = self.meet();
        let know = self.renew();
        let list = differs.then_some(Request::List);
        know.into_iter().chain(list).chain(outside).collect()
    }

    /// What another program made of the open one.
    fn meet(&mut self) -> Option<Request> {
        let open = self.open.as_mut().filter(|open| open.saving == Saving::Done)?;
        let entry = self.entries.iter().find(|entry| entry.name == open.name);
        let Some(stored) = entry.and_then(|entry| entry.content.as_ref().ok()) else {
            // It is in nobody's file any more, or in one that cannot be read: the copy here is the last one.
            open.conflict = Some(None);
            return None;
        };
        if stored.audience == open.audience {
            return None;
        }
        take(open, stored);
        Some(Request::Say("audience-reloaded"))
    }

    fn changed(&mut self, audience: SavedAudience, edit: Edit, now: Duration) -> Vec<Request> {
        let Some(open) = self.open.as_mut().filter(|open| open.audience != audience) else {
            return Vec::new();
        };
        open.audience = audience;
        match edit {
            Edit::Step(name) => open.history.step(&open.audience, name),
            Edit::Typed(name, place) => open.history.typed(&open.audience, name, &place, now),
        }
        self.write()
    }

    fn walk(&mut self, direction: Direction) -> Vec<Request> {
        let Some(name) = self.step(direction).map(str::to_owned) else {
            return Vec::new();
        };
        let Some(open) = &mut self.open else { return Vec::new() };
        let other = match direction {
            Direction::Undo => open.history.undo(),
            Direction::Redo => open.history.redo(),
        };
        let Some(other) = other else { return Vec::new() };
        open.audience = other;
        let mut requests = self.write();
        requests.push(Request::SayWalked(direction, name));
        requests
    }

    /// Counts and writes a new edition of the open one, unless the user has to choose a version first.
    fn write(&mut self) -> Vec<Request> {
        let Some(open) = &mut self.open else { return Vec::new() };
        open.edition += 1;
        let save = open.conflict.is_none().then(|| Request::Save(open.save()));
        self.renew().into_iter().chain(save).collect()
    }

    fn saved(
        &mut self,
        name: &str,
        edition: u64,
        result: Result<Box<StoredAudience>, AudienceSaveError>,
    ) -> Vec<Request> {
        if let Ok(stored) = &result
            && let Some(entry) = self.entries.iter_mut().find(|entry| entry.name == name)
        {
            entry.content = Ok((**stored).clone());
        }
        let open = self
            .open
            .as_mut()
            .filter(|open| open.name == name && open.edition == edition);
        match (result, open) {
            (Ok(_), Some(open)) => {
                open.saving = Saving::Done;
                vec![Request::List]
            }
            // Later changes are on their way, or it was left.
            (Ok(_), None) => vec![Request::List],
            (Err(AudienceSaveError::Conflict { theirs, .. }), Some(open)) => {
                open.saving = Saving::Failed;
                open.conflict = Some(theirs);
                Vec::new()
            }
            (Err(AudienceSaveError::Conflict { .. }), None) => vec![Request::Say("audience-lost-to-other")],
            (Err(AudienceSaveError::Disk(error)), open) => {
                if let Some(open) = open {
                    open.saving = Saving::Failed;
                }
                vec![Request::Complain(error)]
            }
        }
    }

    fn keep_mine(&mut self) -> Vec<Request> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let request = match open.conflict.take() {
            None => return Vec::new(),
            Some(Some(theirs)) => {
                open.file = Arc::new(Mutex::new(theirs.tag));
                Request::Save(open.save())
            }
            Some(None) => Request::Put(open.save()),
        };
        vec![request]
    }

    fn take_theirs(&mut self) -> Vec<Request> {
        let Some(open) = &mut self.open else { return Vec::new() };
        match open.conflict.take() {
            None => return Vec::new(),
            Some(Some(theirs)) => take(open, &theirs),
            Some(None) => self.open = None,
        }
        self.renew().into_iter().chain([Request::List]).collect()
    }

    /// Renews what is known, with the open one as it is now.
    fn renew(&mut self) -> Option<Request> {
        let mut known = readable(&self.entries);
        if let Some(open) = &self.open {
            known.insert(open.name.clone(), open.audience.clone());
        }
        if known == *self.known {
            return None;
        }
        self.known = Arc::new(known);
        Some(Request::Know(self.known.clone()))
    }
}

/// Takes another program's version as one step; the edits made here are one undo away.
fn take(open: &mut OpenAudience, theirs: &StoredAudience) {
    open.audience = theirs.audience.clone();
    open.history
        .meet(&open.audience, |one, other| one == other, super::session::OUTSIDE);
    open.file = Arc::new(Mutex::new(theirs.tag.clone()));
    open.edition += 1;
    open.saving = Saving::Done;
    open.conflict = None;
}

/// What people call the audience of a name: its own name, else that of its file.
pub fn title<'a>(known: &'a SavedAudiences, name: &'a str) -> &'a str {
    let own = known.get(name).map(|audience| audience.name.trim());
    own.filter(|own| !own.is_empty()).unwrap_or(name)
}

/// Roughly how many bytes a snapshot takes.
fn weight(audience: &SavedAudience) -> usize {
    500 + 400 * audience.audience.count_conditions()
}
