//! How long every text of a campaign may be (SPEC 5): the one table that fields, checks and the JSON Schema go by.
//!
//! Drafts may exceed them; a launch may not. Lengths are in characters as a person counts them (grapheme clusters). One of those may carry any
//! number of marks, so that each text is bounded in code points as well.

/// Longest title of a rich card; it needs at least one character.
pub const TITLE: usize = 20;
/// Longest subtitle of a rich card.
pub const SUBTITLE: usize = 100;
/// Longest text bubble; it needs at least one character.
pub const TEXT: usize = 250;
/// Longest name of a custom attribute that a condition asks about, in code points.
pub const ATTRIBUTE_KEY: usize = 100;
/// Longest text that a condition compares with, in code points.
pub const CONDITION_TEXT: usize = 1_000;
/// Longest address that a condition compares with, in code points. Browsers and servers take few that are longer.
pub const CONDITION_ADDRESS: usize = 2_000;
/// Longest name of a test, in code points.
pub const TEST_NAME: usize = 200;
/// Width of a card's picture in pixels.
pub const PICTURE_WIDTH: u32 = 400;
/// Height of a card's picture in pixels.
pub const PICTURE_HEIGHT: u32 = 200;
/// Schemes that a link may have.
pub const LINK_SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Code points that a character may have on average: the longest emoji have ten, and no script needs more.
const CODE_POINTS: usize = 16;

/// A text that people write into a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "named after the keys of the file")]
pub enum TextPart {
    Name,
    Title,
    Subtitle,
    ButtonName,
    ButtonMessage,
    ButtonLink,
    Text,
    UserSay,
    PreviewReply,
}

/// How long a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextLimit {
    /// Most characters.
    pub characters: usize,
    /// Most characters that fit on one line, where only one looks right; more may be launched, and are warned of.
    pub fitting: Option<usize>,
    /// Whether people write up to it, so that a field counts from the first character on.
    pub counted: bool,
}

impl TextLimit {
    /// Most code points.
    pub const fn code_points(self) -> usize {
        self.characters * CODE_POINTS
    }
}

impl TextPart {
    /// Every part, in the order of the file.
    pub const ALL: [TextPart; 9] = [
        TextPart::Name,
        TextPart::Title,
        TextPart::Subtitle,
        TextPart::ButtonName,
        TextPart::ButtonMessage,
        TextPart::ButtonLink,
        TextPart::Text,
        TextPart::UserSay,
        TextPart::PreviewReply,
    ];

    /// How long it may be.
    pub const fn limit(self) -> TextLimit {
        let (characters, fitting, counted) = match self {
            TextPart::Name => (100, None, false),
            TextPart::Title => (TITLE, None, true),
            TextPart::Subtitle => (SUBTITLE, None, true),
            // A button of a phone's card has room for about 30 letters in a line.
            TextPart::ButtonName => (80, Some(30), true),
            TextPart::ButtonMessage | TextPart::UserSay | TextPart::PreviewReply => (1_000, None, false),
            TextPart::ButtonLink => (2_000, None, false),
            TextPart::Text => (TEXT, None, true),
        };
        TextLimit {
            characters,
            fitting,
            counted,
        }
    }

    /// Its place in the file, as a JSON Pointer.
    pub const fn pointer(self) -> &'static str {
        match self {
            TextPart::Name => "/name",
            TextPart::Title => "/content/title",
            TextPart::Subtitle => "/content/subtitle",
            TextPart::ButtonName => "/content/button/name",
            TextPart::ButtonMessage => "/content/button/action/message",
            TextPart::ButtonLink => "/content/button/action/link",
            TextPart::Text => "/content/text",
            TextPart::UserSay => "/content/user_say",
            TextPart::PreviewReply => "/content/preview_reply",
        }
    }
}
