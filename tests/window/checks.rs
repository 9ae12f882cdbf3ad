//! The makers' tests and the checks of the whole library, in the window, through accessible names.

use std::path::Path;

use crate::support::{self, fill, keep_picture, press};
use beckon::studio::settings::Appearance;
use beckon::{
    campaign::{Campaign, from_json, to_json},
    desktop::testing::{App, Page, Setup},
    library::Library,
    studio::{editor_step::EditorStep, settings::Settings, survey::Section},
    wording::text::Language,
};
use egui::{Key, Modifiers, Role, Theme, Ui};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use serde_json::{Value, json};

struct State {
    app: Option<App>,
}

/// How the window looks.
#[derive(Clone, Copy)]
struct Look {
    size: [f32; 2],
    dark: bool,
    language: Language,
}

const USUAL: Look = Look {
    size: [1440.0, 900.0],
    dark: false,
    language: Language::ENGLISH,
};

impl State {
    fn app(&self) -> &App {
        self.app.as_ref().expect("the app was started in the first frame")
    }

    fn campaign(&self) -> &Campaign {
        self.app().session().expect("a campaign is open").campaign()
    }

    fn stoppers(&self) -> usize {
        self.app().analysis().tally().stoppers()
    }
}

fn window(folder: &Path, look: Look) -> Harness<'static, State> {
    let (theme, preference) = match look.dark {
        true => (Theme::Dark, Appearance::Dark),
        false => (Theme::Light, Appearance::Light),
    };
    let mut settings = Settings::forgetful();
    settings.set_language(look.language);
    settings.set_theme(preference);
    let library = Library::open_with_rescue(folder, None).expect("a library");
    let mut setup = Some(Setup {
        settings,
        ..support::setup(library)
    });
    let draw = move |ui: &mut Ui, state: &mut State| support::show(ui, &mut state.app, &mut setup);
    support::window((look.size, theme, 24), State { app: None }, draw)
}

/// A campaign that can be launched, for visitors who have opened this page this often, with these changes.
fn campaign(number: usize, name: &str, page: &str, changes: &Value) -> Value {
    let mut file = json!({ "format": "beckon.campaign", "version": 1, "id": format!("0193a1b2-7c00-7000-8000-{number:012}"), "name": name,
        "platform": "web_messenger", "time_zone": "Europe/Istanbul",
        "audience": { "all": [ { "field": "current_page_url", "operator": "equals", "value": format!("https://www.example.com{page}") },
            { "field": "page_views", "operator": "at_least", "value": 3 } ] },
        "activity": { "join": "and", "conditions": [] },
        "content": { "type": "text", "text": "May I help you?", "user_say": "Help" },
        "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 1, "priority": number }, "launcher_image": "current" });
    for (key, value) in changes.as_object().into_iter().flatten() {
        file[key] = value.clone();
    }
    file
}

fn test(name: &str, page: &str, views: u64, shown: bool) -> Value {
    json!({ "name": name, "visitor": { "url": format!("https://www.example.com{page}"), "page_views": views, "visits": views },
        "at": "2026-11-22T10:00:00Z", "shown": shown })
}

fn write(folder: &Path, name: &str, file: &Value) {
    let campaign = from_json(file.to_string().as_bytes()).expect("the test's campaign can be read");
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(folder.join(format!("{name}.campaign.json")), to_json(&campaign)).expect("a file");
}

/// A library with findings of every kind.
fn troubled(folder: &Path) {
    let fine = json!({});
    write(
        folder,
        "a",
        &campaign(
            1,
            "Pricing, third visit",
            "/pricing",
            // It competes although a test stops its launch, because it was launched before.
            &json!({ "launched_at": "2026-11-20T10:00:00Z",
        "expectations": [test("Third visit, on /pricing", "/pricing", 3, true), test("First visit, on /pricing", "/pricing", 1, true)] }),
        ),
    );
    write(folder, "b", &campaign(2, "Pricing, any plan", "/pricing", &fine));
    write(
        folder,
        "c",
        &campaign(
            3,
            "Checkout help with a name that is far too long for any list to show on a single line of its own",
            "/checkout",
            &json!({ "content": { "type": "rich", "title": "A title far too long for any card", "button": { "name": "Go" } } }),
        ),
    );
    write(
        folder,
        "d",
        &campaign(
            4,
            "Nobody at all",
            "/blog",
            &json!({
        "audience": { "all": [ { "field": "page_views", "operator": "less_than", "value": 3 }, { "field": "page_views", "operator": "at_least", "value": 5 } ] } }),
        ),
    );
    write(
        folder,
        "e",
        &campaign(
            5,
            "Greets by name",
            "/account",
            &json!({ "content": { "type": "text", "text": "Hi {{name}}", "user_say": "Hi" } }),
        ),
    );
    std::fs::write(folder.join("f.campaign.json"), "{ \"format\":").expect("a file");
}

#[test]
fn a_visitor_is_kept_as_a_test_and_the_test_is_taken_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), USUAL);
    press(&mut harness, Role::ListItem, "Welcome, first-time visitors");
    press(&mut harness, Role::Button, "Keep as a test");
    let kept = &harness.state().campaign().expectations;
    assert_eq!((kept.len(), kept[0].shown), (1, Some(true)));
    assert_eq!(kept[0].name, "First visit, on the home page");
    harness.get_by_label("Kept as a test");
    keep_picture(&mut harness, "tests-kept");
    let undo = harness.get_all_by_role_and_label(Role::Button, "Undo");
    undo.last().expect("a way back").click();
    harness.run();
    assert!(harness.state().campaign().expectations.is_empty());
    press(&mut harness, Role::Button, "Keep as a test");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(
        harness.state().campaign().expectations.is_empty(),
        "it is a step of its own"
    );
}

