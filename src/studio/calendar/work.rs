//! The job that reads the library for a calendar.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Key, Line, Plan, Row, Start};
use crate::{
    campaign::{Campaign, Look, SiteDocument},
    insight::{self, Calendar, DaySpan, Overlaps, SiteContext},
    library::Library,
    studio::{pictures::LibraryPictures, shelf::Status, survey::MOST_COMPETING},
    visitor::Visitor,
    wording,
};

/// So many meetings are listed.
const MOST_CLASHES: usize = 200;

/// What a job needs.
pub struct Task {
    /// The library.
    pub library: Library,
    /// Campaigns that are open, as they are now.
    pub open: HashMap<PathBuf, Campaign>,
    /// What the list knows of each file.
    pub statuses: HashMap<PathBuf, Status>,
    /// How the site's pop-ups look, and what it says, where it has a document.
    pub site: (Look, Option<SiteDocument>),
    /// On whose clocks days begin.
    pub zone: Tz,
    /// The present instant.
    pub now: DateTime<Utc>,
    /// What is to be started.
    pub start: Start,
}

/// Who can meet, while the campaigns do not change.
#[derive(Debug, Default)]
pub struct Memory {
    known: Option<(Vec<Campaign>, Overlaps)>,
}

/// What a job read.
pub struct Read {
    /// What it is about.
    pub key: Key,
    /// What runs when.
    pub plan: Plan,
    /// What the next job may use.
    pub memory: Memory,
}

/// Reads the library. Ends early once it is stopped; its plan is then worth nothing.
pub fn read_calendar(task: Task) -> Read {
    let Task {
        library,
        mut open,
        statuses,
        site: (look, document),
        zone,
        now,
        start: Start { key, mut memory, stop },
    } = task;
    let pictures = LibraryPictures::new(library.dir().to_owned());
    let context = insight::Context {
        pictures: &pictures,
        site: SiteContext {
            look: Some(&look),
            ..SiteContext::from(document.as_ref())
        },
        now: Some(now),
    };
    let (mut files, mut campaigns, mut unready) = (Vec::new(), Vec::new(), 0);
    for entry in library.entries().into_iter().flatten() {
        if stop.is_set() {
            break;
        }
        let known = open.remove(&entry.path);
        let Some(campaign) = known.or_else(|| Some(entry.content.ok()?.campaign)) else {
            continue;
        };
        if insight::competes(&campaign, &insight::check(&campaign, context)) {
            files.push(entry.path);
            campaigns.push(campaign);
        } else {
            unready += 1;
        }
    }
    let too_many = campaigns.len() > MOST_COMPETING;
    let remembered = memory.known.take().filter(|(known, _)| *known == campaigns);
    let overlaps = match remembered {
        Some((_, overlaps)) => overlaps,
        None if too_many => Overlaps::default(),
        None => insight::overlaps(&campaigns, &Visitor::default(), now, &|| stop.is_set()),
    };
    let calendar = insight::calendar(&campaigns, &overlaps, key.shown.first, key.shown.count(), zone);
    let plan = Plan {
        unready,
        too_many,
        ..plan(&files, &campaigns, &statuses, calendar, key)
    };
    // What a stopped search found is not all.
    memory.known = (!stop.is_set()).then_some((campaigns, overlaps));
    Read { key, plan, memory }
}

fn plan(
    files: &[PathBuf],
    campaigns: &[Campaign],
    statuses: &HashMap<PathBuf, Status>,
    calendar: Calendar,
    key: Key,
) -> Plan {
    let language = key.language;
    let place = |day| calendar.days.binary_search(&day).unwrap_or_default();
    let places = |span: DaySpan| (place(span.first), place(span.last));
    let names: Vec<String> = files
        .iter()
        .zip(campaigns)
        .map(|(path, one)| named(path, one))
        .collect();
    let gap = |span: &DaySpan| Line {
        message: wording::gap(*span, language),
        path: None,
        days: places(*span),
    };
    let clash = |clash: &insight::Clash| {
        let first = clash.winner.unwrap_or(clash.a);
        let other = if first == clash.a { clash.b } else { clash.a };
        Some(Line {
            message: wording::clash(
                [names.get(first)?.as_str(), names.get(other)?.as_str()],
                clash.winner.is_some(),
                clash.days,
                language,
            ),
            path: files.get(first).cloned(),
            days: places(clash.days),
        })
    };
    let mut rows: Vec<Row> = files
        .iter()
        .zip(campaigns)
        .zip(names.iter().zip(&calendar.open).enumerate())
        .map(|((path, campaign), (index, (name, open)))| Row {
            path: path.clone(),
            name: name.clone(),
            status: statuses.get(path).copied(),
            priority: campaign.schedule.rank(),
            spans: calendar.spans_of(index).into_iter().map(places).collect(),
            beyond: [open.before, open.after],
            said: wording::open_times(campaign, language),
        })
        .collect();
    let begins = |row: &Row| row.spans.first().map_or(usize::MAX, |(first, _)| *first);
    rows.sort_by(|one, other| {
        let order = |row: &Row| (begins(row), row.priority);
        order(one).cmp(&order(other)).then_with(|| one.name.cmp(&other.name))
    });
    Plan {
        gaps: calendar.gaps.iter().map(gap).collect(),
        clashes: calendar.clashes.iter().filter_map(clash).take(MOST_CLASHES).collect(),
        unlisted: calendar.clashes.len().saturating_sub(MOST_CLASHES),
        days: calendar.days,
        rows,
        ..Plan::default()
    }
}

fn named(path: &Path, campaign: &Campaign) -> String {
    match campaign.name.trim() {
        "" => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        name => name.to_owned(),
    }
}
