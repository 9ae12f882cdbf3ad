//! The page of the site, in the window, through accessible names.

use std::{fs, path::Path};

use crate::support::{
    fill, keep_picture,
    library::{Opening, Window, choose, command, keys, listed, open, press, rest, window},
};
use beckon::{
    campaign::{LookKey, SiteDocument},
    library::read_site,
    wording::text::Language,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use serde_json::json;

fn stored(folder: &Path) -> SiteDocument {
    read_site(&folder.join("Beckon/site.json")).expect("it can be read")
}

fn has(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn the_first_change_makes_the_document_and_the_rest_changes_only_what_it_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    press(&mut window, "Your site");
    assert!(has(&window, "no site document yet"));
    assert!(
        !folder.path().join("Beckon/site.json").exists(),
        "to look at it makes none"
    );
    fill(&mut window, "Name of the site", "Leafhouse");
    press(&mut window, "Add an address");
    fill(&mut window, "Address 1", "https://www.example.com/shop");
    rest(&mut window);
    let site = stored(folder.path());
    assert_eq!(
        (site.name.as_str(), &site.addresses[..]),
        ("Leafhouse", &["https://www.example.com/shop".to_owned()][..])
    );
    assert!(has(
        &window,
        "The page https://www.example.com/shop and every page below it."
    ));
    window.get_by_role_and_label(Role::Button, "Your site: Leafhouse");
    // Somebody else writes into it meanwhile.
    let theirs = site.to_json().replace("\"Leafhouse\"", "\"Theirs\"");
    fs::write(folder.path().join("Beckon/site.json"), theirs).expect("written");
    press(&mut window, "Button colour: choose");
    fill(&mut window, "Button colour", "#16a34a");
    rest(&mut window);
    let site = stored(folder.path());
    assert_eq!(
        (site.name.as_str(), site.look.get(LookKey::Color)),
        ("Theirs", Some(&"#16a34a".into()))
    );
    assert_eq!(
        window
            .get_by_role_and_label(Role::TextInput, "Name of the site")
            .accesskit_node()
            .value()
            .as_deref(),
        Some("Theirs")
    );
    // The pop-ups in the preview look like that.
    assert_eq!(window.state().app().site().brand.color().to_string(), "#16a34a");
}

#[test]
fn hours_in_which_somebody_answers_are_kept_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    press(&mut window, "Your site");
    press(&mut window, "Add hours");
    window
        .get_by_role_and_label(Role::CheckBox, "Hours 1: Saturday")
        .click();
    window.run();
    fill(&mut window, "Hours 1 until", "17.30");
    keys(&mut window, Modifiers::NONE, Key::Tab);
    rest(&mut window);
    let hours = stored(folder.path()).hours.expect("hours");
    assert_eq!(hours.open[0].weekdays().count(), 6);
    assert_eq!(hours.open[0].until.as_deref(), Some("17:30"));
    assert!(hours.time_zone.is_some());
    press(&mut window, "Remove hours 1");
    rest(&mut window);
    assert_eq!(stored(folder.path()).hours, None);
    press(&mut window, "Undo");
    rest(&mut window);
    assert_eq!(stored(folder.path()).hours, Some(hours));
}

#[test]
fn a_limit_for_a_visitor_is_kept_and_names_the_campaigns_that_it_excepts() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut window = window(folder.path());
    let name = listed(&window).first().cloned().expect("a campaign");
    press(&mut window, "Your site");
    press(&mut window, "Add a limit");
    fill(&mut window, "Limit 1: pop-ups", "2");
    window.get_by_label("Limit 1: time").click();
    window.run();
    window.get_by_role_and_label(Role::ListBoxOption, "a session").click();
    window.run();
    rest(&mut window);
    let two = json!([{ "at_most": 2, "per": "session" }]);
    assert_eq!(stored(folder.path()).to_value()["rests"], two);
    press(&mut window, "Exception from limit 1");
    window.get_by_role_and_label(Role::MenuItem, &name).click();
    window.run();
    rest(&mut window);
    let excepted = stored(folder.path());
    assert_eq!(excepted.rests[0].except.len(), 1);
    press(&mut window, &format!("Let the limit hold for {name}"));
    rest(&mut window);
    assert_eq!(stored(folder.path()).to_value()["rests"], two);
    press(&mut window, "Remove limit 1");
    rest(&mut window);
    assert!(stored(folder.path()).rests.is_empty());
}

