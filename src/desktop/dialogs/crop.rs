//! Which part of a picture is used.

use egui::{TextureHandle, TextureOptions};

use super::{Answer, DialogView};
use crate::{
    desktop::editor::{self, CropAnswer},
    library::SourcePicture,
    studio::pictures::PictureTarget,
};

/// Longest side of the picture in the dialog, in pixels; the stored part is cut from the full picture.
const SIDE: u32 = 1120;

/// A picture that waits for its crop.
pub struct CropDialog {
    /// The picture.
    pub picture: SourcePicture,
    /// The use of the picture.
    pub target: PictureTarget,
    dialog: editor::CropFrame,
    /// Kept alive while it is shown.
    _texture: TextureHandle,
}

impl CropDialog {
    /// For this picture.
    pub fn new(ctx: &egui::Context, target: PictureTarget, picture: SourcePicture) -> Self {
        let (width, height) = picture.size();
        let share = (f64::from(SIDE) / f64::from(width.max(height))).min(1.0);
        let side = |side: u32| ((f64::from(side) * share) as u32).max(1);
        let shown = image::imageops::thumbnail(&picture.to_rgba(), side(width), side(height));
        let size = [shown.width() as usize, shown.height() as usize];
        let image = egui::ColorImage::from_rgba_unmultiplied(size, shown.as_raw());
        let texture = ctx.load_texture("picture to crop", image, TextureOptions::LINEAR);
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
