//! Undo and redo over whole snapshots, with names, joined typing and bounded memory.
//!
//! A step keeps one snapshot: the value before it or, once it is undone, the value after it. It has no clock: the caller passes the time since any
//! fixed instant, or closes a step.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// How much is remembered.
#[derive(Debug, Clone, Copy)]
pub struct HistoryLimits {
    /// Most steps that can be undone.
    pub steps: usize,
    /// Most weight of all snapshots together, in the unit of the function that weighs them. The newest step always stays.
    pub weight: usize,
    /// Edits of one place that are further apart than this are separate steps.
    pub pause: Duration,
}

impl Default for HistoryLimits {
    fn default() -> Self {
        HistoryLimits {
            steps: 300,
            weight: 64 << 20,
            pause: Duration::from_millis(900),
        }
    }
}

/// A step, and the value on its other side: before it while it can be undone, after it once it was undone.
#[derive(Debug)]
pub struct Step<T> {
    /// What the step is called.
    pub name: String,
    /// The value that undoing, or redoing, the step leads to.
    pub value: Arc<T>,
}

impl<T> Clone for Step<T> {
    fn clone(&self) -> Self {
        Step {
            name: self.name.clone(),
            value: Arc::clone(&self.value),
        }
    }
}

/// A whole history as plain data, for storing and loading. Cheap to clone: snapshots are shared.
#[derive(Debug, Clone)]
pub struct Record<T> {
    /// What can be undone, oldest first.
    pub past: Vec<Step<T>>,
    /// The value now.
    pub present: Arc<T>,
    /// What can be redone, the next one last.
    pub future: Vec<Step<T>>,
}

/// The result of combining a history and a value from elsewhere in [`History::meet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// The value equals the present one.
    Same,
    /// The value is another point of the history, which now stands there.
    Moved,
    /// The value is new; it became a step.
    New,
}

/// Typing that may continue.
#[derive(Debug, Clone)]
struct Open {
    place: String,
    last: Duration,
}

/// What can be undone and redone of a value, and the value as it was last seen.
#[derive(Debug, Clone)]
pub struct History<T> {
    past: VecDeque<Step<T>>,
    future: Vec<Step<T>>,
    present: Arc<T>,
    open: Option<Open>,
    limits: HistoryLimits,
    weigh: fn(&T) -> usize,
}

impl<T: Clone + PartialEq> History<T> {
    /// Creates a history that begins with `present`; `weigh` returns how much memory a snapshot takes.
    pub fn new(present: T, limits: HistoryLimits, weigh: fn(&T) -> usize) -> Self {
        let record = Record {
            past: Vec::new(),
            present: Arc::new(present),
            future: Vec::new(),
        };
        History::of_record(record, limits, weigh)
    }

    /// Restores a stored history.
    pub fn of_record(record: Record<T>, limits: HistoryLimits, weigh: fn(&T) -> usize) -> Self {
        let mut history = History {
            past: record.past.into(),
            future: record.future,
            present: record.present,
            open: None,
            limits,
            weigh,
        };
        history.forget();
        history
    }

    /// Returns the history as plain data.
    pub fn record(&self) -> Record<T> {
        Record {
            past: self.past.iter().cloned().collect(),
            present: Arc::clone(&self.present),
            future: self.future.clone(),
        }
    }

    /// Returns the value as it was last recorded, undone or redone.
    pub fn present(&self) -> &T {
        &self.present
    }

    /// Returns whether there is nothing to undo and nothing to redo.
    pub fn is_empty(&self) -> bool {
        self.past.is_empty() && self.future.is_empty()
    }

    /// Records a structural edit as a separate step. Without a difference, nothing happens.
    pub fn step(&mut self, now: &T, name: &str) {
        self.open = None;
        if *now != *self.present {
            self.push(now, name);
        }
    }

