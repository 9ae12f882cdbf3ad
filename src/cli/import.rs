//! `beckon import`: an audience that another program wrote, as a saved audience or as a new campaign. Without a file to write, it brings texts back.

use std::path::Path;

use serde_json::{Value, json};

use super::arguments::Import;
use super::terminal::{Exit, Fault, Terminal};
use super::{import_texts, output};
use crate::campaign::{Campaign, Group, MAX_FILE_BYTES, SavedAudience, to_json};
use crate::library::{AUDIENCE_SUFFIX, FILE_SUFFIX, LibraryError, read_input};
use crate::notation::{Loss, read};

pub(super) fn run(arguments: &Import, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let file = &arguments.file;
    let Some(output) = &arguments.output else {
        return import_texts::run(arguments, terminal);
    };
    let ending = |suffix: &str| output.to_string_lossy().to_lowercase().ends_with(suffix);
    let (as_audience, as_campaign) = (ending(AUDIENCE_SUFFIX), ending(FILE_SUFFIX));
    if !as_audience && !as_campaign {
        return Err(Fault::new(
            format!("`{}` is neither a saved audience nor a campaign", output.display()),
            "name a file after -o that ends in .audience.json or .campaign.json",
        ));
    }
    output::check(output, &[file], arguments.force)?;
    let bytes = read_input(file, MAX_FILE_BYTES).map_err(|error| {
        let error = LibraryError::new("read", file, error);
        Fault::new(error.to_string(), error.hint())
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let message = format!("{}: the file is not UTF-8 text", file.display());
        Fault::new(message, "save it as UTF-8 in a text editor")
    })?;
    let found = read(&text).map_err(|error| Fault::new(format!("{}: {error}", file.display()), error.hint()))?;
    let name = arguments.name.clone().unwrap_or_else(|| stem(file));
    let conditions = found.audience.count_conditions();
    let written = match as_audience {
        true => audience(&name, found.audience),
        false => campaign(&name, found.audience),
    };
    output::write(output, written.as_bytes(), &[file], arguments.force)?;
    for loss in &found.losses {
        terminal.note(&format!("{}: {loss}", file.display()), "");
    }
    if terminal.json {
        terminal.value(&json!({
            "file": output.to_string_lossy(),
            "from": found.notation.id(),
            "conditions": conditions,
            "losses": listed(&found.losses),
        }))?;
    } else {
        terminal.line(&format!("wrote {}", output.display()))?;
    }
    Ok(if found.losses.is_empty() { Exit::Yes } else { Exit::No })
}

fn audience(name: &str, audience: Group) -> String {
    let saved = SavedAudience {
        name: name.to_owned(),
        audience,
        ..SavedAudience::default()
    };
    saved.to_json()
}

fn campaign(name: &str, audience: Group) -> String {
    let zone = iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned());
    to_json(&Campaign {
        audience,
        ..Campaign::new(crate::clock::new_id(), name, &zone)
    })
}

/// The name of a file without its ending.
fn stem(file: &Path) -> String {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    name.strip_suffix(".json").map_or(name.clone(), str::to_owned)
}

/// Returns losses in the shape of `--json`.
pub(super) fn listed(losses: &[Loss]) -> Vec<Value> {
    let one = |loss: &Loss| json!({ "path": loss.place, "what": loss.kind.id(), "message": loss.to_string() });
    losses.iter().map(one).collect()
}
