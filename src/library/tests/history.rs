//! Undo and redo.

use std::time::Duration;

use super::*;

fn history() -> History<String> {
    History::new(String::new(), HistoryLimits::default(), String::len)
}

fn type_into(history: &mut History<String>, text: &str, place: &str, at: u64) {
    history.typed(&text.to_owned(), "Edit", place, Duration::from_millis(at));
}

#[test]
fn typing_joins_until_a_pause_another_place_or_a_close() {
    let mut history = history();
    type_into(&mut history, "h", "title", 0);
    type_into(&mut history, "hi", "title", 500);
    type_into(&mut history, "hi!", "title", 2_000);
    type_into(&mut history, "hi!?", "button", 2_100);
    history.close();
    type_into(&mut history, "hi!??", "button", 2_200);
    let mut undone = Vec::new();
    while let Some(text) = history.undo() {
        undone.push(text);
    }
    assert_eq!(undone, ["hi!?", "hi!", "hi", ""]);
    assert_eq!(std::iter::from_fn(|| history.redo()).last().as_deref(), Some("hi!??"));
}

#[test]
fn structural_edits_stand_alone_and_have_names() {
    let mut history = history();
    history.step(&"a".to_owned(), "Add condition");
    history.step(&"a".to_owned(), "No change");
    history.step(&"ab".to_owned(), "Remove condition");
    assert_eq!(history.undo_name(), Some("Remove condition"));
    assert_eq!(history.undo().as_deref(), Some("a"));
    assert_eq!(
        (history.undo_name(), history.redo_name()),
        (Some("Add condition"), Some("Remove condition"))
    );
    history.step(&"ac".to_owned(), "Mute");
    assert_eq!(history.redo(), None);
    assert_eq!(history.present(), "ac");
}

#[test]
fn typing_that_ends_where_it_began_is_no_step() {
    let mut history = history();
    type_into(&mut history, "x", "title", 0);
    type_into(&mut history, "", "title", 10);
    assert_eq!(history.undo_name(), None);
    assert!(history.tick(Duration::from_millis(10)));
}

#[test]
fn an_idle_draft_is_one_without_open_typing() {
    let mut history = history();
    assert!(history.tick(Duration::ZERO));
    type_into(&mut history, "x", "title", 0);
    assert!(!history.tick(Duration::from_millis(899)));
    assert!(history.tick(Duration::from_millis(900)));
}

#[test]
fn memory_is_bounded_and_the_last_step_always_stays() {
    let limits = HistoryLimits {
        steps: 3,
        weight: 1_000,
        ..HistoryLimits::default()
    };
    let mut history = History::new(String::new(), limits, String::len);
    for text in ["a", "ab", "abc", "abcd"] {
        history.step(&text.to_owned(), "Edit");
    }
    assert_eq!(std::iter::from_fn(|| history.undo()).count(), 3);
    history.step(&"x".repeat(5_000), "Paste");
    assert_eq!(std::iter::from_fn(|| history.undo()).count(), 1);
}

#[test]
fn it_holds_campaigns() {
    let first = campaign("First");
    let mut history = History::new(first.clone(), HistoryLimits::default(), |campaign| {
        crate::campaign::to_json(campaign).len()
    });
    history.step(&titled(&first, "Hi"), "Change title");
    assert_eq!(history.undo(), Some(first));
}
