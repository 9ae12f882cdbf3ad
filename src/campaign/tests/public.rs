//! What visitors can read of a campaign: every key, and nothing that its makers wrote for themselves.

use std::collections::BTreeSet;

use super::*;

/// A text that no visitor may read, wherever it stands.
const PRIVATE: &str = "PRIVATE-note-of-the-makers";

/// Every key that a visitor may read: the place of each in the list, with `*` for an entry of a list.
const READABLE: &[&str] = &[
    "/campaigns",
    "/campaigns/*/activity",
    "/campaigns/*/activity/conditions",
    "/campaigns/*/activity/conditions/*/field",
    "/campaigns/*/activity/conditions/*/operator",
    "/campaigns/*/activity/conditions/*/value",
    "/campaigns/*/activity/join",
    "/campaigns/*/audience",
    "/campaigns/*/audience/all",
    "/campaigns/*/audience/all/*/any",
    "/campaigns/*/audience/all/*/any/*/field",
    "/campaigns/*/audience/all/*/any/*/operator",
    "/campaigns/*/audience/all/*/any/*/value",
    "/campaigns/*/audience/all/*/field",
    "/campaigns/*/audience/all/*/key",
    "/campaigns/*/audience/all/*/operator",
    "/campaigns/*/audience/all/*/value",
    "/campaigns/*/content",
    "/campaigns/*/content/button",
    "/campaigns/*/content/button/action",
    "/campaigns/*/content/button/action/link",
    "/campaigns/*/content/button/action/message",
    "/campaigns/*/content/button/name",
    "/campaigns/*/content/image",
    "/campaigns/*/content/image_alt",
    "/campaigns/*/content/language",
    "/campaigns/*/content/subtitle",
    "/campaigns/*/content/text",
    "/campaigns/*/content/title",
    "/campaigns/*/content/translations",
    "/campaigns/*/content/translations/tr",
    "/campaigns/*/content/translations/tr/button",
    "/campaigns/*/content/translations/tr/button/action",
    "/campaigns/*/content/translations/tr/button/action/message",
    "/campaigns/*/content/translations/tr/button/name",
    "/campaigns/*/content/translations/tr/title",
    "/campaigns/*/content/type",
    "/campaigns/*/content/user_say",
    "/campaigns/*/format",
    "/campaigns/*/id",
    "/campaigns/*/launched_at",
    "/campaigns/*/launcher_image",
    "/campaigns/*/launcher_image/image",
    "/campaigns/*/schedule",
    "/campaigns/*/schedule/closes_after",
    "/campaigns/*/schedule/hours",
    "/campaigns/*/schedule/hours/*/days",
    "/campaigns/*/schedule/hours/*/from",
    "/campaigns/*/schedule/hours/*/until",
    "/campaigns/*/schedule/hours_in",
    "/campaigns/*/schedule/message_delay",
    "/campaigns/*/schedule/only_in_hours",
    "/campaigns/*/schedule/priority",
    "/campaigns/*/schedule/repeat_cycle",
    "/campaigns/*/schedule/repeat_cycle/every",
    "/campaigns/*/schedule/repeat_cycle/unit",
    "/campaigns/*/schedule/runs",
    "/campaigns/*/schedule/runs/from",
    "/campaigns/*/schedule/runs/until",
    "/campaigns/*/time_zone",
    "/campaigns/*/version",
    "/format",
    "/version",
];

fn keys(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let at = format!("{at}/{key}");
                keys(value, &at, found);
                found.insert(at);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, &format!("{at}/*"), found)),
        _ => {}
    }
}

/// Puts a note into every object, under an unknown key.
fn annotate(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(annotate);
            map.insert("note".into(), PRIVATE.into());
        }
        Value::Array(items) => items.iter_mut().for_each(annotate),
        _ => {}
    }
}

