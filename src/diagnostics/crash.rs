//! How the program handles its own errors: when the app ends, it leaves a report and says where the work is; a job that
//! panics leaves a line in the log.
//!
//! A panic's message may quote a user's text. So a literal message of the code is passed on, a formatted one
//! only if it can contain nothing but numbers, and of any other only the place.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::Cell;
use std::fs;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::thread;

use chrono::{DateTime, Utc};

use super::folder::Home;
use super::tail::last_lines;
use super::{LAST_LINES, log, system};
use crate::clock;
use crate::library::{make_private_folder, read_bounded, write_private};

/// How many reports are kept.
const MOST_REPORTS: usize = 5;
/// Longest backtrace in a report, in bytes.
const LONGEST_TRACE: usize = 64 << 10;
/// The file that names a report that nobody has been shown.
const UNSEEN: &str = "crash-unseen";

thread_local! {
    /// The job that this thread does, whose panic ends the job and not the app.
    static JOB: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Runs a job whose panic must not end anything else; `None` when it panicked, which has been recorded. `job` names it in the log.
pub fn contained<R>(job: &'static str, work: impl FnOnce() -> R) -> Option<R> {
    let outer = JOB.replace(Some(job));
    let result = catch_unwind(AssertUnwindSafe(work)).ok();
    JOB.set(outer);
    result
}

/// Where a report goes, and its information about this run.
struct ReportContext {
    /// The folder of reports.
    logs: Option<PathBuf>,
    /// The folder of campaigns.
    library: PathBuf,
    home: Home,
}

/// From now on, treats a panic of this thread outside of [`contained`] as the end of the app: it leaves a report in `logs` and says on
/// standard error what happened, that the campaigns in `library` are safe, and what to send. A panic of another thread, or within a job, is
/// recorded.
pub fn install_hook(logs: Option<&Path>, library: &Path) {
    let place = ReportContext {
        logs: logs.map(Path::to_owned),
        library: library.to_owned(),
        home: Home::of_user(),
    };
    let app = thread::current().id();
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        let panicked = Panicked::of(panic);
        match (JOB.get(), thread::current().id() == app) {
            (None, true) => place.end(&panicked),
            (job, _) => panicked.record(job),
        }
        // A user who asks for the trace is a developer, and sees everything.
        if system::variable("RUST_BACKTRACE").is_some() {
            usual(panic);
        }
    }));
}

/// The parts of a panic that may be shown.
struct Panicked {
    place: String,
    thread: String,
    message: Option<String>,
}

impl Panicked {
    fn of(panic: &PanicHookInfo<'_>) -> Self {
        let place = panic
            .location()
            .map(|place| format!("{}:{}:{}", place.file(), place.line(), place.column()));
        Panicked {
            place: place.unwrap_or_else(|| "an unknown place".to_owned()),
            thread: thread::current().name().unwrap_or("unnamed").to_owned(),
            message: safe_message(panic.payload()),
        }
    }

    fn message(&self) -> &str {
        self.message
            .as_deref()
            .unwrap_or("(left out, since it may quote a text of yours)")
    }

    fn record(&self, job: Option<&'static str>) {
        let (place, thread, why) = (&self.place, &self.thread, self.message());
        match job {
            Some(job) => tracing::error!(job, place, thread, why, "a job broke off"),
            None => tracing::error!(place, thread, why, "a thread panicked"),
        }
    }
}

/// Returns a panic's message, if it cannot contain a user's text.
fn safe_message(payload: &(dyn Any + Send)) -> Option<String> {
    if let Some(fixed) = payload.downcast_ref::<&'static str>() {
        return Some((*fixed).to_owned());
    }
    let composed = payload.downcast_ref::<String>()?;
    is_of_numbers(composed).then(|| composed.clone())
}

/// Whether a message is one of the language's own with only numbers filled in.
fn is_of_numbers(message: &str) -> bool {
    const KNOWN: [&str; 9] = [
        "index out of bounds: the len is # but the index is #",
        "range start index # out of range for slice of length #",
        "range end index # out of range for slice of length #",
        "slice index starts at # but ends at #",
        "insertion index (is #) should be <= len (is #)",
        "removal index (is #) should be < len (is #)",
        "swap_remove index (is #) should be < len (is #)",
        "min > max, or either was NaN. min = #, max = #",
        "mid > len",
    ];
    let mut shape = String::with_capacity(message.len());
    for letter in message.chars() {
        let letter = if letter.is_ascii_digit() { '#' } else { letter };
        if letter != '#' || !shape.ends_with('#') {
            shape.push(letter);
        }
    }
    KNOWN.contains(&shape.as_str())
}

