//! Texts as SQL literals: whatever a campaign holds stays a text.

use std::fmt::Write as _;

use super::Dialect;
use crate::campaign::steers;

/// Writes a text literal of standard SQL, in which only the quote is special; characters unsafe for a terminal are written with `chr`, the name of
/// the function that returns the character of a number.
pub(in crate::reach) fn quoted(text: &str, chr: &str) -> String {
    if !text.chars().any(steers) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut pieces: Vec<String> = Vec::new();
    let mut plain = String::new();
    for letter in text.chars() {
        if steers(letter) {
            if !plain.is_empty() {
                pieces.push(format!("'{}'", plain.replace('\'', "''")));
                plain.clear();
            }
            pieces.push(format!("{chr}({})", u32::from(letter)));
        } else {
            plain.push(letter);
        }
    }
    if !plain.is_empty() {
        pieces.push(format!("'{}'", plain.replace('\'', "''")));
    }
    format!("({})", pieces.join(" || "))
}

/// Writes a text literal in which a backslash escapes, as in BigQuery and ClickHouse.
pub(super) fn escaped(text: &str, dialect: Dialect) -> String {
    let mut literal = String::from("'");
    for letter in text.chars() {
        match letter {
            '\'' => literal.push_str("\\'"),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\t' => literal.push_str("\\t"),
            '\r' => literal.push_str("\\r"),
            letter if steers(letter) => escape(letter, dialect, &mut literal),
            letter => literal.push(letter),
        }
    }
    literal.push('\'');
    literal
}

fn escape(letter: char, dialect: Dialect, literal: &mut String) {
    let number = u32::from(letter);
    if dialect == Dialect::BigQuery {
        let _ = write!(literal, "\\U{number:08x}");
        return;
    }
    let mut bytes = [0; 4];
    for byte in letter.encode_utf8(&mut bytes).bytes() {
        let _ = write!(literal, "\\x{byte:02X}");
    }
}

/// Writes a number that every dialect reads as a binary fraction: without an exponent, some would read a decimal.
pub(in crate::reach) fn real(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}").replace("-0", if number == 0.0 { "0" } else { "-0" });
    }
    if (1e-4..1e15).contains(&number.abs()) {
        return format!("{number}e0");
    }
    format!("{number:e}")
}
