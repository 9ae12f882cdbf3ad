//! The recipient of a key: the dialog in front, the field being typed in, or a command.

use std::{fs, path::Path};

use beckon::{
    studio::command::Command,
    wording::text::{Language, Text},
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;

use super::{WELCOME, close, slow, undo};
use crate::support::{
    library::{Window, choose, command, fill, keys, listed, press, rest, tab, window},
    press_every_shortcut,
};

#[test]
fn keys_that_mean_the_text_belong_to_the_field_that_is_typed_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    let before = listed(&harness);
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "One two three");
    keys(&mut harness, Modifiers::NONE, Key::Home);
    keys(&mut harness, Modifiers::COMMAND, Key::Delete);
    assert_eq!(listed(&harness), before, "the campaign is still there");
    assert!(harness.state().title().ends_with("two three") && !harness.state().title().starts_with("One"));
    keys(&mut harness, Modifiers::NONE, Key::End);
    keys(&mut harness, Modifiers::COMMAND, Key::Backspace);
    assert!(!harness.state().title().contains("three"));
    // A field of the editor: undo applies to the document, and names the step.
    undo(&mut harness);
    harness.get_by_label("Undone: Change the text");
    // The search has its own history, and the campaign does not change.
    let campaign = harness.state().campaign().clone();
    keys(&mut harness, Modifiers::COMMAND, Key::F);
    harness.event(egui::Event::Text("check".to_owned()));
    harness.run_steps(8);
    undo(&mut harness);
    keys(&mut harness, Modifiers::COMMAND, Key::Delete);
    assert_eq!(*harness.state().campaign(), campaign);
    assert_eq!(listed(&harness), before);
}

#[test]
fn a_field_in_a_dialog_undoes_by_itself() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Hello");
    let campaign = harness.state().campaign().clone();
    command(&mut harness, "rename campaign");
    fill(&mut harness, "Name", "Spring");
    harness.run_steps(8);
    harness.event(egui::Event::Text(" sale".to_owned()));
    harness.run_steps(8);
    undo(&mut harness);
    let value = |harness: &Window| {
        let field = harness.get_by_role_and_label(Role::TextInput, "Name");
        field.value().unwrap_or_default()
    };
    assert_eq!(value(&harness), "Spring");
    keys(&mut harness, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(value(&harness), "Spring sale");
    assert_eq!(*harness.state().campaign(), campaign);
}

/// How each dialog is opened, and the words by which it is known to be open. Those of publishing are in `window_publishing`.
const DIALOGS: [(&str, Open, &str); 11] = [
    ("rename", |folder| commanded(folder, "rename campaign"), "Rename"),
    (
        "bin",
        |folder| commanded(folder, "recently deleted"),
        "Nothing was deleted recently.",
    ),
    (
        "versions",
        |folder| commanded(folder, "versions"),
        "There are no versions yet.",
    ),
    (
        "connections",
        |folder| commanded(folder, "where campaigns are published"),
        "New connection",
    ),
    ("reach", |folder| commanded(folder, "how many visitors"), "Visitor log"),
    ("export", |folder| commanded(folder, "export as json"), "Export"),
    ("import", |folder| commanded(folder, "import a campaign"), "Import"),
    ("palette", with_palette, "Type a command or a campaign’s name"),
    ("conflict", with_conflict, "This campaign was changed elsewhere"),
    ("recovery", with_recovery, "Unsaved work was found"),
    ("quit", with_quit, "The disk does not answer"),
];

/// A window with a dialog in front.
type Open = fn(&Path) -> Window;

/// The window on a campaign with one step to undo.
fn edited(folder: &Path) -> Window {
    let mut harness = window(folder);
    choose(&mut harness, WELCOME);
    press(&mut harness, "Remove row 1");
    rest(&mut harness);
    harness
}

fn commanded(folder: &Path, words: &str) -> Window {
    let mut harness = edited(folder);
    command(&mut harness, words);
    harness
}

fn with_palette(folder: &Path) -> Window {
    let mut harness = edited(folder);
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    harness
}

fn with_conflict(folder: &Path) -> Window {
    let mut harness = edited(folder);
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Mine");
    let path = harness.state().app().session().expect("open").path().to_owned();
    let text = fs::read_to_string(&path).expect("there");
    fs::write(&path, text.replace("\"Welcome", "\"Hello")).expect("another program writes");
    rest(&mut harness);
    harness
}

fn with_recovery(folder: &Path) -> Window {
    {
        let harness = edited(folder);
        let (path, mut campaign) = {
            let session = harness.state().app().session().expect("open");
            (session.path().to_owned(), session.campaign().clone())
        };
        campaign.content.title = Some("Typed last".to_owned());
        let recovery = harness.state().library.recovery().clone();
        recovery.note(&path, None, &campaign).expect("a note of unsaved work");
    }
    window(folder)
}

fn with_quit(folder: &Path) -> Window {
    let (mut harness, _) = slow(folder);
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Typed last");
    close(&mut harness);
    harness.run_steps(30);
    harness
}

#[test]
fn no_command_is_given_behind_any_dialog_wherever_the_keyboard_is() {
    for (name, open, shown) in DIALOGS {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut harness = open(folder.path());
        let is_open = |harness: &Window| harness.query_all_by_label_contains(shown).count() > 0;
        assert!(is_open(&harness), "{name}: {shown}");
        press_every_shortcut(&mut harness, name, |harness| {
            let session = harness.state().app().session().expect("open");
            let undo = session.undo_name().map(str::to_owned);
            (is_open(harness), session.campaign().clone(), undo, listed(harness))
        });
    }
}

#[test]
fn the_palette_offers_only_what_can_be_done() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    let text = Text::new(Language::ENGLISH);
    let offered = |harness: &mut Window, command: Command| {
        keys(harness, Modifiers::COMMAND, Key::K);
        let name = text.t(&command.label_key());
        let found = harness.query_by_role_and_label(Role::ListBoxOption, &name).is_some();
        keys(harness, Modifiers::NONE, Key::Escape);
        found
    };
    for command in [
        Command::ResolveConflict,
        Command::Pause,
        Command::Undo,
        Command::VisitorBefore,
    ] {
        assert!(!offered(&mut harness, command), "{command:?}");
    }
    press(&mut harness, "Remove row 1");
    assert!(offered(&mut harness, Command::Undo));
    for command in [Command::Bin, Command::Versions, Command::NewCampaign] {
        assert!(offered(&mut harness, command), "{command:?}");
    }
}
