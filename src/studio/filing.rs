//! The files of the library as the user changes them: made, copied, renamed, deleted, restored and imported.
//!
//! Takes [`Event`]s and returns [`Request`]s; the owner of the disk worker does the jobs. A second click repeats nothing: a job that has not
//! ended is not asked for again.

#[cfg(test)]
mod tests;

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use super::{
    editor_step::EditorStep,
    file_work::{Brought, Deleting, Opened},
    navigation::{self, Page},
    session::{FileState, Session},
    sessions::Sessions,
    shelf::{Item, Shelf},
    trouble::{self, Trouble},
};
use crate::{
    campaign::Campaign,
    library::{Binned, LibraryError, Stored},
};

/// A job of the disk worker that has not ended.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Job {
    Create,
    Duplicate(PathBuf),
    Rename(PathBuf),
    Delete(PathBuf),
    Restore(Binned),
    Import(PathBuf),
    Bring(PathBuf),
}

impl Job {
    /// Whether both make files from one and the same kind of source.
    fn makes_as(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::Duplicate(_), Self::Duplicate(_)) | (Self::Restore(_), Self::Restore(_))
        )
    }
}

/// The origin of a new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// A new campaign.
    New,
    /// A copy of the campaign of this file.
    Copy(PathBuf),
    /// A file of the bin.
    Restored(Binned),
}

