//! No two commands answer to the same keys, and each has its words.

use std::collections::HashSet;

use super::Command;
use crate::wording::text::{Language, Text};

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

#[test]
fn no_command_takes_the_keys_that_text_fields_need() {
    use egui::{Key, Modifiers};
    for command in Command::ALL {
        for keys in command.spec().keys {
            let needed =
                keys.modifiers == Modifiers::COMMAND && [Key::A, Key::C, Key::V, Key::X].contains(&keys.logical_key);
            assert!(!needed, "{command:?} takes {keys:?} away from text fields");
        }
    }
}

#[test]
fn every_command_is_listed_once_and_has_its_own_id() {
    let commands: HashSet<_> = Command::ALL.iter().collect();
    let ids: HashSet<_> = Command::ALL.iter().map(|command| command.spec().id).collect();
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
