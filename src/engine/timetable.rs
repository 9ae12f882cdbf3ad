//! When a campaign is open: within its run, and in its hours (`tests/specification/schedule.md`).
//!
//! A time on a clock stands for the first instant at which that clock shows it or a later one: of a time that a clock change repeats, the first;
//! for one that it skips, the instant of the change. What is unfinished takes no part.

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::SiteRules;
use crate::campaign::{Campaign, HoursIn, OpenHours, Schedule, Weekday};

/// Microseconds since 1970.
type Micros = i64;

/// Why a campaign is not open at an instant. `T` is an instant.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shut<T> {
    /// Its run has not begun.
    Scheduled {
        /// When it begins.
        until: T,
    },
    /// Its run is over.
    Ended,
    /// It is outside its hours.
    OutOfHours {
        /// When it opens again; `None` when that is more than a week away.
        until: Option<T>,
    },
    /// It is shown only while somebody answers, and nobody does.
    NobodyAnswers {
        /// When it opens again; `None` when that is more than a week away.
        until: Option<T>,
    },
}

impl<T> Shut<T> {
    /// Returns the same with other instants.
    pub fn map<U>(self, instant: impl Fn(T) -> U) -> Shut<U> {
        match self {
            Shut::Scheduled { until } => Shut::Scheduled { until: instant(until) },
            Shut::Ended => Shut::Ended,
            Shut::OutOfHours { until } => Shut::OutOfHours {
                until: until.map(instant),
            },
            Shut::NobodyAnswers { until } => Shut::NobodyAnswers {
                until: until.map(instant),
            },
        }
    }
}

impl<T: Copy> Shut<T> {
    /// Returns when it opens again, where that is known.
    pub fn until(&self) -> Option<T> {
        match self {
            Shut::Scheduled { until } => Some(*until),
            Shut::Ended => None,
            Shut::OutOfHours { until } | Shut::NobodyAnswers { until } => *until,
        }
    }
}

/// When a campaign is open.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timetable {
    from: Option<Micros>,
    until: Option<Micros>,
    /// Its own hours; `None` for all.
    own: Option<Week>,
    /// When somebody answers, if it is shown only then.
    answering: Option<Week>,
}

/// The farthest instant from 1970 that every zone's calendar has, some 3,000 years.
const FARTHEST: Micros = 100_000_000_000_000_000;
/// For how many turns of its hours it is asked when a campaign opens again.
const MOST_TURNS: usize = 64;

impl Timetable {
    /// Reads that of a campaign, for a visitor with this time zone; where nothing is known of it, it counts as the campaign's.
    pub fn of(campaign: &Campaign, visitor_zone: Option<&str>) -> Timetable {
        let Schedule { runs, hours, .. } = &campaign.schedule;
        let zone = campaign.zone();
        let instant = |time: Option<NaiveDateTime>| time.and_then(|time| reached(time, zone));
        let hours_zone = match campaign.schedule.hours_in() {
            HoursIn::Campaign => zone,
            HoursIn::Visitor => visitor_zone.map_or(zone, |name| name.parse().unwrap_or(Tz::UTC)),
        };
        Timetable {
            from: instant(runs.as_ref().and_then(|runs| runs.begins())),
            until: instant(runs.as_ref().and_then(|runs| runs.ends())),
            own: Week::of(hours, hours_zone),
            answering: None,
        }
    }

    /// Returns the same on a site that says this of all its campaigns, for one that may be shown only while somebody answers, or always.
    pub fn on_site(mut self, only_in_hours: bool, site: &SiteRules) -> Timetable {
        if only_in_hours && let Some((zone, hours)) = site.hours() {
            self.answering = Week::of(hours, zone);
        }
        self
    }

    /// Returns whether it is always open.
    pub fn is_always_open(&self) -> bool {
        self.from.is_none() && self.until.is_none() && !self.has_hours()
    }

    /// Returns why it is not open at an instant; `None` when it is.
    pub fn shut(&self, now: DateTime<Utc>) -> Option<Shut<DateTime<Utc>>> {
        self.shut_at(now.timestamp_micros())
            .map(|shut| shut.map(|at| DateTime::from_timestamp_micros(at).unwrap_or(DateTime::<Utc>::MAX_UTC)))
    }

