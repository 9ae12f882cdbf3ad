use super::edit::apply;
use super::{Between, Event, LineKind, Meaning, Outline, Pending, RowPart, Step, TreeEdit, lines, locate, meaning};
use crate::{
    campaign::{Condition, Field, Group, Joiner, MAX_GROUP_DEPTH, Node, NodePath, Operator},
    engine::NodeLocation,
};

fn leaf(value: u32) -> Node {
    Node::Condition(Condition::new(Field::Visits, Operator::AtLeast, value))
}

fn group(joiner: Joiner, children: Vec<Node>) -> Node {
    Node::Group(Group::of(joiner, children))
}

/// 1, any of (2, none of (3, 4)), 5.
fn tree() -> Group {
    let inner = group(Joiner::None, vec![leaf(3), leaf(4)]);
    let outer = group(Joiner::Any, vec![leaf(2), inner]);
    Group::of(Joiner::All, vec![leaf(1), outer, leaf(5)])
}

fn path(places: &[usize]) -> NodePath {
    NodePath(places.to_vec())
}

fn at(places: &[usize]) -> NodeLocation {
    NodeLocation::Audience(path(places))
}

/// The numbers of the visible lines.
fn shown(audience: &Group, outline: &Outline) -> String {
    let numbers: Vec<String> = lines(audience, outline).iter().map(super::Line::number).collect();
    numbers.join(" ")
}

fn selected(outline: &Outline) -> Vec<usize> {
    match outline.selected() {
        Some(NodeLocation::Audience(path)) => path.0.clone(),
        _ => Vec::new(),
    }
}

#[test]
fn lines_are_numbered_by_their_place_and_joined_by_their_group() {
    let audience = tree();
    let found = lines(&audience, &Outline::default());
    let said: Vec<(String, Option<Between>, usize)> = found
        .iter()
        .map(|line| (line.number(), line.between, line.level()))
        .collect();
    let wanted = [
        ("1", None, 0),
        ("2", Some(Between::And), 0),
        ("2.1", None, 1),
        ("2.2", Some(Between::Or), 1),
        ("2.2.1", None, 2),
        ("2.2.2", Some(Between::Nor), 2),
        ("3", Some(Between::And), 0),
    ];
    assert_eq!(
        said,
        wanted.map(|(number, between, level)| (number.to_owned(), between, level))
    );
    assert_eq!(
        found[1].kind,
        LineKind::Group {
            folded: false,
            conditions: 3
        }
    );
}

#[test]
fn a_folded_group_hides_its_rows_and_takes_the_selection() {
    let audience = tree();
    let mut outline = Outline::default();
    outline.on(Event::Edit(at(&[1, 1, 0]), RowPart::Value), &audience);
    assert!(outline.is_editing(&at(&[1, 1, 0])));
    assert_eq!(
        outline.take_part(),
        Some(Pending {
            part: RowPart::Value,
            opens: false
        })
    );
    assert_eq!(outline.take_part(), None, "only once");
    outline.on(Event::Fold(path(&[1]), true), &audience);
    assert_eq!(shown(&audience, &outline), "1 2 3");
    assert_eq!(outline.editing(), None);
    assert_eq!(selected(&outline), [1]);
    outline.on(Event::Fold(path(&[1]), false), &audience);
    assert_eq!(shown(&audience, &outline), "1 2 2.1 2.2 2.2.1 2.2.2 3");
    outline.on(Event::FoldAll(true), &audience);
    assert_eq!(shown(&audience, &outline), "1 2 3");
    assert!(outline.has_folds());
    outline.on(Event::FoldAll(false), &audience);
    assert!(!outline.has_folds());
    outline.on(Event::Fold(path(&[0]), true), &audience);
    assert!(!outline.has_folds(), "a condition does not fold");
}

