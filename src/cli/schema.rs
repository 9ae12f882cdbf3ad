//! `beckon schema`: the JSON Schema of the campaign file.

use super::terminal::{Exit, Fault, Terminal};

pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    terminal.value(&crate::campaign::schema())?;
    Ok(Exit::Yes)
}
