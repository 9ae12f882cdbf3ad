//! The window in small, usual and large sizes: what the keyboard reaches is visible, and nothing is cut off.

use std::collections::HashSet;

use crate::support::{
    keep_picture,
    library::{Opening, State, Window, command, keys, open, press},
};
use beckon::{desktop::testing::App, studio::editor_step::EditorStep, wording::text::Language};
use egui::{Id, Key, Modifiers, Rect, Response, Role};
use egui_kittest::kittest::{NodeT, Queryable};

const STEPS: [(&str, EditorStep); 3] = [
    ("audience", EditorStep::Audience),
    ("message", EditorStep::Message),
    ("review", EditorStep::Review),
];

fn window_of(folder: &std::path::Path, size: [f32; 2], language: Language) -> Window {
    open(
        folder,
        Opening {
            size,
            language,
            ..Opening::default()
        },
    )
}

fn app(window: &mut Window) -> &mut App {
    let state: &mut State = window.state_mut();
    state.app.as_mut().expect("the app runs")
}

/// Returns the control with the focus.
fn focused(window: &Window) -> Option<(Id, Response)> {
    let id = window.ctx.memory(egui::Memory::focused)?;
    Some((id, window.ctx.read_response(id)?))
}

/// Returns the accessible name of the control with the focus.
fn called(window: &Window) -> String {
    let nodes = window.root().children_recursive();
    let mut focused = nodes.filter(|node| node.accesskit_node().is_focused());
    let node = focused.next();
    node.map_or_else(String::new, |node| {
        let node = node.accesskit_node();
        format!("{:?} {:?} {:?}", node.role(), node.label(), node.value())
    })
}

/// Presses Tab until the focus is back where it began, and then Shift+Tab; returns the controls that were not fully visible.
fn hidden_stops(window: &mut Window, place: &str) -> (usize, Vec<String>) {
    let (mut stops, mut hidden) = (0, Vec::new());
    for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
        let mut seen: HashSet<Id> = HashSet::new();
        for _ in 0..400 {
            keys(window, modifiers, Key::Tab);
            let Some((id, response)) = focused(window) else {
                continue;
            };
            if !seen.insert(id) {
                break;
            }
            let (whole, shown) = (response.rect, response.interact_rect);
            let is_cut =
                |whole: egui::Rangef, shown: egui::Rangef| whole.min < shown.min - 0.6 || whole.max > shown.max + 0.6;
            if is_cut(whole.x_range(), shown.x_range()) || is_cut(whole.y_range(), shown.y_range()) {
                hidden.push(format!(
                    "{place}: {} at {whole}, of which {shown} shows",
                    called(window)
                ));
            }
        }
        stops = stops.max(seen.len());
    }
    (stops, hidden)
}

#[test]
fn what_the_keyboard_reaches_is_in_sight() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_of(folder.path(), [1000.0, 640.0], Language::ENGLISH);
    let mut hidden = Vec::new();
    let mut visit = |window: &mut Window, place: &str, least: usize| {
        let (stops, cut) = hidden_stops(window, place);
        assert!(stops >= least, "{place}: {stops} stops");
        hidden.extend(cut);
    };
    press(&mut window, "More about this visitor");
    for (name, step) in STEPS {
        app(&mut window).show_step(step);
        window.run();
        visit(&mut window, name, 40);
    }
    for (words, name, least) in [
        ("Visitor or journey", "journey", 30),
        ("Check the whole library", "checks", 30),
        ("How many visitors", "reach", 3),
        ("Connections", "connections", 2),
        ("Versions", "versions", 1),
        ("Recently deleted", "bin", 1),
    ] {
        command(&mut window, words);
        visit(&mut window, name, least);
        keep_picture(&mut window, &format!("focus-{name}"));
        if window.ctx.memory(|memory| memory.top_modal_layer().is_some()) {
            keys(&mut window, Modifiers::NONE, Key::Escape);
        }
    }
    assert!(hidden.is_empty(), "{} of them:\n{}", hidden.len(), hidden.join("\n"));
}

/// Returns everything beyond the left or right edge of its part of the window.
fn cut_at_the_sides(window: &Window, place: &str) -> Vec<String> {
    window.ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let mut cut = Vec::new();
        for widget in widgets.layers().flat_map(|(_, widgets)| widgets) {
            let (whole, shown): (Rect, Rect) = (widget.rect, widget.interact_rect);
            let is_seen = widget.visible && shown.is_positive() && whole.is_finite();
            if is_seen && (whole.left() < shown.left() - 0.6 || whole.right() > shown.right() + 0.6) {
                let info = widgets
                    .info(widget.id)
                    .map(|info| format!("{:?} {:?}", info.role, info.label));
                cut.push(format!(
                    "{place}: {} at {whole}, of which {shown} shows",
                    info.unwrap_or_default()
                ));
            }
        }
        cut
    })
}

#[test]
fn nothing_is_cut_at_the_sides_in_any_size_and_language() {
    let mut cut = Vec::new();
    for language in [Language::ENGLISH, Language::TURKISH] {
        for size in [[900.0, 600.0], [1024.0, 640.0], [1440.0, 900.0]] {
            let folder = tempfile::tempdir().expect("a folder");
            let mut window = window_of(folder.path(), size, language);
            for (name, step) in STEPS {
                for own in [false, true] {
                    if own {
                        let mut edited = window.state().campaign().clone();
                        edited.launcher_image = Some(beckon::campaign::LauncherImage::Image(String::new()));
                        app(&mut window).go_on(Some(&edited), &[]);
                    }
                    app(&mut window).show_step(step);
                    window.run();
                    let place = format!("{name}-{}-{language:?}-{own}", size[0]);
                    keep_picture(&mut window, &format!("layout-{place}"));
                    cut.extend(cut_at_the_sides(&window, &place));
                }
            }
        }
    }
    assert!(cut.is_empty(), "{} of them:\n{}", cut.len(), cut.join("\n"));
}

#[test]
fn menus_are_as_wide_as_their_longest_line() {
    for (language, more) in [(Language::ENGLISH, "More for"), (Language::TURKISH, "diğer")] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut window = window_of(folder.path(), [1440.0, 900.0], language);
        let first = window.state().app().shelf().items()[0].name.clone();
        window.get_by_role_and_label(Role::ListItem, &first).click_secondary();
        window.run();
        keep_picture(&mut window, &format!("menu-{language:?}"));
        let widths: Vec<(String, f32)> = window
            .get_all_by_role(Role::MenuItem)
            .map(|item| (item.accesskit_node().label().unwrap_or_default(), item.rect().width()))
            .collect();
        println!("{more} {widths:?}");
        let least = widths.iter().map(|(_, width)| *width).fold(f32::INFINITY, f32::min);
        let most = widths.iter().map(|(_, width)| *width).fold(0.0, f32::max);
        assert!(
            (most - least).abs() < 0.5 && (160.0..=440.0).contains(&most),
            "{widths:?}"
        );
    }
}
