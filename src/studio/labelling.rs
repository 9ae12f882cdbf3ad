//! The labels of one campaign or of several: which of them each has, and what becomes of them.

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use super::{
    batch::{Change, FileChanges},
    labels::{Used, count},
    shelf::Item,
};
use crate::campaign::{as_label, label_key, limits, with_label, without_label};

/// A campaign whose labels are changed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Labelled {
    path: PathBuf,
    before: Vec<String>,
    now: Vec<String>,
}

/// Why a label cannot be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is longer than a label may be.
    TooLong,
    /// Every campaign has it.
    There,
    /// A campaign that lacks it has as many labels as there may be.
    Full,
}

impl Refused {
    /// The key of what is said about it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLong => "labels-too-long",
            Self::There => "labels-there",
            Self::Full => "labels-full",
        }
    }
}

/// Labels of campaigns while they are changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelling {
    campaigns: Vec<Labelled>,
    /// What is in use in the library, the most used first.
    in_use: Vec<Used>,
}

impl Labelling {
    /// Begins with these campaigns; `in_use` is what the library uses.
    pub fn new<'a>(items: impl Iterator<Item = &'a Item>, in_use: Vec<Used>) -> Self {
        let campaigns = items.map(|item| Labelled {
            path: item.path.clone(),
            before: item.labels.clone(),
            now: item.labels.clone(),
        });
        Self {
            campaigns: campaigns.collect(),
            in_use,
        }
    }

    /// How many campaigns there are.
    pub fn len(&self) -> usize {
        self.campaigns.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.campaigns.is_empty()
    }

    /// The labels that they have now, those of the most campaigns first.
    pub fn used(&self) -> Vec<Used> {
        count(self.campaigns.iter().flat_map(|campaign| &campaign.now))
    }

    /// Gives a label to all of them.
    ///
    /// # Errors
    /// When it is not a label, or not all can have it; none gets it then.
    pub fn add(&mut self, label: &str) -> Result<(), Refused> {
        let label = as_label(label).ok_or(Refused::TooLong)?;
        // A label that is in use keeps the form that it has there.
        let key = label_key(label);
        let known = self.in_use.iter().find(|used| label_key(&used.label) == key);
        let label = known.map_or_else(|| label.to_owned(), |used| used.label.clone());
        let lacks = |campaign: &Labelled| !campaign.now.iter().any(|other| label_key(other) == key);
        if !self.campaigns.iter().any(lacks) {
            return Err(Refused::There);
        }
        let is_full = |campaign: &Labelled| campaign.now.len() >= limits::LABELS;
        if self
            .campaigns
            .iter()
            .any(|campaign| lacks(campaign) && is_full(campaign))
        {
            return Err(Refused::Full);
        }
        for campaign in &mut self.campaigns {
            if let Some(with) = with_label(&campaign.now, &label) {
                campaign.now = with;
            }
        }
        Ok(())
    }

    /// Takes a label from all of them.
    pub fn remove(&mut self, label: &str) {
        for campaign in &mut self.campaigns {
            campaign.now = without_label(&campaign.now, label);
        }
    }

    /// The labels in use that contain these words and that not all of them have, the most used first.
    pub fn offers(&self, wanted: &str) -> Vec<&str> {
        let wanted = label_key(wanted);
        let all = self.campaigns.len();
        let own = self.used();
        let everywhere = |label: &str| {
            let key = label_key(label);
            own.iter()
                .any(|used| used.count == all && label_key(&used.label) == key)
        };
        let labels = self.in_use.iter().map(|used| used.label.as_str());
        labels
            .filter(|label| label_key(label).contains(&wanted) && !everywhere(label))
            .collect()
    }

    /// What is changed in which file.
    pub fn files(&self) -> Vec<FileChanges> {
        let changed = self.campaigns.iter().filter(|campaign| campaign.before != campaign.now);
        let change = |campaign: &Labelled| FileChanges {
            path: campaign.path.clone(),
            changes: vec![Change::Labels {
                before: campaign.before.clone(),
                after: campaign.now.clone(),
            }],
        };
        changed.map(change).collect()
    }
}
