//! What the keyboard does in the journey: Space plays, arrow keys move the marked step, Delete removes it.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Ui};

use super::{View, lane};
use crate::studio::simulated::SimulatedVisitor;

impl View<'_> {
    pub(super) fn follow_keys(&mut self, ui: &Ui, simulated: &SimulatedVisitor) {
        // Anything in front of the window receives the keys, even without the focus.
        if !ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
            return;
        }
        let focus = ui.memory(egui::Memory::focused);
        let marked = (0..self.desk.timeline().steps().len()).find(|index| focus == Some(lane::marker_id(*index)));
        let playhead = focus == Some(egui::Id::unique("journey playhead"));
        let free = focus.is_none() && self.desk.is_active();
        if (marked.is_some() || playhead || free)
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space))
        {
            self.desk.player.toggle(self.desk.timeline().end());
        }
        if let Some(index) = marked {
            self.step_keys(ui, index, simulated);
        }
    }

    /// Left and right move a step in time, with Alt past its neighbour; up and down go to its neighbours.
    fn step_keys(&mut self, ui: &Ui, index: usize, simulated: &SimulatedVisitor) {
        let keys = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(lane::marker_id(index), keys));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, later) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if pressed(Modifiers::ALT, key) {
                let place = self.desk.change("journey-step-move", simulated, |timeline| {
                    timeline.exchange(index, later)
                });
                return self.go_to(place);
            }
            let by = if pressed(Modifiers::SHIFT, key) {
                10.0
            } else if pressed(Modifiers::NONE, key) {
                1.0
            } else {
                continue;
            };
            let at = self.desk.timeline().steps()[index].at + if later { by } else { -by };
            let place = self
                .desk
                .change("journey-step-move", simulated, |timeline| timeline.move_to(index, at));
            return self.go_to(place);
        }
        if pressed(Modifiers::NONE, Key::ArrowUp) && index > 0 {
            self.go_to(index - 1);
        } else if pressed(Modifiers::NONE, Key::ArrowDown) && index + 1 < self.desk.timeline().steps().len() {
            self.go_to(index + 1);
        } else if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
            self.remove(index, simulated);
        }
    }

    /// Removes a step; the focus moves to the one that takes its place.
    pub(super) fn remove(&mut self, index: usize, simulated: &SimulatedVisitor) {
        match self
            .desk
            .change("journey-step-remove", simulated, |timeline| timeline.remove(index))
        {
            Some(place) => self.go_to(place),
            None => self.desk.mark(None),
        }
    }

    /// Selects a step and focuses it.
    pub(super) fn go_to(&mut self, index: usize) {
        self.select(index);
        self.panel.focus_step = Some(index);
    }

    /// Remembers whether the user is busy here: where the last press was, or what the keyboard went to since.
    pub(super) fn follow_user(&mut self, ui: &Ui, whole: Rect) {
        let whole = whole.intersect(ui.clip_rect());
        let pressed = ui.input(|input| {
            input
                .pointer
                .any_pressed()
                .then(|| input.pointer.interact_pos())
                .flatten()
        });
        if let Some(place) = pressed {
            self.desk.set_active(whole.contains(place));
        }
        let focus = ui.memory(egui::Memory::focused);
        let moved = std::mem::replace(&mut self.panel.focus, focus) != focus;
        if let Some(focus) = focus.filter(|_| moved) {
            self.follow_focus(ui, focus, whole);
        }
    }

    fn follow_focus(&mut self, ui: &Ui, focus: Id, whole: Rect) {
        // A step may be outside the visible part of the axis.
        if (0..self.desk.timeline().steps().len()).any(|index| focus == lane::marker_id(index)) {
            self.desk.set_active(true);
        } else if let Some(there) = ui.ctx().read_response(focus)
            // Menus and dialogs are in front of the window: their position does not show what they are about.
            && there.layer_id == ui.layer_id()
        {
            self.desk.set_active(whole.contains(there.rect.center()));
        }
    }
}
