//! What was changed on the page of the site, step by step. A step takes back its own values alone, whatever was changed since.

use crate::{
    campaign::SiteChange,
    studio::{session::Edit, undoing::Direction},
};

/// Most steps that are kept.
const MOST: usize = 200;

/// The steps.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether typing on belongs to the last step.
    is_open: bool,
}

#[derive(Debug)]
struct Step {
    edit: Edit,
    back: SiteChange,
    forth: SiteChange,
}

impl Step {
    fn name(&self) -> &'static str {
        match &self.edit {
            Edit::Step(name) | Edit::Typed(name, _) => name,
        }
    }
}

impl History {
    /// Notes a change, there and back. Typing on in a place belongs to the step that began there, until that is closed.
    pub(super) fn note(&mut self, edit: Edit, mut back: SiteChange, forth: SiteChange) {
        self.undone.clear();
        let is_typed = matches!(edit, Edit::Typed(..));
        let goes_on = std::mem::replace(&mut self.is_open, is_typed) && is_typed;
        if let Some(last) = self.done.last_mut().filter(|last| goes_on && last.edit == edit) {
            last.forth.extend(forth);
            back.extend(std::mem::take(&mut last.back));
            last.back = back;
            return;
        }
        if self.done.len() == MOST {
            self.done.remove(0);
        }
        self.done.push(Step { edit, back, forth });
    }

    /// What is typed next is a step of its own.
    pub(super) fn close(&mut self) {
        self.is_open = false;
    }

    /// The name of the step that would be undone or redone.
    pub(super) fn name(&self, direction: Direction) -> Option<&'static str> {
        let steps = match direction {
            Direction::Undo => &self.done,
            Direction::Redo => &self.undone,
        };
        steps.last().map(Step::name)
    }

    /// Returns the change that undoes or redoes a step, with the step's name.
    pub(super) fn walk(&mut self, direction: Direction) -> Option<(&'static str, SiteChange)> {
        let (from, to) = match direction {
            Direction::Undo => (&mut self.done, &mut self.undone),
            Direction::Redo => (&mut self.undone, &mut self.done),
        };
        let step = from.pop()?;
        self.is_open = false;
        let change = match direction {
            Direction::Undo => step.back.clone(),
            Direction::Redo => step.forth.clone(),
        };
        let name = step.name();
        to.push(step);
        Some((name, change))
    }
}
