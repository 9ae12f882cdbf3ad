use egui::{Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};

use crate::{
    campaign::{Group, Joiner, Node, NodePath},
    desktop::editor::testing::{Bench, bench},
    studio::{editor_step::EditorStep, session::Edit},
};

const RULE: &str = r#""audience": { "all": [
    { "field": "visits", "operator": "at_least", "value": 1 },
    { "any": [
        { "field": "clicks", "operator": "at_least", "value": 2 },
        { "field": "views", "operator": "at_least", "value": 3 } ] },
    { "field": "page_views", "operator": "at_least", "value": 4 } ] }"#;

fn window() -> Harness<'static, Bench> {
    bench(EditorStep::Audience, RULE)
}

/// The tree as the numbers of its conditions.
fn shape(group: &Group) -> String {
    let child = |node: &Node| match node {
        Node::Group(group) => shape(group),
        Node::Saved(saved) => saved.name.clone(),
        Node::Condition(condition) => condition.value.as_ref().map_or("?".to_owned(), ToString::to_string),
    };
    let children: Vec<String> = group.children.iter().map(child).collect();
    format!("[{}]", children.join(" "))
}

fn shown(harness: &Harness<'static, Bench>) -> String {
    shape(&harness.state().campaign.audience)
}

fn click(harness: &mut Harness<'static, Bench>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn press(harness: &mut Harness<'static, Bench>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// Presses the row whose name begins so at its left, where it has no words of its own.
fn select(harness: &mut Harness<'static, Bench>, name: &str) {
    let row = harness
        .get_all_by_role(Role::TreeItem)
        .find(|row| {
            row.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with(name))
        })
        .expect("such a row")
        .rect();
    let at = egui::pos2(row.left() + 30.0, row.center().y);
    harness.hover_at(at);
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    harness.run();
}

fn path(places: &[usize]) -> NodePath {
    NodePath(places.to_vec())
}

/// A ready-made condition stands last, in place of a last row that says nothing yet.
#[test]
fn a_ready_made_condition_is_added_in_two_clicks() {
    let mut harness = window();
    let add = |harness: &mut Harness<'static, Bench>, name: &str| {
        click(harness, "Add a ready-made condition");
        harness.get_by_role_and_label(Role::MenuItem, name).click();
        harness.run();
    };
    add(&mut harness, "Returning visitors");
    assert_eq!(shown(&harness), "[1 [2 3] 4 2]");
    click(&mut harness, "Add condition");
    assert_eq!(shown(&harness), "[1 [2 3] 4 2 ?]");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    add(&mut harness, "New visitors");
    assert_eq!(shown(&harness), "[1 [2 3] 4 2 1]");
    add(&mut harness, "Came from an email");
    let last = harness.state().campaign.audience.children.last().cloned();
    assert!(matches!(last, Some(Node::Group(group)) if group.joiner == Joiner::Any && group.children.len() == 3));
}

/// The field picker finds ready rows by a marketer's words, and puts them in place of the row: one edit, which can be undone.
#[test]
fn the_field_picker_finds_a_ready_made_condition() {
    for (typed, children) in [("abandoned", 2), ("mailing", 3), ("seo", 8)] {
        let mut harness = window();
        click(&mut harness, "Add condition after row 1");
        assert_eq!(shown(&harness), "[1 ? [2 3] 4]");
        harness.get_by_label("Search").type_text(typed);
        harness.run();
        press(&mut harness, Modifiers::NONE, Key::Enter);
        let row = harness.state().campaign.audience.children[1].clone();
        assert!(
            matches!(row, Node::Group(group) if group.children.len() == children),
            "{typed}"
        );
        assert_eq!(harness.state().campaign.audience.children.len(), 4);
    }
}

#[test]
fn rows_are_added_and_removed_where_the_buttons_are() {
    let mut harness = window();
    click(&mut harness, "Add condition after row 1");
    assert_eq!(shown(&harness), "[1 ? [2 3] 4]");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    click(&mut harness, "Remove row 3.1");
    assert_eq!(shown(&harness), "[1 ? [3] 4]");
    click(&mut harness, "Add condition to group 3");
    assert_eq!(shown(&harness), "[1 ? [3 ?] 4]");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    click(&mut harness, "Remove group 3");
    click(&mut harness, "Add condition");
    assert_eq!(shown(&harness), "[1 ? 4 ?]");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    click(&mut harness, "Add group");
    assert_eq!(shown(&harness), "[1 ? 4 ? [?]]");
    assert_eq!(harness.state().edits.len(), 6);
}

