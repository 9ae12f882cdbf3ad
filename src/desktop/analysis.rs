//! What the other rooms say about the open campaign and the simulated visitor, ready to be shown.
//!
//! Made anew when the campaign's revision, the visitor or the language changed, never in between. Panels read this and ask no engine.

use std::collections::HashMap;

use super::widgets::{Mark, Tone};

/// A finding, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingLine {
    /// The place it is about, as a JSON Pointer into the campaign file.
    pub pointer: String,
    /// How serious it is: `Danger` stops a launch, `Warning` does not.
    pub tone: Tone,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

/// A stretch of the plain sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they are a value of the rule, to be set off.
    pub strong: bool,
}

/// Whether a row of the audience or the activity holds for the simulated visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowMark {
    /// The mark.
    pub mark: Mark,
    /// Why, with the visitor's value and the wanted one.
    pub reason: String,
}

/// The verdict on the simulated visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the campaign is shown.
    pub shown: bool,
    /// One sentence.
    pub headline: String,
    /// More of the reasons; may be empty.
    pub details: Vec<String>,
}

/// Everything that is shown about one revision of the campaign and one visitor.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// In the order of the document.
    pub findings: Vec<FindingLine>,
    /// The rule as one sentence.
    pub sentence: Vec<Span>,
    /// By JSON Pointer of the node.
    pub marks: HashMap<String, RowMark>,
    /// None while there is no visitor.
    pub verdict: Option<Verdict>,
}

impl Analysis {
    /// The findings about exactly `pointer`, or about something below it.
    pub fn findings_at<'a>(&'a self, pointer: &'a str) -> impl Iterator<Item = &'a FindingLine> {
        self.findings.iter().filter(move |finding| {
            finding
                .pointer
                .strip_prefix(pointer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// The same as tone and message with remedy, as fields show them.
    pub fn lines_at(&self, pointer: &str) -> Vec<(Tone, String)> {
        self.findings_at(pointer)
            .map(|finding| (finding.tone, finding.line()))
            .collect()
    }

    /// How many findings below any of `pointers` stop a launch.
    pub fn stoppers(&self, pointers: &[&str]) -> usize {
        let stops = |finding: &&FindingLine| finding.tone == Tone::Danger;
        pointers
            .iter()
            .map(|pointer| self.findings_at(pointer).filter(stops).count())
            .sum()
    }
}

impl FindingLine {
    /// Message and remedy as one line.
    pub fn line(&self) -> String {
        if self.remedy.is_empty() {
            self.message.clone()
        } else {
            format!("{}. {}", self.message, self.remedy)
        }
    }
}
