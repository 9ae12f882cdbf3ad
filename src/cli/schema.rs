//! `beckon schema`: the JSON Schema of the campaign file.

use super::terminal::{Exit, Fault, Terminal};
use crate::campaign::schema;
use crate::wording::{Language, field_help, field_label};

pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    terminal.value(&schema(&|field| {
        [
            field_label(field, Language::ENGLISH),
            field_help(field, Language::ENGLISH),
        ]
    }))?;
    Ok(Exit::Yes)
}
