//! The app's main job through accessible names: open a sample, change it, watch preview and verdict follow, export it.

use std::{fs, path::Path, sync::Arc};

use crate::support::{self, fill, keep_picture};
use beckon::{
    campaign::LookKey,
    desktop::testing::{App, Setup},
    library::Library,
    popup::{Backdrop, Corner, Frame},
    publish,
    studio::choosing::{Chosen, FixedChooser},
};
use egui::{Key, Modifiers, Role, Theme, Ui};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};

struct State {
    library: Library,
    app: Option<App>,
}

impl State {
    fn app(&self) -> &App {
        self.app.as_ref().expect("the app was started in the first frame")
    }

    fn shown(&self) -> bool {
        self.app()
            .analysis()
            .verdict
            .as_ref()
            .expect("a visitor is simulated")
            .shown
    }

    fn title(&self) -> String {
        self.app()
            .session()
            .expect("a campaign is open")
            .campaign()
            .content
            .title
            .clone()
            .unwrap_or_default()
    }
}

fn window(folder: &Path) -> Harness<'static, State> {
    window_with(folder, Chosen::Cancelled)
}

/// A window on a desktop whose file dialogs answer `chosen`.
fn window_with(folder: &Path, chosen: Chosen) -> Harness<'static, State> {
    let library = Library::open_with_rescue(folder, None).expect("a library");
    let mut setup = Some(Setup {
        chooser: Arc::new(FixedChooser(chosen)),
        ..support::setup(library.clone())
    });
    let draw = move |ui: &mut Ui, state: &mut State| support::show(ui, &mut state.app, &mut setup);
    let state = State { library, app: None };
    support::window(([1440.0, 900.0], Theme::Light, 16), state, draw)
}

#[test]
fn a_sample_is_opened_changed_and_exported() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = folder.path().join("Beckon");
    let mut harness = window(&library);
    harness
        .get_by_role_and_label(Role::ListItem, "Leaving the checkout")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::ListItem, "Welcome, first-time visitors")
        .click();
    harness.run();
    assert!(
        harness.state().shown(),
        "a first visit to the home page sees the welcome"
    );

    harness.get_by_role_and_label(Role::Tab, "Message").click();
    harness.run();
    let before = harness.state().app().previewed_revision();
    fill(&mut harness, "Title", "Hello there!");
    assert_eq!(harness.state().title(), "Hello there!");
    assert!(
        harness.state().app().previewed_revision() > before,
        "the preview follows the title"
    );

    harness.get_by_role_and_label(Role::Tab, "Audience").click();
    harness.run();
    fill(&mut harness, "Condition 2 value", "1");
    assert!(!harness.state().shown(), "fewer than one view is never so");
    keep_picture(&mut harness, "main-path");

    let target = folder.path().join("welcome.json");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.run();
    fill(&mut harness, "File", &target.display().to_string());
    keep_picture(&mut harness, "export");
    harness.get_by_role_and_label(Role::Button, "Export").click();
    harness.run();
    let bundle = publish::read_file(&target).expect("the export can be read again");
    assert_eq!(bundle.campaigns[0].content.title.as_deref(), Some("Hello there!"));
    assert_eq!(bundle.pictures.len(), 3, "the card's in two sizes, the launcher's");
}

/// Opens the last step's export of this name, and leaves the dialog with a path.
fn export(harness: &mut Harness<'_, State>, button: &str, path: &Path) {
    harness.get_by_role_and_label(Role::Tab, "Review & launch").click();
    harness.run();
    // It may be below the visible part of the editor.
    harness.get_by_role_and_label(Role::Button, button).click_accesskit();
    harness.run();
    fill(harness, "File", &path.display().to_string());
}

#[test]
fn every_export_writes_what_it_says() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = folder.path().join("Beckon");
    let mut harness = window(&library);
    fs::write(library.join("broken.campaign.json"), "{").expect("written");
    type Holds = fn(&[u8]) -> bool;
    let cases: [(&str, &str, Holds); 6] = [
        ("Campaign file", "beckon.json", |bytes| campaigns_in(bytes) == 1),
        ("Whole library", "beckon.json", |bytes| campaigns_in(bytes) > 5),
        ("Web page", "html", |bytes| bytes.starts_with(b"<!DOCTYPE html>")),
        ("Pop-up picture", "png", |bytes| width_of(bytes) < width_of_page()),
        ("Page picture", "png", |bytes| width_of(bytes) == width_of_page()),
        ("Jetlink snippet", "js", |bytes| !bytes.starts_with(b"<")),
    ];
    for (number, (button, ending, holds)) in cases.into_iter().enumerate() {
        // The extension need not be typed.
        export(&mut harness, button, &folder.path().join(format!("file {number}")));
        harness.get_by_label_contains(&format!("It is saved as file {number}.{ending}."));
        harness.get_by_role_and_label(Role::Button, "Export").click();
        harness.run();
        let file = folder.path().join(format!("file {number}.{ending}"));
        let bytes = fs::read(&file).unwrap_or_else(|error| panic!("{button}: {error}"));
        assert!(holds(&bytes), "{button}");
        let said = format!("{}.", file.display());
        assert!(harness.query_all_by_label_contains(&said).count() > 0, "{button}");
        let mut shown = harness.query_all_by_role_and_label(Role::Button, "Show in folder");
        assert!(shown.next().is_some(), "{button}");
        if button == "Whole library" {
            harness.get_by_label_contains("Left out: broken.");
        }
    }
}

