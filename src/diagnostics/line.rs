//! A record as one line: instant, level, place, message, fields.

use std::fmt::{Debug, Write as _};

use chrono::{DateTime, SecondsFormat, Utc};
use tracing::Event;
use tracing::field::{Field, Visit};

use super::folder::Home;
use crate::campaign::one_line;

/// The fields whose text is shown. Other fields only show numbers and booleans. A field may be added here only if it cannot
/// hold a campaign's name or content, a token, a query or an attribute of a visitor. It may hold paths, since the home folder is shortened.
pub const TEXT_FIELDS: [&str; 41] = [
    "acceleration",
    "action",
    "campaign",
    "cause",
    "choice",
    "code",
    "command",
    "connection",
    "desktop",
    "document",
    "error",
    "file",
    "folder",
    "from",
    "host",
    "intention",
    "job",
    "kind",
    "language",
    "left",
    "level",
    "library",
    "message",
    "method",
    "os",
    "outcome",
    "place",
    "problem",
    "renderer",
    "rescued",
    "result",
    "route",
    "session",
    "standing",
    "step",
    "there",
    "thread",
    "until",
    "version",
    "what",
    "why",
];

/// Longest text of a field, in characters.
const LONGEST_FIELD: usize = 300;
/// Longest line, in bytes, roughly.
const LONGEST_LINE: usize = 4_000;

/// The line for a record, with its line feed.
pub(super) fn of_event(event: &Event<'_>, at: DateTime<Utc>, home: &Home) -> String {
    let facts = event.metadata();
    let mut fields = Fields {
        home,
        message: String::new(),
        rest: String::new(),
    };
    event.record(&mut fields);
    let place = facts.target().strip_prefix("beckon::").unwrap_or(facts.target());
    let Fields { message, rest, .. } = fields;
    line(at, *facts.level(), place, &format!("{message}{rest}"))
}

/// A line of these parts.
pub(super) fn line(at: DateTime<Utc>, level: tracing::Level, place: &str, text: &str) -> String {
    let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let mut line = format!("{at} {level:<5} {place}: {text}");
    if line.len() > LONGEST_LINE {
        let end = (0..=LONGEST_LINE)
            .rev()
            .find(|at| line.is_char_boundary(*at))
            .unwrap_or(0);
        line.truncate(end);
        line.push('…');
    }
    line.push('\n');
    line
}

/// The fields of a record as text.
struct Fields<'a> {
    home: &'a Home,
    message: String,
    rest: String,
}

impl Fields<'_> {
    fn text(&mut self, field: &Field, text: &str) {
        let name = field.name();
        if !TEXT_FIELDS.contains(&name) {
            return self.bare(name, "…");
        }
        let text = self.tidy(text);
        if name == "message" {
            self.message = text;
        } else if text.contains(' ') || text.is_empty() {
            self.bare(name, &format!("\"{text}\""));
        } else {
            self.bare(name, &text);
        }
    }

    fn tidy(&self, text: &str) -> String {
        let text = one_line(&self.home.shorten(text));
        match text.char_indices().nth(LONGEST_FIELD) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }

    fn bare(&mut self, name: &str, value: &str) {
        // Writing into a string cannot fail.
        let _ = write!(self.rest, " {name}={value}");
    }
}

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.text(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.text(field, &format!("{value:?}"));
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.bare(field.name(), &value.to_string());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.bare(field.name(), &value.to_string());
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.bare(field.name(), &value.to_string());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.bare(field.name(), &value.to_string());
    }
}
