//! The steps on the axis: pressed to select, dragged along time, moved by keys.

use egui::{CursorIcon, Id, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::{Drag, RULER, Rows, STEPS};
use crate::{
    desktop::{
        journey::{JourneyContext, View, words},
        theme::{Icon, Type, palette},
        widgets,
    },
    studio::{duration, journey::timeline::StepKind, simulated::SimulatedVisitor},
};

/// Diameter of a step, in points.
const SIZE: f32 = 22.0;

/// Points for a second beyond the end of the axis.
const BEYOND: f32 = 10.0;

/// The identity of a step's marker.
pub fn id(index: usize) -> Id {
    Id::unique(("journey step", index))
}

impl View<'_> {
    pub(super) fn markers(
        &mut self,
        ui: &mut Ui,
        rows: &Rows<'_>,
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) {
        self.follow_drag(ui, rows, simulated);
        let y = rows.origin.y + RULER + STEPS / 2.0;
        let focus = self.panel.focus_step.take();
        for index in 0..self.desk.timeline().steps().len() {
            let dragged = self.panel.drag.as_ref().is_some_and(|drag| drag.index == index);
            let x = rows.origin.x + self.place(rows, index);
            if rows.sees(x, x) || focus == Some(index) || ui.memory(|memory| memory.has_focus(id(index))) {
                self.marker(ui, rows, (index, egui::pos2(x, y), dragged), simulated, ctx);
            }
            if focus == Some(index) {
                ui.memory_mut(|memory| memory.request_focus(id(index)));
            }
        }
    }

    /// Returns the place of a step: while one is dragged, all others keep their places.
    fn place(&self, rows: &Rows<'_>, index: usize) -> f32 {
        match &self.panel.drag {
            Some(_) => rows.axis.x(self.desk.timeline().steps()[index].at),
            None => rows.axis.step(index),
        }
    }

    fn marker(
        &mut self,
        ui: &mut Ui,
        rows: &Rows<'_>,
        (index, center, dragged): (usize, egui::Pos2, bool),
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) {
        let p = palette(ui);
        let rect = Rect::from_center_size(center, Vec2::splat(SIZE));
        let response = ui.interact(rect.expand2(egui::vec2(2.0, 3.0)), id(index), Sense::click_and_drag());
        let name = self.marker_name(index, rows, simulated, ctx);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, self.desk.selected() == Some(index), &name));
        let at = self.desk.timeline().steps()[index].at;
        let (selected, passed) = (self.desk.selected() == Some(index), at <= self.desk.player.at);
        let (fill, edge, ink) = match (selected, passed) {
            (true, _) => (p.accent, p.accent, p.on_accent),
            (false, true) => (p.accent_soft, p.accent, p.accent_text),
            (false, false) => (p.surface, p.control_border, p.text_muted),
        };
        let edge = if response.hovered() || dragged { p.accent } else { edge };
        ui.painter().circle(center, SIZE / 2.0, fill, Stroke::new(1.0, edge));
        let kind = self.desk.timeline().kind(index).unwrap_or(StepKind::Wait);
        let icon = if self.desk.timeline().is_end(index) {
            Icon::CircleDot
        } else {
            words::icon(kind)
        };
        icon.paint(ui.painter(), center, 13.0, ink);
        widgets::focus_ring(ui, &response, rect, 11);
        if dragged {
            let words = duration::clock(at - rows.axis.stretch(at));
            let place = egui::pos2(center.x, rect.top() - 2.0);
            ui.painter().text(
                place,
                egui::Align2::CENTER_BOTTOM,
                words,
                Type::Caption.font(),
                p.accent_text,
            );
        }
        if response.hovered() && self.panel.drag.is_none() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
        if response.drag_started()
            && let Some(pressed) = ui.input(|input| input.pointer.press_origin())
        {
            self.desk.mark(Some(index));
            self.desk.player.playing = false;
            self.panel.drag = Some(Drag {
                revision: self.desk.revision(),
                index,
                axis: rows.axis.clone(),
                grip: center.x - pressed.x,
            });
        }
        if response.clicked() {
            response.request_focus();
            self.select(index);
        }
        response.on_hover_text(name);
    }

    /// `Step 2 of 5, 0:05: scrolls to 45 %`.
    fn marker_name(
        &self,
        index: usize,
        rows: &Rows<'_>,
        simulated: &SimulatedVisitor,
        ctx: &JourneyContext<'_>,
    ) -> String {
        let time = words::time(self.desk.timeline().steps()[index].at, rows.axis, simulated.at, ctx);
        ctx.text.tv(
            "journey-step-name",
            &[
                ("number", (index + 1).into()),
                ("time", time.into()),
                ("does", words::step(self.desk.timeline(), index, ctx).into()),
            ],
        )
    }

    /// Lets the dragged step follow the pointer until it is released; Escape cancels.
    fn follow_drag(&mut self, ui: &Ui, rows: &Rows<'_>, simulated: &SimulatedVisitor) {
        let Some(mut drag) = self.panel.drag.take() else { return };
        let (pointer, down, escape) = ui.input(|input| {
            (
                input.pointer.interact_pos(),
                input.pointer.any_down(),
                input.key_pressed(egui::Key::Escape),
            )
        });
        if drag.revision != self.desk.revision() {
            return;
        }
        if escape {
            return self.desk.cancel_drag();
        }
        if let Some(pointer) = pointer {
            let x = pointer.x + drag.grip - rows.origin.x;
            // Beyond the end, the axis continues with its own scale.
            let beyond = (x - drag.axis.width()).max(0.0);
            let at = drag.axis.at(x) + f64::from(beyond / BEYOND);
            // Within a break a point is many minutes.
            let grain = if drag.axis.break_at(at).is_some() { 60.0 } else { 0.1 };
            let at = ((at / grain).round() * grain).max(0.0);
            drag.index = self.desk.drag(drag.index, at);
            drag.revision = self.desk.revision();
        }
        if down {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            self.panel.drag = Some(drag);
        } else if self.desk.drop_drag(simulated) {
            self.panel.focus_step = Some(drag.index);
        }
    }
}
