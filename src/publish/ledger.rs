//! The ledger: the state of each campaign of each library, and of its site document, at each connection, as last answered by its backend. One
//! file for each.
//!
//! What is live belongs to the library that it was launched from: a copy of a campaign in another library was never launched from there.
//!
//! It is the truth about publishing; the launch noted in a draft's file is repaired from here. Written in one step, before the operation
//! concerned leaves the outbox.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, Serializer};
use uuid::Uuid;

use super::connection::is_safe_name;
use super::intention::What;
use super::refusal::Refusal;
use super::{Document, Subject};
use crate::campaign::{Campaign, SiteDocument};
use crate::library::{ContentHash, LibraryError, make_private_folder, read_bounded, remove_file, write_private};

/// The value of the key `format`.
const FORMAT: &str = "beckon.ledger";
/// The name of a site document's page, which is never made from an identity.
const SITE_PAGE: &str = "site.page.json";
/// Largest file that is read, in bytes.
const MAX_BYTES: usize = 160 << 20;

/// The status of a campaign at a backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The backend has it, and it was never on the site.
    Draft,
    /// On the site.
    Live,
    /// Off the site for now.
    Paused,
}

/// What visitors did, as the backend counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// How often it was shown.
    pub shown: u64,
    /// How often it was clicked.
    pub clicked: u64,
    /// How often it was closed.
    pub closed: u64,
    /// How often each quick reply was clicked, by its place.
    pub replies: Vec<u64>,
}

/// Somebody else changed the campaign or the site document at the backend. The operation waits in the outbox until the user chooses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// The operation that would have overwritten it: mine. Its document is in the outbox.
    pub intention: Uuid,
    /// What was requested.
    pub what: What,
    /// Their version; `None` when they took it down.
    pub theirs: Option<Document>,
    /// The backend's entity tag of their version.
    pub etag: Option<String>,
    /// Their version's pictures as data URLs, as far as the backend returned them.
    #[serde(default)]
    pub pictures: BTreeMap<String, String>,
    /// When it was noticed.
    pub at: DateTime<Utc>,
}

/// The progress of the current operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Progress {
    /// The operation.
    pub intention: Uuid,
    /// Rises when the user insists after a conflict: it is then a different request to the backend.
    pub round: u32,
    /// The version that the backend must still hold for the operation to be carried out; `None` when it must hold none.
    pub expected: Option<String>,
    /// The backend's entity tag of the document once it was accepted.
    pub stored: Option<String>,
}

/// How the last operation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Fulfilled.
    Done,
    /// See [`Entry::refusal`].
    Refused,
    /// Given up in favour of the backend's version.
    GivenUp,
    /// A later operation made it pointless before it was sent.
    Superseded,
}

/// Which campaign, or that it is the site document, of which library, at which connection.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryKey {
    /// The library's identity; empty for data of an earlier version, which did not distinguish libraries.
    pub library: String,
    /// The connection's identity.
    pub connection: String,
    /// What it is about.
    pub subject: Subject,
}

impl EntryKey {
    /// The key of a campaign, by three identities.
    pub fn new(library: &str, connection: &str, campaign: &str) -> Self {
        EntryKey {
            library: library.to_owned(),
            connection: connection.to_owned(),
            subject: Subject::campaign(campaign),
        }
    }

    /// The key of a library's site document at a connection.
    pub fn site(library: &str, connection: &str) -> Self {
        EntryKey {
            library: library.to_owned(),
            connection: connection.to_owned(),
            subject: Subject::Site,
        }
    }
}

/// The state of one campaign of one library, or of its site document, at one connection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The library's identity; empty in data of an earlier version.
    #[serde(default)]
    pub library: String,
    /// The connection's identity.
    pub connection: String,
    /// What it is about.
    #[serde(rename = "campaign")]
    pub subject: Subject,
    /// Its name when it was last published.
    pub name: String,
    /// Its status there; `None` when the backend does not have it.
    pub status: Option<Status>,
    /// The backend's entity tag of the version known here; `None` without one.
    pub etag: Option<String>,
    /// The campaign as it was last launched from here; of the site document the version of that entity tag.
    pub live: Option<Document>,
    /// The draft's own names of its pictures, where they differ: its name, then the one in `live`.
    #[serde(default)]
    pub renamed: BTreeMap<String, String>,
    /// When it was last launched, by the backend's clock (RFC 3339).
    pub launched_at: Option<String>,
    /// What visitors did.
    #[serde(default)]
    pub counts: Counts,
    /// True when the backend holds a version that was not published from here.
    #[serde(default)]
    pub changed_there: bool,
    /// The last operation was refused. Its page keeps no words of Beckon's own backends, which are worded when they are shown.
    #[serde(default, serialize_with = "refusal")]
    pub refusal: Option<Refusal>,
    /// The current operation waits for the user's choice.
    #[serde(default)]
    pub conflict: Option<Conflict>,
    #[serde(default)]
    pub(super) progress: Option<Progress>,
    /// The last operation that ended, and how.
    #[serde(default)]
    pub last: Option<(Uuid, Outcome)>,
    /// When the backend last reported on it.
    pub heard_at: Option<DateTime<Utc>>,
}

