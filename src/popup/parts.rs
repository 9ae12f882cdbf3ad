//! The parts of a message in the pop-up that shows them: which each type has, in reading order, and where they were drawn.

use super::scene::PopupContent;
use super::text::is_right_to_left;
use crate::campaign::{ContentType, Font, MessagePart, ReplyPlace, Rgb, TextPart};

/// The quick replies, each with the slot that it fills.
pub(super) const REPLIES: [(MessagePart, &str); ReplyPlace::ALL.len()] = [
    (MessagePart::Text(TextPart::ReplyName(ReplyPlace::First)), "reply_1"),
    (MessagePart::Text(TextPart::ReplyName(ReplyPlace::Second)), "reply_2"),
    (MessagePart::Text(TextPart::ReplyName(ReplyPlace::Third)), "reply_3"),
    (MessagePart::Text(TextPart::ReplyName(ReplyPlace::Fourth)), "reply_4"),
];

/// Returns the parts that a pop-up of this type may show, in reading order, each with the slot of the template that it fills.
pub const fn shown_parts(kind: ContentType) -> &'static [(MessagePart, &'static str)] {
    match kind {
        ContentType::Rich => &[
            (MessagePart::Picture, "image"),
            (MessagePart::Text(TextPart::Title), "title"),
            (MessagePart::Text(TextPart::Subtitle), "subtitle"),
            (MessagePart::Text(TextPart::ButtonName), "button"),
            REPLIES[0],
            REPLIES[1],
            REPLIES[2],
            REPLIES[3],
        ],
        ContentType::Text => &[
            (MessagePart::Text(TextPart::Text), "text"),
            REPLIES[0],
            REPLIES[1],
            REPLIES[2],
            REPLIES[3],
        ],
        ContentType::OpenWindow => &[
            (MessagePart::Text(TextPart::UserSay), "user_say"),
            (MessagePart::Text(TextPart::PreviewReply), "preview_reply"),
        ],
    }
}

impl PopupContent {
    /// Returns its type; `None` without a pop-up.
    pub const fn kind(&self) -> Option<ContentType> {
        match self {
            Self::Rich { .. } => Some(ContentType::Rich),
            Self::Text { .. } => Some(ContentType::Text),
            Self::OpenWindow { .. } => Some(ContentType::OpenWindow),
            Self::Nothing => None,
        }
    }

    /// Returns its texts in reading order, each with its part, to be changed.
    pub fn texts_mut(&mut self) -> Vec<(TextPart, &mut String)> {
        match self {
            Self::Rich {
                title,
                subtitle,
                button,
                replies,
                ..
            } => {
                let own = [
                    (TextPart::Title, title),
                    (TextPart::Subtitle, subtitle),
                    (TextPart::ButtonName, button),
                ];
                own.into_iter().chain(replies_mut(replies)).collect()
            }
            Self::Text { text, replies } => {
                let own = std::iter::once((TextPart::Text, text));
                own.chain(replies_mut(replies)).collect()
            }
            Self::OpenWindow { user_say, reply } => {
                vec![(TextPart::UserSay, user_say), (TextPart::PreviewReply, reply)]
            }
            Self::Nothing => Vec::new(),
        }
    }

    /// Returns whether it is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        let mut own = self.clone();
        is_right_to_left(own.texts_mut().into_iter().map(|(_, text)| text.as_str()))
    }
}

fn replies_mut(replies: &mut [String]) -> impl Iterator<Item = (TextPart, &mut String)> {
    ReplyPlace::ALL
        .iter()
        .map(|place| TextPart::ReplyName(*place))
        .zip(replies)
}

/// Something's place in a picture, in CSS pixels from the picture's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

impl Area {
    /// Where it ends on the right.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// Where it ends below.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// Whether all of `other` lies in it, but for what rounding does.
    pub fn holds(self, other: Self) -> bool {
        const ROUNDING: f32 = 0.05;
        self.x <= other.x + ROUNDING
            && self.y <= other.y + ROUNDING
            && self.right() + ROUNDING >= other.right()
            && self.bottom() + ROUNDING >= other.bottom()
    }

    /// Returns the smallest area that holds both.
    pub fn around(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self {
            x,
            y,
            width: self.right().max(other.right()) - x,
            height: self.bottom().max(other.bottom()) - y,
        }
    }

