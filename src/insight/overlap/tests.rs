//! Overlaps compared with trying every possible visitor, on small libraries; and single pairs.

use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::*;
use crate::campaign::{FORMAT, from_json};
use crate::engine::{Rule, explain};
use crate::insight::Shadowed;

fn now() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().expect("an instant")
}

fn campaign(parts: &Value) -> Campaign {
    let mut file = json!({ "format": FORMAT, "version": 1, "id": "x", "time_zone": "UTC" });
    for (key, value) in parts.as_object().expect("an object") {
        file[key] = value.clone();
    }
    from_json(file.to_string().as_bytes()).expect("well formed")
}

fn rule(rng: &mut fastrand::Rng, depth: usize) -> Value {
    if depth == 0 || rng.u8(0..3) == 0 {
        if rng.u8(0..4) == 0 {
            let operator = ["equals", "not_equals"][rng.usize(0..2)];
            let device = ["mobile", "tablet", "desktop"][rng.usize(0..3)];
            return json!({ "field": "device_type", "operator": operator, "value": device });
        }
        let field = [
            "page_views",
            "visits",
            "conversation_count",
            "views",
            "clicks",
            "closes",
        ][rng.usize(0..6)];
        let operator = [
            "equals",
            "not_equals",
            "greater_than",
            "less_than",
            "at_least",
            "at_most",
        ][rng.usize(0..6)];
        return json!({ "field": field, "operator": operator, "value": rng.u32(0..4) });
    }
    let joiner = ["all", "all", "any", "none"][rng.usize(0..4)];
    group(rng, joiner, depth)
}

fn group(rng: &mut fastrand::Rng, joiner: &str, depth: usize) -> Value {
    let members: Vec<Value> = (0..1 + rng.usize(0..3)).map(|_| rule(rng, depth - 1)).collect();
    json!({ joiner: members })
}

fn library(rng: &mut fastrand::Rng, count: usize) -> Vec<Campaign> {
    let one = |index: usize| {
        let launched = ["2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z"][rng.usize(0..2)];
        let every = if rng.bool() {
            json!({ "every": 1, "unit": "day" })
        } else {
            Value::Null
        };
        let mut file = json!({
            "id": format!("id-{}-{index}", rng.u8(0..9)),
            "audience": group(rng, "all", 2),
            "schedule": { "priority": rng.u32(1..3), "repeat_cycle": every },
        });
        if rng.bool() {
            file["launched_at"] = json!(launched);
        }
        campaign(&file)
    };
    (0..count).map(one).collect()
}

/// Returns visitors with what is the same for all campaigns.
fn everybody() -> Vec<Visitor> {
    let mut visitors = Vec::new();
    for device in ["mobile", "tablet", "desktop"] {
        for visits in 1..=5 {
            for page_views in 1..=visits {
                for conversation_count in 0..=4 {
                    visitors.push(Visitor {
                        device_type: device.to_owned(),
                        page_views,
                        visits,
                        conversation_count,
                        ..Visitor::default()
                    });
                }
            }
        }
    }
    visitors
}

/// Returns the same visitor with everything that they can have done with one campaign.
fn records(visitor: &Visitor) -> Vec<Visitor> {
    let mut records = Vec::new();
    for views in 0..=4 {
        for (clicks, closes) in (0..=views).flat_map(|clicks| (0..=views).map(move |closes| (clicks, closes))) {
            let shown = (views > 0).then(|| now() - TimeDelta::days(10));
            records.push(Visitor {
                views,
                clicks,
                closes,
                first_seen: shown,
                last_shown: shown,
                ..visitor.clone()
            });
        }
    }
    records
}

/// Returns for each visitor and campaign whether it can be shown to them, and whether it always is, whatever they have done with it. Only the rule
/// decides: earlier showings are longer ago than any repeat cycle of these libraries.
fn tried(campaigns: &[Campaign]) -> Vec<Vec<(bool, bool)>> {
    let rules: Vec<Rule> = campaigns.iter().map(Rule::compile).collect();
    let row = |visitor: &Visitor| {
        let records = records(visitor);
        let fate = |rule: &Rule| {
            let shown: Vec<bool> = records.iter().map(|record| rule.holds_for(record, now())).collect();
            (shown.contains(&true), !shown.contains(&false))
        };
        rules.iter().map(fate).collect()
    };
    everybody().iter().map(row).collect()
}

