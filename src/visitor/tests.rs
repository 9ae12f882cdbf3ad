//! Visitor and journey files: what is read, and what is refused.

use super::*;
use crate::campaign::{Bond, CATALOGUE, FieldSpec, FieldType};
use crate::growth::grows_as_its_input;

#[test]
fn missing_keys_are_those_of_a_first_time_desktop_visitor() {
    let visitor = Visitor::from_json(r#"{ "page_views": 6, "custom": { "plan": "trial" } }"#).expect("a visitor");
    let expected = Visitor {
        page_views: 6,
        custom: visitor.custom.clone(),
        ..Visitor::default()
    };
    assert_eq!(visitor, expected);
    assert_eq!(visitor.device_type, "desktop");
}

/// Every field but attributes, which have keys, and the present day.
fn fields_with_a_value() -> impl Iterator<Item = &'static FieldSpec> {
    let elsewhere = |spec: &&FieldSpec| spec.kind == FieldType::Custom || spec.bond == Bond::Present;
    CATALOGUE.iter().filter(move |spec| !elsewhere(spec))
}

fn sample(spec: &FieldSpec) -> Value {
    match spec.kind {
        FieldType::Date => "2026-11-22T10:00:00Z".into(),
        FieldType::Percent => 40.5.into(),
        FieldType::Url
        | FieldType::WholeNumber
        | FieldType::Language
        | FieldType::Choice
        | FieldType::Version
        | FieldType::Custom
        | FieldType::Flag => spec.sample_value(),
    }
}

#[test]
fn a_field_is_read_as_it_was_written_and_stands_under_its_key() {
    for spec in fields_with_a_value() {
        let value = sample(spec);
        let mut visitor = Visitor::default();
        visitor.set(spec.field, &value);
        assert_eq!(visitor.get(spec.field), value, "{}", spec.id);
        let written = serde_json::to_value(&visitor).expect("a visitor is plain data");
        assert_eq!(written[spec.visitor_key], value, "{}", spec.id);
        for other in fields_with_a_value().filter(|other| other.field != spec.field) {
            let untouched = Visitor::default().get(other.field);
            assert_eq!(visitor.get(other.field), untouched, "{} changes {}", spec.id, other.id);
        }
    }
}

#[test]
fn wrong_visitors_say_where() {
    for text in [
        "{ \"pageViews\": 1 }",
        "{ \"page_views\": -1 }",
        "{ \"page_views\": 1, \"page_views\": 2 }",
        "[]",
        "{",
    ] {
        let error = Visitor::from_json(text).expect_err(text);
        assert!(!error.to_string().is_empty() && !error.hint().is_empty());
    }
}

#[test]
fn a_journey_reads_and_writes() {
    let text = r#"{"start":"2026-11-22T10:00:00Z","visitor":{"browser_language":"tr-TR"},
        "events":[{"at":0,"open":"https://www.example.com/"},{"at":3.5,"scroll":45},{"at":5,"exit":true},
        {"at":8,"click":true},{"at":9,"close":true},{"at":10,"identify":{"plan":"pro"}},{"at":12,"converse":true},{"at":13,"away":true},{"at":14,"away":false},
        {"at":15,"covered":true},{"at":16,"covered":false},{"at":20,"end":true}]}"#;
    let journey = Journey::from_json(text).expect("a journey");
    assert_eq!(journey.events.len(), 12);
    assert_eq!(journey.events[8].kind, EventKind::Away(false));
    assert_eq!(journey.visitor.visits, 0);
    let written = serde_json::to_string(&journey).expect("it writes");
    assert_eq!(Journey::from_json(&written).expect("it was written here"), journey);
}

#[test]
fn impossible_events_are_named() {
    for (events, number) in [
        (r#"[{"at":5,"exit":true},{"at":4,"exit":true}]"#, "event 2"),
        (r#"[{"at":-1,"exit":true}]"#, "event 1"),
        (r#"[{"at":0}]"#, "event 1"),
        (r#"[{"at":0,"exit":true,"close":true}]"#, "event 1"),
        (r#"[{"at":0,"scroll":101}]"#, "event 1"),
        (r#"[{"at":0,"away":false,"covered":false}]"#, "event 1"),
    ] {
        let text = format!(r#"{{"start":"2026-11-22T10:00:00Z","events":{events}}}"#);
        let error = Journey::from_json(&text).expect_err(events);
        assert!(error.to_string().starts_with(number), "{error}");
    }
}

/// Parts of a list or of an object, each made from its number.
fn parts(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

#[test]
fn visitors_and_journeys_are_read_in_the_time_that_their_size_asks_for() {
    let visitor = |text: &String| drop(Visitor::from_json(text));
    grows_as_its_input(
        "attributes of a visitor",
        8_000,
        |count| {
            format!(
                r#"{{"custom":{{{}}}}}"#,
                parts(count, |number| format!(r#""k{number}":{number}"#))
            )
        },
        visitor,
    );
    grows_as_its_input(
        "unknown keys of a visitor",
        8_000,
        |count| format!("{{{}}}", parts(count, |number| format!(r#""k{number}":1"#))),
        visitor,
    );
    let journey = |events: String| format!(r#"{{"start":"2026-11-22T10:00:00Z","events":[{events}]}}"#);
    for (what, event) in [
        ("steps", r#""scroll":40"#),
        ("told attributes", r#""identify":{"plan":"trial"}"#),
        ("steps that say too much", r#""exit":true,"click":true"#),
    ] {
        let text = |count| journey(parts(count, |number| format!(r#"{{"at":{number},{event}}}"#)));
        let read = |text: &String| drop(Journey::from_json(text));
        grows_as_its_input(&format!("{what} of a journey"), 4_000, text, read);
    }
}
