//! The lines of the audience. Those out of sight are not laid out: they only keep their height.

use std::collections::HashMap;

use egui::{Id, Popup, Rect, Stroke, Ui, pos2, vec2};

use super::{
    drag,
    group_line::{self, GroupAnswer},
    keys::{self, BoxKey, RowKey},
    line::{self, Answer, Drawn, LineView},
    metrics::{Metrics, ROW},
    node_menu, saved,
};
use crate::{
    campaign::{Group, Node, NodePath, Section},
    desktop::{
        editor::{desk::Desk, row},
        theme::{Type, palette},
        widgets,
    },
    engine::NodeLocation,
    studio::{
        action::Action,
        outline::{Event, Line, LineKind, ReadyRow, RowPart, TreeEdit, lines},
    },
    wording,
};

/// How far beyond what is visible rows are laid out, so that the keyboard finds the next ones.
const NEAR: f32 = 96.0;

/// How tall rows were when they were drawn last, for the width of then.
#[derive(Debug, Clone, Default)]
struct Heights {
    width: f32,
    of: HashMap<NodePath, f32>,
}

/// The lasting identity of a row.
pub(in crate::desktop::editor) fn row_id(place: &NodeLocation) -> Id {
    Id::unique(("editor-row", place))
}

/// Shows the lines; returns the edit of the tree's shape that was asked for.
pub(super) fn show(ui: &mut Ui, audience: &mut Group, desk: &mut Desk<'_, '_>) -> Option<TreeEdit> {
    let metrics = Metrics::of(ui, !desk.ctx.left.is_empty());
    let mut edit = by_keys(ui, audience, desk);
    let lines = lines(audience, desk.outline);
    columns(ui, &metrics, desk);
    let mut heights = recall(ui);
    let mut rows: Vec<(&Line, Rect)> = Vec::with_capacity(lines.len());
    let stop = tab_stop(&lines, desk);
    let dragged = drag::dragged(ui);
    let seen = ui.clip_rect().expand2(vec2(0.0, NEAR));
    ui.spacing_mut().item_spacing.y = 0.0;
    let builder = egui::UiBuilder::new()
        .accessibility_role(egui::Role::Tree)
        .accessibility_label(desk.t("outline-name"));
    ui.scope_builder(builder, |ui| {
        for (at, line) in lines.iter().enumerate() {
            let place = NodeLocation::Audience(line.path.clone());
            let tall = heights.of.get(&line.path).copied().unwrap_or(ROW);
            let top = ui.cursor().min;
            let rect = Rect::from_min_size(top, vec2(ui.available_width(), tall));
            let sought = desk.outline.take_sought(&place);
            let kept = desk.outline.is_selected(&place) || desk.outline.is_editing(&place);
            if !(seen.intersects(rect) || kept || sought) {
                ui.allocate_space(rect.size());
                rows.push((line, rect));
                continue;
            }
            let is_dragged = dragged.as_ref().is_some_and(|path| line.path.0.starts_with(&path.0));
            let Some((drawn, asked)) = one(ui, audience, line, (at == stop, is_dragged), &metrics, desk) else {
                continue;
            };
            edit = asked.or(edit.take());
            heights.of.insert(line.path.clone(), drawn.rect.height());
            rows.push((line, Rect::from_min_max(top, pos2(rect.right(), ui.cursor().top()))));
            let focused = desk.outline.is_selected(&place) && desk.outline.take_focus();
            if focused {
                ui.memory_mut(|memory| memory.request_focus(drawn.row.id));
            }
            if (focused || sought) && !ui.clip_rect().contains_rect(drawn.rect) {
                ui.scroll_to_rect(drawn.rect, None);
            }
        }
        guides(ui, &rows, &metrics);
    });
    keep(ui, heights);
    edit.or_else(|| drag::finish(ui, audience, &rows, &metrics, desk))
}

/// The line that Tab stops at: the selected one, or the first.
fn tab_stop(lines: &[Line], desk: &Desk<'_, '_>) -> usize {
    let selected =
        |line: &Line| matches!(desk.outline.selected(), Some(NodeLocation::Audience(path)) if *path == line.path);
    lines.iter().position(selected).unwrap_or(0)
}

fn recall(ui: &Ui) -> Heights {
    let width = ui.max_rect().width();
    let known = ui.data_mut(|data| std::mem::take(data.get_temp_mut_or_default::<Heights>(heights_id())));
    if (known.width - width).abs() < 0.5 {
        return known;
    }
    Heights {
        width,
        of: HashMap::new(),
    }
}

fn keep(ui: &Ui, heights: Heights) {
    ui.data_mut(|data| data.insert_temp(heights_id(), heights));
}

fn heights_id() -> Id {
    Id::unique("editor-outline-heights")
}

