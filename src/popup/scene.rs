//! What the preview draws, as plain data: no campaign, no files, no clock.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::Viewport;
use crate::campaign::{Edge, Look, LookKey, Named as _, PagePlace, Rgb, Style};

/// The size of a rich card's picture in CSS pixels; a file of any other size is offered a crop to it.
pub const PICTURE_SIZE: (u32, u32) = (400, 200);

/// Everything that determines a picture: two equal scenes give the same pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// What the pop-up says.
    pub content: PopupContent,
    /// The site's own appearance.
    pub brand: Brand,
    /// What the campaign decides otherwise.
    pub look: Look,
    /// In which language its texts are, as a BCP 47 tag, where that is known.
    pub language: Option<String>,
    /// What the round button shows.
    pub launcher: Launcher,
    /// Light or dark pop-up and page.
    pub theme: Theme,
    /// The browser window around it.
    pub viewport: Viewport,
    /// Physical pixels per CSS pixel.
    pub scale: Scale,
    /// How far the visitor has zoomed the page in, as browsers do: at 2, the window is half as many CSS pixels wide and high, each twice as large.
    pub zoom: Scale,
    /// The whole window, or only the pop-up's surroundings.
    pub part: ScenePart,
    /// What lies behind the pop-up.
    pub backdrop: Backdrop,
    /// Pale words where a draft says nothing yet. They are no part of a campaign: only the window's own preview has any.
    pub placeholders: Placeholders,
}

impl Scene {
    /// Creates the scene that a new preview starts from: light, desktop, scale 1, whole page, plain backdrop.
    pub fn new(content: PopupContent) -> Self {
        Self {
            content,
            brand: Brand::default(),
            look: Look::default(),
            language: None,
            launcher: Launcher::default(),
            theme: Theme::Light,
            viewport: Frame::Desktop.into(),
            scale: Scale::default(),
            zoom: Scale::default(),
            part: ScenePart::Page,
            backdrop: Backdrop::Plain,
            placeholders: Placeholders::default(),
        }
    }

    /// Returns how many physical pixels one CSS pixel of the zoomed page has.
    pub(super) fn density(&self) -> f32 {
        self.scale.get() * self.zoom.get()
    }

    /// Returns how the pop-up looks: as the campaign says, else as the site does.
    pub fn style(&self) -> Style {
        Style::of(&[&self.look, &self.brand.look])
    }
}

/// Words that stand where a text is missing, by the name of its slot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placeholders(pub Vec<(&'static str, String)>);

impl Placeholders {
    /// Returns what stands in a slot whose own text is this; `None` where the text itself is shown.
    pub(super) fn instead_of(&self, slot: &str, text: &str) -> Option<&str> {
        let words = self
            .0
            .iter()
            .find(|(name, _)| *name == slot)
            .map(|(_, words)| words.as_str());
        words.filter(|_| text.trim().is_empty())
    }
}

/// The three content types, or none, with the texts as the visitor reads them: tokens are already replaced.
#[derive(Debug, Clone, PartialEq)]
pub enum PopupContent {
    /// A card with a picture, a title, a subtitle and a button.
    Rich {
        /// The first line, in bold.
        title: String,
        /// Text below it.
        subtitle: String,
        /// Without it, the card has no picture at all.
        image: Option<CardPicture>,
        /// The button's name; empty where replies take its place.
        button: String,
        /// The quick replies, in order.
        replies: Vec<String>,
    },
    /// A bubble next to the launcher.
    Text {
        /// What it says.
        text: String,
        /// The quick replies, in order.
        replies: Vec<String>,
    },
    /// The open chat.
    OpenWindow {
        /// The visitor's bubble.
        user_say: String,
        /// The bot's answer, in previews.
        reply: String,
    },
    /// No pop-up: the page and its launcher.
    Nothing,
}

/// The picture of a card, in one size or two.
#[derive(Debug, Clone, PartialEq)]
pub struct CardPicture {
    /// 400×200.
    pub plain: Image,
    /// The same at twice the size, for dense screens.
    pub dense: Option<Image>,
}

impl From<Image> for CardPicture {
    fn from(plain: Image) -> Self {
        Self { plain, dense: None }
    }
}

/// An encoded picture (PNG, JPEG, WebP or GIF). Cloning shares the bytes.
#[derive(Clone)]
pub struct Image(Arc<[u8]>);

impl Image {
    /// Takes the file's bytes as they are. A file that cannot be decoded is drawn as if it were missing.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        Self(bytes.into())
    }

    /// Returns the file's bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl PartialEq for Image {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Image({} bytes)", self.0.len())
    }
}

