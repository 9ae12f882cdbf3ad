//! The files of the log: two that alternate, so that it never grows beyond a bound. Several windows have two files each.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::library::{make_private_folder, open_regular};

/// How many windows can write a log at once; further ones have none.
const MOST_WINDOWS: usize = 8;
/// What the lock file of a running window says.
const RUNNING: &[u8] = b"running\n";

/// A log file that is being written.
#[derive(Debug)]
pub(super) struct LogFile {
    folder: PathBuf,
    /// The name without an ending: `beckon`, `beckon-2`.
    name: String,
    file: Option<File>,
    bytes: u64,
    /// From this size on, in bytes, the other file is written.
    most: u64,
    /// Held while this window runs; the system releases it however the window ends.
    lock: File,
    left_running: bool,
}

impl LogFile {
    /// Opens the first log in the folder that no other window is writing.
    ///
    /// # Errors
    /// When the folder does not accept files, or too many windows write into it.
    pub(super) fn open(folder: &Path, most: u64) -> io::Result<Self> {
        make_private_folder(folder)?;
        for number in 1..=MOST_WINDOWS {
            let name = match number {
                1 => "beckon".to_owned(),
                number => format!("beckon-{number}"),
            };
            let mut lock = open(&folder.join(format!("{name}.lock")), |options| {
                options.read(true).write(true).create(true).truncate(false)
            })?;
            if lock.try_lock().is_err() {
                continue;
            }
            let mut said = Vec::new();
            (&mut lock).take(64).read_to_end(&mut said)?;
            lock.set_len(0)?;
            io::Seek::rewind(&mut lock)?;
            lock.write_all(RUNNING)?;
            let mut log = LogFile {
                folder: folder.to_owned(),
                name,
                file: None,
                bytes: 0,
                most,
                lock,
                left_running: !said.is_empty(),
            };
            log.reopen()?;
            return Ok(log);
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// Whether the window that wrote this log before did not end normally: it was killed, or the power failed.
    pub(super) fn left_running(&self) -> bool {
        self.left_running
    }

    /// Writes a line. If the disk refuses it, the line is lost, and the next one is tried again.
    pub(super) fn write(&mut self, line: &str) {
        if self.bytes + line.len() as u64 > self.most {
            self.turn();
        }
        if self.file.is_none() && self.reopen().is_err() {
            return;
        }
        let Some(file) = &mut self.file else { return };
        match file.write_all(line.as_bytes()) {
            Ok(()) => self.bytes += line.len() as u64,
            Err(_) => self.file = None,
        }
    }

    /// Notes that the window ends normally.
    pub(super) fn end(&mut self) {
        // A lock file that still says so costs one line in the next log.
        let _ = self.lock.set_len(0);
    }

    fn path(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}{ending}", self.name))
    }

    fn reopen(&mut self) -> io::Result<()> {
        let file = open(&self.path(".log"), |options| options.append(true).create(true))?;
        self.bytes = file.metadata()?.len();
        self.file = Some(file);
        Ok(())
    }

    /// Puts the full file in the place of the older one.
    fn turn(&mut self) {
        self.file = None;
        if fs::rename(self.path(".log"), self.path(".old.log")).is_ok() {
            self.bytes = 0;
        }
    }
}

/// Opens a regular file that only its owner may read, without waiting.
fn open(path: &Path, with: impl FnOnce(&mut OpenOptions) -> &mut OpenOptions) -> io::Result<File> {
    let mut options = File::options();
    with(&mut options);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    open_regular(path, &mut options, true)
}
