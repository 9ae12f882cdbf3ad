use egui_kittest::kittest::Queryable;
use serde_json::{Value, json};

use super::fit::{is_language, set_field, set_operator};
use crate::{
    campaign::{CATALOGUE, Condition, Field, Node, Operator, Word},
    desktop::editor::testing::{Bench, bench},
    engine::finished,
    studio::{editor_step::EditorStep, session::Edit},
};

fn window(condition: &str) -> egui_kittest::Harness<'static, Bench> {
    let json = format!(r#""audience": {{ "all": [ {condition} ] }}"#);
    bench(EditorStep::Audience, &json)
}

fn first(bench: &Bench) -> Condition {
    match &bench.campaign.audience.children[0] {
        Node::Condition(condition) => condition.clone(),
        Node::Group(_) | Node::Saved(_) => Condition::default(),
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
        set_field(&mut condition, to, &[]);
        assert_eq!(condition.field, Word::Known(to));
        assert_eq!(condition.operator, Word::Known(wanted_by), "{from:?} to {to:?}");
        assert_eq!(condition.value.unwrap_or_default(), wanted, "{from:?} to {to:?}");
    }
}

#[test]
fn another_comparison_turns_one_into_several_and_back() {
    let mut condition = Condition::new(Field::BrowserLanguage, Operator::Equals, "tr");
    set_operator(&mut condition, Operator::OneOf, &[]);
    assert_eq!(condition.value, Some(json!(["tr"])));
    set_operator(&mut condition, Operator::NoneOf, &[]);
    assert_eq!(condition.value, Some(json!(["tr"])));
    set_operator(&mut condition, Operator::NotEquals, &[]);
    assert_eq!(condition.value, Some(json!("tr")));
}

#[test]
fn language_tags_are_distinguished_from_other_text() {
    for tag in ["tr", "pt-BR", "zh-Hant-TW", "haw", "tr_TR"] {
        assert!(is_language(tag), "{tag}");
    }
    for text in ["", "t", "turkish", "tr-", "https://a.b", "12"] {
        assert!(!is_language(text), "{text}");
    }
}

