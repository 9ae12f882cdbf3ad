//! Visitor and journey files: what is read, and what is refused.

use super::*;
use crate::campaign::{Bond, CATALOGUE, FieldSpec, FieldType, Scope, Section};
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

/// Returns every field without keys but the present day.
fn fields_with_a_value() -> impl Iterator<Item = &'static FieldSpec> {
    let elsewhere = |spec: &&FieldSpec| spec.kind.has_keys() || spec.bond == Bond::Present;
    CATALOGUE.iter().filter(move |spec| !elsewhere(spec))
}

fn sample(spec: &FieldSpec) -> Value {
    match spec.kind {
        FieldType::Date => "2026-11-22T10:00:00Z".into(),
        FieldType::Percent | FieldType::Seconds => 40.5.into(),
        FieldType::Element => Value::from(vec![spec.sample_value()]),
        FieldType::Url
        | FieldType::WholeNumber
        | FieldType::Language
        | FieldType::Choice
        | FieldType::Version
        | FieldType::Custom
        | FieldType::Parameter
        | FieldType::KeyedCount
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
        "events":[{"at":0,"open":"https://www.example.com/","referrer":"https://www.google.com/"},{"at":3.5,"scroll":45},{"at":5,"exit":true},
        {"at":8,"click":true},{"at":9,"close":true},{"at":10,"identify":{"plan":"pro"}},{"at":12,"converse":true},{"at":13,"away":true},{"at":14,"away":false},
        {"at":15,"covered":true},{"at":16,"covered":false},{"at":17,"input":true},{"at":18,"click":{"reply":2}},{"at":20,"end":true}]}"#;
    let journey = Journey::from_json(text).expect("a journey");
    assert_eq!(journey.events.len(), 14);
    assert_eq!(journey.events[8].kind, EventKind::Away(false));
    assert_eq!(journey.visitor.visits, 0);
    let written = serde_json::to_string(&journey).expect("it writes");
    assert_eq!(Journey::from_json(&written).expect("it was written here"), journey);
}

