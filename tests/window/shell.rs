//! The parts of the window: what a rail still offers, edges that move, the drawer, the keyboard's way through them, and the interface's size.

use std::path::Path;

use crate::support::{
    keep_picture,
    library::{Opening, Window, keys, open, press},
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

/// The roles of the parts, in the order of the keyboard.
const PARTS: [Role; 5] = [
    Role::Navigation,
    Role::Banner,
    Role::Main,
    Role::Region,
    Role::Complementary,
];

fn window_of(folder: &Path, size: [f32; 2]) -> Window {
    open(
        folder,
        Opening {
            size,
            ..Opening::default()
        },
    )
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The names of the parts that are shown, with their widths in whole points.
fn parts(window: &Window) -> Vec<(String, i32)> {
    PARTS
        .into_iter()
        .filter_map(|role| window.query_by_role(role))
        .map(|node| {
            let name = node.accesskit_node().label().unwrap_or_default();
            (name, node.rect().width().round() as i32)
        })
        .collect()
}

/// The part that has the keyboard.
fn region(window: &Window) -> Option<String> {
    let id = window.ctx.memory(egui::Memory::focused)?;
    let place = window.ctx.read_response(id)?.rect.center();
    PARTS
        .into_iter()
        .filter_map(|role| window.query_by_role(role))
        .find(|node| node.rect().contains(place))
        .and_then(|node| node.accesskit_node().label())
}

#[test]
fn f6_goes_round_the_parts_of_the_window() {
    let folder = folder();
    let mut window = window_of(folder.path(), [1440.0, 900.0]);
    let mut seen = Vec::new();
    for _ in 0..6 {
        keys(&mut window, Modifiers::NONE, Key::F6);
        seen.extend(region(&window));
    }
    assert_eq!(
        seen,
        ["Library", "Header", "Editor", "Preview", "Visitor", "Library"],
        "forward"
    );
    keys(&mut window, Modifiers::SHIFT, Key::F6);
    assert_eq!(region(&window).as_deref(), Some("Visitor"));
    // It comes back to the control where it was.
    keys(&mut window, Modifiers::SHIFT, Key::F6);
    keys(&mut window, Modifiers::SHIFT, Key::F6);
    keys(&mut window, Modifiers::NONE, Key::Tab);
    let left = window.ctx.memory(egui::Memory::focused);
    keys(&mut window, Modifiers::NONE, Key::F6);
    keys(&mut window, Modifiers::SHIFT, Key::F6);
    assert_eq!(window.ctx.memory(egui::Memory::focused), left);
}

#[test]
fn tab_goes_from_the_library_through_header_and_editor_to_preview_and_visitor() {
    let folder = folder();
    let mut window = window_of(folder.path(), [1440.0, 900.0]);
    let mut seen: Vec<String> = Vec::new();
    for _ in 0..200 {
        keys(&mut window, Modifiers::NONE, Key::Tab);
        if let Some(region) = region(&window)
            && seen.last() != Some(&region)
        {
            seen.push(region);
        }
        if seen.len() > 5 {
            break;
        }
    }
    assert_eq!(seen, ["Library", "Header", "Editor", "Preview", "Visitor", "Library"]);
}

#[test]
fn a_rail_reaches_everything_that_the_library_does() {
    let folder = folder();
    let mut window = window_of(folder.path(), [1440.0, 900.0]);
    let names: Vec<String> = window
        .state()
        .app()
        .shelf()
        .items()
        .iter()
        .map(|item| item.name.clone())
        .collect();
    press(&mut window, "Fold or unfold the library");
    keep_picture(&mut window, "shell-rail");
    assert_eq!(parts(&window)[0], ("Library".to_owned(), 64));
    for name in [
        "New campaign",
        "Search campaigns",
        "Recently deleted",
        "Command palette",
        "Menu",
    ] {
        window.get_by_role_and_label(Role::Button, name);
    }
    for name in &names {
        window.get_by_role_and_label(Role::ListItem, name);
    }
    window.get_by_role_and_label(Role::ListItem, &names[3]).click();
    window.run();
    assert_eq!(window.state().campaign().name, names[3]);
    // Searching needs the whole library.
    keys(&mut window, Modifiers::COMMAND, Key::F);
    assert_eq!(parts(&window)[0], ("Library".to_owned(), 272));
    let search = window.get_by_role_and_label(Role::TextInput, "Search 9 campaigns");
    assert!(search.accesskit_node().is_focused());
}

#[test]
fn edges_move_by_arrow_keys_by_mouse_and_back() {
    let folder = folder();
    let mut window = window_of(folder.path(), [1440.0, 900.0]);
    let width = |window: &Window, name: &str| {
        let edge = window.get_by_role_and_label(Role::Slider, name);
        edge.accesskit_node().numeric_value().expect("it has a value")
    };
    for (name, larger, step) in [
        ("Width of the library", Key::ArrowRight, 8.0),
        ("Width of the preview", Key::ArrowLeft, 8.0),
        ("Height of the visitor", Key::ArrowUp, 8.0),
    ] {
        let before = width(&window, name);
        window.get_by_role_and_label(Role::Slider, name).focus();
        window.run();
        keys(&mut window, Modifiers::NONE, larger);
        assert_eq!(width(&window, name), before + step, "{name}");
        keys(&mut window, Modifiers::SHIFT, larger);
        assert_eq!(width(&window, name), before + 6.0 * step, "{name}");
        let still = window.get_by_role_and_label(Role::Slider, name);
        assert!(still.accesskit_node().is_focused(), "{name}");
    }
    let edge = window
        .get_by_role_and_label(Role::Slider, "Width of the library")
        .rect();
    window.hover_at(edge.center());
    window.run();
    window.drag_at(edge.center());
    window.run();
    window.hover_at(edge.center() - egui::vec2(60.0, 0.0));
    window.run();
    window.drop_at(edge.center() - egui::vec2(60.0, 0.0));
    window.run();
    assert_eq!(parts(&window)[0], ("Library".to_owned(), 260));
}

#[test]
fn a_narrow_window_has_a_drawer_for_the_preview() {
    let folder = folder();
    let mut window = window_of(folder.path(), [1000.0, 640.0]);
    keep_picture(&mut window, "shell-drawer");
    let preview = ("Preview".to_owned(), 312);
    assert!(parts(&window).contains(&preview), "{:?}", parts(&window));
    keys(&mut window, Modifiers::NONE, Key::F8);
    assert!(!parts(&window).contains(&preview), "{:?}", parts(&window));
    press(&mut window, "Show or hide the preview");
    assert!(parts(&window).contains(&preview), "{:?}", parts(&window));

    // In a smaller one it lies over the editor, until the keyboard goes to what is under it.
    window.set_size(egui::vec2(900.0, 600.0));
    window.run();
    assert!(!parts(&window).contains(&preview), "{:?}", parts(&window));
    press(&mut window, "Show or hide the preview");
    keep_picture(&mut window, "shell-drawer-over");
    assert!(parts(&window).contains(&preview), "{:?}", parts(&window));
    for _ in 0..60 {
        keys(&mut window, Modifiers::NONE, Key::Tab);
        if !parts(&window).contains(&preview) {
            return;
        }
        assert_ne!(
            region(&window).as_deref(),
            Some("Preview"),
            "it is gone through before anything is hidden"
        );
    }
    panic!("the drawer hides what has the keyboard");
}

#[test]
fn a_rail_says_that_a_search_leaves_campaigns_out() {
    let folder = folder();
    let mut window = window_of(folder.path(), [900.0, 600.0]);
    let said = |window: &Window, words: &str| window.query_by_role_and_label(Role::Button, words).is_some();
    keys(&mut window, Modifiers::COMMAND, Key::F);
    let search = |window: &Window| {
        window
            .get_by_role_and_label(Role::TextInput, "Search 9 campaigns")
            .type_text("wel")
    };
    search(&window);
    window.run();
    keys(&mut window, Modifiers::COMMAND, Key::B);
    assert_eq!(parts(&window)[0], ("Library".to_owned(), 56));
    assert!(said(&window, "Search campaigns: 2 of 9 shown"));
    // Escape leaves the search and the library.
    keys(&mut window, Modifiers::COMMAND, Key::F);
    keys(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(parts(&window)[0], ("Library".to_owned(), 56));
    assert!(said(&window, "Search campaigns"));
}

#[test]
fn the_keyboard_stays_with_what_is_seen_as_parts_come_and_go() {
    let folder = folder();
    let mut window = window_of(folder.path(), [900.0, 600.0]);
    let go_to = |window: &mut Window, part: &str| {
        for _ in 0..6 {
            if region(window).as_deref() == Some(part) {
                return;
            }
            keys(window, Modifiers::NONE, Key::F6);
        }
        panic!("{part} is not reached");
    };
    go_to(&mut window, "Editor");
    keys(&mut window, Modifiers::NONE, Key::F8);
    window.run();
    assert_eq!(
        region(&window).as_deref(),
        Some("Preview"),
        "the drawer lies over the editor"
    );
    keys(&mut window, Modifiers::NONE, Key::F8);
    window.run();
    assert_eq!(region(&window).as_deref(), Some("Editor"), "the drawer is gone");
    // A part of the head lies under the library: the keyboard goes there, and the library makes way.
    keys(&mut window, Modifiers::COMMAND, Key::B);
    window.run();
    assert_eq!(region(&window).as_deref(), Some("Library"));
    assert_eq!(parts(&window)[0], ("Library".to_owned(), 272));
    keys(&mut window, Modifiers::NONE, Key::F6);
    window.run();
    assert_eq!(region(&window).as_deref(), Some("Header"));
    assert_eq!(parts(&window)[0], ("Library".to_owned(), 56));
}

#[test]
fn a_visitor_who_is_asked_for_is_shown() {
    let folder = folder();
    let mut window = window_of(folder.path(), [900.0, 600.0]);
    assert!(!parts(&window).iter().any(|(name, _)| name == "Visitor"));
    keys(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    assert!(parts(&window).iter().any(|(name, _)| name == "Visitor"));
}

#[test]
fn the_interface_grows_and_shrinks() {
    let folder = folder();
    let mut window = window_of(folder.path(), [1440.0, 900.0]);
    let alt = Modifiers::COMMAND | Modifiers::ALT;
    keys(&mut window, alt, Key::Plus);
    assert_eq!(window.ctx.zoom_factor(), 1.1);
    for _ in 0..9 {
        keys(&mut window, alt, Key::Minus);
    }
    assert_eq!(window.ctx.zoom_factor(), 0.8);
    keys(&mut window, alt, Key::Num0);
    assert_eq!(window.ctx.zoom_factor(), 1.0);
}
