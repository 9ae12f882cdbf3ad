//! The pictures of a library folder, and the use of a chosen picture.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use crate::{
    campaign::PicturePlace,
    insight::{self, PictureFacts},
    library::{self, PictureUse},
};

/// The use of a picture chosen by the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureTarget {
    /// The number of the session whose campaign gets it.
    pub session: u64,
    /// Its place in the campaign.
    pub purpose: PictureUse,
}

/// The names of the pictures that were stored for a campaign, with their places.
pub type StoredPictures = Vec<(PicturePlace, String)>;

/// The pictures of a library folder, each read from the disk once, at the first question about it; for one piece of work in the background.
pub struct LibraryPictures {
    folder: PathBuf,
    known: Mutex<HashMap<String, insight::Picture>>,
}

impl LibraryPictures {
    /// Knows nothing yet of the pictures in `folder`.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            known: Mutex::default(),
        }
    }

    fn read(&self, path: &str) -> insight::Picture {
        match library::picture_facts(&self.folder, path) {
            library::PictureFacts::Missing => insight::Picture::Missing,
            library::PictureFacts::Outside => insight::Picture::Outside,
            library::PictureFacts::Unreadable => insight::Picture::Unreadable,
            library::PictureFacts::Readable { png, width, height } => insight::Picture::Readable { png, width, height },
        }
    }
}

impl PictureFacts for LibraryPictures {
    fn picture(&self, path: &str) -> insight::Picture {
        // What panicked while it held the lock has written nothing wrong.
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry(path.to_owned()).or_insert_with(|| self.read(path))
    }
}
