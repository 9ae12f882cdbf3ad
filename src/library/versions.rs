//! Earlier versions of each campaign: what it was at each launch and at the end of each editing session.
//!
//! Each version has one file, `.beckon/versions/KEY/20261128T101500Z-launched-HASH.campaign.json`: an ordinary campaign file whose name states when
//! and why. Content that comes up again is kept once, under its latest date. At most [`MOST_VERSIONS`] versions and [`MOST_BYTES`] bytes are kept for
//! each campaign: the oldest go first, and those of launches go last.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::disk::{ContentHash, remove_file, remove_tree, rename, write_atomically};
use super::journal::key_of;
use super::trouble::Context;
use super::{Binned, Library, LibraryError};
use crate::campaign::{Campaign, to_json};
use crate::redact;

/// Most versions of a campaign that are kept.
pub const MOST_VERSIONS: usize = 50;
/// Most bytes that the versions of a campaign take.
pub const MOST_BYTES: u64 = 4 << 20;
/// How long the versions of a campaign are kept that is neither in the library nor in the bin.
pub const ORPHANS_KEEP: TimeDelta = TimeDelta::days(90);

/// The folder within `.beckon`.
const FOLDER: &str = "versions";
/// The format of an instant in the files' names.
const STAMP: &str = "%Y%m%dT%H%M%SZ";
/// The ending of the files' names.
const ENDING: &str = ".campaign.json";

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::VariantArray)]
pub enum Why {
    /// It was launched.
    Launched,
    /// An editing session ended with it.
    Edited,
    /// An editing session began with it.
    Opened,
    /// Another program was about to replace it.
    Outside,
}

impl Why {
    /// Every reason.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Orders versions of one instant, and decides which reason counts for a version that is kept for several reasons.
    fn rank(self) -> u8 {
        match self {
            Self::Opened => 0,
            Self::Outside => 1,
            Self::Edited => 2,
            Self::Launched => 3,
        }
    }

    /// Returns the word for it in the files' names.
    pub fn id(self) -> &'static str {
        match self {
            Self::Launched => "launched",
            Self::Edited => "edited",
            Self::Opened => "opened",
            Self::Outside => "outside",
        }
    }
}

/// A version.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// When it was kept.
    pub at: DateTime<Utc>,
    /// Why.
    pub why: Why,
    /// What the campaign said.
    pub campaign: Campaign,
}

/// The parts of the name of a version's file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Label {
    at: DateTime<Utc>,
    why: Why,
    hash: String,
}

impl Label {
    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
        let mut parts = name.splitn(3, '-');
        let at = NaiveDateTime::parse_from_str(parts.next()?, STAMP).ok()?.and_utc();
        let word = parts.next()?;
        let why = *Why::ALL.iter().find(|why| why.id() == word)?;
        Some(Label {
            at,
            why,
            hash: parts.next()?.to_owned(),
        })
    }

    fn file_name(&self) -> String {
        format!("{}-{}-{}{ENDING}", self.at.format(STAMP), self.why.id(), self.hash)
    }
}

impl Library {
    /// Keeps a version of the campaign in the file `path`; `at` is the present instant.
    ///
    /// An already kept version gets the new date and reason when it was launched, or edited again. A launch stays known as one, and the presence of a
    /// version before an edit adds nothing new.
    ///
    /// # Errors
    /// When the folder cannot take it.
    pub fn keep_version(
        &self,
        path: &Path,
        campaign: &Campaign,
        why: Why,
        at: DateTime<Utc>,
    ) -> Result<(), LibraryError> {
        let key = key_of(path, &campaign.id);
        let folder = self.make_inner(&format!("{FOLDER}/{key}"))?;
        let text = to_json(campaign);
        let label = Label {
            at,
            why,
            hash: hash_of(campaign),
        };
        let target = folder.join(label.file_name());
        let known = kept_in(&folder).into_iter().find(|(_, known)| known.hash == label.hash);
        match known {
            Some((_, known)) if why.rank() < Why::Edited.rank() || why.rank() < known.why.rank() => {}
            Some((old, _)) => rename(&old, &target).context("keep a version in", &target)?,
            None => write_atomically(&target, text.as_bytes()).context("keep a version in", &target)?,
        }
        tracing::debug!(campaign = redact::id(&campaign.id), why = why.id(), "version kept");
        thin(&folder);
        Ok(())
    }

