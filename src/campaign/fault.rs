//! What can be wrong with a campaign file or a bundle: one variant per sentence, with the values that the sentence needs.
//!
//! The English sentences are here, for the command line and the backend; the window makes its own in the user's language.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use super::audience::MAX_GROUP_DEPTH;
use super::file::{FORMAT, MAX_FILE_BYTES, MAX_UNKNOWN_KEYS, ProblemCode, VERSION};
use super::one_line::one_line;
use super::saved_audience::AUDIENCE_FORMAT;
use super::site::SITE_FORMAT;

/// The kind of document that a file is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Document {
    /// One campaign.
    Campaign,
    /// Several campaigns with their pictures.
    Bundle,
    /// What holds for all campaigns of a site.
    Site,
    /// A saved audience.
    Audience,
}

/// The kind of a value in a JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JsonKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A text in quotes.
    Text,
    /// A list in square brackets.
    List,
    /// An object in braces.
    Object,
}

impl JsonKind {
    /// Returns the kind of a value.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => JsonKind::Null,
            Value::Bool(_) => JsonKind::Flag,
            Value::Number(_) => JsonKind::Number,
            Value::String(_) => JsonKind::Text,
            Value::Array(_) => JsonKind::List,
            Value::Object(_) => JsonKind::Object,
        }
    }
}

impl fmt::Display for JsonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            JsonKind::Null => "null",
            JsonKind::Flag => "true or false",
            JsonKind::Number => "a number",
            JsonKind::Text => "a text",
            JsonKind::List => "a list",
            JsonKind::Object => "an object",
        })
    }
}

/// The kind that a key's value has to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// An object in braces.
    Object,
    /// A list in square brackets.
    List,
    /// `current`, `bot_profile` or an object that names a picture.
    LauncherImage,
    /// The time of a rest.
    RestTime,
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Wanted::Text => "a text",
            Wanted::Number => "a number",
            Wanted::Flag => "true or false",
            Wanted::Object => "an object in braces",
            Wanted::List => "a list in square brackets",
            Wanted::RestTime => "session or { \"every\": 1, \"unit\": \"day\" }",
            Wanted::LauncherImage => "current, bot_profile or { \"image\": \"images/….png\" }",
        })
    }
}

/// What is wrong with a file, or with a value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// Larger than [`MAX_FILE_BYTES`]; how many bytes, where that is known.
    TooLarge(Option<usize>),
    /// Another encoding than UTF-8, or not a text at all.
    NotText {
        /// The kind of document that the file is meant to be.
        document: Document,
        /// Whether it begins like UTF-16.
        utf16: bool,
    },
    /// Nothing but blanks.
    Empty,
    /// It ends in the middle.
    Truncated,
    /// Not JSON; the parser's message.
    Syntax(String),
    /// This key occurs twice in one object.
    DuplicateKey(String),
    /// Brackets are nested deeper than any campaign's.
    BracketsTooDeep,
    /// JSON, but not an object.
    NotAnObject(Document),
    /// The value of `format` is not the one for this kind of document.
    WrongFormat(Document),
    /// The value of `version` is not a version.
    NoVersion(Document),
    /// A later version of the format.
    NewerVersion {
        /// The kind of document that the file is meant to be.
        document: Document,
        /// The version that it states.
        version: u64,
        /// The newest version that this program reads.
        known: u64,
    },
    /// This many keys are unknown: more than [`MAX_UNKNOWN_KEYS`].
    TooManyKeys(usize),
    /// This many more problems are not listed.
    More(usize),
    /// A key's value has a type that it cannot have.
    WrongType {
        /// The key.
        key: String,
        /// What it has to be.
        wanted: Wanted,
        /// What it is.
        found: JsonKind,
    },
    /// An entry of a list of objects is something else.
    WrongEntry {
        /// The list's key.
        key: String,
        /// What the entry is.
        found: JsonKind,
    },
    /// An entry of a list of texts is something else.
    WrongTextEntry {
        /// The list's key.
        key: String,
        /// What the entry is.
        found: JsonKind,
    },
    /// A group has two of `all`, `any` and `none`.
    TwoJoiners,
    /// The audience is a condition instead of a group.
    NotAGroup,
    /// A saved audience uses this other one.
    NestedAudience(String),
    /// Groups are nested deeper than [`MAX_GROUP_DEPTH`].
    GroupsTooDeep,
    /// A button has both a message and a link.
    TwoActions,
    /// A bundle without a list of campaigns.
    NoCampaigns,
    /// The picture of this name is not in the bundle, or is damaged.
    PictureMissing(String),
}

