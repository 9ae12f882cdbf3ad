//! What a batch changes in a campaign.

use std::path::PathBuf;

use serde_json::Number;

use crate::campaign::Campaign;

/// What a batch is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A text in addresses is replaced.
    Addresses,
    /// Campaigns go in another order.
    Order,
    /// Campaigns get other labels.
    Labels,
}

impl What {
    /// The key of the step's name in the histories of campaigns.
    pub const fn step_key(self) -> &'static str {
        match self {
            Self::Addresses => "edit-replace-address",
            Self::Order => "edit-order",
            Self::Labels => "edit-labels",
        }
    }

    /// The key of what is said once it is done.
    pub const fn done_key(self) -> &'static str {
        match self {
            Self::Addresses => "replaced-addresses",
            Self::Order => "order-done",
            Self::Labels => "labels-done",
        }
    }
}

/// A change of one thing in a campaign, which is made only where that still is what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Of the address at a place, a JSON Pointer.
    Address {
        /// The place.
        place: String,
        /// What the address was.
        before: String,
        /// What it becomes.
        after: String,
    },
    /// Of the labels.
    Labels {
        /// What they were.
        before: Vec<String>,
        /// What they become.
        after: Vec<String>,
    },
    /// Of the priority.
    Priority {
        /// What the priority was.
        before: Option<Number>,
        /// What it becomes.
        after: Option<Number>,
    },
}

impl Change {
    /// Makes the change; false where the campaign says something else by now.
    pub fn make(&self, campaign: &mut Campaign) -> bool {
        match self {
            Self::Address { place, before, after } => campaign.replace_address(place, before, after),
            Self::Labels { before, after } => {
                let as_they_were = campaign.labels == *before;
                if as_they_were {
                    campaign.labels.clone_from(after);
                }
                as_they_were
            }
            Self::Priority { before, after } => {
                let as_it_was = campaign.schedule.priority == *before;
                if as_it_was {
                    campaign.schedule.priority.clone_from(after);
                }
                as_it_was
            }
        }
    }

    /// The change that takes this one back.
    pub fn back(&self) -> Self {
        match self {
            Self::Address { place, before, after } => Self::Address {
                place: place.clone(),
                before: after.clone(),
                after: before.clone(),
            },
            Self::Labels { before, after } => Self::Labels {
                before: after.clone(),
                after: before.clone(),
            },
            Self::Priority { before, after } => Self::Priority {
                before: after.clone(),
                after: before.clone(),
            },
        }
    }
}

/// The changes of the campaign of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChanges {
    /// The file.
    pub path: PathBuf,
    /// What is changed in its campaign.
    pub changes: Vec<Change>,
}

impl FileChanges {
    /// Makes the changes that can be made, and returns those.
    pub fn make(&self, campaign: &mut Campaign) -> Vec<Change> {
        let made = self.changes.iter().filter(|change| change.make(campaign));
        made.cloned().collect()
    }

    /// The changes that take these back, the last one first.
    pub fn back(&self) -> Self {
        Self {
            path: self.path.clone(),
            changes: self.changes.iter().rev().map(Change::back).collect(),
        }
    }
}