impl Entry {
    /// Gives the pictures of a draft the names that they have at the backend.
    pub fn name_pictures_as_published(&self, draft: &mut Campaign) {
        for (_, name) in draft.pictures_mut() {
            if let Some(new) = self.renamed.get(name.as_str()) {
                name.clone_from(new);
            }
        }
    }

    /// Makes the entry of a campaign of which nothing is known there.
    pub(crate) fn new(key: &EntryKey, name: &str) -> Self {
        Entry {
            library: key.library.clone(),
            connection: key.connection.clone(),
            subject: key.subject.clone(),
            name: name.to_owned(),
            status: None,
            etag: None,
            live: None,
            renamed: BTreeMap::new(),
            launched_at: None,
            counts: Counts::default(),
            changed_there: false,
            refusal: None,
            conflict: None,
            progress: None,
            last: None,
            heard_at: None,
        }
    }

    /// Returns its key.
    pub fn key(&self) -> EntryKey {
        EntryKey {
            library: self.library.clone(),
            connection: self.connection.clone(),
            subject: self.subject.clone(),
        }
    }

    /// Returns the campaign as it was last launched from here.
    pub fn live_campaign(&self) -> Option<&Campaign> {
        self.live.as_ref().and_then(Document::campaign)
    }

    /// Returns the site document as the backend has it, as far as known here.
    pub fn live_site(&self) -> Option<&SiteDocument> {
        self.live.as_ref().and_then(Document::site)
    }
}

#[derive(Serialize, Deserialize)]
struct Page<E> {
    format: String,
    version: u64,
    #[serde(flatten)]
    entry: E,
}

/// The ledger of a user: a folder, read again each time.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// A folder for each library, containing one for each connection with the pages. An earlier version kept the pages of all libraries
    /// together, in a folder for each connection.
    dir: PathBuf,
}

impl Ledger {
    pub(super) fn open(dir: PathBuf) -> Result<Ledger, LibraryError> {
        make_private_folder(&dir).map_err(|error| LibraryError::new("make the folder", &dir, error))?;
        Ok(Ledger { dir })
    }

    /// Opens the ledger in an existing folder for reading: nothing is created.
    pub(super) fn at(dir: PathBuf) -> Ledger {
        Ledger { dir }
    }

    /// Returns all entries of all libraries and connections. Pages that cannot be read are left out.
    pub(super) fn all(&self) -> Vec<Entry> {
        self.folders().iter().flat_map(|folder| entries_in(folder)).collect()
    }

