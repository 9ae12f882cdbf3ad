//! The library's pictures as the editor, the checks and the preview need them, read in the background and once each: names are hashes of
//! content, so a picture never changes. A missing one is looked for again now and then.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use egui::{ColorImage, TextureHandle, TextureOptions};

use super::editor::{Pictures, Thumbnail};
use crate::{
    insight::{self, PictureFacts},
    library,
    popup::Image,
    studio::pictures::LibraryPictures,
};

/// How long to wait before looking for a missing picture again, in seconds.
const LOOK_AGAIN: f64 = 3.0;
/// Largest side of a thumbnail, in pixels.
const THUMBNAIL: u32 = 400;

/// A picture that was read.
pub struct Loaded {
    name: String,
    facts: insight::Picture,
    file: Option<Image>,
    thumbnail: Option<ColorImage>,
    size: Option<[u32; 2]>,
}

/// Returns what is known of a picture whose reading panicked.
pub fn unreadable(name: &str) -> Loaded {
    Loaded {
        name: name.to_owned(),
        facts: insight::Picture::Unreadable,
        file: None,
        thumbnail: None,
        size: None,
    }
}

/// Reads the picture of this name of a campaign in `folder`. Takes some milliseconds; call it in the background.
pub fn load(folder: &Path, name: &str) -> Loaded {
    let facts = LibraryPictures::new(folder.to_owned()).picture(name);
    let bytes = library::read_picture(folder, name).ok();
    let decoded = bytes
        .as_ref()
        .and_then(|bytes| library::SourcePicture::decode(bytes).ok());
    let thumbnail = decoded.as_ref().map(|picture| {
        let rgba = picture.to_rgba();
        let (width, height) = (rgba.width().min(THUMBNAIL), rgba.height().min(THUMBNAIL));
        let small = image::imageops::thumbnail(&rgba, width, height);
        ColorImage::from_rgba_unmultiplied([small.width() as usize, small.height() as usize], small.as_raw())
    });
    Loaded {
        name: name.to_owned(),
        facts,
        file: bytes.map(Image::new),
        thumbnail,
        size: decoded.map(|picture| picture.size().into()),
    }
}

/// Longest side of a whole picture on the screen, in pixels; the stored part is cut from the full picture.
const SIDE: u32 = 1600;

/// A whole picture on the screen.
pub fn shown(ctx: &egui::Context, picture: &library::SourcePicture) -> TextureHandle {
    let (width, height) = picture.size();
    let share = (f64::from(SIDE) / f64::from(width.max(height))).min(1.0);
    let side = |side: u32| ((f64::from(side) * share) as u32).max(1);
    let small = image::imageops::thumbnail(&picture.to_rgba(), side(width), side(height));
    let size = [small.width() as usize, small.height() as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, small.as_raw());
    ctx.load_texture("picture to crop", image, TextureOptions::LINEAR)
}

/// What is known about a picture.
enum Known {
    /// It is being read.
    Asked,
    /// It was read.
    Read {
        facts: insight::Picture,
        file: Option<Image>,
        texture: Option<TextureHandle>,
        size: Option<[u32; 2]>,
    },
    /// It was not there at this time, in seconds since the app started, and may be being looked for again.
    Missing { at: f64 },
}

/// The pictures that have been looked up.
#[derive(Default)]
pub struct Book {
    known: HashMap<String, Known>,
    /// Those that are to be read once more: somebody may have replaced or removed the file.
    doubted: HashSet<String>,
    generation: u64,
}

impl Book {
    /// Notes that a picture is needed at `now`, in seconds since the app started. True when it is to be read.
    pub fn needs(&mut self, name: &str, now: f64) -> bool {
        match self.known.get_mut(name) {
            None => {
                self.known.insert(name.to_owned(), Known::Asked);
                true
            }
            Some(Known::Missing { at }) if now - *at >= LOOK_AGAIN => {
                *at = now;
                true
            }
            Some(Known::Read { .. }) => self.doubted.remove(name),
            Some(Known::Asked | Known::Missing { .. }) => false,
        }
    }

    /// Has every picture that was read looked at once more when it is needed next. Until then it counts as it was.
    pub fn doubt(&mut self) {
        let read = self
            .known
            .iter()
            .filter(|(_, known)| matches!(known, Known::Read { .. }));
        self.doubted = read.map(|(name, _)| name.clone()).collect();
    }

    /// Takes over a picture that was read by `now`, in seconds since the app started.
    pub fn take(&mut self, ctx: &egui::Context, loaded: Loaded, now: f64) {
        if self.is_known_as(&loaded.name, loaded.facts, loaded.file.as_ref()) {
            return;
        }
        let known = if loaded.facts == insight::Picture::Missing {
            Known::Missing { at: now }
        } else {
            let load = |image| ctx.load_texture(&loaded.name, image, TextureOptions::LINEAR);
            Known::Read {
                facts: loaded.facts,
                file: loaded.file,
                texture: loaded.thumbnail.map(load),
                size: loaded.size,
            }
        };
        let was_missing = matches!(self.known.get(&loaded.name), Some(Known::Missing { .. }));
        let is_missing = matches!(known, Known::Missing { .. });
        self.known.insert(loaded.name, known);
        self.generation += u64::from(!(was_missing && is_missing));
    }

    fn is_known_as(&self, name: &str, facts: insight::Picture, file: Option<&Image>) -> bool {
        match self.known.get(name) {
            Some(Known::Read {
                facts: known,
                file: same,
                ..
            }) => *known == facts && same.as_ref() == file,
            Some(Known::Asked | Known::Missing { .. }) | None => false,
        }
    }

    /// Rises when something is known that was not.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether a picture is being read for the first time.
    pub fn is_awaited(&self, name: &str) -> bool {
        matches!(self.known.get(name), Some(Known::Asked))
    }

    /// The file of a picture that was read.
    pub fn file(&self, name: &str) -> Option<Image> {
        match self.known.get(name)? {
            Known::Read { file, .. } => file.clone(),
            Known::Asked | Known::Missing { .. } => None,
        }
    }
}

impl PictureFacts for Book {
    fn picture(&self, path: &str) -> insight::Picture {
        match self.known.get(path) {
            None | Some(Known::Asked) => insight::Picture::Unchecked,
            Some(Known::Missing { .. }) => insight::Picture::Missing,
            Some(Known::Read { facts, .. }) => *facts,
        }
    }
}

impl Pictures for Book {
    fn thumbnail(&self, name: &str) -> Option<Thumbnail> {
        match self.known.get(name)? {
            Known::Asked => None,
            Known::Missing { .. } => Some(Thumbnail {
                texture: None,
                size: None,
            }),
            Known::Read { texture, size, .. } => Some(Thumbnail {
                texture: texture.as_ref().map(TextureHandle::id),
                size: *size,
            }),
        }
    }
}
