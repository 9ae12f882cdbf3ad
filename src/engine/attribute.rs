//! Texts, numbers and yes/no under a key, as they are compared.

use serde_json::Value;

use crate::campaign::{fold, number_text};

/// Most digits in each part of a text that counts as a number: longer ones are identifiers, which must not be rounded.
const MAX_DIGITS: usize = 15;

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
            Value::String(text) => Attribute::of_text(text),
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

    /// Reads a text.
    pub(crate) fn of_text(text: &str) -> Attribute {
        Attribute {
            text: fold(text).into(),
            number: number_like(text),
        }
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
