//! The preview in the middle, with the fields of what it shows beside it.

use std::ops::RangeInclusive;

use super::{Arrangement, EDGE, INSPECTOR, Narrow, Shell, SideForm, Span};

/// How wide the fields beside the pop-up may be.
pub(super) const WIDTH: RangeInclusive<f32> = 344.0..=INSPECTOR;
/// How wide they are until the user chooses a width.
const USUAL: f32 = 368.0;
/// In wider windows they are as wide as they may be until then.
const ROOMY: f32 = 1900.0;
/// What the pop-up keeps beside its fields.
const CANVAS: f32 = 420.0;

impl Shell {
    /// Whether the preview can be in the middle, with its fields beside it.
    pub(super) fn has_room_for_fields(&self, window: f32) -> bool {
        let rail = Narrow::of(window).rail;
        self.edits_preview && window - rail >= CANVAS + EDGE + WIDTH.start()
    }

    /// The same with the preview in the middle, and its fields at the right.
    pub(super) fn with_fields(&self, now: Arrangement, window: f32) -> Arrangement {
        let usual = if window < ROOMY { USUAL } else { *WIDTH.end() };
        let most = (window - now.main.left - EDGE - CANVAS).clamp(*WIDTH.start(), *WIDTH.end());
        let width = self.choice.fields.unwrap_or(usual).clamp(*WIDTH.start(), most);
        let left = window - width;
        let edge = Span {
            left: left - EDGE,
            right: left,
        };
        Arrangement {
            editor: Span { left, right: window },
            side: Some((
                SideForm::Panel,
                Span {
                    left: now.main.left,
                    right: edge.left,
                },
            )),
            side_edge: Some((edge, (*WIDTH.start(), most))),
            handle: None,
            has_fields: true,
            ..now
        }
    }
}
