//! Which part of a picture is used.

use std::sync::Arc;

use egui::TextureHandle;

use super::{Answer, DialogView};
use crate::{
    desktop::{
        editor::{self, CropAnswer},
        pictures,
    },
    library::SourcePicture,
    studio::pictures::PictureTarget,
};

/// A picture that waits for its crop.
pub struct CropDialog {
    /// The picture.
    pub picture: Arc<SourcePicture>,
    /// The use of the picture.
    pub target: PictureTarget,
    dialog: editor::CropFrame,
    /// Kept alive while it is shown.
    _texture: TextureHandle,
}

impl CropDialog {
    /// For this picture.
    pub fn new(ctx: &egui::Context, target: PictureTarget, picture: Arc<SourcePicture>) -> Self {
        let (width, height) = picture.size();
        let texture = pictures::shown(ctx, &picture);
        let suggested = picture.suggested_crop(target.purpose);
        let dialog = editor::CropFrame::new(texture.id(), [width, height], suggested, target.purpose);
        Self {
            picture,
            target,
            dialog,
            _texture: texture,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        self.dialog.show(ctx, view.text).map(|answer| match answer {
            CropAnswer::Use(crop) => Answer::Crop(crop),
            CropAnswer::Cancel => Answer::Cancel,
        })
    }
}
