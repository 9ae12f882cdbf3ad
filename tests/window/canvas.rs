//! The message is worked on where it stands in the preview: parts are chosen, typed into and left, by pointer and by keyboard.

use beckon::{campaign::LookKey, wording::text::Language};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::{
    keep_picture,
    library::{Opening, Window, choose, keys, open, tab, window},
};

/// The window on the message of a sample.
fn message(folder: &std::path::Path, campaign: &str) -> Window {
    let mut harness = window(folder);
    choose(&mut harness, campaign);
    tab(&mut harness, "Message");
    harness
}

fn is_focused(harness: &Window, role: Role, name: &str) -> bool {
    harness.get_by_role_and_label(role, name).is_focused()
}

/// Whether the part that a screen reader calls by this name is chosen.
/// The name of the part in the preview that begins like this.
fn part(harness: &Window, beginning: &str) -> String {
    let names = harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label());
    let mut parts = names.filter(|name| name.starts_with(beginning));
    parts.next().expect("such a part")
}

fn is_chosen(harness: &Window, name: &str) -> bool {
    let node = harness.get_by_role_and_label(Role::Button, name);
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

fn press(harness: &mut Window, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run();
}

/// What the field in the preview is called, and what is in it.
fn typed_into(harness: &Window, name: &str) -> Option<String> {
    let field = harness.query_by_role_and_label(Role::TextInput, name);
    field
        .or_else(|| harness.query_by_role_and_label(Role::MultilineTextInput, name))
        .and_then(|field| field.value())
}

#[test]
fn a_press_chooses_a_part_and_its_field_and_a_second_one_types_in_place() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Welcome back, by name");
    let part = "Title: Welcome back, friend";
    assert!(!is_chosen(&harness, part));
    press(&mut harness, part);
    assert!(is_chosen(&harness, part));
    let about = harness
        .get_by_role_and_label(Role::Button, part)
        .accesskit_node()
        .description();
    assert_eq!(about.as_deref(), Some("20 px, Inter, #101828, 17.7 : 1"));
    assert!(
        is_focused(&harness, Role::TextInput, "Title"),
        "its field has the keyboard"
    );

    press(&mut harness, part);
    let token = "Welcome back, {{first_name|friend}}";
    assert_eq!(
        typed_into(&harness, "Title in the preview").as_deref(),
        Some(token),
        "tokens stay text"
    );
    let before = harness.state().app().previewed_revision();
    keys(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("Hello".to_owned()));
    type_text(&mut harness, " again");
    assert_eq!(harness.state().title(), "Hello again");
    assert!(
        harness.state().app().previewed_revision() > before,
        "the preview follows"
    );
    assert_eq!(
        typed_into(&harness, "Title in the preview").as_deref(),
        Some("Hello again")
    );

    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(typed_into(&harness, "Title in the preview"), None);
    assert!(is_focused(&harness, Role::Button, "Title: Hello again"));
    assert!(is_chosen(&harness, "Title: Hello again"));
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!is_chosen(&harness, "Title: Hello again"));

    keys(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        harness.state().title(),
        token,
        "one step takes back what was typed in one go"
    );
}

#[test]
fn the_keyboard_alone_goes_through_the_parts_and_types_into_them() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Welcome back, by name");
    harness.get_by_role_and_label(Role::Button, "Picture").focus();
    harness.run();
    assert!(is_chosen(&harness, "Picture"));
    keys(&mut harness, Modifiers::NONE, Key::Tab);
    let title = "Title: Welcome back, friend";
    assert!(is_focused(&harness, Role::Button, title) && is_chosen(&harness, title));
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(typed_into(&harness, "Title in the preview").is_some());

    keys(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(typed_into(&harness, "Subtitle in the preview").is_some());
    keys(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(
        typed_into(&harness, "Button name in the preview").as_deref(),
        Some("Show me a match")
    );
    keys(&mut harness, Modifiers::SHIFT, Key::Tab);
    keys(&mut harness, Modifiers::SHIFT, Key::Tab);
    assert!(typed_into(&harness, "Title in the preview").is_some());
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(
        is_focused(&harness, Role::Button, title),
        "Enter ends a text of one line"
    );
    keys(&mut harness, Modifiers::NONE, Key::F2);
    assert!(typed_into(&harness, "Title in the preview").is_some());
}

#[test]
fn a_field_chooses_the_part_that_shows_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Something in the basket");
    let (title, button) = ("Title: Still in your basket", "Button name: Go to my basket");
    harness.get_by_role_and_label(Role::TextInput, "Title").focus();
    harness.run();
    assert!(is_chosen(&harness, title) && !is_chosen(&harness, button));
    harness.get_by_role_and_label(Role::TextInput, "Button name").focus();
    harness.run();
    assert!(!is_chosen(&harness, title) && is_chosen(&harness, button));
    harness
        .get_by_role_and_label(Role::TextInput, "User expression")
        .focus();
    harness.run();
    assert!(!is_chosen(&harness, button), "no part of a card shows it");
}

