//! What follows from the conditions taken together (`tests/specification/proofs.md`): that nobody can see a campaign, and conditions that decide
//! nothing.
//!
//! A part *matters* when some visitor's outcome depends on it: everything that must hold along with it holds, and none of its alternatives does. A
//! part can be left out when the solver proves that there is no such visitor. An alternative is *dead* when nobody can ever have it. What the solver
//! cannot decide is not reported.

mod tree;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

use super::solver::{Depth, Effort, Explained, Records, Solution, Space, Term, explained};
use super::{Context, FindAnswer, Finding, Problem, Relation, Severity, check, find_visitor};
use crate::campaign::Campaign;
use crate::engine::SiteRules;
use crate::visitor::Visitor;
use tree::{RulePart, parts};

/// For one of many questions about a campaign.
const EFFORT: Effort = Effort {
    first: 50_000,
    better: 0,
};
/// Most questions about one campaign; beyond them, the rest of it is not examined.
const MOST_QUESTIONS: usize = 400;
/// Most findings about one campaign; a reader needs no more.
const MOST_FINDINGS: usize = 30;
/// The steps of all questions about the reasons for findings.
const REASONS: u64 = 48_000_000;

/// Returns what its maker should know about the conditions together, in the order of the file. `check` covers each condition on its own.
pub fn examine(campaign: &Campaign, now: DateTime<Utc>) -> Vec<Finding> {
    // That nobody belongs to a saved audience which is missing is said by `check`.
    if campaign.audience.unresolved().is_some() {
        return Vec::new();
    }
    let near = Visitor::default();
    match find_visitor(campaign, &near, now) {
        FindAnswer::Found(_) => {}
        FindAnswer::Nobody(conflict) => {
            return vec![Finding {
                path: conflict.places.first().map_or("/audience", String::as_str).to_owned(),
                problem: Problem::NobodySees { conflict },
            }];
        }
        FindAnswer::Undetermined(_) => return Vec::new(),
    }
    let space = Space::new(
        &[campaign],
        Records::Shared,
        &near,
        Depth::Thorough,
        now,
        &SiteRules::default(),
    );
    // Whether one given visitor sees it can be decided for every rule, but nothing more.
    if space.is_too_large() {
        return Vec::new();
    }
    let Some(root) = parts(campaign) else {
        return Vec::new();
    };
    let mut examiner = Examiner {
        campaign,
        space: &space,
        left: MOST_QUESTIONS,
        reasons: REASONS,
        gone: Vec::new(),
        findings: Vec::new(),
    };
    examiner.look_at_all(&root);
    let mut findings = examiner.findings;
    findings.reverse();
    findings
}

/// Returns the findings of `check` and of [`examine`], both at the instant that the context names. A place where something can never hold on its own
/// is reported once.
pub fn check_and_examine(campaign: &Campaign, context: Context<'_>) -> Vec<Finding> {
    let mut findings = check(campaign, context);
    let Some(now) = context.now else { return findings };
    let wrong: Vec<String> = findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error || finding.problem == Problem::RunOver)
        .map(|finding| finding.path.clone())
        .collect();
    let known = |finding: &Finding| wrong.iter().any(|path| is_within(path, &finding.path));
    findings.extend(examine(campaign, now).into_iter().filter(|finding| !known(finding)));
    findings
}

/// Returns whether a place is the other one, or lies within it.
fn is_within(place: &str, other: &str) -> bool {
    let rest = place.strip_prefix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

struct Examiner<'c> {
    campaign: &'c Campaign,
    space: &'c Space,
    /// How many questions may still be asked.
    left: usize,
    /// How many steps are left for reasons.
    reasons: u64,
    /// The numbers of the parts found to have no effect: when two imply each other, one has to stay.
    gone: Vec<usize>,
    /// From the end of the file to its beginning.
    findings: Vec<Finding>,
}

/// What surrounds a part: what must hold along with it, and the alternatives to it and to what holds it.
#[derive(Clone, Default)]
struct Around {
    beside: Vec<Term>,
    instead: Vec<Term>,
}

