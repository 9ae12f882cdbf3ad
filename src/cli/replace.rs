//! `beckon replace`: another text in the addresses of campaigns. An address that would be wrong stays as it is, and is reported.

use serde::Serialize;

use super::arguments::Replace;
use super::input::unreadable;
use super::saving::save;
use super::terminal::{Exit, Fault, Terminal};
use crate::insight::replacement;
use crate::library::{Library, Stored};
use crate::wording::{address_use, finding};

/// What becomes of an address, in the shape of `--json`.
#[derive(Debug, Serialize)]
struct Line {
    file: String,
    name: String,
    /// The place in the file, as a JSON Pointer.
    path: String,
    /// What the address is used for.
    #[serde(rename = "use")]
    used: String,
    before: String,
    after: String,
    /// What would be wrong with it, if it stays as it is.
    refused: Option<String>,
    #[serde(skip)]
    hint: String,
}

pub(super) fn run(arguments: &Replace, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    if arguments.old.trim().is_empty() {
        return Err(Fault::new(
            "there is nothing to find",
            "name the text that is replaced first",
        ));
    }
    // All are read before any is written.
    let read = arguments
        .files
        .iter()
        .map(|file| Library::load(file).map_err(|error| unreadable(file, &error)));
    let drafts: Vec<Stored> = read.collect::<Result<_, _>>()?;
    let mut lines = Vec::new();
    let mut failed = None;
    for stored in drafts {
        match replace_in(stored, arguments, terminal) {
            Ok(replaced) => lines.extend(replaced),
            Err(fault) => {
                failed = Some(fault);
                break;
            }
        }
    }
    if let Some(fault) = failed {
        // What was written before stays written, so it is named.
        if !lines.is_empty() {
            report(&lines, terminal)?;
        }
        return Err(fault);
    }
    let exit = match lines.iter().all(|line| line.refused.is_none()) && !lines.is_empty() {
        true => Exit::Yes,
        false => Exit::No,
    };
    report(&lines, terminal)?;
    Ok(exit)
}

/// Replaces what can be replaced in a campaign, and writes its file.
fn replace_in(stored: Stored, arguments: &Replace, terminal: &Terminal<'_>) -> Result<Vec<Line>, Fault> {
    let Stored { tag, mut campaign } = stored;
    let mut lines = Vec::new();
    for address in campaign.addresses() {
        let Some(found) = replacement(&address, &arguments.old, &arguments.new) else {
            continue;
        };
        let refused = found
            .refused
            .as_ref()
            .map(|problem| finding(problem, terminal.language));
        if refused.is_none() {
            campaign.replace_address(&address.place, &address.text, &found.after);
        }
        let (refused, hint) = refused.map_or((None, String::new()), |said| (Some(said.message), said.fix));
        lines.push(Line {
            file: tag.path.display().to_string(),
            name: campaign.name.clone(),
            used: address_use(&address.used, terminal.language),
            path: address.place,
            before: address.text,
            after: found.after,
            refused,
            hint,
        });
    }
    if !arguments.dry_run && lines.iter().any(|line| line.refused.is_none()) {
        save(&tag, &campaign)?;
    }
    Ok(lines)
}

fn report(lines: &[Line], terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    if terminal.json {
        return terminal.value(&lines);
    }
    if lines.is_empty() {
        return terminal.line(&terminal.text().t("replace-nothing"));
    }
    for line in lines {
        terminal.line(&format!("{} ({}, {})", line.name, line.used, line.path))?;
        match &line.refused {
            None => {
                terminal.line(&format!("  - {}", line.before))?;
                terminal.line(&format!("  + {}", line.after))?;
            }
            Some(why) => {
                terminal.line(&format!("  = {}", line.before))?;
                terminal.problem(&format!("{}: {why}", line.file), &line.hint);
            }
        }
    }
    Ok(())
}
