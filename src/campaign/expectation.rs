//! What a campaign's makers expect of it: tests that they write by keeping a simulated visitor (`tests/specification/expectations.md`).

use serde_json::Value;

use super::{Campaign, Extras};

/// The key of the file.
pub(super) const KEY: &str = "expectations";

/// Whether one visitor at one instant is to see the campaign. A draft's may lack or half-fill anything; whether it can be run, and what
/// comes out, is for `insight` to say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Expectation {
    /// What its makers call it.
    pub name: String,
    /// The visitor as the file holds them; null when there is none.
    pub visitor: Value,
    /// The instant at which they are on the page (RFC 3339).
    pub at: Option<String>,
    /// Whether they are to see the campaign.
    pub shown: Option<bool>,
    /// Whether its failing stops no launch.
    pub waived: bool,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl Campaign {
    /// Takes out what only its makers need, and no visitor could notice.
    pub(super) fn without_expectations(&mut self) {
        self.expectations.clear();
        // An empty list of the file is kept there.
        self.extras.remove(KEY);
    }
}
