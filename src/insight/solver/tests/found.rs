//! Whoever is found sees the campaign, and can be.

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::generate::{all_fields, campaign, noon, visitor};
use crate::campaign::{
    BROWSERS, Campaign, Condition, CycleUnit, DEVICE_TYPES, Field, Group, Joiner, Node, Operator, RepeatCycle,
};
use crate::engine::{explain, generated_campaign};
use crate::insight::{FindAnswer, Sighting, find_visitor};
use crate::visitor::Visitor;

/// What is true of every visitor (SPEC 3).
pub(super) fn can_be(campaign: &Campaign, visitor: &Visitor, at: DateTime<Utc>) -> Result<(), String> {
    let cycle = chrono::TimeDelta::microseconds((campaign.schedule.cycle_seconds() * 1e6) as i64);
    let showings = match (visitor.views, visitor.first_seen, visitor.last_shown) {
        (0, None, None) => true,
        (0, ..) => false,
        (_, Some(first), Some(last)) => first <= last && last <= at - cycle,
        _ => false,
    };
    let truths = [
        (
            "page views",
            visitor.page_views >= 1 && visitor.page_views <= visitor.visits,
        ),
        ("clicks", visitor.clicks <= visitor.views),
        ("showings", showings),
        (
            "page",
            url::Url::parse(&visitor.url).is_ok_and(|url| url.scheme().starts_with("http") && url.has_host()),
        ),
        ("browser", BROWSERS.iter().any(|choice| choice.id == visitor.browser)),
        (
            "device",
            DEVICE_TYPES.iter().any(|choice| choice.id == visitor.device_type),
        ),
        ("scroll", (0.0..=100.0).contains(&visitor.scroll_ratio)),
        ("time", at >= noon()),
    ];
    match truths.iter().find(|(_, holds)| !holds) {
        Some((what, _)) => Err(format!("{what}: {visitor:?} at {at}")),
        None => Ok(()),
    }
}

fn sees(campaign: &Campaign, sighting: &Sighting) -> Result<(), TestCaseError> {
    prop_assert!(explain(campaign, &sighting.visitor, sighting.at).shown);
    can_be(campaign, &sighting.visitor, sighting.at).map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn whoever_is_found_sees_it(campaign in generated_campaign()) {
        if let FindAnswer::Found(sighting) = find_visitor(&campaign, &Visitor::default(), noon()) {
            sees(&campaign, &sighting)?;
        }
    }

    #[test]
    fn every_generated_rule_is_decided(campaign in campaign(all_fields()), near in visitor()) {
        match find_visitor(&campaign, &near, noon()) {
            FindAnswer::Found(sighting) => sees(&campaign, &sighting)?,
            FindAnswer::Nobody(_) => prop_assert!(!explain(&campaign, &near, noon()).shown),
            FindAnswer::Undetermined(doubt) => {
                // Hosts and paths with asterisks in them are no words of people.
                let text = crate::campaign::to_json(&campaign);
                prop_assert!(text.contains("*.example.com"), "undetermined: {doubt:?} {text}");
            }
        }
    }

    #[test]
    fn nobody_stays_nobody_with_one_more_condition(
        campaign in campaign(all_fields()),
        more in super::generate::condition(all_fields()),
        near in visitor(),
    ) {
        if let FindAnswer::Nobody(_) = find_visitor(&campaign, &near, noon()) {
            let mut more_asked = campaign.clone();
            let whole = Node::Group(campaign.audience.clone());
            more_asked.audience = Group::of(Joiner::All, vec![whole, Node::Condition(Condition { muted: false, ..more })]);
            if campaign.activity.join() == crate::campaign::Join::And {
                prop_assert!(matches!(find_visitor(&more_asked, &near, noon()), FindAnswer::Nobody(_)));
            }
        }
    }

    #[test]
    fn who_sees_it_already_is_found_unchanged(campaign in campaign(all_fields()), near in visitor()) {
        if explain(&campaign, &near, noon()).shown {
            let found = find_visitor(&campaign, &near, noon());
            let sighting = Sighting { visitor: near, at: noon() };
            prop_assert_eq!(found, FindAnswer::Found(Box::new(sighting)));
        }
    }
}

#[test]
fn a_rule_without_conditions_holds_for_everybody() {
    let near = Visitor::default();
    let found = find_visitor(&Campaign::default(), &near, noon());
    let sighting = Sighting {
        visitor: near,
        at: noon(),
    };
    assert_eq!(found, FindAnswer::Found(Box::new(sighting)));
}

#[test]
fn counters_at_the_end_of_numbers_do_no_harm() {
    use crate::campaign::Operator;
    for field in [
        Field::PageViews,
        Field::Visits,
        Field::Views,
        Field::Clicks,
        Field::ConversationCount,
    ] {
        for (operator, value, found) in [
            (Operator::GreaterThan, u64::MAX, false),
            (Operator::AtLeast, u64::MAX, true),
            (Operator::Equals, u64::MAX, true),
            (Operator::LessThan, 0, false),
            (Operator::AtMost, u64::MAX, true),
        ] {
            let mut campaign = Campaign::default();
            campaign
                .audience
                .children
                .push(Node::Condition(Condition::new(field, operator, value)));
            let answer = find_visitor(&campaign, &Visitor::default(), noon());
            assert_eq!(
                matches!(answer, FindAnswer::Found(_)),
                found,
                "{field:?} {operator:?} {value}"
            );
        }
    }
}

/// Clocks count finer than showings are cut.
#[test]
fn a_cycle_has_run_out_at_instants_between_microseconds() {
    let audience = Group::of(
        Joiner::All,
        vec![Node::Condition(Condition::new(Field::Views, Operator::AtLeast, 1))],
    );
    let mut campaign = Campaign {
        audience,
        ..Campaign::default()
    };
    campaign.schedule.repeat_cycle = Some(RepeatCycle::every(1, CycleUnit::Day));
    for nanoseconds in [0, 1, 474, 999] {
        let now = noon() + chrono::TimeDelta::nanoseconds(nanoseconds);
        let FindAnswer::Found(sighting) = find_visitor(&campaign, &Visitor::default(), now) else {
            panic!("nobody at {now:?}");
        };
        assert_eq!(sighting.at, now);
        assert!(explain(&campaign, &sighting.visitor, now).shown);
    }
}
