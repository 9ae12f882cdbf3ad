//! The two visitors whom the tour asks about, on a page and in a language that the campaign asks for.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use crate::campaign::{Campaign, Condition, Field, Group, Joiner, Node, Operator};
use crate::visitor::Visitor;

/// A first-time and a returning visitor, with what they are called.
pub(super) fn both(campaign: &Campaign, now: DateTime<Utc>) -> [(&'static str, Visitor); 2] {
    let newcomer = Visitor::default();
    let asked = |field, otherwise| asked_for(&campaign.audience, field).unwrap_or(otherwise);
    let first = Visitor {
        url: asked(Field::CurrentPageUrl, newcomer.url).replace('*', ""),
        browser_language: asked(Field::BrowserLanguage, newcomer.browser_language),
        ..Visitor::default()
    };
    let days_ago = |days| now.checked_sub_signed(TimeDelta::days(days));
    let returning = Visitor {
        page_views: 6,
        visits: 14,
        views: 1,
        conversation_count: 1,
        first_seen: days_ago(90),
        last_shown: days_ago(60),
        custom: customer(),
        scroll_ratio: 80.0,
        ..first.clone()
    };
    [("First-time visitor", first), ("Returning visitor", returning)]
}

/// What the sample site tells about a customer whom it knows.
fn customer() -> Map<String, Value> {
    let known = [
        ("first_name", json!("Deniz")),
        ("membership", json!("gold")),
        ("cart_items", json!(2)),
        ("orders", json!(3)),
    ];
    known.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// The first text of a field that a condition asks for.
fn asked_for(group: &Group, field: Field) -> Option<String> {
    if group.muted || group.joiner == Joiner::None {
        return None;
    }
    group.children.iter().find_map(|child| match child {
        Node::Group(inner) => asked_for(inner, field),
        Node::Condition(condition) if condition.field.known() == Some(field) => wanted(condition),
        Node::Condition(_) => None,
    })
}

fn wanted(condition: &Condition) -> Option<String> {
    let text = match condition.operator.known().filter(|_| !condition.muted)? {
        Operator::Equals | Operator::StartsWith | Operator::Matches => condition.value.as_ref()?,
        Operator::OneOf => condition.value.as_ref()?.get(0)?,
        _ => return None,
    };
    text.as_str().map(str::to_owned)
}
