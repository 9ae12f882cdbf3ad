//! One self-contained file for campaigns and their pictures.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::campaign::{Campaign, to_value};
use crate::library::{LibraryError, read_picture};

/// The value of the key `format`.
pub const BUNDLE_FORMAT: &str = "beckon.bundle";
/// The newest version of the format that this program reads, and the one it writes.
pub const BUNDLE_VERSION: u64 = 1;
/// Largest bundle that is read, in bytes.
pub const MAX_BUNDLE_BYTES: usize = 64 << 20;

/// Campaigns with every picture that they name and that is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bundle {
    /// The campaigns, complete: muted parts are included.
    pub campaigns: Vec<Campaign>,
    /// The pictures' files, by the names used in the campaigns.
    pub pictures: BTreeMap<String, Vec<u8>>,
}

/// Why campaigns cannot be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A picture that a campaign names cannot be read.
    #[error("the picture of `{campaign}` is missing: {error}")]
    Picture {
        /// The campaign's name.
        campaign: String,
        /// Why it cannot be read.
        error: LibraryError,
    },
    /// Jetlink's messages cannot open the chat by themselves.
    #[error("`{campaign}` opens the chat window, which has no form for Jetlink")]
    NoForm {
        /// The campaign's name.
        campaign: String,
    },
    /// A campaign has no text to show.
    #[error("`{campaign}` has no text to show yet")]
    NoText {
        /// The campaign's name.
        campaign: String,
    },
    /// The bundle would be larger than one that is read.
    #[error("the file would be {} MB large, and a bundle has at most {} MB", megabytes(*.bytes), megabytes(MAX_BUNDLE_BYTES))]
    TooLarge {
        /// How large, in bytes.
        bytes: usize,
    },
}

fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1 << 20)
}

impl ExportError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            ExportError::Picture { .. } => "choose the picture again, or remove it from the campaign",
            ExportError::NoForm { .. } => "make it a card or a text message, or export it as json",
            ExportError::NoText { .. } => "write its title or its message first",
            ExportError::TooLarge { .. } => "export fewer campaigns at a time",
        }
    }
}

/// Puts campaigns together with their pictures; each campaign comes with the folder of its pictures.
///
/// Where two campaigns of different folders use one name for different pictures, the later picture is renamed.
///
/// # Errors
/// When a picture cannot be read.
pub fn bundle<'a>(campaigns: impl IntoIterator<Item = (&'a Campaign, &'a Path)>) -> Result<Bundle, ExportError> {
    let mut bundle = Bundle::default();
    for (campaign, folder) in campaigns {
        let mut campaign = campaign.clone();
        campaign.forget_missing_pictures(|name| read_picture(folder, name).is_ok());
        let mut failed = None;
        for (_, name) in campaign.pictures_mut() {
            match read_picture(folder, name) {
                Ok(bytes) => *name = bundle.put(name, bytes),
                Err(error) => failed = Some(error),
            }
        }
        if let Some(error) = failed {
            return Err(ExportError::Picture {
                campaign: campaign.name,
                error,
            });
        }
        bundle.campaigns.push(campaign);
    }
    Ok(bundle)
}

impl Bundle {
    /// Adds a picture, under another name if another picture has this one, and hands out the name.
    pub(super) fn put(&mut self, name: &str, bytes: Vec<u8>) -> String {
        let free = |name: &str| self.pictures.get(name).is_none_or(|there| *there == bytes);
        let name = (1..)
            .map(|number| {
                if number == 1 {
                    name.to_owned()
                } else {
                    format!("{}-{number}.png", name.trim_end_matches(".png"))
                }
            })
            .find(|name| free(name))
            .unwrap_or_else(|| name.to_owned());
        self.pictures.insert(name.clone(), bytes);
        name
    }

    /// The bundle as its file holds it, if it can be read again.
    ///
    /// # Errors
    /// When it is larger than [`MAX_BUNDLE_BYTES`].
    pub fn to_file(&self) -> Result<String, ExportError> {
        let text = self.to_json();
        match text.len() {
            bytes if bytes > MAX_BUNDLE_BYTES => Err(ExportError::TooLarge { bytes }),
            _ => Ok(text),
        }
    }

    /// The bundle as JSON, however large.
    pub fn to_json(&self) -> String {
        let pictures = self
            .pictures
            .iter()
            .map(|(name, bytes)| (name.clone(), Value::from(data_url(bytes))));
        let value = json!({
            "format": BUNDLE_FORMAT,
            "version": BUNDLE_VERSION,
            "campaigns": self.campaigns.iter().map(to_value).collect::<Vec<_>>(),
            "images": pictures.collect::<Map<_, _>>(),
        });
        // Values made of maps with text keys and finite numbers always print.
        let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// Returns a picture as a data URL.
pub(crate) fn data_url(bytes: &[u8]) -> String {
    let kind = image::guess_format(bytes).map_or("application/octet-stream", |format| format.to_mime_type());
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}
