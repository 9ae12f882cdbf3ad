//! Asking beside the window about the open campaign, and doing what the answers are good for.

use std::sync::Arc;

use super::{App, Event};
use crate::{
    engine::named_page,
    insight::{Conflict, Doubt, FindAnswer, Finding, NearestAnswer, Problem, Sighting},
    studio::{
        analysis::Examined,
        finding_line::FindingLine,
        inquiry::{AboutCampaign, AboutVisitor, Answered, ConflictMarks, Inquiries, same_shape},
        simulated::{Advice, ChangeAdvice, Notice, SimulatedVisitor, changes},
        tone::Tone,
    },
    wording::{self, Statement},
};

/// What is asked, and what came of it in the simulator.
#[derive(Debug, Default)]
pub(super) struct Inquiring {
    inquiries: Inquiries,
    /// Whether "What would have to change?" is open.
    unfolded: bool,
    filled: Option<Filled>,
}

/// A visitor that was filled in for the user, and the one before.
#[derive(Debug)]
struct Filled {
    before: SimulatedVisitor,
    after: SimulatedVisitor,
}

impl Filled {
    /// Whether nobody has changed the visitor since.
    fn is_as_it_was(&self, simulated: &SimulatedVisitor) -> bool {
        self.after.visitor == simulated.visitor && self.after.at == simulated.at
    }
}

impl App {
    /// Asks what the panels show and is not known of the present revision yet.
    pub(super) fn inquire(&mut self, ctx: &egui::Context) {
        self.examine();
        self.ask_for_change();
        // Where everything is done at once, the answers are there already.
        self.take_events_at_once(ctx);
        let examined = self.examined();
        self.analyst.take(examined);
    }

    fn examine(&mut self) {
        let Some(session) = &self.session else { return };
        let (revision, now) = (session.revision(), self.clock.now());
        let day = now.with_timezone(&session.campaign().zone()).date_naive();
        let findings = &mut self.inquiring.inquiries.findings;
        if findings.newest().is_some_and(|asked| asked.is(revision, day)) {
            return;
        }
        let question = AboutCampaign {
            revision,
            campaign: Arc::new(session.campaign().clone()),
            now,
        };
        if let Some(question) = findings.ask(question) {
            self.start_examining(question);
        }
    }

    fn start_examining(&self, question: AboutCampaign) {
        self.tasks.start(move || {
            let findings = question.examine();
            Event::Answered(Box::new(Answered::Findings(question, findings)))
        });
    }

    fn ask_for_change(&mut self) {
        let shown = self.analysis().verdict.as_ref().is_none_or(|verdict| verdict.shown);
        if !self.inquiring.unfolded || shown {
            return;
        }
        let asked = self.inquiring.inquiries.change.newest();
        if asked.is_some_and(|asked| self.is_present(asked)) {
            return;
        }
        let Some(question) = self.about_visitor() else { return };
        if let Some(question) = self.inquiring.inquiries.change.ask(question) {
            self.start_changing(question);
        }
    }

    fn start_changing(&self, question: AboutVisitor) {
        self.tasks.start(move || {
            let answer = question.change();
            Event::Answered(Box::new(Answered::Change(question, answer)))
        });
    }

    /// Looks for a visitor who sees the campaign, as near as possible to the simulated one.
    pub(super) fn find_visitor(&mut self) {
        let Some(question) = self.about_visitor() else { return };
        self.journey.panel.shown = false;
        if self.analysis().verdict.as_ref().is_some_and(|verdict| verdict.shown) {
            let text = self.text.t("advice-sees-already");
            return self.say(Tone::Neutral, text);
        }
        if let Some(question) = self.inquiring.inquiries.visitor.ask(question) {
            self.start_finding(question);
        }
    }

    fn start_finding(&self, question: AboutVisitor) {
        self.tasks.start(move || {
            let answer = question.find();
            Event::Answered(Box::new(Answered::Visitor(question, answer)))
        });
    }

    /// Opens or folds "What would have to change?".
    pub(super) fn show_change(&mut self, open: bool) {
        self.inquiring.unfolded = open;
        self.journey.panel.shown = false;
    }