#[test]
fn arrows_go_over_the_visible_lines_and_into_and_out_of_groups() {
    let audience = tree();
    let mut outline = Outline::default();
    let steps: [(Event, &[usize]); 12] = [
        (Event::Go(Step::Down), &[0]),
        (Event::Go(Step::Down), &[1]),
        (Event::Inward, &[1, 0]),
        (Event::Outward, &[1]),
        (Event::Outward, &[1]),
        (Event::Go(Step::Down), &[2]),
        (Event::Go(Step::Down), &[2]),
        (Event::Outward, &[2]),
        (Event::Go(Step::Up), &[1]),
        (Event::Inward, &[1]),
        (Event::Go(Step::Last), &[2]),
        (Event::Go(Step::First), &[0]),
    ];
    for (index, (event, wanted)) in steps.into_iter().enumerate() {
        outline.on(event, &audience);
        assert_eq!(selected(&outline), wanted, "step {index}");
        assert!(
            index == 4 || index == 7 || index == 9 || outline.take_focus(),
            "step {index}"
        );
        outline.take_focus();
    }
}

#[test]
fn folds_and_the_selection_stay_with_their_nodes() {
    let cases: [(TreeEdit, &str, &[usize]); 7] = [
        (TreeEdit::Remove(path(&[0])), "1 1.1 1.2 2", &[0]),
        (TreeEdit::Up(path(&[1])), "1 1.1 1.2 2 3", &[0]),
        (TreeEdit::Move(path(&[1, 1]), path(&[]), 0), "1 2 3 3.1 4", &[0]),
        (TreeEdit::Duplicate(path(&[0])), "1 2 3 3.1 3.2 4", &[1]),
        (TreeEdit::Wrap(path(&[1])), "1 2 2.1 2.1.1 2.1.2 3", &[1]),
        (TreeEdit::Unwrap(path(&[1])), "1 2 3 4", &[1]),
        (TreeEdit::Mute(path(&[1, 1])), "1 2 2.1 2.2 3", &[1, 1]),
    ];
    for (edit, wanted, selection) in cases {
        let mut audience = tree();
        let mut outline = Outline::default();
        outline.on(Event::Fold(path(&[1, 1]), true), &audience);
        assert!(outline.make(&mut audience, &edit).is_some(), "{edit:?}");
        assert_eq!(shown(&audience, &outline), wanted, "{edit:?}");
        assert_eq!(selected(&outline), selection, "{edit:?}");
    }
}

#[test]
fn a_new_row_is_edited_at_once_and_lacks_nothing_until_it_is_left() {
    let mut audience = tree();
    let mut outline = Outline::default();
    outline.on(Event::Fold(path(&[1]), true), &audience);
    outline.make(&mut audience, &TreeEdit::AddCondition(path(&[1]), 1));
    assert!(outline.is_editing(&at(&[1, 1])) && outline.is_fresh(&at(&[1, 1])));
    assert!(!outline.is_folded(&path(&[1])), "it can be seen");
    assert_eq!(
        outline.take_part(),
        Some(Pending {
            part: RowPart::Field,
            opens: true
        })
    );
    outline.go_on_with(RowPart::Value);
    assert_eq!(
        outline.take_part(),
        Some(Pending {
            part: RowPart::Value,
            opens: true
        })
    );
    outline.on(Event::Leave, &audience);
    assert!(!outline.is_fresh(&at(&[1, 1])));
    assert!(outline.is_selected(&at(&[1, 1])) && outline.take_focus());
    outline.make(&mut audience, &TreeEdit::AddGroup(path(&[]), 0));
    assert!(outline.is_editing(&at(&[0, 0])));
}

#[test]
fn everyone_sets_the_conditions_aside_and_the_last_removed_row_leaves_everyone() {
    let mut audience = tree();
    let mut outline = Outline::default();
    assert!(outline.choose_everyone(&mut audience));
    assert!(audience.is_everyone() && !outline.choose_everyone(&mut audience));
    assert!(outline.choose_visitors(&mut audience));
    assert_eq!(audience, tree());
    let mut audience = Group::of(Joiner::None, vec![leaf(1)]);
    outline.make(&mut audience, &TreeEdit::Remove(path(&[0])));
    assert!(audience.is_everyone());
    assert!(outline.choose_visitors(&mut audience));
    assert_eq!(audience.count_conditions(), 1);
    assert!(outline.is_editing(&at(&[0])));
}

