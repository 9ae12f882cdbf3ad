//! A campaign from nothing to the site by keyboard alone, and where the keyboard is after each step of the way.

use beckon::{campaign::Node, studio::shelf::Status};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::{
    publishing::{Window, window},
    support::{keep_picture, stroke},
};

/// How many keys it may take, letters that are typed included.
const MOST_KEYS: usize = 60;

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Somebody who has no mouse, and counts.
struct Typist {
    window: Window,
    keys: usize,
}

impl Typist {
    fn at(folder: &std::path::Path) -> Self {
        Self {
            window: window(folder),
            keys: 0,
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.keys += 1;
        stroke(&mut self.window, modifiers, key);
        self.window.run();
    }

    fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.keys += 1;
            self.window.event(Event::Text(letter.to_string()));
            self.window.run();
        }
    }

    /// Adds a condition: a field and its value, each by as many letters as find it.
    fn add_condition(&mut self, field: &str, value: &str) {
        self.press(COMMAND_SHIFT, Key::A);
        for typed in [field, value] {
            self.write(typed);
            self.press(Modifiers::NONE, Key::Enter);
        }
    }

    /// The name of the control that has the keyboard.
    fn place(&self) -> String {
        let focused = self.window.get_all_by(|node| node.is_focused());
        let names: Vec<String> = focused.filter_map(|node| node.accesskit_node().label()).collect();
        names.last().cloned().unwrap_or_default()
    }
}

#[test]
fn a_campaign_is_made_and_launched_in_sixty_keys() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut typist = Typist::at(folder.path());
    typist.press(Modifiers::COMMAND, Key::N);
    typist.press(Modifiers::NONE, Key::Enter);
    typist.write("Sale");
    typist.press(Modifiers::NONE, Key::Enter);
    typist.add_condition("lang", "en");
    typist.add_condition("addr", "/cart");
    typist.press(Modifiers::COMMAND, Key::Num2);
    assert_eq!(typist.place(), "Title");
    typist.write("Hi");
    for _ in 0..2 {
        typist.press(Modifiers::NONE, Key::Tab);
    }
    assert_eq!(typist.place(), "Button name");
    typist.write("Go");
    keep_picture(&mut typist.window, "keyboard-message");
    typist.press(COMMAND_SHIFT, Key::L);
    assert_eq!(typist.place(), "Launch!");
    keep_picture(&mut typist.window, "keyboard-review");
    typist.press(Modifiers::NONE, Key::Enter);
    typist.window.run_steps(8);
    let state = typist.window.state();
    assert_eq!(state.status(), Status::Live);
    let campaign = state.app().session().expect("open").campaign();
    assert_eq!(campaign.name, "Sale");
    assert_eq!(campaign.audience.children.len(), 2);
    assert_eq!(
        campaign.content.user_say.as_deref(),
        Some("Go"),
        "said once, meant twice"
    );
    assert!(typist.keys <= MOST_KEYS, "{} keys", typist.keys);
}

#[test]
fn a_value_that_is_chosen_is_found_by_its_letter() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut typist = Typist::at(folder.path());
    typist.press(Modifiers::COMMAND, Key::N);
    typist.press(Modifiers::NONE, Key::Enter);
    typist.write("Sale");
    typist.press(Modifiers::NONE, Key::Enter);
    typist.add_condition("phone", "t");
    let state = typist.window.state();
    let campaign = state.app().session().expect("open").campaign();
    let value = campaign.audience.children.iter().find_map(|node| match node {
        Node::Condition(condition) => condition.value.clone(),
        Node::Group(_) => None,
    });
    assert_eq!(value, Some("tablet".into()));
    assert_eq!(campaign.audience.children.len(), 1);
}

#[test]
fn every_step_and_page_that_is_reached_by_keys_has_the_keyboard() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut typist = Typist::at(folder.path());
    let places = [
        (Key::Num1, "Condition 1: page address is https://www.example.com/"),
        (Key::Num2, "Title"),
        (Key::Num3, "Connections…"),
        (Key::Num4, "Back to editing"),
        (Key::Num5, "Name of the site"),
    ];
    for (key, place) in places {
        typist.press(Modifiers::COMMAND, key);
        assert_eq!(typist.place(), place, "{key:?}");
    }
    // Back from a page, as from a step.
    typist.press(Modifiers::COMMAND, Key::Num5);
    assert_eq!(typist.place(), "Connections…");
}

#[test]
fn a_launch_leads_to_what_still_stops_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut typist = Typist::at(folder.path());
    typist.press(Modifiers::COMMAND, Key::N);
    typist.press(Modifiers::NONE, Key::Enter);
    typist.write("Sale");
    typist.press(Modifiers::NONE, Key::Enter);
    typist.press(COMMAND_SHIFT, Key::L);
    assert!(typist.place().starts_with("Show: "), "{}", typist.place());
    typist.press(Modifiers::NONE, Key::Enter);
    assert_eq!(typist.place(), "Title", "the way to the field");
}
