//! Instants as people type them: date and time of day in the campaign's zone.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// `at` as date and time of day in `zone`.
pub(super) fn write(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// The instant that `text` says; a date alone means its noon. `None` for what is no date.
pub(super) fn read(text: &str, zone: Tz) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let noon = || NaiveTime::from_hms_opt(12, 0, 0);
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M")
        .ok()
        .or_else(|| Some(text.parse::<NaiveDate>().ok()?.and_time(noon()?)))?;
    in_zone(local, zone)
}

/// The same time of day on another date.
pub(super) fn on_date(at: DateTime<Utc>, date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    in_zone(date.and_time(at.with_timezone(&zone).time()), zone)
}

/// A local time that the clocks skip means the one an hour later.
fn in_zone(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let later = || {
        zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1)))
            .earliest()
    };
    let at = zone.from_local_datetime(&local).earliest().or_else(later)?;
    Some(at.with_timezone(&Utc))
}
