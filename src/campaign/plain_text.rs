//! Plain texts: without regard to case, without blanks at their ends, and a visitor's attribute inside a text, as the widget writes it.

use serde_json::Value;

/// Folds a text so that case does not count.
///
/// Uses the Unicode lower case of JavaScript's `toLowerCase()`, with `ς` as `σ` and without the combining dot that `İ` leaves after `i`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.to_lowercase().replace('ς', "σ").replace("i\u{307}", "i")
}

/// Strips the blanks at the ends of a text: those that JavaScript's `trim()` removes, and those without width, which come along when texts are copied
/// from documents and chats.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

fn is_blank(letter: char) -> bool {
    match letter {
        '\u{85}' => false,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => true,
        letter => letter.is_whitespace(),
    }
}

/// Returns a custom attribute's value as text; `None` for null, lists and objects, which are not attributes: a token then shows its fallback.
pub fn attribute_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => number.as_f64().map(number_text),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Returns a number as JavaScript prints it, which people know from websites.
pub(crate) fn number_text(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    if (1e-6..1e21).contains(&number.abs()) {
        return number.to_string();
    }
    let text = format!("{number:e}");
    if text.contains("e-") {
        text
    } else {
        text.replace('e', "e+")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn attributes_read_as_on_a_website() {
        let cases = [
            (json!("Ada"), Some("Ada")),
            (json!(""), Some("")),
            (json!(5), Some("5")),
            (json!(5.0), Some("5")),
            (json!(-0.0), Some("0")),
            (json!(12.5), Some("12.5")),
            (json!(1e21), Some("1e+21")),
            (json!(true), Some("true")),
            (json!(null), None),
            (json!(["a"]), None),
            (json!({ "a": 1 }), None),
        ];
        for (value, expected) in cases {
            assert_eq!(attribute_text(&value).as_deref(), expected, "{value}");
        }
    }
}
