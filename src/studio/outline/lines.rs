//! The tree as lines, one below the other.

use super::Outline;
use crate::campaign::{Group, Joiner, Node, NodePath};

/// A line of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its node.
    pub path: NodePath,
    /// What the node is.
    pub kind: LineKind,
    /// The word that joins it to the line above; `None` for the first of a group.
    pub between: Option<Between>,
}

/// What a line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A condition.
    Condition,
    /// A saved audience.
    Saved,
    /// The head of a group.
    Group {
        /// Whether its rows are hidden.
        folded: bool,
        /// How many conditions there are in it, at any depth.
        conditions: usize,
    },
}

/// The word between two rows of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// Both must hold.
    And,
    /// One is enough.
    Or,
    /// Neither may hold.
    Nor,
}

impl Between {
    /// The word between the children of a group.
    pub fn of(joiner: Joiner) -> Self {
        match joiner {
            Joiner::All => Self::And,
            Joiner::Any => Self::Or,
            Joiner::None => Self::Nor,
        }
    }
}

impl Line {
    /// How deep the line is indented; 0 for rows of the outermost group.
    pub fn level(&self) -> usize {
        self.path.0.len().saturating_sub(1)
    }

    /// The line's number in the outline, such as `2.1`: the first row of the second.
    pub fn number(&self) -> String {
        number(&self.path)
    }
}

/// The number of the node at a path, such as `2.1`.
pub fn number(path: &NodePath) -> String {
    let places: Vec<String> = path.0.iter().map(|index| (index + 1).to_string()).collect();
    places.join(".")
}

/// Returns the lines of an audience, without those inside folded groups.
pub fn lines(audience: &Group, outline: &Outline) -> Vec<Line> {
    let mut found = Vec::new();
    add(audience, &NodePath::default(), outline, &mut found);
    found
}

fn add(group: &Group, path: &NodePath, outline: &Outline, found: &mut Vec<Line>) {
    for (index, child) in group.children.iter().enumerate() {
        let path = path.child(index);
        let between = (index > 0).then(|| Between::of(group.joiner));
        let inner = match child {
            Node::Condition(_) | Node::Saved(_) => None,
            Node::Group(inner) => Some(inner),
        };
        let folded = inner.is_some() && outline.is_folded(&path);
        let kind = match inner {
            None if matches!(child, Node::Saved(_)) => LineKind::Saved,
            None => LineKind::Condition,
            Some(inner) => LineKind::Group {
                folded,
                conditions: inner.count_conditions(),
            },
        };
        found.push(Line {
            path: path.clone(),
            kind,
            between,
        });
        if let Some(inner) = inner.filter(|_| !folded) {
            add(inner, &path, outline, found);
        }
    }
}