#[test]
fn f2_in_a_field_goes_on_in_the_preview() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Something in the basket");
    harness
        .get_by_role_and_label(Role::Button, "Title: Still in your basket")
        .click();
    harness.run();
    assert!(is_focused(&harness, Role::TextInput, "Title"));
    keys(&mut harness, Modifiers::NONE, Key::F2);
    assert!(typed_into(&harness, "Title in the preview").is_some());
    assert!(harness.query_by_label("Rename campaign").is_none());
}

#[test]
fn an_empty_text_shows_where_it_would_be_while_it_is_worked_on() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Something in the basket");
    let shows_subtitle = |harness: &Window| harness.query_by_label_contains("Subtitle: ").is_some();
    let is_ghost = |harness: &Window| {
        harness
            .query_by_role_and_label(Role::Button, "Subtitle, empty")
            .is_some()
    };
    press(
        &mut harness,
        "Subtitle: A few little green ones are waiting. We’ll keep them watered until tonight.",
    );
    keys(&mut harness, Modifiers::COMMAND, Key::A);
    keys(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(is_ghost(&harness) && !shows_subtitle(&harness));
    press(&mut harness, "Subtitle, empty");
    type_text(&mut harness, "Soon");
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(is_focused(&harness, Role::Button, "Subtitle: Soon"));
    press(&mut harness, "Subtitle: Soon");
    keys(&mut harness, Modifiers::COMMAND, Key::A);
    keys(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(
        typed_into(&harness, "Subtitle in the preview").is_some(),
        "the field stays while it is empty"
    );
    harness.get_by_role_and_label(Role::TextInput, "Title").focus();
    harness.run();
    assert!(!is_ghost(&harness), "what may stay empty is not shown to be missing");
}

#[test]
fn every_type_of_message_is_worked_on_in_every_window_and_language() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for language in [Language::ENGLISH, Language::TURKISH] {
        let mut harness = open(
            folder.path(),
            Opening {
                language,
                size: [1920.0, 1080.0],
                ..Opening::default()
            },
        );
        for name in ["Leaving the checkout", "How did we do?", "Something in the basket"] {
            choose(&mut harness, name);
            keys(&mut harness, Modifiers::COMMAND, Key::Num2);
            keys(&mut harness, Modifiers::NONE, Key::Escape);
            for frame in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
                keys(&mut harness, Modifiers::ALT, frame);
                let texts = [
                    harness.state().campaign().content.title.clone(),
                    harness.state().campaign().content.text.clone(),
                    harness.state().campaign().content.user_say.clone(),
                ];
                let [title, text, said] = texts.map(Option::unwrap_or_default);
                let words = [title, text, said]
                    .into_iter()
                    .find(|text| !text.is_empty())
                    .unwrap_or_default();
                let part = || {
                    harness.get_all_by_role(Role::Button).find(|node| {
                        let label = node.accesskit_node().label().unwrap_or_default();
                        label.ends_with(&words) && label != words
                    })
                };
                let label = part().expect("the part").accesskit_node().label().unwrap_or_default();
                press(&mut harness, &label);
                assert!(is_chosen(&harness, &label), "{label} {frame:?}");
                keys(&mut harness, Modifiers::NONE, Key::Escape);
            }
        }
    }
}

