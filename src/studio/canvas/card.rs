//! How wide the card is: dragged at its edges, and moved by arrow keys.

use crate::{
    campaign::{ContentType, Edge, LookKey, LookKind, Style},
    popup::Layout,
};

/// An edge of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardSide {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl CardSide {
    /// Both, from left to right.
    pub const ALL: [Self; 2] = [Self::Left, Self::Right];
}

/// What of the card stays where it is while its width changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fixed {
    Left,
    Middle,
    Right,
}

/// A card that can be made wider and narrower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardWidth {
    /// Its width, in CSS pixels.
    pub width: u32,
    fixed: Fixed,
}

impl CardWidth {
    /// That of a message of this type and look; `None` where the look does not decide it.
    pub fn of(kind: ContentType, style: &Style) -> Option<Self> {
        let has_card = match kind {
            ContentType::Rich => true,
            ContentType::Text | ContentType::OpenWindow => false,
        };
        has_card.then(|| Self {
            width: style.width,
            fixed: match style.position.column() {
                Edge::First => Fixed::Left,
                Edge::Middle => Fixed::Middle,
                Edge::Last => Fixed::Right,
            },
        })
    }

    /// The same in another width.
    pub fn with_width(self, width: u32) -> Self {
        Self { width, ..self }
    }

    /// The least and the most that a card may be wide.
    pub fn range() -> (u32, u32) {
        match LookKey::Width.spec().kind {
            LookKind::Number { least, most, .. } => (least, most),
            LookKind::Color(_)
            | LookKind::ThemeColor
            | LookKind::Distances { .. }
            | LookKind::Flag(_)
            | LookKind::Choice { .. } => (0, u32::MAX),
        }
    }

    /// Whether the card is as wide as its look wants it, and not as the page allows.
    pub fn is_drawn_in(&self, layout: &Layout) -> bool {
        (layout.around.width - self.width as f32).abs() < 1.0
    }

    /// The width once an edge was dragged by so many CSS pixels to the right: what is fixed to the page stays, and a card in its middle grows at both
    /// edges.
    pub fn dragged(&self, side: CardSide, by: f32) -> u32 {
        let outward = match side {
            CardSide::Left => -by,
            CardSide::Right => by,
        };
        let share = match self.fixed {
            Fixed::Middle => 2.0,
            Fixed::Left | Fixed::Right => 1.0,
        };
        let (least, most) = Self::range();
        let wanted = self.width as f32 + outward * share;
        wanted.round().clamp(least as f32, most as f32) as u32
    }

    /// The width once an arrow key was pressed at an edge, which moves so many steps to the right.
    pub fn moved(&self, side: CardSide, steps: f32) -> u32 {
        // A step of the keyboard is one pixel of the width, wherever the card stands.
        Self {
            fixed: Fixed::Left,
            ..*self
        }
        .dragged(side, steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Look;

    fn card(position: &str) -> CardWidth {
        let mut look = Look::default();
        look.set(LookKey::Position, Some(position.into()));
        CardWidth::of(ContentType::Rich, &Style::of(&[&look])).expect("a card")
    }

    #[test]
    fn an_edge_that_is_dragged_outwards_makes_the_card_wider_wherever_it_stands() {
        for (position, side, by, width) in [
            ("bottom_right", CardSide::Left, -30.0, 430),
            ("bottom_right", CardSide::Right, 30.0, 430),
            ("top_left", CardSide::Right, -50.4, 350),
            ("center_center", CardSide::Left, -30.0, 460),
            ("bottom_center", CardSide::Right, 10.0, 420),
            ("bottom_right", CardSide::Left, 900.0, 280),
            ("bottom_right", CardSide::Left, -900.0, 560),
        ] {
            assert_eq!(card(position).dragged(side, by), width, "{position} {side:?} {by}");
        }
        assert_eq!(card("center_center").moved(CardSide::Left, -1.0), 401);
        assert_eq!(card("bottom_right").moved(CardSide::Right, -10.0), 390);
    }

    #[test]
    fn what_is_no_card_has_no_width_of_its_own() {
        for kind in [ContentType::Text, ContentType::OpenWindow] {
            assert_eq!(CardWidth::of(kind, &Style::default()), None);
        }
    }
}
