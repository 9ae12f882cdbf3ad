//! Everything that can be commanded: one entry gives the label, the tooltip, the keys, the icon and the line in the palette.
//!
//! A command says what is wanted; `app` does it. Nothing here changes anything.

mod catalogue;
#[cfg(test)]
mod tests;

use egui::{Context, KeyboardShortcut};

pub use catalogue::Command;

use crate::desktop::theme::Icon;

/// What is fixed about a command.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The part of its text keys that is its own: `command-ID` is its label, `command-ID-tip` what it does in a sentence.
    pub id: &'static str,
    /// Stands before the label.
    pub icon: Icon,
    /// Keys that do it; the first one is shown.
    pub keys: &'static [KeyboardShortcut],
}

impl Command {
    /// The key of its label's text.
    pub fn label_key(self) -> String {
        format!("command-{}", self.spec().id)
    }

    /// The key of the text that says what it does.
    pub fn tip_key(self) -> String {
        format!("command-{}-tip", self.spec().id)
    }

    /// The keys that do it as people read them; empty when there are none.
    pub fn keys_text(self, ctx: &Context) -> String {
        self.spec()
            .keys
            .first()
            .map(|keys| ctx.format_shortcut(keys))
            .unwrap_or_default()
    }

    /// The command whose keys were pressed in this frame. Takes the key press away from everything else.
    pub fn pressed(ctx: &Context) -> Option<Self> {
        // More modifiers first: egui lets a shortcut without Shift answer to one with it.
        let mut all: Vec<(KeyboardShortcut, Self)> = Self::ALL
            .iter()
            .flat_map(|command| command.spec().keys.iter().map(|keys| (*keys, *command)))
            .collect();
        all.sort_by_key(|(keys, _)| std::cmp::Reverse(u8::from(keys.modifiers.shift) + u8::from(keys.modifiers.alt)));
        ctx.input_mut(|input| {
            all.into_iter()
                .find(|(keys, _)| input.consume_shortcut(keys))
                .map(|(_, command)| command)
        })
    }
}
