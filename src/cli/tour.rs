//! `beckon tour`: the main job without a window, on the sample campaigns.
//!
//! For each of them the summary, the findings, the verdict for a first-time and a returning visitor, and its pictures in every frame, and
//! the app's own window, if there is one. Everything goes into a folder, with a page that shows it.

mod page;
mod visitors;

use std::path::Path;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::Surroundings;
use super::arguments::Tour;
use super::check::{self, Line};
use super::input::Draft;
use super::output;
use super::render::scene_of;
use super::terminal::{Exit, Fault, Terminal};
use crate::engine::explain;
use crate::library::{FILE_SUFFIX, Library, LibraryError, SAMPLES};
use crate::popup::{Frame, Scene, render_all};
use crate::wording::{Language, Reader, summary, verdict};

/// A picture of the app's window.
#[derive(Debug, Clone)]
pub struct WindowShot {
    /// What it shows, usable as a file name.
    pub name: String,
    /// The picture, as PNG.
    pub png: Vec<u8>,
}

/// Draws the app's window on the library in a folder, off screen.
pub type WindowPicture = fn(&Path) -> Result<Vec<WindowShot>, String>;

/// What the tour says about one sample.
struct Stop {
    name: String,
    file: &'static str,
    summary: String,
    findings: Vec<Line>,
    verdicts: Vec<Verdict>,
    pictures: Vec<String>,
}

/// What a visitor sees, in words.
struct Verdict {
    visitor: &'static str,
    shown: bool,
    sentence: String,
}

pub(super) fn run(arguments: &Tour, surroundings: &Surroundings, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let folder = &arguments.folder;
    claim(folder, arguments.force)?;
    let library = Library::open(folder.join("campaigns")).and_then(|library| library.add_samples().map(|_| library));
    let library = library.map_err(|error| Fault::new(error.to_string(), error.hint()))?;
    let now = crate::clock::now();
    let mut stops = Vec::new();
    for sample in SAMPLES {
        let draft = Draft::read(&library.dir().join(sample.file))?;
        let stop = visit(sample.file, &draft, folder, now)?;
        if !terminal.json {
            print(&stop, terminal)?;
        }
        stops.push(stop);
    }
    let windows = draw_window(surroundings, library.dir(), folder, terminal)?;
    let page = folder.join("index.html");
    output::write(&page, page::html(&stops, &windows).as_bytes(), &[], true)?;
    if terminal.json {
        terminal.value(&as_json(&stops, &windows, &page))?;
    } else {
        terminal.line(&format!("See it all in {}", page.display()))?;
    }
    let stopped = stops.iter().flat_map(|stop| &stop.findings).any(Line::stops_launch);
    Ok(if stopped { Exit::No } else { Exit::Yes })
}

/// The file that marks a folder as the tour's own, whose content may be replaced.
const MARK: &str = ".beckon-tour";
/// The text of the mark, for users who look into it.
const MARK_TEXT: &str = "The tour of Beckon writes into this folder, and replaces what it wrote before.\n";

/// Claims the folder for the tour: a new or empty one, or one of an earlier tour; any other only with `force`.
fn claim(folder: &Path, force: bool) -> Result<(), Fault> {
    let mark = folder.join(MARK);
    let empty = std::fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if !empty && !mark.is_file() && !force {
        let message = format!("`{}` holds other things already", folder.display());
        let hint = "name an empty or a new folder, or let the tour write into this one with --force";
        return Err(Fault::new(message, hint));
    }
    let made = std::fs::create_dir_all(folder).map_err(|error| LibraryError::new("make the folder", folder, error));
    made.map_err(|error| Fault::new(error.to_string(), error.hint()))?;
    output::write(&mark, MARK_TEXT.as_bytes(), &[], true)
}

fn visit(file: &'static str, draft: &Draft, folder: &Path, now: DateTime<Utc>) -> Result<Stop, Fault> {
    let verdicts = visitors::both(&draft.campaign, now).map(|(who, visitor)| {
        let explanation = explain(&draft.campaign, &visitor, now);
        let said = verdict(&draft.campaign, &explanation, None, Reader::anywhere(Language::ENGLISH));
        Verdict {
            visitor: who,
            shown: said.shown,
            sentence: said.line(),
        }
    });
    Ok(Stop {
        name: draft.campaign.name.clone(),
        file,
        summary: summary(&draft.campaign, Language::ENGLISH).to_string(),
        findings: check::lines_of(draft, None, Language::ENGLISH),
        verdicts: verdicts.into(),
        pictures: draw(file.trim_end_matches(FILE_SUFFIX), draft, folder)?,
    })
}

