//! The explained rule as an indented tree for a terminal: every node's outcome, and the visitor's value next to the wanted one.

use serde_json::Value;

use crate::campaign::{Field, Join, Joiner};
use crate::engine::{Comparison, Detail, Explained, Explanation, Ignored, Outcome};
use crate::wording::text::Text;
use crate::wording::{field_label, operator_label};

/// The lines of the tree.
pub(super) fn lines(explanation: &Explanation, text: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    if is_everyone(&explanation.audience) {
        lines.push(format!("{} {}", mark(Outcome::Holds), text.t("cli-tree-everyone")));
    } else {
        add(&explanation.audience, 0, text, &mut lines);
    }
    if !explanation.activity.conditions.is_empty() {
        let join = match explanation.activity.join {
            Join::And => text.t("cli-tree-activity-and"),
            Join::Or => text.t("cli-tree-activity-or"),
        };
        lines.push(format!("{} {join}", mark(explanation.activity.outcome)));
        for condition in &explanation.activity.conditions {
            add(condition, 1, text, &mut lines);
        }
    }
    lines
}

/// Returns whether the audience has no parts at all, which leaves nobody out.
fn is_everyone(audience: &Explained) -> bool {
    matches!(&audience.detail, Detail::Group { children, .. } if children.is_empty())
}

fn add(node: &Explained, depth: usize, text: &Text, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    let mark = mark(node.outcome);
    let note = note(node.outcome, text);
    match &node.detail {
        Detail::Group { joiner, children } => {
            let joined = match joiner {
                Joiner::All => text.t("cli-tree-all"),
                Joiner::Any => text.t("cli-tree-any"),
                Joiner::None => text.t("cli-tree-none"),
            };
            lines.push(format!("{indent}{mark} {joined}{note}"));
            children.iter().for_each(|child| add(child, depth + 1, text, lines));
        }
        Detail::Condition(comparison) => lines.push(format!("{indent}{mark} {}{note}", condition(comparison, text))),
    }
}

fn mark(outcome: Outcome) -> char {
    match outcome {
        Outcome::Holds => '✓',
        Outcome::Fails => '✗',
        Outcome::Ignored(_) => '–',
    }
}

/// Returns why a node takes no part, if so.
fn note(outcome: Outcome, text: &Text) -> String {
    let why = match outcome {
        Outcome::Ignored(Ignored::Muted) => text.t("cli-tree-muted"),
        Outcome::Ignored(Ignored::Unfinished(_)) => text.t("cli-tree-unfinished"),
        Outcome::Ignored(Ignored::Empty) => text.t("cli-tree-empty"),
        Outcome::Holds | Outcome::Fails => return String::new(),
    };
    format!(" ({why})")
}

fn condition(comparison: &Comparison, text: &Text) -> String {
    let language = text.language();
    let field = comparison
        .field
        .map_or("?", |field: Field| field_label(field, language));
    let key = comparison
        .key
        .as_ref()
        .map(|key| format!(" `{key}`"))
        .unwrap_or_default();
    let operator = comparison
        .operator
        .map_or("?", |operator| operator_label(operator, language));
    let wanted = comparison
        .wanted
        .as_ref()
        .map(|wanted| format!(" {}", plain(wanted, text)))
        .unwrap_or_default();
    let found = comparison.found.as_ref();
    let found = found.map_or_else(|| text.t("cli-tree-nothing"), |found| plain(found, text));
    let asked = format!("{field}{key} {operator}{wanted}");
    text.tv(
        "cli-tree-condition",
        &[("condition", asked.into()), ("found", found.into())],
    )
}

fn plain(value: &Value, text: &Text) -> String {
    match value {
        Value::String(value) => value.clone(),
        Value::Bool(yes) => text.t(if *yes { "advice-yes" } else { "advice-no" }),
        Value::Array(items) => items
            .iter()
            .map(|item| plain(item, text))
            .collect::<Vec<_>>()
            .join(", "),
        Value::Null | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
