//! What the checks need to know of the world: the pictures that lie in the library.

use std::path::PathBuf;

use crate::{
    insight::{Picture, PictureFacts},
    library,
};

/// The pictures of a library folder.
pub struct LibraryPictures(pub PathBuf);

impl PictureFacts for LibraryPictures {
    fn picture(&self, path: &str) -> Picture {
        match library::picture_facts(&self.0, path) {
            library::PictureFacts::Missing => Picture::Missing,
            library::PictureFacts::Outside => Picture::Outside,
            library::PictureFacts::Unreadable => Picture::Unreadable,
            library::PictureFacts::Readable { png, width, height } => Picture::Readable { png, width, height },
        }
    }
}
