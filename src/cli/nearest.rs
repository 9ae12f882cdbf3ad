//! The probable meaning of an unknown name.

/// How alike two words have to be, between 0 and 1, to suggest one for the other.
const ALIKE: f64 = 0.6;

/// The name whose word is most like `wanted`, if any is; of equals the first.
pub(super) fn most_alike(wanted: &str, candidates: impl Iterator<Item = (String, String)>) -> Option<String> {
    let rated = candidates.map(|(word, name)| (strsim::normalized_damerau_levenshtein(&word, wanted), name));
    let near = rated.filter(|(likeness, _)| *likeness >= ALIKE);
    let best = near.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, name)| name)
}
