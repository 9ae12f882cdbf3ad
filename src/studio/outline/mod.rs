//! The audience as an outline: which groups are folded, which row is selected or being edited, and what an edit of the tree's shape
//! makes of them.
//!
//! It holds no condition itself: the campaign does. Places are paths into the tree, and every edit of its shape goes through
//! [`Outline::make`], so that folds and the selection stay with their nodes.

mod edit;
mod follow;
mod left;
mod lines;
mod meaning;
mod place;
mod ready;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};

pub use edit::{TreeEdit, depth_allows, possible};
pub use left::{InLog, Left};
pub use lines::{Between, Line, LineKind, lines};
pub use meaning::{Meaning, meaning};
pub use place::{RowPart, locate};
pub use ready::ReadyRow;

use crate::{
    campaign::{Condition, Group, Node, NodePath},
    engine::NodeLocation,
};

/// How far the selection goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the line above.
    Up,
    /// To the line below.
    Down,
    /// To the first line.
    First,
    /// To the last line.
    Last,
}

/// What a user does with the outline, apart from editing a condition or the tree's shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Selects a row; another one is no longer edited.
    Select(NodeLocation),
    /// Moves the selection over the visible lines of the audience.
    Go(Step),
    /// Edits a condition, with the keyboard in a part of it. A group is only selected.
    Edit(NodeLocation, RowPart),
    /// The same, and opens the list of that part, if it has one.
    Open(NodeLocation, RowPart),
    /// Leaves the row that is being edited; it stays selected.
    Leave,
    /// Folds or unfolds a group.
    Fold(NodePath, bool),
    /// Folds or unfolds all groups.
    FoldAll(bool),
    /// Goes into the selected group: unfolds it, or selects its first row.
    Inward,
    /// Folds the selected group, or selects the group around the row.
    Outward,
    /// Shows a place of the campaign's file, with the keyboard in it.
    Arrive(String),
    /// Selects the row of a place of the campaign's file.
    Show(String),
    /// Scrolls to the row of a place of the campaign's file; neither the keyboard nor the selection moves.
    Reveal(String),
}

/// Where the keyboard goes in the row that is being edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pending {
    /// To this part.
    pub part: RowPart,
    /// Whether the part's list opens, if it has one.
    pub opens: bool,
}

/// The outline of one campaign.
#[derive(Debug, Default)]
pub struct Outline {
    folded: BTreeSet<NodePath>,
    selected: Option<NodeLocation>,
    editing: Option<NodeLocation>,
    /// The part of the edited row that receives the keyboard next.
    pending: Option<Pending>,
    /// Whether the selected row receives the keyboard next.
    wants_focus: bool,
    /// The row that is to be scrolled into view.
    sought: Option<NodeLocation>,
    /// The row that was just added and not left yet: what it lacks is no fault yet.
    fresh: Option<NodeLocation>,
    /// The audience before *Everyone* was chosen.
    set_aside: Option<Group>,
}

impl Outline {
    /// Whether a group is folded.
    pub fn is_folded(&self, path: &NodePath) -> bool {
        self.folded.contains(path)
    }

    /// Whether any group is folded.
    pub fn has_folds(&self) -> bool {
        !self.folded.is_empty()
    }

    /// The selected row.
    pub fn selected(&self) -> Option<&NodeLocation> {
        self.selected.as_ref()
    }

    /// Whether the row at a place is selected.
    pub fn is_selected(&self, place: &NodeLocation) -> bool {
        self.selected.as_ref() == Some(place)
    }

    /// Whether the row at a place is being edited.
    pub fn is_editing(&self, place: &NodeLocation) -> bool {
        self.editing.as_ref() == Some(place)
    }

    /// The row that is being edited.
    pub fn editing(&self) -> Option<&NodeLocation> {
        self.editing.as_ref()
    }

    /// Whether the row at a place was just added, so that what it lacks is no fault yet.
    pub fn is_fresh(&self, place: &NodeLocation) -> bool {
        self.fresh.as_ref() == Some(place)
    }

    /// The part of the edited row that receives the keyboard now; asked once.
    pub fn take_part(&mut self) -> Option<Pending> {
        self.pending.take()
    }

    /// Whether the selected row receives the keyboard now; asked once.
    pub fn take_focus(&mut self) -> bool {
        std::mem::take(&mut self.wants_focus)
    }

    /// Whether the row at a place is to be scrolled into view now; asked once.
    pub fn take_sought(&mut self, place: &NodeLocation) -> bool {
        self.sought.take_if(|sought| sought == place).is_some()
    }

    /// Sends the keyboard to another part of the row that is being edited, and opens its list.
    pub fn go_on_with(&mut self, part: RowPart) {
        if self.editing.is_some() {
            self.pending = Some(Pending { part, opens: true });
        }
    }

