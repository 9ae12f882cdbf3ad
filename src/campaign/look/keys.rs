//! The only table of what a look consists of: its keys, what each may be, and what each is where nobody has chosen.

use serde_json::{Value, json};

use super::choices::{Align, CloseSign, Font, Motion, PagePlace, PictureLayout, TextSize, ThemeChoice};
use crate::campaign::color::Rgb;
use crate::campaign::fault::Wanted;
use crate::campaign::parts::MessagePart;
use crate::campaign::word::Named;

/// A value of a look, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
#[allow(
    missing_docs,
    reason = "named after the keys of the file; the table says what they are"
)]
pub enum LookKey {
    Color,
    Card,
    Text,
    Radius,
    Font,
    TextSize,
    Align,
    Picture,
    Close,
    Position,
    Offset,
    Width,
    Shadow,
    Motion,
    MotionMs,
    Theme,
    Layer,
}

/// What a value of a look may be, and what it is where nobody has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookKind {
    /// A colour, written like `#4f46e5`.
    Color(Rgb),
    /// A colour, or null for the theme's own.
    ThemeColor,
    /// A whole number.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
        /// The usual one.
        usual: u32,
    },
    /// Distances from the side and from above or below, in CSS pixels.
    Distances {
        /// The most.
        most: u32,
        /// The usual ones.
        usual: [u32; 2],
    },
    /// Yes or no.
    Flag(bool),
    /// One of these words.
    Choice {
        /// Their identifiers.
        words: &'static [&'static str],
        /// The usual one.
        usual: &'static str,
    },
}

/// What an editor of numbers writes behind one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookUnit {
    /// Nothing.
    None,
    /// CSS pixels.
    Pixels,
    /// Milliseconds.
    Milliseconds,
}

/// Everything that is defined about a value of a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookSpec {
    /// The key of the file.
    pub id: &'static str,
    /// The key of its label in the window.
    pub label: &'static str,
    /// What it may be.
    pub kind: LookKind,
    /// What its numbers count.
    pub unit: LookUnit,
    /// What it does, for programs that read the schema.
    pub about: &'static str,
}

const fn pixels(least: u32, most: u32, usual: u32) -> (LookKind, LookUnit) {
    (LookKind::Number { least, most, usual }, LookUnit::Pixels)
}

const fn choice(words: &'static [&'static str], usual: &'static str) -> (LookKind, LookUnit) {
    (LookKind::Choice { words, usual }, LookUnit::None)
}

impl LookKey {
    /// Every key, in the order of the file.
    pub const ALL: &'static [LookKey] = <LookKey as strum::VariantArray>::VARIANTS;

    /// Returns the part of a message without which it means nothing; `None` for what every pop-up has.
    pub fn part(self) -> Option<MessagePart> {
        (self == LookKey::Picture).then_some(MessagePart::Picture)
    }

