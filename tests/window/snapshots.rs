//! The main screens, pixel by pixel, as they were when somebody last looked at them and agreed.
//!
//! A change to a screen fails here until its picture is drawn again, looked at and committed with the change:
//! `UPDATE_SNAPSHOTS=force cargo test --test window snapshots`. What differs is shown by the `.diff.png` next to a picture.

use beckon::{
    desktop::testing::App,
    studio::{command::Command, editor_step::EditorStep},
    wording::text::Language,
};
use egui_kittest::{SnapshotOptions, SnapshotResults};

use crate::support::library::{Opening, Window, open};

/// A screen, how it is opened, and its look.
struct Screen {
    name: &'static str,
    step: EditorStep,
    asked: &'static [Command],
    opening: fn() -> Opening,
}

fn usual() -> Opening {
    Opening::default()
}

fn small_and_turkish() -> Opening {
    Opening {
        size: [900.0, 600.0],
        language: Language::TURKISH,
        ..Opening::default()
    }
}

const DARK: Command = Command::ThemeDark;

const SCREENS: &[Screen] = &[
    screen("audience", EditorStep::Audience, &[], usual),
    screen("audience-dark", EditorStep::Audience, &[DARK], usual),
    screen("audience-small-turkish", EditorStep::Audience, &[], small_and_turkish),
    screen("message", EditorStep::Message, &[], usual),
    screen("message-dark", EditorStep::Message, &[DARK], usual),
    screen("review", EditorStep::Review, &[], usual),
    screen("start", EditorStep::Audience, &[Command::NewCampaign], usual),
    screen("checks", EditorStep::Audience, &[Command::Checks], usual),
    screen("calendar", EditorStep::Audience, &[Command::Calendar], usual),
    screen("site", EditorStep::Audience, &[Command::Site], usual),
    screen("sheet", EditorStep::Message, &[Command::Sheet], usual),
    screen("journey", EditorStep::Audience, &[Command::Journey], usual),
];

const fn screen(name: &'static str, step: EditorStep, asked: &'static [Command], opening: fn() -> Opening) -> Screen {
    Screen {
        name,
        step,
        asked,
        opening,
    }
}

fn app(window: &mut Window) -> &mut App {
    window.state_mut().app.as_mut().expect("the app runs")
}

#[test]
fn the_main_screens_look_as_they_were_last_agreed_on() {
    let options = SnapshotOptions::new().output_path("tests/window/snapshots");
    let mut results = SnapshotResults::new();
    for screen in SCREENS {
        let folder = tempfile::tempdir().expect("a folder");
        let mut window = open(folder.path(), (screen.opening)());
        app(&mut window).show_step(screen.step);
        window.run();
        app(&mut window).go_on(None, screen.asked);
        window.run();
        results.add(window.try_snapshot_options(screen.name, &options));
    }
    results.unwrap();
}
