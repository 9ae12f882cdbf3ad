//! Pictures of the whole window without a display: every step, both themes, three sizes. They are kept for people to look at.

use std::path::{Path, PathBuf};

use beckon::{
    desktop::{WindowPicture, launched_before, picture_of_window, testing::Picture, window_shots},
    library::Library,
    studio::{editor_step::EditorStep, publishing::Snapshot},
    visitor::JourneyPreset,
    wording::text::Language,
};
use chrono::{TimeZone, Utc};

fn library() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("Beckon");
    Library::open(&path)
        .and_then(|library| library.add_samples())
        .expect("the samples can be written");
    (folder, path)
}

fn wanted(library: &Path) -> WindowPicture {
    WindowPicture {
        library: library.to_owned(),
        campaign: None,
        step: EditorStep::Audience,
        size: [1440.0, 900.0],
        scale: 1.0,
        dark: false,
        language: Language::ENGLISH,
        now: Utc
            .with_ymd_and_hms(2026, 11, 22, 10, 0, 0)
            .single()
            .expect("a real instant"),
        published: Snapshot::default(),
        edited: None,
        asked: Vec::new(),
        journey: None,
    }
}

fn keep(picture: &Picture, name: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window");
    std::fs::create_dir_all(&folder).expect("the folder for test output can be made");
    let image = image::RgbaImage::from_raw(picture.width, picture.height, picture.rgba.clone()).expect("its own size");
    image
        .save(folder.join(format!("{name}.png")))
        .expect("the picture can be written");
}

fn draw(wanted: &WindowPicture, name: &str) -> Picture {
    let picture = picture_of_window(wanted).expect("the window can be drawn");
    keep(&picture, name);
    picture
}

#[test]
fn every_step_is_drawn_in_both_themes() {
    let (_keep, path) = library();
    for (step, name) in [
        (EditorStep::Audience, "audience"),
        (EditorStep::Message, "message"),
        (EditorStep::Review, "review"),
    ] {
        for dark in [false, true] {
            let theme = if dark { "dark" } else { "light" };
            let picture = draw(
                &WindowPicture {
                    step,
                    dark,
                    ..wanted(&path)
                },
                &format!("{name}-{theme}"),
            );
            assert_eq!((picture.width, picture.height), (1440, 900));
        }
    }
}

#[test]
fn small_and_large_windows_are_drawn() {
    let (_keep, path) = library();
    draw(
        &WindowPicture {
            size: [1024.0, 700.0],
            ..wanted(&path)
        },
        "audience-1024",
    );
    draw(
        &WindowPicture {
            size: [1024.0, 700.0],
            step: EditorStep::Message,
            ..wanted(&path)
        },
        "message-1024",
    );
    draw(
        &WindowPicture {
            size: [1920.0, 1200.0],
            ..wanted(&path)
        },
        "audience-1920",
    );
    draw(
        &WindowPicture {
            language: Language::TURKISH,
            ..wanted(&path)
        },
        "audience-turkish",
    );
}

#[test]
fn the_same_window_gives_the_same_picture() {
    let (_keep, path) = library();
    assert!(draw(&wanted(&path), "once") == draw(&wanted(&path), "again"));
}

#[test]
fn the_tour_shows_a_launched_campaign_next_to_its_draft() {
    let (_keep, path) = library();
    let sample = || std::fs::read(path.join(beckon::library::SAMPLES[0].file)).expect("the sample is there");
    let before = sample();
    let shots = window_shots(&path).expect("the window can be drawn");
    assert!(sample() == before, "nothing of what was tried is kept");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window");
    for (name, png) in &shots {
        std::fs::write(folder.join(format!("tour-{name}.png")), png).expect("the picture can be written");
    }
    let png = |wanted: &str| {
        &shots
            .iter()
            .find(|(name, _)| name == wanted)
            .expect("the picture is there")
            .1
    };
    assert!(png("launch") != png("review"), "what was launched is shown");
    assert!(png("nobody") != png("audience"), "what was asked is shown");
}

#[test]
fn a_launched_campaign_is_drawn_in_every_look() {
    let (_keep, path) = library();
    let first = path.join(beckon::library::SAMPLES[0].file);
    let published = launched_before(&Library::load(&first).expect("the sample can be read").campaign);
    for (name, size, dark, language) in [
        ("launched-small", [1000.0, 700.0], false, Language::ENGLISH),
        ("launched-dark-turkish", [1440.0, 1100.0], true, Language::TURKISH),
        ("launched-large", [1920.0, 1200.0], false, Language::ENGLISH),
    ] {
        draw(
            &WindowPicture {
                campaign: Some(first.clone()),
                step: EditorStep::Review,
                published: published.clone(),
                size,
                dark,
                language,
                ..wanted(&path)
            },
            name,
        );
    }
}

#[test]
fn the_journey_is_drawn_in_every_look() {
    let (_keep, path) = library();
    use JourneyPreset::{AboutToLeave, BackOnPhone, FirstVisit, ReadsToEnd, ReturnsTomorrow};
    let campaign = |index: usize| Some(path.join(beckon::library::SAMPLES[index].file));
    for (name, size, dark, language, open, journey) in [
        (
            "light",
            [1440.0, 900.0],
            false,
            Language::ENGLISH,
            0,
            (ReturnsTomorrow, 4.0),
        ),
        ("dark", [1440.0, 900.0], true, Language::ENGLISH, 0, (FirstVisit, 1.0)),
        (
            "turkish",
            [1440.0, 900.0],
            false,
            Language::TURKISH,
            1,
            (ReturnsTomorrow, 86_417.0),
        ),
        (
            "small",
            [1000.0, 640.0],
            false,
            Language::ENGLISH,
            2,
            (AboutToLeave, 13.0),
        ),
        (
            "small-turkish",
            [1000.0, 700.0],
            true,
            Language::TURKISH,
            3,
            (ReadsToEnd, 12.0),
        ),
        (
            "large",
            [1920.0, 1080.0],
            false,
            Language::ENGLISH,
            1,
            (BackOnPhone, 10.0),
        ),
    ] {
        let wanted = WindowPicture {
            campaign: campaign(open),
            size,
            dark,
            language,
            journey: Some(journey),
            ..wanted(&path)
        };
        draw(&wanted, &format!("journey-{name}"));
    }
}
