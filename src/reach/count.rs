//! Counting: one thread cuts the log into blocks, the others ask about the rows in them.

use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use chrono::{DateTime, Utc};

use super::audience::audience;
use super::embedded::{Added, AudienceQuery, Batch};
use super::error::{ReachError, RowFault};
use super::log::blocks::{Block, Blocks};
use super::log::cells::{Cell, of_json};
use super::log::{Format, Log};
use super::mapping::Mapping;
use super::note::Note;
use crate::campaign::Campaign;

/// How many unreadable rows are listed.
const NAMED: usize = 10;

/// The progress of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Bytes read.
    pub bytes: u64,
    /// Bytes in total.
    pub of_bytes: u64,
    /// Rows counted so far, unreadable ones included.
    pub rows: u64,
    /// Rows so far that qualify.
    pub qualified: u64,
}

/// How many of a log's visitors a campaign is for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// Rows of the log, unreadable ones included.
    pub rows: u64,
    /// Rows that qualify.
    pub qualified: u64,
    /// Rows that cannot be read.
    pub unreadable: u64,
    /// The first of them.
    pub examples: Vec<Unreadable>,
    /// What people should know about the count.
    pub notes: Vec<Note>,
}

impl Reach {
    /// Returns the share of readable rows that qualify, from 0 to 1; `None` when there are none.
    pub fn share(&self) -> Option<f64> {
        let read = self.rows - self.unreadable;
        (read > 0).then(|| self.qualified as f64 / read as f64)
    }
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Why.
    pub fault: RowFault,
}

/// The outcome of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The campaign is for this visitor.
    Qualifies,
    /// The campaign is not for this visitor.
    DoesNot,
    /// The row cannot be read.
    Unreadable,
}

/// The outcome of some rows.
#[derive(Debug, Default)]
struct Tally {
    bytes: u64,
    rows: u64,
    qualified: u64,
    unreadable: u64,
    /// The first of the unreadable ones.
    examples: Vec<Unreadable>,
    /// The block's index among all, and the outcome of each of its rows, if requested.
    outcomes: Option<(usize, Vec<Outcome>)>,
}

/// Counts the rows of a log that a campaign is for.
///
/// `now` is today where no column holds the instant. `progress` is called now and then with the progress; when it returns `false`, the count stops.
///
/// # Errors
/// When the mapping names columns that the log does not have, the log becomes unreadable, or the count was stopped.
pub fn count(
    campaign: &Campaign,
    log: &Log,
    mapping: &Mapping,
    now: DateTime<Utc>,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Reach, ReachError> {
    let mut reach = Reach::default();
    let audience = run(campaign, log, mapping, now, false, &mut |tally: Tally, progress_now| {
        reach.rows += tally.rows;
        reach.qualified += tally.qualified;
        reach.unreadable += tally.unreadable;
        reach.examples.extend(tally.examples);
        reach.examples.sort_by_key(|row| row.line);
        reach.examples.truncate(NAMED);
        progress(Progress {
            bytes: progress_now,
            of_bytes: log.bytes(),
            rows: reach.rows,
            qualified: reach.qualified,
        })
    })?;
    reach.notes = audience;
    Ok(reach)
}

/// Returns the outcome of every row, in the order of the log: for logs that fit into memory.
///
/// # Errors
/// As for [`count`].
pub fn outcomes(
    campaign: &Campaign,
    log: &Log,
    mapping: &Mapping,
    now: DateTime<Utc>,
) -> Result<Vec<Outcome>, ReachError> {
    let mut blocks: Vec<(usize, Vec<Outcome>)> = Vec::new();
    run(campaign, log, mapping, now, true, &mut |tally: Tally, _| {
        blocks.extend(tally.outcomes);
        true
    })?;
    blocks.sort_by_key(|(place, _)| *place);
    Ok(blocks.into_iter().flat_map(|(_, outcomes)| outcomes).collect())
}

/// Reads a log with as many workers as there are processors. `take` receives the outcome of each block, and the bytes done so far.
fn run(
    campaign: &Campaign,
    log: &Log,
    mapping: &Mapping,
    now: DateTime<Utc>,
    each: bool,
    take: &mut dyn FnMut(Tally, u64) -> bool,
) -> Result<Vec<Note>, ReachError> {
    log.check(mapping)?;
    let audience = audience(campaign, mapping, now);
    let question = AudienceQuery::new(&audience.expr, mapping, campaign.zone());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let (work, waiting) = sync_channel::<(usize, Block)>(workers * 2);
        let (done, results) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..workers {
            let worker = Worker {
                log,
                question: &question,
                each,
            };
            let (waiting, done) = (Arc::clone(&waiting), done.clone());
            scope.spawn(move || worker.run(&waiting, &done));
        }
        // From here on only the workers hold their ends: when they finish, so do the channels.
        drop((waiting, done));
        feed(log, work, &results, take)
    })?;
    Ok(audience.notes)
}

