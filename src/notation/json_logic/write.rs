//! An audience as JsonLogic.

use serde_json::{Value, json};

use crate::campaign::{Condition, Field, FieldType, Group, Joiner, Named, Node};
use crate::notation::question::{Question, Test};
use crate::notation::{Loss, LossKind, Written};

pub(in crate::notation) fn write(audience: &Group) -> Written {
    let mut writer = Writer::default();
    let value = match audience.muted {
        true => {
            writer.lose("/audience", LossKind::Muted);
            None
        }
        false => writer.group(audience, "/audience"),
    };
    if value.is_none() && !audience.is_everyone() && writer.losses.is_empty() {
        writer.lose("/audience", LossKind::Unfinished);
    }
    Written {
        // Without any condition, everybody.
        value: value.unwrap_or(Value::Bool(true)),
        losses: writer.losses,
    }
}

#[derive(Default)]
struct Writer {
    losses: Vec<Loss>,
}

impl Writer {
    fn lose(&mut self, place: &str, kind: LossKind) {
        self.losses.push(Loss {
            place: place.to_owned(),
            kind,
        });
    }

    fn group(&mut self, group: &Group, place: &str) -> Option<Value> {
        let mut parts = Vec::with_capacity(group.children.len());
        for (index, child) in group.children.iter().enumerate() {
            let place = format!("{place}/{}/{index}", group.joiner.id());
            parts.extend(self.node(child, &place));
        }
        let joined = match group.joiner {
            _ if parts.is_empty() => return None,
            Joiner::All => json!({ "and": parts }),
            Joiner::Any => json!({ "or": parts }),
            Joiner::None => json!({ "!": { "or": parts } }),
        };
        Some(joined)
    }

    fn node(&mut self, node: &Node, place: &str) -> Option<Value> {
        match node {
            node if node.muted() => {
                self.lose(place, LossKind::Muted);
                None
            }
            Node::Group(inner) => {
                let known = self.losses.len();
                let written = self.group(inner, place);
                if written.is_none() && self.losses.len() == known {
                    self.lose(place, LossKind::Unfinished);
                }
                written
            }
            Node::Saved(saved) => {
                self.lose(place, LossKind::SavedAudience(saved.name.clone()));
                None
            }
            Node::Condition(condition) => self.condition(condition, place),
        }
    }

    fn condition(&mut self, condition: &Condition, place: &str) -> Option<Value> {
        let asked = Question::of(condition).and_then(|asked| match asked.field.spec().kind {
            // Versions are compared number by number, which no operation does.
            FieldType::Version => Err(LossKind::Comparison("version")),
            // Only texts are looked for in texts.
            _ if asked.test == Test::Has && !asked.value.is_string() => Err(LossKind::Comparison("contains")),
            _ => Ok(asked),
        });
        let asked = match asked {
            Ok(asked) => asked,
            Err(lost) => {
                self.lose(place, lost);
                return None;
            }
        };
        if let Some((_, key)) = asked.name.split_once('.').filter(|(_, key)| key.contains('.')) {
            self.lose(place, LossKind::DottedName(key.to_owned()));
        }
        match asked.field.spec().kind {
            FieldType::Language => self.lose(place, LossKind::Language),
            FieldType::Url if asked.test != Test::Given => self.lose(place, LossKind::LetterByLetter),
            FieldType::Custom | FieldType::Parameter if asked.value.is_string() => {
                self.lose(place, LossKind::LetterByLetter);
            }
            FieldType::Url
            | FieldType::WholeNumber
            | FieldType::Choice
            | FieldType::Version
            | FieldType::Date
            | FieldType::Custom
            | FieldType::Parameter
            | FieldType::KeyedCount
            | FieldType::Percent
            | FieldType::Seconds
            | FieldType::Flag
            | FieldType::Element => {}
        }
        Some(said(&asked))
    }
}

/// Returns the value that a question is about.
fn value_of(field: Field, name: &str) -> Value {
    match field.spec().kind {
        // What was never reported was reported no time.
        FieldType::KeyedCount => json!({ "var": [name, 0] }),
        FieldType::Url
        | FieldType::WholeNumber
        | FieldType::Language
        | FieldType::Choice
        | FieldType::Version
        | FieldType::Date
        | FieldType::Custom
        | FieldType::Parameter
        | FieldType::Percent
        | FieldType::Seconds
        | FieldType::Flag
        | FieldType::Element => json!({ "var": name }),
    }
}

fn said(asked: &Question<'_>) -> Value {
    let (var, value) = (value_of(asked.field, &asked.name), asked.value);
    let not = |said: Value| match asked.positive {
        true => said,
        false => json!({ "!": said }),
    };
    // A missing value counts as 0 there, and as nothing here.
    let given = |said: Value| match asked.field.spec().kind {
        FieldType::Custom | FieldType::Parameter => json!({ "and": [{ "!=": [var, null] }, said] }),
        _ => said,
    };
    match asked.test {
        Test::Is if asked.positive => json!({ "==": [var, value] }),
        Test::Is => json!({ "!=": [var, value] }),
        Test::Given if asked.positive => json!({ "!=": [var, null] }),
        Test::Given => json!({ "==": [var, null] }),
        Test::More => not(given(json!({ ">": [var, value] }))),
        Test::Less => not(given(json!({ "<": [var, value] }))),
        Test::AtLeast => not(given(json!({ ">=": [var, value] }))),
        Test::AtMost => not(given(json!({ "<=": [var, value] }))),
        Test::Has => not(json!({ "in": [value, var] })),
        Test::In => not(json!({ "in": [var, value] })),
        Test::Begins => {
            let length = value.as_str().map_or(0, |text| text.encode_utf16().count());
            not(json!({ "==": [{ "substr": [var, 0, length] }, value] }))
        }
    }
}
