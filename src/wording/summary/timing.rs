//! How soon and how often, in a sentence of its own.

use crate::campaign::{Campaign, CycleUnit, RepeatCycle};
use crate::wording::{Language, Sentence, number};

/// How soon a campaign appears and how soon it may return; `None` when at once and as often as the rule holds.
pub fn timing(campaign: &Campaign, language: Language) -> Option<Sentence> {
    let delay = Some(campaign.schedule.delay_seconds()).filter(|delay| *delay > 0.0);
    let cycle = campaign
        .schedule
        .repeat_cycle
        .as_ref()
        .and_then(|cycle| cycle_words(cycle, language));
    let delay = delay.map(|delay| Sentence::strong(&number::seconds(delay, language)));
    Some(match (language, delay, cycle) {
        (_, None, None) => return None,
        (Language::English, Some(delay), Some(cycle)) => {
            Sentence::fill("It appears after {}, and not again within {}.", &[&delay, &cycle])
        }
        (Language::English, Some(delay), None) => Sentence::fill("It appears after {}.", &[&delay]),
        (Language::English, None, Some(cycle)) => {
            Sentence::fill("It does not appear to the same visitor again within {}.", &[&cycle])
        }
        (Language::Turkish, Some(delay), Some(cycle)) => {
            Sentence::fill("{} sonra görünür, {} içinde tekrar gösterilmez.", &[&delay, &cycle])
        }
        (Language::Turkish, Some(delay), None) => Sentence::fill("{} sonra görünür.", &[&delay]),
        (Language::Turkish, None, Some(cycle)) => {
            Sentence::fill("Aynı ziyaretçiye {} içinde tekrar gösterilmez.", &[&cycle])
        }
    })
}

/// The length of a repeat cycle; `None` while it is unfinished.
pub(in crate::wording) fn cycle_words(cycle: &RepeatCycle, language: Language) -> Option<Sentence> {
    cycle.seconds()?;
    let every = cycle.every.as_ref()?;
    let one = every.as_f64() == Some(1.0);
    let unit = match (language, cycle.unit.known()?) {
        (Language::English, CycleUnit::Minute) => {
            if one {
                "minute"
            } else {
                "minutes"
            }
        }
        (Language::English, CycleUnit::Hour) => {
            if one {
                "hour"
            } else {
                "hours"
            }
        }
        (Language::English, CycleUnit::Day) => {
            if one {
                "day"
            } else {
                "days"
            }
        }
        (Language::Turkish, CycleUnit::Minute) => "dakika",
        (Language::Turkish, CycleUnit::Hour) => "saat",
        (Language::Turkish, CycleUnit::Day) => "gün",
    };
    Some(Sentence::strong(&format!("{} {unit}", number::number(every, language))))
}
