//! Words of the file format that name one of a closed set, kept as they are when this version does not know them.

/// A closed set of words, each with the identifier that files use.
pub trait Named: strum::VariantArray + Copy + PartialEq {
    /// Every word, in the order in which people are offered them.
    const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the identifier in files.
    fn id(self) -> &'static str;

    /// Returns the word with this identifier.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.id() == id)
    }
}

/// A word in a draft: not chosen yet, a known one, or an unknown one that a save must not lose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Word<T> {
    /// The key is absent, or null.
    #[default]
    Missing,
    /// One of the set.
    Known(T),
    /// Any other word, kept unchanged.
    Unknown(String),
}

impl<T: Named> Word<T> {
    /// Returns the word, if it is one of the set.
    pub fn known(&self) -> Option<T> {
        match self {
            Word::Known(word) => Some(*word),
            Word::Missing | Word::Unknown(_) => None,
        }
    }

    /// Returns the identifier as the file holds it.
    pub fn id(&self) -> Option<&str> {
        match self {
            Word::Missing => None,
            Word::Known(word) => Some(word.id()),
            Word::Unknown(text) => Some(text),
        }
    }

    /// Returns the word that an identifier names.
    pub fn from_id(id: &str) -> Self {
        T::from_id(id).map_or_else(|| Word::Unknown(id.to_owned()), Word::Known)
    }

    /// Returns whether nothing was chosen.
    pub fn is_missing(&self) -> bool {
        matches!(self, Word::Missing)
    }
}