#[test]
fn a_new_row_opens_its_list_of_fields_and_goes_on_with_the_value() {
    let mut harness = window();
    click(&mut harness, "Add condition");
    harness.get_by_label("Search").type_text("opened");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.get_by_label("Condition 4 value").is_focused());
    harness.get_by_label("Condition 4 value").type_text("7");
    harness.run();
    assert_eq!(shown(&harness), "[1 [2 3] 4 7]");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label("Condition 4 comparison").is_some());
    assert!(
        harness
            .query_by_role_and_label(Role::TextInput, "Condition 4 value")
            .is_none(),
        "no boxes once it is done"
    );
    assert!(
        harness.get_by_label_contains("Condition 4: ").is_focused(),
        "the keyboard is on the row"
    );
}

#[test]
fn a_new_row_that_is_given_up_goes() {
    let mut harness = window();
    click(&mut harness, "Add condition");
    assert_eq!(shown(&harness), "[1 [2 3] 4 ?]");
    assert!(harness.query_by_label("missing field").is_none(), "it is not wrong yet");
    // The first closes the list.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_label("Condition 4 field").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(shown(&harness), "[1 [2 3] 4]");
}

#[test]
fn only_the_row_that_is_edited_has_boxes() {
    let mut harness = window();
    assert_eq!(harness.get_all_by_role(Role::TreeItem).count(), 5);
    assert!(harness.query_by_role(Role::TextInput).is_none());
    click(&mut harness, "Condition 3 value");
    assert!(
        harness
            .get_by_role_and_label(Role::TextInput, "Condition 3 value")
            .is_focused()
    );
    click(&mut harness, "Condition 1 value");
    assert!(
        harness
            .query_by_role_and_label(Role::TextInput, "Condition 3 value")
            .is_none()
    );
    harness
        .get_by_role_and_label(Role::TextInput, "Condition 1 value")
        .type_text("9");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_role(Role::TextInput).is_none());
    assert_ne!(shown(&harness), "[1 [2 3] 4]", "what was typed stays");
}

#[test]
fn a_row_is_reached_edited_moved_and_removed_by_keys() {
    let mut harness = window();
    select(&mut harness, "Condition 1:");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert!(harness.get_by_label_contains("Group 2: ").is_focused());
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert!(harness.query_by_label_contains("Condition 2.1: ").is_none(), "folded");
    harness.get_by_label("Unfold Group 2");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert!(harness.get_by_label_contains("Condition 2.1: ").is_focused());
    press(&mut harness, Modifiers::NONE, Key::F2);
    assert!(
        harness
            .get_by_role_and_label(Role::TextInput, "Condition 2.1 value")
            .is_focused()
    );
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(shown(&harness), "[1 [3] 4]");
    assert!(
        harness.get_by_label_contains("Condition 2.1: ").is_focused(),
        "what took its place"
    );
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    click(&mut harness, "Duplicate");
    assert_eq!(shown(&harness), "[1 [3 3] 4]");
}