/// Something that affects the library's files.
#[derive(Debug)]
pub enum Event {
    /// This new campaign is wanted.
    Create(Box<Campaign>),
    /// A copy of the campaign of this file is wanted.
    Duplicate(PathBuf),
    /// Another name is wanted for the campaign of this file.
    Rename(PathBuf, String),
    /// The campaigns of these files are to be deleted.
    Delete(Vec<PathBuf>),
    /// The same, and the user knows what that means for the site.
    DeleteConfirmed(Vec<PathBuf>),
    /// Something of the bin is wanted back.
    Restore(Binned),
    /// The campaigns of this file are wanted in the library.
    Import(PathBuf),
    /// This file from elsewhere is to be opened, as a copy in the library.
    Bring(PathBuf),
    /// A file was made, or not.
    Made(Made, Box<trouble::Result<Opened>>),
    /// A campaign that is not open was renamed, or not; its file before.
    Renamed(PathBuf, Box<trouble::Result<Stored>>),
    /// The file of the session of this number was named after its campaign, or not.
    Moved(u64, Result<PathBuf, LibraryError>),
    /// A campaign was deleted, or not.
    Deleted {
        /// Its file.
        path: PathBuf,
        /// Its name.
        name: String,
        /// Where it is kept.
        result: trouble::Result<Binned>,
    },
    /// The campaigns of this file were imported, or not.
    Imported(PathBuf, trouble::Result<Vec<Stored>>),
    /// The campaigns of this file from elsewhere are in the library, or not.
    Brought(PathBuf, trouble::Result<Brought>),
    /// A job of the disk worker panicked. Nothing waits for any of them.
    BrokeOff,
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request {
    /// Put this new campaign into the library, for [`Event::Made`].
    Create(Box<Campaign>),
    /// Copy the campaign of this file, from memory if it is there, for [`Event::Made`].
    Duplicate(PathBuf, Option<Box<Campaign>>),
    /// Rename the campaign of this file, for [`Event::Renamed`].
    Rename(PathBuf, String),
    /// Name the file of a session after its campaign, for [`Event::Moved`].
    MoveFile {
        /// The session's number.
        session: u64,
        /// Its file.
        file: FileState,
        /// The campaign's name.
        name: String,
    },
    /// Move a campaign into the bin, for [`Event::Deleted`].
    Delete {
        /// Its file.
        path: PathBuf,
        /// Its name.
        name: String,
        /// What its session holds, if it is, or was, open.
        session: Option<Deleting>,
    },
    /// Restore something of the bin, for [`Event::Made`].
    Restore(Binned),
    /// Import the campaigns of this file, for [`Event::Imported`].
    Import(PathBuf),
    /// Copy the campaigns of this file into the library unless they are there, for [`Event::Brought`].
    Bring(PathBuf),
    /// Ask whether campaigns are deleted, some of which are at a backend.
    ConfirmDelete(Vec<PathBuf>),
    /// Save the session of this number.
    Save(u64),
    /// Lead the user there.
    Navigate(navigation::Event),
    /// Open what was made.
    Open(Box<Opened>),
    /// Ask for the name of the campaign of this file.
    AskName(PathBuf),
    /// Open the campaign of this file of the library.
    OpenFile(PathBuf),
    /// A file of the library holds this campaign now.
    Listed(PathBuf, Box<Campaign>),
    /// Other files are in the library.
    ListChanged,
    /// The open campaign may have another status.
    OpenChanged,
    /// The open campaign has another file.
    OpenMoved,
    /// A file is gone.
    Gone(PathBuf),
    /// The bin holds something else now.
    ReadBin,
    /// Campaigns are in the bin: the name of each, and where.
    SayDeleted(Vec<(String, Binned)>),
    /// So many campaigns were imported.
    SayImported(usize),
    /// So many campaigns were copied from elsewhere; the name of the first.
    SayBrought(usize, String),
    /// Something went wrong.
    Complain(Trouble),
}

/// What is being done with files.
#[derive(Debug, Default)]
pub struct Filing {
    jobs: HashSet<Job>,
    deletions: Vec<Deletion>,
}

/// What the user deletes at once, and reads of in one message.
#[derive(Debug)]
struct Deletion {
    waits_for: HashSet<PathBuf>,
    done: Vec<(String, Binned)>,
}

impl Filing {
    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event, sessions: &mut Sessions, shelf: &mut Shelf) -> Vec<Request> {
        match event {
            Event::Create(campaign) => self.begin(Job::Create, || Request::Create(campaign)),
            Event::Duplicate(path) => self.begin(Job::Duplicate(path.clone()), || {
                let known = sessions.campaign_at(&path).map(Box::new);
                Request::Duplicate(path, known)
            }),
            Event::Rename(path, name) => match sessions.at(&path).map(Session::number) {
                Some(number) => rename_session(number, &name, sessions),
                None => self.begin(Job::Rename(path.clone()), || Request::Rename(path, name)),
            },
            Event::Delete(paths) => {
                let wanted: HashSet<&PathBuf> = paths.iter().collect();
                let is_wanted = |item: &&Item| wanted.contains(&item.path);
                match shelf.items().iter().filter(is_wanted).any(Item::is_at_backend) {
                    true => vec![Request::ConfirmDelete(paths)],
                    false => self.delete(paths, sessions, shelf),
                }
            }
            Event::DeleteConfirmed(paths) => self.delete(paths, sessions, shelf),
            Event::Restore(binned) => self.begin(Job::Restore(binned.clone()), || Request::Restore(binned)),
            Event::Import(path) => self.begin(Job::Import(path.clone()), || Request::Import(path)),
            Event::Bring(path) => self.begin(Job::Bring(path.clone()), || Request::Bring(path)),
            Event::Made(how, result) => self.made(how, *result),
            Event::Renamed(path, result) => {
                self.end(&Job::Rename(path.clone()));
                renamed(&path, *result, shelf)
            }
            // A file that cannot be moved keeps its name; the campaign still gets the new one.
            Event::Moved(_, Err(_)) => Vec::new(),
            Event::Moved(number, Ok(path)) => moved(number, &path, sessions, shelf),
            Event::Deleted { path, name, result } => {
                self.end(&Job::Delete(path.clone()));
                self.deleted(path, name, result)
            }
            Event::Imported(path, result) => {
                self.end(&Job::Import(path));
                match result {
                    Ok(stored) => {
                        let said = Request::SayImported(stored.len());
                        imported(stored, said)
                    }
                    Err(trouble) => vec![Request::Complain(trouble)],
                }
            }
            Event::Brought(path, result) => {
                self.end(&Job::Bring(path));
                match result {
                    Ok(Brought::Already(file)) => vec![
                        Request::Navigate(navigation::Event::Page(Page::Editor)),
                        Request::OpenFile(file),
                    ],
                    Ok(Brought::Copied(stored)) => {
                        let name = stored.first().map(|one| one.campaign.name.clone()).unwrap_or_default();
                        let said = Request::SayBrought(stored.len(), name);
                        imported(stored, said)
                    }
                    Err(trouble) => vec![Request::Complain(trouble)],
                }
            }
            Event::BrokeOff => {
                self.jobs.clear();
                let ended = std::mem::take(&mut self.deletions);
                report(ended)
            }
        }
    }

    /// Requests a job unless it is under way.
    fn begin(&mut self, job: Job, request: impl FnOnce() -> Request) -> Vec<Request> {
        match self.jobs.insert(job) {
            true => vec![request()],
            false => Vec::new(),
        }
    }

    fn delete(&mut self, paths: Vec<PathBuf>, sessions: &Sessions, shelf: &Shelf) -> Vec<Request> {
        let names: HashMap<&Path, &str> = shelf
            .items()
            .iter()
            .map(|item| (item.path.as_path(), item.name.as_str()))
            .collect();
        let mut requests = Vec::new();
        let mut waits_for = HashSet::new();
        for path in paths {
            let name = names.get(path.as_path()).copied().unwrap_or_default();
            let begun = self.begin(Job::Delete(path.clone()), || delete(path.clone(), name, sessions));
            if !begun.is_empty() {
                waits_for.insert(path);
            }
            requests.extend(begun);
        }
        if !waits_for.is_empty() {
            let done = Vec::new();
            self.deletions.push(Deletion { waits_for, done });
        }
        requests
    }

