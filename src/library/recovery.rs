//! Unsaved work, written ahead of every save and found again after a crash.
//!
//! One small file per draft, which only its owner may read. It stands within the library; when that cannot be written, among the user's
//! application data.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::{Value, json};

use super::disk::{ContentHash, make_private_folder, make_private_folders, read_bounded, remove_file, write_private};
use super::save::says_the_same;
use super::trouble::Told;
use super::{Library, LibraryError};
use crate::campaign::{Campaign, MAX_FILE_BYTES, from_json, to_value};

/// The value of the key `format` in a file of unsaved work.
const FORMAT: &str = "beckon.recovery";

/// The unsaved work of one library.
#[derive(Debug, Clone)]
pub struct Recovery {
    dir: PathBuf,
    /// The folder's true path, by which records know it.
    library: String,
    /// Where records go, best first.
    folders: Vec<PathBuf>,
}

/// A draft whose last edits were not saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsaved {
    /// The file it belongs to, which may be gone.
    pub path: PathBuf,
    /// What that file held when the edits began; together with `path`, the stamp to save with.
    pub base: Option<ContentHash>,
    /// The draft.
    pub campaign: Campaign,
}

impl Recovery {
    pub(super) fn new(library: &Path, folders: Vec<PathBuf>) -> Self {
        let true_path = fs::canonicalize(library).unwrap_or_else(|_| library.to_owned());
        let name = true_path.to_string_lossy().into_owned();
        Recovery {
            dir: library.to_owned(),
            library: name,
            folders,
        }
    }

    /// Writes down a draft that is about to be saved, or could not be. Returns where.
    ///
    /// # Errors
    /// When no folder takes it.
    pub fn note(&self, path: &Path, base: Option<ContentHash>, campaign: &Campaign) -> Result<PathBuf, LibraryError> {
        let record = json!({
            "format": FORMAT,
            "version": 1,
            "library": self.library,
            "file": file_name(path),
            "base": base.map(|hash| hash.to_string()),
            "campaign": to_value(campaign),
        });
        let text = record.to_string();
        let mut refused = None;
        for folder in &self.folders {
            let target = folder.join(self.record_name(path));
            let made = match folder.starts_with(&self.dir) {
                true => make_private_folders(&self.dir, folder),
                false => make_private_folder(folder),
            };
            let written = made.and_then(|()| write_private(&target, text.as_bytes()));
            match written.told("keep unsaved work in", &target) {
                Ok(()) => return Ok(target),
                Err(error) => refused = Some(error),
            }
        }
        Err(refused.unwrap_or_else(|| {
            let source = std::io::ErrorKind::NotFound.into();
            LibraryError::new("keep unsaved work in", &self.dir, source)
        }))
    }

    /// Forgets a draft's unsaved work, because it was saved or given up.
    pub fn clear(&self, path: &Path) {
        let name = self.record_name(path);
        for folder in &self.folders {
            // What cannot be removed is found to be saved already, the next time.
            let _ = remove_file(&folder.join(&name));
        }
    }

    /// The drafts whose last edits are not in their files, newest version of each. Files that hold no such thing are left alone.
    pub fn pending(&self) -> Vec<Unsaved> {
        let mut found: Vec<(SystemTime, Unsaved)> = Vec::new();
        for path in self
            .folders
            .iter()
            .flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten())
        {
            let Some((at, unsaved)) = self.read(&path.path()) else {
                continue;
            };
            match found.iter_mut().find(|(_, other)| other.path == unsaved.path) {
                Some(other) if other.0 < at => *other = (at, unsaved),
                Some(_) => {}
                None => found.push((at, unsaved)),
            }
        }
        found.sort_by(|one, other| one.1.path.cmp(&other.1.path));
        let (saved, unsaved): (Vec<_>, Vec<_>) = found.into_iter().map(|(_, unsaved)| unsaved).partition(is_saved);
        saved.iter().for_each(|unsaved| self.clear(&unsaved.path));
        unsaved
    }

    fn read(&self, record: &Path) -> Option<(SystemTime, Unsaved)> {
        let facts = fs::metadata(record).ok().filter(fs::Metadata::is_file)?;
        let value: Value = serde_json::from_slice(&read_bounded(record, 2 * MAX_FILE_BYTES).ok()?).ok()?;
        let of_this_library = value["format"] == FORMAT && value["library"] == *self.library;
        let file = value["file"]
            .as_str()
            .filter(|file| of_this_library && *file == file_name(Path::new(file)))?;
        let campaign = from_json(value["campaign"].to_string().as_bytes()).ok()?;
        let base = value["base"].as_str().and_then(ContentHash::from_hex);
        Some((
            facts.modified().ok()?,
            Unsaved {
                path: self.dir.join(file),
                base,
                campaign,
            },
        ))
    }

    /// Names a record after the library and the file, so that several libraries can share a folder.
    fn record_name(&self, path: &Path) -> String {
        let key = format!("{}\n{}", self.library, file_name(path));
        format!("{}.json", &ContentHash::of(key.as_bytes()).to_string()[..32])
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_saved(unsaved: &Unsaved) -> bool {
    Library::load(&unsaved.path).is_ok_and(|stored| says_the_same(&stored.campaign, &unsaved.campaign))
}
