//! A query of react-querybuilder as an audience.

use serde_json::{Value, json};

use super::OPERATORS;
use crate::campaign::{Group, Joiner, MAX_GROUP_DEPTH, Node};
use crate::notation::Loss;
use crate::notation::question::{Asker, Test, none};
use crate::notation::value::listed;

pub(in crate::notation) fn read(query: &Value) -> (Group, Vec<Loss>) {
    let mut asker = Asker::default();
    let audience = match group(query, "", 1, &mut asker) {
        Node::Group(group) => group,
        other => Group::of(Joiner::All, vec![other]),
    };
    (audience, asker.losses)
}

fn group(query: &Value, place: &str, depth: usize, asker: &mut Asker) -> Node {
    let Some(rules) = query.get("rules").and_then(Value::as_array) else {
        return asker.unknown(query, place);
    };
    if depth > MAX_GROUP_DEPTH {
        return asker.unknown(query, place);
    }
    // Some queries have their combinators between the rules.
    let between: Vec<&str> = rules.iter().filter_map(Value::as_str).collect();
    let combinator = query.get("combinator").and_then(Value::as_str);
    let joiner = match (combinator.map(str::to_lowercase).as_deref(), &between[..]) {
        (Some("and"), []) | (None, []) => Some(Joiner::All),
        (Some("or"), []) => Some(Joiner::Any),
        (_, words) if !words.is_empty() && words.iter().all(|word| word.eq_ignore_ascii_case("and")) => {
            Some(Joiner::All)
        }
        (_, words) if !words.is_empty() && words.iter().all(|word| word.eq_ignore_ascii_case("or")) => {
            Some(Joiner::Any)
        }
        _ => None,
    };
    let Some(joiner) = joiner else {
        // Another combinator, or a mixture that may be meant in two ways.
        return asker.unknown(query, place);
    };
    let mut parts = Vec::with_capacity(rules.len());
    for (index, part) in rules.iter().enumerate().filter(|(_, part)| !part.is_string()) {
        parts.push(node(part, &format!("{place}/rules/{index}"), depth, asker));
    }
    let not = query.get("not").and_then(Value::as_bool).unwrap_or(false);
    let muted = is_muted(query);
    let group = match (not, joiner) {
        (false, joiner) => Group::of(joiner, parts),
        (true, Joiner::Any) => Group::of(Joiner::None, parts),
        (true, joiner) if parts.len() > 1 => Group::of(Joiner::None, vec![Node::Group(Group::of(joiner, parts))]),
        (true, _) => Group::of(Joiner::None, parts),
    };
    Node::Group(Group { muted, ..group })
}

fn node(part: &Value, place: &str, depth: usize, asker: &mut Asker) -> Node {
    if part.get("rules").is_some() {
        return group(part, place, depth + 1, asker);
    }
    let mut node = rule(part, place, asker);
    if is_muted(part) {
        node.set_muted(true);
    }
    node
}

/// Whether a part takes no part there.
fn is_muted(part: &Value) -> bool {
    part.get("muted").and_then(Value::as_bool).unwrap_or(false)
}

fn rule(rule: &Value, place: &str, asker: &mut Asker) -> Node {
    let text = |key: &str| rule.get(key).and_then(Value::as_str);
    // A rule that compares with another field says what no condition says.
    let plain = text("valueSource").is_none_or(|source| source == "value");
    let (Some(field), Some(operator), true) = (text("field"), text("operator"), plain) else {
        return asker.unknown(rule, place);
    };
    let value = rule.get("value").unwrap_or(&Value::Null);
    if let Some((_, test, positive)) = OPERATORS.iter().find(|(id, ..)| *id == operator) {
        return asker.ask(field, (*test, *positive), value, (rule, place));
    }
    match operator {
        "between" | "notBetween" => match listed(value).as_deref() {
            Some([from, to]) => {
                let from = asker.ask(field, (Test::AtLeast, true), from, (rule, place));
                // What is lost of one bound is lost of both.
                let known = asker.losses.len();
                let to = asker.ask(field, (Test::AtMost, true), to, (rule, place));
                asker.losses.truncate(known.max(asker.losses.len().saturating_sub(1)));
                let both = Node::Group(Group::of(Joiner::All, vec![from, to]));
                if operator == "between" { both } else { none(vec![both]) }
            }
            _ => asker.unknown(&json!(rule), place),
        },
        _ => asker.unknown(rule, place),
    }
}
