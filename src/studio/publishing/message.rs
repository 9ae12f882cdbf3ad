//! Messages about publishing at the lower edge of the window.

use crate::{
    publish::{Refusal, What},
    studio::{tone::Tone, trouble::InWords},
    wording::text::Text,
};

/// A message. It is worded when it is shown, in the window's language at that moment.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Nothing can be published from here.
    Impossible,
    /// A connection has to be chosen first.
    ChooseConnection,
    /// This many findings stop the launch.
    Stopped(usize),
    /// The live version equals what would be launched.
    NothingNew,
    /// No demo shop: the server on this computer does not run.
    NoDemo,
    /// An operation on the campaign of this name is done.
    Done(What, String),
    /// The backend refused an operation.
    Refused {
        /// The campaign's name.
        name: String,
        /// Why.
        refusal: Refusal,
    },
    /// Somebody else changed the campaign of this name at the backend.
    Conflict(String),
    /// The site document is live.
    SiteLive,
    /// This many findings keep the site document from being published.
    SiteStopped(usize),
    /// The live site document equals what would be published.
    SiteNothingNew,
    /// The backend refused the site document.
    SiteRefused(Refusal),
    /// Somebody else changed the site document at the backend.
    SiteConflict,
}

impl Message {
    /// How it is meant.
    pub fn tone(&self) -> Tone {
        match self {
            Self::Impossible
            | Self::Stopped(_)
            | Self::Refused { .. }
            | Self::SiteStopped(_)
            | Self::SiteRefused(_) => Tone::Danger,
            Self::ChooseConnection => Tone::Accent,
            Self::NothingNew | Self::NoDemo | Self::SiteNothingNew => Tone::Neutral,
            Self::Done(..) | Self::SiteLive => Tone::Success,
            Self::Conflict(_) | Self::SiteConflict => Tone::Warning,
        }
    }

    /// Its words.
    pub fn words(&self, text: &Text) -> String {
        match self {
            Self::Impossible => text.t("launch-impossible"),
            Self::ChooseConnection => text.t("launch-choose-connection"),
            Self::Stopped(errors) => text.tv("launch-stopped", &[("count", (*errors).into())]),
            Self::NothingNew => text.t("launch-nothing-new"),
            Self::NoDemo => text.t("launch-no-demo"),
            Self::Done(what, name) => {
                let key = match what {
                    What::Launch => "launch-sent",
                    What::Pause => "launch-paused",
                    What::TakeDown => "launch-taken-down",
                };
                text.tv(key, &[("name", name.as_str().into())])
            }
            Self::Refused { name, refusal } => {
                let words = refusal.words(text).what;
                text.tv(
                    "launch-refused",
                    &[("name", name.as_str().into()), ("words", words.into())],
                )
            }
            Self::Conflict(name) => text.tv("launch-conflict", &[("name", name.as_str().into())]),
            Self::SiteLive => text.t("site-live-said"),
            Self::SiteStopped(errors) => text.tv("site-stopped", &[("count", (*errors).into())]),
            Self::SiteNothingNew => text.t("site-nothing-new"),
            Self::SiteRefused(refusal) => {
                let words = refusal.words(text).what;
                text.tv("site-refused-said", &[("words", words.into())])
            }
            Self::SiteConflict => text.t("site-conflict-said"),
        }
    }
}