    /// Returns everything that is defined about it.
    pub const fn spec(self) -> LookSpec {
        let (id, label, (kind, unit), about) = match self {
            LookKey::Color => (
                "color",
                "look-color",
                (LookKind::Color(Rgb::new(0x4f, 0x46, 0xe5)), LookUnit::None),
                "Of buttons, the launcher and the visitor's own words. The text on it is whichever of white and ink is readable.",
            ),
            LookKey::Card => (
                "card",
                "look-card",
                (LookKind::ThemeColor, LookUnit::None),
                "Of the card; null for the theme's own.",
            ),
            LookKey::Text => (
                "text",
                "look-text",
                (LookKind::ThemeColor, LookUnit::None),
                "Of the text on the card; null for the theme's own.",
            ),
            LookKey::Radius => (
                "radius",
                "look-radius",
                pixels(0, 40, 20),
                "Of the card's corners; the others follow.",
            ),
            LookKey::Font => (
                "font",
                "look-font",
                choice(Font::IDS, "inter"),
                "What the texts are set in.",
            ),
            LookKey::TextSize => (
                "text_size",
                "look-text-size",
                choice(TextSize::IDS, "regular"),
                "How large the texts are.",
            ),
            LookKey::Align => (
                "align",
                "look-align",
                choice(Align::IDS, "start"),
                "Where the lines of an invitation begin.",
            ),
            LookKey::Picture => (
                "picture",
                "look-picture",
                choice(PictureLayout::IDS, "top"),
                "Where a card's picture is.",
            ),
            LookKey::Close => (
                "close",
                "look-close",
                choice(CloseSign::IDS, "inside"),
                "Where the sign is that closes an invitation.",
            ),
            LookKey::Position => (
                "position",
                "look-position",
                choice(PagePlace::IDS, "bottom_right"),
                "Where on the page an invitation is.",
            ),
            LookKey::Offset => (
                "offset",
                "look-offset",
                (
                    LookKind::Distances {
                        most: 200,
                        usual: [20, 20],
                    },
                    LookUnit::Pixels,
                ),
                "From the side, and from above or below; at the bottom it is the launcher's, which an invitation stands on.",
            ),
            LookKey::Width => (
                "width",
                "look-width",
                pixels(280, 560, 400),
                "Of a card, where the page has room for it.",
            ),
            LookKey::Shadow => (
                "shadow",
                "look-shadow",
                (LookKind::Flag(true), LookUnit::None),
                "Whether an invitation throws one.",
            ),
            LookKey::Motion => (
                "motion",
                "look-motion",
                choice(Motion::IDS, "rise"),
                "How it comes onto the page; at once for visitors who want less motion.",
            ),
            LookKey::MotionMs => (
                "motion_ms",
                "look-motion-ms",
                (
                    LookKind::Number {
                        least: 0,
                        most: 2_000,
                        usual: 320,
                    },
                    LookUnit::Milliseconds,
                ),
                "How long that takes, in milliseconds.",
            ),
            LookKey::Theme => (
                "theme",
                "look-theme",
                choice(ThemeChoice::IDS, "auto"),
                "Light or dark.",
            ),
            LookKey::Layer => (
                "layer",
                "look-layer",
                (
                    LookKind::Number {
                        least: 1,
                        most: 2_147_483_647,
                        usual: 2_147_483_647,
                    },
                    LookUnit::None,
                ),
                "Its z-index among what the page has.",
            ),
        };
        LookSpec {
            id,
            label,
            kind,
            unit,
            about,
        }
    }

    /// Returns the key with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.spec().id == id)
    }
}

impl LookKind {
    /// Returns whether null is a value of its own.
    pub const fn may_be_null(self) -> bool {
        matches!(self, LookKind::ThemeColor)
    }

    /// Returns the value where nobody has chosen.
    pub fn usual(self) -> Value {
        match self {
            LookKind::Color(color) => color.to_string().into(),
            LookKind::ThemeColor => Value::Null,
            LookKind::Number { usual, .. } => usual.into(),
            LookKind::Distances { usual, .. } => json!(usual),
            LookKind::Flag(usual) => usual.into(),
            LookKind::Choice { usual, .. } => usual.into(),
        }
    }

    /// Returns whether this is such a value.
    pub fn accepts(self, value: &Value) -> bool {
        match self {
            LookKind::Color(_) => color(value).is_some(),
            LookKind::ThemeColor => value.is_null() || color(value).is_some(),
            LookKind::Number { least, most, .. } => whole(value).is_some_and(|number| (least..=most).contains(&number)),
            LookKind::Distances { most, .. } => distances(value).is_some_and(|two| two.iter().all(|one| *one <= most)),
            LookKind::Flag(_) => value.is_boolean(),
            LookKind::Choice { words, .. } => value.as_str().is_some_and(|word| words.contains(&word)),
        }
    }

    /// Returns what a file has to have there instead of this; `None` where a file may have it, whether or not it is [accepted](Self::accepts).
    pub(in crate::campaign) fn wants(self, value: &Value) -> Option<Wanted> {
        let (wanted, fits) = match self {
            LookKind::Color(_) | LookKind::Choice { .. } => (Wanted::Text, value.is_string()),
            LookKind::ThemeColor => (Wanted::Text, value.is_string() || value.is_null()),
            LookKind::Number { .. } => (Wanted::Number, value.is_number()),
            LookKind::Distances { .. } => (Wanted::List, value.is_array()),
            LookKind::Flag(_) => (Wanted::Flag, value.is_boolean()),
        };
        (!fits).then_some(wanted)
    }
}

pub(super) fn color(value: &Value) -> Option<Rgb> {
    value.as_str()?.parse().ok()
}

pub(super) fn whole(value: &Value) -> Option<u32> {
    let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
    (0.0..=f64::from(u32::MAX)).contains(&number).then_some(number as u32)
}

pub(super) fn distances(value: &Value) -> Option<[u32; 2]> {
    match value.as_array()?.as_slice() {
        [side, upright] => Some([whole(side)?, whole(upright)?]),
        _ => None,
    }
}

pub(super) fn word<T: Named>(value: &Value) -> Option<T> {
    T::from_id(value.as_str()?)
}
