//! Standard output and standard error, as every command uses them.

use std::io::{self, Write};

use serde::Serialize;

use crate::campaign::one_line;
use crate::wording::text::{Language, Text};

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Yes, or fine.
    Yes,
    /// No, or problems found.
    No,
    /// Bad use, or unreadable input.
    Bad,
}

impl Exit {
    /// The process's exit code.
    pub fn code(self) -> u8 {
        match self {
            Exit::Yes => 0,
            Exit::No => 1,
            Exit::Bad => 2,
        }
    }

    /// The worse of two.
    pub(super) fn or_worse(self, other: Exit) -> Exit {
        if other.code() > self.code() { other } else { self }
    }
}

/// One problem: a line, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub message: String,
    pub hint: String,
}

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Fault {
    /// Problems that the user has to know.
    Problems { exit: Exit, list: Vec<Problem> },
    /// Nobody reads the output any more: nothing to say, and no fault of the user's.
    NobodyReads,
}

impl Fault {
    /// Bad use or unreadable input.
    pub(super) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Fault::Problems {
            exit: Exit::Bad,
            list: vec![Problem {
                message: message.into(),
                hint: hint.into(),
            }],
        }
    }

    /// A problem of the campaign rather than of the call.
    pub(super) fn found(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Fault::Problems {
            exit: Exit::No,
            list: vec![Problem {
                message: message.into(),
                hint: hint.into(),
            }],
        }
    }
}

/// Where results and problems go.
pub(super) struct Terminal<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// Whether results are wanted as JSON.
    pub(super) json: bool,
    /// The language of sentences in results.
    pub(super) language: Language,
}

impl<'a> Terminal<'a> {
    pub(super) fn new(out: &'a mut dyn Write, err: &'a mut dyn Write, json: bool) -> Self {
        Terminal {
            out,
            err,
            json,
            language: Language::ENGLISH,
        }
    }

    /// The texts of results.
    pub(super) fn text(&self) -> &'static Text {
        Text::of(self.language)
    }

    /// A line of results for people. What a file smuggles in to steer the terminal is made visible instead.
    pub(super) fn line(&mut self, text: &str) -> Result<(), Fault> {
        let written = writeln!(self.out, "{}", one_line(text));
        written.map_err(|error| unwritable(&error))
    }

    /// Results as JSON.
    pub(super) fn value(&mut self, value: &impl Serialize) -> Result<(), Fault> {
        let text = serde_json::to_string_pretty(value).map_err(|error| Fault::new(error.to_string(), "report this"))?;
        writeln!(self.out, "{text}").map_err(|error| unwritable(&error))
    }

    /// Text that is a result to the byte.
    pub(super) fn raw(&mut self, text: &str) -> Result<(), Fault> {
        self.out.write_all(text.as_bytes()).map_err(|error| unwritable(&error))
    }

    /// Makes results visible to waiting readers now, while the command goes on.
    pub(super) fn flush(&mut self) -> Result<(), Fault> {
        self.out.flush().map_err(|error| unwritable(&error))
    }

    /// A problem that does not stop the command.
    pub(super) fn problem(&mut self, message: &str, hint: &str) {
        self.complain("error", message, hint);
    }

    /// Writes a note that is not a problem.
    pub(super) fn note(&mut self, message: &str, hint: &str) {
        self.complain("note", message, hint);
    }

    fn complain(&mut self, kind: &str, message: &str, hint: &str) {
        // A failing standard error cannot be reported anywhere.
        let _ = writeln!(self.err, "{kind}: {}", one_line(message));
        if !hint.is_empty() {
            let _ = writeln!(self.err, "hint: {}", one_line(hint));
        }
    }

    /// Says what went wrong, if anything did, and how the process ends.
    pub(super) fn end(&mut self, outcome: Result<Exit, Fault>) -> Exit {
        let flushed = self.out.flush().map_err(|error| unwritable(&error));
        match outcome.and_then(|exit| flushed.map(|()| exit)) {
            Ok(exit) => exit,
            Err(Fault::NobodyReads) => Exit::Yes,
            Err(Fault::Problems { exit, list }) => {
                for problem in &list {
                    self.problem(&problem.message, &problem.hint);
                }
                exit
            }
        }
    }
}

fn unwritable(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Fault::NobodyReads;
    }
    Fault::new(
        format!("the results cannot be written: {error}"),
        "send them somewhere with room for them",
    )
}
