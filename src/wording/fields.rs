//! Phrases of fields, as each language's `fields` has them: a new field is one entry in each of those, and the sentences use only kinds.

/// Returns a phrase with a value in its place.
pub(super) fn filled(phrase: &str, value: &str) -> String {
    phrase.replacen("{}", value, 1)
}
