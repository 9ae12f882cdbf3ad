//! The few ways in which this room touches a disk: bounded reads, atomic writes, moves that replace nothing.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

/// How the names of unfinished writes begin and end; a crash may leave some behind.
const UNFINISHED: (&str, &str) = (".beckon-", ".tmp");

/// What a file held, as a SHA-256 of its bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        ContentHash(Sha256::digest(bytes).into())
    }

    /// The hash that 64 hexadecimal digits name.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let digits = hex.as_bytes();
        if digits.len() != 64 || !hex.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(hex.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(ContentHash(hash))
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

/// Reads a file whole, or fails with [`io::ErrorKind::FileTooLarge`] having read no more than `limit` bytes.
///
/// Pipes are read too, folders are not.
///
/// # Errors
/// Those of the operating system.
pub fn read_bounded(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let facts = file.metadata()?;
    if facts.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if facts.is_file() && facts.len() > limit as u64 {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(facts.len() as usize);
    file.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Replaces a file, or makes it, in one step: readers see the old content or the new one, whatever crashes.
///
/// A symbolic link stays one: the file behind it is replaced. What is no file, such as a pipe, is written to.
///
/// # Errors
/// Those of the operating system; the old content is then untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return File::options().write(true).open(&target)?.write_all(bytes);
    }
    let unfinished = write_unfinished(&target, bytes)?;
    if let Some(old) = old {
        unfinished.as_file().set_permissions(old.permissions())?;
    }
    unfinished.persist(&target).map_err(|error| error.error)?;
    sync_folder(&target);
    Ok(())
}

/// Makes a new file in one step; fails with [`io::ErrorKind::AlreadyExists`] when the name is taken.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_unfinished(path, bytes)?
        .persist_noclobber(path)
        .map_err(|error| error.error)?;
    sync_folder(path);
    Ok(())
}

fn write_unfinished(target: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    #[cfg(unix)]
    {
        // Temporary files are private by default; campaigns are ordinary files, within what the user's mask allows.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut unfinished = builder.tempfile_in(folder)?;
    unfinished.write_all(bytes)?;
    unfinished.as_file().sync_all()?;
    Ok(unfinished)
}

/// Makes a folder and those between it and `root`, which has to be there: a library that somebody moved away must not come back empty.
///
/// # Errors
/// [`io::ErrorKind::NotFound`] without `root`; else those of the operating system.
pub(super) fn make_folders(root: &Path, folder: &Path) -> io::Result<()> {
    if !root.is_dir() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let mut path = root.to_owned();
    for part in folder.strip_prefix(root).map_err(io::Error::other)?.components() {
        path.push(part);
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
            made => made?,
        }
    }
    Ok(())
}

/// Makes a rename last through a power cut. Some systems cannot sync a folder; the content is on the disk all the same.
fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// Moves a file within a disk; fails with [`io::ErrorKind::AlreadyExists`] when the name is taken.
pub(super) fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from)?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
        // Disks without hard links.
        Err(_) if to.symlink_metadata().is_ok() => return Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to)?,
    }
    sync_folder(to);
    Ok(())
}

/// Removes unfinished writes older than `before` from a folder, and says how many. Younger ones may be another window's.
pub fn sweep(folder: &Path, before: SystemTime) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let old = |path: &PathBuf| {
        fs::metadata(path)
            .and_then(|facts| facts.modified())
            .is_ok_and(|at| at < before)
    };
    let leftovers = entries
        .flatten()
        .filter(|entry| is_unfinished(&entry.file_name().to_string_lossy()));
    leftovers
        .map(|entry| entry.path())
        .filter(old)
        .filter(|path| fs::remove_file(path).is_ok())
        .count()
}

fn is_unfinished(name: &str) -> bool {
    name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1)
}
