//! F2 edits what has the keyboard, where that can be edited in its place; elsewhere it is a command's.

use egui::{Context, Id, Ui};

fn noted() -> Id {
    Id::unique("edited by F2")
}

/// Notes that the control `id`, which has the keyboard, is edited by F2.
pub fn note_edit_key(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.insert_temp(noted(), id));
}

/// Whether F2 belongs to what has the keyboard.
pub fn has_edit_key(ctx: &Context) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    focused.is_some() && focused == ctx.data(|data| data.get_temp(noted()))
}
