//! A page of pictures and words, as high as what it holds.

use std::sync::Arc;

use anyrender::PaintScene as _;
use blitz_dom::DocumentConfig;
use blitz_html::HtmlDocument;
use blitz_traits::shell::{ColorScheme, Viewport};
use kurbo::{Affine, Rect};
use peniko::Fill;

use super::net::SceneImages;
use super::painter::Rasterizer;
use super::pixels;
use crate::popup::RenderError;
use crate::popup::fonts::Fonts;
use crate::popup::picture::Picture;
use crate::popup::proof::WIDTH;
use crate::popup::scene::Image;
use crate::popup::text::Scripts;

/// Draws the page that `html` returns for the addresses of these pictures.
pub(in crate::popup) fn draw(
    images: &[Option<Image>],
    scale: f32,
    scripts: Scripts,
    html: impl FnOnce(&[Option<String>]) -> String,
) -> Result<Picture, RenderError> {
    let provider = SceneImages::all(images.iter().flatten().cloned().collect());
    let addresses: Vec<Option<String>> = images
        .iter()
        .map(|image| image.as_ref().map(|image| provider.url(image)))
        .collect();
    let html = html(&addresses);
    let width = (WIDTH as f32 * scale).round() as u32;
    let config = DocumentConfig {
        viewport: Some(Viewport::new(width, width, scale, ColorScheme::Light)),
        net_provider: Some(Arc::new(provider)),
        font_ctx: Some(Fonts::new().for_scripts(scripts)),
        ..Default::default()
    };
    let mut document = HtmlDocument::from_html(&html, config);
    // The first pass discovers the pictures (answered at once, but queued), the second lays them out.
    document.resolve(0.0);
    document.resolve(0.0);
    let body = document.query_selector("body").ok().flatten();
    let rect = body.and_then(|body| document.get_client_bounding_rect(body));
    let bottom = rect.map(|rect| rect.y + rect.height).ok_or(RenderError::Broken)?;
    let height = (bottom * f64::from(scale)).ceil() as u32;
    let mut rasterizer = Rasterizer::new(pixels(width)?, pixels(height)?);
    let rgba = rasterizer.paint(f64::from(scale), (0.0, 0.0), |painter| {
        let all = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        painter.fill(Fill::NonZero, Affine::IDENTITY, peniko::Color::WHITE, None, &all);
        blitz_paint::paint_scene(painter, &mut document, f64::from(scale), width, height, 0, 0);
    });
    Ok(Picture {
        width,
        height,
        rgba,
        offset: (0, 0),
    })
}
