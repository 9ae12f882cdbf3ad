//! Checks of languages, browsers and devices.

use super::{Compared, Findings, Problem};
use crate::engine::trim;

/// Checks that a language is a well-formed BCP 47 tag: a language of two to eight letters, then subtags of one to eight letters or digits.
pub(super) fn check_language(compared: &Compared<'_>, text: &str, findings: &mut Findings) {
    if is_language_tag(text) {
        return;
    }
    let corrected = trim(text).replace('_', "-");
    let named = compared
        .field
        .spec()
        .choices
        .iter()
        .find(|choice| choice.label.eq_ignore_ascii_case(trim(text)));
    let meant = named
        .map(|choice| choice.id.to_owned())
        .or_else(|| is_language_tag(&corrected).then_some(corrected));
    findings.add(
        compared.path,
        Problem::MalformedLanguage {
            text: text.to_owned(),
            meant,
        },
    );
}

fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        && text.rsplit('-').next().is_none_or(|last| last.len() != 1)
}

pub(super) fn check_choice(compared: &Compared<'_>, text: &str, findings: &mut Findings) {
    let field = compared.field;
    let offered = field.spec().choices;
    if offered.iter().any(|choice| choice.id == text) {
        return;
    }
    let word = trim(text);
    let same = |choice: &&crate::campaign::Choice| {
        choice.id.eq_ignore_ascii_case(word) || choice.label.eq_ignore_ascii_case(word)
    };
    let meant = offered.iter().find(same).map(|choice| choice.id);
    findings.add(
        compared.path,
        Problem::UnknownChoice {
            field,
            word: text.to_owned(),
            meant,
        },
    );
}
