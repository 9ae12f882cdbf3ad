//! Undo and redo over whole snapshots, with names, joined typing and bounded memory.
//!
//! No clock inside: the caller passes the time since any fixed instant, or closes a step itself.

use std::collections::VecDeque;
use std::time::Duration;

/// How much is remembered.
#[derive(Debug, Clone, Copy)]
pub struct HistoryLimits {
    /// Most steps that can be undone.
    pub steps: usize,
    /// Most weight of all snapshots together, in the unit of the function that weighs them. The newest step stays in any case.
    pub weight: usize,
    /// Edits of one place that are further apart than this are steps of their own.
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

#[derive(Debug, Clone)]
struct Step<T> {
    name: String,
    before: T,
    after: T,
    weight: usize,
}

/// Typing that may go on.
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
    present: T,
    open: Option<Open>,
    limits: HistoryLimits,
    weigh: fn(&T) -> usize,
}

impl<T: Clone + PartialEq> History<T> {
    /// A history that begins with `present`; `weigh` tells how much memory a snapshot takes.
    pub fn new(present: T, limits: HistoryLimits, weigh: fn(&T) -> usize) -> Self {
        History {
            past: VecDeque::new(),
            future: Vec::new(),
            present,
            open: None,
            limits,
            weigh,
        }
    }

    /// The value as it was last recorded, undone or redone.
    pub fn present(&self) -> &T {
        &self.present
    }

    /// Records a structural edit: a step of its own. Without a difference, nothing happens.
    pub fn step(&mut self, now: &T, name: &str) {
        self.open = None;
        if *now != self.present {
            self.push(now, name);
        }
    }

    /// Records typing in a place, such as a field's name. It joins the step of the same place, until that is closed or a pause has
    /// passed since the last edit of it. Without a difference, nothing happens.
    pub fn typed(&mut self, now: &T, name: &str, place: &str, at: Duration) {
        self.tick(at);
        if *now == self.present {
            return;
        }
        if self.open.as_ref().is_some_and(|open| open.place == place) {
            self.join(now);
        } else {
            self.push(now, name);
        }
        let goes_on = self.past.back().is_some_and(|step| step.after == self.present);
        self.open = goes_on.then(|| Open {
            place: place.to_owned(),
            last: at,
        });
    }

    /// Closes the step that typing has open: the focus moved.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Closes the step that typing has open if the pause has passed by now. True when there is none open (any more): an idle draft.
    pub fn tick(&mut self, at: Duration) -> bool {
        let paused = |open: &Open| at.saturating_sub(open.last) >= self.limits.pause;
        if self.open.as_ref().is_some_and(paused) {
            self.open = None;
        }
        self.open.is_none()
    }

    /// The step that [`History::undo`] would take back.
    pub fn undo_name(&self) -> Option<&str> {
        self.past.back().map(|step| step.name.as_str())
    }

    /// The step that [`History::redo`] would make again.
    pub fn redo_name(&self) -> Option<&str> {
        self.future.last().map(|step| step.name.as_str())
    }

    /// Takes the last step back and hands out the value before it.
    pub fn undo(&mut self) -> Option<T> {
        self.open = None;
        let step = self.past.pop_back()?;
        self.present = step.before.clone();
        self.future.push(step);
        Some(self.present.clone())
    }

    /// Makes the last undone step again and hands out the value after it.
    pub fn redo(&mut self) -> Option<T> {
        self.open = None;
        let step = self.future.pop()?;
        self.present = step.after.clone();
        self.past.push_back(step);
        Some(self.present.clone())
    }

    fn push(&mut self, now: &T, name: &str) {
        self.future.clear();
        let before = std::mem::replace(&mut self.present, now.clone());
        let weight = (self.weigh)(&before) + (self.weigh)(now);
        self.past.push_back(Step {
            name: name.to_owned(),
            before,
            after: now.clone(),
            weight,
        });
        self.forget();
    }

    /// Lets the open step end in `now`; one that ends where it began is none.
    fn join(&mut self, now: &T) {
        self.future.clear();
        self.present = now.clone();
        let weigh = self.weigh;
        if let Some(step) = self.past.back_mut() {
            step.after = now.clone();
            step.weight = weigh(&step.before) + weigh(now);
        }
        if self.past.back().is_some_and(|step| step.before == step.after) {
            self.past.pop_back();
        }
        self.forget();
    }

    fn forget(&mut self) {
        let mut weight: usize = self.past.iter().map(|step| step.weight).sum();
        while self.past.len() > 1 && (self.past.len() > self.limits.steps || weight > self.limits.weight) {
            weight -= self.past.pop_front().map_or(0, |step| step.weight);
        }
    }
}
