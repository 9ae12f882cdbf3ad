//! The binary: hands its arguments to the command line, opens the window when they ask for it, and exits with their code.

use std::io::{BufWriter, Write, stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use beckon::cli::{self, Exit, Request, Surroundings};

fn main() -> ExitCode {
    let (mut out, mut err) = (BufWriter::new(stdout().lock()), stderr());
    let surroundings = surroundings();
    let exit = match cli::run(std::env::args_os(), &surroundings, &mut out, &mut err) {
        Request::Done(exit) => exit,
        Request::App { files, library } => open_app(files, library, &surroundings, &mut out, &mut err),
    };
    ExitCode::from(exit.code())
}

/// Writes in one line why there is no window, and shows the main job without one.
fn tour_instead(why: &str, surroundings: &Surroundings, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    // A failing standard error cannot be reported anywhere.
    let _ = writeln!(err, "{why}; taking the tour instead");
    cli::take_tour(surroundings, out, err)
}

#[cfg(not(feature = "desktop"))]
fn surroundings() -> Surroundings {
    Surroundings::default()
}

#[cfg(not(feature = "desktop"))]
fn open_app(
    _files: Vec<PathBuf>,
    _library: Option<PathBuf>,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    tour_instead("this beckon was built without its window", surroundings, out, err)
}

#[cfg(feature = "desktop")]
fn surroundings() -> Surroundings {
    Surroundings {
        window_picture: Some(window_pictures),
    }
}

#[cfg(feature = "desktop")]
fn window_pictures(library: &std::path::Path) -> Result<Vec<cli::WindowShot>, String> {
    let shots = beckon::desktop::window_shots(library).map_err(|error| error.to_string())?;
    Ok(shots
        .into_iter()
        .map(|(name, png)| cli::WindowShot { name, png })
        .collect())
}

#[cfg(feature = "desktop")]
fn open_app(
    files: Vec<PathBuf>,
    library: Option<PathBuf>,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    use beckon::desktop::{self, Options, StartError};
    let options = Options {
        library,
        campaigns: files,
    };
    match desktop::run(options) {
        Ok(()) => Exit::Yes,
        Err(error @ StartError::NoDisplay) => tour_instead(&error.to_string(), surroundings, out, err),
        Err(error) => cli::complain(&format!("{error}; {}", error.hint()), "", err),
    }
}
