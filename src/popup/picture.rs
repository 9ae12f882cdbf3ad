//! Pictures: the drawn one, and which of the given ones can be drawn.

use std::io::Cursor;

use image::{ExtendedColorType, ImageEncoder as _, ImageFormat, ImageReader, Limits};

use super::metadata::without_metadata;
use super::scene::Image;

/// A drawn picture: opaque RGBA, 8 bits a channel, rows from top to bottom without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in physical pixels.
    pub width: u32,
    /// Height in physical pixels.
    pub height: u32,
    /// `width * height * 4` bytes.
    pub rgba: Vec<u8>,
    /// The position of its upper left corner in the window, in physical pixels: zero for a whole page.
    pub offset: (u32, u32),
}

impl Picture {
    /// Returns the picture as a PNG file.
    ///
    /// # Errors
    /// When the buffer does not have the size it claims.
    pub fn to_png(&self) -> Result<Vec<u8>, PngError> {
        let mut file = Vec::new();
        image::codecs::png::PngEncoder::new(&mut file)
            .write_image(&self.rgba, self.width, self.height, ExtendedColorType::Rgba8)
            .map_err(|error| PngError {
                reason: error.to_string(),
            })?;
        Ok(file)
    }
}

/// A picture that could not be written as PNG.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the picture cannot be written as PNG: {reason}")]
pub struct PngError {
    reason: String,
}

/// More pixels than any screenshot has: a larger file lies about its size or would fill the memory.
const MOST_PIXELS: u64 = 50_000_000;
/// Most memory that determining a picture's size may take, in bytes.
const HEAD_ALLOCATION: u64 = 16 << 20;

/// Returns the media type of a picture that the preview can draw: of a known kind and of a sensible size.
pub(super) fn kind_if_drawable(image: &Image) -> Option<&'static str> {
    let plain = without_metadata(image.bytes());
    let mut reader = ImageReader::new(Cursor::new(&*plain)).with_guessed_format().ok()?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(HEAD_ALLOCATION);
    reader.limits(limits);
    let kind = match reader.format()? {
        ImageFormat::Png => "image/png",
        ImageFormat::Jpeg => "image/jpeg",
        ImageFormat::WebP => "image/webp",
        ImageFormat::Gif => "image/gif",
        _ => return None,
    };
    let (width, height) = reader.into_dimensions().ok()?;
    (width > 0 && height > 0 && u64::from(width) * u64::from(height) <= MOST_PIXELS).then_some(kind)
}
