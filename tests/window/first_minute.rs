//! The first minute of a new campaign: the page that it begins with, and the quiet before anything was typed.

use std::path::Path;

use beckon::{
    campaign::{Campaign, to_json},
    desktop::testing::{App, Setup},
    library::Library,
    popup::{Placeholders, PopupContent},
    studio::{
        gallery::Card,
        settings::{Appearance, Settings},
        to_do::Tally,
    },
    wording::text::Language,
};
use egui::{Key, Modifiers, Role, Theme, Ui};
use egui_kittest::{Harness, kittest::Queryable};

use crate::support::{self, fill, keep_picture, press};

struct State {
    app: Option<App>,
}

impl State {
    fn app(&self) -> &App {
        self.app.as_ref().expect("the app was started in the first frame")
    }

    fn campaign(&self) -> &Campaign {
        self.app().session().expect("a campaign is open").campaign()
    }

    fn tally(&self) -> Tally {
        self.app().analysis().tally()
    }

    fn chosen(&self) -> Card {
        self.app().gallery().expect("the page is shown").chosen()
    }
}

type Window = Harness<'static, State>;

struct Look {
    size: [f32; 2],
    theme: Appearance,
    language: Language,
}

const USUAL: Look = Look {
    size: [1440.0, 900.0],
    theme: Appearance::Light,
    language: Language::ENGLISH,
};

/// The window on a library without campaigns.
fn empty(folder: &Path, look: &Look) -> Window {
    // A folder that has been a library before gets no samples.
    std::fs::create_dir_all(folder.join(".beckon")).expect("a folder");
    window(folder, look)
}

fn window(folder: &Path, look: &Look) -> Window {
    let mut settings = Settings::forgetful();
    settings.set_language(look.language);
    settings.set_theme(look.theme);
    let library = Library::open_with_rescue(folder, None).expect("a library");
    let mut setup = Some(Setup {
        settings,
        ..support::setup(library)
    });
    let draw = move |ui: &mut Ui, state: &mut State| support::show(ui, &mut state.app, &mut setup);
    support::window((look.size, Theme::Light, 40), State { app: None }, draw)
}

fn key(harness: &mut Window, key: Key) {
    harness.key_press_modifiers(Modifiers::NONE, key);
    harness.run();
}

fn tab(harness: &mut Window, name: &str) {
    press(harness, Role::Tab, name);
}

/// A new, blank campaign, named.
fn blank(folder: &Path) -> Window {
    let mut harness = empty(folder, &USUAL);
    press(&mut harness, Role::Button, "Start blank");
    fill(&mut harness, "Name", "Spring sale");
    press(&mut harness, Role::Button, "Rename");
    harness
}

#[test]
fn nothing_in_a_new_campaign_is_wrong_before_a_key_was_pressed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = blank(folder.path());
    let Tally {
        to_do,
        blockers,
        advice,
    } = harness.state().tally();
    assert!(to_do > 0);
    assert_eq!((blockers, advice), (0, 0));
    assert!(harness.state().campaign().audience.is_everyone());
    keep_picture(&mut harness, "new-audience");
    tab(&mut harness, "Message");
    assert_eq!(harness.query_all_by_label_contains("is missing").count(), 0);
    keep_picture(&mut harness, "new-message");
    tab(&mut harness, "Review & launch");
    harness.get_by_label("Still to do");
    assert!(harness.query_by_label("To fix before launch").is_none());
    keep_picture(&mut harness, "new-review");
}

#[test]
fn a_field_is_judged_once_it_is_left_and_everything_once_a_launch_was_tried() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = blank(folder.path());
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "A title that is far too long for any card");
    assert_eq!(harness.state().tally().blockers, 0, "it is still being typed");
    harness.get_by_role_and_label(Role::TextInput, "Button name").focus();
    harness.run();
    assert_eq!(harness.state().tally().blockers, 1);
    fill(&mut harness, "Title", "Hello");
    assert_eq!(harness.state().tally().blockers, 0);
    let to_do = harness.state().tally().to_do;
    tab(&mut harness, "Review & launch");
    press(&mut harness, Role::Button, "Launch!");
    let tried = harness.state().tally();
    assert_eq!((tried.to_do, tried.blockers), (0, to_do));
    harness.get_by_label("To fix before launch");
    keep_picture(&mut harness, "new-tried");
}

#[test]
fn the_preview_of_a_draft_shows_pale_words_that_no_file_has() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = blank(folder.path());
    let scene = harness.state().app().previewed_scene().expect("a scene").clone();
    assert_ne!(scene.placeholders, Placeholders::default());
    let PopupContent::Rich { title, button, .. } = &scene.content else {
        panic!("a card: {scene:?}")
    };
    assert_eq!((title.as_str(), button.as_str()), ("", ""));
    assert!(!to_json(harness.state().campaign()).contains("Title"));
    tab(&mut harness, "Message");
    fill(&mut harness, "Title", "Hello");
    fill(&mut harness, "Button name", "Go");
    let scene = harness.state().app().previewed_scene().expect("a scene");
    let PopupContent::Rich { title, button, .. } = &scene.content else {
        panic!("a card: {scene:?}")
    };
    assert_eq!((title.as_str(), button.as_str()), ("Hello", "Go"));
    let worked_on = Placeholders(vec![("button", "Button".to_owned())]);
    assert_eq!(
        scene.placeholders, worked_on,
        "what is worked on has words for when it is emptied"
    );
}

