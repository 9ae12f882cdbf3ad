//! What visitors can read of a launched campaign, by every way that leads to them.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::support::{Desk, Witness, backend, campaign, identity};

/// What its makers wrote for themselves.
const PRIVATE: &str = "churn-risk-VIPs";

/// Returns a campaign that may be launched, with notes wherever a file allows them.
fn noted() -> Value {
    let mut noted = campaign(&identity(1), "Hello");
    noted["name"] = json!(PRIVATE);
    noted["internal_notes"] = json!({ "todo": PRIVATE });
    for place in ["audience", "activity", "content", "schedule"] {
        noted[place]["comment"] = json!(PRIVATE);
    }
    noted["audience"]["all"][0]["why"] = json!(PRIVATE);
    noted["audience"]["all"]
        .as_array_mut()
        .expect("a list")
        .push(json!({ "field": "custom", "key": PRIVATE, "operator": "equals", "value": PRIVATE, "muted": true }));
    noted["content"]["title"] = json!(PRIVATE);
    noted["content"]["preview_reply"] = json!(PRIVATE);
    noted["expectations"] =
        json!([{ "name": PRIVATE, "visitor": { "visits": 1 }, "at": "2026-11-22T10:00:00Z", "shown": true }]);
    noted
}

fn holds(folder: &Path, private: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(holds(&path, private));
        } else if String::from_utf8_lossy(&fs::read(&path).expect("there")).contains(private) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn names_and_notes_stay_with_their_makers() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    desk.write("a.campaign.json", noted().to_string());
    let url = server.url();
    let answer = desk.run(&["publish", "a.campaign.json", "--to", &url, "--token", server.token()]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let witness = Witness::new(&url, server.token());
    let public = witness.public();
    assert_eq!(public["campaigns"][0]["content"]["text"], "Hello");
    assert!(!public.to_string().contains(PRIVATE), "{public:#}");
    // The team itself still has them.
    assert_eq!(witness.live(&identity(1)).expect("live").name, PRIVATE);

    let answer = desk.run(&["export", "a.campaign.json", "-o", "site", "--as", "site"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let carriers = holds(&desk.path("site"), PRIVATE);
    assert!(carriers.is_empty(), "{carriers:?}");
    assert!(desk.read("site/index.html").contains("<li>Hello</li>"));
    let list: Value = serde_json::from_str(&desk.read("site/v1/campaigns.json")).expect("JSON");
    let mut launched = list["campaigns"][0].clone();
    launched["launched_at"] = public["campaigns"][0]["launched_at"].clone();
    assert_eq!(launched, public["campaigns"][0], "both ways hand out the same");
}
