//! The words for logs of visitors that cannot be read or counted.

use std::path::Path;

use super::{InWords, Words, library};
use crate::{
    reach::{HeaderFault, LogKind, ReachError},
    wording::text::Text,
};

impl InWords for ReachError {
    fn words(&self, text: &Text) -> Words {
        let of_file = |key: &str, path: &Path| Words::of(key, &[("file", path.display().to_string())], text);
        match self {
            Self::File { path, error } => library::of_system(path, error, text),
            Self::Empty { path } => of_file("trouble-log-empty", path),
            Self::Kind { path, kind } => of_file(kind_key(*kind), path),
            Self::Header(fault) => of_header(fault, text),
            Self::RowTooLong { line, limit } => {
                let values = [("line", line.to_string()), ("limit", limit.to_string())];
                Words::of("trouble-log-row", &values, text)
            }
            Self::NoSuchColumn { column, .. } => Words::of("trouble-log-column", &[("column", column.clone())], text),
            Self::Database(error) => Words::of("trouble-log-database", &[("system", error.to_string())], text),
            Self::Stopped => Words::of("trouble-log-stopped", &[], text),
        }
    }
}

fn kind_key(kind: LogKind) -> &'static str {
    match kind {
        LogKind::Folder => "trouble-log-folder",
        LogKind::NoFile => "trouble-log-no-file",
        LogKind::List => "trouble-log-list",
        LogKind::Compressed => "trouble-log-compressed",
        LogKind::Parquet => "trouble-log-parquet",
        LogKind::Utf16 => "trouble-log-utf16",
        LogKind::NotText => "trouble-log-not-text",
    }
}

fn of_header(fault: &HeaderFault, text: &Text) -> Words {
    match fault {
        HeaderFault::NoNames => Words::of("trouble-log-no-columns", &[], text),
        HeaderFault::TooMany { .. } => Words::of("trouble-log-many-columns", &[], text),
        HeaderFault::Twice(column) => Words::of("trouble-log-column-twice", &[("column", column.clone())], text),
    }
}
