//! The menu of a line, with further actions.

use egui::{Response, Ui};

use crate::{
    campaign::{Group, Joiner, Node, NodePath},
    desktop::{
        editor::{desk::Desk, row},
        theme::Icon,
        widgets::{self, MenuItem},
    },
    studio::{
        action::Action,
        outline::{TreeEdit, depth_allows, possible},
    },
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

/// What can be done with a saved audience, or to make one.
fn saved(ui: &mut Ui, path: &NodePath, node: &Node, desk: &mut Desk<'_, '_>) -> Option<TreeEdit> {
    if !desk.ctx.refers {
        return None;
    }
    let mut chosen = None;
    match node {
        Node::Saved(saved) => {
            let found = desk.ctx.audiences.get(&saved.name);
            let words = desk.t("audience-menu-edit");
            if ui
                .add_enabled(found.is_some(), MenuItem::new(Icon::Pencil, &words))
                .clicked()
            {
                desk.actions.send(Action::OpenAudience(saved.name.clone()));
            }
            let words = desk.t("audience-menu-detach");
            if ui
                .add_enabled(found.is_some(), MenuItem::new(Icon::ListFilter, &words))
                .clicked()
            {
                let around = Group::of(Joiner::All, vec![node.clone()]).inlined(desk.ctx.audiences);
                chosen = around
                    .children
                    .into_iter()
                    .next()
                    .map(|own| TreeEdit::Detach(path.clone(), Box::new(own)));
            }
        }
        Node::Group(_) | Node::Condition(_) => {
            let can = match node {
                Node::Group(group) => !group.children.is_empty() && group.references().is_empty(),
                Node::Condition(_) | Node::Saved(_) => true,
            };
            let words = desk.t("audience-menu-save");
            let item = ui.add_enabled(can, MenuItem::new(Icon::Save, &words));
            if item.on_disabled_hover_text(desk.t("audience-menu-save-not")).clicked() {
                desk.actions.send(Action::SaveAudience(path.clone()));
            }
        }
    }
    widgets::hairline(ui);
    super::saved::copy_lines(ui, path, desk);
    if matches!(node, Node::Group(_)) {
        super::saved::paste_line(ui, path, desk);
    }
    widgets::hairline(ui);
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
    let own = saved(ui, path, node, desk);
    let mut chosen = own;
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
