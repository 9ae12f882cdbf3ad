//! The app around the panels: takes over results of background work, shows the panels, and carries out their requests.
//!
//! It decides nothing. What happens becomes an event of a state machine in [`crate::studio`] (`open_on`, `file_on`, `folder_on`, and so on),
//! and each request of that becomes a job, a dialog, a message or an event of another machine.

mod audiences;
mod batching;
mod bin;
mod busy;
mod calendar;
mod canvas;
mod closing;
mod conflicts;
mod connecting;
mod diagnosing;
mod event;
mod expecting;
mod exporting;
mod files;
mod frame;
mod inquiring;
mod inspector;
mod journey;
mod journey_files;
mod keeping;
mod keys;
mod landing;
mod libraries;
mod opening;
mod ordering;
mod panes;
mod perform;
mod picturing;
mod publishing;
mod reaching;
mod regions;
mod replacing;
mod setup;
mod sheet;
mod side;
mod site;
mod speaking;
mod starting;
mod strip;
mod surveying;
mod thumbnails;
mod translating;
mod undoing;
mod using;
mod versions;
mod watching;

use std::sync::Arc;

pub use crate::studio::{folder::FolderState, navigation::Page};
pub use diagnosing::{DiagnosticsSetup, DrawnBy};
pub use event::Event;
pub use setup::{Setup, Work};

use super::{
    audience_page::AudiencePage,
    calendar_page::CalendarPage,
    checks_page::ChecksPage,
    dialogs::Dialog,
    gallery::GalleryPage,
    library_panel::LibraryPanel,
    pictures,
    preview_panel::{PreviewPanel, Site},
    sheet_page::SheetPage,
    site_page::SitePage,
    widgets::{Toast, Toasts},
};
use crate::{
    campaign::Campaign,
    desktop::journey::JourneyPanel,
    library::{BinEntry, Library},
    popup::{Frame, Scene},
    redact,
    studio::{
        action::{Action, Actions},
        analysis::{Analysis, Analyst},
        audiences::AudienceDesk,
        batch::Batches,
        calendar::Planner,
        choosing::Chooser,
        clock::Clock,
        closing::Closing,
        command::Command,
        conflicts::Conflicts,
        editor_step::EditorStep,
        filing::Filing,
        folder::Folder,
        inquiring::Inquiring,
        inspector::Folds,
        journey::JourneyDesk,
        keeping::Keeping,
        navigation::{self, Navigation},
        opening::Opening,
        outline::Outlines,
        publishing::{Choose, Publisher, Publishing},
        queue::Queue,
        session::Session,
        sessions::Sessions,
        settings::Settings,
        shelf::{KnownKeys, Shelf},
        shell::Shell,
        simulated::SimulatedVisitor,
        site::SiteDesk,
        speaking::Speaking,
        survey::Survey,
        tasks::{Key, Tasks},
        tone::Tone,
        trouble::InWords,
    },
    wording::text::Text,
};

