//! The explained rule as an indented tree for a terminal: every node's outcome, the visitor's value beside the wanted one.

use serde_json::Value;

use crate::campaign::{Join, Joiner};
use crate::engine::{Comparison, Detail, Explained, Explanation, Ignored, Outcome};
use crate::wording::{Language, field_label};

/// The lines of the tree.
pub(super) fn lines(explanation: &Explanation) -> Vec<String> {
    let mut lines = Vec::new();
    add(&explanation.audience, 0, &mut lines);
    if !explanation.activity.conditions.is_empty() {
        let join = match explanation.activity.join {
            Join::And => "and on the page, all of",
            Join::Or => "or on the page, all of",
        };
        lines.push(format!("{} {join}", mark(explanation.activity.outcome)));
        for condition in &explanation.activity.conditions {
            add(condition, 1, &mut lines);
        }
    }
    lines
}

fn add(node: &Explained, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    let mark = mark(node.outcome);
    let note = note(node.outcome);
    match &node.detail {
        Detail::Group { joiner, children } => {
            let joined = match joiner {
                Joiner::All => "all of",
                Joiner::Any => "any of",
                Joiner::None => "none of",
            };
            lines.push(format!("{indent}{mark} {joined}{note}"));
            children.iter().for_each(|child| add(child, depth + 1, lines));
        }
        Detail::Condition(comparison) => lines.push(format!("{indent}{mark} {}{note}", condition(comparison))),
    }
}

fn mark(outcome: Outcome) -> char {
    match outcome {
        Outcome::Holds => '✓',
        Outcome::Fails => '✗',
        Outcome::Ignored(_) => '–',
    }
}

fn note(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ignored(Ignored::Muted) => " (muted)",
        Outcome::Ignored(Ignored::Unfinished(_)) => " (not finished)",
        Outcome::Ignored(Ignored::Empty) => " (nothing in it takes part)",
        Outcome::Holds | Outcome::Fails => "",
    }
}

fn condition(comparison: &Comparison) -> String {
    let field = comparison
        .field
        .map_or("?", |field| field_label(field, Language::ENGLISH));
    let key = comparison
        .key
        .as_ref()
        .map(|key| format!(" `{key}`"))
        .unwrap_or_default();
    let operator = comparison.operator.map_or("?", |operator| operator.label());
    let wanted = comparison
        .wanted
        .as_ref()
        .map(|wanted| format!(" {}", plain(wanted)))
        .unwrap_or_default();
    let found = comparison.found.as_ref().map_or_else(|| "nothing".to_owned(), plain);
    format!("{field}{key} {operator}{wanted} · the visitor has {found}")
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
