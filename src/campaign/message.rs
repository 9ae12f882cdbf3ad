//! A message by its parts: its texts read and written, which parts it has as it stands, and what a click on it does.
//!
//! Which parts there are, and their limits, is in [`parts`](super::parts) alone.

use super::parts::{ClickTarget, MessagePart, MessageSlot, ReplyPlace, TextPart};
use super::translation::TRANSLATIONS;
use super::{Action, Button, Content, ContentType};

/// What a type of message has if it takes quick replies.
const FIRST_REPLY: MessagePart = MessagePart::Text(TextPart::ReplyName(ReplyPlace::First));

impl Content {
    /// Returns what a click on `target` belongs to; `None` where there is none, or where the type of message has no button.
    pub fn button_of(&self, target: ClickTarget) -> Option<&Button> {
        match target {
            ClickTarget::Message => self.button.as_ref(),
            ClickTarget::Reply(place) => self.replies.get(place.index()),
        }
    }

    /// Returns a text of it; `None` where it is not set, and for the campaign's name.
    pub fn text(&self, part: TextPart) -> Option<&str> {
        match part {
            TextPart::Name => None,
            TextPart::Title => self.title.as_deref(),
            TextPart::Subtitle => self.subtitle.as_deref(),
            TextPart::ImageAlt => self.image_alt.as_deref(),
            TextPart::ButtonName => self.button.as_ref()?.name.as_deref(),
            TextPart::ButtonMessage => self.action(ClickTarget::Message)?.message(),
            TextPart::ButtonLink => self.action(ClickTarget::Message)?.link(),
            TextPart::Text => self.text.as_deref(),
            TextPart::UserSay => self.user_say.as_deref(),
            TextPart::ReplyName(place) => self.replies.get(place.index())?.name.as_deref(),
            TextPart::ReplyMessage(place) => self.action(ClickTarget::Reply(place))?.message(),
            TextPart::ReplyLink(place) => self.action(ClickTarget::Reply(place))?.link(),
            TextPart::PreviewReply => self.preview_reply.as_deref(),
        }
    }

    /// Writes or removes a text of it. A button, or replies up to its place, are added where they are needed; an action becomes the one that the text
    /// belongs to. The campaign's name is left alone.
    pub fn set_text(&mut self, part: TextPart, text: Option<String>) {
        match part {
            TextPart::Name => {}
            TextPart::Title => self.title = text,
            TextPart::Subtitle => self.subtitle = text,
            TextPart::ImageAlt => self.image_alt = text,
            TextPart::ButtonName => self.button_mut(ClickTarget::Message).name = text,
            TextPart::ButtonMessage => self.set_action(ClickTarget::Message, text.map(Action::Message)),
            TextPart::ButtonLink => self.set_action(ClickTarget::Message, text.map(Action::Link)),
            TextPart::Text => self.text = text,
            TextPart::UserSay => self.user_say = text,
            TextPart::ReplyName(place) => self.button_mut(ClickTarget::Reply(place)).name = text,
            TextPart::ReplyMessage(place) => self.set_action(ClickTarget::Reply(place), text.map(Action::Message)),
            TextPart::ReplyLink(place) => self.set_action(ClickTarget::Reply(place), text.map(Action::Link)),
            TextPart::PreviewReply => self.preview_reply = text,
        }
    }

    /// Returns what a click on `target` is written to do.
    pub fn action(&self, target: ClickTarget) -> Option<&Action> {
        self.button_of(target)?.action.as_ref()
    }

    /// Sets what a click on `target` does, and adds a button, or replies up to its place, where they are missing.
    pub fn set_action(&mut self, target: ClickTarget, action: Option<Action>) {
        self.button_mut(target).action = action;
    }

    fn button_mut(&mut self, target: ClickTarget) -> &mut Button {
        match target {
            ClickTarget::Message => self.button.get_or_insert_default(),
            ClickTarget::Reply(place) => {
                if self.replies.len() <= place.index() {
                    self.replies.resize_with(place.number(), Button::default);
                }
                &mut self.replies[place.index()]
            }
        }
    }

    /// Returns the quick replies that a visitor sees, with their places; none where the type of message has none.
    pub fn replies_in_force(&self) -> impl Iterator<Item = (ReplyPlace, &Button)> {
        let takes = self.kind.known().is_some_and(|kind| kind.slot(FIRST_REPLY).is_some());
        let places = ReplyPlace::ALL.iter().copied().zip(&self.replies);
        places.filter(move |_| takes)
    }

    /// Returns whether a visitor may choose among quick replies. On a card they stand in the button's place.
    pub fn has_replies(&self) -> bool {
        self.replies_in_force().next().is_some()
    }

    /// Returns the parts of this message, in the order in which they are written: those of its type, without replies that it does not have, and of a
    /// card with replies without those of the button that they replace. None where the type is unknown.
    pub fn slots(&self) -> impl Iterator<Item = MessageSlot> {
        let slots = self.kind.known().map_or(&[][..], ContentType::slots);
        slots.iter().copied().filter(|slot| self.is_in_force(slot.part))
    }

