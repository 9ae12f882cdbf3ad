//! How long it takes to find out who sees a campaign: `cargo bench --bench insight`. Figures are in the README next to this file.

use std::hint::black_box;

use beckon::campaign::{Campaign, Condition, CycleUnit, Field, Group, Joiner, Node, Operator, RepeatCycle};
use beckon::insight::{FindAnswer, NearestAnswer, find_visitor, nearest_change};
use beckon::visitor::Visitor;
use chrono::{DateTime, Utc};
use divan::Bencher;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_341_600, 0).unwrap_or_default()
}

fn is(field: Field, operator: Operator, value: impl Into<Value>) -> Node {
    Node::Condition(Condition::new(field, operator, value))
}

fn attribute(key: &str, operator: Operator, value: impl Into<Value>) -> Node {
    Node::Condition(Condition::custom(key, operator, Some(value.into())))
}

fn of(joiner: Joiner, children: Vec<Node>) -> Node {
    Node::Group(Group::of(joiner, children))
}

fn campaign(children: Vec<Node>) -> Campaign {
    let mut campaign = Campaign {
        audience: Group::of(Joiner::All, children),
        time_zone: Some("Europe/Istanbul".to_owned()),
        ..Campaign::default()
    };
    campaign.schedule.repeat_cycle = Some(RepeatCycle::every(1, CycleUnit::Day));
    campaign
}

/// Twenty conditions of all kinds in nested groups; with one more, they contradict each other across three groups.
fn twenty(possible: bool) -> Campaign {
    use Field::*;
    use Joiner::{All, Any, None};
    use Operator::*;
    let mut children = vec![
        is(CurrentPageUrl, StartsWith, "https://www.example.com/"),
        is(CurrentPageUrl, Contains, "pricing"),
        is(PageViews, GreaterThan, 3),
        of(
            Any,
            vec![
                is(Visits, AtLeast, 20),
                of(
                    All,
                    vec![
                        is(ConversationCount, AtLeast, 1),
                        is(BrowserLanguage, OneOf, json!(["tr", "az"])),
                    ],
                ),
                attribute("plan", Equals, "trial"),
            ],
        ),
        of(
            None,
            vec![
                is(DeviceType, Equals, "mobile"),
                attribute("city", Contains, "istan"),
                is(Browser, OneOf, json!(["opera", "other"])),
            ],
        ),
        of(
            Any,
            vec![
                of(
                    All,
                    vec![
                        is(Views, AtLeast, 1),
                        is(Clicks, Equals, 0),
                        is(FirstSeen, OnOrEarlier, "2026-11-20"),
                    ],
                ),
                of(All, vec![is(Views, Equals, 0), is(LastSeen, OnOrLater, "2026-11-25")]),
            ],
        ),
        is(BrowserVersion, GreaterThan, "120"),
        is(LastSeen, OnOrEarlier, "2026-12-31"),
        attribute("seats", GreaterThan, 5),
        attribute("plan", NotEquals, "free"),
        is(BrowserLanguage, NoneOf, json!(["ja"])),
    ];
    if !possible {
        children.push(of(
            None,
            vec![
                is(Views, AtMost, 2),
                is(LastSeen, OnOrLater, "2026-11-23"),
                is(FirstSeen, OnOrEarlier, "2026-11-22"),
            ],
        ));
    }
    campaign(children)
}

/// Forty groups of four alternatives each.
fn forty(alternative: impl Fn(usize, usize) -> Node) -> Campaign {
    let group = |group: usize| of(Joiner::Any, (0..4).map(|index| alternative(group, index)).collect());
    campaign((0..40).map(group).collect())
}

#[divan::bench]
fn find_among_20_conditions(bencher: Bencher<'_, '_>) {
    let campaign = twenty(true);
    assert!(matches!(
        find_visitor(&campaign, &Visitor::default(), now()),
        FindAnswer::Found(_)
    ));
    bencher.bench_local(|| find_visitor(black_box(&campaign), &Visitor::default(), now()));
}

#[divan::bench]
fn prove_nobody_among_20_conditions(bencher: Bencher<'_, '_>) {
    let campaign = twenty(false);
    assert!(matches!(
        find_visitor(&campaign, &Visitor::default(), now()),
        FindAnswer::Nobody(_)
    ));
    bencher.bench_local(|| find_visitor(black_box(&campaign), &Visitor::default(), now()));
}

#[divan::bench]
fn nearest_among_20_conditions(bencher: Bencher<'_, '_>) {
    let campaign = twenty(true);
    assert!(matches!(
        nearest_change(&campaign, &Visitor::default(), now()),
        NearestAnswer::Change(_)
    ));
    bencher.bench_local(|| nearest_change(black_box(&campaign), &Visitor::default(), now()));
}

#[divan::bench]
fn forty_groups_on_one_field(bencher: Bencher<'_, '_>) {
    let campaign = forty(|group, index| is(Field::PageViews, Operator::NotEquals, group * 4 + index));
    bencher.bench_local(|| find_visitor(black_box(&campaign), &Visitor::default(), now()));
}

#[divan::bench]
fn forty_groups_on_many_fields(bencher: Bencher<'_, '_>) {
    let campaign = forty(|group, index| match index {
        0 => is(Field::Visits, Operator::AtLeast, 100 + group),
        1 => attribute(
            &format!("key-{}", group % 13),
            Operator::Equals,
            format!("value-{group}"),
        ),
        2 => attribute(
            &format!("key-{}", group % 7),
            Operator::Contains,
            format!("part-{group}"),
        ),
        _ => is(Field::ConversationCount, Operator::Equals, group),
    });
    bencher.bench_local(|| find_visitor(black_box(&campaign), &Visitor::default(), now()));
}

/// Ten attributes that must all differ, with only nine values: nobody, which is hard to prove.
#[divan::bench(sample_count = 10)]
fn pigeonholes(bencher: Bencher<'_, '_>) {
    let hole =
        |pigeon: usize, hole: usize| attribute(&format!("pigeon-{pigeon}"), Operator::Equals, format!("hole-{hole}"));
    let mut children: Vec<Node> = Vec::new();
    for pigeon in 0..10 {
        children.push(of(Joiner::Any, (0..9).map(|number| hole(pigeon, number)).collect()));
        for other in 0..pigeon {
            for number in 0..9 {
                let both = of(Joiner::All, vec![hole(pigeon, number), hole(other, number)]);
                children.push(of(Joiner::None, vec![both]));
            }
        }
    }
    let campaign = campaign(children);
    bencher.bench_local(|| find_visitor(black_box(&campaign), &Visitor::default(), now()));
}

#[divan::bench]
fn forty_groups_of_parts_of_addresses(bencher: Bencher<'_, '_>) {
    let campaign = forty(|group, index| {
        is(
            Field::CurrentPageUrl,
            Operator::Contains,
            format!("part-{group}-{index}"),
        )
    });
    bencher.bench_local(|| find_visitor(black_box(&campaign), &Visitor::default(), now()));
}
