//! Two campaigns before the same visitor.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::Met;
use super::blend::blend;
use super::constraint::{Subject, constraints};
use super::contender::{Contender, Seen, SolverQuery};
use super::page::{Constraint, known_pages};
use crate::campaign::Campaign;
use crate::engine::{PageView, Stats};
use crate::insight::solver::{Effort, Records, Solution, Space, Term, Witness};
use crate::insight::{DoubtReason, Sighting};
use crate::visitor::Visitor;

/// For one of a great many questions.
const EFFORT: Effort = Effort {
    first: 400_000,
    better: 2_000,
};

/// Whether two campaigns meet.
#[derive(Debug, Clone)]
pub(super) enum Meeting {
    /// Before this visitor.
    Both(Box<Met>),
    Never,
    Unknown(DoubtReason),
}

/// The subject of a constraint, and its number among the constraints on that subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ConstraintId {
    pub subject: usize,
    pub constraint: usize,
}

/// All distinct constraints of some campaigns, and what is known about pairs of them.
#[derive(Default)]
pub(super) struct Constraints {
    subjects: Vec<Subject>,
    /// The constraints on each subject.
    constraints: Vec<Vec<Constraint>>,
    numbers: HashMap<(usize, String), usize>,
    /// For each subject, what is known about two of its constraints, the smaller number first.
    met: Vec<HashMap<(usize, usize), Meeting>>,
}

impl Constraints {
    /// Records the constraints of a campaign, in the order of the subjects.
    pub fn note(&mut self, campaign: &Campaign) -> Vec<ConstraintId> {
        let mut ids: Vec<ConstraintId> = Vec::new();
        for (subject, alone) in constraints(campaign) {
            let subject = self
                .subjects
                .iter()
                .position(|known| *known == subject)
                .unwrap_or_else(|| {
                    self.subjects.push(subject.clone());
                    self.constraints.push(Vec::new());
                    self.met.push(HashMap::new());
                    self.subjects.len() - 1
                });
            let said = match self.subjects[subject] {
                Subject::Showings => format!(
                    "{:?} {:?} {:?}",
                    alone.audience,
                    alone.zone(),
                    (alone.schedule.cycle_seconds(), alone.schedule.cycle_sessions())
                ),
                Subject::Pages | Subject::Elapsed | Subject::Field(_) | Subject::Keyed(..) => {
                    format!("{:?}", alone.audience)
                }
            };
            let of_pages = self.subjects[subject].is_page_address();
            let constraints = &mut self.constraints[subject];
            let constraint = *self.numbers.entry((subject, said)).or_insert_with(|| {
                constraints.push(Constraint::new(alone, of_pages));
                constraints.len() - 1
            });
            ids.push(ConstraintId { subject, constraint });
        }
        ids.sort_unstable_by_key(|id| id.subject);
        ids
    }

    pub fn subject(&self, id: ConstraintId) -> &Subject {
        &self.subjects[id.subject]
    }

    /// Returns what is known about two constraints on one subject: who meets both.
    pub fn both(&mut self, one: ConstraintId, other: ConstraintId, near: &Visitor, now: DateTime<Utc>) -> &Meeting {
        let (subject, swapped) = (one.subject, one.constraint > other.constraint);
        let key = if swapped {
            (other.constraint, one.constraint)
        } else {
            (one.constraint, other.constraint)
        };
        let constraints = &self.constraints[subject];
        self.met[subject].entry(key).or_insert_with(|| {
            let two = [&constraints[key.0], &constraints[key.1]];
            known_pages(two, near, now).unwrap_or_else(|| {
                let [first, second] = two.map(|constraint| Contender::unseen(&constraint.campaign, near));
                meet([&first, &second], near, now)
            })
        })
    }

    /// Decides whether two campaigns meet.
    pub fn meet(&mut self, one: &Contender<'_>, other: &Contender<'_>, near: &Visitor, now: DateTime<Utc>) -> Meeting {
        if matches!(one.seen, Seen::Never) || matches!(other.seen, Seen::Never) {
            return Meeting::Never;
        }
        if self.exclude(one, other, near, now) {
            return Meeting::Never;
        }
        if let (Seen::By(first), Seen::By(second)) = (&one.seen, &other.seen) {
            let met = blend([one, other], [first, second], self);
            if let Some(met) = met {
                return Meeting::Both(Box::new(met));
            }
        }
        meet([one, other], near, now)
    }

