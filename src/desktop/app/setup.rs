//! How the app begins: its parts, the library's files, and which campaign is open first.

use std::{path::PathBuf, sync::Arc};

use super::{
    App, DiagnosticsSetup, Event, canvas::Canvassing, diagnosing::Diagnosing, reaching::Reaching, regions::Regions,
    watching::Watching,
};
use crate::{
    desktop::{
        audience_page::AudiencePage,
        calendar_page::CalendarPage,
        checks_page::ChecksPage,
        journey::{JourneyPanel, frame_of},
        library_panel::LibraryPanel,
        pictures::Book,
        preview_panel::{PreviewPanel, Site},
        sheet_page::SheetPage,
        site_page::SitePage,
        theme,
        widgets::Toasts,
    },
    library::Library,
    studio::{
        action::Actions,
        analysis::Analyst,
        audiences::AudienceDesk,
        calendar::Planner,
        choosing::Chooser,
        clock::Clock,
        closing::Closing,
        conflicts::Conflicts,
        filing::{self, Filing},
        folder::Folder,
        inquiring::Inquiring,
        journey::JourneyDesk,
        keeping::Keeping,
        navigation::Navigation,
        opening::Opening,
        outline::Outlines,
        publishing::{Publisher, Publishing, PublishingSetup},
        queue::Queue,
        sessions::Sessions,
        settings::Settings,
        shelf::{KnownKeys, Shelf},
        shell::Shell,
        simulated::SimulatedVisitor,
        site::SiteDesk,
        speaking::Speaking,
        survey::Survey,
        tasks::{Execution, SlowDisk, Tasks, Wake},
        trouble::{self, Trouble},
    },
    visitor::VisitorPreset,
    wording::text::Text,
};

/// What the app is given.
pub struct Setup {
    /// The folder of campaigns, opened.
    pub library: Library,
    /// The campaign to open; without one, the last one, else the first.
    pub open: Option<PathBuf>,
    /// Files from elsewhere, to be copied into the library and opened there.
    pub bring: Vec<PathBuf>,
    /// What was remembered.
    pub settings: Settings,
    /// Asks for files.
    pub chooser: Arc<dyn Chooser>,
    /// The source of the time.
    pub clock: Clock,
    /// Where campaigns are published from.
    pub publishing: PublishingSetup,
    /// Where work is done that must not hold up a frame.
    pub work: Work,
    /// What is known about the window, and where the log is.
    pub diagnostics: DiagnosticsSetup,
}

/// Where work is done that must not hold up a frame.
#[derive(Clone, Default)]
pub enum Work {
    /// In the background.
    #[default]
    Background,
    /// At once, for tests.
    AtOnce,
    /// At once, but for a disk that is as slow as a test likes.
    SlowDisk(SlowDisk),
    /// At once, and nothing is ever written: for pictures.
    Picture,
}

/// What the app was given, for another library in the same window.
#[derive(Clone)]
pub(super) struct Origin {
    pub(super) work: Work,
    pub(super) publishing: PublishingSetup,
}

/// Wakes the window of `ctx`.
fn waking(ctx: &egui::Context) -> Wake {
    let window = ctx.clone();
    Arc::new(move || window.request_repaint())
}

