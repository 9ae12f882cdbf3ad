//! How far a part is from what is around it.

use crate::{
    campaign::MessagePart,
    popup::{Area, Layout},
};

/// Shorter distances are none.
const LEAST: f32 = 0.5;

/// A straight line from a part to what is next to it on one side, in CSS pixels of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Where it begins, at the part.
    pub from: (f32, f32),
    /// Where it ends.
    pub to: (f32, f32),
}

impl Measure {
    /// How long it is.
    pub fn length(self) -> f32 {
        (self.to.0 - self.from.0).abs() + (self.to.1 - self.from.1).abs()
    }

    /// Whether it lies level.
    pub fn is_level(self) -> bool {
        self.from.1 == self.to.1
    }
}

/// Returns the distances of a part: on the left, on the right, above and below, each to the nearest other part, or to the edge of what all of them
/// lie in. A side on which there is none is left out.
pub fn measures(layout: &Layout, part: MessagePart) -> Vec<Measure> {
    let Some(own) = layout.part(part).map(|drawn| drawn.area) else {
        return Vec::new();
    };
    let around = layout.around;
    let others = || {
        let areas = layout
            .parts
            .iter()
            .filter(|other| other.part != part)
            .map(|other| other.area);
        // A picture behind the texts is next to none of them.
        areas.filter(|other| !other.holds(own) && !own.holds(*other))
    };
    let level = |other: &Area| other.y < own.bottom() && own.y < other.bottom();
    let upright = |other: &Area| other.x < own.right() && own.x < other.right();
    let left = others().filter(level).map(Area::right).filter(|x| *x <= own.x);
    let right = others()
        .filter(level)
        .map(|other| other.x)
        .filter(|x| *x >= own.right());
    let above = others().filter(upright).map(Area::bottom).filter(|y| *y <= own.y);
    let below = others()
        .filter(upright)
        .map(|other| other.y)
        .filter(|y| *y >= own.bottom());
    let (x, y) = (own.x + own.width / 2.0, own.y + own.height / 2.0);
    let all = [
        Measure {
            from: (own.x, y),
            to: (left.fold(around.x, f32::max), y),
        },
        Measure {
            from: (own.right(), y),
            to: (right.fold(around.right(), f32::min), y),
        },
        Measure {
            from: (x, own.y),
            to: (x, above.fold(around.y, f32::max)),
        },
        Measure {
            from: (x, own.bottom()),
            to: (x, below.fold(around.bottom(), f32::min)),
        },
    ];
    all.into_iter().filter(|measure| measure.length() >= LEAST).collect()
}
