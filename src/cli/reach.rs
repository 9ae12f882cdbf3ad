//! `beckon reach`: how many of a log's visitors a campaign is for, and its audience as SQL.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::arguments;
use super::input::{Draft, instant};
use super::terminal::{Exit, Fault, Terminal};
use crate::reach::{Clause, Dialect, Log, Mapping, Note, Reach, ReachError, Slot, clause, count};
use crate::wording::{count as number, share};

pub(super) fn run(arguments: &arguments::Reach, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let now = instant(arguments.at.as_deref())?;
    let draft = Draft::read(&arguments.file)?;
    let log = arguments.log.as_deref().map(Log::open).transpose().map_err(fault)?;
    let mut mapping = match &log {
        Some(log) => log.suggest(&draft.campaign),
        None => Mapping::standard(&draft.campaign),
    };
    for pair in &arguments.map {
        map(pair, &draft, &mut mapping)?;
    }
    let task = Task {
        draft: &draft,
        mapping: &mapping,
        now,
    };
    match (&log, arguments.sql) {
        (log, sql) if terminal.json && (log.is_some() || sql.is_some()) => task.json(log.as_ref(), sql, terminal),
        (_, Some(dialect)) => task.clause(dialect, terminal),
        (Some(log), None) => task.count(log, terminal),
        (None, None) => Err(Fault::new(
            "there is neither a log to count nor a dialect to write",
            "name a log with --log, or a database with --sql postgresql, clickhouse, bigquery or duckdb",
        )),
    }
}

/// Adds `field=column` to a mapping.
fn map(pair: &str, draft: &Draft, mapping: &mut Mapping) -> Result<(), Fault> {
    let asked = || {
        let names: Vec<String> = Mapping::slots(&draft.campaign).iter().map(Slot::name).collect();
        format!(
            "the campaign asks about: {}",
            if names.is_empty() {
                "nothing".to_owned()
            } else {
                names.join(", ")
            }
        )
    };
    let Some((name, column)) = pair.split_once('=') else {
        return Err(Fault::new(
            format!("`{pair}` maps nothing"),
            "write --map FIELD=COLUMN, such as --map url=page",
        ));
    };
    let Some(slot) = Slot::from_name(name.trim()) else {
        return Err(Fault::new(format!("`{name}` is not a field"), asked()));
    };
    if column.chars().any(char::is_control) {
        return Err(Fault::new(
            "a column's name holds control characters",
            "rename the column",
        ));
    }
    mapping.set(slot, Some(column.to_owned()));
    Ok(())
}

fn fault(error: ReachError) -> Fault {
    Fault::new(error.to_string(), error.hint())
}

struct Task<'t> {
    draft: &'t Draft,
    mapping: &'t Mapping,
    now: DateTime<Utc>,
}

impl Task<'_> {
    fn counted(&self, log: &Log) -> Result<Reach, Fault> {
        count(&self.draft.campaign, log, self.mapping, self.now, &mut |_| true).map_err(fault)
    }

    fn written(&self, dialect: Dialect) -> Clause {
        clause(&self.draft.campaign, self.mapping, dialect, self.now)
    }

    fn clause(&self, dialect: Dialect, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
        let Clause { sql, notes } = self.written(dialect);
        terminal.raw(&format!("{sql}\n"))?;
        say(&notes, terminal);
        Ok(Exit::Yes)
    }

    fn count(&self, log: &Log, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
        let reach = self.counted(log)?;
        let (language, text) = (terminal.language, terminal.text());
        let read = reach.rows - reach.unreadable;
        let part = reach.share().map(|_| share(reach.qualified, read, language));
        let values = [
            ("qualified", number(reach.qualified, language).into()),
            ("read", number(read, language).into()),
            ("share", part.clone().unwrap_or_default().into()),
        ];
        let line = match part {
            Some(_) => text.tv("cli-reach-share", &values),
            None => text.tv("cli-reach", &values[..2]),
        };
        terminal.line(&line)?;
        say(&reach.notes, terminal);
        if reach.unreadable > 0 {
            let unreadable = number(reach.unreadable, language);
            terminal.note(&text.tv("cli-reach-unreadable", &[("rows", unreadable.into())]), "");
            for row in &reach.examples {
                terminal.note(&format!("line {}: {}", row.line, row.fault), "");
            }
        }
        Ok(exit(&reach))
    }

    fn json(&self, log: Option<&Log>, sql: Option<Dialect>, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
        let reach = log.map(|log| self.counted(log)).transpose()?;
        // DuckDB reads such files itself.
        let Clause { sql, notes } = self.written(sql.unwrap_or(Dialect::DuckDb));
        let text = terminal.text();
        let notes: Vec<String> = notes.iter().map(|note| note.words(text)).collect();
        let slots = Mapping::slots(&self.draft.campaign).into_iter();
        let mapping: Map<String, Value> = slots
            .map(|slot| (slot.name(), self.mapping.column(&slot).into()))
            .collect();
        let rows = |reach: &Reach| -> Vec<Value> {
            let row = |row: &crate::reach::Unreadable| json!({ "line": row.line, "message": row.fault.to_string() });
            reach.examples.iter().map(row).collect()
        };
        terminal.value(&json!({
            "rows": reach.as_ref().map(|reach| reach.rows),
            "qualified": reach.as_ref().map(|reach| reach.qualified),
            "share": reach.as_ref().and_then(Reach::share),
            "unreadable": reach.as_ref().map(|reach| reach.unreadable),
            "unreadable_rows": reach.as_ref().map(rows),
            "sql": sql,
            "notes": notes,
            "mapping": mapping,
        }))?;
        Ok(reach.as_ref().map_or(Exit::Yes, exit))
    }
}

fn say(notes: &[Note], terminal: &mut Terminal<'_>) {
    for note in notes {
        terminal.note(&note.words(terminal.text()), "");
    }
}

/// Returns the exit code. A log without a readable row is not a log of visitors.
fn exit(reach: &Reach) -> Exit {
    if reach.rows > 0 && reach.rows == reach.unreadable {
        Exit::No
    } else {
        Exit::Yes
    }
}
