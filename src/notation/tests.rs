//! Laws of the notations: what is copied and pasted again is the same audience, another program reads it as it is meant, and nothing is lost in
//! silence.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::{LossKind, Notation, NotationError, Read, read, write};
use crate::campaign::{
    Campaign, Condition, Field, FieldType, Group, Joiner, Named, Node, Operator, SavedAudience, Word, to_value,
};
use crate::engine::{Rule, finished};
use crate::visitor::Visitor;

fn group(audience: Value) -> Group {
    let file = json!({ "format": "beckon.audience", "version": 1, "audience": audience });
    SavedAudience::from_json(file.to_string().as_bytes())
        .expect("it reads")
        .audience
}

fn value(audience: &Group) -> Value {
    let campaign = Campaign {
        audience: audience.clone(),
        ..Campaign::default()
    };
    to_value(&campaign)["audience"].clone()
}

fn pasted(text: &Value) -> Read {
    read(&text.to_string()).expect("it reads")
}

/// Values that a field's operators take.
fn values(field: Field, operator: Operator) -> Vec<Value> {
    let choices = field.spec().choices;
    let one: Vec<Value> = match field.spec().kind {
        FieldType::Url => vec![json!("https://www.example.com/pricing"), json!("pricing")],
        FieldType::WholeNumber | FieldType::KeyedCount => vec![json!(0), json!(1), json!(3)],
        FieldType::Percent => vec![json!(0), json!(40), json!(99.5)],
        FieldType::Seconds => vec![json!(0), json!(2.5), json!(30)],
        FieldType::Language => vec![json!("tr"), json!("pt-BR")],
        FieldType::Choice => choices.iter().take(3).map(|choice| json!(choice.id)).collect(),
        FieldType::Version => vec![json!("120"), json!("17.4")],
        FieldType::Date => vec![json!("2026-11-21"), json!("2026-11-22"), json!("2026-11-23")],
        FieldType::Custom => vec![json!(0), json!(2), json!(-1.5), json!("trial")],
        FieldType::Parameter => vec![json!("news"), json!(7)],
        FieldType::Flag => vec![json!(true)],
        FieldType::Element => vec![json!({ "text": "Buy" })],
    };
    match operator.wants_list() {
        true => vec![json!([one[0].clone()]), Value::Array(one)],
        false => one,
    }
}

fn condition() -> impl Strategy<Value = Node> {
    let field = select(Field::ALL.to_vec());
    let asked = field.prop_flat_map(|field| (Just(field), select(field.spec().operators.to_vec())));
    let valued =
        asked.prop_flat_map(|(field, operator)| (Just(field), Just(operator), select(values(field, operator))));
    (valued, select(vec!["orders", "level", "a.b"])).prop_map(|((field, operator, value), key)| {
        Node::Condition(Condition {
            field: Word::Known(field),
            key: field.spec().kind.has_keys().then(|| key.to_owned()),
            operator: Word::Known(operator),
            value: operator.wants_value().then_some(value),
            ..Condition::default()
        })
    })
}

fn audience() -> impl Strategy<Value = Group> {
    let joined = |node: BoxedStrategy<Node>| {
        let parts = (
            select(Joiner::ALL.to_vec()),
            prop::collection::vec(node, 1..4),
            prop::bool::weighted(0.05),
        );
        parts.prop_map(|(joiner, children, muted)| Group {
            muted,
            ..Group::of(joiner, children)
        })
    };
    let node = condition().prop_recursive(3, 12, 3, move |inner| joined(inner.boxed()).prop_map(Node::Group));
    joined(node.boxed()).prop_map(|group| Group { muted: false, ..group })
}

