//! Campaigns, visitors and journeys from small pools, so that values meet their boundaries often.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use crate::campaign::{
    Activity, Campaign, ClickTarget, Condition, Content, ContentType, CycleUnit, Element, Field, FieldType, Group,
    HoursIn, Join, Joiner, Named, Node, OpenHours, Operator, RepeatCycle, ReplyPlace, Runs, Schedule, TextPart,
    Weekday, Word,
};
use crate::visitor::{Event, EventKind, Journey, Visitor};

const PAGES: [&str; 11] = [
    "https://www.example.com/",
    "https://www.example.com/pricing?a=1",
    "https://www.example.com/Pricing/",
    "http://example.org/#x",
    "https://www.example.com/#/bags",
    "https://www.example.com/pricing#/Bags/?a=1",
    "https://www.example.com/PRICING#!",
    "\u{200b}https://www.example.com/\u{2060}",
    "no page",
    "https://www.example.com/?PLAN=TRIAL+%C4%B0&a=5.0&a=2#/x?city=trial",
    "https://www.example.com/?plan=true&plan=5&A=#plan=5",
];
const ADDRESSES: [&str; 8] = [
    "https://www.example.com",
    "example",
    "www.example.com/pricing",
    "*/pricing*",
    "HTTPS://WWW",
    "?a=1",
    "www.example.com/#/bags",
    "\u{2060}#/bags\u{200d}",
];
const LANGUAGES: [&str; 4] = ["tr-TR", "en", "pt-BR", ""];
const VERSIONS: [&str; 4] = ["120.0.6099", "120", "9.1", "x"];
const KEYS: [&str; 2] = ["plan", "city"];
const PARAMETERS: [&str; 3] = ["a", "Plan", " city "];

pub(super) fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_341_600, 0).expect("2026-11-22T10:00:00Z")
}

fn attribute() -> impl Strategy<Value = Value> {
    select(vec![
        json!("trial"),
        json!("TRIAL İ"),
        json!(5),
        json!("5.0"),
        json!(true),
        json!(null),
        json!(["a"]),
        json!(""),
    ])
}

/// Selectors, and texts in quotes.
const ELEMENTS: [&str; 5] = ["#buy", "a", "\"buy  now\"", "\"Buy Now\"", "\"a\""];

fn element(written: &str) -> Value {
    match written.strip_prefix('"') {
        Some(text) => json!({ "text": text.trim_end_matches('"') }),
        None => json!({ "selector": written }),
    }
}

fn elements() -> impl Strategy<Value = Vec<Element>> {
    let one = select(ELEMENTS.to_vec()).prop_filter_map("an element", |written| Element::of(&element(written)));
    vec(one, 0..3)
}

/// Returns a value of the field's type most of the time, and sometimes any other.
fn value(kind: FieldType, list: bool) -> BoxedStrategy<Value> {
    let words = |words: &[&'static str]| {
        let words = words.to_vec();
        if list {
            vec(select(words), 0..3).prop_map(|items| json!(items)).boxed()
        } else {
            select(words).prop_map(|word| json!(word)).boxed()
        }
    };
    let fitting = match kind {
        FieldType::Url => words(&ADDRESSES),
        FieldType::WholeNumber | FieldType::KeyedCount => (0u8..4).prop_map(|number| json!(number)).boxed(),
        FieldType::Language => words(&["tr", "EN", "pt-BR"]),
        FieldType::Choice => words(&["chrome", "firefox", "mobile", "desktop", "TR", "de"]),
        FieldType::Version => words(&["120", "120.0", "9", "9.2"]),
        FieldType::Date => words(&["2026-11-21", "2026-11-22", "2026-11-23"]),
        FieldType::Custom | FieldType::Parameter => attribute().boxed(),
        FieldType::Percent => select(vec![json!(0), json!(40), json!(100)]).boxed(),
        FieldType::Flag => Just(json!(true)).boxed(),
        FieldType::Element => select(ELEMENTS.to_vec()).prop_map(element).boxed(),
        FieldType::Seconds => select(vec![json!(0), json!(0.5), json!(3), json!(45.0), json!(2_000)]).boxed(),
    };
    prop_oneof![8 => fitting, 1 => attribute()].boxed()
}

fn condition(fields: Vec<Field>) -> impl Strategy<Value = Condition> {
    let asked = select(fields).prop_flat_map(|field| {
        let operators = field.spec().operators.to_vec();
        (
            Just(field),
            prop_oneof![12 => select(operators), 1 => select(Operator::ALL.to_vec())],
        )
    });
    let filled = asked.prop_flat_map(|(field, operator)| {
        (
            Just(field),
            Just(operator),
            value(field.spec().kind, operator.wants_list()),
            (select(KEYS.to_vec()), select(PARAMETERS.to_vec())),
            prop::bool::weighted(0.1),
        )
    });
    filled.prop_map(|(field, operator, value, (key, parameter), muted)| Condition {
        key: match field.spec().kind {
            FieldType::Parameter => Some(parameter.to_owned()),
            kind => kind.has_keys().then(|| key.to_owned()),
        },
        muted,
        ..Condition::new(field, operator, value)
    })
}

