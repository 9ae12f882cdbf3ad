//! The languages of Beckon: one list, from which all choices between languages are made.
//!
//! A language is a file of texts, and a grammar for the sentences that inflect with their content.

use std::fmt;

use super::english::English;
use super::grammar::Grammar;
use super::turkish::Turkish;

/// The parts of a language.
struct Entry {
    /// The BCP 47 tag.
    tag: &'static str,
    own_name: &'static str,
    texts: &'static str,
    grammar: &'static dyn Grammar,
}

/// Every language, in the order of the menu. The first is the default.
static LANGUAGES: [Entry; 2] = [
    Entry {
        tag: "en",
        own_name: "English",
        texts: include_str!("../../assets/text/en.ftl"),
        grammar: &English,
    },
    Entry {
        tag: "tr",
        own_name: "Türkçe",
        texts: include_str!("../../assets/text/tr.ftl"),
        grammar: &Turkish,
    },
];

/// A language of Beckon.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Language(usize);

impl Language {
    /// The language of the command line, of logs and of machine-readable output.
    pub const ENGLISH: Self = Self(0);

    /// Turkish.
    pub const TURKISH: Self = Self(1);

    /// Every language, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::ENGLISH, Self::TURKISH];

    /// Returns the language of a BCP 47 tag such as `tr` or `tr-TR`, or of a locale such as `tr_TR.UTF-8`; none if Beckon does not have it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(first))
    }

    /// Returns the BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.entry().tag
    }

    /// Returns the language's own name for itself.
    pub fn own_name(self) -> &'static str {
        self.entry().own_name
    }

    /// Returns the next one of the menu, the first after the last.
    pub fn next(self) -> Self {
        Self::ALL[(self.place() + 1) % Self::ALL.len()]
    }

    /// Returns its index in the menu.
    pub(super) fn place(self) -> usize {
        self.0
    }

    /// Returns its file of texts.
    pub(super) fn texts(self) -> &'static str {
        self.entry().texts
    }

    /// Returns its grammar, for what its texts alone cannot express.
    pub(super) fn grammar(self) -> &'static dyn Grammar {
        self.entry().grammar
    }

    fn entry(self) -> &'static Entry {
        &LANGUAGES[self.0]
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_found_by_the_tags_and_locales_that_systems_name() {
        for (tag, language) in [
            ("tr", Some(Language::TURKISH)),
            ("tr-TR", Some(Language::TURKISH)),
            ("TR_tr.UTF-8", Some(Language::TURKISH)),
            ("tr.UTF-8", Some(Language::TURKISH)),
            ("en_GB@euro", Some(Language::ENGLISH)),
            ("C", None),
            ("de_DE.UTF-8", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn the_menu_goes_through_every_language_and_begins_again() {
        let mut language = Language::default();
        for place in 0..Language::ALL.len() {
            assert_eq!(language, Language::ALL[place]);
            assert_eq!(language.place(), place);
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            language = language.next();
        }
        assert_eq!(language, Language::default());
    }
}
