//! Keys on the page: arrows move, Enter begins, typing searches, Esc leaves.

use egui::{EventFilter, Key, Ui};

use super::{GalleryPage, GalleryView, card_id, is_in_front, search_id};
use crate::{
    desktop::widgets::{DIRECTIONS, take_key},
    studio::{
        action::{Action, Actions},
        gallery::{Card, Event},
    },
};

/// Where the keyboard is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keyboard {
    /// On this card, or nowhere.
    OnCards(Option<Card>),
    /// In the search.
    InSearch,
    /// On another control.
    Elsewhere,
}

impl GalleryPage {
    pub(super) fn keys(&mut self, ui: &Ui, view: GalleryView<'_>, actions: &mut Actions) {
        if !is_in_front(ui) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        match self.keyboard(ui) {
            Keyboard::OnCards(card) => self.keys_on_cards(ui, card, view, actions),
            Keyboard::InSearch => self.keys_in_search(ui, view, actions),
            Keyboard::Elsewhere => {}
        }
    }

    fn keyboard(&self, ui: &Ui) -> Keyboard {
        let points = (0..self.state.points().len()).map(Card::Point);
        let mut cards = [Card::Blank, Card::Import].into_iter().chain(points);
        match ui.memory(egui::Memory::focused) {
            None => Keyboard::OnCards(None),
            Some(focused) if focused == search_id() => Keyboard::InSearch,
            Some(focused) => match cards.find(|card| card_id(*card) == focused) {
                Some(card) => Keyboard::OnCards(Some(card)),
                None => Keyboard::Elsewhere,
            },
        }
    }

    /// Arrows and Escape belong to the cards; they do not move the focus to another control, or take it away.
    fn hold(ui: &Ui, card: Card) {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(card_id(card), filter));
    }

    fn keys_on_cards(&mut self, ui: &Ui, card: Option<Card>, view: GalleryView<'_>, actions: &mut Actions) {
        // A card that Tab came to is the one that is meant.
        if let Some(card) = card {
            Self::hold(ui, card);
            self.state.on(Event::Choose(card));
        }
        for (key, direction) in DIRECTIONS {
            if take_key(ui, key) {
                self.state.on(Event::Move(direction, self.columns));
                self.focus_chosen = true;
            }
        }
        if take_key(ui, Key::Enter) {
            self.begin(actions);
        } else if take_key(ui, Key::Escape) {
            self.escape(view, actions);
        }
        let typed = typed(ui);
        if !typed.is_empty() {
            self.search_for(format!("{}{typed}", self.state.wanted()));
            let id = search_id();
            let end = egui::text::CCursor::new(self.state.wanted().chars().count());
            let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
            state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
            state.store(ui.ctx(), id);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn keys_in_search(&mut self, ui: &Ui, view: GalleryView<'_>, actions: &mut Actions) {
        if take_key(ui, Key::Enter) {
            self.begin(actions);
        } else if take_key(ui, Key::ArrowDown) {
            self.focus_chosen = true;
        } else if take_key(ui, Key::Escape) {
            self.escape(view, actions);
        }
    }

    /// Ends the search first, then leaves the page.
    fn escape(&mut self, view: GalleryView<'_>, actions: &mut Actions) {
        if !self.state.wanted().is_empty() {
            self.search_for(String::new());
            self.focus_chosen = true;
        } else if view.can_leave {
            actions.send(Action::ShowEditor);
        }
    }
}

/// What was typed while no field had the keyboard.
fn typed(ui: &Ui) -> String {
    ui.input_mut(|input| {
        let mut typed = String::new();
        input.events.retain(|event| match event {
            egui::Event::Text(text) if !text.trim().is_empty() => {
                typed.push_str(text);
                false
            }
            _ => true,
        });
        typed
    })
}
