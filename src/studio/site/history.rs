//! What was changed on the page of the site, step by step. A step takes back its own values alone, whatever was changed since.

use crate::{
    campaign::{SiteChange, SiteDocument},
    studio::{session::Edit, undoing::Direction},
};

/// Most steps that are kept.
const MOST: usize = 200;

/// The steps.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    edit: Edit,
    before: SiteDocument,
    after: SiteDocument,
}

impl Step {
    fn name(&self) -> &'static str {
        match &self.edit {
            Edit::Step(name) | Edit::Typed(name, _) => name,
        }
    }
}

impl History {
    /// Notes a change. Typing on in a place belongs to the step that began there.
    pub(super) fn note(&mut self, before: &SiteDocument, after: &SiteDocument, edit: Edit) {
        self.undone.clear();
        if let (Edit::Typed(..), Some(last)) = (&edit, self.done.last_mut())
            && last.edit == edit
        {
            last.after = after.clone();
            return;
        }
        if self.done.len() == MOST {
            self.done.remove(0);
        }
        self.done.push(Step {
            edit,
            before: before.clone(),
            after: after.clone(),
        });
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
        let change = match direction {
            Direction::Undo => SiteChange::between(&step.after, &step.before),
            Direction::Redo => SiteChange::between(&step.before, &step.after),
        };
        let name = step.name();
        to.push(step);
        Some((name, change))
    }
}