    /// Does the same for an instant in microseconds since 1970.
    pub fn shut_at(&self, wall: Micros) -> Option<Shut<Micros>> {
        if self.until.is_some_and(|until| until <= wall) {
            return Some(Shut::Ended);
        }
        if let Some(until) = self.from.filter(|from| *from > wall) {
            return Some(Shut::Scheduled { until });
        }
        if self.is_in_hours(wall) {
            return None;
        }
        let is_own = self.own.as_ref().is_some_and(|week| !week.is_open(wall));
        let opens = self.opens_after(wall);
        Some(match (opens, self.until) {
            // It will not open again.
            (Some(opens), Some(until)) if opens >= until => Shut::Ended,
            (until, _) if is_own => Shut::OutOfHours { until },
            (until, _) => Shut::NobodyAnswers { until },
        })
    }

    /// Returns the next instant at which that may be otherwise.
    pub fn turn_after(&self, wall: Micros) -> Option<Micros> {
        let turn = self.hour_after(wall);
        let run = self.from.into_iter().chain(self.until).filter(|at| *at > wall);
        // Before and after its run, its hours make no difference.
        match self.shut_at(wall) {
            Some(Shut::Scheduled { until }) => Some(until),
            Some(Shut::Ended) => None,
            Some(Shut::OutOfHours { .. } | Shut::NobodyAnswers { .. }) | None => run.chain(turn).min(),
        }
    }

    /// Returns the instants of its run: the first, and the first after the last.
    pub fn run(&self) -> [Option<Micros>; 2] {
        [self.from, self.until]
    }

    /// Returns whether its hours are limited.
    pub fn has_hours(&self) -> bool {
        self.weeks().next().is_some()
    }

    /// Returns whether an instant is in its hours, whatever its run.
    pub fn is_in_hours(&self, wall: Micros) -> bool {
        self.weeks().all(|week| week.is_open(wall))
    }

    /// It is open while all of these are.
    fn weeks(&self) -> impl Iterator<Item = &Week> {
        self.own.iter().chain(&self.answering)
    }

    /// Returns the next instant after one at which it comes into its hours or goes out of them, as far as that is within a week.
    pub fn hour_after(&self, wall: Micros) -> Option<Micros> {
        self.weeks().filter_map(|week| week.turn_after(wall)).min()
    }

    /// Returns the next instant at which all its hours are open.
    fn opens_after(&self, wall: Micros) -> Option<Micros> {
        let mut at = wall;
        for _ in 0..MOST_TURNS {
            at = self.hour_after(at)?;
            if self.is_in_hours(at) {
                return Some(at);
            }
        }
        None
    }
}

/// Hours of the week on one clock.
#[derive(Debug, Clone, PartialEq)]
struct Week {
    zone: Tz,
    hours: Vec<Hours>,
}

/// From one time of day until another, on some days.
#[derive(Debug, Clone, PartialEq)]
struct Hours {
    days: Vec<Weekday>,
    from: NaiveTime,
    until: NaiveTime,
}

impl Week {
    /// Reads hours; `None` when none of them is finished.
    fn of(hours: &[OpenHours], zone: Tz) -> Option<Week> {
        let finished = |hours: &OpenHours| {
            let (from, until) = hours.times()?;
            Some(Hours {
                days: hours.weekdays().collect(),
                from,
                until,
            })
        };
        let hours: Vec<Hours> = hours.iter().filter_map(finished).collect();
        (!hours.is_empty()).then_some(Week { zone, hours })
    }

