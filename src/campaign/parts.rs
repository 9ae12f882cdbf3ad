//! The parts of a message: the only table of the parts that a pop-up of each type has, and of everything about each text.
//!
//! The editor, the checks, the comparison of versions, the JSON Schema and the exports use it. A new part is a line here, with a place in [`Content`]
//! and in what draws the pop-up; nothing else may list parts.

use super::translation::pointer_in;
use super::{Campaign, ContentType, PicturePlace};

/// Code points that a character may have on average: the longest emoji have ten, and no script needs more.
const CODE_POINTS: usize = 16;

/// A place among the quick replies of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
#[allow(missing_docs, reason = "they are counted")]
pub enum ReplyPlace {
    First,
    Second,
    Third,
    Fourth,
}

impl ReplyPlace {
    /// Every place: a message has no more replies than these.
    pub const ALL: &'static [ReplyPlace] = <ReplyPlace as strum::VariantArray>::VARIANTS;

    /// Returns its place in the file's list, from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Returns its number as people count, from 1.
    pub const fn number(self) -> usize {
        self.index() + 1
    }

    const fn row(self) -> &'static ReplyRow {
        &REPLIES[self.index()]
    }

    /// Returns the place with a number as people count, from 1.
    pub fn from_number(number: usize) -> Option<ReplyPlace> {
        Self::ALL.get(number.checked_sub(1)?).copied()
    }
}

/// Where each part of a reply stands in the file, as a JSON Pointer, with the key of its label in the window.
struct ReplyRow {
    name: (&'static str, &'static str),
    message: (&'static str, &'static str),
    link: (&'static str, &'static str),
    action: (&'static str, &'static str),
}

/// The replies, by their places.
const REPLIES: [ReplyRow; ReplyPlace::ALL.len()] = [
    ReplyRow {
        name: ("/content/replies/0/name", "editor-reply-1"),
        message: ("/content/replies/0/action/message", "editor-reply-1-message"),
        link: ("/content/replies/0/action/link", "editor-reply-1-link"),
        action: ("/content/replies/0/action", "editor-reply-1-action"),
    },
    ReplyRow {
        name: ("/content/replies/1/name", "editor-reply-2"),
        message: ("/content/replies/1/action/message", "editor-reply-2-message"),
        link: ("/content/replies/1/action/link", "editor-reply-2-link"),
        action: ("/content/replies/1/action", "editor-reply-2-action"),
    },
    ReplyRow {
        name: ("/content/replies/2/name", "editor-reply-3"),
        message: ("/content/replies/2/action/message", "editor-reply-3-message"),
        link: ("/content/replies/2/action/link", "editor-reply-3-link"),
        action: ("/content/replies/2/action", "editor-reply-3-action"),
    },
    ReplyRow {
        name: ("/content/replies/3/name", "editor-reply-4"),
        message: ("/content/replies/3/action/message", "editor-reply-4-message"),
        link: ("/content/replies/3/action/link", "editor-reply-4-link"),
        action: ("/content/replies/3/action", "editor-reply-4-action"),
    },
];

/// What a click on a pop-up hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ClickTarget {
    /// The message itself: a card's button, the bubble of a text, an open window.
    #[default]
    Message,
    /// A quick reply.
    Reply(ReplyPlace),
}

/// A text that people write into a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "named after the keys of the file")]
pub enum TextPart {
    Name,
    Title,
    Subtitle,
    ImageAlt,
    ButtonName,
    ButtonMessage,
    ButtonLink,
    Text,
    UserSay,
    ReplyName(ReplyPlace),
    ReplyMessage(ReplyPlace),
    ReplyLink(ReplyPlace),
    PreviewReply,
}

/// Everything that is defined about a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextSpec {
    /// Its place in the file, as a JSON Pointer.
    pub pointer: &'static str,
    /// The key of its label in the window.
    pub label: &'static str,
    /// Its greatest length.
    pub limit: TextLimit,
    /// How many lines its field shows; a field with several lines accepts line ends.
    pub lines: usize,
    /// Whether attributes of the visitor can be inserted.
    pub takes_tokens: bool,
    /// Whether it is said in every language.
    pub translated: Translated,
}

/// Whether a part is said in every language of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Translated {
    /// Visitors read it: without it, a translation is not complete.
    Needed,
    /// A language may have its own; where it has none, the campaign's own is as good.
    Optional,
    /// It is the same in every language.
    Never,
}

/// The greatest length of a text, in characters as a person counts them (grapheme clusters). Drafts may exceed it; a launch may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextLimit {
    /// Most characters.
    pub characters: usize,
    /// Most characters that fit on one line, where only one looks right; longer texts may be launched, with a warning.
    pub fitting: Option<usize>,
    /// Whether texts often reach it, so that a field counts from the first character on.
    pub counted: bool,
}

