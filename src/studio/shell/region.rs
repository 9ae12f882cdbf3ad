//! The parts of the window that F6 goes through.

/// A part of the window, in the order of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumCount)]
pub enum Region {
    /// The campaigns, or their rail.
    Library,
    /// The head of the window.
    Header,
    /// What is worked on.
    Editor,
    /// The pop-up.
    Preview,
    /// The visitor, or the journey.
    Visitor,
}

impl Region {
    /// All of them, from the first to the last.
    pub const ALL: [Self; <Self as strum::EnumCount>::COUNT] =
        [Self::Library, Self::Header, Self::Editor, Self::Preview, Self::Visitor];

    /// The key of its name.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Library => "region-library",
            Self::Header => "region-header",
            Self::Editor => "region-editor",
            Self::Preview => "region-preview",
            Self::Visitor => "region-visitor",
        }
    }

    /// The regions after `here`, in the order in which they are gone to: all others, round the window. From nowhere it begins at the first.
    pub fn after(here: Option<Self>, forward: bool) -> Vec<Self> {
        let count = Self::ALL.len();
        let at = here.and_then(|here| Self::ALL.iter().position(|region| *region == here));
        (0..count)
            .map(|step| match (at, forward) {
                (Some(at), true) => (at + 1 + step) % count,
                (Some(at), false) => (at + 2 * count - 1 - step) % count,
                (None, true) => step,
                (None, false) => count - 1 - step,
            })
            .filter_map(|place| Self::ALL.get(place).copied())
            .filter(|region| Some(*region) != here)
            .collect()
    }
}
