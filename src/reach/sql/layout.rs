//! Layout of conditions: one per line, groups in brackets, as people write SQL.

use super::dialect::Speech;
use crate::reach::tree::Expr;

/// How long a group on one line may be, in characters.
const LINE: usize = 90;

/// How far a group's lines are indented.
const STEP: usize = 2;

/// Returns the condition, its lines after the first aligned with a `WHERE` before it.
pub(in crate::reach) fn condition(expr: &Expr, speech: &dyn Speech) -> String {
    whole(expr, STEP, STEP, speech)
}

/// Lays out an expression without brackets of its own: a group's lines are indented by `inside`, anything else by `indent`.
fn whole(expr: &Expr, inside: usize, indent: usize, speech: &dyn Speech) -> String {
    match group(expr) {
        Some((parts, word)) => joined(parts, word, inside, speech),
        None => part(expr, indent, speech),
    }
}

/// Returns the parts of a group, and the word between them.
fn group(expr: &Expr) -> Option<(&[Expr], &'static str)> {
    match expr {
        Expr::All(parts) => Some((parts, "AND")),
        Expr::Any(parts) => Some((parts, "OR")),
        Expr::Always(_)
        | Expr::Not(_)
        | Expr::IsNull(..)
        | Expr::Compare(..)
        | Expr::OneOf(..)
        | Expr::Like(..)
        | Expr::Covered(..)
        | Expr::Is(..) => None,
    }
}

fn joined(parts: &[Expr], word: &str, indent: usize, speech: &dyn Speech) -> String {
    let parts: Vec<String> = parts.iter().map(|one| part(one, indent, speech)).collect();
    if let Some(limit) = speech.longest_chain() {
        return chained(&parts, word, limit);
    }
    let between = format!("\n{:indent$}{word} ", "");
    parts.join(&between)
}

/// Joins parts in nested brackets, for an engine that refuses deep expressions.
fn chained(parts: &[String], word: &str, limit: usize) -> String {
    if parts.len() <= limit {
        return parts.join(&format!(" {word} "));
    }
    let (left, right) = parts.split_at(parts.len() / 2);
    format!(
        "({}) {word} ({})",
        chained(left, word, limit),
        chained(right, word, limit)
    )
}

fn part(expr: &Expr, indent: usize, speech: &dyn Speech) -> String {
    if let Expr::Not(inner) = expr {
        return opposite(inner, indent, speech);
    }
    let Some((parts, word)) = group(expr) else {
        return speech.leaf(expr);
    };
    let plain: Vec<String> = parts.iter().map(|one| part(one, indent + STEP, speech)).collect();
    let line = plain.join(&format!(" {word} "));
    if line.len() <= LINE && !line.contains('\n') {
        return format!("({line})");
    }
    let inside = joined(parts, word, indent + STEP, speech);
    format!("(\n{:pad$}{inside}\n{:indent$})", "", "", pad = indent + STEP)
}

/// Returns the opposite of an expression that may be null: null is a no, so its opposite is a yes.
fn opposite(inner: &Expr, indent: usize, speech: &dyn Speech) -> String {
    let inside = whole(inner, indent + STEP, indent, speech);
    if !inside.contains('\n') {
        return format!("NOT COALESCE({inside}, FALSE)");
    }
    let pad = indent + STEP;
    format!("NOT COALESCE(\n{:pad$}{inside},\n{:pad$}FALSE\n{:indent$})", "", "", "")
}
