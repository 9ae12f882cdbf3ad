//! Actions on a verdict, in words: made from the answers of inquiries.

use crate::studio::tone::Tone;

/// What the panel shows and offers below the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Advice {
    /// Whether a visitor who sees the campaign is being looked for.
    pub searching: bool,
    /// Why none was found.
    pub notice: Option<Notice>,
    /// How the simulated visitor differs from the one before, while they are as they were filled in.
    pub filled: Vec<String>,
    /// Whether there is a previous visitor to return to.
    pub can_go_back: bool,
    /// What would have to change for the simulated visitor.
    pub change: ChangeAdvice,
}

/// Something that was found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// `Danger` for the impossible, `Warning` for the undecided.
    pub tone: Tone,
    /// One sentence.
    pub headline: String,
    /// Further details; may be empty.
    pub detail: String,
    /// The first condition that it is about, as a JSON Pointer.
    pub place: Option<String>,
}

/// The answer to "What would have to change?".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ChangeAdvice {
    /// Not asked.
    #[default]
    Folded,
    /// Being computed, with nothing to show meanwhile.
    Working,
    /// These changes.
    NearestChange {
        /// Each as a clause that goes on after "they would see it".
        lines: Vec<String>,
        /// Whether they answer for the present campaign and visitor; otherwise better ones are on the way.
        current: bool,
    },
    /// None, or none could be decided.
    Notice(Notice),
}