/// The heads of the columns at the right.
fn columns(ui: &mut Ui, metrics: &Metrics, desk: &Desk<'_, '_>) {
    if desk.ctx.analysis.marks.is_empty() {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), egui::Sense::hover());
    let ink = palette(ui).text_muted;
    let put = |ui: &Ui, words: String, right: f32| {
        let at = pos2(right, rect.center().y);
        ui.painter()
            .text(at, egui::Align2::RIGHT_CENTER, words, Type::Caption.font(), ink);
    };
    put(ui, desk.t("outline-this-visitor"), metrics.truth_column().max);
    if metrics.counts() {
        put(ui, desk.t("outline-visitors-left"), metrics.left_column().max);
    }
}

/// Shows one line.
fn one(
    ui: &mut Ui,
    audience: &mut Group,
    line: &Line,
    (stop, dragged): (bool, bool),
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
) -> Option<(Drawn, Option<TreeEdit>)> {
    let place = NodeLocation::Audience(line.path.clone());
    let pointer = audience.pointer(&line.path);
    let number = line.number();
    let is_group = matches!(line.kind, LineKind::Group { .. });
    let key = if is_group {
        "editor-group-name"
    } else {
        "editor-condition-name"
    };
    let name = desk.t1(key, "number", number.as_str());
    let view = LineView {
        id: row_id(&place),
        pointer: &pointer,
        name: &name,
        number: &number,
        shown: (line.level() == 0).then(|| number.clone()),
        between: line.between,
        level: line.level(),
        section: Section::Audience,
        left: desk.ctx.left.get(&pointer).copied(),
        is_group,
        stop,
        dragged,
        place,
    };
    let (drawn, edit) = match line.kind {
        LineKind::Group { folded, conditions } => {
            group(ui, audience, line, &view, (folded, conditions), metrics, desk)?
        }
        LineKind::Saved => {
            let Some(Node::Saved(saved)) = audience.node(&line.path) else {
                return None;
            };
            let drawn = saved::show(ui, saved, &view, metrics, desk);
            let edit = drawn
                .answer
                .and_then(|answer| answered(ui, audience, line, answer, desk));
            (drawn, edit)
        }
        LineKind::Condition if desk.outline.is_editing(&view.place) => {
            edited(ui, audience, line, &view, metrics, desk)?
        }
        LineKind::Condition => {
            let Some(Node::Condition(condition)) = audience.node(&line.path) else {
                return None;
            };
            let drawn = line::condition(ui, condition, &view, metrics, desk);
            let edit = drawn
                .answer
                .and_then(|answer| answered(ui, audience, line, answer, desk));
            (drawn, edit)
        }
    };
    row::conflict_stripe(ui, drawn.rect, &pointer, desk);
    drag::source(&drawn.handle, &line.path, || said(audience, &line.path, desk));
    let chosen = node_menu::show(&drawn.handle, &drawn.row, &line.path, audience, &pointer, desk);
    Some((drawn, chosen.or(edit)))
}

fn group(
    ui: &mut Ui,
    audience: &mut Group,
    line: &Line,
    view: &LineView<'_>,
    head: (bool, usize),
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
) -> Option<(Drawn, Option<TreeEdit>)> {
    let group = audience.group(&line.path)?;
    let (drawn, answer) = group_line::show(ui, group, view, head, metrics, desk);
    let edit = match answer {
        None => None,
        Some(GroupAnswer::Fold(fold)) => {
            desk.outline.on(Event::Fold(line.path.clone(), fold), audience);
            desk.outline.on(Event::Select(view.place.clone()), audience);
            ui.request_repaint();
            None
        }
        Some(GroupAnswer::Join(joiner)) => {
            if let Some(group) = audience.group_mut(&line.path) {
                group.joiner = joiner;
                desk.structural("editor-step-joiner");
            }
            None
        }
        Some(GroupAnswer::Line(answer)) => answered(ui, audience, line, answer, desk),
    };
    Some((drawn, edit))
}

fn edited(
    ui: &mut Ui,
    audience: &mut Group,
    line: &Line,
    view: &LineView<'_>,
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
) -> Option<(Drawn, Option<TreeEdit>)> {
    let key = keys::in_boxes(ui, view.id);
    let Some(Node::Condition(condition)) = audience.node_mut(&line.path) else {
        return None;
    };
    let drawn = line::edited(ui, condition, view, metrics, desk);
    keys::note_boxes(ui, view.id, drawn.rect);
    let by_key = match key {
        Some(BoxKey::MoveUp) => Some(TreeEdit::Up(line.path.clone())),
        Some(BoxKey::MoveDown) => Some(TreeEdit::Down(line.path.clone())),
        Some(BoxKey::Leave) => answered(ui, audience, line, Answer::Done, desk),
        None => None,
    };
    let answer = drawn
        .answer
        .and_then(|answer| answered(ui, audience, line, answer, desk));
    Some((drawn, by_key.or(answer)))
}

