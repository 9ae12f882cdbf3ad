//! The few ways in which the library and publishing change a disk: atomic writes, moves that replace nothing, private folders and files, removals;
//! and bounded reads that never wait.
//!
//! Whatever one of these functions did when it returns survives a power cut: a file's content is synced before it gets its name, and the folder in
//! which a name appears or disappears is synced before anything relies on it. Nothing else in those two modules may make, rename or remove a file or
//! a folder: tests record what happens here and cut the power after every operation.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

#[cfg(test)]
pub(crate) mod power;
#[cfg(test)]
use power::Operation;

/// How the names of unfinished writes begin and end; a crash may leave some behind.
const UNFINISHED: (&str, &str) = (".beckon-", ".tmp");

/// What a file held, as a SHA-256 of its bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    /// Returns the hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        ContentHash(Sha256::digest(bytes).into())
    }

    /// Returns the hash that 64 hexadecimal digits name.
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

/// Reads a regular file whole, or fails with [`io::ErrorKind::FileTooLarge`] having read no more than `limit` bytes.
///
/// It never waits: a pipe, a device or a folder under that name is refused with [`io::ErrorKind::IsADirectory`]. Links are followed.
///
/// # Errors
/// Those of the operating system.
pub fn read_bounded(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut options = File::options();
    read_whole(open_regular(path, options.read(true), false)?, limit)
}

/// Does the same as [`read_bounded`], for a path whose last part must not be a link.
///
/// # Errors
/// Those of the operating system.
pub(super) fn read_unlinked(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut options = File::options();
    read_whole(open_regular(path, options.read(true), true)?, limit)
}

/// Does the same as [`read_bounded`], for what a person names on the command line: it also reads pipes, and waits for them.
///
/// # Errors
/// Those of the operating system.
pub fn read_input(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    read_whole(file, limit)
}

fn read_whole(file: File, limit: usize) -> io::Result<Vec<u8>> {
    let facts = file.metadata()?;
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

/// Opens a regular file without waiting. With `unlinked`, the last part of the path must not be a link.
///
/// # Errors
/// [`io::ErrorKind::IsADirectory`] for anything but a regular file; else those of the operating system.
pub(crate) fn open_regular(path: &Path, options: &mut OpenOptions, unlinked: bool) -> io::Result<File> {
    let refused = || io::Error::from(io::ErrorKind::IsADirectory);
    // Merely opening a device may affect it.
    if fs::metadata(path).is_ok_and(|facts| !facts.is_file()) {
        return Err(refused());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;

        use rustix::fs::OFlags;
        let links = if unlinked { OFlags::NOFOLLOW } else { OFlags::empty() };
        options.custom_flags((OFlags::NONBLOCK | links).bits().cast_signed());
    }
    #[cfg(not(unix))]
    if unlinked && fs::symlink_metadata(path)?.is_symlink() {
        return Err(refused());
    }
    let file = options.open(path)?;
    // The file may have been exchanged since the check.
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(refused())
    }
}

/// Who may read a written file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Everybody the user's mask allows; for a replaced file, everybody who could read it before.
    Usual,
    /// Only the owner, whatever the mask says.
    Owner,
}

/// Replaces or creates a regular file in one step: readers see the old content or the new one, even after a crash.
///
/// A symbolic link stays one: the file behind it is replaced. Anything else under that name, such as a pipe, is refused.
///
/// # Errors
/// Those of the operating system; the old content is then untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_over(path, bytes, Readers::Usual)
}

/// Does the same as [`write_atomically`], for what only its owner may read, whatever the user's mask says.
///
/// # Errors
/// As for [`write_atomically`].
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_over(path, bytes, Readers::Owner)
}

fn write_over(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let unfinished = write_unfinished(&target, bytes, readers)?;
    if let Some(old) = old.filter(|_| readers == Readers::Usual) {
        unfinished.as_file().set_permissions(old.permissions())?;
    }
    put_in_place(unfinished, &target)
}

