//! Alt with the up and down arrows moves the row that the keyboard is in.

use egui::{Id, Key, Modifiers, Rect, Ui};

use super::edit::TreeEdit;
use crate::campaign::{Group, NodePath};

type Rows = Vec<(NodePath, Rect)>;

fn memory_id() -> Id {
    Id::unique("editor-audience-rows")
}

/// Keeps where the rows were drawn, for the next frame's keys.
pub(super) fn remember(ui: &Ui, rows: Rows) {
    ui.data_mut(|data| data.insert_temp(memory_id(), rows));
}

/// Returns the move requested by keyboard in this frame. Consumes the key press before the row's own controls.
pub(super) fn wanted(ui: &Ui, audience: &Group) -> Option<TreeEdit> {
    let path = focused_row(ui)?;
    audience.node(&path)?;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowUp) {
        Some(TreeEdit::Up(path))
    } else if pressed(Key::ArrowDown) {
        Some(TreeEdit::Down(path))
    } else {
        None
    }
}

/// Returns the innermost node with the focus.
fn focused_row(ui: &Ui) -> Option<NodePath> {
    let focused = ui.memory(|memory| memory.focused())?;
    let at = ui.ctx().read_response(focused)?.rect.center();
    let rows: Rows = ui.data(|data| data.get_temp(memory_id()))?;
    let around = rows.into_iter().filter(|(_, rect)| rect.contains(at));
    around.max_by_key(|(path, _)| path.0.len()).map(|(path, _)| path)
}
