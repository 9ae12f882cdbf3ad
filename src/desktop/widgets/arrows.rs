//! A choice that is one stop of the keyboard: while one of its options has the focus, arrow keys choose. (WAI-ARIA Authoring Practices, the
//! patterns of radio groups and tabs.)

use egui::{EventFilter, Key, Modifiers, Response, Ui};

use crate::studio::gallery::Direction;

/// The arrow keys that choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrows {
    /// Left and right; up and down go on to other controls.
    Sideways,
    /// All four.
    All,
}

/// The arrow keys that move among pictures in rows.
pub const DIRECTIONS: [(Key, Direction); 4] = [
    (Key::ArrowLeft, Direction::Left),
    (Key::ArrowRight, Direction::Right),
    (Key::ArrowUp, Direction::Up),
    (Key::ArrowDown, Direction::Down),
];

/// Takes a key that was pressed alone, so that nothing else answers it.
pub fn take_key(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// Returns the option to which an arrow key leads from the one with the focus, which follows.
pub fn moved(ui: &Ui, options: &[Response], arrows: Arrows) -> Option<usize> {
    let at = options.iter().position(Response::has_focus)?;
    let vertical_arrows = arrows == Arrows::All;
    let pressed = |sideways: Key, upright: Key| {
        ui.input(|input| input.key_pressed(sideways) || (vertical_arrows && input.key_pressed(upright)))
    };
    let next = if pressed(Key::ArrowRight, Key::ArrowDown) {
        (at + 1).min(options.len() - 1)
    } else if pressed(Key::ArrowLeft, Key::ArrowUp) {
        at.saturating_sub(1)
    } else {
        at
    };
    // Arrows choose here; they do not move the focus to another control.
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(options[next].id, filter));
    (next != at).then(|| {
        options[next].request_focus();
        next
    })
}
