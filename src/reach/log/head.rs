//! What a log's first megabytes show: its kind, its columns, its first rows.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde_json::{Map, Value};

use super::{Format, Log, ReachError};
use crate::reach::{HeaderFault, LogKind};

/// How much of a file is examined.
const HEAD: u64 = 4 << 20;
/// How many rows are kept for people to look at.
const ROWS: usize = 20;
/// How many columns are read; for JSON objects, how many keys are listed.
const MOST_COLUMNS: usize = 10_000;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

pub(super) fn read(path: &Path) -> Result<Log, ReachError> {
    let failed = |error| ReachError::File {
        path: path.to_owned(),
        error,
    };
    // A pipe is refused before it is opened: opening would wait for a writer.
    let about = std::fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(kind(path, LogKind::Folder));
    }
    if !about.is_file() {
        return Err(kind(path, LogKind::NoFile));
    }
    let file = File::open(path).map_err(failed)?;
    let mut head = Vec::new();
    file.take(HEAD).read_to_end(&mut head).map_err(failed)?;
    refuse_other_kinds(path, &head)?;
    let mark = if head.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let text = &head[mark..];
    let Some(first) = text.iter().find(|byte| !byte.is_ascii_whitespace()) else {
        return Err(ReachError::Empty { path: path.to_owned() });
    };
    let log = Log {
        path: path.to_owned(),
        bytes: about.len(),
        format: Format::Json,
        columns: Vec::new(),
        rows: Vec::new(),
        start: (mark as u64, 1),
    };
    match first {
        b'{' => Ok(objects(log, text)),
        b'[' => Err(kind(path, LogKind::List)),
        _ => header(log, text),
    }
}

fn kind(path: &Path, kind: LogKind) -> ReachError {
    let path = path.to_owned();
    ReachError::Kind { path, kind }
}

fn refuse_other_kinds(path: &Path, head: &[u8]) -> Result<(), ReachError> {
    let begins = |magic: &[u8]| head.starts_with(magic);
    if begins(b"\x1f\x8b") || begins(b"PK\x03\x04") || begins(b"\x28\xb5\x2f\xfd") || begins(b"BZh") {
        return Err(kind(path, LogKind::Compressed));
    }
    if begins(b"PAR1") {
        return Err(kind(path, LogKind::Parquet));
    }
    if begins(b"\xff\xfe") || begins(b"\xfe\xff") {
        return Err(kind(path, LogKind::Utf16));
    }
    if head.iter().take(4096).any(|byte| *byte == 0) {
        return Err(kind(path, LogKind::NotText));
    }
    Ok(())
}

/// Reads a CSV file's columns and first rows.
fn header(mut log: Log, text: &[u8]) -> Result<Log, ReachError> {
    let delimiter = delimiter(text);
    log.format = Format::Csv { delimiter };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text);
    let mut record = csv::ByteRecord::new();
    let row = |record: &csv::ByteRecord| -> Vec<String> {
        record
            .iter()
            .map(|value| String::from_utf8_lossy(value).into_owned())
            .collect()
    };
    let mut next = |record: &mut csv::ByteRecord| {
        reader
            .read_byte_record(record)
            .unwrap_or(false)
            .then(|| reader.position().clone())
    };
    let Some(after) = next(&mut record) else {
        return Err(ReachError::Empty { path: log.path });
    };
    log.columns = row(&record).iter().map(|name| name.trim().to_owned()).collect();
    // For a line that ends in two characters, the reader has taken the first.
    let behind = usize::try_from(after.byte()).unwrap_or(usize::MAX);
    let open = usize::from(text.get(behind) == Some(&b'\n') && text.get(behind.wrapping_sub(1)) == Some(&b'\r'));
    log.start = (log.start.0 + after.byte() + open as u64, after.line() + open as u64);
    check_names(&log.columns)?;
    while log.rows.len() < ROWS && next(&mut record).is_some() {
        log.rows.push(row(&record));
    }
    Ok(log)
}

/// Returns the separator that occurs most often in the first line, outside of quotes; a comma where none does.
fn delimiter(text: &[u8]) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if !quoted => counts
                .iter_mut()
                .filter(|(sign, _)| sign == byte)
                .for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    // The first of several equally frequent ones.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(sign, _)| *sign)
}

fn check_names(columns: &[String]) -> Result<(), ReachError> {
    let refuse = |fault: HeaderFault| Err(ReachError::Header(fault));
    if columns.iter().all(String::is_empty) {
        return refuse(HeaderFault::NoNames);
    }
    if columns.len() > MOST_COLUMNS {
        return refuse(HeaderFault::TooMany {
            found: columns.len(),
            most: MOST_COLUMNS,
        });
    }
    let mut known = HashSet::new();
    match columns
        .iter()
        .find(|name| !name.is_empty() && !known.insert(name.as_str()))
    {
        None => Ok(()),
        Some(name) => refuse(HeaderFault::Twice(name.clone())),
    }
}

/// Reads the keys and first rows of JSON objects.
fn objects(mut log: Log, text: &[u8]) -> Log {
    let mut rows: Vec<Map<String, Value>> = Vec::new();
    let mut known = HashSet::new();
    for line in text.split(|byte| *byte == b'\n') {
        // The last line may be cut off; anything unreadable is counted later.
        let Ok(Value::Object(object)) = serde_json::from_slice(line) else {
            continue;
        };
        let flat = flattened(object);
        for key in flat.keys() {
            if log.columns.len() < MOST_COLUMNS && known.insert(key.clone()) {
                log.columns.push(key.clone());
            }
        }
        if rows.len() < ROWS {
            rows.push(flat);
        }
    }
    let shown = |row: &Map<String, Value>| -> Vec<String> {
        let value = |column: &String| match row.get(column) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
        };
        log.columns.iter().map(value).collect()
    };
    log.rows = rows.iter().map(shown).collect();
    log
}

/// Returns an object with the keys of nested objects among its own, as `outer.inner`.
fn flattened(object: Map<String, Value>) -> Map<String, Value> {
    let mut flat = Map::new();
    for (key, value) in object {
        match value {
            Value::Object(inner) => {
                flat.extend(inner.into_iter().map(|(name, value)| (format!("{key}.{name}"), value)));
            }
            value @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => {
                flat.insert(key, value);
            }
        }
    }
    flat
}
