//! The widget's engine in a separate process: one case per input line, one answer per output line.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::case::{Answer, Case};
use super::zones::{self, Question};
use crate::node;

/// The running process. It ends when this is dropped, because its input ends.
pub struct Widget {
    process: Child,
    cases: Option<Sender<String>>,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Widget {
    /// Starts it in `node`, or in `chromium`.
    pub fn start(place: &str) -> Widget {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine-js/differential.mjs");
        let mut process = node::command(&script)
            .arg(place)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node starts");
        let mut input = process.stdin.take().expect("its input is a pipe");
        let output = process.stdout.take().expect("its output is a pipe");
        // Written from a separate thread: both sides would wait for each other once the pipes are full.
        let (cases, lines) = channel::<String>();
        thread::spawn(move || {
            for line in lines {
                if writeln!(input, "{line}").is_err() {
                    return;
                }
            }
        });
        Widget {
            process,
            cases: Some(cases),
            answers: BufReader::new(output).lines(),
        }
    }

    /// Returns the answers to these cases, in their order.
    pub fn ask<'c>(&mut self, cases: impl Iterator<Item = &'c Case>) -> Vec<Answer> {
        let asked: Vec<String> = cases.map(|case| self.send(case)).collect();
        asked.into_iter().map(|line| self.hear(&line)).collect()
    }

    /// Returns those of these zones whose offsets it knows differently from the app.
    pub fn zones_unlike_ours<'z>(&mut self, zones: &[&'z str]) -> Vec<&'z str> {
        let line = self.send(&Question::about(zones));
        zones::unlike(zones, &self.hear::<Vec<_>>(&line))
    }

    fn send(&self, question: &impl Serialize) -> String {
        let line = serde_json::to_string(question).expect("a question is JSON");
        let sender = self.cases.as_ref().expect("it runs");
        sender.send(line.clone()).expect("the writer waits for questions");
        line
    }

    fn hear<A: DeserializeOwned>(&mut self, line: &str) -> A {
        let answer = self.answers.next().and_then(Result::ok);
        let answer = answer.unwrap_or_else(|| panic!("node ended in or before {line}"));
        serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{line}: {answer}: {error}"))
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.cases = None;
        // Without input it ends on its own; how it ended no longer matters.
        drop(self.process.wait());
    }
}
