//! What time it is for the backend: the one place that asks the system's clock.
//!
//! A clock may be wrong by centuries, as on a board without a battery. What is written with it stays within the years that every format
//! here can hold, and nothing panics.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Utc};

/// Seconds from 1970 to the end of the year 9999.
const END: u64 = 253_402_300_800;

/// The present instant, kept within the years 1970 to 9999.
pub(super) fn now() -> DateTime<Utc> {
    clamp(SystemTime::now())
}

/// Whether the clock shows a time that HTTP can write (RFC 9110, 5.6.7). Where it does not, no answer can carry its `Date`.
pub(super) fn is_usable() -> bool {
    is_in_range(SystemTime::now())
}

fn is_in_range(instant: SystemTime) -> bool {
    since_1970(instant).is_some_and(|passed| passed.as_secs() < END)
}

fn since_1970(instant: SystemTime) -> Option<Duration> {
    instant.duration_since(UNIX_EPOCH).ok()
}

fn clamp(instant: SystemTime) -> DateTime<Utc> {
    let passed = since_1970(instant).unwrap_or_default();
    let last = Duration::from_secs(END) - Duration::from_millis(1);
    let passed = passed.min(last);
    let seconds = i64::try_from(passed.as_secs()).unwrap_or_default();
    DateTime::from_timestamp(seconds, passed.subsec_nanos()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_out_of_range_is_clamped() {
        let at = |seconds: u64| UNIX_EPOCH + Duration::from_secs(seconds);
        let before = UNIX_EPOCH - Duration::from_secs(3_000_000_000);
        for (instant, wanted, usable) in [
            (before, "1970-01-01T00:00:00.000Z", false),
            (UNIX_EPOCH, "1970-01-01T00:00:00.000Z", true),
            (at(1_795_000_000), "2026-11-18T11:06:40.000Z", true),
            (at(END - 1), "9999-12-31T23:59:59.000Z", true),
            (at(END), "9999-12-31T23:59:59.999Z", false),
            (at(END * 3), "9999-12-31T23:59:59.999Z", false),
        ] {
            let clamped = clamp(instant).to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
            assert_eq!((clamped.as_str(), is_in_range(instant)), (wanted, usable));
        }
    }
}
