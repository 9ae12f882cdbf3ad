//! One question runs, the newest waits, and late answers are never shown.

use std::{collections::VecDeque, sync::Arc};

use proptest::prelude::*;

use super::{AboutVisitor, Inquiry, same_shape};
use crate::{
    campaign::{Campaign, Condition, Field, Group, Joiner, Node, Operator},
    engine::SiteRules,
    insight::FindAnswer,
    visitor::Visitor,
};

#[test]
fn a_question_is_asked_once_and_its_answer_stays() {
    let mut inquiry = Inquiry::default();
    assert_eq!(inquiry.ask(1), Some(1));
    assert_eq!(inquiry.ask(1), None);
    assert!(inquiry.is_open());
    assert_eq!(inquiry.take(1, "one"), None);
    assert_eq!(inquiry.answer(), Some(&"one"));
    assert_eq!(inquiry.ask(1), None, "it is answered");
    assert_eq!(inquiry.ask(2), Some(2));
    assert_eq!(inquiry.last(), Some((&1, &"one")), "the last answer stays");
    assert_eq!(inquiry.answer(), None, "but it answers another question");
}

#[test]
fn only_the_newest_waits_and_what_is_late_is_dropped() {
    let mut inquiry = Inquiry::default();
    assert_eq!(inquiry.ask(1), Some(1));
    assert_eq!(inquiry.ask(2), None);
    assert_eq!(inquiry.ask(3), None);
    assert_eq!(inquiry.take(1, "one"), Some(3), "the second was never asked");
    assert_eq!(inquiry.last(), None, "the first is late");
    assert_eq!(inquiry.take(3, "three"), None);
    assert_eq!(inquiry.answer(), Some(&"three"));
}

#[test]
fn a_question_that_is_asked_again_while_it_runs_is_not_restarted() {
    let mut inquiry = Inquiry::default();
    assert_eq!(inquiry.ask(1), Some(1));
    assert_eq!(inquiry.ask(2), None);
    assert_eq!(inquiry.ask(1), None);
    assert_eq!(inquiry.take(1, "one"), None);
    assert_eq!(inquiry.answer(), Some(&"one"));
}

#[test]
fn a_question_that_broke_off_is_no_longer_open_and_lets_the_next_one_through() {
    let mut inquiry = Inquiry::<u32, u32>::default();
    assert_eq!(inquiry.ask(1), Some(1));
    assert_eq!(inquiry.give_up(&1), None);
    assert!(!inquiry.is_open());
    assert_eq!(inquiry.ask(1), None, "it would break off again");
    assert_eq!(inquiry.ask(2), Some(2));
    assert!(inquiry.is_open());
    assert_eq!(inquiry.ask(3), None);
    assert_eq!(inquiry.give_up(&2), Some(3), "what waited is started");
    assert_eq!(inquiry.take(3, 9), None);
    assert_eq!(inquiry.answer(), Some(&9));
}

#[test]
fn what_is_forgotten_does_not_come_back() {
    let mut inquiry = Inquiry::default();
    assert_eq!(inquiry.ask(1), Some(1));
    inquiry.forget();
    assert_eq!(inquiry.take(1, "one"), None);
    assert_eq!(inquiry.last(), None);
    assert_eq!(inquiry.ask(1), Some(1), "it may be asked again");
}

#[test]
fn what_nobody_wants_any_more_is_stopped_and_its_answer_dropped() {
    let mut inquiry = Inquiry::default();
    assert_eq!(inquiry.ask(1), Some(1));
    let stop = inquiry.stop();
    assert_eq!(inquiry.ask(1), None);
    assert!(!stop.is_set(), "it is still wanted");
    assert_eq!(inquiry.ask(2), None);
    assert!(stop.is_set());
    assert_eq!(inquiry.ask(1), None);
    assert_eq!(inquiry.take(1, "half"), Some(1), "it was stopped half-way");
    assert_eq!(inquiry.take(1, "one"), None);
    assert_eq!(inquiry.answer(), Some(&"one"));
    assert_eq!(inquiry.ask(2), Some(2));
    let stop = inquiry.stop();
    inquiry.forget();
    assert!(stop.is_set());
}

