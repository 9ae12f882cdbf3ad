//! What each unfinished condition lacks.

use serde_json::{Value, json};

use crate::campaign::{CATALOGUE, Condition, FieldType, Named, Operator, Word};
use crate::engine::{Unfinished, finished, fold};

fn condition(field: &str, operator: &str, value: Value) -> Condition {
    Condition {
        field: Word::from_id(field),
        operator: Word::from_id(operator),
        value: Some(value),
        key: Some("plan".to_owned()),
        ..Condition::default()
    }
}

#[test]
fn what_is_lacking_is_named() {
    let lacks = |field: &str, operator: &str, value: Value, lack: Unfinished| {
        assert_eq!(
            finished(&condition(field, operator, value.clone())),
            Err(lack),
            "{field} {operator} {value}"
        );
    };
    assert_eq!(finished(&Condition::default()), Err(Unfinished::NoField));
    lacks("shoe_size", "equals", json!(1), Unfinished::UnknownField);
    lacks("visits", "roughly", json!(1), Unfinished::UnknownOperator);
    lacks("visits", "contains", json!(1), Unfinished::OperatorDoesNotFit);
    lacks("visits", "equals", json!(null), Unfinished::NoValue);
    lacks("visits", "equals", json!("1"), Unfinished::WrongType);
    lacks("visits", "equals", json!(-1), Unfinished::NotAWholeNumber);
    lacks("visits", "equals", json!(1.5), Unfinished::NotAWholeNumber);
    lacks("current_page_url", "contains", json!(" "), Unfinished::NoValue);
    lacks("current_page_url", "contains", json!(1), Unfinished::WrongType);
    lacks("browser", "equals", json!("netscape"), Unfinished::NotAChoice);
    lacks("browser", "one_of", json!("chrome"), Unfinished::WrongType);
    lacks("browser", "one_of", json!([]), Unfinished::EmptyList);
    lacks("browser", "one_of", json!(["chrome", 1]), Unfinished::BadItem(1));
    lacks("browser_language", "equals", json!("türkçe"), Unfinished::NotALanguage);
    lacks("browser_version", "equals", json!("12b"), Unfinished::NotAVersion);
    lacks("last_seen", "on", json!("2026-02-29"), Unfinished::NotADate);
    lacks("last_seen", "on", json!("2026-2-9"), Unfinished::NotADate);
    lacks("custom", "greater_than", json!("much"), Unfinished::NotANumber);
    lacks("custom", "equals", json!([1]), Unfinished::WrongType);
    lacks("scroll_ratio", "at_least", json!(100.5), Unfinished::NotAPercentage);
    lacks("exit_screen", "equals", json!(false), Unfinished::WrongType);
    let nameless = Condition {
        key: Some(" ".to_owned()),
        ..Condition::custom("", Operator::IsSet, None)
    };
    assert_eq!(finished(&nameless), Err(Unfinished::NoKey));
}

#[test]
fn every_sample_of_the_catalogue_is_finished() {
    for spec in &CATALOGUE {
        for operator in spec.operators {
            let sample = spec.sample_value();
            let is_text = matches!(spec.kind, FieldType::Custom | FieldType::Parameter);
            let number = is_text && matches!(operator, Operator::GreaterThan | Operator::LessThan);
            let value = match operator {
                _ if number => json!(3),
                operator if operator.wants_list() => json!([sample]),
                _ => sample,
            };
            let condition = condition(spec.id, operator.id(), value);
            assert_eq!(finished(&condition), Ok(()), "{} {}", spec.id, operator.id());
        }
    }
}

#[test]
fn case_does_not_count() {
    for (one, other) in [
        ("İSTANBUL", "istanbul"),
        ("ΟΔΟΣ", "οδος"),
        ("ÇĞÖŞÜ", "çğöşü"),
        ("Plan", "pLAN"),
    ] {
        assert_eq!(fold(one), fold(other));
    }
    assert_ne!(fold("ı"), fold("i"));
}