impl FileFault {
    /// Returns what kind of problem it is.
    pub fn code(&self) -> ProblemCode {
        match self {
            FileFault::TooLarge(_) => ProblemCode::TooLarge,
            FileFault::NotText { .. } => ProblemCode::NotText,
            FileFault::Empty => ProblemCode::Empty,
            FileFault::Truncated => ProblemCode::Truncated,
            FileFault::Syntax(_) => ProblemCode::Syntax,
            FileFault::DuplicateKey(_) => ProblemCode::DuplicateKey,
            FileFault::BracketsTooDeep | FileFault::GroupsTooDeep => ProblemCode::TooDeep,
            FileFault::NotAnObject(_) | FileFault::WrongFormat(_) | FileFault::NoVersion(_) => {
                ProblemCode::NotACampaign
            }
            FileFault::NewerVersion { .. } => ProblemCode::NewerVersion,
            FileFault::TooManyKeys(_) => ProblemCode::TooManyKeys,
            FileFault::More(_) => ProblemCode::TooManyProblems,
            FileFault::WrongType { .. }
            | FileFault::WrongEntry { .. }
            | FileFault::WrongTextEntry { .. }
            | FileFault::TwoJoiners
            | FileFault::NotAGroup
            | FileFault::NestedAudience(_)
            | FileFault::TwoActions
            | FileFault::NoCampaigns
            | FileFault::PictureMissing(_) => ProblemCode::WrongType,
        }
    }

