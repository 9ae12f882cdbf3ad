//! A log in blocks of whole rows, so that several workers can read it at once.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use super::{Format, Log, ReachError};

#[cfg(test)]
mod tests;

/// How much is read at a time.
const BLOCK: usize = 1 << 20;
/// How long a row may be.
const LONGEST_ROW: usize = 64 << 20;

/// Some whole rows.
#[derive(Debug)]
pub(in crate::reach) struct Block {
    /// The line on which the first row begins, counted from 1.
    pub line: u64,
    /// The rows.
    pub bytes: Vec<u8>,
}

/// Cuts a log into blocks.
pub(in crate::reach) struct Blocks<'l> {
    log: &'l Log,
    file: File,
    /// What was read after the last whole row.
    rest: Vec<u8>,
    /// The line on which the rest begins.
    line: u64,
    done: bool,
}

impl<'l> Blocks<'l> {
    pub(in crate::reach) fn open(log: &'l Log) -> Result<Self, ReachError> {
        let mut file = File::open(&log.path).map_err(|error| failed(log, error))?;
        file.seek(SeekFrom::Start(log.start.0))
            .map_err(|error| failed(log, error))?;
        Ok(Blocks {
            log,
            file,
            rest: Vec::new(),
            line: log.start.1,
            done: false,
        })
    }

    /// Returns the next block; `None` after the last.
    pub(in crate::reach) fn next(&mut self) -> Result<Option<Block>, ReachError> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut state = Cut::default();
        let mut looked = 0;
        while !self.done {
            let mut part = (&mut self.file).take(BLOCK as u64);
            let read = part.read_to_end(&mut bytes).map_err(|error| failed(self.log, error))?;
            self.done = read < BLOCK;
            let end = state.look(&bytes, looked, self.log.format);
            looked = bytes.len();
            if !self.done && end > 0 {
                self.rest.reserve(BLOCK);
                self.rest.extend_from_slice(&bytes[end..]);
                bytes.truncate(end);
                break;
            }
            if bytes.len() > LONGEST_ROW {
                return Err(ReachError::RowTooLong {
                    line: self.line,
                    limit: LONGEST_ROW >> 20,
                });
            }
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        let line = self.line;
        self.line += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        Ok(Some(Block { line, bytes }))
    }
}

fn failed(log: &Log, error: std::io::Error) -> ReachError {
    ReachError::File {
        path: log.path.clone(),
        error,
    }
}

/// A scanner for the end of the last whole row, while bytes keep coming.
#[derive(Debug, Default)]
struct Cut {
    within: Within,
    end: usize,
}

/// The position of a byte in CSV. A quote opens a value only at its beginning.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Within {
    #[default]
    Start,
    Plain,
    Quoted,
    /// After a quote in a quoted value: its end, or the first of two that stand for one.
    Closed,
}

impl Cut {
    /// Scans new bytes; returns the end of the last whole row in all of them, 0 when there is none.
    fn look(&mut self, bytes: &[u8], from: usize, format: Format) -> usize {
        let Format::Csv { delimiter } = format else {
            return self.last_line(&bytes[from..], from);
        };
        let mut at = from;
        while at < bytes.len() {
            let rest = &bytes[at..];
            let quote = match self.within {
                Within::Closed => Some(0),
                Within::Start | Within::Plain | Within::Quoted => next_quote(rest),
            };
            let before = quote.unwrap_or(rest.len());
            if self.within != Within::Quoted && before > 0 {
                self.last_line(&rest[..before], at);
                self.within = behind(rest[before - 1], delimiter);
            }
            at += before;
            if quote.is_some() {
                self.step(bytes[at], at, delimiter);
                at += 1;
            }
        }
        self.end
    }

    /// Handles a quote, or what follows one.
    fn step(&mut self, byte: u8, at: usize, delimiter: u8) {
        self.within = match (self.within, byte) {
            (Within::Start | Within::Closed, b'"') => Within::Quoted,
            (Within::Quoted, b'"') => Within::Closed,
            (_, byte) => behind(byte, delimiter),
        };
        if byte == b'\n' {
            self.end = at + 1;
        }
    }

    /// Handles bytes outside of quotes.
    fn last_line(&mut self, fresh: &[u8], from: usize) -> usize {
        if let Some(at) = fresh.iter().rposition(|byte| *byte == b'\n') {
            self.end = from + at + 1;
        }
        self.end
    }
}

/// Returns where in a value the reader is after a byte outside of quotes.
fn behind(byte: u8, delimiter: u8) -> Within {
    match byte {
        b'\n' | b'\r' => Within::Start,
        byte if byte == delimiter => Within::Start,
        _ => Within::Plain,
    }
}

/// Returns the index of the next quote. Most stretches have none, which is found quickly.
fn next_quote(bytes: &[u8]) -> Option<usize> {
    const STRETCH: usize = 256;
    let (index, stretch) = bytes
        .chunks(STRETCH)
        .enumerate()
        .find(|(_, stretch)| stretch.contains(&b'"'))?;
    let within = stretch.iter().position(|byte| *byte == b'"')?;
    Some(index * STRETCH + within)
}