    /// Returns a part of this message; `None` when it has no such part.
    pub fn slot(&self, part: MessagePart) -> Option<MessageSlot> {
        self.slots().find(|slot| slot.part == part)
    }

    /// Returns whether this message has a part; one whose type is unknown has any. The texts of an action belong to it.
    pub fn has_part(&self, part: MessagePart) -> bool {
        let part = match part {
            MessagePart::Text(TextPart::ButtonMessage | TextPart::ButtonLink) => {
                MessagePart::Action(ClickTarget::Message)
            }
            MessagePart::Text(TextPart::ReplyMessage(place) | TextPart::ReplyLink(place)) => {
                MessagePart::Action(ClickTarget::Reply(place))
            }
            part @ (MessagePart::Text(_) | MessagePart::Picture | MessagePart::Action(_)) => part,
        };
        self.kind.known().is_none() || self.slot(part).is_some()
    }

    /// Returns whether a part takes part in this message, if its type has it.
    pub fn is_in_force(&self, part: MessagePart) -> bool {
        let is_card = self.kind.known() == Some(ContentType::Rich);
        match part {
            MessagePart::Text(
                TextPart::ReplyName(place) | TextPart::ReplyMessage(place) | TextPart::ReplyLink(place),
            )
            | MessagePart::Action(ClickTarget::Reply(place)) => place.index() < self.replies.len(),
            MessagePart::Text(
                TextPart::ButtonName | TextPart::ButtonMessage | TextPart::ButtonLink | TextPart::UserSay,
            )
            | MessagePart::Action(ClickTarget::Message) => !(is_card && self.has_replies()),
            MessagePart::Text(
                TextPart::Name
                | TextPart::Title
                | TextPart::Subtitle
                | TextPart::ImageAlt
                | TextPart::Text
                | TextPart::PreviewReply,
            )
            | MessagePart::Picture => true,
        }
    }

    /// Returns what a click on `target` does; `None` where there is nothing of that kind to click on.
    ///
    /// A reply that is not told what to do says its name. A click on a card whose replies replace its button counts as one on the first of them.
    pub fn click(&self, target: ClickTarget) -> Option<Click<'_>> {
        let is_card = self.kind.known() == Some(ContentType::Rich);
        let target = match target {
            ClickTarget::Message if is_card && self.has_replies() => ClickTarget::Reply(ReplyPlace::First),
            ClickTarget::Message | ClickTarget::Reply(_) => target,
        };
        let written = |text: Option<&'_ str>| text.is_some_and(|text| !text.trim().is_empty());
        match target {
            ClickTarget::Reply(place) => {
                let (_, reply) = self.replies_in_force().find(|(other, _)| *other == place)?;
                let message = reply.action.as_ref().and_then(Action::message);
                Some(match &reply.action {
                    Some(Action::Link(link)) => Click::Opens(link),
                    Some(Action::Message(_)) | None if written(message) => Click::Says(message.unwrap_or_default()),
                    Some(Action::Message(_)) | None => Click::Says(reply.name.as_deref().unwrap_or_default()),
                })
            }
            ClickTarget::Message => {
                let action = self.action(target).filter(|_| is_card);
                let message = action.and_then(Action::message);
                Some(match action {
                    Some(Action::Link(link)) => Click::Opens(link),
                    Some(Action::Message(_)) | None if written(self.user_say.as_deref()) => {
                        Click::Says(self.user_say.as_deref().unwrap_or_default())
                    }
                    Some(Action::Message(_)) | None => Click::Says(message.unwrap_or_default()),
                })
            }
        }
    }

    /// Returns this content without the parts that this message does not have; all of it where the type is unknown.
    pub(super) fn of_own_type(&self) -> Content {
        let mut content = self.clone();
        if self.kind.known().is_none() {
            return content;
        }
        content.forget_repeated_languages();
        let foreign = MessagePart::ALL.into_iter().filter(|part| self.slot(*part).is_none());
        for part in foreign {
            content.clear(part);
            content
                .translations
                .iter_mut()
                .for_each(|translation| translation.texts.clear(part));
        }
        // Empty ones are kept in the file alone.
        content.translations.retain(|translation| !translation.is_empty());
        content.extras.remove(TRANSLATIONS);
        content
    }

    fn clear(&mut self, part: MessagePart) {
        match part {
            MessagePart::Picture => (self.image, self.image_dense) = (None, None),
            MessagePart::Action(ClickTarget::Message) | MessagePart::Text(TextPart::ButtonName) => self.button = None,
            MessagePart::Action(ClickTarget::Reply(place)) | MessagePart::Text(TextPart::ReplyName(place)) => {
                self.replies.truncate(place.index());
            }
            MessagePart::Text(part) => self.set_text(part, None),
        }
    }
}

/// What a click leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click<'a> {
    /// The chat opens, and the visitor says this there; nothing where it is empty.
    Says(&'a str),
    /// A link opens.
    Opens(&'a str),
}
