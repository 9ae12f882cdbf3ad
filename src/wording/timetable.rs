//! When a campaign is open, in words: its run and its hours, and why it is not open now.

use chrono::{DateTime, NaiveDateTime, Timelike, Utc};
use chrono_tz::Tz;

use super::text::{say, word};
use super::{Language, Reader, Sentence, number};
use crate::campaign::{HoursIn, OpenHours, Runs, Schedule, SiteHours, Weekday};
use crate::engine::Shut;

/// Writes when a campaign runs, and at which hours it is shown, a sentence each; `None` while it is always open.
pub(super) fn timetable(schedule: &Schedule, language: Language) -> Option<Sentence> {
    let run = schedule.runs.as_ref().and_then(|runs| run(runs, language));
    let answering = schedule
        .only_in_hours
        .then(|| Sentence::plain(word(language, "timing-only-in-hours")));
    let sentences = [run, hours(schedule, language), answering]
        .into_iter()
        .flatten()
        .map(|mut clause| {
            clause.say(".");
            clause.capitalised(language)
        });
    sentences.reduce(|mut said, next| {
        said.say(" ").add(&next);
        said
    })
}

/// Writes at which hours a campaign is shown, as a clause; `None` where that is at all.
pub(super) fn hours(schedule: &Schedule, language: Language) -> Option<Sentence> {
    let hours = hours_of(&schedule.hours, language)?;
    let key = match schedule.hours_in() {
        HoursIn::Campaign => "timing-hours",
        HoursIn::Visitor => "timing-hours-of-visitor",
    };
    Some(Sentence::of_text(language, key, &[("hours", &hours)]))
}

/// Writes from when until when a campaign runs, as a clause; `None` where it runs always.
pub(super) fn run(runs: &Runs, language: Language) -> Option<Sentence> {
    let time = |time: NaiveDateTime| Sentence::strong(&clock(time, language));
    Some(match (runs.begins().map(time), runs.ends().map(time)) {
        (None, None) => return None,
        (Some(from), None) => Sentence::of_text(language, "timing-runs-from", &[("from", &from)]),
        (None, Some(until)) => Sentence::of_text(language, "timing-runs-until", &[("until", &until)]),
        (Some(from), Some(until)) => Sentence::of_text(language, "timing-runs", &[("from", &from), ("until", &until)]),
    })
}

/// Writes a time on a clock, such as `1 December 2026, 09:00`.
pub fn clock(time: NaiveDateTime, language: Language) -> String {
    format!(
        "{}, {:02}:{:02}",
        number::date(time.date(), language),
        time.hour(),
        time.minute()
    )
}

/// Writes hours that are finished, such as `Monday–Friday 09:00–18:00, Saturday 10:00–14:00`; `None` without any.
pub(super) fn hours_of(hours: &[OpenHours], language: Language) -> Option<Sentence> {
    let finished = |hours: &OpenHours| {
        hours.times()?;
        let (from, until) = (hours.from.as_deref()?, hours.until.as_deref()?);
        let days: Vec<Weekday> = hours.weekdays().collect();
        Some(Sentence::strong(&format!(
            "{} {from}–{until}",
            days_in_words(&days, language)
        )))
    };
    let finished: Vec<Sentence> = hours.iter().filter_map(finished).collect();
    (!finished.is_empty()).then(|| Sentence::list(&finished, ", ", ", "))
}

/// Writes when somebody answers on a site; `None` for always.
pub(super) fn site_hours(hours: &SiteHours, language: Language) -> Option<Sentence> {
    let mut written = hours_of(&hours.open, language)?;
    written.say(" (").say(hours.zone().name()).say(")");
    Some(written)
}

/// Writes days of the week, such as `Monday–Friday`, `Monday, Thursday–Sunday` or `every day`.
pub fn days_in_words(days: &[Weekday], language: Language) -> String {
    let all = <Weekday as crate::campaign::Named>::ALL;
    if all.iter().all(|day| days.contains(day)) {
        return word(language, "weekday-all").to_owned();
    }
    let runs = all.chunk_by(|one, other| days.contains(one) == days.contains(other));
    let runs = runs.filter(|run| days.contains(&run[0]));
    let written = runs.map(|run| match run {
        [first, .., last] if run.len() > 2 => format!("{}–{}", weekday(*first, language), weekday(*last, language)),
        few => few
            .iter()
            .map(|day| weekday(*day, language))
            .collect::<Vec<_>>()
            .join(", "),
    });
    written.collect::<Vec<_>>().join(", ")
}

/// Returns the name of a day within a sentence.
pub fn weekday(day: Weekday, language: Language) -> &'static str {
    let key = match day {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    };
    word(language, key)
}

/// Writes why a campaign is not open, as the reason of a verdict and as a verdict of its own.
pub(super) fn shut(shut: Shut<DateTime<Utc>>, zone: Tz, reader: Reader) -> ShutWords {
    let until = shut
        .until()
        .map(|until| number::minute(until, zone, reader))
        .unwrap_or_default();
    let (headline, clause) = match shut {
        Shut::Scheduled { .. } => ("verdict-scheduled", "verdict-clause-scheduled"),
        Shut::Ended => ("verdict-ended", "verdict-clause-ended"),
        Shut::OutOfHours { until: Some(_) } => ("verdict-out-of-hours", "verdict-clause-out-of-hours"),
        Shut::NobodyAnswers { until: Some(_) } => ("verdict-nobody-answers", "verdict-clause-nobody-answers"),
        Shut::NobodyAnswers { until: None } => (
            "verdict-nobody-answers-for-long",
            "verdict-clause-nobody-answers-for-long",
        ),
        Shut::OutOfHours { until: None } => ("verdict-out-of-hours-for-long", "verdict-clause-out-of-hours-for-long"),
    };
    let say = |key| say(reader.language, key, &[("until", &until)]);
    ShutWords {
        headline: say(headline),
        clause: say(clause),
    }
}

/// Why a campaign is not open, in words.
pub(super) struct ShutWords {
    /// A sentence.
    pub headline: String,
    /// Within a sentence.
    pub clause: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_say_them() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        for (days, english, turkish) in [
            (&Weekday::WORKING[..], "Monday–Friday", "pazartesi–cuma"),
            (&[Monday, Tuesday], "Monday, Tuesday", "pazartesi, salı"),
            (
                &[Sunday, Monday, Wednesday],
                "Monday, Wednesday, Sunday",
                "pazartesi, çarşamba, pazar",
            ),
            (
                &[Thursday, Friday, Saturday, Sunday, Monday],
                "Monday, Thursday–Sunday",
                "pazartesi, perşembe–pazar",
            ),
            (
                &[Sunday, Saturday, Friday, Thursday, Wednesday, Tuesday, Monday],
                "every day",
                "her gün",
            ),
        ] {
            assert_eq!(days_in_words(days, Language::ENGLISH), english);
            assert_eq!(days_in_words(days, Language::TURKISH), turkish);
        }
    }
}
