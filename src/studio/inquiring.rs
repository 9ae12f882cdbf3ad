//! Which questions about the open campaign are asked, and how their answers are used: for the simulator's advice, the findings that take
//! longer, and the visitor who is filled in.
//!
//! Starts nothing and draws nothing: the owner of the threads runs the [`Question`]s and returns their answers.

#[cfg(test)]
mod tests;
mod words;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{
    inquiry::{AboutCampaign, AboutVisitor, Answered, Inquiries},
    session::Session,
    shelf::Shelf,
    simulated::SimulatedVisitor,
};
use crate::{
    engine::{SiteRules, named_page},
    insight::{FindAnswer, NearestAnswer, Sighting},
};

/// What is on the screen when something happens.
#[derive(Clone, Copy)]
pub struct Present<'a> {
    /// The open campaign.
    pub session: Option<&'a Session>,
    /// Who is simulated.
    pub simulated: &'a SimulatedVisitor,
    /// Whether they see the campaign; `None` while that is being computed.
    pub shown: Option<bool>,
    /// The present instant.
    pub now: DateTime<Utc>,
    /// The library's campaigns, and so the pages that they name.
    pub shelf: &'a Shelf,
    /// What the site says of all its campaigns.
    pub site: &'a SiteRules,
}

/// Something that happens.
pub enum Event {
    /// A frame is drawn and needs what it shows.
    Frame,
    /// The user looks for a visitor who sees the campaign.
    FindVisitor,
    /// The user opens, or folds, "What would have to change?".
    ShowChange(bool),
    /// The user accepts the computed changes.
    MakeChanges,
    /// The user wants to restore the visitor from before one was filled in.
    VisitorBefore,
    /// A visitor should be simulated, with a way back.
    Meet(Box<Sighting>),
    /// A question was answered.
    Answered(Box<Answered>),
    /// The job that answers a question panicked.
    BrokeOff(Box<Question>),
    /// Another campaign is open.
    OtherCampaign,
}

/// A question to be answered in the background.
#[derive(Debug, Clone)]
pub enum Question {
    /// What follows from the conditions taken together.
    Findings(AboutCampaign),
    /// What would have to change.
    Change(AboutVisitor),
    /// Whether anybody sees the campaign.
    Visitor(AboutVisitor),
}

