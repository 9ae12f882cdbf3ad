//! Which library a folder is, as far as publishing goes: what is live belongs to a library and a connection.
//!
//! A library has an identity from its first launch on: a mark in its folder, and a line in a list here, with the place where it was last
//! seen. The mark moves with the folder. A copied folder has the mark of another that still exists, and gets an identity of
//! its own: nothing was launched from it. One that lost its mark, or cannot be written to, is known by its place.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::connection::{is_safe_name, lock_file};
use crate::clock;
use crate::library::{
    LibraryError, is_same_folder, make_private_folder, read_bounded, read_mark, write_mark, write_private,
};

/// The value of the key `format`.
const FORMAT: &str = "beckon.libraries";
/// Largest list that is read, in bytes.
const MAX_BYTES: usize = 4 << 20;

/// The libraries that something was ever launched from: a file, read each time.
#[derive(Debug, Clone)]
pub struct Libraries {
    folder: PathBuf,
}

/// What is known of a folder.
enum Found {
    /// It is this library, and was last seen here.
    Here(String),
    /// It is this library, and was last seen elsewhere, or never.
    Moved(String),
    /// Nothing was ever launched from it.
    New,
}

impl Libraries {
    /// Opens the list of libraries kept in a folder, which need not exist yet.
    pub(super) fn new(folder: impl Into<PathBuf>) -> Self {
        Libraries { folder: folder.into() }
    }

    /// Which library a folder is; `None` when nothing was ever launched from it. Writes nothing.
    pub fn find(&self, folder: &Path) -> Option<String> {
        match self.look(&true_path(folder), &self.read()) {
            Found::Here(id) | Found::Moved(id) => Some(id),
            Found::New => None,
        }
    }

    /// Returns which library a folder is, giving it an identity if it has none yet.
    ///
    /// # Errors
    /// When the identity cannot be stored anywhere.
    pub fn name(&self, folder: &Path) -> Result<String, LibraryError> {
        let here = true_path(folder);
        if let Found::Here(id) = self.look(&here, &self.read()) {
            return Ok(id);
        }
        make_private_folder(&self.folder).map_err(|error| LibraryError::new("make the folder", &self.folder, error))?;
        let _lock = lock_file(&self.folder.join("libraries.lock"))?;
        let mut known = self.read();
        let id = match self.look(&here, &known) {
            Found::Here(id) => return Ok(id),
            Found::Moved(id) => id,
            Found::New => clock::new_id().to_string(),
        };
        // A folder that cannot be written is known by its place.
        let marked = write_mark(&here, &id);
        known.insert(id.clone(), here.to_string_lossy().into());
        match self.write(&known) {
            Err(error) if marked.is_err() => Err(error),
            _ => Ok(id),
        }
    }

    fn look(&self, here: &Path, known: &Map<String, Value>) -> Found {
        let place = |id: &str| known.get(id).and_then(Value::as_str).map(PathBuf::from);
        let Some(id) = read_mark(here).filter(|id| is_safe_name(id)) else {
            let lost = known.iter().find(|(_, place)| place.as_str() == here.to_str());
            return match lost {
                // Its mark was lost, like everything that version control does not know.
                Some((id, _)) => Found::Moved(id.clone()),
                None => Found::New,
            };
        };
        match place(&id) {
            Some(place) if place == here || is_same_folder(&place, here) => Found::Here(id),
            Some(place) if read_mark(&place).as_ref() == Some(&id) => Found::New,
            Some(_) | None => Found::Moved(id),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("libraries.json")
    }

    /// Identities and places. A list that cannot be read is replaced: the marks say the same.
    fn read(&self) -> Map<String, Value> {
        let bytes = read_bounded(&self.file(), MAX_BYTES).unwrap_or_default();
        let list: Option<Value> = serde_json::from_slice(&bytes).ok();
        let list = list.filter(|list| list["format"] == FORMAT);
        match list.map(|mut list| list["libraries"].take()) {
            Some(Value::Object(known)) => known,
            _ => Map::new(),
        }
    }

    fn write(&self, known: &Map<String, Value>) -> Result<(), LibraryError> {
        let failed = |error| LibraryError::new("save", &self.file(), error);
        let list = json!({ "format": FORMAT, "version": 1, "libraries": known });
        let mut text = serde_json::to_string_pretty(&list).map_err(|error| failed(io::Error::from(error)))?;
        text.push('\n');
        write_private(&self.file(), text.as_bytes()).map_err(failed)
    }
}

fn true_path(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}
