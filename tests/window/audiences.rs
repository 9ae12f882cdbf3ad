//! Saved audiences, in the window, through accessible names.

use std::{fs, path::Path};

use crate::support::{
    fill,
    library::{Window, choose, command, keys, listed, press, rest, tab, window},
};
use beckon::{
    campaign::{Node, SavedAudience},
    library::read_audience,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;

fn stored(folder: &Path, name: &str) -> SavedAudience {
    read_audience(&folder.join(format!("Beckon/audiences/{name}.audience.json"))).expect("it can be read")
}

fn has(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// Opens a menu by its button, and chooses a line of it.
fn choose_line(window: &mut Window, button: &str, line: &str) {
    press(window, button);
    window.get_by_role_and_label(Role::MenuItem, line).click();
    window.run();
}

/// Puts a text into the dialog, in place of what is there.
fn paste(window: &mut Window, text: &str) {
    window.get_by_role_and_label(Role::MultilineTextInput, "Text").focus();
    window.run();
    keys(window, Modifiers::COMMAND, Key::A);
    window
        .get_by_role_and_label(Role::MultilineTextInput, "Text")
        .type_text(text);
    window.run();
}

/// Saves the first row of the open campaign's audience under a name.
fn save_first_row(window: &mut Window, name: &str) {
    tab(window, "Audience");
    choose_line(window, "Move or change row 1", "Save as audience…");
    fill(window, "Name", name);
    press(window, "Save");
    rest(window);
}

fn first(window: &Window) -> Node {
    window.state().campaign().audience.children[0].clone()
}

#[test]
fn a_row_is_saved_used_elsewhere_changed_in_one_place_and_turned_into_own_conditions() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let names = listed(&window);
    choose(&mut window, &names[0]);
    let before = first(&window);
    save_first_row(&mut window, "Returning buyers");
    let saved = stored(folder.path(), "returning-buyers");
    assert_eq!(
        (saved.name.as_str(), &saved.audience.children[0]),
        ("Returning buyers", &before)
    );
    assert!(matches!(first(&window), Node::Saved(saved) if saved.name == "returning-buyers"));
    rest(&mut window);
    assert!(
        matches!(&window.state().stored().audience.children[0], Node::Saved(_)),
        "the file names it"
    );
    // What the campaign means is the same.
    assert!(!has(&window, "is missing"));

    // Another campaign uses it.
    choose(&mut window, &names[1]);
    tab(&mut window, "Audience");
    choose_line(&mut window, "Use or make a saved audience", "Returning buyers");
    rest(&mut window);
    assert_eq!(window.state().campaign().uses(), ["returning-buyers"]);
    assert!(has(&window, "Used by 2 campaigns"), "said before it is edited");

    // It is edited in one place, and that can be undone.
    command(&mut window, "Saved audiences");
    assert!(has(&window, "Used by 2 campaigns."));
    press(&mut window, "Edit the audience “Returning buyers”");
    fill(&mut window, "Name", "Loyal buyers");
    rest(&mut window);
    assert_eq!(stored(folder.path(), "returning-buyers").name, "Loyal buyers");
    press(&mut window, "Undo");
    rest(&mut window);
    assert_eq!(stored(folder.path(), "returning-buyers").name, "Returning buyers");

    // Back in a campaign, it becomes the campaign's own conditions.
    choose(&mut window, &names[0]);
    tab(&mut window, "Audience");
    choose_line(&mut window, "Move or change row 1", "Turn into own conditions");
    rest(&mut window);
    assert!(matches!(first(&window), Node::Group(group) if group.children[0] == before));
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert!(matches!(first(&window), Node::Saved(_)));
}

#[test]
fn deleting_one_that_is_used_leaves_every_campaign_with_its_conditions() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let names = listed(&window);
    choose(&mut window, &names[0]);
    let before = first(&window);
    save_first_row(&mut window, "Buyers");
    choose(&mut window, &names[1]);
    rest(&mut window);
    command(&mut window, "Saved audiences");
    press(&mut window, "Delete the audience “Buyers”");
    assert!(has(&window, "1 campaign uses it."));
    press(&mut window, "Turn into own conditions and delete");
    rest(&mut window);
    assert!(!folder.path().join("Beckon/audiences/buyers.audience.json").exists());
    choose(&mut window, &names[0]);
    rest(&mut window);
    assert!(matches!(first(&window), Node::Group(group) if group.children[0] == before));
    press(&mut window, "Restore");
    rest(&mut window);
    assert!(folder.path().join("Beckon/audiences/buyers.audience.json").exists());
}

#[test]
fn another_programs_change_arrives_and_a_missing_file_is_said_where_it_is_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let names = listed(&window);
    choose(&mut window, &names[0]);
    save_first_row(&mut window, "Buyers");
    let file = folder.path().join("Beckon/audiences/buyers.audience.json");
    let text = fs::read_to_string(&file)
        .expect("there")
        .replace("\"Buyers\"", "\"Shoppers\"");
    fs::write(&file, text).expect("written");
    rest(&mut window);
    assert!(has(&window, "Shoppers"));
    fs::remove_file(&file).expect("removed");
    rest(&mut window);
    assert!(has(&window, "is missing, or its file cannot be read"));
    assert!(matches!(first(&window), Node::Saved(_)), "the draft is kept");
}

#[test]
fn the_list_of_what_a_condition_asks_finds_saved_audiences() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let names = listed(&window);
    choose(&mut window, &names[0]);
    save_first_row(&mut window, "Newsletter readers");
    choose(&mut window, &names[1]);
    tab(&mut window, "Audience");
    press(&mut window, "Add condition");
    window.event(egui::Event::Text("newsletter".to_owned()));
    window.run();
    window
        .get_by_role_and_label(Role::ListBoxOption, "Newsletter readers")
        .click();
    window.run();
    assert_eq!(window.state().campaign().uses(), ["newsletter-readers"]);
}

#[test]
fn conditions_go_to_other_programs_and_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let names = listed(&window);
    choose(&mut window, &names[0]);
    tab(&mut window, "Audience");
    let before = window.state().campaign().audience.children.len();
    choose_line(
        &mut window,
        "Copy or paste conditions of other programs",
        "Copy as react-querybuilder",
    );
    let copied = window.state().copied.last().cloned().expect("a text");
    assert!(copied.contains("\"combinator\""), "{copied}");
    choose_line(
        &mut window,
        "Copy or paste conditions of other programs",
        "Paste conditions…",
    );
    paste(&mut window, "{ \"and\": ");
    assert!(has(&window, "This is not JSON"));
    paste(
        &mut window,
        r#"{ "or": [ { ">": [ { "var": "visits" }, 2 ] }, { "%": [ { "var": "visits" }, 2 ] } ] }"#,
    );
    assert!(has(&window, "JsonLogic: 2 conditions") && has(&window, "cannot be asked"));
    press(&mut window, "Insert");
    rest(&mut window);
    let audience = &window.state().campaign().audience;
    assert_eq!(audience.children.len(), before + 1);
    assert!(matches!(audience.children.last(), Some(Node::Group(group)) if group.children.len() == 2));
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert_eq!(window.state().campaign().audience.children.len(), before);
}
