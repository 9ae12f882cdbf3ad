//! Findings in words: what is wrong, and what to do about it.
//!
//! A finding is a code with arguments; its sentences are in `assets/text`, under `finding-` plus the code, and with `-fix` appended. This module
//! turns the arguments into words of a language.

mod test_outcome;

#[cfg(test)]
mod tests;

use fluent_bundle::FluentValue;

use super::number::{date, tidy};
use super::text::{Text, say};
use super::{
    Language, answer, choice_label, contrast, field_label, language_label, look_label, lower_case, operator_label,
};
use crate::campaign::{FieldType, Group, TextPart};
use crate::insight::{Argument, Conflict, Finding, Problem};

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

/// Returns a finding in words.
pub fn finding(finding: &Finding, language: Language) -> Phrase {
    let text = Text::of(language);
    let values = values(&finding.problem, language);
    let key = key(finding.code());
    let message = text.tv(&key, &values);
    let message = match finding.translation() {
        Some(tag) => {
            let named = language_label(&tag, language);
            say(
                language,
                "finding-in-language",
                &[("language", &named), ("message", &message)],
            )
        }
        None => message,
    };
    Phrase {
        message,
        fix: text.tv(&format!("{key}-fix"), &values),
    }
}

/// Returns a finding about a campaign in whose audience the conditions of saved audiences stand: its place in the campaign's own file, whose audience
/// is `written`, and the finding in words, which name the saved audience that it lies in.
pub fn finding_in<'f>(written: &Group, found: &'f Finding, language: Language) -> (&'f str, Phrase) {
    let (place, within) = written.own_place(&found.path);
    let said = finding(found, language);
    let Some(name) = within else { return (place, said) };
    let message = Text::of(language).tv(
        "finding-in-audience",
        &[("name", tidy(name).into()), ("message", said.message.into())],
    );
    (place, Phrase { message, ..said })
}

/// Returns the key of a code's sentence.
pub(super) fn key(code: &str) -> String {
    format!("finding-{}", code.replace('_', "-"))
}

/// A value of a sentence, with its name.
type Value = (&'static str, FluentValue<'static>);

/// Returns the values that the sentences of a problem may use.
pub(super) fn values(problem: &Problem, language: Language) -> Vec<Value> {
    let mut values = Vec::new();
    if let Problem::MissingKey { field } | Problem::KeyTooLong { field, .. } = problem {
        let sample = field.spec().keys.map_or("", |keys| keys.sample);
        values.push(("key-sample", sample.into()));
    }
    for (name, argument) in problem.arguments() {
        let value = match argument {
            Argument::Conflict(conflict) => {
                values.extend(conflicting(name, conflict, language));
                continue;
            }
            Argument::Surprise(surprise) => {
                values.extend(test_outcome::surprising(surprise, language));
                continue;
            }
            Argument::Lack(lack) => {
                values.extend(test_outcome::lacking(name, lack));
                continue;
            }
            Argument::Absent => "none".into(),
            Argument::Text(text) => tidy(text).into(),
            Argument::Character(character) => format!("U+{:04X}", u32::from(character)).into(),
            Argument::Number(number) => number.into(),
            Argument::Flag(yes) => if yes { "yes" } else { "no" }.into(),
            Argument::Day(day) => date(day, language).into(),
            Argument::Field(field) => field_label(field, language).into(),
            Argument::Operator(operator) => operator_label(operator, language).into(),
            Argument::Kind(kind) => variant_of_kind(kind).into(),
            Argument::Choice(field, id) => choice_label(field, id, language).into(),
            Argument::Words(words) => words.join(", ").into(),
            Argument::Look(key) => lower_case(look_label(key, language), language).into(),
            Argument::Contrast(ratio) => contrast(ratio, language).into(),
            Argument::Part(part) => variant_of_part(part).into(),
        };
        values.push((name, value));
    }
    values
}

/// Returns which of the sentences fits a conflict, how many conditions it has, and why they conflict.
fn conflicting(name: &'static str, conflict: &Conflict, language: Language) -> [Value; 3] {
    let because = answer::relations(&conflict.because, language);
    let variant = match (conflict.places.len(), because.is_empty()) {
        (0 | 1, true) => "one",
        (0 | 1, false) => "one-why",
        (_, true) => "several",
        (_, false) => "several-why",
    };
    [
        (name, variant.into()),
        ("conditions", conflict.places.len().into()),
        ("because", because.into()),
    ]
}

/// Returns the texts' name for a kind of value.
fn variant_of_kind(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Url => "address",
        FieldType::WholeNumber => "whole-number",
        FieldType::Language => "language",
        FieldType::Choice => "choice",
        FieldType::Version => "version",
        FieldType::Date => "date",
        FieldType::Custom => "custom",
        FieldType::Parameter => "parameter",
        FieldType::KeyedCount => "whole-number",
        FieldType::Percent => "percent",
        FieldType::Seconds => "seconds",
        FieldType::Flag => "flag",
        FieldType::Element => "element",
    }
}

/// Returns the texts' name for a part of the campaign: its place in the file, as in `button-action-link`.
fn variant_of_part(part: TextPart) -> String {
    let place = part.pointer();
    let place = place.strip_prefix("/content").unwrap_or(place);
    place.trim_start_matches('/').replace(['/', '_'], "-")
}
