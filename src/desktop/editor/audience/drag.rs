//! Dragging nodes by their handles: where they would land, what that changes, and the move itself.

use egui::{CornerRadius, DragAndDrop, Id, LayerId, Order, Pos2, Rect, Response, Stroke, StrokeKind, Ui, vec2};

use super::metrics::Metrics;
use crate::{
    campaign::{Group, Joiner, NodePath},
    desktop::{
        editor::desk::Desk,
        theme::{Palette, Type, palette, radius},
    },
    studio::outline::{Line, LineKind, Meaning, TreeEdit, meaning},
};

/// What is being dragged.
struct Dragged {
    path: NodePath,
    words: String,
}

/// A place between two nodes.
struct Slot {
    group: NodePath,
    index: usize,
    /// Where the line is drawn that shows it.
    y: f32,
}

/// Returns the node that is being dragged.
pub(super) fn dragged(ui: &Ui) -> Option<NodePath> {
    DragAndDrop::payload::<Dragged>(ui.ctx()).map(|dragged| dragged.path.clone())
}

/// Lets `handle` drag the node at `path`, which says `words`.
pub(super) fn source(handle: &Response, path: &NodePath, words: impl FnOnce() -> String) {
    if handle.drag_started() {
        handle.dnd_set_drag_payload(Dragged {
            path: path.clone(),
            words: words(),
        });
    }
}

/// Shows where the dragged node would land and what that changes; returns the move once it is released.
pub(super) fn finish(
    ui: &Ui,
    audience: &Group,
    rows: &[(&Line, Rect)],
    metrics: &Metrics,
    desk: &Desk<'_, '_>,
) -> Option<TreeEdit> {
    let dragged = DragAndDrop::payload::<Dragged>(ui.ctx())?;
    let at = ui.input(|input| input.pointer.latest_pos())?;
    let slot = slot(audience, rows, at, metrics);
    let change = slot
        .as_ref()
        .map(|slot| meaning(audience, &dragged.path, &slot.group, slot.index));
    let possible = matches!(change, Some(Meaning::Order | Meaning::Joined { .. }));
    let p = palette(ui);
    let painter = ui
        .ctx()
        .layer_painter(LayerId::new(Order::Tooltip, Id::unique("editor-audience-drag")));
    if let Some(slot) = slot.as_ref().filter(|_| possible) {
        let left = metrics.text(slot.group.0.len());
        let line = Rect::from_x_y_ranges(left..=ui.max_rect().right(), slot.y - 1.5..=slot.y + 1.5);
        painter.rect_filled(line, CornerRadius::same(2), p.accent);
        painter.circle_filled(line.left_center(), 4.0, p.accent);
    }
    let words = change.map(|change| said(&change, desk));
    ghost(&painter, at, &dragged.words, words.as_deref(), p);
    ui.set_cursor_icon(egui::CursorIcon::Grabbing);
    let released = ui.input(|input| input.pointer.any_released());
    let slot = slot.filter(|_| released && possible)?;
    Some(TreeEdit::Move(dragged.path.clone(), slot.group, slot.index))
}

/// What a move changes, in words.
fn said(change: &Meaning, desk: &Desk<'_, '_>) -> String {
    desk.t(match change {
        Meaning::Stays => "outline-drop-stays",
        Meaning::Order => "outline-drop-order",
        Meaning::Joined { to: Joiner::All, .. } => "outline-drop-all",
        Meaning::Joined { to: Joiner::Any, .. } => "outline-drop-any",
        Meaning::Joined { to: Joiner::None, .. } => "outline-drop-none",
        Meaning::TooDeep => "editor-cannot-drop",
    })
}

/// Shows what is dragged, and what dropping it here changes.
fn ghost(painter: &egui::Painter, at: Pos2, words: &str, change: Option<&str>, p: &Palette) {
    let short: String = words.chars().take(60).collect();
    let words = painter.layout_no_wrap(short, Type::BodyStrong.font(), p.text);
    let change = change.map(|change| painter.layout_no_wrap(change.to_owned(), Type::Small.font(), p.text_muted));
    let below = change.as_ref().map_or(egui::Vec2::ZERO, |change| change.size());
    let gap = if change.is_some() { 2.0 } else { 0.0 };
    let size = vec2(words.size().x.max(below.x), words.size().y + gap + below.y);
    let rect = Rect::from_min_size(at + vec2(14.0, 6.0), size + vec2(20.0, 12.0));
    let edge = Stroke::new(1.0, p.accent);
    painter.rect(rect, CornerRadius::same(radius::M), p.surface, edge, StrokeKind::Inside);
    let top = rect.min + vec2(10.0, 6.0);
    let next = top + vec2(0.0, words.size().y + gap);
    painter.galley(top, words, p.text);
    if let Some(change) = change {
        painter.galley(next, change, p.text_muted);
    }
}

/// Returns the place nearest to the pointer. At the end of groups, how far left it is says how many of them it leaves.
fn slot(audience: &Group, rows: &[(&Line, Rect)], at: Pos2, metrics: &Metrics) -> Option<Slot> {
    let (first, last) = (rows.first()?, rows.last()?);
    if at.y < first.1.top() - 40.0 || at.y > last.1.bottom() + 60.0 {
        return None;
    }
    let (line, rect) = rows.iter().find(|(_, rect)| at.y < rect.bottom()).unwrap_or(last);
    let (group, index) = line.path.parent()?;
    if at.y < rect.center().y {
        return Some(Slot {
            group,
            index,
            y: rect.top(),
        });
    }
    if matches!(line.kind, LineKind::Group { folded: false, .. }) {
        return Some(Slot {
            group: line.path.clone(),
            index: 0,
            y: rect.bottom(),
        });
    }
    let (mut group, mut index) = (group, index + 1);
    while at.x < metrics.text(group.0.len()) - 14.0
        && audience
            .group(&group)
            .is_some_and(|inside| inside.children.len() == index)
        && let Some((outer, place)) = group.parent()
    {
        (group, index) = (outer, place + 1);
    }
    Some(Slot {
        group,
        index,
        y: rect.bottom(),
    })
}
