//! A folder for any static host: campaigns, widget, pictures and fonts, in the layout that a backend has.
//!
//! Exporting again into the same folder replaces what Beckon wrote and nothing else: what the user added or changed stays. Visitors see
//! the old campaigns or the new ones, whatever crashes, since the list of campaigns is replaced in one step after all that it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{ExportError, Launch};
use crate::campaign::{Campaign, ContentType, Group, MessagePart, Node, SiteDocument, Source, fill_tokens, live_list};
use crate::library::{ContentHash, LibraryError, make_whole_path, read_bounded, remove_file, write_atomically};
use crate::popup::{POPUP_FILE, widget_fonts, widget_parts, widget_script};

/// The value of the key `format` in the list of what Beckon wrote.
const FORMAT: &str = "beckon.site";
/// That list.
const LIST: &str = ".beckon-site.json";
/// The file that the widget reads first, and that is therefore written last.
const CAMPAIGNS: &str = "v1/campaigns.json";
/// Where the widget asks for the visitor's country, which no file knows.
const COUNTRY: &str = "v1/country.json";
/// Files that the user may change: they are then left alone.
const YOURS: [&str; 2] = ["index.html", "README.txt"];
/// Largest file that is compared before it is replaced, in bytes.
const MAX_BYTES: usize = 64 << 20;

const PAGE: &str = include_str!("../../assets/site/index.html");
const README: &str = include_str!("../../assets/site/README.txt");

/// The files of a site, by their paths within it, `/` between their parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

/// What an export did besides writing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SiteWritten {
    /// Files that the user had changed, and that were left alone.
    pub left: Vec<String>,
    /// Files of an earlier export that are no longer referenced.
    pub removed: Vec<String>,
}

/// Why a site was not written. Existing files are untouched, or restored by another try.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The folder holds something that Beckon did not write.
    #[error("`{}` holds files already, and they are not a site that Beckon wrote", .0.display())]
    NotOurs(PathBuf),
    /// A file occupies the place of one of the site's files.
    #[error("`{}` stands in the way: Beckon did not write it, or somebody changed it", .0.display())]
    InTheWay(PathBuf),
    /// The disk fails.
    #[error(transparent)]
    Disk(#[from] LibraryError),
}

impl SiteError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            SiteError::NotOurs(_) => "name an empty or a new folder after -o",
            SiteError::InTheWay(_) => "move it away, or name another folder after -o",
            SiteError::Disk(error) => error.hint(),
        }
    }
}

/// Makes a site of campaigns, each with the folder of its pictures, and of what holds for all of them.
///
/// ```
/// use beckon::{campaign, publish::site};
/// use std::path::Path;
///
/// let folder = Path::new("sample-campaigns");
/// let welcome = campaign::from_json(&std::fs::read(folder.join("welcome.campaign.json"))?)?;
/// let target = tempfile::tempdir()?;
/// site([(&welcome, folder)], None)?.write(target.path())?;
/// assert!(target.path().join("widget.js").exists() && target.path().join("v1/campaigns.json").exists());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When a picture cannot be read.
pub fn site<'a>(
    campaigns: impl IntoIterator<Item = (&'a Campaign, &'a Path)>,
    document: Option<&SiteDocument>,
) -> Result<Site, ExportError> {
    let mut files = BTreeMap::new();
    let (mut live, mut shown) = (Vec::new(), String::new());
    for (campaign, folder) in campaigns {
        let launch = Launch::of(&campaign.for_launch(), folder)?;
        for (name, url) in &launch.pictures {
            let bytes = url
                .split_once(";base64,")
                .and_then(|(_, data)| STANDARD.decode(data).ok());
            files.insert(name.clone(), bytes.unwrap_or_default());
        }
        shown.push_str(&format!("<li>{}</li>\n", escaped(&beginning(campaign))));
        live.push(Campaign {
            launched_at: campaign.launched_at.clone(),
            ..launch.document
        });
    }
    if live.iter().any(|campaign| asks_for_server(&campaign.audience)) {
        files.insert(COUNTRY.into(), json!({ "country": null }).to_string().into_bytes());
    }
    for (name, bytes) in widget_fonts() {
        files.insert(format!("fonts/{name}"), bytes.to_vec());
    }
    let page = PAGE.replace("{{campaigns}}\n", &shown);
    files.insert("widget.js".into(), widget_script().into());
    files.insert(POPUP_FILE.into(), widget_parts().into());
    files.insert("index.html".into(), page.into());
    files.insert("README.txt".into(), README.into());
    files.insert(CAMPAIGNS.into(), live_list(&live, document).to_string().into_bytes());
    Ok(Site { files })
}

/// Whether an audience asks for what only a server knows.
fn asks_for_server(group: &Group) -> bool {
    group.children.iter().any(|child| match child {
        Node::Group(inner) => asks_for_server(inner),
        // What is launched holds the conditions themselves.
        Node::Saved(_) => false,
        Node::Condition(condition) => {
            let field = condition.field.known();
            field.is_some_and(|field| field.spec().source == Source::Server)
        }
    })
}

/// Returns the beginning of a pop-up as a visitor without attributes sees it: a name for it that may be public.
fn beginning(campaign: &Campaign) -> String {
    let content = &campaign.content;
    let first = content.kind.known().unwrap_or(ContentType::Rich).slots().first();
    let text = first.and_then(|slot| match slot.part {
        MessagePart::Text(part) => content.text(part),
        MessagePart::Picture | MessagePart::Action(_) => None,
    });
    fill_tokens(text.unwrap_or_default(), |_| None)
}

