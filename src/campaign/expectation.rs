//! What a campaign's makers expect of it: tests that they create by keeping a simulated visitor (`tests/specification/expectations.md`).

use serde_json::Value;

use super::{Campaign, Extras};

/// The key of the file.
pub(super) const KEY: &str = "expectations";

/// Whether one visitor at one instant is expected to see the campaign. In a draft anything may be missing or half-filled; `insight` decides whether
/// it can be run, and with which outcome.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Expectation {
    /// The name that its makers give it.
    pub name: String,
    /// The visitor as the file holds them; null when it holds none.
    pub visitor: Value,
    /// The instant at which they are on the page (RFC 3339).
    pub at: Option<String>,
    /// Whether they are expected to see the campaign.
    pub shown: Option<bool>,
    /// Whether its failure is accepted, so that it does not stop a launch.
    pub waived: bool,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl Campaign {
    /// Removes what only its makers need, and no visitor could notice.
    pub(super) fn without_expectations(&mut self) {
        self.expectations.clear();
        // An empty list of the file is kept among the unknown keys.
        self.extras.remove(KEY);
    }
}
