//! Campaigns for pictures: one that was launched and changed since (nothing of it is published anywhere), one that nobody
//! can see, and one with tests.

use serde_json::{Value, json};

use crate::{
    campaign::{Campaign, Condition, Expectation, Field, Node, Operator, to_value},
    publish::Connection,
    studio::publishing::Snapshot,
};

/// Returns what a window shows of `campaign` after an older version of it was launched.
pub fn launched_before(campaign: &Campaign) -> Snapshot {
    let connection = Connection {
        id: "shop".to_owned(),
        name: "Leaf & Stem shop".to_owned(),
        url: "https://campaigns.example.com/".to_owned(),
    };
    let page = json!({
        "connection": connection.id,
        "campaign": campaign.id,
        "name": campaign.name,
        "status": "live",
        "etag": "\"1\"",
        "live": older(campaign),
        "launched_at": "2026-11-20T09:30:00Z",
        "counts": { "shown": 1204, "clicked": 96, "closed": 310 },
        "heard_at": "2026-11-22T10:00:00Z",
        "progress": null,
        "last": null,
    });
    let entries = serde_json::from_value(page)
        .map(|entry| [(campaign.id.clone(), entry)].into())
        .unwrap_or_default();
    Snapshot {
        entries: [(connection.id.clone(), entries)].into(),
        connections: vec![connection],
        ..Snapshot::default()
    }
}

/// Returns the campaign as launched: another title, another delay, another audience.
fn older(campaign: &Campaign) -> Value {
    let mut older = campaign.for_launch();
    older.content.title = Some("Hello, plant friend".to_owned());
    older.schedule.set_delay_seconds(5.0);
    older.audience.children.truncate(2);
    let device = Condition::new(Field::DeviceType, Operator::Equals, "desktop");
    older.audience.children.push(Node::Condition(device));
    to_value(&older)
}

/// Returns the campaign with a condition that contradicts one of the first sample's.
pub(super) fn nobody_sees(mut campaign: Campaign) -> Campaign {
    let talked = Condition::new(Field::ConversationCount, Operator::AtLeast, 1);
    campaign.audience.children.push(Node::Condition(talked));
    campaign
}

/// Returns the campaign with tests of its makers, one of which no longer passes.
pub(super) fn tested(mut campaign: Campaign) -> Campaign {
    for (name, page_views) in [
        ("First visit, on the home page", 1),
        ("Third visit, on the home page", 3),
    ] {
        campaign.expectations.push(Expectation {
            name: name.to_owned(),
            visitor: json!({ "url": "https://www.example.com/", "page_views": page_views, "visits": page_views }),
            at: Some("2026-11-22T10:00:00Z".to_owned()),
            shown: Some(true),
            ..Expectation::default()
        });
    }
    campaign
}