/// Hands out the blocks of a log and collects the results.
fn feed(
    log: &Log,
    work: SyncSender<(usize, Block)>,
    results: &Receiver<Result<Tally, ReachError>>,
    take: &mut dyn FnMut(Tally, u64) -> bool,
) -> Result<(), ReachError> {
    let mut bytes = 0;
    let mut keep = |result: Result<Tally, ReachError>| {
        let tally = result?;
        bytes += tally.bytes;
        if take(tally, bytes) {
            Ok(())
        } else {
            Err(ReachError::Stopped)
        }
    };
    let mut blocks = Blocks::open(log)?;
    let mut place = 0;
    while let Some(block) = blocks.next()? {
        let sent = work.send((place, block)).is_ok();
        place += 1;
        loop {
            match results.try_recv() {
                Ok(result) => keep(result)?,
                Err(TryRecvError::Empty) if sent => break,
                Err(_) => return Ok(()),
            }
        }
    }
    drop(work);
    results.iter().try_for_each(keep)
}

/// A worker that asks about the rows of blocks until none are left.
struct Worker<'w> {
    log: &'w Log,
    question: &'w AudienceQuery,
    each: bool,
}

impl Worker<'_> {
    fn run(&self, waiting: &Mutex<Receiver<(usize, Block)>>, done: &Sender<Result<Tally, ReachError>>) {
        let outcome = self.work(waiting, done);
        if let Err(error) = outcome {
            // If nobody listens any more, nobody needs the result.
            let _ = done.send(Err(error));
        }
    }

    fn work(
        &self,
        waiting: &Mutex<Receiver<(usize, Block)>>,
        done: &Sender<Result<Tally, ReachError>>,
    ) -> Result<(), ReachError> {
        let connection = AudienceQuery::connect()?;
        let mut batch = self.question.prepare(&connection)?;
        let columns = self.columns();
        loop {
            let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok((place, block)) = next else {
                return Ok(());
            };
            let mut rows = Rows {
                batch: &mut batch,
                tally: Tally {
                    bytes: block.bytes.len() as u64,
                    outcomes: self.each.then(|| (place, Vec::new())),
                    ..Tally::default()
                },
                waiting: Vec::new(),
            };
            match self.log.format {
                Format::Csv { delimiter } => rows.csv(&block, delimiter, &columns, self.log.columns().len())?,
                Format::Json => rows.json(&block, &self.keys())?,
            }
            rows.ask()?;
            if done.send(Ok(rows.tally)).is_err() {
                return Ok(());
            }
        }
    }

    /// Returns the positions of the sources' columns in a row.
    fn columns(&self) -> Vec<usize> {
        let place = |column: &str| self.log.columns().iter().position(|name| name == column);
        let sources = self.question.sources().iter();
        sources
            .map(|source| place(&source.column).unwrap_or(usize::MAX))
            .collect()
    }

    fn keys(&self) -> Vec<String> {
        self.question
            .sources()
            .iter()
            .map(|source| source.column.clone())
            .collect()
    }
}

