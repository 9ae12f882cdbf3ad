//! One comparison of another notation, turned into the condition or the group that asks the same; what nothing asks becomes a condition that stops a
//! launch.

use serde_json::Value;

use super::value::{fitting, listed};
use super::{Loss, LossKind};
use crate::campaign::{
    CATALOGUE, Condition, Extras, Field, FieldType, Group, Joiner, Named, Node, Operator, Word, one_line,
};
use crate::engine::finished;

/// The key under which the source of a condition stays in the file.
pub(super) const SOURCE: &str = "source";
/// Most characters of a source that a sentence quotes.
const QUOTED: usize = 60;

/// A comparison, in the positive form that both notations share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Test {
    /// Is this value.
    Is,
    /// Is more than it.
    More,
    /// Is less than it.
    Less,
    /// Is it or more.
    AtLeast,
    /// Is it or less.
    AtMost,
    /// Has it as a part.
    Has,
    /// Begins with it.
    Begins,
    /// Is one of these.
    In,
    /// Is there at all.
    Given,
}

/// Reads comparisons, and collects what is lost.
#[derive(Default)]
pub(super) struct Asker {
    pub losses: Vec<Loss>,
}

impl Asker {
    pub(super) fn lose(&mut self, place: &str, kind: LossKind) {
        self.losses.push(Loss {
            place: place.to_owned(),
            kind,
        });
    }

    /// Returns what stands for something that no condition asks.
    pub(super) fn unknown(&mut self, source: &Value, place: &str) -> Node {
        let text = one_line(&source.to_string());
        let word = match text.char_indices().nth(QUOTED) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        };
        self.lose(place, LossKind::Unknown(word.clone()));
        let mut extras = Extras::default();
        extras.set(SOURCE, source.clone());
        Node::Condition(Condition {
            field: Word::Unknown(word),
            extras,
            ..Condition::default()
        })
    }

    /// Returns what asks a comparison of the value under a name, or its opposite.
    pub(super) fn ask(
        &mut self,
        name: &str,
        (test, positive): (Test, bool),
        value: &Value,
        (source, place): (&Value, &str),
    ) -> Node {
        let (field, key, own) = named(name);
        if !own {
            self.lose(place, LossKind::Attribute(name.to_owned()));
        }
        let one = |operator: Operator, value: Option<Value>| Condition {
            field: Word::Known(field),
            key: key.clone(),
            operator: Word::Known(operator),
            value,
            ..Condition::default()
        };
        let given = || Some(fitting(field, value));
        let takes = |operator: Operator| field.spec().operators.contains(&operator);
        let node = match operator_of(field, test) {
            Some(operator) => {
                let value = operator.wants_value().then(|| match operator.wants_list() {
                    true => listed(value).map_or(Value::Null, |items| fitting(field, &Value::Array(items))),
                    false => fitting(field, value),
                });
                match (positive, opposite(operator).filter(|opposite| takes(*opposite))) {
                    (true, _) => Some(Node::Condition(one(operator, value))),
                    (false, Some(opposite)) => Some(Node::Condition(one(opposite, value))),
                    (false, None) => Some(none(vec![Node::Condition(one(operator, value))])),
                }
            }
            None => {
                let parts = match test {
                    Test::AtLeast if takes(Operator::GreaterThan) => Some(vec![
                        one(Operator::GreaterThan, given()),
                        one(Operator::Equals, given()),
                    ]),
                    Test::AtMost if takes(Operator::LessThan) => {
                        Some(vec![one(Operator::LessThan, given()), one(Operator::Equals, given())])
                    }
                    Test::In if takes(Operator::Equals) => listed(value).map(|items| {
                        let is = |item: &Value| one(Operator::Equals, Some(fitting(field, item)));
                        items.iter().map(is).collect()
                    }),
                    _ => None,
                };
                parts.filter(|parts| !parts.is_empty()).map(|parts| {
                    let parts = parts.into_iter().map(Node::Condition).collect();
                    match positive {
                        true => Node::Group(Group::of(Joiner::Any, parts)),
                        false => none(parts),
                    }
                })
            }
        };
        match node {
            Some(mut node) => {
                if !is_finished(&node) {
                    self.lose(place, LossKind::Value);
                    keep_source(&mut node, source);
                }
                node
            }
            None => self.unknown(source, place),
        }
    }
}

/// Returns the group in which none of these holds.
pub(super) fn none(parts: Vec<Node>) -> Node {
    Node::Group(Group::of(Joiner::None, parts))
}

fn is_finished(node: &Node) -> bool {
    match node {
        Node::Condition(condition) => finished(condition).is_ok(),
        Node::Group(group) => group.children.iter().all(is_finished),
        Node::Saved(_) => false,
    }
}

fn keep_source(node: &mut Node, source: &Value) {
    match node {
        Node::Condition(condition) => condition.extras.set(SOURCE, source.clone()),
        Node::Group(group) => group.extras.set(SOURCE, source.clone()),
        Node::Saved(saved) => saved.extras.set(SOURCE, source.clone()),
    }
}

