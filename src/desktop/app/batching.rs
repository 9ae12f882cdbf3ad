//! Does the jobs of [`crate::studio::batch`], and says what became of a batch.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use super::{App, Event};
use crate::{
    desktop::{
        dialogs::{Dialog, LabelsDialog},
        widgets::Toast,
    },
    studio::{
        action::Action,
        batch::{self, FileChanges, Outcome, Request, What},
        journey, keeping,
        labelling::Labelling,
        tone::Tone,
        undoing::Direction,
    },
};

/// The subject of the message about the last batch.
const BATCH: &str = "batch";
/// What the jobs are called: the key of a text.
const BUSY: &str = "busy-batch";

impl From<batch::Event> for Event {
    fn from(event: batch::Event) -> Self {
        Self::Batch(Box::new(event))
    }
}

impl App {
    /// Passes an event to the batches, and carries out their requests.
    pub(super) fn batch_on(&mut self, event: batch::Event) {
        for request in self.batches.on(event, &mut self.sessions, &mut self.shelf) {
            self.do_batch(request);
        }
    }

    /// A job of the disk worker panicked; of this kind, if it has that name.
    pub(super) fn batch_crashed(&mut self, what: &str) {
        if what == BUSY {
            self.batch_on(batch::Event::BrokeOff);
        }
    }

    /// Asks for the labels of these campaigns.
    pub(super) fn show_labels(&mut self, paths: &[PathBuf]) {
        let wanted: HashSet<&Path> = paths.iter().map(PathBuf::as_path).collect();
        let items = self
            .shelf
            .items()
            .iter()
            .filter(|item| wanted.contains(item.path.as_path()));
        let name = match paths {
            [path] => self.shelf.item(path).map(|item| item.name.clone()),
            _ => None,
        };
        let labelling = Labelling::new(items, self.shelf.labels());
        self.dialogs
            .put(Dialog::Labels(Box::new(LabelsDialog::new(name, labelling))));
    }

    fn do_batch(&mut self, request: Request) {
        match request {
            Request::Write(what, direction, files) => self.write_batch((what, direction), files),
            Request::Save(number) => {
                self.keep_on(keeping::Event::Wanted(number));
            }
            Request::Changed(path) => {
                if let Some(campaign) = self.sessions.campaign_at(&path) {
                    self.note_item(&path, &campaign);
                }
            }
            Request::Look(paths) => self.look_at_files(paths, Vec::new()),
            Request::ListChanged => {
                self.keys = self.shelf.keys();
                self.journey_on(journey::Event::LibraryChanged);
            }
            Request::Say(outcome) => self.say_batch(outcome),
            Request::Complain(trouble) => self.complain(&trouble),
        }
    }

    fn write_batch(&self, how: (What, Direction), files: Vec<FileChanges>) {
        let (library, now) = (self.library.clone(), self.clock.now());
        let published = self.publishing.published().clone();
        self.tasks.disk(None, BUSY, move || {
            batch::Event::Written(batch::change_files(&library, &files, how, now, &published)).into()
        });
    }

    fn say_batch(&mut self, outcome: Outcome) {
        let values = [
            ("count", outcome.changes.into()),
            ("campaigns", outcome.campaigns.into()),
        ];
        let mut text = match outcome.direction {
            Direction::Redo => self.text.tv(outcome.what.done_key(), &values),
            Direction::Undo => self.text.tv("batch-undone", &values),
        };
        if outcome.passed_over > 0 {
            let values = [("count", outcome.passed_over.into())];
            text = format!("{text} {}", self.text.tv("batch-passed-over", &values));
        }
        if outcome.failed > 0 {
            let values = [("count", outcome.failed.into())];
            text = format!("{text} {}", self.text.tv("batch-failed", &values));
        }
        let back = match outcome.direction {
            Direction::Redo => (self.text.t("command-undo"), Direction::Undo),
            Direction::Undo => (self.text.t("command-redo"), Direction::Redo),
        };
        let action = (outcome.campaigns > 0).then(|| (back.0, Action::WalkBatch(back.1, outcome.number)));
        // What was deleted before is no longer what an undo means.
        self.deleted.forget();
        self.toasts.push_about(
            BATCH,
            Toast {
                text,
                tone: if outcome.passed_over + outcome.failed > 0 {
                    Tone::Warning
                } else {
                    Tone::Success
                },
                action,
            },
        );
    }
}
