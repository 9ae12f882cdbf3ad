//! How the app looks: tokens, type scale, icons, fonts, and the egui style made of them.
//!
//! It must never contain text for users or refer to a panel.

mod fallback;
mod fonts;
mod icons;
mod style;
#[cfg(test)]
mod tests;
pub mod tokens;
mod type_scale;

pub use icons::Icon;
pub use style::{control_height, set_control_height};
pub use tokens::{Palette, height, palette, radius, space};
pub use type_scale::Type;

use crate::studio::settings::Appearance;

/// Installs the app's fonts and both themes in `ctx`. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    fonts::install(ctx);
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.set_style_of(theme, style::style(theme));
    }
    // The keys that egui zooms with belong to the preview.
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        // Desktops that do not say which theme they have.
        options.fallback_theme = egui::Theme::Light;
    });
}

/// Turns sliding and fading in `ctx` off or on.
pub fn reduce_motion(ctx: &egui::Context, reduced: bool) {
    ctx.all_styles_mut(|style| {
        style.animation_time = if reduced { 0.0 } else { style::ANIMATION };
    });
}

/// Shows the interface in `ctx` in this size, in per cent of what the desktop asks for.
pub fn zoom(ctx: &egui::Context, percent: u16) {
    ctx.set_zoom_factor(f32::from(percent) / 100.0);
}

/// What egui calls an appearance.
pub fn preference(appearance: Appearance) -> egui::ThemePreference {
    match appearance {
        Appearance::Light => egui::ThemePreference::Light,
        Appearance::Dark => egui::ThemePreference::Dark,
        Appearance::System => egui::ThemePreference::System,
    }
}
