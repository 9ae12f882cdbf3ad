//! Visitors and journeys as a command's input: a file, or the name of a preset.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::input::{Draft, read_text};
use super::nearest::most_alike;
use super::terminal::Fault;
use crate::engine::SiteRules;
use crate::visitor::{Journey, JourneyPreset, Visitor, VisitorPreset};

/// Returns the visitor of a file, or of a preset on the page of a site that the first of these campaigns asks for, at the instant `now`.
pub(super) fn visitor(given: &Path, drafts: &[Draft], site: &SiteRules, now: DateTime<Utc>) -> Result<Visitor, Fault> {
    let names: Vec<&str> = VisitorPreset::ALL.iter().map(|preset| preset.name()).collect();
    match preset(given, "visitor", &names)? {
        Some(index) => Ok(VisitorPreset::ALL[index].visitor(&page(drafts, site), now)),
        None => read_text(given, Visitor::from_json),
    }
}

/// Returns the same, with a first-time desktop visitor if none is named.
pub(super) fn near(given: Option<&Path>, drafts: &[Draft], now: DateTime<Utc>) -> Result<Visitor, Fault> {
    given.map_or_else(
        || Ok(Visitor::default()),
        |given| visitor(given, drafts, &SiteRules::default(), now),
    )
}

/// Returns the journey of a file, or of a preset on the page of a site that the first of these campaigns asks for, from `now` on.
pub(super) fn journey(given: &Path, drafts: &[Draft], site: &SiteRules, now: DateTime<Utc>) -> Result<Journey, Fault> {
    let names: Vec<&str> = JourneyPreset::ALL.iter().map(|preset| preset.name()).collect();
    match preset(given, "journey", &names)? {
        Some(index) => Ok(JourneyPreset::ALL[index].journey(&page(drafts, site), now)),
        None => read_text(given, Journey::from_json),
    }
}

fn page(drafts: &[Draft], site: &SiteRules) -> String {
    let first = drafts.first().map(|draft| site.page_of(&draft.campaign));
    first.unwrap_or_else(|| Visitor::default().url)
}

/// Returns the index of the named preset; `None` for a file. An existing file has priority over a preset of its name.
fn preset(given: &Path, what: &str, names: &[&str]) -> Result<Option<usize>, Fault> {
    let Some(name) = given.to_str().filter(|_| !given.exists()) else {
        return Ok(None);
    };
    if let Some(index) = names.iter().position(|known| *known == name) {
        return Ok(Some(index));
    }
    // Anything that looks like a path is taken as one.
    if name.is_empty() || name.contains(['/', '\\', '.']) {
        return Ok(None);
    }
    let known = names.iter().map(|known| ((*known).to_owned(), (*known).to_owned()));
    let hint = match most_alike(&name.to_lowercase(), known) {
        Some(nearest) => format!("the nearest preset is {nearest}; see all of them with: beckon help visitors"),
        None => "see the presets with: beckon help visitors".to_owned(),
    };
    let message = format!("`{name}` is neither a {what} file nor a preset");
    Err(Fault::new(message, hint))
}