/// The rows of one block while they are asked about.
struct Rows<'b, 'c> {
    batch: &'b mut Batch<'c>,
    tally: Tally,
    /// Indices of the outcomes of the rows that are asked about next.
    waiting: Vec<usize>,
}

impl Rows<'_, '_> {
    fn csv(&mut self, block: &Block, delimiter: u8, columns: &[usize], width: usize) -> Result<(), ReachError> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(1 << 16)
            .from_reader(block.bytes.as_slice());
        let mut record = csv::ByteRecord::new();
        // Bytes in memory are always readable, and rows may have any length.
        while reader.read_byte_record(&mut record).unwrap_or(false) {
            let line = || line_of(block, &record);
            if record.len() != width {
                let found = record.len();
                self.refuse(line(), RowFault::Width { found, wanted: width });
                continue;
            }
            let cell = |index: usize| {
                let value = columns.get(index).and_then(|column| record.get(*column));
                value.map_or(Cell::Missing, Cell::of_csv)
            };
            self.add(cell, line)?;
        }
        Ok(())
    }

    fn json(&mut self, block: &Block, keys: &[String]) -> Result<(), ReachError> {
        for (index, line) in block.bytes.split(|byte| *byte == b'\n').enumerate() {
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let number = block.line + index as u64;
            match of_json(line, keys) {
                Some(cells) => self.add(|index| cells[index].borrowed(), || number)?,
                None => self.refuse(number, RowFault::NotAnObject),
            }
        }
        Ok(())
    }

    fn add<'r>(&mut self, cell: impl Fn(usize) -> Cell<'r>, line: impl FnOnce() -> u64) -> Result<(), ReachError> {
        let added = match self.batch.add(cell)? {
            Ok(added) => added,
            Err(fault) => {
                self.refuse(line(), fault);
                return Ok(());
            }
        };
        self.tally.rows += 1;
        match added {
            Added::Known(qualifies) => {
                self.tally.qualified += u64::from(qualifies);
                if let Some((_, outcomes)) = &mut self.tally.outcomes {
                    outcomes.push(if qualifies {
                        Outcome::Qualifies
                    } else {
                        Outcome::DoesNot
                    });
                }
            }
            Added::Waits => {
                if let Some((_, outcomes)) = &mut self.tally.outcomes {
                    self.waiting.push(outcomes.len());
                    outcomes.push(Outcome::DoesNot);
                }
                if self.batch.is_full() {
                    self.ask()?;
                }
            }
        }
        Ok(())
    }

    fn refuse(&mut self, line: u64, fault: RowFault) {
        self.tally.rows += 1;
        self.tally.unreadable += 1;
        if self.tally.examples.len() < NAMED {
            self.tally.examples.push(Unreadable { line, fault });
        }
        if let Some((_, outcomes)) = &mut self.tally.outcomes {
            outcomes.push(Outcome::Unreadable);
        }
    }

    fn ask(&mut self) -> Result<(), ReachError> {
        let (asked, mask) = self.batch.ask()?;
        self.tally.qualified += u64::from(mask.count_ones());
        if let Some((_, outcomes)) = &mut self.tally.outcomes {
            for (index, place) in self.waiting.drain(..).take(asked).enumerate() {
                if mask & (1 << index) != 0 {
                    outcomes[place] = Outcome::Qualifies;
                }
            }
        }
        Ok(())
    }
}

/// Returns the line of a record within the log. The reader's own number is that of the line break before it, where one was left over.
fn line_of(block: &Block, record: &csv::ByteRecord) -> u64 {
    let Some(position) = record.position() else {
        return block.line;
    };
    let from = usize::try_from(position.byte())
        .unwrap_or(usize::MAX)
        .min(block.bytes.len());
    let breaks = block.bytes[from..]
        .iter()
        .take_while(|byte| matches!(byte, b'\n' | b'\r'));
    let skipped = breaks.filter(|byte| **byte == b'\n').count() as u64;
    block.line + position.line() - 1 + skipped
}
