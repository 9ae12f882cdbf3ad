//! Instants as people type them: date and time of day in the campaign's zone.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::wording::{text::Language, typed_date};

/// `at` as date and time of day in `zone`.
pub fn write(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// Reads `text` as an instant: a date in any spelling that [`typed_date`] reads, and after it perhaps a time of day such as `14:30`; a date
/// alone means its noon. `None` for what is not a date, or could be two.
pub fn read(text: &str, zone: Tz, language: Language) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let (date, time) = match typed_date(text, language) {
        Some(date) => (date, NaiveTime::from_hms_opt(12, 0, 0)?),
        None => {
            let (date, time) = text.rsplit_once(|c: char| c.is_whitespace() || c == 'T')?;
            let date = date.trim_end().trim_end_matches(',');
            (typed_date(date, language)?, time_of_day(time)?)
        }
    };
    in_zone(date.and_time(time), zone)
}

/// `14:30`, or with a dot as in Turkish.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let written = text.replace('.', ":");
    NaiveTime::parse_from_str(&written, "%H:%M").ok()
}

/// The same time of day on another date.
pub fn on_date(at: DateTime<Utc>, date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
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
