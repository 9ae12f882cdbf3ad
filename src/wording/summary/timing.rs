//! How soon and how often, in a separate sentence.

use crate::campaign::{Campaign, CycleUnit, RepeatCycle};
use crate::wording::timetable::timetable;
use crate::wording::{Language, Sentence, number};

/// Writes when a campaign is open, how soon it appears, how soon it may return, and when it goes by itself; `None` when always, at once, as often as
/// the rule holds, and never.
pub fn timing(campaign: &Campaign, language: Language) -> Option<Sentence> {
    let delay = Some(campaign.schedule.delay_seconds()).filter(|delay| *delay > 0.0);
    let cycle = campaign
        .schedule
        .repeat_cycle
        .as_ref()
        .and_then(|cycle| cycle_words(cycle, language));
    let delay = delay.map(|delay| Sentence::strong(&number::seconds(delay, language)));
    let stay = campaign.schedule.stay_seconds();
    let stay = stay.map(|stay| Sentence::strong(&number::seconds(stay, language)));
    let stay = stay.map(|stay| Sentence::of_text(language, "timing-stay", &[("stay", &stay)]));
    let start = match (delay, cycle) {
        (None, None) => None,
        (Some(delay), Some(cycle)) => {
            let parts = [("delay", &delay), ("cycle", &cycle)];
            Some(Sentence::of_text(language, "timing-delay-and-cycle", &parts))
        }
        (Some(delay), None) => Some(Sentence::of_text(language, "timing-delay", &[("delay", &delay)])),
        (None, Some(cycle)) => Some(Sentence::of_text(language, "timing-cycle", &[("cycle", &cycle)])),
    };
    let open = timetable(&campaign.schedule, language);
    [open, start, stay].into_iter().flatten().reduce(|mut said, next| {
        said.say(" ").add(&next);
        said
    })
}

/// Writes the length of a repeat cycle; `None` while it is unfinished.
pub(in crate::wording) fn cycle_words(cycle: &RepeatCycle, language: Language) -> Option<Sentence> {
    let (every, unit) = length(cycle)?;
    let key = match unit {
        CycleUnit::Minute => "cycle-minutes",
        CycleUnit::Hour => "cycle-hours",
        CycleUnit::Day => "cycle-days",
        CycleUnit::Session => "cycle-sessions",
    };
    Some(Sentence::strong(&number::counted(key, every, language)))
}

/// Writes the time that a repeat cycle looks back on, such as `the last day`; `None` while it is unfinished.
pub(in crate::wording) fn last_cycle(cycle: &RepeatCycle, language: Language) -> Option<String> {
    let (every, unit) = length(cycle)?;
    let key = match unit {
        CycleUnit::Minute => "cycle-last-minutes",
        CycleUnit::Hour => "cycle-last-hours",
        CycleUnit::Day => "cycle-last-days",
        CycleUnit::Session => "cycle-last-sessions",
    };
    Some(number::counted(key, every, language))
}

fn length(cycle: &RepeatCycle) -> Option<(f64, CycleUnit)> {
    cycle.seconds().or(cycle.sessions())?;
    Some((cycle.every.as_ref()?.as_f64()?, cycle.unit.known()?))
}