    /// Returns what is in both; `None` where they share no more than an edge.
    pub fn within(self, other: Self) -> Option<Self> {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let both = Self {
            x,
            y,
            width: self.right().min(other.right()) - x,
            height: self.bottom().min(other.bottom()) - y,
        };
        (both.width > 0.0 && both.height > 0.0).then_some(both)
    }
}

/// Where a pop-up's parts were drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// The picture's size in CSS pixels.
    pub size: (f32, f32),
    /// What the parts lie in: the card, and the page for what stands on it by itself.
    pub around: Area,
    /// The parts that can be seen, in reading order.
    pub parts: Vec<PartBox>,
    /// The surfaces of the pop-up that stand on the page, the largest first.
    pub pieces: Vec<Piece>,
    /// What cannot be seen whole without scrolling, in reading order.
    pub cuts: Vec<Cut>,
}

/// Something that reaches out of the window, or out of what clips it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    /// The part; `None` for what closes the pop-up.
    pub part: Option<MessagePart>,
    /// How much of its height or width cannot be seen, in CSS pixels.
    pub by: f32,
}

/// A surface with round corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Its place.
    pub area: Area,
    /// The radius of its corners, in CSS pixels.
    pub radius: f32,
}

impl Layout {
    /// Returns where the pop-up is without its launcher, with at most `margin` CSS pixels around it; the whole picture without a pop-up.
    pub fn pop_up(&self, margin: f32) -> Area {
        let (width, height) = self.size;
        let whole = Area {
            x: 0.0,
            y: 0.0,
            width,
            height,
        };
        let all = self.pieces.iter().map(|piece| piece.area).reduce(Area::around);
        let wider = all.map(|area| Area {
            x: area.x - margin,
            y: area.y - margin,
            width: area.width + 2.0 * margin,
            height: area.height + 2.0 * margin,
        });
        wider.and_then(|area| area.within(whole)).unwrap_or(whole)
    }

    /// Returns a part that can be seen.
    pub fn part(&self, part: MessagePart) -> Option<&PartBox> {
        self.parts.iter().find(|drawn| drawn.part == part)
    }
}

/// A part as it was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct PartBox {
    /// The part.
    pub part: MessagePart,
    /// Its place, padding included.
    pub area: Area,
    /// How its text looks; `None` for a picture.
    pub text: Option<TextLook>,
}

/// How a text was drawn. Lengths are CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLook {
    /// What the text shows, with the visitor's attributes in it, or a placeholder.
    pub text: String,
    /// Whether that is a placeholder, which nobody else sees.
    pub is_placeholder: bool,
    /// Its place without padding.
    pub inner: Area,
    /// The typeface.
    pub font: Font,
    /// The height of its letters.
    pub size: f32,
    /// The height of a line.
    pub line: f32,
    /// How heavy it is, from 100 to 900.
    pub weight: u16,
    /// Its colour.
    pub color: Rgb,
    /// What it stands on.
    pub ground: Rgb,
    /// To which side its lines go.
    pub side: LineSide,
}

impl TextLook {
    /// Returns the contrast of the text with what it stands on, WCAG 2: 1 to 21.
    pub fn contrast(&self) -> f64 {
        self.ground.contrast(self.color)
    }
}

/// To which side lines of text go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineSide {
    /// They begin at the left edge.
    Left,
    /// They stand in the middle.
    Middle,
    /// They end at the right edge.
    Right,
}

#[cfg(test)]
mod tests {
    use super::super::template::TEMPLATES;
    use super::*;
    use crate::campaign::Named as _;

    #[test]
    fn parts_are_in_the_order_of_the_templates() {
        for kind in ContentType::ALL {
            let (_, template) = TEMPLATES
                .split_once(&format!("<template id=\"{}\">", kind.id()))
                .expect("a template");
            let template = template.split("</template>").next().expect("an end");
            let at = |slot: &'static str| {
                // Replies are put into a place of their own, one behind the other.
                let place = if slot.starts_with("reply_") { "replies" } else { slot };
                let found = template.find(&format!("data-slot=\"{place}\""));
                (found.expect("the slot"), slot)
            };
            let order = shown_parts(*kind).iter().map(|(_, slot)| at(slot));
            assert!(order.is_sorted(), "{kind:?}");
            assert!(shown_parts(*kind).iter().all(|(part, _)| kind.slot(*part).is_some()));
        }
    }
}