impl Site {
    /// The paths of its files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Writes the site into a folder: a new or empty one, or one that holds an earlier export.
    ///
    /// # Errors
    /// When the folder holds something else, when a file is in the way, or when the disk refuses the write.
    pub fn write(&self, folder: &Path) -> Result<SiteWritten, SiteError> {
        let old = earlier(folder)?;
        let mut written = SiteWritten::default();
        let mut due = Vec::new();
        for (path, bytes) in &self.files {
            match target_state(folder, path, bytes, &old)? {
                TargetState::Ready => {}
                TargetState::Free => due.push((path, bytes)),
                TargetState::Yours => written.left.push(path.clone()),
            }
        }
        // Until everything is written, files of either version count as ours.
        let mut known = old.clone();
        for (path, bytes) in self.files.iter().filter(|(path, _)| !written.left.contains(path)) {
            known
                .entry(path.clone())
                .or_default()
                .insert(ContentHash::of(bytes).to_string());
        }
        make_folder(folder)?;
        note(folder, &known)?;
        due.sort_by_key(|(path, _)| path.as_str() == CAMPAIGNS);
        for (path, bytes) in due {
            let target = folder.join(path);
            if let Some(parent) = target.parent() {
                make_folder(parent)?;
            }
            write_atomically(&target, bytes).map_err(|error| LibraryError::new("write", &target, error))?;
        }
        for path in old.keys().filter(|path| !self.files.contains_key(*path)) {
            if is_ours(folder, path, &old) && remove_file(&folder.join(path)).is_ok() {
                written.removed.push(path.clone());
            }
        }
        known.retain(|path, _| self.files.contains_key(path));
        for (path, hashes) in &mut known {
            if !written.left.contains(path) {
                *hashes = BTreeSet::from([ContentHash::of(&self.files[path]).to_string()]);
            }
        }
        note(folder, &known)?;
        Ok(written)
    }
}

/// What Beckon wrote into a folder: paths and their contents.
type Written = BTreeMap<String, BTreeSet<String>>;

enum TargetState {
    /// It already has this content.
    Ready,
    /// Nothing is there, or something of ours.
    Free,
    /// The user changed it.
    Yours,
}

/// Returns what an earlier export wrote; nothing for a new or empty folder.
fn earlier(folder: &Path) -> Result<Written, SiteError> {
    let failed = |error| LibraryError::new("write into", folder, error);
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Written::new()),
        Err(error) => return Err(failed(error).into()),
    };
    if entries.next().is_none() {
        return Ok(Written::new());
    }
    let list = read_bounded(&folder.join(LIST), MAX_BYTES).ok();
    let list: Option<Value> = list.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let list = list.filter(|list| list["format"] == FORMAT && list["version"] == 1);
    let files = list.and_then(|mut list| serde_json::from_value::<Written>(list["files"].take()).ok());
    let files = files.ok_or_else(|| SiteError::NotOurs(folder.to_owned()))?;
    // A list written by hand must not lead elsewhere.
    Ok(files.into_iter().filter(|(path, _)| is_tame(path)).collect())
}

fn is_tame(path: &str) -> bool {
    let tame = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    path.split('/').all(tame)
}

fn target_state(folder: &Path, path: &str, bytes: &[u8], old: &Written) -> Result<TargetState, SiteError> {
    let target = folder.join(path);
    let in_the_way = || SiteError::InTheWay(target.clone());
    // A link would lead the writing elsewhere.
    for above in target.ancestors().skip(1).take_while(|above| *above != folder) {
        match fs::symlink_metadata(above) {
            Ok(facts) if !facts.is_dir() => return Err(SiteError::InTheWay(above.to_owned())),
            _ => {}
        }
    }
    match fs::symlink_metadata(&target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(TargetState::Free),
        Err(error) => return Err(LibraryError::new("write", &target, error).into()),
        Ok(facts) if !facts.is_file() => return Err(in_the_way()),
        Ok(_) => {}
    }
    let there = read_bounded(&target, MAX_BYTES).map_err(|error| LibraryError::new("read", &target, error))?;
    let hash = ContentHash::of(&there).to_string();
    match old.get(path) {
        _ if there == bytes => Ok(TargetState::Ready),
        Some(hashes) if hashes.contains(&hash) => Ok(TargetState::Free),
        _ if YOURS.contains(&path) => Ok(TargetState::Yours),
        _ => Err(in_the_way()),
    }
}

fn is_ours(folder: &Path, path: &str, old: &Written) -> bool {
    let target = folder.join(path);
    let plain = fs::symlink_metadata(&target).is_ok_and(|facts| facts.is_file());
    let hash = read_bounded(&target, MAX_BYTES).map(|bytes| ContentHash::of(&bytes).to_string());
    plain && hash.is_ok_and(|hash| old.get(path).is_some_and(|hashes| hashes.contains(&hash)))
}

fn note(folder: &Path, known: &Written) -> Result<(), LibraryError> {
    let path = folder.join(LIST);
    let list = json!({ "format": FORMAT, "version": 1, "files": known });
    let mut text = serde_json::to_string_pretty(&list).unwrap_or_default();
    text.push('\n');
    write_atomically(&path, text.as_bytes()).map_err(|error| LibraryError::new("write", &path, error))
}

fn make_folder(folder: &Path) -> Result<(), LibraryError> {
    make_whole_path(folder).map_err(|error| LibraryError::new("make the folder", folder, error))
}

/// A text between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