#[test]
fn a_small_window_has_the_pop_up_and_its_fields_beside_each_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = open(
        folder.path(),
        Opening {
            size: [900.0, 600.0],
            ..Opening::default()
        },
    );
    keys(&mut harness, Modifiers::COMMAND, Key::Num2);
    let title = "Title: Come on in! 🌿";
    press(&mut harness, title);
    assert!(is_chosen(&harness, title) && is_focused(&harness, Role::TextInput, "Title"));
    press(&mut harness, title);
    type_text(&mut harness, "!");
    assert_eq!(harness.state().title(), "Come on in! 🌿!");
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    // A folded section opens for a part that is chosen.
    press(&mut harness, "Content");
    assert!(harness.query_by_role_and_label(Role::TextInput, "Title").is_none());
    press(&mut harness, "Button name: Find my plant");
    assert!(is_focused(&harness, Role::TextInput, "Button name"));
    // The fields have the window to themselves, until the pop-up comes back.
    keys(&mut harness, Modifiers::NONE, Key::F8);
    assert!(harness.query_by_role(Role::Region).is_none());
    harness.get_by_role_and_label(Role::TextInput, "Title");
    keys(&mut harness, Modifiers::NONE, Key::F8);
    let [pop_up, fields] = [Role::Region, Role::Main].map(|role| harness.get_by_role(role).rect());
    assert!(pop_up.right() < fields.left() && fields.width() >= 344.0);
    // The visitor unfolds below the pop-up.
    assert!(harness.query_by_label("Page address").is_none());
    harness.get_by_role_and_label(Role::Button, "Visitor").click();
    harness.run();
    assert!(harness.query_all_by_label("Page address").next().is_some());
}

#[test]
fn a_detail_of_the_visitor_is_one_unit_with_an_editor_of_its_own() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Welcome back, by name");
    let token = "Welcome back, {{first_name|friend}}";
    harness.get_by_role_and_label(Role::TextInput, "Title").focus();
    harness.run();
    assert_eq!(
        typed_into(&harness, "Title").as_deref(),
        Some(token),
        "screen readers get the text"
    );
    keys(&mut harness, Modifiers::NONE, Key::End);
    // An arrow selects it, Enter opens its editor.
    keys(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    keys(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(is_focused(&harness, Role::TextInput, "Fallback"));
    type_text(&mut harness, "you");
    assert_eq!(harness.state().title(), "Welcome back, {{first_name|you}}");
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(is_focused(&harness, Role::TextInput, "Title"));
    // Copied, it is what the document says.
    keys(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Copy);
    harness.step();
    let copied = harness.output().platform_output.commands.iter().any(
        |command| matches!(command, egui::OutputCommand::CopyText(text) if text == "Welcome back, {{first_name|you}}"),
    );
    assert!(copied);
    harness.run();
    keys(&mut harness, Modifiers::NONE, Key::End);
    keys(&mut harness, Modifiers::NONE, Key::Backspace);
    assert_eq!(harness.state().title(), "Welcome back, ");
    harness.event(egui::Event::Paste("{{plan}}!".to_owned()));
    harness.run();
    type_text(&mut harness, "?");
    assert_eq!(harness.state().title(), "Welcome back, {{plan}}!?");
    for _ in 0..8 {
        keys(&mut harness, Modifiers::COMMAND, Key::Z);
        if harness.state().title() == token {
            break;
        }
    }
    assert_eq!(harness.state().title(), token, "and is taken back");

    // In place it reads as the visitor does.
    let reads = |harness: &Window, words: &str| {
        let name = format!("Title: Welcome back, {words}");
        harness.query_by_role_and_label(Role::Button, &name).is_some()
    };
    assert!(reads(&harness, "friend"));
    press(&mut harness, "Whose eyes");
    harness
        .get_by_role_and_label(Role::MenuItem, "Shop member with a full cart")
        .click();
    harness.run();
    assert!(reads(&harness, "Deniz"));
    press(&mut harness, "Whose eyes");
    harness
        .get_by_role_and_label(Role::MenuItem, "a visitor without details")
        .click();
    harness.run();
    assert!(reads(&harness, "friend"));
}

#[test]
fn a_detail_of_the_visitor_is_put_into_a_text_from_the_bar_at_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Something in the basket");
    let name = part(&harness, "Title: ");
    press(&mut harness, &name);
    keep_picture(&mut harness, "canvas-bar");
    press(&mut harness, "Put a visitor detail into Title");
    harness
        .get_by_role_and_label(Role::MenuItem, "Another attribute")
        .click();
    harness.run();
    assert!(harness.state().title().ends_with(" {{attribute|fallback}}"));
    assert!(
        harness.query_by_role_and_label(Role::TextInput, "Fallback").is_some(),
        "its editor is open"
    );
    keep_picture(&mut harness, "canvas-bar-detail");
}

