//! Campaigns prepared so that the engine's rules can be asked about many visitors.

use chrono::{DateTime, TimeDelta, Utc};

use super::constraint::{Subjects, subjects};
use super::pair::{ConstraintId, Constraints};
use crate::campaign::Campaign;
use crate::engine::{PageView, Prepared, Rank, Rule, SiteRules, Stats, Timetable};
use crate::insight::solver::{Depth, Effort, Records, Solution, Space, Term};
use crate::insight::{DoubtReason, Sighting};
use crate::visitor::Visitor;

/// A campaign ready to be asked.
pub(super) struct Contender<'c> {
    pub campaign: &'c Campaign,
    pub rank: Rank,
    pub rule: Rule,
    /// When it is open.
    pub timetable: Timetable,
    /// The repeat cycle.
    pub cycle: TimeDelta,
    /// How many sessions later it may return; 0 at once.
    pub cycle_sessions: f64,
    /// What its rule is about.
    pub subjects: Subjects,
    /// What its rule requires regardless of the rest; by subject.
    pub constraints: Vec<ConstraintId>,
    /// Who sees it.
    pub seen: Seen,
}

/// Who sees a campaign.
pub(super) enum Seen {
    /// No visitor was searched for.
    Unasked,
    /// This visitor does.
    By(Box<Sighting>),
    /// Nobody does.
    Never,
    /// It remains undetermined.
    Unknown,
}

/// A question to the solver.
pub(super) struct SolverQuery<'q> {
    pub campaigns: &'q [&'q Campaign],
    pub records: Records,
    /// The campaigns whose repeat cycles must have run out.
    pub shown: &'q [usize],
    pub effort: Effort,
}

impl SolverQuery<'_> {
    /// Asks the solver; once more, thoroughly, where texts are too hard for a quick look.
    pub fn ask(&self, near: &Visitor, now: DateTime<Utc>, formula: impl Fn(&Space) -> Term) -> (Space, Solution) {
        let anywhere = SiteRules::default();
        let read = |depth| Space::new(self.campaigns, self.records, near, depth, now, &anywhere);
        let space = read(Depth::Quick);
        let solution = space.solve(&formula(&space), self.shown, self.effort);
        if !matches!(solution, Solution::Unknown(DoubtReason::Texts)) {
            return (space, solution);
        }
        let space = read(Depth::Thorough);
        let solution = space.solve(&formula(&space), self.shown, self.effort);
        (space, solution)
    }
}

impl<'c> Contender<'c> {
    /// Prepares a campaign for a single question.
    pub fn unseen(campaign: &'c Campaign, near: &Visitor) -> Contender<'c> {
        let zone = near.time_zone.as_deref();
        let seconds = campaign.schedule.cycle_seconds();
        Contender {
            campaign,
            rank: Rank::of(campaign),
            rule: Rule::compile(campaign),
            timetable: Timetable::of(campaign, zone),
            cycle: TimeDelta::microseconds((seconds * 1e6).round() as i64),
            cycle_sessions: campaign.schedule.cycle_sessions(),
            subjects: subjects(campaign),
            constraints: Vec::new(),
            seen: Seen::Unasked,
        }
    }

    /// Prepares a campaign for many questions: with a visitor who sees it, and with its constraints noted.
    pub fn new(
        campaign: &'c Campaign,
        near: &Visitor,
        now: DateTime<Utc>,
        constraints: &mut Constraints,
    ) -> Contender<'c> {
        let mut contender = Contender::unseen(campaign, near);
        let question = SolverQuery {
            campaigns: &[campaign],
            records: Records::Shared,
            shown: &[0],
            effort: Effort::THOROUGH,
        };
        let (space, solution) = question.ask(near, now, |space| space.rules[0].clone());
        contender.seen = match solution {
            Solution::Possible(witness) => {
                let visitor = space.visitor(&witness, 0);
                let seen = contender.shown_to(&PageView::of(&visitor), &Stats::from(&visitor), witness.at);
                debug_assert!(seen, "the engine does not show {} to {visitor:?}", campaign.id);
                match seen {
                    true => Seen::By(Box::new(Sighting {
                        visitor,
                        at: witness.at,
                    })),
                    false => Seen::Unknown,
                }
            }
            Solution::Impossible => Seen::Never,
            Solution::Unknown(_) => Seen::Unknown,
        };
        contender.constraints = constraints.note(campaign);
        contender
    }

    /// Returns whether it qualifies: it is open, its rule holds, and its repeat cycle has run out.
    #[inline]
    pub fn shown_to(&self, page: &PageView, stats: &Stats, at: DateTime<Utc>) -> bool {
        self.rested(stats, at) && self.holds_for(page, stats, at)
    }

    /// Returns whether it is open and its rule holds, whether or not it rests after a showing.
    #[inline]
    pub fn holds_for(&self, page: &PageView, stats: &Stats, at: DateTime<Utc>) -> bool {
        self.timetable.shut(at).is_none() && self.rule.holds(&Prepared::new(page, stats, self.rule.zone(), at))
    }

    /// Returns whether it is not always shown again at once.
    pub fn has_cycle(&self) -> bool {
        !self.cycle.is_zero() || self.cycle_sessions > 0.0
    }

    /// Returns whether its repeat cycle has run out. A last showing that lies ahead counts as now; nobody here was shown it in this session.
    fn rested(&self, stats: &Stats, at: DateTime<Utc>) -> bool {
        let Some(last) = stats.last_shown else { return true };
        let end = last.min(at).checked_add_signed(self.cycle);
        end.is_some_and(|end| end <= at)
    }
}
