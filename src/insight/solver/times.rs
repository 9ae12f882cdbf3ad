//! Instants, cut where a day begins on which a condition about dates may change its answer.

use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::engine::parts::{Day, date_of, day_of};

/// Microseconds since 1970.
pub(super) type Moment = i64;

const SECOND: Moment = 1_000_000;
const HALF_A_DAY: Moment = 43_200 * SECOND;

/// Returns an instant as a moment, rounded up to whole microseconds.
pub(super) fn moment(instant: DateTime<Utc>) -> Moment {
    let up = i64::from(!instant.timestamp_subsec_nanos().is_multiple_of(1_000));
    instant.timestamp_micros().saturating_add(up)
}

/// Returns the moment that is over at an instant: rounded down to whole microseconds, so that what ends at it has ended by then.
pub(super) fn moment_over(instant: DateTime<Utc>) -> Moment {
    instant.timestamp_micros()
}

/// Returns a moment as an instant.
pub(super) fn instant(moment: Moment) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(moment).unwrap_or(if moment < 0 {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    })
}

/// Returns the moment at which a day begins in a zone: midnight, or what follows where a clock skips midnight.
pub(super) fn day_start(day: Day, zone: Tz) -> Option<Moment> {
    let midnight = date_of(day)?.and_time(NaiveTime::MIN);
    let begins = |instant: DateTime<Utc>| {
        let before = instant - chrono::TimeDelta::seconds(1);
        day_of(instant, zone) >= day && day_of(before, zone) < day
    };
    let local = zone
        .from_local_datetime(&midnight)
        .earliest()
        .map(|local| local.to_utc());
    if let Some(instant) = local.filter(|instant| begins(*instant)) {
        return Some(moment(instant));
    }
    // The clock skips midnight: between the instants two days before and after, days follow each other.
    let middle = midnight.and_utc().timestamp();
    let (mut before, mut after) = (middle - 172_800, middle + 172_800);
    while after - before > 1 {
        let between = before + (after - before) / 2;
        if day_of(DateTime::from_timestamp(between, 0)?, zone) < day {
            before = between;
        } else {
            after = between;
        }
    }
    Some(after * SECOND)
}

/// Time cut into cells, with the present in it.
#[derive(Debug)]
pub(super) struct Times {
    starts: Vec<Moment>,
    /// The present.
    pub now: Moment,
    /// The cell of the present.
    pub present: usize,
    at: Vec<Moment>,
}

impl Times {
    /// Cuts time at these moments.
    pub fn new(mut points: Vec<Moment>, now: Moment, zone: Tz) -> Times {
        points.push(moment(DateTime::<Utc>::MIN_UTC));
        points.sort_unstable();
        points.dedup();
        let starts = points;
        let present = starts.partition_point(|start| *start <= now).saturating_sub(1);
        let mut times = Times {
            starts,
            now,
            present,
            at: Vec::new(),
        };
        // Later visits happen at the same time of day, where that is possible.
        let day_of_moment = |at: Moment| day_start(day_of(instant(at), zone), zone);
        let clock = if times.starts.len() > 1 {
            day_of_moment(now).map_or(0, |start| now.saturating_sub(start).clamp(0, 2 * HALF_A_DAY))
        } else {
            0
        };
        times.at = (0..times.count())
            .map(|cell| {
                let (start, end) = times.bounds(cell);
                match cell.cmp(&present) {
                    std::cmp::Ordering::Equal => now,
                    std::cmp::Ordering::Less => start.max(end - 1),
                    std::cmp::Ordering::Greater => day_of_moment(start)
                        .map(|day| day.saturating_add(clock))
                        .filter(|at| (start..end).contains(at))
                        .unwrap_or(start),
                }
            })
            .collect();
        times
    }

    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Returns the first moment of a cell, and the first after it.
    #[inline]
    pub fn bounds(&self, cell: usize) -> (Moment, Moment) {
        let end = self.starts.get(cell + 1).copied();
        (
            self.starts[cell],
            end.unwrap_or_else(|| moment(DateTime::<Utc>::MAX_UTC)),
        )
    }

    /// Returns when a visitor would come in a cell; now, in the present cell.
    #[inline]
    pub fn at(&self, cell: usize) -> Moment {
        self.at[cell]
    }

    /// Returns the cell of a moment.
    #[inline]
    pub fn cell(&self, moment: Moment) -> usize {
        self.starts.partition_point(|start| *start <= moment).saturating_sub(1)
    }

    /// Returns the moment of a cell that is nearest to a moment outside it, and not after the latest allowed: in the middle of its day.
    pub fn nearest(&self, cell: usize, to: Moment, latest: Moment) -> Moment {
        let (start, end) = self.bounds(cell);
        let wanted = if to < start {
            start.saturating_add(HALF_A_DAY)
        } else {
            end.saturating_sub(HALF_A_DAY)
        };
        wanted.min(end - 1).min(latest).max(start)
    }

    /// Returns the cells that lie in a stretch of days, both included.
    pub fn holding(&self, from: Option<Moment>, until: Option<Moment>) -> impl Iterator<Item = usize> + '_ {
        let inside = move |cell: &usize| {
            let start = self.starts[*cell];
            from.is_none_or(|from| start >= from) && until.is_none_or(|until| start < until)
        };
        (0..self.count()).filter(inside)
    }
}