    /// Returns what to do about it.
    pub fn hint(&self) -> Cow<'static, str> {
        use Document::{Audience, Bundle, Campaign, Site};
        Cow::Borrowed(match self {
            FileFault::TooLarge(_) => "choose a campaign file; pictures belong next to it, in the folder images",
            FileFault::NotText { document: Bundle, .. } | FileFault::PictureMissing(_) => {
                "export the bundle again, and copy it as a whole"
            }
            FileFault::NotText { utf16: true, .. } => "save it as UTF-8 in a text editor; it looks like UTF-16",
            FileFault::NotText { .. } => "choose a campaign file, or save it as UTF-8 in a text editor",
            FileFault::Empty => "restore it from a copy, or create the campaign again",
            FileFault::Truncated => "restore it from a copy: an interrupted copy or download leaves such files",
            FileFault::Syntax(_) => "correct it in a text editor, or restore the file from a copy",
            FileFault::DuplicateKey(_) => "remove or rename one of the two",
            FileFault::BracketsTooDeep => "choose another file; no campaign nests so deep",
            FileFault::NotAnObject(Campaign | Bundle) => {
                "choose a file that ends in .campaign.json, or create the campaign again"
            }
            FileFault::NotAnObject(Site) | FileFault::WrongFormat(Site) => {
                "choose the site.json of a library, or move the file away: Beckon then makes a new one"
            }
            FileFault::NotAnObject(Audience) | FileFault::WrongFormat(Audience) => {
                "choose a file that ends in .audience.json, or save the audience again"
            }
            FileFault::WrongFormat(Campaign) => {
                "choose a file that ends in .campaign.json; to bring in a bundle, use import"
            }
            FileFault::WrongFormat(Bundle) => "choose a file that Beckon exported as json",
            FileFault::NoVersion(Campaign | Site | Audience) => {
                return Cow::Owned(format!("write \"version\": {VERSION} below its format"));
            }
            FileFault::NoVersion(Bundle) | FileFault::NoCampaigns => "export the bundle again",
            FileFault::NewerVersion {
                document: Campaign | Site | Audience,
                ..
            } => "update Beckon, or open the file with the program that wrote it",
            FileFault::NewerVersion { document: Bundle, .. } => "update Beckon",
            FileFault::TooManyKeys(_) => "remove those that no program needs, or update Beckon",
            FileFault::More(_) => "correct those that are listed first",
            FileFault::WrongType { wanted, .. } => {
                return Cow::Owned(format!("write {wanted} there, or remove the key"));
            }
            FileFault::WrongEntry { .. } => "write an object in braces there, or remove the entry",
            FileFault::WrongTextEntry { .. } => "write a text in quotes there, or remove the entry",
            FileFault::TwoJoiners => "keep one of all, any and none, and move the rest into a group of its own",
            FileFault::NestedAudience(_) => "write the conditions of that one in its place",
            FileFault::NotAGroup => "put the condition into { \"all\": [ … ] }",
            FileFault::GroupsTooDeep => "join some of the groups: an all inside an all can be one",
            FileFault::TwoActions => "keep one of message and link",
        })
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = MAX_FILE_BYTES >> 20;
        match self {
            FileFault::TooLarge(Some(bytes)) => {
                let megabytes = megabytes(*bytes);
                write!(
                    f,
                    "the file has {megabytes:.1} MB, and a campaign has at most {most} MB"
                )
            }
            FileFault::TooLarge(None) => write!(f, "the file is larger than {most} MB, which no campaign is"),
            FileFault::NotText { .. } => f.write_str("the file is not UTF-8 text"),
            FileFault::Empty => f.write_str("the file is empty"),
            FileFault::Truncated => f.write_str("the file ends too early"),
            FileFault::Syntax(said) => write!(f, "the file is not valid JSON: {}", one_line(said)),
            FileFault::DuplicateKey(key) => write!(f, "duplicate key `{}`", one_line(key)),
            FileFault::BracketsTooDeep => f.write_str("the brackets are nested too deep"),
            FileFault::NotAnObject(Document::Campaign | Document::Bundle) => {
                f.write_str("the file holds no campaign: its outermost value is not an object")
            }
            FileFault::NotAnObject(Document::Site) => {
                f.write_str("the file holds no site document: its outermost value is not an object")
            }
            FileFault::NotAnObject(Document::Audience) => {
                f.write_str("the file holds no saved audience: its outermost value is not an object")
            }
            FileFault::WrongFormat(Document::Audience) => {
                write!(
                    f,
                    "the file is not a saved audience: its `format` is not `{AUDIENCE_FORMAT}`"
                )
            }
            FileFault::WrongFormat(Document::Site) => {
                write!(
                    f,
                    "the file is not a site document: its `format` is not `{SITE_FORMAT}`"
                )
            }
            FileFault::WrongFormat(Document::Campaign) => {
                write!(f, "the file is not a campaign: its `format` is not `{FORMAT}`")
            }
            FileFault::WrongFormat(Document::Bundle) => f.write_str("the file is not a bundle of campaigns"),
            FileFault::NoVersion(Document::Campaign | Document::Site | Document::Audience) => {
                f.write_str("the file names no `version` that exists")
            }
            FileFault::NoVersion(Document::Bundle) => f.write_str("the bundle names no version that exists"),
            FileFault::NewerVersion {
                document,
                version,
                known,
            } => {
                let what = match document {
                    Document::Campaign | Document::Site | Document::Audience => "file",
                    Document::Bundle => "bundle",
                };
                write!(
                    f,
                    "the {what} has version {version}, and this program reads up to version {known}"
                )
            }
            FileFault::TooManyKeys(count) => write!(
                f,
                "the file has {count} keys that this program does not know, and at most {MAX_UNKNOWN_KEYS} are kept"
            ),
            FileFault::More(count) => write!(f, "there are {count} more problems, which are not listed"),
            FileFault::WrongType { key, wanted, found } => {
                write!(f, "`{}` must be {wanted}, and is {found}", one_line(key))
            }
            FileFault::WrongEntry { key, found } => {
                write!(
                    f,
                    "each entry of `{}` must be an object, and this is {found}",
                    one_line(key)
                )
            }
            FileFault::WrongTextEntry { key, found } => {
                write!(
                    f,
                    "each entry of `{}` must be a text, and this is {found}",
                    one_line(key)
                )
            }
            FileFault::TwoJoiners => f.write_str("a group is joined in two ways at once"),
            FileFault::NestedAudience(name) => {
                write!(f, "a saved audience uses another one, `{}`", one_line(name))
            }
            FileFault::NotAGroup => f.write_str("the audience must be a group, and is a condition"),
            FileFault::GroupsTooDeep => write!(f, "groups are nested more than {MAX_GROUP_DEPTH} deep"),
            FileFault::TwoActions => f.write_str("a button says something and opens a link at once"),
            FileFault::NoCampaigns => f.write_str("the bundle has no list of campaigns"),
            FileFault::PictureMissing(name) => {
                write!(
                    f,
                    "the picture `{}` is not carried in the bundle, or is damaged",
                    one_line(name)
                )
            }
        }
    }
}

pub(super) fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