/// Returns whether everybody who can see the loser sees one of these.
fn loses(tried: &[Vec<(bool, bool)>], loser: usize, by: &[usize]) -> bool {
    tried
        .iter()
        .all(|row| !row[loser].0 || by.iter().any(|rival| row[*rival].1))
}

#[test]
fn small_libraries_get_the_answer_that_trying_everybody_gives() {
    let mut found = [0; 2];
    for seed in 0..30 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let campaigns = library(&mut rng, 6);
        let known = overlaps(&campaigns, &Visitor::default(), now(), &|| false);
        let tried = tried(&campaigns);
        assert_eq!(known.unsure, [], "seed {seed}");
        let mut wanted = Vec::new();
        for a in 0..campaigns.len() {
            for b in a + 1..campaigns.len() {
                if tried.iter().any(|row| row[a].0 && row[b].0) {
                    wanted.push((a, b));
                }
            }
        }
        let pairs: Vec<(usize, usize)> = known.pairs.iter().map(|pair| (pair.a, pair.b)).collect();
        assert_eq!(pairs, wanted, "seed {seed}: {campaigns:#?}");
        known.pairs.iter().for_each(|pair| holds(pair, &campaigns));
        let ranks: Vec<Rank> = campaigns.iter().map(Rank::of).collect();
        for loser in 0..campaigns.len() {
            let before: Vec<usize> = (0..campaigns.len())
                .filter(|rival| ranks[*rival] < ranks[loser])
                .collect();
            let possible = tried.iter().any(|row| row[loser].0);
            let reported: Option<&Shadowed> = known.shadowed.iter().find(|entry| entry.loser == loser);
            assert_eq!(
                reported.is_some(),
                possible && loses(&tried, loser, &before),
                "seed {seed}, campaign {loser}"
            );
            let Some(reported) = reported else { continue };
            assert!(loses(&tried, loser, &reported.by), "seed {seed}: {reported:?}");
            for needless in &reported.by {
                let rest: Vec<usize> = reported.by.iter().copied().filter(|rival| rival != needless).collect();
                assert!(
                    !loses(&tried, loser, &rest),
                    "seed {seed}: {reported:?} without {needless}"
                );
            }
            found[1] += 1;
        }
        found[0] += pairs.len();
    }
    // Libraries without overlaps or without losers would show little.
    assert!(found[0] > 100 && found[1] > 10, "{found:?}");
}

/// Checks that both campaigns are shown to the visitor who proves it, and that the engine's order decides who wins.
fn holds(pair: &Overlap, campaigns: &[Campaign]) {
    let (a, b) = (&campaigns[pair.a], &campaigns[pair.b]);
    let for_b = pair.other.as_deref().unwrap_or(&pair.sighting.visitor);
    assert!(explain(a, &pair.sighting.visitor, pair.sighting.at).shown, "{pair:?}");
    assert!(explain(b, for_b, pair.sighting.at).shown, "{pair:?}");
    let alike = |visitor: &Visitor| Visitor {
        views: 0,
        clicks: 0,
        closes: 0,
        first_seen: None,
        last_shown: None,
        ..visitor.clone()
    };
    assert_eq!(alike(&pair.sighting.visitor), alike(for_b));
    // Of two with the same place in line, the first one given is the better.
    let first = if Rank::of(a) <= Rank::of(b) { pair.a } else { pair.b };
    assert_eq!(pair.winner, first, "{pair:?}");
}

#[test]
fn single_pairs_get_the_answer_of_a_library() {
    for seed in 100..160 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let campaigns = library(&mut rng, 2);
        let known = overlaps(&campaigns, &Visitor::default(), now(), &|| false);
        match overlap(&campaigns[0], &campaigns[1], &Visitor::default(), now()) {
            OverlapAnswer::Found(pair) => {
                assert_eq!(known.pairs.len(), 1, "seed {seed}");
                holds(&pair, &campaigns);
            }
            answer => assert!(
                answer == OverlapAnswer::Never && known.pairs.is_empty(),
                "seed {seed}: {answer:?}"
            ),
        }
    }
}

fn asking(zone: &str, conditions: Value) -> Campaign {
    campaign(&json!({ "time_zone": zone, "audience": { "all": conditions } }))
}

fn last_seen(operator: &str, day: &str) -> Value {
    json!({ "field": "last_seen", "operator": operator, "value": day })
}

fn answer(a: &Campaign, b: &Campaign) -> OverlapAnswer {
    overlap(a, b, &Visitor::default(), now())
}

