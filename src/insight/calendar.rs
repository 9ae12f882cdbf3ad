//! Which campaigns are open on which days, on which days none is, and when two are open that can meet at a visitor.
//!
//! It adds nothing to the rules: when a campaign is open is its timetable's and its dates', and who can meet is asked of [`super::overlaps`].

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::Overlaps;
use super::window::days_asked;
use crate::campaign::Campaign;
use crate::engine::Timetable;

/// Microseconds since 1970.
type Micros = i64;

/// How many turns of its hours a campaign is followed through: those of half a year with many hours a day. After them it counts as open.
const MOST_TURNS: usize = 4_000;

/// Successive days, first and last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// When a campaign is open within the days asked about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpenDays {
    /// For each day, whether the campaign is open at some instant of it.
    pub days: Vec<bool>,
    /// Whether it is open before the first day, or may be.
    pub before: bool,
    /// Whether it is open after the last day, or may be.
    pub after: bool,
}

/// Two campaigns that are open at the same time and can meet at a visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The one with the smaller index.
    pub a: usize,
    /// The other one.
    pub b: usize,
    /// Which one goes first; `None` where it remains undetermined whether they meet.
    pub winner: Option<usize>,
    /// From the first to the last day on which both are open at once.
    pub days: DaySpan,
}

/// What runs when. Campaigns are named by their index in the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The days asked about, in order.
    pub days: Vec<NaiveDate>,
    /// Of each campaign, when it is open.
    pub open: Vec<OpenDays>,
    /// On which days no campaign is open; successive ones together.
    pub gaps: Vec<DaySpan>,
    /// Who meets when, the earliest first.
    pub clashes: Vec<Clash>,
}

/// Returns what runs on so many days, beginning with `first`, on the clocks of a zone. `known` says which of the campaigns can meet at a visitor.
///
/// ```
/// use beckon::{campaign, insight::{Overlaps, calendar}};
///
/// let advent = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1,
///     "schedule": { "runs": { "from": "2026-12-01T00:00", "until": "2026-12-25T00:00" } } }"#)?;
/// let calendar = calendar(&[advent], &Overlaps::default(), "2026-11-30".parse()?, 31, chrono_tz::UTC);
/// assert_eq!(calendar.gaps.len(), 2);
/// assert_eq!(calendar.gaps[1].first.to_string(), "2026-12-25");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn calendar(campaigns: &[Campaign], known: &Overlaps, first: NaiveDate, count: usize, zone: Tz) -> Calendar {
    let days: Vec<NaiveDate> = (0..count as u64)
        .filter_map(|day| first.checked_add_days(Days::new(day)))
        .collect();
    // Where each day begins, and where the last one ends.
    let edges: Vec<Micros> = days
        .iter()
        .copied()
        .chain(days.last().and_then(|day| day.succ_opt()))
        .map(|day| begins(day, zone))
        .collect();
    let (Some(&from), Some(&until)) = (edges.first(), edges.last()) else {
        return Calendar {
            days: Vec::new(),
            open: vec![OpenDays::default(); campaigns.len()],
            gaps: Vec::new(),
            clashes: Vec::new(),
        };
    };
    let stretches: Vec<Vec<Stretch>> = campaigns
        .iter()
        .map(|campaign| stretches(campaign, from, until))
        .collect();
    let open: Vec<OpenDays> = campaigns
        .iter()
        .zip(&stretches)
        .map(|(campaign, stretches)| OpenDays {
            days: touched(stretches, &edges),
            before: bounds(campaign).0 < from && starts_at(stretches, from),
            after: bounds(campaign).1 > until && stretches.last().is_some_and(|last| last.1 == until),
        })
        .collect();
    let is_idle = |day: &usize| open.iter().all(|open| !open.days[*day]);
    let gaps = spans(&days, |day| is_idle(&day));
    Calendar {
        clashes: clashes(known, &stretches, &edges, &days),
        days,
        open,
        gaps,
    }
}

impl Calendar {
    /// Returns the days on which a campaign is open, successive ones together.
    pub fn spans_of(&self, campaign: usize) -> Vec<DaySpan> {
        let open = self.open.get(campaign);
        spans(&self.days, |day| {
            open.is_some_and(|open| open.days.get(day) == Some(&true))
        })
    }
}

/// From when until when; the end is out.
type Stretch = (Micros, Micros);

fn starts_at(stretches: &[Stretch], from: Micros) -> bool {
    stretches.first().is_some_and(|first| first.0 == from)
}

