//! The two visitors whom the tour asks about.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use crate::visitor::Visitor;

/// A first-time and a returning visitor, with what they are called.
pub(super) fn both(now: DateTime<Utc>) -> [(&'static str, Visitor); 2] {
    let days_ago = |days| now.checked_sub_signed(TimeDelta::days(days));
    let mut returning = Visitor {
        page_views: 6,
        visits: 14,
        views: 1,
        conversation_count: 1,
        first_seen: days_ago(10),
        last_shown: days_ago(3),
        scroll_ratio: 60.0,
        ..Visitor::default()
    };
    returning.custom.insert("plan".to_owned(), json!("trial"));
    [
        ("First-time visitor", Visitor::default()),
        ("Returning visitor", returning),
    ]
}
