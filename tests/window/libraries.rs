//! Settings on one page, another library in the same window, and files that come from elsewhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use beckon::{
    desktop::testing::{App, DiagnosticsSetup, DrawnBy, Setup},
    library::Library,
    studio::{
        choosing::{Chosen, FixedChooser},
        settings::{Appearance, Settings},
    },
    wording::text::Language,
};
use egui::{Key, Modifiers, Role, Theme, Ui};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};

use crate::support::{self, fill, keep_picture};

type Window = Harness<'static, Option<App>>;

/// How the window is opened.
#[derive(Default)]
struct Opening {
    language: Language,
    dark: bool,
    bring: Vec<PathBuf>,
    libraries: Vec<PathBuf>,
    size: Option<[f32; 2]>,
}

/// Opens the window on the samples in `folder/Beckon`.
fn open(folder: &Path, opening: Opening) -> Window {
    let library = Library::open_with_rescue(folder.join("Beckon"), None).expect("a library");
    let mut settings = Settings::forgetful();
    settings.set_language(opening.language);
    settings.set_theme(if opening.dark {
        Appearance::Dark
    } else {
        Appearance::Light
    });
    opening
        .libraries
        .iter()
        .for_each(|library| settings.note_library(library));
    let mut setup = Some(Setup {
        settings,
        bring: opening.bring,
        chooser: Arc::new(FixedChooser(Chosen::NoDialog)),
        diagnostics: DiagnosticsSetup {
            logs: Some("/home/ayse/.local/state/beckon".into()),
            drawn_by: DrawnBy::OpenGl {
                name: "OpenGL 4.5 of this test".to_owned(),
                accelerated: true,
            },
        },
        ..support::setup(library)
    });
    let draw = move |ui: &mut Ui, app: &mut Option<App>| support::show(ui, app, &mut setup);
    let theme = if opening.dark { Theme::Dark } else { Theme::Light };
    support::window((opening.size.unwrap_or([1440.0, 900.0]), theme, 60), None, draw)
}

fn app(harness: &Window) -> &App {
    harness.state().as_ref().expect("the app runs")
}

/// The names in the list of campaigns.
fn names(harness: &Window) -> Vec<String> {
    app(harness)
        .shelf()
        .items()
        .iter()
        .map(|item| item.name.clone())
        .collect()
}

fn open_name(harness: &Window) -> String {
    app(harness)
        .session()
        .expect("a campaign is open")
        .campaign()
        .name
        .clone()
}

fn press(harness: &mut Window, name: &str) {
    support::press(harness, Role::Button, name);
}

fn show_settings(harness: &mut Window) {
    harness.key_press_modifiers(Modifiers::ALT, Key::Comma);
    harness.run();
}

/// Writes a campaign file of this name.
fn campaign(file: &Path, name: &str) {
    let text = format!(
        r#"{{ "format": "beckon.campaign", "version": 1, "id": "0193a1b2-7c00-7000-8000-000000000042", "name": "{name}" }}"#
    );
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("written");
}

#[test]
fn the_settings_are_one_page_that_takes_effect_at_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let libraries = vec![
        PathBuf::from("/home/ayse/Documents/Shop"),
        PathBuf::from(
            "/home/ayse/Documents/A folder with a long name/of a team that has many campaigns/for many sites",
        ),
    ];
    let opening = Opening {
        libraries: libraries.clone(),
        ..Opening::default()
    };
    let mut harness = open(folder.path(), opening);
    show_settings(&mut harness);
    keep_picture(&mut harness, "settings");
    harness.get_by_label_contains("OpenGL 4.5 of this test");
    harness.get_by_label_contains("/home/ayse/.local/state/beckon");
    harness.get_by_label("/home/ayse/Documents/Shop");
    harness.get_by_label("Language: Türkçe").click();
    harness.run();
    keep_picture(&mut harness, "settings-turkish");
    assert_eq!(app(&harness).text().language(), Language::TURKISH);
    harness.get_by_label("Tema: Koyu").click();
    harness.run();
    keep_picture(&mut harness, "settings-turkish-dark");
    assert!(harness.ctx.global_style().visuals.dark_mode);
    press(&mut harness, "Kapat");
    assert!(harness.query_by_label("Dil: Türkçe").is_none());

    let small = Opening {
        libraries,
        size: Some([960.0, 640.0]),
        ..Opening::default()
    };
    let mut harness = open(folder.path(), small);
    show_settings(&mut harness);
    keep_picture(&mut harness, "settings-small");
}

