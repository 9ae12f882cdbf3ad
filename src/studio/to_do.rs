//! What a campaign still needs, what is wrong with it, and what deserves a look: told apart, and counted apart wherever it is counted.
//!
//! A part that is empty is to do; it blocks a launch like everything else, but nobody did anything wrong. It counts as wrong once it was filled in
//! and left and is empty again, once a launch was tried, or while the campaign has been launched before. Something that is being typed for the
//! first time is not judged either.

use super::{session::Touched, tone::Tone};
use crate::{
    campaign::Campaign,
    insight::{Finding, Severity},
};

/// What a finding asks of its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It is not there yet, or not finished.
    ToDo,
    /// It is wrong, and stops a launch.
    Blocker,
    /// Worth a look.
    Advice,
}

impl Kind {
    /// What `finding` about `campaign` asks, after what was `touched` of it.
    pub fn of(finding: &Finding, touched: &Touched, campaign: &Campaign) -> Self {
        match finding.severity() {
            Severity::Warning => Self::Advice,
            Severity::Error if counts(finding, touched, campaign) => Self::Blocker,
            Severity::Error => Self::ToDo,
        }
    }

    /// Its colour.
    pub fn tone(self) -> Tone {
        match self {
            Self::ToDo => Tone::Neutral,
            Self::Blocker => Tone::Danger,
            Self::Advice => Tone::Warning,
        }
    }
}

/// Whether something that stops a launch counts as wrong already.
fn counts(finding: &Finding, touched: &Touched, campaign: &Campaign) -> bool {
    if touched.launch_tried() || campaign.launched_at.is_some() {
        return true;
    }
    match finding.problem.is_missing() {
        true => touched.was_left(&finding.path),
        false => !touched.is_new_at(&finding.path),
    }
}

/// How many findings there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// What is still needed.
    pub to_do: usize,
    /// What is wrong, and stops a launch.
    pub blockers: usize,
    /// What deserves a look.
    pub advice: usize,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, kind: Kind) {
        match kind {
            Kind::ToDo => self.to_do += 1,
            Kind::Blocker => self.blockers += 1,
            Kind::Advice => self.advice += 1,
        }
    }

    /// How many findings stop a launch, whether or not anything is wrong yet.
    pub fn stoppers(self) -> usize {
        self.to_do + self.blockers
    }
}

impl FromIterator<Kind> for Tally {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Self {
        let mut tally = Self::default();
        kinds.into_iter().for_each(|kind| tally.add(kind));
        tally
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |sum, one| Self {
            to_do: sum.to_do + one.to_do,
            blockers: sum.blockers + one.blockers,
            advice: sum.advice + one.advice,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::{Condition, Field, Node, Operator},
        insight::{Context, check},
        studio::{session::Session, testing},
    };

    fn kind_at(session: &Session, place: &str) -> Option<Kind> {
        let campaign = session.campaign();
        let findings = check(campaign, Context::UNKNOWN);
        let finding = findings.iter().find(|finding| finding.path == place)?;
        Some(Kind::of(finding, session.touched(), campaign))
    }

    fn tally(session: &Session) -> Tally {
        let findings = check(session.campaign(), Context::UNKNOWN);
        let kind = |finding| Kind::of(finding, session.touched(), session.campaign());
        findings.iter().map(kind).collect()
    }

    fn set_title(session: &mut Session, title: &str) {
        testing::type_into(session, "/content/title", |campaign| {
            campaign.content.title = Some(title.to_owned());
        });
    }

    #[test]
    fn a_new_campaign_has_nothing_wrong_in_it() {
        let session = testing::blank_session();
        let found = tally(&session);
        assert_eq!((found.blockers, found.advice), (0, 0));
        assert!(found.to_do > 0);
    }

    #[test]
    fn what_is_typed_is_judged_once_it_is_left() {
        let mut session = testing::blank_session();
        set_title(&mut session, "A title that is far too long for a card");
        assert_eq!(kind_at(&session, "/content/title"), Some(Kind::ToDo));
        session.close_step();
        assert_eq!(kind_at(&session, "/content/title"), Some(Kind::Blocker));
        set_title(&mut session, "");
        assert_eq!(
            kind_at(&session, "/content/title"),
            Some(Kind::Blocker),
            "it was filled in before"
        );
    }

    #[test]
    fn what_a_file_brings_along_is_to_do_where_it_is_empty_and_wrong_where_it_is_wrong() {
        let mut session = testing::blank_session();
        session.step("edit-change", |campaign| {
            campaign.content.title = Some("A title that is far too long for a card".to_owned());
            let never = Condition::new(Field::PageViews, Operator::AtLeast, -1);
            campaign.audience.children.push(Node::Condition(never));
            campaign.audience.children.push(Node::Condition(Condition::default()));
        });
        assert_eq!(kind_at(&session, "/content/title"), Some(Kind::Blocker));
        assert_eq!(kind_at(&session, "/audience/all/0/value"), Some(Kind::Blocker));
        assert_eq!(kind_at(&session, "/audience/all/1/field"), Some(Kind::ToDo));
    }

    #[test]
    fn after_a_launch_was_tried_or_made_everything_counts() {
        let mut tried = testing::blank_session();
        let before = tally(&tried);
        tried.try_launch();
        let mut launched = testing::blank_session();
        launched.note_launched("2026-11-22T10:00:00Z");
        for session in [&tried, &launched] {
            let now = tally(session);
            assert_eq!((now.to_do, now.blockers), (0, before.to_do));
            assert_eq!(now.stoppers(), before.stoppers());
        }
    }
}
