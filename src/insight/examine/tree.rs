//! The deciding parts of a rule, each with its place and with how it is joined to its neighbours.

use crate::campaign::{Campaign, Condition, Group, Join, Joiner, Named, Node, NodePath, Operator};
use crate::engine::Place;
use crate::insight::solver::{Space, Term};

/// A group or a condition that takes part in decisions.
pub(super) struct Part {
    /// Its own number.
    pub number: usize,
    /// Where it stands, as a JSON Pointer into the file.
    pub pointer: String,
    /// Whether it has to hold rather than not to hold, as the groups around it want it.
    pub positive: bool,
    /// Whether one of its members is enough; otherwise each of them has to be as the group wants it.
    pub alternatives: bool,
    /// Whether it joins by *any* what one and the same thing must not be.
    pub exclusions: bool,
    /// Its deciding members.
    pub children: Vec<Part>,
    kind: Kind,
}

enum Kind {
    /// The condition with this number in the solver's space.
    Condition(usize),
    Group(Joiner),
}

impl Part {
    /// How many conditions it holds.
    pub fn conditions(&self) -> usize {
        match self.kind {
            Kind::Condition(_) => 1,
            Kind::Group(_) => self.children.iter().map(Part::conditions).sum(),
        }
    }

    /// The innermost part that holds everything that this one does.
    pub fn widest_choice(&self) -> &Part {
        match &self.children[..] {
            [only] if only.conditions() > 1 => only.widest_choice(),
            _ => self,
        }
    }

    /// What it says without the parts that are gone; `None` when that is nothing.
    pub fn term(&self, gone: &[usize]) -> Option<Term> {
        if gone.contains(&self.number) {
            return None;
        }
        let joiner = match self.kind {
            Kind::Condition(number) => return Some(Term::Holds(number)),
            Kind::Group(joiner) => joiner,
        };
        let members: Vec<Term> = self.children.iter().filter_map(|child| child.term(gone)).collect();
        (!members.is_empty()).then(|| match joiner {
            Joiner::All => Term::All(members),
            Joiner::Any => Term::Any(members),
            Joiner::None => Term::Any(members).negated(),
        })
    }

    /// The same as the groups around it want it.
    pub fn wanted(&self, gone: &[usize]) -> Option<Term> {
        let term = self.term(gone)?;
        Some(if self.positive { term } else { term.negated() })
    }
}

/// Audience and activity, joined; `None` when nothing in them decides.
pub(super) fn parts(campaign: &Campaign, space: &Space) -> Option<Part> {
    let mut reader = Reader { space, parts: 0 };
    let audience = reader.group(&campaign.audience, NodePath::default(), "/audience".to_owned(), true);
    let places = (0..campaign.activity.conditions.len()).map(|index| (Place::Activity(index), index));
    let conditions: Vec<Part> = places
        .filter_map(|(place, index)| reader.condition(&place, format!("/activity/conditions/{index}"), true))
        .collect();
    let activity = reader.join(Joiner::All, conditions, "/activity".to_owned(), true);
    let joiner = match campaign.activity.join() {
        Join::And => Joiner::All,
        Join::Or => Joiner::Any,
    };
    reader.join(
        joiner,
        audience.into_iter().chain(activity).collect(),
        "/audience".to_owned(),
        true,
    )
}

struct Reader<'s> {
    space: &'s Space,
    parts: usize,
}

impl Reader<'_> {
    fn number(&mut self) -> usize {
        self.parts += 1;
        self.parts
    }

    fn group(&mut self, group: &Group, path: NodePath, pointer: String, positive: bool) -> Option<Part> {
        let inner = group.joiner.requirement(positive).positive;
        let mut children = Vec::new();
        for (index, child) in group.children.iter().enumerate() {
            let (path, pointer) = (path.child(index), format!("{pointer}/{}/{index}", group.joiner.id()));
            children.extend(match child {
                Node::Group(inside) => self.group(inside, path, pointer, inner),
                Node::Condition(_) => self.condition(&Place::Audience(path), pointer, inner),
            });
        }
        let exclusions = group.joiner == Joiner::Any && children.len() > 1 && excludes(group);
        let number = self.number();
        (!children.is_empty()).then_some(Part {
            number,
            pointer,
            positive,
            alternatives: positive == (group.joiner == Joiner::Any),
            exclusions,
            children,
            kind: Kind::Group(group.joiner),
        })
    }

    /// Several parts as one; one alone stays as it is.
    fn join(&mut self, joiner: Joiner, mut children: Vec<Part>, pointer: String, positive: bool) -> Option<Part> {
        if children.len() < 2 {
            return children.pop();
        }
        Some(Part {
            number: self.number(),
            pointer,
            positive,
            alternatives: positive == (joiner == Joiner::Any),
            exclusions: false,
            children,
            kind: Kind::Group(joiner),
        })
    }

    /// A condition that takes part.
    fn condition(&mut self, place: &Place, pointer: String, positive: bool) -> Option<Part> {
        let condition = self.space.conditions.iter().position(|known| known.place == *place)?;
        Some(Part {
            number: self.number(),
            pointer,
            positive,
            alternatives: false,
            exclusions: false,
            children: Vec::new(),
            kind: Kind::Condition(condition),
        })
    }
}

/// Whether all members that are not muted say what one and the same thing must not be.
fn excludes(group: &Group) -> bool {
    let members = group.children.iter().filter(|child| !child.muted());
    let subjects: Option<Vec<_>> = members
        .map(|node| match node {
            Node::Group(_) => None,
            Node::Condition(condition) => excluded(condition),
        })
        .collect();
    subjects.is_some_and(|subjects| subjects.windows(2).all(|pair| pair[0] == pair[1]))
}

/// What a condition says must not be something.
fn excluded(condition: &Condition) -> Option<(&'static str, &str)> {
    let negative = matches!(
        condition.operator.known()?,
        Operator::NotEquals | Operator::NotContains | Operator::NoneOf
    );
    let subject = (
        condition.field.known()?.id(),
        condition.key.as_deref().unwrap_or_default(),
    );
    negative.then_some(subject)
}
