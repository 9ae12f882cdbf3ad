//! The last lines of the log, of all windows together.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use crate::library::open_regular;

/// How much of the end of each file is read, in bytes.
const READ: u64 = 256 << 10;

/// Returns the last lines of all logs in a folder that `takes` accepts, oldest first. Unreadable ones are left out.
pub(super) fn last_lines(folder: &Path, most: usize, takes: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for path in logs(folder) {
        let end = end_of(&path).unwrap_or_default();
        lines.extend(end.lines().filter(|line| takes(line)).map(str::to_owned));
    }
    // Each begins with its instant, which sorts as text; lines of the same instant keep their order.
    lines.sort_by(|one, other| instant(one).cmp(instant(other)));
    lines.split_off(lines.len().saturating_sub(most))
}

/// Whether a line says that something went wrong.
pub(super) fn is_failure(line: &str) -> bool {
    let level = line.split_whitespace().nth(1);
    matches!(level, Some("WARN" | "ERROR"))
}

fn instant(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default()
}

/// The log files of a folder, each older one before its newer one.
fn logs(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_log = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("beckon") && name.ends_with(".log")
    };
    let mut logs: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_log).collect();
    logs.sort_by_key(|path| (!path.to_string_lossy().ends_with(".old.log"), path.clone()));
    logs
}

/// The whole lines at the end of a file.
fn end_of(path: &Path) -> std::io::Result<String> {
    let mut file = open_regular(path, File::options().read(true), true)?;
    let from = file.metadata()?.len().saturating_sub(READ);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.take(READ).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(match (from, text.split_once('\n')) {
        (1.., Some((_, whole))) => whole.to_owned(),
        _ => text,
    })
}
