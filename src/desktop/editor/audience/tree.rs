//! Draws the tree: rows, the words between them, groups as tinted cards.

use egui::{Rect, Ui, vec2};

use super::{TreeEdit, drag::Drag, joiner, keys, node_menu, row_id, take_focus};
use crate::{
    campaign::{Condition, Group, Joiner, Node, NodePath, Section},
    desktop::{
        editor::{
            desk::Desk,
            input::{handle, label_if_fits, square_button},
            row::{self, RowPart, RowPlace},
        },
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
};

/// Between a row and the word that joins it to the next.
const ROW_GAP: f32 = 6.0;
/// Where rows begin, right of the handles.
const INDENT: f32 = 28.0;

/// The mark and the − at the right of a group's head line.
const GROUP_TAIL: f32 = 80.0;

/// What drawing the tree gathers.
struct Tree {
    edits: Vec<TreeEdit>,
    drag: Drag,
    rows: Vec<(NodePath, Rect)>,
    conditions: usize,
    groups: usize,
    /// The tree before this frame, to check what is possible.
    before: Group,
}

/// Shows the tree and returns the requested edits of its shape.
pub(super) fn show(ui: &mut Ui, audience: &mut Group, desk: &mut Desk<'_, '_>) -> Vec<TreeEdit> {
    let mut tree = Tree {
        edits: Vec::new(),
        drag: Drag::begin(ui),
        rows: Vec::new(),
        conditions: 0,
        groups: 0,
        before: audience.clone(),
    };
    ui.spacing_mut().item_spacing.y = ROW_GAP;
    if audience.children.is_empty() {
        empty(ui, desk);
    }
    children(ui, audience, &NodePath::default(), "/audience", &mut tree, desk);
    footer(ui, &NodePath::default(), audience.children.len(), 0, &mut tree, desk);
    notes(ui, "/audience", desk);
    keys::remember(ui, tree.rows);
    tree.edits.extend(tree.drag.finish(ui, &tree.before, desk));
    tree.edits
}

fn empty(ui: &mut Ui, desk: &Desk<'_, '_>) {
    ui.horizontal(|ui| {
        ui.add_space(INDENT);
        ui.label(Type::Small.text(desk.t("editor-empty-audience"), palette(ui).text_muted));
    });
}

/// What was found about the group at `pointer` itself.
fn notes(ui: &mut Ui, pointer: &str, desk: &Desk<'_, '_>) {
    row::conflict_line(ui, pointer, INDENT, desk);
    for finding in desk.findings_exactly(pointer) {
        ui.horizontal_top(|ui| {
            ui.add_space(INDENT);
            row::finding_line(ui, finding, desk);
        });
    }
}

fn children(ui: &mut Ui, group: &mut Group, path: &NodePath, pointer: &str, tree: &mut Tree, desk: &mut Desk<'_, '_>) {
    let word = match group.joiner {
        Joiner::All => "editor-word-and",
        Joiner::Any => "editor-word-or",
        Joiner::None => "editor-word-and-not",
    };
    let joiner = crate::campaign::Named::id(group.joiner);
    for (index, child) in group.children.iter_mut().enumerate() {
        if index > 0 {
            between(ui, &desk.t(word));
        } else if group.joiner == Joiner::None {
            between(ui, &desk.t("editor-word-not"));
        }
        let path = path.child(index);
        let pointer = format!("{pointer}/{joiner}/{index}");
        match child {
            Node::Condition(condition) => one_row(ui, condition, &path, &pointer, tree, desk),
            Node::Group(group) => one_group(ui, group, &path, &pointer, tree, desk),
        }
    }
}

/// The word that joins two rows.
pub(in crate::desktop::editor) fn between(ui: &mut Ui, word: &str) {
    let room = vec2(ui.available_width(), 14.0);
    ui.allocate_ui_with_layout(room, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.add_space(INDENT);
        ui.label(Type::Overline.text(word, palette(ui).text_faint));
    });
}

fn one_row(
    ui: &mut Ui,
    condition: &mut Condition,
    path: &NodePath,
    pointer: &str,
    tree: &mut Tree,
    desk: &mut Desk<'_, '_>,
) {
    tree.conditions += 1;
    let number = tree.conditions;
    let name = desk.t1("editor-condition-name", "number", number);
    let id = row_id(path);
    let place = RowPlace {
        id,
        name: &name,
        number,
        pointer,
        section: Section::Audience,
        take_focus: take_focus(ui, path),
    };
    let shown = row::show(ui, condition, &place, desk);
    tree.rows.push((path.clone(), shown.rect));
    tree.drag.source(&shown.handle, path, &name);
    tree.drag.over_row(ui, path, shown.rect);
    if let Some((group, index)) = path.parent() {
        if shown.add {
            tree.edits.push(TreeEdit::AddCondition(group, index + 1));
        }
        if shown.remove {
            tree.edits.push(TreeEdit::Remove(path.clone()));
        }
    }
    if shown.unmute {
        tree.edits.push(TreeEdit::Mute(path.clone()));
    }
    tree.edits
        .extend(node_menu::show(&shown.handle, path, &tree.before, pointer, desk));
}