/// A visitor, and the same as data of JsonLogic.
fn visitor() -> impl Strategy<Value = (Visitor, Value)> {
    let counts = (
        1u64..4,
        0u64..4,
        0u64..4,
        prop::option::of(select(vec![json!(0), json!(2), json!(-1.5), json!(7)])),
    );
    let facts = (
        select(vec!["chrome", "safari"]),
        select(vec!["mobile", "desktop"]),
        any::<bool>(),
        select(vec![0.0, 40.0, 99.5, 100.0]),
    );
    (counts, facts).prop_map(|((views, more, signups, orders), (browser, device, leaves, scrolled))| {
        let mut file = json!({ "page_views": views, "visits": views + more, "views": more, "clicks": 0, "browser": browser,
            "device_type": device, "exit_screen": leaves, "scroll_ratio": scrolled, "conversation_count": signups,
            "event": { "orders": signups } });
        if let Some(orders) = orders {
            file["custom"] = json!({ "orders": orders });
        }
        let visitor = Visitor::from_json(&file.to_string()).expect("a visitor");
        let mut data = json!({ "custom": file["custom"], "event": file["event"] });
        for field in Field::ALL.iter().filter(|field| !field.spec().kind.has_keys()) {
            data[field.spec().id] = match field.spec().kind {
                FieldType::Date => json!("2026-11-22"),
                _ => visitor.get(*field),
            };
        }
        (visitor, data)
    })
}

fn holds(audience: &Group, visitor: &Visitor) -> bool {
    let campaign = Campaign {
        audience: audience.clone(),
        ..Campaign::default()
    };
    Rule::compile(&campaign).holds_for(visitor, "2026-11-22T10:00:00Z".parse().expect("an instant"))
}

/// Whether everything that is lost is still said, only not exactly.
fn says_all(losses: &[super::Loss]) -> bool {
    losses.iter().all(|loss| match loss.kind {
        LossKind::LetterByLetter | LossKind::Language => true,
        LossKind::Unfinished
        | LossKind::Muted
        | LossKind::SavedAudience(_)
        | LossKind::Comparison(_)
        | LossKind::DottedName(_)
        | LossKind::Attribute(_)
        | LossKind::Unknown(_)
        | LossKind::Value => false,
    })
}

proptest! {
    #[test]
    fn what_is_copied_and_pasted_again_is_the_same_audience(audience in audience()) {
        for notation in Notation::ALL {
            let written = write(&audience, notation);
            let back = read(&written.text()).expect("it reads");
            prop_assert_eq!(back.notation, notation);
            if says_all(&written.losses) {
                prop_assert_eq!(value(&back.audience), value(&audience), "{:?} {}", notation, written.value);
                prop_assert!(back.losses.is_empty(), "{:?}", back.losses);
            }
        }
    }

    #[test]
    fn another_program_reads_it_as_it_is_meant((visitor, data) in visitor(), audience in audience()) {
        let written = write(&audience, Notation::JsonLogic);
        if written.losses.is_empty() {
            let answer = datalogic_rs::eval_str(&written.value.to_string(), &data.to_string());
            let answer = answer.map_err(|error| TestCaseError::fail(format!("{} {error}", written.value)))?;
            prop_assert_eq!(answer == "true", holds(&audience, &visitor), "{} {}", written.value, data);
        }
    }

    #[test]
    fn nothing_that_is_pasted_is_worse_than_refused(text in "[\\[\\]{}\":,a-z!<>=0-9 ]{0,60}") {
        if let Ok(found) = read(&text) {
            prop_assert!(found.audience.depth() <= crate::campaign::MAX_GROUP_DEPTH);
        }
    }
}