/// Creates a new file in one step; fails with [`io::ErrorKind::AlreadyExists`] when the name is taken, even by a link.
///
/// # Errors
/// Those of the operating system; nothing is replaced then.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = write_unfinished(path, bytes, Readers::Usual)?;
    #[cfg(test)]
    let from = unfinished.path().to_owned();
    unfinished.persist_noclobber(path).map_err(|error| error.error)?;
    #[cfg(test)]
    power::note(|| Operation::Renamed(from, path.to_owned()));
    sync_folder_of(path);
    Ok(())
}

/// Replaces a file or a link with a file, in one step. The target of a link stays as it is.
///
/// # Errors
/// Those of the operating system; the old content is then untouched.
pub fn write_in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = write_unfinished(path, bytes, Readers::Usual)?;
    if let Some(old) = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file) {
        unfinished.as_file().set_permissions(old.permissions())?;
    }
    put_in_place(unfinished, path)
}

fn put_in_place(unfinished: tempfile::NamedTempFile, target: &Path) -> io::Result<()> {
    #[cfg(test)]
    let from = unfinished.path().to_owned();
    unfinished.persist(target).map_err(|error| error.error)?;
    #[cfg(test)]
    power::note(|| Operation::Renamed(from, target.to_owned()));
    sync_folder_of(target);
    Ok(())
}

fn write_unfinished(target: &Path, bytes: &[u8], readers: Readers) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    #[cfg(unix)]
    if readers == Readers::Usual {
        // Temporary files are private by default; campaigns are ordinary files, within the limits of the user's mask.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut unfinished = builder.tempfile_in(folder_of(target))?;
    #[cfg(test)]
    power::note(|| Operation::Created(unfinished.path().to_owned()));
    unfinished.write_all(bytes)?;
    #[cfg(test)]
    power::note(|| Operation::Written(unfinished.path().to_owned(), bytes.to_owned()));
    unfinished.as_file().sync_all()?;
    #[cfg(test)]
    power::note(|| Operation::Synced(unfinished.path().to_owned()));
    Ok(unfinished)
}

/// Creates a folder and those between it and `root`, which has to exist: a library that somebody moved away must not reappear empty.
///
/// # Errors
/// [`io::ErrorKind::NotFound`] without `root`; else those of the operating system.
pub(super) fn make_folders(root: &Path, folder: &Path) -> io::Result<()> {
    make_below(root, folder, &fs::DirBuilder::new())
}

/// Does the same as [`make_folders`], for folders that only their owner may enter; existing ones stay as they are.
///
/// # Errors
/// As for [`make_folders`].
pub(super) fn make_private_folders(root: &Path, folder: &Path) -> io::Result<()> {
    make_below(root, folder, &private_folders())
}

fn make_below(root: &Path, folder: &Path, builder: &fs::DirBuilder) -> io::Result<()> {
    if !root.is_dir() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let mut path = root.to_owned();
    for part in folder.strip_prefix(root).map_err(io::Error::other)?.components() {
        path.push(part);
        make_or_find(&path, builder)?;
    }
    Ok(())
}

/// Creates a folder and all missing folders above it; an existing one stays as it is.
///
/// # Errors
/// When one cannot be made.
pub(crate) fn make_whole_path(folder: &Path) -> io::Result<()> {
    make_with_parents(folder, &fs::DirBuilder::new())
}

fn make_with_parents(folder: &Path, builder: &fs::DirBuilder) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make_with_parents(above, builder)?;
    }
    make_or_find(folder, builder)
}

fn make_or_find(folder: &Path, builder: &fs::DirBuilder) -> io::Result<()> {
    match make_with(folder, builder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        made => made,
    }
}

/// Creates a folder; fails with [`io::ErrorKind::AlreadyExists`] when the name is taken.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    make_with(folder, &fs::DirBuilder::new())
}

fn make_with(folder: &Path, builder: &fs::DirBuilder) -> io::Result<()> {
    builder.create(folder)?;
    #[cfg(test)]
    power::note(|| Operation::Made(folder.to_owned()));
    // What is put into the folder later would be lost along with it.
    sync_folder_of(folder);
    Ok(())
}

