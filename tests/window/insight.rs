//! Questions about who sees the open campaign, through accessible names: a visitor who does, what would have to change, and why nobody can.

use crate::support::one::{USUAL, Window, click, condition, looks, telling, window};
use crate::support::{fill, keep_picture};
use beckon::popup::{Frame, PopupContent};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use serde_json::json;

const FIND: &str = "Show me a visitor who sees this";
const CHANGE: &str = "What would have to change?";
const BACK: &str = "Back to the visitor before";

/// Whether the simulated visitor sees the campaign.
fn shown(harness: &Window) -> bool {
    let app = harness.state().as_ref().expect("the app was started");
    app.analysis().verdict.as_ref().expect("a visitor is simulated").shown
}

/// Returns the content of the text field of this name.
fn value(harness: &Window, name: &str) -> String {
    let node = harness.get_by_role_and_label(Role::TextInput, name);
    node.value().unwrap_or_default()
}

#[test]
fn one_click_shows_a_visitor_and_another_brings_the_first_one_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), &[condition("page_views", "greater_than", 5)], &USUAL);
    assert!(!shown(&harness));
    assert!(harness.query_by_label(BACK).is_none());
    keep_picture(&mut harness, "insight-not-shown");
    click(&mut harness, FIND);
    assert!(shown(&harness), "the verdict follows at once");
    assert_eq!(value(&harness, "Views of this page"), "6", "no more than it takes");
    assert!(
        harness.query_by_label(FIND).is_none(),
        "they see it: nothing to look for"
    );
    keep_picture(&mut harness, "insight-found");
    click(&mut harness, BACK);
    assert!(!shown(&harness));
    assert_eq!(value(&harness, "Views of this page"), "1");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    harness.run();
    assert!(shown(&harness), "the keys do the same");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    harness.run();
    assert!(!shown(&harness));
}

#[test]
fn what_would_have_to_change_is_shown_in_place_and_made() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), &[condition("page_views", "greater_than", 5)], &USUAL);
    assert!(harness.query_by_label("Make these changes").is_none());
    click(&mut harness, CHANGE);
    assert_eq!(telling(&harness, "if they had opened this page 5 more times"), 1);
    keep_picture(&mut harness, "insight-change");
    fill(&mut harness, "Condition 1 value", "3");
    assert_eq!(
        telling(&harness, "if they had opened this page 3 more times"),
        1,
        "it follows the campaign"
    );
    click(&mut harness, "Make these changes");
    assert!(shown(&harness));
    assert_eq!(value(&harness, "Views of this page"), "4");
    click(&mut harness, BACK);
    assert!(!shown(&harness));
    click(&mut harness, CHANGE);
    assert!(harness.query_by_label("Make these changes").is_none(), "it folds again");
}

#[test]
fn a_row_that_fails_leads_to_what_would_have_to_change() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let conditions = [
        condition("page_views", "greater_than", 5),
        condition("device_type", "equals", "desktop"),
    ];
    let mut harness = window(folder.path(), &conditions, &USUAL);
    click(&mut harness, "Move or change row 2");
    assert!(
        harness.query_by_role_and_label(Role::MenuItem, CHANGE).is_none(),
        "this row holds"
    );
    harness.key_press(Key::Escape);
    harness.run();
    click(&mut harness, "Move or change row 1");
    harness.get_by_role_and_label(Role::MenuItem, CHANGE).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Make these changes");
}

#[test]
fn each_reason_leads_to_its_row() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let conditions = [
        condition("device_type", "equals", "desktop"),
        condition("page_views", "greater_than", 5),
        json!({ "any": [condition("clicks", "at_least", 1), condition("views", "at_least", 4)] }),
    ];
    let mut harness = window(folder.path(), &conditions, &USUAL);
    harness.get_by_label("Not shown to this visitor");
    let rows: Vec<String> = harness
        .get_all_by_role(Role::Link)
        .filter_map(|link| link.accesskit_node().label())
        .collect();
    assert!(
        rows[0].starts_with("Row 2: ") && rows[1].starts_with("Row 3: "),
        "{rows:?}"
    );
    keep_picture(&mut harness, "insight-reasons");
    harness.get_by_role_and_label(Role::Link, &rows[0]).click();
    harness.run();
    assert!(harness.get_by_label_contains("Condition 2: ").is_focused());
    // The key that renames a campaign edits a row.
    harness.key_press(egui::Key::F2);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::TextInput, "Name").is_none());
}

#[test]
fn the_clock_moves_where_a_date_needs_it_and_the_panel_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let conditions = [condition("last_seen", "on_or_later", "2026-12-01")];
    let mut harness = window(folder.path(), &conditions, &USUAL);
    assert!(!shown(&harness));
    click(&mut harness, FIND);
    assert!(shown(&harness));
    assert_eq!(telling(&harness, "The clock was moved to 1 December 2026"), 1);
    keep_picture(&mut harness, "insight-moved");
    click(&mut harness, BACK);
    assert!(!shown(&harness), "and the clock with it");
}

