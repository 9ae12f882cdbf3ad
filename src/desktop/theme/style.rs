//! The egui style made of the tokens, so that egui's own parts (text fields, scroll bars, menus, tooltips) match the app's.

use std::collections::BTreeMap;

use egui::{
    CornerRadius, FontFamily, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals,
    style::{HandleShape, ScrollStyle, Selection, Spacing, WidgetVisuals, Widgets},
    vec2,
};

use super::{
    tokens::{self, Palette, height, radius, space},
    type_scale::Type,
};

/// How long a change of state takes to be shown, in seconds.
pub(super) const ANIMATION: f32 = 0.12;

pub(super) fn style(theme: Theme) -> Style {
    let dark = theme == Theme::Dark;
    let mut style = Style {
        text_styles: BTreeMap::from([
            (TextStyle::Heading, Type::Heading.font()),
            (TextStyle::Body, Type::Body.font()),
            (TextStyle::Button, Type::BodyStrong.font()),
            (TextStyle::Small, Type::Small.font()),
            (TextStyle::Monospace, egui::FontId::new(13.0, FontFamily::Monospace)),
        ]),
        drag_value_text_style: TextStyle::Body,
        spacing: spacing(),
        visuals: visuals(dark, tokens::of(dark)),
        animation_time: ANIMATION,
        explanation_tooltips: false,
        ..Style::default()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    style
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(space::S, space::S),
        window_margin: Margin::same(24),
        menu_margin: Margin::same(6),
        button_padding: vec2(space::M, 6.0),
        interact_size: vec2(height::CONTROL, height::SMALL),
        text_edit_width: f32::INFINITY,
        tooltip_width: 320.0,
        menu_width: 320.0,
        combo_height: 320.0,
        icon_width: 18.0,
        slider_rail_height: 4.0,
        scroll: ScrollStyle {
            bar_width: 8.0,
            floating: true,
            floating_width: 4.0,
            foreground_color: false,
            dormant_handle_opacity: 0.5,
            ..ScrollStyle::floating()
        },
        ..Spacing::default()
    }
}

fn visuals(dark: bool, colors: &Palette) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    visuals.widgets = widgets(colors);
    visuals.selection = Selection {
        bg_fill: if dark {
            colors.accent_soft.gamma_multiply(1.6)
        } else {
            colors.accent.gamma_multiply(0.22)
        },
        stroke: Stroke::new(2.0, colors.accent),
    };
    visuals.weak_text_color = Some(colors.text_faint);
    visuals.hyperlink_color = colors.accent_text;
    visuals.faint_bg_color = colors.hover;
    visuals.extreme_bg_color = colors.input;
    visuals.text_edit_bg_color = Some(colors.input);
    visuals.code_bg_color = colors.neutral_soft;
    visuals.warn_fg_color = colors.warning;
    visuals.error_fg_color = colors.danger;
    visuals.window_corner_radius = CornerRadius::same(radius::L);
    visuals.window_fill = colors.surface;
    visuals.window_stroke = Stroke::new(1.0, colors.border);
    visuals.window_shadow = Shadow {
        offset: [0, 12],
        blur: 40,
        spread: 0,
        color: colors.shadow,
    };
    visuals.menu_corner_radius = CornerRadius::same(radius::M + 2);
    visuals.popup_shadow = Shadow {
        offset: [0, 6],
        blur: 20,
        spread: 0,
        color: colors.shadow,
    };
    visuals.panel_fill = colors.canvas;
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = HandleShape::Circle;
    visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
    visuals.text_cursor.stroke = Stroke::new(1.5, colors.accent);
    // A blinking cursor would repaint an idle window forever.
    visuals.text_cursor.blink = false;
    visuals.image_loading_spinners = false;
    visuals
}

fn widgets(colors: &Palette) -> Widgets {
    let part = |fill, border, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(radius::M),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: part(colors.surface, colors.border, colors.text),
        inactive: part(colors.input, colors.control_border, colors.text),
        hovered: part(colors.hover, colors.text_faint, colors.text),
        active: part(colors.pressed, colors.accent, colors.text),
        open: part(colors.hover, colors.accent, colors.text),
    }
}

/// How high fields and boxes are in `ui`, in points.
pub fn control_height(ui: &egui::Ui) -> f32 {
    ui.spacing().interact_size.x
}

/// Makes fields and boxes in `ui` this high. The measure is handed down in what egui keeps for the least width of its own buttons, which the app
/// does not use.
pub fn set_control_height(ui: &mut egui::Ui, height: f32) {
    ui.spacing_mut().interact_size.x = height;
}
