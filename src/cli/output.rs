//! Writing a command's result into a file: a new one, unless the user allows replacing an existing one.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::terminal::Fault;
use crate::library::{LibraryError, write_in_place, write_new};

/// Refuses what [`write`] would refuse, before the work for it is done.
pub(super) fn check(output: &Path, inputs: &[&Path], force: bool) -> Result<(), Fault> {
    let same = |input: &&&Path| {
        fs::canonicalize(input)
            .ok()
            .is_some_and(|input| fs::canonicalize(output).is_ok_and(|output| output == input))
    };
    if let Some(input) = inputs.iter().find(same) {
        let message = format!("`{}` would replace the campaign it is made from", input.display());
        return Err(Fault::new(message, "name another file after -o"));
    }
    if !force && fs::symlink_metadata(output).is_ok() && !leads_to_a_stream(output) {
        return Err(refusal(output, io::ErrorKind::AlreadyExists.into()));
    }
    Ok(())
}

/// Writes a result completely or not at all. It replaces an existing file only with `force`, a link itself and never what the
/// link leads to, and never a file that the command has read. Pipes and the like are written into.
pub(super) fn write(output: &Path, bytes: &[u8], inputs: &[&Path], force: bool) -> Result<(), Fault> {
    check(output, inputs, force)?;
    let written = if leads_to_a_stream(output) {
        into_stream(output, bytes)
    } else if force {
        write_in_place(output, bytes)
    } else {
        write_new(output, bytes)
    };
    written.map_err(|error| refusal(output, error))
}

fn refusal(output: &Path, error: io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::AlreadyExists if !output.is_dir() => Fault::new(
            format!("`{}` is there already", output.display()),
            "name another file after -o, or replace it with --force",
        ),
        io::ErrorKind::AlreadyExists => unwritten(output, io::ErrorKind::IsADirectory.into()),
        _ => unwritten(output, error),
    }
}

fn unwritten(output: &Path, error: io::Error) -> Fault {
    let error = LibraryError::new("write", output, error);
    Fault::new(error.to_string(), error.hint())
}

fn into_stream(output: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::File::options().write(true).open(output)?.write_all(bytes)
}

fn leads_to_a_stream(output: &Path) -> bool {
    fs::metadata(output).is_ok_and(|there| is_stream(&there))
}

/// Whether something accepts bytes without storing them: a pipe, a terminal, `/dev/null`.
#[cfg(unix)]
fn is_stream(there: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    there.file_type().is_fifo() || there.file_type().is_char_device()
}

#[cfg(not(unix))]
fn is_stream(_there: &fs::Metadata) -> bool {
    false
}