/// The site's own appearance.
#[derive(Debug, Clone, PartialEq)]
pub struct Brand {
    /// How the site's pop-ups look, where a campaign does not say otherwise.
    pub look: Look,
    /// The chat window's title; empty for none.
    pub name: String,
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            look: Look::default(),
            name: "Chat".into(),
        }
    }
}

impl Brand {
    /// Returns the usual brand in a colour, with the pop-up in a corner.
    pub fn of(color: Rgb, corner: Corner) -> Self {
        let mut brand = Self::default();
        brand.set_color(color);
        brand.set_corner(corner);
        brand
    }

    /// Returns the colour of buttons, the launcher and the visitor's bubble.
    pub fn color(&self) -> Rgb {
        Style::of(&[&self.look]).color
    }

    /// Sets it.
    pub fn set_color(&mut self, color: Rgb) {
        if color != self.color() {
            self.look.set(LookKey::Color, Some(color.to_string().into()));
        }
    }

    /// Returns the corner of the launcher.
    pub fn corner(&self) -> Corner {
        Corner::of(Style::of(&[&self.look]).position)
    }

    /// Moves launcher and pop-up into a corner.
    pub fn set_corner(&mut self, corner: Corner) {
        if corner != self.corner() {
            let position = match corner {
                Corner::Right => PagePlace::BottomRight,
                Corner::Left => PagePlace::BottomLeft,
            };
            self.look.set(LookKey::Position, Some(position.id().into()));
        }
    }
}

/// The lower corner of the window that holds the launcher, whatever the text's direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Corner {
    /// Lower right.
    #[default]
    Right,
    /// Lower left.
    Left,
}

impl Corner {
    /// Returns the corner that holds the launcher while the pop-up is at a place of the page.
    pub const fn of(position: PagePlace) -> Self {
        match position.column() {
            Edge::First => Self::Left,
            Edge::Middle | Edge::Last => Self::Right,
        }
    }
}

/// What the round button shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Launcher {
    /// A speech bubble, which represents whatever launcher the site has.
    #[default]
    Current,
    /// The bot's profile.
    BotProfile,
    /// The campaign's own picture, cropped to a circle.
    Image(Image),
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark text on light.
    #[default]
    Light,
    /// Light text on dark.
    Dark,
}

/// A browser window of one of three sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::VariantArray)]
pub enum Frame {
    /// 1280×800.
    #[default]
    Desktop,
    /// 768×1024.
    Tablet,
    /// 390×844.
    Phone,
}

impl Frame {
    /// All of them, largest first.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Returns width and height in CSS pixels.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Desktop => (1280, 800),
            Self::Tablet => (768, 1024),
            Self::Phone => (390, 844),
        }
    }
}

/// Physical pixels per CSS pixel, from 0.25 to 4.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale(f32);

impl Scale {
    /// Returns the nearest scale that can be drawn; not-a-number becomes 1.
    pub fn new(value: f32) -> Self {
        Self(if value.is_finite() { value.clamp(0.25, 4.0) } else { 1.0 })
    }

    /// Returns it as a factor.
    pub const fn get(self) -> f32 {
        self.0
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self(1.0)
    }
}

/// The part of the window that a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ScenePart {
    /// Pop-up and launcher with a margin for their shadows, over the page's plain colour.
    Popup,
    /// The whole window.
    #[default]
    Page,
}

/// What lies behind the pop-up.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Backdrop {
    /// A page of grey shapes.
    #[default]
    Plain,
    /// The user's own screenshot, as wide as the window and aligned with its top.
    Screenshot(Image),
}

macro_rules! named {
    ($type:ident, $what:literal, $($name:literal => $value:ident),+) => {
        impl FromStr for $type {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                match name {
                    $($name => Ok(Self::$value),)+
                    _ => Err(UnknownName { name: name.into(), what: $what, known: &[$($name),+] }),
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$value => $name),+ })
            }
        }
    };
}

named!(Theme, "theme", "light" => Light, "dark" => Dark);
named!(Frame, "frame", "desktop" => Desktop, "tablet" => Tablet, "phone" => Phone);
named!(ScenePart, "part", "popup" => Popup, "page" => Page);
named!(Corner, "corner", "right" => Right, "left" => Left);

/// A word that names none of the known choices.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not a known {what}: use {}", known.join(", "))]
pub struct UnknownName {
    name: String,
    what: &'static str,
    known: &'static [&'static str],
}
