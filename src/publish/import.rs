//! Bundles and single campaign files from elsewhere, into a library. Nothing is written until everything has been checked.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use uuid::Uuid;

use super::bundle::{BUNDLE_FORMAT, BUNDLE_VERSION, Bundle, MAX_BUNDLE_BYTES};
use crate::campaign::{
    Campaign, Document, FileFault, FileProblem, MAX_PROBLEMS, ReadError, from_json, locate, place, strict_value,
};
use crate::library::{
    Library, LibraryError, MAX_PICTURE_BYTES, PictureError, SourcePicture, Stored, read_bounded, read_picture,
};

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read, or its content cannot be written.
    #[error(transparent)]
    Disk(#[from] LibraryError),
    /// The file is neither a bundle nor a campaign.
    #[error("{error}")]
    Text {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        error: ReadError,
    },
    /// A picture cannot be used.
    #[error("the picture `{name}` cannot be used: {error}")]
    Picture {
        /// Its name in the file.
        name: String,
        /// Why.
        error: PictureError,
    },
}

impl ImportError {
    /// What to do about it.
    pub fn hint(&self) -> Cow<'static, str> {
        match self {
            ImportError::Disk(error) => error.hint().into(),
            ImportError::Text { error, .. } => error.hint(),
            ImportError::Picture { error, .. } => error.hint().into(),
        }
    }
}

/// Reads a bundle, or a single campaign file with the pictures beside it.
///
/// # Errors
/// When the file cannot be read, or is neither.
pub fn read_file(path: &Path) -> Result<Bundle, ImportError> {
    let bytes = read_bounded(path, MAX_BUNDLE_BYTES).map_err(|error| LibraryError::new("import", path, error))?;
    let text = |error| ImportError::Text {
        path: path.to_owned(),
        error,
    };
    if is_bundle(&bytes) {
        return read_bundle(&bytes).map_err(text);
    }
    let mut campaign = from_json(&bytes).map_err(text)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut bundle = Bundle::default();
    // A picture that is missing here was missing there: the checks will report it.
    for (_, name) in campaign.pictures_mut() {
        if let Ok(bytes) = read_picture(folder, name) {
            *name = bundle.put(name, bytes);
        }
    }
    bundle.campaigns.push(campaign);
    Ok(bundle)
}

/// Whether a file is meant as a bundle, however broken it is.
fn is_bundle(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]);
    head.contains(&format!("\"{BUNDLE_FORMAT}\""))
}

/// Reads a bundle.
///
/// # Errors
/// Every problem that keeps it from being read whole, with line, column and remedy.
pub fn read_bundle(bytes: &[u8]) -> Result<Bundle, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        let fault = FileFault::NotText {
            document: Document::Bundle,
            utf16: false,
        };
        one(fault, "", "")
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let value = strict_value(text)?;
    check_header(&value, text)?;
    let mut problems = Vec::new();
    let pictures = read_pictures(&value, &mut problems);
    let campaigns = read_campaigns(&value, &mut problems);
    if problems.is_empty() {
        return Ok(Bundle { campaigns, pictures });
    }
    let more = problems.len().saturating_sub(MAX_PROBLEMS);
    problems.truncate(MAX_PROBLEMS);
    place(&mut problems, text);
    problems.extend(FileProblem::more(more));
    Err(ReadError { problems })
}

fn check_header(value: &Value, text: &str) -> Result<(), ReadError> {
    let document = Document::Bundle;
    if value["format"] != BUNDLE_FORMAT {
        return Err(one(FileFault::WrongFormat(document), "/format", text));
    }
    match value["version"].as_u64() {
        Some(1..=BUNDLE_VERSION) => {}
        Some(version) if version > BUNDLE_VERSION => {
            let known = BUNDLE_VERSION;
            let fault = FileFault::NewerVersion {
                document,
                version,
                known,
            };
            return Err(one(fault, "/version", text));
        }
        _ => return Err(one(FileFault::NoVersion(document), "/version", text)),
    }
    match value["campaigns"].is_array() {
        true => Ok(()),
        false => Err(one(FileFault::NoCampaigns, "/campaigns", text)),
    }
}

fn read_campaigns(value: &Value, problems: &mut Vec<FileProblem>) -> Vec<Campaign> {
    let mut campaigns = Vec::new();
    for (index, item) in value["campaigns"].as_array().into_iter().flatten().enumerate() {
        match from_json(item.to_string().as_bytes()) {
            Ok(campaign) => campaigns.push(campaign),
            Err(error) => problems.extend(error.problems.into_iter().map(|problem| FileProblem {
                pointer: format!("/campaigns/{index}{}", problem.pointer),
                ..problem
            })),
        }
    }
    campaigns
}

fn read_pictures(value: &Value, problems: &mut Vec<FileProblem>) -> BTreeMap<String, Vec<u8>> {
    let none = Map::new();
    let mut pictures = BTreeMap::new();
    for (name, url) in value["images"].as_object().unwrap_or(&none) {
        match url.as_str().and_then(picture_of) {
            Some(bytes) => {
                pictures.insert(name.clone(), bytes);
            }
            None => {
                problems.push(FileProblem {
                    fault: FileFault::PictureMissing(name.clone()),
                    pointer: format!("/images/{}", name.replace('~', "~0").replace('/', "~1")),
                    position: None,
                });
            }
        }
    }
    pictures
}

/// Returns the content of a data URL; `None` for any other address.
pub(crate) fn picture_of(url: &str) -> Option<Vec<u8>> {
    let (bytes, _) = data_url::DataUrl::process(url).ok()?.decode_to_vec().ok()?;
    (bytes.len() <= MAX_PICTURE_BYTES).then_some(bytes)
}

fn one(fault: FileFault, pointer: &str, text: &str) -> ReadError {
    let position = locate(text, pointer).map(|at| (at.line, at.column));
    let problem = FileProblem {
        fault,
        pointer: pointer.to_owned(),
        position,
    };
    ReadError {
        problems: vec![problem],
    }
}

/// Installs a bundle in a library: a file for each campaign, pictures named after their content. A campaign whose identity is missing or taken gets
/// a new one from `new_id`.
///
/// # Errors
/// When a picture cannot be used (then nothing was written), or the folder cannot take it.
pub fn install(
    library: &Library,
    bundle: Bundle,
    mut new_id: impl FnMut() -> Uuid,
) -> Result<Vec<Stored>, ImportError> {
    for (name, bytes) in &bundle.pictures {
        // Decoded only to check it: a pop-up's picture must open within the limits.
        SourcePicture::decode(bytes).map_err(|error| ImportError::Picture {
            name: name.clone(),
            error,
        })?;
    }
    let mut names = BTreeMap::new();
    for (name, bytes) in &bundle.pictures {
        names.insert(name.as_str(), library.add_picture(bytes)?);
    }
    let there = library
        .entries()?
        .filter_map(|entry| Some(entry.content.ok()?.campaign.id));
    let mut taken: HashSet<String> = there.chain([String::new()]).collect();
    let mut campaigns = bundle.campaigns;
    for campaign in &mut campaigns {
        for (_, name) in campaign.pictures_mut() {
            if let Some(new) = names.get(name.as_str()) {
                name.clone_from(new);
            }
        }
        if !taken.insert(campaign.id.clone()) {
            campaign.id = new_id().to_string();
            campaign.launched_at = None;
        }
    }
    Ok(library.create_all(campaigns)?)
}