impl App {
    /// Starts the app in `ctx`.
    pub fn new(ctx: &egui::Context, setup: Setup) -> Self {
        theme::install(ctx);
        ctx.set_theme(theme::preference(setup.settings.theme()));
        theme::reduce_motion(ctx, setup.settings.reduces_motion());
        theme::zoom(ctx, setup.settings.zoom());
        let is_picture = matches!(setup.work, Work::Picture);
        let origin = Origin {
            work: setup.work.clone(),
            publishing: setup.publishing.clone(),
        };
        let tasks = Tasks::new(match setup.work {
            Work::Background => Execution::Background(waking(ctx)),
            Work::AtOnce | Work::Picture => Execution::AtOnce,
            Work::SlowDisk(disk) => Execution::Slow(disk),
        });
        let chosen = setup.settings.publish_to(setup.library.dir());
        let simulated = SimulatedVisitor::of(VisitorPreset::default(), "", setup.clock.now());
        let mut app = Self {
            text: Text::new(setup.settings.language()),
            clock: setup.clock,
            library: setup.library,
            canvas: Canvassing::default(),
            speaking: Speaking::default(),
            preview: PreviewPanel::new(ctx, Site::new(setup.settings.brand()), tasks.is_at_once()),
            tasks,
            chooser: setup.chooser,
            shelf: Shelf::default(),
            sessions: Sessions::default(),
            opening: Opening::default(),
            filing: Filing::default(),
            keeping: Keeping::default(),
            conflicts: Conflicts::default(),
            watching: Watching::Off,
            folder: Folder::default(),
            bin: Vec::new(),
            analyst: Analyst::default(),
            library_panel: LibraryPanel::new(setup.settings.filter()),
            shell: Shell::new(setup.settings.shell()),
            regions: Regions::default(),
            width: ctx.content_rect().width(),
            device: frame_of(&simulated.visitor.device_type),
            navigation: Navigation::default(),
            landing: super::landing::Landings::default(),
            survey: Survey::default(),
            checks_page: ChecksPage::default(),
            planner: Planner::default(),
            calendar_page: CalendarPage::default(),
            sheet_page: SheetPage::default(),
            site_page: SitePage::default(),
            audience_page: AudiencePage::default(),
            gallery: None,
            outlines: Outlines::default(),
            cropping: super::picturing::Cropped::default(),
            folds: setup.settings.folds(),
            keys: KnownKeys::default(),
            journey: JourneyDesk::new(&simulated),
            journey_panel: JourneyPanel::default(),
            simulated,
            inquiring: Inquiring::default(),
            reaching: Reaching::default(),
            pictures: Book::default(),
            publisher: Publisher::new(&setup.publishing),
            publishing: Publishing::new(&setup.publishing, chosen),
            dialogs: Queue::default(),
            toasts: Toasts::default(),
            actions: Actions::default(),
            closing: Closing::default(),
            deleted: crate::studio::undoing::Deleted::default(),
            batches: crate::studio::batch::Batches::default(),
            asked_dialogs: 0,
            next_library: None,
            origin,
            diagnosing: Diagnosing::new(setup.diagnostics),
            is_picture,
            focus: None,
            busy_since: None,
            was_focused: false,
            settings: setup.settings,
            site: SiteDesk::default(),
            audiences: AudienceDesk::default(),
        };
        app.settings.note_library(app.library.dir());
        // Read once, here: nothing in a frame touches the disk.
        app.clock.zone();
        app.read_site();
        app.read_audiences();
        app.start(setup.open, setup.bring);
        app.begin_publishing();
        app.take_events_at_once(ctx);
        app
    }

    /// Requests everything that the window starts with: samples for a new library, the first open campaign, the list, and what an
    /// interrupted run left unsaved.
    fn start(&mut self, open: Option<PathBuf>, bring: Vec<PathBuf>) {
        self.shelf.begin();
        match open {
            Some(first) => {
                self.open(&first);
                self.begin_watching();
            }
            None => {
                // What is brought in is opened instead.
                let last = self.last_open().filter(|_| bring.is_empty());
                let library = self.library.clone();
                #[expect(clippy::disallowed_methods, reason = "a job of the disk worker")]
                let there = |path: &PathBuf| path.is_file();
                self.tasks.disk(None, "busy-create", move || {
                    let last = || last.filter(there).map(Ok);
                    Event::Welcomed(samples(&library).or_else(last))
                });
            }
        }
        bring
            .into_iter()
            .for_each(|file| self.file_on(filing::Event::Bring(file)));
        self.look_for_crash();
        self.look_for_unsaved();
        self.tidy();
    }

    /// Returns the campaign that was open last, if it is in this library.
    fn last_open(&self) -> Option<PathBuf> {
        self.settings
            .last_open()
            .filter(|path| path.parent() == Some(self.library.dir()))
    }

    /// It is known what the window begins with: the first sample of a new library, or what was open last. Without either it is the first
    /// campaign of the list.
    pub(super) fn welcomed(&mut self, first: Option<trouble::Result<PathBuf>>) {
        match first {
            Some(Ok(first)) => self.open(&first),
            Some(Err(trouble)) => self.complain(&trouble),
            None => {}
        }
        self.begin_watching();
    }
}

/// Puts the samples into a new library, and returns the one to show first.
fn samples(library: &Library) -> Option<trouble::Result<PathBuf>> {
    if !library.is_new() {
        return None;
    }
    let added = library.add_samples().map_err(Trouble::from);
    added.map(|samples| samples.into_iter().next()).transpose()
}
