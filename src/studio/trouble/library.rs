//! The words for trouble with files and folders.

use std::{io, path::Path};

use super::{InWords, Words, file};
use crate::{
    library::{LibraryError, LoadError, SaveError, TroubleKind},
    studio::session::SaveFailure,
    wording::text::Text,
};

impl InWords for LibraryError {
    fn words(&self, text: &Text) -> Words {
        of_kind(self.kind, &self.path, &self.source, text)
    }
}

impl InWords for LoadError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::Disk(error) => error.words(text),
            Self::Text { path, error } => file::named(path, error, text),
        }
    }
}

impl InWords for SaveError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::Failed { error, .. } => error.words(text),
            Self::Conflict(conflict) => {
                let file = conflict.tag.path.display().to_string();
                Words::of("trouble-save-conflict", &[("file", file)], text)
            }
        }
    }
}

impl InWords for SaveFailure {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::Disk(error) => error.words(text),
            Self::BrokeOff => Words::of("trouble-save-broke-off", &[], text).capitalised(text),
        }
    }
}

/// What the system says of a file or folder.
pub(super) fn of_system(path: &Path, source: &io::Error, text: &Text) -> Words {
    of_kind(TroubleKind::of(source), path, source, text)
}

fn of_kind(kind: TroubleKind, path: &Path, source: &io::Error, text: &Text) -> Words {
    let values = [("file", path.display().to_string()), ("system", source.to_string())];
    Words::of(key(kind), &values, text)
}

/// The key of the text that says what kind of trouble it is.
fn key(kind: TroubleKind) -> &'static str {
    match kind {
        TroubleKind::Missing => "trouble-missing",
        TroubleKind::WrongKind => "trouble-wrong-kind",
        TroubleKind::OutsideImages => "trouble-outside-images",
        TroubleKind::NotAPicture => "trouble-not-a-picture",
        TroubleKind::NotAllowed => "trouble-not-allowed",
        TroubleKind::ReadOnly => "trouble-read-only",
        TroubleKind::Full => "trouble-full",
        TroubleKind::TooLarge => "trouble-too-large",
        TroubleKind::TooLong => "trouble-too-long",
        TroubleKind::NameTaken => "trouble-name-taken",
        TroubleKind::Other => "trouble-other",
    }
}