#[test]
fn nobody_is_said_with_its_conditions_and_the_way_to_the_first() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let conditions = [
        condition("page_views", "greater_than", 8),
        condition("device_type", "equals", "desktop"),
        condition("visits", "less_than", 5),
    ];
    let mut harness = window(folder.path(), &conditions, &USUAL);
    let mark = "Contradicts the other marked conditions";
    assert_eq!(telling(&harness, mark), 2, "the device has no part in it");
    click(&mut harness, FIND);
    assert!(!shown(&harness));
    harness.get_by_label("Nobody can ever see this.");
    keep_picture(&mut harness, "insight-nobody");
    click(&mut harness, "Show the first condition");
    let field = harness.get_by_label("Condition 1 field");
    assert!(field.is_focused(), "the keyboard is at the first condition");
    click(&mut harness, CHANGE);
    harness.get_by_label("No change helps: nobody can ever see this.");

    fill(&mut harness, "Condition 3 value", "50");
    assert_eq!(telling(&harness, mark), 0, "nothing of an older revision stays");
    assert!(harness.query_by_label("Nobody can ever see this.").is_none());
    click(&mut harness, FIND);
    assert!(shown(&harness));
}

#[test]
fn what_decides_nothing_is_pointed_out_where_it_stands() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let conditions = [
        condition("page_views", "greater_than", 5),
        condition("visits", "greater_than", 2),
        json!({ "any": [condition("device_type", "not_equals", "mobile"), condition("device_type", "not_equals", "tablet")] }),
        json!({ "any": [condition("clicks", "at_least", 1), condition("page_views", "less_than", 4)] }),
    ];
    let mut harness = window(folder.path(), &conditions, &USUAL);
    keep_picture(&mut harness, "insight-marks");
    let redundant = "This changes nothing: another condition already covers it";
    assert_eq!(
        telling(&harness, redundant),
        1,
        "who has opened a page 6 times has opened 6 pages"
    );
    assert_eq!(telling(&harness, "This group holds for every visitor"), 1);
    assert_eq!(telling(&harness, "This alternative can never hold"), 1);
    fill(&mut harness, "Condition 2 value", "20");
    assert_eq!(telling(&harness, redundant), 0, "it is of the present revision alone");
    click(&mut harness, "Remove group 3");
    assert_eq!(telling(&harness, "This group holds for every visitor"), 0);
    assert_eq!(telling(&harness, "This alternative can never hold"), 1);
}

#[test]
fn the_preview_draws_the_campaign_for_the_simulated_visitor() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), &[], &USUAL);
    let text = |harness: &Window| {
        let app = harness.state().as_ref().expect("the app was started");
        match app.previewed_scene().map(|scene| scene.content.clone()) {
            Some(PopupContent::Text { text, .. }) => text,
            other => panic!("no text is previewed: {other:?}"),
        }
    };
    assert_eq!(text(&harness), "Need a hand, stranger?");
    for button in ["More about this visitor", "Attribute"] {
        // By its name alone: it may be below the visible part of the panel.
        harness.get_by_role_and_label(Role::Button, button).click_accesskit();
        harness.run();
    }
    for (typed, read) in [("5.0", "5"), ("Ada", "Ada"), ("true", "true"), ("1e21", "1e+21")] {
        fill(&mut harness, "Attribute 1 value", typed);
        harness.key_press(Key::Tab);
        harness.run();
        assert_eq!(text(&harness), format!("Need a hand, {read}?"));
    }
}

#[test]
fn questions_are_drawn_in_every_look() {
    for (name, look) in looks() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let possible = [
            condition("page_views", "greater_than", 5),
            json!({ "any": [
                condition("conversation_count", "at_least", 1),
                { "field": "custom", "key": "plan", "operator": "equals", "value": "trial" },
            ] }),
        ];
        let mut harness = window(folder.path(), &possible, &look);
        let keys = Modifiers::COMMAND | Modifiers::SHIFT;
        harness.key_press_modifiers(keys, Key::H);
        harness.run();
        keep_picture(&mut harness, &format!("insight-{name}-change"));
        harness.key_press_modifiers(keys, Key::F);
        harness.run();
        assert!(shown(&harness), "{name}");
        keep_picture(&mut harness, &format!("insight-{name}-found"));
        let impossible = [
            condition("page_views", "greater_than", 8),
            json!({ "any": [condition("visits", "less_than", 5), condition("visits", "equals", 5)] }),
        ];
        let mut harness = window(folder.path(), &impossible, &look);
        harness.key_press_modifiers(keys, Key::F);
        harness.run();
        keep_picture(&mut harness, &format!("insight-{name}-nobody"));
    }
}

#[test]
fn a_visitor_on_another_device_has_its_window_in_front_of_them() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), &[condition("device_type", "equals", "mobile")], &USUAL);
    let frame = |harness: &Window| {
        let app = harness.state().as_ref().expect("the app was started");
        app.previewed_scene().expect("a picture is asked for").viewport.frame()
    };
    assert_eq!(frame(&harness), Frame::Desktop);
    click(&mut harness, FIND);
    assert_eq!(frame(&harness), Frame::Phone);
    // The user looks at another window; the same visitor does not change that.
    harness.key_press_modifiers(Modifiers::ALT, Key::Num2);
    harness.run();
    assert_eq!(frame(&harness), Frame::Tablet);
}
