//! Detection of what other programs do to a library's folder: files that appear, change or go, and the folder itself.
//!
//! A scan of names, sizes and times ([`Scanner`]) always decides. The system's notifications only trigger scans, so that a network disk that sends
//! none, or too many, is watched as well, only later: every few seconds. Nothing here reads a campaign.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::names::is_campaign_file;
use super::{AUDIENCE_FOLDER, SITE_FILE, TroubleKind, audience_name};

/// How long to wait for more after a notification, and the longest wait in all.
const QUIET: Duration = Duration::from_millis(150);
const MOST_QUIET: Duration = Duration::from_secs(1);
/// Programs that save by deleting and renaming leave a gap: a file counts as gone when it is still missing after this.
const GAP: Duration = Duration::from_millis(700);

/// How long the end of a watch waits for a scan.
const FAREWELL: Duration = Duration::from_millis(500);

/// What happened to a library's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderEvent {
    /// It is watched from now on. What is read afterwards is never older than what will be reported.
    Ready,
    /// Campaign files, saved audiences or the site document are new or have changed, or are gone.
    Changed {
        /// New or changed.
        changed: Vec<PathBuf>,
        /// Gone.
        gone: Vec<PathBuf>,
    },
    /// The folder cannot be listed any more.
    Lost(TroubleKind),
    /// It can be listed again. Everything may have changed.
    Found,
}

/// The properties that distinguish two states of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Facts {
    bytes: u64,
    modified: Option<SystemTime>,
    /// A file that was replaced in one step has another number.
    number: u64,
}

impl Facts {
    fn of(metadata: &fs::Metadata) -> Self {
        Facts {
            bytes: metadata.len(),
            modified: metadata.modified().ok(),
            number: number_of(metadata),
        }
    }
}

#[cfg(unix)]
fn number_of(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number_of(_: &fs::Metadata) -> u64 {
    0
}

/// A comparison of a folder with its state at the previous scan.
#[derive(Debug)]
pub struct Scanner {
    dir: PathBuf,
    known: HashMap<PathBuf, Facts>,
    /// Missing at the last scan, and not reported yet.
    missing: HashSet<PathBuf>,
    lost: bool,
}

impl Scanner {
    /// Starts with the folder as it is.
    pub fn new(dir: &Path) -> Self {
        let listed = listed(dir);
        Scanner {
            dir: dir.to_owned(),
            lost: listed.is_err(),
            known: listed.unwrap_or_default(),
            missing: HashSet::new(),
        }
    }

    /// Returns whether a file was missing at the last scan that existed at the one before: another scan soon decides.
    pub fn is_in_doubt(&self) -> bool {
        !self.missing.is_empty()
    }

    /// Returns whether the folder could not be listed at the last scan.
    pub fn is_lost(&self) -> bool {
        self.lost
    }

    /// Returns what has happened since the last scan. Files that are missing for the first time are reported at the next one, unless `sure`.
    pub fn scan(&mut self, sure: bool) -> Option<FolderEvent> {
        let now = match listed(&self.dir) {
            Ok(now) => now,
            Err(_) if self.lost => return None,
            Err(error) => {
                self.lost = true;
                return Some(FolderEvent::Lost(TroubleKind::of(&error)));
            }
        };
        if std::mem::take(&mut self.lost) {
            self.known = now;
            self.missing.clear();
            return Some(FolderEvent::Found);
        }
        let differs = |(path, facts): &(&PathBuf, &Facts)| self.known.get(*path) != Some(facts);
        let mut changed: Vec<PathBuf> = now.iter().filter(differs).map(|(path, _)| path.clone()).collect();
        let absent: Vec<PathBuf> = self
            .known
            .keys()
            .filter(|path| !now.contains_key(*path))
            .cloned()
            .collect();
        let (mut gone, waiting): (Vec<PathBuf>, Vec<PathBuf>) =
            absent.into_iter().partition(|path| sure || self.missing.contains(path));
        let still_known = waiting
            .iter()
            .filter_map(|path| Some((path.clone(), *self.known.get(path)?)));
        let mut known = now;
        known.extend(still_known.collect::<Vec<_>>());
        self.known = known;
        self.missing = waiting.into_iter().collect();
        changed.sort();
        gone.sort();
        let nothing = changed.is_empty() && gone.is_empty();
        (!nothing).then_some(FolderEvent::Changed { changed, gone })
    }
}

/// Returns the campaign files of a folder, its site document, and the saved audiences in the folder within it.
fn listed(dir: &Path) -> io::Result<HashMap<PathBuf, Facts>> {
    let mut files = HashMap::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let is_ours = |name: &str| is_campaign_file(name) || name == SITE_FILE;
        if entry.file_name().to_str().is_some_and(is_ours) {
            note(&entry, &mut files);
        }
    }
    // A library without saved audiences has no such folder.
    let audiences = fs::read_dir(dir.join(AUDIENCE_FOLDER)).into_iter().flatten().flatten();
    for entry in audiences.filter(|entry| audience_name(&entry.path()).is_some()) {
        note(&entry, &mut files);
    }
    Ok(files)
}

fn note(entry: &fs::DirEntry, files: &mut HashMap<PathBuf, Facts>) {
    // A link that leads nowhere is listed as well; a file that disappeared in between is not.
    let facts = fs::metadata(entry.path()).or_else(|_| entry.metadata());
    if let Ok(facts) = facts {
        files.insert(entry.path(), Facts::of(&facts));
    }
}

