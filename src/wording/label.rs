//! Names of fields, operators, choices and languages, and what fields mean.

use super::names::names;
use super::text::{Text, word};
use super::{Language, number};
use crate::campaign::{Field, FieldType, Joiner, LANGUAGES, Operator};
use crate::engine::{fold, trim};

/// Returns the name of a field.
pub fn field_label(field: Field, language: Language) -> &'static str {
    names(field, language).label
}

/// Returns the name of a field in other tools, such as `Number of Page View`, where more than its capitals differs from its label.
pub fn field_also(field: Field, language: Language) -> Option<&'static str> {
    let names = names(field, language);
    names.also.filter(|also| fold(also) != fold(names.label))
}

/// Returns the name of a field in the campaign file's schema, by which other tools know it.
pub fn schema_label(field: Field) -> &'static str {
    let names = names(field, Language::ENGLISH);
    names.also.unwrap_or(names.label)
}

/// Returns what a field means, in one sentence.
pub fn field_help(field: Field, language: Language) -> &'static str {
    names(field, language).help
}

/// Returns what a field means on a device with a pointer, or on a touch device.
pub fn field_help_on(field: Field, touch: bool, language: Language) -> &'static str {
    names(field, language).help_on[usize::from(touch)]
}

/// Returns other words by which people search for a field. They are not shown.
pub fn field_words(field: Field, language: Language) -> &'static str {
    names(field, language).words
}

/// Returns the name of a comparison.
pub fn operator_label(operator: Operator, language: Language) -> &'static str {
    word(language, operator_key(operator))
}

/// Returns the name of a joiner, as in "visitors for whom *all* of these hold".
pub fn joiner_label(joiner: Joiner, language: Language) -> &'static str {
    let key = match joiner {
        Joiner::All => "joiner-all",
        Joiner::Any => "joiner-any",
        Joiner::None => "joiner-none",
    };
    word(language, key)
}

/// Returns the name of a choice of a field: a browser, a device, a language. An unknown choice is shown as written.
pub fn choice_label(field: Field, id: &str, language: Language) -> String {
    if field.spec().kind == FieldType::Language {
        return language_name(id, language);
    }
    let named = place_of(field, &fold(trim(id))).and_then(|place| names(field, language).choice(place));
    named.map_or_else(|| number::tidy(id), str::to_owned)
}

/// Returns other words by which people search for a choice of a field; empty where its name is enough. They are not shown.
pub fn choice_words(field: Field, id: &str, language: Language) -> &'static str {
    let words = place_of(field, id).and_then(|place| names(field, language).choice_words(place));
    words.unwrap_or_default()
}

/// Returns the name of a language: `Turkish` for `tr`; the tag itself where it has no name here.
pub fn language_label(tag: &str, language: Language) -> String {
    language_name(tag, language)
}

/// Returns a choice as it appears within a sentence: `a phone`, `another browser`.
pub(super) fn choice_in_sentence(field: Field, id: &str, language: Language) -> String {
    let named = place_of(field, id).and_then(|place| names(field, language).choice_said(place));
    named.map_or_else(|| choice_label(field, id, language), str::to_owned)
}

/// Returns the index of a choice among those of its field.
fn place_of(field: Field, id: &str) -> Option<usize> {
    field
        .spec()
        .choices
        .iter()
        .position(|choice| choice.id.eq_ignore_ascii_case(id))
}

/// Returns the name of a language by its tag; a tag beyond the known ones is named by its language, with the rest in brackets.
fn language_name(tag: &str, language: Language) -> String {
    let tag = trim(tag).replace('_', "-");
    if let Some(name) = offered_language(&tag, language) {
        return name;
    }
    let named = tag
        .split_once('-')
        .and_then(|(first, rest)| Some((offered_language(first, language)?, rest)));
    named.map_or_else(
        || number::tidy(&tag),
        |(name, rest)| format!("{name} ({})", number::tidy(rest)),
    )
}

fn offered_language(tag: &str, language: Language) -> Option<String> {
    let choice = LANGUAGES.iter().find(|choice| choice.id.eq_ignore_ascii_case(tag))?;
    Some(Text::of(language).t(&language_key(choice.id)))
}

/// Returns the key of the name of a known language.
pub(super) fn language_key(tag: &str) -> String {
    format!("language-{}", tag.to_ascii_lowercase())
}

/// Returns the key of a comparison's name.
fn operator_key(operator: Operator) -> &'static str {
    match operator {
        Operator::Contains => "operator-contains",
        Operator::NotContains => "operator-not-contains",
        Operator::Equals => "operator-equals",
        Operator::NotEquals => "operator-not-equals",
        Operator::StartsWith => "operator-starts-with",
        Operator::Matches => "operator-matches",
        Operator::GreaterThan => "operator-greater-than",
        Operator::LessThan => "operator-less-than",
        Operator::AtLeast => "operator-at-least",
        Operator::AtMost => "operator-at-most",
        Operator::OneOf => "operator-one-of",
        Operator::NoneOf => "operator-none-of",
        Operator::On => "operator-on",
        Operator::OnOrLater => "operator-on-or-later",
        Operator::OnOrEarlier => "operator-on-or-earlier",
        Operator::IsSet => "operator-is-set",
        Operator::IsNotSet => "operator-is-not-set",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks recognise a language by the name that the catalogue has for it.
    #[test]
    fn english_calls_languages_as_the_catalogue_does() {
        for choice in LANGUAGES {
            assert_eq!(language_name(choice.id, Language::ENGLISH), choice.label);
        }
    }
}
