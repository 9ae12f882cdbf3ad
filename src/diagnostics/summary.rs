//! Everything needed to investigate a failure, as one text, gathered by reading only.

use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::crash::reports;
use super::folder::Home;
use super::system;
use super::tail::{is_failure, last_lines};
use super::{LAST_LINES, file_of_window};
use crate::library::{self, Library, read_bounded, write_private};
use crate::publish;

/// How many failures are named.
const LAST_FAILURES: usize = 10;

/// The sources of a summary. `None` means that this computer does not have one.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The folder of campaigns.
    pub library: Option<PathBuf>,
    /// The folder that publishing keeps things in.
    pub publishing: Option<PathBuf>,
    /// The folder of the log.
    pub logs: Option<PathBuf>,
    /// The window, while one is open; else what the last one left.
    pub window: Option<WindowFacts>,
}

/// Information about a window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WindowFacts {
    /// What draws it: the version of OpenGL and its driver.
    pub renderer: String,
    /// Physical pixels per point.
    pub scale: f32,
    /// Its width and height in points.
    pub size: [f32; 2],
    /// The tag of its language.
    pub language: String,
    /// `light` or `dark`.
    pub theme: String,
}

impl WindowFacts {
    /// Leaves them next to the log, for a summary gathered without a window. Writes a file: do not call it in a frame.
    pub fn leave(&self, logs: &Path) {
        // A summary without them is still one.
        if let Ok(text) = serde_json::to_vec(self) {
            let _ = write_private(&file_of_window(logs), &text);
        }
    }

    fn left(logs: &Path) -> Option<Self> {
        serde_json::from_slice(&read_bounded(&file_of_window(logs), 10_000).ok()?).ok()
    }
}

/// What to send along when something went wrong.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// The version of Beckon.
    pub version: &'static str,
    /// When it was gathered (RFC 3339).
    pub at: String,
    /// The operating system, its kernel and the kind of processor.
    pub system: String,
    /// The desktop and how windows reach the screen.
    pub desktop: Option<String>,
    /// The language of the desktop.
    pub locale: Option<String>,
    /// The window, or the last one.
    pub window: Option<WindowFacts>,
    /// The folder of campaigns.
    pub library: Option<LibraryFacts>,
    /// What publishing keeps.
    pub publishing: Option<PublishingFacts>,
    /// The folder of the log.
    pub log: Option<String>,
    /// The reports of crashes that are kept, by file name, oldest first.
    pub crashes: Vec<String>,
    /// The last lines of the log that say what went wrong.
    pub failures: Vec<String>,
    /// The last lines of the log.
    pub lines: Vec<String>,
}

/// How a library is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LibraryFacts {
    /// Its folder, with `~` for the home folder.
    pub folder: String,
    /// Why it cannot be listed; then nothing else is known.
    pub trouble: Option<String>,
    /// How many campaign files there are.
    pub campaigns: usize,
    /// How many of them cannot be read.
    pub unreadable: usize,
    /// How many drafts have unsaved work that a start of Beckon offers.
    pub unsaved: usize,
    /// How many earlier versions are kept.
    pub versions: usize,
    /// How many files are in the bin.
    pub deleted: usize,
    /// The room on its disk, in bytes.
    pub free_bytes: Option<u64>,
}

/// What publishing keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishingFacts {
    /// Why connections cannot be read.
    pub trouble: Option<String>,
    /// The backends: `https shop.example`.
    pub connections: Vec<String>,
    /// How many operations wait in the outbox.
    pub waiting: usize,
    /// When the oldest of them was requested (RFC 3339).
    pub oldest: Option<String>,
    /// How many operations were damaged and put aside.
    pub damaged: usize,
    /// How many campaigns wait for a choice between two versions.
    pub conflicts: usize,
    /// The last refusals: instant, status and kind.
    pub refusals: Vec<String>,
}

impl Summary {
    /// Gathers it. Reads every campaign file and the ledger: not to be called in a frame.
    pub fn gather(sources: &Sources, now: DateTime<Utc>) -> Summary {
        let home = Home::of_user();
        let logs = sources.logs.as_deref();
        let lines = |most, takes: fn(&str) -> bool| logs.map(|logs| last_lines(logs, most, takes)).unwrap_or_default();
        let name = |path: &PathBuf| Some(path.file_name()?.to_string_lossy().into_owned());
        let window = sources.window.clone();
        Summary {
            version: env!("CARGO_PKG_VERSION"),
            at: instant(now),
            system: system::name(),
            desktop: system::desktop(),
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(system::variable),
            window: window.or_else(|| logs.and_then(WindowFacts::left)),
            library: sources.library.as_deref().map(|folder| LibraryFacts::of(folder, &home)),
            publishing: sources.publishing.as_deref().map(PublishingFacts::of),
            log: logs.map(|logs| home.path(logs)),
            crashes: logs.map(reports).unwrap_or_default().iter().filter_map(name).collect(),
            failures: lines(LAST_FAILURES, is_failure),
            lines: lines(LAST_LINES, |_| true),
        }
    }
}

