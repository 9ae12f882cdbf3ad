//! Saved audiences next to campaigns: every command takes their conditions, and says which one is missing.

use serde_json::{Value, json};

use super::support::{Desk, campaign};

fn using(name: &str) -> Value {
    let mut file = campaign();
    file["audience"] = json!({ "all": [ { "saved": name } ] });
    file
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("plans.campaign.json", using("buyers").to_string());
    let audience = json!({ "format": "beckon.audience", "version": 1, "name": "Buyers", "audience": { "all": [
        { "field": "page_views", "operator": "greater_than", "value": 5 } ] } });
    desk.write("audiences/buyers.audience.json", audience.to_string());
    desk
}

#[test]
fn every_command_takes_the_conditions_of_the_audience() {
    let desk = desk();
    let file = "plans.campaign.json";
    assert_eq!(desk.json(0, &["check", file, "--json"]), json!([]));
    assert_eq!(
        desk.json(0, &["check", "audiences/buyers.audience.json", "--json"]),
        json!([])
    );
    assert_eq!(
        desk.json(0, &["explain", file, "--visitor", "visitor.json", "--json"])["shown"],
        true
    );
    let found = desk.json(0, &["find-visitor", file, "--json"]);
    assert_eq!(
        (&found["outcome"], &found["visitor"]["page_views"]),
        (&json!("found"), &json!(6))
    );
    assert!(desk.run(&["summary", file]).out.contains("more than 5 times"));
    let effects = desk.json(0, &["simulate", file, "--journey", "journey.json", "--json"]);
    assert_eq!(effects[0]["effect"], "show");
    for (form, output) in [("json", "out.json"), ("site", "out")] {
        let done = desk.run(&["export", file, "-o", output, "--as", form]);
        assert_eq!(done.code, 0, "{}", done.err);
    }
    let bundle: Value = serde_json::from_str(&desk.read("out.json")).expect("JSON");
    let inlined =
        json!({ "all": [ { "all": [ { "field": "page_views", "operator": "greater_than", "value": 5 } ] } ] });
    assert_eq!(bundle["campaigns"][0]["audience"], inlined);
    assert!(!desk.read("out/v1/campaigns.json").contains("saved"));
}

#[test]
fn a_missing_audience_stops_everything_and_is_named() {
    let desk = desk();
    desk.write("plans.campaign.json", using("gone").to_string());
    let findings = desk.json(1, &["check", "plans.campaign.json", "--json"]);
    assert_eq!(
        (&findings[0]["code"], &findings[0]["path"]),
        (&json!("missing_audience"), &json!("/audience/all/0"))
    );
    assert_eq!(findings.as_array().map(Vec::len), Some(1));
    let said = findings[0]["message"].as_str().expect("words");
    assert!(said.contains("“gone”"), "{said}");
    for command in [
        &["explain", "plans.campaign.json", "--visitor", "visitor.json"][..],
        &["find-visitor", "plans.campaign.json"],
        &["summary", "plans.campaign.json"],
        &["simulate", "plans.campaign.json", "--journey", "journey.json"],
        &["export", "plans.campaign.json", "-o", "out.json"],
        &["render", "plans.campaign.json", "-o", "out.png"],
    ] {
        let answer = desk.run(command);
        assert_eq!(answer.code, 2, "{command:?}: {}", answer.out);
        assert!(
            answer.err.contains("the saved audience `gone` is missing"),
            "{}",
            answer.err
        );
        assert!(
            answer.err.contains("hint: bring audiences/gone.audience.json back"),
            "{}",
            answer.err
        );
    }
    assert!(!desk.path("out.json").exists());
}

