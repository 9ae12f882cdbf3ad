//! The undo history of each campaign, stored so that it survives a restart.
//!
//! Each campaign has one file, `.beckon/history/KEY.json`, with one snapshot per step. It holds the newest steps, at most [`MOST_STEPS`] of them and
//! [`MOST_BYTES`] bytes, and is removed [`JOURNAL_KEEPS`] after it was last written. It is a convenience: whatever is wrong with it, the campaign
//! still opens, with as much of its history as can be read.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::disk::{ContentHash, read_bounded, remove_file, write_atomically};
use super::trouble::Context;
use super::{Library, LibraryError, Record, Step};
use crate::campaign::{Campaign, from_json, to_value};

/// Most steps of a campaign's history that are stored, undone ones included.
pub const MOST_STEPS: usize = 200;
/// Most bytes of a campaign's history that are stored. The present version and the newest step are always stored.
pub const MOST_BYTES: usize = 1 << 20;
/// How long a history without additions is kept.
pub const JOURNAL_KEEPS: TimeDelta = TimeDelta::days(30);

/// The value of the key `format`.
const FORMAT: &str = "beckon.history";
/// The folder within `.beckon`.
const FOLDER: &str = "history";
/// Most bytes that are read: what was written, with room for the limits of other versions.
const MOST_READ: usize = 16 << 20;

impl Library {
    /// Stores the undo history of the campaign in the file `path`; `at` is the present instant. A history without steps is removed.
    ///
    /// # Errors
    /// When the folder cannot take it.
    pub fn write_history(
        &self,
        path: &Path,
        history: &Record<Campaign>,
        at: DateTime<Utc>,
    ) -> Result<(), LibraryError> {
        let target = self.history_file(path, &history.present.id);
        if history.past.is_empty() && history.future.is_empty() {
            return remove(&target);
        }
        self.make_inner(FOLDER)?;
        let text = text_of(path, history, at);
        write_atomically(&target, text.as_bytes()).context("keep the undo history in", &target)
    }

    /// Returns the undo history of the campaign `id` in the file `path`, as far as it can be read and is not too old. `None` when it has none.
    ///
    /// The caller combines it with what the file says; see [`History::meet`](super::History::meet).
    pub fn read_history(&self, path: &Path, id: &str, now: DateTime<Utc>) -> Option<Record<Campaign>> {
        let bytes = read_bounded(&self.history_file(path, id), MOST_READ).ok()?;
        let value: Value = serde_json::from_slice(&bytes).ok()?;
        let known = value["format"] == FORMAT && value["version"] == 1 && value["campaign"] == id;
        let at = DateTime::parse_from_rfc3339(value["at"].as_str()?).ok()?;
        // A user's copy of a campaign file has its identity, but not its history.
        let own = value["file"].as_str()?;
        let other_file = own != file_name(path) && self.dir().join(own).exists();
        if !known || other_file || now - at.to_utc() > JOURNAL_KEEPS {
            return None;
        }
        Some(Record {
            present: Arc::new(campaign_of(&value["present"])?),
            past: steps_of(&value["past"]),
            future: steps_of(&value["future"]),
        })
    }

    /// Removes histories without additions for [`JOURNAL_KEEPS`], and returns how many those were.
    pub fn tidy_histories(&self, now: DateTime<Utc>) -> usize {
        let entries = fs::read_dir(self.inner(FOLDER)).into_iter().flatten().flatten();
        let old = |path: &PathBuf| {
            let at = fs::metadata(path).and_then(|facts| facts.modified());
            at.is_ok_and(|at| now - DateTime::<Utc>::from(at) > JOURNAL_KEEPS)
        };
        entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
            .filter(old)
            .filter(|path| remove_file(path).is_ok())
            .count()
    }

    /// Removes the undo history of the campaign whose side files are named by `key`.
    pub(super) fn remove_history(&self, key: &str) -> Result<(), LibraryError> {
        remove(&self.inner(FOLDER).join(format!("{key}.json")))
    }

    fn history_file(&self, path: &Path, id: &str) -> PathBuf {
        self.inner(FOLDER).join(format!("{}.json", key_of(path, id)))
    }
}

fn remove(target: &Path) -> Result<(), LibraryError> {
    match remove_file(target) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error).context("remove", target),
        _ => Ok(()),
    }
}

/// Returns what a campaign's side files are named by: its identity, so that they follow it when its file is renamed; its file's name where it has
/// none. Equal for all spellings that a file system can hold.
pub(super) fn key_of(path: &Path, id: &str) -> String {
    if let Ok(id) = uuid::Uuid::parse_str(id) {
        return id.to_string();
    }
    let whose = match id.is_empty() {
        true => format!("file\n{}", file_name(path)),
        false => format!("id\n{id}"),
    };
    ContentHash::of(whose.as_bytes()).to_string()[..32].to_owned()
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Returns the file's content: the newest steps within the bounds, those that can be undone before those that can be redone.
fn text_of(path: &Path, history: &Record<Campaign>, at: DateTime<Utc>) -> String {
    let present = to_value(&history.present).to_string();
    let (mut bytes, mut count) = (present.len(), 0);
    let mut newest = |steps: &[Step<Campaign>]| {
        let mut kept = Vec::new();
        for step in steps.iter().rev() {
            let text = json!({ "name": step.name, "campaign": to_value(&step.value) }).to_string();
            bytes += text.len();
            if count > 0 && (count >= MOST_STEPS || bytes > MOST_BYTES) {
                break;
            }
            count += 1;
            kept.push(text);
        }
        kept.reverse();
        format!("[{}]", kept.join(","))
    };
    let (past, future) = (newest(&history.past), newest(&history.future));
    let head = json!({
        "format": FORMAT,
        "version": 1,
        "campaign": history.present.id,
        "file": file_name(path),
        "at": at.to_rfc3339(),
    })
    .to_string();
    let head = head.strip_suffix('}').unwrap_or(&head);
    format!("{head},\"present\":{present},\"past\":{past},\"future\":{future}}}")
}

fn campaign_of(value: &Value) -> Option<Campaign> {
    from_json(value.to_string().as_bytes()).ok()
}

/// Returns the steps nearest to the present, up to the first that cannot be read.
fn steps_of(value: &Value) -> Vec<Step<Campaign>> {
    let step = |value: &Value| {
        Some(Step {
            name: value["name"].as_str()?.to_owned(),
            value: Arc::new(campaign_of(&value["campaign"])?),
        })
    };
    let mut steps: Vec<_> = value.as_array().into_iter().flatten().rev().map_while(step).collect();
    steps.reverse();
    steps
}