#[test]
fn another_library_opens_in_the_same_window_after_everything_is_saved() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let other = folder.path().join("Team");
    campaign(&other.join("spring.campaign.json"), "Spring");
    let mut harness = open(folder.path(), Opening::default());
    let edited = app(&harness).session().expect("a campaign is open").path().to_owned();
    support::press(&mut harness, Role::Tab, "Message");
    fill(&mut harness, "Title", "Typed just before");

    show_settings(&mut harness);
    press(&mut harness, "Open another library");
    harness.get_by_label_contains("xdg-desktop-portal");
    keep_picture(&mut harness, "library-dialog");
    fill(&mut harness, "Folder", &other.display().to_string());
    press(&mut harness, "Open");
    harness.run_steps(6);
    assert_eq!(names(&harness), ["Spring"]);
    assert_eq!(open_name(&harness), "Spring");
    let saved = Library::load(&edited).expect("it can be read").campaign;
    assert_eq!(saved.content.title.as_deref(), Some("Typed just before"));

    // The one before is offered, and opens again as it was left.
    show_settings(&mut harness);
    let before = folder.path().join("Beckon").display().to_string();
    let shown = harness
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label());
    let back = shown
        .into_iter()
        .find(|label| before.ends_with(label.rsplit('…').next().unwrap_or(label)));
    press(&mut harness, &back.expect("the library before is offered"));
    harness.run_steps(6);
    assert!(names(&harness).len() > 5);
}

#[test]
fn a_folder_that_cannot_be_a_library_changes_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("a file");
    fs::write(&file, "").expect("written");
    let mut harness = open(folder.path(), Opening::default());
    let before = names(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
    harness.run();
    fill(&mut harness, "Folder", &file.display().to_string());
    harness.get_by_label_contains("This is a file");
    press(&mut harness, "Cancel");
    assert_eq!(names(&harness), before);
}

#[test]
fn a_file_from_elsewhere_is_copied_once_and_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let download = folder.path().join("downloads/spring.campaign.json");
    campaign(&download, "Spring");
    let bytes = fs::read(&download).expect("it is there");
    let bring = || Opening {
        bring: vec![download.clone()],
        ..Opening::default()
    };
    let mut harness = open(folder.path(), bring());
    assert_eq!(open_name(&harness), "Spring");
    harness.get_by_label_contains("was copied into your library");
    keep_picture(&mut harness, "brought");
    let copy = app(&harness).session().expect("a campaign is open").path().to_owned();
    assert_eq!(copy.parent(), Some(folder.path().join("Beckon").as_path()));
    assert!(!folder.path().join("downloads/.beckon").exists());
    assert_eq!(fs::read(&download).expect("it is there"), bytes);
    let campaigns = names(&harness).len();
    drop(harness);

    let again = open(folder.path(), bring());
    assert_eq!(open_name(&again), "Spring");
    assert_eq!(names(&again).len(), campaigns, "it was there already");
}

#[test]
fn a_damaged_file_from_elsewhere_is_explained_and_the_library_opens() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let download = folder.path().join("downloads/broken.campaign.json");
    campaign(&download, "Broken");
    fs::write(&download, "{ \"format\": ").expect("written");
    let opening = Opening {
        bring: vec![download],
        ..Opening::default()
    };
    let mut harness = open(folder.path(), opening);
    keep_picture(&mut harness, "brought-damaged");
    assert!(app(&harness).session().is_some(), "the library's own campaign is open");
    harness.get_by_label_contains("broken.campaign.json");
}
