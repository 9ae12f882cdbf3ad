//! check, explain, simulate, summary, schema, help.

use serde_json::{Value, json};

use super::support::{Desk, campaign, fits, samples};

fn finding_list() -> Value {
    let text = json!({ "type": "string" });
    let said = json!({ "type": "string", "minLength": 8 });
    json!({ "type": "array", "items": {
        "type": "object", "additionalProperties": false,
        "required": ["file", "path", "severity", "code", "message", "fix"],
        "properties": {
            "file": { "type": "string", "minLength": 1 }, "path": text, "severity": { "enum": ["error", "warning"] },
            "code": { "type": "string", "pattern": "^[a-z_]+$" }, "message": said, "fix": said }
    } })
}

#[test]
fn check_finds_nothing_wrong_with_a_ready_campaign() {
    let desk = Desk::new();
    assert_eq!(desk.json(0, &["check", "plans.campaign.json", "--json"]), json!([]));
    let answer = desk.run(&["check", "plans.campaign.json"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert!(answer.out.contains("ready to launch"), "{answer:?}");
}

#[test]
fn check_reports_every_problem_of_every_file() {
    let desk = Desk::new();
    let mut broken = campaign();
    broken["content"]["title"] = json!("This title is far longer than twenty characters");
    broken["content"]["image"] = json!("images/gone.png");
    desk.write("long.campaign.json", broken.to_string());
    let list = desk.json(1, &["check", "--json", "plans.campaign.json", "long.campaign.json"]);
    fits(&finding_list(), &list);
    let found = |code: &str, path: &str| {
        let items = list.as_array().expect("a list");
        items
            .iter()
            .any(|item| item["code"] == code && item["path"] == path && item["file"] == "long.campaign.json")
    };
    assert!(
        found("too_long", "/content/title") && found("picture_missing", "/content/image"),
        "{list:#}"
    );
    let answer = desk.run(&["check", "plans.campaign.json", "long.campaign.json"]);
    assert_eq!(answer.code, 1);
    assert!(answer.out.contains("/content/title"), "{answer:?}");
}

#[test]
fn a_warning_alone_stops_nothing() {
    let desk = Desk::new();
    let mut warned = campaign();
    warned["content"]["title"] = json!("Hi {{name}}");
    desk.write("warned.campaign.json", warned.to_string());
    let list = desk.json(0, &["check", "warned.campaign.json", "--json"]);
    fits(&finding_list(), &list);
    assert_eq!(list[0]["severity"], "warning");
}

#[test]
fn check_runs_the_tests_of_a_campaigns_makers() {
    let desk = Desk::new();
    let mut tested = campaign();
    let sixth = json!({ "page_views": 6, "visits": 6 });
    let expectation = |name: &str, shown: bool| json!({ "name": name, "visitor": sixth, "at": "2026-11-22T10:00:00Z", "shown": shown });
    tested["expectations"] = json!([expectation("Sixth visit", true)]);
    desk.write("tested.campaign.json", tested.to_string());
    assert_eq!(desk.json(0, &["check", "tested.campaign.json", "--json"]), json!([]));
    tested["expectations"] = json!([expectation("Sixth visit", false), {}]);
    desk.write("tested.campaign.json", tested.to_string());
    let list = desk.json(1, &["check", "tested.campaign.json", "--json"]);
    fits(&finding_list(), &list);
    let found = |index: usize| [&list[index]["code"], &list[index]["path"], &list[index]["severity"]];
    assert_eq!(found(0), ["expectation_fails", "/expectations/0", "error"]);
    assert_eq!(found(1), ["expectation_unreadable", "/expectations/1", "error"]);
    let message = list[0]["message"].as_str().expect("a text");
    assert!(
        message.starts_with("“Sixth visit” should not see it, but does: "),
        "{message}"
    );
    for expectation in tested["expectations"].as_array_mut().expect("a list") {
        expectation["waived"] = json!(true);
    }
    desk.write("tested.campaign.json", tested.to_string());
    let list = desk.json(0, &["check", "tested.campaign.json", "--json"]);
    assert_eq!([&list[0]["severity"], &list[1]["severity"]], ["warning", "warning"]);
}

#[test]
fn check_lists_the_problems_of_unreadable_files_too() {
    let desk = Desk::new();
    desk.write(
        "broken.campaign.json",
        "{ \"format\": \"beckon.campaign\", \"version\": 1, \"name\": 7, \"schedule\": [] }",
    );
    let answer = desk.run(&["check", "broken.campaign.json", "plans.campaign.json", "--json"]);
    assert_eq!(answer.code, 2, "{answer:?}");
    answer.has_problems();
    assert!(
        answer.err.contains("broken.campaign.json: line 1, column"),
        "{answer:?}"
    );
    let list: Value = serde_json::from_str(&answer.out).expect("JSON");
    fits(&finding_list(), &list);
    assert_eq!(list.as_array().map(Vec::len), Some(2));
}

#[test]
fn explain_answers_yes_and_no_with_reasons() {
    let desk = Desk::new();
    let shape = json!({ "type": "object", "required": ["shown", "reasons", "tree"], "properties": {
        "shown": { "type": "boolean" },
        "reasons": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 8 } },
        "tree": { "type": "object" } } });
    let at = "2026-11-22T10:00:00Z";
    let yes = desk.json(
        0,
        &[
            "explain",
            "plans.campaign.json",
            "--visitor",
            "visitor.json",
            "--at",
            at,
            "--json",
        ],
    );
    fits(&shape, &yes);
    assert_eq!(yes["shown"], true);
    desk.write("visitor.json", r#"{ "page_views": 4 }"#);
    let no = desk.json(
        1,
        &["explain", "plans.campaign.json", "--visitor", "visitor.json", "--json"],
    );
    fits(&shape, &no);
    assert_eq!(no["shown"], false);
    let answer = desk.run(&[
        "explain",
        "plans.campaign.json",
        "--visitor",
        "visitor.json",
        "--at",
        at,
    ]);
    assert_eq!((answer.code, answer.err.as_str()), (1, ""));
    assert!(
        answer.out.contains('✗') && answer.out.contains("Views of this page"),
        "{answer:?}"
    );
}

#[test]
fn explain_minds_the_repeat_cycle() {
    let desk = Desk::new();
    desk.write(
        "visitor.json",
        r#"{ "page_views": 6, "views": 1, "last_shown": "2026-11-22T09:00:00Z" }"#,
    );
    for (at, code) in [
        ("2026-11-22T10:00:00Z", 1),
        ("2026-11-23T09:00:00Z", 0),
        ("2026-11-23T12:00:00+03:00", 0),
    ] {
        let answer = desk.run(&[
            "explain",
            "plans.campaign.json",
            "--visitor",
            "visitor.json",
            "--at",
            at,
        ]);
        assert_eq!(answer.code, code, "{at}: {answer:?}");
    }
}

#[test]
fn simulate_lists_effects_in_order() {
    let desk = Desk::new();
    let effects = desk.json(
        0,
        &["simulate", "plans.campaign.json", "--journey", "journey.json", "--json"],
    );
    let id = "0193a1b2-7c00-7000-8000-000000000001";
    let expected = json!([
        { "at": 1.0, "effect": "show", "campaign": id },
        { "at": 5.0, "effect": "hide", "campaign": id },
    ]);
    assert_eq!(effects, expected);
    let answer = desk.run(&["simulate", "plans.campaign.json", "--journey", "journey.json"]);
    assert!(answer.out.contains("1.0 s  show  Plans"), "{answer:?}");
}

#[test]
fn summary_speaks_english_and_turkish() {
    let desk = Desk::new();
    let english = desk.run(&["summary", "plans.campaign.json"]);
    let turkish = desk.run(&["summary", "plans.campaign.json", "--lang", "tr"]);
    assert_eq!((english.code, turkish.code), (0, 0));
    assert_eq!(english.out.lines().count(), 1);
    assert!(english.out.contains("example.com") && turkish.out.contains("example.com"));
    assert_ne!(english.out, turkish.out);
    let shaped = desk.json(0, &["summary", "plans.campaign.json", "--json"]);
    assert_eq!(shaped["summary"], english.out.trim_end());
}

#[test]
fn every_sample_passes_the_schema_and_the_checks() {
    let desk = Desk::new();
    let schema = desk.json(0, &["schema"]);
    assert_eq!(schema, desk.json(0, &["schema", "--json"]));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(samples()).expect("the samples").flatten() {
        if entry.path().extension().is_some_and(|end| end == "json") {
            fits(
                &schema,
                &serde_json::from_str(&std::fs::read_to_string(entry.path()).expect("text")).expect("JSON"),
            );
            files.push(entry.path().to_string_lossy().into_owned());
        }
    }
    assert_eq!(files.len(), 9);
    let arguments: Vec<&str> = ["check", "--json"]
        .into_iter()
        .chain(files.iter().map(String::as_str))
        .collect();
    assert_eq!(desk.json(0, &arguments), json!([]));
}

#[test]
fn help_names_every_command_and_version_is_printed() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for command in [
        "check", "explain", "simulate", "summary", "replace", "render", "html", "sheet", "export", "schema", "tour",
    ] {
        assert!(help.out.contains(command), "{command}");
        assert_eq!(desk.run(&[command, "--help"]).code, 0, "{command}");
    }
    assert!(desk.run(&["--version"]).out.starts_with("beckon "));
}

