//! Audience and activity compared as a person would: what was added, removed, changed, moved or joined differently.

use serde_json::{Value, json};

use super::{Change, ChangeKind, ChangedPart};
use crate::campaign::{Campaign, Condition, Extras, Group, Joiner, Node};

/// A node, with what it says as one value to compare by, and its place in its own file.
struct Branch<'a> {
    node: &'a Node,
    says: Value,
    pointer: String,
}

/// Something that only one side has, until its counterpart is found elsewhere in the tree.
struct Lone {
    change: usize,
    says: Value,
}

/// Collects changes, and what may turn out to have moved.
struct Comparison<'c> {
    changes: &'c mut Vec<Change>,
    added: Vec<Lone>,
    removed: Vec<Lone>,
}

pub(super) fn audience(live: &Campaign, draft: &Campaign, changes: &mut Vec<Change>) {
    let mut comparison = Comparison::new(changes);
    comparison.groups(&outermost(&live.audience), &outermost(&draft.audience), "/audience");
    comparison.pair_moved();
}

/// Returns the outermost group, joined as it is launched: one whose nodes are all muted is launched as everyone.
fn outermost(group: &Group) -> Group {
    let mut group = group.clone();
    if !group.children.is_empty() && (group.muted || group.children.iter().all(Node::muted)) {
        group.joiner = Joiner::All;
    }
    group
}

pub(super) fn activity(live: &Campaign, draft: &Campaign, changes: &mut Vec<Change>) {
    let joins = (live.activity.join(), draft.activity.join());
    let unknown = live.activity.join != draft.activity.join;
    if joins.0 != joins.1 {
        let (live, draft) = joins;
        changes.push(Change {
            pointer: "/activity/join".to_owned(),
            kind: ChangeKind::Join { live, draft },
        });
    } else if unknown && live.activity.join.id().unwrap_or("and") != draft.activity.join.id().unwrap_or("and") {
        let value = |campaign: &Campaign| campaign.activity.join.id().map(Value::from);
        changes.push(Change {
            pointer: "/activity/join".to_owned(),
            kind: ChangeKind::Part {
                part: ChangedPart::Unknown("join".to_owned()),
                live: value(live),
                draft: value(draft),
            },
        });
    }
    let nodes = |campaign: &Campaign| -> Vec<Node> {
        let conditions = campaign.activity.conditions.iter();
        conditions.map(|condition| Node::Condition(condition.clone())).collect()
    };
    let (from, to) = (nodes(live), nodes(draft));
    let at = "/activity/conditions";
    let mut comparison = Comparison::new(changes);
    comparison.lists(&branches(&from, at), &branches(&to, at), at);
    comparison.pair_moved();
}

impl<'c> Comparison<'c> {
    fn new(changes: &'c mut Vec<Change>) -> Self {
        Self {
            changes,
            added: Vec::new(),
            removed: Vec::new(),
        }
    }

    fn push(&mut self, pointer: &str, kind: ChangeKind) {
        self.changes.push(Change {
            pointer: pointer.to_owned(),
            kind,
        });
    }

    fn groups(&mut self, live: &Group, draft: &Group, pointer: &str) {
        if live.joiner != draft.joiner {
            let (live, draft) = (live.joiner, draft.joiner);
            self.push(pointer, ChangeKind::Joiner { live, draft });
        }
        self.extras(&live.extras, &draft.extras, pointer);
        let inside = |group: &Group| format!("{pointer}/{}", crate::campaign::Named::id(group.joiner));
        // A muted outermost group launches as an empty one.
        let children = |group: &'_ Group| {
            if group.muted {
                Vec::new()
            } else {
                group.children.clone()
            }
        };
        let (from, to) = (children(live), children(draft));
        self.lists(&branches(&from, &inside(live)), &branches(&to, &inside(draft)), pointer);
    }

    fn extras(&mut self, live: &Extras, draft: &Extras, pointer: &str) {
        let gone = live.keys().filter(|key| draft.get(key).is_none());
        let keys: Vec<&str> = draft.keys().chain(gone).collect();
        for key in keys.into_iter().filter(|key| live.get(key) != draft.get(key)) {
            let kind = ChangeKind::Part {
                part: ChangedPart::Unknown(key.to_owned()),
                live: live.get(key).cloned(),
                draft: draft.get(key).cloned(),
            };
            self.push(pointer, kind);
        }
    }

    /// Compares what two groups hold; `holder` is the draft's group.
    fn lists(&mut self, live: &[Branch<'_>], draft: &[Branch<'_>], holder: &str) {
        let pairs = paired(live, draft);
        let stays = longest_rising(&pairs);
        for (to, branch) in draft.iter().enumerate() {
            let Some(from) = pairs[to] else {
                self.added.push(Lone {
                    change: self.changes.len(),
                    says: branch.says.clone(),
                });
                self.push(&branch.pointer, ChangeKind::Added(branch.node.clone()));
                continue;
            };
            if !stays[to] {
                self.push(&branch.pointer, ChangeKind::Moved(branch.node.clone()));
            }
            if live[from].says == branch.says {
                continue;
            }
            match (live[from].node, branch.node) {
                (Node::Group(live), Node::Group(draft)) => self.groups(live, draft, &branch.pointer),
                (Node::Condition(live), Node::Condition(draft)) => {
                    let (live, draft) = (live.clone(), draft.clone());
                    self.push(&branch.pointer, ChangeKind::Changed { live, draft });
                }
                // Groups are paired only with groups, conditions only with conditions; saved audiences only with what says the same.
                _ => {}
            }
        }
        for (from, branch) in live.iter().enumerate() {
            if !pairs.contains(&Some(from)) {
                self.removed.push(Lone {
                    change: self.changes.len(),
                    says: branch.says.clone(),
                });
                self.push(holder, ChangeKind::Removed(branch.node.clone()));
            }
        }
    }

    /// Turns what left one group and entered another into moves.
    fn pair_moved(mut self) {
        let mut gone = Vec::new();
        for added in &self.added {
            let Some(at) = self.removed.iter().position(|removed| removed.says == added.says) else {
                continue;
            };
            gone.push(self.removed.remove(at).change);
            if let ChangeKind::Added(node) = &self.changes[added.change].kind {
                self.changes[added.change].kind = ChangeKind::Moved(node.clone());
            }
        }
        let mut index = 0;
        self.changes.retain(|_| {
            index += 1;
            !gone.contains(&(index - 1))
        });
    }
}

