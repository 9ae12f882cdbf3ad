//! `beckon --notices`: the licenses of what the program contains.
//!
//! The text is written by `tests/supply` from Cargo's own metadata, which also holds it true.

use std::io::Read as _;

use super::terminal::{Exit, Fault, Terminal};

/// Compressed, since it repeats the same sentences many times.
static NOTICES: &[u8] = include_bytes!("../../assets/notices/notices.txt.gz");

/// Prints the notices.
pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(NOTICES)
        .read_to_string(&mut text)
        .map_err(|error| {
            let message = format!("the notices do not unpack: {error}");
            Fault::new(message, "the program is damaged: install it again")
        })?;
    terminal.raw(&text)?;
    Ok(Exit::Yes)
}
