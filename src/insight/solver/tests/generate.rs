//! Campaigns with every field, nested groups and tight values, so that many rules are impossible or nearly so.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use crate::campaign::{
    Activity, Campaign, Condition, CycleUnit, Element, Field, FieldType, Group, Join, Joiner, Named, Node, Operator,
    RepeatCycle, Schedule, Word,
};
use crate::visitor::Visitor;

pub(super) fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_341_600, 0).expect("2026-11-22T10:00:00Z")
}

const ADDRESSES: [&str; 12] = [
    "https://www.example.com/",
    "https://www.example.com/pricing",
    "www.example.com/pricing?a=1",
    "pricing",
    "example",
    "?a=1",
    "http://",
    "*/pricing*",
    "https://*.example.com/*",
    "/docs/*/install",
    "*",
    "www.example.com",
];
const KEYS: [&str; 2] = ["plan", "city"];
const PARAMETERS: [&str; 2] = ["a", "plan"];

fn words(words: &[&'static str], list: bool) -> BoxedStrategy<Value> {
    let words = words.to_vec();
    if list {
        vec(select(words), 1..4).prop_map(|items| json!(items)).boxed()
    } else {
        select(words).prop_map(|word| json!(word)).boxed()
    }
}

/// Which numbers and dates the conditions name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Values {
    /// Also the ends of numbers and of the calendar.
    All,
    /// Only those that a test can try exhaustively.
    Near,
}

fn value(field: Field, operator: Operator, values: Values) -> BoxedStrategy<Value> {
    let list = operator.wants_list();
    match field.spec().kind {
        FieldType::Url => words(&ADDRESSES, list),
        FieldType::WholeNumber | FieldType::KeyedCount if values == Values::Near => {
            (0u64..4).prop_map(Value::from).boxed()
        }
        FieldType::WholeNumber | FieldType::KeyedCount => prop_oneof![
            12 => (0u64..4).prop_map(Value::from),
            1 => select(vec![u64::MAX, u64::MAX - 1, 1 << 53]).prop_map(Value::from)
        ]
        .boxed(),
        FieldType::Language => words(&["tr", "EN", "en_US", "pt-BR", "pt"], list),
        FieldType::Choice => {
            let ids: Vec<&'static str> = field.spec().choices.iter().map(|choice| choice.id).collect();
            // The same word in capitals is the same choice.
            let shouted = if ids[0] == "chrome" { "CHROME" } else { ids[0] };
            words(&[&ids[1..ids.len().min(4)], &[shouted]].concat(), list)
        }
        FieldType::Version => words(&["120", "120.0", "120.0.1", "131", "0", "9.2"], list),
        FieldType::Date if values == Values::Near => words(&["2026-11-21", "2026-11-22", "2026-11-23"], list),
        FieldType::Date => words(
            &["2026-11-21", "2026-11-22", "2026-11-23", "0001-01-01", "9999-12-31"],
            list,
        ),
        FieldType::Custom | FieldType::Parameter if matches!(operator, Operator::GreaterThan | Operator::LessThan) => {
            select(vec![json!(5), json!("5.0"), json!(-1), json!(6)]).boxed()
        }
        FieldType::Custom | FieldType::Parameter if matches!(operator, Operator::Contains | Operator::NotContains) => {
            select(vec![
                json!("tri"),
                json!("trial"),
                json!("İ"),
                json!(" "),
                json!("al"),
                json!(true),
            ])
            .boxed()
        }
        FieldType::Custom | FieldType::Parameter => select(vec![
            json!("trial"),
            json!("TRIAL İ"),
            json!(5),
            json!("5.0"),
            json!(true),
            json!("pro"),
        ])
        .boxed(),
        FieldType::Percent => select(vec![json!(0), json!(40), json!(40.5), json!(100)]).boxed(),
        FieldType::Flag => Just(json!(true)).boxed(),
        FieldType::Element => select(vec![
            json!({ "selector": "#buy" }),
            json!({ "text": "Buy" }),
            json!({ "text": "buy " }),
        ])
        .boxed(),
        FieldType::Seconds => select(vec![json!(0), json!(10), json!(30.5), json!(60)]).boxed(),
    }
}

/// Generates a finished condition on one of these fields, sometimes muted.
pub(super) fn condition(fields: Vec<Field>) -> impl Strategy<Value = Condition> {
    condition_on(fields, Values::All)
}

fn condition_on(fields: Vec<Field>, values: Values) -> impl Strategy<Value = Condition> {
    let asked = select(fields)
        .prop_flat_map(|field| (Just(field), select(field.spec().operators.to_vec())))
        .prop_flat_map(move |(field, operator)| {
            (
                Just(field),
                Just(operator),
                value(field, operator, values),
                (select(KEYS.to_vec()), select(PARAMETERS.to_vec())),
                prop::bool::weighted(0.05),
            )
        });
    asked.prop_map(|(field, operator, value, (key, parameter), muted)| Condition {
        key: match field.spec().kind {
            FieldType::Parameter => Some(parameter.to_owned()),
            kind => kind.has_keys().then(|| key.to_owned()),
        },
        muted,
        ..Condition::new(field, operator, value)
    })
}

fn joined(node: BoxedStrategy<Node>, most: usize) -> impl Strategy<Value = Group> {
    let joiners = vec![Joiner::All, Joiner::All, Joiner::Any, Joiner::Any, Joiner::None];
    (select(joiners), vec(node, 1..most)).prop_map(|(joiner, children)| Group::of(joiner, children))
}

