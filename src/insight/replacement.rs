//! Replacing a text in the addresses of a campaign: which places change, into what, and which ones must not.

use std::ops::Range;

use super::{Context, Finding, Severity, check, check_site};
use crate::campaign::{
    Action, Address, AddressUse, Button, Campaign, Condition, Content, ContentType, Group, Joiner, Node, Operator,
    SiteDocument, TextPart, Word,
};

/// What replacing a text does to an address.
#[derive(Debug, Clone, PartialEq)]
pub struct Replacement {
    /// The address after it.
    pub after: String,
    /// Where the text was found, in bytes of the address before.
    pub found: Vec<Range<usize>>,
    /// Where the new text is, in bytes of the address after.
    pub put: Vec<Range<usize>>,
    /// What would be wrong with the address; it must not be replaced then.
    pub refused: Option<Finding>,
}

/// Replaces `old` by `new` wherever it stands in an address, whatever its case, as addresses are compared. Blanks at the ends of both texts do not
/// count. `None` if that changes nothing.
///
/// What is wrong with the address already does not count against the new one.
pub fn replacement(address: &Address, old: &str, new: &str) -> Option<Replacement> {
    let (old, new) = (old.trim(), new.trim());
    let found = occurrences(&address.text, old);
    let mut after = String::new();
    let (mut put, mut from) = (Vec::new(), 0);
    for range in &found {
        after.push_str(&address.text[from..range.start]);
        put.push(after.len()..after.len() + new.len());
        after.push_str(new);
        from = range.end;
    }
    after.push_str(&address.text[from..]);
    if after == address.text {
        return None;
    }
    let wrong_before = fault(&address.used, &address.text).map(|finding| finding.code());
    let refused = fault(&address.used, &after).filter(|finding| Some(finding.code()) != wrong_before);
    Some(Replacement {
        after,
        found,
        put,
        refused,
    })
}

/// Returns what is wrong with an address at a place of this use, so that it stops a launch.
fn fault(used: &AddressUse, text: &str) -> Option<Finding> {
    let is_error = |finding: &Finding| finding.severity() == Severity::Error;
    let (probe, place) = match used {
        AddressUse::Condition { field, operator } => {
            let condition = Condition {
                field: Word::Known(*field),
                operator: operator.map_or(Word::Missing, Word::Known),
                value: Some(text.into()),
                ..Condition::default()
            };
            asking(condition)
        }
        // A visitor is on a whole page.
        AddressUse::Test { field, .. } => asking(Condition::new(*field, Operator::Equals, text)),
        AddressUse::Link => linking(text),
        AddressUse::Site => {
            let site = SiteDocument {
                addresses: vec![text.to_owned()],
                ..SiteDocument::default()
            };
            return check_site(&site).into_iter().find(is_error);
        }
    };
    let mut findings = check(&probe, Context::UNKNOWN).into_iter();
    findings.find(|finding| finding.path == place && is_error(finding))
}

/// A campaign that asks this alone, and the place of the value.
fn asking(condition: Condition) -> (Campaign, &'static str) {
    let audience = Group::of(Joiner::All, vec![Node::Condition(condition)]);
    let probe = Campaign {
        audience,
        ..Campaign::default()
    };
    (probe, "/audience/all/0/value")
}

/// A campaign whose button opens this, and the place of the link.
fn linking(link: &str) -> (Campaign, &'static str) {
    let button = Button {
        action: Some(Action::Link(link.to_owned())),
        ..Button::default()
    };
    let content = Content {
        kind: Word::Known(ContentType::Rich),
        button: Some(button),
        ..Content::default()
    };
    let probe = Campaign {
        content,
        ..Campaign::default()
    };
    (probe, TextPart::ButtonLink.pointer())
}

/// Where a text stands in another, upper and lower case alike, from the left and without overlaps.
fn occurrences(text: &str, wanted: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while rest < text.len() {
        match text.get(rest..).and_then(|tail| begins(tail, wanted)) {
            Some(length) if length > 0 => {
                found.push(rest..rest + length);
                rest += length;
            }
            Some(_) | None => rest += text[rest..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// How many bytes of `text` are `wanted`, if it begins with that.
fn begins(text: &str, wanted: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in wanted.chars() {
        let (_, letter) = letters.next()?;
        if letter != wanted && !letter.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(letters.next().map_or(text.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Field;

    fn address(used: AddressUse, text: &str) -> Address {
        Address {
            place: String::new(),
            used,
            text: text.to_owned(),
        }
    }

    fn asked(operator: Option<Operator>) -> AddressUse {
        AddressUse::Condition {
            field: Field::CurrentPageUrl,
            operator,
        }
    }

    #[test]
    fn it_is_found_in_any_case_and_as_often_as_it_stands_there() {
        let cases = [
            (
                "https://Old.example.com/old",
                "old",
                "new",
                "https://new.example.com/new",
            ),
            (
                "https://old.example.com/",
                " OLD.example.com ",
                "a.example.com",
                "https://a.example.com/",
            ),
            ("https://example.com/ÖZ/ö", "ö", "x", "https://example.com/xZ/x"),
            ("aaa", "aa", "b", "ba"),
        ];
        for (text, old, new, expected) in cases {
            let found = replacement(&address(asked(None), text), old, new).expect("a change");
            assert_eq!(found.after, expected, "{text}");
            let put: Vec<&str> = found.put.iter().map(|range| &found.after[range.clone()]).collect();
            assert!(put.iter().all(|part| *part == new.trim()), "{put:?}");
            assert_eq!(found.found.len(), put.len());
        }
        for (text, old, new) in [
            ("https://example.com/", "shop", "x"),
            ("https://example.com/", "", "x"),
            ("abc", "B", "b"),
        ] {
            assert_eq!(replacement(&address(asked(None), text), old, new), None, "{text}");
        }
    }

    #[test]
    fn what_would_stop_a_launch_is_refused_unless_it_was_wrong_before() {
        let equals = asked(Some(Operator::Equals));
        let test = AddressUse::Test {
            name: "Reader".to_owned(),
            field: Field::CurrentPageUrl,
        };
        let cases = [
            (
                equals.clone(),
                "https://old.example.com/",
                "old.example.com",
                "",
                Some("malformed_url"),
            ),
            (
                equals.clone(),
                "https://old.example.com/",
                "https://old.example.com/",
                " ",
                Some("missing_value"),
            ),
            (equals.clone(), "https://old example.com/", "old", "new", None),
            (equals, "https://old.example.com/", "old", "new", None),
            (
                AddressUse::Link,
                "https://old.example.com/",
                "https",
                "javascript",
                Some("link_scheme"),
            ),
            (
                AddressUse::Link,
                "https://old.example.com/",
                "https://",
                "",
                Some("link_without_scheme"),
            ),
            (AddressUse::Link, "https://old.example.com/", "old", "new", None),
            (
                test.clone(),
                "https://old.example.com/",
                "https://old.example.com/",
                "",
                Some("missing_value"),
            ),
            (test, "https://old.example.com/", "old", "new", None),
            (asked(Some(Operator::Contains)), "/old/", "old", "new", None),
        ];
        for (used, text, old, new, refused) in cases {
            let found = replacement(&address(used.clone(), text), old, new).expect("a change");
            let code = found.refused.as_ref().map(Finding::code);
            assert_eq!(code, refused, "{used:?} {text} {old} {new}");
        }
    }
}
