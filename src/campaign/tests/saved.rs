//! Laws of saved audiences: files that stay as they are, conditions in the place of a reference, and nobody where one is missing.

use serde_json::{Value, json};

use super::*;
use crate::campaign::{NodePath, SavedAudience, SavedAudiences};

fn campaign(audience: Value) -> Campaign {
    let file = json!({ "format": FORMAT, "version": 1, "audience": audience });
    from_json(file.to_string().as_bytes()).expect("it reads")
}

fn buyers() -> Value {
    json!({ "any": [
        { "field": "visits", "operator": "at_least", "value": 2, "why": "kept" },
        { "field": "custom", "key": "orders", "operator": "greater_than", "value": 0 } ] })
}

fn saved(audience: &Value) -> SavedAudience {
    let file =
        json!({ "format": "beckon.audience", "version": 1, "name": "Buyers", "owner": "Ada", "audience": audience });
    SavedAudience::from_json(file.to_string().as_bytes()).expect("it reads")
}

fn known(audience: &Value) -> SavedAudiences {
    [("buyers".to_owned(), saved(audience))].into_iter().collect()
}

#[test]
fn a_file_is_written_as_it_was_read() {
    let text = saved(&buyers()).to_json();
    assert!(
        text.contains("\"owner\": \"Ada\"") && text.contains("\"why\": \"kept\""),
        "{text}"
    );
    let again = SavedAudience::from_json(text.as_bytes()).expect("it reads");
    assert_eq!(again.to_json(), text);
    let own = campaign(json!({ "all": [ { "saved": "buyers", "muted": true, "note": 1 } ] }));
    let written = to_value(&own);
    assert_eq!(
        written["audience"]["all"][0],
        json!({ "saved": "buyers", "muted": true, "note": 1 })
    );
    let again = from_json(to_json(&own).as_bytes()).expect("it reads");
    assert_eq!(again.audience, own.audience);
}

#[test]
fn its_conditions_stand_in_the_place_of_the_reference() {
    let own = campaign(json!({ "all": [
        { "field": "page_views", "operator": "at_least", "value": 2 }, { "none": [ { "saved": "buyers" } ] } ] }));
    let inlined = own.inlined(&known(&buyers()));
    assert_eq!(
        to_value(&inlined)["audience"]["all"][1],
        json!({ "none": [ buyers() ] })
    );
    assert_eq!(own.uses(), ["buyers"]);
    assert!(inlined.uses().is_empty() && inlined.audience.unresolved().is_none());
    // What is there already stays where it is, and a place in the audience is where that is named.
    let deep = inlined.audience.pointer(&NodePath(vec![1, 0, 1]));
    assert_eq!(deep, "/audience/all/1/none/0/any/1");
    assert_eq!(
        own.audience.own_place(&deep),
        ("/audience/all/1/none/0", Some("buyers"))
    );
    assert_eq!(
        own.audience.own_place("/audience/all/1/none/0"),
        ("/audience/all/1/none/0", None)
    );
    assert_eq!(
        own.audience.own_place("/audience/all/0/value"),
        ("/audience/all/0/value", None)
    );
}

#[test]
fn whether_it_is_muted_is_for_the_campaign_to_say() {
    let all_muted = json!({ "any": [ { "field": "visits", "operator": "at_least", "value": 2 } ], "muted": true });
    let own = campaign(json!({ "all": [ { "saved": "buyers" } ] })).inlined(&known(&all_muted));
    assert_eq!(
        to_value(&own)["audience"],
        json!({ "all": [ { "all": [ all_muted ] } ] })
    );
    let muted = campaign(json!({ "all": [ { "saved": "buyers", "muted": true } ] })).inlined(&known(&buyers()));
    assert!(muted.audience.children[0].muted());
    assert!(muted.for_launch().audience.is_everyone());
}

#[test]
fn visitors_get_nobody_where_an_audience_is_missing() {
    for (audience, activity) in [
        (json!({ "all": [ { "saved": "gone" } ] }), "and"),
        (json!({ "none": [ { "saved": "gone" } ] }), "or"),
        (
            json!({ "any": [ { "field": "visits", "operator": "at_least", "value": 1 }, { "all": [ { "saved": "gone" } ] } ] }),
            "or",
        ),
    ] {
        let file = json!({ "format": FORMAT, "version": 1, "audience": audience, "activity": { "join": activity, "conditions": [
            { "field": "scroll_ratio", "operator": "at_least", "value": 0 } ] } });
        let own = from_json(file.to_string().as_bytes()).expect("it reads");
        let public = &live_list(std::slice::from_ref(&own), None)["campaigns"][0];
        assert_eq!(
            public["audience"],
            json!({ "all": [ { "field": "page_views", "operator": "less_than", "value": 0 } ] })
        );
        assert_eq!(public["activity"]["conditions"], json!([]));
    }
    // A muted one decides nothing.
    let own = campaign(json!({ "all": [ { "saved": "gone", "muted": true } ] }));
    assert!(own.audience.unresolved().is_none());
    assert_eq!(
        live_list(&[own], None)["campaigns"][0]["audience"],
        json!({ "all": [] })
    );
}

#[test]
fn what_cannot_be_one_is_refused_with_its_place() {
    let message = |audience: Value| {
        let file = json!({ "format": "beckon.audience", "version": 1, "audience": audience });
        let error = SavedAudience::from_json(file.to_string().as_bytes()).expect_err("it is refused");
        (error.problems[0].pointer.clone(), error.problems[0].message())
    };
    let (place, said) = message(json!({ "all": [ { "any": [ { "saved": "others", "muted": true } ] } ] }));
    assert_eq!(
        (place.as_str(), said.as_str()),
        ("/audience/all/0/any/0", "a saved audience uses another one, `others`")
    );
    let (_, said) = message(json!({ "saved": "others" }));
    assert_eq!(said, "the audience must be a group, and is a condition");
    for (file, said) in [
        (
            json!({ "format": FORMAT, "version": 1 }),
            "the file is not a saved audience: its `format` is not `beckon.audience`",
        ),
        (
            json!({ "format": "beckon.audience", "version": 2 }),
            "the file has version 2, and this program reads up to version 1",
        ),
        (
            json!({ "format": "beckon.audience" }),
            "the file names no `version` that exists",
        ),
        (
            json!([]),
            "the file holds no saved audience: its outermost value is not an object",
        ),
    ] {
        let error = SavedAudience::from_json(file.to_string().as_bytes()).expect_err("it is refused");
        assert_eq!(error.problems[0].message(), said);
        assert!(!error.hint().is_empty());
    }
}
