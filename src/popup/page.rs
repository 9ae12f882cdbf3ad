//! The document that contains a pop-up: what the preview paints, and the same as one self-contained file for any browser.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::fonts;
use super::metadata::without_metadata;
use super::picture;
use super::scene::{Backdrop, Image, Launcher, PopupContent, Scene, ScenePart, Theme};
use super::template::{self, ImageUrls, SlotText, escaped, slot_texts};
use super::text::Scripts;
use crate::campaign::{PictureLayout, Rgb};

const SHAPES: &str = include_str!("../../assets/widget/page.html");
const PAGE_STYLE: &str = include_str!("../../assets/widget/page.css");

/// Returns the page's plain colour, in which a window can surround a [`ScenePart::Popup`] picture without a seam.
pub fn page_color(theme: Theme) -> Rgb {
    match theme {
        Theme::Light => Rgb::new(0xee, 0xf1, 0xf6),
        Theme::Dark => Rgb::new(0x12, 0x14, 0x1a),
    }
}

/// The pictures of a scene that can be decoded within limits.
pub(super) struct Pictures<'a> {
    /// The card's.
    pub picture: Option<&'a Image>,
    /// The same for dense screens.
    pub dense: Option<&'a Image>,
    pub launcher: Option<&'a Image>,
    pub screenshot: Option<&'a Image>,
}

impl<'a> Pictures<'a> {
    /// Returns those that the scene's own screen shows.
    pub fn shown_by(scene: &'a Scene) -> Self {
        let all = Self::of(scene);
        let dense = all.dense.filter(|_| scene.density() >= template::DENSE);
        Self {
            picture: dense.or(all.picture),
            dense: None,
            ..all
        }
    }

    /// Returns those that any screen shows.
    pub fn of(scene: &'a Scene) -> Self {
        let picture = match &scene.content {
            PopupContent::Rich { image, .. } if scene.style().picture != PictureLayout::None => image.as_ref(),
            _ => None,
        };
        let launcher = match &scene.launcher {
            Launcher::Image(image) => Some(image),
            _ => None,
        };
        let screenshot = match &scene.backdrop {
            Backdrop::Screenshot(image) => Some(image),
            Backdrop::Plain => None,
        };
        let drawable = |image: Option<&'a Image>| image.filter(|image| picture::kind_if_drawable(image).is_some());
        let plain = drawable(picture.map(|picture| &picture.plain));
        Self {
            picture: plain,
            dense: plain.and_then(|_| drawable(picture.and_then(|picture| picture.dense.as_ref()))),
            launcher: drawable(launcher),
            screenshot: drawable(screenshot),
        }
    }
}

/// Returns the scene as one HTML file with its fonts and pictures inside: in a viewport of a frame's size, any browser draws what a [`ScenePart::Page`]
/// picture shows. The viewer decides about frame and scale.
///
/// ```
/// use beckon::{campaign, popup::{Scene, Theme, html}, visitor::Visitor};
///
/// let campaign = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1,
///     "content": { "type": "text", "text": "Hi {{name|there}}, <questions>?", "user_say": "Yes" } }"#)?;
/// let ada = Visitor::from_json(r#"{ "custom": { "name": "Ada" } }"#)?;
/// let scene = Scene { theme: Theme::Dark, ..Scene::of_campaign(&campaign, &ada.custom, |_| None) };
/// // Texts are never markup.
/// assert!(html(&scene).contains("Hi Ada, &lt;questions&gt;?"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn html(scene: &Scene) -> String {
    let texts = slot_texts(scene);
    let faces = fonts::font_faces(Scripts::of(texts.iter().map(|(_, text)| text.as_str())));
    document(scene, &texts, &faces, &Pictures::of(scene), data_url)
}

/// Returns the document, with pictures named by `url`.
pub(super) fn document(
    scene: &Scene,
    texts: &[SlotText],
    faces: &str,
    pictures: &Pictures<'_>,
    url: impl Fn(&Image) -> String,
) -> String {
    let images = ImageUrls {
        picture: pictures.picture.map(&url),
        launcher: pictures.launcher.map(&url),
    };
    let popup = template::popup_html(scene, texts, &images);
    let backdrop = match (pictures.screenshot, scene.part) {
        (Some(image), _) => format!(
            "<div class=\"page\"><img src=\"{}\" alt=\"\"></div>",
            escaped(&url(image))
        ),
        (None, ScenePart::Page) => format!("<div class=\"page plain\">{SHAPES}</div>"),
        (None, ScenePart::Popup) => String::new(),
    };
    let dense = pictures.dense.map(|image| dense_style(&url(image))).unwrap_or_default();
    let theme = scene.theme;
    format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{}</title>\n\
         <style>{faces}</style>\n<style>{PAGE_STYLE}</style>\n<style>{}</style>{dense}</head>\n\
         <body class=\"{theme}\">{backdrop}{popup}</body></html>\n",
        escaped(texts.first().map(|(_, text)| text.as_str()).unwrap_or_default()),
        template::STYLE,
    )
}

/// Returns a style that shows the picture at an address instead of a card's own on dense screens. With `srcset`, Chromium would take the larger of two
/// data URLs on every screen.
fn dense_style(url: &str) -> String {
    let from = template::DENSE;
    format!("\n<style>@media (min-resolution: {from}dppx) {{ .bk .hero {{ content: url(\"{url}\") }} }}</style>")
}

fn data_url(image: &Image) -> String {
    let kind = picture::kind_if_drawable(image).unwrap_or("image/png");
    format!(
        "data:{kind};base64,{}",
        BASE64.encode(&*without_metadata(image.bytes()))
    )
}
