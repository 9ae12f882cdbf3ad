//! The labels that are in use, and how often.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::campaign::label_key;

/// A label, and how many of the campaigns have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// The label, as it is written first.
    pub label: String,
    /// How many have it.
    pub count: usize,
}

/// Counts labels, whatever their case; the most frequent first, then by name.
pub fn count<'a>(labels: impl Iterator<Item = &'a String>) -> Vec<Used> {
    let mut counted: BTreeMap<String, Used> = BTreeMap::new();
    for label in labels {
        let used = counted.entry(label_key(label)).or_insert_with(|| Used {
            label: label.trim().to_owned(),
            count: 0,
        });
        used.count += 1;
    }
    let mut all: Vec<Used> = counted.into_values().filter(|used| !used.label.is_empty()).collect();
    // Those that are used as often stay in the order of their names.
    all.sort_by_key(|used| Reverse(used.count));
    all
}