#[test]
fn an_empty_library_is_the_page_of_starting_points() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = empty(folder.path(), &USUAL);
    harness.get_by_label("Pick a starting point. You can change everything in it later.");
    assert!(harness.query_by_role_and_label(Role::Button, "Cancel").is_none());
    keep_picture(&mut harness, "gallery-empty");
    press(&mut harness, Role::ListItem, "Welcome");
    press(&mut harness, Role::Button, "Start with Welcome");
    fill(&mut harness, "Name", "Hello there");
    press(&mut harness, Role::Button, "Rename");
    let campaign = harness.state().campaign();
    assert_eq!(campaign.name, "Hello there");
    assert_eq!(harness.state().tally(), Tally::default());
    let picture = campaign.content.image.as_deref().expect("a picture");
    assert!(folder.path().join(picture).is_file());
    // The same again has a name of its own.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Open Hello there");
    press(&mut harness, Role::Button, "Start blank");
    key(&mut harness, Key::Escape);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    press(&mut harness, Role::Button, "Start blank");
    key(&mut harness, Key::Escape);
    assert_eq!(harness.state().campaign().name, "Untitled campaign (2)");
}

#[test]
fn the_page_is_walked_through_searched_and_left_by_keyboard() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), &USUAL);
    let before = harness.state().campaign().name.clone();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    keep_picture(&mut harness, "gallery");
    assert_eq!(harness.state().chosen(), Card::Blank);
    key(&mut harness, Key::ArrowDown);
    assert_eq!(harness.state().chosen(), Card::Import);
    key(&mut harness, Key::ArrowRight);
    key(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().chosen(), Card::Point(1));
    harness.event(egui::Event::Text("cart".to_owned()));
    harness.run();
    let found = harness.state().app().gallery().and_then(|page| page.chosen_point());
    assert_eq!(found.map(|point| point.id), Some("cart"));
    keep_picture(&mut harness, "gallery-search");
    key(&mut harness, Key::Escape);
    assert_eq!(harness.state().app().gallery().map(|page| page.wanted()), Some(""));
    key(&mut harness, Key::Escape);
    assert_eq!(harness.state().campaign().name, before, "nothing was made");
    assert!(harness.query_by_label("Search starting points").is_none());
    // Enter begins with what the search found.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    harness.event(egui::Event::Text("cart".to_owned()));
    harness.run();
    key(&mut harness, Key::Enter);
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().campaign().name, "Rescue a full cart");
}

#[test]
fn enter_and_escape_in_the_librarys_search_do_nothing_on_the_page() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), &USUAL);
    let count = harness.state().app().shelf().items().len();
    let search = |harness: &mut Window| {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
        harness.run();
        harness.event(egui::Event::Text("winter".to_owned()));
        harness.run();
    };
    search(&mut harness);
    key(&mut harness, Key::Escape);
    assert!(harness.state().app().gallery().is_some(), "the page stays");
    search(&mut harness);
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().campaign().name, "Winter sale in Turkish");
    assert_eq!(harness.state().app().shelf().items().len(), count, "nothing was made");
}

#[test]
fn the_cards_are_narrowed_and_drawn_in_another_language_and_theme() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), &USUAL);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    press(&mut harness, Role::RadioButton, "Type: Text 3");
    assert!(
        harness
            .query_by_role_and_label(Role::ListItem, "Cart reminder")
            .is_none()
    );
    press(&mut harness, Role::RadioButton, "Type: All 9");
    press(&mut harness, Role::RadioButton, "Theme of the cards: Dark");
    press(&mut harness, Role::ComboBox, "Language of the cards");
    press(&mut harness, Role::ListBoxOption, "Türkçe");
    harness.get_by_role_and_label(Role::ListItem, "Karşılama");
    keep_picture(&mut harness, "gallery-turkish-cards");
    press(&mut harness, Role::ListItem, "Karşılama");
    press(&mut harness, Role::Button, "Start with Karşılama");
    key(&mut harness, Key::Enter);
    assert_eq!(
        harness.state().campaign().content.title.as_deref(),
        Some("Hoş geldiniz! 👋")
    );
}

#[test]
fn a_file_that_is_dropped_is_brought_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let outside = folder.path().join("outside.campaign.json");
    let mut campaign = Campaign::new(uuid::Uuid::from_u128(7), "From outside", "UTC");
    campaign.content.title = Some("Hi".to_owned());
    std::fs::write(&outside, to_json(&campaign)).expect("a file");
    let mut harness = empty(&folder.path().join("Beckon"), &USUAL);
    let dropped: egui::DroppedFileHandle = std::sync::Arc::new(Dropped(outside));
    harness.input_mut().dropped_files.push(dropped);
    harness.run();
    assert_eq!(harness.state().campaign().name, "From outside");
}

/// A file as the desktop hands it over.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Pictures for people to look at; each look settles, and the chosen card is in sight.
#[test]
fn the_page_fits_every_window() {
    let looks = [
        ("small", [900.0, 600.0], Appearance::Light, Language::ENGLISH),
        (
            "small-turkish-dark",
            [1000.0, 640.0],
            Appearance::Dark,
            Language::TURKISH,
        ),
        ("wide", [2560.0, 1440.0], Appearance::Light, Language::ENGLISH),
    ];
    for (name, size, theme, language) in looks {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let look = Look { size, theme, language };
        let mut harness = window(folder.path(), &look);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
        harness.run();
        keep_picture(&mut harness, &format!("gallery-{name}"));
        let right = harness
            .query_all_by_role(Role::ListItem)
            .map(|node| node.rect().right())
            .fold(0.0, f32::max);
        assert!(right <= size[0], "{name}: {right}");
    }
}