impl ReportContext {
    /// The app ends here: leaves a report, and says so.
    fn end(&self, panicked: &Panicked) {
        let (place, thread, why) = (&panicked.place, &panicked.thread, panicked.message());
        tracing::error!(place, thread, why, "Beckon stopped");
        log::flush();
        let trace = Backtrace::force_capture().to_string();
        let report = self.logs.as_deref().and_then(|logs| {
            let text = self.report(panicked, &trace, &last_lines(logs, LAST_LINES, |_| true));
            leave(logs, &text, clock::now()).ok()
        });
        // A failing standard error cannot be reported anywhere.
        let _ = std::io::stderr().write_all(self.farewell(panicked, report.as_deref()).as_bytes());
    }

    fn report(&self, panicked: &Panicked, trace: &str, lines: &[String]) -> String {
        let trace = match trace.char_indices().nth(LONGEST_TRACE) {
            Some((end, _)) => &trace[..end],
            None => trace,
        };
        let facts = [
            ("Beckon", env!("CARGO_PKG_VERSION")),
            ("When", &clock::now().to_rfc3339()),
            ("ReportContext", &panicked.place),
            ("Thread", &panicked.thread),
            ("Message", panicked.message()),
            ("System", &system::name()),
            ("Library", &self.library.to_string_lossy()),
        ];
        let facts: String = facts
            .iter()
            .map(|(name, value)| format!("{name:<9} {value}\n"))
            .collect();
        let text = format!(
            "Beckon stopped because of an error in the program.\n\n{facts}\nBacktrace\n{trace}\n\nLog\n{}\n",
            lines.join("\n")
        );
        self.home.shorten(&text)
    }

    /// What somebody reads who started Beckon in a terminal.
    fn farewell(&self, panicked: &Panicked, report: Option<&Path>) -> String {
        let mut text = format!(
            "\nBeckon stopped because of an error in the program, at {}: {}.\nYour campaigns are safe in {}. What you typed last is offered \
             when you start Beckon again.\n",
            panicked.place,
            panicked.message().trim_end_matches('.'),
            self.home.path(&self.library),
        );
        if let Some(report) = report {
            text.push_str(&format!(
                "A report is in {}, and the log next to it. Neither holds what your campaigns say.\nPlease send the report to the makers of \
                 Beckon, and say what you did last.\n",
                self.home.path(report),
            ));
        }
        text
    }
}

/// Writes a report that nobody has been shown, and removes the oldest of too many.
fn leave(logs: &Path, text: &str, at: DateTime<Utc>) -> std::io::Result<PathBuf> {
    make_private_folder(logs)?;
    let name = format!("crash-{}-{}.txt", at.format("%Y%m%dT%H%M%SZ"), std::process::id());
    let report = logs.join(&name);
    write_private(&report, text.as_bytes())?;
    write_private(&logs.join(UNSEEN), name.as_bytes())?;
    let all = reports(logs);
    for old in &all[..all.len().saturating_sub(MOST_REPORTS)] {
        // One that stays only takes some room.
        let _ = fs::remove_file(old);
    }
    Ok(report)
}

/// The reports in a folder, oldest first.
pub(super) fn reports(logs: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(logs).into_iter().flatten().flatten();
    let mut reports: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| is_report(path))
        .collect();
    reports.sort();
    reports
}

fn is_report(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with("crash-") && name.ends_with(".txt")
}

