//! `beckon render`: the pop-up as a picture, the preview's own pixels.

use std::path::Path;

use serde_json::{Map, json};

use super::arguments::Render;
use super::input::Draft;
use super::output;
use super::terminal::{Exit, Fault, Terminal};
use crate::campaign::PicturePlace;
use crate::library::read_picture;
use crate::popup::{Scale, Scene, render};

pub(super) fn run(arguments: &Render, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let draft = Draft::read(&arguments.file)?.spoken(arguments.speech.language.as_deref())?;
    draw_missing(&draft, terminal);
    let scene = Scene {
        theme: arguments.theme,
        viewport: arguments.size.unwrap_or(arguments.frame.into()),
        scale: Scale::new(arguments.scale),
        part: arguments.part,
        ..scene_of(&draft, arguments.site.named())?
    };
    let hint = "try a smaller scale, or see it in a browser with: beckon html";
    let picture = render(&scene).map_err(|error| Fault::found(error.to_string(), hint))?;
    let png = picture
        .to_png()
        .map_err(|error| Fault::found(error.to_string(), hint))?;
    output::write(&arguments.output, &png, &[&arguments.file], arguments.force)?;
    let (file, width, height) = (arguments.output.display(), picture.width, picture.height);
    if terminal.json {
        terminal.value(&json!({ "file": file.to_string(), "width": width, "height": height }))?;
    } else {
        terminal.line(&format!("wrote {file} ({width} × {height} pixels)"))?;
    }
    Ok(Exit::Yes)
}

/// The campaign's pop-up on its site, for a visitor without attributes: tokens show their fallbacks.
pub(super) fn scene_of(draft: &Draft, site: Option<&Path>) -> Result<Scene, Fault> {
    let mut scene = Scene::of_campaign(&draft.campaign, &Map::new(), |name| draft.picture(name));
    if let Some(site) = draft.site(site)? {
        scene.brand.look = site.look;
    }
    Ok(scene)
}

/// Reports the unreadable pictures that are left out of the drawing.
pub(super) fn draw_missing(draft: &Draft, terminal: &mut Terminal<'_>) {
    for (place, name) in draft.campaign.pictures_by_place() {
        // Without the one for dense screens, the other is drawn.
        if place == PicturePlace::DenseCard || !draft.campaign.shows_picture(place) {
            continue;
        }
        if let Err(error) = read_picture(draft.folder(), name) {
            terminal.problem(&format!("drawn without a picture: {error}"), error.hint());
        }
    }
}
