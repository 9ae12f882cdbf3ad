//! Names of fields and their choices: texts whose keys are made from the catalogue's ids, looked up once per language.
//!
//! For a field `page_views`: its label `field-page-views`, its meaning `…-help` and, where needed, its meaning by device `…-pointer` and `…-touch`,
//! the name that people know it by from other tools, `…-also`, and other words to find it by, `…-words`. For a choice `other` of a field `browser`: its label
//! `choice-browser-other`, `…-said` where it differs within a sentence, and other words to find it by, `…-words`.

use std::sync::OnceLock;

use super::Language;
use super::text::Text;
use crate::campaign::{ByField, Choice, Field, FieldSpec, FieldType};

/// The name of a field.
pub(super) struct Names {
    pub(super) label: &'static str,
    pub(super) help: &'static str,
    /// The meaning on a device with a pointer, and on a touch device.
    pub(super) help_on: [&'static str; 2],
    /// The name that people know from other tools, where it differs.
    pub(super) also: Option<&'static str>,
    /// Other words by which people search for it.
    pub(super) words: &'static str,
    /// In the order of the catalogue; empty for languages, which have names of their own.
    choices: Vec<ChoiceNames>,
}

/// The name of a choice.
struct ChoiceNames {
    label: &'static str,
    /// The name within a sentence.
    said: &'static str,
    /// Other words by which people search for it.
    words: &'static str,
}

/// Returns the names and meanings of a field in a language.
pub(super) fn names(field: Field, language: Language) -> &'static Names {
    static NAMES: [OnceLock<ByField<Names>>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    let read = || ByField::from_fn(|spec| Names::read(spec, Text::of(language)));
    &NAMES[language.place()].get_or_init(read)[field]
}

impl Names {
    fn read(spec: &'static FieldSpec, text: &'static Text) -> Self {
        let part = |part| text.name(&field_key(spec, part));
        let label = part("").unwrap_or(spec.id);
        let help = part("-help").unwrap_or_default();
        Self {
            label,
            help,
            help_on: ["-pointer", "-touch"].map(|device| part(device).unwrap_or(help)),
            also: part("-also"),
            words: part("-words").unwrap_or_default(),
            choices: named_choices(spec)
                .map(|choice| ChoiceNames::read(spec, choice, text))
                .collect(),
        }
    }

    /// Returns the name of the choice at this index of the catalogue.
    pub(super) fn choice(&self, place: usize) -> Option<&'static str> {
        self.choices.get(place).map(|names| names.label)
    }

    /// Returns the same within a sentence.
    pub(super) fn choice_said(&self, place: usize) -> Option<&'static str> {
        self.choices.get(place).map(|names| names.said)
    }

    /// Returns other words by which people search for it.
    pub(super) fn choice_words(&self, place: usize) -> Option<&'static str> {
        self.choices.get(place).map(|names| names.words)
    }
}

impl ChoiceNames {
    fn read(spec: &FieldSpec, choice: &'static Choice, text: &'static Text) -> Self {
        let part = |part| text.name(&choice_key(spec, choice, part));
        let label = part("").unwrap_or(choice.label);
        Self {
            label,
            said: part("-said").unwrap_or(label),
            words: part("-words").unwrap_or_default(),
        }
    }
}

/// Returns the choices that have names of their own.
fn named_choices(spec: &'static FieldSpec) -> impl Iterator<Item = &'static Choice> {
    spec.choices.iter().filter(|_| spec.kind != FieldType::Language)
}

fn field_key(spec: &FieldSpec, part: &str) -> String {
    format!("field-{}{part}", hyphened(spec.id))
}

fn choice_key(spec: &FieldSpec, choice: &Choice, part: &str) -> String {
    format!("choice-{}-{}{part}", hyphened(spec.id), hyphened(choice.id))
}

fn hyphened(id: &str) -> String {
    id.replace('_', "-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::campaign::CATALOGUE;

    /// Every text of fields and choices belongs to an existing one, and none of their texts is missing.
    #[test]
    fn the_texts_of_fields_are_those_of_the_catalogue() {
        let (mut needed, mut possible) = (BTreeSet::new(), BTreeSet::new());
        for spec in &CATALOGUE {
            needed.extend(["", "-help"].map(|part| field_key(spec, part)));
            possible.extend(["-also", "-words", "-pointer", "-touch"].map(|part| field_key(spec, part)));
            for choice in named_choices(spec) {
                needed.insert(choice_key(spec, choice, ""));
                possible.extend(["-said", "-words"].map(|part| choice_key(spec, choice, part)));
            }
        }
        for language in Language::ALL {
            let keys = language.texts().lines().filter_map(|line| line.split_once(" = "));
            let written: BTreeSet<String> = keys
                .map(|(key, _)| key.to_owned())
                .filter(|key| key.starts_with("field-") || key.starts_with("choice-"))
                .collect();
            let missing: Vec<_> = needed.difference(&written).collect();
            assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
            let vain: Vec<_> = written
                .iter()
                .filter(|key| !needed.contains(*key) && !possible.contains(*key))
                .collect();
            assert!(vain.is_empty(), "{language:?}: nobody asks for {vain:?}");
            for spec in &CATALOGUE {
                let names = names(spec.field, language);
                assert!(!names.label.is_empty() && !names.help.is_empty(), "{}", spec.id);
            }
        }
    }

    /// Checks recognise a choice by the name that the catalogue has for it.
    #[test]
    fn english_calls_choices_as_the_catalogue_does() {
        for spec in &CATALOGUE {
            let names = names(spec.field, Language::ENGLISH);
            for (place, choice) in named_choices(spec).enumerate() {
                assert_eq!(names.choice(place), Some(choice.label), "{}", spec.id);
            }
        }
    }
}
