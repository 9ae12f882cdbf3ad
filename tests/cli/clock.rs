//! A clock set before 1970 by a flat battery, or beyond 9999: every command answers as on any other day, and none panics.
//! The whole program runs under libfaketime, so that its libraries see that clock as well.

use std::process::Command;

use super::support::{Answer, Desk, answer};

/// In the format of `faketime`.
const CLOCKS: [&str; 4] = [
    "@1901-12-14 00:00:00",
    "@1969-12-31 12:00:00",
    "@2038-02-01 00:00:00",
    "+8000y",
];

fn at(clock: &str, desk: &Desk, arguments: &[&str]) -> Answer {
    let ours = desk.command(arguments);
    let mut command = Command::new("faketime");
    command
        .args(["-f", clock])
        .arg(ours.get_program())
        .args(ours.get_args());
    for (variable, value) in ours.get_envs() {
        match value {
            Some(value) => command.env(variable, value),
            None => command.env_remove(variable),
        };
    }
    command.current_dir(ours.get_current_dir().expect("a folder of its own"));
    answer(command.output().expect("the package faketime is installed"))
}

#[test]
fn commands_answer_alike_whatever_the_clock_shows() {
    let desk = Desk::new();
    desk.write("other.campaign.json", desk.read("plans.campaign.json"));
    let commands: [&[&str]; 10] = [
        &["check", "plans.campaign.json"],
        &["explain", "plans.campaign.json", "--visitor", "visitor.json"],
        &["simulate", "plans.campaign.json", "--journey", "journey.json"],
        &["find-visitor", "plans.campaign.json"],
        &["overlap", "plans.campaign.json", "other.campaign.json"],
        &["summary", "plans.campaign.json"],
        &["html", "plans.campaign.json", "-o", "page.html", "--force"],
        &["render", "plans.campaign.json", "-o", "page.png", "--force"],
        &[
            "export",
            "plans.campaign.json",
            "-o",
            "bundle.json",
            "--as",
            "json",
            "--force",
        ],
        &["reach", "plans.campaign.json", "--sql", "postgresql"],
    ];
    for command in commands {
        let right = desk.run(command);
        assert!(right.code < 2, "{command:?}: {right:?}");
        for clock in CLOCKS {
            let wrong = at(clock, &desk, command);
            assert_eq!(wrong.code, right.code, "{clock}: {command:?}: {wrong:?}");
            assert!(!wrong.err.contains("panicked"), "{clock}: {command:?}: {wrong:?}");
        }
    }
}

#[test]
fn no_backend_starts_on_a_clock_that_http_cannot_write() {
    let desk = Desk::new();
    for clock in ["@1901-12-14 00:00:00", "@1969-12-31 12:00:00", "+8000y"] {
        let answer = at(clock, &desk, &["serve", "--data", "backend", "--port", "0"]);
        answer.is_refusal();
        assert!(answer.err.contains("clock"), "{clock}: {answer:?}");
    }
}
