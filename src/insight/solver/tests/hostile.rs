//! Rules made to be hard: every question ends within its steps, and every found visitor sees the campaign.

use serde_json::Value;

use super::generate::noon;
use crate::campaign::{Campaign, Condition, CycleUnit, Field, Group, Joiner, Node, Operator, RepeatCycle};
use crate::engine::{SiteRules, explain};
use crate::insight::solver::{Depth, Effort, Records, Relations, Space, explained};
use crate::insight::{FindAnswer, NearestAnswer, find_visitor, nearest_change};
use crate::visitor::Visitor;

fn is(field: Field, operator: Operator, value: impl Into<Value>) -> Node {
    Node::Condition(Condition::new(field, operator, value))
}

fn attribute(key: String, operator: Operator, value: impl Into<Value>) -> Node {
    Node::Condition(Condition::custom(&key, operator, Some(value.into())))
}

fn of(joiner: Joiner, children: Vec<Node>) -> Node {
    Node::Group(Group::of(joiner, children))
}

fn campaign(children: Vec<Node>) -> Campaign {
    Campaign {
        audience: Group::of(Joiner::All, children),
        ..Campaign::default()
    }
}

/// Returns forty groups of four alternatives each.
fn forty(joiner: Joiner, alternative: impl Fn(usize, usize) -> Node) -> Campaign {
    let group = |group: usize| of(joiner, (0..4).map(|index| alternative(group, index)).collect());
    campaign((0..40).map(group).collect())
}

fn pigeons(pigeons: usize, holes: usize) -> Campaign {
    let sits =
        |pigeon: usize, hole: usize| attribute(format!("pigeon-{pigeon}"), Operator::Equals, format!("hole-{hole}"));
    let mut children = Vec::new();
    for pigeon in 0..pigeons {
        children.push(of(Joiner::Any, (0..holes).map(|hole| sits(pigeon, hole)).collect()));
        for other in 0..pigeon {
            for hole in 0..holes {
                children.push(of(
                    Joiner::None,
                    vec![of(Joiner::All, vec![sits(pigeon, hole), sits(other, hole)])],
                ));
            }
        }
    }
    campaign(children)
}

/// Returns many easy groups, and three whose first choice is wrong: somebody sees it.
fn knotted(groups: usize) -> Campaign {
    let either = |one: (&str, u32), other: (&str, u32)| {
        let equals = |(key, value): (&str, u32)| attribute(key.to_owned(), Operator::Equals, value);
        of(Joiner::Any, vec![equals(one), equals(other)])
    };
    let easy = (0..groups).map(|group| either((&format!("key-{group}"), 1), (&format!("other-{group}"), 1)));
    let knot = [
        either(("x", 1), ("y", 5)),
        either(("x", 2), ("y", 6)),
        either(("x", 2), ("y", 7)),
    ];
    campaign(easy.chain(knot).collect())
}

/// Returns numbers that look random, the same every time.
fn scattered(seed: usize) -> usize {
    (seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D) >> 17
}

