//! Rows and their parts, by places of the campaign's file.

use crate::{
    campaign::{Group, Named, Node, NodePath},
    engine::NodeLocation,
};

/// A part of a row that the keyboard can be sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowPart {
    /// What the condition is about.
    #[default]
    Field,
    /// The name of a custom attribute.
    Key,
    /// How it is compared.
    Operator,
    /// What it is compared with.
    Value,
}

/// Returns the row that a JSON Pointer leads to, and the part of it that is named. `None` for a place outside audience and activity, and for
/// the audience as a whole.
pub fn locate(pointer: &str, audience: &Group) -> Option<(NodeLocation, Option<RowPart>)> {
    if let Some(rest) = pointer.strip_prefix("/activity/conditions/") {
        let (index, part) = rest.split_once('/').unwrap_or((rest, ""));
        return Some((NodeLocation::Activity(index.parse().ok()?), part_of(part)));
    }
    let mut words = pointer.strip_prefix("/audience/")?.split('/');
    let mut group = audience;
    let mut path = NodePath::default();
    loop {
        let joiner = words.next();
        let index = words.next().and_then(|index| index.parse::<usize>().ok());
        let (Some(joiner), Some(index)) = (joiner, index) else {
            // The group itself, or something about it.
            return (!path.0.is_empty()).then_some((NodeLocation::Audience(path), None));
        };
        if joiner != group.joiner.id() {
            return None;
        }
        path = path.child(index);
        match group.children.get(index)? {
            Node::Group(inner) => group = inner,
            // Places within its conditions lead to the row that names them.
            Node::Saved(_) => return Some((NodeLocation::Audience(path), None)),
            Node::Condition(_) => {
                return Some((NodeLocation::Audience(path), words.next().and_then(part_of)));
            }
        }
    }
}

fn part_of(word: &str) -> Option<RowPart> {
    match word.split('/').next()? {
        "field" => Some(RowPart::Field),
        "key" => Some(RowPart::Key),
        "operator" => Some(RowPart::Operator),
        "value" => Some(RowPart::Value),
        _ => None,
    }
}
