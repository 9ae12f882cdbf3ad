//! The window itself: eframe on OpenGL, with the computer's graphics card if it can and without if it cannot.

#![expect(clippy::disallowed_methods, reason = "before the window opens")]

use std::sync::Arc;

use eframe::{NativeOptions, egui_glow::HardwareAcceleration};
use egui::{IconData, ViewportBuilder};

use super::{Options, StartError, check_surroundings};
use crate::{
    desktop::{
        app::{App, Setup, Work},
        native_chooser::NativeChooser,
    },
    library::{Library, library_folder},
    studio::{clock::Clock, publishing::PublishingSetup, settings::Settings},
};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// What keeps the window from opening, each with a remedy.
pub fn run(options: Options) -> Result<(), StartError> {
    check_surroundings()?;
    let library = open_library(&options)?;
    let first = attempt(&options, &library, HardwareAcceleration::Preferred);
    let Err(error) = first else { return Ok(()) };
    // Remote desktops and virtual machines offer cards that then refuse: drawing without one always worked in trials.
    attempt(&options, &library, HardwareAcceleration::Off).map_err(|_| StartError::Window(error.to_string()))
}

/// The library folder of the options, else that of the opened campaign, else the user's own.
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

fn attempt(options: &Options, library: &Library, acceleration: HardwareAcceleration) -> Result<(), eframe::Error> {
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
    let setup = Setup {
        library: library.clone(),
        open: options.campaign.as_ref().and_then(|file| file.canonicalize().ok()),
        settings: Settings::of_user(),
        chooser: Arc::new(NativeChooser::new()),
        clock: Clock::Real,
        work: Work::Beside,
        publishing: PublishingSetup::of_user(),
    };
    eframe::run_native(
        "beckon",
        native,
        Box::new(|creation| Ok(Box::new(App::new(&creation.egui_ctx, setup)))),
    )
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
