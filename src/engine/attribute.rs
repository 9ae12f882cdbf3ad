//! Texts compared without regard to case, and custom attributes that may be texts, numbers or yes/no.

use serde_json::Value;

use crate::campaign::number_text;

/// Most digits in each part of a text that counts as a number: longer ones are identifiers, which must not be rounded.
const MAX_DIGITS: usize = 15;

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

/// A text, number or yes/no, prepared for comparisons.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Attribute {
    text: Box<str>,
    number: Option<f64>,
}

impl Attribute {
    /// Reads a value; `None` for values that are not attributes: null, lists and objects.
    pub(crate) fn of(value: &Value) -> Option<Attribute> {
        let attribute = match value {
            Value::String(text) => Attribute {
                text: fold(text).into(),
                number: number_like(text),
            },
            Value::Number(number) => {
                let number = number.as_f64()?;
                Attribute {
                    text: number_text(number).into(),
                    number: Some(number),
                }
            }
            Value::Bool(yes) => Attribute {
                text: yes.to_string().into(),
                number: None,
            },
            Value::Null | Value::Array(_) | Value::Object(_) => return None,
        };
        Some(attribute)
    }

    pub(crate) fn equals(&self, other: &Attribute) -> bool {
        match (self.number, other.number) {
            (Some(one), Some(other)) => one == other,
            _ => self.text == other.text,
        }
    }

    pub(crate) fn contains(&self, part: &Attribute) -> bool {
        self.text.contains(&*part.text)
    }

    /// Returns the text in the form in which it is compared.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn number(&self) -> Option<f64> {
        self.number
    }
}

/// Returns the number that a text such as `-12.50` is; `None` for everything that people would not read as a plain number, such as `1e5`.
pub fn number_like(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = |part: &str| (1..=MAX_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    };
    if plain { text.parse().ok() } else { None }
}
