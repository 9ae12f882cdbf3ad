//! The list of campaigns that a website's widget reads, the same from a backend and in a folder for a static host.

use std::cmp::Reverse;

use chrono::DateTime;
use serde_json::{Value, json};

use super::{Campaign, to_value};

/// The value of the list's key `format`.
pub const LIVE_FORMAT: &str = "beckon.live";
/// The version of the list that this program writes.
pub const LIVE_VERSION: u64 = 1;

/// What a website's widget reads: these campaigns as they are launched, best first (SPEC 4.4), without what only their makers need.
pub fn live_list(campaigns: &[Campaign]) -> Value {
    let mut ranked: Vec<&Campaign> = campaigns.iter().collect();
    ranked.sort_by_cached_key(|campaign| {
        (
            campaign.schedule.rank(),
            Reverse(launched(campaign)),
            campaign.id.clone(),
        )
    });
    let listed = ranked.into_iter().map(|campaign| to_value(&campaign.for_launch()));
    json!({ "format": LIVE_FORMAT, "version": LIVE_VERSION, "campaigns": listed.collect::<Vec<_>>() })
}

/// When it was launched, in milliseconds; `None`, which sorts as earliest, when never or unreadable.
fn launched(campaign: &Campaign) -> Option<i64> {
    let at = DateTime::parse_from_rfc3339(campaign.launched_at.as_deref()?).ok()?;
    Some(at.timestamp_millis())
}
