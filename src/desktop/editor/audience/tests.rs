use egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable};

use super::edit::{TreeEdit, apply};
use crate::{
    campaign::{Condition, Field, Group, Joiner, MAX_GROUP_DEPTH, Node, NodePath, Operator},
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
        Node::Condition(condition) => condition.value.as_ref().map_or("?".to_owned(), ToString::to_string),
    };
    let children: Vec<String> = group.children.iter().map(child).collect();
    format!("[{}]", children.join(" "))
}

fn click(harness: &mut Harness<'static, Bench>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn path(places: &[usize]) -> NodePath {
    NodePath(places.to_vec())
}

#[test]
fn rows_are_added_and_removed_where_the_buttons_are() {
    let mut harness = window();
    click(&mut harness, "Add condition after row 1");
    assert_eq!(shape(&harness.state().campaign.audience), "[1 ? [2 3] 4]");
    click(&mut harness, "Remove row 3");
    assert_eq!(shape(&harness.state().campaign.audience), "[1 ? [3] 4]");
    click(&mut harness, "Add condition to group 1");
    assert_eq!(shape(&harness.state().campaign.audience), "[1 ? [3 ?] 4]");
    click(&mut harness, "Remove group 1");
    click(&mut harness, "Add condition");
    assert_eq!(shape(&harness.state().campaign.audience), "[1 ? 4 ?]");
    click(&mut harness, "Add group");
    assert_eq!(shape(&harness.state().campaign.audience), "[1 ? 4 ? [?]]");
    assert_eq!(harness.state().edits.len(), 6);
}

#[test]
fn a_row_moves_by_keys_into_and_out_of_groups() {
    let mut harness = window();
    harness.get_by_label("Condition 4 value").focus();
    harness.run();
    for wanted in [
        "[1 [2 3 4]]",
        "[1 [2 4 3]]",
        "[1 [4 2 3]]",
        "[1 4 [2 3]]",
        "[4 1 [2 3]]",
        "[4 1 [2 3]]",
    ] {
        harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
        harness.run();
        assert_eq!(shape(&harness.state().campaign.audience), wanted);
    }
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    harness.run();
    assert_eq!(shape(&harness.state().campaign.audience), "[1 4 [2 3]]");
}

#[test]
fn the_menu_of_a_row_moves_mutes_and_wraps_it() {
    let mut harness = window();
    for (row, line, wanted) in [
        ("Move or change row 1", "Move down", "[[1 2 3] 4]"),
        ("Move or change row 4", "Put into a group", "[[1 2 3] [4]]"),
        ("Move or change group 1", "Dissolve the group", "[1 2 3 [4]]"),
        ("Move or change row 2", "Duplicate", "[1 2 2 3 [4]]"),
    ] {
        click(&mut harness, row);
        click(&mut harness, line);
        assert_eq!(shape(&harness.state().campaign.audience), wanted, "{row}: {line}");
    }
    click(&mut harness, "Move or change row 1");
    click(&mut harness, "Mute");
    assert!(harness.state().campaign.audience.children[0].muted());
    click(&mut harness, "Muted. Unmute row 1");
    assert!(!harness.state().campaign.audience.children[0].muted());
}

#[test]
fn the_switches_join_groups() {
    let mut harness = window();
    click(&mut harness, "Joined by: none");
    click(&mut harness, "Group 1 joined by: all");
    let audience = &harness.state().campaign.audience;
    assert_eq!(audience.joiner, Joiner::None);
    assert_eq!(audience.group(&path(&[1])).map(|group| group.joiner), Some(Joiner::All));
    assert_eq!(
        harness.state().edits,
        [Edit::Step("editor-step-joiner"), Edit::Step("editor-step-joiner")]
    );
}

#[test]
fn a_row_is_dragged_before_another() {
    let mut harness = window();
    let from = harness.get_by_label("Move or change row 4").rect().center();
    let to = harness.get_by_label("Move or change row 1").rect();
    harness.drag_at(from);
    harness.run();
    for at in [from - egui::vec2(0.0, 20.0), to.center_top() + egui::vec2(40.0, 4.0)] {
        harness.hover_at(at);
        harness.run();
    }
    harness.drop_at(to.center_top() + egui::vec2(40.0, 4.0));
    harness.run();
    assert_eq!(shape(&harness.state().campaign.audience), "[4 1 [2 3]]");
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
    assert!(harness.get_by_label("Condition 1 value").is_focused());
}

#[test]
fn moves_keep_every_condition_wherever_they_go() {
    let tree = from_shape();
    let places = [vec![], vec![1], vec![1, 1], vec![3]].map(NodePath);
    let nodes = [
        vec![0],
        vec![1],
        vec![1, 0],
        vec![1, 1],
        vec![1, 1, 0],
        vec![2],
        vec![3],
    ]
    .map(NodePath);
    for node in &nodes {
        for place in &places {
            for index in 0..5 {
                let mut moved = tree.clone();
                let edit = TreeEdit::Move(node.clone(), place.clone(), index);
                let before = tree.node(node).cloned();
                match apply(&mut moved, &edit) {
                    Some(now) => assert_eq!(moved.node(&now).cloned(), before, "{edit:?}"),
                    None => assert_eq!(moved, tree, "{edit:?}"),
                }
                assert_eq!(moved.count_conditions(), tree.count_conditions(), "{edit:?}");
            }
        }
    }
}

#[test]
fn groups_nest_no_deeper_than_allowed() {
    let mut tree = Group::default();
    let mut deepest = NodePath::default();
    for _ in 1..MAX_GROUP_DEPTH {
        deepest = apply(&mut tree, &TreeEdit::AddGroup(deepest.clone(), 0)).expect("there is room");
    }
    assert_eq!(tree.depth(), MAX_GROUP_DEPTH);
    for edit in [
        TreeEdit::AddGroup(deepest.clone(), 0),
        TreeEdit::Wrap(deepest.child(0)),
        TreeEdit::Wrap(path(&[0])),
    ] {
        let before = tree.clone();
        assert_eq!(apply(&mut tree, &edit), None, "{edit:?}");
        assert_eq!(tree, before, "{edit:?}");
    }
    let outside = apply(&mut tree, &TreeEdit::AddGroup(path(&[]), 1)).expect("there is room");
    let edit = TreeEdit::Move(outside, deepest, 0);
    assert_eq!(apply(&mut tree, &edit), None);
}

fn from_shape() -> Group {
    let leaf = |value: u32| Node::Condition(Condition::new(Field::Visits, Operator::AtLeast, value));
    let inner = Group::of(Joiner::Any, vec![leaf(3)]);
    let outer = Group::of(Joiner::Any, vec![leaf(2), Node::Group(inner)]);
    Group::of(
        Joiner::All,
        vec![leaf(1), Node::Group(outer), leaf(4), Node::Group(Group::default())],
    )
}
