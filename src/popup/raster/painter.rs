//! Blitz's painting on the CPU rasteriser, corrected where the pixels would differ from a browser's:
//!
//! 1. Shadows: Blitz passes the unscaled blur radius where the rasteriser expects a standard deviation without its √2.
//! 2. Glyphs: no hinting; x to quarter pixels and baselines to whole pixels, as Skia places them.
//! 3. Pictures: edges are padded; repeated ones bleed across opposite edges when scaled.
//! 4. Synthetic italics slant the right way.
//!
//! It also moves everything, so that a part of the window can be painted alone. The rasteriser is the version that egui draws its text with, so that
//! the program includes it once; Blitz's own painter needs a later one. What the pop-up's CSS does not use is not painted: filters, synthetic bold,
//! custom paints.

use std::collections::HashMap;
use std::f64::consts::FRAC_1_SQRT_2;
use std::sync::Arc;

use anyrender::{Filter, Glyph, NormalizedCoord, Paint, PaintRef, PaintScene};
use kurbo::{Affine, BezPath, Rect, Shape, Stroke};
use peniko::{BlendMode, Color, Compose, Extend, Fill, FontData, ImageBrush, ImageBrushRef, StyleRef};
use vello_cpu::{ImageSource, PaintType, PixmapMut, RenderContext, Resources};

/// The largest deviation of a flattened curve from the true one, in the units of its shape: the rasteriser's own choice.
const TOLERANCE: f64 = 0.1;

/// A painter of pictures of one size, one after another. It keeps what is expensive to prepare: glyph outlines, and pictures ready to be drawn.
pub(super) struct Rasterizer {
    context: RenderContext,
    resources: Resources,
    /// Keyed by the identity of their data: a document's pictures stay the same while it lives.
    pictures: HashMap<u64, ImageSource>,
}

impl Rasterizer {
    /// Creates a rasteriser for pictures of a size in pixels.
    pub fn new(width: u16, height: u16) -> Self {
        Self {
            context: RenderContext::new(width, height),
            resources: Resources::new(),
            pictures: HashMap::new(),
        }
    }

    /// Changes the size of the next picture.
    pub fn resize(&mut self, width: u16, height: u16) {
        if (self.context.width(), self.context.height()) != (width, height) {
            self.context.reset_and_resize(width, height);
        }
    }

    /// Paints at `scale` physical pixels per CSS pixel; `origin` (in physical pixels) becomes the upper left corner. The result is premultiplied
    /// RGBA, row by row.
    pub fn paint(&mut self, scale: f64, origin: (f64, f64), draw: impl FnOnce(&mut Painter)) -> Vec<u8> {
        self.context.reset();
        draw(&mut Painter {
            to: self,
            scale,
            shift: Affine::translate((-origin.0, -origin.1)),
            cutting: Vec::new(),
        });
        let (width, height) = (self.context.width(), self.context.height());
        let mut pixels = vec![0; usize::from(width) * usize::from(height) * 4];
        if let Some(target) = PixmapMut::new(width, height, &mut pixels) {
            self.context.render(target, &mut self.resources);
        }
        pixels
    }

    fn picture(&mut self, brush: ImageBrushRef) -> PaintType {
        let source = self
            .pictures
            .entry(brush.image.data.id())
            .or_insert_with(|| ImageSource::from_peniko_image_data(brush.image));
        let mut sampler = brush.sampler;
        sampler.x_extend = Extend::Pad;
        sampler.y_extend = Extend::Pad;
        PaintType::Image(ImageBrush {
            image: source.clone(),
            sampler,
        })
    }

    fn set_paint(&mut self, paint: PaintRef, transform: Option<Affine>) {
        let paint = match paint {
            Paint::Solid(color) => PaintType::Solid(color),
            Paint::Gradient(gradient) => PaintType::Gradient(gradient.clone()),
            Paint::Image(brush) => self.picture(brush),
            Paint::Resource(_) | Paint::Custom(_) => PaintType::Solid(Color::TRANSPARENT),
        };
        self.context.set_paint(paint);
        self.context.set_paint_transform(transform.unwrap_or_default());
    }
}

fn path(shape: &impl Shape) -> BezPath {
    shape.to_path(TOLERANCE)
}

/// The receiver of what Blitz paints.
pub(super) struct Painter<'r> {
    to: &'r mut Rasterizer,
    scale: f64,
    shift: Affine,
    /// For every open layer: whether it cuts out of what is below, as that of an inset shadow does.
    cutting: Vec<bool>,
}

impl anyrender::RenderContext for Painter<'_> {}

