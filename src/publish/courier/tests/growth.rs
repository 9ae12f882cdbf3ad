//! A backend's answer is read in time proportional to its size.

use serde_json::{Value, json};

use crate::growth::grows_as_its_input;
use crate::publish::courier::Response;
use crate::publish::courier::answer::{document, items, words};

fn response(body: Value) -> Response {
    Response {
        status: 200,
        content_type: Some("application/json".into()),
        body: body.to_string().into_bytes(),
        ..Response::default()
    }
}

#[test]
fn answers_are_read_in_the_time_that_their_size_asks_for() {
    let list = |count| {
        let item = |number: usize| {
            json!({ "id": format!("c{number}"), "name": "Plans", "status": "live", "etag": "\"1\"",
                "counts": { "shown": number, "clicked": 1, "closed": 0 } })
        };
        response(json!({ "campaigns": (0..count).map(item).collect::<Vec<_>>() }))
    };
    grows_as_its_input("a list of campaigns", 1_000, list, |answer| {
        assert!(items(answer).is_some_and(|items| !items.is_empty()));
    });
    let other =
        |count| response(json!({ "campaigns": (0..count).collect::<Vec<_>>(), "more": vec![json!({}); count] }));
    grows_as_its_input("a list of other things", 2_000, other, |answer| {
        assert_eq!(items(answer).map(|items| items.len()), Some(0));
    });
    let unknown = |count: usize| {
        let keys = (0..count).map(|number| (format!("k{number}"), json!(1)));
        let mut campaign = json!({ "format": "beckon.campaign", "version": 1 });
        campaign.as_object_mut().expect("an object").extend(keys);
        response(campaign)
    };
    grows_as_its_input("a document of unknown keys", 4_000, unknown, |answer| {
        drop(document(answer))
    });
    let findings = |count| response(json!({ "title": "x".repeat(count), "findings": vec!["No."; count] }));
    grows_as_its_input("a problem with many findings", 4_000, findings, |answer| {
        drop(words(answer))
    });
}
