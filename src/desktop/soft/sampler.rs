//! Textures, and the colour of a texture at a place.

use egui::{
    Color32, TextureFilter,
    epaint::{ImageData, ImageDelta},
};

pub(super) struct Texture {
    pub(super) width: usize,
    pub(super) height: usize,
    pixels: Vec<Color32>,
    smooth: bool,
}

impl Texture {
    pub(super) fn new(change: &ImageDelta) -> Self {
        let ImageData::Color(image) = &change.image;
        Self {
            width: image.size[0],
            height: image.size[1],
            pixels: image.pixels.clone(),
            smooth: change.options.magnification == TextureFilter::Linear,
        }
    }

    /// Replaces the part of the texture that starts at `origin`; parts outside are left out.
    pub(super) fn overwrite(&mut self, [left, top]: [usize; 2], change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        let width = image.size[0].min(self.width.saturating_sub(left));
        for (row, line) in image.pixels.chunks_exact(image.size[0].max(1)).enumerate() {
            let y = top + row;
            if y >= self.height {
                break;
            }
            let start = y * self.width + left;
            self.pixels[start..start + width].copy_from_slice(&line[..width]);
        }
    }

    fn at(&self, x: i64, y: i64) -> [f32; 4] {
        let x = x.clamp(0, self.width as i64 - 1) as usize;
        let y = y.clamp(0, self.height as i64 - 1) as usize;
        channels(self.pixels[y * self.width + x])
    }

    /// The colour at texel coordinates `x`, `y`; channels from 0 to 255, premultiplied.
    pub(super) fn sample(&self, x: f32, y: f32) -> [f32; 4] {
        if !self.smooth {
            return self.at(x.floor() as i64, y.floor() as i64);
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_share, bottom_share) = (x - left, y - top);
        let (column, row) = (left as i64, top as i64);
        if right_share < 0.002 && bottom_share < 0.002 {
            return self.at(column, row);
        }
        let upper = mix(self.at(column, row), self.at(column + 1, row), right_share);
        let lower = mix(self.at(column, row + 1), self.at(column + 1, row + 1), right_share);
        mix(upper, lower, bottom_share)
    }
}

/// The channels of a colour, from 0 to 255.
pub(super) fn channels(color: Color32) -> [f32; 4] {
    let [r, g, b, a] = color.to_array();
    [f32::from(r), f32::from(g), f32::from(b), f32::from(a)]
}

fn mix(a: [f32; 4], b: [f32; 4], share: f32) -> [f32; 4] {
    let channel = |i: usize| a[i] + (b[i] - a[i]) * share;
    [channel(0), channel(1), channel(2), channel(3)]
}
