//! Questions about who sees the open campaign, through accessible names: a visitor who does, what would have to change, and why nobody can.

#![cfg(feature = "desktop")]

mod window_support;

use std::{path::Path, sync::Arc};

use beckon::{
    desktop::{
        app::{App, Setup},
        chooser::FixedChooser,
        clock::Clock,
        publishing::PublishingSetup,
        settings::Settings,
    },
    library::Library,
    wording::text::Language,
};
use chrono::{TimeZone, Utc};
use egui::{Key, Modifiers, Role, ThemePreference};
use egui_kittest::{Harness, kittest::Queryable};
use serde_json::{Value, json};
use window_support::{Painter, keep_picture};

const FIND: &str = "Show me a visitor who sees this";
const CHANGE: &str = "What would have to change?";
const BACK: &str = "Back to the visitor before";

struct State {
    app: App,
}

impl State {
    fn shown(&self) -> bool {
        let verdict = self.app.analysis().verdict.as_ref();
        verdict.expect("a visitor is simulated").shown
    }
}

/// How the window looks.
struct Look {
    size: [f32; 2],
    theme: ThemePreference,
    language: Language,
}

const USUAL: Look = Look {
    size: [1440.0, 900.0],
    theme: ThemePreference::Light,
    language: Language::English,
};

fn condition(field: &str, operator: &str, value: impl Into<Value>) -> Value {
    json!({ "field": field, "operator": operator, "value": value.into() })
}

/// The window on a library of one campaign with these conditions, all of which must hold.
fn window(folder: &Path, conditions: &[Value], look: &Look) -> Harness<'static, Option<State>> {
    let campaign = json!({
        "format": "beckon.campaign", "version": 1,
        "id": "0193a1b2-7c00-7000-8000-000000000001",
        "name": "Pricing page", "platform": "web_messenger", "time_zone": "Europe/Istanbul",
        "audience": { "all": conditions },
        "content": { "type": "text", "text": "Need a hand?", "user_say": "Hello" },
        "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 1, "priority": 1 },
        "launcher_image": "current",
    });
    let file = folder.join("pricing.campaign.json");
    std::fs::write(&file, campaign.to_string()).expect("the folder is writable");
    let mut settings = Settings::forgetful();
    settings.set_theme(look.theme);
    settings.set_language(look.language);
    let mut setup = Some(Setup {
        library: Library::open_with_rescue(folder, None).expect("a library"),
        open: Some(file),
        settings,
        chooser: Arc::new(FixedChooser(None)),
        clock: Clock::Still(
            Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0)
                .single()
                .expect("a real instant"),
        ),
        publishing: PublishingSetup::none(),
        at_once: true,
    });
    let draw = move |ui: &mut egui::Ui, state: &mut Option<State>| {
        if let Some(setup) = setup.take() {
            *state = Some(State {
                app: App::new(ui.ctx(), setup),
            });
        }
        if let Some(state) = state {
            state.app.think(ui.ctx());
            state.app.draw(ui);
        }
    };
    let mut harness = Harness::builder()
        .with_size(look.size)
        .with_max_steps(16)
        .renderer(Painter::default())
        .build_ui_state(draw, None);
    harness.run();
    harness
}

fn shown(harness: &Harness<'_, Option<State>>) -> bool {
    harness.state().as_ref().expect("the app was started").shown()
}

fn click(harness: &mut Harness<'_, Option<State>>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run();
}

/// What stands in the text field of this name.
fn value(harness: &Harness<'_, Option<State>>, name: &str) -> String {
    let node = harness.get_by_role_and_label(Role::TextInput, name);
    node.value().unwrap_or_default()
}

fn retype(harness: &mut Harness<'_, Option<State>>, name: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, name).type_text(text);
    harness.run();
}

/// How many things are called something with these words in it.
fn telling(harness: &Harness<'_, Option<State>>, words: &'static str) -> usize {
    harness.query_all_by_label_contains(words).count()
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
    assert_eq!(value(&harness, "Page views"), "6", "no more than it takes");
    assert!(
        harness.query_by_label(FIND).is_none(),
        "they see it: nothing to look for"
    );
    keep_picture(&mut harness, "insight-found");
    click(&mut harness, BACK);
    assert!(!shown(&harness));
    assert_eq!(value(&harness, "Page views"), "1");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    harness.run();
    assert!(shown(&harness), "the keys do the same");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    harness.run();
    assert!(!shown(&harness));
}

#[test]
fn what_would_have_to_change_is_told_in_place_and_made() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), &[condition("page_views", "greater_than", 5)], &USUAL);
    assert!(harness.query_by_label("Make these changes").is_none());
    click(&mut harness, CHANGE);
    assert_eq!(telling(&harness, "if they had opened this page 5 more times"), 1);
    keep_picture(&mut harness, "insight-change");
    retype(&mut harness, "Condition 1 value", "3");
    assert_eq!(
        telling(&harness, "if they had opened this page 3 more times"),
        1,
        "it follows the campaign"
    );
    click(&mut harness, "Make these changes");
    assert!(shown(&harness));
    assert_eq!(value(&harness, "Page views"), "4");
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

    retype(&mut harness, "Condition 3 value", "50");
    assert_eq!(telling(&harness, mark), 0, "nothing of an older revision stays");
    assert!(harness.query_by_label("Nobody can ever see this.").is_none());
    click(&mut harness, FIND);
    assert!(shown(&harness));
}

#[test]
fn questions_are_drawn_in_every_look() {
    for (name, size, theme, language) in [
        ("small", [1000.0, 640.0], ThemePreference::Light, Language::English),
        (
            "small-turkish",
            [1000.0, 640.0],
            ThemePreference::Light,
            Language::Turkish,
        ),
        (
            "dark-turkish",
            [1440.0, 900.0],
            ThemePreference::Dark,
            Language::Turkish,
        ),
        ("large", [1920.0, 1080.0], ThemePreference::Light, Language::English),
        ("large-dark", [1920.0, 1080.0], ThemePreference::Dark, Language::English),
    ] {
        let look = Look { size, theme, language };
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
        assert!(shown(&harness), "{}", language.tag());
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
