//! The journey's files: opened, saved, and kept from one run to the next.

use std::path::{Path, PathBuf};

use super::{App, Event};
use crate::{
    desktop::dialogs::{Dialog, FileDialog, Purpose},
    library::{ContentHash, Library, LibraryError, read_bounded, write_atomically},
    studio::{
        journey::{self, OpenFile},
        tasks::Key,
        tone::Tone,
        trouble::{self, Trouble},
    },
    visitor::Journey,
};

/// Largest journey file that is read, in bytes.
const LARGEST: usize = 8 << 20;

/// The file that keeps the steps from one run to the next, among the library's data next to the campaigns.
const LAST_JOURNEY: &str = "last.journey.json";

impl App {
    /// Reads a journey's file in the background.
    pub(super) fn read_journey_file(&mut self, path: PathBuf, last_first: bool) {
        let last = last_first.then(|| self.last_journey_file());
        self.tasks
            .stream(Event::JourneyRead(Box::new(Err(Trouble::BrokeOff))), move |deliver| {
                if let Some(last) = last {
                    deliver(last_journey_of(&last));
                }
                let read = read_journey(&path);
                deliver(Event::JourneyRead(Box::new(read.map(|(journey, hash)| OpenFile {
                    path,
                    hash,
                    journey,
                }))));
            });
    }

    /// Takes over a journey that was read.
    pub(super) fn journey_read(&mut self, read: trouble::Result<OpenFile>) {
        match read {
            Ok(file) => {
                let unsaved = self.journey.is_unsaved(&self.simulated);
                self.journey.shown = true;
                self.journey.open(file, &mut self.simulated);
                if unsaved {
                    self.say_replaced();
                }
            }
            Err(trouble) => self.complain(&trouble),
        }
    }

    /// Reads the steps of the last run in the background.
    pub(super) fn read_last_journey(&self) {
        let file = self.last_journey_file();
        self.tasks
            .start(Event::LastJourney(Box::new(None)), move || last_journey_of(&file));
    }

    /// Writes the journey in the background. With `known`, only if the file still has that content.
    pub(super) fn write_journey(&mut self, path: PathBuf, journey: Journey, known: Option<ContentHash>) {
        self.tasks.disk(None, "busy-save", move || {
            Event::JourneySaved(Box::new(write(path, journey, known)))
        });
    }

    /// Takes over the result of saving.
    pub(super) fn journey_saved(&mut self, saved: Result<OpenFile, Unwritten>) {
        match saved {
            Ok(file) => {
                let path = file.path.display().to_string();
                self.journey_on(journey::Event::Saved(file));
                let text = self.text.tv("journey-saved", &[("path", path.into())]);
                self.say(Tone::Success, text);
            }
            Err(Unwritten::Changed(path)) => {
                let text = self.text.t("journey-changed-elsewhere");
                self.say(Tone::Warning, text);
                let dialog = FileDialog::new(Purpose::SaveJourney, path.display().to_string());
                self.dialog = Some(Dialog::File(dialog));
            }
            Err(Unwritten::Disk(error)) => self.complain(&error),
        }
    }

    /// The file that saving a journey begins with.
    pub(super) fn suggested_journey(&self, name: &str) -> PathBuf {
        match self.journey.file() {
            Some(file) => file.path.clone(),
            None => self.library.dir().join(format!("{name}.journey.json")),
        }
    }

    /// Where the steps are kept from one run to the next.
    fn last_journey_file(&self) -> PathBuf {
        self.library.inner_file(LAST_JOURNEY)
    }

    /// Stores steps of the user's own for the next run.
    pub(super) fn keep_journey(&mut self, journey: Journey) {
        let library = self.library.clone();
        self.write(Some(Key::Journey), "busy-save", move || {
            keep(&library, &journey);
            Event::Done
        });
    }
}

fn last_journey_of(file: &Path) -> Event {
    Event::LastJourney(Box::new(read_journey(file).ok().map(|read| read.0)))
}

fn read_journey(path: &Path) -> trouble::Result<(Journey, ContentHash)> {
    let bytes = read_bounded(path, LARGEST).map_err(|source| LibraryError::new("read the journey", path, source))?;
    let text = String::from_utf8(bytes).map_err(|_| Trouble::JourneyNotText)?;
    let journey = Journey::from_json(text.trim_start_matches('\u{feff}'))?;
    let (steps, most) = (journey.events.len(), journey::timeline::MOST_STEPS);
    if steps > most {
        return Err(Trouble::JourneyTooLong { steps, most });
    }
    Ok((journey, ContentHash::of(text.as_bytes())))
}

/// Why a journey was not written.
pub enum Unwritten {
    /// Another program changed the file.
    Changed(PathBuf),
    /// The disk refuses it.
    Disk(LibraryError),
}

fn write(path: PathBuf, journey: Journey, known: Option<ContentHash>) -> Result<OpenFile, Unwritten> {
    if let Some(known) = known
        && read_bounded(&path, LARGEST).is_ok_and(|bytes| ContentHash::of(&bytes) != known)
    {
        return Err(Unwritten::Changed(path));
    }
    let failed = |source| Unwritten::Disk(LibraryError::new("save the journey", &path, source));
    let mut bytes = serde_json::to_vec_pretty(&journey).map_err(|error| failed(error.into()))?;
    bytes.push(b'\n');
    write_atomically(&path, &bytes).map_err(failed)?;
    Ok(OpenFile {
        path,
        hash: ContentHash::of(&bytes),
        journey,
    })
}

/// Stores a journey for the next run. A failure is not worth disturbing the user.
fn keep(library: &Library, journey: &Journey) {
    if let Ok(bytes) = serde_json::to_vec_pretty(journey) {
        let _ = library.write_inner(LAST_JOURNEY, &bytes);
    }
}