impl Around {
    /// Returns what a visitor has to be so that only the part decides whether they see the campaign.
    fn decisive(&self, part: Term) -> Term {
        let others = self.instead.iter().cloned().map(Term::negated);
        Term::All(self.beside.iter().cloned().chain(others).chain([part]).collect())
    }

    /// Returns what a visitor has to be to have the part and everything that must hold along with it.
    fn possible(&self, part: Term) -> Term {
        Term::All(self.beside.iter().cloned().chain([part]).collect())
    }
}

impl Examiner<'_> {
    /// Returns whether nothing more is examined.
    fn is_spent(&self) -> bool {
        self.left == 0 || self.reasons == 0 || self.findings.len() == MOST_FINDINGS
    }

    /// Returns whether a formula is proved to be impossible.
    fn never(&mut self, formula: &Term) -> bool {
        if self.is_spent() {
            return false;
        }
        self.left -= 1;
        matches!(self.space.solve(formula, &[0], EFFORT), Solution::Impossible)
    }

    fn report(&mut self, part: &RulePart, problem: Problem) {
        self.gone.push(part.number);
        self.findings.push(Finding {
            path: part.pointer.clone(),
            problem,
        });
    }

    /// Examines the outermost part; a campaign for everybody is written as one condition for everybody.
    fn look_at_all(&mut self, root: &RulePart) {
        let everything = root.term(&self.gone).map(Term::negated);
        if root.conditions() > 1 && everything.is_some_and(|nobody| self.never(&nobody)) {
            let part = root.widest_choice();
            let exclusions = part.exclusions;
            return self.report(part, Problem::AlwaysTrue { exclusions });
        }
        self.look_into(root, &Around::default());
    }

    /// Examines the members of a group, the last one first: of two that imply each other, the second is redundant.
    fn look_into(&mut self, group: &RulePart, around: &Around) {
        let alone = group.children.len() == 1;
        for child in group.children.iter().rev() {
            if self.is_spent() {
                return;
            }
            let within = self.around(group, child, around);
            if alone || !self.look_at(child, group.alternatives, &within) {
                self.look_into(child, &within);
            }
        }
    }

    /// Returns what surrounds a member of a group, given what surrounds the group.
    fn around(&self, group: &RulePart, member: &RulePart, around: &Around) -> Around {
        let mut within = around.clone();
        let others = group.children.iter().filter(|child| child.number != member.number);
        let others = others.filter_map(|child| child.wanted(&self.gone));
        if group.alternatives {
            within.instead.extend(others);
        } else {
            within.beside.extend(others);
        }
        within
    }

    /// Examines one member of a group: one of its alternatives, or one of what must all hold. True when nothing more is to be reported about it.
    fn look_at(&mut self, part: &RulePart, alternative: bool, around: &Around) -> bool {
        let Some(wanted) = part.wanted(&self.gone) else {
            return true;
        };
        if alternative {
            let possible = around.possible(wanted.clone());
            if self.never(&possible) {
                let Explained { conflict, .. } = self.explained(&possible);
                self.report(part, Problem::DeadAlternative { conflict });
                return true;
            }
        }
        let decisive = around.decisive(if alternative {
            wanted.clone()
        } else {
            wanted.clone().negated()
        });
        if !self.never(&decisive) {
            return false;
        }
        let Explained { conflict, is_sure } = self.explained(&decisive);
        // A day that has come does not make the condition that waited for it superfluous.
        if !is_sure || conflict.because.contains(&Relation::TimePasses) {
            return true;
        }
        let places = conflict.places.into_iter();
        let by: Vec<String> = places.filter(|place| !is_within(place, &part.pointer)).collect();
        let problem = if by.is_empty() && part.positive && !alternative {
            Problem::AlwaysTrue {
                exclusions: part.exclusions,
            }
        } else {
            Problem::Redundant { by }
        };
        self.report(part, problem);
        true
    }

    /// Explains why a formula is impossible: sufficient conditions and relations, none of which can be left out.
    fn explained(&mut self, formula: &Term) -> Explained {
        explained(self.campaign, self.space, formula, &[0], &mut self.reasons)
    }
}