#[test]
fn places_of_the_file_lead_to_rows() {
    let audience = tree();
    let cases = [
        ("/audience/all/0", Some((at(&[0]), None))),
        ("/audience/all/0/value", Some((at(&[0]), Some(RowPart::Value)))),
        ("/audience/all/1", Some((at(&[1]), None))),
        (
            "/audience/all/1/any/1/none/0/value/2",
            Some((at(&[1, 1, 0]), Some(RowPart::Value))),
        ),
        ("/audience/all/1/muted", Some((at(&[1]), None))),
        ("/audience/any/0", None),
        ("/audience/all/9", None),
        ("/audience", None),
        (
            "/activity/conditions/1/operator",
            Some((NodeLocation::Activity(1), Some(RowPart::Operator))),
        ),
        ("/activity/join", None),
        ("/content/title", None),
    ];
    for (pointer, wanted) in cases {
        assert_eq!(locate(pointer, &audience), wanted, "{pointer}");
    }
    let mut outline = Outline::default();
    outline.on(Event::FoldAll(true), &audience);
    outline.on(Event::Arrive("/audience/all/1/any/0/value".to_owned()), &audience);
    assert!(outline.is_editing(&at(&[1, 0])) && !outline.is_folded(&path(&[1])));
    assert!(outline.is_folded(&path(&[1, 1])), "only what hides it unfolds");
}

#[test]
fn what_no_longer_exists_is_neither_selected_nor_edited() {
    let audience = tree();
    let mut outline = Outline::default();
    outline.on(Event::Edit(at(&[2]), RowPart::Value), &audience);
    outline.on(Event::Fold(path(&[1]), true), &audience);
    outline.on(Event::Edit(at(&[2]), RowPart::Value), &audience);
    let smaller = Group::of(Joiner::All, vec![leaf(1), leaf(2)]);
    outline.settle(&smaller, 0);
    assert_eq!((outline.selected(), outline.editing()), (None, None));
    assert!(!outline.has_folds());
}

#[test]
fn a_move_says_what_it_changes_before_it_is_made() {
    let audience = tree();
    let cases = [
        (path(&[0]), path(&[]), 1, Meaning::Stays),
        (path(&[0]), path(&[]), 3, Meaning::Order),
        (
            path(&[0]),
            path(&[1, 1]),
            0,
            Meaning::Joined {
                from: Joiner::All,
                to: Joiner::None,
                group: path(&[1, 1]),
            },
        ),
        (
            path(&[1, 0]),
            path(&[]),
            0,
            Meaning::Joined {
                from: Joiner::Any,
                to: Joiner::All,
                group: path(&[]),
            },
        ),
        (path(&[1]), path(&[1, 1]), 0, Meaning::Stays),
    ];
    for (from, to, index, wanted) in cases {
        assert_eq!(meaning(&audience, &from, &to, index), wanted, "{from:?} to {to:?}");
    }
}

#[test]
fn moves_keep_every_condition_wherever_they_go() {
    let tree = wide_tree();
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
        TreeEdit::Replace(deepest.child(0), Box::new(group(Joiner::Any, vec![leaf(1)]))),
        TreeEdit::Replace(path(&[7]), Box::new(leaf(1))),
        TreeEdit::Replace(NodePath::default(), Box::new(leaf(1))),
    ] {
        let before = tree.clone();
        assert_eq!(apply(&mut tree, &edit), None, "{edit:?}");
        assert_eq!(tree, before, "{edit:?}");
    }
    let outside = apply(&mut tree, &TreeEdit::AddGroup(path(&[]), 1)).expect("there is room");
    let edit = TreeEdit::Move(outside, deepest, 0);
    assert_eq!(apply(&mut tree, &edit), None);
}

fn wide_tree() -> Group {
    let inner = group(Joiner::Any, vec![leaf(3)]);
    let outer = group(Joiner::Any, vec![leaf(2), inner]);
    Group::of(
        Joiner::All,
        vec![leaf(1), outer, leaf(4), group(Joiner::All, Vec::new())],
    )
}
