//! Visitor and journey files: the forms of SPEC 9, and what is refused.

use super::*;

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
