//! The window itself: eframe on OpenGL with the computer's graphics card if it can, without the card if it cannot, and on the processor where
//! OpenGL is missing altogether.

#![expect(clippy::disallowed_methods, reason = "before the window opens")]

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use eframe::{NativeOptions, egui_glow::HardwareAcceleration, glow::HasContext as _};
use egui::{IconData, ViewportBuilder};

use super::{Options, StartError, check_surroundings, processor};
use crate::{
    desktop::{
        app::{App, DiagnosticsSetup, DrawnBy, Setup, Work},
        native_chooser::{NativeChooser, WINDOW_CRATES},
    },
    diagnostics::{self, Log},
    library::{Library, library_folder},
    redact,
    studio::{
        clock::Clock,
        publishing::PublishingSetup,
        settings::{Renderer, Settings, USUAL_WINDOW, WindowPlace},
        startup::Startup,
    },
};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// What keeps the window from opening, each with a remedy.
pub fn run(options: Options) -> Result<(), StartError> {
    let logs = diagnostics::log_folder();
    let log = logs
        .as_deref()
        .and_then(|logs| diagnostics::start(logs, &WINDOW_CRATES))
        .map(LogOfRun);
    let mut settings = Settings::of_user();
    let drawing = Drawing::chosen(std::env::var(VARIABLE).ok().as_deref(), settings.renderer());
    let ended = open(&options, logs.as_deref(), drawing, &mut settings);
    match &ended {
        Ok(()) => tracing::info!("Beckon ended"),
        Err(StartError::Window(said)) if drawing == Drawing::WithOpenGl => {
            tracing::warn!(
                error = said,
                "no window with OpenGL: started again to draw on the processor"
            );
            drop(log);
            return again_on_processor(ended);
        }
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

/// The environment variable that says what draws the window: `gpu` or `cpu`.
const VARIABLE: &str = "BECKON_RENDERER";

/// What draws this window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drawing {
    /// OpenGL; without it, the processor.
    WithOpenGl,
    /// The processor, since the user prefers it.
    OnProcessor,
    /// The processor, after OpenGL refused.
    InsteadOfOpenGl,
}

/// What [`VARIABLE`] is set to when the program starts itself again.
const INSTEAD: &str = "cpu-instead";

impl Drawing {
    fn chosen(variable: Option<&str>, setting: Renderer) -> Self {
        match (variable, setting) {
            (Some("cpu"), _) => Self::OnProcessor,
            (Some(INSTEAD), _) => Self::InsteadOfOpenGl,
            (Some("gpu"), _) | (_, Renderer::Automatic) => Self::WithOpenGl,
            (_, Renderer::Processor) => Self::OnProcessor,
        }
    }
}

/// Starts the program again, to draw on the processor: the window system's loop of events can be made only once in a process.
fn again_on_processor(failed: Result<(), StartError>) -> Result<(), StartError> {
    let Ok(program) = std::env::current_exe() else {
        return failed;
    };
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).env(VARIABLE, INSTEAD);
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        // It returns only when it fails.
        let _ = command.exec();
        failed
    }
    #[cfg(not(unix))]
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or_default()),
        Err(_) => failed,
    }
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

fn open(options: &Options, logs: Option<&Path>, drawing: Drawing, settings: &mut Settings) -> Result<(), StartError> {
    let no_opengl = check_surroundings()?;
    let startup = startup(options)?;
    let library = Library::open(&startup.library)?;
    diagnostics::install_hook(logs, library.dir());
    if let Some(missing) = &no_opengl {
        tracing::warn!(%missing, "no OpenGL: drawn on the processor");
    }
    if drawing != Drawing::WithOpenGl || no_opengl.is_some() {
        let is_stand_in = drawing != Drawing::OnProcessor;
        let missing = (is_stand_in && settings.note_missing_opengl()).then_some(NoOpenGl);
        let setup = setup(&startup, &library, logs, settings.clone());
        return on_processor(setup, missing);
    }
    let with = |acceleration| {
        let setup = setup(&startup, &library, logs, settings.clone());
        attempt(setup, acceleration)
    };
    let Err(error) = with(HardwareAcceleration::Preferred) else {
        return Ok(());
    };
    tracing::warn!(%error, "no window with this graphics card: tried without");
    // Remote desktops and virtual machines offer cards that then refuse.
    with(HardwareAcceleration::Off).map_err(|_| StartError::Window(error.to_string()))
}

/// Decides which library and which files the window opens with.
fn startup(options: &Options) -> Result<Startup, StartError> {
    let whole = |file: &PathBuf| file.canonicalize().unwrap_or_else(|_| file.clone());
    let files: Vec<PathBuf> = options.campaigns.iter().map(whole).collect();
    Startup::of(&files, options.library.clone(), library_folder(None)).ok_or(StartError::NoHome)
}