impl PaintScene for Painter<'_> {
    fn reset(&mut self) {
        self.to.context.reset();
    }

    fn push_layer(
        &mut self,
        fill: Fill,
        blend: impl Into<BlendMode>,
        alpha: f32,
        transform: Affine,
        clip: &impl Shape,
        _filter: Option<Arc<Filter>>,
        _backdrop: Option<Arc<Filter>>,
    ) {
        let blend = blend.into();
        self.cutting.push(blend.compose == Compose::DestOut);
        let context = &mut self.to.context;
        context.set_transform(self.shift * transform);
        context.set_fill_rule(fill);
        context.push_layer(Some(&path(clip)), Some(blend), Some(alpha), None, None);
    }

    fn push_clip_layer(&mut self, fill: Fill, transform: Affine, clip: &impl Shape) {
        self.cutting.push(false);
        let context = &mut self.to.context;
        context.set_transform(self.shift * transform);
        context.set_fill_rule(fill);
        context.push_clip_layer(&path(clip));
    }

    fn pop_layer(&mut self) {
        self.cutting.pop();
        self.to.context.pop_layer();
    }

    fn stroke<'a>(
        &mut self,
        style: &Stroke,
        transform: Affine,
        brush: impl Into<PaintRef<'a>>,
        brush_transform: Option<Affine>,
        shape: &impl Shape,
    ) {
        self.to.set_paint(brush.into(), brush_transform);
        let context = &mut self.to.context;
        context.set_transform(self.shift * transform);
        context.set_stroke(style.clone());
        context.stroke_path(&path(shape));
    }

    fn fill<'a>(
        &mut self,
        style: Fill,
        transform: Affine,
        brush: impl Into<PaintRef<'a>>,
        brush_transform: Option<Affine>,
        shape: &impl Shape,
    ) {
        self.to.set_paint(brush.into(), brush_transform);
        let context = &mut self.to.context;
        context.set_transform(self.shift * transform);
        context.set_fill_rule(style);
        context.fill_path(&path(shape));
    }

    fn draw_glyphs<'a, 's: 'a>(
        &'s mut self,
        font: &'a FontData,
        font_size: f32,
        _hint: bool,
        normalized_coords: &'a [NormalizedCoord],
        _embolden: kurbo::Vec2,
        style: impl Into<StyleRef<'a>>,
        brush: impl Into<PaintRef<'a>>,
        _brush_alpha: f32,
        transform: Affine,
        glyph_transform: Option<Affine>,
        glyphs: impl Iterator<Item = Glyph> + Clone,
    ) {
        let transform = self.shift * transform;
        let [a, b, c, d, x, y] = transform.as_coeffs();
        let upright = [a, b, c, d] == [1.0, 0.0, 0.0, 1.0];
        let snapped = glyphs.map(move |glyph| {
            let (mut left, mut baseline) = (glyph.x, glyph.y);
            if upright {
                left = (((f64::from(left) + x) * 4.0 + 0.5).floor() / 4.0) as f32;
                baseline = (f64::from(baseline) + y + 0.5).floor() as f32;
            }
            vello_cpu::Glyph {
                id: glyph.id,
                x: left,
                y: baseline,
            }
        });
        let unslanted = glyph_transform.map(|slant| {
            let [a, b, c, d, e, f] = slant.as_coeffs();
            Affine::new([a, b, -c, d, e, f])
        });
        self.to.set_paint(brush.into(), None);
        let Rasterizer { context, resources, .. } = self.to;
        context.set_transform(if upright { Affine::IDENTITY } else { transform });
        let style = style.into();
        match style {
            StyleRef::Fill(rule) => context.set_fill_rule(rule),
            StyleRef::Stroke(stroke) => context.set_stroke(stroke.clone()),
        }
        let run = context
            .glyph_run(resources, font)
            .font_size(font_size)
            .hint(false)
            .normalized_coords(normalized_coords)
            .glyph_transform(unslanted.unwrap_or_default());
        match style {
            StyleRef::Fill(_) => run.fill_glyphs(snapped),
            StyleRef::Stroke(_) => run.stroke_glyphs(snapped),
        };
    }

    fn draw_box_shadow(&mut self, transform: Affine, rect: Rect, brush: Color, radius: f64, blur: f64) {
        let inset = self.cutting.contains(&true);
        let deviation = blur * FRAC_1_SQRT_2 * if inset { 1.0 } else { self.scale };
        self.to.set_paint(Paint::Solid(brush), None);
        let context = &mut self.to.context;
        context.set_transform(self.shift * transform);
        context.fill_blurred_rounded_rect(&rect, radius as f32, deviation as f32, false);
    }
}
