//! The campaign in the editor's hands: the one place where it may be changed, and where each change gets its name.

use crate::campaign::Campaign;

/// How the editor changed the campaign in this frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A change that stands for itself, such as removing a condition. The name is the key of its text.
    Step(&'static str),
    /// Typing into a place, such as `/content/title`; more typing there belongs to the same step.
    Typed(&'static str, String),
}

/// The campaign as the editor changes it within one frame.
#[derive(Debug)]
pub struct Draft<'a> {
    /// To be read and changed. Say what was changed, or it cannot be undone by itself.
    pub campaign: &'a mut Campaign,
    edit: Option<Edit>,
}

impl<'a> Draft<'a> {
    /// Hands `campaign` to the editor for one frame.
    pub fn new(campaign: &'a mut Campaign) -> Self {
        Self { campaign, edit: None }
    }

    /// What was changed, if anything was.
    pub fn edit(self) -> Option<Edit> {
        self.edit
    }

    /// Says that the campaign was changed in one stroke; `name` is the key of the text that calls it.
    pub fn step(&mut self, name: &'static str) {
        self.edit = Some(Edit::Step(name));
    }

    /// Says that something was typed into `place`; `name` is the key of the text that calls it.
    pub fn typed(&mut self, name: &'static str, place: impl Into<String>) {
        self.edit.get_or_insert(Edit::Typed(name, place.into()));
    }
}