/// The instant at which a day begins on the clocks of a zone.
fn begins(day: NaiveDate, zone: Tz) -> Micros {
    let midnight = day.and_time(NaiveTime::MIN);
    let there = zone.from_local_datetime(&midnight).earliest();
    // Where the clocks skip midnight, an hour later; beyond the calendar, as in UTC.
    let later = || zone.from_local_datetime(&(midnight + TimeDelta::hours(1))).earliest();
    let instant = there.or_else(later).map(|at| at.with_timezone(&Utc));
    instant
        .unwrap_or_else(|| DateTime::from_naive_utc_and_offset(midnight, Utc))
        .timestamp_micros()
}

/// Within which instants a campaign can be seen at all: its run, and the dates that every visitor has to meet.
fn bounds(campaign: &Campaign) -> Stretch {
    let zone = campaign.zone();
    let [from, until] = Timetable::of(campaign, None).run();
    let (first, last) = days_asked(campaign);
    let first = first.map(|day| begins(day, zone));
    let after = last.and_then(|day| day.succ_opt()).map(|day| begins(day, zone));
    (
        from.into_iter().chain(first).max().unwrap_or(Micros::MIN),
        until.into_iter().chain(after).min().unwrap_or(Micros::MAX),
    )
}

/// When a campaign is open between two instants.
fn stretches(campaign: &Campaign, from: Micros, until: Micros) -> Vec<Stretch> {
    let timetable = Timetable::of(campaign, None);
    let (begins, ends) = bounds(campaign);
    let (mut at, until) = (from.max(begins), until.min(ends));
    let mut open: Vec<Stretch> = Vec::new();
    for _ in 0..MOST_TURNS {
        if at >= until {
            return open;
        }
        let turn = timetable.turn_after(at).unwrap_or(Micros::MAX).min(until);
        if timetable.shut_at(at).is_none() {
            match open.last_mut() {
                Some(last) if last.1 == at => last.1 = turn,
                _ => open.push((at, turn)),
            }
        }
        at = turn;
    }
    open.push((at, until));
    open
}

/// On which days stretches of time lie.
fn touched(stretches: &[Stretch], edges: &[Micros]) -> Vec<bool> {
    let mut rest = stretches.iter().peekable();
    let mut days = Vec::with_capacity(edges.len());
    for day in edges.windows(2) {
        while rest.next_if(|stretch| stretch.1 <= day[0]).is_some() {}
        days.push(rest.peek().is_some_and(|stretch| stretch.0 < day[1]));
    }
    days
}

/// When two campaigns are open at once.
fn both(one: &[Stretch], other: &[Stretch]) -> Vec<Stretch> {
    let (mut a, mut b) = (0, 0);
    let mut common = Vec::new();
    while let (Some(x), Some(y)) = (one.get(a), other.get(b)) {
        let (from, until) = (x.0.max(y.0), x.1.min(y.1));
        if from < until {
            common.push((from, until));
        }
        if x.1 < y.1 { a += 1 } else { b += 1 }
    }
    common
}

fn clashes(known: &Overlaps, stretches: &[Vec<Stretch>], edges: &[Micros], days: &[NaiveDate]) -> Vec<Clash> {
    let pairs = known.pairs.iter().map(|pair| (pair.a, pair.b, Some(pair.winner)));
    let unsure = known.unsure.iter().map(|(a, b)| (*a, *b, None));
    let clash = |(a, b, winner): (usize, usize, Option<usize>)| {
        let common = touched(&both(stretches.get(a)?, stretches.get(b)?), edges);
        let first = common.iter().position(|met| *met)?;
        let last = common.iter().rposition(|met| *met)?;
        let days = DaySpan {
            first: *days.get(first)?,
            last: *days.get(last)?,
        };
        Some(Clash { a, b, winner, days })
    };
    let mut clashes: Vec<Clash> = pairs.chain(unsure).filter_map(clash).collect();
    clashes.sort_by_key(|clash| (clash.days.first, clash.a, clash.b));
    clashes
}

