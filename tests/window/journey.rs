//! The Journey through accessible names: built, played, moved, undone, saved; and in line with the engine at every instant.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::{self, fill, keep_picture, press};
use beckon::{
    campaign::Campaign,
    desktop::testing::App,
    engine::{self, EffectKind},
    library::Library,
    studio::journey::Shows,
    visitor::{EventKind, Journey},
};
use egui::{Key, Modifiers, Role, Theme, Ui};
use egui_kittest::{Harness, kittest::Queryable};

struct State {
    library: Library,
    app: Option<App>,
}

impl State {
    fn app(&self) -> &App {
        self.app.as_ref().expect("the app was started in the first frame")
    }

    fn at(&self) -> f64 {
        self.app().journey().player.at
    }

    /// The steps as `time kind`.
    fn steps(&self) -> Vec<String> {
        let timeline = self.app().journey().timeline();
        let step = |index: usize| {
            let step = &timeline.steps()[index];
            format!("{} {:?}", step.at, timeline.kind(index).expect("it is there"))
        };
        (0..timeline.steps().len()).map(step).collect()
    }
}

type Window = Harness<'static, State>;

fn window(folder: &Path) -> Window {
    let library = Library::open_with_rescue(folder, None).expect("a library");
    let mut setup = Some(support::setup(library.clone()));
    let draw = move |ui: &mut Ui, state: &mut State| support::show(ui, &mut state.app, &mut setup);
    let state = State { library, app: None };
    support::window(([1440.0, 1100.0], Theme::Light, 40), state, draw)
}

/// The window on the samples, with the journey shown.
fn journey_window(folder: &Path) -> Window {
    let mut harness = window(folder);
    press(&mut harness, Role::RadioButton, "Below the preview: Journey");
    harness
}

fn key(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn add(harness: &mut Window, kind: &str) {
    press(harness, Role::Button, "Step");
    press(harness, Role::MenuItem, kind);
}

fn choose(harness: &mut Window, preset: &str) {
    press(harness, Role::ComboBox, "Journey");
    press(harness, Role::ListBoxOption, preset);
}

/// Moves the playhead by half a second for each press.
fn scrub(harness: &mut Window, direction: Key, times: usize) {
    harness.get_by_role_and_label(Role::Slider, "Playhead").focus();
    harness.run();
    for _ in 0..times {
        key(harness, Modifiers::NONE, direction);
    }
}

/// Returns what is on the visitor's screen: the page, or the pop-up or chat of a campaign.
fn on_screen(harness: &mut Window) -> String {
    let app = harness.state_mut().app.as_mut().expect("the app was started");
    match app.on_screen().expect("the journey was played").shows {
        Shows::Page => "page".to_owned(),
        Shows::Popup(campaign) => format!("pop-up of {}", campaign.name),
        Shows::Chat(campaign) => format!("chat of {}", campaign.name),
    }
}

fn campaigns(library: &Library) -> Vec<Campaign> {
    let entries = library.entries().expect("the folder can be listed");
    entries
        .map(|entry| entry.content.expect("a sample can be read").campaign)
        .collect()
}

/// The window shows the engine's result for the same journey.
fn agrees_with_the_engine(harness: &Window) {
    let app = harness.state().app();
    let run = app.journey().run().expect("it was played");
    let journey = app.current_journey();
    assert_eq!(run.journey, journey, "the last change was played");
    let effects = engine::simulate(&campaigns(&harness.state().library), &journey);
    assert_eq!(run.effects, effects);
    let shows = effects.iter().filter(|effect| effect.effect == EffectKind::Show);
    assert_eq!(run.popups.len(), shows.count());
}

#[test]
fn every_instant_of_a_preset_shows_what_the_engine_says() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    agrees_with_the_engine(&harness);
    harness.get_by_label("On example.com/ · view 1 · scrolled 0%");
    harness.get_by_label("Welcome, first-time visitors: waits for its delay: 2 seconds left");
    assert_eq!(on_screen(&mut harness), "page");
    scrub(&mut harness, Key::ArrowRight, 3);
    harness.get_by_label("Welcome, first-time visitors: waits for its delay: 0.5 seconds left");
    scrub(&mut harness, Key::ArrowRight, 1);
    assert_eq!(harness.state().at(), 2.0);
    harness.get_by_label("Welcome, first-time visitors: visible");
    assert_eq!(on_screen(&mut harness), "pop-up of Welcome, first-time visitors");
    harness.get_by_label("Welcome, first-time visitors: on the screen from 0:02 to 0:15");
    keep_picture(&mut harness, "journey-visible");
    scrub(&mut harness, Key::ArrowLeft, 1);
    harness.get_by_label("Welcome, first-time visitors: waits for its delay: 0.5 seconds left");
    key(&mut harness, Modifiers::NONE, Key::End);
    assert_eq!(harness.state().at(), 15.0);
}