fn group() -> impl Strategy<Value = Group> {
    let leaf = condition(Field::ALL.to_vec()).prop_map(Node::Condition);
    let node = leaf.prop_recursive(3, 16, 4, |inner| joined(inner).prop_map(Node::Group));
    joined(node.boxed())
}

fn joined(node: BoxedStrategy<Node>) -> impl Strategy<Value = Group> {
    let parts = (select(Joiner::ALL.to_vec()), vec(node, 0..4), prop::bool::weighted(0.1));
    parts.prop_map(|(joiner, children, muted)| Group {
        muted,
        ..Group::of(joiner, children)
    })
}

fn schedule() -> impl Strategy<Value = Schedule> {
    let cycle = prop::option::of(
        (1u32..3, select(CycleUnit::ALL.to_vec())).prop_map(|(count, unit)| RepeatCycle::every(count, unit)),
    );
    let times = prop_oneof![ 3 => Just(Schedule::default()), 1 => timetable() ];
    (cycle, select(vec![0.0, 0.5, 3.0, 30.0]), 0i64..3, times).prop_map(|(repeat_cycle, delay, priority, times)| {
        let mut schedule = Schedule {
            repeat_cycle,
            priority: Some(priority.into()),
            ..times
        };
        schedule.set_delay_seconds(delay);
        schedule
    })
}

/// Schedules that say only when a campaign is open: around noon, a Sunday, and unfinished ones.
pub(crate) fn timetable() -> impl Strategy<Value = Schedule> {
    const TIMES: [&str; 7] = [
        "2026-11-01T00:00",
        "2026-11-22T09:59",
        "2026-11-22T10:00",
        "2026-11-22T10:01",
        "2026-11-23T13:00",
        "2026-12-24T18:00",
        "soon",
    ];
    const HOURS: [&str; 6] = ["00:00", "09:00", "10:00", "13:30", "23:59", "late"];
    let time = || prop::option::of(select(TIMES.to_vec()).prop_map(str::to_owned));
    let hour = || select(HOURS.to_vec()).prop_map(|hour| Some(hour.to_owned()));
    let days = prop_oneof![
        2 => prop::sample::subsequence(Weekday::ALL.to_vec(), 0..=3),
        1 => Just(Weekday::WORKING.to_vec()),
        1 => Just(Weekday::ALL.to_vec()),
    ];
    let hours = (days, hour(), hour()).prop_map(|(days, from, until)| OpenHours {
        days: days.into_iter().map(Word::Known).collect(),
        from,
        until,
        ..OpenHours::default()
    });
    let runs = (time(), time()).prop_map(|(from, until)| Runs {
        from,
        until,
        ..Runs::default()
    });
    let clock = select(vec![
        Word::Missing,
        Word::Known(HoursIn::Campaign),
        Word::Known(HoursIn::Visitor),
    ]);
    (prop::option::of(runs), vec(hours, 0..3), clock).prop_map(|(runs, hours, hours_in)| Schedule {
        runs,
        hours,
        hours_in,
        ..Schedule::default()
    })
}

pub(crate) fn campaign() -> impl Strategy<Value = Campaign> {
    let activity = (
        select(Join::ALL.to_vec()),
        vec(
            condition(vec![
                Field::ScrollRatio,
                Field::ExitScreen,
                Field::TimeOnPage,
                Field::TimeOnSite,
                Field::Inactivity,
            ]),
            0..3,
        ),
    );
    let zone = select(vec!["UTC", "Europe/Istanbul", "Pacific/Honolulu"]);
    (group(), activity, schedule(), zone).prop_map(|(audience, (join, conditions), schedule, zone)| Campaign {
        audience,
        activity: Activity {
            join: Word::Known(join),
            conditions,
            ..Activity::default()
        },
        schedule,
        time_zone: Some(zone.to_owned()),
        ..Campaign::default()
    })
}

/// Campaigns with distinct ids.
pub(super) fn campaigns() -> impl Strategy<Value = Vec<Campaign>> {
    vec(campaign(), 1..5).prop_map(|mut campaigns| {
        for (index, campaign) in campaigns.iter_mut().enumerate() {
            campaign.id = format!("campaign-{index}");
            if index % 2 == 1 {
                campaign.content = replying();
            }
        }
        campaigns
    })
}

/// A text with a reply that opens the chat, and one that opens a link.
fn replying() -> Content {
    let mut content = Content {
        kind: Word::Known(ContentType::Text),
        ..Content::default()
    };
    content.set_text(TextPart::ReplyName(ReplyPlace::First), Some("Yes".to_owned()));
    let link = "https://www.example.com/".to_owned();
    content.set_text(TextPart::ReplyLink(ReplyPlace::Second), Some(link));
    content
}

