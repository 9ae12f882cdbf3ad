//! The keyboard in the outline: on a row, and in the boxes of the row that is being edited.

use egui::{EventFilter, Id, Key, Modifiers, Popup, Rect, Ui};

use crate::desktop::widgets;

/// What a key does with the selected row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desktop::editor) enum RowKey {
    /// Edits it.
    Edit,
    /// Removes it.
    Remove,
    /// Opens its menu.
    Menu,
    /// Goes to the line above or below, the first or the last.
    Go(crate::studio::outline::Step),
    /// Goes into the group or unfolds it.
    Inward,
    /// Goes out of the group or folds it.
    Outward,
    /// Moves the node up.
    MoveUp,
    /// Moves the node down.
    MoveDown,
}

/// Returns what was pressed while the row `id` has the keyboard.
pub(in crate::desktop::editor) fn on_row(ui: &Ui, id: Id) -> Option<RowKey> {
    use crate::studio::outline::Step;
    if !ui.memory(|memory| memory.has_focus(id)) || Popup::is_any_open(ui.ctx()) {
        return None;
    }
    widgets::note_edit_key(ui, id);
    // Arrows go over the lines; egui would move the focus to whatever is near.
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    // Keys with modifiers first: without them, a key is also found where more are pressed.
    let keys = [
        (Modifiers::ALT, Key::ArrowUp, RowKey::MoveUp),
        (Modifiers::ALT, Key::ArrowDown, RowKey::MoveDown),
        (Modifiers::SHIFT, Key::F10, RowKey::Menu),
        (Modifiers::NONE, Key::Menu, RowKey::Menu),
        (Modifiers::NONE, Key::Enter, RowKey::Edit),
        (Modifiers::NONE, Key::F2, RowKey::Edit),
        (Modifiers::NONE, Key::Delete, RowKey::Remove),
        (Modifiers::NONE, Key::Backspace, RowKey::Remove),
        (Modifiers::NONE, Key::ArrowUp, RowKey::Go(Step::Up)),
        (Modifiers::NONE, Key::ArrowDown, RowKey::Go(Step::Down)),
        (Modifiers::NONE, Key::Home, RowKey::Go(Step::First)),
        (Modifiers::NONE, Key::End, RowKey::Go(Step::Last)),
        (Modifiers::NONE, Key::ArrowRight, RowKey::Inward),
        (Modifiers::NONE, Key::ArrowLeft, RowKey::Outward),
    ];
    keys.into_iter()
        .find(|(modifiers, key, _)| pressed(*modifiers, *key))
        .map(|(_, _, meant)| meant)
}

/// What a key does from within the boxes of the row that is being edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desktop::editor) enum BoxKey {
    /// Leaves the row.
    Leave,
    /// Moves the node up.
    MoveUp,
    /// Moves the node down.
    MoveDown,
}

/// Returns what was pressed within the boxes of the row `id`; call before they are drawn.
pub(in crate::desktop::editor) fn in_boxes(ui: &Ui, id: Id) -> Option<BoxKey> {
    let was_inside: bool = ui.data(|data| data.get_temp(inside_id(id))).unwrap_or_default();
    if !was_inside || Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let consumed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if consumed(Modifiers::ALT, Key::ArrowUp) {
        return Some(BoxKey::MoveUp);
    }
    if consumed(Modifiers::ALT, Key::ArrowDown) {
        return Some(BoxKey::MoveDown);
    }
    let typed_into = ui.memory(|memory| {
        let texts = ["value", "number", "key"].map(|part| id.with(part));
        memory.focused().is_some_and(|focused| texts.contains(&focused))
    });
    let entered = typed_into && ui.input(|input| input.key_pressed(Key::Enter));
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    (entered || escaped).then_some(BoxKey::Leave)
}

/// Notes whether the keyboard is within the boxes of the row `id`, which were drawn in `rect`.
pub(in crate::desktop::editor) fn note_boxes(ui: &Ui, id: Id, rect: Rect) {
    let focused = ui.memory(|memory| memory.focused());
    let at = focused.and_then(|focused| ui.ctx().read_response(focused));
    let inside = at.is_some_and(|response| rect.contains(response.rect.center()) && response.id != id);
    ui.data_mut(|data| data.insert_temp(inside_id(id), inside));
}

fn inside_id(row: Id) -> Id {
    row.with("keyboard inside")
}
