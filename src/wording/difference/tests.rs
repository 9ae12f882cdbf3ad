//! Changes as data: `cases.json` next to this file has two versions, and each change with its place and its sentences.

use serde_json::{Value, json};

use super::{Language, change, sides};
use crate::campaign::{Campaign, FORMAT, from_json};
use crate::insight::difference;

fn campaign(parts: &Value) -> Campaign {
    let mut file = json!({ "format": FORMAT, "version": 1 });
    for (key, value) in parts.as_object().expect("an object") {
        file[key] = value.clone();
    }
    from_json(file.to_string().as_bytes()).expect("well formed")
}

#[test]
fn every_case_says_what_it_says() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases.json")).expect("cases.json is JSON");
    let mut wrong = Vec::new();
    for case in cases {
        let changes = difference(&campaign(&case["live"]), &campaign(&case["draft"]));
        let said: Vec<Value> = changes
            .iter()
            .map(|one| {
                let said = |language| change(one, language).to_string();
                json!([one.pointer, said(Language::ENGLISH), said(Language::TURKISH)])
            })
            .collect();
        if json!(said) != case["changes"] {
            wrong.push(format!(
                "{}:\n{}",
                case["what"],
                serde_json::to_string_pretty(&said).expect("JSON")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn columns_hold_what_the_sentence_says() {
    let (live, draft) = (json!({ "name": "A" }), json!({ "name": "B" }));
    let changes = difference(&campaign(&live), &campaign(&draft));
    let sides = sides(&changes[0], Language::ENGLISH);
    let text = |side: &Option<super::Sentence>| side.as_ref().map(ToString::to_string);
    assert_eq!(sides.what, "Name");
    assert_eq!(
        (text(&sides.live), text(&sides.draft)),
        (Some("“A”".into()), Some("“B”".into()))
    );
}
