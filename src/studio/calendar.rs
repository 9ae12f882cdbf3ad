//! What runs when: the campaigns of the library on the days of some weeks or months, the days without any, and who meets whom.
//!
//! Nothing here decides anything: `insight` says who is open and who can meet, `wording` says it, this module puts it into rows and lines. It is read
//! in a background job, and what was read last stays until there is something newer.

#[cfg(test)]
mod tests;
mod work;

use std::{path::PathBuf, sync::LazyLock};

use chrono::{Datelike, Days, Months, NaiveDate};

pub use work::{Memory, Read, Task, read_calendar};

use super::{
    inquiry::{Inquiry, Stop},
    shelf::Status,
};
use crate::wording::text::Language;

/// How much is shown at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scale {
    /// Four weeks.
    #[default]
    Weeks,
    /// Three months.
    Months,
}

/// The days that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// How much.
    pub scale: Scale,
    /// The first day: a Monday, or the first of a month.
    pub first: NaiveDate,
}

impl Shown {
    /// The days around one: its week and the three that follow, or its month and the two that follow.
    pub fn around(scale: Scale, day: NaiveDate) -> Self {
        let back = match scale {
            Scale::Weeks => day.weekday().num_days_from_monday(),
            Scale::Months => day.day0(),
        };
        Self {
            scale,
            first: day.checked_sub_days(Days::new(back.into())).unwrap_or(day),
        }
    }

    /// The same so much earlier or later: one week, or one month.
    pub fn moved(self, later: bool) -> Self {
        let (day, week) = (self.first, Days::new(7));
        let moved = match (self.scale, later) {
            (Scale::Weeks, true) => day.checked_add_days(week),
            (Scale::Weeks, false) => day.checked_sub_days(week),
            (Scale::Months, true) => day.checked_add_months(Months::new(1)),
            (Scale::Months, false) => day.checked_sub_months(Months::new(1)),
        };
        Self {
            first: moved.unwrap_or(day),
            ..self
        }
    }

    /// How many days are shown.
    pub fn count(self) -> usize {
        match self.scale {
            Scale::Weeks => 28,
            Scale::Months => {
                let end = self.first.checked_add_months(Months::new(3)).unwrap_or(self.first);
                usize::try_from((end - self.first).num_days()).unwrap_or_default()
            }
        }
    }
}

/// A campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its file.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// Its status; `None` where the list does not have it.
    pub status: Option<Status>,
    /// Its priority, as the engine takes it.
    pub priority: i64,
    /// The days on which it is open, as places among those that are shown: first and last of successive ones.
    pub spans: Vec<(usize, usize)>,
    /// Whether it may be open before the days that are shown, and after them.
    pub beyond: [bool; 2],
    /// Its run and its hours, in words; empty where it is always open.
    pub said: String,
}

/// Something that is said of the days.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What.
    pub message: String,
    /// The campaign that it is about first.
    pub path: Option<PathBuf>,
    /// The days, as places among those that are shown.
    pub days: (usize, usize),
}

/// What runs when.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// The days that are shown.
    pub days: Vec<NaiveDate>,
    /// The campaigns that can be launched: those that are open on these days, the earliest first, then the others.
    pub rows: Vec<Row>,
    /// Days on which no campaign is open.
    pub gaps: Vec<Line>,
    /// Who meets whom.
    pub clashes: Vec<Line>,
    /// How many more meetings there are than lines.
    pub unlisted: usize,
    /// How many campaigns cannot be launched as they are.
    pub unready: usize,
    /// Whether there are too many campaigns to know who meets whom.
    pub too_many: bool,
}

/// What a plan depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The days that are shown.
    pub shown: Shown,
    /// Rises when the list of files changes.
    pub listing: u64,
    /// The open campaign's revision.
    pub revision: u64,
    /// Rises when the site document changes.
    pub site: u64,
    /// The day on which it is asked.
    pub today: NaiveDate,
    /// In which words.
    pub language: Language,
}

/// Asks for plans, one at a time, and keeps the last one.
#[derive(Debug, Default)]
pub struct Planner {
    plans: Inquiry<Key, Plan>,
    memory: Memory,
}

/// A job that is to be started.
#[derive(Debug)]
pub struct Start {
    /// What it is about.
    pub key: Key,
    /// What the last one remembered.
    pub memory: Memory,
    /// Is set when the answer is no longer wanted.
    pub stop: Stop,
}

impl Planner {
    /// What was read last, and of which days.
    pub fn plan(&self) -> (Option<Shown>, &Plan) {
        static NOTHING: LazyLock<Plan> = LazyLock::new(Plan::default);
        match self.plans.last() {
            Some((key, plan)) => (Some(key.shown), plan),
            None => (None, &NOTHING),
        }
    }

    /// Whether something newer is being read.
    pub fn is_working(&self) -> bool {
        self.plans.running().is_some()
    }

    /// Returns what is to be started when `key` is wanted now.
    pub fn begin(&mut self, key: Key) -> Option<Start> {
        self.plans.ask(key).map(|key| self.start(key))
    }

    /// A job broke off: the last plan stays, and no other is made until something changes.
    pub fn give_up(&mut self, key: &Key) -> Option<Start> {
        self.plans.give_up(key).map(|key| self.start(key))
    }

    /// Takes over what was read.
    pub fn take(&mut self, read: Read) -> Option<Start> {
        self.memory = read.memory;
        self.plans.take(read.key, read.plan).map(|key| self.start(key))
    }

    fn start(&mut self, key: Key) -> Start {
        Start {
            key,
            memory: std::mem::take(&mut self.memory),
            stop: self.plans.stop(),
        }
    }
}
