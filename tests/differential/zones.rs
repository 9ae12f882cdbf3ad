//! When time zones change their offsets, according to the app's data, and which zones the other side's data describe differently: what a machine's
//! browser knows about a zone depends on its age and says nothing about the engines.

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use serde::Serialize;

/// The years that generated cases cover, in seconds since 1970: 2010 to 2030.
const FROM: i64 = 1_262_304_000;
const UNTIL: i64 = 1_893_456_000;
const DAY: i64 = 86_400;

/// An instant in seconds since 1970, and the minutes east of Greenwich from then on.
pub type Change = (i64, i32);

/// The question to the other side; `tests/engine-js/zones.mjs` answers with a list of changes for each zone, null for one that it does not know.
#[derive(Debug, Serialize)]
pub struct Question<'z> {
    zones: &'z [&'z str],
    from: i64,
    until: i64,
}

impl<'z> Question<'z> {
    pub fn about(zones: &'z [&'z str]) -> Self {
        Self {
            zones,
            from: FROM,
            until: UNTIL,
        }
    }
}

/// Returns those of these zones that both sides know and describe differently.
pub fn unlike<'z>(zones: &[&'z str], theirs: &[Option<Vec<Change>>]) -> Vec<&'z str> {
    let differs = |(zone, theirs): &(&&str, &Option<Vec<Change>>)| {
        let ours: Option<Tz> = zone.parse().ok();
        matches!((ours, theirs), (Some(ours), Some(theirs)) if changes(ours) != *theirs)
    };
    zones
        .iter()
        .zip(theirs)
        .filter(differs)
        .map(|(zone, _)| *zone)
        .collect()
}

/// Returns the offset at the start, then each change that a daily look finds, to the second: the same search as in `zones.mjs`.
fn changes(zone: Tz) -> Vec<Change> {
    let offset = |second: i64| {
        let instant = DateTime::from_timestamp(second, 0).unwrap_or_default();
        zone.offset_from_utc_datetime(&instant.naive_utc())
            .fix()
            .local_minus_utc()
            / 60
    };
    let mut found = vec![(FROM, offset(FROM))];
    for day in (FROM..UNTIL).step_by(DAY as usize) {
        let (before, after) = (offset(day), offset(day + DAY));
        if before == after {
            continue;
        }
        let (mut low, mut high) = (day, day + DAY);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if offset(middle) == before {
                low = middle;
            } else {
                high = middle;
            }
        }
        found.push((high, after));
    }
    found
}