fn campaigns_in(bundle: &[u8]) -> usize {
    publish::read_bundle(bundle)
        .expect("it can be read again")
        .campaigns
        .len()
}

/// The width of a PNG file: the first number of its header.
fn width_of(png: &[u8]) -> u32 {
    assert!(png.starts_with(b"\x89PNG"));
    u32::from_be_bytes(png[16..20].try_into().expect("four bytes"))
}

fn width_of_page() -> u32 {
    Frame::Desktop.size().0
}

#[test]
fn no_export_is_written_under_the_name_of_another_kind() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(&folder.path().join("Beckon"));
    for (button, wrong) in [
        ("Campaign file", "html"),
        ("Whole library", "js"),
        ("Web page", "json"),
        ("Pop-up picture", "html"),
        ("Page picture", "exe"),
        ("Jetlink snippet", "html"),
        ("Texts for translators (XLIFF)", "csv"),
        ("Texts as a table (CSV)", "xlf"),
    ] {
        let path = folder.path().join(format!("colleague.{wrong}"));
        export(&mut harness, button, &path);
        harness.get_by_label_contains("The extension sets the format");
        let go = harness.get_by_role_and_label(Role::Button, "Export");
        assert!(go.accesskit_node().is_disabled(), "{button} as {wrong}");
        harness.key_press(Key::Enter);
        harness.run();
        assert!(!path.exists(), "{button} as {wrong}");
        harness.key_press(Key::Escape);
        harness.run();
    }
}

#[test]
fn a_name_that_the_desktops_dialog_gives_is_seen_before_it_is_used_for_another_kind() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let chosen = folder.path().join("colleague.doc");
    let mut harness = window_with(&folder.path().join("Beckon"), Chosen::File(chosen.clone()));
    export(&mut harness, "Web page", &folder.path().join("mine"));
    harness.get_by_role_and_label(Role::Button, "Choose…").click();
    harness.run();
    harness.get_by_label_contains("The extension sets the format");
    assert!(!chosen.exists());
}

#[test]
fn a_file_is_written_where_the_path_says_however_quickly_it_is_typed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window_with(&folder.path().join("Beckon"), Chosen::Cancelled);
    let (first, lost) = (folder.path().join("first.html"), folder.path().join("no/lost.html"));
    let second = folder.path().join("second.html");
    export(&mut harness, "Web page", &first);
    // All of it in one frame, as on a busy machine.
    let type_and_enter = |harness: &mut Harness<'_, State>, path: &Path| {
        harness.get_by_role_and_label(Role::TextInput, "File").focus();
        harness.run();
        let key = |key, modifiers| egui::Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let typed = egui::Event::Text(path.display().to_string());
        let events = [key(Key::A, Modifiers::COMMAND), typed, key(Key::Enter, Modifiers::NONE)];
        harness.input_mut().events.extend(events);
        harness.run();
    };
    type_and_enter(&mut harness, &lost);
    harness.run();
    assert!(!first.exists() && !lost.exists());
    harness.get_by_label_contains("This folder does not exist");
    type_and_enter(&mut harness, &second);
    harness.run();
    assert!(second.exists() && !first.exists());
}

#[test]
fn a_desktop_without_file_dialogs_says_so_and_takes_a_path() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window_with(&folder.path().join("Beckon"), Chosen::NoDialog);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run();
    harness.get_by_label_contains("This desktop has no file dialog");
    assert!(harness.query_by_role_and_label(Role::Button, "Choose…").is_none());
}

#[test]
fn a_change_is_undone_redone_and_saved_by_itself() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    let title = harness.state().title();
    harness.get_by_role_and_label(Role::Tab, "Message").click();
    harness.run();
    fill(&mut harness, "Title", "Hello");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().title(), title);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    harness.run();
    assert_eq!(harness.state().title(), "Hello");
    harness.run_steps(12);
    let session = harness.state().app().session().expect("a campaign is open");
    assert!(!session.is_unsaved());
    let stored = Library::load(session.path()).expect("the file can be read");
    assert_eq!(stored.campaign.content.title.as_deref(), Some("Hello"));
}

