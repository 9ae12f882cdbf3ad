//! The contact sheet: every picture by name, filters, the keyboard, what is found and what repairs it.

use beckon::{
    campaign::LookKey,
    popup::{Frame, Theme},
    studio::command::Command,
    wording::text::Language,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::{
    keep_picture,
    library::{Opening, Window, choose, command, fill, keys, open, press, tab, window},
};

const FIRST: &str = "Desktop · Light · As written";

/// The sheet of a sample.
fn sheet(folder: &std::path::Path, campaign: &str) -> Window {
    let mut harness = window(folder);
    choose(&mut harness, campaign);
    turn(&mut harness);
    harness
}

fn turn(harness: &mut Window) {
    keys(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
}

/// The names of the pictures, in order.
fn pictures(harness: &Window) -> Vec<String> {
    let state = harness.state().app().sheet().expect("the sheet is shown");
    let count = state.shown().count();
    let list = harness.get_by_role_and_label(Role::List, "Contact sheet");
    let items = list.get_all_by_role(Role::ListItem);
    let names: Vec<String> = items.filter_map(|item| item.accesskit_node().label()).collect();
    assert_eq!(names.len(), count);
    names
}

fn is_focused(harness: &Window, name: &str) -> bool {
    harness.get_by_role_and_label(Role::ListItem, name).is_focused()
}

#[test]
fn the_sheet_shows_every_way_in_which_visitors_may_meet_the_pop_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = sheet(folder.path(), "Welcome back, by name");
    let names = pictures(&harness);
    assert_eq!(names.len(), 3 * 2 * 5, "{names:#?}");
    assert!(
        names.iter().all(|name| !name.contains("Missing visitor details")),
        "they fall back already"
    );
    assert!(is_focused(&harness, FIRST));
    keep_picture(&mut harness, "sheet");
    assert!(harness.query_by_label_contains("30 of 40 pictures").is_some());

    // The same keys go back.
    turn(&mut harness);
    assert!(harness.state().app().sheet().is_none());
    press(&mut harness, "Contact sheet");
    assert!(
        harness.state().app().sheet().is_some(),
        "by the button above the preview"
    );
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().app().sheet().is_none());
    command(&mut harness, "Contact sheet");
    assert!(harness.state().app().sheet().is_some(), "by the palette");
}

#[test]
fn filters_take_pictures_away_and_bring_them_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = sheet(folder.path(), "Welcome back, by name");
    press(&mut harness, "Theme: Dark");
    assert_eq!(pictures(&harness).len(), 15);
    for device in ["Device: Desktop", "Device: Tablet", "Device: Phone"] {
        press(&mut harness, device);
    }
    assert!(harness.query_by_label("The filters leave no picture").is_some());
    press(&mut harness, "Show all pictures");
    assert_eq!(pictures(&harness).len(), 40);
    assert!(is_focused(&harness, FIRST));
    press(&mut harness, "Device: Small phone");
    assert_eq!(pictures(&harness).len(), 30);
}