enum Message {
    /// The system reports a change.
    Hint,
    /// Scan now.
    Look,
    /// Whether somebody is looking at the window.
    Attend(bool),
    Stop,
}

/// A folder that is being watched, on a thread of its own. Dropping it ends the thread.
#[derive(Debug)]
pub struct Watch {
    messages: Sender<Message>,
    /// Disconnected once the thread has ended.
    ended: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Starts to watch. `tell` is called on that thread.
    ///
    /// # Errors
    /// When the system cannot start a thread.
    pub fn start(dir: &Path, on_event: impl FnMut(FolderEvent) + Send + 'static) -> io::Result<Watch> {
        let (messages, inbox) = channel();
        let (ending, ended) = channel::<()>();
        let hints = messages.clone();
        let dir = dir.to_owned();
        let thread = thread::Builder::new().name("beckon-watch".into()).spawn(move || {
            watch(&dir, &hints, &inbox, on_event);
            drop(ending);
        })?;
        Ok(Watch {
            messages,
            ended,
            thread: Some(thread),
        })
    }

    /// Scans now.
    pub fn look(&self) {
        self.send(Message::Look);
    }

    /// Sets whether somebody is looking at the window; otherwise a folder without notifications is scanned less often.
    pub fn attend(&self, on: bool) {
        self.send(Message::Attend(on));
    }

    fn send(&self, message: Message) {
        // A thread that ended watches nothing; the next save finds what it would have reported.
        let _ = self.messages.send(message);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.send(Message::Stop);
        // The end does not wait for a scan of a hanging disk: it only reads, and the thread ends after it.
        let ended = self.ended.recv_timeout(FAREWELL) == Err(RecvTimeoutError::Disconnected);
        if let Some(thread) = self.thread.take().filter(|_| ended) {
            // A panic on that thread has already been reported there.
            let _ = thread.join();
        }
    }
}

fn watch(dir: &Path, hints: &Sender<Message>, inbox: &Receiver<Message>, mut on_event: impl FnMut(FolderEvent)) {
    let mut notifier = notifier(dir, hints);
    let mut scanner = Scanner::new(dir);
    on_event(FolderEvent::Ready);
    let mut attended = true;
    // How many scans in a row, which nothing gave a reason for, have found nothing.
    let mut still = 0;
    loop {
        let wait = match scanner.is_in_doubt() {
            true => GAP,
            false => pause(notifier.is_some(), attended, scanner.is_lost(), still),
        };
        let message = inbox.recv_timeout(wait);
        still = match message {
            Err(RecvTimeoutError::Timeout) if !scanner.is_in_doubt() => still.saturating_add(1),
            Ok(_) | Err(_) => 0,
        };
        match message {
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            Ok(Message::Hint) => match settle(inbox) {
                Some(on) => attended = on.unwrap_or(attended),
                None => return,
            },
            Ok(Message::Attend(on)) => attended = on,
            Ok(Message::Look) | Err(RecvTimeoutError::Timeout) => {}
        }
        let Some(event) = scanner.scan(false) else { continue };
        still = 0;
        match event {
            FolderEvent::Lost(_) => notifier = None,
            // Another folder may be in its place now.
            FolderEvent::Found => notifier = self::notifier(dir, hints),
            // The folder of audiences may be new.
            FolderEvent::Changed { ref changed, .. } if changed.iter().any(|path| audience_name(path).is_some()) => {
                notifier = self::notifier(dir, hints);
            }
            FolderEvent::Ready | FolderEvent::Changed { .. } => {}
        }
        on_event(event);
    }
}

/// Returns how long to wait for the next scan without a request for one. Where the system reports changes, scans are only for what it misses, as on
/// drives of a network: they become rarer while they find nothing.
fn pause(notified: bool, attended: bool, lost: bool, still: u32) -> Duration {
    Duration::from_secs(match (notified && !lost, attended) {
        (true, true) => 5 << still.min(2),
        (true, false) => 60,
        (false, true) => 2,
        (false, false) => 20,
    })
}

/// Waits until notifications pause. `None` when the watch is to end; otherwise whether somebody is looking, if that was reported meanwhile.
fn settle(inbox: &Receiver<Message>) -> Option<Option<bool>> {
    let begun = Instant::now();
    let mut attended = None;
    while begun.elapsed() < MOST_QUIET {
        match inbox.recv_timeout(QUIET) {
            Ok(Message::Hint) => {}
            Ok(Message::Attend(on)) => attended = Some(on),
            Ok(Message::Look) | Err(RecvTimeoutError::Timeout) => break,
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    Some(attended)
}

/// Asks the system to report changes; `None` where it cannot.
fn notifier(dir: &Path, hints: &Sender<Message>) -> Option<RecommendedWatcher> {
    let hints = hints.clone();
    let heard = move |event: notify::Result<notify::Event>| {
        let counts = event.as_ref().map_or(true, |event| !is_mere_reading(&event.kind));
        if counts {
            // The thread may have ended.
            let _ = hints.send(Message::Hint);
        }
    };
    let mut watcher = notify::recommended_watcher(heard).ok()?;
    watcher.watch(dir, RecursiveMode::NonRecursive).ok()?;
    // A library without saved audiences has no such folder.
    let _ = watcher.watch(&dir.join(AUDIENCE_FOLDER), RecursiveMode::NonRecursive);
    Some(watcher)
}

fn is_mere_reading(kind: &EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if *access != AccessKind::Close(AccessMode::Write))
}
