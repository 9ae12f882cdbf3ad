//! The card "Who sees it": the audience tree, edited in place.
//!
//! Rows change their own condition; everything that changes the tree's shape is collected as a [`TreeEdit`] and made after drawing.

mod drag;
mod edit;
mod keys;
mod node_menu;
mod tree;

#[cfg(test)]
mod tests;

use egui::{Id, Ui};

use super::{desk::Desk, input, row::RowPart};
use crate::{
    campaign::{Campaign, Group, Joiner, NodePath},
    desktop::widgets::{self, Card},
};
use edit::TreeEdit;
pub(super) use tree::between;

/// Shows the card.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    let title = desk.t("editor-who");
    let mut edits: Vec<TreeEdit> = keys::wanted(ui, &campaign.audience).into_iter().collect();
    let mut whole = (&mut campaign.audience, desk);
    Card::new(&title).show_with(
        ui,
        &mut whole,
        |ui, (audience, desk)| joiner_line(ui, audience, desk),
        |ui, (audience, desk)| edits.extend(tree::show(ui, audience, desk)),
    );
    let (audience, desk) = whole;
    // One at a time: the paths of a second one would be those of before the first.
    if let Some(edit) = edits.into_iter().next() {
        make(ui, audience, &edit, desk);
    }
}

/// The head line's switch, added from right to left.
fn joiner_line(ui: &mut Ui, audience: &mut Group, desk: &mut Desk<'_, '_>) {
    let words = ["editor-all", "editor-any", "editor-none"].map(|key| desk.t(key));
    let switch = widgets::segmented_width(ui, &[&words[0], &words[1], &words[2]]);
    let beside = switch + ui.spacing().item_spacing.x;
    let whole = input::label_if_it_fits(ui, &desk.t("editor-of-these-hold"), beside);
    joiner(ui, audience, &desk.t("editor-joiner-outermost"), desk);
    if whole {
        input::label_if_fits(ui, &desk.t("editor-visitors-for-whom"));
    }
}

/// Shows the switch between all, any and none.
fn joiner(ui: &mut Ui, group: &mut Group, name: &str, desk: &mut Desk<'_, '_>) {
    let words = ["editor-all", "editor-any", "editor-none"].map(|key| desk.t(key));
    let options = [
        (Joiner::All, words[0].as_str()),
        (Joiner::Any, words[1].as_str()),
        (Joiner::None, words[2].as_str()),
    ];
    if widgets::segmented(ui, name, &mut group.joiner, &options).changed() {
        desk.structural("editor-step-joiner");
    }
}

fn make(ui: &Ui, audience: &mut Group, edit: &TreeEdit, desk: &mut Desk<'_, '_>) {
    let Some(path) = edit::apply(audience, edit) else {
        return;
    };
    desk.structural(edit.name_key());
    match edit {
        TreeEdit::AddCondition(..) => request_focus(ui, path, RowPart::Field),
        TreeEdit::AddGroup(..) => request_focus(ui, path.child(0), RowPart::Field),
        TreeEdit::Move(..) | TreeEdit::Up(_) | TreeEdit::Down(_) | TreeEdit::Duplicate(_) => {
            request_focus(ui, path, RowPart::Handle);
        }
        TreeEdit::Remove(_) | TreeEdit::Wrap(_) | TreeEdit::Unwrap(_) | TreeEdit::Mute(_) => {}
    }
    ui.request_repaint();
}

fn focus_id() -> Id {
    Id::unique("editor-audience-focus")
}

/// Moves the focus to a part of the node at `path`, once it is drawn there.
fn request_focus(ui: &Ui, path: NodePath, part: RowPart) {
    ui.data_mut(|data| data.insert_temp(focus_id(), (path, part)));
}

/// Takes the part of the node at `path` to focus now, once.
fn take_focus(ui: &Ui, path: &NodePath) -> Option<RowPart> {
    let (wanted, part): (NodePath, RowPart) = ui.data(|data| data.get_temp(focus_id()))?;
    if wanted != *path {
        return None;
    }
    ui.data_mut(|data| data.remove_temp::<(NodePath, RowPart)>(focus_id()));
    Some(part)
}

/// The lasting identity of a node's row.
fn row_id(path: &NodePath) -> Id {
    Id::unique(("editor-audience-row", path))
}
