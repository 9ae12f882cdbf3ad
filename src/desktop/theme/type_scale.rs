//! The type scale: sizes in points and the weights that go with them.

use std::sync::Arc;

use egui::{Color32, FontFamily, FontId, RichText};

/// A step of the type scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// A figure that an answer comes down to. 32, semibold.
    Large,
    /// The name of the campaign that is open. 20, semibold.
    Title,
    /// The head of a dialog or an empty state. 17, semibold.
    Heading,
    /// The head of a card. 15, semibold.
    Section,
    /// Text of fields and sentences. 14, regular.
    Body,
    /// Text on buttons and chosen things. 14, medium.
    BodyStrong,
    /// The word that a sentence turns on. 14, semibold.
    Strong,
    /// Labels above fields. 13, medium.
    Label,
    /// A chosen label. 13, semibold.
    LabelStrong,
    /// Second lines and help. 13, regular.
    Small,
    /// Badges, counters, findings. 12, medium.
    Caption,
    /// The words AND and OR between rows. 11, semibold.
    Overline,
}

impl Type {
    /// Size in points.
    pub fn size(self) -> f32 {
        match self {
            Self::Large => 32.0,
            Self::Title => 20.0,
            Self::Heading => 17.0,
            Self::Section => 15.0,
            Self::Body | Self::BodyStrong | Self::Strong => 14.0,
            Self::Label | Self::LabelStrong | Self::Small => 13.0,
            Self::Caption => 12.0,
            Self::Overline => 11.0,
        }
    }

    /// The font: Inter at this step's size and weight.
    pub fn font(self) -> FontId {
        FontId::new(self.size(), self.family())
    }

    fn family(self) -> FontFamily {
        match self {
            Self::Large
            | Self::Title
            | Self::Heading
            | Self::Section
            | Self::Strong
            | Self::LabelStrong
            | Self::Overline => family(SEMIBOLD),
            Self::BodyStrong | Self::Label | Self::Caption => family(MEDIUM),
            Self::Body | Self::Small => FontFamily::Proportional,
        }
    }

    /// `text` at this step, in `color`.
    pub fn text(self, text: impl Into<String>, color: Color32) -> RichText {
        RichText::new(text).font(self.font()).color(color)
    }
}

pub(super) const MEDIUM: &str = "medium";
pub(super) const SEMIBOLD: &str = "semibold";
pub(super) const ICONS: &str = "icons";

pub(super) fn family(name: &str) -> FontFamily {
    FontFamily::Name(Arc::from(name))
}