#[test]
fn replace_changes_addresses_and_reports_what_it_must_not() {
    let desk = Desk::new();
    let mut moved = campaign();
    let page = |address: &str| json!({ "field": "current_page_url", "operator": "equals", "value": address });
    moved["audience"] = json!({ "any": [page("https://old.example.com/a"), page("https://other.example.com/")] });
    moved["content"]["button"] = json!({ "name": "Go", "action": { "link": "https://OLD.example.com" } });
    desk.write("moved.campaign.json", moved.to_string());
    let before = desk.read("moved.campaign.json");
    let list = desk.json(
        0,
        &["replace", "old.", "www.", "moved.campaign.json", "--dry-run", "--json"],
    );
    assert_eq!(desk.read("moved.campaign.json"), before);
    assert_eq!(list[0]["path"], "/audience/any/0/value");
    assert_eq!(
        [&list[1]["before"], &list[1]["after"]],
        ["https://OLD.example.com", "https://www.example.com"]
    );
    assert_eq!(
        (list.as_array().map(Vec::len), &list[1]["refused"]),
        (Some(2), &Value::Null)
    );

    let answer = desk.run(&["replace", "https://old.example.com", "https://", "moved.campaign.json"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.err.contains("hint:") && answer.out.contains("+ https:///a"),
        "{answer:?}"
    );
    let stored: Value = serde_json::from_str(&desk.read("moved.campaign.json")).expect("JSON");
    assert_eq!(stored["content"]["button"]["action"]["link"], "https://OLD.example.com");
    assert_eq!(desk.run(&["replace", "nowhere", "x", "moved.campaign.json"]).code, 1);
    desk.run(&["replace", " ", "x", "moved.campaign.json"]).is_refusal();
    desk.run(&["replace", "a", "x", "missing.campaign.json"]).is_refusal();
}
