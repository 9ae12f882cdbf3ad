//! The pop-up in the preview as the place where its message is edited: which part is chosen, there and in the editor's fields alike, and whether it
//! is typed into where it stands.

mod card;
mod measures;
#[cfg(test)]
mod tests;

pub use card::{CardSide, CardWidth};
pub use measures::{Measure, measures};

use crate::{
    campaign::{ClickTarget, Content, ContentType, MessagePart, TextPart},
    popup::shown_parts,
};

/// What of the message is being worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Held {
    /// Nothing.
    #[default]
    Nothing,
    /// A part is chosen.
    Part(MessagePart),
    /// A text is typed into where it stands.
    Typing(TextPart),
}

/// Something that happens to a part of the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A part was pressed in the preview.
    Press(MessagePart),
    /// The keyboard came to a part in the preview.
    Reach(MessagePart),
    /// The keyboard came to a field of the editor that a part of the pop-up shows.
    Field(MessagePart),
    /// The keyboard went to something that no part of the pop-up shows.
    Elsewhere,
    /// While typing, the next text is wanted, or the one before.
    Go {
        /// Whether it is the next one.
        forward: bool,
    },
    /// The keyboard left the text that was typed into.
    Stop,
    /// Escape was pressed.
    Leave,
    /// Something beside the parts was pressed in the preview, or the pop-up is no longer there.
    LetGo,
}

/// A request to be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// The keyboard belongs into the field at this place, as a JSON Pointer.
    Field(&'static str),
    /// The field at this place is to be seen; the keyboard stays where it is.
    Reveal(&'static str),
    /// The keyboard belongs to this part in the preview.
    Part(MessagePart),
    /// Another picture is to be chosen for the card.
    ChoosePicture,
}

/// The part that is chosen.
#[derive(Debug, Default)]
pub struct Canvas {
    held: Held,
}

impl Canvas {
    /// What is being worked on.
    pub fn held(&self) -> Held {
        self.held
    }

    /// The chosen part, typed into or not.
    pub fn part(&self) -> Option<MessagePart> {
        match self.held {
            Held::Nothing => None,
            Held::Part(part) => Some(part),
            Held::Typing(part) => Some(MessagePart::Text(part)),
        }
    }

    /// Handles `event` in a message with these parts, in reading order, and returns the request, if any.
    pub fn on(&mut self, event: Event, parts: &[MessagePart]) -> Option<Request> {
        if self.part().is_some_and(|part| !parts.contains(&part)) {
            self.held = Held::Nothing;
        }
        match event {
            // What was drawn before the message got another type.
            Event::Press(part) | Event::Reach(part) | Event::Field(part) if !parts.contains(&part) => None,
            Event::Press(part) => self.press(part),
            Event::Reach(part) => {
                let is_new = self.part() != Some(part);
                self.held = Held::Part(part);
                is_new.then(|| Request::Reveal(part.pointer()))
            }
            Event::Field(part) => {
                self.held = Held::Part(part);
                None
            }
            Event::Go { forward } => self.go(forward, parts),
            Event::Stop => {
                if let Held::Typing(part) = self.held {
                    self.held = Held::Part(MessagePart::Text(part));
                }
                None
            }
            Event::Leave => {
                let Held::Typing(part) = self.held else {
                    self.held = Held::Nothing;
                    return None;
                };
                Some(self.end(part))
            }
            Event::Elsewhere | Event::LetGo => {
                self.held = Held::Nothing;
                None
            }
        }
    }

    fn press(&mut self, part: MessagePart) -> Option<Request> {
        if self.part() != Some(part) {
            self.held = Held::Part(part);
            return Some(Request::Field(part.pointer()));
        }
        match part {
            MessagePart::Text(text) => {
                self.held = Held::Typing(text);
                None
            }
            MessagePart::Picture => Some(Request::ChoosePicture),
            MessagePart::Action(_) => None,
        }
    }

    /// Goes on typing in the next text, or the one before; beyond the last, typing ends.
    fn go(&mut self, forward: bool, parts: &[MessagePart]) -> Option<Request> {
        let Held::Typing(part) = self.held else { return None };
        let texts: Vec<TextPart> = parts.iter().filter_map(|part| text_of(*part)).collect();
        let at = texts.iter().position(|text| *text == part)?;
        let next = if forward { at.checked_add(1) } else { at.checked_sub(1) };
        match next.and_then(|next| texts.get(next)) {
            Some(next) => {
                self.held = Held::Typing(*next);
                Some(Request::Reveal(next.pointer()))
            }
            None => Some(self.end(part)),
        }
    }

    fn end(&mut self, part: TextPart) -> Request {
        let part = MessagePart::Text(part);
        self.held = Held::Part(part);
        Request::Part(part)
    }
}

fn text_of(part: MessagePart) -> Option<TextPart> {
    match part {
        MessagePart::Text(text) => Some(text),
        MessagePart::Picture | MessagePart::Action(_) => None,
    }
}

/// Returns the parts that can be chosen in a message, in reading order: its texts, even those that say nothing yet, and the pictures
/// that `is_drawn` says are to be seen.
pub fn choosable(content: &Content, is_drawn: impl Fn(MessagePart) -> bool) -> Vec<MessagePart> {
    // A draft without a type yet is shown as the rich card that it starts from.
    let kind = content.kind.known().unwrap_or(ContentType::Rich);
    let all = shown_parts(kind).iter().map(|(part, _)| *part);
    all.filter(|part| content.is_in_force(*part))
        .filter(|part| text_of(*part).is_some() || is_drawn(*part))
        .collect()
}

/// Returns the part that shows what a field of a message of this type holds, by the field's JSON Pointer; what a button does belongs to the button, and
/// what is said of a picture to the picture.
pub fn shown_by(pointer: &str, kind: ContentType) -> Option<MessagePart> {
    let acts = MessagePart::ALL.into_iter().filter_map(|part| match part {
        MessagePart::Action(target) => Some((part.pointer(), target)),
        MessagePart::Text(_) | MessagePart::Picture => None,
    });
    let clicked = acts.into_iter().find(|(place, _)| pointer.starts_with(place));
    let place = if let Some((_, target)) = clicked {
        let name = match target {
            ClickTarget::Message => TextPart::ButtonName,
            ClickTarget::Reply(place) => TextPart::ReplyName(place),
        };
        name.pointer()
    } else if pointer == TextPart::ImageAlt.pointer() {
        MessagePart::Picture.pointer()
    } else {
        pointer
    };
    let mut all = shown_parts(kind).iter().map(|(part, _)| *part);
    all.find(|part| part.pointer() == place)
}
