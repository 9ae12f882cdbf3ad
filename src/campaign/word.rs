//! Words of the file format that name one of a closed set, kept as they stand when this version does not know them.

/// A closed set of words, each with the identifier that files use.
pub trait Named: strum::VariantArray + Copy + PartialEq {
    /// Every word, in the order in which people are offered them.
    const ALL: &'static [Self] = Self::VARIANTS;

    /// The identifier in files.
    fn id(self) -> &'static str;

    /// The word with this identifier.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.id() == id)
    }
}

/// A word in a draft: not chosen yet, one we know, or one from elsewhere that a save must not lose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Word<T> {
    /// The key is absent, or null.
    #[default]
    Missing,
    /// One of the set.
    Known(T),
    /// Something else, kept to the letter.
    Unknown(String),
}

impl<T: Named> Word<T> {
    /// The word, if it is one of the set.
    pub fn known(&self) -> Option<T> {
        match self {
            Word::Known(word) => Some(*word),
            Word::Missing | Word::Unknown(_) => None,
        }
    }

    /// The identifier as the file holds it.
    pub fn id(&self) -> Option<&str> {
        match self {
            Word::Missing => None,
            Word::Known(word) => Some(word.id()),
            Word::Unknown(text) => Some(text),
        }
    }

    /// The word that an identifier names.
    pub fn from_id(id: &str) -> Self {
        T::from_id(id).map_or_else(|| Word::Unknown(id.to_owned()), Word::Known)
    }

    /// True when nothing was chosen.
    pub fn is_missing(&self) -> bool {
        matches!(self, Word::Missing)
    }
}
