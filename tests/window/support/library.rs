//! The window on a library of samples, as tests of files and folders need it.

use std::path::{Path, PathBuf};

use beckon::{
    campaign::Campaign,
    desktop::testing::{App, DiagnosticsSetup, Setup, Work},
    library::Library,
    publish::{DataDir, Keyring},
    studio::{
        clock::Clock,
        publishing::{PublishingSetup, Snapshot},
        settings::Settings,
    },
    wording::text::Language,
};
use chrono::{DateTime, TimeZone, Utc};
use egui::{Key, Modifiers, OutputCommand, Role, Theme, Ui};
use egui_kittest::{Harness, kittest::Queryable};

use crate::support;
pub use crate::support::fill;

/// How the window is opened.
pub struct Opening {
    pub work: Work,
    pub language: Language,
    pub size: [f32; 2],
    pub now: DateTime<Utc>,
    /// Where it publishes from; nowhere without it.
    pub data_dir: Option<DataDir>,
    /// The file of the library that is open first.
    pub first: Option<PathBuf>,
    /// What is known about the window, and where its log is.
    pub diagnostics: DiagnosticsSetup,
}

impl Default for Opening {
    fn default() -> Self {
        Self {
            work: Work::AtOnce,
            language: Language::ENGLISH,
            size: [1440.0, 900.0],
            now: now(),
            data_dir: None,
            first: None,
            diagnostics: DiagnosticsSetup::default(),
        }
    }
}

/// The instant that these tests take for now.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 28, 10, 15, 0)
        .single()
        .expect("a real instant")
}

/// A folder to publish from.
pub fn data_dir(folder: &Path) -> DataDir {
    DataDir::open(folder.join("publishing"), Keyring::Avoid).expect("a folder to publish from")
}

pub struct State {
    pub library: Library,
    pub app: Option<App>,
    /// The text put into the clipboard.
    pub copied: Vec<String>,
}

impl State {
    pub fn app(&self) -> &App {
        self.app.as_ref().expect("the app was started in the first frame")
    }

    pub fn campaign(&self) -> &Campaign {
        self.app().session().expect("a campaign is open").campaign()
    }

    pub fn title(&self) -> String {
        self.campaign().content.title.clone().unwrap_or_default()
    }

    /// Returns the content of the open campaign's file.
    pub fn stored(&self) -> Campaign {
        let path = self.app().session().expect("a campaign is open").path();
        Library::load(path).expect("the file can be read").campaign
    }
}

pub type Window = Harness<'static, State>;

/// Opens the window on the samples in `folder/Beckon`, with a rescue folder next to them.
pub fn window(folder: &Path) -> Window {
    open(folder, Opening::default())
}

/// The same, opened in another way.
pub fn open(folder: &Path, opening: Opening) -> Window {
    let rescue = Some(folder.join("rescue"));
    let library = Library::open_with_rescue(folder.join("Beckon"), rescue).expect("a library");
    let size = opening.size;
    let mut settings = Settings::forgetful();
    settings.set_language(opening.language);
    let server = opening.data_dir.as_ref().map(|_| (folder.join("server"), 0));
    let mut setup = Some(Setup {
        settings,
        clock: Clock::Still(opening.now),
        work: opening.work,
        open: opening.first,
        diagnostics: opening.diagnostics,
        publishing: PublishingSetup {
            data_dir: opening.data_dir,
            shown: Snapshot::default(),
            server,
        },
        ..support::setup(library.clone())
    });
    let draw = move |ui: &mut Ui, state: &mut State| {
        support::show(ui, &mut state.app, &mut setup);
        let commands = ui.ctx().output(|output| output.commands.clone());
        state
            .copied
            .extend(commands.into_iter().filter_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text),
                _ => None,
            }));
    };
    let state = State {
        library,
        app: None,
        copied: Vec::new(),
    };
    support::window((size, Theme::Light, 60), state, draw)
}

/// Presses the button of this name; of several, the last, which is in front.
pub fn press(harness: &mut Window, name: &str) {
    let buttons = harness.get_all_by_role_and_label(Role::Button, name);
    buttons.last().expect("such a button").click();
    harness.run();
}

/// Opens the campaign of this name from the list.
pub fn choose(harness: &mut Window, name: &str) {
    harness.get_by_role_and_label(Role::ListItem, name).click();
    harness.run();
}

pub fn tab(harness: &mut Window, name: &str) {
    harness.get_by_role_and_label(Role::Tab, name).click();
    harness.run();
}

pub fn keys(harness: &mut Window, modifiers: Modifiers, key: Key) {
    support::stroke(harness, modifiers, key);
    harness.run();
}

/// Lets enough time pass for typing to pause and everything to be saved.
pub fn rest(harness: &mut Window) {
    harness.run_steps(12);
}

/// Finds a command in the palette by these words and runs it.
pub fn command(harness: &mut Window, words: &str) {
    keys(harness, Modifiers::COMMAND, Key::K);
    harness
        .get_by_label("Type a command or a campaign’s name")
        .type_text(words);
    harness.run();
    keys(harness, Modifiers::NONE, Key::Enter);
}

/// The names in the list, from top to bottom.
pub fn listed(harness: &Window) -> Vec<String> {
    let items = harness.state().app().shelf().items().iter();
    items.map(|item| item.name.clone()).collect()
}
