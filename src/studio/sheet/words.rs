//! What the sheet calls pictures and findings.

use super::{Line, Problem, Repair, Texts, Variation, Verdict};
use crate::{
    campaign::{MessagePart, READABLE},
    popup::Theme,
    wording::{self, text::Text},
};

/// The key of the name of a theme.
pub const fn theme_key(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "look-theme-light",
        Theme::Dark => "look-theme-dark",
    }
}

impl Texts {
    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AsWritten => "sheet-as-written",
            Self::Longest => "sheet-longest",
            Self::NoDetails => "sheet-no-details",
            Self::NoPicture => "sheet-no-picture",
            Self::RightToLeft => "sheet-right-to-left",
            Self::Zoomed => "sheet-zoomed",
        }
    }
}

impl Variation {
    /// Its device, theme and texts.
    pub fn name(self, text: &Text) -> String {
        let device = text.t(self.screen.key());
        let theme = text.t(theme_key(self.theme));
        let texts = text.t(self.texts.key());
        format!("{device} · {theme} · {texts}")
    }
}

impl Problem {
    /// What is wrong, as short as it fits on a picture.
    pub fn sign(self, text: &Text) -> String {
        match self {
            Self::NoWayOut { by } | Self::CutOff { by, .. } => {
                text.tv("sheet-cut", &[("count", f64::from(by.ceil()).into())])
            }
            Self::LowContrast { ratio, .. } => {
                let ratio = wording::contrast(ratio, text.language());
                let needed = wording::contrast(READABLE, text.language());
                text.tv("sheet-pale", &[("ratio", ratio.into()), ("needed", needed.into())])
            }
        }
    }

    /// What is wrong, in a sentence.
    pub fn sentence(self, text: &Text) -> String {
        let named = |key: &str, part: MessagePart| text.tv(key, &[("part", text.t(part.label()).into())]);
        match self {
            Self::NoWayOut { .. } => text.t("sheet-finding-close"),
            Self::CutOff { part, .. } => named("sheet-finding-cut", part),
            Self::LowContrast { part, .. } => named("sheet-finding-pale", part),
        }
    }
}

impl Verdict {
    /// All of it in a sentence, once every picture was looked at.
    pub fn sentence(&self, text: &Text) -> String {
        let counts = [("count", self.troubled.into()), ("all", self.shown.into())];
        match self.troubled {
            0 => text.t("sheet-fine"),
            _ => text.tv("sheet-verdict", &counts),
        }
    }
}

impl Line {
    /// Where it was found: the picture where it is worst, how bad it is there, and how many others there are.
    pub fn place(&self, text: &Text) -> String {
        let first = self.pictures.first().map(|picture| picture.name(text));
        let others = self.pictures.len().saturating_sub(1);
        let more = (others > 0).then(|| text.tv("sheet-more", &[("count", others.into())]));
        let parts = [first, Some(self.problem.sign(text)), more];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

impl Repair {
    /// What it does.
    pub fn name(self, text: &Text) -> String {
        match self {
            Self::Color(_, Some(color)) => text.tv("sheet-use", &[("color", color.to_string().into())]),
            Self::Color(_, None) => text.t("sheet-use-theme"),
            Self::Shorten(_) => text.t("sheet-shorten"),
        }
    }
}
