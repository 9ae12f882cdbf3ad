//! A rule in the form that sentences express: only what decides, only *all* and *any*, every *none* turned into what must not hold.
//!
//! Its meaning is exactly the engine's: muted, unfinished and empty nodes are left out as in `engine`.

use serde_json::Value;

use crate::campaign::{Campaign, Condition, Field, Operator, Order};
use crate::engine::parts::{Plan, plan, plan_activity, plan_audience};
use crate::engine::{self, Comparison};

/// The content of a rule.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Rule<'a> {
    /// All of these; two or more.
    All(Vec<Rule<'a>>),
    /// At least one of these; two or more.
    Any(Vec<Rule<'a>>),
    /// One condition.
    Is(WordedCondition<'a>),
}

/// One condition: a comparison in its positive form, and whether it must hold or must not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WordedCondition<'a> {
    pub field: Field,
    /// The key of the value; empty for fields without keys.
    pub key: &'a str,
    pub operator: Operator,
    pub yes: bool,
    pub value: &'a Value,
}

impl<'a> WordedCondition<'a> {
    /// Returns the question of a finished condition; `None` for others.
    pub(super) fn of(condition: &'a Condition) -> Option<WordedCondition<'a>> {
        engine::finished(condition).ok()?;
        let (operator, yes) = condition.operator.known()?.positive();
        Some(WordedCondition {
            field: condition.field.known()?,
            key: engine::trim(condition.key.as_deref().unwrap_or_default()),
            operator,
            yes,
            value: condition.value.as_ref().unwrap_or(&Value::Null),
        })
    }

    /// Returns the question that an explained condition asked; `None` when it could not be asked.
    pub(super) fn explained(comparison: &'a Comparison) -> Option<WordedCondition<'a>> {
        let (operator, yes) = comparison.operator?.positive();
        Some(WordedCondition {
            field: comparison.field?,
            key: engine::trim(comparison.key.as_deref().unwrap_or_default()),
            operator,
            yes,
            value: comparison.wanted.as_ref().unwrap_or(&Value::Null),
        })
    }

    /// Returns the question itself, or the opposite one.
    pub(super) fn with_polarity(self, positive: bool) -> WordedCondition<'a> {
        WordedCondition {
            yes: self.yes == positive,
            ..self
        }
    }

    /// Returns the wanted texts: those of the list, or the single one.
    pub(super) fn items(&self) -> Vec<&'a Value> {
        self.value
            .as_array()
            .map_or_else(|| vec![self.value], |items| items.iter().collect())
    }

    /// Returns how it compares an attribute. Comparisons that attributes do not have count as equality.
    pub(super) fn test(&self) -> AttributeTest {
        match (self.operator, self.operator.order()) {
            (Operator::Contains, _) => AttributeTest::Contains,
            (Operator::IsSet, _) => AttributeTest::IsSet,
            (_, Some(Order::Greater)) => AttributeTest::Greater,
            (_, Some(Order::Less)) => AttributeTest::Less,
            (_, Some(Order::Equal | Order::AtLeast | Order::AtMost) | None) => AttributeTest::Equals,
        }
    }

    /// Returns the wanted number; 0 when it is not a number.
    pub(super) fn number(&self) -> f64 {
        self.value.as_f64().unwrap_or(0.0)
    }
}

/// How an attribute is compared, before the answer is reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AttributeTest {
    Equals,
    Contains,
    Greater,
    Less,
    IsSet,
}

/// Returns what the audience says; `None` when nothing in it decides.
pub(super) fn audience(campaign: &Campaign) -> Option<Rule<'_>> {
    said(
        plan_audience(campaign, &mut |condition, _, _| WordedCondition::of(condition))?,
        true,
    )
}

/// Returns what the activity says: all of these.
pub(super) fn activity(campaign: &Campaign) -> Vec<WordedCondition<'_>> {
    let plan = plan_activity(campaign, &mut |condition, _, _| WordedCondition::of(condition));
    let asks = plan.as_ref().map(Plan::asks).unwrap_or_default();
    asks.into_iter().copied().flatten().collect()
}

/// Returns what the conditions at these places (JSON Pointers) say together, when every other condition may turn out in any way; `None` when that is
/// nothing. An alternative that depends on none of them makes its whole group possible.
pub(super) fn at_places<'a>(campaign: &'a Campaign, places: &[String]) -> Option<Rule<'a>> {
    let plan = plan(campaign, &mut |condition, _, spot| {
        let pointer = spot.pointer(campaign);
        places
            .contains(&pointer)
            .then(|| WordedCondition::of(condition))
            .flatten()
    });
    said(plan?, true)
}

/// Returns what a plan says, or its opposite; parts without a question say nothing.
fn said<'a>(plan: Plan<Option<WordedCondition<'a>>>, positive: bool) -> Option<Rule<'a>> {
    match plan {
        Plan::Condition(ask) => ask.map(|ask| Rule::Is(ask.with_polarity(positive))),
        Plan::Join { joiner, parts, .. } => {
            let required = joiner.requirement(positive);
            join(
                required.all,
                parts.into_iter().map(|part| said(part, required.positive)),
            )
        }
    }
}

/// Joins parts, of which `None` says nothing: *all* leaves those out, *any* says nothing if it has one.
fn join<'a>(all: bool, parts: impl Iterator<Item = Option<Rule<'a>>>) -> Option<Rule<'a>> {
    let mut said = Vec::new();
    for part in parts {
        match part {
            None if all => {}
            None => return None,
            Some(Rule::All(same)) if all => said.extend(same),
            Some(Rule::Any(same)) if !all => said.extend(same),
            Some(other) => said.push(other),
        }
    }
    match said.len() {
        0 | 1 => said.pop(),
        _ if all => Some(Rule::All(said)),
        _ => Some(Rule::Any(said)),
    }
}