/// The app. Each part manages its own state; this combines them.
pub struct App {
    text: Text,
    clock: Clock,
    settings: Settings,
    /// What the library says for all of its campaigns, where it says it.
    site: SiteDesk,
    /// Its saved audiences.
    audiences: AudienceDesk,
    library: Library,
    tasks: Tasks<Event>,
    chooser: Arc<dyn Chooser>,
    shelf: Shelf,
    sessions: Sessions,
    opening: Opening<opening::Then>,
    filing: Filing,
    keeping: Keeping<Choose>,
    conflicts: Conflicts,
    watching: watching::Watching,
    folder: Folder,
    /// The content of the bin.
    bin: Vec<BinEntry>,
    analyst: Analyst,
    library_panel: LibraryPanel,
    /// Which parts of the window are shown, and how large.
    shell: Shell,
    regions: regions::Regions,
    /// How wide the window was in the last frame, in points.
    width: f32,
    /// The window of the simulated visitor's device, in the frame before.
    device: Frame,
    navigation: Navigation,
    /// Where the keyboard goes after a command that led elsewhere.
    landing: landing::Landings,
    survey: Survey,
    checks_page: ChecksPage,
    planner: Planner,
    calendar_page: CalendarPage,
    site_page: SitePage,
    audience_page: AudiencePage,
    sheet_page: SheetPage,
    /// The page on which a new campaign begins; `None` until it is shown.
    gallery: Option<GalleryPage>,
    /// Which rows of the open campaigns' audiences are folded, selected and edited.
    outlines: Outlines,
    /// Which sections of the message's fields are folded.
    folds: Folds,
    /// The keys that campaigns of the library ask about.
    keys: KnownKeys,
    preview: PreviewPanel,
    /// The picture whose part is being chosen on the card, and the one that was stored last.
    cropping: picturing::Cropped,
    /// Which part of the message is worked on.
    canvas: canvas::Canvassing,
    /// In which language its texts are written.
    speaking: Speaking,
    simulated: SimulatedVisitor,
    inquiring: Inquiring,
    journey: JourneyDesk,
    journey_panel: JourneyPanel,
    reaching: reaching::Reaching,
    pictures: pictures::Book,
    publishing: Publishing,
    /// The means of publishing; `None` where nothing can be published.
    publisher: Option<Publisher>,
    dialogs: Queue<Dialog>,
    toasts: Toasts<Action>,
    actions: Actions,
    closing: Closing,
    /// What was deleted last.
    deleted: crate::studio::undoing::Deleted,
    /// What is changed in several campaigns at once.
    batches: Batches,
    /// How many dialogs there were that ask for something to be read.
    asked_dialogs: u64,
    /// The library to go on with, once everything of this one is written.
    next_library: Option<Library>,
    /// What another library begins with, too.
    origin: setup::Origin,
    diagnosing: diagnosing::Diagnosing,
    /// Whether this is a picture, of which nothing is saved.
    is_picture: bool,
    /// The control that had the focus in the last frame.
    focus: Option<egui::Id>,
    /// When the current writing began, in seconds since the app started.
    busy_since: Option<f64>,
    was_focused: bool,
}

impl App {
    /// The words.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The open campaign.
    pub fn session(&self) -> Option<&Session> {
        self.sessions.open()
    }

    /// What the other modules say about the open campaign and the simulated visitor.
    pub fn analysis(&self) -> &Analysis {
        self.analyst.analysis()
    }

    /// Returns the site that the preview shows.
    pub fn site(&self) -> &Site {
        &self.preview.site
    }

    /// The revision whose picture the preview shows.
    pub fn previewed_revision(&self) -> Option<u64> {
        self.preview.shown_revision()
    }

    /// What the preview draws.
    pub fn previewed_scene(&self) -> Option<&Scene> {
        self.preview.asked_scene()
    }

    /// Returns the window's state of publishing.
    pub fn publishing(&self) -> &Publishing {
        &self.publishing
    }

    /// Returns the state of the library's folder, as far as known.
    pub fn folder(&self) -> FolderState {
        self.folder.state()
    }

    /// Returns the content of the bin, as last read.
    pub fn bin(&self) -> &[BinEntry] {
        &self.bin
    }

    /// The campaigns of the library.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Shows a step of the editor.
    pub fn show_step(&mut self, step: EditorStep) {
        self.navigate_on(navigation::Event::Step(step));
    }

    /// Acts as a user would: changes the open campaign into `edited`, and gives commands.
    pub fn go_on(&mut self, edited: Option<&Campaign>, asked: &[Command]) {
        if let (Some(session), Some(edited)) = (self.sessions.open_mut(), edited) {
            session.step("edit-take-theirs", |campaign| campaign.clone_from(edited));
        }
        asked.iter().for_each(|command| self.actions.command(*command));
    }

    fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.toasts.push(Toast {
            text: text.into(),
            tone,
            action: None,
        });
    }

    fn say_with(&mut self, tone: Tone, text: impl Into<String>, word: String, action: Action) {
        self.toasts.push(Toast {
            text: text.into(),
            tone,
            action: Some((word, action)),
        });
    }

    /// Shows what went wrong and what to do about it. The underlying error goes to the log.
    fn complain(&mut self, trouble: &(impl InWords + std::error::Error + 'static)) {
        let words = trouble.words(&self.text);
        tracing::warn!(code = words.code, cause = redact::cause(trouble), "said in the window");
        let line = words.line(&self.text);
        self.say(Tone::Danger, line);
    }

    /// Sends the disk worker a job that must not run for a picture.
    fn write(&self, key: Option<Key>, what: &'static str, work: impl FnOnce() -> Event + Send + 'static) {
        if !self.is_picture {
            self.tasks.disk(key, what, work);
        }
    }
}
