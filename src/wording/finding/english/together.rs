//! What follows from conditions taken together, in English.

use crate::insight::{Conflict, Problem};
use crate::wording::{Language, answer};

/// Message and fix; `None` for other problems.
pub(super) fn phrase(problem: &Problem) -> Option<(String, String)> {
    Some(match problem {
        Problem::NobodySees { conflict } => (
            match conflict.places.len() {
                0 | 1 => format!(
                    "Nobody can ever see this campaign{}.",
                    because(conflict, ", because of this condition")
                ),
                count => format!(
                    "Nobody can ever see this campaign: {count} of its conditions rule each other out{}.",
                    because(conflict, "")
                ),
            },
            "Change or remove one of them.".into(),
        ),
        Problem::AlwaysTrue { exclusions: true } => (
            "This group holds for every visitor: whoever has one of the values does not have the other.".into(),
            "If none of the values is wanted, join them by “all” instead of “any”.".into(),
        ),
        Problem::AlwaysTrue { exclusions: false } => (
            "This holds for every visitor, so it restricts nothing.".into(),
            "Remove it, or correct its value.".into(),
        ),
        Problem::DeadAlternative { conflict } => (
            match conflict.places.len() {
                0 | 1 => format!("This alternative can never hold{}.", because(conflict, "")),
                _ => format!(
                    "This alternative can never hold beside the other conditions{}.",
                    because(conflict, "")
                ),
            },
            "Remove it, or change what it contradicts.".into(),
        ),
        Problem::Redundant { by } => (
            match by.len() {
                0 => "This changes nothing: no visitor is like that anyway.".into(),
                1 => "This changes nothing: another condition says at least as much.".into(),
                count => format!("This changes nothing: {count} other conditions together say at least as much."),
            },
            "Remove it, unless it is there for clarity.".into(),
        ),
        _ => return None,
    })
}

fn because(conflict: &Conflict, without: &str) -> String {
    match answer::relations(&conflict.because, Language::English) {
        reasons if reasons.is_empty() => without.to_owned(),
        reasons if conflict.places.len() > 1 => format!(" ({reasons})"),
        reasons => format!(": {reasons}"),
    }
}
