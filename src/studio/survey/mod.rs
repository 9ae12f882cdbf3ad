//! The findings about the whole library: computed in the background, and kept until there is something newer.
//!
//! Nothing here decides anything: `insight` finds, `wording` phrases, this module puts the lines into order.

mod lines;
#[cfg(test)]
mod tests;
mod work;

use std::{path::PathBuf, sync::LazyLock};

use chrono::{DateTime, NaiveDate, Utc};

pub use work::{MOST_COMPETING, Memory, Surveyed, Task, survey};

use crate::{
    studio::{
        inquiry::{Inquiry, Stop},
        tone::Tone,
    },
    visitor::Visitor,
    wording::text::Language,
};

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
pub enum Section {
    /// It stops a launch.
    Launch,
    /// Conditions that rule each other out, or change nothing.
    Together,
    /// A test of the makers does not pass.
    Tests,
    /// A campaign that always loses.
    Never,
    /// What campaigns still need before they can be launched.
    ToDo,
    /// Campaigns that compete for the same visitors.
    Meets,
    /// Worth a look.
    Look,
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The key of its name's text.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Launch => "checks-launch",
            Self::Together => "checks-together",
            Self::Tests => "checks-tests",
            Self::Never => "checks-never",
            Self::ToDo => "checks-to-do",
            Self::Meets => "checks-meets",
            Self::Look => "checks-look",
        }
    }

    /// The key of the text that describes its content.
    pub fn help_key(self) -> String {
        format!("{}-help", self.label_key())
    }
}

/// One line of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportLine {
    /// Its subject.
    pub section: Section,
    /// The campaign's file.
    pub path: PathBuf,
    /// The campaign's name.
    pub name: String,
    /// What was found.
    pub message: String,
    /// Further details, or what to do about it; may be empty.
    pub detail: String,
    /// How serious it is.
    pub tone: Tone,
    /// Where in the campaign to fix it, as a JSON Pointer; empty for a file that cannot be read.
    pub place: String,
    /// A visitor who demonstrates it.
    pub meeting: Option<Box<Meeting>>,
    /// Everything that is searched, in small letters.
    folded: String,
}

/// A visitor to be met in the simulator.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// The file of the campaign that they see.
    pub path: PathBuf,
    /// The visitor as that campaign knows them.
    pub visitor: Visitor,
    /// When.
    pub at: DateTime<Utc>,
}

/// What was found in a library.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// By section, grave ones first, then by the campaigns' names.
    pub lines: Vec<ReportLine>,
    /// How many campaigns were looked at.
    pub campaigns: usize,
    /// How many pairs of campaigns could not be decided.
    pub unsure: usize,
    /// How many pairs that compete are not among the lines, because there are too many.
    pub unlisted: usize,
    /// Whether there are too many campaigns to compare all pairs.
    pub too_many: bool,
}

impl Report {
    /// How many lines a section has.
    pub fn count(&self, section: Section) -> usize {
        self.lines.iter().filter(|line| line.section == section).count()
    }

    /// How many things there are to fix: what stops a launch, and campaigns that always lose.
    pub fn problems(&self) -> usize {
        let counts = |line: &&ReportLine| line.tone == Tone::Danger || line.section == Section::Never;
        self.lines.iter().filter(counts).count()
    }

    /// The places of the lines in which `wanted` occurs, of one section if it is given.
    pub fn matching(&self, wanted: &str, section: Option<Section>) -> Vec<usize> {
        let wanted = wanted.trim().to_lowercase();
        let fits =
            |line: &ReportLine| line.folded.contains(&wanted) && section.is_none_or(|section| section == line.section);
        (0..self.lines.len())
            .filter(|index| fits(&self.lines[*index]))
            .collect()
    }
}

/// What a report depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Rises when the list of files changes.
    pub listing: u64,
    /// The open campaign's revision.
    pub revision: u64,
    /// How much of it was touched ([`Touched::generation`](crate::studio::session::Touched::generation)).
    pub touched: usize,
    /// Rises when the site document changes.
    pub site: u64,
    /// Whether somebody is looking at the page.
    pub shown: bool,
    /// The day on which it is asked.
    pub day: NaiveDate,
    /// In which words.
    pub language: Language,
}

/// Asks for reports, one at a time, and keeps the last one.
#[derive(Debug, Default)]
pub struct Survey {
    reports: Inquiry<Key, Report>,
    memory: Memory,
}

impl Survey {
    /// What was found last.
    pub fn report(&self) -> &Report {
        static NOTHING: LazyLock<Report> = LazyLock::new(Report::default);
        self.reports.last().map_or(&NOTHING, |(_, report)| report)
    }

    /// Whether something newer is being worked on.
    pub fn is_working(&self) -> bool {
        self.reports.running().is_some()
    }

    /// Whether there is a report at all.
    pub fn is_there(&self) -> bool {
        self.reports.last().is_some()
    }

    /// Returns what is to be started when `key` is wanted now. `None` if nothing needs to be done, or another task has to end first.
    pub fn begin(&mut self, key: Key) -> Option<Start> {
        self.reports.ask(key).map(|key| self.start(key))
    }

    /// A task broke off: the last report stays, and no other is made until something changes.
    pub fn give_up(&mut self, key: &Key) -> Option<Start> {
        self.reports.give_up(key).map(|key| self.start(key))
    }

    /// Takes over a task's result; a stopped task leaves the last report as it is.
    pub fn take(&mut self, surveyed: Surveyed) -> Option<Start> {
        self.memory = surveyed.memory;
        let next = self.reports.take(surveyed.key, surveyed.report);
        next.map(|key| self.start(key))
    }

    fn start(&mut self, key: Key) -> Start {
        Start {
            key,
            memory: std::mem::take(&mut self.memory),
            stop: self.reports.stop(),
        }
    }
}

/// A task that is to be started.
#[derive(Debug)]
pub struct Start {
    /// What it is about.
    pub key: Key,
    /// What the last one remembered.
    pub memory: Memory,
    /// Is set when the answer is no longer wanted.
    pub stop: Stop,
}
