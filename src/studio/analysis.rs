//! What the other modules say about the open campaign and the simulated visitor, ready to be shown.
//!
//! Recomputed only when the campaign's revision, the visitor, the minute or the language changes. Panels read this and query
//! no engine.

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{
    editor_step::EditorStep,
    expecting::{self, TestLine},
    finding_line::FindingLine,
    inquiry::ConflictMarks,
    outline::locate,
    session::Touched,
    to_do::{Kind, Tally},
};
use crate::{
    campaign::{Campaign, Group, Look, SiteHours},
    engine::{self, Detail, Explained, Explanation, NodeLocation, Shut, SiteRules},
    insight::{self, PictureFacts, SiteContext},
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
    /// About which campaign, with the conditions of saved audiences in their places.
    pub campaign: &'a Campaign,
    /// Its audience as it is written.
    pub written: &'a Group,
    /// Its revision.
    pub revision: u64,
    /// What was touched of it.
    pub touched: &'a Touched,
    /// For which visitor.
    pub visitor: &'a Visitor,
    /// At which instant.
    pub now: DateTime<Utc>,
    /// The known facts about the library's pictures.
    pub pictures: &'a dyn PictureFacts,
    /// The revision of those facts.
    pub pictures_known: u64,
    /// What is known about the site.
    pub site: SiteContext<'a>,
    /// The names of the library's campaigns, by their ids.
    pub names: &'a dyn Fn(&str) -> Option<String>,
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
    /// Whether something of the visitor or the campaign could be changed so that it is shown.
    pub changeable: bool,
    /// One sentence.
    pub headline: String,
    /// What keeps it from real visitors, or that nothing does; may be empty.
    pub live: String,
    /// More of the reasons; may be empty.
    pub details: Vec<String>,
    /// What keeps the visitor out, each once, the smallest change first; empty when the rule holds.
    pub reasons: Vec<ReasonLine>,
}

/// A reason for "not shown", and the row that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonLine {
    /// The reason, in one sentence.
    pub text: String,
    /// The row; `None` when no row is the reason.
    pub row: Option<ReasonRow>,
}

/// A row that keeps the visitor out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonRow {
    /// Its JSON Pointer.
    pub pointer: String,
    /// The number of the outermost row that it is in; those of the activity go on after those of the audience.
    pub number: usize,
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
    /// The outermost rows that keep the visitor from seeing the campaign, by JSON Pointer.
    pub blocking: HashSet<String>,
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
    pub fn stops_below(&self, pointer: &str) -> bool {
        let stops = |finding: &FindingLine| match finding.kind {
            Kind::ToDo | Kind::Blocker => finding.is_at(pointer),
            Kind::Advice => false,
        };
        self.findings.iter().any(stops)
    }

    /// What is wrong, or deserves a look, about exactly `pointer`, or about something below it. What is still to do is not said at its place.
    pub fn findings_at<'a>(&'a self, pointer: &'a str) -> impl Iterator<Item = &'a FindingLine> {
        self.all_findings()
            .filter(move |finding| finding.kind != Kind::ToDo && finding.is_at(pointer))
    }

    /// How many findings there are of each kind, on each step of the editor.
    pub fn tallies(&self) -> [Tally; EditorStep::ALL.len()] {
        let mut tallies = [Tally::default(); EditorStep::ALL.len()];
        for finding in self.all_findings() {
            tallies[EditorStep::of_pointer(&finding.pointer) as usize].add(finding.kind);
        }
        tallies
    }

    /// The same on all steps together.
    pub fn tally(&self) -> Tally {
        self.tallies().into_iter().sum()
    }

    /// The same as tone and message with remedy, as fields show them.
    pub fn lines_at(&self, pointer: &str) -> Vec<(Tone, String)> {
        self.findings_at(pointer)
            .map(|finding| (finding.tone(), finding.line()))
            .collect()
    }
}

