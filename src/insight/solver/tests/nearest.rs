//! What would have to change: it leads to a showing, and no fewer values do.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::enumerate::done_with;
use super::found::{can_be, may_be_undetermined};
use super::generate::{all_fields, campaign, noon, visitor};
use crate::campaign::{Campaign, Element, Field};
use crate::engine::{Rule, explain};
use crate::insight::{Altered, FindAnswer, NearestAnswer, find_visitor, nearest_change};
use crate::visitor::Visitor;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_way_leads_there(campaign in campaign(all_fields()), met in visitor()) {
        match nearest_change(&campaign, &met, noon()) {
            NearestAnswer::AlreadyShown => prop_assert!(explain(&campaign, &met, noon()).shown),
            NearestAnswer::Change(way) => {
                let text = crate::campaign::to_json(&campaign);
                let goal = &way.goal.visitor;
                prop_assert!(explain(&campaign, goal, way.goal.at).shown);
                can_be(&campaign, goal, way.goal.at).map_err(TestCaseError::fail)?;
                prop_assert!(!way.alterations.is_empty(), "{goal:?} {text}");
                for alteration in &way.alterations {
                    // Another session is no value of a visitor.
                    let is_session = alteration.what == Altered::Rest;
                    prop_assert!(is_session || alteration.from != alteration.to, "{alteration:?} {text}");
                    let reached = value(&campaign, goal, way.goal.at, &alteration.what);
                    prop_assert!(reached.is_none_or(|reached| reached == alteration.to), "{alteration:?} {text}");
                }
            }
            NearestAnswer::Nobody(_) => {
                prop_assert!(matches!(find_visitor(&campaign, &met, noon()), FindAnswer::Nobody(_)));
            }
            NearestAnswer::Undetermined(doubt) => {
                let text = crate::campaign::to_json(&campaign);
                prop_assert!(may_be_undetermined(&text), "undetermined: {doubt:?} {text}");
            }
        }
    }
}

/// Returns a visitor's value, as alterations write it; `None` where several may be meant.
fn value(campaign: &Campaign, visitor: &Visitor, at: DateTime<Utc>, what: &Altered) -> Option<Value> {
    let day = |instant: DateTime<Utc>| json!(instant.with_timezone(&campaign.zone()).date_naive().to_string());
    Some(match what {
        Altered::Keyed(field, key) => match visitor.value_under(*field, key) {
            // It is written as the condition writes it.
            Some(Value::Bool(true)) if *field == Field::Clicked => {
                let clicked = visitor.clicked.iter().find(|element| element.identity() == *key);
                clicked.map_or(Value::Null, Element::to_value)
            }
            value => value.unwrap_or(Value::Null),
        },
        Altered::LastShown | Altered::Opening | Altered::Rest => return None,
        Altered::Quiet => json!(visitor.quiet_until),
        Altered::Field(field) => match field {
            Field::FirstSeen => day(visitor.first_seen.unwrap_or(at)),
            Field::LastSeen => day(at),
            Field::ScrollRatio => return None,
            field if field.spec().kind.has_keys() => return None,
            field => visitor.get(*field),
        },
    })
}

/// Counts how many of the values below differ, except those that follow from others.
fn differences(met: &Visitor, other: &Visitor) -> usize {
    let pages = usize::from(met.page_views != other.page_views) + usize::from(met.visits != other.visits);
    // Raised visits follow page views that rise to them; page views follow visits that fall to them.
    let raised = other.page_views == other.visits && other.page_views > met.visits;
    let lowered = other.page_views == other.visits && other.visits < met.page_views;
    let follows = usize::from(pages == 2 && (raised || lowered));
    pages - follows
        + usize::from(met.conversation_count != other.conversation_count)
        + usize::from(met.device_type != other.device_type)
        + usize::from(met.exit_screen != other.exit_screen)
        + usize::from(met.custom.get("plan") != other.custom.get("plan"))
}

