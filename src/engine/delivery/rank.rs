//! Who goes first.

use std::cmp::Reverse;

use chrono::DateTime;

use crate::campaign::Campaign;

/// The place of a campaign in line (SPEC 4): the smaller one goes first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// The lowest number goes first.
    pub priority: i64,
    /// When it was launched, in milliseconds since 1970; the latest goes first, `None`, which is never, last.
    pub launched: Reverse<Option<i64>>,
    /// The smallest goes first.
    pub id: String,
}

impl Rank {
    /// The place of a campaign.
    pub fn of(campaign: &Campaign) -> Rank {
        let launched = campaign
            .launched_at
            .as_deref()
            .and_then(|at| DateTime::parse_from_rfc3339(at).ok());
        Rank {
            priority: campaign.schedule.rank(),
            launched: Reverse(launched.map(|at| at.timestamp_millis())),
            id: campaign.id.clone(),
        }
    }
}
