//! Every found visitor sees the campaign and is possible.

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::generate::{all_fields, campaign, noon, visitor};
use crate::campaign::{
    BROWSERS, Campaign, Condition, CycleUnit, DEVICE_TYPES, Field, Group, Joiner, Node, Operator, RepeatCycle,
};
use crate::engine::{explain, generated_campaign};
use crate::insight::{FindAnswer, Sighting, find_visitor};
use crate::visitor::Visitor;

/// Checks what holds for every visitor.
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
        (
            "sessions",
            visitor.sessions >= 1
                && visitor.session_pages >= 1
                && (visitor.sessions - 1).saturating_add(visitor.session_pages) <= visitor.visits
                && (visitor.sessions > 1 || visitor.session_pages == visitor.visits),
        ),
        ("clicks", visitor.clicks <= visitor.views),
        ("closes", visitor.closes <= visitor.views),
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

/// Checks that a found visitor is possible and sees the campaign.
pub(super) fn sees(campaign: &Campaign, sighting: &Sighting) -> Result<(), TestCaseError> {
    prop_assert!(explain(campaign, &sighting.visitor, sighting.at).shown);
    can_be(campaign, &sighting.visitor, sighting.at).map_err(TestCaseError::fail)
}

/// Returns whether a generated campaign asks for what is left undetermined. Nobody asks for hosts and paths with asterisks in them, which comparisons
/// other than `matches` take literally, nor for a parameter beside an address that has it.
pub(super) fn may_be_undetermined(campaign: &str) -> bool {
    let asterisks = ["*.example.com", "*/pricing*"]
        .iter()
        .any(|value| campaign.contains(value));
    asterisks || (campaign.contains("?a=1") && campaign.contains("query\""))
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
                let text = crate::campaign::to_json(&campaign);
                prop_assert!(may_be_undetermined(&text), "undetermined: {doubt:?} {text}");
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
        // Who is found has never been shown it in a session.
        let near = Visitor { last_session: 0, ..near };
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
        Field::Closes,
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

/// Clocks are finer than the cuts of showings.
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

fn found(audience: serde_json::Value, near: &Visitor) -> Sighting {
    let file = serde_json::json!({ "format": crate::campaign::FORMAT, "version": 1, "audience": audience });
    let campaign = crate::campaign::from_json(file.to_string().as_bytes()).expect("well formed");
    match find_visitor(&campaign, near, noon()) {
        FindAnswer::Found(sighting) => *sighting,
        other => panic!("{audience}: {other:?}"),
    }
}

/// The page of a found visitor is one of the site's, with the wanted parts where a site has them.
#[test]
fn a_found_page_is_one_that_the_site_could_have() {
    use serde_json::json;
    let page =
        |operator: &str, value: &str| json!({ "field": "current_page_url", "operator": operator, "value": value });
    let shop = "https://shop.acme.com/";
    let example = "https://www.example.com/";
    for (base, conditions, expected) in [
        (example, vec![page("contains", "id=4")], "https://www.example.com/?id=4"),
        (shop, vec![page("contains", "id=4")], "https://shop.acme.com/?id=4"),
        (shop, vec![page("contains", "/blog/")], "https://shop.acme.com/blog/"),
        (shop, vec![page("contains", "pricing")], "https://shop.acme.com/pricing"),
        (
            shop,
            vec![page("contains", "/cart"), page("contains", "utm_source=mail")],
            "https://shop.acme.com/cart?utm_source=mail",
        ),
        (
            example,
            vec![
                page("starts_with", "https://www.leafhouse.test"),
                page("contains", "/sale"),
            ],
            "https://www.leafhouse.test/sale",
        ),
        (
            example,
            vec![page("contains", "/sale"), page("starts_with", "www.leafhouse.test/tr")],
            "https://www.leafhouse.test/tr/sale",
        ),
        (
            shop,
            vec![page("matches", "www.acme.com/*/offers")],
            "https://www.acme.com/page/offers",
        ),
        (
            shop,
            vec![page("matches", "*/pricing*")],
            "https://shop.acme.com/pricing",
        ),
        (
            shop,
            vec![page("matches", "https://*.acme.com/*")],
            "https://shop.acme.com/",
        ),
        (
            shop,
            vec![page("not_equals", "https://shop.acme.com/")],
            "https://shop.acme.com/page",
        ),
        (
            shop,
            vec![
                page("not_contains", "shop.acme.com"),
                page("equals", "https://www.acme.com/about"),
            ],
            "https://www.acme.com/about",
        ),
    ] {
        let near = Visitor {
            url: base.to_owned(),
            ..Visitor::default()
        };
        let audience = json!({ "all": conditions });
        assert_eq!(found(audience.clone(), &near).visitor.url, expected, "{audience}");
    }
}

/// An attribute holds what a site would send.
#[test]
fn a_found_attribute_is_an_ordinary_one() {
    use serde_json::json;
    let attribute = |operator: &str, value: serde_json::Value| json!({ "field": "custom", "key": "basket", "operator": operator, "value": value });
    for (audience, expected) in [
        (
            json!({ "all": [attribute("contains", json!("10")), { "none": [attribute("greater_than", json!(5))] }] }),
            json!("10 items"),
        ),
        (
            json!({ "all": [attribute("contains", json!("gold")), attribute("not_equals", json!("gold"))] }),
            json!("gold customer"),
        ),
        (json!({ "all": [attribute("greater_than", json!(0))] }), json!(1)),
        (json!({ "all": [attribute("contains", json!("gold"))] }), json!("gold")),
    ] {
        let sighting = found(audience.clone(), &Visitor::default());
        assert_eq!(sighting.visitor.custom["basket"], expected, "{audience}");
    }
}

/// An address changes only where it has to.
#[test]
fn parameters_that_need_not_change_stay_as_they_are_written() {
    use serde_json::json;
    let is = |key: &str, value: &str| json!({ "field": "query", "key": key, "operator": "equals", "value": value });
    let near = Visitor {
        url: "https://www.example.com/?Q=x%20y&q=2&a=1#top".to_owned(),
        ..Visitor::default()
    };
    for (a, expected) in [
        ("1", "https://www.example.com/?Q=x%20y&q=2&a=1#top"),
        ("2", "https://www.example.com/?Q=x%20y&q=2&a=2#top"),
    ] {
        let twice = json!({ "field": "page_views", "operator": "at_least", "value": 2 });
        let sighting = found(json!({ "all": [is("q", "X y"), is("a", a), twice] }), &near);
        assert_eq!(sighting.visitor.url, expected);
    }
}

/// A visitor who was shown a campaign before was not shown it at this second, and a single showing is both the first and the last.
#[test]
fn found_showings_lie_back() {
    use serde_json::json;
    for (views, once) in [(1, true), (4, false)] {
        let sighting = found(
            json!({ "all": [{ "field": "views", "operator": "equals", "value": views }] }),
            &Visitor::default(),
        );
        let (first, last) = (sighting.visitor.first_seen, sighting.visitor.last_shown);
        let (Some(first), Some(last)) = (first, last) else {
            panic!("{sighting:?}")
        };
        assert!(sighting.at - last >= chrono::TimeDelta::hours(20), "{sighting:?}");
        assert_eq!(first == last, once, "{sighting:?}");
    }
    // A rule may leave nothing but today.
    let sighting = found(
        json!({ "all": [{ "field": "views", "operator": "at_least", "value": 2 }, { "field": "first_seen", "operator": "on", "value": "2026-11-22" }] }),
        &Visitor::default(),
    );
    let last = sighting.visitor.last_shown.expect("shown before");
    assert!(
        last < sighting.at && sighting.visitor.first_seen < Some(last),
        "{sighting:?}"
    );
}

proptest! {
    /// Making a visitor more plausible never moves a showing after another, nor into the repeat cycle.
    #[test]
    fn likely_showings_are_showings(campaign in campaign(all_fields())) {
        if let FindAnswer::Found(sighting) = find_visitor(&campaign, &Visitor::default(), noon()) {
            sees(&campaign, &sighting)?;
            if sighting.visitor.views == 1 {
                prop_assert_eq!(sighting.visitor.first_seen, sighting.visitor.last_shown);
            }
        }
    }
}
