//! The library's pictures as the editor and the preview need them, read once each: names are hashes of content and never change.

use std::{collections::HashMap, path::Path};

use egui::{TextureHandle, TextureOptions};

use super::editor::{Pictures, Thumbnail};
use crate::{library, popup::Image};

/// Pictures that have been looked at.
#[derive(Default)]
pub struct Thumbnails {
    known: HashMap<String, Known>,
}

#[derive(Default)]
struct Known {
    file: Option<Image>,
    texture: Option<TextureHandle>,
    size: Option<[u32; 2]>,
}

impl Thumbnails {
    /// Reads the picture that a campaign in `folder` names so, unless it is known.
    pub fn look_up(&mut self, ctx: &egui::Context, folder: &Path, name: &str) {
        if self.known.get(name).is_some_and(|known| known.file.is_some()) {
            return;
        }
        let known = library::read_picture(folder, name)
            .map(|bytes| decode(ctx, name, bytes))
            .unwrap_or_default();
        self.known.insert(name.to_owned(), known);
    }

    /// The file of a picture that was looked up.
    pub fn file(&self, name: &str) -> Option<Image> {
        self.known.get(name)?.file.clone()
    }
}

impl Pictures for Thumbnails {
    fn thumbnail(&self, name: &str) -> Option<Thumbnail> {
        let known = self.known.get(name)?;
        Some(Thumbnail {
            texture: known.texture.as_ref().map(TextureHandle::id),
            size: known.size,
        })
    }
}

fn decode(ctx: &egui::Context, name: &str, bytes: Vec<u8>) -> Known {
    let picture = library::SourcePicture::decode(&bytes).ok();
    let rgba = picture.as_ref().map(library::SourcePicture::to_rgba);
    let texture = rgba.map(|rgba| {
        let small = image::imageops::thumbnail(&rgba, rgba.width().min(400), rgba.height().min(400));
        let image =
            egui::ColorImage::from_rgba_unmultiplied([small.width() as usize, small.height() as usize], small.as_raw());
        ctx.load_texture(name, image, TextureOptions::LINEAR)
    });
    let size = picture
        .map(|picture| picture.size())
        .map(|(width, height)| [width, height]);
    Known {
        file: Some(Image::new(bytes)),
        texture,
        size,
    }
}
