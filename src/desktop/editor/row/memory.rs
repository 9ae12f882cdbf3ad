//! A row's contents before its field or comparison was changed, so that changing it back restores everything.
//!
//! It lives as long as the window and is never written. A row whose condition was changed from elsewhere (undo, a moved row, another
//! campaign) starts with an empty memory: the old contents do not belong to it.

use egui::{Id, Ui};

use crate::campaign::Condition;

#[derive(Debug, Clone)]
struct Memory {
    /// Oldest first; each field and comparison once.
    held: Vec<Condition>,
    /// What the row showed last.
    shown: Condition,
}

/// Returns the row's earlier contents, oldest first, with the current one at the end.
pub(super) fn before_change(ui: &Ui, row: Id, condition: &Condition) -> Vec<Condition> {
    let mut held = recall(ui, row).map(|memory| memory.held).unwrap_or_default();
    held.retain(|held| (&held.field, &held.operator) != (&condition.field, &condition.operator));
    held.push(condition.clone());
    held
}

/// Keeps the row's earlier contents, now that its field or comparison has changed.
pub(super) fn keep(ui: &Ui, row: Id, held: Vec<Condition>, condition: &Condition) {
    let shown = condition.clone();
    ui.data_mut(|data| data.insert_temp(at(row), Memory { held, shown }));
}

/// Forgets the row's earlier contents if the condition was changed from elsewhere. Call before the row is shown.
pub(super) fn check(ui: &Ui, row: Id, condition: &Condition) {
    if recall(ui, row).is_some_and(|memory| !same(&memory.shown, condition)) {
        ui.data_mut(|data| data.remove::<Memory>(at(row)));
    }
}

/// Call after the row was shown: what was typed into it is the row's own change.
pub(super) fn follow(ui: &Ui, row: Id, condition: &Condition) {
    if let Some(mut memory) = recall(ui, row)
        && !same(&memory.shown, condition)
    {
        memory.shown.clone_from(condition);
        ui.data_mut(|data| data.insert_temp(at(row), memory));
    }
}

fn recall(ui: &Ui, row: Id) -> Option<Memory> {
    ui.data(|data| data.get_temp(at(row)))
}

fn at(row: Id) -> Id {
    row.with("memory")
}

fn same(one: &Condition, other: &Condition) -> bool {
    one.field == other.field && one.key == other.key && one.operator == other.operator && one.value == other.value
}
