//! The work of a survey: reads the library, asks `insight`, and remembers the answers that still hold.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use super::{Key, Report, Start, lines};
use crate::{
    campaign::{Campaign, Group, Look, SiteDocument},
    engine::SiteRules,
    insight::{self, Finding, Overlaps, Severity, SiteContext},
    library::{Library, LoadError},
    studio::{pictures::LibraryPictures, session::Touched},
    visitor::Visitor,
    wording::text::Text,
};

/// Up to how many campaigns conditions and pairs are looked into while nobody looks at the page.
const FEW: usize = 300;
/// Beyond so many campaigns, pairs are not compared: there would be half a million and more.
pub const MOST_COMPETING: usize = 1_000;

/// What a survey needs.
pub struct Task {
    /// The library.
    pub library: Library,
    /// The open campaign as it is now, with its file, and what was touched of it.
    pub open: Option<(PathBuf, Campaign, Touched)>,
    /// How the site's pop-ups look, and what it says, where it has a document.
    pub site: (Look, Option<SiteDocument>),
    /// The present instant.
    pub now: DateTime<Utc>,
    /// What is to be started.
    pub start: Start,
}

/// Answers that hold while campaigns do not change.
#[derive(Debug, Default)]
pub struct Memory {
    /// On which day this was found: dates pass.
    day: Option<chrono::NaiveDate>,
    /// What follows from the conditions of each campaign, taken together.
    together: HashMap<PathBuf, (Campaign, Vec<Finding>)>,
    /// How these campaigns compete.
    compete: Option<(Vec<Campaign>, Overlaps)>,
}

/// What a survey found.
pub struct Surveyed {
    /// What it is about.
    pub key: Key,
    /// The report.
    pub report: Report,
    /// What the next survey may use.
    pub memory: Memory,
}

/// A campaign of the library.
pub(super) struct File {
    pub(super) path: PathBuf,
    pub(super) name: String,
    /// With the conditions of saved audiences in their places.
    pub(super) campaign: Campaign,
    /// Its audience as it is written.
    pub(super) written: Group,
    pub(super) touched: Touched,
}

/// A file that cannot be read.
pub(super) struct Broken {
    pub(super) path: PathBuf,
    pub(super) name: String,
    pub(super) error: LoadError,
}

/// Looks at the whole library. Ends early once it is stopped; its report is then worth nothing.
pub fn survey(task: Task) -> Surveyed {
    let Task {
        library,
        open,
        site,
        now,
        start: Start { key, mut memory, stop },
    } = task;
    let (shown, text) = (key.shown, Text::new(key.language));
    let day = now.date_naive();
    if memory.day != Some(day) {
        memory = Memory {
            day: Some(day),
            ..Memory::default()
        };
    }
    let stopped = || stop.is_set();
    let (files, broken) = read(&library, open);
    let thorough = shown || files.len() <= FEW;
    let mut report = lines::Lines::new(&text);
    broken.iter().for_each(|file| report.broken(file));
    let paths: HashSet<&PathBuf> = files.iter().map(|file| &file.path).collect();
    memory.together.retain(|path, _| paths.contains(path));
    let mut competing = Vec::with_capacity(files.len());
    for file in &files {
        if stopped() {
            break;
        }
        let found = findings(file, library.dir(), &site, now, thorough, &mut memory);
        if insight::competes(&file.campaign, &found) {
            competing.push(file);
        }
        for finding in found {
            report.finding(file, &finding);
        }
    }
    if files.len() > MOST_COMPETING {
        report.too_many();
    } else if !stopped()
        && let Some(overlaps) = compete(&competing, now, thorough, &mut memory, &stopped)
    {
        report.overlaps(&competing, overlaps, &SiteRules::from(site.1.as_ref()));
    }
    Surveyed {
        key,
        report: report.done(files.len()),
        memory,
    }
}

fn read(library: &Library, open: Option<(PathBuf, Campaign, Touched)>) -> (Vec<File>, Vec<Broken>) {
    let (mut files, mut broken) = (Vec::new(), Vec::new());
    let audiences = library.known_audiences();
    for entry in library.entries().into_iter().flatten() {
        let name = entry.name().to_owned();
        match (entry.content, &open) {
            (_, Some((path, campaign, touched))) if *path == entry.path => files.push(File {
                name: if campaign.name.trim().is_empty() {
                    name
                } else {
                    campaign.name.clone()
                },
                path: entry.path,
                campaign: campaign.inlined(&audiences),
                written: campaign.audience.clone(),
                touched: touched.clone(),
            }),
            (Ok(stored), _) => files.push(File {
                path: entry.path,
                name,
                campaign: stored.campaign.inlined(&audiences),
                written: stored.campaign.audience,
                touched: Touched::default(),
            }),
            (Err(error), _) => broken.push(Broken {
                path: entry.path,
                name,
                error,
            }),
        }
    }
    (files, broken)
}

/// Returns the findings about a single campaign; its conditions taken together, unless known, are examined only if `thorough`.
fn findings(
    file: &File,
    folder: &Path,
    (look, document): &(Look, Option<SiteDocument>),
    now: DateTime<Utc>,
    thorough: bool,
    memory: &mut Memory,
) -> Vec<Finding> {
    let pictures = LibraryPictures::new(folder.to_owned());
    let context = insight::Context {
        pictures: &pictures,
        site: SiteContext {
            look: Some(look),
            ..SiteContext::from(document.as_ref())
        },
        now: Some(now),
    };
    let mut findings = insight::check(&file.campaign, context);
    let known = memory
        .together
        .get(&file.path)
        .filter(|(campaign, _)| *campaign == file.campaign);
    let together = match known {
        Some((_, findings)) => findings.clone(),
        None if !thorough => Vec::new(),
        None => {
            let found = insight::examine(&file.campaign, now);
            memory
                .together
                .insert(file.path.clone(), (file.campaign.clone(), found.clone()));
            found
        }
    };
    // A place where something alone cannot hold is reported once.
    let wrong: Vec<String> = findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error)
        .map(|finding| finding.path.clone())
        .collect();
    let known = |finding: &Finding| wrong.iter().any(|path| is_below(path, &finding.path));
    findings.extend(together.into_iter().filter(|finding| !known(finding)));
    findings
}

/// Whether a JSON Pointer is `place` or leads to something in it.
fn is_below(pointer: &str, place: &str) -> bool {
    let rest = pointer.strip_prefix(place);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Returns how these campaigns compete; `None` when that is neither known nor to be computed.
fn compete<'m>(
    files: &[&File],
    now: DateTime<Utc>,
    thorough: bool,
    memory: &'m mut Memory,
    stopped: &(dyn Fn() -> bool + Sync),
) -> Option<&'m Overlaps> {
    let same = |known: &[Campaign]| {
        let asked = files.iter().map(|file| &file.campaign);
        known.len() == files.len() && known.iter().zip(asked).all(|(known, asked)| known == asked)
    };
    if !memory.compete.as_ref().is_some_and(|(known, _)| same(known)) {
        if !thorough {
            return None;
        }
        let campaigns: Vec<Campaign> = files.iter().map(|file| file.campaign.clone()).collect();
        let overlaps = insight::overlaps(&campaigns, &Visitor::default(), now, stopped);
        // A stopped result is incomplete, and must not count as complete.
        let known = if stopped() { Vec::new() } else { campaigns };
        memory.compete = Some((known, overlaps));
    }
    memory.compete.as_ref().map(|(_, overlaps)| overlaps)
}