#[test]
fn what_starts_at_once_takes_the_place_of_what_runs() {
    let mut inquiry = Inquiry::default();
    inquiry.ask_at_once(1);
    let stop = inquiry.stop();
    inquiry.ask_at_once(2);
    assert!(stop.is_set());
    assert_eq!(inquiry.take(1, "one"), None);
    assert!(inquiry.answer().is_none() && inquiry.is_open(), "the second still runs");
    assert_eq!(inquiry.give_up(&1), None);
    assert_eq!(inquiry.running(), Some(&2));
    assert_eq!(inquiry.take(2, "two"), None);
    assert_eq!(inquiry.answer(), Some(&"two"));
}

proptest! {
    /// Whatever is asked and however late answers arrive: at most one question runs, no answer older than the newest one is ever
    /// taken, and the newest question is answered in the end.
    #[test]
    fn late_answers_never_show(events in prop::collection::vec(prop::option::weighted(0.6, 1_u32..6), 1..60)) {
        let mut inquiry = Inquiry::default();
        let mut running: VecDeque<u32> = VecDeque::new();
        let mut newest = None;
        for event in events {
            match event {
                Some(question) => {
                    newest = Some(question);
                    running.extend(inquiry.ask(question));
                }
                None => {
                    if let Some(done) = running.pop_front() {
                        let before = inquiry.last().map(|(question, _)| *question);
                        running.extend(inquiry.take(done, done * 10));
                        let after = inquiry.last().map(|(question, _)| *question);
                        prop_assert!(after == before || after == newest);
                    }
                }
            }
            prop_assert!(running.len() <= 1);
            if let Some((question, answer)) = inquiry.last() {
                prop_assert_eq!(question * 10, *answer);
            }
            prop_assert!(inquiry.answer().is_none_or(|answer| Some(*answer) == newest.map(|newest| newest * 10)));
        }
        while let Some(done) = running.pop_front() {
            running.extend(inquiry.take(done, done * 10));
        }
        prop_assert_eq!(inquiry.answer().copied(), newest.map(|newest| newest * 10));
    }
}

#[test]
fn a_found_visitor_is_on_a_page_of_the_library_where_one_will_do() {
    let page = |operator, value: &str| Node::Condition(Condition::new(Field::CurrentPageUrl, operator, value));
    let at = chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000);
    let found = |node: Node, pages: &[&str]| {
        let question = AboutVisitor {
            revision: 1,
            campaign: Arc::new(Campaign {
                audience: Group::of(Joiner::All, vec![node]),
                ..Campaign::default()
            }),
            visitor: Visitor::default(),
            at,
            now: at,
            site: SiteRules::default(),
            pages: pages.iter().map(|page| (*page).to_owned()).collect(),
        };
        match question.find() {
            FindAnswer::Found(sighting) => sighting.visitor.url,
            FindAnswer::Nobody(_) | FindAnswer::Undetermined(_) => panic!("somebody sees it"),
        }
    };
    let known = [
        "https://shop.test/",
        "https://shop.test/pricing/teams",
        "https://other.test/pricing",
    ];
    let pricing = || page(Operator::Contains, "/pricing");
    assert_eq!(found(pricing(), &known), "https://shop.test/pricing/teams");
    assert_eq!(
        found(pricing(), &known[..1]),
        found(pricing(), &[]),
        "none of them will do"
    );
    let own = "https://own.test/sale";
    assert_eq!(found(page(Operator::Equals, own), &known), own);
    assert_eq!(
        found(page(Operator::NotContains, "/pricing"), &known),
        Visitor::default().url,
        "the visitor stays where they are"
    );
}

#[test]
fn places_mean_the_same_while_only_values_change() {
    let views = |value: i32| Node::Condition(Condition::new(Field::PageViews, Operator::GreaterThan, value));
    let visits = || Node::Condition(Condition::new(Field::Visits, Operator::GreaterThan, 1));
    let of = |children| Campaign {
        audience: Group::of(Joiner::All, children),
        ..Campaign::default()
    };
    let one = of(vec![views(1), visits()]);
    assert!(same_shape(&one, &of(vec![views(2), visits()])));
    assert!(!same_shape(&one, &of(vec![visits(), views(1)])), "they changed places");
    assert!(!same_shape(&one, &of(vec![views(1)])));
    let group = Node::Group(Group::of(Joiner::Any, vec![visits()]));
    assert!(!same_shape(&one, &of(vec![views(1), group])));
}