    /// Returns the stretches that begin on a day: the first instant, and the first after the last.
    fn stretches(&self, day: NaiveDate) -> impl Iterator<Item = (Micros, Micros)> + '_ {
        let on_day = self
            .hours
            .iter()
            .filter(move |hours| hours.days.contains(&day.weekday().into()));
        on_day.filter_map(move |hours| {
            let past_midnight = hours.until <= hours.from;
            let last_day = if past_midnight { day.succ_opt()? } else { day };
            Some((
                reached(day.and_time(hours.from), self.zone)?,
                reached(last_day.and_time(hours.until), self.zone)?,
            ))
        })
    }

    /// Returns those that begin on the days around an instant: two before, when one that lasts may have begun, and a week and a day after.
    fn around(&self, wall: Micros) -> impl Iterator<Item = (Micros, Micros)> + '_ {
        let today = local(wall, self.zone).date();
        let first = today.checked_sub_days(Days::new(2));
        let days = first.into_iter().flat_map(|first| first.iter_days().take(11));
        days.flat_map(|day| self.stretches(day))
    }

    fn is_open(&self, wall: Micros) -> bool {
        let today = local(wall, self.zone).date();
        let first = today.checked_sub_days(Days::new(2));
        let days = first.into_iter().flat_map(|first| first.iter_days().take(4));
        days.flat_map(|day| self.stretches(day))
            .any(|(from, until)| (from..until).contains(&wall))
    }

    fn turn_after(&self, wall: Micros) -> Option<Micros> {
        let turns = self.around(wall).flat_map(|(from, until)| [from, until]);
        turns.filter(|at| *at > wall).min()
    }
}

/// Returns what a zone's clock shows, in whole seconds.
fn local(wall: Micros, zone: Tz) -> NaiveDateTime {
    let instant = DateTime::from_timestamp_micros(wall.clamp(-FARTHEST, FARTHEST)).unwrap_or_default();
    let local = instant.with_timezone(&zone).naive_local();
    local.with_nanosecond(0).unwrap_or(local)
}