fn hostile() -> Vec<(&'static str, Campaign)> {
    use Field::*;
    use Joiner::{All, Any};
    use Operator::*;
    let mixed = |group: usize, index: usize| match scattered(group * 4 + index) % 6 {
        0 => is(PageViews, Equals, scattered(group) % 7),
        1 => attribute(
            format!("key-{}", scattered(group + index) % 9),
            Equals,
            format!("value-{}", scattered(group * index) % 4),
        ),
        2 => attribute(
            format!("key-{}", scattered(group * 3 + index) % 9),
            NotEquals,
            "value-1",
        ),
        3 => is(Visits, LessThan, scattered(index + group) % 30),
        4 => is(
            DeviceType,
            Equals,
            ["mobile", "tablet", "desktop"][scattered(group + 7) % 3],
        ),
        _ => is(ConversationCount, NotEquals, scattered(group) % 5),
    };
    let small = |group: usize, index: usize| {
        let key = scattered(group * 4 + index) % 14;
        let operator = if scattered(group * 11 + index * 3).is_multiple_of(2) {
            Equals
        } else {
            NotEquals
        };
        attribute(format!("key-{key}"), operator, "yes")
    };
    let nested = |group: usize, index: usize| {
        of(
            All,
            vec![
                of(Any, vec![mixed(group, index), small(group, index)]),
                of(Joiner::None, vec![mixed(index, group)]),
            ],
        )
    };
    let deep = (0..200).fold(is(Visits, AtLeast, 3), |inner, level| {
        of(
            [All, Any, Joiner::None][level % 3],
            vec![inner, is(Visits, NotEquals, level)],
        )
    });
    let long = "x".repeat(100_000);
    vec![
        (
            "one field",
            forty(Any, |group, index| is(PageViews, NotEquals, group * 4 + index)),
        ),
        (
            "one field, all of them",
            forty(All, |group, index| is(PageViews, NotEquals, group * 4 + index)),
        ),
        ("many fields", forty(Any, mixed)),
        ("few attributes", forty(Any, small)),
        ("groups in groups", forty(Any, nested)),
        ("none of them", forty(Joiner::None, small)),
        (
            "parts of an attribute",
            forty(Any, |group, index| {
                attribute("city".into(), Contains, format!("part {group} {index}"))
            }),
        ),
        (
            "parts of an attribute or not",
            forty(Any, |group, index| {
                let operator = if scattered(group + 5 * index).is_multiple_of(2) {
                    Contains
                } else {
                    NotContains
                };
                attribute(
                    "city".into(),
                    operator,
                    format!("part {}", scattered(group * 4 + index) % 30),
                )
            }),
        ),
        (
            "digits of a number",
            forty(Any, |group, index| match index % 2 {
                0 => attribute("seats".into(), Contains, group),
                _ => attribute("seats".into(), GreaterThan, group * 100),
            }),
        ),
        (
            "parts of addresses",
            forty(Any, |group, index| {
                is(CurrentPageUrl, Contains, format!("part-{group}-{index}"))
            }),
        ),
        (
            "patterns of addresses",
            forty(Any, |group, index| {
                is(CurrentPageUrl, Matches, format!("*{group}*{index}*a*b*"))
            }),
        ),
        (
            "dates",
            forty(Any, |group, index| {
                let field = if index % 2 == 0 { FirstSeen } else { LastSeen };
                is(field, On, format!("2026-{:02}-{:02}", 1 + group % 12, 1 + index * 7))
            }),
        ),
        (
            "languages",
            forty(Any, |group, index| {
                is(
                    BrowserLanguage,
                    NotEquals,
                    format!("a{}-{}", ["b", "c", "d", "e"][index], group + 10),
                )
            }),
        ),
        (
            "versions",
            forty(Any, |group, index| {
                is(BrowserVersion, NotEquals, format!("{group}.{index}"))
            }),
        ),
        ("pigeonholes", pigeons(9, 8)),
        ("many pigeonholes", pigeons(14, 13)),
        (
            "a thousand conditions",
            campaign(
                (0..1_000)
                    .map(|index| attribute(format!("key-{index}"), Equals, index))
                    .collect(),
            ),
        ),
        (
            "a thousand of one",
            campaign((0..1_000).map(|index| is(Visits, NotEquals, index)).collect()),
        ),
        (
            "a thousand groups",
            campaign(
                (0..1_000)
                    .map(|group| {
                        of(
                            Any,
                            vec![
                                attribute(format!("key-{group}"), Equals, 1),
                                attribute(format!("other-{group}"), Equals, 2),
                            ],
                        )
                    })
                    .collect(),
            ),
        ),
        ("more than can be chosen one behind the other", knotted(700)),
        (
            "more than a person writes",
            campaign(
                (0..20_000)
                    .map(|index| attribute(format!("key-{index}"), Equals, index))
                    .collect(),
            ),
        ),
        (
            "long lists",
            campaign(vec![is(
                BrowserLanguage,
                NoneOf,
                (0..20_000)
                    .map(|index| Value::from(format!("en-x-{index}")))
                    .collect::<Vec<Value>>(),
            )]),
        ),
        ("deep", campaign(vec![deep])),
        (
            "long texts",
            campaign(vec![
                attribute("city".into(), Contains, long.clone()),
                attribute("city".into(), Equals, format!("{long}y")),
                is(CurrentPageUrl, Contains, long.clone()),
                is(CurrentPageUrl, NotContains, format!("{long}y")),
                is(BrowserVersion, GreaterThan, "9".repeat(1_000)),
            ]),
        ),
        (
            "the last numbers",
            campaign(vec![
                is(PageViews, AtLeast, u64::MAX),
                is(Visits, NotEquals, u64::MAX - 1),
                is(Views, GreaterThan, u64::MAX - 1),
                is(Clicks, LessThan, u64::MAX),
            ]),
        ),
    ]
}

