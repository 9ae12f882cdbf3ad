//! `--lang`: results in the available languages, whatever the system's; errors and machine-readable output do not change.

use serde_json::{Value, json};

use super::support::{Desk, answer, campaign};

/// A desk with a campaign that never shows, one that loses to another, and a log.
fn desk() -> Desk {
    let desk = Desk::new();
    let mut never = campaign();
    never["id"] = json!("0193a1b2-7c00-7000-8000-000000000002");
    never["content"]["title"] = json!("This title is far longer than twenty characters");
    never["audience"] = json!({ "all": [
        { "field": "page_views", "operator": "greater_than", "value": 5 },
        { "field": "visits", "operator": "at_most", "value": 3 } ] });
    desk.write("never.campaign.json", never.to_string());
    let mut later = campaign();
    later["id"] = json!("0193a1b2-7c00-7000-8000-000000000003");
    later["name"] = json!("Later");
    later["schedule"]["priority"] = json!(5);
    desk.write("later.campaign.json", later.to_string());
    desk.write(
        "log.csv",
        "url,page_views\nhttps://www.example.com/,9\nhttps://www.example.com/,1\n",
    );
    desk
}

/// Commands whose results have sentences.
const SAYING: [&[&str]; 9] = [
    &["check", "plans.campaign.json"],
    &["check", "never.campaign.json"],
    &["explain", "plans.campaign.json", "--visitor", "first-visit"],
    &["find-visitor", "plans.campaign.json"],
    &["find-visitor", "never.campaign.json"],
    &["overlap", "plans.campaign.json", "later.campaign.json"],
    &["overlap", "plans.campaign.json", "never.campaign.json"],
    &["summary", "plans.campaign.json"],
    &["reach", "plans.campaign.json", "--log", "log.csv"],
];

/// Words that only English results have.
const ENGLISH: [&str; 12] = [
    "ready",
    "error",
    "visitor",
    "shown",
    "the ",
    "Nobody",
    "None",
    "determined",
    "qualify",
    "nothing",
    "all of",
    "Show ",
];

fn with<'a>(arguments: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [arguments, more].concat()
}

#[test]
fn results_are_in_the_language_that_is_asked_for() {
    let desk = desk();
    for arguments in SAYING {
        let english = desk.run(arguments);
        let turkish = desk.run(&with(arguments, &["--lang", "tr"]));
        assert_eq!(english.code, turkish.code, "{arguments:?}: {turkish:?}");
        assert_ne!(english.out, turkish.out, "{arguments:?}");
        let left: Vec<_> = ENGLISH.iter().filter(|word| turkish.out.contains(*word)).collect();
        assert!(left.is_empty(), "{arguments:?} says {left:?}: {turkish:?}");
        assert_eq!(
            desk.run(&with(arguments, &["--lang", "en"])).out,
            english.out,
            "{arguments:?}"
        );
    }
    let shown = desk.run(&[
        "simulate",
        "plans.campaign.json",
        "--journey",
        "journey.json",
        "--lang",
        "tr",
    ]);
    assert!(shown.code == 0 && shown.out.contains("gösterilir"), "{shown:?}");
}

/// Keys and everything that is not a text for people.
fn shape(value: &Value) -> Value {
    const WORDS: [&str; 7] = ["message", "fix", "verdict", "reasons", "text", "summary", "notes"];
    match value {
        Value::Object(entries) => {
            let kept = |(key, value): (&String, &Value)| {
                let value = if WORDS.contains(&key.as_str()) {
                    Value::Null
                } else {
                    shape(value)
                };
                (key.clone(), value)
            };
            entries.iter().filter(|(key, _)| *key != "lang").map(kept).collect()
        }
        Value::Array(items) => items.iter().map(shape).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let desk = desk();
    for arguments in SAYING {
        // The instant that is asked about is now.
        let at: &[&str] = match arguments[0] {
            "check" | "summary" => &[],
            _ => &["--at", "2026-11-23T10:00:00Z"],
        };
        let read = |language| {
            let arguments = with(&with(arguments, at), &["--json", "--lang", language]);
            let said = desk.run(&arguments);
            serde_json::from_str::<Value>(&said.out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {said:?}"))
        };
        assert_eq!(shape(&read("en")), shape(&read("tr")), "{arguments:?}");
    }
}

#[test]
fn the_language_of_the_system_changes_nothing() {
    let desk = desk();
    for arguments in SAYING {
        let mut command = desk.command(arguments);
        command
            .env("LANG", "tr_TR.UTF-8")
            .env("LC_ALL", "tr_TR.UTF-8")
            .env("LC_MESSAGES", "tr_TR.UTF-8");
        let there = answer(command.output().expect("it starts"));
        assert_eq!(there.out, desk.run(arguments).out, "{arguments:?}");
    }
}

#[test]
fn bad_use_is_said_in_english_in_every_language() {
    let desk = desk();
    for arguments in [
        &["explain", "gone.campaign.json", "--visitor", "first-visit"][..],
        &["explain", "plans.campaign.json", "--visitor", "frist-visit"],
        &["find-visitor", "plans.campaign.json", "--at", "today"],
    ] {
        let turkish = desk.run(&with(arguments, &["--lang", "tr"]));
        turkish.is_refusal();
        assert_eq!(turkish.err, desk.run(arguments).err);
    }
    let unknown = desk.run(&["check", "plans.campaign.json", "--lang", "xx"]);
    unknown.is_refusal();
    assert!(unknown.err.contains("en, tr"), "{unknown:?}");
}
