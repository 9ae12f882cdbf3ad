//! The window itself: eframe on OpenGL, with the computer's graphics card if it can and without if it cannot.

#![expect(clippy::disallowed_methods, reason = "before the window opens")]

use std::{path::Path, sync::Arc};

use eframe::{NativeOptions, egui_glow::HardwareAcceleration, glow::HasContext as _};
use egui::{IconData, ViewportBuilder};

use super::{Options, StartError, check_surroundings};
use crate::{
    desktop::{
        app::{App, DiagnosticsSetup, Setup, Work},
        native_chooser::{NativeChooser, WINDOW_CRATES},
    },
    diagnostics::{self, Log},
    library::{Library, library_folder},
    redact,
    studio::{clock::Clock, publishing::PublishingSetup, settings::Settings},
};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// What keeps the window from opening, each with a remedy.
pub fn run(options: Options) -> Result<(), StartError> {
    let logs = diagnostics::log_folder();
    let _log = logs
        .as_deref()
        .and_then(|logs| diagnostics::start(logs, &WINDOW_CRATES))
        .map(LogOfRun);
    let ended = open(&options, logs.as_deref());
    match &ended {
        Ok(()) => tracing::info!("Beckon ended"),
        Err(error @ StartError::Window(said)) => tracing::error!(kind = error.id(), error = said, "no window"),
        Err(error @ StartError::MissingLibrary(missing)) => {
            tracing::error!(kind = error.id(), error = %missing, "no window");
        }
        Err(error @ (StartError::NoDisplay | StartError::NoHome | StartError::Library(_))) => {
            tracing::error!(kind = error.id(), cause = redact::cause(error), "no window");
        }
    }
    ended
}

/// The log of this run, which ends with it.
struct LogOfRun(Log);

impl Drop for LogOfRun {
    fn drop(&mut self) {
        match std::thread::panicking() {
            // The next run needs to know that this one did not end normally.
            true => self.0.flush(),
            false => self.0.end(),
        }
    }
}

fn open(options: &Options, logs: Option<&Path>) -> Result<(), StartError> {
    check_surroundings()?;
    let library = open_library(options)?;
    diagnostics::install_hook(logs, library.dir());
    let first = attempt(options, &library, logs, HardwareAcceleration::Preferred);
    let Err(error) = first else { return Ok(()) };
    tracing::warn!(%error, "no window with this graphics card: tried without");
    // Remote desktops and virtual machines offer cards that then refuse: drawing without one always worked in trials.
    attempt(options, &library, logs, HardwareAcceleration::Off).map_err(|_| StartError::Window(error.to_string()))
}

/// Opens the library folder of the options, else that of the opened campaign, else the user's own.
fn open_library(options: &Options) -> Result<Library, StartError> {
    let beside = options.campaign.as_ref().and_then(|file| file.canonicalize().ok());
    let beside = beside.and_then(|file| file.parent().map(std::path::Path::to_owned));
    let folder = options
        .library
        .clone()
        .or(beside)
        .or_else(|| library_folder(None))
        .ok_or(StartError::NoHome)?;
    Ok(Library::open(folder)?)
}

fn attempt(
    options: &Options,
    library: &Library,
    logs: Option<&Path>,
    acceleration: HardwareAcceleration,
) -> Result<(), eframe::Error> {
    let viewport = ViewportBuilder::default()
        .with_title("Beckon")
        .with_app_id("beckon")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([960.0, 640.0])
        .with_icon(Arc::new(icon()));
    let mut native = NativeOptions {
        viewport,
        centered: true,
        persist_window: false,
        ..NativeOptions::default()
    };
    native.glow_options.hardware_acceleration = acceleration;
    let mut setup = Setup {
        library: library.clone(),
        open: options.campaign.as_ref().and_then(|file| file.canonicalize().ok()),
        settings: Settings::of_user(),
        chooser: Arc::new(NativeChooser::new()),
        clock: Clock::Real,
        work: Work::Background,
        publishing: PublishingSetup::of_user(),
        diagnostics: DiagnosticsSetup {
            logs: logs.map(Path::to_owned),
            renderer: String::new(),
        },
    };
    eframe::run_native(
        "beckon",
        native,
        Box::new(move |creation| {
            setup.diagnostics.renderer = renderer(creation, acceleration);
            Ok(Box::new(App::new(&creation.egui_ctx, setup)))
        }),
    )
}

/// What draws the window, for the log.
fn renderer(creation: &eframe::CreationContext<'_>, acceleration: HardwareAcceleration) -> String {
    let card = match acceleration {
        HardwareAcceleration::Off => "without a graphics card",
        HardwareAcceleration::Preferred | HardwareAcceleration::Required => "graphics card preferred",
    };
    let Some(gl) = &creation.gl else {
        return card.to_owned();
    };
    let version = gl.version();
    let (kind, driver) = (
        if version.is_embedded { "OpenGL ES" } else { "OpenGL" },
        version.vendor_info.trim(),
    );
    format!("{kind} {}.{} {driver}, {card}", version.major, version.minor)
}

/// The app's mark: a rounded square with one sharp corner, in the accent.
fn icon() -> IconData {
    const SIDE: u32 = 64;
    let radius = |x: f32, y: f32| if x > 32.0 && y > 32.0 { 6.0 } else { 20.0 };
    let inside = |x: f32, y: f32| {
        let radius: f32 = radius(x, y);
        let beyond = |at: f32| (at - 32.0).abs() - (28.0 - radius);
        let (dx, dy) = (beyond(x).max(0.0), beyond(y).max(0.0));
        (radius - dx.hypot(dy) + 0.5).clamp(0.0, 1.0)
    };
    let pixel = |index: u32| {
        let share = inside((index % SIDE) as f32 + 0.5, (index / SIDE) as f32 + 0.5);
        [0x4f, 0x46, 0xe5, (share * 255.0) as u8]
    };
    IconData {
        rgba: (0..SIDE * SIDE).flat_map(pixel).collect(),
        width: SIDE,
        height: SIDE,
    }
}
