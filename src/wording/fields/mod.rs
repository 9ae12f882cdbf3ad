//! What each language says of each field: its name, its meaning, and the phrases that sentences are made of. A new field is one entry in
//! [`english`] and one in [`turkish`]; the sentences of `summary`, `verdict` and `answer` know kinds alone.

pub(super) mod english;
pub(super) mod turkish;

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
