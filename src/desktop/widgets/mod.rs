//! The app's own controls: every one has an accessible name, a visible focus ring, a hit area of at least 28 points, and works by keyboard.
//!
//! They use tokens and egui but know nothing of campaigns; words are passed in as arguments.

mod arrows;
mod badge;
mod button;
mod calendar;
mod card;
mod change;
mod drop_zone;
mod edit_key;
mod field;
mod filter;
mod mark;
mod menu;
mod notice;
mod number;
mod paint;
mod pills;
mod scroll;
mod search;
mod segmented;
mod select;
mod splitter;
mod steps;
mod tiles;
mod toast;
mod toggle;
mod toggles;

pub use arrows::{Arrows, DIRECTIONS, moved as moved_by_arrows, take_key};
pub use badge::{badge, badge_button, badge_width, chip, dot, language_chip, line_width};
pub use button::{Button, icon_button, icon_toggle};
pub use calendar::calendar_button;
pub use card::{Card, hairline};
pub use change::{Change, change_heads, change_list, change_row};
pub use drop_zone::DropZone;
pub use edit_key::{has_edit_key, note_edit_key};
pub use field::{Field, FieldResponse, conflict_line, field_label, finding_line, help_line, search_field, tell_count};
pub use filter::{FilterChip, filter_chips};
pub use mark::{mark, stripe};
pub use menu::{MenuItem, context_menu, menu, menu_id};
pub use notice::notice;
pub use number::NumberField;
pub use paint::{floating_bar, focus_ring, shadow_below, style_sliders, text_line, text_rows};
pub(in crate::desktop) use pills::{PillOutput, PillStyle, chooses_pill, pill_cursor, pill_edit};
pub use pills::{Pills, PressedPill};
pub use scroll::Follow;
pub use search::{plain, ranked};
pub use segmented::{PaintSign, segmented, segmented_icons, segmented_painted, segmented_wide, segmented_width};
pub use select::{Choice, Select};
pub use splitter::{Beside, Splitter};
pub use steps::{StepsForm, steps, steps_width};
pub use tiles::{radio_tiles, radio_tiles_width};
pub use toast::{Toast, ToastAnswer, Toasts};
pub use toggle::toggle;
pub use toggles::{ToggleFace, toggles};

use crate::studio::tone::Tone;

/// Whether Esc was pressed to leave a page: unless something else has the keyboard.
pub fn escaped(ui: &egui::Ui) -> bool {
    let alone = |memory: &egui::Memory| memory.focused().is_none() && memory.allows_interaction(ui.layer_id());
    let free = ui.memory(alone) && !egui::Popup::is_any_open(ui.ctx());
    free && ui.input(|input| input.key_pressed(egui::Key::Escape))
}

impl Tone {
    /// The colour of text and marks.
    pub fn color(self, palette: &super::theme::Palette) -> egui::Color32 {
        match self {
            Self::Neutral => palette.text_muted,
            Self::Accent => palette.accent_text,
            Self::Success => palette.success,
            Self::Warning => palette.warning,
            Self::Danger => palette.danger,
        }
    }

    /// The wash behind them.
    pub fn soft(self, palette: &super::theme::Palette) -> egui::Color32 {
        match self {
            Self::Neutral => palette.neutral_soft,
            Self::Accent => palette.accent_soft,
            Self::Success => palette.success_soft,
            Self::Warning => palette.warning_soft,
            Self::Danger => palette.danger_soft,
        }
    }
}