/// The 1st in Tokyo meets the 30th in New York; the 2nd never does.
#[test]
fn one_instant_may_have_two_dates() {
    let new_york = asking("America/New_York", json!([last_seen("on", "2026-11-30")]));
    let tokyo = |day: &str| asking("Asia/Tokyo", json!([last_seen("on", day)]));
    let OverlapAnswer::Found(pair) = answer(&new_york, &tokyo("2026-12-01")) else {
        panic!("they meet");
    };
    holds(&pair, &[new_york.clone(), tokyo("2026-12-01")]);
    assert_eq!(answer(&new_york, &tokyo("2026-12-02")), OverlapAnswer::Never);
    // The same holds in a library.
    let campaigns = [new_york, tokyo("2026-12-01"), tokyo("2026-12-02")];
    let known = overlaps(&campaigns, &Visitor::default(), now(), &|| false);
    assert_eq!(
        known.pairs.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>(),
        [(0, 1)]
    );
    holds(&known.pairs[0], &campaigns);
}

#[test]
fn records_are_kept_apart_only_where_they_must() {
    let views = |operator: &str, value: u32| json!([{ "field": "views", "operator": operator, "value": value }]);
    let (never, often) = (asking("UTC", views("equals", 0)), asking("UTC", views("at_least", 2)));
    let OverlapAnswer::Found(apart) = answer(&never, &often) else {
        panic!("they meet");
    };
    assert_eq!(apart.sighting.visitor.views, 0);
    assert_eq!(apart.other.as_ref().map(|other| other.views), Some(2));
    holds(&apart, &[never, often.clone()]);
    let OverlapAnswer::Found(together) = answer(&often, &asking("UTC", views("at_most", 3))) else {
        panic!("they meet");
    };
    assert_eq!(together.other, None);
}

/// One of two campaigns always wins, but neither always does; a third is not involved.
#[test]
fn some_lose_against_several_together() {
    let ranked = |priority: u32, audience: Value| {
        campaign(&json!({ "audience": audience, "schedule": { "priority": priority, "repeat_cycle": null } }))
    };
    let opened = |operator: &str, times: u32| json!({ "field": "page_views", "operator": operator, "value": times });
    let mut campaigns = [
        ranked(
            3,
            json!({ "all": [{ "field": "device_type", "operator": "equals", "value": "mobile" }] }),
        ),
        ranked(2, json!({ "all": [opened("at_most", 3)] })),
        ranked(
            1,
            json!({ "all": [{ "any": [opened("at_least", 4), opened("equals", 1)] }] }),
        ),
        ranked(0, json!({ "all": [opened("equals", 9)] })),
        ranked(
            4,
            json!({ "all": [opened("at_least", 2), { "field": "views", "operator": "equals", "value": 0 }] }),
        ),
    ];
    let shadowed = |campaigns: &[Campaign]| overlaps(campaigns, &Visitor::default(), now(), &|| false).shadowed;
    let loser = |loser: usize, rests: bool| Shadowed {
        loser,
        by: vec![2, 1],
        rests,
    };
    assert_eq!(shadowed(&campaigns), [loser(0, false), loser(4, false)]);
    campaigns[2].schedule.repeat_cycle = Some(crate::campaign::RepeatCycle::every(1, crate::campaign::CycleUnit::Day));
    assert_eq!(shadowed(&campaigns), [loser(0, true), loser(4, true)]);
    // A visitor who was shown a campaign before may have to be kept from it: then others get their turn.
    campaigns[1] = ranked(
        2,
        json!({ "all": [opened("at_most", 3), { "field": "views", "operator": "less_than", "value": 2 }] }),
    );
    assert_eq!(shadowed(&campaigns), []);
}

#[test]
fn a_library_can_be_left_at_any_moment() {
    let mut rng = fastrand::Rng::with_seed(7);
    let campaigns = library(&mut rng, 12);
    let whole = overlaps(&campaigns, &Visitor::default(), now(), &|| false);
    for patience in 0..40 {
        let asked = AtomicUsize::new(0);
        let known = overlaps(&campaigns, &Visitor::default(), now(), &|| {
            asked.fetch_add(1, Ordering::Relaxed) >= patience
        });
        assert!(whole.pairs.starts_with(&known.pairs), "after {patience}");
        assert!(whole.shadowed.starts_with(&known.shadowed), "after {patience}");
    }
}

fn on(operator: &str, page: &str) -> Campaign {
    asking(
        "UTC",
        json!([{ "field": "current_page_url", "operator": operator, "value": page }]),
    )
}

