//! What a command writes back: a changed campaign, into the folder that its file is in.

use std::path::Path;

use super::terminal::Fault;
use crate::campaign::Campaign;
use crate::library::{Library, LibraryError, SaveError, VersionTag};

/// Saves a campaign over the file that it was read from, unless that has changed since.
pub(super) fn save(tag: &VersionTag, campaign: &Campaign) -> Result<(), Fault> {
    let library = Library::open(folder_of(tag)).map_err(|error| disk(&error))?;
    library.save(tag, campaign).map_err(|error| unsaved(&error))?;
    Ok(())
}

/// Returns the folder of a file.
pub(super) fn folder_of(tag: &VersionTag) -> &Path {
    let folder = tag.path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// What the disk refused, for the user.
pub(super) fn disk(error: &LibraryError) -> Fault {
    Fault::new(error.to_string(), error.hint())
}

fn unsaved(error: &SaveError) -> Fault {
    let hint = match error {
        SaveError::Conflict(_) => "run the command again: it reads the file anew",
        SaveError::Failed { error, .. } => error.hint(),
    };
    Fault::new(error.to_string(), hint)
}