    /// Returns an entry; `None` when nothing was ever sent. A damaged page counts as none: the backend knows better, and publishing over
    /// a version there becomes a conflict, not a loss.
    ///
    /// # Errors
    /// When the disk cannot read it.
    pub fn get(&self, key: &EntryKey) -> Result<Option<Entry>, LibraryError> {
        let path = self.page(key);
        match read_bounded(&path, MAX_BYTES) {
            Ok(bytes) => Ok(read_page(&bytes).filter(|entry| entry.key() == *key)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(LibraryError::new("read", &path, error)),
        }
    }

    /// Returns a library's entries at a connection, for everything that was ever sent. Pages that cannot be read are left out.
    pub fn of_connection(&self, library: &str, connection: &str) -> Vec<Entry> {
        let mut entries = entries_in(&self.folder(library, connection));
        entries.retain(|entry| entry.library == library && entry.connection == connection);
        entries
    }

    /// Returns the libraries from which anything was sent to a connection; for data of an earlier version, an empty identity.
    pub(super) fn libraries_at(&self, connection: &str) -> Vec<String> {
        let readable = |page: PathBuf| read_page(&read_bounded(&page, MAX_BYTES).ok()?);
        let of_folder = |library: &PathBuf| {
            let pages = pages_in(&library.join(file_name(connection)));
            Some(pages.into_iter().find_map(readable)?.library)
        };
        let mut libraries: Vec<String> = folders_in(&self.dir).iter().filter_map(of_folder).collect();
        if !pages_in(&self.folder("", connection)).is_empty() {
            libraries.push(String::new());
        }
        libraries
    }

    /// Takes over an earlier version's entries, which name no library. The first library that claims a campaign gets its entry.
    pub(super) fn adopt(&self, library: &str, is_of_library: impl Fn(&Entry) -> bool) -> Result<(), LibraryError> {
        for folder in folders_in(&self.dir) {
            for page in pages_in(&folder) {
                let entry = read_bounded(&page, MAX_BYTES).ok().and_then(|bytes| read_page(&bytes));
                let Some(entry) = entry.filter(|entry| entry.library.is_empty() && is_of_library(entry)) else {
                    continue;
                };
                let entry = Entry {
                    library: library.to_owned(),
                    ..entry
                };
                if self.get(&entry.key())?.is_none() {
                    self.put(&entry)?;
                }
                remove_file(&page).map_err(|error| LibraryError::new("remove", &page, error))?;
            }
        }
        Ok(())
    }

    /// Whether there is data of an earlier version to take over.
    pub(super) fn is_behind(&self) -> bool {
        folders_in(&self.dir).iter().any(|folder| !pages_in(folder).is_empty())
    }

    pub(super) fn put(&self, entry: &Entry) -> Result<(), LibraryError> {
        let path = self.page(&entry.key());
        let failed = |error| LibraryError::new("write into the ledger", &path, error);
        let text = write_page(entry).map_err(|error| failed(error.into()))?;
        let folder = self.folder(&entry.library, &entry.connection);
        if !folder.is_dir() {
            make_private_folder(&folder).map_err(failed)?;
        }
        write_private(&path, text.as_bytes()).map_err(failed)?;
        let standing = match entry.status {
            None => "not-there",
            Some(Status::Draft) => "draft",
            Some(Status::Live) => "live",
            Some(Status::Paused) => "paused",
        };
        tracing::debug!(campaign = entry.subject.redacted(), standing, "ledger written");
        Ok(())
    }

    /// Returns every folder that contains pages.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        let outer = folders_in(&self.dir);
        let inner: Vec<PathBuf> = outer.iter().flat_map(|library| folders_in(library)).collect();
        outer.into_iter().chain(inner).collect()
    }

    fn folder(&self, library: &str, connection: &str) -> PathBuf {
        match library {
            "" => self.dir.join(file_name(connection)),
            library => self.dir.join(file_name(library)).join(file_name(connection)),
        }
    }

    fn page(&self, key: &EntryKey) -> PathBuf {
        let name = match &key.subject {
            Subject::Campaign(id) => format!("{}.json", file_name(id)),
            Subject::Site => SITE_PAGE.to_owned(),
        };
        self.folder(&key.library, &key.connection).join(name)
    }
}

fn entries_in(folder: &Path) -> Vec<Entry> {
    let read = pages_in(folder)
        .into_iter()
        .filter_map(|path| read_bounded(&path, MAX_BYTES).ok());
    read.filter_map(|bytes| read_page(&bytes)).collect()
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The pages of a folder, in the order of their names.
fn pages_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_page(path)).collect();
    pages.sort();
    pages
}

/// Returns a file name for an identity, whatever its characters.
pub(super) fn file_name(id: &str) -> String {
    // Some disks do not distinguish upper and lower case.
    if is_safe_name(id) && !id.chars().any(|letter| letter.is_ascii_uppercase()) {
        return id.to_owned();
    }
    format!("_{}", &ContentHash::of(id.as_bytes()).to_string()[..32])
}

fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "json")
}

pub(crate) fn write_page(entry: &Entry) -> serde_json::Result<String> {
    let page = Page {
        format: FORMAT.to_owned(),
        version: 1,
        entry,
    };
    serde_json::to_string(&page)
}

pub(crate) fn read_page(bytes: &[u8]) -> Option<Entry> {
    let page: Page<Entry> = serde_json::from_slice(bytes).ok()?;
    (page.format == FORMAT && page.version == 1).then_some(page.entry)
}

/// A refusal within a page.
fn refusal<S: Serializer>(refusal: &Option<Refusal>, to: S) -> Result<S::Ok, S::Error> {
    refusal.as_ref().map(Refusal::kept).serialize(to)
}
