//! The bin: deleted campaigns, and versions that lost a conflict, kept for some weeks and restored on request.
//!
//! Each entry has a folder, `.beckon/trash/20261128T101500Z-deleted/NAME.campaign.json`: the folder's name states when and why, and the file is the
//! deleted file itself. Nothing leaves the bin early unless somebody asks for it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::disk::{make_folder, move_new, remove_file, remove_folder, remove_tree, write_new};
use super::names::{FILE_SUFFIX, candidates, is_campaign_file};
use super::trouble::Context;
use super::{Library, LibraryError};
use crate::campaign::Campaign;
use crate::redact;

/// How long something stays in the bin.
pub const BIN_KEEPS: TimeDelta = TimeDelta::days(30);

/// The folder within `.beckon`.
const FOLDER: &str = "trash";
/// How the names of the folders within it write an instant.
const STAMP: &str = "%Y%m%dT%H%M%SZ";
/// Most entries of one second that get different names.
const MOST_OF_A_SECOND: usize = 10_000;

/// Why something is in the bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::VariantArray)]
pub enum Removal {
    /// Somebody deleted it.
    Deleted,
    /// It is the version of a conflict that was not kept.
    SetAside,
}

impl Removal {
    const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    fn id(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::SetAside => "set-aside",
        }
    }
}

/// A file in the bin, which [`Library::restore`] takes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Binned {
    /// Its former path.
    pub file: PathBuf,
    /// Its path in the bin.
    pub kept: PathBuf,
}

/// What a list of the bin shows of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct BinEntry {
    /// Which file.
    pub binned: Binned,
    /// When it went into the bin.
    pub at: DateTime<Utc>,
    /// Why.
    pub why: Removal,
    /// The campaign, if the file can be read.
    pub campaign: Option<Campaign>,
    /// The file's size.
    pub bytes: u64,
}

impl BinEntry {
    /// Returns the name that people know it by: the campaign's name, else the file's.
    pub fn name(&self) -> String {
        let named = self.campaign.as_ref().map(|campaign| campaign.name.trim());
        match named.filter(|name| !name.is_empty()) {
            Some(name) => name.to_owned(),
            None => stem_of(&self.binned.file),
        }
    }
}

impl Library {
    /// Deletes a campaign file by moving it into the bin; `at` is the present instant.
    ///
    /// # Errors
    /// When it cannot be moved; it then stays in its place.
    pub fn delete(&self, path: &Path, at: DateTime<Utc>) -> Result<Binned, LibraryError> {
        let binned = self
            .move_to_bin(path, at, Removal::Deleted, |kept| move_new(path, kept))
            .map_err(|error| LibraryError {
                action: "delete",
                path: path.to_owned(),
                ..error
            })?;
        self.recovery().clear(path);
        Ok(binned)
    }

    /// Puts a campaign into the bin that no longer has a file, or whose file now says something else.
    ///
    /// # Errors
    /// When the folder cannot take it.
    pub fn set_aside(&self, path: &Path, text: &[u8], at: DateTime<Utc>, why: Removal) -> Result<Binned, LibraryError> {
        self.move_to_bin(path, at, why, |kept| write_new(kept, text))
    }

    fn move_to_bin(
        &self,
        path: &Path,
        at: DateTime<Utc>,
        why: Removal,
        act: impl Fn(&Path) -> io::Result<()>,
    ) -> Result<Binned, LibraryError> {
        let bin = self.make_inner(FOLDER)?;
        let slot = new_slot(&bin, at, why)?;
        let kept = slot.join(path.file_name().unwrap_or_default());
        if let Err(source) = act(&kept) {
            // The folder was made only for this file.
            let _ = remove_folder(&slot);
            return Err(source).context("move into the bin", path);
        }
        tracing::info!(file = redact::file(path), why = why.id(), "moved into the bin");
        Ok(Binned {
            file: path.to_owned(),
            kept,
        })
    }