    /// Takes an event about the outline of `audience`.
    pub fn on(&mut self, event: Event, audience: &Group) {
        match event {
            Event::Select(place) => self.select(place),
            Event::Go(step) => self.go(step, audience),
            Event::Edit(place, part) => self.edit(place, Pending { part, opens: false }, audience),
            Event::Open(place, part) => self.edit(place, Pending { part, opens: true }, audience),
            Event::Leave => self.leave(),
            Event::Fold(path, true) => self.fold(path, audience),
            Event::Fold(path, false) => {
                self.folded.remove(&path);
            }
            Event::FoldAll(true) => {
                self.leave();
                self.folded = groups(audience);
                self.lift_selection();
            }
            Event::FoldAll(false) => self.folded.clear(),
            Event::Inward => self.inward(audience),
            Event::Outward => self.outward(audience),
            Event::Arrive(pointer) => {
                if let Some((place, part)) = locate(&pointer, audience) {
                    self.unfold_around(&place);
                    let part = part.unwrap_or_default();
                    self.edit(place, Pending { part, opens: false }, audience);
                }
            }
            Event::Show(pointer) => {
                if let Some((place, _)) = locate(&pointer, audience) {
                    self.unfold_around(&place);
                    self.select(place);
                }
            }
            Event::Reveal(pointer) => {
                if let Some((place, _)) = locate(&pointer, audience) {
                    self.unfold_around(&place);
                    self.sought = Some(place);
                }
            }
        }
    }

    /// Edits the tree's shape, and keeps folds and the selection with their nodes. Returns the path of the edit's node afterwards; `None`:
    /// nothing changed, since the edit is impossible.
    pub fn make(&mut self, audience: &mut Group, edit: &TreeEdit) -> Option<NodePath> {
        let before = follow::Marked::of(audience);
        let path = edit::apply(audience, edit)?;
        let moved = before.after(edit);
        self.folded = self.folded.iter().filter_map(|path| moved.get(path).cloned()).collect();
        // Nothing of an emptied audience joins anything.
        if audience.children.is_empty() {
            audience.joiner = crate::campaign::Joiner::All;
        }
        self.editing = None;
        self.pending = None;
        self.fresh = None;
        match edit {
            TreeEdit::AddCondition(..) => self.begin(path.clone()),
            TreeEdit::AddGroup(..) => self.begin(path.child(0)),
            TreeEdit::Remove(_) => self.select_near(&path, audience),
            TreeEdit::AddReady(..)
            | TreeEdit::AddSaved(..)
            | TreeEdit::Refer(..)
            | TreeEdit::Paste(..)
            | TreeEdit::Detach(..)
            | TreeEdit::Replace(..)
            | TreeEdit::Duplicate(_)
            | TreeEdit::Move(..)
            | TreeEdit::Up(_)
            | TreeEdit::Down(_)
            | TreeEdit::Wrap(_)
            | TreeEdit::Unwrap(_)
            | TreeEdit::Mute(_) => {
                let place = NodeLocation::Audience(path.clone());
                self.unfold_around(&place);
                let there = audience.node(&path).is_some();
                self.selected = there.then_some(place);
                self.wants_focus = there;
            }
        }
        Some(path)
    }

    /// Chooses *Everyone*: the conditions are set aside until *Visitors who…* is chosen again. False: it was chosen already.
    pub fn choose_everyone(&mut self, audience: &mut Group) -> bool {
        if audience.is_everyone() {
            return false;
        }
        let everyone = Group {
            extras: audience.extras.clone(),
            ..Group::default()
        };
        self.set_aside = Some(std::mem::replace(audience, everyone));
        self.forget();
        true
    }

    /// Chooses *Visitors who…*: the conditions of before, or a first one to fill in. False: it was chosen already.
    pub fn choose_visitors(&mut self, audience: &mut Group) -> bool {
        if !audience.children.is_empty() {
            return false;
        }
        match self.set_aside.take() {
            Some(before) => *audience = before,
            None => {
                audience.joiner = crate::campaign::Joiner::All;
                audience.children.push(Node::Condition(Condition::default()));
                self.begin(NodePath(vec![0]));
            }
        }
        true
    }

    /// Forgets what no longer exists after a change from elsewhere, such as undo.
    pub fn settle(&mut self, audience: &Group, activity: usize) {
        let exists = |place: &NodeLocation| match place {
            NodeLocation::Audience(path) => audience.node(path).is_some(),
            NodeLocation::Activity(index) => *index < activity,
        };
        self.selected = self.selected.take().filter(exists);
        self.editing = self
            .editing
            .take()
            .filter(|place| exists(place) && is_condition(place, audience));
        self.folded
            .retain(|path| !path.0.is_empty() && audience.group(path).is_some());
    }

    fn begin(&mut self, path: NodePath) {
        let place = NodeLocation::Audience(path);
        self.unfold_around(&place);
        self.begin_at(place);
    }

    /// Edits a row that was just added.
    pub fn begin_at(&mut self, place: NodeLocation) {
        self.selected = Some(place.clone());
        self.editing = Some(place.clone());
        self.pending = Some(Pending {
            part: RowPart::Field,
            opens: true,
        });
        self.fresh = Some(place);
    }

    fn select(&mut self, place: NodeLocation) {
        if self.editing.as_ref() != Some(&place) {
            self.leave();
        }
        self.selected = Some(place);
        self.wants_focus = true;
    }

