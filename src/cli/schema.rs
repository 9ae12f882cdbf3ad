//! `beckon schema`: the JSON Schema of the campaign file.

use super::terminal::{Exit, Fault, Terminal};
use crate::campaign::schema;
use crate::wording::{Language, field_help, schema_label};

pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    terminal.value(&schema(&|field| {
        [schema_label(field), field_help(field, Language::ENGLISH)]
    }))?;
    Ok(Exit::Yes)
}
