//! Where two versions of a campaign differ, as a place that the editor can go to.

use serde_json::Value;

use crate::campaign::{Campaign, to_value};

/// The innermost place, as a JSON Pointer into `after`, that holds everything in which the two differ. Empty when that is the whole
/// campaign, or nothing.
pub(super) fn changed_place(before: &Campaign, after: &Campaign) -> String {
    let without_launch = |campaign: &Campaign| Campaign {
        launched_at: None,
        ..campaign.clone()
    };
    let (before, after) = (to_value(&without_launch(before)), to_value(&without_launch(after)));
    let mut pointer = String::new();
    descend(&before, &after, &mut pointer);
    pointer
}

fn descend(before: &Value, after: &Value, pointer: &mut String) {
    // Anything else is a value of its own.
    let (Value::Object(from), Value::Object(to)) = (before, after) else {
        return;
    };
    let missing = from.keys().filter(|key| !to.contains_key(*key));
    let mut differing = to.keys().chain(missing).filter(|key| from.get(*key) != to.get(*key));
    let (Some(only), None) = (differing.next(), differing.next()) else {
        return;
    };
    match (from.get(only), to.get(only)) {
        (Some(Value::Array(from)), Some(Value::Array(to))) => list(only, from, to, pointer),
        (Some(from), Some(to)) => {
            push(pointer, only);
            descend(from, to, pointer);
        }
        (None, Some(_)) => push(pointer, only),
        // The removed value was here.
        (_, None) => {}
    }
}

/// Descends into a list. A list itself is not a place: one of its elements is, or its parent.
fn list(key: &str, from: &[Value], to: &[Value], pointer: &mut String) {
    let first = from.iter().zip(to).position(|(one, other)| one != other);
    let at = first.unwrap_or_else(|| from.len().min(to.len()));
    let grown = to.len() == from.len() + 1 && to[at + 1..] == from[at..];
    let shrunk = from.len() == to.len() + 1 && from[at + 1..] == to[at..];
    let one_differs = from.len() == to.len() && from[at + 1..] == to[at + 1..];
    let shown = if shrunk { at.min(to.len().saturating_sub(1)) } else { at };
    if !(grown || shrunk || one_differs) || to.is_empty() {
        return;
    }
    push(pointer, key);
    push(pointer, &shown.to_string());
    if one_differs {
        descend(&from[at], &to[at], pointer);
    }
}

fn push(pointer: &mut String, key: &str) {
    pointer.push('/');
    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
}
