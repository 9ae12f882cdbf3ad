//! Files of the data folder: never through a link, regular files of the backend's own user, readable by nobody else.
//!
//! Users who can write into the folder could otherwise make the backend change, empty or read a file elsewhere, or wait forever for the other
//! end of a named pipe.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// Why a file of the data folder is not used.
#[derive(Debug, thiserror::Error)]
pub enum PrivateError {
    /// The operating system's own words.
    #[error(transparent)]
    Disk(#[from] io::Error),
    /// A link, a folder, a pipe or a device.
    #[error("it is not a regular file")]
    NotRegular,
    /// Somebody else's.
    #[error("it belongs to another user")]
    NotOurs,
    /// A hard link: the same file exists elsewhere under another name.
    #[error("the same file has a second name elsewhere")]
    Linked,
}

impl PrivateError {
    /// Whether nothing is there.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self, PrivateError::Disk(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

/// Opens a file with `options`, and checks that it is regular, the backend's own and closed to everybody else. A created file is for
/// its owner only. The options must not truncate it, which would come before the check.
///
/// # Errors
/// When it is a link or not a regular file, when it belongs to another user, or when the system refuses. Nothing is then changed.
pub(super) fn open(options: &mut OpenOptions, path: &Path) -> Result<File, PrivateError> {
    restrict_opening(options);
    let file = options.open(path).map_err(|error| match fs::symlink_metadata(path) {
        Ok(there) if !there.is_file() => PrivateError::NotRegular,
        _ => PrivateError::Disk(error),
    })?;
    prove(&file)?;
    Ok(file)
}

/// No link at the path's end is followed, and no pipe is waited for.
#[cfg(unix)]
fn restrict_opening(options: &mut OpenOptions) {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    options.mode(0o600).custom_flags(flags.bits().cast_signed());
}

#[cfg(not(unix))]
fn restrict_opening(_options: &mut OpenOptions) {}

#[cfg(unix)]
fn prove(file: &File) -> Result<(), PrivateError> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let there = file.metadata()?;
    if !there.is_file() {
        return Err(PrivateError::NotRegular);
    }
    if there.uid() != rustix::process::geteuid().as_raw() {
        return Err(PrivateError::NotOurs);
    }
    if there.nlink() > 1 {
        return Err(PrivateError::Linked);
    }
    if there.mode() & 0o077 != 0 {
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// Elsewhere the user's own folder is what protects it.
#[cfg(not(unix))]
fn prove(file: &File) -> Result<(), PrivateError> {
    if file.metadata()?.is_file() {
        return Ok(());
    }
    Err(PrivateError::NotRegular)
}

/// Returns what lets other users of this computer replace the folder's files; `None` if nothing does.
#[cfg(unix)]
pub(super) fn exposure(folder: &Path) -> Option<&'static str> {
    use std::os::unix::fs::MetadataExt as _;
    let there = fs::metadata(folder).ok()?;
    let user = rustix::process::geteuid().as_raw();
    match there.mode() {
        _ if there.uid() != user && there.uid() != 0 => Some("it belongs to another user"),
        mode if mode & 0o002 != 0 => Some("every user of this computer can write to it"),
        mode if mode & 0o020 != 0 => Some("its group can write to it"),
        _ => None,
    }
}

#[cfg(not(unix))]
pub(super) fn exposure(_folder: &Path) -> Option<&'static str> {
    None
}