fn group(fields: Vec<Field>, values: Values) -> impl Strategy<Value = Group> {
    let leaf = condition_on(fields, values).prop_map(Node::Condition);
    let node = leaf.prop_recursive(3, 20, 5, |inner| joined(inner, 5).prop_map(Node::Group));
    (
        vec(node, 1..6),
        select(vec![Joiner::All, Joiner::All, Joiner::All, Joiner::Any, Joiner::None]),
    )
        .prop_map(|(children, joiner)| Group::of(joiner, children))
}

fn cycle() -> impl Strategy<Value = Option<RepeatCycle>> {
    prop::option::of(
        (1u32..3, select(CycleUnit::ALL.to_vec())).prop_map(|(count, unit)| RepeatCycle::every(count, unit)),
    )
}

/// Generates campaigns whose audience asks about these fields.
pub(super) fn campaign(fields: Vec<Field>) -> impl Strategy<Value = Campaign> {
    campaign_on(fields, Values::All)
}

/// Generates the same campaigns without the ends of numbers and of the calendar.
pub(super) fn near_campaign(fields: Vec<Field>) -> impl Strategy<Value = Campaign> {
    campaign_on(fields, Values::Near)
}

fn campaign_on(fields: Vec<Field>, values: Values) -> impl Strategy<Value = Campaign> {
    let activity = (
        select(Join::ALL.to_vec()),
        vec(condition(vec![Field::ScrollRatio, Field::ExitScreen]), 0..3),
    );
    let zone = select(vec![
        "UTC",
        "Europe/Istanbul",
        "Pacific/Honolulu",
        "America/Santiago",
        "Pacific/Kiritimati",
    ]);
    (group(fields, values), activity, cycle(), zone).prop_map(|(audience, (join, conditions), repeat_cycle, zone)| {
        Campaign {
            audience,
            activity: Activity {
                join: Word::Known(join),
                conditions,
                ..Activity::default()
            },
            schedule: Schedule {
                repeat_cycle,
                ..Schedule::default()
            },
            time_zone: Some(zone.to_owned()),
            ..Campaign::default()
        }
    })
}

/// Generates possible visitors: all relations hold for them.
pub(super) fn visitor() -> impl Strategy<Value = Visitor> {
    let browser = (
        select(vec!["tr-TR", "en", "pt-BR", "de"]),
        select(vec!["chrome", "firefox", "safari"]),
        select(vec!["120.0.6099", "131.0", "9.1"]),
        select(vec!["mobile", "desktop"]),
        select(vec!["windows", "android", "macos"]),
        select(vec![None, Some("AD"), Some("af"), Some("TR")]),
    );
    let page = select(vec![
        "https://www.example.com/",
        "https://www.example.com/pricing?a=1",
        "https://example.org/x",
    ]);
    let custom = vec(
        (
            select(KEYS.to_vec()),
            select(vec![json!("trial"), json!(5), json!(true), json!("x")]),
        ),
        0..3,
    );
    let counters = (1u64..4, 0u64..3, 0u64..3, 0u64..3, 0u64..3, 0u64..3);
    let session = (0u64..5, 0u64..5);
    let showings = (0i64..3, 0i64..100_000);
    (
        browser,
        page,
        custom,
        (counters, session),
        showings,
        select(vec![0.0, 40.0, 100.0]),
        any::<bool>(),
    )
        .prop_map(
            |(
                browser,
                page,
                custom,
                ((page_views, more, views, clicks, closes, conversations), (earlier, pages)),
                (days, ago),
                scroll,
                exit,
            )| {
                let last = noon() - TimeDelta::seconds(ago);
                let visits = page_views + more;
                let earlier = earlier % visits;
                let session_pages = if earlier == 0 {
                    visits
                } else {
                    1 + pages % (visits - earlier)
                };
                Visitor {
                    url: page.to_owned(),
                    page_views,
                    visits,
                    sessions: earlier + 1,
                    session_pages,
                    referrer: (earlier == 1).then(|| "https://www.google.com/search?q=a".to_owned()),
                    landing_page: page.to_owned(),
                    views,
                    clicks: clicks.min(views),
                    closes: closes.min(views),
                    browser_language: browser.0.to_owned(),
                    languages: Vec::new(),
                    browser: browser.1.to_owned(),
                    browser_version: browser.2.to_owned(),
                    device_type: browser.3.to_owned(),
                    operating_system: browser.4.to_owned(),
                    country: browser.5.map(str::to_owned),
                    time_zone: None,
                    first_seen: (views > 0).then(|| last - TimeDelta::days(days)),
                    last_shown: (views > 0).then_some(last),
                    last_session: if views > 0 && exit { earlier + 1 } else { 0 },
                    conversation_count: conversations,
                    event: BTreeMap::from_iter((clicks > 0).then(|| ("plan".to_owned(), clicks))),
                    custom: custom
                        .into_iter()
                        .map(|(key, value)| (key.to_owned(), value))
                        .collect::<Map<String, Value>>(),
                    time_on_page: scroll / 2.0,
                    time_on_site: scroll / 2.0 + 15.0 * days as f64,
                    inactivity: scroll / 4.0,
                    scroll_ratio: scroll,
                    exit_screen: exit,
                    clicked: Vec::from_iter(exit.then(|| Element::Text("BUY".to_owned()))),
                    quiet_until: None,
                    showings: Vec::new(),
                }
            },
        )
}

/// Returns all fields; those that are bound to each other come often.
pub(super) fn all_fields() -> Vec<Field> {
    let mut fields = Field::ALL.to_vec();
    fields.extend([
        Field::PageViews,
        Field::Visits,
        Field::Sessions,
        Field::SessionPages,
        Field::Views,
        Field::Clicks,
        Field::Closes,
        Field::FirstSeen,
        Field::LastSeen,
    ]);
    fields
}
