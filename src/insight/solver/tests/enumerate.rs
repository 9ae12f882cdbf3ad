//! "Nobody" compared with trying everybody, where a few values make a visitor.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Map, Value, json};

use super::found::sees;
use super::generate::{campaign, near_campaign, noon, visitor};
use crate::campaign::{Campaign, Field, Named};
use crate::engine::{Rule, explain};
use crate::insight::{DoubtReason, FindAnswer, find_visitor};
use crate::visitor::Visitor;

/// Returns instants of today and the days around it.
fn instants() -> Vec<DateTime<Utc>> {
    let mut instants: Vec<DateTime<Utc>> = (-8..=8).map(|quarter| noon() + TimeDelta::hours(6 * quarter)).collect();
    instants.extend([
        noon() + TimeDelta::minutes(2),
        noon() - TimeDelta::minutes(3),
        noon() - TimeDelta::hours(3),
    ]);
    instants.extend([noon() + TimeDelta::days(3), noon() - TimeDelta::days(800)]);
    instants
}

/// Returns everybody with few pages, and with the most possible.
fn everybody() -> Vec<Visitor> {
    let counts = [1, 2, 3, 4, 5, 6, 1 << 53, 1 << 54, u64::MAX - 1, u64::MAX];
    let mut all = Vec::new();
    for page_views in counts {
        for visits in counts.into_iter().filter(|visits| *visits >= page_views) {
            all.push(Visitor {
                page_views,
                visits,
                ..Visitor::default()
            });
        }
    }
    all
}

/// Returns everybody with few pages, in every number of sessions.
fn in_sessions() -> Vec<Visitor> {
    let mut all = Vec::new();
    for visits in 1..=12 {
        for sessions in 1..=visits {
            for session_pages in 1..=visits + 1 - sessions {
                if sessions > 1 || session_pages == visits {
                    all.push(Visitor {
                        visits,
                        sessions,
                        session_pages,
                        ..Visitor::default()
                    });
                }
            }
        }
    }
    all
}

/// Returns the possible clicks and closes for this many views; where a campaign does not ask for them, those of the visitor.
pub(super) fn done_with(campaign: &Campaign, near: &Visitor, views: u64) -> Vec<[u64; 2]> {
    let text = crate::campaign::to_json(campaign);
    let [clicks, closes] = [Field::Clicks, Field::Closes].map(|field| {
        let own = near.count(field).min(views);
        if text.contains(field.id()) {
            0..=views
        } else {
            own..=own
        }
    });
    let all = clicks.flat_map(|clicks| closes.clone().map(move |closes| [clicks, closes]));
    all.collect()
}

/// Returns whether anybody is shown it who has been shown it this often; only possible visitors are tried. Their last showing is also their first: no
/// condition asks for it, and no other is longer ago.
fn shown_to_anybody(campaign: &Campaign, views: &[u64]) -> bool {
    let rule = Rule::compile(campaign);
    let cycle = TimeDelta::microseconds((campaign.schedule.cycle_seconds() * 1e6) as i64);
    let done: Vec<Vec<[u64; 2]>> = views
        .iter()
        .map(|count| done_with(campaign, &Visitor::default(), *count))
        .collect();
    let is_shown = |at: DateTime<Utc>, views: u64, [clicks, closes]: [u64; 2]| {
        let firsts: Vec<Option<DateTime<Utc>>> = match views {
            0 => vec![None],
            _ => instants()
                .into_iter()
                .filter(|first| *first <= at - cycle)
                .map(Some)
                .collect(),
        };
        firsts.into_iter().any(|first| {
            let visitor = Visitor {
                views,
                clicks,
                closes,
                first_seen: first,
                last_shown: first,
                ..Visitor::default()
            };
            rule.holds_for(&visitor, at)
        })
    };
    let mut times = instants().into_iter().filter(|at| *at >= noon());
    times.any(|at| {
        let mut counts = views.iter().zip(&done);
        counts.any(|(views, done)| done.iter().any(|done| is_shown(at, *views, *done)))
    })
}

