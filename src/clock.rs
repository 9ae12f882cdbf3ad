//! The computer's clock. Only this module reads it: with a clock set before 1970 or after 9999, as an empty battery leaves it, much code that takes
//! an instant for granted panics.

use std::panic::AssertUnwindSafe;
use std::sync::{LazyLock, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Utc};
use uuid::timestamp::context::ContextV7;
use uuid::{Timestamp, Uuid};

/// The last instant that `now` returns, in seconds since 1970: 9999-12-31T00:00:00Z, whose year has four digits in every zone.
const LAST: u64 = 253_402_214_400;

/// The counter within a millisecond, so that identities made one after the other sort in this order.
static COUNTER: LazyLock<Mutex<AssertUnwindSafe<ContextV7>>> =
    LazyLock::new(|| Mutex::new(AssertUnwindSafe(ContextV7::new())));

/// Returns the present instant; for a clock before 1970 or beyond 9999, the nearest instant within.
pub fn now() -> DateTime<Utc> {
    within_bounds(system_time())
}

/// Returns a new identity: a UUID of version 7, which begins with the present instant.
pub fn new_id() -> Uuid {
    let now = now();
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(&*COUNTER, seconds, now.timestamp_subsec_nanos()))
}

/// Returns whether the clock is within the years that `now` returns. Outside of them no certificate is valid, and HTTP cannot write the date.
pub fn is_usable() -> bool {
    is_within_bounds(system_time())
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks")]
fn system_time() -> SystemTime {
    SystemTime::now()
}

fn is_within_bounds(time: SystemTime) -> bool {
    time.duration_since(UNIX_EPOCH)
        .is_ok_and(|since| since.as_secs() < LAST)
}

fn within_bounds(time: SystemTime) -> DateTime<Utc> {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let (seconds, nanoseconds) = match since.as_secs() {
        seconds if seconds >= LAST => (LAST, 0),
        seconds => (seconds, since.subsec_nanos()),
    };
    i64::try_from(seconds)
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, nanoseconds))
        .unwrap_or(DateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn an_impossible_clock_is_taken_for_the_nearest_possible_one() {
        let seconds = Duration::from_secs;
        for (time, written, usable) in [
            (UNIX_EPOCH, "1970-01-01T00:00:00Z", true),
            (UNIX_EPOCH - seconds(1), "1970-01-01T00:00:00Z", false),
            (UNIX_EPOCH - seconds(200 * 31_557_600), "1970-01-01T00:00:00Z", false),
            (UNIX_EPOCH + seconds(1_795_341_600), "2026-11-22T10:00:00Z", true),
            (UNIX_EPOCH + seconds(LAST - 1), "9999-12-30T23:59:59Z", true),
            (UNIX_EPOCH + seconds(LAST), "9999-12-31T00:00:00Z", false),
            (UNIX_EPOCH + seconds(LAST + 86_400), "9999-12-31T00:00:00Z", false),
            (UNIX_EPOCH + seconds(i64::MAX as u64 / 2), "9999-12-31T00:00:00Z", false),
        ] {
            assert_eq!(is_within_bounds(time), usable, "{written}");
            let instant = within_bounds(time);
            assert_eq!(instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true), written);
            // What is written can be read again, in every zone.
            for zone in ["Pacific/Kiritimati", "Etc/GMT+12"] {
                let zone: chrono_tz::Tz = zone.parse().expect("a zone");
                let text = instant.with_timezone(&zone).to_rfc3339();
                assert_eq!(DateTime::parse_from_rfc3339(&text).expect("an instant"), instant);
            }
        }
    }

    #[test]
    fn identities_stand_in_the_order_in_which_they_were_made() {
        let made: Vec<Uuid> = (0..1_000).map(|_| new_id()).collect();
        assert!(made.is_sorted_by(|one, next| one < next));
        assert_eq!(made[0].get_version_num(), 7);
    }
}
