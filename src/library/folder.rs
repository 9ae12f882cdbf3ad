//! The folder itself: listing, loading, new files and renaming.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use uuid::Uuid;

use super::disk::{
    ContentHash, make_folders, make_private, make_whole_path, move_new, read_bounded, read_input, sweep,
    write_atomically, write_new,
};
use super::names::{FILE_SUFFIX, candidates, folded, is_campaign_file, numbered, stem};
use super::owner::Owner;
use super::place::rescue_folder;
use super::trouble::Context;
use super::{LibraryError, LoadError, Recovery, SaveError, Saved};
use crate::campaign::{Campaign, FileFault, MAX_FILE_BYTES, PICTURE_FOLDER, ReadError, from_json, to_file};
use crate::redact;

/// The folder within a library that holds everything but drafts: the bin, undo histories, versions and unsaved work.
pub(super) const INNER_FOLDER: &str = ".beckon";
/// How many names are tried for one file before giving up.
pub(super) const MOST_NAMES: usize = 10_000;

/// A folder of campaign files. Cheap to clone, safe to use from any thread.
#[derive(Debug, Clone)]
pub struct Library {
    dir: PathBuf,
    rescue: Option<PathBuf>,
    /// The owner of the unsaved work; clones share it.
    owner: Arc<Owner>,
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        (&self.dir, &self.rescue) == (&other.dir, &other.rescue)
    }
}

impl Eq for Library {}

/// A file, and what it held when it was last read or written here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionTag {
    /// The file.
    pub path: PathBuf,
    /// Its content.
    pub hash: ContentHash,
}

/// A campaign as its file holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The file, and its content's hash, which [`Library::save`] compares with.
    pub tag: VersionTag,
    /// What it says.
    pub campaign: Campaign,
}

/// One file of the library: a campaign, or why it cannot be read. Broken files stay listed.
#[derive(Debug)]
pub struct Entry {
    /// The file.
    pub path: PathBuf,
    /// What it holds.
    pub content: Result<Stored, LoadError>,
}

impl Entry {
    /// Returns the name that people know it by: the campaign's name, else the file's.
    pub fn name(&self) -> &str {
        let named = self.content.as_ref().ok().map(|stored| stored.campaign.name.as_str());
        named.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| {
            let file = self.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            file.strip_suffix(FILE_SUFFIX).unwrap_or(file)
        })
    }
}

/// The files of a library, in the order of their names; each is read on demand. `len` is known at once.
#[derive(Debug)]
pub struct Entries {
    files: std::vec::IntoIter<PathBuf>,
}

impl Iterator for Entries {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        let path = self.files.next()?;
        Some(Entry {
            content: Library::load(&path),
            path,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.files.size_hint()
    }
}

impl ExactSizeIterator for Entries {}

/// The names of a folder's files, while new ones are added.
struct Names {
    taken: HashSet<String>,
    /// The number up to which the names of a stem were tried.
    tried: HashMap<String, usize>,
}

impl Names {
    /// Returns free file names for a campaign's name, best first. None is returned twice.
    fn free(&mut self, name: &str) -> impl Iterator<Item = String> {
        let stem = stem(name);
        let tried = self.tried.entry(stem.clone()).or_default();
        let taken = &self.taken;
        std::iter::repeat_with(move || {
            *tried += 1;
            numbered(&stem, *tried)
        })
        .filter(|file| !taken.contains(file))
    }
}

impl Library {
    /// Opens a folder as a library; creates it when it is missing.
    ///
    /// # Errors
    /// When it cannot be created, or is not a folder. A read-only folder opens.
    pub fn open(dir: impl Into<PathBuf>) -> Result<Library, LibraryError> {
        Library::open_with_rescue(dir, rescue_folder())
    }

    /// Does the same as [`Library::open`], with the folder that takes unsaved work when the library cannot.
    ///
    /// # Errors
    /// As for [`Library::open`].
    pub fn open_with_rescue(dir: impl Into<PathBuf>, rescue: Option<PathBuf>) -> Result<Library, LibraryError> {
        let dir = dir.into();
        make_whole_path(&dir).context("open the folder", &dir)?;
        fs::read_dir(&dir).context("open the folder", &dir)?;
        let library = Library {
            dir,
            rescue,
            owner: Arc::new(Owner::new()),
        };
        tracing::info!(folder = %library.dir.display(), new = library.is_new(), "library opened");
        // Unsaved work of earlier versions may still be readable by everybody.
        library
            .recovery_folders()
            .iter()
            .for_each(|folder| make_private(folder));
        Ok(library)
    }