#[test]
fn rules_of_json_logic_become_conditions() {
    for (rule, audience) in [
        (json!(true), json!({ "all": [] })),
        (
            json!({ "==": [{ "var": "browser" }, "chrome"] }),
            json!({ "all": [{ "field": "browser", "operator": "equals", "value": "chrome" }] }),
        ),
        (
            json!({ "<": [5, { "var": "visits" }] }),
            json!({ "all": [{ "field": "visits", "operator": "greater_than", "value": 5 }] }),
        ),
        (
            json!({ "<=": [2, { "var": "visits" }, 4] }),
            json!({ "all": [{ "field": "visits", "operator": "at_least", "value": 2 }, { "field": "visits", "operator": "at_most", "value": 4 }] }),
        ),
        (
            json!({ "!": { "or": [{ "in": ["blog", { "var": "current_page_url" }] }, { "missing": "custom.plan" }] } }),
            json!({ "none": [{ "field": "current_page_url", "operator": "contains", "value": "blog" }, { "field": "custom", "key": "plan", "operator": "is_not_set" }] }),
        ),
        (
            json!({ "!": { "and": [{ ">": [{ "var": "visits" }, 1] }, { "===": [{ "var": ["event.signup", 0] }, 2] }] } }),
            json!({ "none": [{ "all": [{ "field": "visits", "operator": "greater_than", "value": 1 }, { "field": "event", "key": "signup", "operator": "equals", "value": 2 }] }] }),
        ),
        (
            json!({ "and": [{ "!=": [{ "var": "custom.age" }, null] }, { ">=": [{ "var": "custom.age" }, 18] }] }),
            json!({ "any": [{ "field": "custom", "key": "age", "operator": "greater_than", "value": 18 }, { "field": "custom", "key": "age", "operator": "equals", "value": 18 }] }),
        ),
        (
            json!({ "in": [{ "var": "custom.plan" }, ["pro", "team"]] }),
            json!({ "any": [{ "field": "custom", "key": "plan", "operator": "equals", "value": "pro" }, { "field": "custom", "key": "plan", "operator": "equals", "value": "team" }] }),
        ),
        (
            json!({ "!": { "in": [{ "var": "device_type" }, ["mobile"]] } }),
            json!({ "all": [{ "field": "device_type", "operator": "none_of", "value": ["mobile"] }] }),
        ),
    ] {
        let found = pasted(&rule);
        assert_eq!(value(&found.audience), audience, "{rule}");
        assert!(found.losses.is_empty(), "{rule} {:?}", found.losses);
    }
}

#[test]
fn queries_of_react_querybuilder_become_conditions() {
    for (query, audience) in [
        (json!({ "combinator": "and", "rules": [] }), json!({ "all": [] })),
        (
            json!({ "id": "g", "combinator": "or", "not": false, "rules": [
                { "id": "r", "field": "visits", "operator": ">=", "valueSource": "value", "value": "3" },
                { "combinator": "and", "not": true, "rules": [{ "field": "browser", "operator": "notIn", "value": "chrome,safari" }, { "field": "custom.vip", "operator": "null" }] } ] }),
            json!({ "any": [{ "field": "visits", "operator": "at_least", "value": 3 },
                { "none": [{ "all": [{ "field": "browser", "operator": "none_of", "value": ["chrome", "safari"] }, { "field": "custom", "key": "vip", "operator": "is_not_set" }] }] }] }),
        ),
        (
            json!({ "rules": [{ "field": "visits", "operator": "between", "value": "2,4" }, "or", { "field": "exit_screen", "operator": "=", "value": "true" }] }),
            json!({ "any": [{ "all": [{ "field": "visits", "operator": "at_least", "value": 2 }, { "field": "visits", "operator": "at_most", "value": 4 }] },
                { "field": "exit_screen", "operator": "equals", "value": true }] }),
        ),
        (
            json!({ "combinator": "and", "rules": [{ "field": "current_page_url", "operator": "doesNotBeginWith", "value": "https://www.example.com/", "muted": true }] }),
            json!({ "all": [{ "none": [{ "field": "current_page_url", "operator": "starts_with", "value": "https://www.example.com/" }], "muted": true }] }),
        ),
    ] {
        let found = pasted(&query);
        assert_eq!(value(&found.audience), audience, "{query}");
        assert!(found.losses.is_empty(), "{query} {:?}", found.losses);
    }
}

