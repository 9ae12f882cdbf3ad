//! Rules as terms over numbered conditions, which are joined with each other as a question requires.

use crate::campaign::Joiner;
use crate::engine::parts::Plan;

/// A rule, or a combination of rules.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Term {
    /// Always.
    True,
    /// The condition with this number in [`super::Space::conditions`] holds.
    Holds(usize),
    /// It does not hold.
    Not(Box<Term>),
    /// All of them hold.
    All(Vec<Term>),
    /// At least one of them holds.
    Any(Vec<Term>),
}

impl Term {
    /// Builds the term of the effective part of a rule.
    pub(super) fn of(plan: Plan<usize>) -> Term {
        match plan {
            Plan::Condition(number) => Term::Holds(number),
            Plan::Join { joiner, parts, .. } => {
                let parts = parts.into_iter().map(Term::of).collect();
                match joiner {
                    Joiner::All => Term::All(parts),
                    Joiner::Any => Term::Any(parts),
                    Joiner::None => Term::Not(Box::new(Term::Any(parts))),
                }
            }
        }
    }

    /// Returns this together with others.
    pub(super) fn with(self, others: impl Iterator<Item = Term>) -> Term {
        let mut others = others.peekable();
        if others.peek().is_none() {
            return self;
        }
        match self {
            Term::True => Term::All(others.collect()),
            rule @ (Term::Holds(_) | Term::Not(_) | Term::All(_) | Term::Any(_)) => {
                Term::All([rule].into_iter().chain(others).collect())
            }
        }
    }

    /// Returns the opposite.
    pub(crate) fn negated(self) -> Term {
        match self {
            Term::Not(inner) => *inner,
            other @ (Term::True | Term::Holds(_) | Term::All(_) | Term::Any(_)) => Term::Not(Box::new(other)),
        }
    }

    /// Returns the numbers of the conditions in it.
    pub(crate) fn conditions(&self) -> Vec<usize> {
        fn add(term: &Term, all: &mut Vec<usize>) {
            match term {
                Term::True => {}
                Term::Holds(number) => all.push(*number),
                Term::Not(inner) => add(inner, all),
                Term::All(parts) | Term::Any(parts) => parts.iter().for_each(|part| add(part, all)),
            }
        }
        let mut all = Vec::new();
        add(self, &mut all);
        all.sort_unstable();
        all.dedup();
        all
    }
}
