//! The words for files that do not leave the library or come into it, and for what waits and cannot be sent.

use super::{InWords, Words, file, megabytes};
use crate::{
    publish::{ExportError, ImportError, MAX_BUNDLE_BYTES, SendError, TextsError},
    wording::text::Text,
};

impl InWords for ExportError {
    fn words(&self, text: &Text) -> Words {
        let of = |key: &str, campaign: &String| Words::of(key, &[("campaign", campaign.clone())], text);
        match self {
            Self::Picture { campaign, error } => {
                let values = [("campaign", campaign.clone()), ("what", error.words(text).what)];
                Words::of("trouble-export-picture", &values, text)
            }
            Self::NoForm { campaign } => of("trouble-export-no-form", campaign),
            Self::NoText { campaign } => of("trouble-export-no-text", campaign),
            Self::TooLarge { bytes } => {
                let values = [
                    ("megabytes", megabytes(*bytes, text)),
                    ("most", megabytes(MAX_BUNDLE_BYTES, text)),
                ];
                Words::of("trouble-export-large", &values, text)
            }
        }
    }
}

impl InWords for ImportError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::Disk(error) => error.words(text),
            Self::Text { path, error } => file::named(path, error, text),
            Self::Picture { name, error } => error.words(text).of_part(name, text),
        }
    }
}

impl InWords for TextsError {
    fn words(&self, text: &Text) -> Words {
        let of = |key: &str, name: &str, value: &str| Words::of(key, &[(name, value.to_owned())], text);
        match self {
            Self::NoLanguage => Words::of("trouble-texts-no-language", &[], text),
            Self::WhichLanguage(tags) => of("trouble-texts-which", "languages", tags),
            Self::Unreadable(what) => of("trouble-texts-unreadable", "what", what),
            Self::NoColumn(column) => of("trouble-texts-column", "column", column),
            Self::Language(tag) => of("trouble-texts-language", "tag", tag),
            Self::OtherCampaign { name, .. } => of("trouble-texts-other", "campaign", name),
            Self::OwnLanguage(name) => of("trouble-texts-own", "campaign", name),
        }
    }
}

impl InWords for SendError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::PutAside(path) => {
                let file = path.display().to_string();
                Words::of("trouble-send-put-aside", &[("file", file)], text)
            }
            Self::Newer(path) => {
                let file = path.display().to_string();
                Words::of("trouble-send-newer", &[("file", file)], text)
            }
            Self::Disk(error) => error.words(text),
            Self::NoThread(system) => Words::of("trouble-send-thread", &[("system", system.clone())], text),
        }
    }
}
