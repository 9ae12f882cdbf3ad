//! How many visitors an audience is, through accessible names: a log is read, its columns are mapped, the audience is counted and written as SQL.

use crate::support::one::{USUAL, Window, click, condition, looks, telling, window};
use crate::support::{fill, keep_picture};
use beckon::wording::text::Text;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use serde_json::{Value, json};

/// A log of six visitors, one of them unreadable.
const LOG: &str = "who,url,pageviews,plan\n1,https://www.example.com/,9,trial\n2,https://www.example.com/,2,trial\n\
3,https://www.example.com/,6,pro\n4,https://www.example.com/,many,trial\n5,https://www.example.com/,1,\n6,https://www.example.com/,7,TRIAL\n";

fn reach_conditions() -> [Value; 2] {
    [
        condition("page_views", "greater_than", 5),
        json!({ "field": "custom", "key": "plan", "operator": "equals", "value": "trial" }),
    ]
}

#[test]
fn an_audience_is_counted_in_a_log_and_written_as_sql() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("visitors.csv");
    std::fs::write(&log, LOG).expect("the folder is writable");
    let mut harness = window(folder.path(), &reach_conditions(), &USUAL);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    harness.run();
    assert!(telling(&harness, "WHERE") > 0, "the clause needs no log");
    fill(&mut harness, "Visitor log", "/nowhere/visitors.csv");
    click(&mut harness, "Load");
    assert_eq!(
        telling(&harness, "visitors.csv: it is not there"),
        1,
        "shown where it was typed"
    );
    fill(&mut harness, "Visitor log", &log.display().to_string());
    click(&mut harness, "Load");
    let columns = |harness: &Window, field: &str| {
        let name = format!("Column for {field}");
        harness
            .get_by_role_and_label(Role::ComboBox, &name)
            .value()
            .unwrap_or_default()
    };
    assert_eq!(
        columns(&harness, "Views of this page"),
        "pageviews",
        "suggested by its name"
    );
    assert_eq!(columns(&harness, "Attribute “plan”"), "plan");
    keep_picture(&mut harness, "reach-columns");
    click(&mut harness, "Count visitors");
    assert_eq!(telling(&harness, "of 5 visitors are in this audience · 40.0%"), 1);
    assert_eq!(telling(&harness, "because they cannot be read: 1"), 1);
    keep_picture(&mut harness, "reach-counted");
    harness
        .get_by_role_and_label(Role::RadioButton, "Warehouse: BigQuery")
        .click();
    harness.run();
    click(&mut harness, "Copy SQL");
    assert_eq!(telling(&harness, "Copied"), 1);

    // Other columns: the count is no longer valid, and the choice is remembered for such logs.
    harness
        .get_by_role_and_label(Role::ComboBox, "Column for Attribute “plan”")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::ListBoxOption, "not in the log")
        .click();
    harness.run();
    assert_eq!(telling(&harness, "visitors are in this audience"), 0);
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    harness.run();
    fill(&mut harness, "Visitor log", &log.display().to_string());
    click(&mut harness, "Load");
    assert_eq!(columns(&harness, "Attribute “plan”"), "not in the log");
}

#[test]
fn each_row_says_how_many_visitors_are_left_until_the_audience_changes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("visitors.csv");
    std::fs::write(&log, LOG).expect("the folder is writable");
    let mut harness = window(folder.path(), &reach_conditions(), &USUAL);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    harness.run();
    fill(&mut harness, "Visitor log", &log.display().to_string());
    click(&mut harness, "Load");
    click(&mut harness, "Count visitors");
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_label("3 visitors left");
    harness.get_by_label("2 visitors left");
    harness.get_by_label("2 of 5 visitors in your log, 40.0%");
    keep_picture(&mut harness, "reach-left");
    fill(&mut harness, "Condition 1 value", "8");
    assert_eq!(telling(&harness, "visitors left"), 0);
    harness.get_by_label("How many visitors is that?");
}

#[test]
fn counting_is_drawn_in_every_look() {
    for (name, look) in looks() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let log = folder.path().join("visitors.csv");
        std::fs::write(&log, LOG).expect("the folder is writable");
        let mut harness = window(folder.path(), &reach_conditions(), &look);
        let text = Text::new(look.language);
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
        harness.run();
        keep_picture(&mut harness, &format!("reach-{name}-empty"));
        fill(&mut harness, &text.t("reach-dialog-log"), &log.display().to_string());
        click(&mut harness, &text.t("reach-dialog-read"));
        click(&mut harness, &text.t("reach-dialog-count"));
        let counted = text.tv("reach-dialog-unreadable", &[("count", "1".into())]);
        harness.get_by_label(&counted);
        keep_picture(&mut harness, &format!("reach-{name}-counted"));
    }
}
