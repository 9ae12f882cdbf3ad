//! Answers about places in the tree.

use crate::campaign::{Campaign, Group, Node};

/// The conditions that cannot all have the required outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictMarks {
    /// Their places, as JSON Pointers, in the file's order.
    pub places: Vec<String>,
    /// The conflict in words.
    pub reason: String,
}

impl ConflictMarks {
    /// Whether the condition or group at `pointer` is in the conflict.
    pub fn has(&self, pointer: &str) -> bool {
        self.places.iter().any(|place| place == pointer)
    }
}

/// Whether every place of the rule means the same node in both: findings about one may stay at their places until the other is examined.
pub fn same_shape(one: &Campaign, other: &Campaign) -> bool {
    one.activity.conditions.len() == other.activity.conditions.len() && same_group(&one.audience, &other.audience)
}

fn same_group(one: &Group, other: &Group) -> bool {
    one.joiner == other.joiner
        && one.children.len() == other.children.len()
        && one.children.iter().zip(&other.children).all(|pair| match pair {
            (Node::Group(one), Node::Group(other)) => same_group(one, other),
            (Node::Condition(one), Node::Condition(other)) => one.field == other.field,
            (Node::Saved(one), Node::Saved(other)) => one.name == other.name,
            _ => false,
        })
}
