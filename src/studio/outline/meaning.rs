//! What moving a node changes in meaning.

use super::{TreeEdit, possible};
use crate::campaign::{Group, Joiner, NodePath};

/// What a move changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing: it stays where it is.
    Stays,
    /// Only the order, which decides nothing.
    Order,
    /// It goes from one group to another, joined by these.
    Joined {
        /// How it is joined now.
        from: Joiner,
        /// How it would be joined.
        to: Joiner,
        /// The group it would be in; empty for the outermost.
        group: NodePath,
    },
    /// It cannot go there: groups would nest too deep.
    TooDeep,
}

/// Returns what moving the node at `from` before the child of this number of `group` would change.
pub fn meaning(audience: &Group, from: &NodePath, group: &NodePath, index: usize) -> Meaning {
    let Some((old, at)) = from.parent() else {
        return Meaning::Stays;
    };
    if group.0.starts_with(&from.0) || (old == *group && (index == at || index == at + 1)) {
        return Meaning::Stays;
    }
    if !possible(audience, &TreeEdit::Move(from.clone(), group.clone(), index)) {
        return Meaning::TooDeep;
    }
    if old == *group {
        return Meaning::Order;
    }
    let joiner = |path: &NodePath| audience.group(path).map(|group| group.joiner).unwrap_or_default();
    Meaning::Joined {
        from: joiner(&old),
        to: joiner(group),
        group: group.clone(),
    }
}
