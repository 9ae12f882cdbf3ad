//! How often each campaign was shown, clicked and closed.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use serde::Serialize;

/// The counts of one campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(in crate::backend) struct Counts {
    /// Pop-ups shown.
    pub shown: u64,
    /// Of these, clicked.
    pub clicked: u64,
    /// Of these, closed.
    pub closed: u64,
}

/// What was counted since the last time, by campaign.
pub(in crate::backend) type Counted = HashMap<String, Counts>;

/// Adds to the counts of those campaigns that are there.
pub(super) fn add(connection: &mut Connection, counted: &Counted) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let sql =
            "INSERT INTO counts (campaign, shown, clicked, closed) SELECT id, ?2, ?3, ?4 FROM campaigns WHERE id = ?1
            ON CONFLICT (campaign) DO UPDATE SET shown = shown + ?2, clicked = clicked + ?3, closed = closed + ?4";
        let mut statement = transaction.prepare_cached(sql)?;
        for (campaign, counts) in counted {
            let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
            statement.execute(params![
                campaign,
                number(counts.shown),
                number(counts.clicked),
                number(counts.closed)
            ])?;
        }
    }
    transaction.commit()
}
