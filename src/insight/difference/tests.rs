//! There is a difference if and only if two campaigns launch differently. `wording` tests what differences look like.

use proptest::prelude::*;
use serde_json::Value;

use super::{difference, visible_difference};
use crate::campaign::{Campaign, Condition, Field, Group, Joiner, LookKey, Node, Operator, looks_alike, to_value};
use crate::engine::generated_campaign;

/// Returns what is launched, as a value.
fn launched(campaign: &Campaign) -> Value {
    let mut value = to_value(&campaign.for_launch());
    if let Some(map) = value.as_object_mut() {
        map.remove("launched_at");
        map.remove("id");
    }
    value
}

/// Makes a small change of the kind that a person makes, at a place that `at` picks.
fn edited(campaign: &Campaign, act: u8, at: usize) -> Campaign {
    let mut edited = campaign.clone();
    let mut group = &mut edited.audience;
    let mut at = at;
    while let Some(inner) = group.children.iter().position(|child| matches!(child, Node::Group(_)))
        && at % 2 == 1
    {
        at /= 2;
        let Some(Node::Group(next)) = group.children.get_mut(inner) else {
            return campaign.clone();
        };
        group = next;
    }
    let count = group.children.len();
    match act {
        0 => group.joiner = Joiner::Any,
        1 => group.children.insert(
            at % (count + 1),
            Node::Condition(Condition::new(Field::Visits, Operator::AtLeast, 1)),
        ),
        2 if count > 0 => drop(group.children.remove(at % count)),
        3 if count > 0 => group.children.rotate_left(at % count),
        4 if count > 0 => group.children[at % count].set_muted(true),
        5 if count > 0 => {
            let node = group.children[at % count].clone();
            group.children[at % count] = Node::Group(Group::of(Joiner::All, vec![node]));
        }
        6 => edited.launched_at = Some("2026-11-22T10:00:00Z".to_owned()),
        7 => edited.schedule.repeat_cycle = None,
        8 if count > 0 => {
            let node = group.children[at % count].clone();
            edited.audience.children.push(node);
        }
        9 if count > 1 => group.children.swap(0, count - 1),
        10 => edited.name.push('!'),
        11 => edited.content.extras.set("note", Value::from(at)),
        12 if count > 0 => match &mut group.children[at % count] {
            Node::Group(inner) => inner.extras.set("why", Value::from(at)),
            Node::Condition(condition) => condition.extras.set("why", Value::from(at)),
            Node::Saved(saved) => saved.extras.set("why", Value::from(at)),
        },
        14 => edited.look.set(LookKey::Radius, Some(Value::from(at))),
        15 => edited.content.translation_mut("tr").texts.title = Some(format!("Title {at}")),
        13 => edited.content.preview_reply = Some(format!("Reply {at}")),
        _ => {}
    }
    edited
}

proptest! {
    #[test]
    fn empty_if_and_only_if_they_launch_alike(
        one in generated_campaign(),
        other in generated_campaign(),
        acts in proptest::collection::vec((0u8..16, 0usize..16), 0..4),
    ) {
        let near = acts.into_iter().fold(one.clone(), |campaign, (act, at)| edited(&campaign, act, at));
        for (live, draft) in [(&one, &near), (&near, &one), (&one, &other)] {
            let changes = difference(live, draft);
            prop_assert_eq!(changes.is_empty(), launched(live) == launched(draft), "{:#?}", changes);
            let seen = visible_difference(live, draft);
            prop_assert_eq!(seen.is_empty(), looks_alike(live, draft), "{:#?}", seen);
            prop_assert!(seen.len() <= changes.len());
        }
    }

    /// Makers may change what only they see of a campaign without a visible difference.
    #[test]
    fn a_name_and_notes_change_nothing_for_visitors(one in generated_campaign(), acts in proptest::collection::vec((10u8..14, 0usize..16), 1..4)) {
        let other = acts.into_iter().fold(one.clone(), |campaign, (act, at)| edited(&campaign, act, at));
        prop_assert_eq!(visible_difference(&one, &other), []);
    }

    #[test]
    fn every_place_is_in_the_draft(one in generated_campaign(), other in generated_campaign()) {
        let file = to_value(&other);
        for change in difference(&one, &other) {
            let removed = ["/schedule/", "/content/"].iter().any(|start| change.pointer.starts_with(start));
            prop_assert!(removed || file.pointer(&change.pointer).is_some(), "{} is not there", change.pointer);
        }
    }
}