#[test]
fn presets_are_about_the_open_campaign_and_can_be_taken_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    let presets = [
        "Returns tomorrow",
        "Reads to the end",
        "About to leave",
        "Comes back on the phone",
        "First visit",
    ];
    for preset in presets {
        choose(&mut harness, preset);
        agrees_with_the_engine(&harness);
        let opens = harness.state().app().current_journey().events[0].kind.clone();
        assert_eq!(opens, EventKind::Open("https://www.example.com/".into()), "{preset}");
    }
    choose(&mut harness, "Comes back on the phone");
    assert_eq!(harness.state().app().current_journey().visitor.device_type, "mobile");
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().app().current_journey().visitor.device_type, "desktop");
    press(&mut harness, Role::ListItem, "Leaving the checkout");
    let opens = harness.state().app().current_journey().events[0].kind.clone();
    assert_eq!(opens, EventKind::Open("https://www.example.com/checkout".into()));
    agrees_with_the_engine(&harness);
}

#[test]
fn tomorrow_is_behind_a_break_and_the_cycle_has_run_out_by_then() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    choose(&mut harness, "Returns tomorrow");
    let step = "Step 5, Day 2 · 0:00: comes back to example.com/";
    press(&mut harness, Role::Button, step);
    assert_eq!(harness.state().at(), 86_415.0);
    harness.get_by_label("On example.com/ · view 2 · scrolled 0%");
    scrub(&mut harness, Key::ArrowRight, 4);
    harness.get_by_label("Welcome, first-time visitors: visible");
    keep_picture(&mut harness, "journey-tomorrow");
    // Back over the break in one press with Shift, and from its edge in one without.
    scrub(&mut harness, Key::ArrowLeft, 4);
    scrub(&mut harness, Key::ArrowLeft, 1);
    assert_eq!(harness.state().at(), 15.0);
}