impl TextLimit {
    const fn of(characters: usize) -> TextLimit {
        TextLimit {
            characters,
            fitting: None,
            counted: false,
        }
    }

    const fn counted(characters: usize) -> TextLimit {
        TextLimit {
            counted: true,
            ..TextLimit::of(characters)
        }
    }

    /// Returns against which number a text of this many characters is counted: from the first character on where texts often reach the limit, else
    /// once little room is left; `None` before.
    pub const fn shown_most(self, count: usize) -> Option<usize> {
        let most = match self.fitting {
            Some(fitting) if count <= fitting => fitting,
            Some(_) | None => self.characters,
        };
        let is_near = count * 5 > most * 4;
        if self.counted || is_near { Some(most) } else { None }
    }

    /// Returns whether a text of this many characters leaves less than a tenth of its room, or none.
    pub const fn is_nearly_used(self, count: usize) -> bool {
        let most = match self.fitting {
            Some(fitting) => fitting,
            None => self.characters,
        };
        count * 10 >= most * 9
    }

    /// Returns the most code points: a character may carry any number of marks, so each text needs this bound as well.
    pub const fn code_points(self) -> usize {
        self.characters * CODE_POINTS
    }
}

impl TextPart {
    /// Every text, in the order of the file.
    pub const ALL: [TextPart; 22] = {
        use ReplyPlace::{First, Fourth, Second, Third};
        use TextPart::{ReplyLink, ReplyMessage, ReplyName};
        [
            TextPart::Name,
            TextPart::Title,
            TextPart::Subtitle,
            TextPart::ImageAlt,
            TextPart::ButtonName,
            TextPart::ButtonMessage,
            TextPart::ButtonLink,
            TextPart::Text,
            TextPart::UserSay,
            ReplyName(First),
            ReplyMessage(First),
            ReplyLink(First),
            ReplyName(Second),
            ReplyMessage(Second),
            ReplyLink(Second),
            ReplyName(Third),
            ReplyMessage(Third),
            ReplyLink(Third),
            ReplyName(Fourth),
            ReplyMessage(Fourth),
            ReplyLink(Fourth),
            TextPart::PreviewReply,
        ]
    };

    /// Returns everything that is defined about it.
    pub const fn spec(self) -> TextSpec {
        let (pointer, label, limit, lines) = match self {
            TextPart::Name => ("/name", "editor-name", TextLimit::of(100), 1),
            TextPart::Title => ("/content/title", "editor-title", TextLimit::counted(20), 1),
            TextPart::Subtitle => ("/content/subtitle", "editor-subtitle", TextLimit::counted(100), 2),
            // Screen readers read it in one go.
            TextPart::ImageAlt => ("/content/image_alt", "editor-image-alt", TextLimit::of(200), 1),
            TextPart::ButtonName => (
                "/content/button/name",
                "editor-button-name",
                // A button on a phone's card has room for about 30 letters in a line.
                TextLimit {
                    fitting: Some(30),
                    ..TextLimit::counted(80)
                },
                1,
            ),
            TextPart::ButtonMessage => (
                "/content/button/action/message",
                "editor-button-message",
                TextLimit::of(1_000),
                1,
            ),
            TextPart::ButtonLink => (
                "/content/button/action/link",
                "editor-button-link",
                TextLimit::of(2_000),
                1,
            ),
            TextPart::Text => ("/content/text", "editor-text", TextLimit::counted(250), 3),
            TextPart::UserSay => ("/content/user_say", "editor-user-say", TextLimit::of(1_000), 1),
            TextPart::ReplyName(place) => {
                let (pointer, label) = place.row().name;
                (pointer, label, TextLimit::counted(20), 1)
            }
            TextPart::ReplyMessage(place) => {
                let (pointer, label) = place.row().message;
                (pointer, label, TextLimit::of(1_000), 1)
            }
            TextPart::ReplyLink(place) => {
                let (pointer, label) = place.row().link;
                (pointer, label, TextLimit::of(2_000), 1)
            }
            TextPart::PreviewReply => (
                "/content/preview_reply",
                "editor-preview-reply",
                TextLimit::of(1_000),
                3,
            ),
        };
        TextSpec {
            pointer,
            label,
            limit,
            lines,
            takes_tokens: !matches!(self, TextPart::Name | TextPart::ImageAlt),
            translated: match self {
                TextPart::Name => Translated::Never,
                // A link may lead to the page of the language; only previews show the bot's reply.
                TextPart::ButtonLink | TextPart::ReplyLink(_) | TextPart::PreviewReply => Translated::Optional,
                TextPart::Title
                | TextPart::Subtitle
                | TextPart::ImageAlt
                | TextPart::ButtonName
                | TextPart::ButtonMessage
                | TextPart::Text
                | TextPart::UserSay
                | TextPart::ReplyName(_)
                | TextPart::ReplyMessage(_) => Translated::Needed,
            },
        }
    }

