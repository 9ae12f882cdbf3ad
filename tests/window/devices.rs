//! The browser window that the pop-up is previewed in: of a device, on its side, of any size, and close up.

use egui::{Key, Modifiers, Role, pos2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::library::{Opening, Window, choose, command, keys, open, press};

const USUAL: &str = "Browser window, 1280 × 800";

fn preview(folder: &std::path::Path, size: [f32; 2]) -> Window {
    let opening = Opening {
        size,
        ..Opening::default()
    };
    let mut harness = open(folder, opening);
    choose(&mut harness, "Something in the basket");
    harness
}

fn size(harness: &Window) -> (u32, u32) {
    harness
        .state()
        .app()
        .previewed_scene()
        .expect("a scene")
        .viewport
        .size()
}

fn scale(harness: &Window) -> f32 {
    harness.state().app().previewed_scene().expect("a scene").scale.get()
}

/// Types a side of the window into the open menu.
fn side(harness: &mut Window, name: &str, length: &str) {
    let field = || Queryable::get_by_role_and_label(&*harness, Role::TextInput, name);
    field().focus();
    harness.run();
    keys(harness, Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text(length.to_owned()));
    harness.run();
}

#[test]
fn a_device_is_chosen_by_name_and_turned_on_its_side() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = preview(folder.path(), [1440.0, 900.0]);
    assert_eq!(size(&harness), (1280, 800));
    press(&mut harness, USUAL);
    harness.get_by_label("iPhone 16 · 393 × 852").click();
    harness.run();
    assert_eq!(size(&harness), (393, 852));
    let phone = harness.get_by_role_and_label(Role::RadioButton, "Frame: Phone · 390 × 844");
    let chosen = egui::accesskit::Toggled::True;
    assert_eq!(phone.accesskit_node().toggled(), Some(chosen), "it is a phone");
    keys(&mut harness, Modifiers::ALT, Key::Num5);
    assert_eq!(size(&harness), (852, 393));
    command(&mut harness, "Rotate the preview");
    assert_eq!(size(&harness), (393, 852));
    keys(&mut harness, Modifiers::ALT, Key::Num1);
    assert_eq!(size(&harness), (1280, 800));
}

#[test]
fn any_size_is_typed_and_a_wrong_one_is_said() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = preview(folder.path(), [1440.0, 900.0]);
    press(&mut harness, USUAL);
    side(&mut harness, "Width", "500");
    assert_eq!(size(&harness), (500, 800));
    side(&mut harness, "Height", "99999");
    assert_eq!(size(&harness), (500, 800), "that is too large");
    harness.get_by_label_contains("from 240 to 2560");
    side(&mut harness, "Height", "640");
    assert_eq!(size(&harness), (500, 640));
    assert!(harness.query_by_label_contains("from 240 to 2560").is_none());
}

#[test]
fn an_edge_of_the_page_is_dragged() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = preview(folder.path(), [1440.0, 900.0]);
    keys(&mut harness, Modifiers::ALT, Key::Num3);
    keys(&mut harness, Modifiers::COMMAND, Key::Num9);
    let room = harness
        .get_by_role_and_label(Role::Image, "Preview of the pop-up")
        .rect();
    let shown = scale(&harness);
    let edge = pos2(room.center().x + 390.0 * shown / 2.0 + 4.0, room.center().y);
    harness.drag_at(edge);
    harness.run();
    harness.hover_at(edge + egui::vec2(30.0, 0.0));
    harness.run();
    assert!(
        (scale(&harness) - shown).abs() < 0.001,
        "the page keeps its zoom while it is dragged"
    );
    harness.drop_at(edge + egui::vec2(30.0, 0.0));
    harness.run();
    let (width, height) = size(&harness);
    let wanted = 390.0 + 60.0 / shown;
    assert!(
        (width as f32 - wanted).abs() <= 12.0 / shown && height == 844,
        "{width} × {height}, not {wanted}"
    );
}

#[test]
fn close_up_the_visitor_s_own_pixels_are_shown() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = preview(folder.path(), [1440.0, 900.0]);
    keys(&mut harness, Modifiers::COMMAND, Key::Num0);
    let mut scales = vec![scale(&harness)];
    for _ in 0..8 {
        keys(&mut harness, Modifiers::COMMAND, Key::Plus);
        scales.push(scale(&harness));
    }
    // Here a picture has at most 2048 pixels a side; a larger page is drawn with that many, and enlarged.
    assert_eq!(scales, [1.0, 1.25, 1.5, 1.6, 1.6, 1.0, 1.0, 1.0, 1.0]);
    harness.get_by_label_contains("800%");
    keys(&mut harness, Modifiers::COMMAND, Key::Num0);
    assert!(harness.query_by_label_contains("800%").is_none());
}

#[test]
fn three_windows_without_room_are_answered() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = preview(folder.path(), [1000.0, 640.0]);
    keys(&mut harness, Modifiers::ALT, Key::Num4);
    harness.get_by_label_contains("no room for three previews");
}
