//! The documents in the window: opened by a key, found by words, followed by links.

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::library::{Window, fill, keys, window};

fn topics(harness: &Window) -> Vec<String> {
    let rows = harness.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn heading(harness: &Window, words: &str) -> bool {
    harness
        .query_all_by_role(Role::Label)
        .any(|label| label.accesskit_node().value().as_deref() == Some(words))
}

fn turn(harness: &mut Window, topic: &str) {
    harness.get_by_role_and_label(Role::ListBoxOption, topic).click();
    harness.run_steps(8);
}

#[test]
fn the_help_is_read_from_topic_to_topic() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    keys(&mut harness, Modifiers::NONE, Key::F1);
    assert!(heading(&harness, "Getting started") && topics(&harness).contains(&"Conditions".to_owned()));
    fill(&mut harness, "Search the help", "lrmt zq");
    harness.get_by_label("No topic has all of these words.");
    fill(&mut harness, "Search the help", "data-corner");
    assert!(
        !topics(&harness).contains(&"Conditions".to_owned()),
        "it does not speak of that"
    );
    turn(&mut harness, "On your website");
    assert!(heading(&harness, "Attributes of the tag"));
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Search the help").is_none());
}

#[test]
fn a_link_turns_to_another_topic() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    keys(&mut harness, Modifiers::NONE, Key::F1);
    turn(&mut harness, "Publishing");
    assert!(!heading(&harness, "Token"));
    harness.get_by_role_and_label(Role::Link, "Backend").click();
    harness.run_steps(8);
    assert!(heading(&harness, "Token"));
}
