//! Somebody else's version of a campaign at a backend: safe in the library before the conflict ends.

use std::path::PathBuf;

use base64::Engine;

use crate::{
    campaign::Campaign,
    library::{Library, Stored},
    publish::{Choice, Conflict, Document},
    studio::trouble,
};

/// How a conflict at a backend ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    /// The connection's identity.
    pub connection: String,
    /// The campaign's identity.
    pub campaign: String,
    /// Which version continues.
    pub choice: Choice,
}

/// Theirs, once it is safe in the library.
#[derive(Debug)]
pub struct Theirs {
    /// The draft's file.
    pub path: PathBuf,
    /// How the conflict ends.
    pub choose: Choose,
    /// Their version.
    pub kept: KeptTheirs,
}

/// Where their version is.
#[derive(Debug)]
pub enum KeptTheirs {
    /// They took it down: there is none.
    Nowhere,
    /// Here, with its pictures in the library. The draft takes it over.
    Here(Box<Campaign>),
    /// In a file of its own.
    Copied(Box<Stored>),
}

/// Puts their version into the library: as a separate copy of this name if mine continues, else only its pictures.
///
/// # Errors
/// When the folder cannot take it.
pub fn keep_theirs(library: &Library, conflict: Conflict, choice: Choice, copy: &str) -> trouble::Result<KeptTheirs> {
    let mut theirs = match conflict.theirs {
        Some(Document::Campaign(theirs)) => theirs,
        // The site document's conflict keeps theirs itself.
        Some(Document::Site(_)) | None => return Ok(KeptTheirs::Nowhere),
    };
    for (_, name) in theirs.pictures_mut() {
        if let Some(png) = conflict.pictures.get(name.as_str()).and_then(|url| png_of(url)) {
            *name = library.add_picture(&png)?;
        }
    }
    if choice == Choice::TakeTheirs {
        return Ok(KeptTheirs::Here(theirs));
    }
    let made = library.duplicate(&theirs, crate::clock::new_id(), copy)?;
    Ok(KeptTheirs::Copied(Box::new(made)))
}

/// The bytes of a data URL.
fn png_of(url: &str) -> Option<Vec<u8>> {
    let (_, data) = url.split_once(";base64,")?;
    base64::engine::general_purpose::STANDARD.decode(data).ok()
}
