//! A picture of an egui interface without a window.

use egui::{Color32, Pos2, RawInput, Rect, Theme, Ui, ViewportId, vec2};

use super::{Canvas, SoftRenderer};

/// An opaque or transparent picture, ready to be written to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Physical pixels across.
    pub width: u32,
    /// Physical pixels down.
    pub height: u32,
    /// Red, green, blue and (not premultiplied) alpha of each pixel, row by row.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// The picture as a PNG file.
    ///
    /// # Errors
    /// When it does not have the size that it claims.
    pub fn to_png(&self) -> Result<Vec<u8>, image::ImageError> {
        let mut file = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut file);
        image::ImageEncoder::write_image(
            encoder,
            &self.rgba,
            self.width,
            self.height,
            image::ExtendedColorType::Rgba8,
        )?;
        Ok(file)
    }

    pub(super) fn from_canvas(canvas: &Canvas) -> Self {
        let mut rgba = Vec::with_capacity(4 * canvas.pixels.len());
        for pixel in &canvas.pixels {
            rgba.extend_from_slice(&pixel.to_srgba_unmultiplied());
        }
        Self {
            width: canvas.width as u32,
            height: canvas.height as u32,
            rgba,
        }
    }
}

/// Draws `content` on a surface of `size` points at `scale` pixels per point, after `passes` passes in which sizes settle.
///
/// `prepare` runs once on the fresh context, before the first pass.
pub fn picture_of(
    size: [f32; 2],
    scale: f32,
    theme: Theme,
    passes: usize,
    prepare: impl FnOnce(&egui::Context),
    mut content: impl FnMut(&mut Ui),
) -> Picture {
    let ctx = egui::Context::default();
    ctx.set_theme(theme);
    prepare(&ctx);
    let mut renderer = SoftRenderer::default();
    let mut shapes = Vec::new();
    for pass in 0..passes.max(1) {
        let mut output = ctx.run_ui(input(size, scale, pass), &mut content);
        renderer.update_textures(&mut output.textures_delta);
        shapes = output.shapes;
    }
    let primitives = ctx.tessellate(shapes, scale);
    let pixels = [size[0] * scale, size[1] * scale].map(|side| side.round() as usize);
    renderer.paint(&primitives, scale, pixels, Color32::BLACK)
}

fn input(size: [f32; 2], scale: f32, pass: usize) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(size[0], size[1]))),
        // Far enough apart for every animation to have ended.
        time: Some(pass as f64),
        ..RawInput::default()
    };
    if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
        viewport.native_pixels_per_point = Some(scale);
    }
    input
}
