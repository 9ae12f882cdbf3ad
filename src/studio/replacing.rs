//! Finding a text in the addresses of many campaigns, and what replacing it changes: gathered once, searched at each keystroke, and agreed to place
//! by place.

#[cfg(test)]
mod tests;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    batch::{Change, FileChanges},
    inquiry::Stop,
};
use crate::{
    campaign::{Address, Campaign, SiteDocument},
    insight::{self, Replacement},
};

/// What holds addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// The campaign of this file.
    Campaign(PathBuf),
    /// What the library says for all of its campaigns.
    Site,
}

/// An address of the site that is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteReplacement {
    /// Its place, as a JSON Pointer.
    pub place: String,
    /// What it was.
    pub before: String,
    /// What it becomes.
    pub after: String,
}

/// The addresses of a campaign, or of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What holds them.
    pub holder: Holder,
    /// What that is called.
    pub name: String,
    /// Its addresses.
    pub addresses: Vec<Address>,
}

impl Held {
    /// The addresses of a campaign of this file, if it has any.
    pub fn of(path: &Path, campaign: &Campaign) -> Option<Self> {
        let addresses = campaign.addresses();
        (!addresses.is_empty()).then(|| Self {
            holder: Holder::Campaign(path.to_owned()),
            name: campaign.name.clone(),
            addresses,
        })
    }

    /// The addresses of the site, which is called `name`, if it has any.
    pub fn of_site(name: String, site: &SiteDocument) -> Option<Self> {
        let addresses = site.places();
        (!addresses.is_empty()).then_some(Self {
            holder: Holder::Site,
            name,
            addresses,
        })
    }
}

/// An address that a replacement changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Which of those that hold addresses.
    pub campaign: usize,
    /// Which of its addresses.
    pub address: usize,
    /// What becomes of it.
    pub replacement: Replacement,
}

/// Everything that replacing changes, to be found in the background.
#[derive(Debug, Clone)]
pub struct Question {
    /// Distinguishes questions: the newest counts.
    pub number: u64,
    held: Arc<[Held]>,
    wanted: String,
    with: String,
    stop: Stop,
}

impl Question {
    /// Finds it; `None` once nobody wants to know any more.
    pub fn answer(&self) -> Option<Vec<Line>> {
        let mut lines = Vec::new();
        for (campaign, held) in self.held.iter().enumerate() {
            if self.stop.is_set() {
                return None;
            }
            for (address, text) in held.addresses.iter().enumerate() {
                let Some(mut replacement) = insight::replacement(text, &self.wanted, &self.with) else {
                    continue;
                };
                // Nothing is said of addresses that nobody has named yet.
                if self.with.trim().is_empty() {
                    replacement.refused = None;
                }
                lines.push(Line {
                    campaign,
                    address,
                    replacement,
                });
            }
        }
        Some(lines)
    }
}

/// How much is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Places that are replaced.
    pub places: usize,
    /// Those of them that are addresses of the site.
    pub in_site: usize,
    /// Campaigns with such a place.
    pub campaigns: usize,
    /// Places that are left out by choice.
    pub left_out: usize,
    /// Places where the replacement would be wrong.
    pub refused: usize,
}

/// What is to be replaced where.
#[derive(Debug)]
pub struct Replacing {
    /// In how many campaigns it is looked for; `None` for the whole library.
    pub among: Option<usize>,
    /// The text to find.
    pub wanted: String,
    /// The text to put in its place.
    pub with: String,
    held: Option<Arc<[Held]>>,
    /// The texts and the number of the newest question.
    asked: (String, String, u64),
    stop: Stop,
    /// Whether the newest question was answered.
    answered: bool,
    lines: Vec<Line>,
    left_out: HashSet<(usize, usize)>,
    counts: Counts,
}

impl Replacing {
    /// Begins among this many campaigns, or in the whole library.
    pub fn new(among: Option<usize>) -> Self {
        Self {
            among,
            wanted: String::new(),
            with: String::new(),
            held: None,
            asked: (String::new(), String::new(), 0),
            stop: Stop::default(),
            answered: true,
            lines: Vec::new(),
            left_out: HashSet::new(),
            counts: Counts::default(),
        }
    }

    /// Takes the addresses of all these campaigns.
    pub fn gathered(&mut self, held: Vec<Held>) {
        self.held = Some(held.into());
    }

    /// Whether the campaigns are still being read.
    pub fn is_gathering(&self) -> bool {
        self.held.is_none()
    }

