//! Counting an audience in a log of visitors: in the background, with its progress, until it is done or stopped.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use super::{App, Event};
use crate::{
    desktop::dialogs::{CountTask, Dialog, ReachDialog},
    reach::{self, Log, Mapping, Progress, Reach, ReachError, Slot},
    studio::{
        inquiry::{Inquiry, Stop},
        outline::{InLog, Left},
        trouble::{self, Trouble},
    },
};

/// How often the window hears how far a count is.
const PACE: Duration = Duration::from_millis(80);

/// What comes back from reading and counting.
pub enum Reached {
    /// The log at a path was looked at; or what went wrong.
    Log(PathBuf, trouble::Result<Log>),
    /// How far the count of this number is.
    Progress(u64, Progress),
    /// The count of this number is done; or what went wrong; or it was stopped.
    Counted(u64, Option<trouble::Result<Reach>>),
    /// How many visitors are left after a row, by its JSON Pointer, as the count of this number found.
    Left(u64, String, u64),
    /// An event that nobody waits for.
    Nothing,
}

/// The counts, by number. The dialog keeps what they find.
#[derive(Debug, Default)]
pub(super) struct Reaching {
    counts: Inquiry<u64, ()>,
    /// The number of the newest count.
    number: u64,
    /// How many visitors of the log are left after each row.
    pub(super) left: Left,
    /// Stops counting them. They are counted on while the dialog is closed.
    stop_left: Stop,
}

impl Reaching {
    /// Begins a count at once: one that is being stopped may still wait for its disk.
    fn begin(&mut self) -> (u64, Stop) {
        self.number += 1;
        self.counts.ask_at_once(self.number);
        (self.number, self.counts.stop())
    }
}

impl App {
    /// Asks how many visitors the open campaign is for.
    pub(super) fn show_reach(&mut self) {
        let Some(session) = self.sessions.open() else { return };
        let dialog = ReachDialog::new(Arc::new(session.inlined().clone()), self.clock.now());
        self.dialogs.put(Dialog::Reach(Box::new(dialog)));
    }

    /// Reads a log in the background.
    pub(super) fn read_log(&mut self, path: PathBuf) {
        // The count of another log is no longer needed.
        self.stop_count();
        if let Some(Dialog::Reach(dialog)) = self.dialogs.front_mut() {
            dialog.reads(path.clone());
            let broke_off = Reached::Log(path.clone(), Err(Trouble::BrokeOff));
            self.tasks.start(Event::Reached(Box::new(broke_off)), move || {
                let log = Log::open(&path).map_err(Trouble::from);
                Event::Reached(Box::new(Reached::Log(path, log)))
            });
        }
    }

    /// Passes the chosen file to the open dialog.
    pub(super) fn log_chosen(&mut self, path: &Path) {
        if let Some(Dialog::Reach(dialog)) = self.dialogs.front_mut() {
            dialog.chosen(path);
            self.read_log(path.to_owned());
        }
    }

    /// Counts according to the dialog, in the background.
    pub(super) fn count_reach(&mut self) {
        let Some(Dialog::Reach(dialog)) = self.dialogs.front_mut() else {
            return;
        };
        let Some(task) = dialog.task() else { return };
        let (number, stop) = self.reaching.begin();
        self.reaching.stop_left.set();
        dialog.counts(number);
        let broke_off = Reached::Counted(number, Some(Err(Trouble::BrokeOff)));
        self.tasks.stream(Event::Reached(Box::new(broke_off)), move |deliver| {
            let mut reported_at = Instant::now();
            let mut progress = |progress: Progress| {
                if reported_at.elapsed() >= PACE {
                    reported_at = Instant::now();
                    deliver(Event::Reached(Box::new(Reached::Progress(number, progress))));
                }
                !stop.is_set()
            };
            let counted = match reach::count(&task.campaign, &task.log, &task.mapping, task.now, &mut progress) {
                Ok(reach) => Some(Ok(reach)),
                Err(ReachError::Stopped) => None,
                Err(error) => Some(Err(error.into())),
            };
            deliver(Event::Reached(Box::new(Reached::Counted(number, counted))));
        });
    }