#[test]
fn a_journey_is_built_clicked_through_and_taken_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    add(&mut harness, "Click the pop-up");
    assert_eq!(harness.state().steps(), ["0 Open", "6 Scroll", "9 Click", "15 Wait"]);
    agrees_with_the_engine(&harness);
    harness.get_by_label("The chat is open from 0:09 to 0:15");
    assert_eq!(on_screen(&mut harness), "chat of Welcome, first-time visitors");
    harness.get_by_label("On example.com/ · view 1 · scrolled 30% · the chat is open");
    keep_picture(&mut harness, "journey-chat");
    fill(&mut harness, "After the step before", "1:00");
    assert_eq!(harness.state().steps(), ["0 Open", "6 Scroll", "66 Click", "72 Wait"]);
    add(&mut harness, "Close what is open");
    add(&mut harness, "Come back tomorrow");
    let back = ["66 Click", "69 Close", "86469 Tomorrow", "86474 Wait"];
    assert_eq!(harness.state().steps()[2..], back);
    agrees_with_the_engine(&harness);
    harness.get_by_label_contains("Welcome, first-time visitors: not now: they have clicked this campaign once");
    for _ in 0..4 {
        key(&mut harness, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(harness.state().steps(), ["0 Open", "6 Scroll", "15 Wait"]);
    key(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(harness.state().steps().len(), 4);
    agrees_with_the_engine(&harness);
}

/// Where the first page was opened from is where the visitor came from.
#[test]
fn a_page_is_opened_from_another_site() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    press(&mut harness, Role::Button, "Step 1, 0:00: opens example.com/");
    fill(&mut harness, "Came from", "https://www.google.com/");
    let referrer = |harness: &Window| {
        let journey = harness.state().app().current_journey();
        let opening = journey.events[0].kind.opening().expect("a page is opened").clone();
        (opening.url, opening.referrer)
    };
    let page = "https://www.example.com/".to_owned();
    assert_eq!(
        referrer(&harness),
        (page.clone(), Some("https://www.google.com/".to_owned()))
    );
    agrees_with_the_engine(&harness);
    // Another page keeps it, and nothing typed is a direct visit.
    fill(&mut harness, "Page", "https://www.example.com/plants");
    assert_eq!(referrer(&harness).1.as_deref(), Some("https://www.google.com/"));
    harness.get_by_role_and_label(Role::TextInput, "Came from").focus();
    harness.run();
    key(&mut harness, Modifiers::COMMAND, Key::A);
    key(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(referrer(&harness).1, None);
    press(&mut harness, Role::Button, "Step 1, 0:00: opens example.com/plants");
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(referrer(&harness).1.as_deref(), Some("https://www.google.com/"));
}

#[test]
fn steps_are_moved_and_removed_by_keys_and_by_mouse() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    press(&mut harness, Role::Button, "Step 2, 0:06: scrolls to 30%");
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(harness.state().steps(), ["0 Open", "8 Scroll", "15 Wait"]);
    assert_eq!(harness.state().at(), 8.0);
    key(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(harness.state().steps(), ["0 Open", "15 Wait", "18 Scroll"]);
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(harness.state().steps(), ["0 Open", "15 Scroll", "18 Wait"]);
    fill(&mut harness, "Down to", "75%");
    agrees_with_the_engine(&harness);
    press(&mut harness, Role::Button, "Step 2, 0:15: scrolls to 75%");
    key(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(harness.state().steps(), ["0 Open", "18 Wait"]);
    key(&mut harness, Modifiers::COMMAND, Key::Z);

    let from = harness
        .get_by_role_and_label(Role::Button, "Step 2, 0:15: scrolls to 75%")
        .rect()
        .center();
    let start = harness
        .get_by_role_and_label(Role::Button, "Step 1, 0:00: opens example.com/")
        .rect()
        .center();
    harness.drag_at(from);
    harness.run();
    for share in [0.8, 0.5, 0.4] {
        harness.hover_at(start + (from - start) * share);
        harness.run();
    }
    keep_picture(&mut harness, "journey-drag");
    harness.drop_at(start + (from - start) * 0.4);
    harness.run();
    let moved = harness.state().app().journey().timeline().steps()[1].at;
    assert!((moved - 6.0).abs() < 0.2, "{moved}");
    agrees_with_the_engine(&harness);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().steps(), ["0 Open", "15 Scroll", "18 Wait"]);
}

#[test]
fn it_plays_to_the_end_and_rests_there() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    for _ in 0..3 {
        press(&mut harness, Role::Button, "Speed");
    }
    harness.get_by_role_and_label(Role::Slider, "Playhead").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run_steps(4);
    let early = harness.state().at();
    assert!(early > 0.0 && harness.state().app().journey().player.playing);
    harness.run_steps(400);
    let player = &harness.state().app().journey().player;
    assert_eq!((player.at, player.playing), (15.0, false));
    // Nothing requests another frame any more.
    assert!(harness.run() < 4);
}

#[test]
fn without_motion_it_goes_from_moment_to_moment() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    key(&mut harness, Modifiers::COMMAND, Key::K);
    harness
        .get_by_label("Type a command or a campaign’s name")
        .type_text("Reduce motion");
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_role_and_label(Role::Slider, "Playhead").focus();
    harness.run();
    harness.key_press(Key::Space);
    let mut seen = vec![0.0];
    for _ in 0..600 {
        harness.step();
        if seen.last() != Some(&harness.state().at()) {
            seen.push(harness.state().at());
        }
    }
    assert_eq!(seen, [0.0, 2.0, 6.0, 15.0]);
}

#[test]
fn another_campaign_takes_the_screen_and_outranks() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = folder.path().join("Beckon");
    let mut harness = window(&library);
    // The sale comes after the welcome, so that both compete for the home page of a visitor with a Turkish browser.
    fill(&mut harness, "Language", "tr-TR");
    press(&mut harness, Role::RadioButton, "Below the preview: Journey");
    agrees_with_the_engine(&harness);
    harness.get_by_label("Winter sale in Turkish: qualifies, but “Welcome, first-time visitors” goes first");
    scrub(&mut harness, Key::ArrowRight, 4);
    assert_eq!(on_screen(&mut harness), "pop-up of Welcome, first-time visitors");
    harness.get_by_label("Winter sale in Turkish: qualifies, and waits until “Welcome, first-time visitors” is gone");
    press(&mut harness, Role::Button, "Step 2, 0:06: scrolls to 30%");
    add(&mut harness, "Close what is open");
    assert_eq!(harness.state().at(), 9.0);
    // After a pop-up disappears, nothing is shown for a while.
    assert_eq!(on_screen(&mut harness), "page");
    harness.get_by_label_contains("Winter sale in Turkish: quiet until");
    agrees_with_the_engine(&harness);
    keep_picture(&mut harness, "journey-outranked");
}