/// What was asked last.
#[derive(Debug)]
struct Asked {
    revision: u64,
    touched: Touched,
    pictures_known: u64,
    look: Option<Look>,
    addresses: Vec<String>,
    hours: Option<SiteHours>,
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
                && asked.touched == *question.touched
                && asked.pictures_known == question.pictures_known
                && asked.look.as_ref() == question.site.look
                && asked.addresses == question.site.addresses
                && asked.hours.as_ref() == question.site.hours
                && asked.visitor == *question.visitor
                && (question.now - asked.now).abs() < TimeDelta::seconds(20)
                && asked.live == question.live
                && asked.language == question.text.language()
        });
        if !same {
            self.asked = Some(Asked {
                revision: question.revision,
                touched: question.touched.clone(),
                pictures_known: question.pictures_known,
                look: question.site.look.cloned(),
                addresses: question.site.addresses.to_vec(),
                hours: question.site.hours.cloned(),
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
    let site = SiteRules::of_addresses(question.site.addresses)
        .with_hours(question.site.hours)
        .with_rests(question.site.rests)
        .with_language(
            question
                .site
                .languages
                .and_then(|languages| languages.default.as_deref()),
        );
    let explanation = engine::explain_on(question.campaign, question.visitor, question.now, &site);
    let summary = wording::summary(question.campaign, language);
    let findings = findings(question);
    let simulated = SimulatedVisitor::own(question.visitor.clone(), question.now);
    Analysis {
        tests: expecting::lines(question.campaign, &findings, question.reader()),
        kept: expecting::is_kept(&simulated, question.campaign),
        findings,
        sentence: summary,
        marks: marks(&explanation, language),
        blocking: blocking(&explanation),
        verdict: Some(verdict(question, &explanation)),
        examined: Examined::default(),
    }
}

fn findings(question: &AnalysisInput<'_>) -> Vec<FindingLine> {
    let context = insight::Context {
        pictures: question.pictures,
        site: question.site,
        now: Some(question.now),
    };
    insight::check(question.campaign, context)
        .iter()
        .map(|finding| {
            let kind = Kind::of(finding, question.touched, question.campaign);
            FindingLine::in_campaign(finding, question.written, kind, question.text.language())
        })
        .collect()
}

fn verdict(question: &AnalysisInput<'_>, explanation: &Explanation) -> Verdict {
    let verdict = wording::verdict(question.campaign, explanation, Some(question.live), question.reader());
    let blocks = &explanation.blocks;
    // No waiting helps here.
    let for_good = blocks.other_site || blocks.shut == Some(Shut::Ended);
    let reasons = if explanation.holds && !for_good {
        Vec::new()
    } else {
        reason_lines(question, explanation)
    };
    let (headline, detail) = if reasons.is_empty() {
        (verdict.headline, verdict.detail)
    } else {
        (question.text.t("simulator-not-shown"), String::new())
    };
    let spoken = wording::spoken(explanation, question.text.language());
    let used_up = wording::used_up(explanation, question.names, question.text.language());
    Verdict {
        shown: verdict.shown,
        waiting: explanation.holds && !explanation.shown && reasons.is_empty(),
        changeable: !explanation.holds || blocks.rest.is_some() || blocks.until().is_some(),
        headline,
        live: verdict.live,
        details: [Some(detail).filter(|detail| !detail.is_empty()), used_up, spoken]
            .into_iter()
            .flatten()
            .collect(),
        reasons,
    }
}

/// Returns what keeps the visitor out: what is changed most easily first.
fn reason_lines(question: &AnalysisInput<'_>, explanation: &Explanation) -> Vec<ReasonLine> {
    let audience = &question.campaign.audience;
    let reasons = wording::placed_reasons(question.campaign, explanation, question.reader());
    let placed = reasons.into_iter().map(|reason| {
        let place = reason
            .pointer
            .as_deref()
            .and_then(|pointer| Some(locate(pointer, audience)?.0));
        let weight = place
            .as_ref()
            .and_then(|place| explanation.node(place))
            .map_or(0, weight);
        let number = match &place {
            Some(NodeLocation::Audience(path)) => path.0.first().map(|index| index + 1),
            Some(NodeLocation::Activity(index)) => Some(audience.children.len() + index + 1),
            None => None,
        };
        let row = reason
            .pointer
            .zip(number)
            .map(|(pointer, number)| ReasonRow { pointer, number });
        let text = reason.text;
        (weight, ReasonLine { text, row })
    });
    let mut placed: Vec<(u32, ReasonLine)> = placed.collect();
    placed.sort_by_key(|(weight, _)| *weight);
    placed.into_iter().map(|(_, line)| line).collect()
}

/// Returns how much the change weighs that would turn a condition.
fn weight(node: &Explained) -> u32 {
    match &node.detail {
        Detail::Condition(comparison) => comparison.field.map_or(u32::MAX, |field| field.spec().weight),
        Detail::Group { .. } => u32::MAX,
    }
}

/// The outermost rows that would have to turn out otherwise for the rule to hold.
fn blocking(explanation: &Explanation) -> HashSet<String> {
    let mut rows = HashSet::new();
    if explanation.holds {
        return rows;
    }
    let fails = |outcome: engine::Outcome| outcome.decided() == Some(false);
    if let (true, Detail::Group { joiner, children }) =
        (fails(explanation.audience.outcome), &explanation.audience.detail)
    {
        // What must be is kept from being by what is not; what must not be, by what is.
        let wanted = joiner.requirement(true).positive;
        let keeps_out = |child: &&Explained| child.outcome.decided() == Some(!wanted);
        rows.extend(children.iter().filter(keeps_out).map(|child| child.pointer.clone()));
    }
    if fails(explanation.activity.outcome) {
        let failing = explanation.activity.conditions.iter().filter(|row| fails(row.outcome));
        rows.extend(failing.map(|row| row.pointer.clone()));
    }
    rows
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
