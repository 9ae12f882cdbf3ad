//! The clock, so that tests and pictures can have one that stands still.

use chrono::{DateTime, Utc};

/// Tells the time.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's.
    Real,
    /// Always the same instant.
    Still(DateTime<Utc>),
}

impl Clock {
    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Real => crate::clock::now(),
            Self::Still(instant) => *instant,
        }
    }
}
