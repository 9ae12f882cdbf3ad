//! The pictures of a library folder, and the use of a chosen picture.

use std::path::PathBuf;

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

/// The pictures of a library folder, read from the disk at each question; for work in the background.
pub struct LibraryPictures(pub PathBuf);

impl PictureFacts for LibraryPictures {
    fn picture(&self, path: &str) -> insight::Picture {
        match library::picture_facts(&self.0, path) {
            library::PictureFacts::Missing => insight::Picture::Missing,
            library::PictureFacts::Outside => insight::Picture::Outside,
            library::PictureFacts::Unreadable => insight::Picture::Unreadable,
            library::PictureFacts::Readable { png, width, height } => insight::Picture::Readable { png, width, height },
        }
    }
}