#[test]
fn a_click_on_a_reply_that_cannot_be_says_what_can() {
    for click in [r#"{"reply":0}"#, r#"{"reply":5}"#, r#"{"reply":"Yes"}"#, "{}", "1"] {
        let text = format!(r#"{{"start":"2026-11-22T10:00:00Z","events":[{{"at":1,"click":{click}}}]}}"#);
        let error = Journey::from_json(&text).expect_err(click).to_string();
        assert!(
            error.contains("`{\"reply\": N}`") && error.contains("from 1 to 4"),
            "{error}"
        );
    }
}

/// Returns a journey with this visitor.
fn starting_as(visitor: &str) -> Result<Journey, VisitorError> {
    Journey::from_json(&format!(
        r#"{{"start":"2026-11-22T10:00:00Z","visitor":{visitor},"events":[]}}"#
    ))
}

#[test]
fn a_journey_starts_from_a_visitor_who_has_opened_no_page() {
    let visitor = starting_as("{}").expect("a journey").visitor;
    assert_eq!(visitor, Visitor::newcomer());
    assert_eq!((visitor.url.as_str(), visitor.page_views, visitor.visits), ("", 0, 0));
    let known = Visitor {
        quiet_until: None,
        page_views: 1,
        url: Visitor::default().url,
        ..visitor
    };
    assert_eq!(known.without_page(), known);
}

#[test]
fn the_visitor_of_a_journey_has_the_keys_of_a_visitor_but_for_what_is_done_on_a_page() {
    for spec in fields_with_a_value() {
        let value = sample(spec);
        let read = starting_as(&serde_json::json!({ spec.visitor_key: value }).to_string());
        if spec.section == Section::Activity && spec.scope == Scope::Page {
            let said = read.expect_err(spec.id).to_string();
            let unknown = format!(
                "unknown field `{}`, expected one of `url`, `page_views`, ",
                spec.visitor_key
            );
            assert!(said.starts_with(&unknown), "{said}");
            continue;
        }
        let journey = read.expect(spec.id);
        assert_eq!(journey.visitor.get(spec.field), value, "{}", spec.id);
        let written = serde_json::to_value(&journey).expect("a journey is plain data");
        assert_eq!(written["visitor"][spec.visitor_key], value, "{}", spec.id);
    }
}

#[test]
fn whoever_has_opened_pages_has_had_a_session_unless_the_journey_says_otherwise() {
    for (visitor, sessions) in [
        ("{}", 0),
        (r#"{"visits":5}"#, 1),
        (r#"{"visits":5,"sessions":0}"#, 0),
        (r#"{"sessions":3,"visits":5}"#, 3),
    ] {
        assert_eq!(
            starting_as(visitor).expect(visitor).visitor.sessions,
            sessions,
            "{visitor}"
        );
    }
}

#[test]
fn whoever_is_on_a_page_has_come_to_it_unless_the_file_says_otherwise() {
    for (file, page) in [
        ("{}", "https://www.example.com/"),
        (r#"{"url":"https://www.example.com/a"}"#, "https://www.example.com/a"),
        (
            r#"{"url":"https://www.example.com/a","landing_page":"https://www.example.com/b"}"#,
            "https://www.example.com/b",
        ),
    ] {
        assert_eq!(Visitor::from_json(file).expect(file).landing_page, page, "{file}");
    }
}

#[test]
fn the_page_that_began_a_session_is_the_first_of_it() {
    let counts = |visitor: Visitor| (visitor.visits, visitor.sessions, visitor.session_pages);
    let visitor = |visits, sessions, session_pages| Visitor {
        visits,
        sessions,
        session_pages,
        ..Visitor::default()
    };
    assert_eq!(counts(Visitor::default().before_page()), (0, 0, 0));
    assert_eq!(counts(visitor(9, 3, 1).before_page()), (8, 2, 0));
    assert_eq!(counts(visitor(9, 3, 4).before_page()), (8, 3, 3));
}

#[test]
fn the_visitor_of_a_journey_is_written_as_it_always_was() {
    for (given, written) in [
        (
            r#"{"browser":"safari","quiet_until":"2026-11-22T10:00:30Z"}"#,
            r#"{"page_views":0,"visits":0,"sessions":0,"session_pages":0,"views":0,"clicks":0,"closes":0,"browser_language":"en-US","browser":"safari","browser_version":"131.0.6778","device_type":"desktop","operating_system":"windows","first_seen":null,"last_shown":null,"conversation_count":0,"custom":{},"quiet_until":"2026-11-22T10:00:30Z"}"#,
        ),
        (
            r#"{"url":"https://www.example.com/","page_views":2,"last_shown":"2026-11-21T10:00:00Z","custom":{"plan":"pro"}}"#,
            r#"{"url":"https://www.example.com/","page_views":2,"visits":0,"sessions":0,"session_pages":0,"views":0,"clicks":0,"closes":0,"browser_language":"en-US","browser":"chrome","browser_version":"131.0.6778","device_type":"desktop","operating_system":"windows","first_seen":null,"last_shown":"2026-11-21T10:00:00Z","conversation_count":0,"custom":{"plan":"pro"}}"#,
        ),
    ] {
        let journey = starting_as(given).expect("a journey");
        let text = serde_json::to_string(&journey).expect("it writes");
        assert_eq!(
            text,
            format!(r#"{{"start":"2026-11-22T10:00:00Z","visitor":{written},"events":[]}}"#)
        );
        assert_eq!(Journey::from_json(&text).expect("it was written here"), journey);
    }
}

#[test]
fn wrong_visitors_of_journeys_say_what_and_where() {
    let known = "`url`, `page_views`, `visits`, `sessions`, `session_pages`, `referrer`, `landing_page`, `views`, `clicks`, `closes`, `browser_language`, `browser`, `browser_version`, `device_type`, `operating_system`, `country`, `first_seen`, `last_shown`, `conversation_count`, `query`, `landing_query`, `event`, `custom`, `time_on_site`, `languages`, `time_zone`, `quiet_until`, `last_session`, `showings`";
    for (visitor, said) in [
        (
            r#"{ "exit_screen": true }"#,
            format!("unknown field `exit_screen`, expected one of {known} at line 1 column 57"),
        ),
        (
            r#"{ "visits": "two" }"#,
            r#"invalid type: string "two", expected u64 at line 1 column 59"#.to_owned(),
        ),
        (
            "7",
            "invalid type: integer `7`, expected struct JourneyVisitor at line 1 column 43".to_owned(),
        ),
    ] {
        assert_eq!(starting_as(visitor).expect_err(visitor).to_string(), said);
    }
    let twice = serde_json::from_str::<Journey>(
        r#"{"start":"2026-11-22T10:00:00Z","visitor":{"views":1,"views":2},"events":[]}"#,
    );
    assert!(twice.is_err_and(|error| error.to_string().starts_with("duplicate field `views`")));
}

#[test]
fn impossible_events_are_named() {
    for (events, number) in [
        (r#"[{"at":5,"exit":true},{"at":4,"exit":true}]"#, "event 2"),
        (r#"[{"at":-1,"exit":true}]"#, "event 1"),
        (r#"[{"at":0}]"#, "event 1"),
        (r#"[{"at":0,"exit":true,"close":true}]"#, "event 1"),
        (r#"[{"at":0,"scroll":101}]"#, "event 1"),
        (
            r#"[{"at":0,"exit":true,"referrer":"https://www.google.com/"}]"#,
            "event 1",
        ),
        (r#"[{"at":0,"away":false,"covered":false}]"#, "event 1"),
    ] {
        let text = format!(r#"{{"start":"2026-11-22T10:00:00Z","events":{events}}}"#);
        let error = Journey::from_json(&text).expect_err(events);
        assert!(error.to_string().starts_with(number), "{error}");
    }
}

/// Returns parts of a list or of an object, each made from its number.
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
        ("attributes from the site", r#""identify":{"plan":"trial"}"#),
        ("steps that say too much", r#""exit":true,"click":true"#),
    ] {
        let text = |count| journey(parts(count, |number| format!(r#"{{"at":{number},{event}}}"#)));
        let read = |text: &String| drop(Journey::from_json(text));
        grows_as_its_input(&format!("{what} of a journey"), 4_000, text, read);
    }
}
