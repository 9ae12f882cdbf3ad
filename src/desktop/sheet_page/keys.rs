//! Keys on the page: arrows move among the pictures, Enter opens one, Space enlarges it, Esc leaves.

use egui::{EventFilter, Key, Ui};

use super::{SheetPage, SheetView, is_in_front, tile_id};
use crate::{
    desktop::widgets::{DIRECTIONS, take_key},
    studio::{
        action::{Action, Actions},
        sheet::Event,
    },
};

impl SheetPage {
    pub(super) fn keys(&mut self, ui: &Ui, view: SheetView<'_>, actions: &mut Actions) {
        if !is_in_front(ui) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let focused = ui.memory(egui::Memory::focused);
        let chosen = self.state.chosen().map(tile_id);
        let Some(chosen) = chosen.filter(|id| focused.is_none_or(|focused| focused == *id)) else {
            // Another control has the keyboard, or nothing is shown.
            if focused.is_none() && take_key(ui, Key::Escape) {
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
        for (key, direction) in DIRECTIONS {
            if take_key(ui, key) {
                self.state.on(Event::Move(direction, self.columns));
                self.focus_chosen = true;
            }
        }
        if take_key(ui, Key::Enter) {
            self.open(actions);
        } else if take_key(ui, Key::Space) {
            self.enlarge(view, actions);
        } else if take_key(ui, Key::Escape) {
            actions.send(Action::ShowEditor);
        }
    }
}
