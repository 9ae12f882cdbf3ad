//! A proof as a PDF of one page, as large as its picture.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref, TextStr};

use super::PROOF_SCALE;
use crate::popup::picture::Picture;

/// A CSS pixel is three quarters of a point.
const POINTS: f32 = 0.75;

/// The name of the picture on the page.
const PICTURE: Name<'static> = Name(b"Proof");

/// Returns the file.
pub(super) fn file(picture: &Picture, title: &str, language: &str) -> std::io::Result<Vec<u8>> {
    let [catalog, pages, page, image, content, info] = [1, 2, 3, 4, 5, 6].map(Ref::new);
    let points = |pixels: u32| pixels as f32 / PROOF_SCALE * POINTS;
    let (width, height) = (points(picture.width), points(picture.height));
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages).lang(TextStr(language));
    pdf.document_info(info).title(TextStr(title));
    pdf.pages(pages).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet
        .parent(pages)
        .media_box(Rect::new(0.0, 0.0, width, height))
        .contents(content);
    sheet.resources().x_objects().pair(PICTURE, image);
    sheet.finish();

    let mut pressed = ZlibEncoder::new(Vec::new(), Compression::default());
    let opaque: Vec<u8> = picture
        .rgba
        .chunks_exact(4)
        .flat_map(|pixel| pixel.iter().take(3))
        .copied()
        .collect();
    pressed.write_all(&opaque)?;
    let pressed = pressed.finish()?;
    let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
    let mut drawn = pdf.image_xobject(image, &pressed);
    drawn.filter(Filter::FlateDecode);
    drawn
        .width(side(picture.width))
        .height(side(picture.height))
        .bits_per_component(8);
    drawn.color_space().device_rgb();
    drawn.finish();

    let mut lines = Content::new();
    lines.save_state().transform([width, 0.0, 0.0, height, 0.0, 0.0]);
    lines.x_object(PICTURE).restore_state();
    pdf.stream(content, &lines.finish());
    Ok(pdf.finish())
}