/// What the app is given.
fn setup(startup: &Startup, library: &Library, logs: Option<&Path>, settings: Settings) -> Setup {
    Setup {
        library: library.clone(),
        open: startup.open.clone(),
        bring: startup.bring.clone(),
        settings,
        chooser: Arc::new(NativeChooser::new()),
        clock: Clock::Real,
        work: Work::Background,
        publishing: PublishingSetup::of_user(),
        diagnostics: DiagnosticsSetup {
            logs: logs.map(Path::to_owned),
            drawn_by: DrawnBy::Unknown,
        },
    }
}

/// The window as it stood last; the first time of a usual size.
fn viewport(last: Option<WindowPlace>) -> ViewportBuilder {
    let [width, height] = last.map_or(USUAL_WINDOW, |last| last.size);
    ViewportBuilder::default()
        .with_title("Beckon")
        .with_app_id("beckon")
        .with_inner_size([width.max(LEAST[0]), height.max(LEAST[1])])
        .with_min_inner_size(LEAST)
        .with_maximized(last.is_some_and(|last| last.maximized))
        .with_clamp_size_to_monitor_size(true)
        .with_icon(Arc::new(icon()))
}

/// The smallest window, in points.
const LEAST: [f32; 2] = [900.0, 600.0];

fn attempt(mut setup: Setup, acceleration: HardwareAcceleration) -> Result<(), eframe::Error> {
    let mut native = NativeOptions {
        viewport: viewport(setup.settings.window()),
        centered: true,
        persist_window: false,
        ..NativeOptions::default()
    };
    native.glow_options.hardware_acceleration = acceleration;
    eframe::run_native(
        "beckon",
        native,
        Box::new(move |creation| {
            setup.diagnostics.drawn_by = drawn_by(creation, acceleration);
            Ok(Box::new(App::new(&creation.egui_ctx, setup)))
        }),
    )
}

/// There is no OpenGL, which the user is told once.
struct NoOpenGl;

fn on_processor(mut setup: Setup, missing: Option<NoOpenGl>) -> Result<(), StartError> {
    setup.diagnostics.drawn_by = DrawnBy::Processor;
    let viewport = viewport(setup.settings.window());
    let make = move |ctx: &egui::Context| {
        let mut app = App::new(ctx, setup);
        if missing.is_some() {
            app.say_no_opengl();
        }
        app
    };
    processor::run(viewport, Box::new(make)).map_err(StartError::Window)
}

/// What eframe draws the window with.
fn drawn_by(creation: &eframe::CreationContext<'_>, acceleration: HardwareAcceleration) -> DrawnBy {
    let Some(gl) = &creation.gl else {
        return DrawnBy::Unknown;
    };
    let version = gl.version();
    let (kind, driver) = (
        if version.is_embedded { "OpenGL ES" } else { "OpenGL" },
        version.vendor_info.trim(),
    );
    DrawnBy::OpenGl {
        name: format!("{kind} {}.{} {driver}", version.major, version.minor),
        accelerated: acceleration != HardwareAcceleration::Off,
    }
}

/// The app's icon, for the window's frame and the list of windows.
fn icon() -> IconData {
    let picture = image::load_from_memory_with_format(ICON, image::ImageFormat::Png);
    let Ok(picture) = picture.map(image::DynamicImage::into_rgba8) else {
        return IconData::default();
    };
    IconData {
        width: picture.width(),
        height: picture.height(),
        rgba: picture.into_raw(),
    }
}

/// At twice the size that most window lists show it.
static ICON: &[u8] = include_bytes!("../../../assets/icon/beckon-128.png");

#[cfg(test)]
mod tests {
    use super::{Drawing, INSTEAD, Renderer};

    #[test]
    fn the_variable_outweighs_the_setting_of_what_draws() {
        for (variable, setting, drawing) in [
            (None, Renderer::Automatic, Drawing::WithOpenGl),
            (None, Renderer::Processor, Drawing::OnProcessor),
            (Some("cpu"), Renderer::Automatic, Drawing::OnProcessor),
            (Some(INSTEAD), Renderer::Automatic, Drawing::InsteadOfOpenGl),
            (Some("gpu"), Renderer::Processor, Drawing::WithOpenGl),
            (Some("else"), Renderer::Processor, Drawing::OnProcessor),
        ] {
            assert_eq!(Drawing::chosen(variable, setting), drawing, "{variable:?} {setting:?}");
        }
    }

    #[test]
    fn the_windows_icon_is_a_picture() {
        let icon = super::icon();
        assert_eq!((icon.width, icon.height), (128, 128));
    }
}
