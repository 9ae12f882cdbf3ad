//! `{{key}}` and `{{key|fallback}}`: a visitor's custom attribute inside a text (`tests/specification/message.md`).
//!
//! Values are inserted as text. The template decides what they look like on a page, and never reads them as markup.

use serde_json::{Map, Value};
use unicode_segmentation::UnicodeSegmentation;

use super::attribute_text;

/// One token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Name of the custom attribute, without blanks around it.
    pub key: &'a str,
    /// The text for a visitor without the attribute.
    pub fallback: Option<&'a str>,
    /// The token in the text, in bytes, braces included.
    pub range: std::ops::Range<usize>,
}

/// Returns where the tokens of a text are, in bytes, in order.
pub fn token_ranges(text: &str) -> Vec<std::ops::Range<usize>> {
    tokens(text).into_iter().map(|token| token.range).collect()
}

/// Returns the tokens of a text, in order. Braces without a key between them are ordinary text.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("{{").map(|at| from + at) {
        let Some(close) = text[open..].find("}}").map(|at| open + at) else {
            break;
        };
        // The closing braces match the innermost opening ones: `{{a {{b}}` holds the token `b`.
        let open = text[open..close].rfind("{{").map_or(open, |at| open + at);
        let inner = &text[open + 2..close];
        let (key, fallback) = match inner.split_once('|') {
            Some((key, fallback)) => (key.trim(), Some(fallback)),
            None => (inner.trim(), None),
        };
        if !key.is_empty() {
            found.push(Token {
                key,
                fallback,
                range: open..close + 2,
            });
        }
        from = close + 2;
    }
    found
}

/// Returns the text with every token replaced by the visitor's attribute, else by its fallback, else by nothing.
pub fn fill_tokens(text: &str, attribute: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut from = 0;
    for token in tokens(text) {
        filled.push_str(&text[from..token.range.start]);
        let value = attribute(token.key).unwrap_or_else(|| token.fallback.unwrap_or_default().to_owned());
        filled.push_str(&value);
        from = token.range.end;
    }
    filled.push_str(&text[from..]);
    filled
}

/// Returns the text for a visitor with these custom attributes; anything but a text, number or yes/no counts as missing.
///
/// ```
/// use beckon::campaign::fill_from;
///
/// let attributes = serde_json::from_str(r#"{ "name": "Ada" }"#)?;
/// assert_eq!(fill_from("Hi {{name|there}}, {{plan|hello}}!", &attributes), "Hi Ada, hello!");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn fill_from(text: &str, attributes: &Map<String, Value>) -> String {
    fill_tokens(text, |key| attributes.get(key).and_then(attribute_text))
}

/// Returns the length that the limits of texts refer to: grapheme clusters, each token counted as its fallback.
pub fn text_length(text: &str) -> usize {
    fill_tokens(text, |_| None).graphemes(true).count()
}
