//! Campaigns that always lose.
//!
//! Whether somebody sees a campaign and none of those that go before it is first asked with only a few of them. Each visitor found is tested against
//! all; another campaign that they see and that goes before joins the few. Thus the first visitor settles most campaigns, and the remaining questions
//! are small.

use chrono::{DateTime, Utc};

use super::contender::{Contender, Seen, SolverQuery};
use crate::engine::{PageView, Stats};
use crate::insight::solver::{Effort, Records, Solution, Term};
use crate::insight::{Overlap, Shadowed};
use crate::visitor::Visitor;

/// For one of many questions.
const EFFORT: Effort = Effort {
    first: 400_000,
    better: 0,
};
/// Most rivals considered together; a campaign that loses only to more of them together is not reported.
const MOST_RIVALS: usize = 24;

/// Returns the campaigns whose every visitor sees one that goes before. Only pairs that meet are considered.
pub(super) fn shadowed(
    contenders: &[Contender<'_>],
    pairs: &[Overlap],
    near: &Visitor,
    now: DateTime<Utc>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Vec<Shadowed> {
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); contenders.len()];
    for pair in pairs {
        let loser = if pair.winner == pair.a { pair.b } else { pair.a };
        before[loser].push(pair.winner);
    }
    let mut found = Vec::new();
    for (loser, rivals) in before.iter_mut().enumerate() {
        if stop() {
            break;
        }
        rivals.sort_by(|one, other| contenders[*one].rank.cmp(&contenders[*other].rank));
        let case = Case {
            contenders,
            loser,
            near,
            now,
        };
        if let Some(by) = case.always_loses(rivals) {
            let rests = by.iter().any(|rival| contenders[*rival].has_cycle());
            found.push(Shadowed { loser, by, rests });
        }
    }
    found
}

struct Case<'c> {
    contenders: &'c [Contender<'c>],
    loser: usize,
    near: &'c Visitor,
    now: DateTime<Utc>,
}

impl Case<'_> {
    /// Returns the rivals that leave it no visitor, none of which can be left out; `None` when a visitor is left, or when that remains undetermined.
    fn always_loses(&self, rivals: &[usize]) -> Option<Vec<usize>> {
        let Seen::By(seen) = &self.contenders[self.loser].seen else {
            return None;
        };
        let mut few = self.seen_before(rivals, &seen.visitor, seen.at);
        if few.is_empty() {
            return None;
        }
        few.truncate(1);
        loop {
            let (visitor, at) = match self.without(&few) {
                Left::Nobody => break,
                Left::Unknown => return None,
                Left::Somebody(visitor, at) => (visitor, at),
            };
            let more = self.seen_before(rivals, &visitor, at);
            let next = more.iter().find(|rival| !few.contains(rival))?;
            few.push(*next);
            if few.len() > MOST_RIVALS {
                return None;
            }
        }
        self.leave_out_the_needless(&mut few);
        few.sort_by(|one, other| self.contenders[*one].rank.cmp(&self.contenders[*other].rank));
        Some(few)
    }

    fn leave_out_the_needless(&self, few: &mut Vec<usize>) {
        for rival in few.clone() {
            let rest: Vec<usize> = few.iter().copied().filter(|other| *other != rival).collect();
            if !rest.is_empty() && matches!(self.without(&rest), Left::Nobody) {
                *few = rest;
            }
        }
    }

    /// Returns the rivals whose rules hold for a visitor who has never been shown them, and for one who has been shown them as often as this one.
    fn seen_before(&self, rivals: &[usize], visitor: &Visitor, at: DateTime<Utc>) -> Vec<usize> {
        let page = PageView::of(visitor);
        let records = [Stats::default(), Stats::from(visitor)];
        let holds = |rival: &&usize| {
            records
                .iter()
                .all(|stats| self.contenders[**rival].holds_for(&page, stats, at))
        };
        rivals.iter().filter(holds).copied().collect()
    }

    /// Decides whether somebody qualifies for it while none of these rules holds for them.
    fn without(&self, rivals: &[usize]) -> Left {
        let indices = std::iter::once(&self.loser).chain(rivals);
        let campaigns: Vec<_> = indices.map(|index| self.contenders[*index].campaign).collect();
        let question = SolverQuery {
            campaigns: &campaigns,
            records: Records::Separate,
            shown: &[0],
            effort: EFFORT,
        };
        let (space, solution) = question.ask(self.near, self.now, |space| {
            let others = space.rules[1..].iter().cloned().map(Term::negated);
            Term::All(space.rules[..1].iter().cloned().chain(others).collect())
        });
        match solution {
            Solution::Possible(witness) => Left::Somebody(Box::new(space.visitor(&witness, 0)), witness.at),
            Solution::Impossible => Left::Nobody,
            Solution::Unknown(_) => Left::Unknown,
        }
    }
}

/// Whether a visitor is left.
enum Left {
    Somebody(Box<Visitor>, DateTime<Utc>),
    Nobody,
    Unknown,
}