    /// Returns the same window without the folder that takes unsaved work when the library cannot.
    #[cfg(test)]
    pub(crate) fn without_rescue(&self) -> Library {
        Library {
            rescue: None,
            ..self.clone()
        }
    }

    /// Returns the folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns whether the folder was never a library: it has no campaign, and no trace of this program.
    pub fn is_new(&self) -> bool {
        !self.dir.join(INNER_FOLDER).exists() && self.files().is_ok_and(|files| files.is_empty())
    }

    /// Returns the campaign files, to be read one by one. Only their names are read now.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn entries(&self) -> Result<Entries, LibraryError> {
        Ok(Entries {
            files: self.files()?.into_iter(),
        })
    }

    fn files(&self) -> Result<Vec<PathBuf>, LibraryError> {
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.dir).context("list", &self.dir)? {
            let entry = entry.context("list", &self.dir)?;
            if entry.file_name().to_str().is_some_and(is_campaign_file) {
                files.push(entry.path());
            }
        }
        files.sort();
        Ok(files)
    }

    /// Removes what interrupted writes left behind before the given instant, and returns how many files those were.
    pub fn sweep(&self, before: SystemTime) -> usize {
        let folders = [
            self.dir.clone(),
            self.images(),
            self.inner("recovery"),
            self.inner("history"),
            self.inner_folder(),
        ];
        folders.iter().map(|folder| sweep(folder, before)).sum()
    }

    /// Reads one campaign file. It never waits: a pipe under that name is refused.
    ///
    /// # Errors
    /// When the disk cannot deliver it, or it is not a campaign.
    pub fn load(path: &Path) -> Result<Stored, LoadError> {
        parse_read(path, read_bounded(path, MAX_FILE_BYTES))
    }

    /// Does the same as [`Library::load`], for what a person names on the command line: it also reads pipes, and waits for them.
    ///
    /// # Errors
    /// As for [`Library::load`].
    pub fn load_input(path: &Path) -> Result<Stored, LoadError> {
        parse_read(path, read_input(path, MAX_FILE_BYTES))
    }

    /// Writes a campaign into a new file, named after it.
    ///
    /// # Errors
    /// When the folder cannot take it, or the file would be too long to read again.
    pub fn create(&self, campaign: Campaign) -> Result<Stored, LibraryError> {
        self.create_among(&mut self.names(), campaign)
    }

    /// Writes campaigns into new files, in this order. The folder is listed once, however many there are.
    ///
    /// # Errors
    /// When the folder cannot take one of them; those before it stay.
    pub fn create_all(&self, campaigns: Vec<Campaign>) -> Result<Vec<Stored>, LibraryError> {
        let mut names = self.names();
        campaigns
            .into_iter()
            .map(|campaign| self.create_among(&mut names, campaign))
            .collect()
    }

    fn create_among(&self, names: &mut Names, campaign: Campaign) -> Result<Stored, LibraryError> {
        let text = to_file(&campaign).map_err(io::Error::from).context("save", &self.dir)?;
        let path = self.claim_among(names, &campaign.name, |path| write_new(path, text.as_bytes()))?;
        tracing::info!(
            campaign = redact::id(&campaign.id),
            file = redact::file(&path),
            "campaign made"
        );
        Ok(Stored {
            tag: VersionTag {
                path,
                hash: ContentHash::of(text.as_bytes()),
            },
            campaign,
        })
    }

    /// Writes a copy of a campaign into a new file, with a new identity and name, never launched.
    ///
    /// # Errors
    /// When the folder cannot take it.
    pub fn duplicate(&self, campaign: &Campaign, id: Uuid, name: &str) -> Result<Stored, LibraryError> {
        let id = id.to_string();
        self.create(Campaign {
            id,
            name: name.to_owned(),
            launched_at: None,
            ..campaign.clone()
        })
    }

    /// Saves the campaign under a new name, and names its file after it.
    ///
    /// A file that cannot be moved keeps its old name; the campaign still gets the new one.
    ///
    /// # Errors
    /// As [`Library::save`].
    pub fn rename(&self, tag: &VersionTag, campaign: &Campaign, name: &str) -> Result<Stored, SaveError> {
        let campaign = Campaign {
            name: name.to_owned(),
            ..campaign.clone()
        };
        let saved = self.save(tag, &campaign)?;
        let (Saved::Unchanged(tag) | Saved::Written(tag)) = saved;
        let path = self.rename_file(&tag.path, name).unwrap_or_else(|_| tag.path.clone());
        Ok(Stored {
            tag: VersionTag { path, ..tag },
            campaign,
        })
    }

    /// Moves a file to the best free name for a campaign's name, or keeps its present name if that is as good.
    ///
    /// # Errors
    /// When it cannot be moved; it then stays in its place.
    pub fn rename_file(&self, path: &Path, name: &str) -> Result<PathBuf, LibraryError> {
        let current = path
            .file_name()
            .and_then(|name| name.to_str())
            .map(folded)
            .unwrap_or_default();
        let taken = self.taken_names();
        let best = candidates(name)
            .take(MOST_NAMES)
            .find(|name| *name == current || !taken.contains(name));
        if best.is_some_and(|best| best == current) {
            return Ok(path.to_owned());
        }
        let renamed = self.claim(name, |to| move_new(path, to));
        if let Ok(to) = &renamed {
            tracing::info!(from = redact::file(path), file = redact::file(to), "file renamed");
        }
        renamed
    }

    /// Returns the unsaved work of this library.
    pub fn recovery(&self) -> Recovery {
        Recovery::new(&self.dir, self.recovery_folders(), self.owner.clone())
    }

    /// Returns the folders for unsaved work, best first.
    fn recovery_folders(&self) -> Vec<PathBuf> {
        [Some(self.inner("recovery")), self.rescue.clone()]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Calls `act` with the first free file name for a campaign's name.
    pub(super) fn claim(&self, name: &str, act: impl Fn(&Path) -> io::Result<()>) -> Result<PathBuf, LibraryError> {
        self.claim_among(&mut self.names(), name, act)
    }

    fn claim_among(
        &self,
        names: &mut Names,
        name: &str,
        act: impl Fn(&Path) -> io::Result<()>,
    ) -> Result<PathBuf, LibraryError> {
        for file in names.free(name).take(MOST_NAMES) {
            let path = self.dir.join(file);
            match act(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                done => return done.context("save", &path).map(|()| path),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into()).context("save", &self.dir)
    }

    fn names(&self) -> Names {
        Names {
            taken: self.taken_names(),
            tried: HashMap::new(),
        }
    }

    fn taken_names(&self) -> HashSet<String> {
        let entries = fs::read_dir(&self.dir).into_iter().flatten().flatten();
        entries
            .map(|entry| folded(&entry.file_name().to_string_lossy()))
            .collect()
    }

    /// Returns the folder that holds everything but drafts.
    pub(super) fn inner_folder(&self) -> PathBuf {
        self.dir.join(INNER_FOLDER)
    }

    pub(super) fn inner(&self, name: &str) -> PathBuf {
        self.inner_folder().join(name)
    }

    /// Returns the path of a file within the folder that holds everything but drafts.
    pub fn inner_file(&self, name: &str) -> PathBuf {
        self.inner(name)
    }

    /// Replaces or creates a file in the folder that holds everything but drafts.
    ///
    /// # Errors
    /// When the folder cannot take it.
    pub fn write_inner(&self, name: &str, bytes: &[u8]) -> Result<(), LibraryError> {
        let path = self.inner(name);
        make_folders(&self.dir, &self.inner_folder()).context("make the folder", &self.inner_folder())?;
        write_atomically(&path, bytes).context("save", &path)
    }

    pub(super) fn make_inner(&self, name: &str) -> Result<PathBuf, LibraryError> {
        let folder = self.inner(name);
        make_folders(&self.dir, &folder).context("make the folder", &folder)?;
        Ok(folder)
    }

    pub(super) fn images(&self) -> PathBuf {
        self.dir.join(PICTURE_FOLDER)
    }
}

fn parse_read(path: &Path, read: io::Result<Vec<u8>>) -> Result<Stored, LoadError> {
    let bytes = read.context("read", path).map_err(|error| too_large(path, error))?;
    parse(path, &bytes)
}

pub(super) fn parse(path: &Path, bytes: &[u8]) -> Result<Stored, LoadError> {
    let campaign = from_json(bytes).map_err(|error| LoadError::Text {
        path: path.to_owned(),
        error,
    })?;
    Ok(Stored {
        tag: VersionTag {
            path: path.to_owned(),
            hash: ContentHash::of(bytes),
        },
        campaign,
    })
}

/// Reports a file that is too large to be a campaign in the words of the format.
fn too_large(path: &Path, error: LibraryError) -> LoadError {
    if error.source.kind() != io::ErrorKind::FileTooLarge {
        return error.into();
    }
    LoadError::Text {
        path: path.to_owned(),
        error: ReadError::one(FileFault::TooLarge(None), None),
    }
}
