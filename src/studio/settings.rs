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
    studio::{
        inspector::{Folds, Section},
        shelf::{Filter, Sort, Status},
        shell::{self, ShellChoice},
    },
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
    /// How large the interface is, in per cent of what the desktop asks for.
    pub zoom: u16,
    /// Whether sliding animations are off.
    pub reduces_motion: bool,
    /// What draws the window, from the next start on.
    pub renderer: Renderer,
}

/// The size of a window that never stood before, in points.
pub const USUAL_WINDOW: [f32; 2] = [1440.0, 900.0];

/// How the window stands on the desktop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WindowStands {
    /// In a size of its own, in points of the desktop.
    Free([f32; 2]),
    /// Over the whole desktop.
    Maximized,
    /// Minimised, or over the whole screen: it comes back to where it was.
    Away,
}

/// How the window stood on the desktop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WindowPlace {
    /// Its width and height, in points at the desktop's own scale; while it is maximised, those from before.
    pub size: [f32; 2],
    /// Whether it is maximised.
    pub maximized: bool,
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
            zoom: self.zoom(),
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

    /// How large the interface is, in per cent of what the desktop asks for.
    pub fn zoom(&self) -> u16 {
        let stored = self.all.get("interface_zoom").and_then(Value::as_u64);
        stored.map_or(shell::USUAL_ZOOM, shell::zoom_within)
    }

    /// Remembers it.
    pub fn set_zoom(&mut self, zoom: u16) {
        self.put("interface_zoom", zoom.into());
    }

    /// The order of the library's list.
    pub fn sort(&self) -> Sort {
        let stored = self.all.get("library_sort").and_then(Value::as_str);
        let known = Sort::ALL.iter().copied().find(|sort| Some(sort.id()) == stored);
        known.unwrap_or_default()
    }

    /// Remembers it.
    pub fn set_sort(&mut self, sort: Sort) {
        self.set("library_sort", sort.id());
    }

    /// Whether the library's list shows pop-ups beside the names.
    pub fn shows_pictures(&self) -> bool {
        self.all
            .get("library_pictures")
            .and_then(Value::as_bool)
            .unwrap_or_default()
    }

    /// Remembers it.
    pub fn set_shows_pictures(&mut self, shown: bool) {
        self.put_some("library_pictures", shown.then(|| true.into()));
    }

    /// What the library's list is narrowed to, and its order; words that were searched for are not remembered.
    pub fn filter(&self) -> Filter {
        let word = |key: &str| self.all.get(key).and_then(Value::as_str);
        let stored = word("library_status");
        let known = Status::FILTERS.into_iter().find(|status| Some(status.id()) == stored);
        Filter {
            wanted: String::new(),
            status: known,
            label: word("library_label").map(str::to_owned),
            sort: self.sort(),
        }
    }

    /// Remembers it.
    pub fn set_filter(&mut self, filter: &Filter) {
        self.put_some("library_status", filter.status.map(|status| status.id().into()));
        self.put_some("library_label", filter.label.as_deref().map(Value::from));
        self.set_sort(filter.sort);
    }

    /// Which parts of the window are shown, and how large.
    pub fn shell(&self) -> ShellChoice {
        let yes = |key: &str| self.all.get(key).and_then(Value::as_bool);
        ShellChoice {
            library: self.length("library_width"),
            folded: yes("library_folded").unwrap_or_default(),
            side: self.length("panel_width"),
            side_hidden: yes("panel_hidden").unwrap_or_default(),
            drawer_hidden: yes("drawer_hidden").unwrap_or_default(),
            visitor: self.length("visitor_height"),
            journey: self.length("journey_height"),
            fields: self.length("fields_width"),
            visitor_shown: yes("visitor_shown").unwrap_or_default(),
        }
    }

    /// Remembers it.
    pub fn set_shell(&mut self, choice: &ShellChoice) {
        self.put_some("library_width", choice.library.map(whole));
        self.put_some("library_folded", choice.folded.then(|| true.into()));
        self.put_some("panel_width", choice.side.map(whole));
        self.put_some("panel_hidden", choice.side_hidden.then(|| true.into()));
        self.put_some("drawer_hidden", choice.drawer_hidden.then(|| true.into()));
        self.put_some("visitor_height", choice.visitor.map(whole));
        self.put_some("journey_height", choice.journey.map(whole));
        self.put_some("fields_width", choice.fields.map(whole));
        self.put_some("visitor_shown", choice.visitor_shown.then(|| true.into()));
    }

    /// Which sections of fields are folded.
    pub fn folds(&self) -> Folds {
        let stored = self.all.get("folded_sections").and_then(Value::as_array);
        let known = stored.into_iter().flatten().filter_map(Value::as_str);
        Folds::of(known.filter_map(Section::from_id))
    }

    /// Remembers it.
    pub fn set_folds(&mut self, folds: &Folds) {
        let ids: Vec<Value> = folds.folded().map(|section| section.id().into()).collect();
        self.put_some("folded_sections", (!ids.is_empty()).then(|| ids.into()));
    }

    /// How the window stood on the desktop last.
    pub fn window(&self) -> Option<WindowPlace> {
        Some(WindowPlace {
            size: [self.length("window_width")?, self.length("window_height")?],
            maximized: self
                .all
                .get("window_maximized")
                .and_then(Value::as_bool)
                .unwrap_or_default(),
        })
    }

    /// Remembers how the window stands, and its size while that is its own.
    pub fn note_window(&mut self, stands: WindowStands) {
        let size = match stands {
            WindowStands::Free(size) => size,
            WindowStands::Maximized => self.window().map_or(USUAL_WINDOW, |before| before.size),
            WindowStands::Away => return,
        };
        let [width, height] = size;
        self.put_some("window_width", Some(whole(width)));
        self.put_some("window_height", Some(whole(height)));
        let is_maximized = stands == WindowStands::Maximized;
        self.put_some("window_maximized", is_maximized.then(|| true.into()));
    }

    /// A length in points, if one was remembered that a screen can have.
    fn length(&self, key: &str) -> Option<f32> {
        let stored = self.all.get(key).and_then(Value::as_f64);
        stored
            .map(|length| length as f32)
            .filter(|length| (1.0..=10_000.0).contains(length))
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
        let color = word("brand_color").and_then(|text| text.parse().ok());
        let corner = word("corner").and_then(|text| text.parse().ok());
        Brand::of(color.unwrap_or(usual.color()), corner.unwrap_or_default())
    }

    /// Remembers the brand.
    pub fn set_brand(&mut self, brand: &Brand) {
        if *brand != self.brand() {
            self.set("brand_color", &brand.color().to_string());
            self.set("corner", &brand.corner().to_string());
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

    /// Remembers a value that differs from the usual, or forgets it.
    fn put_some(&mut self, key: &str, value: Option<Value>) {
        match value {
            Some(value) => self.put(key, value),
            None => self.changed |= self.all.remove(key).is_some(),
        }
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

/// A length as it is remembered: nobody chooses parts of points.
fn whole(length: f32) -> Value {
    f64::from(length.round()).into()
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
mod tests;
