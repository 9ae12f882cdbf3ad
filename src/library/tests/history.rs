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
fn typing_that_ends_where_it_began_is_not_a_step() {
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

/// Returns every value that undo, then redo, leads through.
fn walk(history: &mut History<String>) -> (Vec<String>, Vec<String>) {
    let back = std::iter::from_fn(|| history.undo()).collect();
    let ahead = std::iter::from_fn(|| history.redo()).collect();
    (back, ahead)
}

#[test]
fn a_history_that_is_written_down_and_taken_up_again_is_the_same() {
    let mut history = history();
    for text in ["a", "ab", "abc"] {
        history.step(&text.to_owned(), text);
    }
    history.undo();
    let mut again = History::of_record(history.record(), HistoryLimits::default(), String::len);
    assert_eq!((again.undo_name(), again.redo_name()), (Some("ab"), Some("abc")));
    assert_eq!(again.present(), "ab");
    assert_eq!(walk(&mut again), walk(&mut history));
}

#[test]
fn a_step_keeps_one_snapshot() {
    let mut history = history();
    for text in ["a", "ab", "abc"] {
        history.step(&text.to_owned(), "Edit");
    }
    let record = history.record();
    let kept: Vec<&str> = record.past.iter().map(|step| step.value.as_str()).collect();
    assert_eq!(kept, ["", "a", "ab"]);
    assert_eq!(record.present.as_str(), "abc");
}

#[test]
fn a_value_from_elsewhere_is_met_where_it_stands() {
    let same = |one: &String, other: &String| one.eq_ignore_ascii_case(other);
    let begun = || {
        let mut history = history();
        for text in ["a", "ab", "abc", "abcd"] {
            history.step(&text.to_owned(), text);
        }
        history.undo();
        history
    };
    // As it is, apart from what does not count.
    let mut there = begun();
    assert_eq!(there.meet(&"ABC".to_owned(), same, "Elsewhere"), Meeting::Same);
    assert_eq!((there.present().as_str(), there.redo_name()), ("ABC", Some("abcd")));
    // A crash left the file at an earlier or a later point.
    for (value, undo, redo) in [("a", "a", "ab"), ("abcd", "abcd", "")] {
        let mut there = begun();
        assert_eq!(
            there.meet(&value.to_owned(), same, "Elsewhere"),
            Meeting::Moved,
            "{value}"
        );
        assert_eq!(there.present(), value);
        assert_eq!(
            (
                there.undo_name().unwrap_or_default(),
                there.redo_name().unwrap_or_default()
            ),
            (undo, redo)
        );
    }
    // A different value.
    let mut there = begun();
    assert_eq!(there.meet(&"other".to_owned(), same, "Elsewhere"), Meeting::New);
    assert_eq!((there.undo_name(), there.redo_name()), (Some("Elsewhere"), None));
    assert_eq!(there.undo().as_deref(), Some("abc"));
}

proptest::proptest! {
    /// After any edits, undo and redo: undoing and redoing everything leads back to the start, through each step once.
    #[test]
    fn undo_and_redo_are_each_others_reverse(edits in proptest::collection::vec(0_u8..8, 0..60)) {
        let mut history = history();
        for (number, edit) in edits.iter().enumerate() {
            let at = Duration::from_millis(400 * number as u64);
            match edit {
                0 => { history.undo(); }
                1 => { history.redo(); }
                2 => history.close(),
                3 | 4 => history.typed(&format!("{}{edit}", history.present()), "Type", &edit.to_string(), at),
                _ => history.step(&format!("{}{number}", history.present()), "Step"),
            }
        }
        let before = (history.present().clone(), history.undo_name().map(str::to_owned));
        let ahead = history.record().future.len();
        let steps = std::iter::from_fn(|| history.undo()).count();
        proptest::prop_assert_eq!(history.present(), "");
        for _ in 0..steps {
            proptest::prop_assert!(history.redo().is_some());
        }
        proptest::prop_assert_eq!((history.present().clone(), history.undo_name().map(str::to_owned)), before);
        proptest::prop_assert_eq!(history.record().future.len(), ahead);
    }
}
