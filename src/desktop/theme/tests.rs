//! Contrast is guaranteed, so it is computed.

use egui::Color32;

use super::tokens::{DARK, LIGHT, Palette};

fn luminance(color: Color32) -> f32 {
    let linear = |value: u8| {
        let value = f32::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn pairs(p: &Palette) -> Vec<(&'static str, Color32, Color32)> {
    let mut pairs = Vec::new();
    for (ground, color) in [
        ("canvas", p.canvas),
        ("sidebar", p.sidebar),
        ("surface", p.surface),
        ("group", p.group),
    ] {
        pairs.push((ground, p.text, color));
        pairs.push((ground, p.text_muted, color));
        pairs.push((ground, p.accent_text, color));
    }
    pairs.extend([
        ("faint on canvas", p.text_faint, p.canvas),
        ("faint on sidebar", p.text_faint, p.sidebar),
        ("faint on surface", p.text_faint, p.surface),
        ("placeholder", p.text_faint, p.input),
        ("on accent", p.on_accent, p.accent),
        ("on accent under the pointer", p.on_accent, p.accent_hover),
        ("accent on its wash", p.accent_text, p.accent_soft),
        ("text on the accent's wash", p.text, p.accent_soft),
        ("success", p.success, p.success_soft),
        ("danger", p.danger, p.danger_soft),
        ("danger on surface", p.danger, p.surface),
        ("warning", p.warning, p.warning_soft),
        ("badge", p.text_muted, p.neutral_soft),
    ]);
    pairs
}

#[test]
fn text_has_the_contrast_that_wcag_asks_for() {
    for (theme, palette) in [("light", &LIGHT), ("dark", &DARK)] {
        for (name, text, ground) in pairs(palette) {
            let found = contrast(text, ground);
            assert!(found >= 4.5, "{theme}: {name} has {found:.2}");
        }
    }
}

#[test]
fn the_focus_ring_can_be_seen() {
    for palette in [&LIGHT, &DARK] {
        for ground in [palette.canvas, palette.sidebar, palette.surface, palette.group] {
            assert!(contrast(palette.accent, ground) >= 3.0);
        }
    }
}

#[test]
fn the_edges_of_controls_and_marks_can_be_found() {
    for (theme, palette) in [("light", &LIGHT), ("dark", &DARK)] {
        let grounds = [
            ("canvas", palette.canvas),
            ("sidebar", palette.sidebar),
            ("surface", palette.surface),
            ("input", palette.input),
            ("group", palette.group),
            ("wash", palette.accent_soft),
        ];
        for (name, ground) in grounds {
            let edge = contrast(palette.control_border, ground);
            assert!(edge >= 3.0, "{theme}: an edge on {name} has {edge:.2}");
        }
        let mark = contrast(palette.amber_mark, palette.surface);
        assert!(mark >= 3.0, "{theme}: the amber mark has {mark:.2}");
    }
}
