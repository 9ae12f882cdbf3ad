//! Checks of an element of a page.

use serde_json::Value;
use style::selector_parser::SelectorParser;
use style::stylesheets::UrlExtraData;
use url::Url;

use super::{Compared, Findings, Problem};
use crate::campaign::{Element, limits};
use crate::engine::trim;

/// What browsers know of selectors and the parser here does not, and what is alike in its form.
const UNKNOWN_HERE: [(&str, &str); 20] = [
    (":has(>", ":is("),
    (":has(+", ":is("),
    (":has(~", ":is("),
    (":has( >", ":is("),
    (":has( +", ":is("),
    (":has( ~", ":is("),
    (":has(", ":is("),
    (":in-range", ":hover"),
    (":out-of-range", ":hover"),
    (":dir(ltr)", ":hover"),
    (":dir(rtl)", ":hover"),
    (":muted", ":hover"),
    (":playing", ":hover"),
    (":paused", ":hover"),
    (":-webkit-autofill", ":hover"),
    (":user-valid", ":hover"),
    (":user-invalid", ":hover"),
    (":popover-open", ":hover"),
    (":modal", ":hover"),
    (":open", ":hover"),
];
/// What is in a selector and never finds anything that is clicked, or everything.
const FINDS_NOTHING: [&str; 3] = ["::", ":host", "&"];

/// Checks an element that is not blank.
pub(super) fn check(compared: &Compared<'_>, value: &Value, findings: &mut Findings) {
    let Some(element) = Element::of(value) else {
        compared.wrong_type(findings);
        return;
    };
    let field = compared.field;
    let (length, limit) = (element.written().chars().count(), limits::CONDITION_TEXT);
    if length > limit {
        findings.add(compared.path, Problem::ValueTooLong { field, length, limit });
        return;
    }
    if let Element::Selector(selector) = element
        && !is_selector(trim(&selector))
    {
        let selector = selector.clone();
        findings.add(compared.path, Problem::MalformedSelector { field, selector });
    }
}

/// Returns whether a browser finds something by a text as a selector, as far as that is known here.
fn is_selector(text: &str) -> bool {
    let Ok(nowhere) = Url::parse("about:blank") else {
        return true;
    };
    if FINDS_NOTHING.iter().any(|part| text.contains(part)) {
        return false;
    }
    let known = UNKNOWN_HERE
        .iter()
        .fold(text.to_owned(), |text, (unknown, known)| text.replace(unknown, known));
    // `:nth-child(2 of .item)` is a list behind a number.
    let of = known.contains(":nth-") && known.contains(" of ");
    of || SelectorParser::parse_author_origin_no_namespace(&known, &UrlExtraData::from(nowhere)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_told_from_other_texts() {
        for selector in [
            "#buy",
            ".cart > button.primary:not(.off)",
            "a[href^=\"/checkout\" i], input:checked + label",
            "li:nth-child(2n + 1) ~ :is(a, button)",
            "form:has(#email) button",
            "li:has(> img):nth-child(2 of .card)",
            "input:in-range, :dir(rtl) video:muted",
        ] {
            assert!(is_selector(selector), "{selector}");
        }
        for text in [
            "#",
            "Add to basket!",
            "a[",
            "buy)",
            "..card",
            "$(\"#buy\")",
            "<button>",
            "Buy 1 of 2!",
            "a::before",
            ":host",
            "&",
        ] {
            assert!(!is_selector(text), "{text}");
        }
    }
}
