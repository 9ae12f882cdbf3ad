//! What the app remembers from one start to the next: its looks and its language. Keys that another version wrote are kept.

use std::{
    fs,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;
use egui::ThemePreference;
use serde_json::{Map, Value};

use crate::{
    library::{read_bounded, write_atomically},
    popup::Brand,
    wording::text::Language,
};

/// Largest file that is read, in bytes.
const MAX_BYTES: usize = 4 << 20;
/// How many kinds of logs are remembered.
const LOGS: usize = 40;

/// The settings, and the file they came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    file: Option<PathBuf>,
    all: Map<String, Value>,
}

impl Settings {
    /// Reads the user's settings; what is missing or unreadable counts as not set.
    pub fn of_user() -> Self {
        Self::of_file(ProjectDirs::from("", "", "Beckon").map(|dirs| dirs.config_dir().join("settings.json")))
    }

    fn of_file(file: Option<PathBuf>) -> Self {
        let text = file.as_ref().and_then(|file| read_bounded(file, MAX_BYTES).ok());
        let all = text
            .and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default();
        Self { file, all }
    }

    /// Settings that are forgotten in the end.
    pub fn forgetful() -> Self {
        Self {
            file: None,
            all: Map::new(),
        }
    }

    /// The theme.
    pub fn theme(&self) -> ThemePreference {
        match self.all.get("theme").and_then(Value::as_str) {
            Some("light") => ThemePreference::Light,
            Some("dark") => ThemePreference::Dark,
            _ => ThemePreference::System,
        }
    }

    /// Remembers the theme.
    pub fn set_theme(&mut self, theme: ThemePreference) {
        let word = match theme {
            ThemePreference::Light => "light",
            ThemePreference::Dark => "dark",
            ThemePreference::System => "system",
        };
        self.set("theme", word);
    }

    /// The language; without one, that of the desktop.
    pub fn language(&self) -> Language {
        let chosen = self
            .all
            .get("language")
            .and_then(Value::as_str)
            .and_then(Language::from_tag);
        let of_desktop = || {
            ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| std::env::var(name).ok().filter(|tag| !tag.is_empty()))
                .and_then(|tag| Language::from_tag(&tag))
        };
        chosen
            .or_else(|| self.file.as_ref().and_then(|_| of_desktop()))
            .unwrap_or_default()
    }

    /// Remembers the language.
    pub fn set_language(&mut self, language: Language) {
        self.set("language", language.tag());
    }

    /// Whether things are to stand instead of sliding.
    pub fn reduces_motion(&self) -> bool {
        self.all
            .get("reduce_motion")
            .and_then(Value::as_bool)
            .unwrap_or_default()
    }

    /// Remembers it.
    pub fn set_reduces_motion(&mut self, reduced: bool) {
        self.put("reduce_motion", reduced.into());
    }

    /// The campaign that was open last.
    pub fn last_open(&self) -> Option<PathBuf> {
        self.all.get("last_open").and_then(Value::as_str).map(PathBuf::from)
    }

    /// Remembers the open campaign.
    pub fn set_last_open(&mut self, path: &Path) {
        self.set("last_open", &path.to_string_lossy());
    }

    /// The brand that previews show.
    pub fn brand(&self) -> Brand {
        let word = |key: &str| self.all.get(key).and_then(Value::as_str);
        let usual = Brand::default();
        Brand {
            color: word("brand_color")
                .and_then(|text| text.parse().ok())
                .unwrap_or(usual.color),
            corner: word("corner")
                .and_then(|text| text.parse().ok())
                .unwrap_or(usual.corner),
            name: usual.name,
        }
    }

    /// Remembers the brand.
    pub fn set_brand(&mut self, brand: &Brand) {
        if *brand != self.brand() {
            self.set("brand_color", &brand.color.to_string());
            self.set("corner", &brand.corner.to_string());
        }
    }

    /// The connection that the library in `folder` publishes to.
    pub fn publish_to(&self, folder: &Path) -> Option<String> {
        let by_folder = self.all.get("publish_to")?.as_object()?;
        by_folder.get(&*folder.to_string_lossy())?.as_str().map(str::to_owned)
    }

    /// Remembers it.
    pub fn set_publish_to(&mut self, folder: &Path, connection: &str) {
        let mut by_folder = self
            .all
            .get("publish_to")
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        by_folder.insert(folder.to_string_lossy().into_owned(), connection.into());
        self.put("publish_to", by_folder.into());
    }

    /// The column that tells something in logs with these columns, as it was chosen the last time; empty when none was.
    pub fn log_column(&self, columns: &[String], of: &str) -> Option<String> {
        let logs = self.all.get("log_columns")?.as_object()?;
        logs.get(&columns.join("\n"))?.get(of)?.as_str().map(str::to_owned)
    }

    /// Remembers it. Of many kinds of logs, some are forgotten.
    pub fn set_log_column(&mut self, columns: &[String], of: &str, column: &str) {
        let mut logs = self
            .all
            .get("log_columns")
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        let shape = columns.join("\n");
        while logs.len() >= LOGS && !logs.contains_key(&shape) {
            let Some(first) = logs.keys().next().cloned() else {
                break;
            };
            logs.remove(&first);
        }
        let log = logs.entry(shape).or_insert_with(|| Value::Object(Map::new()));
        if let Some(log) = log.as_object_mut() {
            log.insert(of.to_owned(), column.into());
        }
        self.put("log_columns", logs.into());
    }

    fn set(&mut self, key: &str, value: &str) {
        self.put(key, value.into());
    }

    fn put(&mut self, key: &str, value: Value) {
        if self.all.get(key) == Some(&value) {
            return;
        }
        self.all.insert(key.to_owned(), value);
        let Some(file) = &self.file else { return };
        let text = serde_json::to_vec_pretty(&self.all).unwrap_or_default();
        // Looks that cannot be remembered are no reason to disturb anybody.
        let _ = file.parent().map(fs::create_dir_all).is_none_or(|made| made.is_ok())
            && write_atomically(file, &text).is_ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::grows_as_its_input;

    #[test]
    fn settings_of_any_content_are_read_in_the_time_that_their_size_asks_for() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let written = |count: usize| {
            let keys: Vec<String> = (0..count).map(|number| format!(r#""k{number}":{number}"#)).collect();
            let file = folder.path().join(format!("{count}.json"));
            fs::write(&file, format!("{{{}}}", keys.join(","))).expect("written");
            file
        };
        grows_as_its_input("settings", 8_000, written, |file| {
            assert!(!Settings::of_file(Some(file.clone())).all.is_empty());
        });
    }

    /// Whoever opens a pipe that nobody writes to would wait for ever, and this test with it.
    #[cfg(unix)]
    #[test]
    fn a_pipe_in_the_place_of_the_settings_holds_up_nothing() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("settings.json");
        let made = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(made.expect("mkfifo starts").success());
        let mut settings = Settings::of_file(Some(file));
        assert_eq!(settings.last_open(), None);
        settings.set_last_open(Path::new("a.campaign.json"));
        assert!(
            settings.last_open().is_some(),
            "it is remembered as long as the app runs"
        );
    }
}
