//! The names of changes of the open campaign, so that they can be undone by name.

/// How the campaign was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A change that is a step of its own, such as removing a condition. The name is the key of its text.
    Step(&'static str),
    /// Typing into a place, such as `/content/title`; more typing there belongs to the same step.
    Typed(&'static str, String),
}

/// The name of an unnamed change. Every control names what it changes; this keeps a forgotten one from being lost.
pub(super) const UNNAMED: &str = "edit-change";

/// The name of what another program changed.
pub const OUTSIDE: &str = "edit-outside";