    /// Makes the changes that were worked out for the simulated visitor.
    pub(super) fn make_changes(&mut self) {
        let change = &self.inquiring.inquiries.change;
        if let Some((question, NearestAnswer::Change(way))) = change.last()
            && self.is_present(question)
        {
            let goal = way.goal.clone();
            self.fill(goal);
        }
    }

    /// Brings back the visitor who was simulated before one was filled in.
    pub(super) fn visitor_before(&mut self) {
        self.journey.panel.shown = false;
        match self.inquiring.filled.take() {
            Some(filled) => self.simulated = filled.before,
            None => {
                let text = self.text.t("advice-none-before");
                self.say(Tone::Neutral, text);
            }
        }
    }

    /// Whether a visitor was filled in, so that the one before can be brought back.
    pub(super) fn has_visitor_before(&self) -> bool {
        self.inquiring.filled.is_some()
    }

    /// Takes an answer; what waited behind it is started.
    pub(super) fn answered(&mut self, answered: Answered) {
        match answered {
            Answered::Findings(question, findings) => {
                if let Some(next) = self.inquiring.inquiries.findings.take(question, findings) {
                    self.start_examining(next);
                }
            }
            Answered::Change(question, answer) => {
                if let Some(next) = self.inquiring.inquiries.change.take(question, answer) {
                    self.start_changing(next);
                }
            }
            Answered::Visitor(question, answer) => match self.inquiring.inquiries.visitor.take(question, answer) {
                Some(next) => self.start_finding(next),
                None => self.found(),
            },
        }
    }

    /// Fills in the visitor who was found, unless the campaign or the simulated visitor has changed meanwhile.
    fn found(&mut self) {
        let inquiry = &self.inquiring.inquiries.visitor;
        let Some((question, answer)) = inquiry.last().filter(|_| inquiry.answer().is_some()) else {
            return;
        };
        let sighting = match answer {
            FindAnswer::Found(sighting) if self.is_present(question) => Some((**sighting).clone()),
            FindAnswer::Nobody(_) | FindAnswer::Undetermined(_) => return,
            FindAnswer::Found(_) => None,
        };
        self.inquiring.inquiries.visitor.forget();
        if let Some(sighting) = sighting {
            self.fill(sighting);
        }
    }

    /// Simulates somebody in place of the visitor, with a way back to them.
    pub(super) fn fill(&mut self, sighting: Sighting) {
        let after = SimulatedVisitor::own(sighting.visitor, sighting.at);
        let before = std::mem::replace(&mut self.simulated, after.clone());
        self.inquiring.filled = Some(Filled { before, after });
    }

    /// Another campaign is open: nothing that was asked about the one before matters, nor does the visitor who was filled in for it.
    pub(super) fn forget_inquiries(&mut self) {
        self.inquiring.inquiries.forget();
        if let Some(filled) = self.inquiring.filled.take()
            && filled.is_as_it_was(&self.simulated)
        {
            self.simulated = filled.before;
        }
    }

    fn about_visitor(&self) -> Option<AboutVisitor> {
        let session = self.session.as_ref()?;
        Some(AboutVisitor {
            revision: session.revision(),
            campaign: Arc::new(session.campaign().clone()),
            visitor: self.simulated.visitor.clone(),
            at: self.simulated.at,
            now: self.clock.now(),
            pages: self.known_pages(),
        })
    }

