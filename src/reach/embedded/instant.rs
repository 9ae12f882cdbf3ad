//! Instants as programs write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;

/// Converts seconds, milliseconds or microseconds to seconds since 1970; the size shows which of them it is.
pub(super) fn since_1970(number: u64) -> Option<i64> {
    let seconds = match number {
        0..100_000_000_000 => number,
        100_000_000_000..100_000_000_000_000 => number / 1_000,
        100_000_000_000_000..100_000_000_000_000_000 => number / 1_000_000,
        _ => return None,
    };
    i64::try_from(seconds).ok()
}

/// Reads an instant as programs write it, as seconds since 1970: RFC 3339, with a blank for its `T`, with `UTC`, without a zone (read as UTC), or a
/// date alone (read in `zone`).
pub(super) fn written_instant(text: &str, zone: Tz) -> Option<i64> {
    if let Some(second) = plainly_written(text.as_bytes()) {
        return Some(second);
    }
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some(instant.timestamp());
    }
    // Columns with gaps are exported with fractions: 1795341600.0.
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() >= 9 && digits(whole) && digits(fraction) {
        return since_1970(whole.parse().ok()?);
    }
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        let midnight = date.and_time(NaiveTime::MIN);
        // A clock that skips midnight does not skip noon.
        let local = zone.from_local_datetime(&midnight).earliest();
        let noon = || zone.from_local_datetime(&date.and_hms_opt(12, 0, 0)?).earliest();
        return local.or_else(noon).map(|instant| instant.timestamp());
    }
    for form in ["%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M:%S%.f%#z"] {
        if let Ok(instant) = DateTime::parse_from_str(text, form) {
            return Some(instant.timestamp());
        }
    }
    let bare = text
        .strip_suffix(" UTC")
        .or_else(|| text.strip_suffix('Z'))
        .unwrap_or(text);
    ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(bare, form).ok())
        .map(|instant| instant.and_utc().timestamp())
}

/// Reads `2026-11-22T10:00:00Z`, the most common form, as seconds since 1970; `None` for all others.
fn plainly_written(text: &[u8]) -> Option<i64> {
    let fits = |(byte, sign): (&u8, &u8)| match sign {
        b'0' => byte.is_ascii_digit(),
        sign => byte == sign,
    };
    if text.len() != 20 || !text.iter().zip(b"0000-00-00T00:00:00Z").all(fits) {
        return None;
    }
    let number = |from: usize, to: usize| {
        text[from..to]
            .iter()
            .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)).ok()?, number(5, 7), number(8, 10))?;
    let instant = date.and_hms_opt(number(11, 13), number(14, 16), number(17, 19))?;
    Some(instant.and_utc().timestamp())
}