#[test]
fn a_campaign_is_made_copied_renamed_deleted_and_brought_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    harness.get_by_role_and_label(Role::Button, "New campaign").click();
    harness.run();
    keep_picture(&mut harness, "new");
    harness.get_by_role_and_label(Role::Button, "Start blank").click();
    harness.run();
    fill(&mut harness, "Name", "Spring sale");
    harness.get_by_role_and_label(Role::Button, "Rename").click();
    harness.run();
    harness.get_by_role_and_label(Role::ListItem, "Spring sale");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.run();
    harness.get_by_role_and_label(Role::ListItem, "Spring sale (copy)");
    harness.key_press(Key::F2);
    harness.run();
    fill(&mut harness, "Name", "Summer sale");
    harness.get_by_role_and_label(Role::Button, "Rename").click();
    harness.run();
    harness.get_by_role_and_label(Role::ListItem, "Summer sale");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Delete);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::ListItem, "Summer sale").is_none());
    keep_picture(&mut harness, "deleted");
    harness
        .get_all_by_role_and_label(Role::Button, "Undo")
        .last()
        .expect("a way back")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::ListItem, "Summer sale");
}

#[test]
fn the_preview_stands_on_the_users_own_site() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(&folder.path().join("Beckon"));
    harness
        .get_by_role_and_label(Role::Button, "Site in the preview")
        .click();
    harness.run();
    fill(&mut harness, "Hex code", "#0d9488");
    harness.get_by_role_and_label(Role::RadioButton, "Corner: Left").click();
    harness.run();
    keep_picture(&mut harness, "your-site");
    let site = harness.state().app().site();
    assert_eq!(
        (site.brand.color().to_string().as_str(), site.brand.corner()),
        ("#0d9488", Corner::Left)
    );

    let screenshot = folder.path().join("site.png");
    image::RgbaImage::from_pixel(1280, 400, image::Rgba([250, 240, 220, 255]))
        .save(&screenshot)
        .expect("the folder is writable");
    harness
        .get_by_role_and_label(Role::MenuItem, "My own screenshot…")
        .click();
    harness.run();
    fill(&mut harness, "File", &screenshot.display().to_string());
    harness.get_by_role_and_label(Role::Button, "Use screenshot").click();
    harness.run();
    keep_picture(&mut harness, "your-screenshot");
    assert!(matches!(harness.state().app().site().backdrop, Backdrop::Screenshot(_)));
}

#[test]
fn a_colour_of_the_site_changes_nothing_that_others_wrote_into_its_document() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = folder.path().join("Beckon");
    let file = library.join("site.json");
    let document = |address: &str, radius: u32| {
        format!(
            r##"{{ "format": "beckon.site", "version": 1, "addresses": [{address}], "look": {{ "color": "#4f46e5", "radius": {radius} }} }}"##
        )
    };
    std::fs::create_dir_all(&library).expect("the folder can be made");
    std::fs::write(&file, document("", 20)).expect("the file can be written");
    let mut harness = window(&library);
    let theirs = document("\"https://www.example.com\"", 4);
    std::fs::write(&file, theirs).expect("the file can be written");
    harness
        .get_by_role_and_label(Role::Button, "Site in the preview")
        .click();
    harness.run();
    fill(&mut harness, "Hex code", "#0d9488");
    let site = beckon::library::read_site(&file).expect("it can be read");
    assert_eq!(site.addresses, ["https://www.example.com"]);
    let look = [LookKey::Color, LookKey::Radius].map(|key| site.look.get(key).cloned());
    assert_eq!(look, [Some("#0d9488".into()), Some(4.into())]);
    // What they wrote is what the window shows.
    let shown = &harness.state().app().site().brand.look;
    assert_eq!(shown.get(LookKey::Radius), Some(&4.into()));
}

#[test]
fn everything_is_found_in_the_palette() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness
        .get_by_label("Type a command or a campaign’s name")
        .type_text("phone");
    harness.run();
    keep_picture(&mut harness, "palette");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.query_by_label("Type a command or a campaign’s name").is_none());
}

#[test]
fn work_that_was_not_saved_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = {
        let mut harness = window(folder.path());
        harness.get_by_role_and_label(Role::Tab, "Message").click();
        harness.run();
        let session = |harness: &Harness<'_, State>| harness.state().app().session().expect("open").path().to_owned();
        let path = session(&harness);
        let mut campaign = Library::load(&path).expect("the file can be read").campaign;
        campaign.content.title = Some("Kept".to_owned());
        let hash = Library::load(&path).expect("the file can be read").tag.hash;
        harness
            .state()
            .library
            .recovery()
            .note(&path, Some(hash), &campaign)
            .expect("a note of unsaved work");
        path
    };
    let mut harness = window(folder.path());
    harness.get_by_label("Unsaved work was found");
    harness.get_by_role_and_label(Role::Button, "Bring back").click();
    harness.run();
    let stored = Library::load(&path).expect("the file can be read");
    assert_eq!(stored.campaign.content.title.as_deref(), Some("Kept"));
}
