//! Structural edits of the audience tree, as data. Nothing here draws.

use crate::campaign::{AudienceReference, Condition, Group, Joiner, MAX_GROUP_DEPTH, Node, NodePath};

/// One edit.
#[derive(Debug, Clone, PartialEq)]
pub enum TreeEdit {
    /// Inserts a new condition into a group, before its child of this index.
    AddCondition(NodePath, usize),
    /// Puts a new group with one condition there.
    AddGroup(NodePath, usize),
    /// Puts a ready row there, in place of the last row if that says nothing yet.
    AddReady(NodePath, Box<Node>),
    /// Puts a ready row in place of the node.
    Replace(NodePath, Box<Node>),
    /// Puts a saved audience at the end of a group, in place of the last row if that says nothing yet.
    AddSaved(NodePath, String),
    /// Puts an audience from elsewhere at the end of a group; in place of an outermost one that is empty.
    Paste(NodePath, Box<Group>),
    /// Puts a saved audience in place of the node; the outermost group becomes a group of it alone.
    Refer(NodePath, String),
    /// Puts the conditions of a saved audience in place of the reference to it.
    Detach(NodePath, Box<Node>),
    /// Removes a node.
    Remove(NodePath),
    /// Puts a copy behind the node.
    Duplicate(NodePath),
    /// Moves the node before the child of this number of another group, both counted before the move.
    Move(NodePath, NodePath, usize),
    /// Moves the node one place up, into or out of groups on the way.
    Up(NodePath),
    /// Moves the node one place down, into or out of groups on the way.
    Down(NodePath),
    /// Puts a group around the node.
    Wrap(NodePath),
    /// Replaces a group by its children.
    Unwrap(NodePath),
    /// Mutes or unmutes the node.
    Mute(NodePath),
}

impl TreeEdit {
    /// The key of the text that names the edit in the history.
    pub fn name_key(&self) -> &'static str {
        match self {
            Self::AddCondition(..) => "editor-step-add-condition",
            Self::AddGroup(..) => "editor-step-add-group",
            Self::AddReady(..) | Self::Replace(..) => "editor-step-add-ready",
            Self::AddSaved(..) | Self::Refer(..) => "editor-step-saved",
            Self::Detach(..) => "editor-step-detach",
            Self::Paste(..) => "editor-step-paste",
            Self::Remove(_) => "editor-step-remove",
            Self::Duplicate(_) => "editor-step-duplicate",
            Self::Move(..) | Self::Up(_) | Self::Down(_) => "editor-step-move",
            Self::Wrap(_) => "editor-step-wrap",
            Self::Unwrap(_) => "editor-step-unwrap",
            Self::Mute(_) => "editor-step-mute",
        }
    }
}

/// Applies the edit; returns the path of its node afterwards. `None`: nothing changed, since the edit is impossible.
pub(super) fn apply(tree: &mut Group, edit: &TreeEdit) -> Option<NodePath> {
    match edit {
        TreeEdit::AddCondition(group, index) => insert(tree, group, *index, Node::Condition(Condition::default())),
        TreeEdit::AddGroup(group, index) => {
            let inside = new_group(tree.group(group)?.joiner);
            insert(tree, group, *index, inside)
        }
        TreeEdit::AddSaved(group, name) => {
            let saved = Node::Saved(AudienceReference::new(name));
            apply(tree, &TreeEdit::AddReady(group.clone(), Box::new(saved)))
        }
        TreeEdit::Paste(path, pasted) if path.0.is_empty() && tree.children.is_empty() => {
            if pasted.depth() > MAX_GROUP_DEPTH {
                return None;
            }
            *tree = Group {
                extras: tree.extras.clone(),
                ..(**pasted).clone()
            };
            Some(path.child(0))
        }
        TreeEdit::Paste(path, pasted) => {
            let alone = pasted
                .children
                .first()
                .filter(|_| pasted.children.len() == 1 && pasted.joiner != Joiner::None);
            let node = alone.cloned().unwrap_or_else(|| Node::Group((**pasted).clone()));
            insert(tree, path, usize::MAX, node)
        }
        TreeEdit::Refer(path, name) if path.0.is_empty() => {
            *tree = Group {
                joiner: Joiner::All,
                children: vec![Node::Saved(AudienceReference::new(name))],
                muted: false,
                extras: tree.extras.clone(),
            };
            Some(path.child(0))
        }
        TreeEdit::Refer(path, name) => {
            let node = tree.node_mut(path)?;
            let muted = node.muted();
            *node = Node::Saved(AudienceReference {
                muted,
                ..AudienceReference::new(name)
            });
            Some(path.clone())
        }
        TreeEdit::Detach(path, node) => {
            let replaced = matches!(tree.node(path)?, Node::Saved(_));
            replaced.then(|| apply(tree, &TreeEdit::Replace(path.clone(), node.clone())))?
        }
        TreeEdit::AddReady(group, node) => {
            let children = &mut tree.group_mut(group)?.children;
            let says_nothing = |node: &Node| *node == Node::Condition(Condition::default());
            if children.last().is_some_and(says_nothing) {
                children.pop();
            }
            let end = children.len();
            insert(tree, group, end, (**node).clone())
        }
        TreeEdit::Replace(path, node) => {
            let (group, index) = path.parent()?;
            if !depth_allows(&group, levels(node)) {
                return None;
            }
            *tree.group_mut(&group)?.children.get_mut(index)? = (**node).clone();
            Some(path.clone())
        }
        TreeEdit::Remove(path) => remove(tree, path).map(|_| path.clone()),
        TreeEdit::Duplicate(path) => {
            let copy = tree.node(path)?.clone();
            let (group, index) = path.parent()?;
            insert(tree, &group, index + 1, copy)
        }
        TreeEdit::Move(from, group, index) => move_node(tree, from, group, *index),
        TreeEdit::Up(path) => up(tree, path).and_then(|(group, index)| move_node(tree, path, &group, index)),
        TreeEdit::Down(path) => down(tree, path).and_then(|(group, index)| move_node(tree, path, &group, index)),
        TreeEdit::Wrap(path) => wrap(tree, path),
        TreeEdit::Unwrap(path) => unwrap_group(tree, path),
        TreeEdit::Mute(path) => {
            let node = tree.node_mut(path)?;
            node.set_muted(!node.muted());
            Some(path.clone())
        }
    }
}

