//! The probable meaning of an unknown name.

/// The similarity of two words, between 0 and 1, from which one is suggested for the other.
const ALIKE: f64 = 0.6;

/// Returns the name whose word is most similar to `wanted`, if any; of equals the first.
pub(super) fn most_alike(wanted: &str, candidates: impl Iterator<Item = (String, String)>) -> Option<String> {
    let rated = candidates.map(|(word, name)| (strsim::normalized_damerau_levenshtein(&word, wanted), name));
    let near = rated.filter(|(likeness, _)| *likeness >= ALIKE);
    let best = near.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, name)| name)
}
