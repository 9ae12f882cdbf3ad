//! Which questions are asked when, and the effect of the answers.

use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::{
    campaign::{Campaign, Condition, Field, Group, Joiner, Node, Operator},
    studio::{sessions::Sessions, shelf::Shelf, testing},
    visitor::Visitor,
    wording::text::{Language, Text},
};

/// A window with one campaign for second visits, and a first-time visitor.
struct Window {
    sessions: Sessions,
    simulated: SimulatedVisitor,
    shelf: Shelf,
    site: SiteRules,
    shown: Option<bool>,
    now: DateTime<Utc>,
    inquiring: Inquiring,
}

impl Window {
    fn new() -> Self {
        let second_visit = Condition::new(Field::Visits, Operator::GreaterThan, 1);
        let campaign = Campaign {
            audience: Group::of(Joiner::All, vec![Node::Condition(second_visit)]),
            ..testing::campaign("A")
        };
        let (mut sessions, now) = (Sessions::default(), testing::now());
        testing::open(&mut sessions, campaign);
        Self {
            sessions,
            simulated: SimulatedVisitor::own(Visitor::default(), now),
            shelf: Shelf::default(),
            site: SiteRules::default(),
            shown: Some(false),
            now,
            inquiring: Inquiring::default(),
        }
    }

    fn present(&self) -> Present<'_> {
        Present {
            session: self.sessions.open(),
            simulated: &self.simulated,
            shown: self.shown,
            now: self.now,
            shelf: &self.shelf,
            site: &self.site,
        }
    }

    /// Handles `event`; simulates a visitor if requested.
    fn on(&mut self, event: Event) -> Vec<Request> {
        let mut inquiring = std::mem::take(&mut self.inquiring);
        let requests = inquiring.on(event, self.present());
        self.inquiring = inquiring;
        for request in &requests {
            if let Request::Simulate(visitor) = request {
                self.simulated = (**visitor).clone();
            }
        }
        requests
    }

    /// The questions that a frame asks.
    fn frame(&mut self) -> Vec<Question> {
        questions(self.on(Event::Frame))
    }

    fn answer(&mut self, question: Question) -> Vec<Request> {
        self.on(Event::Answered(Box::new(question.answer())))
    }

    fn edit(&mut self) {
        let session = self.sessions.open_mut().expect("it is open");
        session.step("edit-rename", |campaign| campaign.name.push('!'));
    }
}

fn questions(requests: Vec<Request>) -> Vec<Question> {
    let question = |request| match request {
        Request::Ask(question) => Some(*question),
        _ => None,
    };
    requests.into_iter().filter_map(question).collect()
}

#[test]
fn the_conditions_are_examined_once_a_revision_and_day() {
    let mut window = Window::new();
    let asked = window.frame();
    assert!(matches!(asked[..], [Question::Findings(_)]), "{asked:?}");
    assert!(window.frame().is_empty(), "it is being answered");
    window.answer(asked[0].clone());
    assert!(window.frame().is_empty(), "it was answered");
    window.now += TimeDelta::days(1);
    assert_eq!(window.frame().len(), 1);
    window.edit();
    assert!(window.frame().is_empty(), "the question of the new day still runs");
}

#[test]
fn of_what_was_typed_meanwhile_the_newest_is_asked_next() {
    let mut window = Window::new();
    let first = window.frame().remove(0);
    window.edit();
    window.frame();
    window.edit();
    window.frame();
    let next = questions(window.answer(first));
    let revision = window.sessions.open_revision();
    assert!(
        matches!(&next[..], [Question::Findings(question)] if question.revision == revision),
        "{next:?}"
    );
}

#[test]
fn a_change_is_worked_out_only_while_somebody_looks_and_the_visitor_does_not_see_it() {
    let mut window = Window::new();
    let findings = window.frame().remove(0);
    window.answer(findings);
    window.on(Event::ShowChange(true));
    window.shown = Some(true);
    assert!(window.frame().is_empty());
    window.shown = None;
    assert!(window.frame().is_empty(), "nobody knows yet whether they see it");
    window.shown = Some(false);
    let asked = window.frame();
    assert!(matches!(asked[..], [Question::Change(_)]), "{asked:?}");
    window.answer(asked[0].clone());
    window.on(Event::MakeChanges);
    assert_eq!(window.simulated.visitor.visits, 2);
    window.on(Event::VisitorBefore);
    assert_eq!(window.simulated.visitor, Visitor::default());
    let again = window.on(Event::VisitorBefore);
    assert!(matches!(again[1], Request::Say("advice-none-before")), "{again:?}");
}

#[test]
fn a_visitor_who_was_found_for_another_one_is_not_filled_in() {
    for changed in [false, true] {
        let mut window = Window::new();
        let asked = questions(window.on(Event::FindVisitor)).remove(0);
        if changed {
            window.simulated.visitor.visits = 1;
            window.simulated.visitor.page_views = 7;
        }
        window.answer(asked);
        assert_eq!(window.inquiring.has_visitor_before(), !changed);
        assert_eq!(window.simulated.visitor.page_views == 7, changed);
    }
}

#[test]
fn nobody_is_looked_for_when_the_visitor_sees_it_already() {
    let mut window = Window::new();
    window.shown = Some(true);
    let requests = window.on(Event::FindVisitor);
    assert!(
        matches!(
            requests[..],
            [Request::ShowVisitor, Request::Say("advice-sees-already")]
        ),
        "{requests:?}"
    );
}

#[test]
fn a_visitor_who_is_met_is_shown() {
    let mut window = Window::new();
    let visitor = Visitor {
        visits: 4,
        ..Visitor::default()
    };
    let at = window.present().now;
    let requests = window.on(Event::Meet(Box::new(Sighting { visitor, at })));
    assert!(
        matches!(requests[..], [Request::ShowVisitor, Request::Simulate(_)]),
        "{requests:?}"
    );
    assert_eq!(window.simulated.visitor.visits, 4);
}

#[test]
fn another_campaign_brings_the_visitor_back_unless_the_user_changed_them() {
    for changed in [false, true] {
        let mut window = Window::new();
        let asked = questions(window.on(Event::FindVisitor)).remove(0);
        window.answer(asked);
        if changed {
            window.simulated.visitor.page_views = 7;
        }
        window.on(Event::OtherCampaign);
        assert_eq!(window.simulated.visitor == Visitor::default(), !changed);
        assert!(!window.inquiring.has_visitor_before());
        let text = Text::new(Language::default());
        assert_eq!(
            window.inquiring.advice(window.present(), &text).filled,
            Vec::<String>::new()
        );
    }
}

#[test]
fn an_answer_that_breaks_off_is_not_waited_for() {
    let mut window = Window::new();
    let findings = window.frame().remove(0);
    window.answer(findings);
    window.on(Event::ShowChange(true));
    let change = window.frame().remove(0);
    window.on(Event::BrokeOff(Box::new(change)));
    let visitor = questions(window.on(Event::FindVisitor)).remove(0);
    window.on(Event::BrokeOff(Box::new(visitor)));
    let text = Text::new(Language::default());
    let advice = window.inquiring.advice(window.present(), &text);
    assert!(!advice.searching && advice.change == crate::studio::simulated::ChangeAdvice::Folded);
    assert!(window.frame().is_empty());
}
