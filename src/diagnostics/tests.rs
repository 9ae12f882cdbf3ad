//! The log as a whole: what reaches the disk, how much of it, and from whom.

use std::fs;
use std::path::{Path, PathBuf};

use tracing::level_filters::LevelFilter;
use tracing::subscriber::with_default;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::Registry;

use super::file::LogFile;
use super::folder::Home;
use super::level::Level;
use super::log::{Log, LogLayer};
use super::tail::{is_failure, last_lines};

fn all_of(folder: &Path) -> Vec<String> {
    last_lines(folder, usize::MAX, |_| true)
}

/// Runs `work` with a log in a folder that takes this thread's records. Returns the written lines.
fn recorded(folder: &Path, level: LevelFilter, work: impl FnOnce()) -> Vec<String> {
    let (log, _) = Log::open(folder, 1 << 20).expect("a log");
    let layer = LogLayer {
        log: log.clone(),
        level: Level {
            most: level,
            heard: &["winit", "rfd"],
        },
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
        tracing::info!(
            folder = "/home/ayşe/My drafts\n\u{1b}[31m",
            new = true,
            count = 3,
            "library opened"
        );
        tracing::debug!("not asked for");
    });
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    let (at, rest) = line.split_once(' ').expect("an instant");
    assert!(
        chrono::DateTime::parse_from_rfc3339(at).is_ok() && at.ends_with('Z'),
        "{line}"
    );
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
    assert!(
        lines[0].ends_with("seen name=… title=… token=… size=7 kind=full"),
        "{lines:?}"
    );
}

#[test]
fn other_crates_are_heard_only_about_the_window_and_only_when_something_is_wrong() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lines = recorded(folder.path(), LevelFilter::TRACE, || {
        tracing::error!(target: "hyper::client", "header secret");
        tracing::error!(target: "beckonish", "not ours");
        tracing::warn!(target: "winit::platform", "no setting");
        tracing::info!(target: "winit::platform", "a key was pressed");
        tracing::info!(target: "beckon::backend::journal", "a request");
        tracing::error!(target: "rfd_portal", "no portal");
        tracing::error!(target: "beckon::backend::server", "nothing can be accepted");
    });
    let places: Vec<&str> = lines.iter().filter_map(|line| line.split_whitespace().nth(2)).collect();
    assert_eq!(places, ["rfd_portal:", "backend::server:"], "{lines:?}");
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
    assert_eq!(
        (read("beckon.log").lines().count(), read("beckon-2.log").lines().count()),
        (2, 1)
    );
    let lines = all_of(folder.path());
    let said: Vec<&str> = lines.iter().filter_map(|line| line.split("test: ").nth(1)).collect();
    assert_eq!(
        said,
        ["first", "second", "first again"],
        "read together, in the order of time"
    );
}

#[test]
fn a_run_that_did_not_end_by_itself_is_noticed_by_the_next_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |ends: bool| {
        let mut log = LogFile::open(folder.path(), 1_000).expect("a log");
        if ends {
            log.end();
        }
        log.left_running()
    };
    assert_eq!(
        [run(true), run(false), run(true), run(true)],
        [false, false, true, false]
    );
}

#[test]
fn what_cannot_be_written_stops_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("a file");
    fs::write(&file, "").expect("written");
    assert!(Log::open(&file.join("state"), 1_000).is_err(), "a file is in the way");
    // The folder disappears while the log is written.
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

/// Names the folder in which a run of this test program is to crash.
const CRASH: &str = "BECKON_TEST_CRASH_IN";

/// What [`a_crash_leaves_a_report_and_says_where_the_work_is`] starts in a process of its own; does nothing otherwise.
#[test]
fn a_run_that_crashes() {
    let Some(folder) = std::env::var_os(CRASH).map(PathBuf::from) else {
        return;
    };
    super::start(&folder, &[]).expect("a log");
    super::install_hook(Some(&folder), Path::new("/srv/campaigns"));
    let broken = super::contained("busy-save", || panic!("the end of a job"));
    assert!(broken.is_none());
    let thread = std::thread::Builder::new().name("courier".into());
    let broken = thread.spawn(|| panic!("the end of a thread")).expect("a thread").join();
    assert!(broken.is_err());
    tracing::info!("the last thing before it");
    panic!("the end of the app, with {}", std::hint::black_box("Summer sale"));
}

#[test]
fn a_crash_leaves_a_report_and_says_where_the_work_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let state = folder.path().join("state");
    let child = std::process::Command::new(std::env::current_exe().expect("this program"))
        .args(["diagnostics::tests::a_run_that_crashes", "--exact", "--nocapture"])
        .env(CRASH, &state)
        .env_remove("RUST_BACKTRACE")
        .env_remove(super::LEVEL_VARIABLE)
        .output()
        .expect("it starts");
    assert!(!child.status.success());
    let said = String::from_utf8_lossy(&child.stderr);
    let report = super::unseen_report(&state).expect("a report");
    let name = report.file_name().expect("a name").to_string_lossy();
    for wanted in [
        "Beckon stopped because of an error in the program, at ",
        "Your campaigns are safe in /srv/campaigns.",
        &name,
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert_eq!(
        said.matches("Beckon stopped").count(),
        1,
        "neither job nor thread ends the app: {said}"
    );

    let lines = all_of(&state);
    let of = |wanted: &str| lines.iter().position(|line| line.contains(wanted));
    let order = [
        "Beckon started",
        "a job broke off job=busy-save place=",
        "a thread panicked place=",
        "the last thing before it",
        "ERROR diagnostics::crash: Beckon stopped",
    ];
    let found: Vec<usize> = order.iter().filter_map(|wanted| of(wanted)).collect();
    assert!(found.len() == order.len() && found.is_sorted(), "{lines:?}");

    let report = fs::read_to_string(report).expect("a report");
    for wanted in [
        "Backtrace",
        "a_run_that_crashes",
        "the last thing before it",
        "/srv/campaigns",
    ] {
        assert!(report.contains(wanted), "{wanted}: {report}");
    }
    for text in [&report, &*said, &lines.concat()] {
        assert!(!text.contains("Summer sale"), "{text}");
    }
}
