//! The library on a real disk: nothing is lost, whatever happens to the folder.

mod audiences;
mod bin;
mod files;
mod history;
mod journal;
mod pictures;
mod saving;
mod versions;
mod watch;

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};

use super::*;
use crate::campaign::Campaign;

/// A library in its own folder, with its rescue folder next to it.
struct Bench {
    folder: tempfile::TempDir,
    library: Library,
}

impl Bench {
    fn new() -> Bench {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let rescue = folder.path().join("rescue");
        let library = Library::open_with_rescue(folder.path().join("drafts"), Some(rescue)).expect("a library");
        Bench { folder, library }
    }

    fn rescue(&self) -> PathBuf {
        self.folder.path().join("rescue")
    }

    fn names(&self) -> Vec<String> {
        let entries = self.library.entries().expect("it lists");
        entries
            .map(|entry| entry.path.file_name().expect("a name").to_string_lossy().into_owned())
            .collect()
    }

    fn create(&self, name: &str) -> Stored {
        self.library.create(campaign(name)).expect("it is saved")
    }
}

/// Returns the present instant of these tests.
fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 28, 10, 15, 0)
        .single()
        .expect("a real instant")
}

fn days(count: i64) -> TimeDelta {
    TimeDelta::days(count)
}

fn campaign(name: &str) -> Campaign {
    Campaign::new(crate::clock::new_id(), name, "Europe/Istanbul")
}

fn titled(campaign: &Campaign, title: &str) -> Campaign {
    let mut campaign = campaign.clone();
    campaign.content.title = Some(title.to_owned());
    campaign
}
