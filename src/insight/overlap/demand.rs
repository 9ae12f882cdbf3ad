//! What a rule speaks of, and what it demands of one value whatever else it says.

use crate::campaign::{Activity, Bond, Campaign, Condition, Field, FieldType, Group, Join, Joiner, Node};
use crate::engine;

/// Something about a visitor that conditions speak of. Values that are bound to each other are one subject.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    /// Page views and visits.
    Pages,
    /// Views, what is done with them, the first showing and the present day.
    Showings,
    /// Any other field.
    Field(Field),
    /// A custom attribute.
    Custom(String),
}

impl Subject {
    /// Whether it is the address of the page.
    pub(super) fn is_page_address(&self) -> bool {
        matches!(self, Subject::Field(field) if field.spec().is_page_address())
    }

    fn of(condition: &Condition) -> Option<Subject> {
        engine::finished(condition).ok()?;
        let spec = condition.field.known()?.spec();
        Some(match spec.kind {
            FieldType::Custom => Subject::Custom(condition.key.clone().unwrap_or_default()),
            FieldType::Url
            | FieldType::WholeNumber
            | FieldType::Language
            | FieldType::Choice
            | FieldType::Version
            | FieldType::Date
            | FieldType::Percent
            | FieldType::Flag => match spec.bond {
                Bond::PageViews | Bond::PagesOpened => Subject::Pages,
                Bond::Shown | Bond::WithinShown | Bond::FirstShown | Bond::Present => Subject::Showings,
                Bond::Free => Subject::Field(spec.field),
            },
        })
    }
}

/// What a rule speaks of.
pub(super) type Subjects = Vec<Subject>;

/// Everything that the effective part of a rule speaks of.
pub(super) fn subjects(campaign: &Campaign) -> Subjects {
    let mut found = Subjects::new();
    let mut note = |condition: &Condition| {
        if let Some(subject) = Subject::of(condition).filter(|_| !condition.muted)
            && !found.contains(&subject)
        {
            found.push(subject);
        }
    };
    each_condition(&campaign.audience, &mut note);
    campaign.activity.conditions.iter().for_each(note);
    found
}

fn each_condition(group: &Group, note: &mut impl FnMut(&Condition)) {
    if group.muted {
        return;
    }
    for child in &group.children {
        match child {
            Node::Group(inner) => each_condition(inner, note),
            Node::Condition(condition) => note(condition),
        }
    }
}

/// The demands of a rule on one subject each, as campaigns that say nothing else: in the campaign's zone and with its repeat cycle. Demands on
/// views, clicks and closes alone are left out: those are kept for each campaign apart, so that they exclude nothing of another.
pub(super) fn demands(campaign: &Campaign) -> Vec<(Subject, Campaign)> {
    let mut found: Vec<(Subject, Vec<Node>)> = Vec::new();
    let effective: Vec<&Condition> = campaign
        .activity
        .conditions
        .iter()
        .filter(|condition| !condition.muted && Subject::of(condition).is_some())
        .collect();
    let audience = Node::Group(campaign.audience.clone());
    // With either being enough, neither is demanded.
    if effective.is_empty() || campaign.activity.join() == Join::And || spoken_of(&audience).is_empty() {
        gather(&audience, true, &mut found);
        for condition in effective {
            gather(&Node::Condition(condition.clone()), true, &mut found);
        }
    }
    let alone = |nodes: Vec<Node>| Campaign {
        audience: Group::of(Joiner::All, nodes),
        activity: Activity::default(),
        ..campaign.clone()
    };
    found
        .into_iter()
        .filter(|(subject, nodes)| *subject != Subject::Showings || nodes.iter().any(is_dated))
        .map(|(subject, nodes)| (subject, alone(nodes)))
        .collect()
}

/// Whether a node asks for dates.
fn is_dated(node: &Node) -> bool {
    match node {
        Node::Group(group) => group.children.iter().any(is_dated),
        Node::Condition(condition) => {
            let field = condition.field.known();
            field.is_some_and(|field| field.spec().kind == FieldType::Date)
        }
    }
}

/// Collects what a node demands when it has to hold, or has not to hold.
fn gather(node: &Node, positive: bool, found: &mut Vec<(Subject, Vec<Node>)>) {
    if node.muted() {
        return;
    }
    if let [subject] = &spoken_of(node)[..] {
        let node = if positive {
            node.clone()
        } else {
            Node::Group(Group::of(Joiner::None, vec![node.clone()]))
        };
        match found.iter_mut().find(|(known, _)| known == subject) {
            Some((_, nodes)) => nodes.push(node),
            None => found.push((subject.clone(), vec![node])),
        }
        return;
    }
    let Node::Group(group) = node else { return };
    let required = group.joiner.requirement(positive);
    // One member alone is demanded, too.
    let effective = group
        .children
        .iter()
        .filter(|child| !spoken_of(child).is_empty())
        .count();
    if required.all || effective == 1 {
        let gathered = |child| gather(child, required.positive, found);
        group.children.iter().for_each(gathered);
    }
}

/// Everything that the effective part of a node speaks of.
fn spoken_of(node: &Node) -> Subjects {
    let mut found = Subjects::new();
    let mut note = |condition: &Condition| {
        if let Some(subject) = Subject::of(condition).filter(|_| !condition.muted)
            && !found.contains(&subject)
        {
            found.push(subject);
        }
    };
    match node {
        Node::Group(group) => each_condition(group, &mut note),
        Node::Condition(condition) => note(condition),
    }
    found
}