/// Returns the folder that contains a path's last part.
fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Makes changes of a name survive a power cut. Some systems cannot sync a folder; the content is on the disk all the same.
fn sync_folder_of(path: &Path) {
    let folder = folder_of(path);
    let _synced = File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(test)]
    if _synced.is_ok() {
        power::note(|| Operation::FolderSynced(folder.to_owned()));
    }
}

/// Creates a folder that only its owner may enter, whatever the user's mask says; an existing one stays as it is.
///
/// # Errors
/// When it cannot be made.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    make_with_parents(folder, &private_folders())
}

fn private_folders() -> fs::DirBuilder {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder
}

/// Makes a file, or a folder and everything in it, accessible only to its owner, as far as it exists and belongs to this user. Links are not
/// followed.
pub fn make_private(folder: &Path) {
    // Deeper than anything kept in these folders.
    const DEPTH: usize = 8;
    close_tree(folder, DEPTH);
}

fn close_tree(path: &Path, depth: usize) {
    let Ok(facts) = fs::symlink_metadata(path) else { return };
    if facts.is_symlink() {
        return;
    }
    close_to_others(path);
    if facts.is_dir() && depth > 0 {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|entry| close_tree(&entry.path(), depth - 1));
    }
}

/// Removes the permissions of everybody but the owner on a file or a folder.
#[cfg(unix)]
fn close_to_others(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(facts) = fs::symlink_metadata(path) else { return };
    let mode = facts.permissions().mode();
    if mode & 0o077 != 0 && !facts.is_symlink() {
        // This fails for users who do not own it, who have no need for it either.
        let own = if facts.is_dir() { 0o700 } else { 0o600 };
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode & own));
    }
}

/// Does nothing: on these systems, a user's own data folders are already private.
#[cfg(not(unix))]
fn close_to_others(_path: &Path) {}

/// Moves a file within a disk; fails with [`io::ErrorKind::AlreadyExists`] when the name is taken.
pub(super) fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => {
            #[cfg(test)]
            power::note(|| Operation::Linked(from.to_owned(), to.to_owned()));
            // A power cut may keep a later change of another folder and lose this one, so the old name is removed only once the new one lasts.
            sync_folder_of(to);
            match remove_file(from) {
                // Another program removed it in the meantime.
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                Err(error) => {
                    let _ = remove_file(to);
                    Err(error)
                }
                Ok(()) => Ok(()),
            }
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Disks without hard links.
        Err(_) if to.symlink_metadata().is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => rename(from, to),
    }
}

/// Renames a file within a disk; whatever already has the new name is replaced.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    #[cfg(test)]
    power::note(|| Operation::Renamed(from.to_owned(), to.to_owned()));
    sync_folder_of(to);
    if folder_of(from) != folder_of(to) {
        sync_folder_of(from);
    }
    Ok(())
}

/// Removes a file for good.
pub(crate) fn remove_file(path: &Path) -> io::Result<()> {
    fs::remove_file(path)?;
    #[cfg(test)]
    power::note(|| Operation::Removed(path.to_owned()));
    sync_folder_of(path);
    Ok(())
}

/// Removes an empty folder.
pub(super) fn remove_folder(folder: &Path) -> io::Result<()> {
    fs::remove_dir(folder)?;
    #[cfg(test)]
    power::note(|| Operation::Removed(folder.to_owned()));
    sync_folder_of(folder);
    Ok(())
}

/// Removes a folder and everything in it for good. Links within are not followed.
pub(super) fn remove_tree(folder: &Path) -> io::Result<()> {
    #[cfg(test)]
    let within = power::listed(folder);
    fs::remove_dir_all(folder)?;
    #[cfg(test)]
    within
        .into_iter()
        .for_each(|path| power::note(|| Operation::Removed(path)));
    sync_folder_of(folder);
    Ok(())
}

/// Removes unfinished writes older than `before` from a folder, and returns how many. Newer ones may belong to another window.
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
        .filter(|path| remove_file(path).is_ok())
        .count()
}

fn is_unfinished(name: &str) -> bool {
    name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1)
}
