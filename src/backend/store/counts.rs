//! How often browsers say that each campaign was shown, clicked and closed, and which quick replies were clicked.
//!
//! Anybody can say so: these are claims. What cannot be true is not counted, such as more clicks than showings.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use serde::Serialize;

use crate::campaign::ReplyPlace;

/// The counts of one campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(in crate::backend) struct Counts {
    /// Pop-ups shown.
    pub shown: u64,
    /// Of these, clicked.
    pub clicked: u64,
    /// Of these, closed.
    pub closed: u64,
    /// Of the clicks, those on each quick reply, by its place.
    #[serde(skip_serializing_if = "is_empty")]
    pub replies: [u64; MOST_REPLIES],
}

/// How many quick replies a message has at most.
pub(in crate::backend) const MOST_REPLIES: usize = ReplyPlace::ALL.len();

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_empty(replies: &[u64; MOST_REPLIES]) -> bool {
    replies.iter().all(|count| *count == 0)
}

/// What was counted since the last time, by campaign.
pub(in crate::backend) type Counted = HashMap<String, Counts>;

/// Adds to the counts of those campaigns that are there. Clicks and closes beyond what was shown are left out.
pub(super) fn add(connection: &mut Connection, counted: &Counted) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let insert = "INSERT INTO counts (campaign) SELECT id FROM campaigns WHERE id = ?1 ON CONFLICT DO NOTHING";
        let mut insert = transaction.prepare_cached(insert)?;
        // Counts that are over the limit already, from before there was one, do not shrink.
        let update = "UPDATE counts SET shown = shown + ?2,
                clicked = max(clicked, min(clicked + ?3, shown + ?2)), closed = max(closed, min(closed + ?4, shown + ?2)),
                reply_1 = max(reply_1, min(reply_1 + ?5, shown + ?2)), reply_2 = max(reply_2, min(reply_2 + ?6, shown + ?2)),
                reply_3 = max(reply_3, min(reply_3 + ?7, shown + ?2)), reply_4 = max(reply_4, min(reply_4 + ?8, shown + ?2))
            WHERE campaign = ?1";
        let mut update = transaction.prepare_cached(update)?;
        for (campaign, counts) in counted {
            let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
            insert.execute([campaign])?;
            let [first, second, third, fourth] = counts.replies.map(number);
            update.execute(params![
                campaign,
                number(counts.shown),
                number(counts.clicked),
                number(counts.closed),
                first,
                second,
                third,
                fourth
            ])?;
        }
    }
    transaction.commit()
}
