//! Answers to the document's requests, which come only from the scene.

use blitz_traits::net::{Bytes, NetHandler, NetProvider, Request};

use crate::popup::metadata::without_metadata;
use crate::popup::page::Pictures;
use crate::popup::scene::{Image, Scene};

/// The scene's pictures under addresses of their own, so that no picture is copied into the markup.
pub(super) struct SceneImages(Vec<Image>);

impl SceneImages {
    pub fn of(scene: &Scene) -> Self {
        let Pictures {
            picture,
            dense: _,
            launcher,
            screenshot,
        } = Pictures::shown_by(scene);
        Self([picture, launcher, screenshot].into_iter().flatten().cloned().collect())
    }

    /// Answers with these.
    pub fn all(images: Vec<Image>) -> Self {
        Self(images)
    }

    /// Returns the address that this provider answers with the picture.
    pub fn url(&self, image: &Image) -> String {
        let at = self.0.iter().position(|known| known == image).unwrap_or(self.0.len());
        format!("beckon://picture/{at}")
    }
}

impl NetProvider for SceneImages {
    fn fetch(&self, _document: usize, request: Request, handler: Box<dyn NetHandler>) {
        let url = request.url.as_str();
        let known = url
            .strip_prefix("beckon://picture/")
            .and_then(|at| self.0.get(at.parse::<usize>().ok()?));
        let bytes = known.map(|image| Bytes::copy_from_slice(&without_metadata(image.bytes())));
        // A refusal is an empty answer: an open request would keep the document from ever being laid out.
        handler.bytes(url.to_owned(), bytes.unwrap_or_default());
    }
}
