//! The status of a campaign: what became of its launch, or how its draft stands.

use crate::{
    publish::Standing,
    studio::{to_do::Tally, tone::Tone},
};

/// The status of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Not on the site.
    Draft,
    /// An operation was requested and is not done yet.
    Waiting,
    /// On the site as it is now.
    Live,
    /// On the site, and changed since.
    Changed,
    /// Kept off the site for now.
    Paused,
    /// The backend refused the last operation.
    Refused,
    /// Someone else changed it at the backend.
    Conflict,
    /// It still needs something before it can be launched.
    Unfinished,
    /// Something in it is wrong and stops its launch.
    Failing,
    /// The file cannot be read.
    Broken,
}

impl Status {
    /// The states by which the list can be filtered.
    pub const FILTERS: [Self; 7] = [
        Self::Unfinished,
        Self::Draft,
        Self::Waiting,
        Self::Live,
        Self::Changed,
        Self::Paused,
        Self::Failing,
    ];

    /// The state of a readable campaign. What stops a launch counts only while the campaign is not on its way or on the site.
    pub fn of(standing: Standing, tally: Tally) -> Self {
        match standing {
            Standing::Conflict => Self::Conflict,
            Standing::Waiting => Self::Waiting,
            Standing::Refused => Self::Refused,
            Standing::Live => Self::Live,
            Standing::ChangedSinceLaunch => Self::Changed,
            Standing::Paused => Self::Paused,
            Standing::Draft if tally.blockers > 0 => Self::Failing,
            Standing::Draft if tally.to_do > 0 => Self::Unfinished,
            Standing::Draft => Self::Draft,
        }
    }

    /// Its name in the settings.
    pub fn id(self) -> &'static str {
        self.label_key().trim_start_matches("status-")
    }

    /// Whether it says what became of a launch, rather than how the draft stands.
    pub(super) fn comes_from_publishing(self) -> bool {
        match self {
            Self::Draft | Self::Unfinished | Self::Failing | Self::Broken => false,
            Self::Waiting | Self::Live | Self::Changed | Self::Paused | Self::Refused | Self::Conflict => true,
        }
    }

    /// Whether visitors may see it now.
    pub fn is_on_site(self) -> bool {
        matches!(self, Self::Live | Self::Changed)
    }

    /// The key of its name's text.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Draft => "status-draft",
            Self::Waiting => "status-waiting",
            Self::Live => "status-live",
            Self::Changed => "status-changed",
            Self::Paused => "status-paused",
            Self::Refused => "status-refused",
            Self::Conflict => "status-conflict",
            Self::Unfinished => "status-unfinished",
            Self::Failing => "status-failing",
            Self::Broken => "status-broken",
        }
    }

    /// The colour of its dot.
    pub fn tone(self) -> Tone {
        match self {
            Self::Draft | Self::Unfinished | Self::Paused => Tone::Neutral,
            Self::Waiting => Tone::Accent,
            Self::Live => Tone::Success,
            Self::Changed => Tone::Warning,
            Self::Refused | Self::Conflict | Self::Failing | Self::Broken => Tone::Danger,
        }
    }
}

impl Status {
    /// Its place where campaigns are sorted by status.
    pub(super) const fn order(self) -> u8 {
        match self {
            Self::Broken => 0,
            Self::Conflict => 1,
            Self::Refused => 2,
            Self::Failing => 3,
            Self::Waiting => 4,
            Self::Changed => 5,
            Self::Live => 6,
            Self::Paused => 7,
            Self::Unfinished => 8,
            Self::Draft => 9,
        }
    }

    /// Whether the filter for this state lets `other` through.
    pub(super) fn takes(self, other: Self) -> bool {
        let needs_attention = matches!(other, Self::Broken | Self::Refused | Self::Conflict);
        self == other || (self == Self::Failing && needs_attention)
    }
}
