//! `beckon summary`: who sees a campaign, in one plain sentence.

use serde_json::json;

use super::arguments::Summary;
use super::input::Draft;
use super::terminal::{Exit, Fault, Terminal};
use crate::wording::summary;

pub(super) fn run(arguments: &Summary, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let draft = Draft::read(&arguments.file)?;
    let sentence = summary(&draft.campaign, terminal.language).to_string();
    if terminal.json {
        terminal.value(&json!({
            "file": arguments.file.to_string_lossy(),
            "lang": terminal.language.tag(),
            "summary": sentence,
        }))?;
    } else {
        terminal.line(&sentence)?;
    }
    Ok(Exit::Yes)
}
