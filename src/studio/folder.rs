//! The library's folder as other programs leave it: campaigns that appear, change or disappear, and whether the folder takes what is saved.
//!
//! Takes [`Event`]s and returns [`Request`]s; the owner of the threads watches the folder and looks at files.

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use super::{
    file_work::Looked,
    session::{FileState, Session},
    sessions::Sessions,
    shelf::{Item, Shelf},
    trouble::Trouble,
};
use crate::{
    campaign::Campaign,
    library::{
        Binned, ContentHash, FolderEvent, LibraryError, SITE_FILE, Stored, TroubleKind, VersionTag, audience_name,
    },
};

/// The state of the library's folder, as far as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FolderState {
    /// No trouble is known.
    #[default]
    Fine,
    /// It cannot be listed.
    Lost(TroubleKind),
    /// It can be read, but refuses writes.
    Refuses(TroubleKind),
}

/// What was found when files were looked at again.
#[derive(Debug, Default)]
pub struct Look {
    /// The list items of the existing files.
    pub items: Vec<Item>,
    /// The files that are not there.
    pub gone: Vec<PathBuf>,
    /// The states of files that are, or were, open, by their session's number.
    pub sessions: Vec<(u64, Looked)>,
}

/// Something that happens to the folder.
#[derive(Debug)]
pub enum Event {
    /// The watch reports something.
    Watched(FolderEvent),
    /// Files of it were listed.
    Listed {
        /// Some of them.
        items: Vec<Item>,
        /// Whether these were the last ones.
        last: bool,
    },
    /// Campaigns that were published were looked at again.
    StatusesRefreshed(Vec<Item>),
    /// It could not be listed.
    NotListed(TroubleKind),
    /// The job that lists it panicked.
    ListBrokeOff,
    /// It refused a write.
    Refused(TroubleKind),
    /// It took everything.
    TookIt,
    /// Files were looked at again.
    Looked(Box<Look>),
    /// What another program removed is in the bin, or could not be put there; the session's number.
    Kept(u64, Result<Binned, LibraryError>),
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request {
    /// List the library.
    List,
    /// Read the bin.
    ReadBin,
    /// Read the site document.
    ReadSite,
    /// Read the saved audiences.
    ReadAudiences,
    /// Look at the folder at once.
    LookNow,
    /// Look at these files again; some may be gone.
    Look {
        /// New or changed.
        changed: Vec<PathBuf>,
        /// Gone.
        gone: Vec<PathBuf>,
    },
    /// Look at the file of the session of this number.
    LookAtSession(u64),
    /// Try again to save whatever is not saved.
    Retry,
    /// Save the session of this number: saving finds what happened, and the user chooses.
    Save(u64),
    /// Nothing is unsaved any more.
    RetireNotSaved,
    /// Other campaigns may be in the list.
    ListChanged,
    /// The open campaign may have another status.
    OpenChanged,
    /// Keep the version that another program's change replaced.
    KeepVersion(FileState, Box<Campaign>),
    /// The open campaign is another program's version now.
    SayReloaded,
    /// Put a campaign into the bin whose file another program removed.
    KeepRemoved {
        /// The session's number.
        session: u64,
        /// The file.
        path: PathBuf,
        /// Its content.
        campaign: Box<Campaign>,
    },
    /// The whole folder is listed; its first readable campaign.
    ListEnded(Option<PathBuf>),
    /// Something went wrong.
    Complain(Trouble),
    /// A file is gone.
    Gone(PathBuf),
    /// Another program removed the open campaign: its name, and where it is now.
    SayRemoved(String, Binned),
}

/// What is known of the folder.
#[derive(Debug, Default)]
pub struct Folder {
    state: FolderState,
}

impl Folder {
    /// Its state, as far as known.
    pub fn state(&self) -> FolderState {
        self.state
    }

    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event, sessions: &mut Sessions, shelf: &mut Shelf) -> Vec<Request> {
        match event {
            Event::Watched(FolderEvent::Ready) => vec![Request::List],
            Event::Watched(FolderEvent::Changed { changed, gone }) => noticed(changed, gone),
            Event::Watched(FolderEvent::Lost(kind)) => {
                self.state = FolderState::Lost(kind);
                Vec::new()
            }
            Event::Watched(FolderEvent::Found) => {
                self.state = FolderState::Fine;
                let open = sessions.all().map(|session| Request::LookAtSession(session.number()));
                let all = [
                    Request::ReadAudiences,
                    Request::List,
                    Request::ReadBin,
                    Request::ReadSite,
                ]
                .into_iter()
                .chain(open);
                all.chain([Request::Retry]).collect()
            }
            Event::Listed { items, last } => listed(items, last, sessions, shelf),
            Event::StatusesRefreshed(mut items) => {
                // Those that were removed or opened meanwhile are known better.
                items.retain(|item| shelf.item(&item.path).is_some() && !sessions.is_open_at(&item.path));
                shelf.put(items);
                Vec::new()
            }
            Event::NotListed(kind) => {
                shelf.break_off();
                self.state = FolderState::Lost(kind);
                Vec::new()
            }
            Event::ListBrokeOff => {
                // It says nothing of the folder, nor of the campaigns that were not reached.
                shelf.break_off();
                vec![Request::ListChanged, Request::Complain(Trouble::BrokeOff)]
            }
            Event::Refused(kind) => {
                match self.state {
                    FolderState::Fine | FolderState::Refuses(_) => self.state = FolderState::Refuses(kind),
                    FolderState::Lost(_) => {}
                }
                // Its existence is checked at once.
                vec![Request::LookNow]
            }
            Event::TookIt => {
                match self.state {
                    FolderState::Refuses(_) => self.state = FolderState::Fine,
                    FolderState::Fine | FolderState::Lost(_) => {}
                }
                vec![Request::RetireNotSaved]
            }
            Event::Looked(look) => looked(*look, sessions, shelf),
            Event::Kept(number, Ok(binned)) => kept(number, binned, sessions),
            // It stays open: memory holds the only copy.
            Event::Kept(_, Err(_)) => Vec::new(),
        }
    }
}