#[test]
fn a_row_moves_by_keys_into_and_out_of_groups() {
    let mut harness = window();
    click(&mut harness, "Condition 3 value");
    for wanted in [
        "[1 [2 3 4]]",
        "[1 [2 4 3]]",
        "[1 [4 2 3]]",
        "[1 4 [2 3]]",
        "[4 1 [2 3]]",
        "[4 1 [2 3]]",
    ] {
        press(&mut harness, Modifiers::ALT, Key::ArrowUp);
        assert_eq!(shown(&harness), wanted);
    }
    press(&mut harness, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(shown(&harness), "[1 4 [2 3]]");
}

#[test]
fn the_menu_of_a_row_moves_mutes_and_wraps_it() {
    let mut harness = window();
    for (row, line, wanted) in [
        ("Move or change row 1", "Move down", "[[1 2 3] 4]"),
        ("Move or change row 2", "Put into a group", "[[1 2 3] [4]]"),
        ("Move or change group 1", "Dissolve the group", "[1 2 3 [4]]"),
        ("Move or change row 2", "Duplicate", "[1 2 2 3 [4]]"),
        ("Move or change group 5", "Add a group inside", "[1 2 2 3 [4 [?]]]"),
    ] {
        click(&mut harness, row);
        click(&mut harness, line);
        assert_eq!(shown(&harness), wanted, "{row}: {line}");
    }
    press(&mut harness, Modifiers::NONE, Key::Escape);
    click(&mut harness, "Move or change row 1");
    click(&mut harness, "Mute");
    assert!(harness.state().campaign.audience.children[0].muted());
    click(&mut harness, "Muted. Unmute row 1");
    assert!(!harness.state().campaign.audience.children[0].muted());
}

#[test]
fn the_words_join_groups() {
    let mut harness = window();
    for (word, joiner) in [("Joined by", "none"), ("Group 2 joined by", "all")] {
        click(&mut harness, word);
        harness.get_by_role_and_label(Role::ListBoxOption, joiner).click();
        harness.run();
    }
    let audience = &harness.state().campaign.audience;
    assert_eq!(audience.joiner, Joiner::None);
    assert_eq!(audience.group(&path(&[1])).map(|group| group.joiner), Some(Joiner::All));
    assert_eq!(
        harness.state().edits,
        [Edit::Step("editor-step-joiner"), Edit::Step("editor-step-joiner")]
    );
}

#[test]
fn everyone_and_back_keeps_the_conditions() {
    let mut harness = window();
    click(&mut harness, "Who sees it: Everyone");
    assert!(harness.state().campaign.audience.is_everyone());
    assert!(harness.query_by_role(Role::TreeItem).is_none());
    click(&mut harness, "Who sees it: Visitors who…");
    assert_eq!(shown(&harness), "[1 [2 3] 4]");
    let mut harness = bench(EditorStep::Audience, r#""audience": { "all": [] }"#);
    click(&mut harness, "Who sees it: Visitors who…");
    assert_eq!(shown(&harness), "[?]");
    harness.get_by_label("Search");
}

#[test]
fn a_row_is_dragged_before_another_and_says_what_that_changes() {
    let mut harness = window();
    let from = harness.get_by_label("Move or change row 2.1").rect().center();
    let to = harness.get_by_label("Move or change row 1").rect();
    let before = to.center_top() + egui::vec2(60.0, 4.0);
    harness.drag_at(from);
    harness.run();
    for at in [from - egui::vec2(0.0, 20.0), before] {
        harness.hover_at(at);
        harness.run();
    }
    harness.drop_at(before);
    harness.run();
    assert_eq!(shown(&harness), "[2 1 [3] 4]");
}

#[test]
fn a_finding_stands_below_its_row_and_can_be_gone_to() {
    let mut harness = bench(
        EditorStep::Audience,
        r#""audience": { "all": [ { "field": "browser", "operator": "one_of", "value": [] } ] }"#,
    );
    harness.run();
    harness.get_by_label("empty list");
    harness.state_mut().focus = Some("/audience/all/0/value".to_owned());
    harness.run();
    assert!(
        harness
            .get_by_role_and_label(Role::ComboBox, "Condition 1 value")
            .is_focused()
    );
}

/// A screen reader learns how deep a row is, whether a group is open, and what a row says.
#[test]
fn rows_are_items_of_a_tree() {
    let mut harness = window();
    harness.run();
    harness.get_by_role_and_label(Role::Tree, "Conditions");
    let rows = harness.get_all_by_role(Role::TreeItem);
    let said: Vec<(String, Option<usize>, Option<bool>)> = rows
        .map(|row| {
            let node = row.accesskit_node();
            (
                node.label().unwrap_or_default(),
                node.data().level(),
                node.data().is_expanded(),
            )
        })
        .collect();
    let wanted = [
        ("Condition 1: ", " is at least 1", 1, None),
        ("Group 2: ", "any of these, 2 conditions", 1, Some(true)),
        ("Condition 2.1: ", " is at least 2", 2, None),
        ("Condition 2.2: ", " is at least 3", 2, None),
        ("Condition 3: ", " is at least 4", 1, None),
    ];
    assert_eq!(said.len(), wanted.len());
    for ((label, level, open), (name, words, wanted_level, wanted_open)) in said.iter().zip(wanted) {
        assert!(label.starts_with(name) && label.ends_with(words), "{label}");
        assert_eq!((*level, *open), (Some(wanted_level), wanted_open), "{label}");
    }
}

/// Two hundred conditions cost as much as those in view: the others are not laid out.
#[test]
fn rows_out_of_sight_are_not_laid_out() {
    let rows: Vec<String> = (1..=200)
        .map(|value| format!(r#"{{ "field": "visits", "operator": "at_least", "value": {value} }}"#))
        .collect();
    let json = format!(r#""audience": {{ "all": [ {} ] }}"#, rows.join(", "));
    let mut harness = bench(EditorStep::Audience, &json);
    harness.run();
    let drawn = harness.get_all_by_role(Role::TreeItem).count();
    assert!((10..60).contains(&drawn), "{drawn} of 200 rows");
    select(&mut harness, "Condition 1:");
    press(&mut harness, Modifiers::NONE, Key::End);
    harness.run();
    assert!(harness.get_by_label_contains("Condition 200: ").is_focused());
}