/// The days for which something holds, successive ones together.
fn spans(days: &[NaiveDate], holds: impl Fn(usize) -> bool) -> Vec<DaySpan> {
    let mut spans: Vec<DaySpan> = Vec::new();
    for (place, day) in days.iter().enumerate().filter(|(place, _)| holds(*place)) {
        match spans.last_mut() {
            Some(span) if place > 0 && days.get(place - 1) == Some(&span.last) => span.last = *day,
            _ => spans.push(DaySpan {
                first: *day,
                last: *day,
            }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::campaign::from_json;
    use crate::insight::overlaps;
    use crate::visitor::Visitor;

    fn campaign(id: &str, schedule: &Value, audience: &Value) -> Campaign {
        let file = json!({ "format": "beckon.campaign", "version": 1, "id": id, "time_zone": "Europe/Istanbul",
            "schedule": schedule, "audience": audience });
        from_json(file.to_string().as_bytes()).expect("a campaign")
    }

    fn everyone() -> Value {
        json!({ "all": [] })
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn asked(campaigns: &[Campaign], first: &str, count: usize) -> Calendar {
        let now = "2026-11-22T10:00:00Z".parse().expect("an instant");
        let known = overlaps(campaigns, &Visitor::default(), now, &|| false);
        calendar(campaigns, &known, day(first), count, Tz::Europe__Istanbul)
    }

    /// The days on which a campaign is open, as a row of signs.
    fn row(open: &OpenDays) -> String {
        open.days.iter().map(|open| if *open { '#' } else { '.' }).collect()
    }

    #[test]
    fn a_run_begins_and_ends_within_a_day() {
        let runs = json!({ "runs": { "from": "2026-12-02T09:00", "until": "2026-12-04T18:00" } });
        let midnight = json!({ "runs": { "from": "2026-12-02T00:00", "until": "2026-12-04T00:00" } });
        let campaigns = [campaign("a", &runs, &everyone()), campaign("b", &midnight, &everyone())];
        let found = asked(&campaigns, "2026-12-01", 5);
        assert_eq!(found.open.iter().map(row).collect::<Vec<_>>(), [".###.", ".##.."]);
        assert_eq!(
            found.gaps,
            [("2026-12-01", "2026-12-01"), ("2026-12-05", "2026-12-05")].map(|(first, last)| DaySpan {
                first: day(first),
                last: day(last)
            })
        );
        assert!(!found.open[0].before && !found.open[0].after);
    }

    #[test]
    fn hours_leave_days_out() {
        let week = json!({ "hours": [{ "days": ["monday", "tuesday", "friday"], "from": "09:00", "until": "18:00" }] });
        // A Monday.
        let found = asked(&[campaign("a", &week, &everyone())], "2026-11-30", 7);
        assert_eq!(row(&found.open[0]), "##..#..");
        assert_eq!(found.gaps.len(), 2);
    }

    #[test]
    fn a_night_belongs_to_both_days_and_an_always_open_campaign_to_all() {
        let night = json!({ "hours": [{ "days": ["monday"], "from": "22:00", "until": "06:00" }] });
        let campaigns = [
            campaign("a", &night, &everyone()),
            campaign("b", &json!({}), &everyone()),
        ];
        let found = asked(&campaigns, "2026-11-30", 3);
        assert_eq!(row(&found.open[0]), "##.");
        assert_eq!(row(&found.open[1]), "###");
        assert!(found.open[1].before && found.open[1].after && found.gaps.is_empty());
    }

    #[test]
    fn dates_that_everybody_has_to_meet_bound_it_too() {
        let until = json!({ "all": [{ "field": "last_seen", "operator": "on_or_earlier", "value": "2026-12-02" }] });
        let found = asked(&[campaign("a", &json!({}), &until)], "2026-12-01", 4);
        assert_eq!(row(&found.open[0]), "##..");
    }

    #[test]
    fn who_can_meet_clashes_while_both_are_open_and_at_no_other_time() {
        let run = |from: &str, until: &str| json!({ "runs": { "from": from, "until": until }, "priority": 2 });
        let on = |device: &str| json!({ "all": [{ "field": "device_type", "operator": "equals", "value": device }] });
        let campaigns = [
            campaign("a", &run("2026-12-01T00:00", "2026-12-04T00:00"), &on("mobile")),
            campaign("b", &run("2026-12-03T00:00", "2026-12-06T00:00"), &on("mobile")),
            campaign("c", &run("2026-12-01T00:00", "2026-12-06T00:00"), &on("desktop")),
            campaign("d", &run("2026-12-05T00:00", "2026-12-06T00:00"), &on("mobile")),
        ];
        let found = asked(&campaigns, "2026-11-30", 8);
        let said: Vec<_> = found
            .clashes
            .iter()
            .map(|clash| (clash.a, clash.b, clash.winner))
            .collect();
        assert_eq!(said, [(0, 1, Some(0)), (1, 3, Some(1))]);
        let met = DaySpan {
            first: day("2026-12-03"),
            last: day("2026-12-03"),
        };
        assert_eq!(found.clashes[0].days, met);
        // In another month they do not.
        assert!(asked(&campaigns, "2027-01-01", 31).clashes.is_empty());
    }

    #[test]
    fn no_days_are_no_calendar() {
        let found = asked(&[campaign("a", &json!({}), &everyone())], "2026-12-01", 0);
        assert_eq!((found.days.len(), found.gaps.len()), (0, 0));
    }
}
