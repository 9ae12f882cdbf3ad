//! Sentences as data: `cases.json` next to this file. Then laws that hold for every campaign.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::campaign::{FORMAT, Field, Named, Operator, from_json};

fn table() -> Value {
    serde_json::from_str(include_str!("cases.json")).expect("cases.json is JSON")
}

fn campaign(parts: &Value) -> Campaign {
    let mut file = json!({ "format": FORMAT, "version": 1 });
    for (key, value) in parts.as_object().expect("an object") {
        file[key] = value.clone();
    }
    from_json(file.to_string().as_bytes()).expect("well formed")
}

/// Writes the sentence with emphasis between asterisks.
fn marked(sentence: &Sentence) -> String {
    sentence
        .spans
        .iter()
        .map(|span| {
            if span.emphasis {
                format!("*{}*", span.text)
            } else {
                span.text.clone()
            }
        })
        .collect()
}

#[test]
fn every_case_says_what_it_says() {
    let table = table();
    let mut wrong = Vec::new();
    let mut compare = |said: String, wanted: &Value| {
        if Some(said.as_str()) != wanted.as_str() {
            wrong.push(format!(
                "said:   {said}\nwanted: {}",
                wanted.as_str().unwrap_or("nothing")
            ));
        }
    };
    for case in table["conditions"].as_array().expect("a list") {
        let condition = &case["condition"];
        let field = Field::from_id(condition["field"].as_str().unwrap_or_default()).expect("a field");
        for (joiner, english, turkish) in [("all", "en", "tr"), ("none", "not_en", "not_tr")] {
            let campaign = campaign(&json!({ "audience": { joiner: [condition] } }));
            compare(marked(&summary(&campaign, Language::ENGLISH)), &case[english]);
            compare(marked(&summary(&campaign, Language::TURKISH)), &case[turkish]);
        }
        if field.spec().section == crate::campaign::Section::Activity {
            let campaign = campaign(&json!({ "activity": { "conditions": [condition] } }));
            compare(marked(&summary(&campaign, Language::ENGLISH)), &case["when_en"]);
            compare(marked(&summary(&campaign, Language::TURKISH)), &case["when_tr"]);
        }
    }
    for case in table["rules"].as_array().expect("a list") {
        let campaign = campaign(&case["campaign"]);
        compare(marked(&summary(&campaign, Language::ENGLISH)), &case["en"]);
        compare(marked(&summary(&campaign, Language::TURKISH)), &case["tr"]);
    }
    for case in table["timings"].as_array().expect("a list") {
        let campaign = campaign(&json!({ "schedule": case["schedule"] }));
        let said = |language| timing(&campaign, language).map_or_else(String::new, |sentence| marked(&sentence));
        compare(said(Language::ENGLISH), &case["en"]);
        compare(said(Language::TURKISH), &case["tr"]);
    }
    assert!(
        wrong.is_empty(),
        "{} sentences differ:\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn every_field_and_operator_has_a_case() {
    let table = table();
    let cases = table["conditions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|case| &case["condition"]);
    let cased: BTreeSet<(String, String)> = cases
        .map(|condition| (condition["field"].to_string(), condition["operator"].to_string()))
        .collect();
    for field in Field::ALL {
        for operator in field.spec().operators {
            let pair = (json!(field.id()).to_string(), json!(operator.id()).to_string());
            assert!(cased.contains(&pair), "no case for {pair:?}");
        }
    }
}

#[test]
fn the_opposite_of_every_question_reads_differently() {
    for case in table()["conditions"].as_array().expect("a list") {
        assert_ne!(case["en"], case["not_en"]);
        assert_ne!(case["tr"], case["not_tr"]);
    }
}

fn any_condition() -> impl Strategy<Value = Value> {
    let pairs: Vec<(Field, Operator)> = Field::ALL
        .iter()
        .flat_map(|field| field.spec().operators.iter().map(move |operator| (*field, *operator)))
        .collect();
    let odd = prop_oneof![
        Just(Value::Null),
        any::<f64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        "[*{}a-z \u{202e}\n]{0,100}".prop_map(Value::from),
        Just(json!([])),
    ];
    (
        prop::sample::select(pairs),
        prop::option::weighted(0.3, odd),
        "[a-z*{} ]{0,6}",
        any::<bool>(),
    )
        .prop_map(|((field, operator), odd, key, muted)| {
            let sample = field.spec().sample_value();
            let sample = if operator.wants_list() {
                json!([sample, "ja"])
            } else {
                sample
            };
            let value = odd.unwrap_or(sample);
            json!({ "field": field.id(), "operator": operator.id(), "key": key, "value": value, "muted": muted })
        })
}

fn any_group() -> impl Strategy<Value = Value> {
    let joiner = prop::sample::select(vec!["all", "any", "none"]);
    let group = move |children: BoxedStrategy<Value>| {
        (joiner.clone(), prop::collection::vec(children, 0..4)).prop_map(|(joiner, nodes)| json!({ joiner: nodes }))
    };
    let nested = any_condition().boxed().prop_recursive(4, 24, 4, {
        let group = group.clone();
        move |inner| group(inner.boxed())
    });
    group(nested.boxed())
}

#[test]
fn a_value_of_which_nothing_can_be_seen_is_named() {
    let audience = json!({ "all": [{ "field": "current_page_url", "operator": "contains", "value": "\u{202e}" }] });
    let campaign = campaign(&json!({ "audience": audience }));
    for language in Language::ALL {
        let text = summary(&campaign, language).to_string();
        assert!(text.contains("U+202E"), "{text}");
    }
}

proptest! {
    /// Every rule gives one sentence with closed brackets and single blanks.
    #[test]
    fn a_summary_is_always_one_whole_sentence(
        audience in any_group(),
        activity in prop::collection::vec(any_condition(), 0..3),
        join in prop::sample::select(vec!["and", "or"]),
    ) {
        let campaign = campaign(&json!({ "audience": audience, "activity": { "join": join, "conditions": activity } }));
        for language in Language::ALL {
            let sentence = summary(&campaign, language);
            let text = sentence.to_string();
            prop_assert!(text.ends_with('.') && text.len() > 10, "{}", text);
            let pieces = sentence.spans.iter().map(|span| if span.emphasis { "value" } else { &span.text });
            let said: String = pieces.collect();
            prop_assert!(!text.contains('\n') && !text.contains('\u{202e}'), "{}", text);
            prop_assert!(!said.contains(" ,") && !said.contains(" ."), "{}", said);
        }
    }
}
