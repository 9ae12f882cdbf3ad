//! Keys on the page: arrows move among the pictures, Enter opens one, Space enlarges it, Esc leaves.

use egui::{EventFilter, Key, Modifiers, Ui};

use super::{SheetPage, SheetView, is_in_front, tile_id};
use crate::studio::{
    action::{Action, Actions},
    gallery::Direction,
    sheet::Event,
};

const ARROWS: [(Key, Direction); 4] = [
    (Key::ArrowLeft, Direction::Left),
    (Key::ArrowRight, Direction::Right),
    (Key::ArrowUp, Direction::Up),
    (Key::ArrowDown, Direction::Down),
];

impl SheetPage {
    pub(super) fn keys(&mut self, ui: &Ui, view: SheetView<'_>, actions: &mut Actions) {
        if !is_in_front(ui) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let focused = ui.memory(egui::Memory::focused);
        let chosen = self.state.chosen().map(tile_id);
        let Some(chosen) = chosen.filter(|id| focused.is_none_or(|focused| focused == *id)) else {
            // Another control has the keyboard, or nothing is shown.
            if focused.is_none() && pressed(ui, Key::Escape) {
                actions.send(Action::ShowEditor);
            }
            return;
        };
        if focused.is_some() {
            // Arrows and Escape belong to the pictures; they do not move the focus to another control, or take it away.
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(chosen, filter));
        }
        for (key, direction) in ARROWS {
            if pressed(ui, key) {
                self.state.on(Event::Move(direction, self.columns));
                self.focus_chosen = true;
            }
        }
        if pressed(ui, Key::Enter) {
            self.open(actions);
        } else if pressed(ui, Key::Space) {
            self.enlarge(view, actions);
        } else if pressed(ui, Key::Escape) {
            actions.send(Action::ShowEditor);
        }
    }
}

fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}
