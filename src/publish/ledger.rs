//! The ledger: how each campaign of each library stands at each connection, as far as its backend has answered. One file for each.
//!
//! What is live belongs to the library that it was launched from: a copy of a campaign in another library was never launched from there.
//!
//! It is the truth about publishing; what a draft's file says of its launch is repaired from here. Written in one step, before the operation
//! that it is about leaves the outbox.

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
use crate::campaign::Campaign;
use crate::library::{ContentHash, LibraryError, make_private_folder, read_bounded, remove_file, write_private};
use crate::redact;

/// The value of the key `format`.
const FORMAT: &str = "beckon.ledger";
/// Largest file that is read, in bytes.
const MAX_BYTES: usize = 160 << 20;

/// How a campaign stands at a backend.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// How often it was shown.
    pub shown: u64,
    /// How often it was clicked.
    pub clicked: u64,
    /// How often it was closed.
    pub closed: u64,
}

/// Somebody else changed the campaign at the backend. The operation waits in the outbox until the user chooses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// The operation that would have overwritten it: mine. Its document is the outbox's.
    pub intention: Uuid,
    /// What was requested.
    pub what: What,
    /// Theirs; `None` when they took it down.
    #[serde(with = "document")]
    pub theirs: Option<Box<Campaign>>,
    /// The backend's mark of theirs.
    pub etag: Option<String>,
    /// The pictures of theirs as data URLs, as far as the backend gave them.
    #[serde(default)]
    pub pictures: BTreeMap<String, String>,
    /// When it was noticed.
    pub at: DateTime<Utc>,
}

/// How far the operation in work has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Progress {
    /// The operation.
    pub intention: Uuid,
    /// Rises when the user insists after a conflict: then it is another request to the backend.
    pub round: u32,
    /// What the backend must still hold for the operation to be carried out; `None` when it must hold nothing.
    pub expected: Option<String>,
    /// The backend's mark of the document once it took it.
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
    /// Given up for what the backend has.
    GivenUp,
    /// A later operation made it pointless before it was sent.
    Superseded,
}

/// Which campaign, of which library, at which connection.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryKey {
    /// The library's identity; empty for what an earlier version kept, which did not tell libraries apart.
    pub library: String,
    /// The connection's identity.
    pub connection: String,
    /// The campaign's identity.
    pub campaign: String,
}

impl EntryKey {
    /// The key of three identities.
    pub fn new(library: &str, connection: &str, campaign: &str) -> Self {
        EntryKey {
            library: library.to_owned(),
            connection: connection.to_owned(),
            campaign: campaign.to_owned(),
        }
    }
}

/// How one campaign of one library stands at one connection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The library's identity; empty for what an earlier version kept.
    #[serde(default)]
    pub library: String,
    /// The connection's identity.
    pub connection: String,
    /// The campaign's identity.
    pub campaign: String,
    /// The campaign's name when it was last published.
    pub name: String,
    /// How it stands there; `None` when the backend does not have it.
    pub status: Option<Status>,
    /// The backend's mark of the version that is known here; `None` when there is none.
    pub etag: Option<String>,
    /// What was last launched from here.
    #[serde(with = "document")]
    pub live: Option<Box<Campaign>>,
    /// How the draft names its pictures, where it names them otherwise: its name, then the one in `live`.
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
    /// The operation in work waits for the user's choice.
    #[serde(default)]
    pub conflict: Option<Conflict>,
    #[serde(default)]
    pub(super) progress: Option<Progress>,
    /// The last operation that ended, and how.
    #[serde(default)]
    pub last: Option<(Uuid, Outcome)>,
    /// When the backend last said anything about it.
    pub heard_at: Option<DateTime<Utc>>,
}

