//! Pictures: the drawn one, and which of the given ones can be drawn.

use std::io::Cursor;

use image::{ExtendedColorType, ImageEncoder as _, ImageFormat, ImageReader, Limits};

use super::metadata::without_metadata;
use super::parts::Area;
use super::raster::Drawn;
use super::scene::Image;
use crate::campaign::Rgb;

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
    /// Returns the part of it that an area covers, given in CSS pixels from its upper left corner, each of `density` physical ones.
    fn part(&self, area: Area, density: f32) -> Self {
        let place = |css: f32, most: u32| (css * density).round().clamp(0.0, most as f32) as u32;
        let (left, top) = (place(area.x, self.width), place(area.y, self.height));
        let (right, bottom) = (place(area.right(), self.width), place(area.bottom(), self.height));
        let bytes = |pixels: u32| pixels as usize * 4;
        let rows = self.rgba.chunks_exact(bytes(self.width.max(1)));
        let wanted = rows.skip(top as usize).take(bottom.saturating_sub(top) as usize);
        let cut = wanted.filter_map(|row| row.get(bytes(left)..bytes(right)));
        Self {
            width: right.saturating_sub(left),
            height: bottom.saturating_sub(top),
            rgba: cut.flatten().copied().collect(),
            offset: (self.offset.0 + left, self.offset.1 + top),
        }
    }

    /// Lets what is outside of an area, given as in [`Self::part`], run out into a colour towards the edges.
    fn fade(&mut self, area: Area, density: f32, color: Rgb) {
        let (width, height) = (self.width as f32, self.height as f32);
        let (left, top) = (area.x * density, area.y * density);
        let (right, bottom) = (area.right() * density, area.bottom() * density);
        // How much is left of a pixel so far from the area, where there are so many pixels up to the edge.
        let left_of = |beyond: f32, room: f32| 1.0 - (beyond / room.max(1.0)).clamp(0.0, 1.0);
        let along = |at: f32, from: f32, to: f32, end: f32| left_of(from - at, from).min(left_of(at - to, end - to));
        let columns: Vec<f32> = (0..self.width)
            .map(|x| along(x as f32 + 0.5, left, right, width))
            .collect();
        for (y, row) in self.rgba.chunks_exact_mut(self.width.max(1) as usize * 4).enumerate() {
            let share = along(y as f32 + 0.5, top, bottom, height);
            for (pixel, column) in row.chunks_exact_mut(4).zip(&columns) {
                let kept = share.min(*column);
                if kept < 1.0 {
                    for (channel, end) in pixel.iter_mut().zip([color.r, color.g, color.b]) {
                        *channel = (f32::from(*channel) * kept + f32::from(end) * (1.0 - kept)).round() as u8;
                    }
                }
            }
        }
    }

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

impl Drawn {
    /// Returns the pop-up without its launcher, with at most `margin` CSS pixels around it in which its shadow runs out into the colour of the page.
    pub fn pop_up(&self, margin: f32, page: Rgb) -> Picture {
        let density = self.picture.width as f32 / self.layout.size.0.max(1.0);
        let (own, wider) = (self.layout.pop_up(0.0), self.layout.pop_up(margin));
        let mut picture = self.picture.part(wider, density);
        let within = Area {
            x: own.x - wider.x,
            y: own.y - wider.y,
            ..own
        };
        picture.fade(within, density, page);
        picture
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_pixels_of_its_area() {
        let whole = Picture {
            width: 4,
            height: 2,
            rgba: (0..8).flat_map(|at| [at, at, at, 255]).collect(),
            offset: (10, 10),
        };
        let area = |x, y, width, height| Area { x, y, width, height };
        let part = whole.part(area(0.5, 0.5, 1.0, 0.5), 2.0);
        assert_eq!((part.width, part.height, part.offset), (2, 1, (11, 11)));
        assert_eq!(part.rgba, [5, 5, 5, 255, 6, 6, 6, 255]);
        assert_eq!(whole.part(area(-9.0, -9.0, 99.0, 99.0), 1.0).rgba, whole.rgba);
        let mut faded = whole.clone();
        faded.fade(area(1.0, 0.0, 2.0, 2.0), 1.0, Rgb::new(100, 100, 100));
        assert_eq!(faded.rgba[4..12], whole.rgba[4..12], "the area keeps its pixels");
        assert_eq!(faded.rgba[..3], [50, 50, 50]);
        assert!(whole.part(area(9.0, 0.0, 1.0, 1.0), 1.0).rgba.is_empty());
    }
}