#[test]
fn a_failing_test_stops_the_launch_until_it_is_fixed_or_waived() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path(), USUAL);
    press(&mut harness, Role::ListItem, "Welcome, first-time visitors");
    press(&mut harness, Role::Tab, "Review & launch");
    harness.get_by_label_contains("Choose “Keep as a test” below");
    keep_picture(&mut harness, "tests-none");
    press(&mut harness, Role::Button, "Keep as a test");
    harness.get_by_label("Passes");
    assert_eq!(harness.state().stoppers(), 0);
    press(&mut harness, Role::Tab, "Audience");
    fill(&mut harness, "Condition 2 value", "1");
    press(&mut harness, Role::Tab, "Review & launch");
    harness.get_by_label("Fails");
    harness.run_steps(12);
    harness.run();
    harness.get_by_label_contains("Checks: ");
    keep_picture(&mut harness, "tests-failing");
    press(&mut harness, Role::Tab, "Audience");
    fill(&mut harness, "Condition 2 value", "3");
    press(&mut harness, Role::Tab, "Review & launch");
    assert_eq!(harness.state().stoppers(), 0);
    press(&mut harness, Role::RadioButton, "Visitor of test 1: does not");
    assert_eq!(harness.state().campaign().expectations[0].shown, Some(false));
    assert_eq!(harness.state().stoppers(), 1);
    let launch = harness.get_by_role_and_label(Role::Button, "Launch!");
    assert!(launch.accesskit_node().is_disabled());
    press(&mut harness, Role::Button, "Waive test 1");
    assert_eq!(harness.state().stoppers(), 0);
    press(&mut harness, Role::Button, "Count test 1 again");
    assert_eq!(harness.state().stoppers(), 1);
    fill(&mut harness, "Name of test 1", "Once is enough");
    assert_eq!(harness.state().campaign().expectations[0].name, "Once is enough");
    press(&mut harness, Role::Button, "Remove test 1");
    assert!(harness.state().campaign().expectations.is_empty());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().campaign().expectations.len(), 1);
}

#[test]
fn the_finding_leads_to_its_test_and_the_test_to_its_visitor() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    troubled(folder.path());
    let mut harness = window(folder.path(), USUAL);
    press(&mut harness, Role::ListItem, "Pricing, third visit");
    press(&mut harness, Role::Tab, "Review & launch");
    let message = "“First visit, on /pricing” should see it, but does not: this is their 1st view of the page, at least 3 needed.";
    press(&mut harness, Role::Button, &format!("Show: {message}"));
    assert!(
        harness
            .get_by_role_and_label(Role::TextInput, "Name of test 2")
            .is_focused()
    );
    press(&mut harness, Role::Button, "Show the visitor of test 1");
    assert!(
        harness
            .state()
            .app()
            .analysis()
            .verdict
            .as_ref()
            .expect("a verdict")
            .shown
    );
    harness.get_by_label("Kept as a test");
    keep_picture(&mut harness, "tests-review");
}