/// Returns the nodes that count, each with its index among all of them.
fn branches<'a>(nodes: &'a [Node], inside: &str) -> Vec<Branch<'a>> {
    let counted = nodes.iter().enumerate().filter(|(_, node)| !node.muted());
    counted
        .map(|(index, node)| Branch {
            node,
            says: says(node),
            pointer: format!("{inside}/{index}"),
        })
        .collect()
}

/// Returns what a node says, without what does not count.
fn says(node: &Node) -> Value {
    let extras = |extras: &Extras| -> Vec<Value> {
        let mut all: Vec<Value> = extras.keys().map(|key| json!([key, extras.get(key)])).collect();
        all.sort_by_key(Value::to_string);
        all
    };
    match node {
        Node::Group(group) => {
            let children = group.children.iter().filter(|child| !child.muted());
            let children: Vec<Value> = children.map(says).collect();
            json!([
                crate::campaign::Named::id(group.joiner),
                children,
                extras(&group.extras)
            ])
        }
        Node::Saved(saved) => json!({ "saved": saved.name, "extras": extras(&saved.extras) }),
        Node::Condition(condition) => {
            let Condition {
                field,
                key,
                operator,
                value,
                ..
            } = condition;
            // A value that is missing is not a value that is null.
            let value: Vec<&Value> = value.iter().collect();
            json!({ "field": field.id(), "key": key, "operator": operator.id(), "value": value, "extras": extras(&condition.extras) })
        }
    }
}

/// How much two nodes have in common; 0 keeps them apart.
type Likeness = fn(&Branch<'_>, &Branch<'_>) -> usize;

/// Finds for every node of the draft the live one that it was, if any: first an equal one, then the same question, then the most similar group.
fn paired(live: &[Branch<'_>], draft: &[Branch<'_>]) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; draft.len()];
    let likeness: [Likeness; 3] = [same, same_question, shared];
    for like in likeness {
        for to in 0..draft.len() {
            if pairs[to].is_some() {
                continue;
            }
            let free = (0..live.len()).filter(|from| !pairs.contains(&Some(*from)));
            // The first of the most similar, so that what stands in order stays in order.
            let best = free.rev().max_by_key(|from| like(&live[*from], &draft[to]));
            pairs[to] = best.filter(|from| like(&live[*from], &draft[to]) > 0);
        }
    }
    pairs
}

/// Returns whether two nodes say the same.
fn same(live: &Branch<'_>, draft: &Branch<'_>) -> usize {
    usize::from(live.says == draft.says)
}

/// Returns whether two conditions ask about the same thing; more when they also compare alike.
fn same_question(live: &Branch<'_>, draft: &Branch<'_>) -> usize {
    match (live.node, draft.node) {
        (Node::Condition(live), Node::Condition(draft)) if live.field == draft.field && live.key == draft.key => {
            1 + usize::from(live.operator == draft.operator)
        }
        _ => 0,
    }
}

/// Returns how much two groups have in common.
fn shared(live: &Branch<'_>, draft: &Branch<'_>) -> usize {
    let (Node::Group(live), Node::Group(draft)) = (live.node, draft.node) else {
        return 0;
    };
    let (mut from, mut to) = (Vec::new(), Vec::new());
    leaves(live, &mut from);
    leaves(draft, &mut to);
    let score = |one: &Condition| {
        let like = |other: &&&Condition| other.field == one.field && other.key == one.key;
        to.iter().filter(like).map(|other| 1 + usize::from(*other == one)).max()
    };
    let total: usize = from.into_iter().filter_map(score).sum();
    total + usize::from(live.children.is_empty() && draft.children.is_empty())
}

fn leaves<'a>(group: &'a Group, found: &mut Vec<&'a Condition>) {
    for child in group.children.iter().filter(|child| !child.muted()) {
        match child {
            Node::Group(inner) => leaves(inner, found),
            Node::Condition(condition) => found.push(condition),
            Node::Saved(_) => {}
        }
    }
}

/// Decides which paired nodes keep their order: as many as possible. The others have moved.
fn longest_rising(pairs: &[Option<usize>]) -> Vec<bool> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (here, from) in pairs.iter().enumerate() {
        let before = (0..here).filter(|before| from.is_some() && pairs[*before].is_some() && pairs[*before] < *from);
        let longest = before.max_by_key(|before| (best[*before].0, usize::MAX - before));
        best.push((
            longest.map_or(0, |before| best[before].0) + usize::from(from.is_some()),
            longest,
        ));
    }
    let mut stays = vec![false; pairs.len()];
    let mut at = (0..pairs.len()).max_by_key(|at| (best[*at].0, usize::MAX - at));
    while let Some(here) = at.filter(|here| pairs[*here].is_some()) {
        stays[here] = true;
        at = best[here].1;
    }
    stays
}
