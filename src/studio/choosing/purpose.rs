//! What a file is wanted for, and what follows from that.

use crate::{
    library::PictureUse,
    studio::{export::Export, sheet::ProofForm},
};

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A campaign to bring into the library.
    Import,
    /// The folder of another library.
    Library,
    /// A log of visitors to count in.
    Log,
    /// An export.
    Export(Export),
    /// The contact sheet, for others.
    Proof(ProofForm),
    /// A screenshot of the user's site, for the preview.
    Screenshot,
    /// A picture for the open campaign.
    Picture(PictureUse),
    /// A journey to be played.
    OpenJourney,
    /// The journey as a file.
    SaveJourney,
}

impl Purpose {
    /// The part of the text keys that is its own.
    pub fn key(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Library => "library",
            Self::Log => "log",
            Self::Export(export) => export.id(),
            Self::Proof(form) => form.id(),
            Self::Screenshot => "screenshot",
            Self::Picture(_) => "picture",
            Self::OpenJourney => "open-journey",
            Self::SaveJourney => "save-journey",
        }
    }

    /// Whether a file is written.
    pub fn writes(self) -> bool {
        match self {
            Self::Export(_) | Self::Proof(_) | Self::SaveJourney => true,
            Self::Import | Self::Library | Self::Log | Self::Screenshot | Self::Picture(_) | Self::OpenJourney => false,
        }
    }

    /// Whether it is a folder.
    pub fn wants_folder(self) -> bool {
        self == Self::Library
    }

    /// Whether it is about the open campaign.
    pub fn needs_campaign(self) -> bool {
        match self {
            Self::Export(export) => export.needs_campaign(),
            Self::SaveJourney | Self::Proof(_) => true,
            Self::Import | Self::Library | Self::Log | Self::Screenshot | Self::Picture(_) | Self::OpenJourney => false,
        }
    }

    /// Whether it is asked for from a dialog of its own instead of a path field.
    pub(super) fn has_own_dialog(self) -> bool {
        match self {
            Self::Log => true,
            Self::Import
            | Self::Library
            | Self::Export(_)
            | Self::Proof(_)
            | Self::Screenshot
            | Self::Picture(_)
            | Self::OpenJourney
            | Self::SaveJourney => false,
        }
    }

    /// Whether the desktop's own dialog is shown at once, and a path field only where there is none.
    pub(super) fn is_asked_at_once(self) -> bool {
        match self {
            Self::Picture(_) => true,
            Self::Import
            | Self::Library
            | Self::Log
            | Self::Export(_)
            | Self::Proof(_)
            | Self::Screenshot
            | Self::OpenJourney
            | Self::SaveJourney => false,
        }
    }

    /// The endings of its files.
    pub fn endings(self) -> Vec<&'static str> {
        match self {
            Self::OpenJourney | Self::SaveJourney => vec!["json"],
            // Campaigns, and texts from translators.
            Self::Import => vec!["json", "xlf", "xliff", "csv"],
            Self::Library => Vec::new(),
            Self::Export(export) => vec![export.ending()],
            Self::Proof(form) => vec![form.ending()],
            Self::Log => vec!["csv", "tsv", "ndjson", "jsonl", "json", "txt", "log"],
            Self::Picture(_) | Self::Screenshot => vec!["png", "jpg", "jpeg", "webp", "gif", "bmp"],
        }
    }
}