/// Returns campaigns of every type with everything in them that a file may hold.
fn everything() -> Vec<Campaign> {
    let mut rich = json!({
        "format": "beckon.campaign", "version": 1, "id": "a", "name": PRIVATE, "platform": "web_messenger", "time_zone": "Europe/Istanbul",
        "audience": { "all": [
            { "field": "current_page_url", "operator": "equals", "value": "https://www.example.com/" },
            { "field": "custom", "key": "plan", "operator": "equals", "value": "trial" },
            { "field": "visits", "key": PRIVATE, "operator": "at_least", "value": 1 },
            { "field": "browser", "operator": "one_of", "value": ["chrome"] },
            { "field": PRIVATE, "operator": PRIVATE, "value": { "note": PRIVATE } },
            { "field": "visits", "operator": "at_least", "value": [{ "note": PRIVATE }] },
            { "field": "custom", "key": PRIVATE, "operator": "equals", "value": PRIVATE, "muted": true },
            { "any": [{ "field": "visits", "operator": "at_least", "value": 1 }] },
            { "any": [{ "field": "custom", "key": PRIVATE, "operator": "is_set" }], "muted": true },
        ] },
        "activity": { "join": "and", "conditions": [
            { "field": "scroll_ratio", "operator": "at_least", "value": 40 },
            { "field": "custom", "key": PRIVATE, "operator": "equals", "value": PRIVATE, "muted": true },
        ] },
        "content": { "type": "rich", "title": "Need a hand?", "subtitle": "Ask.", "image": "images/a.png", "image_alt": "A plant", "text": PRIVATE, "preview_reply": PRIVATE,
            "button": { "name": "Ask", "action": { "message": "Ask" } }, "user_say": "Ask", "language": "en",
            "translations": {
                "tr": { "title": "Yardım?", "text": PRIVATE, "preview_reply": PRIVATE, "button": { "name": "Sor", "action": { "message": "Sor" } } },
                "de": { "text": PRIVATE },
            } },
        "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 1, "closes_after": 20,
            "runs": { "from": "2026-12-01T09:00", "until": "2026-12-24T18:00" }, "hours_in": "visitor", "only_in_hours": true,
            "hours": [{ "days": ["monday", PRIVATE], "from": "09:00", "until": "18:00" }, { "days": ["monday"], "from": PRIVATE, "until": "18:00" }],
            "priority": 1 },
        "launcher_image": { "image": "images/b.png" },
        "launched_at": "2026-11-22T10:00:00Z",
        "expectations": [{ "name": PRIVATE, "visitor": { "custom": { "plan": PRIVATE } }, "at": "2026-11-22T10:00:00Z", "shown": true }],
    });
    annotate(&mut rich);
    // Every key there is a language.
    if let Some(languages) = rich["content"]["translations"].as_object_mut() {
        languages.remove("note");
    }
    // A launcher's object that holds more than its image is not a launcher.
    rich["launcher_image"] = json!({ "image": "images/b.png" });
    let mut link = rich.clone();
    link["content"]["button"]["action"] = json!({ "link": "https://www.example.com/", "note": PRIVATE });
    link["launcher_image"] = json!(PRIVATE);
    link["time_zone"] = json!(PRIVATE);
    link["launched_at"] = json!(PRIVATE);
    link["schedule"]["runs"] = json!({ "from": PRIVATE, "until": PRIVATE });
    link["schedule"]["hours_in"] = json!(PRIVATE);
    link["content"]["language"] = json!(PRIVATE);
    link["content"]["translations"] = json!({ PRIVATE: { "title": PRIVATE } });
    let mut text = rich.clone();
    text["content"] = json!({ "type": "text", "title": PRIVATE, "text": "Hi", "user_say": "Hi", "preview_reply": PRIVATE, "button": { "name": PRIVATE } });
    let mut window = rich.clone();
    window["content"] = json!({ "type": "open_window", "user_say": "Hi", "preview_reply": PRIVATE, "text": PRIVATE });
    let mut unknown = rich.clone();
    unknown["content"]["type"] = json!(PRIVATE);
    unknown["content"]["text"] = json!("Hi");
    unknown["content"]["translations"] = json!({});
    unknown["activity"]["join"] = json!(PRIVATE);
    unknown["schedule"]["repeat_cycle"]["unit"] = json!(PRIVATE);
    unknown["platform"] = json!(PRIVATE);
    [rich, link, text, window, unknown]
        .iter()
        .map(|value| from_json(value.to_string().as_bytes()).expect("a campaign"))
        .collect()
}

#[test]
fn visitors_can_read_these_keys_and_no_others() {
    let list = live_list(&everything(), None);
    let mut found = BTreeSet::new();
    keys(&list, "", &mut found);
    let readable: BTreeSet<String> = READABLE.iter().map(|key| (*key).to_owned()).collect();
    assert_eq!(found, readable);
    assert!(!list.to_string().contains(PRIVATE), "{list:#}");
}

#[test]
fn what_visitors_cannot_read_they_cannot_distinguish() {
    let [campaign, ..] = &everything()[..] else {
        panic!("there are some")
    };
    let mut other = campaign.clone();
    other.name = "Another".to_owned();
    other.extras.set("note", json!("another"));
    other.expectations.clear();
    other.content.preview_reply = None;
    other.launched_at = None;
    assert!(looks_alike(campaign, &other));
    other.content.title = Some("Another".to_owned());
    assert!(!looks_alike(campaign, &other));
}

#[test]
fn what_is_muted_keeps_its_place() {
    for campaign in everything() {
        let visible = campaign.for_visitors();
        assert_eq!(visible.audience.children.len(), campaign.audience.children.len());
        assert_eq!(visible.for_visitors(), visible);
    }
}
