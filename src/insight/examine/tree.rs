//! The deciding parts of a rule, each with its place and with how it is joined to its neighbours.

use crate::campaign::{Campaign, Condition, Joiner, Named, Operator};
use crate::engine::parts::{Plan, Whole, plan};
use crate::insight::solver::Term;

/// A group or a condition that takes part in decisions.
pub(super) struct RulePart {
    /// Its own number.
    pub number: usize,
    /// Where it stands, as a JSON Pointer into the file.
    pub pointer: String,
    /// Whether the groups around it require it to hold, rather than not to hold.
    pub positive: bool,
    /// Whether one of its members is enough; otherwise each has to be as the group requires.
    pub alternatives: bool,
    /// Whether it joins by *any* several things that one value must not be.
    pub exclusions: bool,
    /// Its deciding members.
    pub children: Vec<RulePart>,
    kind: Kind,
}

enum Kind {
    /// The condition with this number in the solver's space.
    Condition(usize),
    Group(Joiner),
}

impl RulePart {
    /// Returns how many conditions it holds.
    pub fn conditions(&self) -> usize {
        match self.kind {
            Kind::Condition(_) => 1,
            Kind::Group(_) => self.children.iter().map(RulePart::conditions).sum(),
        }
    }

    /// Returns the innermost part that holds everything that this one does.
    pub fn widest_choice(&self) -> &RulePart {
        match &self.children[..] {
            [only] if only.conditions() > 1 => only.widest_choice(),
            _ => self,
        }
    }

    /// Returns its formula without the parts that are gone; `None` when nothing is left.
    pub fn term(&self, gone: &[usize]) -> Option<Term> {
        if gone.contains(&self.number) {
            return None;
        }
        let joiner = match self.kind {
            Kind::Condition(number) => return Some(Term::Holds(number)),
            Kind::Group(joiner) => joiner,
        };
        let members: Vec<Term> = self.children.iter().filter_map(|child| child.term(gone)).collect();
        (!members.is_empty()).then(|| match joiner {
            Joiner::All => Term::All(members),
            Joiner::Any => Term::Any(members),
            Joiner::None => Term::Any(members).negated(),
        })
    }

    /// Returns the same formula as the groups around it require it.
    pub fn wanted(&self, gone: &[usize]) -> Option<Term> {
        let term = self.term(gone)?;
        Some(if self.positive { term } else { term.negated() })
    }
}

/// Returns the parts of audience and activity, joined; `None` when nothing in them decides.
pub(super) fn parts(campaign: &Campaign) -> Option<RulePart> {
    // The solver's space numbers the conditions in the same order.
    let mut conditions = 0..;
    let plan = plan(campaign, &mut |condition, _, spot| Asked {
        condition,
        pointer: spot.pointer(campaign),
        number: conditions.next().unwrap_or_default(),
    })?;
    Some(Reader { campaign, parts: 0 }.part(plan, true))
}

/// A condition that takes part.
struct Asked<'c> {
    condition: &'c Condition,
    pointer: String,
    /// Its number in the solver's space.
    number: usize,
}

struct Reader<'c> {
    campaign: &'c Campaign,
    parts: usize,
}

impl Reader<'_> {
    fn number(&mut self) -> usize {
        self.parts += 1;
        self.parts
    }

    fn part(&mut self, plan: Plan<Asked<'_>>, positive: bool) -> RulePart {
        let (joiner, whole, mut parts) = match plan {
            Plan::Condition(asked) => return self.condition(asked, positive),
            Plan::Join { joiner, whole, parts } => (joiner, whole, parts),
        };
        let is_group = matches!(whole, Whole::Group(_));
        if !is_group
            && parts.len() == 1
            && let Some(only) = parts.pop()
        {
            return self.part(only, positive);
        }
        let exclusions = is_group && joiner == Joiner::Any && parts.len() > 1 && excludes(&parts);
        let inner = joiner.requirement(positive).positive;
        let children = parts.into_iter().map(|part| self.part(part, inner)).collect();
        RulePart {
            number: self.number(),
            pointer: whole.pointer(self.campaign),
            positive,
            alternatives: positive == (joiner == Joiner::Any),
            exclusions,
            children,
            kind: Kind::Group(joiner),
        }
    }

    fn condition(&mut self, asked: Asked<'_>, positive: bool) -> RulePart {
        RulePart {
            number: self.number(),
            pointer: asked.pointer,
            positive,
            alternatives: false,
            exclusions: false,
            children: Vec::new(),
            kind: Kind::Condition(asked.number),
        }
    }
}

/// Returns whether all parts say what one and the same thing must not be.
fn excludes(parts: &[Plan<Asked<'_>>]) -> bool {
    let subjects: Option<Vec<_>> = parts
        .iter()
        .map(|part| match part {
            Plan::Join { .. } => None,
            Plan::Condition(asked) => excluded(asked.condition),
        })
        .collect();
    subjects.is_some_and(|subjects| subjects.windows(2).all(|pair| pair[0] == pair[1]))
}

/// Returns what a condition excludes.
fn excluded(condition: &Condition) -> Option<(&'static str, &str)> {
    let negative = matches!(
        condition.operator.known()?,
        Operator::NotEquals | Operator::NotContains | Operator::NoneOf
    );
    let subject = (
        condition.field.known()?.id(),
        condition.key.as_deref().unwrap_or_default(),
    );
    negative.then_some(subject)
}