    /// Records typing in a place, such as a field's name. It joins the step of the same place until that is closed or a pause has passed since its
    /// last edit. Without a difference, nothing happens.
    pub fn typed(&mut self, now: &T, name: &str, place: &str, at: Duration) {
        self.tick(at);
        if *now == *self.present {
            return;
        }
        let joins = self.open.as_ref().is_some_and(|open| open.place == place);
        if joins && self.past.back().is_some_and(|step| *step.value == *now) {
            // Typing that ends where it began is not a step.
            if let Some(step) = self.past.pop_back() {
                self.present = step.value;
            }
            self.open = None;
            return;
        }
        if joins {
            self.present = Arc::new(now.clone());
            self.forget();
        } else {
            self.push(now, name);
        }
        self.open = Some(Open {
            place: place.to_owned(),
            last: at,
        });
    }

    /// Replaces the present value without a step, for changes that are not edits, such as the instant of a launch.
    pub fn amend(&mut self, now: &T) {
        if *now != *self.present {
            self.present = Arc::new(now.clone());
        }
    }

    /// Combines the history with a value from elsewhere, such as the file's content at the next start. `same` compares; a value that is another point
    /// of the history moves it there, and a new one becomes a step called `name`.
    pub fn meet(&mut self, value: &T, same: impl Fn(&T, &T) -> bool, name: &str) -> Meeting {
        self.open = None;
        if same(&self.present, value) {
            self.amend(value);
            return Meeting::Same;
        }
        let back = self.past.iter().rev().position(|step| same(&step.value, value));
        let ahead = self.future.iter().rev().position(|step| same(&step.value, value));
        match (back, ahead) {
            (Some(back), _) => (0..=back).for_each(|_| {
                self.undo();
            }),
            (None, Some(ahead)) => (0..=ahead).for_each(|_| {
                self.redo();
            }),
            (None, None) => {
                self.push(value, name);
                return Meeting::New;
            }
        }
        self.amend(value);
        Meeting::Moved
    }

    /// Closes the open step of typing, because the focus moved.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Closes the open step of typing if the pause has passed by now. Returns true when none is open (any more): the draft is idle.
    pub fn tick(&mut self, at: Duration) -> bool {
        let paused = |open: &Open| at.saturating_sub(open.last) >= self.limits.pause;
        if self.open.as_ref().is_some_and(paused) {
            self.open = None;
        }
        self.open.is_none()
    }

    /// Returns the step that [`History::undo`] would undo.
    pub fn undo_name(&self) -> Option<&str> {
        self.past.back().map(|step| step.name.as_str())
    }

    /// Returns the step that [`History::redo`] would redo.
    pub fn redo_name(&self) -> Option<&str> {
        self.future.last().map(|step| step.name.as_str())
    }

    /// Undoes the last step and returns the value before it.
    pub fn undo(&mut self) -> Option<T> {
        self.open = None;
        let step = self.past.pop_back()?;
        let after = std::mem::replace(&mut self.present, step.value);
        self.future.push(Step {
            name: step.name,
            value: after,
        });
        Some((*self.present).clone())
    }

    /// Redoes the last undone step and returns the value after it.
    pub fn redo(&mut self) -> Option<T> {
        self.open = None;
        let step = self.future.pop()?;
        let before = std::mem::replace(&mut self.present, step.value);
        self.past.push_back(Step {
            name: step.name,
            value: before,
        });
        Some((*self.present).clone())
    }

    fn push(&mut self, now: &T, name: &str) {
        self.future.clear();
        let before = std::mem::replace(&mut self.present, Arc::new(now.clone()));
        self.past.push_back(Step {
            name: name.to_owned(),
            value: before,
        });
        self.forget();
    }

    fn forget(&mut self) {
        let weigh = self.weigh;
        let weight_of = |step: &Step<T>| weigh(&step.value);
        let mut weight = weigh(&self.present) + self.past.iter().map(weight_of).sum::<usize>();
        while self.past.len() > 1 && (self.past.len() > self.limits.steps || weight > self.limits.weight) {
            weight -= self.past.pop_front().as_ref().map_or(0, weight_of);
        }
    }
}
