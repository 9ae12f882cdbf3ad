//! Passes campaigns to Z3, two at a time.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// Z3's answer about one campaign.
pub struct Answer {
    /// `sat`, `unsat` or `unknown`.
    pub answer: String,
    /// How long the check took, without building the formula.
    pub microseconds: u64,
}

/// How many run at a time.
const SIDE_BY_SIDE: usize = 2;

/// Asks Z3 about each campaign, with at most this much work for each, in its own unit.
pub fn z3(files: &[Value], steps: u32) -> Vec<Answer> {
    let share = files.len().div_ceil(SIDE_BY_SIDE).max(1);
    let answers: Vec<Answer> = std::thread::scope(|scope| {
        let asked: Vec<_> = files
            .chunks(share)
            .map(|share| scope.spawn(move || read(ask(share, steps))))
            .collect();
        asked
            .into_iter()
            .flat_map(|answers| answers.join().expect("Z3 answers"))
            .collect()
    });
    assert_eq!(answers.len(), files.len(), "Z3 answered another number of questions");
    answers
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn ask(files: &[Value], steps: u32) -> Child {
    let python = folder().join(".venv/bin/python");
    assert!(python.exists(), "Z3 is not there; get it with: ./run setup test");
    let mut child = Command::new(python)
        .arg(folder().join("z3/decide.py"))
        .arg(steps.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python starts");
    let mut input = child.stdin.take().expect("its input");
    let lines: String = files.iter().map(|file| format!("{file}\n")).collect();
    // The answers are far smaller than a pipe's buffer, so writing everything first cannot block.
    input.write_all(lines.as_bytes()).expect("Z3 reads");
    child
}

fn read(child: Child) -> Vec<Answer> {
    let output = child.wait_with_output().expect("Python ends");
    assert!(output.status.success(), "decide.py failed");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<Answer> {
    let (answer, time) = line.split_once(' ')?;
    Some(Answer {
        answer: answer.to_owned(),
        microseconds: time.parse().ok()?,
    })
}
