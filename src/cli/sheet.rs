//! `beckon sheet`: the pop-up in every way in which visitors may meet it, as one file, and what was found in it.

use std::path::Path;

use serde_json::json;

use super::arguments::{ProofAs, Sheet};
use super::input::Draft;
use super::output;
use super::render::{draw_missing, scene_of};
use super::terminal::{Exit, Fault, Terminal};
use crate::studio::sheet::{Chip, Event, ProofForm, ProofSource, Screen, Subject, THEMES, Texts};
use crate::studio::{self, trouble::Trouble};

pub(super) fn run(arguments: &Sheet, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    output::check(&arguments.output, &[&arguments.file], arguments.force)?;
    let draft = Draft::read(&arguments.file)?.spoken(arguments.speech.language.as_deref())?;
    draw_missing(&draft, terminal);
    let scene = scene_of(&draft, arguments.site.named())?;
    let subject = Subject {
        without_details: scene.content.clone(),
        scene,
    };
    let mut sheet = studio::sheet::Sheet::default();
    sheet.on(Event::About(Box::new(subject)));
    narrow(&mut sheet, arguments);
    if sheet.shown().next().is_none() && !sheet.all().is_empty() {
        let fault = Fault::found("these texts change nothing about this message", "leave out --texts");
        return Err(fault);
    }
    let day = crate::clock::now().with_timezone(&draft.campaign.zone()).date_naive();
    let source = ProofSource::of(&sheet, &draft.campaign.name, day, terminal.text().language())
        .ok_or_else(|| Fault::found("the message says nothing yet", "write its texts first"))?;
    let proof = source.proof();
    let file = form(arguments)
        .file(&proof)
        .map_err(|error: Trouble| Fault::found(error.to_string(), "see it in the window instead: Contact sheet"))?;
    output::write(&arguments.output, &file, &[&arguments.file], arguments.force)?;
    let (path, pictures) = (arguments.output.display().to_string(), proof.shots.len());
    let found = proof.found.map_or_else(Vec::new, |found| found.lines);
    if terminal.json {
        let findings = found
            .iter()
            .map(|(what, place)| json!({ "what": what, "where": place }));
        terminal.value(&json!({ "file": path, "pictures": pictures, "findings": findings.collect::<Vec<_>>() }))?;
    } else {
        terminal.line(&format!("wrote {path} ({pictures} pictures)"))?;
        for (what, place) in found {
            terminal.line(&format!("{what}: {place}"))?;
        }
    }
    Ok(Exit::Yes)
}

/// Leaves out what was not asked for.
fn narrow(sheet: &mut studio::sheet::Sheet, arguments: &Sheet) {
    let mut show = |chip: Chip, wanted: bool| {
        if sheet.is_on(chip) != wanted {
            sheet.on(Event::Turn(chip));
        }
    };
    if !arguments.devices.is_empty() {
        let screens = Screen::ALL.iter().copied();
        screens.for_each(|screen| show(Chip::Screen(screen), arguments.devices.contains(&screen)));
    }
    if let Some(wanted) = arguments.theme {
        THEMES
            .into_iter()
            .for_each(|theme| show(Chip::Theme(theme), theme == wanted));
    }
    if !arguments.texts.is_empty() {
        let texts = Texts::ALL.iter().copied();
        texts.for_each(|texts| show(Chip::Texts(texts), arguments.texts.contains(&texts)));
    }
}

/// What was asked for, else what the file's ending says, else a picture.
fn form(arguments: &Sheet) -> ProofForm {
    let ending = |file: &Path| file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match arguments.form {
        Some(ProofAs::Png) => ProofForm::Png,
        Some(ProofAs::Html) => ProofForm::Page,
        Some(ProofAs::Pdf) => ProofForm::Pdf,
        None => {
            let ending = ending(&arguments.output).unwrap_or_default();
            let named = ProofForm::ALL.iter().find(|form| form.ending() == ending);
            named.copied().unwrap_or_default()
        }
    }
}
