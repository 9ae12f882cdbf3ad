//! `beckon html`: the pop-up as one file for any browser.

use serde_json::json;

use super::arguments::Html;
use super::input::Draft;
use super::output;
use super::render::{draw_missing, scene_of};
use super::terminal::{Exit, Fault, Terminal};
use crate::popup::{Scene, html};

pub(super) fn run(arguments: &Html, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let draft = Draft::read(&arguments.file)?.spoken(arguments.speech.language.as_deref())?;
    draw_missing(&draft, terminal);
    let page = html(&Scene {
        theme: arguments.theme,
        ..scene_of(&draft, arguments.site.named())?
    });
    output::write(&arguments.output, page.as_bytes(), &[&arguments.file], arguments.force)?;
    if terminal.json {
        terminal.value(&json!({ "file": arguments.output.to_string_lossy(), "bytes": page.len() }))?;
    } else {
        terminal.line(&format!("wrote {}", arguments.output.display()))?;
    }
    Ok(Exit::Yes)
}
