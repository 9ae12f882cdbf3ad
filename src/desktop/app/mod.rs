//! The app around the panels: takes what came in from beside the window, shows the panels, and does what they ask for.

mod connecting;
mod event;
mod expecting;
mod exporting;
mod files;
mod frame;
mod inquiring;
mod journey;
mod journey_files;
mod keeping;
mod local;
mod perform;
mod picturing;
mod publishing;
mod reaching;
mod setup;
mod surveying;

use std::sync::Arc;

pub use event::Event;
pub use journey_files::Unwritten;
pub use setup::Setup;
pub use surveying::Page;

use super::{
    action::{Action, Outbox},
    analysis::{Analysis, Analyst},
    checks_page::ChecksPage,
    chooser::Chooser,
    clock::Clock,
    commands::Command,
    dialogs::Dialog,
    editor_step::EditorStep,
    library_panel::LibraryPanel,
    preview_panel::{PreviewPanel, Site},
    publishing::Publishing,
    session::Session,
    settings::Settings,
    shelf::Shelf,
    simulator::SimulatedVisitor,
    survey::Survey,
    tasks::Tasks,
    thumbnails::Thumbnails,
    widgets::{Toast, Toasts, Tone},
};
use crate::{campaign::Campaign, library::Library, wording::text::Text};

/// The app. Each part minds its own state; this holds them together.
pub struct App {
    text: Text,
    clock: Clock,
    settings: Settings,
    library: Library,
    tasks: Tasks<Event>,
    chooser: Arc<dyn Chooser>,
    shelf: Shelf,
    session: Option<Session>,
    /// The highest revision that any session has had.
    revision: u64,
    keeping: keeping::Keeping,
    analyst: Analyst,
    library_panel: LibraryPanel,
    /// What stands in the middle.
    page: Page,
    survey: Survey,
    checks_page: ChecksPage,
    /// The step of the editor that is shown.
    step: EditorStep,
    /// The place that the keyboard is to go to, as a JSON Pointer.
    arriving: Option<String>,
    /// Custom attributes that campaigns of the library speak of.
    attributes: Vec<String>,
    preview: PreviewPanel,
    simulated: SimulatedVisitor,
    inquiring: inquiring::Inquiring,
    journey: journey::JourneyDesk,
    reaching: reaching::Reaching,
    thumbnails: Thumbnails,
    publishing: Publishing,
    dialog: Option<Dialog>,
    toasts: Toasts<Action>,
    outbox: Outbox,
    /// Whether closing was put off because something is not saved.
    quitting: bool,
    /// The control that had the keyboard in the last frame.
    focus: Option<egui::Id>,
    was_focused: bool,
    seen_focus: bool,
}

impl App {
    /// The words.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The open campaign.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// What the other rooms say about the open campaign and the simulated visitor.
    pub fn analysis(&self) -> &Analysis {
        self.analyst.analysis()
    }

    /// The site that the preview stands on.
    pub fn site(&self) -> &Site {
        &self.preview.site
    }

    /// The revision whose picture the preview shows.
    pub fn previewed_revision(&self) -> Option<u64> {
        self.preview.shown_revision()
    }

    /// What the window knows of publishing.
    pub fn publishing(&self) -> &Publishing {
        &self.publishing
    }

    /// The campaigns of the library.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Shows a step of the editor.
    pub fn show_step(&mut self, step: EditorStep) {
        self.page = Page::Editor;
        self.step = step;
    }

    /// Goes on as a user would: with the open campaign changed into another one, and commands given.
    pub fn go_on(&mut self, edited: Option<&Campaign>, asked: &[Command]) {
        if let (Some(session), Some(edited)) = (&mut self.session, edited) {
            session.edit(std::time::Duration::ZERO, |draft| {
                draft.campaign.clone_from(edited);
                draft.step("edit-take-theirs");
            });
        }
        asked.iter().for_each(|command| self.outbox.command(*command));
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

    /// Says an error and its remedy.
    fn complain(&mut self, error: &dyn std::fmt::Display, hint: &str) {
        let text = self
            .text
            .tv("trouble", &[("error", error.to_string().into()), ("hint", hint.into())]);
        self.say(Tone::Danger, text);
    }

    fn next_revision(&mut self) -> u64 {
        let reached = self.session.as_ref().map_or(0, Session::revision);
        self.revision = self.revision.max(reached) + 1;
        self.revision
    }
}
