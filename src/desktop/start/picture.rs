//! A picture of the app's own window without a window: for the tour, the README and machines without a display.

use std::{path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};
use egui::{Theme, ThemePreference};
use thiserror::Error;

use crate::{
    desktop::{
        app::{App, Setup},
        chooser::FixedChooser,
        clock::Clock,
        editor_step::EditorStep,
        settings::Settings,
        soft::{Picture, picture_of},
    },
    library::{Library, LibraryError},
    wording::text::Language,
};

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
}

/// Why there is no picture.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The folder cannot be opened.
    #[error(transparent)]
    Library(#[from] LibraryError),
}

/// Draws the app's window, without needing a display or a graphics card.
///
/// # Errors
/// When the library's folder cannot be opened.
pub fn picture_of_window(wanted: &WindowPicture) -> Result<Picture, PictureError> {
    let library = Library::open(&wanted.library)?;
    let theme = if wanted.dark { Theme::Dark } else { Theme::Light };
    let mut settings = Settings::forgetful();
    settings.set_theme(if wanted.dark {
        ThemePreference::Dark
    } else {
        ThemePreference::Light
    });
    settings.set_language(wanted.language);
    let setup = Setup {
        library,
        open: wanted.campaign.clone(),
        settings,
        chooser: Arc::new(FixedChooser(None)),
        clock: Clock::Still(wanted.now),
        at_once: true,
    };
    let mut setup = Some(setup);
    let mut app = None;
    let picture = picture_of(
        wanted.size,
        wanted.scale,
        theme,
        4,
        |_| {},
        |ui| {
            if let Some(setup) = setup.take() {
                let mut new = App::new(ui.ctx(), setup);
                new.show_step(wanted.step);
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
