//! The machines read addresses as the engine compares them, and know the shape of all addresses.

use proptest::prelude::*;
use proptest::sample::select;

use super::form::{Form, Spot};
use super::machine::Machine;
use crate::campaign::{Condition, Field, Operator};
use crate::engine::parts::{Address, CompiledCondition, ConditionTest, without_anchor};
use url::Url;

fn value() -> impl Strategy<Value = String> {
    let pieces = vec![
        "https://", "http://", "www.", "example", "a", "b", "ab", "aab", ".com", "/", "//", "/a", "/a/", "?", "?a",
        "*", "**", "*a*", ":80", "%20", " ", "İ", "#", "x=1", "#/", "#!", "#/a",
    ];
    proptest::collection::vec(select(pieces), 1..6).prop_map(|pieces| pieces.concat())
}

fn page() -> impl Strategy<Value = String> {
    let pieces = vec![
        "a", "b", "ab", "/", "/a", "?", "?a", "example", ".com", "%20", "x=1", "-", "*", "#", "#/", "#!", "#/a", "#/a/",
    ];
    (
        select(vec!["https://", "http://"]),
        select(vec!["www.example.com", "a", "ab.a", "b:8080"]),
        proptest::collection::vec(select(pieces), 0..7),
    )
        .prop_map(|(scheme, host, pieces)| format!("{scheme}{host}/{}", pieces.concat()))
}

fn accepts(form: Form, text: &str) -> bool {
    let rest = text.split_once("://").map_or("", |(_, rest)| rest);
    let spot = rest
        .bytes()
        .try_fold(Spot::Label, |spot, letter| form.step(spot, letter));
    spot.is_some_and(|spot| form.ends(spot))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn machines_read_as_the_engine_compares(
        value in value(),
        page in page(),
        operator in select(vec![Operator::Equals, Operator::Contains, Operator::StartsWith, Operator::Matches]),
    ) {
        let page = Url::parse(&page).map(String::from).unwrap_or(page);
        let text = without_anchor(&page).to_ascii_lowercase();
        if let Ok(compiled) = CompiledCondition::of(&Condition::new(Field::CurrentPageUrl, operator, value.as_str()))
            && let ConditionTest::Address(_, wanted) = compiled.test()
        {
            let machine = Machine::of(wanted);
            let read = if wanted.is_whole() { &text[..] } else { text.split_once("://").map_or("", |(_, rest)| rest) };
            let state = read.bytes().fold(0, |state, letter| machine.step(state, letter));
            prop_assert!(usize::from(state) < machine.states());
            prop_assert_eq!(machine.accepts(state), wanted.holds(&Address::of(&page)), "{:?} {} {}", operator, value, text);
        }
    }

    /// Every address has the loose shape; everything of the strict shape is an address.
    #[test]
    fn shapes_hold_what_is_an_address(text in "(https|http)://[a-zé0-9.:_~!%'=-]{1,9}/?[ -~é]{0,12}(#[/!][ -~é]{0,6})?") {
        if let Ok(url) = Url::parse(&text)
            && url.username().is_empty()
            && url.password().is_none()
        {
            let form = without_anchor(url.as_str()).to_ascii_lowercase();
            let lowered = form.replace('"', "%22");
            prop_assert!(accepts(Form::Loose, &lowered), "{}", lowered);
        }
        if accepts(Form::Strict, &text) && !text.contains("xn--") && !text.contains("%2e") && !text.contains("%2E") {
            let parsed = Url::parse(&text).map(String::from);
            let kept = parsed.as_ref().is_ok_and(|parsed| *parsed == text);
            prop_assert!(kept || text.contains(":80/") || text.contains(":443/"), "{} {:?}", text, parsed);
        }
    }
}
