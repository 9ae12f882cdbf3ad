//! What background jobs do with a journey's files: read, written, and kept from one run to the next.

use std::path::{Path, PathBuf};

use super::{Member, OpenFile, timeline};
use crate::{
    library::{ContentHash, Library, LibraryError, read_bounded, write_atomically},
    studio::trouble::{self, Trouble},
    visitor::Journey,
};

/// Largest journey file that is read, in bytes.
const LARGEST: usize = 8 << 20;

/// The file that keeps the steps from one run to the next, among the library's data next to the campaigns.
const LAST_JOURNEY: &str = "last.journey.json";

/// Why a journey was not written.
#[derive(Debug)]
pub enum Unwritten {
    /// Another program changed the file.
    Changed(PathBuf),
    /// The disk refuses it.
    Disk(LibraryError),
}

/// Reads a journey's file.
///
/// # Errors
/// When it cannot be read, or holds no journey that can be played.
pub fn read(path: PathBuf) -> trouble::Result<OpenFile> {
    let bytes = read_bounded(&path, LARGEST).map_err(|source| LibraryError::new("read the journey", &path, source))?;
    let text = String::from_utf8(bytes).map_err(|_| Trouble::JourneyNotText)?;
    let journey = Journey::from_json(text.trim_start_matches('\u{feff}'))?;
    let (steps, most) = (journey.events.len(), timeline::MOST_STEPS);
    if steps > most {
        return Err(Trouble::JourneyTooLong { steps, most });
    }
    let hash = ContentHash::of(text.as_bytes());
    Ok(OpenFile { path, hash, journey })
}

/// Writes a journey into a file; with `known`, only if that still has this content.
///
/// # Errors
/// When it has another one, or the disk refuses.
pub fn write(path: PathBuf, journey: Journey, known: Option<ContentHash>) -> Result<OpenFile, Unwritten> {
    if let Some(known) = known
        && read_bounded(&path, LARGEST).is_ok_and(|bytes| ContentHash::of(&bytes) != known)
    {
        return Err(Unwritten::Changed(path));
    }
    let failed = |source| Unwritten::Disk(LibraryError::new("save the journey", &path, source));
    let mut bytes = serde_json::to_vec_pretty(&journey).map_err(|error| failed(error.into()))?;
    bytes.push(b'\n');
    write_atomically(&path, &bytes).map_err(failed)?;
    Ok(OpenFile {
        path,
        hash: ContentHash::of(&bytes),
        journey,
    })
}

/// Where the steps are kept from one run to the next.
pub fn last_file(library: &Library) -> PathBuf {
    library.inner_file(LAST_JOURNEY)
}

/// The steps of the last run, if there are any.
pub fn read_last(file: &Path) -> Option<Journey> {
    read(file.to_owned()).ok().map(|file| file.journey)
}

/// Stores a journey for the next run. A failure is not worth disturbing the user.
pub fn keep(library: &Library, journey: &Journey) {
    if let Ok(bytes) = serde_json::to_vec_pretty(journey) {
        let _ = library.write_inner(LAST_JOURNEY, &bytes);
    }
}

/// The readable campaigns of a library.
pub fn members(library: &Library) -> Vec<Member> {
    let Ok(entries) = library.entries() else {
        return Vec::new();
    };
    let audiences = library.known_audiences();
    entries
        .filter_map(|entry| {
            let stored = entry.content.ok()?;
            Some((entry.path, std::sync::Arc::new(stored.campaign.inlined(&audiences))))
        })
        .collect()
}