#[test]
fn a_journey_goes_through_a_file_and_the_command_line_sees_the_same() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = folder.path().join("Beckon");
    let file = folder.path().join("visit.journey.json");
    let mut harness = journey_window(&library);
    choose(&mut harness, "Returns tomorrow");
    add(&mut harness, "Click the pop-up");
    press(&mut harness, Role::Button, "More about the journey");
    press(&mut harness, Role::MenuItem, "Save the journey as…");
    fill(&mut harness, "File", &file.display().to_string());
    keep_picture(&mut harness, "journey-save");
    press(&mut harness, Role::Button, "Save");
    agrees_with_the_engine(&harness);

    let text = std::fs::read_to_string(&file).expect("it was saved");
    let saved = Journey::from_json(&text).expect("it is a journey");
    assert_eq!(saved, harness.state().app().current_journey());
    let said = simulate(&library, &file);
    let run = harness.state().app().journey().run().expect("it was played").clone();
    assert_eq!(said, serde_json::to_value(&run.effects).expect("it writes"));

    choose(&mut harness, "About to leave");
    press(&mut harness, Role::Button, "More about the journey");
    press(&mut harness, Role::MenuItem, "Open a journey…");
    fill(&mut harness, "File", &file.display().to_string());
    press(&mut harness, Role::Button, "Open");
    assert_eq!(harness.state().app().current_journey(), saved);
    agrees_with_the_engine(&harness);
}

/// Returns the result of `beckon simulate` for the library's campaigns on the journey of a file.
fn simulate(library: &Path, journey: &Path) -> serde_json::Value {
    let files: Vec<PathBuf> = std::fs::read_dir(library)
        .expect("the library")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".campaign.json"))
        .collect();
    let output = Command::new(env!("CARGO_BIN_EXE_beckon"))
        .arg("simulate")
        .args(files)
        .arg("--journey")
        .arg(journey)
        .arg("--json")
        .output()
        .expect("the binary runs");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

/// Opens a journey file of this content.
fn open(harness: &mut Window, folder: &Path, content: &[u8]) {
    let file = folder.join("given.journey.json");
    std::fs::write(&file, content).expect("the folder is writable");
    press(harness, Role::Button, "More about the journey");
    press(harness, Role::MenuItem, "Open a journey…");
    fill(harness, "File", &file.display().to_string());
    press(harness, Role::Button, "Open");
}

