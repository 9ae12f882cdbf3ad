//! The meaning of a colour or a mark, whatever it looks like.

/// What a colour says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Neutral,
    /// Chosen, or the app's own.
    Accent,
    /// It holds, it is live.
    Success,
    /// It deserves a look.
    Warning,
    /// It is wrong, or it does not hold.
    Danger,
}

/// What a mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// Takes no part: muted or unfinished.
    Open,
}
