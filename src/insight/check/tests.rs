//! The checks as data: `cases.json` holds a campaign without findings, and what each change of it finds.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::campaign::{Field, LookKey, Named, Operator, from_json};
use crate::engine;
use crate::insight::{CODES, Severity, stops_launch};

fn table() -> Value {
    serde_json::from_str(include_str!("cases.json")).expect("cases.json is JSON")
}

/// Returns the pictures of the table's library: a path names what is known about it.
fn pictures(path: &str) -> Picture {
    match path {
        "images/card.png" => Picture::Readable {
            png: true,
            width: 400,
            height: 200,
        },
        "images/card-dense.png" => Picture::Readable {
            png: true,
            width: 800,
            height: 400,
        },
        "images/card.jpg" => Picture::Readable {
            png: false,
            width: 400,
            height: 200,
        },
        "images/square.png" => Picture::Readable {
            png: true,
            width: 128,
            height: 128,
        },
        "images/text.png" => Picture::Unreadable,
        "images/linked.png" => Picture::Outside,
        _ => Picture::Missing,
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-22T22:30:00Z".parse().expect("an instant")
}

fn findings_of(file: &Value) -> Vec<Finding> {
    let campaign = from_json(file.to_string().as_bytes()).expect("well formed");
    check(
        &campaign,
        Context {
            pictures: &pictures,
            site: SiteContext::UNKNOWN,
            now: Some(now()),
        },
    )
}

/// Sets the value at a pointer, making the objects on the way; `null` removes the key.
fn set(file: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    if file.pointer(parent).is_none_or(Value::is_null) {
        set(file, parent, json!({}));
    }
    match file.pointer_mut(parent).expect("made above") {
        Value::Object(map) if value.is_null() => drop(map.shift_remove(key)),
        Value::Object(map) => drop(map.insert(key.to_owned(), value)),
        Value::Array(list) => list[key.parse::<usize>().expect("an index")] = value,
        other => panic!("{pointer} leads into {other}"),
    }
}

#[test]
fn the_valid_campaign_has_no_findings() {
    assert_eq!(findings_of(&table()["valid"]), []);
}

/// Returns the valid campaign with the changes of a case.
fn changed(valid: &Value, case: &Value) -> Value {
    let mut file = valid.clone();
    if let Some(condition) = case.get("condition") {
        set(&mut file, "/audience", json!({ "all": [condition] }));
    }
    for (pointer, value) in case.get("set").and_then(Value::as_object).into_iter().flatten() {
        set(&mut file, pointer, value.clone());
    }
    // A long text: its beginning, and a part that follows so many times.
    for (pointer, text) in case.get("long").and_then(Value::as_object).into_iter().flatten() {
        let [begin, part] = [0, 1].map(|index| text[index].as_str().expect("a text"));
        let times = text[2]
            .as_u64()
            .and_then(|times| usize::try_from(times).ok())
            .expect("a number");
        set(&mut file, pointer, json!(format!("{begin}{}", part.repeat(times))));
    }
    file
}

/// Returns every finding of the table, for tests of their wording.
pub(crate) fn every_finding() -> Vec<Finding> {
    let table = table();
    let cases = table["cases"].as_array().expect("a list");
    cases
        .iter()
        .flat_map(|case| findings_of(&changed(&table["valid"], case)))
        .collect()
}

#[test]
fn every_case_finds_what_it_says_and_nothing_else() {
    let table = table();
    for case in table["cases"].as_array().expect("a list") {
        let name = case["name"].as_str().expect("a name");
        let findings = findings_of(&changed(&table["valid"], case));
        let found: Vec<String> = findings
            .iter()
            .map(|finding| format!("{} {}", finding.code(), finding.path))
            .collect();
        let wanted: Vec<&str> = case["finds"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn every_code_has_a_case() {
    let table = table();
    let finds = table["cases"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|case| case["finds"].as_array());
    let cased: BTreeSet<&str> = finds
        .flatten()
        .filter_map(Value::as_str)
        .filter_map(|find| find.split(' ').next())
        .collect();
    // The net under the others: a property below shows that nothing known falls into it.
    let net = "unfinished_condition";
    // What follows from conditions taken together is left to `examine`.
    let examined = ["nobody_sees", "always_true", "dead_alternative", "redundant"];
    // Of the site document, whose findings the specification has.
    let of_sites = [
        "site_address",
        "outside_site",
        "unknown_on_static_host",
        "no_site_hours",
        "no_translation",
        "rest_count",
        "rest_time",
    ];
    // Of saved audiences in their places, which no file has.
    let of_places = "groups_too_deep";
    let without: Vec<_> = CODES
        .iter()
        .filter(|code| {
            **code != net
                && !examined.contains(code)
                && !of_sites.contains(code)
                && **code != of_places
                && !cased.contains(*code)
        })
        .collect();
    assert!(without.is_empty(), "codes without a case: {without:?}");
}

#[test]
fn a_saved_audience_may_nest_groups_too_deep_in_its_place() {
    use crate::campaign::{
        Condition, Field, Group, Joiner, MAX_GROUP_DEPTH, Node, Operator, SavedAudience, SavedAudiences,
    };
    let asks = Node::Condition(Condition::new(Field::Visits, Operator::AtLeast, 1));
    let nested = |depth: usize, inner: Node| {
        (1..depth).fold(Group::of(Joiner::All, vec![inner]), |group, _| {
            Group::of(Joiner::All, vec![Node::Group(group)])
        })
    };
    let mut campaign = from_json(table()["valid"].to_string().as_bytes()).expect("well formed");
    campaign.audience = nested(2, Node::Saved(crate::campaign::AudienceReference::new("deep")));
    for (depth, found) in [(MAX_GROUP_DEPTH - 2, false), (MAX_GROUP_DEPTH - 1, true)] {
        let saved = SavedAudience {
            audience: nested(depth, asks.clone()),
            ..SavedAudience::default()
        };
        let known: SavedAudiences = [("deep".to_owned(), saved)].into_iter().collect();
        let findings = check(&campaign.inlined(&known), Context::UNKNOWN);
        let is_it = |finding: &Finding| finding.code() == "groups_too_deep" && finding.path == "/audience";
        assert_eq!(findings.iter().any(is_it), found, "{depth}");
    }
}

#[test]
fn contrast_is_judged_on_the_card_that_the_site_has() {
    let dark = Look::default().with(LookKey::Card, "#0f172a");
    let light = Look::default().with(LookKey::Card, "#ffffff");
    for (text, site, readable) in [
        ("#ffffff", &dark, true),
        ("#ffffff", &light, false),
        ("#101828", &dark, false),
        ("#101828", &light, true),
    ] {
        let campaign = Campaign {
            look: Look::default().with(LookKey::Text, text),
            ..from_json(table()["valid"].to_string().as_bytes()).expect("well formed")
        };
        let context = Context {
            site: SiteContext {
                look: Some(site),
                ..SiteContext::UNKNOWN
            },
            ..Context::UNKNOWN
        };
        let found = check(&campaign, context);
        assert_eq!(
            found.iter().all(|finding| finding.code() != "low_contrast"),
            readable,
            "{text}"
        );
    }
}

#[test]
fn codes_are_unique() {
    assert_eq!(CODES.iter().collect::<BTreeSet<_>>().len(), CODES.len());
}

#[test]
fn warnings_alone_do_not_stop_a_launch() {
    let mut file = table()["valid"].clone();
    set(&mut file, "/content/title", json!("Hi {{name}}"));
    let findings = findings_of(&file);
    assert_eq!(
        findings.iter().map(Finding::severity).collect::<Vec<_>>(),
        [Severity::Warning]
    );
    assert!(!stops_launch(&findings));
}

#[test]
fn the_sample_of_every_field_passes_with_every_operator() {
    for field in Field::ALL {
        for operator in field.spec().operators {
            let sample = match field.spec().sample_value() {
                // The sample of an attribute or a parameter is a text; order wants a number.
                Value::String(_)
                    if field.spec().kind.has_keys()
                        && matches!(operator, Operator::GreaterThan | Operator::LessThan) =>
                {
                    json!(3)
                }
                sample if operator.wants_list() => json!([sample]),
                sample => sample,
            };
            let condition = json!({ "field": field.id(), "key": "plan", "operator": operator.id(), "value": sample });
            let mut file = table()["valid"].clone();
            match field.spec().section {
                crate::campaign::Section::Audience => set(&mut file, "/audience", json!({ "any": [condition] })),
                crate::campaign::Section::Activity => set(&mut file, "/activity/conditions", json!([condition])),
            }
            assert_eq!(findings_of(&file), [], "{} {}", field.id(), operator.id());
        }
    }
}

/// A finding that has two severities.
#[test]
fn a_blank_in_a_host_stops_a_launch_where_no_page_can_match() {
    for (operator, value, severity) in [
        ("equals", "www. example.com", Severity::Error),
        ("starts_with", "https://exa mple.com/", Severity::Error),
        ("matches", "exa mple.com/*", Severity::Error),
        ("matches", "*exa mple", Severity::Warning),
        ("not_equals", "www. example.com", Severity::Warning),
    ] {
        let condition = json!({ "field": "current_page_url", "operator": operator, "value": value });
        let found = findings_of(&changed(&table()["valid"], &json!({ "condition": condition })));
        let severities: Vec<_> = found.iter().map(Finding::severity).collect();
        assert_eq!(severities, [severity], "{operator} {value}");
    }
}

/// Fields, checks and schema share one table: what a check lets through fits the schema, and what the schema refuses is an error.
#[test]
fn the_schema_and_the_checks_agree_on_lengths() {
    let schema = jsonschema::validator_for(&crate::campaign::schema(&|field| [field.spec().id; 2])).expect("a schema");
    for part in TextPart::ALL {
        let limit = part.limit();
        for (text, fits) in [
            ("x".repeat(limit.characters), true),
            ("x".repeat(limit.characters + 1), false),
            ("x".repeat(limit.code_points() + 1), false),
            (format!("x{}", "\u{301}".repeat(limit.code_points())), false),
        ] {
            let mut file = table()["valid"].clone();
            match part {
                TextPart::Name | TextPart::Title | TextPart::Subtitle | TextPart::ImageAlt | TextPart::ButtonName => {}
                TextPart::ReplyName(place) | TextPart::ReplyMessage(place) | TextPart::ReplyLink(place) => {
                    let mut replies = vec![json!({ "name": "Yes" }); place.number()];
                    if !matches!(part, TextPart::ReplyName(_)) {
                        replies[place.index()]["action"] = json!({});
                    }
                    set(&mut file, "/content/replies", json!(replies));
                }
                TextPart::ButtonMessage | TextPart::ButtonLink => set(&mut file, "/content/button/action", json!({})),
                TextPart::Text => set(&mut file, "/content/type", json!("text")),
                TextPart::UserSay | TextPart::PreviewReply => set(&mut file, "/content/type", json!("open_window")),
            }
            let link = matches!(part, TextPart::ButtonLink | TextPart::ReplyLink(_));
            let text = if link {
                text.replacen(&"x".repeat(20.min(text.len())), "https://example.com/", 1)
            } else {
                text
            };
            set(&mut file, part.pointer(), json!(text));
            let checked = !stops_launch(&findings_of(&file));
            assert_eq!(checked, fits, "{part:?}, {} characters", text.chars().count());
            let described = schema.is_valid(&file);
            assert!(
                described || !checked,
                "{part:?}: the schema refuses what may be launched"
            );
            assert_eq!(described, text.chars().count() <= limit.code_points(), "{part:?}");
        }
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-5i64..200).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "tr",
            "2026-12-01",
            "120.5",
            "chrome",
            "https://a.example/",
            "{{a|b}}"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| {
        prop::collection::vec(inner, 0..4).prop_map(Value::from)
    })
}

fn any_condition() -> impl Strategy<Value = Value> {
    let fields: Vec<&str> = Field::ALL.iter().map(|field| field.id()).chain(["weather"]).collect();
    let operators: Vec<&str> = Operator::ALL
        .iter()
        .map(|operator| operator.id())
        .chain(["resembles"])
        .collect();
    let word = |words: Vec<&'static str>| prop::option::weighted(0.9, prop::sample::select(words));
    (word(fields), word(operators), prop::option::of("[a-z ]{0,4}"), any_value(), any::<bool>()).prop_map(
        |(field, operator, key, value, muted)| {
            json!({ "field": field, "key": key, "operator": operator, "value": value, "muted": muted })
        },
    )
}

fn any_group() -> impl Strategy<Value = Value> {
    let group = |children: BoxedStrategy<Value>| {
        (
            prop::sample::select(vec!["all", "any", "none"]),
            prop::collection::vec(children, 0..4),
            any::<bool>(),
        )
            .prop_map(|(joiner, children, muted)| json!({ joiner: children, "muted": muted }))
    };
    let nested = any_condition()
        .boxed()
        .prop_recursive(3, 16, 4, move |inner| group(inner.boxed()));
    group(nested.boxed())
}

proptest! {
    /// Whatever a file holds, checking it ends and states where each finding is.
    #[test]
    fn checking_never_panics(audience in any_group(), activity in prop::collection::vec(any_condition(), 0..3),
        title in "\\PC{0,30}", link in "\\PC{0,30}", delay in any::<f64>()) {
        let mut file = table()["valid"].clone();
        file["audience"] = audience;
        file["activity"] = json!({ "join": "or", "conditions": activity });
        file["content"]["title"] = json!(title);
        file["content"]["button"]["action"] = json!({ "link": link });
        file["schedule"]["message_delay"] = json!(delay);
        for finding in findings_of(&file) {
            prop_assert!(finding.path.starts_with('/'));
            prop_assert!(CODES.contains(&finding.code()));
        }
    }

    /// A campaign without errors asks only finished questions, so that nothing in it is silently ignored.
    #[test]
    fn without_errors_every_condition_is_finished(audience in any_group(), activity in prop::collection::vec(any_condition(), 0..2)) {
        let mut file = table()["valid"].clone();
        file["audience"] = audience;
        file["activity"]["conditions"] = json!(activity);
        let campaign = from_json(file.to_string().as_bytes()).expect("well formed");
        if !stops_launch(&check(&campaign, Context::UNKNOWN)) {
            prop_assert!(all_finished(&campaign.for_launch().audience));
            prop_assert!(campaign.for_launch().activity.conditions.iter().all(|condition| engine::finished(condition).is_ok()));
        }
    }

    /// The same holds for a single condition, where most are free of errors.
    #[test]
    fn a_condition_without_errors_is_finished(condition in any_condition()) {
        let mut file = table()["valid"].clone();
        file["audience"] = json!({ "all": [condition] });
        let campaign = from_json(file.to_string().as_bytes()).expect("well formed");
        prop_assert!(stops_launch(&check(&campaign, Context::UNKNOWN)) || all_finished(&campaign.for_launch().audience));
    }
}

fn all_finished(group: &crate::campaign::Group) -> bool {
    group.children.iter().all(|child| match child {
        crate::campaign::Node::Group(inner) => all_finished(inner),
        crate::campaign::Node::Condition(condition) => engine::finished(condition).is_ok(),
        crate::campaign::Node::Saved(_) => false,
    })
}