impl Entry {
    /// A campaign of which nothing is known there.
    pub(crate) fn new(key: &EntryKey, name: &str) -> Self {
        Entry {
            library: key.library.clone(),
            connection: key.connection.clone(),
            campaign: key.campaign.clone(),
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

    /// What it is about.
    pub fn key(&self) -> EntryKey {
        EntryKey::new(&self.library, &self.connection, &self.campaign)
    }
}

#[derive(Serialize, Deserialize)]
struct Page<E> {
    format: String,
    version: u64,
    #[serde(flatten)]
    entry: E,
}

/// The ledger of a user: a folder, read anew each time.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// A folder for each library, in it one for each connection, in it the pages. An earlier version kept the pages of all libraries
    /// together, in a folder for each connection.
    dir: PathBuf,
}

impl Ledger {
    pub(super) fn open(dir: PathBuf) -> Result<Ledger, LibraryError> {
        make_private_folder(&dir).map_err(|error| LibraryError::new("make the folder", &dir, error))?;
        Ok(Ledger { dir })
    }

    /// The ledger in a folder as it is, to be looked at: nothing is made.
    pub(super) fn at(dir: PathBuf) -> Ledger {
        Ledger { dir }
    }

    /// How every campaign of every library stands everywhere. Pages that cannot be read are left out.
    pub(super) fn all(&self) -> Vec<Entry> {
        self.folders().iter().flat_map(|folder| entries_in(folder)).collect()
    }

    /// How a campaign stands; `None` when nothing was ever sent. A damaged page counts as none: the backend knows better, and a publish over
    /// something that it has becomes a conflict, not a loss.
    ///
    /// # Errors
    /// When the disk does not give it.
    pub fn get(&self, key: &EntryKey) -> Result<Option<Entry>, LibraryError> {
        let path = self.page(key);
        match read_bounded(&path, MAX_BYTES) {
            Ok(bytes) => Ok(read_page(&bytes).filter(|entry| entry.key() == *key)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(LibraryError::new("read", &path, error)),
        }
    }

    /// How every campaign of a library stands at a connection, as far as anything was sent. Pages that cannot be read are left out.
    pub fn of_connection(&self, library: &str, connection: &str) -> Vec<Entry> {
        let mut entries = entries_in(&self.folder(library, connection));
        entries.retain(|entry| entry.library == library && entry.connection == connection);
        entries
    }

    /// The libraries that anything was sent from to a connection; of an earlier version's, an empty identity.
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

    /// Takes over what an earlier version kept of campaigns without saying of which library they are. Those that are asked for first get it.
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

    /// Whether an earlier version left anything to take over.
    pub(super) fn is_behind(&self) -> bool {
        folders_in(&self.dir).iter().any(|folder| !pages_in(folder).is_empty())
    }

    pub(super) fn put(&self, entry: &Entry) -> Result<(), LibraryError> {
        let path = self.page(&entry.key());
        let told = |error| LibraryError::new("write into the ledger", &path, error);
        let text = write_page(entry).map_err(|error| told(error.into()))?;
        let folder = self.folder(&entry.library, &entry.connection);
        if !folder.is_dir() {
            make_private_folder(&folder).map_err(told)?;
        }
        write_private(&path, text.as_bytes()).map_err(told)?;
        let standing = match entry.status {
            None => "not-there",
            Some(Status::Draft) => "draft",
            Some(Status::Live) => "live",
            Some(Status::Paused) => "paused",
        };
        tracing::debug!(campaign = redact::id(&entry.campaign), standing, "ledger written");
        Ok(())
    }

    /// Every folder that pages stand in.
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
        self.folder(&key.library, &key.connection)
            .join(format!("{}.json", file_name(&key.campaign)))
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

/// A name for a file that belongs to an identity, whatever that is made of.
pub(super) fn file_name(id: &str) -> String {
    // Upper and lower case are one on some disks.
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

/// A campaign within a page, as its file has it.
mod document {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};
    use serde_json::Value;

    use crate::campaign::{Campaign, from_json, to_value};

    pub(super) fn serialize<S: Serializer>(campaign: &Option<Box<Campaign>>, to: S) -> Result<S::Ok, S::Error> {
        campaign.as_ref().map(|campaign| to_value(campaign)).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Box<Campaign>>, D::Error> {
        let value = Option::<Value>::deserialize(from)?;
        let read = |value: Value| from_json(value.to_string().as_bytes()).map(Box::new);
        value.map(read).transpose().map_err(D::Error::custom)
    }
}
