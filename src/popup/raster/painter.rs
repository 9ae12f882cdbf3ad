//! Sits between Blitz and the rasteriser and mends what would make the pixels differ from a browser's:
//!
//! 1. Shadows: Blitz hands over the unscaled blur radius where the rasteriser wants a standard deviation without its √2.
//! 2. Glyphs: no hinting; x to quarter pixels and baselines to whole pixels, as Skia places them.
//! 3. Pictures: edges are padded; repeated ones bleed across opposite edges when scaled.
//! 4. Synthetic italics slant the right way.
//!
//! It also moves everything, so that a part of the window can be painted alone.

use std::f64::consts::FRAC_1_SQRT_2;
use std::sync::Arc;

use anyrender::{Filter, Glyph, NormalizedCoord, PaintRef, PaintScene, RenderContext};
use kurbo::{Affine, Rect, Shape, Stroke};
use peniko::{BlendMode, Color, Compose, Extend, Fill, FontData, StyleRef};

/// A painter that delegates to another one.
pub(super) struct Painter<'p, P> {
    inner: &'p mut P,
    scale: f64,
    shift: Affine,
    /// For every open layer: whether it cuts out of what is below, as an inset shadow's does.
    cutting: Vec<bool>,
}

impl<'p, P: PaintScene> Painter<'p, P> {
    /// Paints at `scale` physical pixels a CSS pixel; `origin` (in physical pixels) becomes the left upper corner.
    pub fn new(inner: &'p mut P, scale: f64, origin: (f64, f64)) -> Self {
        Self {
            inner,
            scale,
            shift: Affine::translate((-origin.0, -origin.1)),
            cutting: Vec::new(),
        }
    }
}

impl<P: PaintScene> RenderContext for Painter<'_, P> {}

impl<P: PaintScene> PaintScene for Painter<'_, P> {
    fn reset(&mut self) {
        self.inner.reset();
    }

    fn push_layer(
        &mut self,
        fill: Fill,
        blend: impl Into<BlendMode>,
        alpha: f32,
        transform: Affine,
        clip: &impl Shape,
        filter: Option<Arc<Filter>>,
        backdrop: Option<Arc<Filter>>,
    ) {
        let blend = blend.into();
        self.cutting.push(blend.compose == Compose::DestOut);
        self.inner
            .push_layer(fill, blend, alpha, self.shift * transform, clip, filter, backdrop);
    }

    fn push_clip_layer(&mut self, fill: Fill, transform: Affine, clip: &impl Shape) {
        self.cutting.push(false);
        self.inner.push_clip_layer(fill, self.shift * transform, clip);
    }

    fn pop_layer(&mut self) {
        self.cutting.pop();
        self.inner.pop_layer();
    }

    fn stroke<'a>(
        &mut self,
        style: &Stroke,
        transform: Affine,
        brush: impl Into<PaintRef<'a>>,
        brush_transform: Option<Affine>,
        shape: &impl Shape,
    ) {
        self.inner
            .stroke(style, self.shift * transform, brush, brush_transform, shape);
    }

    fn fill<'a>(
        &mut self,
        style: Fill,
        transform: Affine,
        brush: impl Into<PaintRef<'a>>,
        brush_transform: Option<Affine>,
        shape: &impl Shape,
    ) {
        let mut brush: PaintRef<'a> = brush.into();
        if let PaintRef::Image(image) = &mut brush {
            image.sampler.x_extend = Extend::Pad;
            image.sampler.y_extend = Extend::Pad;
        }
        self.inner
            .fill(style, self.shift * transform, brush, brush_transform, shape);
    }

    fn draw_glyphs<'a, 's: 'a>(
        &'s mut self,
        font: &'a FontData,
        font_size: f32,
        _hint: bool,
        normalized_coords: &'a [NormalizedCoord],
        embolden: kurbo::Vec2,
        style: impl Into<StyleRef<'a>>,
        brush: impl Into<PaintRef<'a>>,
        brush_alpha: f32,
        transform: Affine,
        glyph_transform: Option<Affine>,
        glyphs: impl Iterator<Item = Glyph> + Clone,
    ) {
        let transform = self.shift * transform;
        let [a, b, c, d, x, y] = transform.as_coeffs();
        let upright = [a, b, c, d] == [1.0, 0.0, 0.0, 1.0];
        let snapped = glyphs.map(move |mut glyph| {
            if upright {
                glyph.x = (((f64::from(glyph.x) + x) * 4.0 + 0.5).floor() / 4.0) as f32;
                glyph.y = (f64::from(glyph.y) + y + 0.5).floor() as f32;
            }
            glyph
        });
        let unslanted = glyph_transform.map(|slant| {
            let [a, b, c, d, e, f] = slant.as_coeffs();
            Affine::new([a, b, -c, d, e, f])
        });
        self.inner.draw_glyphs(
            font,
            font_size,
            false,
            normalized_coords,
            embolden,
            style,
            brush,
            brush_alpha,
            if upright { Affine::IDENTITY } else { transform },
            unslanted,
            snapped,
        );
    }

    fn draw_box_shadow(&mut self, transform: Affine, rect: Rect, brush: Color, radius: f64, blur: f64) {
        let inset = self.cutting.contains(&true);
        let deviation = blur * FRAC_1_SQRT_2 * if inset { 1.0 } else { self.scale };
        self.inner
            .draw_box_shadow(self.shift * transform, rect, brush, radius, deviation);
    }
}
