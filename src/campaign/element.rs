//! Something on a page that can be clicked, as a condition names it (`tests/specification/fields.md`).
//!
//! It never looks at a page: the widget finds out what has been clicked.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{fold, trim};

/// An element of a page, by what a condition, a visitor or a journey says of it: `{ "selector": "#buy" }` or `{ "text": "Add to basket" }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Element {
    /// Whatever this CSS selector finds.
    Selector(String),
    /// Whatever shows this text, blanks folded, case aside.
    Text(String),
}

/// What stands around the text in an identity: no selector begins with it.
const QUOTE: char = '"';

impl Element {
    /// Reads a value; `None` for anything but one selector or one text. It may be empty.
    pub fn of(value: &Value) -> Option<Element> {
        Element::deserialize(value).ok()
    }

    /// Returns the value that says it.
    pub fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// Returns the selector or the text, as it is written.
    pub fn written(&self) -> &str {
        match self {
            Element::Selector(written) | Element::Text(written) => written,
        }
    }

    /// Returns whether nothing has been written.
    pub fn is_blank(&self) -> bool {
        trim(self.written()).is_empty()
    }

    /// Returns the form in which elements are compared: the selector, or the text in quotes.
    pub(crate) fn identity(&self) -> String {
        match self {
            Element::Selector(selector) => trim(selector).to_owned(),
            Element::Text(text) => format!("{QUOTE}{}{QUOTE}", folded(text)),
        }
    }

    /// Returns an element of this identity.
    pub(crate) fn of_identity(identity: &str) -> Element {
        let text = identity.strip_prefix(QUOTE).and_then(|rest| rest.strip_suffix(QUOTE));
        match text {
            Some(text) => Element::Text(text.to_owned()),
            None => Element::Selector(identity.to_owned()),
        }
    }
}

/// Returns a text without regard to case and to how many blanks stand where.
fn folded(text: &str) -> String {
    // U+0085 is a blank for Unicode, but not for JavaScript.
    let blank = |letter: char| (letter.is_whitespace() && letter != '\u{85}') || letter == '\u{feff}';
    let words = trim(text).split(blank).filter(|word| !word.is_empty());
    fold(&words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_element_is_one_selector_or_one_text() {
        let reads = |value: Value| Element::of(&value);
        assert_eq!(
            reads(json!({ "selector": "#buy" })),
            Some(Element::Selector("#buy".into()))
        );
        assert_eq!(reads(json!({ "text": "Buy" })), Some(Element::Text("Buy".into())));
        for other in [
            json!("#buy"),
            json!(["#buy"]),
            json!({}),
            json!({ "id": "buy" }),
            json!({ "text": 1 }),
            json!({ "text": "Buy", "selector": "#buy" }),
        ] {
            assert_eq!(reads(other.clone()), None, "{other}");
        }
    }

    #[test]
    fn texts_are_one_whatever_their_blanks_and_case() {
        let text = |text: &str| Element::Text(text.into()).identity();
        assert_eq!(text(" Add\n\t to\u{a0} Basket "), text("add to basket"));
        assert_ne!(text("add to basket"), text("add tobasket"));
        let selector = |text: &str| Element::Selector(text.into()).identity();
        assert_eq!(selector(" #Buy "), "#Buy");
        assert_ne!(selector("buy"), text("buy"));
    }

    #[test]
    fn an_identity_is_that_of_its_element() {
        for element in [
            Element::Selector("#buy > a".into()),
            Element::Text("Add to  Basket".into()),
        ] {
            let identity = element.identity();
            assert_eq!(Element::of_identity(&identity).identity(), identity);
        }
    }
}
