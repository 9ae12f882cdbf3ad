//! Pictures within a library: named by their content, so that the same picture is stored once and none is ever replaced.
//!
//! A picture is a file in the library's own folder `images` whose bytes decode as a picture. Nothing else that a campaign names ever gets into
//! anything that leaves the library: no file next to it, and none behind a link that leads out.

use std::path::{Path, PathBuf};

use image::ImageFormat;

use super::disk::{ContentHash, make_folders, read_bounded, read_unlinked, write_in_place};
use super::picture::{Proof, prove};
use super::trouble::{Context, TroubleKind};
use super::{Library, LibraryError, MAX_PICTURE_BYTES, PictureError};
use crate::campaign::{PICTURE_FOLDER, is_picture_name};
use crate::popup::without_metadata;

/// What an error about a picture says was attempted.
const READ: &str = "read the picture";

/// What is known about a picture that a campaign names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFacts {
    /// The library's folder `images` has no readable file of that name.
    Missing,
    /// The name, or a link under it, leads out of the library's folder `images`.
    Outside,
    /// A file that is not a picture, or a damaged one.
    Unreadable,
    /// A picture that decodes to its end.
    Readable {
        /// Whether it is a PNG.
        png: bool,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

/// Reads a picture that a campaign file in `folder` names. The bytes are known to decode as a picture; profiles and texts of a PNG are left out,
/// since whatever is read here may leave the computer.
///
/// # Errors
/// When it is missing, not readable, not a picture, or not in the folder's own `images`.
pub fn read_picture(folder: &Path, name: &str) -> Result<Vec<u8>, LibraryError> {
    read_proven(folder, name).map(|(bytes, _)| without_metadata(&bytes).into_owned())
}

/// Returns what is known about a picture that a campaign file in `folder` names.
pub fn picture_facts(folder: &Path, name: &str) -> PictureFacts {
    match read_proven(folder, name) {
        Ok((
            _,
            Proof {
                format, width, height, ..
            },
        )) => PictureFacts::Readable {
            png: format == ImageFormat::Png,
            width,
            height,
        },
        Err(error) => match error.kind {
            TroubleKind::OutsideImages => PictureFacts::Outside,
            TroubleKind::NotAPicture | TroubleKind::TooLarge => PictureFacts::Unreadable,
            TroubleKind::Missing
            | TroubleKind::WrongKind
            | TroubleKind::TooLong
            | TroubleKind::NotAllowed
            | TroubleKind::ReadOnly
            | TroubleKind::Full
            | TroubleKind::NameTaken
            | TroubleKind::Other => PictureFacts::Missing,
        },
    }
}

fn read_proven(folder: &Path, name: &str) -> Result<(Vec<u8>, Proof), LibraryError> {
    let path = inside(folder, name)?;
    let bytes = read_unlinked(&path, MAX_PICTURE_BYTES).context(READ, &path)?;
    let proof = prove(&bytes).map_err(|error| {
        let kind = match error {
            PictureError::TooManyBytes | PictureError::TooManyPixels { .. } => TroubleKind::TooLarge,
            PictureError::UnknownFormat | PictureError::Damaged(_) | PictureError::Unwritable(_) => {
                TroubleKind::NotAPicture
            }
        };
        LibraryError::of_kind(kind, READ, &path)
    })?;
    Ok((bytes, proof))
}

/// Returns the file that a name refers to, following every link; an error for a name or a link that leads out of the folder's `images`.
fn inside(folder: &Path, name: &str) -> Result<PathBuf, LibraryError> {
    let outside = |path: &Path| LibraryError::of_kind(TroubleKind::OutsideImages, READ, path);
    if !is_picture_name(name) {
        return Err(outside(Path::new(name)));
    }
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let named = folder.join(name);
    let true_path = |path: &Path| std::fs::canonicalize(path).context(READ, &named);
    let (library, images) = (true_path(folder)?, true_path(&folder.join(PICTURE_FOLDER))?);
    let file = true_path(&named)?;
    if images.parent() == Some(&*library) && file.starts_with(&images) {
        Ok(file)
    } else {
        Err(outside(&named))
    }
}

impl Library {
    /// Stores a picture's file, such as one from [`super::SourcePicture::to_png`], once, and returns the name that campaigns give it.
    ///
    /// # Errors
    /// When the folder cannot take it, or its `images` is a link that leads elsewhere.
    pub fn add_picture(&self, picture: &[u8]) -> Result<String, LibraryError> {
        let hash = ContentHash::of(picture);
        // Imported drafts may use other formats; the checks ask for a PNG.
        let format = image::guess_format(picture).unwrap_or(ImageFormat::Png);
        let ending = format.extensions_str().first().unwrap_or(&"png");
        let name = format!("{PICTURE_FOLDER}/{hash}.{ending}");
        let path = self.dir().join(&name);
        // A file of that name with other content is left from a disk failure.
        if read_bounded(&path, MAX_PICTURE_BYTES).is_ok_and(|bytes| ContentHash::of(&bytes) == hash) {
            return Ok(name);
        }
        let images = self.images();
        make_folders(self.dir(), &images).context("make the folder", &images)?;
        let true_path = |path: &Path| std::fs::canonicalize(path).context("save the picture", path);
        if true_path(&images)?.parent() != Some(&*true_path(self.dir())?) {
            return Err(LibraryError::of_kind(
                TroubleKind::OutsideImages,
                "save the picture",
                &path,
            ));
        }
        write_in_place(&path, picture).context("save the picture", &path)?;
        Ok(name)
    }
}
