//! A picture of the app's own window without a window: for the tour, the README and machines without a display.

#![expect(clippy::disallowed_methods, reason = "there is no window")]

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use egui::Theme;
use thiserror::Error;

use super::example::{launched_before, nobody_sees, tested};
use crate::{
    campaign::Campaign,
    desktop::{
        app::{App, DiagnosticsSetup, Setup, Work},
        soft::{Picture, picture_of},
    },
    library::{Library, LibraryError, SAMPLES},
    studio::{
        choosing::{Chosen, FixedChooser},
        clock::Clock,
        command::Command,
        editor_step::EditorStep,
        publishing::{PublishingSetup, Snapshot},
        settings::{Appearance, Settings},
    },
    visitor::JourneyPreset,
    wording::text::Language,
};

/// Frames until all immediate results have arrived.
const FRAMES: usize = 4;

/// The same for a journey: the campaigns are read, then it is played.
const JOURNEY_FRAMES: usize = 6;

/// What the picture shows.
#[derive(Debug, Clone)]
pub struct WindowPicture {
    /// The folder of campaigns.
    pub library: PathBuf,
    /// The campaign that is open; without one, the first.
    pub campaign: Option<PathBuf>,
    /// The step of the editor.
    pub step: EditorStep,
    /// Width and height in points.
    pub size: [f32; 2],
    /// Physical pixels per point.
    pub scale: f32,
    /// Light or dark.
    pub dark: bool,
    /// The language.
    pub language: Language,
    /// The instant that the app takes for now.
    pub now: DateTime<Utc>,
    /// What is published, as far as the window shows it.
    pub published: Snapshot,
    /// The open campaign as changed by the user; `None` if it equals its file.
    pub edited: Option<Box<Campaign>>,
    /// What the user has asked for.
    pub asked: Vec<Command>,
    /// The journey that is shown instead of the visitor, and where its playhead is, in seconds after the start.
    pub journey: Option<(JourneyPreset, f64)>,
}

/// Why there is no picture.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The folder cannot be opened.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// The picture cannot be written as PNG.
    #[error("the picture cannot be written as PNG: {0}")]
    Png(#[from] image::ImageError),
}

/// Pictures of the window for the tour: each step of the editor on the first sample, the last one also after a launch, what is
/// asked about visitors, the checks of the whole library, what a new campaign begins with, and the dark theme. Name and PNG of each.
///
/// # Errors
/// When the library's folder cannot be opened.
pub fn window_shots(library: &Path) -> Result<Vec<(String, Vec<u8>)>, PictureError> {
    let first = SAMPLES
        .first()
        .map(|sample| library.join(sample.file))
        .filter(|file| file.is_file());
    let light = WindowPicture {
        library: library.to_owned(),
        campaign: first,
        step: EditorStep::Audience,
        size: [1440.0, 900.0],
        scale: 1.0,
        dark: false,
        language: Language::ENGLISH,
        now: crate::clock::now(),
        published: Snapshot::default(),
        edited: None,
        asked: Vec::new(),
        journey: None,
    };
    let shots = [
        ("audience", light.clone()),
        (
            "message",
            WindowPicture {
                step: EditorStep::Message,
                ..light.clone()
            },
        ),
        (
            "review",
            WindowPicture {
                step: EditorStep::Review,
                ..light.clone()
            },
        ),
        (
            "launch",
            WindowPicture {
                step: EditorStep::Review,
                published: launched(&light),
                ..light.clone()
            },
        ),
        (
            "change",
            WindowPicture {
                campaign: sample(library, "reminder"),
                asked: vec![Command::NearestChange],
                ..light.clone()
            },
        ),
        (
            "nobody",
            WindowPicture {
                edited: open(&light).map(|campaign| Box::new(nobody_sees(campaign))),
                asked: vec![Command::FindVisitor],
                ..light.clone()
            },
        ),
        (
            "journey",
            WindowPicture {
                journey: Some((JourneyPreset::ReturnsTomorrow, 4.0)),
                ..light.clone()
            },
        ),
        (
            "reach",
            WindowPicture {
                asked: vec![Command::Reach],
                ..light.clone()
            },
        ),
        (
            "checks",
            WindowPicture {
                edited: open(&light).map(|campaign| Box::new(tested(campaign))),
                asked: vec![Command::Checks],
                ..light.clone()
            },
        ),
        (
            "site",
            WindowPicture {
                asked: vec![Command::Site],
                ..light.clone()
            },
        ),
        (
            "sheet",
            WindowPicture {
                campaign: sample(library, "reminder").or_else(|| light.campaign.clone()),
                asked: vec![Command::Sheet],
                ..light.clone()
            },
        ),
        (
            "start",
            WindowPicture {
                asked: vec![Command::NewCampaign],
                ..light.clone()
            },
        ),
        ("audience-dark", WindowPicture { dark: true, ..light }),
    ];
    shots
        .into_iter()
        .map(|(name, wanted)| Ok((name.to_owned(), picture_of_window(&wanted)?.to_png()?)))
        .collect()
}

/// Returns the open campaign as if it had been launched and changed since.
fn launched(wanted: &WindowPicture) -> Snapshot {
    open(wanted)
        .map(|campaign| launched_before(&campaign))
        .unwrap_or_default()
}

/// The campaign that is open in the picture.
fn open(wanted: &WindowPicture) -> Option<Campaign> {
    let path = wanted.campaign.as_ref()?;
    Library::load(path).ok().map(|stored| stored.campaign)
}

/// The sample of this name, if it is in the library.
fn sample(library: &Path, name: &str) -> Option<PathBuf> {
    Some(library.join(format!("{name}.campaign.json"))).filter(|file| file.is_file())
}

/// Draws the app's window, without needing a display or a graphics card. Nothing is written, whatever the picture shows.
///
/// # Errors
/// When the library's folder cannot be opened.
pub fn picture_of_window(wanted: &WindowPicture) -> Result<Picture, PictureError> {
    let library = Library::open(&wanted.library)?;
    let theme = if wanted.dark { Theme::Dark } else { Theme::Light };
    let mut settings = Settings::forgetful();
    settings.set_theme(if wanted.dark {
        Appearance::Dark
    } else {
        Appearance::Light
    });
    settings.set_language(wanted.language);
    let setup = Setup {
        library,
        open: wanted.campaign.clone(),
        bring: Vec::new(),
        settings,
        chooser: Arc::new(FixedChooser(Chosen::Cancelled)),
        clock: Clock::Still(wanted.now),
        work: Work::Picture,
        publishing: PublishingSetup::pictured(wanted.published.clone()),
        diagnostics: DiagnosticsSetup::default(),
    };
    let mut setup = Some(setup);
    let mut app = None;
    let picture = picture_of(
        wanted.size,
        wanted.scale,
        theme,
        if wanted.journey.is_some() {
            JOURNEY_FRAMES
        } else {
            FRAMES
        },
        |_| {},
        |ui| {
            if let Some(setup) = setup.take() {
                let mut new = App::new(ui.ctx(), setup);
                new.show_step(wanted.step);
                new.go_on(wanted.edited.as_deref(), &wanted.asked);
                if let Some((preset, at)) = wanted.journey {
                    new.show_journey(preset, at);
                }
                app = Some(new);
            }
            if let Some(app) = &mut app {
                app.think(ui.ctx());
                app.draw(ui);
            }
        },
    );
    Ok(picture)
}
