//! The words for what is wrong within a campaign file or a bundle, with its place.

use std::path::Path;

use super::{InWords, Words, count, fill, megabytes};
use crate::{
    campaign::{
        Document, FileFault, FileProblem, JsonKind, MAX_FILE_BYTES, MAX_GROUP_DEPTH, MAX_UNKNOWN_KEYS, ReadError,
        VERSION, Wanted,
    },
    wording::text::Text,
};

impl InWords for ReadError {
    fn words(&self, text: &Text) -> Words {
        first_problem(self, text).capitalised(text)
    }
}

/// The words for a file that cannot be read, behind its name.
pub(super) fn named(path: &Path, error: &ReadError, text: &Text) -> Words {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    first_problem(error, text).of_part(&file, text)
}

/// Returns the first problem, which may cause the others. It begins with a lower-case letter: a name may precede it.
fn first_problem(error: &ReadError, text: &Text) -> Words {
    let first = error.problems.first().map(|problem| in_place(problem, text));
    first.unwrap_or_else(|| of_fault(&FileFault::Empty, text))
}

impl Words {
    /// The same, of the part of a file that has this name.
    pub(super) fn of_part(self, name: &str, text: &Text) -> Self {
        let values = [("file", name.to_owned()), ("what", self.what)];
        Self {
            what: fill("trouble-file-in", &values, text),
            hint: self.hint,
            code: self.code,
        }
    }

    /// The same, at this line and column, if they are known.
    pub(super) fn at(self, position: Option<(usize, usize)>, text: &Text) -> Self {
        let Some((line, column)) = position else { return self };
        let values = [
            ("line", line.to_string()),
            ("column", column.to_string()),
            ("what", self.what),
        ];
        Self {
            what: fill("trouble-file-at", &values, text),
            hint: self.hint,
            code: self.code,
        }
    }
}

fn in_place(problem: &FileProblem, text: &Text) -> Words {
    of_fault(&problem.fault, text).at(problem.position, text)
}

/// Returns what is wrong, beginning with a lower-case letter: a place may precede it.
fn of_fault(fault: &FileFault, text: &Text) -> Words {
    use Document::{Audience, Bundle, Campaign, Site};
    let of = |key: &str, values: &[(&str, String)]| Words::of(key, values, text);
    let plain = |key: &str| of(key, &[]);
    let most_megabytes = ("most", megabytes(MAX_FILE_BYTES, text));
    match fault {
        FileFault::TooLarge(Some(bytes)) => {
            let values = [("megabytes", megabytes(*bytes, text)), most_megabytes];
            of("trouble-file-too-large", &values)
        }
        FileFault::TooLarge(None) => of("trouble-file-larger", &[most_megabytes]),
        FileFault::NotText { document: Bundle, .. } => plain("trouble-bundle-not-text"),
        FileFault::NotText { utf16: true, .. } => plain("trouble-file-utf16"),
        FileFault::NotText { utf16: false, .. } => plain("trouble-file-not-text"),
        FileFault::Empty => plain("trouble-file-empty"),
        FileFault::Truncated => plain("trouble-file-truncated"),
        // The parser speaks English, and the place says where to look.
        FileFault::Syntax(_) => plain("trouble-file-syntax"),
        FileFault::DuplicateKey(key) => of("trouble-file-duplicate-key", &[("key", key.clone())]),
        FileFault::BracketsTooDeep => plain("trouble-file-brackets"),
        FileFault::NotAnObject(Campaign | Bundle) => plain("trouble-file-no-object"),
        FileFault::NotAnObject(Site) | FileFault::WrongFormat(Site) => plain("trouble-site-wrong-format"),
        FileFault::NotAnObject(Audience) | FileFault::WrongFormat(Audience) => plain("trouble-audience-wrong-format"),
        FileFault::NestedAudience(name) => of("trouble-audience-nested", &[("name", name.clone())]),
        FileFault::WrongFormat(Campaign) => plain("trouble-file-wrong-format"),
        FileFault::WrongFormat(Bundle) => plain("trouble-bundle-wrong-format"),
        FileFault::NoVersion(Campaign | Site | Audience) => {
            of("trouble-file-no-version", &[("known", VERSION.to_string())])
        }
        FileFault::NoVersion(Bundle) => plain("trouble-bundle-no-version"),
        FileFault::NewerVersion { version, known, .. } => {
            let values = [("version", version.to_string()), ("known", known.to_string())];
            of("trouble-file-newer", &values)
        }
        FileFault::TooManyKeys(found) => {
            let values = [("count", count(*found, text)), ("most", count(MAX_UNKNOWN_KEYS, text))];
            of("trouble-file-unknown-keys", &values)
        }
        FileFault::More(more) => of("trouble-file-more", &[("count", count(*more, text))]),
        FileFault::WrongType { key, wanted, found } => {
            let values = [
                ("key", key.clone()),
                ("wanted", text.t(wanted_key(*wanted))),
                ("found", text.t(kind_key(*found))),
            ];
            of("trouble-file-wrong-type", &values)
        }
        FileFault::WrongEntry { key, found } => {
            let values = [("key", key.clone()), ("found", text.t(kind_key(*found)))];
            of("trouble-file-wrong-entry", &values)
        }
        FileFault::WrongTextEntry { key, found } => {
            let values = [("key", key.clone()), ("found", text.t(kind_key(*found)))];
            of("trouble-file-wrong-text", &values)
        }
        FileFault::TwoJoiners => plain("trouble-file-two-joiners"),
        FileFault::NotAGroup => plain("trouble-file-no-group"),
        FileFault::GroupsTooDeep => of("trouble-file-groups", &[("most", count(MAX_GROUP_DEPTH, text))]),
        FileFault::TwoActions => plain("trouble-file-two-actions"),
        FileFault::NoCampaigns => plain("trouble-bundle-no-campaigns"),
        FileFault::PictureMissing(name) => of("trouble-bundle-no-picture", &[("name", name.clone())]),
    }
}

fn kind_key(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "trouble-json-null",
        JsonKind::Flag => "trouble-json-flag",
        JsonKind::Number => "trouble-json-number",
        JsonKind::Text => "trouble-json-text",
        JsonKind::List => "trouble-json-list",
        JsonKind::Object => "trouble-json-object",
    }
}

fn wanted_key(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "trouble-json-text",
        Wanted::Number => "trouble-json-number",
        Wanted::Flag => "trouble-json-flag",
        Wanted::Object => "trouble-wanted-object",
        Wanted::List => "trouble-wanted-list",
        Wanted::LauncherImage => "trouble-wanted-launcher",
        Wanted::RestTime => "trouble-wanted-rest-time",
    }
}
