//! Finding out which campaigns stand in line.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use super::{Entry, Line};
use crate::{
    campaign::{Campaign, Look},
    engine::Rank,
    insight::{self, SiteContext},
    library::Library,
    studio::{inquiry::Stop, pictures::LibraryPictures, shelf::Status, survey::MOST_COMPETING},
    visitor::Visitor,
};

/// What is needed to find it out.
pub struct Task {
    /// The library.
    pub library: Library,
    /// The campaigns that are, or were, open, as they are now.
    pub open: HashMap<PathBuf, Campaign>,
    /// The status of each file.
    pub statuses: HashMap<PathBuf, Status>,
    /// How the site's pop-ups look.
    pub site: Look,
    /// The present instant.
    pub now: DateTime<Utc>,
    /// Is set when nobody wants to know any more.
    pub stop: Stop,
}

/// Finds the campaigns that can be launched and can meet a visitor together with others, in the order in which the engine takes them; `None` once
/// nobody wants to know any more.
pub fn read_order(task: Task) -> Option<Line> {
    let Task {
        library,
        mut open,
        statuses,
        site,
        now,
        stop,
    } = task;
    let pictures = LibraryPictures::new(library.dir().to_owned());
    let context = insight::Context {
        pictures: &pictures,
        site: SiteContext {
            look: Some(&site),
            ..SiteContext::UNKNOWN
        },
        now: Some(now),
    };
    let mut competing: Vec<(PathBuf, Campaign)> = Vec::new();
    let mut unready = 0;
    for entry in library.entries().into_iter().flatten() {
        if stop.is_set() {
            return None;
        }
        let known = open.remove(&entry.path);
        let Some(campaign) = known.or_else(|| Some(entry.content.ok()?.campaign)) else {
            continue;
        };
        if insight::competes(&campaign, &insight::check(&campaign, context)) {
            competing.push((entry.path, campaign));
        } else {
            unready += 1;
        }
    }
    competing.sort_by_cached_key(|(_, campaign)| Rank::of(campaign));
    let too_many = competing.len() > MOST_COMPETING;
    let meets = match too_many {
        true => vec![0; competing.len()],
        false => meetings(&competing, now, &stop)?,
    };
    let all = competing.len();
    let met = competing
        .into_iter()
        .zip(meets)
        .filter(|(_, meets)| too_many || *meets > 0);
    let entries: Vec<Entry> = met
        .map(|((path, campaign), meets)| Entry {
            name: named(&path, &campaign),
            status: statuses.get(&path).copied(),
            priority: campaign.schedule.priority.clone(),
            rank: Rank::of(&campaign),
            path,
            meets,
        })
        .collect();
    Some(Line {
        alone: all - entries.len(),
        entries,
        unready,
        too_many,
    })
}

/// How many of the others each can meet. A pair that could not be decided counts: it may.
fn meetings(competing: &[(PathBuf, Campaign)], now: DateTime<Utc>, stop: &Stop) -> Option<Vec<usize>> {
    let campaigns: Vec<Campaign> = competing.iter().map(|(_, campaign)| campaign.clone()).collect();
    let overlaps = insight::overlaps(&campaigns, &Visitor::default(), now, &|| stop.is_set());
    if stop.is_set() {
        return None;
    }
    let mut meets = vec![0; campaigns.len()];
    let pairs = overlaps.pairs.iter().map(|pair| (pair.a, pair.b));
    for (a, b) in pairs.chain(overlaps.unsure.iter().copied()) {
        for place in [a, b] {
            if let Some(count) = meets.get_mut(place) {
                *count += 1;
            }
        }
    }
    Some(meets)
}

fn named(path: &Path, campaign: &Campaign) -> String {
    match campaign.name.trim() {
        "" => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        name => name.to_owned(),
    }
}