    /// Pages that campaigns name, the open one's first, each once.
    fn known_pages(&self) -> Vec<String> {
        let own = self.session.as_ref().and_then(|session| named_page(session.campaign()));
        let others = self.shelf.items().iter().filter_map(|item| item.page.clone());
        let mut pages: Vec<String> = Vec::new();
        for page in own.into_iter().chain(others) {
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        pages
    }

    /// Whether a question is about what is on the screen now.
    fn is_present(&self, question: &AboutVisitor) -> bool {
        let revision = self.session.as_ref().map(|session| session.revision());
        revision.is_some_and(|revision| question.is(revision, &self.simulated.visitor, self.simulated.at))
    }

    /// What was found out about the conditions taken together, in words. Of an older revision it stays only while its places still mean
    /// the same, until the new answer is there.
    fn examined(&self) -> Examined {
        let Some(session) = &self.session else {
            return Examined::default();
        };
        let Some((question, found)) = self.inquiring.inquiries.findings.last() else {
            return Examined::default();
        };
        let stale = question.revision != session.revision();
        if stale && !same_shape(&question.campaign, session.campaign()) {
            return Examined::default();
        }
        let language = self.text.language();
        let wrong = |finding: &&Finding| self.analysis().is_wrong_below(&finding.path);
        Examined {
            // Of a place where something cannot hold by itself it is said once.
            findings: found
                .iter()
                .filter(|finding| !wrong(finding))
                .map(|finding| FindingLine::of(finding, language))
                .collect(),
            conflict: found
                .iter()
                .find_map(conflict_of)
                .map(|conflict| self.marks(question, conflict)),
            stale,
        }
    }

    fn marks(&self, question: &AboutCampaign, conflict: &Conflict) -> ConflictMarks {
        ConflictMarks {
            places: conflict.places.clone(),
            reason: wording::contradiction(&question.campaign, conflict, self.text.language()),
        }
    }

    /// What the simulator says and offers below the verdict.
    pub(super) fn advice(&self) -> Advice {
        let Some(session) = &self.session else {
            return Advice::default();
        };
        let visitor = &self.inquiring.inquiries.visitor;
        let of_now = |question: &AboutVisitor| question.revision == session.revision();
        Advice {
            searching: visitor.is_open() && visitor.newest().is_some_and(of_now),
            notice: visitor
                .last()
                .filter(|(question, _)| of_now(question))
                .and_then(|(question, answer)| self.notice(question, answer)),
            filled: self.filled_words(),
            can_go_back: self.inquiring.filled.is_some(),
            change: self.change_advice(),
        }
    }

    fn notice(&self, question: &AboutVisitor, answer: &FindAnswer) -> Option<Notice> {
        let statement = wording::find_answer(&question.campaign, answer, self.text.language());
        match answer {
            FindAnswer::Found(_) => None,
            FindAnswer::Nobody(conflict) => Some(nobody(statement, conflict)),
            FindAnswer::Undetermined(doubt) => Some(unsure(statement, doubt)),
        }
    }

    /// What is different about a visitor who was filled in, while they are as they were.
    fn filled_words(&self) -> Vec<String> {
        let (Some(filled), Some(session)) = (&self.inquiring.filled, &self.session) else {
            return Vec::new();
        };
        if !filled.is_as_it_was(&self.simulated) {
            return Vec::new();
        }
        let zone = session.campaign().zone();
        let changes = changes(&filled.before, &filled.after, zone, &self.text).join(" · ");
        let mut lines = Vec::new();
        if !changes.is_empty() {
            lines.push(self.text.tv("advice-changed", &[("changes", changes.into())]));
        }
        if filled.before.at != filled.after.at {
            let instant = wording::instant(filled.after.at, zone, self.text.language());
            lines.push(self.text.tv("advice-moved", &[("instant", instant.into())]));
        }
        lines
    }

    fn change_advice(&self) -> ChangeAdvice {
        if !self.inquiring.unfolded {
            return ChangeAdvice::Folded;
        }
        let Some((question, answer)) = self.inquiring.inquiries.change.last() else {
            return ChangeAdvice::Working;
        };
        let language = self.text.language();
        let statement = || wording::nearest(&question.campaign, answer, language);
        match answer {
            NearestAnswer::AlreadyShown => ChangeAdvice::Working,
            NearestAnswer::Change(way) => ChangeAdvice::Way {
                lines: wording::way(&question.campaign, way, language),
                current: self.is_present(question),
            },
            NearestAnswer::Nobody(conflict) => ChangeAdvice::Notice(nobody(statement(), conflict)),
            NearestAnswer::Undetermined(doubt) => ChangeAdvice::Notice(unsure(statement(), doubt)),
        }
    }
}

fn conflict_of(finding: &Finding) -> Option<&Conflict> {
    match &finding.problem {
        Problem::NobodySees { conflict } => Some(conflict),
        _ => None,
    }
}

fn nobody(statement: Statement, conflict: &Conflict) -> Notice {
    Notice {
        tone: Tone::Danger,
        headline: statement.headline,
        detail: statement.detail,
        place: conflict.places.first().cloned(),
    }
}

fn unsure(statement: Statement, doubt: &Doubt) -> Notice {
    Notice {
        tone: Tone::Warning,
        headline: statement.headline,
        detail: statement.detail,
        place: doubt.places.first().cloned(),
    }
}