    /// Returns whether a constraint of one excludes a constraint of the other. Pages, which take longest, come last.
    fn exclude(&mut self, one: &Contender<'_>, other: &Contender<'_>, near: &Visitor, now: DateTime<Utc>) -> bool {
        let mut pages = None;
        for (first, second) in shared(&one.constraints, &other.constraints) {
            if self.subjects[first.subject].is_page_address() {
                pages = Some((first, second));
            } else if matches!(self.both(first, second, near, now), Meeting::Never) {
                return true;
            }
        }
        pages.is_some_and(|(first, second)| matches!(self.both(first, second, near, now), Meeting::Never))
    }

    /// Returns who meets two constraints, as far as known, each as its campaign knows them.
    pub fn known(&self, one: ConstraintId, other: ConstraintId) -> Option<[&Visitor; 2]> {
        let swapped = one.constraint > other.constraint;
        let key = if swapped {
            (other.constraint, one.constraint)
        } else {
            (one.constraint, other.constraint)
        };
        let Some(Meeting::Both(met)) = self.met[one.subject].get(&key) else {
            return None;
        };
        let first = &met.sighting.visitor;
        let second = met.other.as_deref().unwrap_or(first);
        Some(if swapped { [second, first] } else { [first, second] })
    }

    /// Returns when somebody meets two constraints.
    pub fn known_at(&self, one: ConstraintId, other: ConstraintId) -> Option<DateTime<Utc>> {
        let key = (
            one.constraint.min(other.constraint),
            one.constraint.max(other.constraint),
        );
        match self.met[one.subject].get(&key) {
            Some(Meeting::Both(met)) => Some(met.sighting.at),
            _ => None,
        }
    }
}

/// Returns the constraints on subjects that both have, in pairs.
pub(super) fn shared<'d>(
    one: &'d [ConstraintId],
    other: &'d [ConstraintId],
) -> impl Iterator<Item = (ConstraintId, ConstraintId)> + 'd {
    let mut rest = other.iter().peekable();
    one.iter().filter_map(move |first| {
        while rest.next_if(|second| second.subject < first.subject).is_some() {}
        let second = rest.next_if(|second| second.subject == first.subject)?;
        Some((*first, *second))
    })
}

/// Asks the solver: for one shared record first, then for a record of each.
pub(super) fn meet(two: [&Contender<'_>; 2], near: &Visitor, now: DateTime<Utc>) -> Meeting {
    let apart = || solve(two, Records::Separate, near, now);
    match solve(two, Records::Shared, near, now) {
        Meeting::Never if two.iter().any(|one| one.subjects.contains(&Subject::Showings)) => apart(),
        answer @ (Meeting::Both(_) | Meeting::Never) => answer,
        Meeting::Unknown(why) => match apart() {
            Meeting::Unknown(_) => Meeting::Unknown(why),
            answer @ (Meeting::Both(_) | Meeting::Never) => answer,
        },
    }
}

fn solve(two: [&Contender<'_>; 2], records: Records, near: &Visitor, now: DateTime<Utc>) -> Meeting {
    let question = SolverQuery {
        campaigns: &two.map(|one| one.campaign),
        records,
        shown: &[0, 1],
        effort: EFFORT,
    };
    let (space, solution) = question.ask(near, now, |space| Term::All(space.rules.clone()));
    match solution {
        Solution::Possible(witness) => match confirmed(two, &space, &witness) {
            Some(met) => Meeting::Both(Box::new(met)),
            None => Meeting::Unknown(DoubtReason::Texts),
        },
        Solution::Impossible => Meeting::Never,
        Solution::Unknown(why) => Meeting::Unknown(why),
    }
}

/// Returns the solver's visitor when both rules hold in the engine.
fn confirmed(two: [&Contender<'_>; 2], space: &Space, witness: &Witness) -> Option<Met> {
    let [visitor, other] = [0, 1].map(|index| space.visitor(witness, index));
    let page = PageView::of(&visitor);
    let shown = two[0].shown_to(&page, &Stats::from(&visitor), witness.at)
        && two[1].shown_to(&page, &Stats::from(&other), witness.at);
    debug_assert!(shown, "the engine does not show both to {visitor:?} and {other:?}");
    shown.then(|| Met {
        other: (other != visitor).then(|| Box::new(other)),
        sighting: Sighting {
            visitor,
            at: witness.at,
        },
    })
}
