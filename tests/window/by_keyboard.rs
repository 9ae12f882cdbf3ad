//! A campaign from nothing to the site by keyboard alone, and where the keyboard is after each step of the way.

use beckon::{campaign::Node, studio::shelf::Status};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use serde_json::{Value, json};

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

    /// The value of the only condition.
    fn only_value(&self) -> Value {
        let campaign = self.window.state().app().session().expect("open").campaign();
        let [Node::Condition(only)] = &campaign.audience.children[..] else {
            panic!("one condition: {:?}", campaign.audience);
        };
        only.value.clone().unwrap_or_default()
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
    assert_eq!(typist.only_value(), json!("tablet"));
}

#[test]
fn what_is_clicked_is_asked_for_by_its_text_and_then_by_a_selector() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut typist = Typist::at(folder.path());
    typist.press(Modifiers::COMMAND, Key::N);
    typist.press(Modifiers::NONE, Key::Enter);
    typist.write("Sale");
    typist.press(Modifiers::NONE, Key::Enter);
    typist.press(COMMAND_SHIFT, Key::A);
    typist.write("button");
    typist.press(Modifiers::NONE, Key::Enter);
    assert_eq!(typist.place(), "Condition 1 value");
    typist.write("Add to basket");
    assert_eq!(typist.only_value(), json!({ "text": "Add to basket" }));
    let window = &mut typist.window;
    window.get_by_label("Condition 1 found by").click();
    window.run();
    window.get_by_role_and_label(Role::ListBoxOption, "selector").click();
    window.run();
    assert_eq!(typist.only_value(), json!({ "selector": "Add to basket" }));
    typist
        .window
        .get_by_role_and_label(Role::TextInput, "Condition 1 value")
        .focus();
    typist.press(Modifiers::COMMAND, Key::A);
    typist.write("#buy");
    assert_eq!(typist.only_value(), json!({ "selector": "#buy" }));
    keep_picture(&mut typist.window, "clicked");
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
