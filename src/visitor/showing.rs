//! Earlier showings of a site's campaigns, which fill its rests.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A campaign was shown to the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Showing {
    /// The id of the campaign.
    pub campaign: String,
    /// When.
    pub at: DateTime<Utc>,
    /// In which of the visitor's sessions, counted from 1; `None` for one before the present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<u64>,
}
