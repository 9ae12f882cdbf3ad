//! The compiled rule, the explanation and its reasons agree with each other.

use proptest::prelude::*;

use super::generate::{campaign, noon, visitor};
use crate::campaign::{Activity, Campaign, Condition, Field, Group, Joiner, Node, NodePath, Operator};
use crate::engine::{Detail, Explained, Explanation, NodeLocation, Reason, Rule, explain};

/// Returns every condition with its outcome.
fn conditions(explanation: &Explanation) -> Vec<&Explained> {
    fn add<'e>(node: &'e Explained, all: &mut Vec<&'e Explained>) {
        match &node.detail {
            Detail::Group { children, .. } => children.iter().for_each(|child| add(child, all)),
            Detail::Condition(_) => all.push(node),
        }
    }
    let mut all = Vec::new();
    add(&explanation.audience, &mut all);
    all.extend(&explanation.activity.conditions);
    all
}

fn reason_pointers(explanation: &Explanation) -> Vec<&str> {
    let conditions = explanation.reasons.iter().filter_map(|reason| match reason {
        Reason::Condition { pointer, .. } => Some(pointer.as_str()),
        Reason::MissingAudience { .. }
        | Reason::OtherSite
        | Reason::Shut { .. }
        | Reason::RepeatCycle { .. }
        | Reason::Rest { .. }
        | Reason::Quiet { .. } => None,
    });
    conditions.collect()
}

/// Puts a condition in the place of another that always, or never, holds.
fn settle(campaign: &mut Campaign, place: &NodeLocation, holds: bool) {
    let operator = if holds { Operator::AtLeast } else { Operator::LessThan };
    let settled = Condition::new(Field::Visits, operator, 0);
    match place {
        NodeLocation::Activity(index) => campaign.activity.conditions[*index] = settled,
        NodeLocation::Audience(path) => *campaign.audience.node_mut(path).expect("a node") = Node::Condition(settled),
    }
}

proptest! {
    #[test]
    fn the_compiled_rule_agrees_with_the_explanation(campaign in campaign(), visitor in visitor()) {
        let explanation = explain(&campaign, &visitor, noon());
        prop_assert_eq!(Rule::compile(&campaign).holds_for(&visitor, noon()), explanation.holds);
        prop_assert_eq!(explanation.shown, explanation.holds && !explanation.blocks.any());
        prop_assert!(serde_json::to_value(&explanation).is_ok());
    }

    #[test]
    fn muting_is_removing(campaign in campaign(), visitor in visitor()) {
        let launched = campaign.for_launch();
        prop_assert_eq!(explain(&launched, &visitor, noon()).holds, explain(&campaign, &visitor, noon()).holds);
    }

    #[test]
    fn none_is_not_any(campaign in campaign(), visitor in visitor()) {
        let with = |joiner| Campaign {
            audience: Group { joiner, muted: false, ..campaign.audience.clone() },
            activity: Activity::default(),
            ..campaign.clone()
        };
        let any = explain(&with(Joiner::Any), &visitor, noon()).audience.outcome.decided();
        let none = explain(&with(Joiner::None), &visitor, noon()).audience.outcome.decided();
        prop_assert_eq!(none, any.map(|holds| !holds));
    }

    #[test]
    fn fixing_the_reasons_of_a_no_makes_a_yes(campaign in campaign(), visitor in visitor()) {
        let explanation = explain(&campaign, &visitor, noon());
        let reasons = reason_pointers(&explanation);
        if !explanation.holds {
            prop_assert!(!reasons.is_empty());
            let mut fixed = campaign.clone();
            for node in conditions(&explanation) {
                if let Some(holds) = node.outcome.decided().filter(|_| reasons.contains(&node.pointer.as_str())) {
                    settle(&mut fixed, &node.place, !holds);
                }
            }
            prop_assert!(explain(&fixed, &visitor, noon()).holds);
        }
    }

    #[test]
    fn the_reasons_of_a_yes_are_enough(campaign in campaign(), visitor in visitor()) {
        let explanation = explain(&campaign, &visitor, noon());
        let reasons = reason_pointers(&explanation);
        if explanation.shown {
            for others in [false, true] {
                let mut changed = campaign.clone();
                for node in conditions(&explanation) {
                    if let Some(holds) = node.outcome.decided() {
                        let is_reason = reasons.contains(&node.pointer.as_str());
                        settle(&mut changed, &node.place, if is_reason { holds } else { others });
                    }
                }
                prop_assert!(explain(&changed, &visitor, noon()).holds);
            }
        }
    }

    #[test]
    fn pointers_and_places_name_the_same_node(campaign in campaign(), visitor in visitor()) {
        let explanation = explain(&campaign, &visitor, noon());
        let file = crate::campaign::to_value(&campaign);
        for node in conditions(&explanation) {
            prop_assert!(file.pointer(&node.pointer).is_some_and(|value| value.get("field").is_some()));
            prop_assert_eq!(explanation.node(&node.place), Some(node));
            if let NodeLocation::Audience(path) = &node.place {
                prop_assert_eq!(campaign.audience.pointer(path), node.pointer.clone());
            }
        }
        prop_assert_eq!(explanation.node(&NodeLocation::Audience(NodePath::default())), Some(&explanation.audience));
    }
}

#[test]
fn instants_at_the_ends_of_the_calendar_do_no_harm() {
    use chrono::{DateTime, Utc};
    for zone in ["Pacific/Kiritimati", "Pacific/Honolulu", "UTC"] {
        for instant in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            let mut campaign = Campaign {
                time_zone: Some(zone.to_owned()),
                ..Campaign::default()
            };
            let dated = Condition::new(Field::FirstSeen, Operator::OnOrLater, "2026-11-22");
            campaign.audience.children.push(Node::Condition(dated));
            campaign.schedule.repeat_cycle = Some(crate::campaign::RepeatCycle::every(
                u32::MAX,
                crate::campaign::CycleUnit::Day,
            ));
            let visitor = crate::visitor::Visitor {
                first_seen: Some(instant),
                last_shown: Some(instant),
                ..Default::default()
            };
            assert_eq!(explain(&campaign, &visitor, instant).holds, instant > noon());
        }
    }
}