#[test]
fn a_colour_is_typed_to_its_end_also_where_it_makes_the_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    press(&mut window, "Your site");
    press(&mut window, "Button colour: choose");
    fill(&mut window, "Button colour", "");
    for letter in "#0f766e".chars() {
        window.event(egui::Event::Text(letter.to_string()));
        window.run();
    }
    rest(&mut window);
    assert_eq!(stored(folder.path()).look.get(LookKey::Color), Some(&"#0f766e".into()));
}

#[test]
fn the_previews_menu_keeps_the_colour_that_the_page_of_the_site_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let color = |window: &Window| window.state().app().site().brand.color().to_string();
    let look_at_menu = |window: &mut Window| {
        press(window, "Site in the preview");
        assert!(has(window, "Hex code"));
        keys(window, Modifiers::NONE, Key::Escape);
    };
    look_at_menu(&mut window);
    press(&mut window, "Your site");
    press(&mut window, "Button colour: choose");
    fill(&mut window, "Button colour", "#16a34a");
    rest(&mut window);
    look_at_menu(&mut window);
    rest(&mut window);
    assert_eq!(color(&window), "#16a34a");
    assert_eq!(stored(folder.path()).look.get(LookKey::Color), Some(&"#16a34a".into()));
    // What is typed in the menu is still the site's colour.
    press(&mut window, "Site in the preview");
    fill(&mut window, "Hex code", "#dc2626");
    rest(&mut window);
    assert_eq!(color(&window), "#dc2626");
}

#[test]
fn each_address_says_what_it_matches_and_how_it_is_mended() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    command(&mut window, "Your site");
    assert!(has(&window, "on every page that has the script"));
    press(&mut window, "Add an address");
    fill(&mut window, "Address 1", "www.example.com");
    assert!(
        has(&window, "Write it like https://www.example.com"),
        "nobody has made a mistake who is typing"
    );
    press(&mut window, "Add an address");
    assert!(has(&window, "is not the address of a website"));
    let field = window.get_by_role_and_label(Role::TextInput, "Address 1");
    let told = field.accesskit_node();
    assert_eq!(told.data().invalid(), Some(egui::accesskit::Invalid::True));
    assert!(
        told.data()
            .description()
            .is_some_and(|said| said.contains("is not the address"))
    );
    press(&mut window, "Use https://www.example.com");
    assert!(has(
        &window,
        "Every page of https://www.example.com, and of no other site."
    ));
    fill(&mut window, "Address 2", "http://localhost:8080");
    rest(&mut window);
    assert_eq!(
        stored(folder.path()).addresses,
        ["https://www.example.com", "http://localhost:8080"]
    );
    keep_picture(&mut window, "site");
    press(&mut window, "Remove address 1");
    rest(&mut window);
    assert_eq!(stored(folder.path()).addresses, ["http://localhost:8080"]);
}

#[test]
fn a_change_of_the_site_is_undone_on_its_page_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let title = window.state().title();
    command(&mut window, "Your site");
    fill(&mut window, "Name of the site", "Leafhouse");
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert_eq!(stored(folder.path()).name, "");
    assert!(has(&window, "Undone: Name the site"));
    keys(&mut window, Modifiers::COMMAND, Key::Y);
    rest(&mut window);
    assert_eq!(stored(folder.path()).name, "Leafhouse");
    assert_eq!(window.state().title(), title);
    // The same key goes back.
    keys(&mut window, Modifiers::COMMAND, Key::Num5);
    assert!(!has(&window, "Where it runs"));
}

