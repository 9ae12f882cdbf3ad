//! Row for row: the engine's decision about a visitor, compared with what databases make of the clause.
//!
//! The embedded SQLite runs every case; DuckDB, PostgreSQL and ClickHouse run theirs; nothing runs BigQuery's clause outside of Google, so a parser
//! reads it as BigQuery's, and DuckDB runs its translation. Cases come from seeds, with the same pools as those of the widget's engine;
//! `BECKON_REACH=500` runs more of them, `BECKON_REACH_SEED=…` others. The databases are packages of `tests/requirements.txt`, which `./run setup
//! test` installs.

mod databases;
mod table;

use std::sync::LazyLock;

use beckon::campaign::{Campaign, Named, from_json};
use beckon::engine::Rule;
use beckon::reach::{Dialect, Log, Mapping, Outcome, Slot, clause, outcomes};
use chrono::{DateTime, Utc};
use table::{Row, Table};

use crate::differential::generate;

/// How many seeds an everyday run takes; each has eight campaigns and eight visitors, and every campaign is asked about every visitor.
const EVERYDAY: u64 = 100;
/// How many disagreements are shown.
const SHOWN: usize = 8;

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).map_or(otherwise, |text| text.parse().expect("a whole number"))
}

/// A campaign with the instant of its question.
struct Asked {
    seed: u64,
    campaign: Campaign,
    now: DateTime<Utc>,
}

/// Campaigns, rows, and the engine's decision about every row for each campaign.
struct Cases {
    asked: Vec<Asked>,
    rows: Vec<Row>,
    decided: Vec<Vec<bool>>,
}

/// The rows as a log has them.
static IN_A_LOG: LazyLock<Cases> = LazyLock::new(|| {
    let (asked, rows) = generated();
    Cases::new(asked, rows)
});

/// The rows as a warehouse has them, for all of the databases.
static IN_A_WAREHOUSE: LazyLock<Cases> = LazyLock::new(|| {
    let (asked, rows) = generated();
    Cases::new(asked, rows.into_iter().filter_map(Row::in_a_warehouse).collect())
});

impl Cases {
    fn new(asked: Vec<Asked>, rows: Vec<Row>) -> Cases {
        let decisions = |(index, one)| decided(one, &rows, has_own_instant(index));
        let decided = asked.iter().enumerate().map(decisions).collect();
        Cases { asked, rows, decided }
    }
}

/// Whether a campaign is asked about each row's own instant; the others are asked about the campaign's.
fn has_own_instant(index: usize) -> bool {
    index.is_multiple_of(2)
}

/// Returns all campaigns and rows.
fn generated() -> (Vec<Asked>, Vec<Row>) {
    let first = number("BECKON_REACH_SEED", 1);
    let mut asked = Vec::new();
    let mut rows = Vec::new();
    for seed in first..first + number("BECKON_REACH", EVERYDAY) {
        for probe in generate::case(seed).probes {
            let now = DateTime::parse_from_rfc3339(&probe.at).expect("an instant").to_utc();
            if let Ok(campaign) = from_json(probe.campaign.to_string().as_bytes()) {
                asked.push(Asked { seed, campaign, now });
            }
            rows.extend(Row::of(&probe.visitor, now));
        }
    }
    (asked, rows)
}

/// Returns the engine's decision about every row, whose own instant may or may not count.
fn decided(asked: &Asked, rows: &[Row], own_instant: bool) -> Vec<bool> {
    let rule = Rule::compile(&asked.campaign);
    let now = |row: &Row| if own_instant { row.at } else { asked.now };
    rows.iter().map(|row| rule.holds_for(&row.visitor, now(row))).collect()
}

/// Maps every slot to its column; the instant only for every second campaign.
fn mapping(asked: &Asked, own_instant: bool, column: impl Fn(&Slot) -> String) -> Mapping {
    let mut mapping = Mapping::default();
    for slot in Mapping::slots(&asked.campaign) {
        if slot != Slot::Instant || own_instant {
            let column = column(&slot);
            mapping.set(slot, Some(column));
        }
    }
    mapping
}

#[test]
fn sqlite_agrees() {
    let Cases { asked, rows, decided } = &*IN_A_LOG;
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    table::write_objects(rows, &mut file);
    let log = Log::open(file.path()).expect("a log");
    let mut faults = Vec::new();
    for (index, (one, expected)) in asked.iter().zip(decided).enumerate() {
        let mapping = mapping(one, has_own_instant(index), Slot::name);
        let outcomes = outcomes(&one.campaign, &log, &mapping, one.now).expect("counted");
        assert_eq!(outcomes.len(), expected.len());
        for ((row, outcome), expected) in rows.iter().zip(outcomes).zip(expected) {
            let (yes, no) = (Outcome::Qualifies, Outcome::DoesNot);
            if outcome != if *expected { yes } else { no } {
                faults.push(format!(
                    "seed {}: {outcome:?} of {:?}\n{:?}",
                    one.seed, row.visitor, one.campaign
                ));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults[..faults.len().min(SHOWN)].join("\n")
    );
}

#[test]
fn duckdb_agrees() {
    agrees(Dialect::DuckDb);
}

#[test]
fn postgresql_agrees() {
    agrees(Dialect::PostgreSql);
}

#[test]
fn clickhouse_agrees() {
    agrees(Dialect::ClickHouse);
}

#[test]
fn bigquery_agrees_in_translation() {
    agrees(Dialect::BigQuery);
}

fn agrees(dialect: Dialect) {
    let Cases { asked, rows, decided } = &*IN_A_WAREHOUSE;
    let table = Table::of(rows);
    let clauses: Vec<String> = asked
        .iter()
        .enumerate()
        .map(|(index, one)| {
            let mapping = mapping(one, has_own_instant(index), |slot| table.column(slot));
            clause(&one.campaign, &mapping, dialect, one.now).sql
        })
        .collect();
    let answers = databases::ask(dialect.id(), &table, &clauses);
    let mut faults = Vec::new();
    let mut telling = 0;
    for (index, ((one, expected), answer)) in asked.iter().zip(decided).zip(answers).enumerate() {
        let found = match answer {
            Ok(found) => found,
            Err(refusal) => {
                faults.push(format!("seed {}: {refusal}\n{}", one.seed, clauses[index]));
                continue;
            }
        };
        telling += usize::from(!found.is_empty() && found.len() < rows.len());
        for (place, (row, expected)) in rows.iter().zip(expected).enumerate() {
            if found.contains(&place) != *expected {
                let said = if *expected { "left out" } else { "taken" };
                faults.push(format!(
                    "seed {}: {said}: {:?} at {}\n{}",
                    one.seed, row.visitor, row.at, clauses[index]
                ));
                break;
            }
        }
    }
    let shown = faults[..faults.len().min(SHOWN)].join("\n\n");
    println!(
        "{} clauses, {} rows; {telling} clauses take some and leave others",
        asked.len(),
        rows.len()
    );
    assert!(
        telling * 3 > asked.len(),
        "most clauses tell nothing: {telling} of {}",
        asked.len()
    );
    assert!(
        faults.is_empty(),
        "{} of {} clauses differ in {}:\n{shown}",
        faults.len(),
        asked.len(),
        dialect.label()
    );
}
