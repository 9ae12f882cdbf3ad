//! `beckon export`: campaigns for elsewhere.

use std::path::Path;

use serde_json::json;

use super::arguments::{Export, ExportForm};
use super::input::{Draft, unreadable};
use super::terminal::{Exit, Fault, Terminal};
use super::{check, output};
use crate::library::{audience_name, read_audience};
use crate::notation::{Notation, write};
use crate::publish::{ExportError, LeftOut, TextsError, bundle, jetlink, site, texts, write_table, write_xliff};

pub(super) fn run(arguments: &Export, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    match arguments.form {
        ExportForm::JsonLogic => return audience_of(arguments, Notation::JsonLogic, terminal),
        ExportForm::ReactQuerybuilder => return audience_of(arguments, Notation::ReactQuerybuilder, terminal),
        ExportForm::Json | ExportForm::Site | ExportForm::Jetlink | ExportForm::Xliff | ExportForm::Csv => {}
    }
    let drafts = match &arguments.library {
        Some(folder) => Draft::read_library(folder)?,
        None => Draft::read_all(&arguments.files)?,
    };
    let campaigns = || drafts.iter().map(|draft| (&draft.campaign, draft.folder()));
    let refused = |error: ExportError| Fault::found(error.to_string(), error.hint());
    let (text, left_out) = match arguments.form {
        ExportForm::Site => return site_of(arguments, &drafts, terminal),
        ExportForm::Json | ExportForm::JsonLogic | ExportForm::ReactQuerybuilder => (
            bundle(campaigns())
                .and_then(|bundle| bundle.to_file())
                .map_err(refused)?,
            Vec::new(),
        ),
        ExportForm::Xliff | ExportForm::Csv => {
            let text = texts_of(arguments, &drafts)?;
            (text, Vec::new())
        }
        ExportForm::Jetlink => {
            let snippet = jetlink(campaigns()).map_err(refused)?;
            (for_page(&snippet.code, &arguments.output), snippet.left_out)
        }
    };
    let inputs: Vec<&Path> = drafts.iter().map(|draft| draft.file.as_path()).collect();
    output::write(&arguments.output, text.as_bytes(), &inputs, arguments.force)?;
    for LeftOut { campaign, loss } in &left_out {
        terminal.note(&format!("`{campaign}`: Jetlink cannot carry {loss}"), loss.hint());
    }
    if terminal.json {
        let left_out = left_out
            .iter()
            .map(|left| json!({ "campaign": left.campaign, "what": left.loss.id() }));
        terminal.value(&json!({
            "file": arguments.output.to_string_lossy(),
            "campaigns": drafts.len(),
            "left_out": left_out.collect::<Vec<_>>(),
        }))?;
    } else {
        terminal.line(&format!("wrote {}", arguments.output.display()))?;
    }
    Ok(Exit::Yes)
}

/// Writes one audience for another program, and says what it does not say there.
fn audience_of(arguments: &Export, notation: Notation, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let [file] = &arguments.files[..] else {
        let message = format!(
            "{} says one audience, and {} files are named",
            notation.name(),
            arguments.files.len()
        );
        return Err(Fault::new(message, "name one campaign, or one saved audience"));
    };
    let audience = match audience_name(file) {
        Some(_) => read_audience(file).map_err(|error| unreadable(file, &error))?.audience,
        None => Draft::read(file)?.campaign.audience,
    };
    let written = write(&audience, notation);
    output::write(&arguments.output, written.text().as_bytes(), &[file], arguments.force)?;
    for loss in &written.losses {
        terminal.note(&format!("{}: {loss}", notation.name()), "");
    }
    if terminal.json {
        terminal.value(&json!({
            "file": arguments.output.to_string_lossy(),
            "losses": super::import::listed(&written.losses),
        }))?;
    } else {
        terminal.line(&format!("wrote {}", arguments.output.display()))?;
    }
    Ok(Exit::Yes)
}

/// Returns the texts for translators.
fn texts_of(arguments: &Export, drafts: &[Draft]) -> Result<String, Fault> {
    let site = match drafts.first() {
        Some(draft) => draft.site(arguments.site.named())?,
        None => None,
    };
    let usual = site.as_ref().and_then(|site| site.languages.default.as_deref());
    let refused = |error: TextsError| Fault::found(error.to_string(), error.hint());
    let campaigns = drafts.iter().map(|draft| &draft.campaign);
    let rows = texts(campaigns, arguments.to.as_deref(), usual).map_err(refused)?;
    match arguments.form == ExportForm::Csv {
        true => Ok(write_table(&rows)),
        false => write_xliff(&rows).map_err(refused),
    }
}

/// Makes a site, which is a launch: it includes only what passes the checks.
fn site_of(arguments: &Export, drafts: &[Draft], terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let document = match drafts.first() {
        Some(draft) => draft.site_file(arguments.site.named())?,
        None => None,
    };
    let document = document.as_ref().map(|(file, site)| (file.as_path(), site));
    if let Some(exit) = check::stop_launch(drafts, document, terminal)? {
        return Ok(exit);
    }
    check::note_static_host(drafts, terminal);
    let campaigns = drafts.iter().map(|draft| (&draft.campaign, draft.folder()));
    let site = site(campaigns, document.map(|(_, site)| site))
        .map_err(|error| Fault::found(error.to_string(), error.hint()))?;
    let written = site
        .write(&arguments.output)
        .map_err(|error| Fault::new(error.to_string(), error.hint()))?;
    for path in &written.left {
        let hint = "delete it and export again for a new one";
        terminal.note(&format!("`{path}` is not as Beckon wrote it, and was left alone"), hint);
    }
    if terminal.json {
        terminal.value(&json!({
            "folder": arguments.output.to_string_lossy(),
            "campaigns": drafts.len(),
            "files": site.paths().collect::<Vec<_>>(),
            "left": written.left,
            "removed": written.removed,
        }))?;
    } else {
        terminal.line(&format!(
            "wrote {}: upload it as it is, README.txt says how",
            arguments.output.display()
        ))?;
    }
    Ok(Exit::Yes)
}

/// The calls as they are, or within a script element when the output is a page's part.
fn for_page(code: &str, output: &Path) -> String {
    let page = output
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("html") || end.eq_ignore_ascii_case("htm"));
    if page {
        format!("<script>\n{code}</script>\n")
    } else {
        code.to_owned()
    }
}