    /// Returns the versions of the campaign `id` in the file `path`, newest first. Files that cannot be read are left out.
    pub fn versions(&self, path: &Path, id: &str) -> Vec<Version> {
        let folder = self.inner(FOLDER).join(key_of(path, id));
        let version = |(path, label): (PathBuf, Label)| {
            let campaign = Library::load(&path).ok()?.campaign;
            Some(Version {
                at: label.at,
                why: label.why,
                campaign,
            })
        };
        kept_in(&folder).into_iter().rev().filter_map(version).collect()
    }

    /// Removes the versions of campaigns that are neither in the library nor in the bin, once the last is older than [`ORPHANS_KEEP`]. Returns for
    /// how many campaigns. While any campaign file cannot be read nothing is removed: its versions may be all that is left of it.
    pub fn tidy_versions(&self, now: DateTime<Utc>) -> usize {
        let Some(known) = self.known_keys(now) else { return 0 };
        let folders = fs::read_dir(self.inner(FOLDER)).into_iter().flatten().flatten();
        let orphan = |folder: &PathBuf| {
            let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let last = kept_in(folder).pop();
            !known.contains(name) && last.is_none_or(|(_, label)| now - label.at > ORPHANS_KEEP)
        };
        folders
            .map(|entry| entry.path())
            .filter(orphan)
            .filter(|folder| remove_tree(folder).is_ok())
            .count()
    }

    /// Returns what the side files of all campaigns of the library and of its bin are named by; `None` when not all of them can be read.
    fn known_keys(&self, now: DateTime<Utc>) -> Option<HashSet<String>> {
        let mut known = HashSet::new();
        for entry in self.entries().ok()? {
            known.insert(key_of(&entry.path, &entry.content.ok()?.campaign.id));
        }
        for entry in self.bin(now) {
            known.insert(key_of(&entry.binned.file, &entry.campaign?.id));
        }
        Some(known)
    }

    /// Removes a file from the bin for good, together with its campaign's undo history and versions, unless the library or the bin holds that
    /// campaign elsewhere.
    ///
    /// # Errors
    /// When it cannot be removed, or is not in this library's bin.
    pub fn erase_with_history(&self, binned: &Binned, now: DateTime<Utc>) -> Result<(), LibraryError> {
        let id = Library::load(&binned.kept).ok().map(|stored| stored.campaign.id);
        self.erase(binned)?;
        let Some(key) = id.map(|id| key_of(&binned.file, &id)) else {
            return Ok(());
        };
        if self.known_keys(now).is_some_and(|known| !known.contains(&key)) {
            let folder = self.inner(FOLDER).join(&key);
            match remove_tree(&folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error).context("remove", &folder),
                _ => {}
            }
            self.remove_history(&key)?;
        }
        Ok(())
    }
}

/// Returns what identifies a version. The instant of the last launch is excluded: recording it is not an edit.
fn hash_of(campaign: &Campaign) -> String {
    let campaign = Campaign {
        launched_at: None,
        ..campaign.clone()
    };
    ContentHash::of(to_json(&campaign).as_bytes()).to_string()[..16].to_owned()
}

/// Returns the versions in a folder, oldest first.
fn kept_in(folder: &Path) -> Vec<(PathBuf, Label)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut kept: Vec<(PathBuf, Label)> = entries
        .map(|entry| entry.path())
        .filter_map(|path| Label::of(&path).map(|label| (path, label)))
        .collect();
    kept.sort_by(|(one, first), (other, second)| {
        (first.at, first.why.rank(), one).cmp(&(second.at, second.why.rank(), other))
    });
    kept
}

/// Removes versions beyond the limits.
fn thin(folder: &Path) {
    let mut kept = kept_in(folder);
    let size = |path: &PathBuf| fs::metadata(path).map_or(0, |facts| facts.len());
    let mut bytes: u64 = kept.iter().map(|(path, _)| size(path)).sum();
    while kept.len() > MOST_VERSIONS || (bytes > MOST_BYTES && kept.len() > 1) {
        // The newest always stays.
        let older = &kept[..kept.len() - 1];
        let place = older
            .iter()
            .position(|(_, label)| label.why != Why::Launched)
            .unwrap_or(0);
        let (path, _) = kept.remove(place);
        bytes = bytes.saturating_sub(size(&path));
        if remove_file(&path).is_err() {
            break;
        }
    }
}
