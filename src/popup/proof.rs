//! A proof: pictures of a pop-up with their names and what was found in them, as a page for any browser, as one picture and as a PDF.

mod pdf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::picture::{Picture, PngError};
use super::scene::{Image, Theme};
use super::template::escaped;
use super::text::Scripts;
use super::{RenderError, fonts, worker};

const STYLE: &str = include_str!("../../assets/proof/proof.css");

/// Width of the page in CSS pixels: six pictures a row.
pub(super) const WIDTH: u32 = 1836;

/// The most room for a picture, in CSS pixels.
pub const PROOF_ROOM: (f32, f32) = (272.0, 276.0);

/// Physical pixels for a CSS pixel of the proof.
pub const PROOF_SCALE: f32 = 2.0;

/// Pictures with words.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The language of the words, as HTML writes it.
    pub language: &'static str,
    /// What it is a proof of.
    pub title: String,
    /// A line below that.
    pub about: String,
    /// The pictures, in order.
    pub shots: Vec<ProofShot>,
    /// What was found, if that is to be said.
    pub found: Option<ProofFindings>,
}

/// A picture of a proof.
#[derive(Debug, Clone)]
pub struct ProofShot {
    /// It, at [`PROOF_SCALE`] and no larger than [`PROOF_ROOM`]; `None` for what could not be drawn.
    pub picture: Option<Picture>,
    /// The theme of the page around it.
    pub theme: Theme,
    /// What it shows.
    pub name: String,
    /// Where it shows that.
    pub place: String,
    /// What is wrong with it.
    pub signs: Vec<String>,
}

/// What was found in the pictures of a proof.
#[derive(Debug, Clone)]
pub struct ProofFindings {
    /// All of it in a sentence.
    pub verdict: String,
    /// Each finding, and where it was made.
    pub lines: Vec<(String, String)>,
}

impl Proof {
    /// Returns it as one HTML file with its fonts and pictures inside.
    ///
    /// # Errors
    /// When a picture cannot be written as PNG.
    pub fn to_html(&self) -> Result<String, PngError> {
        let addresses = self.encoded()?;
        let addresses: Vec<Option<String>> = addresses
            .iter()
            .map(|image| {
                let image = image.as_ref()?;
                Some(format!("data:image/png;base64,{}", BASE64.encode(image.bytes())))
            })
            .collect();
        Ok(self.page(&fonts::font_faces(self.scripts()), &addresses))
    }

    /// Returns it as one picture.
    ///
    /// # Errors
    /// When it would be too large for the painter.
    pub fn to_picture(&self) -> Result<Picture, RenderError> {
        let images = self.encoded().map_err(|_| RenderError::Broken)?;
        worker::draw_page(&images, PROOF_SCALE, self.scripts(), |addresses| {
            self.page("", addresses)
        })
    }

    /// Returns it as a PDF of one page.
    ///
    /// # Errors
    /// As for [`Self::to_picture`].
    pub fn to_pdf(&self) -> Result<Vec<u8>, RenderError> {
        let picture = self.to_picture()?;
        // Nothing but memory is written to.
        pdf::file(&picture, &self.title, self.language).map_err(|_| RenderError::Broken)
    }

    fn encoded(&self) -> Result<Vec<Option<Image>>, PngError> {
        let png = |shot: &ProofShot| shot.picture.as_ref().map(Picture::to_png).transpose();
        let encode = |shot| Ok(png(shot)?.map(Image::new));
        self.shots.iter().map(encode).collect()
    }

    fn scripts(&self) -> Scripts {
        let shots = self
            .shots
            .iter()
            .flat_map(|shot| [&shot.name, &shot.place].into_iter().chain(&shot.signs));
        let found = self.found.iter().flat_map(|found| {
            let lines = found.lines.iter().flat_map(|(finding, place)| [finding, place]);
            std::iter::once(&found.verdict).chain(lines)
        });
        let all = [&self.title, &self.about].into_iter().chain(shots).chain(found);
        Scripts::of(all.map(String::as_str))
    }

    fn page(&self, faces: &str, addresses: &[Option<String>]) -> String {
        let shots = self.shots.iter().zip(addresses);
        let shots: String = shots.map(|(shot, address)| shot.html(address.as_deref())).collect();
        let found = self.found.as_ref().map(ProofFindings::html).unwrap_or_default();
        let (title, about) = (escaped(&self.title), escaped(&self.about));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{title}</title>\n\
             <style>{faces}</style>\n<style>{STYLE}</style></head>\n\
             <body><h1>{title}</h1><p class=\"about\">{about}</p><ul class=\"shots\">{shots}</ul>{found}</body></html>\n",
            self.language,
        )
    }
}

impl ProofShot {
    fn html(&self, address: Option<&str>) -> String {
        let bad = if self.signs.is_empty() { "" } else { " bad" };
        let name = escaped(&format!("{}, {}", self.name, self.place));
        let picture = self.picture.as_ref().zip(address).map(|(picture, address)| {
            let size = |pixels: u32| (pixels as f32 / PROOF_SCALE).round();
            let (width, height) = (size(picture.width), size(picture.height));
            format!("<img src=\"{address}\" width=\"{width}\" height=\"{height}\" style=\"width:{width}px;height:{height}px\" alt=\"{name}\">")
        });
        let sign = |sign: &String| format!("<p class=\"sign\">{}</p>", escaped(sign));
        format!(
            "<li class=\"shot {}{bad}\"><div class=\"inside\"><div class=\"stage\">{}</div>\
             <div class=\"words\"><b>{}</b><p>{}</p>{}</div></div></li>",
            self.theme,
            picture.unwrap_or_default(),
            escaped(&self.name),
            escaped(&self.place),
            self.signs.iter().map(sign).collect::<String>(),
        )
    }
}

impl ProofFindings {
    fn html(&self) -> String {
        let line = |(finding, place): &(String, String)| {
            format!("<li><b>{}</b><p>{}</p></li>", escaped(finding), escaped(place))
        };
        let lines: String = self.lines.iter().map(line).collect();
        format!(
            "<section class=\"found\"><h2>{}</h2><ul>{lines}</ul></section>",
            escaped(&self.verdict)
        )
    }
}

#[cfg(test)]
mod tests;
