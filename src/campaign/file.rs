//! The file `NAME.campaign.json` (`tests/specification/campaign-file.md`): text to campaign and back, with problems a person can act on.
//!
//! It never touches a disk. Reading accepts every half-finished draft, and refuses only what it could not give back unharmed.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::fault::{Document, FileFault, megabytes};
use super::locate::locate_all;
use super::read::{ObjectReader, Report, read_campaign};
use super::saved_audience::{AUDIENCE_FORMAT, AUDIENCE_VERSION};
use super::site::{SITE_FORMAT, SITE_VERSION};
use super::write::write_campaign;
use super::{Campaign, locate};

/// The value of the key `format`.
pub const FORMAT: &str = "beckon.campaign";
/// The newest version of the format that this program reads, and the one it writes.
pub const VERSION: u64 = 1;
/// Largest campaign file that is read, in bytes. Pictures are separate files, so real ones are a thousand times smaller.
pub const MAX_FILE_BYTES: usize = 4 << 20;

/// Most unknown keys in all objects of a file together. Later versions and other programs need a few.
pub const MAX_UNKNOWN_KEYS: usize = 1_000;
/// Most problems that are listed for one file.
pub const MAX_PROBLEMS: usize = 100;

/// What kind of problem a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProblemCode {
    /// Larger than [`MAX_FILE_BYTES`].
    TooLarge,
    /// Not UTF-8: another encoding, or not a text at all.
    NotText,
    /// Nothing but blanks.
    Empty,
    /// Ends in the middle, as after an interrupted copy.
    Truncated,
    /// Not JSON.
    Syntax,
    /// The same key twice in one object.
    DuplicateKey,
    /// Brackets or groups nested too deep.
    TooDeep,
    /// JSON, but not a campaign.
    NotACampaign,
    /// Written by a newer version of this program.
    NewerVersion,
    /// A value of a type that its key cannot have.
    WrongType,
    /// More than [`MAX_UNKNOWN_KEYS`].
    TooManyKeys,
    /// More than [`MAX_PROBLEMS`]: the others are not listed.
    TooManyProblems,
}

impl ProblemCode {
    /// Returns the identifier in machine-readable output.
    pub fn id(self) -> &'static str {
        match self {
            ProblemCode::TooLarge => "too_large",
            ProblemCode::NotText => "not_text",
            ProblemCode::Empty => "empty",
            ProblemCode::Truncated => "truncated",
            ProblemCode::Syntax => "syntax",
            ProblemCode::DuplicateKey => "duplicate_key",
            ProblemCode::TooDeep => "too_deep",
            ProblemCode::NotACampaign => "not_a_campaign",
            ProblemCode::NewerVersion => "newer_version",
            ProblemCode::WrongType => "wrong_type",
            ProblemCode::TooManyKeys => "too_many_keys",
            ProblemCode::TooManyProblems => "too_many_problems",
        }
    }
}

/// One problem of a file, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// The fault.
    pub fault: FileFault,
    /// The JSON Pointer (RFC 6901) of the value at fault; empty for the whole file.
    pub pointer: String,
    /// Line and column, both from 1, where they are known.
    pub position: Option<(usize, usize)>,
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, column)) = self.position {
            write!(f, "line {line}, column {column}: ")?;
        }
        self.fault.fmt(f)
    }
}

impl FileProblem {
    /// Creates a problem of the whole file.
    pub fn of_file(fault: FileFault) -> Self {
        FileProblem {
            fault,
            pointer: String::new(),
            position: None,
        }
    }

    /// Returns what kind of problem it is.
    pub fn code(&self) -> ProblemCode {
        self.fault.code()
    }

    /// Returns what is wrong: lower case, one line, without the place.
    pub fn message(&self) -> String {
        self.fault.to_string()
    }

    /// Returns what to do about it.
    pub fn hint(&self) -> Cow<'static, str> {
        self.fault.hint()
    }

    /// Returns a problem that stands for those that are not listed; nothing when all are.
    pub(crate) fn more(count: usize) -> Option<Self> {
        (count > 0).then(|| FileProblem::of_file(FileFault::More(count)))
    }
}

