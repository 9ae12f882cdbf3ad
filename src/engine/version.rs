//! Versions and language tags: texts with parts; the wanted one decides how many parts count.

use std::cmp::Ordering;

use super::trim;

/// A dotted version. Its parts are JavaScript numbers, so that both engines agree on parts longer than any browser has.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Version(Box<[f64]>);

impl Version {
    /// Its parts.
    pub(crate) fn parts(&self) -> &[f64] {
        &self.0
    }

    /// Reads a wanted version: dotted numbers and nothing else.
    pub(crate) fn wanted(text: &str) -> Option<Version> {
        let exact = |part: &str| {
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| leading_number(part))
        };
        Some(Version(text.split('.').map(exact).collect::<Option<_>>()?))
    }

    /// Reads a visitor's version, as browsers write them; `None` when it does not begin with a number.
    pub(crate) fn found(text: &str) -> Option<Version> {
        let text = trim(text);
        text.starts_with(|first: char| first.is_ascii_digit())
            .then(|| Version(text.split('.').map(leading_number).collect()))
    }

    /// Compares this version with a wanted one, looking at as many parts as the wanted one has.
    #[inline]
    pub(crate) fn compare(&self, wanted: &Version) -> Ordering {
        for (index, part) in wanted.0.iter().enumerate() {
            let found = self.0.get(index).copied().unwrap_or(0.0);
            if found != *part {
                return found.total_cmp(part);
            }
        }
        Ordering::Equal
    }
}

/// Returns the number at the beginning of a part; 0 when there is none.
fn leading_number(part: &str) -> f64 {
    let end = part.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(part.len());
    part[..end].parse().unwrap_or(0.0)
}

/// Returns whether a wanted tag covers a visitor's: the same one, or one that extends it.
#[inline]
pub(crate) fn covers(wanted: &str, found: &str) -> bool {
    found.len() >= wanted.len()
        && found.as_bytes()[..wanted.len()] == *wanted.as_bytes()
        && matches!(found.as_bytes().get(wanted.len()), None | Some(b'-'))
}