/// Does what the user asked of a line; an edit of the tree's shape is returned.
fn answered(ui: &Ui, audience: &Group, line: &Line, answer: Answer, desk: &mut Desk<'_, '_>) -> Option<TreeEdit> {
    let place = NodeLocation::Audience(line.path.clone());
    let (group, index) = line.path.parent()?;
    ui.request_repaint();
    match answer {
        Answer::Select => desk.outline.on(Event::Select(place), audience),
        Answer::Open(part) => match audience.node(&line.path) {
            Some(Node::Saved(saved)) => desk.actions.send(Action::OpenAudience(saved.name.clone())),
            Some(Node::Condition(_) | Node::Group(_)) | None => desk.outline.on(Event::Open(place, part), audience),
        },
        Answer::Done => return done(audience, line, desk),
        Answer::Ready(number) => {
            let node = ReadyRow::all().get(number)?.node.clone();
            return Some(TreeEdit::Replace(line.path.clone(), Box::new(node)));
        }
        Answer::Saved(number) => {
            let (name, _) = desk.ctx.audiences.iter().nth(number)?;
            return Some(TreeEdit::Refer(line.path.clone(), name.to_owned()));
        }
        Answer::Remove => return Some(TreeEdit::Remove(line.path.clone())),
        Answer::Unmute => return Some(TreeEdit::Mute(line.path.clone())),
        Answer::Add => {
            return Some(match audience.group(&line.path) {
                Some(inside) => TreeEdit::AddCondition(line.path.clone(), inside.children.len()),
                None => TreeEdit::AddCondition(group, index + 1),
            });
        }
    }
    None
}

/// Leaves a row. A new one that asks nothing yet goes: nobody wanted it.
fn done(audience: &Group, line: &Line, desk: &mut Desk<'_, '_>) -> Option<TreeEdit> {
    let place = NodeLocation::Audience(line.path.clone());
    let asks_nothing =
        matches!(audience.node(&line.path), Some(Node::Condition(condition)) if condition.field.id().is_none());
    let given_up = desk.outline.is_fresh(&place) && asks_nothing;
    desk.outline.on(Event::Leave, audience);
    given_up.then(|| TreeEdit::Remove(line.path.clone()))
}

/// Does what the keyboard asks of the selected row.
fn by_keys(ui: &Ui, audience: &Group, desk: &mut Desk<'_, '_>) -> Option<TreeEdit> {
    let path = match desk.outline.selected() {
        Some(NodeLocation::Audience(path)) => path.clone(),
        // The first row is where Tab stops.
        Some(NodeLocation::Activity(_)) | None => {
            let first = NodeLocation::Audience(NodePath(vec![0]));
            if !ui.memory(|memory| memory.has_focus(row_id(&first))) {
                return None;
            }
            desk.outline.on(Event::Select(first), audience);
            NodePath(vec![0])
        }
    };
    let at = || path.clone();
    let place = NodeLocation::Audience(at());
    match keys::on_row(ui, row_id(&place))? {
        RowKey::Edit => match audience.node(&path) {
            Some(Node::Group(_)) => {
                let folded = desk.outline.is_folded(&path);
                desk.outline.on(Event::Fold(at(), !folded), audience);
            }
            Some(Node::Saved(saved)) => desk.actions.send(Action::OpenAudience(saved.name.clone())),
            Some(Node::Condition(condition)) => {
                let part = if condition.field.known().is_some() {
                    RowPart::Value
                } else {
                    RowPart::Field
                };
                desk.outline.on(Event::Edit(place, part), audience);
            }
            None => {}
        },
        RowKey::Remove => return Some(TreeEdit::Remove(at())),
        RowKey::MoveUp => return Some(TreeEdit::Up(at())),
        RowKey::MoveDown => return Some(TreeEdit::Down(at())),
        RowKey::Menu => Popup::open_id(ui.ctx(), widgets::menu_id(row_id(&place).with("handle"))),
        RowKey::Go(step) => desk.outline.on(Event::Go(step), audience),
        RowKey::Inward => desk.outline.on(Event::Inward, audience),
        RowKey::Outward => desk.outline.on(Event::Outward, audience),
    }
    ui.request_repaint();
    None
}

/// What a node says, for whoever drags it.
fn said(audience: &Group, path: &NodePath, desk: &Desk<'_, '_>) -> String {
    match audience.node(path) {
        Some(Node::Condition(condition)) => wording::row(condition, desk.ctx.text.language()).line(),
        Some(Node::Group(group)) => {
            let counted = desk.t1("outline-conditions", "count", group.count_conditions());
            let joiner = super::joiner::word(group.joiner, desk);
            format!("{joiner} {}, {counted}", super::joiner::of_these(group.joiner, desk))
        }
        Some(Node::Saved(saved)) => saved::said(saved, desk)[0].clone(),
        None => String::new(),
    }
}

/// Draws the lines that lead from the heads of groups to their rows.
fn guides(ui: &Ui, rows: &[(&Line, Rect)], metrics: &Metrics) {
    let edge = Stroke::new(1.0, palette(ui).indent_guide);
    for (line, rect) in rows.iter().filter(|(_, rect)| ui.clip_rect().intersects(*rect)) {
        for level in 1..=line.level() {
            ui.painter().vline(metrics.guide(level - 1), rect.y_range(), edge);
        }
    }
}
