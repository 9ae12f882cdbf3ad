//! The calendar of all campaigns, in the window, through accessible names.

use std::path::Path;

use crate::support::{self, keep_picture, press};
use beckon::{
    desktop::testing::{App, Setup},
    library::Library,
    studio::settings::{Appearance, Settings},
    wording::text::Language,
};
use egui::{Key, Modifiers, Role, Theme, Ui};
use egui_kittest::{Harness, kittest::Queryable};
use serde_json::{Value, json};

struct State {
    app: Option<App>,
}

fn window(folder: &Path, size: [f32; 2], dark: bool, language: Language) -> Harness<'static, State> {
    let (theme, preference) = match dark {
        true => (Theme::Dark, Appearance::Dark),
        false => (Theme::Light, Appearance::Light),
    };
    let mut settings = Settings::forgetful();
    settings.set_language(language);
    settings.set_theme(preference);
    let library = Library::open_with_rescue(folder, None).expect("a library");
    let mut setup = Some(Setup {
        settings,
        ..support::setup(library)
    });
    let draw = move |ui: &mut Ui, state: &mut State| support::show(ui, &mut state.app, &mut setup);
    support::window((size, theme, 24), State { app: None }, draw)
}

fn write(folder: &Path, number: usize, name: &str, schedule: &Value) {
    let file = json!({ "format": "beckon.campaign", "version": 1, "id": format!("0193a1b2-7c00-7000-8000-{number:012}"), "name": name,
        "platform": "web_messenger", "time_zone": "UTC", "audience": { "all": [] }, "activity": { "join": "and", "conditions": [] },
        "content": { "type": "text", "text": "May I help you?", "user_say": "Help" }, "schedule": schedule, "launcher_image": "current" });
    std::fs::write(folder.join(format!("{number:03}.campaign.json")), file.to_string()).expect("a file");
}

fn run(priority: usize, from: &str, until: &str) -> Value {
    json!({ "repeat_cycle": null, "message_delay": 0, "priority": priority, "runs": { "from": from, "until": until } })
}

/// A library for the weeks around the tests' day, the 22nd of November 2026.
fn season(folder: &Path) {
    write(
        folder,
        1,
        "Black Friday",
        &run(1, "2026-11-23T09:00", "2026-11-28T00:00"),
    );
    write(
        folder,
        2,
        "Winter sale",
        &run(2, "2026-11-26T00:00", "2026-12-06T00:00"),
    );
    let hours = json!({ "repeat_cycle": null, "message_delay": 0, "priority": 3, "runs": { "from": "2026-12-07T00:00", "until": "2026-12-12T00:00" },
        "hours": [{ "days": ["monday", "wednesday", "friday"], "from": "09:00", "until": "18:00" }] });
    write(folder, 3, "Advice by phone", &hours);
    std::fs::write(
        folder.join("draft.campaign.json"),
        r#"{ "format": "beckon.campaign", "version": 1, "name": "A draft" }"#,
    )
    .expect("a file");
}

fn show(harness: &mut Harness<'static, State>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num6);
    harness.run();
    harness.run();
}

#[test]
fn all_campaigns_stand_in_a_calendar_with_what_there_is_to_say() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    season(folder.path());
    let mut harness = window(folder.path(), [1440.0, 900.0], false, Language::ENGLISH);
    show(&mut harness);
    harness.get_by_label_contains("Winter sale · Draft · Priority 2 · It runs from 26 November 2026, 00:00");
    harness.get_by_label("No campaign runs from 16 November 2026 to 22 November 2026.");
    let met = "“Black Friday” and “Winter sale” can meet the same visitor from 26 November 2026 to 27 November 2026; “Black Friday” goes first.";
    harness.get_by_role_and_label(Role::Button, met);
    harness.get_by_label("One campaign is not ready to launch, and is left out.");
    keep_picture(&mut harness, "calendar");
    press(&mut harness, Role::Button, "Later");
    harness.run();
    harness.get_by_label("23 November 2026 – 20 December 2026");
    press(&mut harness, Role::Button, "Today");
    press(&mut harness, Role::RadioButton, "How much is shown: Months");
    harness.run();
    harness.get_by_label("1 November 2026 – 31 January 2027");
    keep_picture(&mut harness, "calendar-months");
    // A meeting leads to the one that goes first, and the editor is back.
    press(&mut harness, Role::Button, met);
    let app = harness.state().app.as_ref().expect("it was started");
    assert_eq!(
        app.session().expect("a campaign is open").campaign().name,
        "Black Friday"
    );
}

#[test]
fn it_is_there_in_the_dark_in_turkish_and_in_a_small_window() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    season(folder.path());
    let mut harness = window(folder.path(), [900.0, 600.0], true, Language::TURKISH);
    show(&mut harness);
    harness.get_by_label("Açık kampanya yok: 16 Kasım 2026 – 22 Kasım 2026.");
    keep_picture(&mut harness, "calendar-small-dark-turkish");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("Takvim").is_none(), "Escape leads back");
}

#[test]
fn hundreds_of_campaigns_are_laid_out_as_few() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for number in 0..300 {
        let from = format!("2026-11-{:02}T00:00", 16 + number % 12);
        let schedule = run(number, &from, "2026-12-20T00:00");
        write(folder.path(), number, &format!("Campaign {number}"), &schedule);
    }
    let mut harness = window(folder.path(), [1440.0, 900.0], false, Language::ENGLISH);
    show(&mut harness);
    let rows = harness.get_all_by_label_contains("· Priority").count();
    assert!((5..60).contains(&rows), "{rows} rows are laid out");
}