#[test]
fn a_broken_audience_is_reported_with_its_place() {
    let desk = desk();
    let nested = json!({ "format": "beckon.audience", "version": 1, "audience": { "all": [ { "saved": "buyers" } ] } });
    desk.write("audiences/buyers.audience.json", nested.to_string());
    let answer = desk.run(&["summary", "plans.campaign.json"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("buyers.audience.json: line 1"), "{}", answer.err);
    assert!(
        answer.err.contains("a saved audience uses another one"),
        "{}",
        answer.err
    );
    assert_eq!(
        desk.json(1, &["check", "plans.campaign.json", "--json"])[0]["code"],
        "missing_audience"
    );
    desk.json(2, &["check", "audiences/buyers.audience.json", "--json"]);
}

#[test]
fn what_is_wrong_within_an_audience_is_said_where_it_is_used() {
    let desk = desk();
    let wrong = json!({ "format": "beckon.audience", "version": 1, "audience": { "any": [
        { "field": "visits", "operator": "at_least", "value": -1 } ] } });
    desk.write("audiences/buyers.audience.json", wrong.to_string());
    let findings = desk.json(1, &["check", "plans.campaign.json", "--json"]);
    assert_eq!(findings[0]["path"], "/audience/all/0");
    let said = findings[0]["message"].as_str().expect("words");
    assert!(said.starts_with("In the saved audience “buyers”: "), "{said}");
    let own = desk.json(1, &["check", "audiences/buyers.audience.json", "--json"]);
    assert_eq!(own[0]["path"], "/audience/any/0/value");
}

#[test]
fn the_schema_of_an_audience_is_printed() {
    let desk = desk();
    let schema = desk.json(0, &["schema", "audience"]);
    assert_eq!(schema["$id"], "urn:beckon:audience:1");
    assert_eq!(desk.json(0, &["schema"])["$id"], "urn:beckon:campaign:1");
}

#[test]
fn audiences_go_to_other_programs_and_come_back() {
    let desk = desk();
    for (form, from) in [("jsonlogic", "jsonlogic"), ("react-querybuilder", "react-querybuilder")] {
        let done = desk.json(
            0,
            &[
                "export",
                "plans.campaign.json",
                "--as",
                form,
                "-o",
                "out.json",
                "--force",
                "--json",
            ],
        );
        assert_eq!(done["losses"], json!([]));
        let back = desk.json(
            0,
            &[
                "import",
                "out.json",
                "-o",
                "audiences/back.audience.json",
                "--force",
                "--json",
            ],
        );
        assert_eq!((&back["from"], &back["conditions"]), (&json!(from), &json!(1)));
        let saved: Value = serde_json::from_str(&desk.read("audiences/back.audience.json")).expect("JSON");
        let asks =
            json!({ "all": [ { "all": [ { "field": "page_views", "operator": "greater_than", "value": 5 } ] } ] });
        assert_eq!((&saved["name"], &saved["audience"]), (&json!("out"), &asks));
    }
    // A saved one goes without a campaign.
    desk.json(
        0,
        &[
            "export",
            "audiences/buyers.audience.json",
            "--as",
            "jsonlogic",
            "-o",
            "saved.json",
            "--json",
        ],
    );
    let rule: Value = serde_json::from_str(&desk.read("saved.json")).expect("JSON");
    assert_eq!(rule, json!({ "and": [ { ">": [ { "var": "page_views" }, 5 ] } ] }));
}

#[test]
fn what_cannot_be_asked_is_named_and_stops_a_launch() {
    let desk = desk();
    desk.write(
        "odd.json",
        json!({ "and": [ { "%": [ { "var": "visits" }, 2 ] }, { ">": [ { "var": "visits" }, 1 ] } ] }).to_string(),
    );
    let done = desk.run(&["import", "odd.json", "-o", "odd.campaign.json", "--name", "Odd"]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(
        done.err
            .contains("cannot be asked, and stops a launch until it is replaced (/and/0)"),
        "{}",
        done.err
    );
    let findings = desk.json(1, &["check", "odd.campaign.json", "--json"]);
    let codes: Vec<&str> = findings
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|finding| finding["code"].as_str())
        .collect();
    assert!(codes.contains(&"unknown_field"), "{codes:?}");
}

#[test]
fn import_refuses_what_it_cannot_read_or_write() {
    let desk = desk();
    desk.write("list.json", "[]");
    for (arguments, said) in [
        (
            &["import", "list.json", "-o", "out.audience.json"][..],
            "neither JsonLogic nor a query of react-querybuilder",
        ),
        (
            &["import", "list.json", "-o", "out.json"],
            "neither a saved audience nor a campaign",
        ),
        (&["import", "gone.json", "-o", "out.audience.json"], "it is not there"),
        (
            &["import", "list.json", "-o", "plans.campaign.json"],
            "is there already",
        ),
        (
            &[
                "export",
                "plans.campaign.json",
                "plans.campaign.json",
                "--as",
                "jsonlogic",
                "-o",
                "out.json",
            ],
            "says one audience",
        ),
    ] {
        let answer = desk.run(arguments);
        assert_eq!(answer.code, 2, "{arguments:?} {}", answer.out);
        assert!(
            answer.err.contains(said) && answer.err.contains("hint: "),
            "{}",
            answer.err
        );
    }
}