    fn deleted(&mut self, path: PathBuf, name: String, result: trouble::Result<Binned>) -> Vec<Request> {
        let mut waiting = self.deletions.iter_mut();
        let done = result.as_ref().ok().map(|binned| (name, binned.clone()));
        match waiting.find_map(|deletion| deletion.waits_for.remove(&path).then_some(deletion)) {
            Some(deletion) => deletion.done.extend(done),
            // A job broke off, and the message about the others was shown then.
            None => self.deletions.push(Deletion {
                waits_for: HashSet::new(),
                done: done.into_iter().collect(),
            }),
        }
        let first = match result {
            Ok(_) => Request::Gone(path),
            Err(trouble) => Request::Complain(trouble),
        };
        let ended = self.deletions.extract_if(.., |deletion| deletion.waits_for.is_empty());
        let reports = report(ended.collect());
        std::iter::once(first).chain(reports).collect()
    }

    fn end(&mut self, job: &Job) {
        self.jobs.remove(job);
    }

    fn made(&mut self, how: Made, result: trouble::Result<Opened>) -> Vec<Request> {
        let (job, shown) = match &how {
            Made::New => (Job::Create, navigation::Event::Step(EditorStep::Audience)),
            Made::Copy(path) => (Job::Duplicate(path.clone()), navigation::Event::Page(Page::Editor)),
            Made::Restored(binned) => (Job::Restore(binned.clone()), navigation::Event::Page(Page::Editor)),
        };
        self.end(&job);
        // Of several that were asked for together, the last is opened.
        let more = self.jobs.iter().any(|other| other.makes_as(&job));
        let named = (how == Made::New)
            .then(|| result.as_ref().ok().map(|opened| opened.stored.tag.path.clone()))
            .flatten();
        let mut requests = match result {
            Ok(opened) if more => {
                let Stored { tag, campaign } = opened.stored;
                vec![Request::Listed(tag.path, Box::new(campaign)), Request::ListChanged]
            }
            Ok(opened) => vec![Request::Navigate(shown), Request::Open(Box::new(opened))],
            Err(trouble) => vec![Request::Complain(trouble)],
        };
        requests.extend(named.map(Request::AskName));
        if matches!(how, Made::Restored(_)) && !more {
            requests.push(Request::ReadBin);
        }
        requests
    }
}

impl Deletion {
    /// What is said of it, if anything was deleted.
    fn said(self) -> Option<Request> {
        (!self.done.is_empty()).then_some(Request::SayDeleted(self.done))
    }
}

/// What is said of deletions that have ended.
fn report(ended: Vec<Deletion>) -> Vec<Request> {
    let mut said: Vec<Request> = ended.into_iter().filter_map(Deletion::said).collect();
    if !said.is_empty() {
        said.push(Request::ReadBin);
    }
    said
}

/// Renames an open campaign at once, as one step; its file follows.
fn rename_session(number: u64, name: &str, sessions: &mut Sessions) -> Vec<Request> {
    let Some(session) = sessions.of(number) else {
        return Vec::new();
    };
    session.step("edit-rename", |campaign| name.clone_into(&mut campaign.name));
    let moved = Request::MoveFile {
        session: number,
        file: session.file(),
        name: name.to_owned(),
    };
    vec![Request::Save(number), moved, Request::OpenChanged]
}

fn delete(path: PathBuf, name: &str, sessions: &Sessions) -> Request {
    let session = sessions.at(&path).map(|session| Deleting {
        file: session.file(),
        history: session.history(),
        unsaved: session.is_unsaved(),
    });
    let name = name.to_owned();
    Request::Delete { path, name, session }
}

fn renamed(path: &Path, result: trouble::Result<Stored>, shelf: &mut Shelf) -> Vec<Request> {
    match result {
        Ok(stored) => {
            shelf.remove(path);
            let listed = Request::Listed(stored.tag.path, Box::new(stored.campaign));
            vec![Request::ListChanged, listed]
        }
        Err(trouble) => vec![Request::Complain(trouble)],
    }
}

/// The file of a session has another name.
fn moved(number: u64, path: &Path, sessions: &mut Sessions, shelf: &mut Shelf) -> Vec<Request> {
    let is_open = sessions.is_open(number);
    let Some(session) = sessions.of(number) else {
        return Vec::new();
    };
    if session.path() != path {
        shelf.remove(session.path());
    }
    session.note_moved(path);
    let listed = Request::Listed(path.to_owned(), Box::new(session.campaign().clone()));
    let open = is_open.then_some(Request::OpenMoved);
    [listed].into_iter().chain(open).chain([Request::ListChanged]).collect()
}

/// Lists what was imported and opens the first; `said` comes last.
fn imported(stored: Vec<Stored>, said: Request) -> Vec<Request> {
    let listed = |one: &Stored| Request::Listed(one.tag.path.clone(), Box::new(one.campaign.clone()));
    let mut requests: Vec<Request> = stored.iter().map(listed).collect();
    if let Some(first) = stored.into_iter().next() {
        requests.push(Request::Navigate(navigation::Event::Page(Page::Editor)));
        requests.push(Request::Open(Box::new(Opened::fresh(first))));
    }
    requests.push(said);
    requests
}
