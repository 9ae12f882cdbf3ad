//! Conditions over lines: one a line, groups in brackets, as people lay SQL out.

use super::dialect::Speech;
use crate::reach::tree::Expr;

/// How long a group in one line may be, in characters.
const LINE: usize = 90;

/// How far a group's lines stand in.
const STEP: usize = 2;

/// The condition, its lines after the first aligned with a `WHERE` before it.
pub(in crate::reach) fn condition(expr: &Expr, speech: &dyn Speech) -> String {
    match expr {
        Expr::All(parts) => joined(parts, "AND", STEP, speech),
        Expr::Any(parts) => joined(parts, "OR", STEP, speech),
        Expr::Always(_)
        | Expr::IsNull(..)
        | Expr::Compare(..)
        | Expr::OneOf(..)
        | Expr::Like(..)
        | Expr::Covered(..)
        | Expr::Is(..)
        | Expr::Not(_) => part(expr, STEP, speech),
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

/// Parts joined in brackets of brackets, for an engine that refuses deep expressions.
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
    let (parts, word) = match expr {
        Expr::All(parts) => (parts, "AND"),
        Expr::Any(parts) => (parts, "OR"),
        Expr::Not(inner) => return opposite(inner, indent, speech),
        Expr::Always(_)
        | Expr::IsNull(..)
        | Expr::Compare(..)
        | Expr::OneOf(..)
        | Expr::Like(..)
        | Expr::Covered(..)
        | Expr::Is(..) => return speech.leaf(expr),
    };
    let plain: Vec<String> = parts.iter().map(|one| part(one, indent + STEP, speech)).collect();
    let line = plain.join(&format!(" {word} "));
    if line.len() <= LINE && !line.contains('\n') {
        return format!("({line})");
    }
    let inside = joined(parts, word, indent + STEP, speech);
    format!("(\n{:pad$}{inside}\n{:indent$})", "", "", pad = indent + STEP)
}

/// The opposite of what may be null: null is a no, so its opposite a yes.
fn opposite(inner: &Expr, indent: usize, speech: &dyn Speech) -> String {
    let inside = match inner {
        Expr::All(parts) => joined(parts, "AND", indent + STEP, speech),
        Expr::Any(parts) => joined(parts, "OR", indent + STEP, speech),
        Expr::Always(_)
        | Expr::IsNull(..)
        | Expr::Compare(..)
        | Expr::OneOf(..)
        | Expr::Like(..)
        | Expr::Covered(..)
        | Expr::Is(..)
        | Expr::Not(_) => part(inner, indent, speech),
    };
    if !inside.contains('\n') {
        return format!("NOT COALESCE({inside}, FALSE)");
    }
    let pad = indent + STEP;
    format!("NOT COALESCE(\n{:pad$}{inside},\n{:pad$}FALSE\n{:indent$})", "", "", "")
}