#[test]
fn broken_files_are_reported_with_a_remedy_and_change_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(&folder.path().join("Beckon"));
    add(&mut harness, "Close what is open");
    let before = harness.state().app().current_journey();
    let many: Vec<String> = (0..10_001).map(|at| format!(r#"{{"at":{at},"end":true}}"#)).collect();
    let many = format!(r#"{{"start":"2026-11-22T10:00:00Z","events":[{}]}}"#, many.join(","));
    for (content, message) in [
        (&b""[..], "Line 1"),
        (b"\xff\xfe{", "not UTF-8 text"),
        (
            br#"{"start":"2026-11-22T10:00:00Z","events":[{"at":5,"exit":true},{"at":4,"exit":true}]}"#,
            "Step 2",
        ),
        (br#"{"start":"yesterday","events":[]}"#, "column"),
        (br#"{"start":"2026-11-22T10:00:00Z","event":[]}"#, "no key “event”"),
        (many.as_bytes(), "10,001 steps"),
    ] {
        open(&mut harness, folder.path(), content);
        let shown = harness.query_all_by_label_contains(message).count();
        assert!(
            shown > 0,
            "{message} for {}",
            String::from_utf8_lossy(&content[..content.len().min(90)])
        );
        assert_eq!(harness.state().app().current_journey(), before);
    }
    keep_picture(&mut harness, "journey-broken");
}

#[test]
fn strange_but_true_journeys_are_shown() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(&folder.path().join("Beckon"));
    let wrap = |events: &str| format!(r#"{{"start":"2026-11-22T10:00:00Z","events":[{events}]}}"#);
    let home = r#""open":"https://www.example.com/""#;
    let thousand: Vec<String> = (0..1_000)
        .map(|step| match step % 3 {
            0 => format!(r#"{{"at":{step},{home}}}"#),
            1 => format!(r#"{{"at":{step},"scroll":{}}}"#, step % 100),
            _ => format!(r#"{{"at":{step},"close":true}}"#),
        })
        .collect();
    let equal = format!(r#"{{"at":3,{home}}},{{"at":3,"scroll":50}},{{"at":3,"exit":true}},{{"at":3,"end":true}}"#);
    let far = format!(r#"{{"at":0,{home}}},{{"at":1e300,"end":true}}"#);
    for (name, events) in [
        ("empty", String::new()),
        ("thousand", thousand.join(",")),
        ("equal", equal),
        ("far", far),
        (
            "no-page",
            r#"{"at":0,"click":true},{"at":4,"identify":{"a":null,"b":[1],"<b>":"x"}}"#.to_owned(),
        ),
    ] {
        open(&mut harness, folder.path(), wrap(&events).as_bytes());
        agrees_with_the_engine(&harness);
        scrub(&mut harness, Key::ArrowRight, 2);
        key(&mut harness, Modifiers::NONE, Key::End);
        keep_picture(&mut harness, &format!("journey-{name}"));
        let steps = harness.state().steps().len();
        add(&mut harness, "Have a conversation");
        assert_eq!(harness.state().steps().len(), steps + 1, "{name}");
        agrees_with_the_engine(&harness);
    }
}

#[test]
fn a_journey_without_steps_can_be_begun_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    press(&mut harness, Role::Button, "Step 1, 0:00: opens example.com/");
    for _ in 0..5 {
        key(&mut harness, Modifiers::NONE, Key::Delete);
    }
    assert!(harness.state().steps().is_empty());
    agrees_with_the_engine(&harness);
    harness.get_by_label("No page is open yet.");
    keep_picture(&mut harness, "journey-none");
    add(&mut harness, "Open a page");
    add(&mut harness, "Wait");
    assert_eq!(harness.state().steps(), ["0 Open", "10 Wait"]);
    agrees_with_the_engine(&harness);
}

#[test]
fn what_was_not_saved_comes_back_with_undo_and_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = folder.path().join("Beckon");
    let steps = {
        let mut harness = journey_window(&library);
        add(&mut harness, "Move toward exit");
        let steps = harness.state().steps();
        choose(&mut harness, "Reads to the end");
        harness.get_by_label("Another journey replaced yours.");
        harness
            .get_all_by_role_and_label(Role::Button, "Undo")
            .last()
            .expect("a way back")
            .click();
        harness.run();
        assert_eq!(harness.state().steps(), steps);
        harness.run_steps(12);
        steps
    };
    let harness = journey_window(&library);
    assert_eq!(harness.state().steps(), steps);
    agrees_with_the_engine(&harness);
}

#[test]
fn another_campaign_of_the_trace_is_opened_and_the_journey_stays() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    let steps = harness.state().steps();
    harness
        .get_by_label_contains("Winter sale in Turkish: not now: their browser speaks")
        .click();
    harness.run();
    let open = harness.state().app().session().expect("open").campaign().name.clone();
    assert_eq!(open, "Winter sale in Turkish");
    assert_eq!(harness.state().steps(), steps);
    agrees_with_the_engine(&harness);
}

#[test]
fn who_competes_can_be_chosen() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    assert_eq!(
        harness.state().app().journey().run().expect("played").campaigns.len(),
        9
    );
    press(&mut harness, Role::Button, "More about the journey");
    press(&mut harness, Role::MenuItem, "This one alone");
    assert_eq!(
        harness.state().app().journey().run().expect("played").campaigns.len(),
        1
    );
}

/// The open campaign's conditions and groups.
fn audience(harness: &Window) -> Vec<String> {
    let app = harness.state().app();
    let campaign = app.session().expect("one is open").campaign();
    let children = campaign.audience.children.iter();
    children.map(|child| format!("{child:?}")).collect()
}

#[test]
fn undo_is_about_what_was_touched_or_changed_last() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    add(&mut harness, "Click the pop-up");
    let (steps, conditions) = (harness.state().steps(), audience(&harness));
    // By keyboard alone: no press shows where the user is.
    fill(&mut harness, "Condition 2 value", "7");
    assert_ne!(audience(&harness), conditions);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        (harness.state().steps(), audience(&harness)),
        (steps.clone(), conditions.clone())
    );
    harness
        .get_by_role_and_label(Role::Button, "Step 3, 0:09: clicks the pop-up")
        .focus();
    harness.run();
    key(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_eq!(audience(&harness).len(), conditions.len() + 1);
    // The new row's list of fields has the keyboard, and its search an undo of its own.
    key(&mut harness, Modifiers::NONE, Key::Escape);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!((harness.state().steps(), audience(&harness)), (steps, conditions));
    harness
        .get_by_role_and_label(Role::Button, "Step 1, 0:00: opens example.com/")
        .focus();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Step 3, 0:09: clicks the pop-up")
        .focus();
    harness.run();
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().steps(), ["0 Open", "6 Scroll", "15 Wait"]);
}

#[test]
fn keys_in_front_of_the_window_do_not_reach_the_journey() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    let steps = harness.state().steps();
    press(&mut harness, Role::Button, "Step 2, 0:06: scrolls to 30%");
    key(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    harness.get_by_role_and_label(Role::Button, "Close").focus();
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Delete);
    key(&mut harness, Modifiers::NONE, Key::Space);
    assert!(!harness.state().app().journey().player.playing);
    assert_eq!(harness.state().steps(), steps);
}

#[test]
fn a_step_that_goes_while_it_is_dragged_is_let_go() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    for (modifiers, pressed) in [(Modifiers::COMMAND, Key::Z), (Modifiers::NONE, Key::Delete)] {
        add(&mut harness, "Click the pop-up");
        press(&mut harness, Role::Button, "Step 4, 0:15: The journey ends");
        let from = harness
            .get_by_role_and_label(Role::Button, "Step 4, 0:15: The journey ends")
            .rect()
            .center();
        harness.drag_at(from);
        harness.run();
        harness.hover_at(from - egui::vec2(12.0, 0.0));
        harness.run();
        key(&mut harness, modifiers, pressed);
        assert_eq!(harness.state().steps().len(), 3);
        harness.hover_at(from - egui::vec2(16.0, 0.0));
        harness.run();
        harness.drop_at(from - egui::vec2(16.0, 0.0));
        harness.run();
        assert_eq!(harness.state().steps().len(), 3);
        agrees_with_the_engine(&harness);
    }
}

#[test]
fn opening_a_file_first_keeps_the_steps_of_the_last_run() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = folder.path().join("Beckon");
    let steps = {
        let mut harness = journey_window(&library);
        add(&mut harness, "Move toward exit");
        harness.run_steps(12);
        harness.state().steps()
    };
    let file = folder.path().join("given.journey.json");
    let content = r#"{"start":"2026-11-22T10:00:00Z","visitor":{"url":"https://www.example.com/old"},"events":[{"at":1,"end":true}]}"#;
    std::fs::write(&file, content).expect("the folder is writable");
    let mut harness = window(&library);
    key(&mut harness, Modifiers::COMMAND, Key::K);
    harness
        .get_by_label("Type a command or a campaign’s name")
        .type_text("Open a journey");
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    fill(&mut harness, "File", &file.display().to_string());
    press(&mut harness, Role::Button, "Open");
    assert_eq!(harness.state().steps(), ["1 Wait"]);
    harness.get_by_label("Another journey replaced yours.");
    // Redundant content of the file does not make it look changed.
    assert_eq!(harness.query_all_by_label_contains("•").count(), 0);
    harness
        .get_all_by_role_and_label(Role::Button, "Undo")
        .last()
        .expect("a way back")
        .click();
    harness.run();
    assert_eq!(harness.state().steps(), steps);
}

#[test]
fn a_campaign_that_was_deleted_no_longer_competes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = journey_window(folder.path());
    harness
        .get_by_role_and_label(Role::ListItem, "Winter sale in Turkish")
        .click_secondary();
    harness.run();
    press(&mut harness, Role::MenuItem, "Delete campaign");
    assert_eq!(campaigns(&harness.state().library).len(), 8);
    agrees_with_the_engine(&harness);
    assert_eq!(
        harness.state().app().journey().run().expect("played").campaigns.len(),
        8
    );
}
