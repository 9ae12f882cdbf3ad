//! `beckon publish site.json`: to the real backend, with its gate, its outcomes and somebody else's change.

use serde_json::{Value, json};

use super::support::{Desk, Witness, backend, campaign, identity};

fn site(name: &str) -> Value {
    json!({ "format": "beckon.site", "version": 1, "name": name, "addresses": ["https://www.example.com"],
        "look": { "color": "#16a34a" } })
}

#[test]
fn it_goes_live_with_the_campaigns_that_are_named_with_it() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    let witness = Witness::new(&server.url(), server.token());
    desk.write("site.json", site("Leafhouse").to_string());
    desk.write("a.campaign.json", campaign(&identity(1), "Hello").to_string());
    let (url, token) = (server.url(), server.token().to_owned());
    let to = ["--to", &url, "--token", &token];
    let answer = desk.run(&[&["publish", "a.campaign.json", "site.json", "--json"], &to[..]].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    let said = answer.json();
    assert_eq!(
        (
            &said["sites"][0]["outcome"],
            &said["sites"][0]["file"],
            &said["sites"][0]["name"]
        ),
        (&json!("published"), &json!("site.json"), &json!("Leafhouse"))
    );
    assert!(said["sites"][0].get("id").is_none());
    assert_eq!(said["campaigns"][0]["outcome"], "launched");
    let public = witness.public();
    assert_eq!(public["site"]["addresses"], json!(["https://www.example.com"]));
    assert_eq!(public["site"]["look"]["color"], "#16a34a");
    // The document is as it was: only a campaign notes when it was launched.
    assert_eq!(desk.read("site.json"), site("Leafhouse").to_string());
    // A campaign alone leaves it alone.
    desk.write("site.json", site("Later").to_string());
    let answer = desk.run(&[&["publish", "a.campaign.json"], &to[..]].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(witness.get("api/v1/site").expect("there")["name"], "Leafhouse");
    let answer = desk.run(&[&["publish", "site.json"], &to[..]].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(answer.out.starts_with("Later: live at "), "{answer:?}");
    assert_eq!(witness.get("api/v1/site").expect("there")["name"], "Later");
}

#[test]
fn a_document_with_errors_is_not_sent_and_two_are_bad_use() {
    let desk = Desk::new();
    let mut wrong = site("Leafhouse");
    wrong["addresses"] = json!(["www.example.com"]);
    desk.write("site.json", wrong.to_string());
    let to = ["--to", "http://127.0.0.1:9", "--token", "x"];
    let answer = desk.run(&[&["publish", "site.json"], &to[..]].concat());
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.out.contains("is not the address of a website"), "{answer:?}");
    assert!(!desk.path("data_dir").exists());
    desk.write("site.json", site("One").to_string());
    desk.write("other/site.json", site("Other").to_string());
    let answer = desk.run(&[&["publish", "site.json", "other/site.json"], &to[..]].concat());
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(answer.err.contains("a backend has one"), "{answer:?}");
    assert!(!desk.path("data_dir").exists());
}

#[test]
fn offline_it_waits_and_the_newest_is_sent() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    let (url, token) = (server.url(), server.token().to_owned());
    for name in ["First", "Second"] {
        desk.write("site.json", site(name).to_string());
        let answer = desk.run(&["publish", "site.json", "--to", &url, "--offline", "--json"]);
        assert_eq!(
            (answer.code, &answer.json()["sites"][0]["outcome"]),
            (0, &json!("waiting"))
        );
    }
    let answer = desk.run(&["publish", "--to", &url, "--token", &token, "--json"]);
    let said = answer.json();
    let outcomes: Vec<_> = said["sites"].as_array().expect("a list").iter().collect();
    assert_eq!(outcomes.len(), 2, "{answer:?}");
    assert_eq!(
        (&outcomes[0]["outcome"], &outcomes[1]["outcome"]),
        (&json!("superseded"), &json!("published"))
    );
    let witness = Witness::new(&url, &token);
    assert_eq!(witness.get("api/v1/site").expect("there")["name"], "Second");
}

#[test]
fn somebody_elses_document_is_overwritten_only_when_that_is_asked_for() {
    let desk = Desk::new();
    let server = backend(&desk.path("backend"));
    let (url, token) = (server.url(), server.token().to_owned());
    let to = ["--to", &url, "--token", &token];
    // From another folder, which is another library.
    let mut theirs = site("Theirs");
    theirs["quiet"] = json!(10);
    desk.write("theirs/site.json", theirs.to_string());
    assert_eq!(desk.run(&[&["publish", "theirs/site.json"], &to[..]].concat()).code, 0);
    desk.write("site.json", site("Mine").to_string());
    let answer = desk.run(&[&["publish", "site.json", "--json"], &to[..]].concat());
    assert_eq!(
        (answer.code, &answer.json()["sites"][0]["outcome"]),
        (1, &json!("conflict")),
        "{answer:?}"
    );
    let witness = Witness::new(&url, &token);
    assert_eq!(witness.get("api/v1/site").expect("there")["name"], "Theirs");
    let answer = desk.run(&[&["publish", "--overwrite"], &to[..]].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    let there = witness.get("api/v1/site").expect("there");
    assert_eq!((&there["name"], &there["quiet"]), (&json!("Mine"), &json!(10)));
}
