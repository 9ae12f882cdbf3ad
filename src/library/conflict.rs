//! A file that changed on the disk while it was edited here: both versions, and the three ways to resolve the conflict.

use std::fmt;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::disk::{ContentHash, read_bounded, write_new};
use super::save::MAX_COMPARED_BYTES;
use super::{Library, LoadError, Removal, SaveError, Stored, VersionTag};
use crate::campaign::{Campaign, to_file, to_json};
use crate::redact;

/// An edit in memory and another program's change on the disk. Nothing was written.
#[derive(Debug)]
pub struct Conflict {
    /// The file, and what it held when it was read here.
    pub tag: VersionTag,
    /// The edit in memory.
    pub mine: Campaign,
    /// What the disk holds.
    pub theirs: Theirs,
}

/// What another program made of a file.
#[derive(Debug)]
pub enum Theirs {
    /// Another version of the campaign.
    Campaign(Box<Stored>),
    /// Something that is not a campaign.
    Unreadable {
        /// Its content.
        hash: ContentHash,
        /// Why it cannot be read.
        error: LoadError,
    },
    /// Nothing: the file is gone.
    Deleted,
}

impl Theirs {
    /// Returns the word for it in the log.
    pub(super) fn id(&self) -> &'static str {
        match self {
            Theirs::Campaign(_) => "another-version",
            Theirs::Unreadable { .. } => "unreadable",
            Theirs::Deleted => "deleted",
        }
    }
}

/// The user's choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// The edit replaces the file; the other version goes into the bin.
    KeepMine,
    /// The file stays as it is; the edit goes into the bin.
    TakeTheirs,
    /// The file stays, and the edit becomes a separate campaign, with this identity and name.
    KeepBoth {
        /// Identity of the copy.
        id: Uuid,
        /// Name of the copy.
        name: String,
    },
}

impl Resolution {
    /// Returns the word for it in the log.
    fn id(&self) -> &'static str {
        match self {
            Resolution::KeepMine => "keep-mine",
            Resolution::TakeTheirs => "take-theirs",
            Resolution::KeepBoth { .. } => "keep-both",
        }
    }
}

/// The result of a conflict.
#[derive(Debug)]
pub struct Resolved {
    /// What is edited from now on; `None` when the user accepted a deletion or an unreadable file.
    pub open: Option<Stored>,
    /// The version that was not chosen: in the bin, or next to the open one.
    pub other: Option<PathBuf>,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.theirs {
            Theirs::Campaign(_) => "was changed by another program",
            Theirs::Unreadable { .. } => "was changed by another program, and can no longer be read",
            Theirs::Deleted => "was deleted or moved by another program",
        };
        write!(f, "`{}` {what} while it was edited here", self.tag.path.display())
    }
}

impl std::error::Error for Conflict {}

impl Conflict {
    pub(super) fn new(tag: &VersionTag, mine: &Campaign, theirs: Theirs) -> Self {
        Conflict {
            tag: tag.clone(),
            mine: mine.clone(),
            theirs,
        }
    }
}

impl Library {
    /// Ends a conflict as the user chose; `at` is the present instant. The other version is kept as well.
    ///
    /// # Errors
    /// When the disk refuses, or the file has changed again.
    pub fn resolve(&self, conflict: Conflict, choice: Resolution, at: DateTime<Utc>) -> Result<Resolved, SaveError> {
        let (campaign, file) = (redact::id(&conflict.mine.id), redact::file(&conflict.tag.path));
        tracing::info!(
            campaign,
            file,
            choice = choice.id(),
            there = conflict.theirs.id(),
            "conflict decided"
        );
        match choice {
            Resolution::KeepMine => self.keep_mine(conflict, at),
            Resolution::TakeTheirs => self.take_theirs(conflict, at),
            Resolution::KeepBoth { id, name } => self.keep_both(conflict, id, &name),
        }
    }

    fn keep_mine(&self, conflict: Conflict, at: DateTime<Utc>) -> Result<Resolved, SaveError> {
        let Conflict { tag, mine, theirs } = conflict;
        let failed = |error| self.rescue(&tag, &mine, error);
        let known = match &theirs {
            Theirs::Campaign(stored) => Some(stored.tag.hash),
            Theirs::Unreadable { hash, .. } => Some(*hash),
            Theirs::Deleted => None,
        };
        let Some(hash) = known else {
            let text = to_file(&mine).map_err(std::io::Error::from);
            let written = text.and_then(|text| write_new(&tag.path, text.as_bytes()).map(|()| text));
            let text = written.map_err(|source| failed(super::LibraryError::new("save", &tag.path, source)))?;
            self.recovery().clear(&tag.path);
            let tag = VersionTag {
                hash: ContentHash::of(text.as_bytes()),
                path: tag.path,
            };
            return Ok(Resolved {
                open: Some(Stored { tag, campaign: mine }),
                other: None,
            });
        };
        let theirs = read_bounded(&tag.path, MAX_COMPARED_BYTES)
            .map_err(|source| failed(super::LibraryError::new("read", &tag.path, source)))?;
        let other = self
            .set_aside(&tag.path, &theirs, at, Removal::SetAside)
            .map_err(failed)?;
        let saved = self.save(
            &VersionTag {
                hash,
                path: tag.path.clone(),
            },
            &mine,
        )?;
        Ok(Resolved {
            open: Some(Stored {
                tag: saved.tag().clone(),
                campaign: mine,
            }),
            other: Some(other.kept),
        })
    }

    fn take_theirs(&self, conflict: Conflict, at: DateTime<Utc>) -> Result<Resolved, SaveError> {
        let Conflict { tag, mine, theirs } = conflict;
        let text = to_json(&mine);
        let why = match theirs {
            Theirs::Deleted => Removal::Deleted,
            Theirs::Campaign(_) | Theirs::Unreadable { .. } => Removal::SetAside,
        };
        let other = self
            .set_aside(&tag.path, text.as_bytes(), at, why)
            .map_err(|error| self.rescue(&tag, &mine, error))?;
        self.recovery().clear(&tag.path);
        let open = match theirs {
            Theirs::Campaign(stored) => Some(*stored),
            Theirs::Unreadable { .. } | Theirs::Deleted => None,
        };
        Ok(Resolved {
            open,
            other: Some(other.kept),
        })
    }

    fn keep_both(&self, conflict: Conflict, id: Uuid, name: &str) -> Result<Resolved, SaveError> {
        let Conflict { tag, mine, theirs } = conflict;
        let copy = self
            .duplicate(&mine, id, name)
            .map_err(|error| self.rescue(&tag, &mine, error))?;
        self.recovery().clear(&tag.path);
        let other = (!matches!(theirs, Theirs::Deleted)).then_some(tag.path);
        Ok(Resolved {
            open: Some(copy),
            other,
        })
    }
}
