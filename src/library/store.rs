//! Pictures within a library: named by their content, so that the same picture is stored once and none is ever replaced.

use std::io;
use std::path::{Component, Path, PathBuf};

use image::{ImageFormat, ImageReader};

use super::disk::{ContentHash, make_folders, read_bounded, write_atomically};
use super::trouble::Told;
use super::{Library, LibraryError, MAX_PICTURE_BYTES};

/// What is known about a picture that a campaign names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFacts {
    /// No readable file of that name lies within the library.
    Missing,
    /// A file, but no picture.
    Unreadable,
    /// A picture.
    Readable {
        /// Whether it is a PNG.
        png: bool,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

/// Reads a picture that a campaign file in `folder` names.
///
/// # Errors
/// When it is not there or not readable; also when the name leads out of the folder, where it has no business.
pub fn read_picture(folder: &Path, name: &str) -> Result<Vec<u8>, LibraryError> {
    let path = inside(folder, name)
        .ok_or_else(|| LibraryError::new("read the picture", Path::new(name), io::ErrorKind::NotFound.into()))?;
    if !path.is_file() {
        return Err(io::ErrorKind::NotFound.into()).told("read the picture", &path);
    }
    read_bounded(&path, MAX_PICTURE_BYTES).told("read the picture", &path)
}

/// What is known about a picture that a campaign file in `folder` names. Reads the header, not the pixels.
pub fn picture_facts(folder: &Path, name: &str) -> PictureFacts {
    let Ok(bytes) = read_picture(folder, name) else {
        return PictureFacts::Missing;
    };
    let format = image::guess_format(&bytes).ok();
    let size = format.and_then(|format| {
        ImageReader::with_format(io::Cursor::new(&bytes), format)
            .into_dimensions()
            .ok()
    });
    match size {
        Some((width, height)) => PictureFacts::Readable {
            png: format == Some(ImageFormat::Png),
            width,
            height,
        },
        None => PictureFacts::Unreadable,
    }
}

/// The file that a relative name means; `None` for names that are absolute or climb.
fn inside(folder: &Path, name: &str) -> Option<PathBuf> {
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    let tame = !name.is_empty() && !name.contains(['\\', ':', '\0']) && Path::new(name).components().all(plain);
    tame.then(|| folder.join(name))
}

impl Library {
    /// Stores a picture's file, such as [`super::SourcePicture::to_png`] makes, once, and hands out the name that campaigns give it.
    ///
    /// # Errors
    /// When the folder cannot take it.
    pub fn add_picture(&self, picture: &[u8]) -> Result<String, LibraryError> {
        let hash = ContentHash::of(picture);
        // Imported drafts may carry other formats; the checks will ask for a PNG.
        let format = image::guess_format(picture).unwrap_or(ImageFormat::Png);
        let name = format!("images/{hash}.{}", format.extensions_str().first().unwrap_or(&"png"));
        let path = self.dir().join(&name);
        // A file of that name with other content is the remains of an accident on the disk.
        if read_bounded(&path, MAX_PICTURE_BYTES).is_ok_and(|bytes| ContentHash::of(&bytes) == hash) {
            return Ok(name);
        }
        let images = self.images();
        make_folders(self.dir(), &images).told("make the folder", &images)?;
        write_atomically(&path, picture).told("save the picture", &path)?;
        Ok(name)
    }
}
