//! find-visitor and overlap: questions about all possible visitors.

use serde_json::{Value, json};

use super::support::{Desk, campaign, samples};

const AT: &str = "2026-11-23T10:00:00Z";

/// The campaign with another audience.
fn asking(audience: Value) -> Value {
    let mut file = campaign();
    file["audience"] = audience;
    file
}

#[test]
fn a_found_visitor_is_shown_the_campaign() {
    let desk = Desk::new();
    let found = desk.json(0, &["find-visitor", "plans.campaign.json", "--at", AT, "--json"]);
    assert_eq!(found["outcome"], "found");
    assert_eq!(found["conflict"], Value::Null);
    assert_eq!(found["visitor"]["page_views"], 6);
    desk.write("found.json", found["visitor"].to_string());
    let at = found["at"].as_str().expect("an instant");
    let explained = desk.json(
        0,
        &[
            "explain",
            "plans.campaign.json",
            "--visitor",
            "found.json",
            "--at",
            at,
            "--json",
        ],
    );
    assert_eq!(explained["shown"], true);
}

#[test]
fn a_found_visitor_resembles_the_one_who_was_given() {
    let desk = Desk::new();
    desk.write(
        "near.json",
        r#"{ "page_views": 4, "visits": 9, "browser_language": "tr-TR", "custom": { "plan": "pro" } }"#,
    );
    let found = desk.json(
        0,
        &[
            "find-visitor",
            "plans.campaign.json",
            "--near",
            "near.json",
            "--at",
            AT,
            "--json",
        ],
    );
    let visitor = &found["visitor"];
    assert_eq!((&visitor["page_views"], &visitor["visits"]), (&json!(6), &json!(9)));
    assert_eq!(
        (&visitor["browser_language"], &visitor["custom"]["plan"]),
        (&json!("tr-TR"), &json!("pro"))
    );
}

