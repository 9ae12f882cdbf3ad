//! From a JSON Pointer to the line and column of a text.

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

/// Where the value that a JSON Pointer (RFC 6901) names begins; `None` when the text does not hold it.
pub fn locate(text: &str, pointer: &str) -> Option<Position> {
    let mut raw: &RawValue = serde_json::from_str(text).ok()?;
    for segment in pointer.split('/').skip(1) {
        let segment = segment.replace("~1", "/").replace("~0", "~");
        raw = step(raw, &segment)?;
    }
    let offset = (raw.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    position(text, offset)
}

/// The position of a byte offset.
pub(super) fn position(text: &str, offset: usize) -> Option<Position> {
    let before = text.get(..offset)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Some(Position {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    })
}

fn step<'a>(raw: &'a RawValue, segment: &str) -> Option<&'a RawValue> {
    if raw.get().starts_with('[') {
        let items: Vec<&'a RawValue> = serde_json::from_str(raw.get()).ok()?;
        return items.get(segment.parse::<usize>().ok()?).copied();
    }
    // Keys may carry escapes, so they cannot all be borrowed.
    let entries: HashMap<String, &'a RawValue> = serde_json::from_str(raw.get()).ok()?;
    entries.get(segment).copied()
}
