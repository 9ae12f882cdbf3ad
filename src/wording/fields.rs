//! Phrases of fields, as each language's `fields` has them: a new field is one entry in each of those, and the sentences know kinds alone.

/// Names of choices by their identifiers, where they differ from the catalogue's.
pub(super) type Names = &'static [(&'static str, &'static str)];

/// The name of a choice.
pub(super) fn named(names: Names, id: &str) -> Option<&'static str> {
    names.iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}

/// A phrase with a value in its place.
pub(super) fn filled(phrase: &str, value: &str) -> String {
    phrase.replacen("{}", value, 1)
}
