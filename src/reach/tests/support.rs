//! Logs in temporary files.

use std::io::Write as _;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::campaign::{Campaign, Condition, Group, Joiner, Node};
use crate::reach::Log;
use crate::visitor::Visitor;

/// A log in a file that is removed with it.
pub(super) struct Paper {
    pub log: Log,
    _file: tempfile::NamedTempFile,
}

pub(super) fn paper(text: impl AsRef<[u8]>) -> Paper {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(text.as_ref()).expect("written");
    let log = Log::open(file.path()).expect("a log");
    Paper { log, _file: file }
}

pub(super) fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_341_600, 0).expect("2026-11-22T10:00:00Z")
}

pub(super) fn all(conditions: Vec<Condition>) -> Campaign {
    Campaign {
        audience: Group::of(Joiner::All, conditions.into_iter().map(Node::Condition).collect()),
        ..Campaign::default()
    }
}

/// The columns of a CSV log of visitors, attributes last.
pub(super) const COLUMNS: [&str; 20] = [
    "url",
    "page_views",
    "visits",
    "sessions",
    "session_pages",
    "referrer",
    "landing_page",
    "views",
    "clicks",
    "closes",
    "browser_language",
    "browser",
    "browser_version",
    "device_type",
    "operating_system",
    "first_seen",
    "conversation_count",
    "scroll_ratio",
    "exit_screen",
    "at",
];

/// Writes visitors as CSV, at one instant; attributes that are not texts cannot be written as they are.
pub(super) fn csv(visitors: &[Visitor], keys: &[&str], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    let header: Vec<&str> = COLUMNS.iter().copied().chain(keys.iter().copied()).collect();
    writer.write_record(&header).expect("written");
    for visitor in visitors {
        let visitor_row = row(visitor);
        let value = |name: &&str| match visitor_row.get(*name).or_else(|| visitor_row["custom"].get(*name)) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        writer.write_record(header.iter().map(value)).expect("written");
    }
    writer.into_inner().expect("written")
}

/// Writes visitors as JSON objects, one per line.
pub(super) fn lines(visitors: &[Visitor]) -> Vec<u8> {
    let line = |visitor: &Visitor| format!("{}\n", row(visitor));
    visitors.iter().map(line).collect::<String>().into_bytes()
}

fn row(visitor: &Visitor) -> Value {
    let mut row = serde_json::to_value(visitor).expect("a visitor writes");
    row["at"] = json!(null);
    row
}
