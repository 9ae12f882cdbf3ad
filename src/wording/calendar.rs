//! Sentences about the days of a calendar.

use super::text::say;
use super::timetable::timetable;
use super::{Language, number};
use crate::campaign::Campaign;
use crate::insight::DaySpan;

/// Writes that no campaign is open on some days.
pub fn gap(days: DaySpan, language: Language) -> String {
    say(language, "calendar-gap", &[("when", &when(days, language))])
}

/// Writes that two campaigns can meet a visitor on some days: the one that goes first, then the other. Unless it is `certain`, nobody knows whether
/// they do.
pub fn clash([first, other]: [&str; 2], certain: bool, days: DaySpan, language: Language) -> String {
    let key = if certain {
        "calendar-clash"
    } else {
        "calendar-clash-unsure"
    };
    let names = [first, other].map(number::tidy);
    let when = when(days, language);
    let values = [
        ("first", names[0].as_str()),
        ("other", names[1].as_str()),
        ("when", when.as_str()),
    ];
    say(language, key, &values)
}

/// Writes when a campaign runs, and at which hours; empty while it is always open.
pub fn open_times(campaign: &Campaign, language: Language) -> String {
    timetable(&campaign.schedule, language).map_or_else(String::new, |said| said.to_string())
}

fn when(days: DaySpan, language: Language) -> String {
    let day = |day| number::date(day, language);
    if days.first == days.last {
        return say(language, "calendar-on", &[("day", &day(days.first))]);
    }
    let values = [("first", day(days.first)), ("last", day(days.last))];
    let values = values.each_ref().map(|(name, day)| (*name, day.as_str()));
    say(language, "calendar-from-to", &values)
}
