//! When a campaign runs: a stretch of dates, and hours of the week.
//!
//! It holds what a file says, finished or not. What it means at an instant is the engine's to decide.

use chrono::{NaiveDateTime, NaiveTime};

use super::{Extras, Named, Word};

/// How a file writes the beginning or end of a run: `2026-12-01T09:00`.
const RUN_FORM: &str = "%Y-%m-%dT%H:%M";
const RUN_LENGTH: usize = "2026-12-01T09:00".len();
/// How a file writes a time of day: `09:00`.
const HOUR_FORM: &str = "%H:%M";

/// A stretch of time in the campaign's zone. Either end may be missing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Runs {
    /// The first minute, such as `2026-12-01T09:00`.
    pub from: Option<String>,
    /// The first minute after the last.
    pub until: Option<String>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl Runs {
    /// Returns the first minute on the clock of the zone; `None` while missing or unreadable.
    pub fn begins(&self) -> Option<NaiveDateTime> {
        self.from.as_deref().and_then(run_time)
    }

    /// Returns the first minute after the last; `None` while missing or unreadable.
    pub fn ends(&self) -> Option<NaiveDateTime> {
        self.until.as_deref().and_then(run_time)
    }

    /// Returns whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.from.is_none() && self.until.is_none() && self.extras.is_empty()
    }
}

/// Reads the beginning or end of a run, exactly as files write it.
pub fn run_time(text: &str) -> Option<NaiveDateTime> {
    let time = NaiveDateTime::parse_from_str(text, RUN_FORM).ok()?;
    (text.len() == RUN_LENGTH && write_run_time(time) == text).then_some(time)
}

/// Writes the beginning or end of a run.
pub fn write_run_time(time: NaiveDateTime) -> String {
    time.format(RUN_FORM).to_string()
}

/// Reads a time of day, exactly as files write it.
pub fn hour(text: &str) -> Option<NaiveTime> {
    let time = NaiveTime::parse_from_str(text, HOUR_FORM).ok()?;
    (write_hour(time) == text).then_some(time)
}

/// Writes a time of day.
pub fn write_hour(time: NaiveTime) -> String {
    time.format(HOUR_FORM).to_string()
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
#[allow(missing_docs, reason = "the days of the week")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Named for Weekday {
    fn id(self) -> &'static str {
        match self {
            Weekday::Monday => "monday",
            Weekday::Tuesday => "tuesday",
            Weekday::Wednesday => "wednesday",
            Weekday::Thursday => "thursday",
            Weekday::Friday => "friday",
            Weekday::Saturday => "saturday",
            Weekday::Sunday => "sunday",
        }
    }
}

impl Weekday {
    /// Monday to Friday.
    pub const WORKING: [Weekday; 5] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
    ];
}

impl From<chrono::Weekday> for Weekday {
    fn from(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Weekday::Monday,
            chrono::Weekday::Tue => Weekday::Tuesday,
            chrono::Weekday::Wed => Weekday::Wednesday,
            chrono::Weekday::Thu => Weekday::Thursday,
            chrono::Weekday::Fri => Weekday::Friday,
            chrono::Weekday::Sat => Weekday::Saturday,
            chrono::Weekday::Sun => Weekday::Sunday,
        }
    }
}

