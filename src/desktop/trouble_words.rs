//! What went wrong with the library's files, in the window's language.

use crate::{
    library::{LibraryError, LoadError, SaveError, TroubleKind},
    wording::text::{Language, Text},
};

/// Error and remedy, as a person reads them.
pub type Words = (String, String);

/// An error of the library that has words in every language of the window.
pub trait InWords {
    /// Error and remedy in the words of `text`.
    fn in_words(&self, text: &Text) -> Words;

    /// The same, where no texts are at hand.
    fn in_language(&self, language: Language) -> Words {
        self.in_words(&Text::new(language))
    }
}

impl InWords for LibraryError {
    fn in_words(&self, text: &Text) -> Words {
        let key = key(self.kind);
        let file = self.path.display().to_string();
        let system = self.source.to_string();
        let values = [("file", file.into()), ("system", system.into())];
        (text.tv(key, &values), text.t(&format!("{key}-hint")))
    }
}

impl InWords for LoadError {
    fn in_words(&self, text: &Text) -> Words {
        match self {
            Self::Disk(error) => error.in_words(text),
            // What is wrong within a file is said where the format is known, in English.
            Self::Text { error, .. } => (error.to_string(), error.hint().to_owned()),
        }
    }
}

impl InWords for SaveError {
    fn in_words(&self, text: &Text) -> Words {
        match self {
            Self::Failed { error, .. } => error.in_words(text),
            Self::Conflict(_) => (self.to_string(), self.hint().to_owned()),
        }
    }
}

/// The key of the text that says what kind of trouble it is; with `-hint` after it, that of the remedy.
fn key(kind: TroubleKind) -> &'static str {
    match kind {
        TroubleKind::Missing => "trouble-missing",
        TroubleKind::WrongKind => "trouble-wrong-kind",
        TroubleKind::OutsideImages => "trouble-outside-images",
        TroubleKind::NotAPicture => "trouble-not-a-picture",
        TroubleKind::NotAllowed => "trouble-not-allowed",
        TroubleKind::ReadOnly => "trouble-read-only",
        TroubleKind::Full => "trouble-full",
        TroubleKind::TooLarge => "trouble-too-large",
        TroubleKind::TooLong => "trouble-too-long",
        TroubleKind::NameTaken => "trouble-name-taken",
        TroubleKind::Other => "trouble-other",
    }
}

/// What to do about trouble of this kind.
pub fn remedy(kind: TroubleKind, text: &Text) -> String {
    text.t(&format!("{}-hint", key(kind)))
}

#[cfg(test)]
mod tests {
    use std::{io, path::PathBuf};

    use super::*;

    const KINDS: [TroubleKind; 11] = [
        TroubleKind::Missing,
        TroubleKind::WrongKind,
        TroubleKind::OutsideImages,
        TroubleKind::NotAPicture,
        TroubleKind::NotAllowed,
        TroubleKind::ReadOnly,
        TroubleKind::Full,
        TroubleKind::TooLarge,
        TroubleKind::TooLong,
        TroubleKind::NameTaken,
        TroubleKind::Other,
    ];

    #[test]
    fn every_kind_of_trouble_has_words_and_a_remedy_of_its_own_in_each_language() {
        for kind in KINDS {
            let error = LibraryError {
                kind,
                action: "save",
                path: PathBuf::from("welcome.campaign.json"),
                source: io::Error::other("EIO"),
            };
            let (english, turkish) = (
                error.in_language(Language::English),
                error.in_language(Language::Turkish),
            );
            for (words, hint) in [&english, &turkish] {
                assert!(words.contains("welcome.campaign.json"), "{kind:?}: {words}");
                assert_eq!(words.contains("EIO"), kind == TroubleKind::Other, "{kind:?}: {words}");
                assert!(hint.len() > 10 && !hint.contains("trouble-"), "{kind:?}: {hint}");
            }
            assert!(
                english.0 != turkish.0 && english.1 != turkish.1,
                "{kind:?}: {turkish:?}"
            );
        }
    }
}
