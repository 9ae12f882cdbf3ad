//! No two commands answer to the same keys, and each has its words.

use std::collections::HashSet;

use egui::{Event, Key, KeyboardShortcut, Modifiers};

use super::{Situation, Typing, written};
use crate::{
    help,
    studio::command::Command,
    wording::text::{Language, Text},
};

#[test]
fn no_two_commands_share_keys() {
    let mut taken = HashSet::new();
    for command in Command::ALL {
        for keys in command.spec().keys {
            assert!(
                taken.insert((keys.modifiers, keys.logical_key)),
                "{command:?} answers to keys that are taken: {keys:?}"
            );
        }
    }
}

/// Every command with each of its keys.
fn shortcuts() -> impl Iterator<Item = (Command, KeyboardShortcut)> {
    let all = Command::ALL.iter();
    all.flat_map(|command| command.spec().keys.iter().map(|keys| (*command, *keys)))
}

/// A context whose only input is a key press.
fn with_press(keys: KeyboardShortcut) -> egui::Context {
    let ctx = egui::Context::default();
    let event = Event::Key {
        key: keys.logical_key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: keys.modifiers,
    };
    ctx.input_mut(|input| input.events = vec![event]);
    ctx
}

/// Returns the command that a key press triggers in a situation, and whether the press was consumed.
fn press(keys: KeyboardShortcut, situation: Situation) -> (Option<Command>, bool) {
    let ctx = with_press(keys);
    let given = Command::pressed(&ctx, |command, keys| situation.leaves(keys, command));
    (given, ctx.input(|input| input.events.is_empty()))
}

#[test]
fn every_shortcut_gives_its_command_or_is_left_to_whoever_has_the_keyboard() {
    // What means the text to somebody who types.
    let for_text = [Command::Delete, Command::Undo, Command::Redo];
    for in_dialog in [false, true] {
        for typing in [Typing::Nowhere, Typing::Document, Typing::Own] {
            for (command, keys) in shortcuts() {
                let left = match (in_dialog, typing) {
                    (true, _) => command == Command::Quit,
                    (false, Typing::Nowhere) => true,
                    _ if keys.logical_key == Key::Questionmark => false,
                    (false, Typing::Document) => command != Command::Delete,
                    (false, Typing::Own) => !for_text.contains(&command),
                };
                let situation = Situation { in_dialog, typing };
                let expected = left.then_some(command);
                assert_eq!(
                    press(keys, situation),
                    (expected, left),
                    "{command:?} by {keys:?} in {situation:?}"
                );
            }
        }
    }
}

#[test]
fn keys_that_edit_text_are_not_commands_while_somebody_types() {
    let key = |modifiers, key| KeyboardShortcut::new(modifiers, key);
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let for_text = [
        key(Modifiers::COMMAND, Key::A),
        key(Modifiers::COMMAND, Key::C),
        key(Modifiers::COMMAND, Key::V),
        key(Modifiers::COMMAND, Key::X),
        key(Modifiers::COMMAND, Key::Z),
        key(Modifiers::COMMAND, Key::Y),
        key(shift, Key::Z),
        key(Modifiers::COMMAND, Key::Delete),
        key(Modifiers::COMMAND, Key::Backspace),
        key(Modifiers::COMMAND, Key::ArrowLeft),
        key(shift, Key::ArrowRight),
        key(Modifiers::COMMAND, Key::Home),
        key(Modifiers::NONE, Key::Delete),
        key(Modifiers::NONE, Key::Enter),
        key(Modifiers::NONE, Key::Space),
        key(Modifiers::SHIFT, Key::End),
        key(Modifiers::ALT, Key::Backspace),
        key(Modifiers::NONE, Key::Questionmark),
        key(Modifiers::SHIFT, Key::Questionmark),
    ];
    let situation = Situation {
        in_dialog: false,
        typing: Typing::Own,
    };
    // Whichever command they may be assigned to one day.
    for keys in for_text {
        assert!(!situation.leaves(&keys, Command::NewCampaign), "{keys:?}");
    }
    assert!(situation.leaves(&key(Modifiers::COMMAND, Key::K), Command::Palette));
    assert!(situation.leaves(&key(Modifiers::NONE, Key::F2), Command::Rename));
}

#[test]
fn a_shortcut_that_is_not_taken_gives_no_other_command() {
    // Without anything to redo, Ctrl+Shift+Z must not undo, though egui lets Ctrl+Z answer to it.
    let ctx = with_press(Command::Redo.spec().keys[0]);
    assert_eq!(Command::pressed(&ctx, |command, _| command == Command::Undo), None);
    assert!(ctx.input(|input| input.events.len() == 1));
}

#[test]
fn every_command_is_listed_once_and_has_its_own_id() {
    let commands: HashSet<_> = Command::ALL.iter().collect();
    let ids: HashSet<_> = Command::ALL.iter().map(|command| command.id()).collect();
    assert_eq!(commands.len(), Command::ALL.len());
    assert_eq!(ids.len(), Command::ALL.len());
}

#[test]
fn every_command_has_a_label_and_a_tooltip_in_every_language() {
    for language in Language::ALL {
        let text = Text::new(language);
        for command in Command::ALL {
            assert!(text.has(&command.label_key()), "{language:?}: {command:?} has no label");
            assert!(text.has(&command.tip_key()), "{language:?}: {command:?} has no tooltip");
        }
    }
}

/// The rows of the document's list of commands: the keys and the command's name.
fn documented() -> Vec<(Vec<&'static str>, &'static str)> {
    let markdown = help::topic("keyboard").expect("the document").markdown;
    let (_, list) = markdown
        .split_once("| keys | command |\n| --- | --- |\n")
        .expect("the list");
    let rows = list.lines().take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        let (keys, name) = cells.next().zip(cells.next()).expect("two cells");
        (keys.split(", ").collect(), name)
    })
    .collect()
}

#[test]
fn every_command_with_keys_is_documented_with_all_of_them_and_no_other_is() {
    let (ctx, text) = (egui::Context::default(), Text::new(Language::ENGLISH));
    // The document names the keys of most keyboards.
    ctx.set_os(egui::os::OperatingSystem::Nix);
    let with_keys = Command::ALL.iter().filter(|command| !command.spec().keys.is_empty());
    let there: Vec<(Vec<String>, String)> = with_keys
        .map(|command| {
            let keys = command.spec().keys.iter().map(|keys| written(&ctx, keys));
            (keys.collect(), text.t(&command.label_key()))
        })
        .collect();
    let documented: Vec<(Vec<String>, String)> = documented()
        .into_iter()
        .map(|(keys, name)| (keys.into_iter().map(str::to_owned).collect(), name.to_owned()))
        .collect();
    assert_eq!(documented, there);
}
