//! Time within delivery: whole microseconds, and the first instants of days.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;

use crate::engine::page_view::{Day, day_of};

/// Microseconds, since the start of a delivery or since 1970.
pub(crate) type Micros = i64;

/// The latest time within a delivery, some 3,000 years; later times count as this one.
const FARTHEST: Micros = 100_000_000_000_000_000;

/// Returns a duration or time in microseconds, rounded.
pub(crate) fn micros(seconds: f64) -> Micros {
    ((seconds * 1e6).round() as Micros).clamp(-FARTHEST, FARTHEST)
}

/// Returns the same in seconds.
pub(crate) fn seconds(micros: Micros) -> f64 {
    micros as f64 / 1e6
}

/// Returns the instant of a wall clock, kept within years that every zone supports.
pub(super) fn instant(wall: Micros) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(wall.clamp(-2 * FARTHEST, 2 * FARTHEST)).unwrap_or_default()
}

/// The seconds in a day, and the largest distance of a zone from UTC, with room to spare.
const DAY: i64 = 86_400;
const FARTHEST_ZONE: i64 = 26 * 3_600;

/// Returns the first instant, in whole seconds, at which a zone's date is this day or a later one. It may differ from midnight: some days begin at
/// one o'clock.
pub(super) fn start_of_day(day: Day, zone: Tz) -> Option<Micros> {
    let midnight_utc = i64::from(day).checked_sub(i64::from(DateTime::UNIX_EPOCH.num_days_from_ce()))? * DAY;
    let (mut before, mut reached) = (midnight_utc - FARTHEST_ZONE, midnight_utc + FARTHEST_ZONE);
    while reached - before > 1 {
        let middle = before + (reached - before) / 2;
        if day_of(DateTime::from_timestamp(middle, 0)?, zone) >= day {
            reached = middle;
        } else {
            before = middle;
        }
    }
    reached.checked_mul(1_000_000)
}

/// Dates at one instant, each zone looked up once.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    now: DateTime<Utc>,
    days: Vec<(Tz, Day)>,
}

impl Calendar {
    pub(super) fn at(wall: Micros) -> Calendar {
        Calendar {
            now: instant(wall),
            days: Vec::new(),
        }
    }

    pub(super) fn today(&mut self, zone: Tz) -> Day {
        if let Some((_, day)) = self.days.iter().find(|(known, _)| *known == zone) {
            return *day;
        }
        let day = day_of(self.now, zone);
        self.days.push((zone, day));
        day
    }
}
