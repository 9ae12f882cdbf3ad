//! The journey's files: jobs and messages for [`crate::studio::journey`].

use std::path::PathBuf;

use super::{App, Event};
use crate::{
    desktop::dialogs::{Dialog, FileDialog},
    library::ContentHash,
    studio::{
        choosing::{Choosing, Purpose},
        journey::{self, files},
        tasks::Key,
        tone::Tone,
        trouble::Trouble,
    },
    visitor::Journey,
};

impl App {
    /// Reads a journey's file in the background.
    pub(super) fn read_journey_file(&mut self, path: PathBuf, last_first: bool) {
        let last = last_first.then(|| files::last_file(&self.library));
        let broke_off = journey::Event::Read(Err(Trouble::BrokeOff));
        self.tasks.stream(broke_off.into(), move |deliver| {
            if let Some(last) = last {
                deliver(journey::Event::LastRead(files::read_last(&last)).into());
            }
            deliver(journey::Event::Read(files::read(path)).into());
        });
    }

    /// Reads the steps of the last run in the background.
    pub(super) fn read_last_journey(&self) {
        let file = files::last_file(&self.library);
        self.tasks.start(journey::Event::LastRead(None).into(), move || {
            journey::Event::LastRead(files::read_last(&file)).into()
        });
    }

    /// Writes the journey in the background. With `known`, only if the file still has that content.
    pub(super) fn write_journey(&mut self, path: PathBuf, journey: Journey, known: Option<ContentHash>) {
        self.tasks.disk(None, "busy-save", move || {
            journey::Event::Saved(files::write(path, journey, known)).into()
        });
    }

    /// Says that the journey is in its file.
    pub(super) fn say_journey_saved(&mut self, path: &std::path::Path) {
        let text = self
            .text
            .tv("journey-saved", &[("path", path.display().to_string().into())]);
        self.say(Tone::Success, text);
    }

    /// Says that another program changed the journey's file, and asks where to save instead.
    pub(super) fn ask_for_another_journey_file(&mut self, path: &std::path::Path) {
        let text = self.text.t("journey-changed-elsewhere");
        self.say(Tone::Warning, text);
        let dialog = FileDialog::new(Choosing::new(Purpose::SaveJourney, path.display().to_string()));
        self.dialogs.put(Dialog::File(dialog));
    }

    /// The file that saving a journey begins with.
    pub(super) fn suggested_journey(&self, name: &str) -> PathBuf {
        match self.journey.file() {
            Some(file) => file.path.clone(),
            None => self.library.dir().join(format!("{name}.journey.json")),
        }
    }

    /// Stores steps of the user's own for the next run.
    pub(super) fn keep_journey(&mut self, journey: Journey) {
        let library = self.library.clone();
        self.write(Some(Key::Journey), "busy-save", move || {
            files::keep(&library, &journey);
            Event::Done
        });
    }
}
