//! The simulated visitor: how two differ, and what can be done about a verdict.
//!
//! Reads no clock and decides nothing: instants, verdicts and answers are passed in.

mod advice;
mod changes;
pub mod instant;

use chrono::{DateTime, Utc};

pub use advice::{Advice, ChangeAdvice, Notice};
pub use changes::changes;

use serde_json::Value;

use crate::visitor::{Visitor, VisitorPreset};

/// Who is being simulated, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulatedVisitor {
    /// The visitor.
    pub visitor: Visitor,
    /// The instant at which they are on the page.
    pub at: DateTime<Utc>,
    /// The preset that they still equal exactly.
    pub preset: Option<VisitorPreset>,
}

impl SimulatedVisitor {
    /// The visitor of a preset, on the page `url`, at the instant `now`.
    pub fn of(preset: VisitorPreset, url: &str, now: DateTime<Utc>) -> Self {
        Self {
            visitor: preset.visitor(url, now),
            at: now,
            preset: Some(preset),
        }
    }

    /// A visitor of one's own.
    pub fn own(visitor: Visitor, at: DateTime<Utc>) -> Self {
        Self {
            visitor,
            at,
            preset: None,
        }
    }
}

/// A value as it is typed.
pub fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
