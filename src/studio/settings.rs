//! What the app remembers from one start to the next: its looks and its language. Keys that another version wrote are kept.

use std::{
    fs,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;
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
/// How many campaigns that were open are remembered.
const RECENT: usize = 24;
/// How many libraries are remembered.
const LIBRARIES: usize = 8;

/// The theme of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Appearance {
    /// Dark text on light.
    Light,
    /// Light text on dark.
    Dark,
    /// As the desktop is.
    #[default]
    System,
}

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Renderer {
    /// The graphics card through OpenGL, and the processor where there is none.
    #[default]
    Automatic,
    /// The processor alone.
    Processor,
}

/// What the page of settings lets the user choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the window.
    pub language: Language,
    /// The theme of the window.
    pub theme: Appearance,
    /// Whether sliding animations are off.
    pub reduces_motion: bool,
    /// What draws the window, from the next start on.
    pub renderer: Renderer,
}

/// The settings, and the file they came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    file: Option<PathBuf>,
    all: Map<String, Value>,
    /// Whether the file does not hold them as they are now.
    changed: bool,
}

/// Settings that are to be written into their file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFile {
    path: PathBuf,
    text: Vec<u8>,
}

impl SettingsFile {
    /// Writes the file; call it in the background. Failing to remember looks is not worth disturbing the user, so it is not reported.
    #[expect(clippy::disallowed_methods, reason = "the disk worker calls it")]
    pub fn write(&self) {
        let made = self.path.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(error) = made.and_then(|()| write_atomically(&self.path, &self.text)) {
            tracing::warn!(%error, "the settings were not written");
        }
    }
}

impl Settings {
    /// Reads the user's settings; what is missing or unreadable counts as not set.
    pub fn of_user() -> Self {
        Self::of_file(ProjectDirs::from("", "", "Beckon").map(|dirs| dirs.config_dir().join("settings.json")))
    }

    fn of_file(file: Option<PathBuf>) -> Self {
        let all = file.as_deref().and_then(read).unwrap_or_default();
        Self {
            file,
            all,
            changed: false,
        }
    }

    /// Settings that are forgotten in the end.
    pub fn forgetful() -> Self {
        Self {
            file: None,
            all: Map::new(),
            changed: false,
        }
    }

    /// What the page of settings shows.
    pub fn preferences(&self) -> Preferences {
        Preferences {
            language: self.language(),
            theme: self.theme(),
            reduces_motion: self.reduces_motion(),
            renderer: self.renderer(),
        }
    }

    /// The theme.
    pub fn theme(&self) -> Appearance {
        match self.all.get("theme").and_then(Value::as_str) {
            Some("light") => Appearance::Light,
            Some("dark") => Appearance::Dark,
            _ => Appearance::System,
        }
    }

    /// Remembers the theme.
    pub fn set_theme(&mut self, theme: Appearance) {
        let word = match theme {
            Appearance::Light => "light",
            Appearance::Dark => "dark",
            Appearance::System => "system",
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
        let of_desktop = || of_desktop(|name| std::env::var(name).ok());
        chosen
            .or_else(|| self.file.as_ref().and_then(|_| of_desktop()))
            .unwrap_or_default()
    }

    /// Remembers the language.
    pub fn set_language(&mut self, language: Language) {
        self.set("language", language.tag());
    }

    /// Whether sliding animations are off.
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

    /// What draws the window, from the next start on.
    pub fn renderer(&self) -> Renderer {
        match self.all.get("renderer").and_then(Value::as_str) {
            Some("processor") => Renderer::Processor,
            _ => Renderer::Automatic,
        }
    }

    /// Remembers it.
    pub fn set_renderer(&mut self, renderer: Renderer) {
        self.set(
            "renderer",
            match renderer {
                Renderer::Automatic => "automatic",
                Renderer::Processor => "processor",
            },
        );
    }

    /// Whether this is the first time that the missing OpenGL is noticed; from now on it is not.
    pub fn note_missing_opengl(&mut self) -> bool {
        let known = self
            .all
            .get("said_no_opengl")
            .and_then(Value::as_bool)
            .unwrap_or_default();
        self.put("said_no_opengl", true.into());
        !known
    }

    /// The libraries that were open, the newest first.
    pub fn libraries(&self) -> Vec<PathBuf> {
        let stored = self.all.get("libraries").and_then(Value::as_array);
        let paths = stored.into_iter().flatten().filter_map(Value::as_str);
        paths.map(PathBuf::from).take(LIBRARIES).collect()
    }

    /// Remembers that this library is open. Of many, the oldest are forgotten.
    pub fn note_library(&mut self, folder: &Path) {
        let others = self.libraries().into_iter().filter(|other| other != folder);
        let all = std::iter::once(folder.to_owned()).chain(others).take(LIBRARIES);
        let stored: Vec<Value> = all.map(|path| path.to_string_lossy().into_owned().into()).collect();
        self.put("libraries", stored.into());
    }

    /// The campaign that was open last.
    pub fn last_open(&self) -> Option<PathBuf> {
        self.all.get("last_open").and_then(Value::as_str).map(PathBuf::from)
    }

    /// The files of the campaigns that were open, the last one first.
    pub fn recent(&self) -> Vec<PathBuf> {
        let paths = self.all.get("recent").and_then(Value::as_array);
        let paths = paths.into_iter().flatten().filter_map(Value::as_str);
        paths.map(PathBuf::from).collect()
    }

    /// Remembers the open campaign.
    pub fn set_last_open(&mut self, path: &Path) {
        self.set("last_open", &path.to_string_lossy());
        let mut recent = self.recent();
        recent.retain(|other| other != path);
        recent.insert(0, path.to_owned());
        let recent = recent.iter().take(RECENT).map(|path| path.to_string_lossy());
        let recent: Vec<Value> = recent.map(|path| path.as_ref().into()).collect();
        self.put("recent", recent.into());
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

    /// The column chosen last for `of` in logs with these columns; empty if none was chosen.
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
        self.changed = true;
    }

    /// Returns the settings to write since the last call, if any.
    pub fn unwritten(&mut self) -> Option<SettingsFile> {
        if !std::mem::take(&mut self.changed) {
            return None;
        }
        Some(SettingsFile {
            path: self.file.clone()?,
            text: serde_json::to_vec_pretty(&self.all).unwrap_or_default(),
        })
    }
}

/// Returns a file's content; `None` when it is missing or cannot be read.
fn read(file: &Path) -> Option<Map<String, Value>> {
    let text = match read_bounded(file, MAX_BYTES) {
        Ok(text) => text,
        Err(error) => {
            if error.kind() != std::io::ErrorKind::NotFound {
                tracing::warn!(%error, "the settings cannot be read");
            }
            return None;
        }
    };
    match serde_json::from_slice(&text) {
        Ok(all) => Some(all),
        Err(error) => {
            tracing::warn!(line = error.line(), column = error.column(), "the settings are damaged");
            None
        }
    }
}

/// The language of the desktop, as its variables name it; the first that is set decides.
fn of_desktop(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| variable(name).filter(|locale| !locale.is_empty()));
    locale.and_then(|locale| Language::from_tag(&locale))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests may write files")]
mod tests {
    use super::*;
    use crate::growth::grows_as_its_input;