fn everybody(met: &Visitor) -> Vec<Visitor> {
    let mut all = Vec::new();
    let mut plans = vec![
        None,
        Some(json!("trial")),
        Some(json!("pro")),
        Some(json!(5)),
        Some(json!(true)),
        Some(json!(6)),
        Some(json!(4)),
        Some(json!(7)),
    ];
    plans.extend(
        [
            json!("TRIAL İ"),
            json!("tri"),
            json!("al"),
            json!("İ"),
            json!("x"),
            json!(" "),
            json!(-1),
            json!(-2),
        ]
        .map(Some),
    );
    plans.push(met.custom.get("plan").cloned());
    for page_views in 1..=5 {
        for visits in page_views..=6 {
            for conversation_count in 0..=4 {
                for device in ["mobile", "tablet", "desktop"] {
                    for exit_screen in [false, true] {
                        for plan in &plans {
                            let mut visitor = Visitor {
                                page_views,
                                visits,
                                conversation_count,
                                device_type: device.to_owned(),
                                exit_screen,
                                ..met.clone()
                            };
                            visitor.custom.shift_remove("plan");
                            if let Some(plan) = plan {
                                visitor.custom.insert("plan".to_owned(), plan.clone());
                            }
                            all.push(visitor);
                        }
                    }
                }
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn no_fewer_values_lead_there(
        campaign in campaign(vec![Field::PageViews, Field::Visits, Field::ConversationCount, Field::DeviceType, Field::Custom]),
        met in visitor(),
    ) {
        let mut asked = campaign.clone();
        asked.activity.conditions.retain(|condition| condition.field.known() == Some(Field::ExitScreen));
        asked.schedule.repeat_cycle = None;
        let text = crate::campaign::to_json(&asked).replace("\"city\"", "\"plan\"").replace("18446744073709551615", "3").replace("18446744073709551614", "2").replace("9007199254740992", "1");
        let asked = crate::campaign::from_json(text.as_bytes()).expect("a campaign");
        if let NearestAnswer::Change(way) = nearest_change(&asked, &met, noon()) {
            let rule = Rule::compile(&asked);
            let reaching = everybody(&met).into_iter().filter(|visitor| rule.holds_for(visitor, noon()));
            let fewest = reaching.map(|visitor| differences(&met, &visitor)).min();
            prop_assert!(fewest.is_none_or(|fewest| way.alterations.len() <= fewest), "{way:?} {text}");
            prop_assert_eq!(differences(&met, &way.goal.visitor), way.alterations.len(), "{:?} {}", way, text);
        }
    }
}

/// Counts how many of a visitor's dealings with the campaign differ, except those that follow from others.
fn differing_history(campaign: &Campaign, met: &Visitor, other: &Visitor, at: DateTime<Utc>) -> usize {
    let day = |instant: DateTime<Utc>| instant.with_timezone(&campaign.zone()).date_naive();
    let cycle = TimeDelta::microseconds((campaign.schedule.cycle_seconds() * 1e6) as i64);
    let came_later = usize::from(at != noon());
    let Some((first, latest)) = other.first_seen.zip(at.checked_sub_signed(cycle)) else {
        return came_later + usize::from(met.views > 0);
    };
    let most = met.views.max(other.clicks).max(other.closes);
    let shown = other.views != met.views && other.views != most.max(1);
    let clicked = other.clicks != met.clicks && other.clicks != met.clicks.min(other.views);
    let closed = other.closes != met.closes && other.closes != met.closes.min(other.views);
    let natural = met.first_seen.unwrap_or(latest).min(latest);
    let first_changed = day(first) != day(natural);
    let last_changed = cycle > TimeDelta::zero() && met.last_shown.is_some_and(|last| last > latest);
    let changed = [shown, clicked, closed, first_changed, last_changed]
        .iter()
        .filter(|changed| **changed)
        .count();
    came_later + changed.max(usize::from(met.views == 0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn no_fewer_dealings_lead_there(
        campaign in campaign(vec![Field::Views, Field::Clicks, Field::Closes, Field::FirstSeen, Field::LastSeen]),
        met in visitor(),
    ) {
        // The histories below have no sessions.
        prop_assume!(campaign.schedule.cycle_sessions() <= 0.0);
        let mut asked = campaign.clone();
        asked.activity.conditions.clear();
        let text = crate::campaign::to_json(&asked);
        if let NearestAnswer::Change(way) = nearest_change(&asked, &met, noon()) {
            let cycle = TimeDelta::microseconds((asked.schedule.cycle_seconds() * 1e6) as i64);
            let mut instants: Vec<DateTime<Utc>> = (-10..=10).map(|quarter| noon() + TimeDelta::hours(6 * quarter)).collect();
            instants.extend(met.last_shown.into_iter().flat_map(|last| [last, last + cycle]));
            instants.extend(met.first_seen.into_iter().flat_map(|first| [first, first + cycle]));
            instants.extend([noon() - cycle, noon() - TimeDelta::days(9)]);
            let rule = Rule::compile(&asked);
            let done: Vec<_> = (0..=4).map(|views| done_with(&asked, &met, views)).collect();
            let mut fewest = usize::MAX;
            for at in instants.iter().copied().filter(|at| *at >= noon()) {
                for (views, done) in (0..=4).zip(&done) {
                    for [clicks, closes] in done.iter().copied() {
                        let histories = if views == 0 {
                            vec![(None, None)]
                        } else {
                            let latest = at - cycle;
                            let firsts = instants.iter().filter(|first| **first <= latest);
                            firsts.map(|first| (Some(*first), Some(latest))).collect()
                        };
                        for (first_seen, last_shown) in histories {
                            let other = Visitor { views, clicks, closes, first_seen, last_shown, ..met.clone() };
                            let count = differing_history(&asked, &met, &other, at);
                            if count < fewest && rule.holds_for(&other, at) {
                                fewest = count;
                            }
                        }
                    }
                }
            }
            prop_assert!(way.alterations.len() <= fewest, "{fewest} {way:?} {text}");
            let count = differing_history(&asked, &met, &way.goal.visitor, way.goal.at);
            prop_assert!(count <= way.alterations.len(), "{count} {way:?} {text}");
        }
    }
}

/// A file may hold a last showing without views.
#[test]
fn a_showing_without_views_rests_too() {
    let campaign = Campaign {
        schedule: crate::campaign::Schedule::standard(),
        ..Campaign::default()
    };
    let met = Visitor {
        last_shown: Some(noon()),
        ..Visitor::default()
    };
    let NearestAnswer::Change(way) = nearest_change(&campaign, &met, noon()) else {
        panic!("no way");
    };
    assert_eq!(way.goal.at, noon() + TimeDelta::days(1));
    assert_eq!(way.alterations.len(), 1);
    assert!(explain(&campaign, &way.goal.visitor, way.goal.at).shown);
}

/// This holds even where the latest showing that they could have had, coming now, was on another day than theirs.
#[test]
fn who_waits_keeps_the_first_showing() {
    let condition = |field: &str, operator: &str, value: serde_json::Value| serde_json::json!({ "field": field, "operator": operator, "value": value });
    let campaign = serde_json::json!({
        "format": "beckon.campaign", "version": 1, "time_zone": "Pacific/Kiritimati",
        "audience": { "any": [condition("views", "equals", 1.into()), condition("last_seen", "on", "2026-11-21".into())] },
        "schedule": { "repeat_cycle": { "every": 2, "unit": "day" } },
    });
    let campaign = crate::campaign::from_json(campaign.to_string().as_bytes()).expect("a campaign");
    let shown = "2026-11-21T18:27:53Z".parse::<DateTime<Utc>>().ok();
    let met = Visitor {
        views: 1,
        first_seen: shown,
        last_shown: shown,
        ..Visitor::default()
    };
    let NearestAnswer::Change(way) = nearest_change(&campaign, &met, noon()) else {
        panic!("no way");
    };
    assert_eq!(way.goal.visitor.first_seen, met.first_seen);
    assert_eq!(way.alterations.len(), 1, "{way:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn quiet_has_to_pass_first(campaign in campaign(all_fields()), met in visitor(), seconds in 1i64..100) {
        let until = noon() + TimeDelta::seconds(seconds);
        let quiet = Visitor { quiet_until: Some(until), ..met };
        let text = crate::campaign::to_json(&campaign);
        prop_assert!(!explain(&campaign, &quiet, noon()).shown);
        if let NearestAnswer::Change(way) = nearest_change(&campaign, &quiet, noon()) {
            prop_assert!(explain(&campaign, &way.goal.visitor, way.goal.at).shown);
            prop_assert!(way.goal.at >= until);
            let named = way.alterations.iter().any(|alteration| alteration.what == Altered::Quiet);
            prop_assert_eq!(named, way.goal.at == until, "{:?} {}", way, text);
        }
        // Another visitor need not have been here just now.
        if let FindAnswer::Found(found) = find_visitor(&campaign, &quiet, noon()) {
            prop_assert!(explain(&campaign, &found.visitor, found.at).shown);
            prop_assert_eq!(found.visitor.quiet_until, None);
        }
    }
}
