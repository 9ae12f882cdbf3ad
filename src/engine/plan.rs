//! The effective part of a rule: what takes part in decisions, without muted, unfinished and empty parts.
//!
//! A saved audience whose conditions are not known here leaves nobody: the whole rule is then one condition in its place that never holds.
//!
//! Every reader of a rule uses this walk, so that all agree about what takes part.

use super::compiled::CompiledCondition;
use crate::campaign::{Campaign, Condition, Group, Join, Joiner, Node, NodePath};

/// The effective part of a rule, or of a part of it.
#[derive(Debug, Clone)]
pub(crate) enum Plan<A> {
    /// One condition.
    Condition(A),
    /// Joined parts.
    Join {
        /// How they are joined.
        joiner: Joiner,
        /// The whole that they are parts of.
        whole: Whole,
        /// Never empty.
        parts: Vec<Plan<A>>,
    },
}

/// A whole that has parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whole {
    /// The audience with the activity.
    Rule,
    /// A group of the audience.
    Group(NodePath),
    /// The activity.
    Activity,
}

impl Whole {
    /// Returns it as a JSON Pointer into the campaign's file: that of the audience for the whole rule.
    pub(crate) fn pointer(&self, campaign: &Campaign) -> String {
        match self {
            Whole::Rule => campaign.audience.pointer(&NodePath::default()),
            Whole::Group(path) => campaign.audience.pointer(path),
            Whole::Activity => "/activity".to_owned(),
        }
    }
}

/// Where a condition stands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Spot<'p> {
    /// In the audience tree: the child to take at each level.
    Audience(&'p [usize]),
    /// The activity condition with this number.
    Activity(usize),
}

impl Spot<'_> {
    /// Returns it as a JSON Pointer into the campaign's file.
    pub(crate) fn pointer(self, campaign: &Campaign) -> String {
        match self {
            Spot::Audience(path) => campaign.audience.pointer(&NodePath(path.to_vec())),
            Spot::Activity(index) => format!("/activity/conditions/{index}"),
        }
    }
}

/// Reads a campaign's rule; `ask` maps each condition that takes part. `None` is a rule without any condition.
pub(crate) fn plan<'c, A>(
    campaign: &'c Campaign,
    ask: &mut impl FnMut(&'c Condition, CompiledCondition, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    if campaign.audience.unresolved().is_some() {
        return plan_audience(campaign, ask);
    }
    let audience = plan_audience(campaign, ask);
    let activity = plan_activity(campaign, ask);
    match (audience, activity) {
        (Some(audience), Some(activity)) => {
            let joiner = match campaign.activity.join() {
                Join::And => Joiner::All,
                Join::Or => Joiner::Any,
            };
            Some(Plan::Join {
                joiner,
                whole: Whole::Rule,
                parts: vec![audience, activity],
            })
        }
        (audience, activity) => audience.or(activity),
    }
}

/// Reads only a campaign's audience.
pub(crate) fn plan_audience<'c, A>(
    campaign: &'c Campaign,
    ask: &mut impl FnMut(&'c Condition, CompiledCondition, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    match campaign.audience.unresolved() {
        Some((path, _)) => plan_nobody(&path, ask),
        None => plan_group(&campaign.audience, &mut Vec::new(), ask),
    }
}

/// Reads only a campaign's activity: all of its conditions.
pub(crate) fn plan_activity<'c, A>(
    campaign: &'c Campaign,
    ask: &mut impl FnMut(&'c Condition, CompiledCondition, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    let conditions = campaign.activity.conditions.iter().enumerate();
    let parts = conditions
        .filter_map(|(index, condition)| plan_condition(condition, Spot::Activity(index), ask))
        .collect();
    join(Joiner::All, parts, || Whole::Activity)
}

fn plan_group<'c, A>(
    group: &'c Group,
    path: &mut Vec<usize>,
    ask: &mut impl FnMut(&'c Condition, CompiledCondition, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    if group.muted {
        return None;
    }
    let mut parts = Vec::with_capacity(group.children.len());
    for (index, node) in group.children.iter().enumerate() {
        path.push(index);
        parts.extend(match node {
            Node::Group(inner) => plan_group(inner, path, ask),
            Node::Condition(condition) => plan_condition(condition, Spot::Audience(path), ask),
            // A muted one.
            Node::Saved(_) => None,
        });
        path.pop();
    }
    join(group.joiner, parts, || Whole::Group(NodePath(path.clone())))
}

/// Reads a rule that holds for nobody, because of what stands at a path.
fn plan_nobody<'c, A>(
    path: &NodePath,
    ask: &mut impl FnMut(&'c Condition, CompiledCondition, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    Group::nobody().children.iter().find_map(|node| match node {
        Node::Condition(never) => plan_condition(never, Spot::Audience(&path.0), ask),
        Node::Group(_) | Node::Saved(_) => None,
    })
}

fn plan_condition<'c, A>(
    condition: &'c Condition,
    spot: Spot<'_>,
    ask: &mut impl FnMut(&'c Condition, CompiledCondition, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    if condition.muted {
        return None;
    }
    let compiled = CompiledCondition::of(condition).ok()?;
    Some(Plan::Condition(ask(condition, compiled, spot)))
}

fn join<A>(joiner: Joiner, parts: Vec<Plan<A>>, whole: impl FnOnce() -> Whole) -> Option<Plan<A>> {
    (!parts.is_empty()).then(|| Plan::Join {
        joiner,
        whole: whole(),
        parts,
    })
}

impl<A> Plan<A> {
    /// Returns what `ask` made of the conditions, in order.
    pub(crate) fn asks(&self) -> Vec<&A> {
        fn add<'p, A>(plan: &'p Plan<A>, found: &mut Vec<&'p A>) {
            match plan {
                Plan::Condition(ask) => found.push(ask),
                Plan::Join { parts, .. } => parts.iter().for_each(|part| add(part, found)),
            }
        }
        let mut found = Vec::new();
        add(self, &mut found);
        found
    }
}
