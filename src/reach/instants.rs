//! The instants of a span of days in a zone.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// Instants from one (included) to another (excluded), in seconds since 1970. `None` means unbounded.
pub(super) type Span = (Option<i64>, Option<i64>);

/// How far a local midnight may lie from that of UTC, with room to spare, in minutes.
const REACH: i64 = 26 * 60;

/// Returns the instants whose date in a zone lies within bounds, both included. There is more than one span where clocks were set back across
/// midnight.
///
/// Bounds before the year 1 and after 9999, which databases do not support, are dropped.
pub(super) fn spans(zone: Tz, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Vec<Span> {
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Vec::new();
    }
    let holds = |second: i64| {
        let date = DateTime::<Utc>::from_timestamp(second, 0).map(|instant| instant.with_timezone(&zone).date_naive());
        date.is_some_and(|date| from.is_none_or(|from| date >= from) && to.is_none_or(|to| date <= to))
    };
    let mut minutes: Vec<i64> = [from, to.and_then(|to| to.succ_opt())]
        .into_iter()
        .flatten()
        .flat_map(|day| {
            let midnight = day.and_time(NaiveTime::MIN).and_utc().timestamp() / 60;
            midnight - REACH..=midnight + REACH
        })
        .collect();
    minutes.sort_unstable();
    minutes.dedup();
    let mut spans = Vec::new();
    let mut open: Option<Option<i64>> = from.is_none().then_some(None);
    for pair in minutes.windows(2) {
        let (before, after) = (pair[0] * 60, pair[1] * 60);
        if holds(before) == holds(after) {
            continue;
        }
        let turn = turning(before, after, holds);
        match open.take() {
            Some(start) => spans.push((start, Some(turn))),
            None => open = Some(Some(turn)),
        }
    }
    spans.extend(open.map(|start| (start, None)));
    spans.into_iter().filter_map(known).collect()
}

/// Returns the part of a span within the years that databases support.
fn known((start, end): Span) -> Option<Span> {
    let turn = |year| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day.and_time(NaiveTime::MIN).and_utc().timestamp());
    let (first, last) = (turn(1)?, turn(10_000)?);
    let beyond = end.is_some_and(|end| end <= first) || start.is_some_and(|start| start >= last);
    (!beyond).then(|| (start.filter(|start| *start > first), end.filter(|end| *end < last)))
}

/// Returns the first second after `before`, up to `after`, at which the answer is that of `after`.
fn turning(mut before: i64, mut after: i64, holds: impl Fn(i64) -> bool) -> i64 {
    let wanted = holds(after);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if holds(middle) == wanted {
            after = middle;
        } else {
            before = middle;
        }
    }
    after
}

/// Returns the instant as databases write it, in UTC: `2026-11-21 21:00:00`.
pub(super) fn written(second: i64) -> String {
    let instant = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(second);
    instant.format("%Y-%m-%d %H:%M:%S").to_string()
}