    fn edit(&mut self, place: NodeLocation, pending: Pending, audience: &Group) {
        if !is_condition(&place, audience) {
            return self.select(place);
        }
        if self.fresh.as_ref() != Some(&place) {
            self.fresh = None;
        }
        self.selected = Some(place.clone());
        self.editing = Some(place);
        self.pending = Some(pending);
        self.wants_focus = false;
    }

    fn leave(&mut self) {
        self.pending = None;
        self.fresh = None;
        self.wants_focus = self.editing.take().is_some();
    }

    fn fold(&mut self, path: NodePath, audience: &Group) {
        if path.0.is_empty() || audience.group(&path).is_none() {
            return;
        }
        let inside = |place: &NodeLocation| matches!(place, NodeLocation::Audience(at) if at.0.len() > path.0.len() && at.0.starts_with(&path.0));
        if self.editing.as_ref().is_some_and(inside) {
            self.leave();
        }
        self.folded.insert(path);
        self.lift_selection();
    }

    /// Moves the selection out of folded groups.
    fn lift_selection(&mut self) {
        if let Some(NodeLocation::Audience(path)) = &self.selected {
            let hidden = (1..path.0.len()).map(|level| NodePath(path.0[..level].to_vec()));
            if let Some(outer) = hidden.into_iter().find(|path| self.folded.contains(path)) {
                self.selected = Some(NodeLocation::Audience(outer));
                self.wants_focus = true;
            }
        }
    }

    fn unfold_around(&mut self, place: &NodeLocation) {
        if let NodeLocation::Audience(path) = place {
            for level in 1..path.0.len() {
                self.folded.remove(&NodePath(path.0[..level].to_vec()));
            }
        }
    }

    fn go(&mut self, step: Step, audience: &Group) {
        let lines = lines(audience, self);
        let at = self.selected.as_ref().and_then(|selected| match selected {
            NodeLocation::Audience(path) => lines.iter().position(|line| line.path == *path),
            NodeLocation::Activity(_) => None,
        });
        let last = lines.len().saturating_sub(1);
        let next = match (step, at) {
            (Step::First, _) | (Step::Down, None) => 0,
            (Step::Last, _) | (Step::Up, None) => last,
            (Step::Up, Some(at)) => at.saturating_sub(1),
            (Step::Down, Some(at)) => (at + 1).min(last),
        };
        if let Some(line) = lines.get(next) {
            self.select(NodeLocation::Audience(line.path.clone()));
        }
    }

    fn inward(&mut self, audience: &Group) {
        let Some(NodeLocation::Audience(path)) = self.selected.clone() else {
            return;
        };
        let Some(group) = audience.group(&path) else { return };
        if !self.folded.remove(&path) && !group.children.is_empty() {
            self.select(NodeLocation::Audience(path.child(0)));
        }
    }

    fn outward(&mut self, audience: &Group) {
        let Some(NodeLocation::Audience(path)) = self.selected.clone() else {
            return;
        };
        if audience.group(&path).is_some() && !self.folded.contains(&path) {
            self.fold(path, audience);
        } else if let Some((outer, _)) = path.parent().filter(|(outer, _)| !outer.0.is_empty()) {
            self.select(NodeLocation::Audience(outer));
        }
    }

    /// Selects what has taken the place of a removed node, or what is before it.
    fn select_near(&mut self, gone: &NodePath, audience: &Group) {
        let near = gone.parent().map(|(group, index)| {
            let left = audience.group(&group).map_or(0, |group| group.children.len());
            match left {
                0 => group,
                _ => group.child(index.min(left - 1)),
            }
        });
        self.selected = near.filter(|path| !path.0.is_empty()).map(NodeLocation::Audience);
        self.wants_focus = self.selected.is_some();
    }

    fn forget(&mut self) {
        let set_aside = self.set_aside.take();
        *self = Outline {
            set_aside,
            ..Outline::default()
        };
    }
}

fn is_condition(place: &NodeLocation, audience: &Group) -> bool {
    match place {
        NodeLocation::Audience(path) => matches!(audience.node(path), Some(Node::Condition(_))),
        NodeLocation::Activity(_) => true,
    }
}

/// The paths of all groups, without the outermost.
fn groups(audience: &Group) -> BTreeSet<NodePath> {
    fn add(group: &Group, path: &NodePath, found: &mut BTreeSet<NodePath>) {
        for (index, child) in group.children.iter().enumerate() {
            if let Node::Group(inner) = child {
                let path = path.child(index);
                add(inner, &path, found);
                found.insert(path);
            }
        }
    }
    let mut found = BTreeSet::new();
    add(audience, &NodePath::default(), &mut found);
    found
}

/// The outlines of the campaigns that were open in this window, by the numbers of their sessions.
#[derive(Debug, Default)]
pub struct Outlines(HashMap<u64, Outline>);

impl Outlines {
    /// The outline of a session.
    pub fn of(&mut self, session: u64) -> &mut Outline {
        self.0.entry(session).or_default()
    }
}