    /// Returns its place in a translation, as a JSON Pointer.
    pub fn pointer_in(self, tag: &str) -> String {
        MessagePart::Text(self).pointer_in(tag)
    }

    /// Returns its greatest length.
    pub const fn limit(self) -> TextLimit {
        self.spec().limit
    }

    /// Returns its place in the file, as a JSON Pointer.
    pub const fn pointer(self) -> &'static str {
        self.spec().pointer
    }

    /// Returns the text in a campaign; `None` where it is not set, and for a button's message while the button opens a link.
    pub fn read(self, campaign: &Campaign) -> Option<&str> {
        match self {
            TextPart::Name => Some(&campaign.name),
            TextPart::Title
            | TextPart::Subtitle
            | TextPart::ImageAlt
            | TextPart::ButtonName
            | TextPart::ButtonMessage
            | TextPart::ButtonLink
            | TextPart::Text
            | TextPart::UserSay
            | TextPart::ReplyName(_)
            | TextPart::ReplyMessage(_)
            | TextPart::ReplyLink(_)
            | TextPart::PreviewReply => campaign.content.text(self),
        }
    }
}

/// A part of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessagePart {
    /// A text.
    Text(TextPart),
    /// The picture of a card.
    Picture,
    /// What a click does: on the button, or on a reply.
    Action(ClickTarget),
}

impl MessagePart {
    /// Every part, in the order of the file.
    pub const ALL: [MessagePart; 17] = [
        MessagePart::Text(TextPart::Title),
        MessagePart::Text(TextPart::Subtitle),
        MessagePart::Picture,
        MessagePart::Text(TextPart::ImageAlt),
        MessagePart::Text(TextPart::ButtonName),
        MessagePart::Action(ClickTarget::Message),
        MessagePart::Text(TextPart::Text),
        MessagePart::Text(TextPart::UserSay),
        reply_name(ReplyPlace::First),
        reply_action(ReplyPlace::First),
        reply_name(ReplyPlace::Second),
        reply_action(ReplyPlace::Second),
        reply_name(ReplyPlace::Third),
        reply_action(ReplyPlace::Third),
        reply_name(ReplyPlace::Fourth),
        reply_action(ReplyPlace::Fourth),
        MessagePart::Text(TextPart::PreviewReply),
    ];

    /// Returns its place in the file, as a JSON Pointer.
    pub const fn pointer(self) -> &'static str {
        match self {
            MessagePart::Text(part) => part.pointer(),
            MessagePart::Picture => PicturePlace::Card.pointer(),
            MessagePart::Action(ClickTarget::Message) => "/content/button/action",
            MessagePart::Action(ClickTarget::Reply(place)) => place.row().action.0,
        }
    }

    /// Returns what a translation can say otherwise, in the order of the file.
    pub fn translatable() -> impl Iterator<Item = MessagePart> {
        let all = TextPart::ALL.into_iter().flat_map(|part| {
            let picture = (part == TextPart::ImageAlt).then_some(MessagePart::Picture);
            picture.into_iter().chain([MessagePart::Text(part)])
        });
        all.filter(|part| part.translated() != Translated::Never)
    }

    /// Returns whether it is said in every language. What pressing the button does is the same in each; its message and its link are texts.
    pub const fn translated(self) -> Translated {
        match self {
            MessagePart::Text(part) => part.spec().translated,
            MessagePart::Picture => Translated::Optional,
            MessagePart::Action(_) => Translated::Never,
        }
    }

    /// Returns its place in a translation, as a JSON Pointer.
    pub fn pointer_in(self, tag: &str) -> String {
        pointer_in(tag, self.pointer())
    }

    /// Returns the key of its label in the window.
    pub const fn label(self) -> &'static str {
        match self {
            MessagePart::Text(part) => part.spec().label,
            MessagePart::Picture => "editor-picture",
            MessagePart::Action(ClickTarget::Message) => "editor-when-pressed",
            MessagePart::Action(ClickTarget::Reply(place)) => place.row().action.1,
        }
    }
}

const fn reply_name(place: ReplyPlace) -> MessagePart {
    MessagePart::Text(TextPart::ReplyName(place))
}

