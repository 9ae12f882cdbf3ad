//! Conversion of JSON Pointers to lines and columns of a text.

use std::collections::HashMap;

use serde_json::value::RawValue;

/// A place in a text, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character within the line.
    pub column: usize,
}

/// Returns where the value that a JSON Pointer (RFC 6901) names begins; `None` when the text does not hold it.
pub fn locate(text: &str, pointer: &str) -> Option<Position> {
    locate_all(text, &[pointer]).pop().flatten()
}

/// Locates several values in one walk: however many there are, each part of the text is read once per level.
pub(super) fn locate_all(text: &str, pointers: &[&str]) -> Vec<Option<Position>> {
    let mut found = vec![None; pointers.len()];
    if let Ok(raw) = serde_json::from_str(text) {
        let segments = |pointer: &&str| pointer.split('/').skip(1).map(unescaped).collect();
        let paths: Vec<Vec<String>> = pointers.iter().map(segments).collect();
        let wanted = paths.iter().map(Vec::as_slice).enumerate().collect();
        descend(raw, text, wanted, &mut found);
    }
    positions(text, &found)
}

fn unescaped(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

/// Records the byte at which each wanted value begins: by its number and its path from here.
fn descend<'a>(raw: &'a RawValue, text: &str, wanted: Vec<(usize, &[String])>, found: &mut [Option<usize>]) {
    let mut below: HashMap<&str, Vec<(usize, &[String])>> = HashMap::new();
    for (number, way) in wanted {
        match way.split_first() {
            Some((step, rest)) => below.entry(step).or_default().push((number, rest)),
            None => found[number] = (raw.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize),
        }
    }
    if below.is_empty() {
        return;
    }
    if raw.get().starts_with('[') {
        let items: Vec<&'a RawValue> = serde_json::from_str(raw.get()).unwrap_or_default();
        for (step, wanted) in below {
            if let Some(item) = step.parse().ok().and_then(|index: usize| items.get(index)) {
                descend(item, text, wanted, found);
            }
        }
        return;
    }
    // Keys may carry escapes, so they cannot all be borrowed.
    let entries: HashMap<String, &'a RawValue> = serde_json::from_str(raw.get()).unwrap_or_default();
    for (step, wanted) in below {
        if let Some(value) = entries.get(step) {
            descend(value, text, wanted, found);
        }
    }
}

/// Returns the positions of byte offsets, in one walk through the text.
fn positions(text: &str, offsets: &[Option<usize>]) -> Vec<Option<Position>> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|number| offsets[*number]);
    let mut found = vec![None; offsets.len()];
    let mut walk = Walk::default();
    for number in order {
        found[number] = offsets[number].and_then(|offset| walk.to(text, offset));
    }
    found
}

/// Returns the position of a byte offset.
pub(super) fn position(text: &str, offset: usize) -> Option<Position> {
    Walk::default().to(text, offset)
}

/// The state of a walk through a text.
#[derive(Default)]
struct Walk {
    offset: usize,
    lines: usize,
    columns: usize,
}

impl Walk {
    /// Moves on to an offset that is not before the last one.
    fn to(&mut self, text: &str, offset: usize) -> Option<Position> {
        let between = text.get(self.offset..offset)?;
        match between.rfind('\n') {
            Some(last) => {
                self.lines += between.matches('\n').count();
                self.columns = between[last + 1..].chars().count();
            }
            None => self.columns += between.chars().count(),
        }
        self.offset = offset;
        Some(Position {
            line: self.lines + 1,
            column: self.columns + 1,
        })
    }
}