/// The quick look at pages agrees with the solver.
#[test]
fn pages_decided_at_a_glance_agree_with_the_solver() {
    let texts = [
        ("equals", "https://www.example.com/pricing"),
        ("equals", "http://www.example.com/pricing/"),
        ("equals", "www.example.com/pricing"),
        ("equals", "https://www.example.com/pricing?plan=pro"),
        ("equals", "www.example.com"),
        ("starts_with", "https://www.example.com"),
        ("starts_with", "http://www.example"),
        ("starts_with", "www.example.com/pri"),
        ("starts_with", "https://www.example.com/pricing/"),
        ("starts_with", "https://www.example.com/blog"),
        ("contains", "/blog/"),
        ("contains", "?plan="),
        ("not_contains", "/pricing"),
        ("not_equals", "www.example.com/pricing"),
        ("matches", "*.example.com/blog/*"),
        ("matches", "https://*/pricing"),
    ];
    let campaigns: Vec<Campaign> = texts.iter().map(|(operator, page)| on(operator, page)).collect();
    let known = overlaps(&campaigns, &Visitor::default(), now(), &|| false);
    assert_eq!(known.unsure, []);
    known.pairs.iter().for_each(|pair| holds(pair, &campaigns));
    for a in 0..campaigns.len() {
        for b in a + 1..campaigns.len() {
            let meet = known.pairs.iter().any(|pair| (pair.a, pair.b) == (a, b));
            let solved = !matches!(answer(&campaigns[a], &campaigns[b]), OverlapAnswer::Never);
            assert_eq!(meet, solved, "{:?} and {:?}", texts[a], texts[b]);
        }
    }
}

/// Pages whose text a browser would write differently if they were addresses: longer ones begin with both.
#[test]
fn prefixes_that_are_not_addresses_themselves() {
    for (one, other) in [
        ("https://a.com/p/..", "https://a.com/p/"),
        ("https://a.com:443", "https://a.com:44"),
        ("http://a.com:80", "http://a.com:8"),
        ("a.com:443", "https://a.com:44"),
    ] {
        let begins = |text: &str| {
            campaign(&json!({ "audience": { "all": [
            { "field": "current_page_url", "operator": "starts_with", "value": text } ] } }))
        };
        let library = [begins(one), begins(other)];
        let known = overlaps(&library, &Visitor::default(), now(), &|| false);
        assert_eq!(known.pairs.len() + known.unsure.len(), 1, "{one} {other}: {known:?}");
    }
}

#[test]
fn who_meets_two_need_not_have_closed_something_just_now() {
    let [a, b] = ["a", "b"].map(|id| campaign(&json!({ "id": id, "name": id })));
    let near = Visitor {
        quiet_until: Some(now() + TimeDelta::seconds(20)),
        ..Visitor::default()
    };
    let OverlapAnswer::Found(found) = overlap(&a, &b, &near, now()) else {
        panic!("they do not meet");
    };
    assert!(explain(&a, &found.sighting.visitor, found.sighting.at).shown);
    let all = overlaps(&[a.clone(), b], &near, now(), &|| false);
    assert!(explain(&a, &all.pairs[0].sighting.visitor, all.pairs[0].sighting.at).shown);
}

#[test]
fn only_those_that_compete_meet_and_they_keep_their_places() {
    let everyone = |priority: u64| campaign(&json!({ "schedule": { "priority": priority } }));
    let library = [everyone(1), everyone(2), everyone(3)];
    let near = Visitor::default();
    let known = |competing: &[bool]| overlaps_among(&library, competing, &near, now(), &|| false);
    assert_eq!(known(&[true; 3]), overlaps(&library, &near, now(), &|| false));
    let known = known(&[true, false, true]);
    let pairs: Vec<_> = known.pairs.iter().map(|pair| (pair.a, pair.b, pair.winner)).collect();
    assert_eq!(pairs, [(0, 2, 0)]);
    let losers: Vec<_> = known.shadowed.iter().map(|loses| (loses.loser, &loses.by)).collect();
    assert_eq!(losers, [(2, &vec![0])]);
}

#[test]
fn a_draft_competes_once_it_can_be_launched_and_whatever_it_lacks_once_it_was() {
    use crate::insight::{Context, check};
    let competing = |campaign: &Campaign| competes(campaign, &check(campaign, Context::UNKNOWN));
    let mut draft = campaign(&json!({}));
    assert!(!competing(&draft));
    draft.launched_at = Some("2026-11-20T10:00:00Z".to_owned());
    assert!(competing(&draft));
}
