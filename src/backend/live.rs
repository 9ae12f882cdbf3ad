//! The live campaigns, kept in memory in the order in which visitors get them, each as the text that is sent. A change costs the same however
//! much else is live.

use std::collections::{BTreeMap, HashMap, btree_map, hash_map};

use super::demo::{most_named, named_sites};
use super::document::picture_hash;
use super::store::Run;
use crate::campaign::{Campaign, MAX_FILE_BYTES, SiteDocument, live_list};
use crate::engine::Rank;

/// Most bytes of the list that visitors fetch: it has room for the largest file, and for many of the usual size.
pub(super) const MAX_LIST_BYTES: usize = MAX_FILE_BYTES + (1 << 20);

/// A campaign as the list has it.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    rank: Rank,
    run: Run,
    json: String,
    pictures: Vec<String>,
    sites: Vec<String>,
}

impl Listed {
    /// Makes the listed form of a launched campaign.
    pub(super) fn of(campaign: &Campaign) -> Self {
        let campaign = &campaign.for_launch().for_visitors();
        let list = live_list(std::slice::from_ref(campaign), None);
        Listed {
            rank: Rank::of(campaign),
            run: Run::of(campaign),
            json: list["campaigns"][0].to_string(),
            pictures: campaign
                .pictures()
                .filter_map(picture_hash)
                .map(str::to_owned)
                .collect(),
            sites: named_sites(campaign),
        }
    }
}

/// What is on the site.
#[derive(Debug, Default)]
pub(super) struct Live {
    listed: BTreeMap<Rank, Listed>,
    ranks: HashMap<String, Rank>,
    /// How many campaigns show a picture.
    pictures: HashMap<String, usize>,
    /// How often campaigns name a site.
    sites: BTreeMap<String, usize>,
    bytes: usize,
    /// What holds for all of them.
    document: Option<SiteDocument>,
    version: u64,
}

impl Live {
    /// Puts a campaign on the site, replacing its earlier version.
    pub(super) fn put(&mut self, listed: Listed) {
        self.remove(&listed.rank.id);
        for picture in &listed.pictures {
            *self.pictures.entry(picture.clone()).or_default() += 1;
        }
        for site in &listed.sites {
            *self.sites.entry(site.clone()).or_default() += 1;
        }
        self.bytes += listed.json.len() + 1;
        self.ranks.insert(listed.rank.id.clone(), listed.rank.clone());
        self.listed.insert(listed.rank.clone(), listed);
        self.version += 1;
    }

    /// Takes a campaign off the site.
    pub(super) fn remove(&mut self, id: &str) {
        let Some(listed) = self.ranks.remove(id).and_then(|rank| self.listed.remove(&rank)) else {
            return;
        };
        for picture in &listed.pictures {
            if let hash_map::Entry::Occupied(mut uses) = self.pictures.entry(picture.clone()) {
                *uses.get_mut() -= 1;
                if *uses.get() == 0 {
                    uses.remove();
                }
            }
        }
        for site in &listed.sites {
            if let btree_map::Entry::Occupied(mut named) = self.sites.entry(site.clone()) {
                *named.get_mut() -= 1;
                if *named.get() == 0 {
                    named.remove();
                }
            }
        }
        self.bytes -= listed.json.len() + 1;
        self.version += 1;
    }

    /// Replaces what holds for all campaigns.
    pub(super) fn set_document(&mut self, document: Option<SiteDocument>) {
        self.document = document;
        self.version += 1;
    }

    /// What holds for all campaigns; `None` where nobody has said it.
    pub(super) fn document(&self) -> Option<&SiteDocument> {
        self.document.as_ref()
    }

    /// Whether the list stays within its limit when a campaign is added, or at least does not grow further beyond it.
    pub(super) fn has_room_for(&self, listed: &Listed) -> bool {
        let old = self.ranks.get(&listed.rank.id).and_then(|rank| self.listed.get(rank));
        let after = self.bytes - old.map_or(0, |old| old.json.len() + 1) + listed.json.len() + 1;
        after <= MAX_LIST_BYTES || after <= self.bytes
    }

    /// Whether a campaign is on the site.
    pub(super) fn contains(&self, id: &str) -> bool {
        self.ranks.contains_key(id)
    }

    /// From when until when a campaign on the site runs.
    pub(super) fn run(&self, id: &str) -> Option<Run> {
        Some(self.listed.get(self.ranks.get(id)?)?.run)
    }

    /// Whether a campaign on the site shows the picture of this hash.
    pub(super) fn shows(&self, picture: &str) -> bool {
        self.pictures.contains_key(picture)
    }

    /// The site that its campaigns name most often, of those on which they are shown; where none is named, the first of those.
    pub(super) fn site(&self) -> Option<String> {
        let document = self.document.as_ref();
        let own: Vec<String> = document.into_iter().flat_map(SiteDocument::sites).collect();
        if own.is_empty() {
            return most_named(&self.sites);
        }
        let mut shown = self.sites.clone();
        shown.retain(|site, _| own.contains(site));
        most_named(&shown).or_else(|| own.into_iter().next())
    }

    /// Rises with every change.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// Replaces this state of the site with a newer one.
    pub(super) fn replace(&mut self, other: Live) {
        let version = self.version.max(other.version) + 1;
        *self = Live { version, ..other };
    }

    /// `v1/campaigns.json`: the same as [`live_list`] of all of them.
    pub(super) fn list(&self) -> Vec<u8> {
        let around = live_list(&[], self.document.as_ref()).to_string();
        let (before, after) = around.rsplit_once("[]").unwrap_or_default();
        let mut list = Vec::with_capacity(around.len() + self.bytes);
        list.extend_from_slice(before.as_bytes());
        list.push(b'[');
        for (index, listed) in self.listed.values().enumerate() {
            if index > 0 {
                list.push(b',');
            }
            list.extend_from_slice(listed.json.as_bytes());
        }
        list.push(b']');
        list.extend_from_slice(after.as_bytes());
        list
    }
}
