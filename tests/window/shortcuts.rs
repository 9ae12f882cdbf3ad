//! Every key that the help lists does what it says: something in the window is another after it.

use std::{fmt::Write as _, path::Path, sync::Arc};

use beckon::{
    desktop::testing::{App, Setup},
    library::Library,
    publish::{DataDir, Keyring},
    studio::{
        choosing::{Chosen, FixedChooser},
        command::Command,
        publishing::{PublishingSetup, Snapshot},
    },
};
use egui::{OutputCommand, Role, Theme, Ui};
use egui_kittest::{Harness, kittest::NodeT};

use crate::support::{self, stroke};

struct State {
    app: Option<App>,
    /// What was asked of the desktop.
    asked: Vec<String>,
}

/// The window on the samples, in the step *Audience*, with a server to publish to; the desktop has no file dialogs.
fn window(folder: &Path) -> Harness<'static, State> {
    let library = Library::open_with_rescue(folder.join("Beckon"), None).expect("a library");
    let data_dir = DataDir::open(folder.join("publishing"), Keyring::Avoid).expect("a folder to publish from");
    let mut setup = Some(Setup {
        chooser: Arc::new(FixedChooser(Chosen::NoDialog)),
        publishing: PublishingSetup {
            data_dir: Some(data_dir),
            shown: Snapshot::default(),
            server: Some((folder.join("server"), 0)),
        },
        ..support::setup(library)
    });
    let draw = move |ui: &mut Ui, state: &mut State| {
        support::show(ui, &mut state.app, &mut setup);
        ui.ctx().output(|output| {
            let opened = output.commands.iter().filter_map(|command| match command {
                OutputCommand::OpenUrl(open) => Some(open.url.clone()),
                _ => None,
            });
            state.asked.extend(opened);
        });
    };
    let state = State {
        app: None,
        asked: Vec::new(),
    };
    support::window(([1440.0, 1000.0], Theme::Light, 40), state, draw)
}

fn press(harness: &mut Harness<'static, State>, command: Command) {
    let keys = command.spec().keys[0];
    stroke(harness, keys.modifiers, keys.logical_key);
    harness.run_steps(12);
}

/// Everything that a screen reader could tell of the window, where it stands, the theme of the pop-up, and what was asked of the desktop.
fn seen(harness: &Harness<'static, State>) -> String {
    let mut out = harness.state().asked.join("\n");
    let scene = harness.state().app.as_ref().and_then(App::previewed_scene);
    writeln!(out, "{:?}", scene.map(|scene| scene.theme)).expect("written");
    for node in harness.root().children_recursive() {
        let inner = node.accesskit_node();
        writeln!(
            out,
            "{:?} {:?} {:?} {:?} {} {:?}",
            inner.role(),
            inner.label(),
            inner.value(),
            inner.toggled(),
            inner.is_focused(),
            inner.raw_bounds(),
        )
        .expect("written");
    }
    out
}

/// What comes first, so that the command has something to do.
fn before(command: Command) -> &'static [Command] {
    match command {
        // Its visitor does not see that one.
        Command::PreviousCampaign | Command::NearestChange => &[Command::NextCampaign],
        Command::FrameDesktop => &[Command::FramePhone],
        Command::ZoomActual | Command::ZoomFit => &[Command::ZoomIn, Command::ZoomIn],
        Command::InterfaceUsual => &[Command::InterfaceLarger],
        Command::GoAudience => &[Command::GoReview],
        Command::VisitorBefore => &[Command::FindVisitor],
        Command::Redo => &[Command::Undo],
        _ => &[],
    }
}

#[test]
fn every_key_of_a_command_does_something() {
    // What is sent again is seen at the other end, in the tests of publishing; the window's end is no part of the window.
    let elsewhere = [Command::RetryNow, Command::Quit];
    let mut idle = Vec::new();
    for command in Command::ALL.iter().filter(|command| !elsewhere.contains(command)) {
        for keys in command.spec().keys {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let mut harness = window(folder.path());
            if matches!(command, Command::Undo | Command::Redo) {
                support::press(&mut harness, Role::Button, "Remove row 1");
            }
            for first in before(*command) {
                press(&mut harness, *first);
            }
            let was = seen(&harness);
            stroke(&mut harness, keys.modifiers, keys.logical_key);
            harness.run_steps(12);
            if seen(&harness) == was {
                idle.push((command, keys));
            }
        }
    }
    assert!(idle.is_empty(), "{idle:?}");
}
