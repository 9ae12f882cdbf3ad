//! Dragging nodes by their handles: where they may land, the line that shows it, and the move itself.

use egui::{CornerRadius, DragAndDrop, Id, LayerId, Order, Pos2, Rect, Response, Stroke, Ui, vec2};

use super::edit::{self, TreeEdit};
use crate::{
    campaign::{Group, NodePath},
    desktop::{
        editor::desk::Desk,
        theme::{Type, palette, radius},
    },
};

/// What is being dragged.
struct Dragged {
    path: NodePath,
    name: String,
}

/// A place between two nodes.
struct Slot {
    group: NodePath,
    index: usize,
    line: Rect,
}

/// A drag in progress, as this frame sees it.
pub(super) struct Drag {
    pointer: Option<Pos2>,
    slot: Option<Slot>,
}

impl Drag {
    /// Checks whether something is being dragged.
    pub(super) fn begin(ui: &Ui) -> Self {
        let dragging = DragAndDrop::has_payload_of_type::<Dragged>(ui.ctx());
        Self {
            pointer: dragging.then(|| ui.input(|input| input.pointer.latest_pos())).flatten(),
            slot: None,
        }
    }

    /// Lets `handle` drag the node at `path`.
    pub(super) fn source(&self, handle: &Response, path: &NodePath, name: &str) {
        handle.dnd_set_drag_payload(Dragged {
            path: path.clone(),
            name: name.to_owned(),
        });
    }

    /// Offers the places before and behind a row.
    pub(super) fn over_row(&mut self, ui: &Ui, path: &NodePath, rect: Rect) {
        let Some((group, index)) = path.parent() else { return };
        // Half of the word between two rows belongs to each of them.
        let zone = rect.expand2(vec2(0.0, 14.0));
        if let Some(at) = self.pointer.filter(|at| zone.contains(*at)) {
            let below = at.y > rect.center().y;
            let y = if below { rect.bottom() + 4.0 } else { rect.top() - 4.0 };
            self.offer(ui, group, index + usize::from(below), rect, y);
        }
    }

    /// Offers the places before a group and at its beginning.
    pub(super) fn over_head(&mut self, ui: &Ui, path: &NodePath, rect: Rect) {
        let Some(at) = self.pointer.filter(|at| rect.expand2(vec2(40.0, 14.0)).contains(*at)) else {
            return;
        };
        if at.y > rect.center().y {
            self.offer(ui, path.clone(), 0, rect, rect.bottom() + 4.0);
        } else if let Some((group, index)) = path.parent() {
            self.offer(ui, group, index, rect.expand(12.0), rect.top() - 16.0);
        }
    }

    /// Offers the place at the end of a group.
    pub(super) fn over_end(&mut self, ui: &Ui, path: &NodePath, count: usize, rect: Rect) {
        if self
            .pointer
            .is_some_and(|at| rect.expand2(vec2(400.0, 6.0)).contains(at))
            && self.slot.is_none()
        {
            let line = rect.with_max_x(ui.max_rect().right());
            self.offer(ui, path.clone(), count, line, rect.top() - 4.0);
        }
    }

    fn offer(&mut self, _ui: &Ui, group: NodePath, index: usize, rect: Rect, y: f32) {
        let line = Rect::from_x_y_ranges(rect.left() + 28.0..=rect.right(), y - 1.5..=y + 1.5);
        self.slot = Some(Slot { group, index, line });
    }

    /// Shows where the dragged node would land, and returns the move once it is released.
    pub(super) fn finish(&self, ui: &Ui, tree: &Group, desk: &Desk<'_, '_>) -> Option<TreeEdit> {
        let dragged = DragAndDrop::payload::<Dragged>(ui.ctx())?;
        let wanted = self.slot.as_ref().map(|slot| {
            (
                slot,
                TreeEdit::Move(dragged.path.clone(), slot.group.clone(), slot.index),
            )
        });
        let possible = wanted.as_ref().is_some_and(|(_, edit)| edit::possible(tree, edit));
        let p = palette(ui);
        let layer = LayerId::new(Order::Tooltip, Id::unique("editor-audience-drag"));
        let painter = ui.ctx().layer_painter(layer);
        if let Some((slot, _)) = wanted.as_ref().filter(|_| possible) {
            painter.rect_filled(slot.line, CornerRadius::same(2), p.accent);
        }
        if let Some(at) = self.pointer {
            let words = if wanted.is_some() && !possible && !self.stays(&dragged.path) {
                desk.t("editor-cannot-drop")
            } else {
                dragged.name.clone()
            };
            let galley = painter.layout_no_wrap(words, Type::Caption.font(), p.text);
            let rect = Rect::from_min_size(at + vec2(14.0, 6.0), galley.size() + vec2(20.0, 10.0));
            painter.rect(
                rect,
                CornerRadius::same(radius::M),
                p.surface,
                Stroke::new(1.0, p.accent),
                egui::StrokeKind::Inside,
            );
            painter.galley(rect.min + vec2(10.0, 5.0), galley, p.text);
            ui.set_cursor_icon(egui::CursorIcon::Grabbing);
        }
        let released = ui.input(|input| input.pointer.any_released());
        wanted.map(|(_, edit)| edit).filter(|_| released && possible)
    }

    /// Whether the node would land where it is.
    fn stays(&self, path: &NodePath) -> bool {
        let place = path.parent();
        self.slot.as_ref().zip(place).is_some_and(|(slot, (group, index))| {
            slot.group == group && (slot.index == index || slot.index == index + 1) || slot.group.0.starts_with(&path.0)
        })
    }
}