/// Draws the pop-up in every frame, and hands out the pictures' file names.
fn draw(stem: &str, draft: &Draft, folder: &Path) -> Result<Vec<String>, Fault> {
    let scene = scene_of(draft, None)?;
    let in_frame = |frame: &Frame| Scene {
        viewport: (*frame).into(),
        ..scene.clone()
    };
    let scenes: Vec<Scene> = Frame::ALL.iter().map(in_frame).collect();
    let mut names = Vec::new();
    for (frame, picture) in Frame::ALL.iter().zip(render_all(&scenes)) {
        let png = picture
            .map_err(|error| error.to_string())
            .and_then(|picture| picture.to_png().map_err(|error| error.to_string()));
        let png =
            png.map_err(|error| Fault::found(format!("`{stem}` cannot be drawn: {error}"), "run the tour again"))?;
        let name = format!("{stem}-{frame}.png");
        output::write(&folder.join(&name), &png, &[], true)?;
        names.push(name);
    }
    Ok(names)
}

/// Draws the app's own window; a program without one says so.
fn draw_window(
    surroundings: &Surroundings,
    library: &Path,
    folder: &Path,
    terminal: &mut Terminal<'_>,
) -> Result<Vec<String>, Fault> {
    let Some(draw) = surroundings.window_picture else {
        terminal.note(
            "this beckon was built without its window, so there is no picture of it",
            "build it with its default features",
        );
        return Ok(Vec::new());
    };
    let shots = draw(library)
        .map_err(|error| Fault::found(format!("the window cannot be drawn: {error}"), "run the tour again"))?;
    let mut names = Vec::new();
    for shot in shots {
        let name = format!("window-{}.png", shot.name);
        output::write(&folder.join(&name), &shot.png, &[], true)?;
        names.push(name);
    }
    Ok(names)
}

fn print(stop: &Stop, terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    terminal.line(&format!("{} ({})", stop.name, stop.file))?;
    terminal.line(&format!("  {}", stop.summary))?;
    if stop.findings.is_empty() {
        terminal.line("  Findings: none, ready to launch")?;
    }
    for line in &stop.findings {
        check::print(line, terminal)?;
    }
    for verdict in &stop.verdicts {
        let mark = if verdict.shown { '✓' } else { '✗' };
        terminal.line(&format!("  {mark} {}: {}", verdict.visitor, verdict.sentence))?;
    }
    terminal.line(&format!("  Pictures: {}", stop.pictures.join(", ")))?;
    terminal.line("")
}

fn as_json(stops: &[Stop], windows: &[String], page: &Path) -> Value {
    let stops = stops.iter().map(|stop| {
        let verdicts = stop
            .verdicts
            .iter()
            .map(|verdict| json!({ "visitor": verdict.visitor, "shown": verdict.shown, "sentence": verdict.sentence }));
        json!({
            "file": stop.file,
            "name": stop.name,
            "summary": stop.summary,
            "findings": stop.findings,
            "verdicts": verdicts.collect::<Vec<_>>(),
            "pictures": stop.pictures,
        })
    });
    json!({ "campaigns": stops.collect::<Vec<_>>(), "window": windows, "page": page.to_string_lossy() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tour_takes_a_new_folder_an_empty_one_and_its_own_and_another_only_with_force() {
        let home = tempfile::tempdir().expect("a folder");
        let (own, other) = (home.path().join("new/own"), home.path().join("other"));
        for force in [false, true] {
            claim(&own, force).expect("new, or its own");
            claim(home.path().join(format!("empty {force}")).as_path(), force).expect("new");
        }
        std::fs::create_dir(&other).expect("made");
        claim(&other, false).expect("empty");
        std::fs::remove_dir_all(&other).expect("removed");
        std::fs::create_dir(&other).expect("made");
        std::fs::write(other.join("index.html"), "the user's own").expect("written");
        assert!(claim(&other, false).is_err(), "somebody else's");
        claim(&other, true).expect("with force");
        claim(&other, false).expect("its own from now on");
    }
}
