//! The parts of a message: the only table of the parts that a pop-up of each type has, and of everything about each text.
//!
//! The editor, the checks, the comparison of versions, the JSON Schema and the exports use it. A new part is a line here, with a place in [`Content`]
//! and in what draws the pop-up; nothing else may list parts.

use super::{Action, Button, Campaign, Content, ContentType, PicturePlace};

/// Code points that a character may have on average: the longest emoji have ten, and no script needs more.
const CODE_POINTS: usize = 16;

/// A text that people write into a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
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
    pub const ALL: &'static [TextPart] = <TextPart as strum::VariantArray>::VARIANTS;

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
        }
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
    /// What pressing the button does.
    Action,
}

impl MessagePart {
    /// Every part, in the order of the file.
    pub const ALL: [MessagePart; 9] = [
        MessagePart::Text(TextPart::Title),
        MessagePart::Text(TextPart::Subtitle),
        MessagePart::Picture,
        MessagePart::Text(TextPart::ImageAlt),
        MessagePart::Text(TextPart::ButtonName),
        MessagePart::Action,
        MessagePart::Text(TextPart::Text),
        MessagePart::Text(TextPart::UserSay),
        MessagePart::Text(TextPart::PreviewReply),
    ];

    /// Returns its place in the file, as a JSON Pointer.
    pub const fn pointer(self) -> &'static str {
        match self {
            MessagePart::Text(part) => part.pointer(),
            MessagePart::Picture => PicturePlace::Card.pointer(),
            MessagePart::Action => "/content/button/action",
        }
    }

    /// Returns the key of its label in the window.
    pub const fn label(self) -> &'static str {
        match self {
            MessagePart::Text(part) => part.spec().label,
            MessagePart::Picture => "editor-picture",
            MessagePart::Action => "editor-when-pressed",
        }
    }
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
                        slot(MessagePart::Action, Need::Required),
                        explained(TextPart::UserSay, Need::Required, "editor-user-say-help"),
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

impl Content {
    /// Returns a text of it; `None` where it is not set, and for the campaign's name.
    pub fn text(&self, part: TextPart) -> Option<&str> {
        match part {
            TextPart::Name => None,
            TextPart::Title => self.title.as_deref(),
            TextPart::Subtitle => self.subtitle.as_deref(),
            TextPart::ImageAlt => self.image_alt.as_deref(),
            TextPart::ButtonName => self.button.as_ref()?.name.as_deref(),
            TextPart::ButtonMessage => match self.action()? {
                Action::Message(message) => Some(message),
                Action::Link(_) => None,
            },
            TextPart::ButtonLink => match self.action()? {
                Action::Link(link) => Some(link),
                Action::Message(_) => None,
            },
            TextPart::Text => self.text.as_deref(),
            TextPart::UserSay => self.user_say.as_deref(),
            TextPart::PreviewReply => self.preview_reply.as_deref(),
        }
    }

    /// Writes or removes a text of it. A button is added where one is needed; its action becomes the one that the text belongs to. The campaign's
    /// name is left alone.
    pub fn set_text(&mut self, part: TextPart, text: Option<String>) {
        match part {
            TextPart::Name => {}
            TextPart::Title => self.title = text,
            TextPart::Subtitle => self.subtitle = text,
            TextPart::ImageAlt => self.image_alt = text,
            TextPart::ButtonName => self.button.get_or_insert_with(Button::default).name = text,
            TextPart::ButtonMessage => self.set_action(text.map(Action::Message)),
            TextPart::ButtonLink => self.set_action(text.map(Action::Link)),
            TextPart::Text => self.text = text,
            TextPart::UserSay => self.user_say = text,
            TextPart::PreviewReply => self.preview_reply = text,
        }
    }

    /// Returns what pressing the button does.
    pub fn action(&self) -> Option<&Action> {
        self.button.as_ref()?.action.as_ref()
    }

    /// Sets what pressing the button does, and adds a button where it is missing.
    pub fn set_action(&mut self, action: Option<Action>) {
        self.button.get_or_insert_with(Button::default).action = action;
    }

    /// Returns this content without the parts that its type does not have; all of it where the type is unknown.
    pub(super) fn of_own_type(&self) -> Content {
        let mut content = self.clone();
        let Some(kind) = self.kind.known() else { return content };
        let foreign = MessagePart::ALL.into_iter().filter(|part| kind.slot(*part).is_none());
        foreign.for_each(|part| content.clear(part));
        content
    }

    fn clear(&mut self, part: MessagePart) {
        match part {
            MessagePart::Picture => (self.image, self.image_dense) = (None, None),
            MessagePart::Action | MessagePart::Text(TextPart::ButtonName) => self.button = None,
            MessagePart::Text(part) => self.set_text(part, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_written_is_read() {
        for part in TextPart::ALL.iter().copied().filter(|part| *part != TextPart::Name) {
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