#[test]
fn a_field_a_comparison_and_a_value_are_entered_by_name() {
    let mut harness = window("{}");
    for (control, choice) in [
        ("Condition 1 field", "Views of this page"),
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
    harness.get_by_label("Condition 1 value").click();
    harness.run();
    harness.get_by_label("Condition 1 calendar").click();
    harness.run();
    harness.get_by_label("Next month").click();
    harness.run();
    harness.get_by_label("2027-01-15").click();
    harness.run();
    assert_eq!(first(harness.state()).value, Some(json!("2027-01-15")));
}

#[test]
fn a_typed_date_becomes_the_files_once_the_keyboard_leaves_it() {
    let cases = [
        ("1 December 2026", "2026-12-01"),
        ("1 Aralık 2026", "2026-12-01"),
        ("2026-12-1", "2026-12-01"),
        ("Dec 15, 2026", "2026-12-15"),
        ("1/12/2026", "1/12/2026"),
        ("someday", "someday"),
    ];
    for (typed, kept) in cases {
        let mut harness = window(r#"{ "field": "first_seen", "operator": "on" }"#);
        harness.get_by_label("Condition 1 value").click();
        harness.run();
        harness.get_by_label("Condition 1 value").type_text(typed);
        harness.run();
        assert_eq!(
            first(harness.state()).value,
            Some(json!(typed)),
            "not while it is typed"
        );
        harness.key_press(egui::Key::Tab);
        harness.run();
        assert_eq!(first(harness.state()).value, Some(json!(kept)));
    }
}

#[test]
fn a_search_by_another_word_or_with_a_slip_of_the_keys_finds_the_field() {
    for (typed, field, nearest) in [
        ("country", Field::Country, false),
        ("turkey", Field::Country, false),
        ("region", Field::Custom, false),
        ("phone", Field::DeviceType, false),
        ("contry", Field::Country, false),
        ("langauge", Field::BrowserLanguage, true),
    ] {
        let mut harness = window("{}");
        harness.get_by_label("Condition 1 field").click();
        harness.run();
        harness.get_by_label("Search").type_text(typed);
        harness.run();
        let offered = harness
            .query_by_label("Closest match, press Enter to choose it:")
            .is_some();
        assert_eq!(offered, nearest, "{typed}");
        harness.key_press(egui::Key::Enter);
        harness.run();
        assert_eq!(first(harness.state()).field, Word::Known(field), "{typed}");
    }
}

#[test]
fn a_search_that_finds_nothing_says_what_to_do() {
    let mut harness = window("{}");
    harness.get_by_label("Condition 1 field").click();
    harness.run();
    harness.get_by_label("Search").type_text("weather");
    harness.run();
    assert!(
        harness
            .query_by_label_contains("choose Attribute for what only your site knows")
            .is_some()
    );
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    harness.get_by_label("Search").type_text("visit");
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(first(harness.state()).field, Word::Known(Field::Visits));
}

#[test]
fn the_list_is_as_tall_as_before_after_a_search_that_found_nothing() {
    let mut harness = window("{}");
    harness.get_by_label("Condition 1 field").click();
    harness.run();
    let last = |harness: &egui_kittest::Harness<'static, Bench>| harness.get_by_label("Pages opened").rect();
    let before = last(&harness);
    harness.get_by_label("Search").type_text("country");
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    harness.key_press(egui::Key::Backspace);
    harness.run();
    let after = last(&harness);
    assert_eq!(after, before);
    harness.get_by_label("Pages opened").click();
    harness.run();
    assert_eq!(
        first(harness.state()).field,
        Word::Known(Field::Visits),
        "it can be clicked"
    );
}

#[test]
fn custom_values_are_kept_as_what_they_are_entered_as() {
    let mut harness = window(r#"{ "field": "custom", "key": "seats", "operator": "equals", "value": "5" }"#);
    harness.get_by_label("Condition 1 value").click();
    harness.run();
    for (line, wanted) in [("Number", json!(5)), ("Text", json!("5")), ("Yes or no", json!(true))] {
        harness.get_by_label("Condition 1 kind of value").click();
        harness.run();
        harness.get_by_label(line).click();
        harness.run();
        assert_eq!(first(harness.state()).value, Some(wanted));
    }
}

/// Parameters that mean the same everywhere are offered; a number is no text there.
#[test]
fn the_names_of_parameters_are_offered() {
    let mut harness = window(r#"{ "field": "landing_query", "operator": "equals", "value": "news" }"#);
    harness.get_by_label("Condition 1 value").click();
    harness.run();
    let [name, names] = ["Condition 1 name", "Condition 1 known names"].map(|label| harness.get_by_label(label).rect());
    assert!(
        (name.center().y - names.center().y).abs() < 2.0,
        "side by side: {name} {names}"
    );
    harness.get_by_label("Condition 1 known names").click();
    harness.run();
    harness.get_by_label("utm_campaign").click();
    harness.run();
    assert_eq!(first(harness.state()).key.as_deref(), Some("utm_campaign"));
    assert!(harness.query_by_label("Condition 1 kind of value").is_none());
}

/// The name of a parameter fits both addresses; that of an event fits nothing else.
#[test]
fn another_field_keeps_the_name_where_it_means_the_same() {
    for (from, to, kept) in [
        ("query", Field::LandingQuery, true),
        ("query", Field::Custom, false),
        ("custom", Field::Event, false),
        ("event", Field::PageViews, false),
    ] {
        let file = format!(r#"{{ "field": "{from}", "key": "a", "operator": "equals", "value": 2 }}"#);
        let mut condition = first(window(&file).state()).clone();
        super::fit::set_field(&mut condition, to, &[]);
        assert_eq!(condition.key.is_some(), kept, "{from} to {to:?}");
    }
}

/// Each of these values that the engine accepts in two comparisons survives the change between them.
#[test]
fn another_comparison_keeps_every_value_that_the_engine_takes() {
    let values = [
        json!("tr"),
        json!("tr_TR"),
        json!("Chrome"),
        json!(" mobile "),
        json!(" 120 "),
        json!("131.0.6778"),
        json!(" 2026-12-01 "),
        json!("/pricing"),
        json!(5),
        json!(5.0),
        json!(40.5),
        json!("12"),
        json!("trial"),
        json!(true),
    ];
    let takes = |field, operator: Operator, value: &Value| {
        let value = if operator.wants_list() {
            json!([value])
        } else {
            value.clone()
        };
        let condition = Condition {
            key: Some("plan".to_owned()),
            ..Condition::new(field, operator, value)
        };
        finished(&condition).is_ok().then_some(condition)
    };
    let mut kept = 0;
    for spec in CATALOGUE {
        let pairs = spec
            .operators
            .iter()
            .flat_map(|from| spec.operators.iter().map(move |to| (*from, *to)));
        for ((from, to), value) in pairs.flat_map(|pair| values.iter().map(move |value| (pair, value))) {
            let (Some(mut condition), Some(wanted)) = (takes(spec.field, from, value), takes(spec.field, to, value))
            else {
                continue;
            };
            if !from.wants_value() || !to.wants_value() {
                continue;
            }
            set_operator(&mut condition, to, &[]);
            assert_eq!(condition, wanted, "{:?} from {from:?} to {to:?}", spec.field);
            kept += 1;
        }
    }
    assert!(kept > 200, "only {kept} changes were tried");
}

#[test]
fn what_was_wrong_already_stays_to_be_corrected() {
    let mut condition = Condition::new(Field::FirstSeen, Operator::On, "12/1/2026");
    set_operator(&mut condition, Operator::OnOrLater, &[]);
    assert_eq!(condition.value, Some(json!("12/1/2026")));
}

fn pick(harness: &mut egui_kittest::Harness<'static, Bench>, control: &str, choice: &str) {
    harness.get_by_label(control).click();
    harness.run();
    if control.ends_with("field") {
        // The list is longer than its window.
        harness.get_by_label("Search").type_text(choice);
        harness.run();
        harness.key_press(egui::Key::Enter);
    } else {
        harness.get_by_label(choice).click();
    }
    harness.run();
}

#[test]
fn another_field_or_comparison_and_back_brings_everything_back() {
    let rows = [
        (
            r#"{ "field": "page_views", "operator": "less_than", "value": 7 }"#,
            "Condition 1 field",
            ["Browser version", "Views of this page"],
        ),
        (
            r#"{ "field": "browser", "operator": "one_of", "value": ["Chrome", "safari"] }"#,
            "Condition 1 comparison",
            ["equals", "is one of"],
        ),
        (
            r#"{ "field": "custom", "key": "plan", "operator": "equals", "value": "trial" }"#,
            "Condition 1 comparison",
            ["is set", "equals"],
        ),
        (
            r#"{ "field": "custom", "key": "plan", "operator": "equals", "value": "trial" }"#,
            "Condition 1 comparison",
            ["greater than", "equals"],
        ),
    ];
    for (row, control, [other, back]) in rows {
        let mut harness = window(row);
        let before = first(harness.state());
        pick(&mut harness, control, other);
        assert_ne!(first(harness.state()), before);
        pick(&mut harness, control, back);
        assert_eq!(first(harness.state()), before, "{row}");
    }
}

#[test]
fn a_row_that_was_changed_from_elsewhere_holds_nothing_of_before() {
    let mut harness = window(r#"{ "field": "page_views", "operator": "less_than", "value": 7 }"#);
    pick(&mut harness, "Condition 1 field", "Browser version");
    let other = Condition::new(Field::Browser, Operator::Equals, "chrome");
    harness.state_mut().campaign.audience.children[0] = Node::Condition(other);
    harness.run();
    pick(&mut harness, "Condition 1 field", "Views of this page");
    assert_eq!(first(harness.state()).value, None);
}
