//! Writing a command's result into a file.

use std::path::Path;

use super::terminal::Fault;
use crate::library::{LibraryError, write_atomically};

/// Writes a result, whole or not at all, unless it would replace what the command has read.
pub(super) fn write(output: &Path, bytes: &[u8], inputs: &[&Path]) -> Result<(), Fault> {
    let same = |input: &&&Path| {
        std::fs::canonicalize(input)
            .ok()
            .is_some_and(|input| std::fs::canonicalize(output).is_ok_and(|output| output == input))
    };
    if let Some(input) = inputs.iter().find(same) {
        let message = format!("`{}` would replace the campaign it is made from", input.display());
        return Err(Fault::new(message, "name another file after -o"));
    }
    write_atomically(output, bytes).map_err(|error| {
        let error = LibraryError::new("write", output, error);
        Fault::new(error.to_string(), error.hint())
    })
}
