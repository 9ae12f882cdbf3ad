//! Shows a file in the desktop's file manager. It starts programs and talks to others, so it is called from the pool only.

use std::{
    io,
    path::Path,
    process::{Command, Stdio},
};

/// Opens the folder of `file` in the file manager, with the file selected where that is possible.
///
/// # Errors
/// When there is no file manager, or it does not start.
pub fn show(file: &Path) -> io::Result<()> {
    if cfg!(target_os = "macos") {
        start(Command::new("open").arg("-R").arg(file))
    } else if cfg!(windows) {
        let mut selected = std::ffi::OsString::from("/select,");
        selected.push(file);
        // Explorer answers 1 even when it did what was asked.
        Command::new("explorer").arg(selected).spawn().map(drop)
    } else {
        select(file).or_else(|_| start(Command::new("xdg-open").arg(file.parent().unwrap_or(Path::new(".")))))
    }
}

/// Calls the file manager of a Linux desktop (<https://www.freedesktop.org/wiki/Specifications/file-manager-interface/>).
#[cfg(target_os = "linux")]
fn select(file: &Path) -> io::Result<()> {
    const NAME: &str = "org.freedesktop.FileManager1";
    let address = url::Url::from_file_path(file).map_err(|()| io::ErrorKind::InvalidInput)?;
    let other = |error: zbus::Error| io::Error::other(error);
    let bus = zbus::blocking::Connection::session().map_err(other)?;
    let files = vec![address.as_str()];
    let path = "/org/freedesktop/FileManager1";
    bus.call_method(Some(NAME), path, Some(NAME), "ShowItems", &(files, ""))
        .map_err(other)?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn select(_file: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn start(command: &mut Command) -> io::Result<()> {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match quiet.status()?.success() {
        true => Ok(()),
        false => Err(io::Error::other("the file manager did not start")),
    }
}