#[test]
fn a_document_that_cannot_be_read_is_said_and_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Beckon/site.json");
    fs::create_dir_all(folder.path().join("Beckon")).expect("made");
    fs::write(&file, "{ broken").expect("written");
    let mut window = window(folder.path());
    command(&mut window, "Your site");
    assert!(has(&window, "The site document cannot be read"));
    fs::write(&file, "{ still broken").expect("written");
    window.run_steps(4);
    let said = window.query_all_by_label_contains("the file is not valid JSON").count();
    assert!(
        said <= 2,
        "what is wrong now is said on the page alone, beside what was said before it was open"
    );
    assert!(
        window
            .query_by_role_and_label(Role::TextInput, "Name of the site")
            .is_none()
    );
    assert_eq!(fs::read_to_string(&file).expect("there"), "{ still broken");
    // Once another program has repaired it, the page has it.
    fs::write(&file, SiteDocument::new("Leafhouse").to_json()).expect("written");
    press(&mut window, "Try again");
    assert_eq!(
        window
            .get_by_role_and_label(Role::TextInput, "Name of the site")
            .accesskit_node()
            .value()
            .as_deref(),
        Some("Leafhouse")
    );
}

#[test]
fn a_campaign_for_a_page_outside_of_the_addresses_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let outside = [
        "is none of your site’s pages",
        "This page is none of the site’s addresses",
    ];
    assert!(outside.iter().all(|words| !has(&window, words)));
    press(&mut window, "Your site");
    press(&mut window, "Add an address");
    fill(&mut window, "Address 1", "https://shop.example.com");
    rest(&mut window);
    press(&mut window, "Back to editing");
    rest(&mut window);
    keep_picture(&mut window, "site-outside");
    for words in outside {
        assert!(has(&window, words), "{words}");
    }
}

/// A typical visitor of a campaign for any page comes to the site.
#[test]
fn typical_visitors_come_to_the_site() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    choose(&mut window, "Something in the basket");
    let not_shown = "This page is none of the site’s addresses";
    press(&mut window, "Your site");
    press(&mut window, "Add an address");
    fill(&mut window, "Address 1", "https://leafhouse.example/tr");
    rest(&mut window);
    press(&mut window, "Back to editing");
    rest(&mut window);
    assert!(!has(&window, not_shown));
    let page = window.get_by_role_and_label(Role::TextInput, "Page address");
    let page = page.accesskit_node().value().unwrap_or_default();
    assert_eq!(page, "https://leafhouse.example/tr/");
}

#[test]
fn an_address_of_the_site_is_replaced_with_those_of_campaigns() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    press(&mut window, "Your site");
    press(&mut window, "Add an address");
    fill(&mut window, "Address 1", "https://www.example.com");
    rest(&mut window);
    command(&mut window, "replace an address");
    fill(&mut window, "Find", "www.example.com");
    fill(&mut window, "Replace with", "shop.example.com");
    rest(&mut window);
    assert!(has(&window, "and 1 in Your site"));
    let buttons = window.get_all_by_role(Role::Button);
    let mut labels = buttons.filter_map(|node| node.accesskit_node().label());
    let replace = labels
        .find(|label| label.starts_with("Replace in "))
        .expect("the button");
    drop(labels);
    press(&mut window, &replace);
    rest(&mut window);
    assert_eq!(stored(folder.path()).addresses, ["https://shop.example.com"]);
    assert!(has(&window, "Addresses of your site were replaced, too."));
}

#[test]
fn the_page_is_there_in_turkish_and_in_a_small_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(
        folder.path(),
        Opening {
            language: Language::TURKISH,
            size: [900.0, 600.0],
            ..Opening::default()
        },
    );
    keys(&mut window, Modifiers::COMMAND, Key::Num5);
    fill(&mut window, "Sitenin adı", "Yaprak Evi");
    press(&mut window, "Adres ekle");
    fill(&mut window, "1. adres", "https://www.example.com");
    assert!(has(&window, "https://www.example.com sitesinin her sayfası"));
    rest(&mut window);
    assert_eq!(stored(folder.path()).name, "Yaprak Evi");
    keep_picture(&mut window, "site-turkish");
}
