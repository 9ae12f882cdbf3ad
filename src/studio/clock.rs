//! The clock, which stands still in tests and pictures, and the time zone of the computer.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The source of the time.
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

    /// The zone in which the app shows its own times: the computer's; UTC while the clock stands still.
    pub fn zone(&self) -> Tz {
        match self {
            Self::Real => computer_zone(),
            Self::Still(_) => Tz::UTC,
        }
    }
}

/// The computer's time zone, read once, when it is first needed; UTC where it cannot be determined.
fn computer_zone() -> Tz {
    static ZONE: OnceLock<Tz> = OnceLock::new();
    *ZONE.get_or_init(|| {
        let named = std::env::var("TZ").ok();
        let named = named.and_then(|zone| zone.trim_start_matches(':').parse().ok());
        let of_system = || iana_time_zone::get_timezone().ok()?.parse().ok();
        named.or_else(of_system).unwrap_or(Tz::UTC)
    })
}
