//! What the other modules say about the open campaign and the simulated visitor, ready to be shown.
//!
//! Recomputed only when the campaign's revision, the visitor, the minute or the language changes. Panels read this and query
//! no engine.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{
    editor_step::EditorStep,
    expecting::{self, TestLine},
    finding_line::FindingLine,
    inquiry::ConflictMarks,
};
use crate::{
    campaign::Campaign,
    engine::{self, Detail, Explained, Explanation},
    insight::{self, PictureFacts},
    studio::{
        simulated::SimulatedVisitor,
        tone::{Mark, Tone},
    },
    visitor::Visitor,
    wording::{
        self, LiveState, Reader, Sentence,
        text::{Language, Text},
    },
};

/// The input of an analysis.
#[derive(Clone, Copy)]
pub struct AnalysisInput<'a> {
    /// About which campaign.
    pub campaign: &'a Campaign,
    /// Its revision.
    pub revision: u64,
    /// For which visitor.
    pub visitor: &'a Visitor,
    /// At which instant.
    pub now: DateTime<Utc>,
    /// The known facts about the library's pictures.
    pub pictures: &'a dyn PictureFacts,
    /// The revision of those facts.
    pub pictures_known: u64,
    /// Its state on the site.
    pub live: LiveState,
    /// In which words.
    pub text: &'a Text,
    /// The zone of the person at the screen.
    pub own_zone: Tz,
}

impl AnalysisInput<'_> {
    fn reader(&self) -> Reader {
        Reader::in_zone(self.text.language(), self.own_zone)
    }
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
    /// Whether its rule holds and only the repeat cycle keeps it back.
    pub waiting: bool,
    /// One sentence.
    pub headline: String,
    /// What keeps it from real visitors, or that nothing does; may be empty.
    pub live: String,
    /// More of the reasons; may be empty.
    pub details: Vec<String>,
}

/// Everything that is shown about one revision of the campaign and one visitor.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// In the order of the document.
    pub findings: Vec<FindingLine>,
    /// The rule as one sentence.
    pub sentence: Sentence,
    /// By JSON Pointer of the node.
    pub marks: HashMap<String, RowMark>,
    /// `None` while there is no visitor.
    pub verdict: Option<Verdict>,
    /// What follows from the conditions taken together.
    pub examined: Examined,
    /// The makers' tests, in the order of the file.
    pub tests: Vec<TestLine>,
    /// Whether the visitor is already one of them.
    pub kept: bool,
}

/// What was computed in the background about the conditions taken together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Examined {
    /// In the order of the document.
    pub findings: Vec<FindingLine>,
    /// The conditions that keep everybody from seeing the campaign.
    pub conflict: Option<ConflictMarks>,
    /// Whether it is about an older revision, since when only values have changed; the new answer is on its way.
    pub stale: bool,
}

impl Analysis {
    /// All findings: those of the quick checks, then those computed in the background.
    pub fn all_findings(&self) -> impl Iterator<Item = &FindingLine> {
        self.findings.iter().chain(&self.examined.findings)
    }

    /// Whether the quick checks found something at `pointer`, or below it, that stops a launch.
    pub fn is_wrong_below(&self, pointer: &str) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.tone == Tone::Danger && finding.is_at(pointer))
    }

    /// The findings about exactly `pointer`, or about something below it.
    pub fn findings_at<'a>(&'a self, pointer: &'a str) -> impl Iterator<Item = &'a FindingLine> {
        self.all_findings().filter(move |finding| finding.is_at(pointer))
    }

    /// How many findings stop a launch, on each step of the editor.
    pub fn stoppers_by_step(&self) -> [usize; EditorStep::ALL.len()] {
        let mut stoppers = [0; EditorStep::ALL.len()];
        for finding in self.all_findings().filter(|finding| finding.tone == Tone::Danger) {
            stoppers[EditorStep::of_pointer(&finding.pointer) as usize] += 1;
        }
        stoppers
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

/// What was asked last.
#[derive(Debug)]
struct Asked {
    revision: u64,
    pictures_known: u64,
    visitor: Visitor,
    now: DateTime<Utc>,
    live: LiveState,
    language: Language,
}

/// Queries the other modules, and keeps their answers.
#[derive(Debug, Default)]
pub struct Analyst {
    asked: Option<Asked>,
    analysis: Analysis,
}

impl Analyst {
    /// The last answers.
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// Queries again, unless nothing has changed since the last time.
    pub fn ask(&mut self, question: &AnalysisInput<'_>) {
        let same = self.asked.as_ref().is_some_and(|asked| {
            asked.revision == question.revision
                && asked.pictures_known == question.pictures_known
                && asked.visitor == *question.visitor
                && (question.now - asked.now).abs() < TimeDelta::seconds(20)
                && asked.live == question.live
                && asked.language == question.text.language()
        });
        if !same {
            self.asked = Some(Asked {
                revision: question.revision,
                pictures_known: question.pictures_known,
                visitor: question.visitor.clone(),
                now: question.now,
                live: question.live,
                language: question.text.language(),
            });
            let examined = std::mem::take(&mut self.analysis.examined);
            self.analysis = analyse(question);
            self.analysis.examined = examined;
        }
    }

    /// Takes over what was computed in the background.
    pub fn take(&mut self, examined: Examined) {
        self.analysis.examined = examined;
    }
}

fn analyse(question: &AnalysisInput<'_>) -> Analysis {
    let language = question.text.language();
    let explanation = engine::explain(question.campaign, question.visitor, question.now);
    let summary = wording::summary(question.campaign, language);
    let findings = findings(question);
    let simulated = SimulatedVisitor::own(question.visitor.clone(), question.now);
    Analysis {
        tests: expecting::lines(question.campaign, &findings, question.reader()),
        kept: expecting::is_kept(&simulated, question.campaign),
        findings,
        sentence: summary,
        marks: marks(&explanation, language),
        verdict: Some(verdict(question, &explanation)),
        examined: Examined::default(),
    }
}

fn findings(question: &AnalysisInput<'_>) -> Vec<FindingLine> {
    let context = insight::Context {
        pictures: question.pictures,
        now: Some(question.now),
    };
    insight::check(question.campaign, context)
        .iter()
        .map(|finding| FindingLine::of(finding, question.text.language()))
        .collect()
}

fn verdict(question: &AnalysisInput<'_>, explanation: &Explanation) -> Verdict {
    let verdict = wording::verdict(question.campaign, explanation, Some(question.live), question.reader());
    Verdict {
        shown: verdict.shown,
        waiting: explanation.holds && !explanation.shown,
        headline: verdict.headline,
        live: verdict.live,
        details: Some(verdict.detail)
            .filter(|detail| !detail.is_empty())
            .into_iter()
            .collect(),
    }
}

fn marks(explanation: &Explanation, language: Language) -> HashMap<String, RowMark> {
    let mut marks = HashMap::new();
    collect(&explanation.audience, language, &mut marks);
    for condition in &explanation.activity.conditions {
        collect(condition, language, &mut marks);
    }
    marks
}

fn collect(node: &Explained, language: Language, marks: &mut HashMap<String, RowMark>) {
    if let Detail::Group { children, .. } = &node.detail {
        for child in children {
            collect(child, language, marks);
        }
    }
    let mark = match node.outcome.decided() {
        Some(true) => Mark::Yes,
        Some(false) => Mark::No,
        None => Mark::Open,
    };
    let reason = wording::node(node, language);
    marks.insert(node.pointer.clone(), RowMark { mark, reason });
}
