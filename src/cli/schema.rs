//! `beckon schema`: the JSON Schemas of the campaign file and of a saved audience.

use super::arguments::{Schema, SchemaOf};
use super::terminal::{Exit, Fault, Terminal};
use crate::campaign::{audience_schema, schema};
use crate::wording::{Language, field_help, schema_label};

pub(super) fn run(arguments: &Schema, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let of = match arguments.of {
        SchemaOf::Campaign => schema,
        SchemaOf::Audience => audience_schema,
    };
    terminal.value(&of(&|field| {
        [schema_label(field), field_help(field, Language::ENGLISH)]
    }))?;
    Ok(Exit::Yes)
}