/// Whether the edit would change anything.
pub fn possible(tree: &Group, edit: &TreeEdit) -> bool {
    apply(&mut tree.clone(), edit).is_some()
}

/// Whether a node of this many levels of groups may be in the group at `group`.
pub fn depth_allows(group: &NodePath, levels: usize) -> bool {
    group.0.len() + 1 + levels <= MAX_GROUP_DEPTH
}

/// A group with one condition. One that joined its rows as the group around it does would say nothing new.
fn new_group(around: Joiner) -> Node {
    let joiner = match around {
        Joiner::All => Joiner::Any,
        Joiner::Any | Joiner::None => Joiner::All,
    };
    Node::Group(Group::of(joiner, vec![Node::Condition(Condition::default())]))
}

fn levels(node: &Node) -> usize {
    match node {
        Node::Group(group) => group.depth(),
        Node::Condition(_) | Node::Saved(_) => 0,
    }
}

fn insert(tree: &mut Group, group: &NodePath, index: usize, node: Node) -> Option<NodePath> {
    if !depth_allows(group, levels(&node)) {
        return None;
    }
    let children = &mut tree.group_mut(group)?.children;
    let index = index.min(children.len());
    children.insert(index, node);
    Some(group.child(index))
}

fn remove(tree: &mut Group, path: &NodePath) -> Option<Node> {
    let (group, index) = path.parent()?;
    let children = &mut tree.group_mut(&group)?.children;
    (index < children.len()).then(|| children.remove(index))
}

fn move_node(tree: &mut Group, from: &NodePath, group: &NodePath, index: usize) -> Option<NodePath> {
    let (old_group, old_index) = from.parent()?;
    let inside_itself = group.0.starts_with(&from.0);
    let stays = old_group == *group && (index == old_index || index == old_index + 1);
    if inside_itself || stays || !depth_allows(group, levels(tree.node(from)?)) || tree.group(group).is_none() {
        return None;
    }
    let node = remove(tree, from)?;
    let (group, index) = after_removal(from, group, index);
    insert(tree, &group, index, node)
}

/// Returns the same place once the node at `gone` has been removed.
fn after_removal(gone: &NodePath, group: &NodePath, index: usize) -> (NodePath, usize) {
    let Some((gone_group, gone_index)) = gone.parent() else {
        return (group.clone(), index);
    };
    if *group == gone_group {
        return (group.clone(), if index > gone_index { index - 1 } else { index });
    }
    let mut group = group.clone();
    let level = gone_group.0.len();
    if group.0.starts_with(&gone_group.0) && group.0.get(level).is_some_and(|at| *at > gone_index) {
        group.0[level] -= 1;
    }
    (group, index)
}

fn up(tree: &Group, path: &NodePath) -> Option<(NodePath, usize)> {
    let (group, index) = path.parent()?;
    if index == 0 {
        return group.parent();
    }
    let above = group.child(index - 1);
    match tree.group(&above) {
        Some(inner) if depth_allows(&above, levels(tree.node(path)?)) => Some((above, inner.children.len())),
        _ => Some((group, index - 1)),
    }
}

fn down(tree: &Group, path: &NodePath) -> Option<(NodePath, usize)> {
    let (group, index) = path.parent()?;
    if index + 1 >= tree.group(&group)?.children.len() {
        let (outer, place) = group.parent()?;
        return Some((outer, place + 1));
    }
    let below = group.child(index + 1);
    match tree.group(&below) {
        Some(_) if depth_allows(&below, levels(tree.node(path)?)) => Some((below, 0)),
        _ => Some((group, index + 2)),
    }
}

fn wrap(tree: &mut Group, path: &NodePath) -> Option<NodePath> {
    let (group, index) = path.parent()?;
    if !depth_allows(&group, levels(tree.node(path)?) + 1) {
        return None;
    }
    let node = remove(tree, path)?;
    let around = Group {
        children: vec![node],
        ..Group::default()
    };
    insert(tree, &group, index, Node::Group(around))
}

fn unwrap_group(tree: &mut Group, path: &NodePath) -> Option<NodePath> {
    tree.group(path)?;
    let (outer, index) = path.parent()?;
    let Some(Node::Group(group)) = remove(tree, path) else {
        return None;
    };
    let children = &mut tree.group_mut(&outer)?.children;
    children.splice(index..index, group.children);
    Some(path.clone())
}
