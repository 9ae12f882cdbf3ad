//! Checks of pictures, from facts that the caller has looked up.

use super::{Findings, Problem};
use crate::campaign::{PicturePlace, is_picture_name};

/// What is known about a picture of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Nobody has looked.
    Unchecked,
    /// The file does not exist.
    Missing,
    /// A link leads out of the library's pictures.
    Outside,
    /// The file is not a picture.
    Unreadable,
    /// A picture; its size in pixels.
    Readable {
        /// Whether it is a PNG.
        png: bool,
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
}

/// A lookup of pictures by their path within the library.
pub trait PictureFacts {
    /// Returns what is known about the picture at a path.
    fn picture(&self, path: &str) -> Picture;
}

impl<F: Fn(&str) -> Picture> PictureFacts for F {
    fn picture(&self, path: &str) -> Picture {
        self(path)
    }
}

/// Knows nothing about any picture.
pub struct UncheckedPictures;

impl PictureFacts for UncheckedPictures {
    fn picture(&self, _path: &str) -> Picture {
        Picture::Unchecked
    }
}

/// Checks the picture of a card: a PNG of exactly 400×200, and one of 800×400 for dense screens.
pub(super) fn check_card(path: &str, dense: Option<&str>, pictures: &dyn PictureFacts, findings: &mut Findings) {
    let place = PicturePlace::Card;
    let Some((width, height)) = check_png(place, path, pictures, findings) else {
        return;
    };
    if (width, height) != place.size() {
        findings.add(place.pointer(), Problem::PictureSize { width, height });
    } else if dense.is_none() {
        findings.add(place.pointer(), Problem::PictureNotDense);
    }
    let place = PicturePlace::DenseCard;
    if let Some(dense) = dense
        && let Some((width, height)) = check_png(place, dense, pictures, findings)
        && (width, height) != place.size()
    {
        findings.add(place.pointer(), Problem::DensePictureSize { width, height });
    }
}

/// Checks the picture of the launcher: a PNG, square.
pub(super) fn check_launcher(path: &str, pictures: &dyn PictureFacts, findings: &mut Findings) {
    let place = PicturePlace::Launcher;
    if let Some((width, height)) = check_png(place, path, pictures, findings)
        && width != height
    {
        findings.add(place.pointer(), Problem::LauncherNotSquare { width, height });
    }
}

/// Returns the size of the picture when it is a PNG in its place.
fn check_png(
    place: PicturePlace,
    path: &str,
    pictures: &dyn PictureFacts,
    findings: &mut Findings,
) -> Option<(u32, u32)> {
    let pointer = place.pointer();
    if !is_picture_name(path) {
        findings.add(pointer, Problem::PictureOutsideLibrary { path: path.to_owned() });
        return None;
    }
    let path = path.to_owned();
    match pictures.picture(&path) {
        Picture::Unchecked => {}
        Picture::Outside => findings.add(pointer, Problem::PictureOutsideLibrary { path }),
        Picture::Missing => findings.add(pointer, Problem::PictureMissing { path }),
        Picture::Unreadable => findings.add(pointer, Problem::PictureUnreadable { path }),
        Picture::Readable { png: false, .. } => findings.add(pointer, Problem::PictureNotPng { path }),
        Picture::Readable {
            png: true,
            width,
            height,
        } => return Some((width, height)),
    }
    None
}
