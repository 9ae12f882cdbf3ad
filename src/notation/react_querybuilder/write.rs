//! An audience as a query of react-querybuilder.

use serde_json::{Value, json};

use super::OPERATORS;
use crate::campaign::{Condition, Group, Joiner, Named, Node};
use crate::notation::question::Question;
use crate::notation::{Loss, LossKind, Written};

pub(in crate::notation) fn write(audience: &Group) -> Written {
    let mut losses = Vec::new();
    let mut value = group(audience, "/audience", &mut losses);
    if audience.muted {
        value = json!({ "combinator": "and", "rules": [] });
        losses = vec![Loss {
            place: "/audience".to_owned(),
            kind: LossKind::Muted,
        }];
    }
    Written { value, losses }
}

fn group(group: &Group, place: &str, losses: &mut Vec<Loss>) -> Value {
    let mut rules = Vec::with_capacity(group.children.len());
    for (index, child) in group.children.iter().enumerate() {
        let place = format!("{place}/{}/{index}", group.joiner.id());
        match node(child, &place, losses) {
            Ok(rule) => rules.push(rule),
            Err(kind) => losses.push(Loss { place, kind }),
        }
    }
    match group.joiner {
        Joiner::All => json!({ "combinator": "and", "rules": rules }),
        Joiner::Any => json!({ "combinator": "or", "rules": rules }),
        Joiner::None => json!({ "combinator": "or", "not": true, "rules": rules }),
    }
}

fn node(node: &Node, place: &str, losses: &mut Vec<Loss>) -> Result<Value, LossKind> {
    match node {
        node if node.muted() => Err(LossKind::Muted),
        Node::Group(inner) if inner.children.is_empty() => Err(LossKind::Unfinished),
        Node::Group(inner) => Ok(group(inner, place, losses)),
        Node::Saved(saved) => Err(LossKind::SavedAudience(saved.name.clone())),
        Node::Condition(condition) => rule(condition),
    }
}

fn rule(condition: &Condition) -> Result<Value, LossKind> {
    let asked = Question::of(condition)?;
    let operator = OPERATORS
        .iter()
        .find(|(_, test, positive)| (*test, *positive) == (asked.test, asked.positive));
    let (operator, ..) = operator.ok_or(LossKind::Comparison(condition.operator.known().map_or("", Named::id)))?;
    Ok(json!({ "field": asked.name, "operator": operator, "value": asked.value }))
}