/// Returns the report of a crash that has not been shown yet, if any. It counts as shown from now on.
pub fn unseen_report(logs: &Path) -> Option<PathBuf> {
    let unseen = logs.join(UNSEEN);
    let name = read_bounded(&unseen, 200).ok()?;
    // One that cannot be removed would be shown at every start.
    fs::remove_file(&unseen).ok()?;
    let name = String::from_utf8(name).ok()?;
    let report = logs.join(Path::new(name.trim()).file_name()?);
    (is_report(&report) && report.is_file()).then_some(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(logs: &Path) -> ReportContext {
        ReportContext {
            logs: Some(logs.to_owned()),
            library: "/home/ayşe/Documents/Beckon".into(),
            home: Home::at(["/home/ayşe".into()].into_iter()),
        }
    }

    fn panicked(message: Option<&str>) -> Panicked {
        Panicked {
            place: "src/desktop/app/mod.rs:12:5".to_owned(),
            thread: "main".to_owned(),
            message: message.map(str::to_owned),
        }
    }

    #[test]
    fn a_message_that_may_quote_a_text_is_left_out() {
        let of = |work: fn()| safe_message(&*std::panic::catch_unwind(work).expect_err("it panics"));
        let usual = take_hook();
        set_hook(Box::new(|_| {}));
        let said: [Option<String>; 5] = [
            of(|| panic!("the list is empty")),
            of(|| {
                let _ = [1, 2][std::hint::black_box(7)];
            }),
            of(|| {
                let _ = &"Sömestr sürprizi"[..std::hint::black_box(2)];
            }),
            of(|| panic!("no campaign {}", std::hint::black_box("Summer sale"))),
            of(|| std::panic::panic_any(7)),
        ];
        set_hook(usual);
        let shown = [
            Some("the list is empty"),
            Some("index out of bounds: the len is 2 but the index is 7"),
            None,
            None,
            None,
        ];
        assert_eq!(said.each_ref().map(Option::as_deref), shown);
    }

    #[test]
    fn a_report_says_what_happened_without_the_users_name() {
        let text = place(Path::new("/nowhere")).report(
            &panicked(None),
            "0: beckon::main at /home/ayşe/src/main.rs",
            &["2026-11-29T03:00:00.000Z INFO  desktop: started".to_owned()],
        );
        for wanted in [
            "src/desktop/app/mod.rs:12:5",
            "~/Documents/Beckon",
            "at ~/src/main.rs",
            "left out",
            "desktop: started",
        ] {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
        assert!(!text.contains("ayşe"), "{text}");
    }

    #[test]
    fn the_terminal_says_where_the_work_is_and_what_to_send() {
        let place = place(Path::new("/home/ayşe/.local/state/beckon"));
        let report = PathBuf::from("/home/ayşe/.local/state/beckon/crash-1.txt");
        let text = place.farewell(&panicked(Some("the list is empty")), Some(&report));
        for wanted in [
            "safe in ~/Documents/Beckon",
            "~/.local/state/beckon/crash-1.txt",
            "the list is empty.",
            "send the report",
        ] {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
        assert!(!place.farewell(&panicked(None), None).contains("report"));
    }

    #[test]
    fn a_crash_is_shown_once_and_few_reports_are_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let logs = folder.path().join("state");
        assert_eq!(unseen_report(&logs), None, "there is no folder yet");
        let at = |second: i64| DateTime::from_timestamp(1_795_341_600 + second, 0).expect("an instant");
        let mut last = PathBuf::new();
        for second in 0..8 {
            last = leave(&logs, "text", at(second)).expect("written");
        }
        assert_eq!(reports(&logs).len(), MOST_REPORTS);
        assert_eq!(unseen_report(&logs), Some(last.clone()));
        assert_eq!(unseen_report(&logs), None, "it was shown");
        for hostile in ["../../etc/passwd", "beckon.log", "", "/etc/passwd"] {
            fs::write(logs.join(UNSEEN), hostile).expect("written");
            assert_eq!(unseen_report(&logs), None, "{hostile}");
        }
        fs::write(logs.join(UNSEEN), last.file_name().expect("a name").as_encoded_bytes()).expect("written");
        fs::remove_file(&last).expect("removed");
        assert_eq!(unseen_report(&logs), None, "the user removed it");
    }

    #[test]
    fn a_job_that_breaks_off_ends_nothing_else() {
        let usual = take_hook();
        set_hook(Box::new(|_| {}));
        let inner = contained("outer", || {
            let broken = contained("inner", || panic!("inside")).map(|()| 1);
            (broken, JOB.get())
        });
        set_hook(usual);
        assert_eq!(inner, Some((None, Some("outer"))));
        assert_eq!(JOB.get(), None);
    }
}
