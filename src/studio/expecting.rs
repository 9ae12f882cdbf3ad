//! The makers' tests of a campaign: the state of each in words, and how one is made from the simulated visitor.
//!
//! `insight` decides the outcome of a test.

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use url::Url;

use super::{finding_line::FindingLine, session::Session};
use crate::{
    campaign::{Campaign, Expectation},
    engine,
    insight::{self, TestOutcome, expectations, visitor_of},
    studio::simulated::SimulatedVisitor,
    visitor::Visitor,
    wording::{self, text::Text},
};

/// The key of the name of the step that keeps a test.
const KEEP: &str = "editor-step-keep-test";

/// The state of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestState {
    /// The outcome is the expected one.
    Passes,
    /// The outcome is the opposite one.
    Fails,
    /// It cannot be run.
    Unreadable,
}

/// One test, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct TestLine {
    /// Its state.
    pub state: TestState,
    /// What is wrong with it; empty when nothing is.
    pub message: String,
    /// Where and when its visitor is; empty when that cannot be read.
    pub place: String,
    /// Its visitor, and the instant at which they are on the page.
    pub visitor: Option<(Visitor, DateTime<Utc>)>,
}

/// The states of a campaign's tests, in the order of the file. `findings` are those of the same revision.
pub fn lines(campaign: &Campaign, findings: &[FindingLine], text: &Text) -> Vec<TestLine> {
    let line = |result: insight::ExpectationResult| {
        let pointer = pointer(result.index);
        let finding = findings.iter().find(|finding| finding.pointer == pointer);
        let visitor = visitor_of(&campaign.expectations[result.index]).ok();
        let place = visitor.as_ref().map(|(visitor, at)| {
            let when = wording::instant(*at, campaign.zone(), text.language());
            format!("{} · {when}", short_address(&visitor.url))
        });
        TestLine {
            state: match result.outcome {
                TestOutcome::Passes => TestState::Passes,
                TestOutcome::Fails(_) => TestState::Fails,
                TestOutcome::Unreadable(_) => TestState::Unreadable,
            },
            message: finding.map(|finding| finding.message.clone()).unwrap_or_default(),
            place: place.unwrap_or_default(),
            visitor,
        }
    };
    expectations(campaign).into_iter().map(line).collect()
}

/// The place of a test, as a JSON Pointer into the campaign file.
pub fn pointer(index: usize) -> String {
    format!("/expectations/{index}")
}

/// How many of a campaign's tests stop its launch.
pub fn failing(campaign: &Campaign) -> usize {
    let stops = |result: &insight::ExpectationResult| !result.waived && result.outcome != TestOutcome::Passes;
    expectations(campaign).iter().filter(|result| stops(result)).count()
}

/// Makes a test of the simulated visitor that expects the current outcome.
pub fn expectation_of(simulated: &SimulatedVisitor, campaign: &Campaign, text: &Text) -> Expectation {
    let (visitor, at) = kept(simulated);
    let shown = engine::explain(campaign, &visitor, at).shown;
    let taken = |name: &str| campaign.expectations.iter().any(|other| other.name == name);
    let name = name(simulated, text);
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    let name = std::iter::once(name.clone())
        .chain(numbered)
        .find(|name| !taken(name))
        .unwrap_or_default();
    Expectation {
        name,
        visitor: serde_json::to_value(&visitor).unwrap_or_default(),
        at: Some(at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        shown: Some(shown),
        ..Expectation::default()
    }
}

/// Keeps a test in a campaign, as one step.
pub fn keep(session: &mut Session, test: Expectation) {
    session.step(KEEP, |campaign| campaign.expectations.push(test));
}

/// Removes a test from a campaign: undoes the step that kept it while that is the last one, so that nothing is left of both.
pub fn forget(session: &mut Session, test: &Expectation) {
    let tests = &session.campaign().expectations;
    let Some(place) = tests.iter().rposition(|kept| kept == test) else {
        return;
    };
    if session.undo_name() == Some(KEEP) && place + 1 == tests.len() {
        session.undo();
        return;
    }
    session.step("editor-step-remove-test", |campaign| {
        campaign.expectations.remove(place);
    });
}

/// Whether the simulated visitor is a test of the campaign already.
pub fn is_kept(simulated: &SimulatedVisitor, campaign: &Campaign) -> bool {
    let (visitor, at) = kept(simulated);
    let same = |expectation: &Expectation| visitor_of(expectation).is_ok_and(|kept| kept == (visitor.clone(), at));
    campaign.expectations.iter().any(same)
}

/// The visitor and the instant as a file keeps them: to the second.
fn kept(simulated: &SimulatedVisitor) -> (Visitor, DateTime<Utc>) {
    let whole = |at: DateTime<Utc>| at.trunc_subsecs(0);
    let mut visitor = simulated.visitor.clone();
    visitor.first_seen = visitor.first_seen.map(whole);
    visitor.last_shown = visitor.last_shown.map(whole);
    (visitor, whole(simulated.at))
}

/// Who it is and where: `First visit, on /pricing`.
fn name(simulated: &SimulatedVisitor, text: &Text) -> String {
    let who = match simulated.preset {
        Some(preset) => text.t(preset.label_key()),
        None => text.tv("tests-view", &[("number", simulated.visitor.page_views.into())]),
    };
    let page = match Url::parse(&simulated.visitor.url) {
        Ok(url) => {
            let route = url.fragment().filter(|fragment| fragment.starts_with(['/', '!']));
            let route = route.map_or_else(String::new, |route| format!("#{route}"));
            match url.path().trim_end_matches('/').to_owned() + &route {
                home if home.is_empty() => return text.tv("tests-named-home", &[("who", who.into())]),
                page => page,
            }
        }
        Err(_) => simulated.visitor.url.clone(),
    };
    text.tv("tests-named", &[("who", who.into()), ("page", page.into())])
}

/// An address without its scheme.
fn short_address(address: &str) -> &str {
    address
        .split_once("://")
        .map_or(address, |(_, rest)| rest)
        .trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::{sessions::Sessions, testing};

    fn test(name: &str) -> Expectation {
        Expectation {
            name: name.to_owned(),
            ..Expectation::default()
        }
    }

    #[test]
    fn a_test_that_was_just_kept_is_taken_back_without_a_trace() {
        let mut sessions = Sessions::default();
        testing::open(&mut sessions, testing::campaign("Sale"));
        let session = sessions.open_mut().expect("open");
        keep(session, test("one"));
        keep(session, test("two"));
        forget(session, &test("two"));
        assert_eq!(session.campaign().expectations, [test("one")]);
        assert_eq!(session.undo_name(), Some(KEEP), "the step of the first");
        forget(session, &test("three"));
        assert_eq!(session.campaign().expectations, [test("one")]);
    }

    #[test]
    fn a_test_is_removed_as_a_step_once_something_followed() {
        let mut sessions = Sessions::default();
        testing::open(&mut sessions, testing::campaign("Sale"));
        let session = sessions.open_mut().expect("open");
        keep(session, test("one"));
        session.step("edit-rename", |campaign| campaign.name.push('!'));
        forget(session, &test("one"));
        assert!(session.campaign().expectations.is_empty());
        assert_eq!(session.campaign().name, "Sale!");
        session.undo();
        assert_eq!(session.campaign().expectations, [test("one")]);
    }
}