#[test]
fn the_ruler_hides_sizes_and_distances() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Something in the basket");
    let name = part(&harness, "Title: ");
    press(&mut harness, &name);
    let place = harness.get_by_role_and_label(Role::Button, &name).rect();
    // Its size stands above its right end.
    let tag = |harness: &mut Window| {
        let mut picture = harness.render().expect("painted");
        let (left, top) = ((place.right() - 40.0) as u32, (place.top() - 28.0) as u32);
        image::imageops::crop(&mut picture, left, top, 40, 24)
            .to_image()
            .into_raw()
    };
    let (shown, ruler) = (tag(&mut harness), "Sizes and distances");
    press(&mut harness, ruler);
    assert_ne!(tag(&mut harness), shown);
    press(&mut harness, ruler);
    assert_eq!(tag(&mut harness), shown);
}

#[test]
fn the_card_is_made_wider_at_its_edges_and_follows_the_site_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Something in the basket");
    let width = |harness: &Window| harness.state().campaign().look.get(LookKey::Width).cloned();
    let left = "Left edge of the card";
    let edge = harness.get_by_role_and_label(Role::Slider, left).rect().center();
    harness.hover_at(edge);
    harness.run();
    harness.drag_at(edge);
    harness.run();
    for by in [20.0, 40.0] {
        harness.hover_at(edge - egui::vec2(by, 0.0));
        harness.run();
    }
    assert_eq!(width(&harness), None, "not before it is dropped");
    harness.drop_at(edge - egui::vec2(40.0, 0.0));
    harness.run();
    assert_eq!(width(&harness), Some(440.into()));
    keys(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(width(&harness), None, "a drag is one step");
    keys(&mut harness, Modifiers::COMMAND, Key::Y);
    harness.get_by_role_and_label(Role::Slider, left).focus();
    harness.run();
    keys(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    keys(&mut harness, Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(width(&harness), Some(451.into()));
    assert!(is_focused(&harness, Role::Slider, left));
    press(&mut harness, "Width: follow the site again (400 px)");
    assert_eq!(width(&harness), None);
}

#[test]
fn an_entrance_is_played_and_ends_where_it_began() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Something in the basket");
    let seen = |harness: &mut Window| {
        let place = harness.get_by_role(Role::Region).rect();
        let [left, top, width, height] =
            [place.left(), place.top(), place.width(), place.height()].map(|side| side as u32);
        let picture = harness.render().expect("the interface can be painted");
        image::imageops::crop_imm(&picture, left, top, width, height).to_image()
    };
    let before = seen(&mut harness);
    harness.get_by_role_and_label(Role::Button, "Play").click_accesskit();
    harness.run_steps(4);
    assert!(seen(&mut harness) != before, "the pop-up is not there yet");
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Title: Still in your basket")
            .is_none()
    );
    harness.run();
    assert!(seen(&mut harness) == before);
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Title: Still in your basket")
            .is_some()
    );
}

#[test]
fn an_entrance_is_played_slowly_and_without_moving() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = message(folder.path(), "Something in the basket");
    let stands = |harness: &Window| {
        let title = harness.query_by_role_and_label(Role::Button, "Title: Still in your basket");
        title.is_some()
    };
    let mut frames = |way: &str| {
        harness
            .get_by_role_and_label(Role::Button, "Play in another way")
            .click_accesskit();
        harness.run();
        harness.get_by_label(way).click_accesskit();
        let mut lasts = |until: bool| {
            let mut frames = 0;
            while stands(&harness) != until {
                harness.step();
                frames += 1;
                assert!(frames < 2_000, "it begins, and ends");
            }
            frames
        };
        lasts(false);
        lasts(true)
    };
    let slowly = frames("Slowly, five times as long");
    let still = frames("As visitors with reduced motion see it");
    assert!(slowly > still, "{slowly} frames, {still} without moving");
}

/// Types into what has the keyboard.
fn type_text(harness: &mut Window, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}
