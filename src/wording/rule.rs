//! A rule in the form in which sentences say it: only what decides, only *all* and *any*, every *none* turned into what must not be.
//!
//! The meaning is the engine's to the letter: muted, unfinished and empty nodes are left out as `engine` leaves them out.

use serde_json::Value;

use crate::campaign::{Campaign, Condition, Field, Group, Joiner, Node, Operator};
use crate::engine::{self, Comparison};

/// What a rule says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Rule<'a> {
    /// All of these; two or more.
    All(Vec<Rule<'a>>),
    /// At least one of these; two or more.
    Any(Vec<Rule<'a>>),
    /// One condition.
    Is(Ask<'a>),
}

/// One condition: a comparison in its positive form, and whether it must hold or must not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ask<'a> {
    pub field: Field,
    /// The name of the custom attribute; empty for other fields.
    pub key: &'a str,
    pub operator: Operator,
    pub yes: bool,
    pub value: &'a Value,
}

impl<'a> Ask<'a> {
    /// The question of a finished condition; `None` for others.
    pub(super) fn of(condition: &'a Condition) -> Option<Ask<'a>> {
        engine::finished(condition).ok()?;
        let (operator, yes) = positive(condition.operator.known()?);
        Some(Ask {
            field: condition.field.known()?,
            key: condition.key.as_deref().unwrap_or_default().trim(),
            operator,
            yes,
            value: condition.value.as_ref().unwrap_or(&Value::Null),
        })
    }

    /// The question that an explained condition asked; `None` when it could not be asked.
    pub(super) fn explained(comparison: &'a Comparison) -> Option<Ask<'a>> {
        let (operator, yes) = positive(comparison.operator?);
        Some(Ask {
            field: comparison.field?,
            key: comparison.key.as_deref().unwrap_or_default().trim(),
            operator,
            yes,
            value: comparison.wanted.as_ref().unwrap_or(&Value::Null),
        })
    }

    /// The question itself, or the opposite one.
    pub(super) fn turned(self, positive: bool) -> Ask<'a> {
        Ask {
            yes: self.yes == positive,
            ..self
        }
    }

    /// The wanted texts: the list's, or the one.
    pub(super) fn items(&self) -> Vec<&'a Value> {
        self.value
            .as_array()
            .map_or_else(|| vec![self.value], |items| items.iter().collect())
    }

    /// The wanted number; 0 when it is none.
    pub(super) fn number(&self) -> f64 {
        self.value.as_f64().unwrap_or(0.0)
    }
}

fn positive(operator: Operator) -> (Operator, bool) {
    match operator {
        Operator::NotContains => (Operator::Contains, false),
        Operator::NotEquals => (Operator::Equals, false),
        Operator::NoneOf => (Operator::OneOf, false),
        Operator::IsNotSet => (Operator::IsSet, false),
        other => (other, true),
    }
}

/// What the audience says; `None` when nothing in it decides.
pub(super) fn audience(campaign: &Campaign) -> Option<Rule<'_>> {
    group(&campaign.audience, true)
}

/// What the activity says: all of these.
pub(super) fn activity(campaign: &Campaign) -> Vec<Ask<'_>> {
    campaign
        .activity
        .conditions
        .iter()
        .filter(|condition| !condition.muted)
        .filter_map(Ask::of)
        .collect()
}

fn node(node: &Node, positive: bool) -> Option<Rule<'_>> {
    match node {
        Node::Group(inner) => group(inner, positive),
        Node::Condition(condition) if condition.muted => None,
        Node::Condition(condition) => Ask::of(condition).map(|ask| Rule::Is(ask.turned(positive))),
    }
}

/// De Morgan: the opposite of *all* is *any* of the opposites, and *none* is *all* of the opposites.
fn group(group: &Group, positive: bool) -> Option<Rule<'_>> {
    if group.muted {
        return None;
    }
    let (all, inner) = match group.joiner {
        Joiner::All => (positive, positive),
        Joiner::Any => (!positive, positive),
        Joiner::None => (positive, !positive),
    };
    let mut parts = Vec::new();
    for part in group.children.iter().filter_map(|child| node(child, inner)) {
        match part {
            Rule::All(same) if all => parts.extend(same),
            Rule::Any(same) if !all => parts.extend(same),
            other => parts.push(other),
        }
    }
    match parts.len() {
        0 | 1 => parts.pop(),
        _ if all => Some(Rule::All(parts)),
        _ => Some(Rule::Any(parts)),
    }
}