#[test]
fn a_group_of_filters_is_one_stop_of_the_keyboard() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = sheet(folder.path(), "Welcome back, by name");
    let is_at = |harness: &Window, name: &str| harness.get_by_role_and_label(Role::Button, name).is_focused();
    harness.get_by_role_and_label(Role::Button, "Device: Desktop").focus();
    harness.run();
    keys(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert!(is_at(&harness, "Device: Tablet"), "arrows move");
    assert_eq!(pictures(&harness).len(), 30, "and turn nothing");
    keys(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(pictures(&harness).len(), 20);
    keys(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(is_at(&harness, "Theme: Light"), "Tab goes on to the next group");
    keys(&mut harness, Modifiers::SHIFT, Key::Tab);
    assert!(is_at(&harness, "Device: Tablet"), "and back to where it was");
}

#[test]
fn the_keyboard_goes_from_picture_to_picture_and_opens_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = sheet(folder.path(), "Welcome back, by name");
    keys(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert!(is_focused(&harness, "Desktop · Dark · As written"));
    keys(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert!(is_focused(&harness, "Desktop · Dark · Longest texts"));
    for _ in 0..4 {
        keys(&mut harness, Modifiers::NONE, Key::ArrowRight);
    }
    let last = "Phone · Dark · Longest texts";
    assert!(is_focused(&harness, last));

    keys(&mut harness, Modifiers::NONE, Key::Space);
    assert!(harness.query_by_role_and_label(Role::Image, last).is_some(), "enlarged");
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_role_and_label(Role::Image, last).is_none());
    assert!(is_focused(&harness, last), "the keyboard is where it was");

    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.state().app().sheet().is_none());
    assert!(
        harness.query_by_role_and_label(Role::TextInput, "Title").is_some(),
        "the message"
    );
    let scene = harness.state().app().previewed_scene().expect("a preview");
    assert_eq!((scene.viewport.frame(), scene.theme), (Frame::Phone, Theme::Dark));
}

#[test]
fn a_colour_that_cannot_be_read_is_mended_in_one_step_that_can_be_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(folder.path());
    choose(&mut harness, "Something in the basket");
    tab(&mut harness, "Message");
    press(&mut harness, "Button colour: choose");
    fill(&mut harness, "Button colour", "#7f7f7f");
    turn(&mut harness);
    let pale = pictures(&harness);
    assert!(pale.iter().all(|name| name.contains("needs 4.5 : 1")), "{pale:#?}");
    press(&mut harness, &format!("{} need a look", pale.len()));
    let used = harness.get_by_label_contains("Use #").accesskit_node().label();
    let used = used.expect("a name");
    keep_picture(&mut harness, "sheet-pale");
    press(&mut harness, &used);
    let color = |harness: &Window| harness.state().campaign().look.get(LookKey::Color).cloned();
    assert_eq!(color(&harness), used.strip_prefix("Use ").map(Into::into));
    assert!(pictures(&harness).iter().all(|name| !name.contains("needs")));
    assert!(
        harness
            .query_by_label("Nothing is cut off, and all texts can be read")
            .is_some()
    );

    keys(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(color(&harness), Some("#7f7f7f".into()));
    assert!(harness.state().app().sheet().is_some(), "undone where it was repaired");
}

#[test]
fn a_text_that_is_cut_off_leads_to_its_field() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(folder.path());
    choose(&mut harness, "Something in the basket");
    let mut edited = harness.state().campaign().clone();
    edited.content.subtitle = Some("Everything is still here. ".repeat(20));
    let app = harness.state_mut().app.as_mut().expect("the app runs");
    app.go_on(Some(&edited), &[Command::Sheet]);
    harness.run();
    let repairs = harness.get_all_by_role_and_label(Role::Button, "Shorten");
    repairs.last().expect("a repair").click_accesskit();
    harness.run();
    assert!(harness.state().app().sheet().is_none());
    let subtitle = harness
        .query_by_role_and_label(Role::TextInput, "Subtitle")
        .or_else(|| harness.query_by_role_and_label(Role::MultilineTextInput, "Subtitle"));
    assert!(subtitle.expect("its field").is_focused());
}

#[test]
fn a_message_without_words_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(folder.path());
    keys(&mut harness, Modifiers::COMMAND, Key::N);
    press(&mut harness, "Start blank");
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    turn(&mut harness);
    keep_picture(&mut harness, "sheet-empty");
    assert!(harness.query_by_label("The message says nothing yet").is_some());
    press(&mut harness, "Write the message");
    assert!(harness.state().app().sheet().is_none());
}

#[test]
fn the_sheet_follows_the_campaign_that_is_open_and_speaks_turkish() {
    let folder = tempfile::tempdir().expect("a folder");
    let opening = Opening {
        language: Language::TURKISH,
        size: [900.0, 600.0],
        ..Opening::default()
    };
    let mut harness = open(folder.path(), opening);
    turn(&mut harness);
    keep_picture(&mut harness, "sheet-turkish");
    let before = harness.state().app().sheet().and_then(|sheet| sheet.subject().cloned());
    keys(&mut harness, Modifiers::ALT, Key::PageDown);
    let after = harness.state().app().sheet().and_then(|sheet| sheet.subject().cloned());
    assert!(before.is_some() && after.is_some() && before != after);
}

#[test]
fn a_proof_is_written_as_a_picture_and_as_a_page_and_copied() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = sheet(folder.path(), "Welcome back, by name");
    for texts in ["Longest texts", "No picture", "Right to left", "Text at 200%"] {
        press(&mut harness, &format!("Texts: {texts}"));
    }
    let write = |harness: &mut Window, name: &str| {
        let path = folder.path().join(name);
        press(harness, "Export proof");
        fill(harness, "File", &path.display().to_string());
        press(harness, "Export");
        std::fs::read(path).expect("the proof was written")
    };
    let png = image::load_from_memory(&write(&mut harness, "proof.png")).expect("a picture");
    assert!(png.width() > 3000 && png.height() > 600);

    let page = harness.get_by_role_and_label(Role::RadioButton, "Proof as: Web page");
    page.click_accesskit();
    harness.run();
    let html = String::from_utf8(write(&mut harness, "proof.html")).expect("text");
    assert_eq!(html.matches("<img ").count(), 6);
    assert!(html.contains("<h1>Welcome back, by name</h1>") && html.contains("28 November 2026"));
    assert!(html.contains("Nothing is cut off, and all texts can be read"));

    harness
        .get_by_role_and_label(Role::Switch, "With findings")
        .click_accesskit();
    harness.run();
    let html = String::from_utf8(write(&mut harness, "quiet.html")).expect("text");
    assert!(!html.contains("Nothing is cut off"));

    press(&mut harness, "Copy picture");
    assert!(harness.query_by_label_contains("Copied").is_some());
}
