//! The texts of each language: `assets/text/*.ftl`, by key.
//!
//! A key without a text is shown by its name, so that a gap is visible and never causes a crash.

use std::{borrow::Cow, fmt, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

pub use super::language::Language;

/// The texts of one language.
pub struct Text {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Text {
    /// Returns the texts of `language`, which are read when they are first needed.
    pub fn of(language: Language) -> &'static Self {
        static TEXTS: [OnceLock<Text>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        TEXTS[language.place()].get_or_init(|| Self::new(language))
    }

    /// Reads the texts of `language`, which are built into the program.
    pub fn new(language: Language) -> Self {
        let mut bundle =
            FluentBundle::new_concurrent(vec![language.tag().parse::<LanguageIdentifier>().unwrap_or_default()]);
        // Marks around inserted values would be drawn as boxes.
        bundle.set_use_isolating(false);
        // The command that switches the language is named after the language that it switches to.
        let next = language.next().own_name();
        let named = bundle.add_function("NEXT_LANGUAGE", move |_, _| next.into());
        debug_assert!(named.is_ok(), "no other function has this name");
        let resource = match FluentResource::try_new(language.texts().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// Returns the language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns the text of `key`.
    pub fn t(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// Returns the text of `key` with values for its `{ $name }` places.
    pub fn tv(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, Some(&args))
    }

    /// Returns the text of `key`, which is fixed: a name or a word without places.
    pub fn word(&'static self, key: &'static str) -> &'static str {
        self.name(key).unwrap_or(key)
    }

    /// Returns the fixed text of a key that is made from an id; `None` where the text is missing.
    pub(super) fn name(&'static self, key: &str) -> Option<&'static str> {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value())?;
        match self.bundle.format_pattern(pattern, None, &mut Vec::new()) {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    /// Returns whether `key` has a text.
    pub fn has(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }
}

/// Returns the text of `key` with values for its places.
pub(super) fn say(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
    Text::of(language).tv(key, &values)
}

/// Returns the fixed text of `key`.
pub(super) fn word(language: Language, key: &'static str) -> &'static str {
    Text::of(language).word(key)
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Text")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