impl LibraryFacts {
    fn of(folder: &Path, home: &Home) -> Self {
        let empty = LibraryFacts {
            folder: home.path(folder),
            trouble: None,
            campaigns: 0,
            unreadable: 0,
            unsaved: 0,
            versions: 0,
            deleted: 0,
            free_bytes: system::free_bytes(folder),
        };
        match Library::overview(folder) {
            Ok(library::Overview {
                campaigns,
                unreadable,
                unsaved,
                versions,
                deleted,
            }) => LibraryFacts {
                campaigns,
                unreadable,
                unsaved,
                versions,
                deleted,
                ..empty
            },
            Err(error) => LibraryFacts {
                trouble: Some(error.kind.id().to_owned()),
                ..empty
            },
        }
    }
}

impl PublishingFacts {
    fn of(folder: &Path) -> Self {
        let publish::Overview {
            connections,
            waiting,
            oldest,
            damaged,
            conflicts,
            refusals,
        } = publish::Overview::of(folder);
        let (trouble, connections) = match connections {
            Ok(connections) => (None, connections),
            Err(error) => (Some(error.id().to_owned()), Vec::new()),
        };
        PublishingFacts {
            trouble,
            connections,
            waiting,
            oldest: oldest.map(instant),
            damaged,
            conflicts,
            refusals: refusals
                .iter()
                .map(|refused| {
                    let problem = refused.problem.as_deref().unwrap_or("no kind");
                    format!("{} {} {} {problem}", instant(refused.at), refused.what, refused.status)
                })
                .collect(),
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A size of a disk for people, in whole gigabytes or megabytes.
fn size(bytes: u64) -> String {
    match bytes >> 30 {
        0 => format!("{} MiB", bytes >> 20),
        gigabytes => format!("{gigabytes} GiB"),
    }
}

impl Display for Summary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut row = |name: &str, value: &str| writeln!(f, "{name:<12} {value}");
        row("Beckon", self.version)?;
        row("At", &self.at)?;
        row("System", &self.system)?;
        row("Desktop", self.desktop.as_deref().unwrap_or("none"))?;
        row("Locale", self.locale.as_deref().unwrap_or("none"))?;
        row(
            "Window",
            &self
                .window
                .as_ref()
                .map_or_else(|| "never opened".to_owned(), WindowFacts::to_string),
        )?;
        row(
            "Library",
            &self
                .library
                .as_ref()
                .map_or_else(|| "none".to_owned(), LibraryFacts::to_string),
        )?;
        match &self.publishing {
            None => row("Publishing", "never used")?,
            Some(publishing) => {
                row("Publishing", &publishing.to_string())?;
                for connection in &publishing.connections {
                    row("Connection", connection)?;
                }
                for refusal in &publishing.refusals {
                    row("Refused", refusal)?;
                }
            }
        }
        row("Log", self.log.as_deref().unwrap_or("none"))?;
        for crash in &self.crashes {
            row("Crash", crash)?;
        }
        for (title, lines) in [
            ("Last failures", &self.failures),
            ("Last lines of the log", &self.lines),
        ] {
            writeln!(f, "\n{title}")?;
            if lines.is_empty() {
                writeln!(f, "  none")?;
            }
            for line in lines {
                writeln!(f, "  {line}")?;
            }
        }
        Ok(())
    }
}

impl Display for WindowFacts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [width, height] = self.size;
        write!(
            f,
            "{width} × {height} at scale {}, {}, {}, {}",
            self.scale, self.theme, self.language, self.renderer
        )
    }
}

impl Display for LibraryFacts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.folder)?;
        match &self.trouble {
            Some(trouble) => write!(f, ": cannot be listed ({trouble})")?,
            None => write!(
                f,
                ": {} campaigns, {} unreadable, {} with unsaved work, {} versions, {} deleted",
                self.campaigns, self.unreadable, self.unsaved, self.versions, self.deleted
            )?,
        }
        match self.free_bytes {
            Some(bytes) => write!(f, ", {} free", size(bytes)),
            None => Ok(()),
        }
    }
}

impl Display for PublishingFacts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.trouble {
            Some(trouble) => write!(f, "connections cannot be read ({trouble})")?,
            None => write!(f, "{} connections", self.connections.len())?,
        }
        write!(f, ", {} waiting", self.waiting)?;
        if let Some(oldest) = &self.oldest {
            write!(f, " since {oldest}")?;
        }
        write!(f, ", {} damaged, {} in conflict", self.damaged, self.conflicts)
    }
}