fn one_group(ui: &mut Ui, group: &mut Group, path: &NodePath, pointer: &str, tree: &mut Tree, desk: &mut Desk<'_, '_>) {
    tree.groups += 1;
    let number = tree.groups;
    let name = desk.t1("editor-group-name", "number", number);
    let outer = ui.push_id(row_id(path), |ui| {
        ui.horizontal_top(|ui| {
            let id = row_id(path).with("handle");
            let grip = handle(ui, id, &desk.t1("editor-group-handle", "number", number), 40.0);
            if take_focus(ui, path) == Some(RowPart::Handle) {
                grip.request_focus();
            }
            desk.arrive_exactly(ui, pointer, id, grip.rect);
            tree.drag.source(&grip, path, &name);
            tree.edits
                .extend(node_menu::show(&grip, path, &tree.before, pointer, desk));
            ui.vertical(|ui| {
                if group.muted {
                    ui.multiply_opacity(0.45);
                }
                widgets::group_card(ui, |ui| group_body(ui, group, path, pointer, number, tree, desk));
            });
        })
    });
    row::conflict_stripe(ui, outer.response.rect, pointer, desk);
    tree.rows.push((path.clone(), outer.response.rect));
    notes(ui, pointer, desk);
}

fn group_body(
    ui: &mut Ui,
    group: &mut Group,
    path: &NodePath,
    pointer: &str,
    number: usize,
    tree: &mut Tree,
    desk: &mut Desk<'_, '_>,
) {
    ui.spacing_mut().item_spacing = vec2(space::S, ROW_GAP);
    let head = ui.horizontal(|ui| {
        joiner(ui, group, &desk.t1("editor-joiner", "number", number), desk);
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - GROUP_TAIL).max(0.0));
            label_if_fits(ui, &desk.t("editor-of-these"));
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if square_button(ui, Icon::Minus, &desk.t1("editor-remove-group", "number", number)).clicked() {
                tree.edits.push(TreeEdit::Remove(path.clone()));
            }
            if group.muted {
                let name = desk.t1("editor-unmute-group", "number", number);
                if widgets::icon_button(ui, Icon::EyeOff, &name).clicked() {
                    tree.edits.push(TreeEdit::Mute(path.clone()));
                }
            } else {
                row::mark(ui, pointer, desk);
            }
        });
    });
    tree.drag.over_head(ui, path, head.response.rect);
    ui.add_space(2.0);
    children(ui, group, path, pointer, tree, desk);
    footer(ui, path, group.children.len(), number, tree, desk);
}

/// The buttons below a group's children; `number` is the group's, 0 for the outermost.
fn footer(ui: &mut Ui, path: &NodePath, count: usize, number: usize, tree: &mut Tree, desk: &Desk<'_, '_>) {
    let line = ui.horizontal(|ui| {
        ui.add_space(INDENT);
        let condition = ui.add(
            Button::secondary(desk.t("editor-add-condition"))
                .icon(Icon::Plus)
                .small(),
        );
        if number == 0 {
            desk.arrive_exactly(ui, "/audience", condition.id, condition.rect);
        }
        let name = match number {
            0 => desk.t("editor-add-condition-name"),
            _ => desk.t1("editor-add-condition-to", "number", number),
        };
        if condition.accessible_name(name).clicked() {
            tree.edits.push(TreeEdit::AddCondition(path.clone(), count));
        }
        let deep = !super::edit::depth_allows(path, 1);
        let group = Button::secondary(desk.t("editor-add-group")).icon(Icon::Plus).small();
        let group = ui
            .add_enabled(!deep, group)
            .on_disabled_hover_text(desk.t("editor-too-deep"));
        let name = match number {
            0 => desk.t("editor-add-group-name"),
            _ => desk.t1("editor-add-group-to", "number", number),
        };
        if group.accessible_name(name).clicked() {
            tree.edits.push(TreeEdit::AddGroup(path.clone(), count));
        }
    });
    tree.drag.over_end(ui, path, count, line.response.rect);
}
