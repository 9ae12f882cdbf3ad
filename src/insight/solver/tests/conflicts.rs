//! Conflicts are conflicts, and none of their conditions can be left out.

use proptest::prelude::*;

use super::generate::{all_fields, campaign, noon};
use crate::campaign::{Campaign, Condition, Group, Node, Operator};
use crate::engine::finished;
use crate::insight::{FindAnswer, find_visitor};
use crate::visitor::Visitor;

/// Returns a campaign in which only these conditions ask for what they did; the others ask for attributes of their own, so that they turn out as
/// needed.
fn with_only(campaign: &Campaign, places: &[&String]) -> Campaign {
    fn is_asked(condition: &Condition) -> bool {
        !condition.muted && finished(condition).is_ok()
    }
    fn free(pointer: &str) -> Condition {
        Condition::custom(pointer, Operator::IsSet, None)
    }
    fn relax(group: &mut Group, pointer: &str, places: &[&String]) {
        for (index, node) in group.children.iter_mut().enumerate() {
            let pointer = format!("{pointer}/{}/{index}", crate::campaign::Named::id(group.joiner));
            match node {
                Node::Group(inner) => relax(inner, &pointer, places),
                Node::Condition(condition) if is_asked(condition) && !places.contains(&&pointer) => {
                    *condition = free(&pointer)
                }
                Node::Condition(_) | Node::Saved(_) => {}
            }
        }
    }
    let mut relaxed = campaign.clone();
    relax(&mut relaxed.audience, "/audience", places);
    for (index, condition) in relaxed.activity.conditions.iter_mut().enumerate() {
        let pointer = format!("/activity/conditions/{index}");
        if is_asked(condition) && !places.contains(&&pointer) {
            *condition = free(&pointer);
        }
    }
    relaxed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn conflicts_are_conflicts_and_smallest(campaign in campaign(all_fields())) {
        let nobody = |campaign: &Campaign| matches!(find_visitor(campaign, &Visitor::default(), noon()), FindAnswer::Nobody(_));
        if let FindAnswer::Nobody(conflict) = find_visitor(&campaign, &Visitor::default(), noon()) {
            let text = crate::campaign::to_json(&campaign);
            let places: Vec<&String> = conflict.places.iter().collect();
            prop_assert!(!places.is_empty());
            prop_assert!(nobody(&with_only(&campaign, &places)), "{places:?} {text}");
            for left_out in 0..places.len() {
                let mut fewer = places.clone();
                fewer.remove(left_out);
                prop_assert!(!nobody(&with_only(&campaign, &fewer)), "{places:?} without {left_out} {text}");
            }
        }
    }
}
