//! The list of campaigns: several at once, and its order.

use crate::support::{
    keep_picture,
    library::{Opening, Window, choose, command, fill, keys, open, press, tab, window},
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The names in the list, from above.
fn listed(window: &Window) -> Vec<String> {
    let mut rows: Vec<_> = window.query_all_by_role(Role::ListItem).collect();
    rows.sort_by(|one, other| one.rect().top().total_cmp(&other.rect().top()));
    rows.iter().filter_map(|row| row.accesskit_node().label()).collect()
}

/// Presses a campaign of the list with these keys held down.
fn press_row(window: &mut Window, name: &str, held: Modifiers) {
    window.get_by_role_and_label(Role::ListItem, name).click_modifiers(held);
    window.run();
}

#[test]
fn several_campaigns_are_copied_deleted_and_brought_back_together() {
    let folder = folder();
    let mut window = open(folder.path(), Opening::default());
    let names = listed(&window);
    choose(&mut window, &names[1]);
    press_row(&mut window, &names[3], Modifiers::SHIFT);
    assert_eq!(window.state().campaign().name, names[1], "selecting opens nothing");
    window.get_by_role_and_label(Role::Status, "3 selected");
    press_row(&mut window, &names[2], Modifiers::COMMAND);
    window.get_by_role_and_label(Role::Status, "2 selected");
    // The list's keys are where it was pressed.
    keys(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role_and_label(Role::Status, "2 selected").is_none());
    press_row(&mut window, &names[1], Modifiers::COMMAND);
    press_row(&mut window, &names[3], Modifiers::COMMAND);
    window.get_by_role_and_label(Role::Status, "2 selected");
    keep_picture(&mut window, "library-several");
    keys(&mut window, Modifiers::COMMAND, Key::Delete);
    let left = listed(&window);
    assert_eq!(left.len(), names.len() - 2);
    assert!(!left.contains(&names[1]) && !left.contains(&names[3]), "{left:?}");
    window.get_by_label("2 campaigns were deleted.");
    assert!(window.query_by_role_and_label(Role::Status, "2 selected").is_none());
    press_in_toast(&mut window);
    assert_eq!(listed(&window), names);

    // By the keyboard: all of them, where it is in the list.
    window.get_by_role_and_label(Role::ListItem, &names[0]).focus();
    window.run();
    keys(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_role_and_label(Role::Status, "9 selected");
    keys(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role_and_label(Role::Status, "9 selected").is_none());
    keys(&mut window, Modifiers::COMMAND, Key::A);
    press(&mut window, "Duplicate 9 campaigns");
    assert_eq!(window.state().app().shelf().items().len(), 18);
}

#[test]
fn a_double_click_goes_into_the_editor_and_all_that_was_deleted_comes_back_at_once() {
    let folder = folder();
    let mut window = open(folder.path(), Opening::default());
    let names = listed(&window);
    // Each event has a frame of its own here.
    window
        .ctx
        .options_mut(|options| options.input_options.max_double_click_delay = 10.0);
    let row = window.get_by_role_and_label(Role::ListItem, &names[2]);
    row.click();
    row.click();
    window.run();
    assert_eq!(window.state().campaign().name, names[2]);
    let in_editor = window.get_by_role(Role::Main).rect();
    let focused = window
        .ctx
        .memory(|memory| memory.focused())
        .expect("something has the keyboard");
    let focused = window.ctx.read_response(focused).expect("it is there").rect;
    assert!(in_editor.contains(focused.center()), "{focused:?} in {in_editor:?}");

    press(&mut window, "Filter by state");
    window.get_by_role_and_label(Role::MenuItem, "Sort by priority").click();
    window.run();
    for (name, modifiers) in [(&names[0], Modifiers::NONE), (&names[1], Modifiers::COMMAND)] {
        press_row(&mut window, name, modifiers);
    }
    keys(&mut window, Modifiers::COMMAND, Key::Delete);
    press(&mut window, "Recently deleted: 2");
    press(&mut window, "Restore all 2");
    let mut back = listed(&window);
    back.sort_by_key(|name| name.to_lowercase());
    assert_eq!(back, names);
}

#[test]
fn the_list_shows_pop_ups_beside_the_names_until_they_are_hidden() {
    let folder = folder();
    let mut window = open(folder.path(), Opening::default());
    let height = |window: &Window| {
        window
            .get_by_role_and_label(Role::ListItem, "Winter sale in Turkish")
            .rect()
            .height()
    };
    let before = height(&window);
    press(&mut window, "Filter by state");
    let pictures = "Show pictures in the library";
    window.get_by_role_and_label(Role::MenuItem, pictures).click();
    window.run();
    assert!(height(&window) > before + 20.0);
    keep_picture(&mut window, "library-pictures");
    command(&mut window, "show pictures");
    assert!((height(&window) - before).abs() < 0.5);
}

/// Takes the last message's offer.
fn press_in_toast(window: &mut Window) {
    let offers: Vec<_> = window.get_all_by_role_and_label(Role::Button, "Undo").collect();
    offers.last().expect("an offer").click();
    window.run();
}

#[test]
fn the_open_campaign_is_in_sight_however_long_the_list_is() {
    let folder = folder();
    let library = folder.path().join("Beckon");
    std::fs::create_dir_all(&library).expect("a folder");
    for number in 0..310 {
        let campaign = beckon::campaign::Campaign {
            id: beckon::clock::new_id().to_string(),
            name: format!("Campaign {number:03}"),
            ..Default::default()
        };
        let file = library.join(format!("campaign-{number:03}.campaign.json"));
        std::fs::write(file, beckon::campaign::to_json(&campaign)).expect("a file");
    }
    let first = Some(library.join("campaign-200.campaign.json"));
    let mut window = open(
        folder.path(),
        Opening {
            first,
            ..Opening::default()
        },
    );
    let in_sight = |window: &Window, name: &str| {
        let row = window
            .query_by_role_and_label(Role::ListItem, name)
            .map(|row| row.rect());
        row.is_some_and(|row| row.top() > 150.0 && row.bottom() < 780.0)
    };
    window.run();
    assert!(in_sight(&window, "Campaign 200"));
    keys(&mut window, Modifiers::ALT, Key::PageUp);
    assert!(in_sight(&window, "Campaign 199"));
}

#[test]
fn the_list_is_put_in_order_from_its_menu() {
    let folder = folder();
    let mut window = open(folder.path(), Opening::default());
    let by_name = listed(&window);
    press(&mut window, "Filter by state");
    window.get_by_role_and_label(Role::MenuItem, "Newest first").click();
    window.run();
    let newest = listed(&window);
    assert_ne!(newest, by_name);
    let mut sorted = newest.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(sorted.len(), by_name.len());
    press(&mut window, "Filter by state. Newest first");
    window.get_by_role_and_label(Role::MenuItem, "Sort by name").click();
    window.run();
    assert_eq!(listed(&window), by_name);
}

#[test]
fn undo_brings_back_what_was_deleted_until_something_else_is_changed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    let all = listed(&harness);
    choose(&mut harness, "Something in the basket");
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Wait");
    harness.run_steps(12);
    command(&mut harness, "delete campaign");
    harness.run_steps(12);
    assert!(!listed(&harness).contains(&"Something in the basket".to_owned()));
    keys(&mut harness, Modifiers::COMMAND, Key::Z);
    harness.run_steps(12);
    assert_eq!(listed(&harness), all, "nothing else was undone");
    assert!(harness.query_by_label_contains("was deleted.").is_none());

    choose(&mut harness, "Something in the basket");
    command(&mut harness, "delete campaign");
    harness.run_steps(12);
    tab(&mut harness, "Message");
    let before = harness.state().campaign().clone();
    fill(&mut harness, "User expression", "Hello");
    harness.run_steps(12);
    keys(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(*harness.state().campaign(), before, "the newer change is undone");
    assert!(!listed(&harness).contains(&"Something in the basket".to_owned()));
}
