//! The menu of a line, with further actions.

use egui::{Response, Ui};

use crate::{
    campaign::{Group, Node, NodePath},
    desktop::{
        editor::{desk::Desk, row},
        theme::Icon,
        widgets::{self, MenuItem},
    },
    studio::outline::{TreeEdit, depth_allows, possible},
};

/// Shows the menu while it is open, at the handle or where the row was clicked with the other button; returns the chosen edit.
pub(super) fn show(
    handle: &Response,
    row: &Response,
    path: &NodePath,
    tree: &Group,
    pointer: &str,
    desk: &mut Desk<'_, '_>,
) -> Option<TreeEdit> {
    let mut chosen = None;
    widgets::menu(handle, |ui| chosen = lines(ui, path, tree, pointer, desk));
    widgets::context_menu(row, |ui| {
        chosen = lines(ui, path, tree, pointer, desk).or(chosen.take())
    });
    chosen
}

fn lines(ui: &mut Ui, path: &NodePath, tree: &Group, pointer: &str, desk: &mut Desk<'_, '_>) -> Option<TreeEdit> {
    let node = tree.node(path)?;
    let mute = if node.muted() {
        (Icon::Eye, "editor-menu-unmute")
    } else {
        (Icon::EyeOff, "editor-menu-mute")
    };
    let at = || path.clone();
    let mut lines = vec![
        (Icon::ArrowUp, "editor-menu-up", "Alt+↑", TreeEdit::Up(at())),
        (Icon::ArrowDown, "editor-menu-down", "Alt+↓", TreeEdit::Down(at())),
        (mute.0, mute.1, "", TreeEdit::Mute(at())),
        (Icon::Copy, "editor-menu-duplicate", "", TreeEdit::Duplicate(at())),
        (Icon::Layers, "editor-menu-wrap", "", TreeEdit::Wrap(at())),
    ];
    if let Node::Group(group) = node {
        lines.push((Icon::ListFilter, "editor-menu-unwrap", "", TreeEdit::Unwrap(at())));
        if depth_allows(path, 1) {
            let inside = TreeEdit::AddGroup(at(), group.children.len());
            lines.push((Icon::Plus, "editor-menu-add-group", "", inside));
        }
    }
    row::what_would_change(ui, pointer, desk);
    let mut chosen = None;
    for (icon, key, keys, edit) in lines {
        let words = desk.t(key);
        let item = MenuItem::new(icon, &words).shortcut(keys.to_owned());
        let response = ui.add_enabled(possible(tree, &edit), item);
        let response = match edit {
            TreeEdit::Wrap(_) | TreeEdit::Duplicate(_) => response.on_disabled_hover_text(desk.t("editor-too-deep")),
            _ => response,
        };
        if response.clicked() {
            chosen = Some(edit);
        }
    }
    widgets::hairline(ui);
    let words = desk.t("editor-menu-remove");
    let keys = egui::Key::Delete.symbol_or_name().to_owned();
    if ui
        .add(MenuItem::new(Icon::Trash2, &words).shortcut(keys).danger())
        .clicked()
    {
        chosen = Some(TreeEdit::Remove(path.clone()));
    }
    chosen
}
