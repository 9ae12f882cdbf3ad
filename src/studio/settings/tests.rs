//! What is remembered, and what is made of a file that somebody else wrote.

use super::*;
use crate::{growth::grows_as_its_input, studio::inspector};

#[test]
fn the_desktop_chooses_the_language_until_somebody_does() {
    type Variables = [(&'static str, &'static str)];
    let chosen = |variables: &Variables| {
        let variable = |wanted: &str| variables.iter().find(|(name, _)| *name == wanted);
        of_desktop(|name| variable(name).map(|(_, value)| (*value).to_owned())).map(Language::tag)
    };
    let cases: [(&Variables, Option<&str>); 6] = [
        (&[("LANG", "tr_TR.UTF-8")], Some("tr")),
        (&[("LC_ALL", ""), ("LANG", "tr_TR.UTF-8")], Some("tr")),
        (&[("LC_MESSAGES", "en_GB.UTF-8"), ("LANG", "tr_TR.UTF-8")], Some("en")),
        (&[("LC_ALL", "C"), ("LANG", "tr_TR.UTF-8")], None),
        (&[("LANG", "de_DE.UTF-8")], None),
        (&[], None),
    ];
    for (variables, language) in cases {
        assert_eq!(chosen(variables), language, "{variables:?}");
    }
}

#[test]
fn settings_of_any_content_are_read_in_the_time_that_their_size_asks_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let written = |count: usize| {
        let keys: Vec<String> = (0..count).map(|number| format!(r#""k{number}":{number}"#)).collect();
        let file = folder.path().join(format!("{count}.json"));
        fs::write(&file, format!("{{{}}}", keys.join(","))).expect("written");
        file
    };
    grows_as_its_input("settings", 8_000, written, |file| {
        assert!(!Settings::of_file(Some(file.clone())).all.is_empty());
    });
}

#[test]
fn the_newest_libraries_are_remembered_once_each() {
    let mut settings = Settings::forgetful();
    assert!(settings.libraries().is_empty());
    let folder = |number: usize| PathBuf::from(format!("/libraries/{number}"));
    (0..LIBRARIES + 2).for_each(|number| settings.note_library(&folder(number)));
    settings.note_library(&folder(5));
    let libraries = settings.libraries();
    assert_eq!(libraries.len(), LIBRARIES);
    assert_eq!((&libraries[0], &libraries[1]), (&folder(5), &folder(LIBRARIES + 1)));
    assert_eq!(libraries.iter().filter(|library| **library == folder(5)).count(), 1);
}

#[test]
fn what_the_list_is_narrowed_to_is_remembered_but_not_what_was_searched_for() {
    let mut settings = Settings::forgetful();
    assert_eq!(settings.filter(), Filter::default());
    let filter = Filter {
        wanted: "sale".to_owned(),
        status: Some(Status::Live),
        label: Some("Winter".to_owned()),
        sort: Sort::Priority,
    };
    settings.set_filter(&filter);
    let wanted = String::new();
    assert_eq!(settings.filter(), Filter { wanted, ..filter });
    settings.set_filter(&Filter::default());
    assert_eq!(settings.filter(), Filter::default());
}

#[test]
fn the_parts_of_the_window_and_its_size_are_remembered() {
    let mut settings = Settings::forgetful();
    assert_eq!(settings.shell(), ShellChoice::default());
    assert_eq!((settings.window(), settings.zoom()), (None, shell::USUAL_ZOOM));
    let choice = ShellChoice {
        library: Some(240.0),
        folded: true,
        side: Some(500.0),
        side_hidden: true,
        drawer_hidden: true,
        visitor: Some(200.0),
        journey: None,
        fields: Some(400.0),
        visitor_shown: true,
    };
    settings.set_shell(&choice);
    settings.set_zoom(160);
    assert_eq!(settings.shell(), choice);
    assert_eq!(settings.zoom(), 160);
    settings.set_shell(&ShellChoice::default());
    assert_eq!(settings.shell(), ShellChoice::default());
}

#[test]
fn the_folded_sections_are_remembered() {
    let mut settings = Settings::forgetful();
    assert_eq!(settings.folds(), Folds::default());
    let mut folds = Folds::default();
    folds.on(inspector::Event::Turn(Section::Motion), Section::ALL);
    settings.set_folds(&folds);
    assert_eq!(settings.folds(), folds);
    settings.set_folds(&Folds::default());
    assert_eq!(settings.folds(), Folds::default());
}

#[test]
fn the_order_of_the_list_is_remembered() {
    let mut settings = Settings::forgetful();
    assert_eq!(settings.sort(), Sort::Name);
    for sort in Sort::ALL.iter().copied() {
        settings.set_sort(sort);
        assert_eq!(settings.sort(), sort);
    }
    settings.put("library_sort", "colour".into());
    assert_eq!(settings.sort(), Sort::Name);
}

#[test]
fn a_window_comes_back_as_it_stood() {
    let size = [1280.0, 720.0];
    // (how it stood, one after the other; what is remembered)
    let cases: [(&[WindowStands], _); 5] = [
        (&[WindowStands::Free(size)], Some((size, false))),
        (&[WindowStands::Free(size), WindowStands::Maximized], Some((size, true))),
        (&[WindowStands::Maximized], Some((USUAL_WINDOW, true))),
        (
            &[WindowStands::Maximized, WindowStands::Free(size)],
            Some((size, false)),
        ),
        (&[WindowStands::Away], None),
    ];
    for (stood, expected) in cases {
        let mut settings = Settings::forgetful();
        for stands in stood.iter().chain([&WindowStands::Away]) {
            settings.note_window(*stands);
        }
        let found = settings.window().map(|window| (window.size, window.maximized));
        assert_eq!(found, expected, "{stood:?}");
    }
}

#[test]
fn sizes_that_make_no_sense_are_not_taken() {
    let mut settings = Settings::forgetful();
    settings.put("window_height", 900.into());
    for value in [Value::from(-5.0), "wide".into(), Value::Null, 0.into(), 100_000.into()] {
        settings.put("library_width", value.clone());
        settings.put("window_width", value.clone());
        settings.put("interface_zoom", value.clone());
        assert_eq!(settings.shell(), ShellChoice::default(), "{value}");
        assert_eq!(settings.window(), None, "{value}");
        assert!((80..=200).contains(&settings.zoom()), "{value}");
    }
}

#[test]
fn missing_opengl_is_said_once() {
    let mut settings = Settings::forgetful();
    assert!(settings.note_missing_opengl());
    assert!(!settings.note_missing_opengl());
}

/// Opening a pipe that nobody writes to would wait forever, and this test with it.
#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_the_settings_holds_up_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("settings.json");
    let made = std::process::Command::new("mkfifo").arg(&file).status();
    assert!(made.expect("mkfifo starts").success());
    let mut settings = Settings::of_file(Some(file));
    assert_eq!(settings.last_open(), None);
    settings.set_last_open(Path::new("b.campaign.json"));
    settings.set_last_open(Path::new("a.campaign.json"));
    settings.set_last_open(Path::new("b.campaign.json"));
    settings.set_last_open(Path::new("a.campaign.json"));
    assert_eq!(
        settings.recent(),
        ["a.campaign.json", "b.campaign.json"].map(PathBuf::from),
        "each once, the last one first"
    );
    assert!(
        settings.last_open().is_some(),
        "it is remembered as long as the app runs"
    );
}