/// Returns the first instant at which a zone's clock shows this time or a later one; `None` beyond the calendar.
fn reached(time: NaiveDateTime, zone: Tz) -> Option<Micros> {
    const SECOND: Micros = 1_000_000;
    /// The largest distance of a zone from UTC, with room to spare.
    const AWAY: i64 = 26 * 3_600;
    match zone.from_local_datetime(&time) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => return Some(instant.timestamp_micros()),
        LocalResult::None => {}
    }
    let utc = time.and_utc().timestamp();
    let (mut before, mut after) = (utc.checked_sub(AWAY)?, utc.checked_add(AWAY)?);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if local(middle.checked_mul(SECOND)?, zone) >= time {
            after = middle;
        } else {
            before = middle;
        }
    }
    after.checked_mul(SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Runs, Word};

    fn micros(text: &str) -> Micros {
        text.parse::<DateTime<Utc>>().expect("an instant").timestamp_micros()
    }

    fn text(at: Micros) -> String {
        DateTime::from_timestamp_micros(at)
            .expect("an instant")
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    fn hours(days: &[Weekday], from: &str, until: &str) -> OpenHours {
        OpenHours {
            days: days.iter().map(|day| Word::Known(*day)).collect(),
            from: Some(from.into()),
            until: Some(until.into()),
            ..OpenHours::default()
        }
    }

    fn timetable(zone: &str, runs: (&str, &str), hours: Vec<OpenHours>) -> Timetable {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let campaign = Campaign {
            time_zone: Some(zone.into()),
            schedule: Schedule {
                runs: Some(Runs {
                    from: some(runs.0),
                    until: some(runs.1),
                    ..Runs::default()
                }),
                hours,
                ..Schedule::default()
            },
            ..Campaign::default()
        };
        Timetable::of(&campaign, None)
    }

    #[test]
    fn a_time_is_the_first_instant_at_which_a_clock_shows_it_or_later() {
        for (zone, time, instant) in [
            ("Europe/Istanbul", "2026-12-01T09:00", "2026-12-01T06:00:00Z"),
            // Skipped in spring: the instant of the change.
            ("Europe/Berlin", "2027-03-28T02:30", "2027-03-28T01:00:00Z"),
            ("Europe/Berlin", "2027-03-28T03:00", "2027-03-28T01:00:00Z"),
            // Repeated in autumn: the first.
            ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"),
            ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00Z"),
            // A clock change at midnight, and one of half an hour.
            ("America/Santiago", "2026-09-06T00:00", "2026-09-06T04:00:00Z"),
            ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00Z"),
            // A day that there was not.
            ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00:00Z"),
        ] {
            let timetable = timetable(zone, (time, ""), Vec::new());
            assert_eq!(timetable.run()[0].map(text).as_deref(), Some(instant), "{zone} {time}");
        }
    }

    #[test]
    fn a_run_begins_and_ends() {
        let run = timetable("Europe/Istanbul", ("2026-12-01T09:00", "2026-12-24T18:00"), Vec::new());
        let [from, until] = ["2026-12-01T06:00:00Z", "2026-12-24T15:00:00Z"].map(micros);
        assert_eq!(run.shut_at(from - 1), Some(Shut::Scheduled { until: from }));
        assert_eq!(run.shut_at(from), None);
        assert_eq!(run.shut_at(until - 1), None);
        assert_eq!(run.shut_at(until), Some(Shut::Ended));
        assert_eq!(run.turn_after(0), Some(from));
        assert_eq!(run.turn_after(from), Some(until));
        assert_eq!(run.turn_after(until), None);
        assert!(
            timetable("UTC", ("soon", "2026-12-24"), Vec::new()).is_always_open(),
            "unreadable"
        );
    }

    #[test]
    fn hours_open_and_close_on_their_days() {
        let office = timetable("UTC", ("", ""), vec![hours(&Weekday::WORKING, "09:00", "18:00")]);
        let next = |opens: &str| {
            Some(Shut::OutOfHours {
                until: Some(micros(opens)),
            })
        };
        // 2026-11-27 is a Friday.
        for (at, shut, turn) in [
            (
                "2026-11-27T08:59:59Z",
                next("2026-11-27T09:00:00Z"),
                "2026-11-27T09:00:00Z",
            ),
            ("2026-11-27T09:00:00Z", None, "2026-11-27T18:00:00Z"),
            (
                "2026-11-27T18:00:00Z",
                next("2026-11-30T09:00:00Z"),
                "2026-11-30T09:00:00Z",
            ),
        ] {
            assert_eq!(office.shut_at(micros(at)), shut, "{at}");
            assert_eq!(office.turn_after(micros(at)).map(text).as_deref(), Some(turn), "{at}");
        }
    }

    #[test]
    fn hours_run_past_midnight_and_around_the_clock() {
        let night = timetable("UTC", ("", ""), vec![hours(&[Weekday::Friday], "22:00", "02:00")]);
        let open = |timetable: &Timetable, at: &str| timetable.shut_at(micros(at)).is_none();
        assert!(open(&night, "2026-11-27T23:00:00Z") && open(&night, "2026-11-28T01:59:59Z"));
        assert!(!open(&night, "2026-11-28T02:00:00Z") && !open(&night, "2026-11-27T01:00:00Z"));
        let whole_day = timetable("UTC", ("", ""), vec![hours(&[Weekday::Friday], "00:00", "00:00")]);
        assert!(open(&whole_day, "2026-11-27T00:00:00Z") && open(&whole_day, "2026-11-27T23:59:59Z"));
        assert!(!open(&whole_day, "2026-11-26T23:59:59Z") && !open(&whole_day, "2026-11-28T00:00:00Z"));
    }

    #[test]
    fn what_does_not_open_again_within_its_run_has_ended() {
        let run = timetable(
            "UTC",
            ("", "2026-11-28T12:00"),
            vec![hours(&Weekday::WORKING, "09:00", "18:00")],
        );
        assert_eq!(run.shut_at(micros("2026-11-27T18:00:00Z")), Some(Shut::Ended));
        assert_eq!(run.turn_after(micros("2026-11-27T18:00:00Z")), None);
    }

    #[test]
    fn hours_are_read_from_the_visitors_clock_where_that_is_wanted() {
        let campaign = Campaign {
            time_zone: Some("UTC".into()),
            schedule: Schedule {
                hours: vec![hours(&Weekday::WORKING, "09:00", "18:00")],
                hours_in: Word::Known(HoursIn::Visitor),
                ..Schedule::default()
            },
            ..Campaign::default()
        };
        let open = |zone: Option<&str>| {
            Timetable::of(&campaign, zone)
                .shut_at(micros("2026-11-27T00:30:00Z"))
                .is_none()
        };
        assert!(open(Some("Asia/Tokyo")), "half past nine there");
        assert!(!open(Some("Europe/Istanbul")) && !open(Some("Mars/Base")) && !open(None));
    }
}