/// Why a text is not a campaign: every problem found, in the order of the file; if there are very many, the first [`MAX_PROBLEMS`] and how many more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .problems.first().map(ToString::to_string).unwrap_or_default())]
pub struct ReadError {
    /// At least one.
    pub problems: Vec<FileProblem>,
}

impl ReadError {
    /// Creates an error with a single problem, at a line and a column where they are known.
    pub(crate) fn one(fault: FileFault, position: Option<(usize, usize)>) -> Self {
        ReadError {
            problems: vec![FileProblem {
                position,
                ..FileProblem::of_file(fault)
            }],
        }
    }

    /// Returns what to do about the first problem.
    pub fn hint(&self) -> Cow<'static, str> {
        self.problems.first().map(FileProblem::hint).unwrap_or_default()
    }
}

/// Reads a campaign file.
///
/// ```
/// use beckon::campaign::from_json;
///
/// // A draft may lack anything.
/// let draft = from_json(br#"{ "format": "beckon.campaign", "version": 1, "name": "Second look" }"#)?;
/// assert_eq!(draft.name, "Second look");
///
/// // What a save would lose is refused, with its place and what to do.
/// let error = from_json(br#"{ "format": "beckon.campaign", "version": 1, "name": 5 }"#).unwrap_err();
/// assert_eq!(error.to_string(), "line 1, column 54: `name` must be a text, and is a number");
/// assert_eq!(error.hint(), "write a text there, or remove the key");
/// # Ok::<(), beckon::campaign::ReadError>(())
/// ```
///
/// # Errors
/// Every problem that keeps the file from being read completely, with line, column and remedy.
pub fn from_json(bytes: &[u8]) -> Result<Campaign, ReadError> {
    read_document(bytes, Document::Campaign, read_campaign)
}

/// Reads a document of a kind.
pub(super) fn read_document<T>(
    bytes: &[u8],
    document: Document,
    read: impl FnOnce(ObjectReader<'_>) -> T,
) -> Result<T, ReadError> {
    let text = text_of(bytes, document)?;
    let value = strict_value(text)?;
    let Value::Object(map) = value else {
        return Err(ReadError::one(FileFault::NotAnObject(document), None));
    };
    check_header(&map, document, text)?;
    let mut report = Report::default();
    let read = read(ObjectReader::new(map, String::new(), &mut report));
    let Report {
        mut problems,
        more_problems,
        unknown_keys,
    } = report;
    if unknown_keys > MAX_UNKNOWN_KEYS {
        problems.push(FileProblem::of_file(FileFault::TooManyKeys(unknown_keys)));
    }
    if problems.is_empty() {
        return Ok(read);
    }
    place(&mut problems, text);
    problems.extend(FileProblem::more(more_problems));
    Err(ReadError { problems })
}

/// Determines the place of each problem in the text, and sorts them by it.
pub(crate) fn place(problems: &mut [FileProblem], text: &str) {
    let pointers: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    let positions = locate_all(text, &pointers);
    for (problem, position) in problems.iter_mut().zip(positions) {
        // A problem of the whole file has no place in it.
        let placed = problem.code() != ProblemCode::TooManyKeys || !problem.pointer.is_empty();
        problem.position = position
            .filter(|_| placed)
            .map(|position| (position.line, position.column));
    }
    problems.sort_by_key(|problem| problem.position);
}

/// Returns the campaign as a JSON value, keys in the order of the format.
pub fn to_value(campaign: &Campaign) -> Value {
    write_campaign(campaign)
}

/// Returns the campaign as its file holds it: pretty-printed, keys in the order of the format, a line end at the end.
pub fn to_json(campaign: &Campaign) -> String {
    // Values made of maps with text keys and finite numbers always print.
    let mut text = serde_json::to_string_pretty(&to_value(campaign)).unwrap_or_default();
    text.push('\n');
    text
}

/// A campaign whose file would be longer than what can be read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("as a file, the campaign would have {:.1} MB, and files of at most {} MB can be read", megabytes(*.bytes), MAX_FILE_BYTES >> 20)]
pub struct TooLong {
    /// The length of its file.
    pub bytes: usize,
}

/// Does the same as [`to_json`], for a file that is to be read again.
///
/// # Errors
/// When it would be longer than [`MAX_FILE_BYTES`].
pub fn to_file(campaign: &Campaign) -> Result<String, TooLong> {
    let text = to_json(campaign);
    match text.len() {
        bytes if bytes > MAX_FILE_BYTES => Err(TooLong { bytes }),
        _ => Ok(text),
    }
}

fn text_of(bytes: &[u8], document: Document) -> Result<&str, ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::one(FileFault::TooLarge(Some(bytes.len())), None));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        let position = super::locate::position(&valid, valid.len()).map(|at| (at.line, at.column));
        let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        ReadError::one(FileFault::NotText { document, utf16 }, position)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ReadError::one(FileFault::Empty, None));
    }
    Ok(text)
}

