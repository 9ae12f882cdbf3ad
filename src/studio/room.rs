//! How much of the room that a text has is used, where it is typed.

use super::tone::Tone;
use crate::{campaign::TextLimit, wording::text::Text};

/// A counter beside a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    count: usize,
    most: usize,
    tone: Tone,
}

impl Room {
    /// The counter of a text of this many characters; `None` while there is plenty of room.
    pub fn of(count: usize, limit: TextLimit) -> Option<Self> {
        let most = limit.shown_most(count)?;
        let tone = if count > limit.characters {
            Tone::Danger
        } else if limit.is_nearly_used(count) {
            Tone::Warning
        } else {
            Tone::Neutral
        };
        Some(Self { count, most, tone })
    }

    /// How it is to be read: amber where little room is left, red where there is none.
    pub fn tone(self) -> Tone {
        self.tone
    }

    /// Whether those who cannot see it hear it as it changes.
    pub fn is_announced(self) -> bool {
        self.tone != Tone::Neutral
    }

    /// What is to be seen.
    pub fn figures(self) -> String {
        format!("{}/{}", self.count, self.most)
    }

    /// What is to be heard.
    pub fn words(self, text: &Text) -> String {
        let values = [("count", self.count.into()), ("most", self.most.into())];
        text.tv("counter-said", &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campaign::TextPart, wording::text::Language};

    #[test]
    fn it_is_announced_once_little_room_is_left() {
        let room = |part: TextPart, count| Room::of(count, part.limit());
        for (part, count, tone, figures) in [
            (TextPart::Title, 0, Tone::Neutral, "0/20"),
            (TextPart::Title, 17, Tone::Neutral, "17/20"),
            (TextPart::Title, 18, Tone::Warning, "18/20"),
            (TextPart::Title, 21, Tone::Danger, "21/20"),
            (TextPart::ButtonName, 31, Tone::Warning, "31/80"),
            (TextPart::ButtonName, 81, Tone::Danger, "81/80"),
        ] {
            let room = room(part, count).expect("counted");
            assert_eq!(
                (room.tone(), room.figures().as_str()),
                (tone, figures),
                "{part:?} {count}"
            );
            assert_eq!(room.is_announced(), tone != Tone::Neutral);
        }
        assert_eq!(room(TextPart::UserSay, 20), None);
        let said = room(TextPart::Title, 18)
            .expect("counted")
            .words(&Text::new(Language::ENGLISH));
        assert_eq!(said, "18 of 20 characters");
    }
}
