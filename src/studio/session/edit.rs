//! What a change of the open campaign is called, so that it can be undone by name.

/// How the campaign was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A change that stands for itself, such as removing a condition. The name is the key of its text.
    Step(&'static str),
    /// Typing into a place, such as `/content/title`; more typing there belongs to the same step.
    Typed(&'static str, String),
}

/// The name of a change that nobody named. Every control names what it changes; this keeps a forgotten one from being lost.
pub(super) const UNNAMED: &str = "edit-change";

/// The name of what another program changed.
pub const OUTSIDE: &str = "edit-outside";