#[test]
fn every_question_ends_within_its_steps() {
    for (name, campaign) in hostile() {
        let space = Space::new(
            &[&campaign],
            Records::Shared,
            &Visitor::default(),
            Depth::Quick,
            noon(),
            &SiteRules::default(),
        );
        let effort = Effort::THOROUGH;
        let (_, steps) = space.solve_partly(&space.rules[0], &[0], Relations::ALL, &|_| true, effort);
        // A step that has begun is completed: one pass over the whole formula.
        let most = effort.first + effort.better + 100 * space.conditions.len() as u64 + 100_000;
        assert!(steps <= most, "{name}: {steps}");
    }
}

#[test]
fn whoever_is_found_in_a_hard_rule_sees_it() {
    for (name, campaign) in hostile() {
        if let FindAnswer::Found(sighting) = find_visitor(&campaign, &Visitor::default(), noon()) {
            assert!(explain(&campaign, &sighting.visitor, sighting.at).shown, "{name}");
        }
        if let NearestAnswer::Change(way) = nearest_change(&campaign, &Visitor::default(), noon()) {
            assert!(explain(&campaign, &way.goal.visitor, way.goal.at).shown, "{name}");
        }
    }
}

/// The rules that nobody satisfies, and those that may stay undetermined.
const NOBODY: [&str; 5] = ["none of them", "dates", "pigeonholes", "many pigeonholes", "long texts"];
const UNDETERMINED: [&str; 6] = [
    "more than can be chosen one behind the other",
    "more than a person writes",
    "parts of an attribute or not",
    "patterns of addresses",
    "pigeonholes",
    "many pigeonholes",
];

/// Instants at the ends of clocks and calendars.
#[test]
fn the_ends_of_the_calendar_do_no_harm() {
    use chrono::{DateTime, Utc};
    let dated = |field, operator, date: &str| campaign(vec![is(field, operator, date)]);
    for now in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC, DateTime::UNIX_EPOCH] {
        for (met, zone) in [
            (None, "Pacific/Kiritimati"),
            (Some(now), "UTC"),
            (Some(noon()), "Pacific/Apia"),
        ] {
            let near = Visitor {
                views: u64::from(met.is_some()),
                visits: 9,
                first_seen: met,
                last_shown: met,
                ..Visitor::default()
            };
            for mut asked in [
                dated(Field::FirstSeen, Operator::OnOrLater, "9999-12-31"),
                dated(Field::LastSeen, Operator::OnOrEarlier, "0001-01-01"),
                dated(Field::FirstSeen, Operator::On, "2011-12-30"),
                dated(Field::Views, Operator::AtLeast, "1"),
                campaign(vec![is(Field::Views, Operator::AtLeast, 1)]),
            ] {
                asked.time_zone = Some(zone.to_owned());
                for days in [1, u32::MAX] {
                    asked.schedule.repeat_cycle = Some(RepeatCycle::every(days, CycleUnit::Day));
                    if let FindAnswer::Found(sighting) = find_visitor(&asked, &near, now) {
                        assert!(explain(&asked, &sighting.visitor, sighting.at).shown);
                    }
                    nearest_change(&asked, &near, now);
                }
            }
        }
    }
}

/// It is too hard to find out which of the conditions are needed, so no relation is blamed.
#[test]
fn what_is_not_known_to_matter_is_not_blamed() {
    let rule = pigeons(7, 6);
    let space = Space::new(
        &[&rule],
        Records::Shared,
        &Visitor::default(),
        Depth::Quick,
        noon(),
        &SiteRules::default(),
    );
    let mut steps = 1;
    let explained = explained(&rule, &space, &space.rules[0], &[0], &mut steps);
    assert_eq!((explained.conflict.because, steps), (Vec::new(), 0));
    assert!(!explained.is_sure);
}

#[test]
fn hard_rules_are_decided() {
    for (name, campaign) in hostile() {
        let answer = find_visitor(&campaign, &Visitor::default(), noon());
        let decided = match answer {
            FindAnswer::Found(_) => !NOBODY.contains(&name),
            FindAnswer::Nobody(_) => NOBODY.contains(&name),
            FindAnswer::Undetermined(_) => UNDETERMINED.contains(&name),
        };
        assert!(decided, "{name}: {answer:?}");
    }
}
