//! Where the focus is, and which keys are then not commands.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::studio::command::Command;

/// Where text is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Typing {
    /// Nowhere: no text field has the keyboard.
    #[default]
    Nowhere,
    /// In a field of the document, whose history is the document's.
    Document,
    /// In a field with a history of its own, such as a search.
    Own,
}

/// Who has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Situation {
    /// Whether a dialog is open.
    pub in_dialog: bool,
    /// Where text is being typed.
    pub typing: Typing,
}

impl Situation {
    /// Whether keys are left to a command: neither the dialog in front nor the text field means something by them.
    pub fn leaves(self, keys: &KeyboardShortcut, command: Command) -> bool {
        if self.in_dialog {
            // Closing the window does not concern any dialog.
            return command == Command::Quit;
        }
        match self.typing {
            Typing::Nowhere => true,
            Typing::Document => command.is_history() || !means_text(keys),
            Typing::Own => !means_text(keys),
        }
    }
}

/// Whether these keys apply to the text while typing: moving, selecting, removing, copying and undoing.
///
/// egui's fields also support Ctrl+H, K, U and W, which hardly anybody uses; those stay commands.
fn means_text(keys: &KeyboardShortcut) -> bool {
    const COPY: [Key; 4] = [Key::A, Key::C, Key::V, Key::X];
    const HISTORY: [Key; 2] = [Key::Z, Key::Y];
    const REMOVE: [Key; 2] = [Key::Backspace, Key::Delete];
    const MOVE: [Key; 6] = [
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::ArrowUp,
        Key::ArrowDown,
        Key::Home,
        Key::End,
    ];
    const PLAIN: [Key; 6] = [
        Key::Enter,
        Key::Tab,
        Key::Space,
        Key::PageUp,
        Key::PageDown,
        Key::Insert,
    ];
    // A key that writes a letter.
    const LETTERS: [Key; 1] = [Key::Questionmark];
    let Modifiers { alt, command, .. } = keys.modifiers;
    let key = &keys.logical_key;
    let edits = REMOVE.contains(key) || MOVE.contains(key);
    match (command, alt) {
        (true, false) => edits || HISTORY.contains(key) || (COPY.contains(key) && !keys.modifiers.shift),
        // On a Mac, Option moves and removes by words.
        (false, true) => edits,
        (false, false) => edits || PLAIN.contains(key) || LETTERS.contains(key),
        (true, true) => false,
    }
}
