//! What a rule is about, and what it requires of one value regardless of the rest.

use crate::campaign::{Activity, Bond, Campaign, Condition, Field, FieldType, Group, Joiner, Node, Schedule};
use crate::engine::parts::{ConditionTest, Plan, plan};

/// Something about a visitor that conditions ask about. Values that are bound to each other are one subject.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    /// Page views, visits, sessions and the pages of the present one.
    Pages,
    /// Views, what is done with them, the first showing and the present day.
    Showings,
    /// Time that passes on the page and on the site.
    Elapsed,
    /// Any other field. An address includes its parameters.
    Field(Field),
    /// The value of a field under a key.
    Keyed(Field, String),
}

impl Subject {
    /// Returns whether it is the address of the page.
    pub(super) fn is_page_address(&self) -> bool {
        matches!(self, Subject::Field(field) if field.spec().is_page_address())
    }

    fn of(test: &ConditionTest) -> Subject {
        let field = test.field();
        match field.spec().bond {
            Bond::PageViews | Bond::PagesOpened | Bond::Sessions | Bond::SessionPages => Subject::Pages,
            Bond::Shown | Bond::WithinShown | Bond::FirstShown | Bond::Present => Subject::Showings,
            Bond::Elapsed => Subject::Elapsed,
            Bond::Within(address) => Subject::Field(address),
            Bond::Free => match test.key() {
                Some(key) => Subject::Keyed(field, key.to_owned()),
                None => Subject::Field(field),
            },
        }
    }
}

/// What a rule is about.
pub(super) type Subjects = Vec<Subject>;

/// A condition that takes part, with its subject.
type Asked<'c> = (Subject, &'c Condition);

/// Reads the effective part of a rule.
fn read(campaign: &Campaign) -> Option<Plan<Asked<'_>>> {
    plan(campaign, &mut |condition, compiled, _| {
        (Subject::of(compiled.test()), condition)
    })
}

/// Returns everything that the effective part of a rule is about.
pub(super) fn subjects(campaign: &Campaign) -> Subjects {
    read(campaign).as_ref().map_or_else(Subjects::new, spoken_of)
}

/// Returns the constraints of a rule on one subject each, as campaigns that say nothing else, in the campaign's zone and with its repeat cycle. Constraints
/// on views, clicks and closes alone are left out: each campaign keeps these separately, so they exclude nothing of another.
pub(super) fn constraints(campaign: &Campaign) -> Vec<(Subject, Campaign)> {
    let mut found: Vec<(Subject, Vec<Literal<'_>>)> = Vec::new();
    let rule = read(campaign);
    if let Some(rule) = &rule {
        gather(rule, true, &mut found);
    }
    let alone = |literals: Vec<Literal<'_>>| Campaign {
        audience: Group::of(Joiner::All, literals.iter().map(Literal::to_node).collect()),
        activity: Activity::default(),
        // When it is open is no constraint of its rule.
        schedule: Schedule {
            runs: None,
            hours: Vec::new(),
            only_in_hours: false,
            ..campaign.schedule.clone()
        },
        ..campaign.clone()
    };
    found
        .into_iter()
        .filter(|(subject, literals)| {
            *subject != Subject::Showings || literals.iter().any(|literal| is_dated(literal.part))
        })
        .map(|(subject, literals)| (subject, alone(literals)))
        .collect()
}

/// A part that has to hold, or has not to hold.
struct Literal<'p> {
    part: &'p Plan<Asked<'p>>,
    positive: bool,
}

impl Literal<'_> {
    fn to_node(&self) -> Node {
        let node = node(self.part);
        match self.positive {
            true => node,
            false => Node::Group(Group::of(Joiner::None, vec![node])),
        }
    }
}

/// Returns a part as a separate tree.
fn node(part: &Plan<Asked<'_>>) -> Node {
    match part {
        Plan::Condition((_, condition)) => Node::Condition((*condition).clone()),
        Plan::Join { joiner, parts, .. } => Node::Group(Group::of(*joiner, parts.iter().map(node).collect())),
    }
}

/// Returns whether a part asks for dates.
fn is_dated(part: &Plan<Asked<'_>>) -> bool {
    let fields = part
        .asks()
        .into_iter()
        .filter_map(|(_, condition)| condition.field.known());
    fields.map(Field::spec).any(|spec| spec.kind == FieldType::Date)
}

/// Collects what a part requires when it has to hold, or must not hold. Constraints that apply together are collected one by one.
fn gather<'p>(part: &'p Plan<Asked<'p>>, positive: bool, found: &mut Vec<(Subject, Vec<Literal<'p>>)>) {
    if let Plan::Join { joiner, parts, .. } = part {
        let required = joiner.requirement(positive);
        // A single member is required, too.
        if required.all || parts.len() == 1 {
            return parts.iter().for_each(|part| gather(part, required.positive, found));
        }
    }
    if let [subject] = &spoken_of(part)[..] {
        let literal = Literal { part, positive };
        match found.iter_mut().find(|(known, _)| known == subject) {
            Some((_, all)) => all.push(literal),
            None => found.push((subject.clone(), vec![literal])),
        }
    }
}

/// Returns everything that a part is about.
fn spoken_of(part: &Plan<Asked<'_>>) -> Subjects {
    let mut found = Subjects::new();
    for (subject, _) in part.asks() {
        if !found.contains(subject) {
            found.push(subject.clone());
        }
    }
    found
}