#[test]
fn nobody_comes_with_the_conditions_that_make_it_so() {
    let desk = Desk::new();
    let never = asking(json!({ "all": [
        { "field": "page_views", "operator": "greater_than", "value": 5 },
        { "field": "browser", "operator": "equals", "value": "chrome" },
        { "field": "visits", "operator": "at_most", "value": 3 } ] }));
    desk.write("never.campaign.json", never.to_string());
    let answer = desk.json(1, &["find-visitor", "never.campaign.json", "--json"]);
    assert_eq!(answer["outcome"], "nobody");
    assert_eq!(answer["visitor"], Value::Null);
    assert_eq!(answer["conflict"], json!(["/audience/all/0", "/audience/all/2"]));
    assert_eq!(answer["because"], json!(["page_views_within_visits"]));
    let said = desk.run(&["find-visitor", "never.campaign.json"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert!(said.out.starts_with("Nobody can ever see this.\n"), "{said:?}");
    assert!(
        said.out.contains("more than 5 times") && said.out.contains("/audience/all/2"),
        "{said:?}"
    );
}

#[test]
fn every_sample_has_a_visitor() {
    let desk = Desk::new();
    for entry in std::fs::read_dir(samples())
        .expect("the samples")
        .map(|entry| entry.expect("an entry").path())
    {
        if !entry.to_string_lossy().ends_with(".campaign.json") {
            continue;
        }
        let file = entry.to_string_lossy().into_owned();
        let found = desk.json(0, &["find-visitor", &file, "--at", AT, "--json"]);
        desk.write("found.json", found["visitor"].to_string());
        let at = found["at"].as_str().expect("an instant");
        desk.json(0, &["explain", &file, "--visitor", "found.json", "--at", at, "--json"]);
    }
}

#[test]
fn questions_without_an_answer_are_refused() {
    let desk = Desk::new();
    for arguments in [
        &["find-visitor", "gone.campaign.json"][..],
        &["find-visitor", "plans.campaign.json", "--at", "today"],
        &["find-visitor", "plans.campaign.json", "--near", "plans.campaign.json"],
        &["find-visitor"],
        &["overlap", "plans.campaign.json"],
        &["overlap", "plans.campaign.json", "gone.campaign.json"],
    ] {
        desk.run(arguments).is_refusal();
    }
}

/// A campaign of another identity, priority and audience.
fn rival(id: &str, priority: u32, audience: Value) -> String {
    let mut file = asking(audience);
    file["id"] = json!(id);
    file["name"] = json!(id);
    file["schedule"]["priority"] = json!(priority);
    file["schedule"]["repeat_cycle"] = Value::Null;
    file.to_string()
}

#[test]
fn an_overlap_is_proved_by_a_visitor_of_both() {
    let desk = Desk::new();
    let trial = json!({ "all": [{ "field": "custom", "key": "plan", "operator": "equals", "value": "trial" }] });
    desk.write("trial.campaign.json", rival("trial", 2, trial));
    let files = ["plans.campaign.json", "trial.campaign.json"];
    let pairs = desk.json(0, &["overlap", files[0], files[1], "--at", AT, "--json"]);
    assert_eq!(pairs.as_array().map(Vec::len), Some(1));
    let pair = &pairs[0];
    assert_eq!(pair["outcome"], "overlap");
    assert_eq!((&pair["a"], &pair["b"]), (&campaign()["id"], &json!("trial")));
    assert_eq!(
        (&pair["winner"], &pair["reason"]),
        (&campaign()["id"], &json!("priority"))
    );
    desk.write("proof.json", pair["visitor"].to_string());
    let at = pair["at"].as_str().expect("an instant");
    for file in files {
        desk.json(0, &["explain", file, "--visitor", "proof.json", "--at", at, "--json"]);
    }
    let said = desk.run(&["overlap", files[0], files[1]]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("“Plans” goes first"), "{said:?}");
}

#[test]
fn campaigns_that_cannot_meet_do_not_compete() {
    let desk = Desk::new();
    let on = |device: &str| json!({ "all": [{ "field": "device_type", "operator": "equals", "value": device }] });
    desk.write("phone.campaign.json", rival("phone", 1, on("mobile")));
    desk.write("desk.campaign.json", rival("desk", 1, on("desktop")));
    let pairs = desk.json(0, &["overlap", "phone.campaign.json", "desk.campaign.json", "--json"]);
    assert_eq!(pairs[0]["outcome"], "none");
    assert_eq!(
        (&pairs[0]["visitor"], &pairs[0]["winner"]),
        (&Value::Null, &Value::Null)
    );
    let said = desk.run(&["overlap", "phone.campaign.json", "desk.campaign.json"]);
    assert!(said.code == 0 && said.out.starts_with("None of these"), "{said:?}");
}

#[test]
fn a_campaign_that_always_loses_is_a_problem() {
    let desk = Desk::new();
    let opened = |times: u32| json!({ "all": [{ "field": "page_views", "operator": "at_least", "value": times }] });
    desk.write("often.campaign.json", rival("often", 2, opened(5)));
    desk.write("always.campaign.json", rival("always", 1, opened(1)));
    let pairs = desk.json(1, &["overlap", "often.campaign.json", "always.campaign.json", "--json"]);
    assert_eq!(
        (&pairs[0]["winner"], &pairs[0]["always_loses"]),
        (&json!("always"), &json!("often"))
    );
    let said = desk.run(&["overlap", "often.campaign.json", "always.campaign.json"]);
    assert_eq!(said.code, 1);
    assert!(
        said.out.starts_with("“often” always loses against “always”.\n"),
        "{said:?}"
    );
}

#[test]
fn a_draft_that_cannot_be_launched_competes_with_nobody_unless_it_was_launched_before() {
    let desk = Desk::new();
    let unfinished = |launched_at: Value| {
        let mut file: Value = serde_json::from_str(&rival("unfinished", 1, json!({ "all": [] }))).expect("a file");
        file["content"] = json!({ "type": "rich" });
        file["launched_at"] = launched_at;
        file.to_string()
    };
    let files = ["unfinished.campaign.json", "plans.campaign.json"];
    desk.write(files[0], unfinished(Value::Null));
    let pairs = desk.json(0, &["overlap", files[0], files[1], "--at", AT, "--json"]);
    assert_eq!(
        (&pairs[0]["outcome"], &pairs[0]["winner"]),
        (&json!("not_ready"), &Value::Null)
    );
    let said = desk.run(&["overlap", files[0], files[1]]);
    assert!(
        said.code == 0 && said.out.contains("unfinished.campaign.json takes no part"),
        "{said:?}"
    );
    desk.write(files[0], unfinished(json!("2026-11-20T10:00:00Z")));
    let pairs = desk.run(&["overlap", files[0], files[1], "--at", AT, "--json"]);
    assert!(pairs.out.contains("\"overlap\""), "{pairs:?}");
}

#[test]
fn check_looks_at_conditions_together() {
    let desk = Desk::new();
    let device =
        |operator: &str, device: &str| json!({ "field": "device_type", "operator": operator, "value": device });
    let found = |code: i32, conditions: Value| {
        desk.write("asked.campaign.json", asking(json!({ "all": conditions })).to_string());
        let list = desk.json(code, &["check", "asked.campaign.json", "--json"]);
        let code_and_path = |finding: &Value| format!("{} {}", finding["code"], finding["path"]).replace('"', "");
        list.as_array()
            .expect("a list")
            .iter()
            .map(code_and_path)
            .collect::<Vec<_>>()
    };
    let both = json!([device("equals", "mobile"), device("equals", "tablet")]);
    assert_eq!(found(1, both), ["nobody_sees /audience/all/0"]);
    let either = json!([{ "any": [device("not_equals", "mobile"), device("not_equals", "tablet")] }]);
    assert_eq!(found(0, either), ["always_true /audience/all/0"]);
    let twice = json!([device("equals", "mobile"), device("not_equals", "tablet")]);
    assert_eq!(found(0, twice), ["redundant /audience/all/1"]);
}

#[test]
fn a_calendar_says_who_runs_when_and_who_meets() {
    let desk = Desk::new();
    let running = |id: &str, name: &str, priority: u64, from: &str, until: &str| {
        let mut file = asking(json!({ "all": [] }));
        file["id"] = id.into();
        file["name"] = name.into();
        file["schedule"] = json!({ "repeat_cycle": null, "message_delay": 0, "priority": priority, "runs": { "from": from, "until": until } });
        file.to_string()
    };
    let ids = [1, 2].map(|number| format!("0193a1b2-7c00-7000-8000-00000000000{number}"));
    let (first, second) = ("2199-12-01T00:00", "2199-12-04T00:00");
    desk.write("season/a.campaign.json", running(&ids[0], "Advent", 1, first, second));
    desk.write(
        "season/b.campaign.json",
        running(&ids[1], "Sale", 2, "2199-12-03T09:00", "2199-12-06T00:00"),
    );
    let asked = ["calendar", "season", "--from", "2199-12-01", "--weeks", "1"];
    let found = desk.json(0, &[&asked[..], &["--json"]].concat());
    let days = |first: &str, last: &str| json!({ "first": first, "last": last });
    assert_eq!(found["campaigns"][0]["days"], json!([days("2199-12-01", "2199-12-03")]));
    assert_eq!(found["gaps"], json!([days("2199-12-06", "2199-12-07")]));
    assert_eq!(
        found["clashes"],
        json!([{ "a": ids[0], "b": ids[1], "winner": ids[0], "days": days("2199-12-03", "2199-12-03") }])
    );
    let said = desk.run(&asked);
    assert!(
        said.out
            .contains("“Advent” and “Sale” can meet the same visitor on 3 December 2199; “Advent” goes first."),
        "{said:?}"
    );
    assert_eq!(desk.run(&["calendar", "season", "--weeks", "0"]).code, 2);
    assert_eq!(desk.run(&["calendar", "nowhere"]).code, 2);
}