/// Returns the name under which other programs know the value that a condition asks about.
pub(super) fn name_of(field: Field, key: Option<&str>) -> String {
    match key.filter(|_| field.spec().kind.has_keys()) {
        Some(key) => format!("{}.{}", field.spec().id, crate::engine::trim(key)),
        None => field.spec().id.to_owned(),
    }
}

/// Returns the field and the key of a name, and whether it is one of Beckon's own; any other is an attribute.
fn named(name: &str) -> (Field, Option<String>, bool) {
    let (head, key) = name
        .split_once('.')
        .map_or((name, None), |(head, key)| (head, Some(key)));
    let spec = CATALOGUE.iter().find(|spec| spec.id == head);
    match (spec, key) {
        (Some(spec), Some(key)) if spec.kind.has_keys() && !key.is_empty() => (spec.field, Some(key.to_owned()), true),
        (Some(spec), None) if !spec.kind.has_keys() => (spec.field, None, true),
        _ => (Field::Custom, Some(name.to_owned()), false),
    }
}

/// Whether a name is that of an attribute or a parameter, which may be missing.
pub(super) fn is_attribute(name: &str) -> bool {
    matches!(named(name).0.spec().kind, FieldType::Custom | FieldType::Parameter)
}

/// Returns the operator with which a field asks a comparison; `None` when it has none.
fn operator_of(field: Field, test: Test) -> Option<Operator> {
    let dated = field.spec().kind == FieldType::Date;
    let operator = match test {
        Test::Is if dated => Operator::On,
        Test::AtLeast if dated => Operator::OnOrLater,
        Test::AtMost if dated => Operator::OnOrEarlier,
        Test::Is => Operator::Equals,
        Test::More => Operator::GreaterThan,
        Test::Less => Operator::LessThan,
        Test::AtLeast => Operator::AtLeast,
        Test::AtMost => Operator::AtMost,
        Test::Has => Operator::Contains,
        Test::Begins => Operator::StartsWith,
        Test::In => Operator::OneOf,
        Test::Given => Operator::IsSet,
    };
    field.spec().operators.contains(&operator).then_some(operator)
}

/// Returns the comparison of an operator, and whether it is that one or its opposite; `None` for what no other notation has.
pub(super) fn test_of(operator: Operator) -> Option<(Test, bool)> {
    let (positive, yes) = operator.positive();
    let test = match positive {
        Operator::Equals | Operator::On => Test::Is,
        Operator::GreaterThan => Test::More,
        Operator::LessThan => Test::Less,
        Operator::AtLeast | Operator::OnOrLater => Test::AtLeast,
        Operator::AtMost | Operator::OnOrEarlier => Test::AtMost,
        Operator::Contains => Test::Has,
        Operator::StartsWith => Test::Begins,
        Operator::OneOf => Test::In,
        Operator::IsSet => Test::Given,
        Operator::Matches | Operator::NotContains | Operator::NotEquals | Operator::NoneOf | Operator::IsNotSet => {
            return None;
        }
    };
    Some((test, yes))
}

/// Returns the operator that asks the opposite in all cases.
fn opposite(operator: Operator) -> Option<Operator> {
    match operator {
        Operator::Equals => Some(Operator::NotEquals),
        Operator::Contains => Some(Operator::NotContains),
        Operator::OneOf => Some(Operator::NoneOf),
        Operator::IsSet => Some(Operator::IsNotSet),
        Operator::NotContains
        | Operator::NotEquals
        | Operator::StartsWith
        | Operator::Matches
        | Operator::GreaterThan
        | Operator::LessThan
        | Operator::AtLeast
        | Operator::AtMost
        | Operator::NoneOf
        | Operator::On
        | Operator::OnOrLater
        | Operator::OnOrEarlier
        | Operator::IsNotSet => None,
    }
}

/// A condition that another notation may be able to say.
pub(super) struct Question<'c> {
    pub field: Field,
    pub name: String,
    pub test: Test,
    pub positive: bool,
    pub value: &'c Value,
}

impl<'c> Question<'c> {
    /// Returns what a condition asks.
    ///
    /// # Errors
    /// What is lost: it is unfinished, or no other notation has its comparison.
    pub(super) fn of(condition: &'c Condition) -> Result<Self, LossKind> {
        finished(condition).map_err(|_| LossKind::Unfinished)?;
        let (Some(field), Some(operator)) = (condition.field.known(), condition.operator.known()) else {
            return Err(LossKind::Unfinished);
        };
        let lost = LossKind::Comparison(operator.id());
        if field.spec().kind == FieldType::Element {
            return Err(lost);
        }
        let (test, positive) = test_of(operator).ok_or(lost)?;
        Ok(Question {
            field,
            name: name_of(field, condition.key.as_deref()),
            test,
            positive,
            value: condition.value.as_ref().unwrap_or(&Value::Null),
        })
    }
}
