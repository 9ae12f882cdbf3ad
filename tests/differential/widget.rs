//! The widget's engine in a process of its own: a case a line in, an answer a line out.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crate::case::{Answer, Case};

/// The running process. It ends when this is dropped, since its input does.
pub struct Widget {
    process: Child,
    cases: Option<Sender<String>>,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Widget {
    /// Starts it in `node`, or in `chromium`.
    pub fn start(place: &str) -> Widget {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine-js/differential.mjs");
        let mut process = Command::new("node")
            .arg(script)
            .arg(place)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("node does not start: {error}; `./run test` installs it"));
        let mut input = process.stdin.take().expect("its input is a pipe");
        let output = process.stdout.take().expect("its output is a pipe");
        // Written from a thread of its own: both sides would wait for each other once the pipes are full.
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

    /// The answers to these cases, in their order.
    pub fn ask<'c>(&mut self, cases: impl Iterator<Item = &'c Case>) -> Vec<Answer> {
        let sender = self.cases.as_ref().expect("it runs");
        let mut asked = Vec::new();
        for case in cases {
            let line = serde_json::to_string(case).expect("a case is JSON");
            sender.send(line.clone()).expect("the writer waits for cases");
            asked.push(line);
        }
        let mut answer = |line: String| {
            let answer = self.answers.next().and_then(Result::ok);
            let answer = answer.unwrap_or_else(|| panic!("node ended in or before {line}"));
            serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{line}: {answer}: {error}"))
        };
        asked.into_iter().map(&mut answer).collect()
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.cases = None;
        // Without input it ends by itself; how it ended is of no interest any more.
        drop(self.process.wait());
    }
}
