//! Bad use and bad input: a line, a hint, exit code 2; never a panic, never a result.

use std::process::Stdio;

use super::support::{Desk, answer};

#[test]
fn unreadable_campaigns_are_refused_by_every_command() {
    let desk = Desk::new();
    desk.write("empty", "");
    desk.write("binary", [0x89, b'P', 0xff, 0, 1]);
    desk.write("utf16", [0xff, 0xfe, b'{', 0]);
    desk.write("cut", "{ \"format\": \"beckon.campaign\", \"vers");
    desk.write(
        "twice",
        "{ \"format\": \"beckon.campaign\", \"version\": 1, \"version\": 1 }",
    );
    desk.write("newer", "{ \"format\": \"beckon.campaign\", \"version\": 99 }");
    desk.write(
        "deep",
        format!(
            "{{\"format\":\"beckon.campaign\",\"version\":1,\"x\":{}",
            "[".repeat(200_000)
        ),
    );
    desk.write("huge", vec![b' '; 50 << 20]);
    desk.write("other", "[1, 2]");
    std::fs::create_dir(desk.path("folder")).expect("made");
    for file in [
        "missing",
        "folder",
        "empty",
        "binary",
        "utf16",
        "cut",
        "twice",
        "newer",
        "deep",
        "huge",
        "other",
        "\u{1b}[31m\n",
    ] {
        for arguments in [
            &["summary", file][..],
            &["explain", file, "--visitor", "visitor.json"],
            &["simulate", file, "--journey", "journey.json"],
            &["render", file, "-o", "out.png"],
            &["html", file, "-o", "out.html"],
            &["sheet", file, "-o", "out.pdf"],
            &["export", file, "-o", "out.json"],
            &["check", "--json", file],
        ] {
            let answer = desk.run(arguments);
            assert_eq!(answer.code, 2, "{arguments:?}: {answer:?}");
            answer.has_problems();
            assert!(!answer.err.contains('\u{1b}'), "{answer:?}");
        }
    }
    assert!(
        ["out.png", "out.html", "out.pdf", "out.json"]
            .iter()
            .all(|name| !desk.path(name).exists())
    );
}

#[test]
fn wrong_visitors_journeys_and_instants_are_refused() {
    let desk = Desk::new();
    for visitor in [
        "",
        "[]",
        "{ \"pageViews\": 1 }",
        "{ \"page_views\": -1 }",
        "{ \"page_views\": 1, \"page_views\": 2 }",
    ] {
        desk.write("visitor.json", visitor);
        desk.run(&["explain", "plans.campaign.json", "--visitor", "visitor.json"])
            .is_refusal();
    }
    desk.write("visitor.json", [0xff, 0xff]);
    desk.run(&["explain", "plans.campaign.json", "--visitor", "visitor.json"])
        .is_refusal();
    desk.write("visitor.json", "{}");
    for at in ["yesterday", "2026-11-22", "2026-13-01T00:00:00Z", ""] {
        desk.run(&[
            "explain",
            "plans.campaign.json",
            "--visitor",
            "visitor.json",
            "--at",
            at,
        ])
        .is_refusal();
    }
    for events in [
        "[{ \"at\": 1 }]",
        "[{ \"at\": 2, \"exit\": true }, { \"at\": 1, \"exit\": true }]",
        "7",
    ] {
        desk.write(
            "journey.json",
            format!("{{ \"start\": \"2026-11-22T10:00:00Z\", \"events\": {events} }}"),
        );
        desk.run(&["simulate", "plans.campaign.json", "--journey", "journey.json"])
            .is_refusal();
    }
}

#[test]
fn bad_use_is_explained_in_one_line() {
    let desk = Desk::new();
    for arguments in [
        &["chekc", "plans.campaign.json"][..],
        &["nowhere.campaign.json"],
        &["."],
        &["check"],
        &["check", "plans.campaign.json", "--jsno"],
        &["explain", "plans.campaign.json"],
        &["summary", "plans.campaign.json", "--lang", "xx"],
        &["render", "plans.campaign.json"],
        &["render", "plans.campaign.json", "-o", "x.png", "--frame", "watch"],
        &["render", "plans.campaign.json", "-o", "x.png", "--scale", "0"],
        &["render", "plans.campaign.json", "-o", "x.png", "--scale", "NaN"],
        &["plans.campaign.json", "check", "plans.campaign.json"],
    ] {
        desk.run(arguments).is_refusal();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_output_is_a_problem_and_a_closed_one_is_none() {
    let desk = Desk::new();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("it is there");
    let refused = answer(desk.command(&["schema"]).stdout(full).output().expect("it starts"));
    refused.is_refusal();
    let mut child = desk
        .command(&["schema"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let closed = answer(child.wait_with_output().expect("it ends"));
    assert_eq!(closed.err, "");
    desk.run(&["export", "plans.campaign.json", "-o", "/dev/full"])
        .is_refusal();
    assert!(!std::fs::metadata("/dev/full").expect("still there").is_file());
}