fn attribute_values() -> Vec<Option<Value>> {
    let mut values: Vec<Option<Value>> = vec![None];
    let others = [
        json!("trial"),
        json!("TRIAL İ"),
        json!("pro"),
        json!(true),
        json!(false),
        json!(4),
        json!(5),
        json!(6),
        json!(5.5),
        json!(-2),
        json!(7),
        json!("x"),
        json!(""),
        json!(" "),
        json!("tri"),
        json!("tri al"),
        json!("al"),
        json!("İ"),
        json!("al İ"),
        json!("true x"),
        json!("trialx"),
        json!("tri İ"),
        json!("trial true"),
        json!("trialİ"),
        json!("triİ"),
        json!("alİ"),
        json!("trix"),
        json!("İtrue"),
        json!("trueal"),
        json!("truetri"),
        json!("-1"),
        json!("-1.5"),
        json!("truetrial"),
        json!("truetrialİ"),
        json!("true trial İ"),
        json!("true al İ"),
        json!("true tri İ"),
        json!("trueİal"),
        json!("trueİtri"),
        json!("tri true"),
        json!("al true"),
        json!("tri İ x"),
        json!("true İ"),
        json!("tri x"),
        json!("trial x"),
        json!("al x"),
        json!("İ x"),
    ];
    values.extend(others.map(Some));
    values
}

/// Compares an answer with the result of trying everybody: a found visitor sees it, and where nobody is found, nobody tried does.
fn agrees(campaign: &Campaign, answer: &FindAnswer, anybody: impl FnOnce() -> bool) -> Result<(), TestCaseError> {
    match answer {
        FindAnswer::Found(sighting) => sees(campaign, sighting),
        FindAnswer::Nobody(_) => {
            prop_assert!(!anybody(), "{} {answer:?}", crate::campaign::to_json(campaign));
            Ok(())
        }
        // What a text may contain can be left open; counts and days cannot.
        FindAnswer::Undetermined(doubt) if doubt.why == DoubtReason::Texts => Ok(()),
        FindAnswer::Undetermined(_) => Err(TestCaseError::fail(format!(
            "{} {answer:?}",
            crate::campaign::to_json(campaign)
        ))),
    }
}

fn newcomer(near: Visitor) -> Visitor {
    Visitor {
        views: 0,
        clicks: 0,
        closes: 0,
        first_seen: None,
        last_shown: None,
        ..near
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn page_counters(campaign in campaign(vec![Field::PageViews, Field::Visits]), near in visitor()) {
        let mut free = campaign;
        free.activity.conditions.clear();
        let answer = find_visitor(&free, &newcomer(near), noon());
        agrees(&free, &answer, || everybody().iter().any(|visitor| explain(&free, visitor, noon()).shown))?;
    }

    #[test]
    fn sessions(campaign in near_campaign(vec![Field::Visits, Field::Sessions, Field::SessionPages]), near in visitor()) {
        let mut free = campaign;
        free.activity.conditions.clear();
        let answer = find_visitor(&free, &newcomer(near), noon());
        agrees(&free, &answer, || {
            let rule = Rule::compile(&free);
            in_sessions().iter().any(|visitor| rule.holds_for(visitor, noon()))
        })?;
    }

    #[test]
    fn attributes(campaign in campaign(vec![Field::Custom]), near in visitor()) {
        let mut free = campaign;
        free.activity.conditions.clear();
        let answer = find_visitor(&free, &newcomer(near), noon());
        agrees(&free, &answer, || {
            let rule = Rule::compile(&free);
            let values = attribute_values();
            values.iter().any(|plan| values.iter().any(|city| {
                let attributes = [("plan", plan), ("city", city)].into_iter().filter_map(|(key, value)| Some((key.to_owned(), value.clone()?)));
                let visitor = Visitor { custom: attributes.collect::<Map<String, Value>>(), ..Visitor::default() };
                rule.holds_for(&visitor, noon())
            }))
        })?;
    }

    #[test]
    fn showings(campaign in near_campaign(vec![Field::Views, Field::Clicks, Field::Closes, Field::FirstSeen, Field::LastSeen]), near in visitor()) {
        let mut free = campaign;
        free.activity.conditions.clear();
        let answer = find_visitor(&free, &near, noon());
        agrees(&free, &answer, || shown_to_anybody(&free, &[0, 1, 2, 3, 4]))?;
    }
}