/// What cannot be asked stops a launch, wherever it stands, and stays in the file.
#[test]
fn what_no_condition_asks_is_never_dropped() {
    for (source, word) in [
        (
            json!({ "and": [{ ">": [{ "var": "visits" }, 1] }, { "%": [{ "var": "visits" }, 2] }] }),
            "unknown",
        ),
        (json!({ "or": [{ "if": [true, false] }] }), "unknown"),
        (json!({ "!": { "and": [] } }), "unknown"),
        (json!({ "==": [{ "var": "visits" }, { "var": "views" }] }), "unknown"),
        (json!({ ">": [{ "var": "visits" }, "many"] }), "value"),
        (json!(false), "unknown"),
        (
            json!({ "combinator": "and", "rules": [{ "field": "visits", "operator": "endsWith", "value": "1" }] }),
            "unknown",
        ),
        (
            json!({ "combinator": "xor", "rules": [{ "field": "visits", "operator": "=", "value": "1" }] }),
            "unknown",
        ),
        (
            json!({ "combinator": "and", "rules": [{ "field": "visits", "operator": "=", "value": "views", "valueSource": "field" }] }),
            "unknown",
        ),
        (
            json!({ "rules": [{ "field": "visits", "operator": "=", "value": 1 }, "and", { "field": "views", "operator": "=", "value": 1 }, "or", { "field": "clicks", "operator": "=", "value": 1 }] }),
            "unknown",
        ),
    ] {
        let found = pasted(&source);
        let kinds: Vec<&str> = found.losses.iter().map(|loss| loss.kind.id()).collect();
        assert_eq!(kinds, [word], "{source}");
        assert!(has_unfinished(&found.audience), "{source}: it could be launched");
        assert!(
            value(&found.audience).to_string().contains("\"source\":"),
            "{source}: its source is gone"
        );
    }
}

fn has_unfinished(group: &Group) -> bool {
    group.children.iter().any(|child| match child {
        Node::Condition(condition) => finished(condition).is_err(),
        Node::Group(inner) => has_unfinished(inner),
        Node::Saved(_) => false,
    })
}

#[test]
fn other_names_are_attributes_and_that_is_said() {
    let found = pasted(&json!({ ">": [{ "var": "cart.total" }, 50] }));
    assert_eq!(
        value(&found.audience),
        json!({ "all": [{ "field": "custom", "key": "cart.total", "operator": "greater_than", "value": 50 }] })
    );
    assert_eq!(found.losses[0].kind, LossKind::Attribute("cart.total".to_owned()));
}

#[test]
fn what_is_left_out_is_listed_with_its_place() {
    let audience = group(json!({ "all": [
        { "field": "current_page_url", "operator": "matches", "value": "*/blog/*" },
        { "any": [{ "field": "visits", "operator": "at_least", "value": 2, "muted": true }] },
        { "field": "visits" },
        { "field": "clicked", "operator": "equals", "value": { "text": "Buy" } },
        { "field": "custom", "key": "plan", "operator": "equals", "value": "Trial" } ] }));
    let said = |loss: super::Loss| match loss.kind {
        LossKind::Comparison(id) => format!("{} {id}", loss.place),
        kind => format!("{} {}", loss.place, kind.id()),
    };
    let losses = write(&audience, Notation::JsonLogic).losses;
    let found: Vec<String> = losses.into_iter().map(said).collect();
    let wanted = [
        ("/audience/all/0", "matches"),
        ("/audience/all/1/any/0", "muted"),
        ("/audience/all/2", "unfinished"),
        ("/audience/all/3", "equals"),
        ("/audience/all/4", "letter_by_letter"),
    ];
    assert_eq!(found, wanted.map(|(place, id)| format!("{place} {id}")));
    for loss in write(&audience, Notation::ReactQuerybuilder).losses {
        assert!(!loss.to_string().is_empty());
    }
}

#[test]
fn what_has_neither_form_is_refused_with_what_to_do() {
    let id = |text: &str| read(text).expect_err("it is refused");
    assert!(matches!(id("{ \"and\": "), NotationError::Json(_)));
    for text in ["5", "null", "[]", "{}", "{ \"a\": 1, \"b\": 2 }", "\"rules\""] {
        assert_eq!(id(text), NotationError::Neither, "{text}");
        assert!(!id(text).hint().is_empty());
    }
    assert_eq!(id(&" ".repeat(2 << 20)), NotationError::TooLarge);
    let deep = format!(
        "{}{{ \">\": [{{ \"var\": \"visits\" }}, 1] }}{}",
        "{ \"and\": [".repeat(20),
        "] }".repeat(20)
    );
    assert_eq!(id(&deep), NotationError::TooDeep);
}