fn check_header(map: &Map<String, Value>, document: Document, text: &str) -> Result<(), ReadError> {
    let at = |pointer: &str| locate(text, pointer).map(|position| (position.line, position.column));
    let (format, known) = match document {
        Document::Campaign | Document::Bundle => (FORMAT, VERSION),
        Document::Site => (SITE_FORMAT, SITE_VERSION),
        Document::Audience => (AUDIENCE_FORMAT, AUDIENCE_VERSION),
    };
    if map.get("format").and_then(Value::as_str) != Some(format) {
        return Err(ReadError::one(FileFault::WrongFormat(document), at("/format")));
    }
    let fault = match map.get("version").and_then(Value::as_u64) {
        Some(version) if (1..=known).contains(&version) => return Ok(()),
        Some(version) if version > known => FileFault::NewerVersion {
            document,
            version,
            known,
        },
        _ => FileFault::NoVersion(document),
    };
    Err(ReadError::one(fault, at("/version")))
}

/// Reads a JSON text, refusing objects that hold a key twice.
///
/// # Errors
/// A single problem, with its line and column.
pub fn strict_value(text: &str) -> Result<Value, ReadError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Strict
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| syntax_problem(&error, text))
}

fn syntax_problem(error: &serde_json::Error, text: &str) -> ReadError {
    let full = error.to_string();
    let message = full
        .rsplit_once(" at line ")
        .map_or(full.as_str(), |(message, _)| message);
    let position = (error.line() > 0).then(|| character_position(text, error.line(), error.column()));
    let fault = if error.is_eof() {
        FileFault::Truncated
    } else if let Some(key) = message.strip_prefix(DUPLICATE) {
        FileFault::DuplicateKey(key.to_owned())
    } else if message.starts_with("recursion limit") {
        FileFault::BracketsTooDeep
    } else {
        FileFault::Syntax(message.to_owned())
    };
    ReadError::one(fault, position)
}

/// Counts characters as people do; serde_json counts bytes within a line, and calls the place after a line end column 0 of the next line.
fn character_position(text: &str, line: usize, byte_column: usize) -> (usize, usize) {
    let (line, byte_column) = if byte_column == 0 && line > 1 {
        (line - 1, usize::MAX)
    } else {
        (line, byte_column)
    };
    let content = text.split('\n').nth(line - 1).unwrap_or_default();
    let column = content.char_indices().take_while(|(at, _)| *at < byte_column).count();
    (line, column.max(1))
}

/// The beginning of an error about a duplicate key; the key follows.
const DUPLICATE: &str = "duplicate key ";

/// A builder of a [`Value`] that refuses duplicate keys, which the default would drop silently.
struct Strict;

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Strict)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(de::Error::custom(format_args!("{DUPLICATE}{key}")));
            }
            map.insert(key, entries.next_value_seed(Strict)?);
        }
        Ok(Value::Object(map))
    }
}
