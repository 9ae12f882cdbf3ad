//! Checks of languages, browsers and devices.

use super::{Compared, Findings, Problem};
use crate::campaign::{is_language_tag, meant_language};
use crate::engine::trim;

/// Checks that a language is a well-formed BCP 47 tag: a language of two to eight letters, then subtags of one to eight letters or digits.
pub(super) fn check_language(compared: &Compared<'_>, text: &str, findings: &mut Findings) {
    if is_language_tag(text) {
        return;
    }
    findings.add(
        compared.path,
        Problem::MalformedLanguage {
            text: text.to_owned(),
            meant: meant_language(text),
        },
    );
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
