//! The order in which campaigns go.

use std::cmp::{Ordering, Reverse};

use chrono::DateTime;

use crate::campaign::Campaign;

/// The place of a campaign in line: the smaller one goes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rank {
    /// The lowest number goes first.
    pub priority: i64,
    /// When it was launched, in milliseconds since 1970; the latest goes first, and `None`, never launched, goes last.
    pub launched: Reverse<Option<i64>>,
    /// The smallest goes first, as JavaScript compares texts.
    pub id: String,
}

impl Rank {
    /// Returns the place of a campaign.
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

impl Ord for Rank {
    fn cmp(&self, other: &Rank) -> Ordering {
        let by_id = || self.id.encode_utf16().cmp(other.id.encode_utf16());
        (self.priority, self.launched)
            .cmp(&(other.priority, other.launched))
            .then_with(by_id)
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Rank) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
