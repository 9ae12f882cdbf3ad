//! A look with every value decided, and the colours that follow from it.

use serde_json::Value;

use super::Look;
use super::choices::{Align, CloseSign, Font, Motion, PagePlace, PictureLayout, TextSize, ThemeChoice};
use super::keys::{LookKey, color, distances, whole, word};
use crate::campaign::color::Rgb;

/// WCAG 2.2's contrast for text of ordinary size, level AA.
pub const READABLE: f64 = 4.5;

/// How a pop-up looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the keys of a look, which say what they are")]
pub struct Style {
    pub color: Rgb,
    pub card: Option<Rgb>,
    pub text: Option<Rgb>,
    pub radius: u32,
    pub font: Font,
    pub text_size: TextSize,
    pub align: Align,
    pub picture: PictureLayout,
    pub close: CloseSign,
    pub position: PagePlace,
    /// From the side, and from above or below.
    pub offset: [u32; 2],
    pub width: u32,
    pub shadow: bool,
    pub motion: Motion,
    pub motion_ms: u32,
    pub theme: ThemeChoice,
    pub layer: u32,
}

impl Default for Style {
    fn default() -> Self {
        Style::of(&[])
    }
}

impl Style {
    /// Returns what these looks make together: of each value the first that is there and possible, else the usual one.
    pub fn of(looks: &[&Look]) -> Style {
        let value = |key: LookKey| {
            let kind = key.spec().kind;
            let chosen = looks.iter().filter_map(|look| look.get(key));
            chosen
                .into_iter()
                .find(|value| kind.accepts(value))
                .cloned()
                .unwrap_or_else(|| kind.usual())
        };
        let number = |key| whole(&value(key)).unwrap_or_default();
        Style {
            color: color(&value(LookKey::Color)).unwrap_or(Rgb::new(0, 0, 0)),
            card: color(&value(LookKey::Card)),
            text: color(&value(LookKey::Text)),
            radius: number(LookKey::Radius),
            font: word(&value(LookKey::Font)).unwrap_or(Font::Inter),
            text_size: word(&value(LookKey::TextSize)).unwrap_or(TextSize::Regular),
            align: word(&value(LookKey::Align)).unwrap_or(Align::Start),
            picture: word(&value(LookKey::Picture)).unwrap_or(PictureLayout::Top),
            close: word(&value(LookKey::Close)).unwrap_or(CloseSign::Inside),
            position: word(&value(LookKey::Position)).unwrap_or(PagePlace::BottomRight),
            offset: distances(&value(LookKey::Offset)).unwrap_or_default(),
            width: number(LookKey::Width),
            shadow: value(LookKey::Shadow) != Value::Bool(false),
            motion: word(&value(LookKey::Motion)).unwrap_or(Motion::Rise),
            motion_ms: number(LookKey::MotionMs),
            theme: word(&value(LookKey::Theme)).unwrap_or(ThemeChoice::Auto),
            layer: number(LookKey::Layer),
        }
    }

    /// Returns its colours for a visitor whose system is dark, or light.
    pub fn colors(&self, dark_system: bool) -> Colors {
        let dark = match (self.card, self.theme) {
            (Some(card), _) => card.contrast(Palette::DARK.text) > card.contrast(Palette::LIGHT.text),
            (None, ThemeChoice::Auto) => dark_system,
            (None, ThemeChoice::Light) => false,
            (None, ThemeChoice::Dark) => true,
        };
        let own = if dark { Palette::DARK } else { Palette::LIGHT };
        let card = self.card.unwrap_or(own.card);
        let text = self.text.unwrap_or(own.text);
        let chosen = self.card.is_some() || self.text.is_some();
        let (button, on_button) = self.color.on_card(card);
        Colors {
            dark,
            card,
            text,
            soft: if chosen { text } else { own.soft },
            button,
            on_button,
        }
    }

    /// Returns its colours in every case in which visitors may see it: light, dark or both.
    pub fn every_colors(&self) -> Vec<Colors> {
        let (light, dark) = (self.colors(false), self.colors(true));
        if light == dark { vec![light] } else { vec![light, dark] }
    }
}

/// The colours of a theme.
struct Palette {
    card: Rgb,
    text: Rgb,
    soft: Rgb,
}

/// `--bg`, `--fg` and `--soft` of the stylesheet, which a test compares.
impl Palette {
    const LIGHT: Palette = Palette {
        card: Rgb::new(0xff, 0xff, 0xff),
        text: Rgb::new(0x10, 0x18, 0x28),
        soft: Rgb::new(0x47, 0x54, 0x67),
    };
    const DARK: Palette = Palette {
        card: Rgb::new(0x1c, 0x1f, 0x26),
        text: Rgb::new(0xf5, 0xf6, 0xf8),
        soft: Rgb::new(0xb0, 0xb7, 0xc3),
    };
}

/// The colours of a pop-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colors {
    /// Whether it looks dark: as the visitor's system does, as the look says, or because the card's own colour is.
    pub dark: bool,
    /// The card.
    pub card: Rgb,
    /// The text on it.
    pub text: Rgb,
    /// Less important text on it.
    pub soft: Rgb,
    /// Buttons.
    pub button: Rgb,
    /// The text on them.
    pub on_button: Rgb,
}

impl Colors {
    /// Returns the contrast of the text on the card, WCAG 2: 1 to 21.
    pub fn of_text(&self) -> f64 {
        self.card.contrast(self.text)
    }

    /// Returns the contrast of the text on buttons.
    pub fn of_button(&self) -> f64 {
        self.button.contrast(self.on_button)
    }
}