    /// Stops the count that runs.
    pub(super) fn stop_count(&mut self) {
        self.reaching.counts.forget();
    }

    /// Remembers the meaning of the columns of such logs.
    pub(super) fn remember_columns(&mut self) {
        let Some(Dialog::Reach(dialog)) = self.dialogs.front() else {
            return;
        };
        let Some(task) = dialog.task() else { return };
        for slot in Mapping::slots(&task.campaign) {
            let column = task.mapping.column(&slot).unwrap_or_default();
            self.settings.set_log_column(task.log.columns(), &slot.name(), column);
        }
    }

    /// Counts how many visitors are left after each row of the audience, in the background, once the whole was counted.
    fn count_left(&mut self, task: CountTask, reach: &Reach) {
        let Some(session) = self.sessions.open() else { return };
        let whole = InLog {
            qualified: reach.qualified,
            visitors: reach.rows - reach.unreadable,
        };
        let questions = self.reaching.left.begin(session.number(), &task.campaign, whole);
        let number = self.reaching.number;
        let stop = Stop::default();
        self.reaching.stop_left = stop.clone();
        let broke_off = Event::Reached(Box::new(Reached::Nothing));
        self.tasks.stream(broke_off, move |deliver| {
            for (pointer, campaign) in questions {
                let mut go_on = |_| !stop.is_set();
                // What cannot be counted has no number beside it; the dialog said why.
                let Ok(reach) = reach::count(&campaign, &task.log, &task.mapping, task.now, &mut go_on) else {
                    return;
                };
                deliver(Event::Reached(Box::new(Reached::Left(
                    number,
                    pointer,
                    reach.qualified,
                ))));
            }
        });
    }

    /// Takes over the result of reading or counting.
    pub(super) fn reached(&mut self, reached: Reached) {
        let reached = match reached {
            Reached::Left(number, pointer, left) => {
                if number == self.reaching.number {
                    self.reaching.left.take(pointer, left);
                }
                return;
            }
            Reached::Nothing => return,
            other => other,
        };
        if let Reached::Counted(number, _) = &reached {
            self.reaching.counts.take(*number, ());
        }
        let Some(Dialog::Reach(dialog)) = self.dialogs.front_mut() else {
            return;
        };
        match reached {
            Reached::Log(path, read) => {
                let settings = &self.settings;
                let mapped = read.map(|log| {
                    let mut mapping = log.suggest(dialog.campaign());
                    for slot in Mapping::slots(dialog.campaign()) {
                        remembered(
                            settings.log_column(log.columns(), &slot.name()),
                            &log,
                            slot,
                            &mut mapping,
                        );
                    }
                    (Arc::new(log), mapping)
                });
                dialog.take_log(&path, mapped);
            }
            Reached::Progress(number, progress) => dialog.take_progress(number, progress),
            Reached::Counted(number, counted) => {
                let done = counted.as_ref().and_then(|counted| counted.as_ref().ok()).cloned();
                let task = dialog.task();
                dialog.take_count(number, counted);
                if let (Some(reach), Some(task), true) = (done, task, number == self.reaching.number) {
                    self.count_left(task, &reach);
                }
            }
            Reached::Left(..) | Reached::Nothing => {}
        }
    }
}

/// Maps a slot as last time, if the log still has that column; an empty one means none.
fn remembered(column: Option<String>, log: &Log, slot: Slot, mapping: &mut Mapping) {
    match column {
        Some(column) if column.is_empty() => mapping.set(slot, None),
        Some(column) if log.columns().contains(&column) => mapping.set(slot, Some(column)),
        Some(_) | None => {}
    }
}
