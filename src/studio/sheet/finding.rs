//! What is wrong with a picture of the sheet, found in where its parts were drawn.

use super::{Repair, Subject, Variation, repair};
use crate::{
    campaign::{MessagePart, READABLE},
    popup::{Cut, Layout},
};

/// Something that needs a look.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What is wrong.
    pub problem: Problem,
    /// What repairs it, where something honestly does.
    pub repair: Option<Repair>,
}

/// What is wrong with a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Problem {
    /// What closes the pop-up is off the screen by so many CSS pixels.
    NoWayOut {
        /// How many.
        by: f32,
    },
    /// A part is cut off by so many CSS pixels.
    CutOff {
        /// The part.
        part: MessagePart,
        /// How many.
        by: f32,
    },
    /// A text does not stand out from what it stands on.
    LowContrast {
        /// The part.
        part: MessagePart,
        /// Their contrast, WCAG 2.
        ratio: f64,
    },
}

impl Problem {
    /// Whether two pictures have the same problem, however large it is in each.
    pub fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::NoWayOut { .. }, Self::NoWayOut { .. }) => true,
            (Self::CutOff { part, .. }, Self::CutOff { part: other, .. })
            | (Self::LowContrast { part, .. }, Self::LowContrast { part: other, .. }) => part == other,
            (Self::NoWayOut { .. } | Self::CutOff { .. } | Self::LowContrast { .. }, _) => false,
        }
    }

    /// Whether it is the worse of two that are alike.
    pub fn is_worse_than(self, other: Self) -> bool {
        match (self, other) {
            (
                Self::NoWayOut { by } | Self::CutOff { by, .. },
                Self::NoWayOut { by: less } | Self::CutOff { by: less, .. },
            ) => by > less,
            (Self::LowContrast { ratio, .. }, Self::LowContrast { ratio: more, .. }) => ratio < more,
            (Self::NoWayOut { .. } | Self::CutOff { .. } | Self::LowContrast { .. }, _) => false,
        }
    }
}

/// Returns what is wrong with the picture that was drawn like this: what is cut off first, the worst only, then what cannot be read.
pub fn judge(subject: &Subject, variation: Variation, layout: &Layout) -> Vec<Finding> {
    let cut = worst_cut(layout).map(|cut| Finding {
        problem: match cut.part {
            None => Problem::NoWayOut { by: cut.by },
            Some(part) => Problem::CutOff { part, by: cut.by },
        },
        repair: repair::of_cut(variation.texts, layout),
    });
    let pale = layout.parts.iter().filter_map(|drawn| {
        let look = drawn.text.as_ref()?;
        let ratio = look.contrast();
        (ratio < READABLE).then(|| Finding {
            problem: Problem::LowContrast {
                part: drawn.part,
                ratio,
            },
            repair: repair::of_contrast(drawn.part, look, &subject.scene.look, &subject.scene.brand.look),
        })
    });
    cut.into_iter().chain(pale).collect()
}

/// What closes the pop-up weighs more than any part of it.
fn worst_cut(layout: &Layout) -> Option<Cut> {
    let weight = |cut: &&Cut| (cut.part.is_none(), cut.by);
    let heavier = |one: &&Cut, other: &&Cut| {
        let ((one_closes, one_by), (other_closes, other_by)) = (weight(one), weight(other));
        one_closes.cmp(&other_closes).then(one_by.total_cmp(&other_by))
    };
    layout.cuts.iter().max_by(heavier).copied()
}
