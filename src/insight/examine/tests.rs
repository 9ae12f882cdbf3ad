//! Examining as data: `cases.json` next to this file has rules, what is found in each, and the conditions that cause it. Then laws.

use serde_json::{Value, json};

use super::*;
use crate::campaign::{FORMAT, from_json};
use crate::engine::explain;

fn now() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().expect("an instant")
}

fn campaign(case: &Value) -> Campaign {
    let mut file = json!({ "format": FORMAT, "version": 1, "time_zone": "Europe/Istanbul" });
    for key in ["audience", "activity", "schedule"] {
        if let Some(part) = case.get(key) {
            file[key] = part.clone();
        }
    }
    from_json(file.to_string().as_bytes()).expect("well formed")
}

/// Returns the code and the place, and after `<` the places that cause it, without their common beginning.
fn code_and_path(finding: &Finding) -> String {
    let by = match &finding.problem {
        Problem::NobodySees { conflict } | Problem::DeadAlternative { conflict } => &conflict.places[..],
        Problem::Redundant { by } => by,
        Problem::AlwaysTrue { exclusions: true } => return format!("{} {} (exclusions)", finding.code(), finding.path),
        _ => &[],
    };
    let by = if by.is_empty() {
        String::new()
    } else {
        format!(" < {}", by.join(" "))
    };
    format!("{} {}{by}", finding.code(), finding.path)
}

#[test]
fn every_case_finds_what_it_says() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases.json")).expect("cases.json is JSON");
    let mut wrong = Vec::new();
    for case in cases {
        let found: Vec<String> = examine(&campaign(&case), now()).iter().map(code_and_path).collect();
        if json!(found) != case["finds"] {
            wrong.push(format!(
                "{}\nfound:  {}\nwanted: {}",
                case["name"],
                json!(found),
                case["finds"]
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cases differ:\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

/// Returns conditions on small counts, so that every possible visitor can be tried.
fn small_rule(rng: &mut fastrand::Rng, depth: usize) -> Value {
    if depth == 0 || rng.u8(0..3) == 0 {
        let field = ["page_views", "visits", "conversation_count"][rng.usize(0..3)];
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
    group(rng, depth)
}

fn group(rng: &mut fastrand::Rng, depth: usize) -> Value {
    let joiner = ["all", "any", "none"][rng.usize(0..3)];
    let members: Vec<Value> = (0..1 + rng.usize(0..3)).map(|_| small_rule(rng, depth - 1)).collect();
    json!({ joiner: members })
}

fn everybody() -> Vec<Visitor> {
    let mut visitors = Vec::new();
    for visits in 1..=5 {
        for page_views in 1..=visits {
            for conversation_count in 0..=5 {
                visitors.push(Visitor {
                    page_views,
                    visits,
                    conversation_count,
                    ..Visitor::default()
                });
            }
        }
    }
    visitors
}

fn seen_by(campaign: &Campaign) -> Vec<bool> {
    everybody()
        .iter()
        .map(|visitor| explain(campaign, visitor, now()).shown)
        .collect()
}

/// Whatever is reported to have no effect can be muted, all at once, and nobody notices.
#[test]
fn what_is_found_can_be_left_out() {
    for seed in 0..600 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let file = json!({ "audience": group(&mut rng, 3) });
        let whole = campaign(&file);
        let findings = examine(&whole, now());
        let seen = seen_by(&whole);
        let nobody = findings.iter().any(|finding| finding.code() == "nobody_sees");
        assert_eq!(nobody, !seen.contains(&true), "seed {seed}: {file}");
        if nobody {
            continue;
        }
        let mut muted = file.clone();
        for finding in &findings {
            muted.pointer_mut(&finding.path).expect("its place")["muted"] = json!(true);
        }
        assert_eq!(seen, seen_by(&campaign(&muted)), "seed {seed}: {file}\n{findings:?}");
    }
}

/// Whatever is not reported has a purpose: without it, more or fewer visitors would see the campaign.
#[test]
fn what_is_not_found_matters() {
    for seed in 600..1_000 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let file = json!({ "audience": group(&mut rng, 2) });
        let whole = campaign(&file);
        let members = |pointer: &str| places(&file, pointer);
        if !examine(&whole, now()).is_empty() {
            continue;
        }
        let seen = seen_by(&whole);
        let mut waiting = members("/audience");
        while let Some((pointer, alone)) = waiting.pop() {
            if !alone {
                let mut muted = file.clone();
                muted.pointer_mut(&pointer).expect("its place")["muted"] = json!(true);
                assert_ne!(seen, seen_by(&campaign(&muted)), "seed {seed}: {pointer} in {file}");
            }
            waiting.extend(members(&pointer));
        }
    }
}

/// Returns the members of a group, and whether each is the only one.
fn places(file: &Value, group: &str) -> Vec<(String, bool)> {
    let node = file.pointer(group).expect("a place");
    let Some(joiner) = ["all", "any", "none"].into_iter().find(|word| node.get(word).is_some()) else {
        return Vec::new();
    };
    let members = node[joiner].as_array().expect("a list").len();
    (0..members)
        .map(|index| (format!("{group}/{joiner}/{index}"), members == 1))
        .collect()
}

/// What is known about one place says nothing about another whose number begins alike.
#[test]
fn an_error_elsewhere_hides_nothing() {
    let mut members = vec![json!({ "field": "device_type", "operator": "equals", "value": "mobile" }); 11];
    members[1] = json!({ "field": "page_views", "operator": "less_than", "value": 5 });
    members[2] = json!({ "field": "page_views", "operator": "greater_than", "value": 7 });
    members[10] = json!({ "field": "browser", "operator": "equals" });
    let campaign = campaign(&json!({ "audience": { "all": members } }));
    let context = Context {
        now: Some(now()),
        ..Context::UNKNOWN
    };
    let findings = check_and_examine(&campaign, context);
    assert!(
        findings.iter().any(|finding| finding.path == "/audience/all/10/value"),
        "{findings:?}"
    );
    assert!(
        findings.iter().any(|finding| finding.code() == "nobody_sees"),
        "{findings:?}"
    );
}

/// Rules of many conditions on values that are bound to each other, and rules longer than anybody writes: few findings, but quickly.
#[test]
fn huge_rules_are_examined_as_far_as_that_is_quick() {
    for (count, most) in [(1_500, MOST_FINDINGS), (40_000, 0)] {
        let member = |index: usize| json!({ "field": "page_views", "operator": "greater_than", "value": 2 * index });
        let members: Vec<Value> = (0..count)
            .map(member)
            .chain([json!({ "field": "visits", "operator": "at_least", "value": 3 })])
            .collect();
        let found = examine(&campaign(&json!({ "audience": { "any": members } })), now());
        assert!(found.len() <= most, "{count}: {found:?}");
    }
}