/// What files that are new, changed or gone lead to: the site document and the saved audiences are read, campaigns are looked at.
fn noticed(mut changed: Vec<PathBuf>, mut gone: Vec<PathBuf>) -> Vec<Request> {
    let is_site = |path: &Path| path.file_name().is_some_and(|name| name == SITE_FILE);
    let has_site = changed.iter().chain(&gone).any(|path| is_site(path));
    let is_audience = |path: &Path| audience_name(path).is_some();
    let has_audience = changed.iter().chain(&gone).any(|path| is_audience(path));
    let is_campaign = |path: &PathBuf| !is_site(path) && !is_audience(path);
    changed.retain(is_campaign);
    gone.retain(is_campaign);
    let look = !(changed.is_empty() && gone.is_empty());
    let requests = [
        look.then_some(Request::Look { changed, gone }),
        has_site.then_some(Request::ReadSite),
        has_audience.then_some(Request::ReadAudiences),
    ];
    requests.into_iter().flatten().collect()
}

fn listed(mut items: Vec<Item>, last: bool, sessions: &Sessions, shelf: &mut Shelf) -> Vec<Request> {
    // What is open is newer than its file.
    items.retain(|item| !sessions.is_open_at(&item.path));
    shelf.put(items);
    if let Some(open) = sessions.open_path() {
        shelf.found(open);
    }
    let mut requests = vec![Request::OpenChanged];
    if last {
        shelf.end();
        let first = shelf.items().iter().find(|item| item.trouble.is_none());
        requests.push(Request::ListEnded(first.map(|item| item.path.clone())));
    }
    requests
}

fn looked(look: Look, sessions: &mut Sessions, shelf: &mut Shelf) -> Vec<Request> {
    shelf.put(look.items);
    for path in look.gone {
        // Open campaigns are handled below, and unsaved ones when they are saved.
        if sessions.at(&path).is_none() {
            shelf.remove(&path);
        }
    }
    let mut requests = vec![Request::ListChanged];
    for (number, looked) in look.sessions {
        let is_open = sessions.is_open(number);
        let Some(session) = sessions.of(number) else { continue };
        match looked {
            // Unreadable files are listed as such; the next save of the campaign in memory meets them.
            Looked::Same | Looked::Broken => {}
            // Unsaved edits meet the other version when they are saved, and the user chooses.
            Looked::Changed(_) if session.is_unsaved() => {}
            Looked::Changed(stored) => requests.extend(take_outside(session, *stored, is_open)),
            Looked::Gone(hash) => requests.extend(gone(number, hash, sessions, shelf)),
        }
    }
    requests.push(Request::OpenChanged);
    requests
}

/// Takes over another program's change of a campaign without unsaved edits; the previous version is kept.
fn take_outside(session: &mut Session, stored: Stored, is_open: bool) -> Vec<Request> {
    let before = session.campaign().clone();
    if !session.take_outside(stored) {
        return Vec::new();
    }
    let kept = Request::KeepVersion(session.file(), Box::new(before));
    let said = is_open.then_some(Request::SayReloaded);
    [kept].into_iter().chain(said).collect()
}

/// The file of a session is gone: renamed by another program, or removed.
fn gone(number: u64, hash: ContentHash, sessions: &mut Sessions, shelf: &mut Shelf) -> Option<Request> {
    if let Some(path) = renamed(number, sessions, shelf) {
        let session = sessions.of(number)?;
        shelf.remove(session.path());
        session.follow(VersionTag { path, hash });
        return Some(Request::LookAtSession(number));
    }
    let session = sessions.of(number)?;
    Some(match session.is_unsaved() {
        true => Request::Save(number),
        false => Request::KeepRemoved {
            session: number,
            path: session.path().to_owned(),
            campaign: Box::new(session.campaign().clone()),
        },
    })
}

/// Where another program moved the file of a session to: a listed file with its campaign that no session has.
fn renamed(number: u64, sessions: &mut Sessions, shelf: &Shelf) -> Option<PathBuf> {
    let session = sessions.of(number)?;
    let (id, old) = (session.campaign().id.clone(), session.path().to_owned());
    let is_it = |item: &&Item| item.path != old && !id.is_empty() && item.id == id;
    let path = shelf.items().iter().find(is_it)?.path.clone();
    sessions.at(&path).is_none().then_some(path)
}

/// What another program removed is in the bin. A campaign that was edited meanwhile stays.
fn kept(number: u64, binned: Binned, sessions: &mut Sessions) -> Vec<Request> {
    let is_open = sessions.is_open(number);
    let Some(session) = sessions.of(number).filter(|session| !session.is_unsaved()) else {
        return Vec::new();
    };
    let mut requests = vec![Request::Gone(session.path().to_owned())];
    if is_open {
        requests.push(Request::SayRemoved(session.campaign().name.clone(), binned));
    }
    requests.push(Request::ReadBin);
    requests
}
