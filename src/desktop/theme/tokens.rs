//! Design tokens: every colour, size and distance of the app, by what it is for.
//!
//! Panels never choose a colour or a number of points themselves: they use a token. The grid is 8 points, with 4 as its
//! half step.

#![expect(clippy::disallowed_methods, reason = "this is where colours are made")]

use egui::Color32;

use crate::popup::Rgb;

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// A picture in its own colours.
pub const UNTINTED: Color32 = Color32::WHITE;
/// Lines on a picture, and the knob of a switch, in both themes.
pub const ON_PICTURE: Color32 = Color32::WHITE;
/// Over the part of a picture that is cut off.
pub const CUT_OFF: Color32 = Color32::from_black_alpha(140);

/// A colour of a website.
pub fn of_site(color: Rgb) -> Color32 {
    Color32::from_rgb(color.r, color.g, color.b)
}

/// The colours of one theme, by purpose.
#[derive(Debug)]
pub struct Palette {
    /// Behind the editor.
    pub canvas: Color32,
    /// Behind the library on the left.
    pub sidebar: Color32,
    /// Cards, menus, the right panel: everything on the canvas.
    pub surface: Color32,
    /// Inputs and secondary buttons.
    pub input: Color32,
    /// A control under the pointer.
    pub hover: Color32,
    /// A control being pressed.
    pub pressed: Color32,
    /// Hairlines between and around surfaces.
    pub border: Color32,
    /// The edge of a control, strong enough to be found (at least 3 : 1 on every surface that carries one).
    pub control_border: Color32,
    /// The line that leads from a group to its rows.
    pub indent_guide: Color32,
    /// A mark at what keeps somebody out, next to its word (at least 3 : 1).
    pub amber_mark: Color32,
    /// Text that is read.
    pub text: Color32,
    /// Labels and second lines.
    pub text_muted: Color32,
    /// Hints and placeholders.
    pub text_faint: Color32,
    /// The one accent.
    pub accent: Color32,
    /// The accent under the pointer.
    pub accent_hover: Color32,
    /// The accent being pressed.
    pub accent_pressed: Color32,
    /// Text and icons on the accent.
    pub on_accent: Color32,
    /// A wash of the accent behind chosen things and the plain sentence.
    pub accent_soft: Color32,
    /// Accent-coloured text on a surface or on `accent_soft`.
    pub accent_text: Color32,
    /// The card of a group inside the audience.
    pub group: Color32,
    /// The edge of that card.
    pub group_border: Color32,
    /// It holds, it is live, it is shown.
    pub success: Color32,
    /// Behind `success`.
    pub success_soft: Color32,
    /// It does not hold, it stops a launch.
    pub danger: Color32,
    /// Behind `danger`.
    pub danger_soft: Color32,
    /// It may be a mistake, it has changed.
    pub warning: Color32,
    /// Behind `warning`.
    pub warning_soft: Color32,
    /// Behind neutral badges and undecided marks.
    pub neutral_soft: Color32,
    /// Behind the page that the preview shows.
    pub stage: Color32,
    /// Behind a dialog.
    pub scrim: Color32,
    /// Shadows under menus and dialogs.
    pub shadow: Color32,
}

/// The light theme.
pub static LIGHT: Palette = Palette {
    canvas: rgb(0xf6f6f4),
    sidebar: rgb(0xefeeeb),
    surface: rgb(0xffffff),
    input: rgb(0xffffff),
    hover: rgb(0xf3f3f6),
    pressed: rgb(0xe9e9ef),
    border: rgb(0xe3e2df),
    control_border: rgb(0x828693),
    indent_guide: rgb(0xd3d5de),
    amber_mark: rgb(0xb97d12),
    text: rgb(0x15171c),
    text_muted: rgb(0x545a67),
    text_faint: rgb(0x61677a),
    accent: rgb(0x4f46e5),
    accent_hover: rgb(0x4338ca),
    accent_pressed: rgb(0x3730a3),
    on_accent: rgb(0xffffff),
    accent_soft: rgb(0xebeafd),
    accent_text: rgb(0x4338ca),
    group: rgb(0xf5f5fc),
    group_border: rgb(0xdadaf0),
    success: rgb(0x12704a),
    success_soft: rgb(0xdff3e8),
    danger: rgb(0xb3261e),
    danger_soft: rgb(0xfce8e5),
    warning: rgb(0x85540a),
    warning_soft: rgb(0xfcefd2),
    neutral_soft: rgb(0xececef),
    stage: rgb(0xe6e9f2),
    scrim: Color32::from_black_alpha(96),
    shadow: Color32::from_black_alpha(28),
};

/// The dark theme.
pub static DARK: Palette = Palette {
    canvas: rgb(0x17181c),
    sidebar: rgb(0x131418),
    surface: rgb(0x1f2026),
    input: rgb(0x26272e),
    hover: rgb(0x2d2e37),
    pressed: rgb(0x363742),
    border: rgb(0x2f3038),
    control_border: rgb(0x757a88),
    indent_guide: rgb(0x3a3c47),
    amber_mark: rgb(0xd9a03f),
    text: rgb(0xeceef2),
    text_muted: rgb(0xb0b4bf),
    text_faint: rgb(0x9499a6),
    accent: rgb(0x8b87ff),
    accent_hover: rgb(0x9f9cff),
    accent_pressed: rgb(0x7a75f5),
    on_accent: rgb(0x121225),
    accent_soft: rgb(0x2b2950),
    accent_text: rgb(0xaaa7ff),
    group: rgb(0x232336),
    group_border: rgb(0x3b3a63),
    success: rgb(0x5fd79b),
    success_soft: rgb(0x15352a),
    danger: rgb(0xff9b85),
    danger_soft: rgb(0x45221d),
    warning: rgb(0xf5c067),
    warning_soft: rgb(0x3d2f12),
    neutral_soft: rgb(0x2f3038),
    stage: rgb(0x101115),
    scrim: Color32::from_black_alpha(150),
    shadow: Color32::from_black_alpha(120),
};

/// The palette of the theme that `ui` is drawn in.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    of(ui.visuals().dark_mode)
}

/// The palette of the dark or the light theme.
pub fn of(dark: bool) -> &'static Palette {
    if dark { &DARK } else { &LIGHT }
}

/// Distances, in points, on the 8-point grid.
pub mod space {
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between neighbours that belong together.
    pub const S: f32 = 8.0;
    /// Inside controls and between a label and the next field.
    pub const M: f32 = 12.0;
    /// Inside cards and between them.
    pub const L: f32 = 16.0;
    /// Between parts of a page.
    pub const XL: f32 = 24.0;
}

/// Heights of things that are clicked or typed into, in points.
pub mod height {
    /// Fields, combo boxes, buttons.
    pub const CONTROL: f32 = 36.0;
    /// The same beside the pop-up that they change.
    pub const INSPECTOR: f32 = 32.0;
    /// Segments, icon buttons, small buttons.
    pub const SMALL: f32 = 28.0;
    /// One line of a menu or list.
    pub const ROW: f32 = 32.0;
}

/// Corner radii, in points.
pub mod radius {
    /// Marks and small buttons.
    pub const S: u8 = 6;
    /// Fields and buttons.
    pub const M: u8 = 8;
    /// Cards and dialogs.
    pub const L: u8 = 12;
}
