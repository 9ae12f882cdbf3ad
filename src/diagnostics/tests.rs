//! The log as a whole: what reaches the disk, how much of it, and from whom.

use std::fs;
use std::path::Path;

use tracing::level_filters::LevelFilter;
use tracing::subscriber::with_default;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::Registry;

use super::folder::Home;
use super::level::Level;
use super::log::{Log, LogLayer};
use super::tail::{is_failure, last_lines};

fn all_of(folder: &Path) -> Vec<String> {
    last_lines(folder, usize::MAX, |_| true)
}

/// A log in a folder that takes records of this thread while `work` runs. Gives the lines that were written.
fn recorded(folder: &Path, level: LevelFilter, work: impl FnOnce()) -> Vec<String> {
    let (log, _) = Log::open(folder, 1 << 20).expect("a log");
    let layer = LogLayer {
        log: log.clone(),
        level: Level(level),
        home: Home::at(["/home/ayşe".into()].into_iter()),
    };
    with_default(Registry::default().with(layer), work);
    log.end();
    all_of(folder)
}

#[test]
fn a_record_is_one_line_with_instant_level_place_message_and_fields() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lines = recorded(folder.path(), LevelFilter::INFO, || {
        tracing::info!(folder = "/home/ayşe/My drafts\n\u{1b}[31m", new = true, count = 3, "library opened");
        tracing::debug!("not asked for");
    });
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    let (at, rest) = line.split_once(' ').expect("an instant");
    assert!(chrono::DateTime::parse_from_rfc3339(at).is_ok() && at.ends_with('Z'), "{line}");
    assert_eq!(
        rest,
        "INFO  diagnostics::tests: library opened folder=\"~/My drafts \\u{1b}[31m\" new=true count=3"
    );
}

#[test]
fn text_is_shown_of_known_fields_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lines = recorded(folder.path(), LevelFilter::TRACE, || {
        tracing::info!(name = "Summer sale", title = ?Some("Summer"), token = %"secret", size = 7, kind = "full", "seen");
    });
    assert!(lines[0].ends_with("seen name=… title=… token=… size=7 kind=full"), "{lines:?}");
}

#[test]
fn other_crates_are_heard_only_about_the_window_and_only_when_something_is_wrong() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lines = recorded(folder.path(), LevelFilter::TRACE, || {
        tracing::error!(target: "hyper::client", "header secret");
        tracing::error!(target: "beckonish", "not ours");
        tracing::info!(target: "winit::platform", "a key was pressed");
        tracing::info!(target: "beckon::backend::journal", "a request");
        tracing::warn!(target: "egui_glow", "no shader");
        tracing::error!(target: "beckon::backend::server", "nothing can be accepted");
    });
    let places: Vec<&str> = lines.iter().filter_map(|line| line.split_whitespace().nth(2)).collect();
    assert_eq!(places, ["egui_glow:", "backend::server:"], "{lines:?}");
}

#[test]
fn the_log_stays_within_its_bound_and_keeps_the_newest_lines() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (log, _) = Log::open(folder.path(), 1_000).expect("a log");
    for number in 0..500 {
        log.write(format!("2026-11-29T03:00:00.{number:03}Z INFO  test: line {number}\n"));
        if number % 50 == 0 {
            log.flush();
        }
    }
    log.flush();
    let sizes: Vec<u64> = ["beckon.log", "beckon.old.log"]
        .map(|name| fs::metadata(folder.path().join(name)).expect("there").len())
        .into();
    assert!(sizes.iter().all(|size| *size <= 1_000), "{sizes:?}");
    let lines = all_of(folder.path());
    assert!(lines.len() > 10 && lines.is_sorted(), "{lines:?}");
    assert!(lines.last().expect("a line").ends_with("line 499"), "{lines:?}");
}

#[test]
fn two_windows_write_a_log_each_and_the_next_one_goes_on_with_the_first() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let open = || Log::open(folder.path(), 1 << 20).expect("a log");
    let (first, _) = open();
    let (second, _) = open();
    first.write("2026-11-29T03:00:00.001Z INFO  test: first\n".to_owned());
    second.write("2026-11-29T03:00:00.002Z INFO  test: second\n".to_owned());
    first.write("2026-11-29T03:00:00.003Z INFO  test: first again\n".to_owned());
    first.flush();
    second.flush();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("there");
    assert_eq!((read("beckon.log").lines().count(), read("beckon-2.log").lines().count()), (2, 1));
    let lines = all_of(folder.path());
    let said: Vec<&str> = lines.iter().filter_map(|line| line.split("test: ").nth(1)).collect();
    assert_eq!(said, ["first", "second", "first again"], "read together, in the order of time");
}

#[test]
fn a_run_that_did_not_end_by_itself_is_noticed_by_the_next_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    // The lock of a log is given back by its thread, once nobody can write any more.
    let run = |ends: bool| loop {
        let (log, left_running) = Log::open(folder.path(), 1 << 20).expect("a log");
        if folder.path().join("beckon-2.lock").exists() {
            // The thread of the run before still holds the first one.
            drop(log);
            fs::remove_file(folder.path().join("beckon-2.lock")).expect("removed");
            std::thread::yield_now();
            continue;
        }
        if ends {
            log.end();
        }
        break left_running;
    };
    assert_eq!([run(true), run(false), run(true), run(true)], [false, false, true, false]);
}

#[test]
fn what_cannot_be_written_stops_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("a file");
    fs::write(&file, "").expect("written");
    assert!(Log::open(&file.join("state"), 1_000).is_err(), "a file is in the way");
    // The folder goes while the log is written.
    let state = folder.path().join("state");
    let (log, _) = Log::open(&state, 100).expect("a log");
    fs::remove_dir_all(&state).expect("removed");
    for _ in 0..10 {
        log.write("2026-11-29T03:00:00.001Z INFO  test: a line that fills the file\n".to_owned());
    }
    log.end();
    assert_eq!(all_of(&state), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn the_log_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let state = folder.path().join("state/beckon");
    let (log, _) = Log::open(&state, 1_000).expect("a log");
    log.write("2026-11-29T03:00:00.001Z INFO  test: line\n".to_owned());
    log.flush();
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(&state), mode(&state.join("beckon.log"))), (0o700, 0o600));
}

#[cfg(unix)]
#[test]
fn a_link_or_a_pipe_in_the_place_of_the_log_is_not_written_to() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let precious = folder.path().join("precious.campaign.json");
    fs::write(&precious, "{}").expect("written");
    let state = folder.path().join("state");
    fs::create_dir(&state).expect("made");
    std::os::unix::fs::symlink(&precious, state.join("beckon.log")).expect("linked");
    assert!(Log::open(&state, 1_000).is_err());
    assert_eq!(fs::read_to_string(&precious).expect("there"), "{}");
}

#[test]
fn failures_are_the_lines_of_warnings_and_errors() {
    for (line, is) in [
        ("2026-11-29T03:00:00.001Z WARN  library::save: not saved", true),
        ("2026-11-29T03:00:00.001Z ERROR library::save: not saved", true),
        ("2026-11-29T03:00:00.001Z INFO  library::save: ERROR WARN", false),
        ("", false),
    ] {
        assert_eq!(is_failure(line), is, "{line}");
    }
}
