//! A brand colour, and a text colour that is readable on it.

use std::fmt;
use std::str::FromStr;

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red, 0 to 255.
    pub r: u8,
    /// Green, 0 to 255.
    pub g: u8,
    /// Blue, 0 to 255.
    pub b: u8,
}

/// The pop-up's darkest text.
const INK: Rgb = Rgb::new(0x10, 0x18, 0x28);
const WHITE: Rgb = Rgb::new(255, 255, 255);
/// WCAG's contrast for body text.
const READABLE: f64 = 4.5;
/// Below this a button melts into its card.
const DISTINCT: f64 = 1.25;

impl Rgb {
    /// Creates a colour from its three channels.
    pub const fn new(r: u8, g: u8, b: u8) -> Self {
        Self { r, g, b }
    }

    /// Returns white or ink, whichever is readable on this colour; white where both are, as brands expect.
    pub fn readable_text(self) -> Self {
        let white = self.contrast(WHITE);
        if white >= READABLE || white >= self.contrast(INK) {
            WHITE
        } else {
            INK
        }
    }

    /// Returns the colours of buttons and of the text on them, on a card of the given colour: this one and its readable text, or the two exchanged
    /// where a button of this colour would be indistinguishable from the card.
    pub fn on_card(self, card: Self) -> (Self, Self) {
        let text = self.readable_text();
        if self.contrast(card) < DISTINCT {
            (text, self)
        } else {
            (self, text)
        }
    }

    /// Returns the WCAG 2 contrast ratio, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }
}

impl fmt::Display for Rgb {
    /// Returns the colour as CSS writes it: `#4f46e5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

impl FromStr for Rgb {
    type Err = ColorError;

    /// Reads `#4f46e5`, `4f46e5`, `#45e` and `45e`.
    fn from_str(text: &str) -> Result<Self, ColorError> {
        let error = || ColorError { text: text.into() };
        let digits = text.trim().trim_start_matches('#');
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(error());
        }
        let wide = match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            6 => digits.to_owned(),
            _ => return Err(error()),
        };
        let value = u32::from_str_radix(&wide, 16).map_err(|_| error())?;
        let [_, r, g, b] = value.to_be_bytes();
        Ok(Self { r, g, b })
    }
}

/// A text that is not a colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a colour: write it like #4f46e5")]
pub struct ColorError {
    text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_gets_a_text_that_can_be_read() {
        for r in (0..=255).step_by(15) {
            for g in (0..=255).step_by(15) {
                for b in (0..=255).step_by(15) {
                    let color = Rgb::new(r, g, b);
                    let contrast = color.contrast(color.readable_text());
                    assert!(contrast >= 4.0, "{color} has {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn brands_keep_white_where_it_can_be_read() {
        assert_eq!(Rgb::new(0x4f, 0x46, 0xe5).readable_text(), WHITE);
        assert_eq!(Rgb::new(0xfa, 0xcc, 0x15).readable_text(), INK);
    }

    #[test]
    fn a_brand_like_the_card_changes_places_with_its_text() {
        let (pale, dark_card) = (Rgb::new(0xf8, 0xfa, 0xfc), Rgb::new(0x1c, 0x1f, 0x26));
        assert_eq!(pale.on_card(WHITE), (INK, pale));
        assert_eq!(pale.on_card(dark_card), (pale, INK));
        assert_eq!(INK.on_card(dark_card), (WHITE, INK));
    }

    #[test]
    fn reads_what_it_writes_and_refuses_the_rest() {
        for text in ["#4f46e5", "#000000", "#ffffff"] {
            assert_eq!(text.parse::<Rgb>().map(|c| c.to_string()), Ok(text.to_owned()));
        }
        assert_eq!("45e".parse(), Ok(Rgb::new(0x44, 0x55, 0xee)));
        for text in ["", "#", "#12", "#1234567", "red", "#ﬀffff", "+12345"] {
            assert!(text.parse::<Rgb>().is_err(), "{text}");
        }
    }
}