const fn reply_action(place: ReplyPlace) -> MessagePart {
    MessagePart::Action(ClickTarget::Reply(place))
}

/// How much a message needs a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Without it nothing is launched.
    Required,
    /// Without it there is a warning.
    Advised,
    /// It may be missing.
    Optional,
}

/// A part in messages of one type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageSlot {
    /// The part.
    pub part: MessagePart,
    /// How much it is needed.
    pub need: Need,
    /// The key of the explanation of its field in the window; empty for a field that explains itself.
    pub help: &'static str,
}

const fn slot(part: MessagePart, need: Need) -> MessageSlot {
    MessageSlot { part, need, help: "" }
}

const fn text(part: TextPart, need: Need) -> MessageSlot {
    slot(MessagePart::Text(part), need)
}

const fn explained(part: TextPart, need: Need, help: &'static str) -> MessageSlot {
    MessageSlot {
        help,
        ..text(part, need)
    }
}

impl ContentType {
    /// Returns the parts of its messages, in the order in which they are written. The first is what a pop-up begins with.
    pub const fn slots(self) -> &'static [MessageSlot] {
        match self {
            ContentType::Rich => {
                const {
                    &[
                        text(TextPart::Title, Need::Required),
                        text(TextPart::Subtitle, Need::Optional),
                        text(TextPart::ButtonName, Need::Required),
                        slot(MessagePart::Action(ClickTarget::Message), Need::Required),
                        explained(TextPart::UserSay, Need::Required, "editor-user-say-help"),
                        slot(reply_name(ReplyPlace::First), Need::Required),
                        slot(reply_action(ReplyPlace::First), Need::Optional),
                        slot(reply_name(ReplyPlace::Second), Need::Required),
                        slot(reply_action(ReplyPlace::Second), Need::Optional),
                        slot(reply_name(ReplyPlace::Third), Need::Required),
                        slot(reply_action(ReplyPlace::Third), Need::Optional),
                        slot(reply_name(ReplyPlace::Fourth), Need::Required),
                        slot(reply_action(ReplyPlace::Fourth), Need::Optional),
                        slot(MessagePart::Picture, Need::Optional),
                        explained(TextPart::ImageAlt, Need::Optional, "editor-image-alt-help"),
                    ]
                }
            }
            ContentType::Text => {
                const {
                    &[
                        text(TextPart::Text, Need::Required),
                        explained(TextPart::UserSay, Need::Advised, "editor-user-say-text-help"),
                        slot(reply_name(ReplyPlace::First), Need::Required),
                        slot(reply_action(ReplyPlace::First), Need::Optional),
                        slot(reply_name(ReplyPlace::Second), Need::Required),
                        slot(reply_action(ReplyPlace::Second), Need::Optional),
                        slot(reply_name(ReplyPlace::Third), Need::Required),
                        slot(reply_action(ReplyPlace::Third), Need::Optional),
                        slot(reply_name(ReplyPlace::Fourth), Need::Required),
                        slot(reply_action(ReplyPlace::Fourth), Need::Optional),
                    ]
                }
            }
            ContentType::OpenWindow => {
                const {
                    &[
                        explained(TextPart::UserSay, Need::Required, "editor-user-say-open-help"),
                        explained(TextPart::PreviewReply, Need::Optional, "editor-preview-reply-help"),
                    ]
                }
            }
        }
    }

    /// Returns a part in its messages; `None` when they have no such part.
    pub fn slot(self, part: MessagePart) -> Option<MessageSlot> {
        self.slots().iter().copied().find(|slot| slot.part == part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_written_is_read() {
        for part in TextPart::ALL.into_iter().filter(|part| *part != TextPart::Name) {
            let mut campaign = Campaign::default();
            campaign.content.set_text(part, Some("Hello".into()));
            assert_eq!(part.read(&campaign), Some("Hello"), "{part:?}");
            let written = super::super::to_value(&campaign);
            assert_eq!(written.pointer(part.pointer()), Some(&"Hello".into()), "{part:?}");
        }
    }

    #[test]
    fn every_part_belongs_to_a_type_and_no_type_has_one_twice() {
        let types = <ContentType as super::super::Named>::ALL;
        for part in MessagePart::ALL {
            assert!(types.iter().any(|kind| kind.slot(part).is_some()), "{part:?}");
        }
        for kind in types {
            for slot in kind.slots() {
                assert!(MessagePart::ALL.contains(&slot.part), "{slot:?}");
                assert_eq!(kind.slots().iter().filter(|other| other.part == slot.part).count(), 1);
            }
        }
    }
}
