//! The mark of a library: a file within it that identifies it, wherever its folder moves.
//!
//! It is stored in `.beckon`, which belongs to one folder on one computer: a campaign file that is copied, imported or checked out elsewhere does not
//! carry it along.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::LibraryError;
use super::disk::{make_folders, read_bounded, write_in_place};
use super::folder::INNER_FOLDER;
use super::trouble::Context;

/// The value of the key `format`.
const FORMAT: &str = "beckon.library";
/// Largest mark that is read, in bytes.
const MAX_BYTES: usize = 4096;

/// Returns the identity that marks a library's folder; `None` when it has no readable mark.
pub fn read_mark(folder: &Path) -> Option<String> {
    let bytes = read_bounded(&file(folder), MAX_BYTES).ok()?;
    let mark: Value = serde_json::from_slice(&bytes).ok()?;
    let id = mark["id"].as_str().filter(|_| mark["format"] == FORMAT)?;
    Some(id.to_owned())
}

/// Marks a library's folder with an identity.
///
/// # Errors
/// When the folder cannot take it.
pub fn write_mark(folder: &Path, id: &str) -> Result<(), LibraryError> {
    let inner = folder.join(INNER_FOLDER);
    make_folders(folder, &inner).context("make the folder", &inner)?;
    let mut text = serde_json::to_string_pretty(&json!({ "format": FORMAT, "version": 1, "id": id }))
        .map_err(io::Error::from)
        .context("mark the library", folder)?;
    text.push('\n');
    write_in_place(&file(folder), text.as_bytes()).context("mark the library", folder)
}

fn file(folder: &Path) -> PathBuf {
    folder.join(INNER_FOLDER).join("library.json")
}

/// Returns whether a folder is a library that was worked in: it holds a trace of this program.
pub fn is_library(folder: &Path) -> bool {
    folder.join(INNER_FOLDER).is_dir()
}

/// Returns whether two paths lead to the same folder, in any way.
pub fn is_same_folder(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let facts = |path: &Path| std::fs::metadata(path).ok().map(|facts| (facts.dev(), facts.ino()));
        facts(one).is_some_and(|facts_of_one| Some(facts_of_one) == facts(other))
    }
    #[cfg(not(unix))]
    {
        let true_path = |path: &Path| std::fs::canonicalize(path).ok();
        true_path(one).is_some_and(|true_one| Some(true_one) == true_path(other))
    }
}