fn attributes() -> impl Strategy<Value = Map<String, Value>> {
    vec((select(KEYS.to_vec()), attribute()), 0..3).prop_map(|attributes| {
        attributes
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect()
    })
}

fn past() -> impl Strategy<Value = Option<DateTime<Utc>>> {
    select(vec![None, Some(0), Some(30), Some(86_400), Some(-3_600)])
        .prop_map(|seconds| seconds.map(|seconds| noon() - TimeDelta::seconds(seconds)))
}

pub(crate) fn visitor() -> impl Strategy<Value = Visitor> {
    let browser = (
        select(LANGUAGES.to_vec()),
        select(vec!["chrome", "Firefox"]),
        select(VERSIONS.to_vec()),
        select(vec!["mobile", "desktop"]),
        select(vec!["windows", "Android", "amiga"]),
        select(vec![None, Some("TR"), Some("de"), Some("XX")]),
        select(vec![None, None, Some("Asia/Tokyo"), Some("America/New_York")]),
    );
    let page = (
        (select(PAGES.to_vec()), select(PAGES.to_vec())),
        1u64..4,
        (select(vec![0.0, 40.0, 100.0]), select(vec![0.0, 0.5, 3.0, 60.0])),
        any::<bool>(),
    );
    let counters = (0u64..4, 0u64..4, 0u64..4, 0u64..4, 0u64..4, 0u64..4, 0u64..4);
    let soon = select(vec![None, None, Some(0), Some(1), Some(30), Some(3_600)]);
    let quiet = soon.prop_map(|seconds| seconds.map(|seconds| noon() + TimeDelta::seconds(seconds)));
    let events = prop::collection::btree_map(select(KEYS.to_vec()).prop_map(str::to_owned), 1u64..4, 0..3);
    let told = (attributes(), events, elements());
    (browser, page, counters, told, past(), past(), quiet).prop_map(
        |(browser, page, counters, (custom, event, clicked), first_seen, last_shown, quiet_until)| Visitor {
            url: page.0.0.to_owned(),
            page_views: page.1,
            visits: counters.0,
            sessions: counters.5,
            session_pages: counters.6,
            referrer: (counters.5 > 1).then(|| "https://www.google.com/".to_owned()),
            landing_page: page.0.1.to_owned(),
            views: counters.1,
            clicks: counters.2,
            closes: counters.4,
            browser_language: browser.0.to_owned(),
            languages: Vec::new(),
            browser: browser.1.to_owned(),
            browser_version: browser.2.to_owned(),
            device_type: browser.3.to_owned(),
            operating_system: browser.4.to_owned(),
            country: browser.5.map(str::to_owned),
            time_zone: browser.6.map(str::to_owned),
            first_seen,
            last_shown,
            last_session: counters.1.min(counters.5),
            conversation_count: counters.3,
            event,
            custom,
            scroll_ratio: page.2.0,
            exit_screen: page.3,
            time_on_page: page.2.1,
            time_on_site: page.2.1 * counters.0 as f64,
            inactivity: page.2.1 / 2.0,
            clicked,
            quiet_until,
            showings: Vec::new(),
        },
    )
}

fn event() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        3 => select(PAGES.to_vec()).prop_map(|page| EventKind::Open(page.into())),
        2 => select(vec![0.0, 40.0, 41.0, 100.0]).prop_map(EventKind::Scroll),
        1 => Just(EventKind::Exit),
        2 => Just(EventKind::Click(ClickTarget::Message)),
        1 => select(ReplyPlace::ALL.to_vec()).prop_map(|place| EventKind::Click(ClickTarget::Reply(place))),
        2 => Just(EventKind::Close),
        1 => Just(EventKind::Converse),
        1 => Just(EventKind::Input),
        1 => select(ELEMENTS.to_vec()).prop_filter_map("an element", |written| Element::of(&element(written)).map(EventKind::Press)),
        1 => attributes().prop_map(EventKind::Identify),
        1 => select(KEYS.to_vec()).prop_map(|key| EventKind::Track(key.to_owned())),
        1 => any::<bool>().prop_map(EventKind::Away),
        1 => any::<bool>().prop_map(EventKind::Covered),
        1 => Just(EventKind::End),
    ]
}

pub(super) fn journey() -> impl Strategy<Value = Journey> {
    let pause = select(vec![0.0, 0.1, 3.0, 45.0, 1_800.0, 3_600.0, 50_000.0]);
    (vec((pause, event()), 0..25), visitor()).prop_map(|(steps, visitor)| {
        let mut at = 0.0;
        let events = steps.into_iter().map(|(pause, kind)| {
            at += pause;
            Event { at, kind }
        });
        let events = events.collect();
        let before = Visitor {
            scroll_ratio: 0.0,
            exit_screen: false,
            time_on_page: 0.0,
            inactivity: 0.0,
            ..visitor
        };
        Journey {
            start: noon(),
            visitor: before,
            events,
        }
    })
}
