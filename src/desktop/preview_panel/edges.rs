//! The edges of the page, to drag it to another size. With the keyboard, the size is typed in the menu of devices.

use egui::{CornerRadius, CursorIcon, Id, Pos2, Rect, Sense, Ui, Vec2, pos2, vec2};

use super::{PreviewPanel, canvas, devices::sized};
use crate::{desktop::theme::palette, popup::Viewport};

/// How wide the places to take hold of are, in points.
const GRIP: f32 = 10.0;
/// Length and width of the mark in the middle of an edge.
const MARK: Vec2 = vec2(4.0, 32.0);

/// An edge of the page, or the corner between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Edge {
    Right,
    Bottom,
    Corner,
}

impl Edge {
    const ALL: [Self; 3] = [Self::Right, Self::Bottom, Self::Corner];

    fn moves_width(self) -> bool {
        match self {
            Self::Right | Self::Corner => true,
            Self::Bottom => false,
        }
    }

    fn moves_height(self) -> bool {
        match self {
            Self::Bottom | Self::Corner => true,
            Self::Right => false,
        }
    }

    fn cursor(self) -> CursorIcon {
        match self {
            Self::Right => CursorIcon::ResizeHorizontal,
            Self::Bottom => CursorIcon::ResizeVertical,
            Self::Corner => CursorIcon::ResizeNwSe,
        }
    }

    /// Where it is taken hold of: outside of the page, so that nothing on it is in the way.
    fn grip(self, page: Rect) -> Rect {
        let corner = page.right_bottom();
        match self {
            Self::Right => Rect::from_min_max(page.right_top(), pos2(corner.x + GRIP, corner.y)),
            Self::Bottom => Rect::from_min_max(page.left_bottom(), pos2(corner.x, corner.y + GRIP)),
            Self::Corner => Rect::from_min_size(corner, Vec2::splat(GRIP * 1.5)),
        }
    }
}

/// What is being done to the edges.
#[derive(Debug, Default)]
pub(super) struct Edges {
    held: Option<Held>,
}

/// An edge that is held. As long as it is, the page keeps its zoom.
#[derive(Debug)]
struct Held {
    edge: Edge,
    factor: f32,
}

impl Edges {
    /// The zoom that the page keeps.
    pub(super) fn factor(&self) -> Option<f32> {
        self.held.as_ref().map(|held| held.factor)
    }
}

impl PreviewPanel {
    /// Lets the edges be dragged that lie in the room.
    pub(super) fn move_edges(&mut self, ui: &Ui, room: Rect, page: Rect) {
        let factor = self.factor(ui.ctx());
        let is_near = ui.rect_contains_pointer(room);
        for edge in Edge::ALL {
            let grip = edge.grip(page);
            let is_held = self.edges.held.as_ref().is_some_and(|held| held.edge == edge);
            let has_room = (!edge.moves_width() || page.right() + GRIP <= room.right())
                && (!edge.moves_height() || page.bottom() + GRIP <= room.bottom());
            if !is_held && !has_room {
                continue;
            }
            let response = ui.interact(grip.intersect(room), Id::unique(("page edge", edge)), Sense::DRAG);
            if response.drag_started() {
                self.edges.held = Some(Held { edge, factor });
            }
            if response.dragged() || response.hovered() {
                ui.ctx().set_cursor_icon(edge.cursor());
            }
            if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
                self.viewing.resize(self.dragged(ui, edge, room, page, pointer));
            }
            if response.drag_stopped() {
                self.edges.held = None;
            }
            if is_near || response.dragged() {
                self.mark(ui, edge, page, response.dragged() || response.hovered());
            }
        }
        if let Some(held) = &self.edges.held {
            let words = sized(self.viewing.viewport());
            let p = palette(ui);
            let at = page.right_bottom().min(room.right_bottom());
            let inset = if held.edge == Edge::Right { 8.0 } else { 12.0 };
            let painter = ui.painter_at(room);
            canvas::tag(&painter, &words, (p.accent, p.on_accent), |size| {
                at - size - Vec2::splat(inset)
            });
        }
    }

    /// The size of the page when an edge is under the pointer. A page that fits its room stays in the middle, so that both its edges move.
    fn dragged(&self, ui: &Ui, edge: Edge, room: Rect, page: Rect, pointer: Pos2) -> Viewport {
        let (width, height) = self.viewing.viewport().size();
        let scale = self.shown_scale(ui).max(0.01);
        let side = |center: f32, length: f32, at: f32, room: f32, before: f32| {
            let now = if length <= room {
                (at - center) * 2.0
            } else {
                length + at - before
            };
            (now / scale).round().max(0.0) as u32
        };
        let width = if edge.moves_width() {
            side(room.center().x, page.width(), pointer.x, room.width(), page.right())
        } else {
            width
        };
        let height = if edge.moves_height() {
            side(room.center().y, page.height(), pointer.y, room.height(), page.bottom())
        } else {
            height
        };
        Viewport::new(width, height)
    }

    fn mark(&self, ui: &Ui, edge: Edge, page: Rect, active: bool) {
        let p = palette(ui);
        let ink = if active { p.accent } else { p.control_border };
        let (center, size) = match edge {
            Edge::Right => (page.right_center() + vec2(GRIP / 2.0, 0.0), MARK),
            Edge::Bottom => (page.center_bottom() + vec2(0.0, GRIP / 2.0), vec2(MARK.y, MARK.x)),
            Edge::Corner => (page.right_bottom() + Vec2::splat(GRIP / 2.0), Vec2::splat(6.0)),
        };
        let rect = Rect::from_center_size(center, size);
        ui.painter().rect_filled(rect, CornerRadius::same(2), ink);
    }
}