impl Question {
    /// Answers the question. Takes as long as the solver does.
    pub fn answer(self) -> Answered {
        match self {
            Self::Findings(question) => {
                let findings = question.examine();
                Answered::Findings(question, findings)
            }
            Self::Change(question) => {
                let answer = question.change();
                Answered::Change(question, answer)
            }
            Self::Visitor(question) => {
                let answer = question.find();
                Answered::Visitor(question, answer)
            }
        }
    }
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request {
    /// Answer a question.
    Ask(Box<Question>),
    /// Simulate this visitor.
    Simulate(Box<SimulatedVisitor>),
    /// Show the visitor, rather than the journey or nothing.
    ShowVisitor,
    /// Say the text of this key.
    Say(&'static str),
}

/// "What would have to change?"
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Change {
    /// Nobody looks at it.
    #[default]
    Folded,
    /// It is shown.
    Open,
}

/// A visitor that was filled in for the user, and the one before.
#[derive(Debug)]
struct Filled {
    before: SimulatedVisitor,
    after: SimulatedVisitor,
}

impl Filled {
    /// Whether the visitor is unchanged since.
    fn is_as_it_was(&self, simulated: &SimulatedVisitor) -> bool {
        self.after.visitor == simulated.visitor && self.after.at == simulated.at
    }
}

/// The questions and their answers.
#[derive(Debug, Default)]
pub struct Inquiring {
    inquiries: Inquiries,
    change: Change,
    filled: Option<Filled>,
}

impl Inquiring {
    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event, present: Present<'_>) -> Vec<Request> {
        match event {
            Event::Frame => {
                let asked = [self.examine(present), self.ask_for_change(present)];
                asked.into_iter().flatten().map(ask).collect()
            }
            Event::FindVisitor => self.find_visitor(present),
            Event::ShowChange(open) => {
                self.change = if open { Change::Open } else { Change::Folded };
                vec![Request::ShowVisitor]
            }
            Event::MakeChanges => self.make_changes(present),
            Event::VisitorBefore => {
                let back = match self.filled.take() {
                    Some(filled) => Request::Simulate(Box::new(filled.before)),
                    None => Request::Say("advice-none-before"),
                };
                vec![Request::ShowVisitor, back]
            }
            Event::Meet(sighting) => vec![Request::ShowVisitor, self.fill(*sighting, present)],
            Event::Answered(answered) => self.answered(*answered, present),
            Event::BrokeOff(question) => self.give_up(*question),
            Event::OtherCampaign => self.forget(present),
        }
    }

    /// Whether a visitor was filled in, so that the previous one can be restored.
    pub fn has_visitor_before(&self) -> bool {
        self.filled.is_some()
    }

    fn examine(&mut self, present: Present<'_>) -> Option<Question> {
        let session = present.session?;
        let day = present.now.with_timezone(&session.campaign().zone()).date_naive();
        let asked = self.inquiries.findings.newest();
        if asked.is_some_and(|asked| asked.is(session.revision(), day)) {
            return None;
        }
        let question = AboutCampaign {
            revision: session.revision(),
            campaign: Arc::new(session.inlined().clone()),
            now: present.now,
        };
        self.inquiries.findings.ask(question).map(Question::Findings)
    }

    fn ask_for_change(&mut self, present: Present<'_>) -> Option<Question> {
        if self.change == Change::Folded || present.shown != Some(false) {
            return None;
        }
        let asked = self.inquiries.change.newest();
        if asked.is_some_and(|asked| is_about(asked, present)) {
            return None;
        }
        let question = about_visitor(present)?;
        self.inquiries.change.ask(question).map(Question::Change)
    }

    fn find_visitor(&mut self, present: Present<'_>) -> Vec<Request> {
        let Some(question) = about_visitor(present) else {
            return Vec::new();
        };
        let mut requests = vec![Request::ShowVisitor];
        if present.shown == Some(true) {
            requests.push(Request::Say("advice-sees-already"));
        } else {
            let asked = self.inquiries.visitor.ask(question);
            requests.extend(asked.map(Question::Visitor).map(ask));
        }
        requests
    }

    fn make_changes(&mut self, present: Present<'_>) -> Vec<Request> {
        match self.inquiries.change.last() {
            Some((question, NearestAnswer::Change(way))) if is_about(question, present) => {
                let goal = way.goal.clone();
                vec![self.fill(goal, present)]
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// Takes an answer and asks the question that waited behind it.
    fn answered(&mut self, answered: Answered, present: Present<'_>) -> Vec<Request> {
        let next = match answered {
            Answered::Findings(question, findings) => {
                let next = self.inquiries.findings.take(question, findings);
                next.map(Question::Findings)
            }
            Answered::Change(question, answer) => self.inquiries.change.take(question, answer).map(Question::Change),
            Answered::Visitor(question, answer) => match self.inquiries.visitor.take(question, answer) {
                Some(next) => Some(Question::Visitor(next)),
                None => return self.found(present).into_iter().collect(),
            },
        };
        next.map(ask).into_iter().collect()
    }

    /// Gives up a question whose job panicked, and asks the one that waited behind it.
    fn give_up(&mut self, question: Question) -> Vec<Request> {
        let next = match question {
            Question::Findings(question) => self.inquiries.findings.give_up(&question).map(Question::Findings),
            Question::Change(question) => {
                // A missing answer is not waited for.
                self.change = Change::Folded;
                self.inquiries.change.give_up(&question).map(Question::Change)
            }
            Question::Visitor(question) => self.inquiries.visitor.give_up(&question).map(Question::Visitor),
        };
        next.map(ask).into_iter().collect()
    }

    /// Fills in the visitor who was found, unless the campaign or the simulated visitor has changed meanwhile.
    fn found(&mut self, present: Present<'_>) -> Option<Request> {
        let inquiry = &self.inquiries.visitor;
        let (question, answer) = inquiry.last().filter(|_| inquiry.answer().is_some())?;
        let sighting = match answer {
            FindAnswer::Found(sighting) if is_about(question, present) => Some((**sighting).clone()),
            FindAnswer::Nobody(_) | FindAnswer::Undetermined(_) => return None,
            FindAnswer::Found(_) => None,
        };
        self.inquiries.visitor.forget();
        sighting.map(|sighting| self.fill(sighting, present))
    }

    /// Simulates another visitor, with a way back to the current one.
    fn fill(&mut self, sighting: Sighting, present: Present<'_>) -> Request {
        let after = SimulatedVisitor::own(sighting.visitor, sighting.at);
        self.filled = Some(Filled {
            before: present.simulated.clone(),
            after: after.clone(),
        });
        Request::Simulate(Box::new(after))
    }

    /// Drops earlier questions about the campaign, and the visitor who was filled in for it.
    fn forget(&mut self, present: Present<'_>) -> Vec<Request> {
        self.inquiries.forget();
        let filled = self.filled.take();
        let back = filled.filter(|filled| filled.is_as_it_was(present.simulated));
        back.map(|filled| Request::Simulate(Box::new(filled.before)))
            .into_iter()
            .collect()
    }
}

fn ask(question: Question) -> Request {
    Request::Ask(Box::new(question))
}

fn about_visitor(present: Present<'_>) -> Option<AboutVisitor> {
    let session = present.session?;
    let own = named_page(session.inlined());
    let others = present.shelf.items().iter().filter_map(|item| item.page.clone());
    let mut pages: Vec<String> = Vec::new();
    for page in own.into_iter().chain(others) {
        if !pages.contains(&page) {
            pages.push(page);
        }
    }
    Some(AboutVisitor {
        revision: session.revision(),
        campaign: Arc::new(session.inlined().clone()),
        visitor: present.simulated.visitor.clone(),
        at: present.simulated.at,
        now: present.now,
        site: present.site.clone(),
        pages,
    })
}

/// Whether a question is about what is on the screen now.
fn is_about(question: &AboutVisitor, present: Present<'_>) -> bool {
    let simulated = present.simulated;
    present
        .session
        .is_some_and(|session| question.is(session.revision(), &simulated.visitor, simulated.at, present.site))
}
