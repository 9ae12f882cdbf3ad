//! diagnose: what to send along, gathered by reading alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::support::{Answer, Desk, answer, campaign};

fn command(desk: &Desk, arguments: &[&str]) -> Command {
    let mut command = desk.command(arguments);
    command
        .env("XDG_STATE_HOME", desk.path("state"))
        .env_remove("BECKON_PUBLISHING");
    command
}

fn diagnose(desk: &Desk, arguments: &[&str]) -> Answer {
    let arguments = [&["diagnose"], arguments].concat();
    answer(command(desk, &arguments).output().expect("it starts"))
}

/// Every file below a folder, with its content and when it was written.
fn everything(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        let path = entry.path();
        let written = entry.metadata().expect("facts").modified().expect("a time");
        match path.is_dir() {
            true => {
                found.extend(everything(&path));
                found.insert(path, (Vec::new(), written));
            }
            false => {
                found.insert(path.clone(), (fs::read(&path).expect("read"), written));
            }
        }
    }
    found
}

/// A library with one good and one broken campaign, something that waits, a log, and a crash.
fn lived_in() -> Desk {
    let desk = Desk::new();
    desk.write("Drafts/plans.campaign.json", campaign().to_string());
    desk.write("Drafts/broken.campaign.json", "{");
    desk.write(
        "Drafts/.beckon/versions/key/20261128T101500Z-edited-0123.campaign.json",
        "{}",
    );
    desk.write("Drafts/.beckon/trash/20261128T101500Z-deleted/old.campaign.json", "{}");
    desk.write("Drafts/.beckon/recovery/0123.json", "{}");
    let offline = [
        "publish",
        "Drafts/plans.campaign.json",
        "--to",
        "http://127.0.0.1:9/secret-path",
        "--offline",
    ];
    let queued = command(&desk, &offline)
        .env("BECKON_TOKEN", "secret-token")
        .output()
        .expect("it starts");
    assert_eq!(queued.status.code(), Some(0), "{queued:?}");
    let lines = [
        "2026-11-29T03:00:00.000Z INFO  diagnostics::log: Beckon started",
        "2026-11-29T03:00:01.000Z ERROR library::save: not saved kind=full",
        "2026-11-29T03:00:02.000Z INFO  desktop::app: command command=quit",
    ];
    desk.write("state/beckon/beckon.log", format!("{}\n", lines.join("\n")));
    desk.write("state/beckon/crash-20261128T101500Z-7.txt", "Beckon stopped");
    desk.write("state/beckon/crash-unseen", "crash-20261128T101500Z-7.txt");
    let window = json!({ "renderer": "OpenGL 4.5 Mesa", "scale": 1.5, "size": [1440.0, 900.0], "language": "tr", "theme": "dark" });
    desk.write("state/beckon/window.json", window.to_string());
    desk
}

#[test]
fn everything_that_is_asked_for_is_in_one_text() {
    let desk = lived_in();
    let answer = diagnose(&desk, &["--library", "Drafts"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{answer:?}");
    for wanted in [
        concat!("Beckon       ", env!("CARGO_PKG_VERSION")),
        "Window       1440 × 900 at scale 1.5, dark, tr, OpenGL 4.5 Mesa",
        "Library      Drafts: 2 campaigns, 1 unreadable, 1 with unsaved work, 1 versions, 1 deleted",
        "1 waiting since 2",
        "Crash        crash-20261128T101500Z-7.txt",
        "Last failures\n  2026-11-29T03:00:01.000Z ERROR library::save: not saved kind=full\n",
        "  2026-11-29T03:00:02.000Z INFO  desktop::app: command command=quit\n",
    ] {
        assert!(answer.out.contains(wanted), "{wanted}: {}", answer.out);
    }
    for secret in ["secret", "Plans", "plans"] {
        assert!(!answer.out.contains(secret), "{secret}: {}", answer.out);
    }
    let home = desk.path("");
    let home = home.to_string_lossy();
    assert!(!answer.out.contains(home.trim_end_matches('/')), "{}", answer.out);
}

#[test]
fn the_same_is_there_as_json() {
    let desk = lived_in();
    let answer = diagnose(&desk, &["--library", "Drafts", "--json"]);
    let value: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(value["library"]["campaigns"], 2);
    assert_eq!(value["library"]["unreadable"], 1);
    assert_eq!(value["publishing"]["waiting"], 1);
    assert_eq!(value["crashes"], json!(["crash-20261128T101500Z-7.txt"]));
    assert_eq!(value["lines"].as_array().map(Vec::len), Some(3));
    assert_eq!(value["failures"].as_array().map(Vec::len), Some(1));
    assert_eq!(value["window"]["language"], "tr");
}

#[test]
fn looking_changes_nothing() {
    let desk = lived_in();
    let before = everything(&desk.path(""));
    diagnose(&desk, &["--library", "Drafts"]);
    diagnose(&desk, &["--library", "Drafts", "--json"]);
    diagnose(&desk, &["--library", "nowhere"]);
    diagnose(&desk, &[]);
    assert_eq!(everything(&desk.path("")), before);
}

#[test]
fn a_computer_that_has_nothing_yet_is_described_too() {
    let desk = Desk::new();
    let answer = diagnose(&desk, &["--library", "nowhere"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{answer:?}");
    for wanted in [
        "Window       never opened",
        "Library      nowhere: cannot be listed (missing)",
        "Publishing   never used",
        "Log          none",
        "Last failures\n  none\n",
    ] {
        assert!(answer.out.contains(wanted), "{wanted}: {}", answer.out);
    }
}
