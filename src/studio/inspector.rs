//! The sections of the fields beside the pop-up: which place of a campaign is in which, and which of them are folded.

use std::collections::BTreeSet;

/// A section of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
pub enum Section {
    /// What the pop-up says and shows.
    Content,
    /// How it looks.
    Style,
    /// How it comes onto the page.
    Motion,
    /// How often it comes, and how soon.
    Schedule,
}

impl Section {
    /// Every section, in the order in which they are shown.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The section with the field of the place that a JSON Pointer names; `None` for a place of another step.
    pub fn of_pointer(pointer: &str) -> Option<Self> {
        let starts = |start: &str| pointer.starts_with(start);
        if starts("/look/motion") {
            Some(Self::Motion)
        } else if starts("/look") {
            Some(Self::Style)
        } else if starts("/content") {
            Some(Self::Content)
        } else if starts("/schedule") || starts("/launcher_image") {
            Some(Self::Schedule)
        } else {
            None
        }
    }

    /// Its name in a file of settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Style => "style",
            Self::Motion => "motion",
            Self::Schedule => "schedule",
        }
    }

    /// The section with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|section| section.id() == id)
    }

    /// The key of its title.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Content => "editor-content",
            Self::Style => "editor-style",
            Self::Motion => "editor-motion",
            Self::Schedule => "editor-how-often",
        }
    }
}

/// Something that folds or unfolds sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'a> {
    /// The head of a section was pressed.
    Turn(Section),
    /// All are to be folded; or, where all are, unfolded.
    TurnAll,
    /// Something is to be seen whose field is in the section of this JSON Pointer.
    Show(&'a str),
}

/// Which sections are folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folds(BTreeSet<Section>);

impl Folds {
    /// With these folded.
    pub fn of(folded: impl IntoIterator<Item = Section>) -> Self {
        Self(folded.into_iter().collect())
    }

    /// The folded ones.
    pub fn folded(&self) -> impl Iterator<Item = Section> {
        self.0.iter().copied()
    }

    /// Whether a section is unfolded.
    pub fn is_open(&self, section: Section) -> bool {
        !self.0.contains(&section)
    }

    /// Whether one of `shown` is unfolded.
    pub fn has_open(&self, shown: &[Section]) -> bool {
        shown.iter().any(|section| self.is_open(*section))
    }

    /// Handles `event` where these sections are shown.
    pub fn on(&mut self, event: Event<'_>, shown: &[Section]) {
        match event {
            Event::Turn(section) => {
                if !self.0.remove(&section) {
                    self.0.insert(section);
                }
            }
            Event::TurnAll if self.has_open(shown) => self.0.extend(shown),
            Event::TurnAll => self.0.retain(|section| !shown.contains(section)),
            Event::Show(pointer) => {
                if let Some(section) = Section::of_pointer(pointer) {
                    self.0.remove(&section);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{LookKey, MessagePart};

    #[test]
    fn every_place_of_the_message_has_its_section() {
        for part in MessagePart::ALL {
            assert_eq!(Section::of_pointer(part.pointer()), Some(Section::Content), "{part:?}");
        }
        for key in LookKey::ALL {
            let found = Section::of_pointer(&format!("/look/{}", key.spec().id));
            let moves = matches!(key, LookKey::Motion | LookKey::MotionMs);
            let wanted = if moves { Section::Motion } else { Section::Style };
            assert_eq!(found, Some(wanted), "{key:?}");
        }
        for place in ["/schedule/priority", "/launcher_image", "/schedule/repeat_cycle/every"] {
            assert_eq!(Section::of_pointer(place), Some(Section::Schedule), "{place}");
        }
        assert_eq!(Section::of_pointer("/audience/all/0"), None);
    }

    #[test]
    fn what_is_to_be_seen_unfolds_its_section_alone() {
        let mut folds = Folds::default();
        folds.on(Event::TurnAll, Section::ALL);
        assert!(!folds.has_open(Section::ALL));
        folds.on(Event::Show("/look/motion_ms"), Section::ALL);
        let open: Vec<Section> = Section::ALL
            .iter()
            .copied()
            .filter(|section| folds.is_open(*section))
            .collect();
        assert_eq!(open, [Section::Motion]);
        folds.on(Event::TurnAll, Section::ALL);
        assert!(!folds.has_open(Section::ALL), "one that is open is folded first");
        folds.on(Event::TurnAll, Section::ALL);
        assert_eq!(folds, Folds::default());
        folds.on(Event::Turn(Section::Style), Section::ALL);
        folds.on(Event::Show("/audience/all/0"), Section::ALL);
        assert!(!folds.is_open(Section::Style));
    }

    #[test]
    fn sections_are_known_by_their_names() {
        for section in Section::ALL {
            assert_eq!(Section::from_id(section.id()), Some(*section));
        }
    }
}
