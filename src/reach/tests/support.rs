//! Logs in temporary files.

use std::io::Write as _;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::campaign::{Campaign, Condition, Field, Group, Joiner, Named, Node};
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
pub(super) const COLUMNS: [&str; 24] = [
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
    "country",
    "first_seen",
    "conversation_count",
    "scroll_ratio",
    "exit_screen",
    "time_on_page",
    "time_on_site",
    "inactivity",
    "at",
];

/// The keys that are written: those of parameters, of events and of attributes. Attributes stand under their bare keys in CSV.
pub(super) const KEYED: [(Field, &[&str]); 5] = [
    (Field::Query, &["a", "plan", "city"]),
    (Field::LandingQuery, &["a", "plan", "city"]),
    (Field::Event, &["plan", "city"]),
    (Field::Clicked, &["#buy", "a", "\"buy now\"", "\"a\""]),
    (Field::Custom, &["plan", "city"]),
];

/// Writes visitors as CSV, at one instant; attributes that are not texts cannot be written as they are.
pub(super) fn csv(visitors: &[Visitor], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    let keyed = KEYED.iter().flat_map(|(field, keys)| {
        let name = move |key: &&str| match field {
            Field::Custom => (*key).to_owned(),
            field => format!("{}.{key}", field.id()),
        };
        keys.iter().map(name)
    });
    let header: Vec<String> = COLUMNS.iter().map(|name| (*name).to_owned()).chain(keyed).collect();
    writer.write_record(&header).expect("written");
    for visitor in visitors {
        let visitor_row = row(visitor);
        let found = |name: &str| match name.split_once('.') {
            Some((field, key)) => visitor_row[field].get(key).cloned(),
            None => visitor_row
                .get(name)
                .or_else(|| visitor_row["custom"].get(name))
                .cloned(),
        };
        let value = |name: &String| match found(name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text,
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
    for (field, keys) in KEYED.iter().filter(|(field, _)| *field != Field::Custom) {
        let under = |key: &&str| Some(((*key).to_owned(), visitor.value_under(*field, key)?));
        row[field.id()] = keys.iter().filter_map(under).collect::<serde_json::Map<_, _>>().into();
    }
    row["at"] = json!(null);
    // What nobody knows of the first visitor is a column all the same.
    row["country"] = visitor.country.clone().into();
    row
}
