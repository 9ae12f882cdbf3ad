use egui_kittest::kittest::Queryable;
use serde_json::{Value, json};

use super::fit::{is_language, set_field, set_operator};
use crate::{
    campaign::{Condition, Field, Node, Operator, Word},
    desktop::{
        editor::testing::{Bench, bench},
        editor_step::EditorStep,
        session::Edit,
    },
};

fn window(condition: &str) -> egui_kittest::Harness<'static, Bench> {
    let json = format!(r#""audience": {{ "all": [ {condition} ] }}"#);
    bench(EditorStep::Audience, &json)
}

fn first(bench: &Bench) -> Condition {
    match &bench.campaign.audience.children[0] {
        Node::Condition(condition) => condition.clone(),
        Node::Group(_) => Condition::default(),
    }
}

#[test]
fn another_field_keeps_what_still_fits() {
    let cases = [
        (
            Field::PageViews,
            Operator::AtLeast,
            json!(5),
            Field::Visits,
            Operator::AtLeast,
            json!(5),
        ),
        (
            Field::PageViews,
            Operator::AtLeast,
            json!(5),
            Field::Browser,
            Operator::Equals,
            Value::Null,
        ),
        (
            Field::PageViews,
            Operator::Equals,
            json!(5),
            Field::Custom,
            Operator::Equals,
            json!(5),
        ),
        (
            Field::CurrentPageUrl,
            Operator::Contains,
            json!("tr"),
            Field::BrowserLanguage,
            Operator::Equals,
            Value::Null,
        ),
        (
            Field::FirstSeen,
            Operator::OnOrLater,
            json!("2026-12-01"),
            Field::LastSeen,
            Operator::OnOrLater,
            json!("2026-12-01"),
        ),
        (
            Field::Browser,
            Operator::OneOf,
            json!(["chrome"]),
            Field::DeviceType,
            Operator::OneOf,
            json!([]),
        ),
        (
            Field::ScrollRatio,
            Operator::AtLeast,
            json!(40),
            Field::ExitScreen,
            Operator::Equals,
            json!(true),
        ),
    ];
    for (from, by, value, to, wanted_by, wanted) in cases {
        let mut condition = Condition::new(from, by, value);
        set_field(&mut condition, to);
        assert_eq!(condition.field, Word::Known(to));
        assert_eq!(condition.operator, Word::Known(wanted_by), "{from:?} to {to:?}");
        assert_eq!(condition.value.unwrap_or_default(), wanted, "{from:?} to {to:?}");
    }
}

#[test]
fn another_comparison_turns_one_into_several_and_back() {
    let mut condition = Condition::new(Field::BrowserLanguage, Operator::Equals, "tr");
    set_operator(&mut condition, Operator::OneOf);
    assert_eq!(condition.value, Some(json!(["tr"])));
    set_operator(&mut condition, Operator::NoneOf);
    assert_eq!(condition.value, Some(json!(["tr"])));
    set_operator(&mut condition, Operator::NotEquals);
    assert_eq!(condition.value, Some(json!("tr")));
}

#[test]
fn language_tags_are_told_from_other_text() {
    for tag in ["tr", "pt-BR", "zh-Hant-TW", "haw"] {
        assert!(is_language(tag), "{tag}");
    }
    for text in ["", "t", "turkish", "tr_TR", "tr-", "https://a.b", "12"] {
        assert!(!is_language(text), "{text}");
    }
}

#[test]
fn a_field_a_comparison_and_a_value_are_entered_by_name() {
    let mut harness = window("{}");
    for (control, choice) in [
        ("Condition 1 field", "Number of Page View"),
        ("Condition 1 comparison", "greater than"),
    ] {
        harness.get_by_label(control).click();
        harness.run();
        harness.get_by_label(choice).click();
        harness.run();
    }
    harness.get_by_label("Condition 1 value").focus();
    harness.run();
    harness.get_by_label("Condition 1 value").type_text("5");
    harness.run();
    assert_eq!(
        first(harness.state()),
        Condition::new(Field::PageViews, Operator::GreaterThan, 5)
    );
    assert_eq!(
        harness.state().edits,
        [
            Edit::Step("editor-step-field"),
            Edit::Step("editor-step-operator"),
            Edit::Typed("editor-step-value", "/audience/all/0/value".to_owned()),
        ]
    );
}

#[test]
fn several_choices_are_chips_that_can_be_removed() {
    let mut harness = window(r#"{ "field": "browser", "operator": "one_of", "value": ["chrome"] }"#);
    harness.get_by_label("Condition 1 value").click();
    harness.run();
    harness.get_by_label("Safari").click();
    harness.run();
    assert_eq!(first(harness.state()).value, Some(json!(["chrome", "safari"])));
    harness.get_by_label("Remove Chrome from Condition 1").click();
    harness.run();
    assert_eq!(first(harness.state()).value, Some(json!(["safari"])));
}

#[test]
fn a_language_that_is_not_offered_can_be_typed() {
    let mut harness = window(r#"{ "field": "browser_language", "operator": "equals" }"#);
    harness.get_by_label("Condition 1 value").click();
    harness.run();
    harness.get_by_label("Search, or type a tag").type_text("cy-GB");
    harness.run();
    harness.get_by_label("cy-GB").click();
    harness.run();
    assert_eq!(first(harness.state()).value, Some(json!("cy-GB")));
}

#[test]
fn a_date_is_chosen_in_the_calendar() {
    let mut harness = window(r#"{ "field": "first_seen", "operator": "on", "value": "2026-12-01" }"#);
    harness.get_by_label("Condition 1 calendar").click();
    harness.run();
    harness.get_by_label("Next month").click();
    harness.run();
    harness.get_by_label("2027-01-15").click();
    harness.run();
    assert_eq!(first(harness.state()).value, Some(json!("2027-01-15")));
}

#[test]
fn custom_values_are_kept_as_what_they_are_entered_as() {
    let mut harness = window(r#"{ "field": "custom", "key": "seats", "operator": "equals", "value": "5" }"#);
    for (line, wanted) in [("Number", json!(5)), ("Text", json!("5")), ("Yes or no", json!(true))] {
        harness.get_by_label("Condition 1 kind of value").click();
        harness.run();
        harness.get_by_label(line).click();
        harness.run();
        assert_eq!(first(harness.state()).value, Some(wanted));
    }
}
