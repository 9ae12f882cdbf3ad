//! Checks of the schedule.

use chrono::NaiveTime;
use serde_json::Number;

use super::{Findings, Problem, SiteContext};
use crate::campaign::{
    OpenHours, RepeatCycle, Rest, RestTime, Runs, Schedule, SiteHours, Word, hour, limits, run_time,
};

pub(super) fn check(schedule: &Schedule, site: &SiteContext<'_>, findings: &mut Findings) {
    if let Some(cycle) = &schedule.repeat_cycle {
        check_cycle(cycle, findings);
    }
    if let Some(delay) = schedule
        .message_delay
        .as_ref()
        .filter(|delay| delay.as_f64().is_none_or(|delay| delay < 0.0))
    {
        findings.add(
            "/schedule/message_delay",
            Problem::NegativeDelay {
                delay: delay.to_string(),
            },
        );
    }
    if let Some(stay) = schedule
        .closes_after
        .as_ref()
        .filter(|stay| stay.as_f64().is_none_or(|stay| stay <= 0.0))
    {
        findings.add(
            "/schedule/closes_after",
            Problem::ClosesAtOnce {
                after: stay.to_string(),
            },
        );
    }
    if let Some(runs) = &schedule.runs {
        check_runs(runs, findings);
    }
    for (index, hours) in schedule.hours.iter().enumerate() {
        check_hours(hours, &format!("/schedule/hours/{index}"), findings);
    }
    if let Word::Unknown(word) = &schedule.hours_in {
        findings.add("/schedule/hours_in", Problem::UnknownHoursIn { word: word.clone() });
    }
    // Of a site that is not known, nobody knows that it has no hours.
    if schedule.only_in_hours && site.look.is_some() && !site.hours.is_some_and(SiteHours::has_any) {
        findings.add("/schedule/only_in_hours", Problem::NoSiteHours);
    }
    if let Some(priority) = schedule.priority.as_ref().filter(|priority| !is_whole(priority)) {
        findings.add(
            "/schedule/priority",
            Problem::PriorityNotWhole {
                priority: priority.to_string(),
            },
        );
    }
}

/// Checks how many pop-ups a visitor is shown at most.
pub(super) fn check_rests(rests: &[Rest], findings: &mut Findings) {
    for (index, rest) in rests.iter().enumerate() {
        if rest.fills_at().is_none_or(|count| count > limits::REST_COUNT) {
            findings.add(format!("/rests/{index}/at_most"), Problem::RestCount);
        }
        let finished = match &rest.per {
            Some(RestTime::Session) => true,
            // Sessions are no stretch of time.
            Some(RestTime::Span(span)) if span.unit.known().is_none_or(|unit| unit.seconds().is_none()) => false,
            Some(RestTime::Span(span)) => {
                let whole = |every: &Number| {
                    every
                        .as_f64()
                        .is_some_and(|every| (1.0..=1e6).contains(&every) && every.fract() == 0.0)
                };
                if !span.every.as_ref().is_some_and(whole) {
                    findings.add(format!("/rests/{index}/per/every"), Problem::RestTime);
                }
                true
            }
            Some(RestTime::Unknown(_)) | None => false,
        };
        if !finished {
            findings.add(format!("/rests/{index}/per"), Problem::RestTime);
        }
    }
}

/// Checks when somebody answers on a site.
pub(super) fn check_site_hours(hours: &SiteHours, findings: &mut Findings) {
    if let Some(name) = hours.time_zone.as_deref().map(str::trim)
        && name.parse::<chrono_tz::Tz>().is_err()
    {
        findings.add("/hours/time_zone", Problem::UnknownTimeZone { name: name.to_owned() });
    }
    for (index, hours) in hours.open.iter().enumerate() {
        check_hours(hours, &format!("/hours/open/{index}"), findings);
    }
}

fn check_runs(runs: &Runs, findings: &mut Findings) {
    for (pointer, time) in [
        ("/schedule/runs/from", &runs.from),
        ("/schedule/runs/until", &runs.until),
    ] {
        if let Some(written) = time.as_ref().filter(|time| run_time(time).is_none()) {
            findings.add(
                pointer,
                Problem::RunTime {
                    written: written.clone(),
                },
            );
        }
    }
    let Some(until) = runs.ends() else { return };
    if let Some(from) = runs.begins().filter(|from| *from >= until) {
        let from = from.format("%Y-%m-%d %H:%M").to_string();
        findings.add("/schedule/runs/until", Problem::RunWithoutTime { from });
    } else if let Some(today) = findings.today
        && until <= today.and_time(NaiveTime::MIN)
    {
        findings.add("/schedule/runs/until", Problem::RunOver);
    }
}

fn check_hours(hours: &OpenHours, at: &str, findings: &mut Findings) {
    if hours.days.is_empty() {
        findings.add(format!("{at}/days"), Problem::MissingWeekday);
    }
    for (index, day) in hours.days.iter().enumerate() {
        let unknown = |word| Problem::UnknownWeekday { word };
        findings.add_word(&format!("{at}/days/{index}"), day, Problem::MissingWeekday, unknown);
    }
    for (key, time) in [("from", &hours.from), ("until", &hours.until)] {
        let problem = match time.as_deref() {
            None | Some("") => Problem::MissingHour,
            Some(written) if hour(written).is_none() => Problem::HourUnreadable {
                written: written.to_owned(),
            },
            Some(_) => continue,
        };
        findings.add(format!("{at}/{key}"), problem);
    }
}

fn check_cycle(cycle: &RepeatCycle, findings: &mut Findings) {
    match &cycle.every {
        None => findings.add("/schedule/repeat_cycle/every", Problem::MissingCycleLength),
        Some(every) if !is_count(every) => {
            findings.add(
                "/schedule/repeat_cycle/every",
                Problem::CycleLength {
                    every: every.to_string(),
                },
            );
        }
        Some(_) => {}
    }
    let unknown = |word| Problem::UnknownCycleUnit { word };
    findings.add_word(
        "/schedule/repeat_cycle/unit",
        &cycle.unit,
        Problem::MissingCycleUnit,
        unknown,
    );
}

/// Returns whether it is a whole number that browsers count exactly.
fn is_whole(number: &Number) -> bool {
    number
        .as_f64()
        .is_some_and(|number| number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0)
}

/// Returns whether it is a whole number from 1 to a million, which is over 2,700 years of days.
fn is_count(number: &Number) -> bool {
    is_whole(number)
        && number
            .as_f64()
            .is_some_and(|number| (1.0..=1_000_000.0).contains(&number))
}
