//! How often a campaign may return, how soon it appears, and which one goes first.

use serde_json::Number;

use super::{Extras, HoursIn, Named, OpenHours, Runs, Word};

/// The unit of a repeat cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum CycleUnit {
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// 24 hours, whatever the calendar does.
    Day,
    /// One coming to the site, however long it takes.
    Session,
}

impl Named for CycleUnit {
    fn id(self) -> &'static str {
        match self {
            CycleUnit::Minute => "minute",
            CycleUnit::Hour => "hour",
            CycleUnit::Day => "day",
            CycleUnit::Session => "session",
        }
    }
}

impl CycleUnit {
    /// Returns the length of one unit in seconds; a session has none.
    pub fn seconds(self) -> Option<f64> {
        match self {
            CycleUnit::Minute => Some(60.0),
            CycleUnit::Hour => Some(3_600.0),
            CycleUnit::Day => Some(86_400.0),
            CycleUnit::Session => None,
        }
    }
}

/// A time within which the campaign does not return.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RepeatCycle {
    /// How many units; a whole number of at least 1 in a finished campaign.
    pub every: Option<Number>,
    /// The unit.
    pub unit: Word<CycleUnit>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl RepeatCycle {
    /// Creates a cycle of this many units.
    pub fn every(count: u32, unit: CycleUnit) -> Self {
        RepeatCycle {
            every: Some(count.into()),
            unit: Word::Known(unit),
            extras: Extras::default(),
        }
    }

    /// Returns the length in seconds; `None` while unfinished or not positive, and for sessions.
    pub fn seconds(&self) -> Option<f64> {
        Some(self.count()? * self.unit.known()?.seconds()?)
    }

    /// Returns how many sessions later the campaign may return; `None` while unfinished or not positive, and for a time.
    pub fn sessions(&self) -> Option<f64> {
        self.count().filter(|_| self.unit.known() == Some(CycleUnit::Session))
    }

    fn count(&self) -> Option<f64> {
        self.every.as_ref()?.as_f64().filter(|count| *count > 0.0)
    }
}

/// How often, how soon and before whom (`tests/specification/schedule.md`).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Schedule {
    /// `None` lets the campaign return on every page view.
    pub repeat_cycle: Option<RepeatCycle>,
    /// Seconds from the instant the campaign begins to qualify; 0 or more.
    pub message_delay: Option<Number>,
    /// Seconds after which a visible pop-up goes by itself; more than 0. `None` for never.
    pub closes_after: Option<Number>,
    /// From when until when it runs; `None` for always.
    pub runs: Option<Runs>,
    /// At which hours of the week it may be shown; empty for all.
    pub hours: Vec<OpenHours>,
    /// Whose clock the hours are read from; the campaign's when missing.
    pub hours_in: Word<HoursIn>,
    /// Whether it may only be shown while somebody answers: in the hours of the site.
    pub only_in_hours: bool,
    /// The lowest number goes first; a whole number.
    pub priority: Option<Number>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

/// The priority of a campaign that names none: after every campaign with a lower number.
const DEFAULT_PRIORITY: i64 = 1;

impl Schedule {
    /// Returns what a new campaign starts with: at most once a day, without delay, first in line.
    pub fn standard() -> Self {
        Schedule {
            repeat_cycle: Some(RepeatCycle::every(1, CycleUnit::Day)),
            message_delay: Some(0.into()),
            priority: Some(DEFAULT_PRIORITY.into()),
            ..Schedule::default()
        }
    }

    /// Returns the delay in seconds; 0 when missing or impossible.
    pub fn delay_seconds(&self) -> f64 {
        self.message_delay
            .as_ref()
            .and_then(Number::as_f64)
            .filter(|delay| *delay >= 0.0)
            .unwrap_or(0.0)
    }

    /// Sets the delay; whole seconds are written without a fraction. Values that JSON cannot hold are ignored.
    pub fn set_delay_seconds(&mut self, seconds: f64) {
        self.message_delay = number(seconds).or(self.message_delay.take());
    }

    /// Returns after how many seconds a visible pop-up goes by itself; `None` when never, or impossible.
    pub fn stay_seconds(&self) -> Option<f64> {
        let stay = self.closes_after.as_ref().and_then(Number::as_f64);
        stay.filter(|stay| *stay > 0.0)
    }

    /// Returns whose clock the hours are read from.
    pub fn hours_in(&self) -> HoursIn {
        self.hours_in.known().unwrap_or(HoursIn::Campaign)
    }

    /// Returns the rank among campaigns, lowest first; 1 when missing. Fractions and huge numbers are kept within range.
    pub fn rank(&self) -> i64 {
        let priority = self.priority.as_ref();
        priority
            .and_then(|number| number.as_i64().or_else(|| number.as_f64().map(|value| value as i64)))
            .unwrap_or(DEFAULT_PRIORITY)
    }

    /// Returns how many sessions later the campaign may return; 0 when its repeat cycle is missing, unfinished or a time.
    pub fn cycle_sessions(&self) -> f64 {
        self.repeat_cycle
            .as_ref()
            .and_then(RepeatCycle::sessions)
            .unwrap_or(0.0)
    }

    /// Returns the repeat cycle in seconds; 0 when it is missing, unfinished or counted in sessions.
    pub fn cycle_seconds(&self) -> f64 {
        self.repeat_cycle.as_ref().and_then(RepeatCycle::seconds).unwrap_or(0.0)
    }
}

/// Returns a JSON number without a needless fraction; `None` for infinities and NaN.
fn number(value: f64) -> Option<Number> {
    if value.fract() == 0.0 && value.abs() < 9.0e15 {
        return Some((value as i64).into());
    }
    Number::from_f64(value)
}
