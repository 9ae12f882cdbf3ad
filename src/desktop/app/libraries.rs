//! Another library in the same window: everything of the open one is written first, as when the window closes, and the app begins anew.

use std::path::{Path, PathBuf};

use super::{App, Event, Setup, diagnosing::DrawnBy};
use crate::{
    desktop::{
        dialogs::{Dialog, SettingsDialog},
        theme,
    },
    library::{Library, LibraryError},
    studio::{
        closing,
        settings::{Preferences, Settings},
    },
    wording::text::Text,
};

impl App {
    /// Shows the page of settings.
    pub(super) fn show_settings(&mut self) {
        let open = self.library.dir();
        let others = self.settings.libraries().into_iter().filter(|other| other != open);
        self.dialogs.put(Dialog::Settings(SettingsDialog {
            preferences: self.settings.preferences(),
            library: open.to_owned(),
            others: others.collect(),
            logs: self.diagnosing.logs().map(Path::to_owned),
            drawn_by: match self.diagnosing.drawn_by() {
                DrawnBy::Unknown => String::new(),
                DrawnBy::Processor => self.text.t("settings-renderer-processor"),
                DrawnBy::OpenGl { name, .. } => name.clone(),
            },
        }));
    }

    /// Takes over what was chosen on the page of settings.
    pub(super) fn prefer(&mut self, ctx: &egui::Context, preferences: Preferences) {
        self.set_theme(ctx, preferences.theme);
        if preferences.zoom != self.settings.zoom() {
            theme::zoom(ctx, preferences.zoom);
            self.settings.set_zoom(preferences.zoom);
        }
        if preferences.reduces_motion != self.settings.reduces_motion() {
            self.switch_motion(ctx);
        }
        let is_other = preferences.language != self.text.language();
        if is_other {
            self.settings.set_language(preferences.language);
            self.text = Text::new(preferences.language);
        }
        self.settings.set_renderer(preferences.renderer);
    }

    /// Opens another library. The window keeps this one until that folder can be opened and everything here is written.
    pub(super) fn open_library(&mut self, folder: PathBuf) {
        if folder == self.library.dir() {
            return;
        }
        self.tasks
            .disk(None, "busy-open", move || Event::LibraryOpened(Library::open(&folder)));
    }

    /// The other library could be opened, or not.
    pub(super) fn library_opened(&mut self, ctx: &egui::Context, result: Result<Library, LibraryError>) {
        match result {
            Ok(library) => {
                self.next_library = Some(library);
                let now = ctx.input(|input| input.time);
                self.close_on(ctx, closing::Event::Asked(now));
                ctx.request_repaint();
            }
            Err(error) => self.complain(&error),
        }
    }

    /// Everything is written: the app begins anew with another library. What runs in the background ends there.
    pub(super) fn become_library(&mut self, ctx: &egui::Context, library: Library) {
        let setup = Setup {
            library,
            open: None,
            bring: Vec::new(),
            settings: std::mem::replace(&mut self.settings, Settings::forgetful()),
            chooser: self.chooser.clone(),
            clock: self.clock,
            work: self.origin.work.clone(),
            publishing: self.origin.publishing.clone(),
            diagnostics: self.diagnosing.setup().clone(),
        };
        let mut old = std::mem::replace(self, App::new(ctx, setup));
        self.tasks.start(Event::Done, move || {
            old.end();
            Event::Done
        });
        ctx.request_repaint();
    }
}
