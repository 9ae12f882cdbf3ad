//! Line breaks where browsers place them.
//!
//! Between two ASCII characters Chromium follows a table of its own, Blitz the Unicode algorithm: they break `and/or` and `010-9999` differently.
//! Where they differ, an invisible character allows or forbids the break. It exists only in the preview.

const FORBID: char = '\u{2060}';
const ALLOW: char = '\u{200b}';

/// Returns the text with invisible characters where Blitz would break it differently from Chromium.
pub(super) fn as_browsers_break(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let (mut before, mut last) = (' ', ' ');
    for c in text.chars() {
        if last.is_ascii_graphic() && c.is_ascii_graphic() {
            out.extend(correction(before, last, c));
        }
        out.push(c);
        (before, last) = (last, c);
    }
    out
}

/// Returns the text as it was before [`as_browsers_break`], also without other invisible breaks.
pub(super) fn without_marks(text: &str) -> String {
    text.chars().filter(|c| ![FORBID, ALLOW].contains(c)).collect()
}

/// Returns what belongs between `last` and `next`; both are visible ASCII, `before` is what precedes them.
fn correction(before: char, last: char, next: char) -> Option<char> {
    let opens = "(<[{".contains(next);
    match last {
        '/' => Some(FORBID),
        '!' | '|' | '}' if !opens => Some(FORBID),
        // A minus belongs to its number, a hyphen between words or numbers does not.
        '-' if next.is_ascii_digit() => before.is_ascii_alphanumeric().then_some(ALLOW),
        '-' if "\"'-|".contains(next) => Some(ALLOW),
        '?' if "-|".contains(next) => Some(ALLOW),
        '$' | '%' | '+' | ',' | '.' | ':' | ';' | '\\' if "$%+\\".contains(next) => Some(FORBID),
        '-' if next == '$' => Some(FORBID),
        '"' | '#' | '%' | '&' | '*' | '+' | '=' | '>' | '\\' | '~' if opens => Some(ALLOW),
        ')' | ']' | ',' | '.' | ':' | ';' if next == '<' => Some(ALLOW),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_differ_only_where_chromium_differs_from_unicode() {
        for (text, expected) in [
            ("plain words, nothing else.", "plain words, nothing else."),
            ("and/or", "and/\u{2060}or"),
            ("010-9999", "010-\u{200b}9999"),
            ("minus -5", "minus -5"),
            ("well-known", "well-known"),
            ("wow!yes", "wow!\u{2060}yes"),
            ("料金/月", "料金/月"),
        ] {
            assert_eq!(as_browsers_break(text), expected);
            assert_eq!(without_marks(expected), text);
        }
    }
}
