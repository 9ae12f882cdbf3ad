//! A finding as the window shows it.

use super::{to_do::Kind, tone::Tone};
use crate::{
    campaign::Group,
    insight,
    wording::{self, text::Language},
};

/// A finding, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingLine {
    /// The place it is about, as a JSON Pointer into the campaign file.
    pub pointer: String,
    /// What it asks of its reader.
    pub kind: Kind,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl FindingLine {
    /// Whether it is about exactly `pointer`, or about something below it.
    pub fn is_at(&self, pointer: &str) -> bool {
        let rest = self.pointer.strip_prefix(pointer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Its colour.
    pub fn tone(&self) -> Tone {
        self.kind.tone()
    }

    /// The finding about a campaign in words, and what it asks. The campaign's own audience is `written`; what is found within a saved audience is at
    /// the row that names it.
    pub fn in_campaign(finding: &insight::Finding, written: &Group, kind: Kind, language: Language) -> Self {
        let (place, phrase) = wording::finding_in(written, finding, language);
        Self {
            kind,
            message: phrase.message,
            remedy: phrase.fix,
            pointer: place.to_owned(),
        }
    }

    /// The finding in words, and what it asks.
    pub fn of(finding: &insight::Finding, kind: Kind, language: Language) -> Self {
        let phrase = wording::finding(finding, language);
        Self {
            kind,
            message: phrase.message,
            remedy: phrase.fix,
            pointer: finding.path.clone(),
        }
    }

    /// Message and remedy as one line.
    pub fn line(&self) -> String {
        if self.remedy.is_empty() {
            self.message.clone()
        } else {
            format!("{} {}", self.message, self.remedy)
        }
    }
}
