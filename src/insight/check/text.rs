//! Checks of the texts that people write: presence, length, inserted attributes, invisible characters.

use std::collections::HashSet;

use super::{Findings, Problem, TextPart};
use crate::campaign::{fill_tokens, text_length, tokens};

/// Checks a required text.
pub(super) fn check_required(part: TextPart, text: Option<&str>, findings: &mut Findings) {
    match text.filter(|text| !text.trim().is_empty()) {
        None => findings.add(part.pointer(), Problem::MissingText { part }),
        Some(text) => {
            if part.spec().takes_tokens && fill_tokens(text, |_| None).trim().is_empty() {
                findings.add(part.pointer(), Problem::EmptyWithoutAttribute { part });
            }
            check_optional(part, Some(text), findings);
        }
    }
}

/// Checks an optional text.
pub(super) fn check_optional(part: TextPart, text: Option<&str>, findings: &mut Findings) {
    let Some(text) = text else { return };
    check_length(part, text, findings);
    if part.spec().takes_tokens {
        check_tokens(part, text, findings);
    }
    check_characters(part, text, findings);
}

fn check_length(part: TextPart, text: &str, findings: &mut Findings) {
    let limit = part.limit();
    let (length, code_points) = (text_length(text), text.chars().count());
    let problem = if length > limit.characters {
        let limit = limit.characters;
        Problem::TooLong { part, length, limit }
    } else if code_points > limit.code_points() {
        let limit = limit.code_points();
        Problem::TooManyMarks {
            part,
            code_points,
            limit,
        }
    } else if let Some(fitting) = limit.fitting.filter(|fitting| length > *fitting) {
        Problem::MayNotFit { part, length, fitting }
    } else {
        return;
    };
    findings.add(part.pointer(), problem);
}

fn check_tokens(part: TextPart, text: &str, findings: &mut Findings) {
    let mut reported: HashSet<&str> = HashSet::new();
    let mut rest = String::with_capacity(text.len());
    let mut from = 0;
    for token in tokens(text) {
        rest.push_str(&text[from..token.range.start]);
        from = token.range.end;
        if token.fallback.is_none() && reported.insert(token.key) {
            findings.add(
                part.pointer(),
                Problem::TokenWithoutFallback {
                    part,
                    key: token.key.to_owned(),
                },
            );
        }
    }
    rest.push_str(&text[from..]);
    if rest.contains("{{") || rest.contains("}}") {
        findings.add(part.pointer(), Problem::BrokenToken { part });
    }
}

fn check_characters(part: TextPart, text: &str, findings: &mut Findings) {
    let multiline = part.spec().lines > 1;
    let is_control = |c: &char| c.is_control() && !(multiline && *c == '\n');
    if let Some(character) = text.chars().find(is_control) {
        findings.add(part.pointer(), Problem::ControlCharacter { part, character });
    }
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if let Some(character) = text.chars().find(turns) {
        findings.add(part.pointer(), Problem::DirectionOverride { part, character });
    }
}
