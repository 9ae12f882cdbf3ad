//! Opening the window: what it needs first, and what to report when that is missing.

mod example;
mod libraries;
mod picture;
mod processor;
mod run;

use std::path::PathBuf;

use thiserror::Error;

pub use example::launched_before;
pub use libraries::MissingLibrary;
pub use picture::{WindowPicture, picture_of_window, window_shots};
pub use run::run;

use crate::library::LibraryError;

/// What the window opens with.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The folder of campaigns; without one, the user's own library.
    pub library: Option<PathBuf>,
    /// The files to open; without one, the campaign that was open last.
    pub campaigns: Vec<PathBuf>,
}

/// Why there is no window.
#[derive(Debug, Error)]
pub enum StartError {
    /// Neither an X11 nor a Wayland display is there.
    #[error("no display found: neither WAYLAND_DISPLAY nor DISPLAY is set")]
    NoDisplay,
    /// A library that the window needs is not installed.
    #[error("{0}")]
    MissingLibrary(#[from] MissingLibrary),
    /// The system has no home folder for this user.
    #[error("no home folder found for this user")]
    NoHome,
    /// The library's folder cannot be opened.
    #[error("{0}")]
    Library(#[from] LibraryError),
    /// The window system refused.
    #[error("the window could not be opened: {0}")]
    Window(String),
}

impl StartError {
    /// The word for it in the log.
    fn id(&self) -> &'static str {
        match self {
            Self::NoDisplay => "no-display",
            Self::MissingLibrary(_) => "missing-library",
            Self::NoHome => "no-home",
            Self::Library(error) => error.kind.id(),
            Self::Window(_) => "window",
        }
    }

    /// What to do about it, in one line.
    pub fn hint(&self) -> String {
        match self {
            Self::NoDisplay => "start it on a desktop, or see the main job without one: beckon tour".to_owned(),
            Self::MissingLibrary(missing) => missing.hint(),
            Self::NoHome => "set HOME, or name a folder with BECKON_LIBRARY".to_owned(),
            Self::Library(error) => error.hint().to_owned(),
            Self::Window(_) => {
                "check that the display answers (xdpyinfo) and that libgl1-mesa-dri is installed; without a display: beckon tour"
                    .to_owned()
            }
        }
    }
}

/// Finds what would keep a window from opening, before anything can panic. Returns the library of OpenGL that is missing, if one is: without it, the
/// window is drawn on the processor.
///
/// # Errors
/// No display, or a missing library that nothing stands in for.
pub fn check_surroundings() -> Result<Option<MissingLibrary>, StartError> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let wayland = set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET");
    let x11 = set("DISPLAY");
    if !cfg!(target_os = "linux") {
        return Ok(None);
    }
    if !wayland && !x11 {
        return Err(StartError::NoDisplay);
    }
    Ok(libraries::check(wayland)?)
}