/// Hours on some days of the week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OpenHours {
    /// On which days they begin.
    pub days: Vec<Word<Weekday>>,
    /// The first minute, such as `09:00`.
    pub from: Option<String>,
    /// The first minute after the last; on the next day, unless it is later than the first minute.
    pub until: Option<String>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl OpenHours {
    /// Returns what a person who adds hours starts with: Monday to Friday, 9 to 18 o'clock.
    pub fn usual() -> OpenHours {
        OpenHours {
            days: Weekday::WORKING.map(Word::Known).to_vec(),
            from: Some("09:00".to_owned()),
            until: Some("18:00".to_owned()),
            extras: Extras::default(),
        }
    }

    /// Returns the days on which they begin.
    pub fn weekdays(&self) -> impl Iterator<Item = Weekday> {
        self.days.iter().filter_map(Word::known)
    }

    /// Returns the first minute, and the first after the last; `None` while unfinished: a day, a time or more is missing or unreadable.
    pub fn times(&self) -> Option<(NaiveTime, NaiveTime)> {
        self.weekdays().next()?;
        Some((hour(self.from.as_deref()?)?, hour(self.until.as_deref()?)?))
    }

    /// Puts a day in or takes it out; days stay in the order of the week.
    pub fn set_day(&mut self, day: Weekday, included: bool) {
        let others = self.days.iter().filter(|word| word.known() != Some(day)).cloned();
        let mut days: Vec<Word<Weekday>> = others.chain(included.then_some(Word::Known(day))).collect();
        days.sort_by_key(|word| {
            Weekday::ALL
                .iter()
                .position(|day| word.known() == Some(*day))
                .unwrap_or(usize::MAX)
        });
        self.days = days;
    }
}

/// When somebody answers the visitors of a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteHours {
    /// IANA zone of the clock that they are read from; UTC where it names no existing zone.
    pub time_zone: Option<String>,
    /// Any of these.
    pub open: Vec<OpenHours>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl SiteHours {
    /// Returns the zone of their clock.
    pub fn zone(&self) -> chrono_tz::Tz {
        let named = self.time_zone.as_deref().and_then(|name| name.trim().parse().ok());
        named.unwrap_or(chrono_tz::UTC)
    }

    /// Returns whether some are finished: without any, somebody always answers.
    pub fn has_any(&self) -> bool {
        self.open.iter().any(|hours| hours.times().is_some())
    }
}

/// Whose clock a campaign's hours are read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum HoursIn {
    /// That of the campaign's zone.
    Campaign,
    /// That of the visitor's browser.
    Visitor,
}

impl Named for HoursIn {
    fn id(self) -> &'static str {
        match self {
            HoursIn::Campaign => "campaign",
            HoursIn::Visitor => "visitor",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_files_write_them() {
        for (text, readable) in [
            ("2026-12-01T09:00", true),
            ("2028-02-29T23:59", true),
            (" 2026-12-01T09:00", false),
            ("+12026-12-01T09:00", false),
            ("2026-02-29T09:00", false),
            ("2026-12-01T24:00", false),
            ("2026-12-01T9:00", false),
            ("2026-12-01 09:00", false),
            ("2026-12-01T09:00:00", false),
            ("2026-12-01", false),
            ("", false),
        ] {
            assert_eq!(run_time(text).is_some(), readable, "{text}");
        }
        for (text, readable) in [
            ("00:00", true),
            ("23:59", true),
            ("24:00", false),
            ("9:00", false),
            ("09:00:00", false),
            ("", false),
        ] {
            assert_eq!(hour(text).is_some(), readable, "{text}");
        }
    }

    #[test]
    fn days_stay_in_the_order_of_the_week() {
        let mut hours = OpenHours::usual();
        hours.set_day(Weekday::Sunday, true);
        hours.set_day(Weekday::Tuesday, false);
        hours.set_day(Weekday::Tuesday, true);
        hours.set_day(Weekday::Monday, false);
        let days: Vec<_> = hours.weekdays().map(Named::id).collect();
        assert_eq!(days, ["tuesday", "wednesday", "thursday", "friday", "sunday"]);
    }

    #[test]
    fn unfinished_hours_have_no_times() {
        let usual = OpenHours::usual();
        assert!(usual.times().is_some());
        for lacking in [
            OpenHours {
                days: Vec::new(),
                ..usual.clone()
            },
            OpenHours {
                days: vec![Word::Unknown("funday".into())],
                ..usual.clone()
            },
            OpenHours {
                from: None,
                ..usual.clone()
            },
            OpenHours {
                until: Some("25:00".into()),
                ..usual
            },
        ] {
            assert_eq!(lacking.times(), None, "{lacking:?}");
        }
    }
}
