//! Saving a draft: only what changed, in one step, and never over another program's change.

use std::io;
use std::path::PathBuf;

use super::conflict::{Conflict, Theirs};
use super::disk::{ContentHash, read_bounded, write_atomically};
use super::folder::parse;
use super::trouble::Context;
use super::{Library, LibraryError, LoadError, VersionTag};
use crate::campaign::{Campaign, to_file, to_json};
use crate::redact;

/// Largest file that is compared before it is replaced. Larger files were not written here.
pub(super) const MAX_COMPARED_BYTES: usize = 256 << 20;

/// The result of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The file already says the same; it was not touched.
    Unchanged(VersionTag),
    /// The file holds the campaign now.
    Written(VersionTag),
}

impl Saved {
    /// Returns the file as it is now.
    pub fn tag(&self) -> &VersionTag {
        let (Saved::Unchanged(tag) | Saved::Written(tag)) = self;
        tag
    }
}

/// Why a campaign was not saved. It is still in memory, and in no case was anything lost on the disk.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Another program has changed the file since it was read; both versions are here.
    #[error(transparent)]
    Conflict(#[from] Box<Conflict>),
    /// The disk did not take it.
    #[error("{error}")]
    Failed {
        /// Why.
        #[source]
        error: LibraryError,
        /// The copy of the unsaved campaign, if it could be stored anywhere.
        rescued: Option<PathBuf>,
    },
}

impl SaveError {
    /// Returns what to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            SaveError::Conflict(_) => "keep yours, take theirs, or keep both",
            SaveError::Failed { error, .. } => error.hint(),
        }
    }
}

/// Returns whether two campaigns make the same file.
pub(super) fn says_the_same(one: &Campaign, other: &Campaign) -> bool {
    one == other || to_json(one) == to_json(other)
}

impl Library {
    /// Saves a campaign over its file, when it differs from that file.
    ///
    /// When the disk does not take it, a copy of the campaign goes to [`Library::recovery`].
    ///
    /// # Errors
    /// A conflict when the file is not what `tag` says; otherwise what the disk reports.
    pub fn save(&self, tag: &VersionTag, campaign: &Campaign) -> Result<Saved, SaveError> {
        let saved = self.save_if_it_differs(tag, campaign);
        record(tag, campaign, &saved);
        saved
    }

    fn save_if_it_differs(&self, tag: &VersionTag, campaign: &Campaign) -> Result<Saved, SaveError> {
        let failed = |error| self.rescue(tag, campaign, error);
        let saved = match read_bounded(&tag.path, MAX_COMPARED_BYTES) {
            Ok(bytes) => {
                let there = parse(&tag.path, &bytes);
                let hash = ContentHash::of(&bytes);
                if there
                    .as_ref()
                    .is_ok_and(|there| says_the_same(&there.campaign, campaign))
                {
                    Saved::Unchanged(VersionTag { hash, ..tag.clone() })
                } else if hash != tag.hash {
                    let theirs = match there {
                        Ok(stored) => Theirs::Campaign(Box::new(stored)),
                        Err(error) => Theirs::Unreadable { hash, error },
                    };
                    return Err(Conflict::new(tag, campaign, theirs).into());
                } else {
                    self.replace(tag, campaign).map_err(failed)?
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.dir().is_dir() => {
                return Err(Conflict::new(tag, campaign, Theirs::Deleted).into());
            }
            Err(error) => return Err(failed(LibraryError::new("save", &tag.path, error))),
        };
        self.recovery().clear(&tag.path);
        Ok(saved)
    }

    pub(super) fn replace(&self, tag: &VersionTag, campaign: &Campaign) -> Result<Saved, LibraryError> {
        let text = to_file(campaign).map_err(io::Error::from).context("save", &tag.path)?;
        write_atomically(&tag.path, text.as_bytes()).context("save", &tag.path)?;
        Ok(Saved::Written(VersionTag {
            hash: ContentHash::of(text.as_bytes()),
            ..tag.clone()
        }))
    }

    pub(super) fn rescue(&self, tag: &VersionTag, campaign: &Campaign, error: LibraryError) -> SaveError {
        let rescued = self.recovery().note(&tag.path, Some(tag.hash), campaign).ok();
        SaveError::Failed { error, rescued }
    }
}

/// Logs the result of a save.
fn record(tag: &VersionTag, campaign: &Campaign, saved: &Result<Saved, SaveError>) {
    let (campaign, file) = (redact::id(&campaign.id), redact::file(&tag.path));
    match saved {
        Ok(Saved::Unchanged(_)) => tracing::debug!(campaign, file, "nothing to save"),
        Ok(Saved::Written(_)) => tracing::info!(campaign, file, "saved"),
        Err(SaveError::Conflict(conflict)) => {
            tracing::warn!(
                campaign,
                file,
                there = conflict.theirs.id(),
                "not saved: another program changed the file"
            );
        }
        Err(SaveError::Failed { error, rescued }) => {
            let (kind, cause, rescued) = (error.kind.id(), redact::cause(error), rescued.is_some());
            tracing::error!(campaign, file, kind, cause, rescued, "not saved");
        }
    }
}

impl From<Conflict> for SaveError {
    fn from(conflict: Conflict) -> Self {
        SaveError::Conflict(Box::new(conflict))
    }
}

impl From<LoadError> for SaveError {
    fn from(error: LoadError) -> Self {
        let error = match error {
            LoadError::Disk(error) => error,
            LoadError::Text { path, error } => LibraryError::new("read", &path, io::Error::other(error)),
        };
        SaveError::Failed { error, rescued: None }
    }
}
