//! The keys and the icon of every command; its names come from `studio::command`.
//!
//! A command names a request; `app` carries it out. Nothing here changes anything.

mod catalogue;
mod situation;
#[cfg(test)]
mod tests;

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

pub use catalogue::export_icon;
pub use situation::{Situation, Typing};

use crate::{desktop::theme::Icon, studio::command::Command};

/// Keys as people write them: `Ctrl+,`, not `Ctrl+Comma`.
pub fn written(ctx: &Context, keys: &KeyboardShortcut) -> String {
    let text = ctx.format_shortcut(keys);
    let sign = match keys.logical_key {
        Key::Comma | Key::Questionmark => keys.logical_key.symbol_or_name(),
        _ => return text,
    };
    match text.strip_suffix(keys.logical_key.name()) {
        Some(modifiers) => format!("{modifiers}{sign}"),
        None => text,
    }
}

/// How a command is drawn and triggered.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The icon before the label.
    pub icon: Icon,
    /// Keys that do it; the first one is shown.
    pub keys: &'static [KeyboardShortcut],
}

impl Command {
    /// Returns its keys as users read them; empty when there are none.
    pub fn keys_text(self, ctx: &Context) -> String {
        self.spec()
            .keys
            .first()
            .map(|keys| written(ctx, keys))
            .unwrap_or_default()
    }

    /// Returns the command whose keys were pressed in this frame, if it may be `taken`. The key press is then consumed; otherwise it is
    /// left to the focused control.
    pub fn pressed(ctx: &Context, taken: impl Fn(Self, &KeyboardShortcut) -> bool) -> Option<Self> {
        ctx.input_mut(|input| {
            let found = input.events.iter().enumerate().find_map(|(place, event)| {
                let Event::Key {
                    key,
                    modifiers,
                    pressed: true,
                    ..
                } = event
                else {
                    return None;
                };
                let (keys, command) = Self::of_keys(*key, *modifiers)?;
                taken(command, &keys).then_some((place, command))
            });
            let (place, command) = found?;
            input.events.remove(place);
            Some(command)
        })
    }

    /// The command that answers to a key. egui lets a shortcut without Shift answer to one with it, so of several the one with the most
    /// modifiers is meant.
    fn of_keys(key: Key, modifiers: Modifiers) -> Option<(KeyboardShortcut, Self)> {
        let all = Self::ALL.iter();
        let all = all.flat_map(|command| command.spec().keys.iter().map(|keys| (*keys, *command)));
        all.filter(|(keys, _)| keys.logical_key == key && modifiers.matches_logically(keys.modifiers))
            .max_by_key(|(keys, _)| u8::from(keys.modifiers.shift) + u8::from(keys.modifiers.alt))
    }
}