    /// Restores a file: under its old name, or next to it when that name is taken.
    ///
    /// If another file of the library has taken the campaign's identity, the campaign comes back as a copy, with the identity and the name that
    /// `copy` returns.
    ///
    /// # Errors
    /// When it cannot be moved or written; it then stays in the bin.
    pub fn restore(
        &self,
        binned: &Binned,
        copy: impl FnOnce(&Campaign) -> (Uuid, String),
    ) -> Result<PathBuf, LibraryError> {
        if let Ok(stored) = Library::load(&binned.kept)
            && self.has_identity(&stored.campaign.id)?
        {
            let (id, name) = copy(&stored.campaign);
            let made = self.duplicate(&stored.campaign, id, &name)?;
            tracing::info!(file = redact::file(&made.tag.path), "restored from the bin as a copy");
            self.erase(binned)?;
            return Ok(made.tag.path);
        }
        let path = match move_new(&binned.kept, &binned.file) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.claim(&stem_of(&binned.file), |to| move_new(&binned.kept, to))?
            }
            moved => moved.context("restore", &binned.file).map(|()| binned.file.clone())?,
        };
        tracing::info!(file = redact::file(&path), "restored from the bin");
        if let Some(slot) = self.slot_of(&binned.kept) {
            // An empty folder that stays is not an entry of the bin.
            let _ = remove_folder(slot);
        }
        Ok(path)
    }

    /// Removes a file from the bin for good.
    ///
    /// # Errors
    /// When it cannot be removed, or is not in this library's bin.
    pub fn erase(&self, binned: &Binned) -> Result<(), LibraryError> {
        let gone = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
        let removed = match self.slot_of(&binned.kept) {
            Some(slot) => remove_tree(slot),
            None if binned.kept.parent() == Some(&self.inner(FOLDER)) => remove_file(&binned.kept),
            None => Err(io::ErrorKind::NotFound.into()),
        };
        match removed {
            Err(error) if !gone(&error) => Err(error).context("remove", &binned.kept),
            _ => {
                tracing::info!(file = redact::file(&binned.file), "removed from the bin");
                Ok(())
            }
        }
    }

    /// Returns the entries of the bin, newest first. `now` is the present instant.
    pub fn bin(&self, now: DateTime<Utc>) -> Vec<BinEntry> {
        let mut entries = Vec::new();
        for path in paths_in(&self.inner(FOLDER)) {
            match removal_of(&path) {
                Some((at, why)) => {
                    let files = paths_in(&path).into_iter().filter(|path| is_campaign(path));
                    entries.extend(files.filter_map(|kept| self.bin_entry(kept, at, why)));
                }
                None if is_campaign(&path) => entries.extend(self.bin_entry(path, now, Removal::Deleted)),
                None => {}
            }
        }
        entries.sort_by(|one, other| (other.at, &one.binned.kept).cmp(&(one.at, &other.binned.kept)));
        entries
    }

    fn bin_entry(&self, kept: PathBuf, at: DateTime<Utc>, why: Removal) -> Option<BinEntry> {
        let facts = fs::metadata(&kept).ok().filter(fs::Metadata::is_file)?;
        let campaign = Library::load(&kept).ok().map(|stored| stored.campaign);
        let file_name = match (&campaign, self.slot_of(&kept)) {
            // The name does not include a number that an older bin put before it.
            (Some(campaign), None) => candidates(&campaign.name).next()?.into(),
            _ => kept.file_name()?.to_owned(),
        };
        Some(BinEntry {
            binned: Binned {
                file: self.dir().join(file_name),
                kept,
            },
            at,
            why,
            campaign,
            bytes: facts.len(),
        })
    }

    /// Removes for good what has been in the bin for longer than [`BIN_KEEPS`], and returns how many files those were. Entries of an older version of
    /// Beckon have no date: their time begins now.
    pub fn tidy_bin(&self, now: DateTime<Utc>) -> usize {
        let folder = self.inner(FOLDER);
        for path in paths_in(&folder).into_iter().filter(|path| is_campaign(path)) {
            let dated = new_slot(&folder, now, Removal::Deleted).and_then(|slot| {
                let to = slot.join(path.file_name().unwrap_or_default());
                move_new(&path, &to).context("move into the bin", &path)
            });
            if dated.is_err() {
                break;
            }
        }
        let over = |entry: &&BinEntry| now - entry.at > BIN_KEEPS;
        let entries = self.bin(now);
        entries
            .iter()
            .filter(over)
            .filter(|entry| self.erase(&entry.binned).is_ok())
            .count()
    }

    /// Returns the dated folder of the bin that holds a kept file.
    fn slot_of<'a>(&self, kept: &'a Path) -> Option<&'a Path> {
        let slot = kept.parent()?;
        (slot.parent() == Some(&self.inner(FOLDER)) && removal_of(slot).is_some()).then_some(slot)
    }

    /// Returns whether a campaign of the library has this identity.
    pub(super) fn has_identity(&self, id: &str) -> Result<bool, LibraryError> {
        let mut contents = self.entries()?.filter_map(|entry| entry.content.ok());
        Ok(contents.any(|stored| stored.campaign.id == id))
    }
}

/// Makes a new folder in the bin.
fn new_slot(bin: &Path, at: DateTime<Utc>, why: Removal) -> Result<PathBuf, LibraryError> {
    let name = format!("{}-{}", at.format(STAMP), why.id());
    for number in 1..=MOST_OF_A_SECOND {
        let slot = bin.join(match number {
            1 => name.clone(),
            _ => format!("{name}-{number}"),
        });
        match make_folder(&slot) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.context("make the folder", &slot).map(|()| slot),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into()).context("make the folder", bin)
}

/// Returns when and why, from the name of a folder of the bin.
fn removal_of(slot: &Path) -> Option<(DateTime<Utc>, Removal)> {
    let name = slot.file_name()?.to_str()?;
    let (at, rest) = name.split_once('-')?;
    let at = NaiveDateTime::parse_from_str(at, STAMP).ok()?.and_utc();
    let why = *Removal::ALL.iter().find(|why| rest.starts_with(why.id()))?;
    Some((at, why))
}

fn paths_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

fn is_campaign(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(is_campaign_file)
        && path.is_file()
}

fn stem_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(FILE_SUFFIX).unwrap_or(&name).to_owned()
}
