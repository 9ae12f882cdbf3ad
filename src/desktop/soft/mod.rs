//! Draws egui on the processor: for pictures of the window without a display, for tests, and for computers without OpenGL.
//!
//! It must never decide how anything looks: it paints egui's triangles as the graphics card would.

mod picture;
mod sampler;
mod triangle;

use std::collections::HashMap;

use egui::{
    ClippedPrimitive, Color32, TextureId, TexturesDelta,
    epaint::{ImageDelta, Primitive},
};

pub use picture::{Picture, picture_of};
use sampler::Texture;
use triangle::Clip;

/// A grid of premultiplied pixels.
pub(crate) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

/// Keeps egui's textures and paints its meshes.
#[derive(Default)]
pub struct SoftRenderer {
    textures: HashMap<TextureId, Texture>,
}

impl SoftRenderer {
    /// Takes over new and changed textures, and drops freed ones.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.update_texture(id, &change);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn update_texture(&mut self, id: TextureId, change: &ImageDelta) {
        match change.pos {
            None => {
                self.textures.insert(id, Texture::new(change));
            }
            Some(origin) => {
                if let Some(texture) = self.textures.get_mut(&id) {
                    texture.overwrite(origin, change);
                }
            }
        }
    }

    /// Paints `primitives` onto `ground`; the picture is `width` × `height` physical pixels, at `scale` of them per point.
    pub fn paint(&self, primitives: &[ClippedPrimitive], scale: f32, size: [usize; 2], ground: Color32) -> Picture {
        Picture::from_canvas(&self.canvas(primitives, scale, size, ground))
    }

    /// The same as premultiplied pixels, row by row, for a screen.
    pub fn pixels(
        &self,
        primitives: &[ClippedPrimitive],
        scale: f32,
        size: [usize; 2],
        ground: Color32,
    ) -> Vec<Color32> {
        self.canvas(primitives, scale, size, ground).pixels
    }

    fn canvas(&self, primitives: &[ClippedPrimitive], scale: f32, size: [usize; 2], ground: Color32) -> Canvas {
        let [width, height] = size;
        let mut canvas = Canvas {
            width,
            height,
            pixels: vec![ground; width * height],
        };
        for primitive in primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            let clip = Clip::new(primitive.clip_rect, scale, size);
            for corners in mesh.indices.chunks_exact(3) {
                let vertices = [corners[0], corners[1], corners[2]].map(|index| mesh.vertices[index as usize]);
                triangle::fill(&mut canvas, vertices, texture, scale, clip);
            }
        }
        canvas
    }
}
