//! Where the groups are after an edit of the tree's shape.

use std::collections::HashMap;

use super::edit::{self, TreeEdit};
use crate::campaign::{Extras, Group, Node, NodePath};

/// The key under which a group of the copy remembers where it was; no file has it.
const MARK: &str = "\u{0}was";

/// A copy of a tree in which each group knows its place.
pub(super) struct Marked(Group);

impl Marked {
    /// Copies the groups of a tree.
    pub(super) fn of(audience: &Group) -> Self {
        let mut copy = audience.clone();
        mark(&mut copy, &NodePath::default());
        Self(copy)
    }

    /// Returns where each group has gone, by where it was; a removed one is left out.
    pub(super) fn after(mut self, edit: &TreeEdit) -> HashMap<NodePath, NodePath> {
        let mut places = HashMap::new();
        if edit::apply(&mut self.0, edit).is_some() {
            collect(&self.0, &NodePath::default(), &mut places);
        }
        places
    }
}

fn mark(group: &mut Group, path: &NodePath) {
    for (index, child) in group.children.iter_mut().enumerate() {
        if let Node::Group(inner) = child {
            let path = path.child(index);
            let was: Vec<String> = path.0.iter().map(usize::to_string).collect();
            inner.extras = Extras::default();
            inner.extras.set(MARK, was.join(" ").into());
            mark(inner, &path);
        }
    }
}

fn collect(group: &Group, path: &NodePath, places: &mut HashMap<NodePath, NodePath>) {
    for (index, child) in group.children.iter().enumerate() {
        if let Node::Group(inner) = child {
            let path = path.child(index);
            if let Some(was) = inner.extras.get(MARK).and_then(|was| was.as_str()) {
                let was = NodePath(was.split(' ').filter_map(|place| place.parse().ok()).collect());
                // A duplicate says the same as its original, which comes first.
                places.entry(was).or_insert_with(|| path.clone());
            }
            collect(inner, &path, places);
        }
    }
}