    #[test]
    fn the_desktop_chooses_the_language_until_somebody_does() {
        type Variables = [(&'static str, &'static str)];
        let chosen = |variables: &Variables| {
            let variable = |wanted: &str| variables.iter().find(|(name, _)| *name == wanted);
            of_desktop(|name| variable(name).map(|(_, value)| (*value).to_owned())).map(Language::tag)
        };
        let cases: [(&Variables, Option<&str>); 6] = [
            (&[("LANG", "tr_TR.UTF-8")], Some("tr")),
            (&[("LC_ALL", ""), ("LANG", "tr_TR.UTF-8")], Some("tr")),
            (&[("LC_MESSAGES", "en_GB.UTF-8"), ("LANG", "tr_TR.UTF-8")], Some("en")),
            (&[("LC_ALL", "C"), ("LANG", "tr_TR.UTF-8")], None),
            (&[("LANG", "de_DE.UTF-8")], None),
            (&[], None),
        ];
        for (variables, language) in cases {
            assert_eq!(chosen(variables), language, "{variables:?}");
        }
    }

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

    #[test]
    fn the_newest_libraries_are_remembered_once_each() {
        let mut settings = Settings::forgetful();
        assert!(settings.libraries().is_empty());
        let folder = |number: usize| PathBuf::from(format!("/libraries/{number}"));
        (0..LIBRARIES + 2).for_each(|number| settings.note_library(&folder(number)));
        settings.note_library(&folder(5));
        let libraries = settings.libraries();
        assert_eq!(libraries.len(), LIBRARIES);
        assert_eq!((&libraries[0], &libraries[1]), (&folder(5), &folder(LIBRARIES + 1)));
        assert_eq!(libraries.iter().filter(|library| **library == folder(5)).count(), 1);
    }

    #[test]
    fn missing_opengl_is_said_once() {
        let mut settings = Settings::forgetful();
        assert!(settings.note_missing_opengl());
        assert!(!settings.note_missing_opengl());
    }

    /// Opening a pipe that nobody writes to would wait forever, and this test with it.
    #[cfg(unix)]
    #[test]
    fn a_pipe_in_the_place_of_the_settings_holds_up_nothing() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("settings.json");
        let made = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(made.expect("mkfifo starts").success());
        let mut settings = Settings::of_file(Some(file));
        assert_eq!(settings.last_open(), None);
        settings.set_last_open(Path::new("b.campaign.json"));
        settings.set_last_open(Path::new("a.campaign.json"));
        settings.set_last_open(Path::new("b.campaign.json"));
        settings.set_last_open(Path::new("a.campaign.json"));
        assert_eq!(
            settings.recent(),
            ["a.campaign.json", "b.campaign.json"].map(PathBuf::from),
            "each once, the last one first"
        );
        assert!(
            settings.last_open().is_some(),
            "it is remembered as long as the app runs"
        );
    }
}