    /// Returns what is to be found out, if that is something new.
    pub fn ask(&mut self) -> Option<Question> {
        let held = self.held.clone()?;
        if self.is_asked() {
            return None;
        }
        let (wanted, with, number) = &mut self.asked;
        self.stop.set();
        self.stop = Stop::default();
        *number += 1;
        if *wanted != self.wanted {
            self.left_out.clear();
        }
        wanted.clone_from(&self.wanted);
        with.clone_from(&self.with);
        self.answered = false;
        Some(Question {
            number: *number,
            held,
            wanted: wanted.clone(),
            with: with.clone(),
            stop: self.stop.clone(),
        })
    }

    /// Takes the answer to the question of this number.
    pub fn take(&mut self, number: u64, lines: Vec<Line>) {
        if number == self.asked.2 {
            self.lines = lines;
            self.answered = true;
            self.count();
        }
    }

    /// Whether what is wanted was asked for.
    pub fn is_asked(&self) -> bool {
        (&self.asked.0, &self.asked.1) == (&self.wanted, &self.with)
    }

    /// Whether what is listed is what was asked for last.
    pub fn is_answered(&self) -> bool {
        self.answered && self.is_asked()
    }

    /// Whether a text to put in its place is named. An address that loses a part is replaced with what is left of it: nothing alone is more
    /// often not typed yet than meant.
    pub fn is_named(&self) -> bool {
        !self.with.trim().is_empty()
    }

    /// What was found.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The campaign and the address of a line.
    pub fn at(&self, line: &Line) -> Option<(&Held, &Address)> {
        let held = self.held.as_ref()?.get(line.campaign)?;
        Some((held, held.addresses.get(line.address)?))
    }

    /// Whether a place is replaced.
    pub fn takes(&self, line: &Line) -> bool {
        line.replacement.refused.is_none() && !self.left_out.contains(&(line.campaign, line.address))
    }

    /// Leaves the place of a line out, or takes it in again.
    pub fn turn(&mut self, line: usize) {
        if let Some(line) = self.lines.get(line) {
            let place = (line.campaign, line.address);
            if !self.left_out.remove(&place) {
                self.left_out.insert(place);
            }
            self.count();
        }
    }

    /// Leaves every place out, or takes all in again.
    pub fn turn_all(&mut self, take: bool) {
        self.left_out = match take {
            true => HashSet::new(),
            false => self.lines.iter().map(|line| (line.campaign, line.address)).collect(),
        };
        self.count();
    }

    /// How much is replaced.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    fn count(&mut self) {
        let mut counts = Counts::default();
        let mut last = None;
        for line in &self.lines {
            if self.takes(line) {
                counts.places += 1;
                let is_of_site = matches!(self.at(line), Some((held, _)) if held.holder == Holder::Site);
                counts.in_site += usize::from(is_of_site);
                // Lines of one campaign follow each other.
                let is_next = last.replace(line.campaign) != Some(line.campaign);
                counts.campaigns += usize::from(is_next && !is_of_site);
            } else if line.replacement.refused.is_some() {
                counts.refused += 1;
            } else {
                counts.left_out += 1;
            }
        }
        self.counts = counts;
    }

    /// What is changed in the site's addresses.
    pub fn site_changes(&self) -> Vec<SiteReplacement> {
        let taken = self.lines.iter().filter(|line| self.takes(line));
        taken
            .filter_map(|line| {
                let (held, address) = self.at(line)?;
                (held.holder == Holder::Site).then(|| SiteReplacement {
                    place: address.place.clone(),
                    before: address.text.clone(),
                    after: line.replacement.after.clone(),
                })
            })
            .collect()
    }

    /// What is changed in which campaign's file.
    pub fn changes(&self) -> Vec<FileChanges> {
        let mut files: Vec<FileChanges> = Vec::new();
        for line in self.lines.iter().filter(|line| self.takes(line)) {
            let Some((held, address)) = self.at(line) else { continue };
            let Holder::Campaign(path) = &held.holder else {
                continue;
            };
            let change = Change::Address {
                place: address.place.clone(),
                before: address.text.clone(),
                after: line.replacement.after.clone(),
            };
            match files.last_mut().filter(|file| file.path == *path) {
                Some(file) => file.changes.push(change),
                None => files.push(FileChanges {
                    path: path.clone(),
                    changes: vec![change],
                }),
            }
        }
        files
    }
}

impl Drop for Replacing {
    fn drop(&mut self) {
        self.stop.set();
    }
}
