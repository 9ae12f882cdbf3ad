//! `beckon import` of texts: those that translators send back, into the campaigns that they are of. Everything is read before anything is written.

use serde_json::{Value, json};

use super::arguments::Import;
use super::input::unreadable;
use super::saving::{disk, folder_of, save};
use super::terminal::{Exit, Fault, Terminal};
use crate::campaign::{Campaign, MAX_FILE_BYTES};
use crate::library::{Library, LibraryError, Stored, read_bounded, site_in};
use crate::publish::{Brought, BroughtKind, TextsError, bring_back, read_texts};
use crate::wording::language_label;

pub(super) fn run(arguments: &Import, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let bytes = read_bounded(&arguments.file, MAX_FILE_BYTES)
        .map_err(|error| disk(&LibraryError::new("read", &arguments.file, error)))?;
    let rows = read_texts(&bytes).map_err(|error| refused(&error))?;
    let read = arguments
        .campaigns
        .iter()
        .map(|file| Library::load(file).map_err(|error| unreadable(file, &error)));
    let mut drafts: Vec<Stored> = read.collect::<Result<_, _>>()?;
    if let Some(folder) = &arguments.library {
        let library = Library::open(folder).map_err(|error| disk(&error))?;
        let entries = library.entries().map_err(|error| disk(&error))?;
        // Files that cannot be read are of no campaign.
        drafts.extend(entries.into_iter().filter_map(|entry| entry.content.ok()));
    }
    let folder = drafts.first().map(|draft| folder_of(&draft.tag).to_owned());
    let site = folder.and_then(|folder| site_in(&folder).ok().flatten());
    let usual = site.and_then(|site| site.languages.default);
    let before: Vec<Campaign> = drafts.iter().map(|draft| draft.campaign.clone()).collect();
    let mut campaigns: Vec<&mut Campaign> = drafts.iter_mut().map(|draft| &mut draft.campaign).collect();
    let brought = bring_back(&rows, &mut campaigns, usual.as_deref()).map_err(|error| refused(&error))?;
    if !arguments.dry_run {
        let changed = drafts
            .iter()
            .zip(&before)
            .filter(|(draft, before)| draft.campaign != **before);
        for (draft, _) in changed {
            save(&draft.tag, &draft.campaign)?;
        }
    }
    report(&brought, terminal)?;
    let all = brought
        .iter()
        .all(|one| matches!(one.kind, BroughtKind::Changed { .. }));
    Ok(if all { Exit::Yes } else { Exit::No })
}

fn refused(error: &TextsError) -> Fault {
    Fault::new(error.to_string(), error.hint())
}

fn report(brought: &[Brought], terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    if terminal.json {
        return terminal.value(&brought.iter().map(line).collect::<Vec<_>>());
    }
    if brought.is_empty() {
        return terminal.line(&terminal.text().t("import-nothing"));
    }
    for one in brought {
        let language = language_label(&one.language, terminal.language);
        terminal.line(&format!("{} ({language}, {})", one.name, one.key))?;
        match &one.kind {
            BroughtKind::Changed {
                before,
                after,
                own_changed,
            } => {
                if !before.is_empty() {
                    terminal.line(&format!("  - {before}"))?;
                }
                terminal.line(&format!("  + {after}"))?;
                if *own_changed {
                    let words = terminal.text().t("import-own-changed");
                    terminal.line(&format!("  ! {words}"))?;
                }
            }
            BroughtKind::Kept { here, theirs } => {
                terminal.line(&format!("  = {here}"))?;
                let words = terminal.text().tv("import-kept", &[("text", theirs.as_str().into())]);
                terminal.line(&format!("  ! {words}"))?;
            }
            BroughtKind::NotHere => {
                let words = terminal.text().t("import-not-here");
                terminal.line(&format!("  ! {words}"))?;
            }
        }
    }
    Ok(())
}

/// What became of a text, in the shape of `--json`.
fn line(one: &Brought) -> Value {
    let (before, after) = match &one.kind {
        BroughtKind::Changed { before, after, .. } => (Some(before), Some(after)),
        BroughtKind::Kept { here, theirs } => (Some(here), Some(theirs)),
        BroughtKind::NotHere => (None, None),
    };
    let own_changed = matches!(one.kind, BroughtKind::Changed { own_changed: true, .. });
    json!({
        "campaign": one.campaign, "name": one.name, "language": one.language, "key": one.key,
        "outcome": one.kind.id(), "before": before, "after": after, "own_changed": own_changed,
    })
}
