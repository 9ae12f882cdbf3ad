//! How the app begins: its parts, the library's files, and which campaign is open first.

use std::{path::PathBuf, sync::Arc};

use super::{App, Page, inquiring::Inquiring, journey::JourneyDesk, keeping::Keeping, reaching::Reaching};
use crate::{
    desktop::{
        action::Outbox,
        analysis::Analyst,
        checks_page::ChecksPage,
        chooser::Chooser,
        clock::Clock,
        editor_step::EditorStep,
        library_panel::LibraryPanel,
        preview_panel::{PreviewPanel, Site},
        publishing::{Publishing, PublishingSetup},
        settings::Settings,
        shelf::Shelf,
        simulator::{Preset, SimulatedVisitor},
        survey::Survey,
        tasks::Tasks,
        theme,
        thumbnails::Thumbnails,
        widgets::Toasts,
    },
    library::Library,
    wording::text::Text,
};

/// What the app is given.
pub struct Setup {
    /// The folder of campaigns, opened.
    pub library: Library,
    /// The campaign to open; without one, the last one, else the first.
    pub open: Option<PathBuf>,
    /// What was remembered.
    pub settings: Settings,
    /// Asks for files.
    pub chooser: Arc<dyn Chooser>,
    /// Tells the time.
    pub clock: Clock,
    /// Where campaigns are published from.
    pub publishing: PublishingSetup,
    /// Do everything at once instead of beside the window: for tests and pictures.
    pub at_once: bool,
}

impl App {
    /// Starts the app in `ctx`.
    pub fn new(ctx: &egui::Context, setup: Setup) -> Self {
        theme::install(ctx);
        ctx.set_theme(setup.settings.theme());
        theme::reduce_motion(ctx, setup.settings.reduces_motion());
        let tasks = if setup.at_once {
            Tasks::at_once()
        } else {
            Tasks::beside(ctx.clone())
        };
        let chosen = setup.settings.publish_to(setup.library.dir());
        let simulated = SimulatedVisitor::of(Preset::default(), "", setup.clock.now());
        let mut app = Self {
            text: Text::new(setup.settings.language()),
            clock: setup.clock,
            library: setup.library,
            preview: PreviewPanel::new(ctx, Site::new(setup.settings.brand()), setup.at_once),
            tasks,
            chooser: setup.chooser,
            shelf: Shelf::default(),
            session: None,
            revision: 0,
            keeping: Keeping::default(),
            analyst: Analyst::default(),
            library_panel: LibraryPanel::default(),
            page: Page::default(),
            survey: Survey::default(),
            checks_page: ChecksPage::default(),
            step: EditorStep::default(),
            arriving: None,
            attributes: Vec::new(),
            journey: JourneyDesk::new(&simulated),
            simulated,
            inquiring: Inquiring::default(),
            reaching: Reaching::default(),
            thumbnails: Thumbnails::default(),
            publishing: Publishing::new(setup.publishing, chosen),
            dialog: None,
            toasts: Toasts::default(),
            outbox: Outbox::default(),
            quitting: false,
            focus: None,
            was_focused: false,
            seen_focus: false,
            settings: setup.settings,
        };
        let sample = app.welcome();
        app.list_library();
        let first = setup
            .open
            .or(sample)
            .or_else(|| app.last_open())
            .filter(|path| path.is_file());
        if let Some(path) = first {
            app.open(&path);
        }
        app.ask_about_unsaved();
        app.begin_publishing();
        app
    }

    /// The campaign that was open last, if it lies in this library.
    fn last_open(&self) -> Option<PathBuf> {
        self.settings
            .last_open()
            .filter(|path| path.parent() == Some(self.library.dir()))
    }

    /// Puts the samples into a library that is new, and says which of them is met first.
    fn welcome(&mut self) -> Option<PathBuf> {
        if !self.library.is_new() {
            return None;
        }
        match self.library.add_samples() {
            Ok(samples) => samples.into_iter().next(),
            Err(error) => {
                let hint = error.hint();
                self.complain(&error, hint);
                None
            }
        }
    }
}