#[test]
fn the_library_is_checked_and_each_line_leads_to_its_place() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    troubled(folder.path());
    let mut harness = window(folder.path(), USUAL);
    let report = harness.state().app().report();
    assert_eq!(report.count(Section::Tests), 1);
    assert!(report.count(Section::Launch) >= 2, "{report:#?}");
    assert!(report.count(Section::ToDo) >= 2, "{report:#?}");
    let name = format!("Checks: {} things to fix", report.problems());
    press(&mut harness, Role::Button, &name);
    keep_picture(&mut harness, "checks");
    harness.get_by_label_contains("33 characters").click();
    harness.run();
    assert_eq!(harness.state().campaign().schedule.priority, Some(3.into()));
    assert!(harness.get_by_role_and_label(Role::TextInput, "Title").is_focused());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    harness.get_by_label("Back to editing");
    fill(&mut harness, "Search the checks", "first visit");
    assert_eq!(
        harness
            .get_all_by_role(Role::ListItem)
            .filter(|node| node
                .accesskit_node()
                .label()
                .is_some_and(|label| label.contains(": “First visit")))
            .count(),
        1
    );
    keep_picture(&mut harness, "checks-searched");
    fill(&mut harness, "Search the checks", "no such words");
    press(&mut harness, Role::Button, "Show everything");
    press(&mut harness, Role::Button, "Worth a look 1");
    keep_picture(&mut harness, "checks-narrowed");
    press(&mut harness, Role::Button, "Worth a look 1");
    press(&mut harness, Role::Button, "Never first 1");
    harness.get_by_label_contains("“Pricing, any plan” always loses against “Pricing, third visit”.");
    press(&mut harness, Role::Button, "Never first 1");
    press(&mut harness, Role::Button, "Who goes first 1");
    let pair = "Pricing, third visit: Goes before “Pricing, any plan”.";
    press(&mut harness, Role::Button, &format!("Show the visitor: {pair}"));
    assert_eq!(harness.state().campaign().name, "Pricing, third visit");
    assert!(
        harness
            .state()
            .app()
            .analysis()
            .verdict
            .as_ref()
            .expect("a verdict")
            .shown
    );
    keep_picture(&mut harness, "checks-met");
    press(&mut harness, Role::ListItem, pair);
    assert_eq!(harness.state().campaign().name, "Pricing, any plan");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    press(&mut harness, Role::Button, "Back to editing");
    harness.get_by_role_and_label(Role::Tab, "Message");
}

#[test]
fn a_sound_library_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), "a", &campaign(1, "Pricing", "/pricing", &json!({})));
    let mut harness = window(folder.path(), USUAL);
    press(&mut harness, Role::Button, "Checks: nothing to fix");
    harness.get_by_label("Nothing to fix");
    keep_picture(&mut harness, "checks-nothing");
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_role_and_label(Role::Tab, "Audience");
}

#[test]
fn an_edit_is_checked_again_and_hundreds_of_lines_are_listed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for number in 1..=80 {
        let page = format!("/page-{number}");
        let changes = json!({ "content": { "type": "rich" } });
        write(
            folder.path(),
            &format!("{number:03}"),
            &campaign(number, &format!("Campaign {number:03}"), &page, &changes),
        );
    }
    let mut harness = window(folder.path(), USUAL);
    assert_eq!(harness.state().app().report().count(Section::ToDo), 320);
    press(&mut harness, Role::Button, "Checks: nothing to fix");
    let listed = harness.get_all_by_label_contains(": The title is missing").count();
    assert!((2..30).contains(&listed), "only what is in sight is laid out: {listed}");
    keep_picture(&mut harness, "checks-many");
    harness
        .get_by_label_contains("Campaign 001: The title is missing")
        .click();
    harness.run();
    fill(&mut harness, "Title", "Hello");
    harness.run_steps(12);
    harness.run();
    assert_eq!(harness.state().app().report().count(Section::ToDo), 319);
}

#[test]
fn the_pages_are_drawn_in_every_look() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    troubled(folder.path());
    for (name, size, dark, language) in [
        ("small", [1000.0, 700.0], false, Language::ENGLISH),
        ("dark", [1440.0, 900.0], true, Language::ENGLISH),
        ("turkish", [1440.0, 900.0], false, Language::TURKISH),
        ("large-dark-turkish", [1920.0, 1080.0], true, Language::TURKISH),
        ("small-turkish", [1000.0, 700.0], false, Language::TURKISH),
    ] {
        let mut harness = window(folder.path(), Look { size, dark, language });
        let app = harness.state_mut().app.as_mut().expect("started");
        app.show_page(Page::Checks);
        harness.run();
        keep_picture(&mut harness, &format!("checks-{name}"));
        let first = harness.state_mut().app.as_mut().expect("started");
        first.show_step(EditorStep::Review);
        harness.run();
        harness
            .get_by_role_and_label(Role::ListItem, "Pricing, third visit")
            .click();
        harness.run();
        let card = match language {
            Language::ENGLISH => "Tests",
            _ => "Testler",
        };
        harness.get_by_label(card).scroll_to_me();
        harness.run();
        keep_picture(&mut harness, &format!("tests-{name}"));
    }
}
