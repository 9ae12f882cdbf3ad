//! Checks of the schedule.

use serde_json::Number;

use super::{Findings, Problem};
use crate::campaign::{RepeatCycle, Schedule};

pub(super) fn check(schedule: &Schedule, findings: &mut Findings) {
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
    if let Some(priority) = schedule.priority.as_ref().filter(|priority| !is_whole(priority)) {
        findings.add(
            "/schedule/priority",
            Problem::PriorityNotWhole {
                priority: priority.to_string(),
            },
        );
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
