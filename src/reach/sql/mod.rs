//! An audience written as SQL, for people to read and for warehouses to run.

mod dialect;
mod layout;
mod literal;

use chrono::{DateTime, Utc};

use super::audience::audience;
use super::mapping::Mapping;
use super::note::Note;
use crate::campaign::{Campaign, Named};

pub(super) use dialect::Speech;
pub(super) use layout::condition;
pub(super) use literal::{quoted, real};

/// A database whose SQL is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Dialect {
    /// PostgreSQL 12 and later, built with ICU as it usually is.
    PostgreSql,
    /// ClickHouse.
    ClickHouse,
    /// BigQuery (GoogleSQL).
    BigQuery,
    /// DuckDB.
    DuckDb,
}

impl Dialect {
    /// Returns the name that people use.
    pub fn label(self) -> &'static str {
        match self {
            Dialect::PostgreSql => "PostgreSQL",
            Dialect::ClickHouse => "ClickHouse",
            Dialect::BigQuery => "BigQuery",
            Dialect::DuckDb => "DuckDB",
        }
    }
}

impl Named for Dialect {
    fn id(self) -> &'static str {
        match self {
            Dialect::PostgreSql => "postgresql",
            Dialect::ClickHouse => "clickhouse",
            Dialect::BigQuery => "bigquery",
            Dialect::DuckDb => "duckdb",
        }
    }
}

/// An audience as SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The `WHERE` clause, its keyword included, over several lines, without a line break at its end.
    pub sql: String,
    /// What people should know about it.
    pub notes: Vec<Note>,
}

/// Returns a campaign's audience as a `WHERE` clause over the mapped columns.
///
/// `now` is today where no column holds the instant, so a clause with dates is valid for one day.
///
/// ```
/// use beckon::{campaign, reach::{Dialect, Mapping, clause}};
///
/// let campaign = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1, "audience": { "all": [
///     { "field": "page_views", "operator": "greater_than", "value": 5 },
///     { "field": "browser_language", "operator": "equals", "value": "tr" } ] } }"#)?;
/// let now = "2026-11-22T10:00:00Z".parse()?;
/// let sql = clause(&campaign, &Mapping::standard(&campaign), Dialect::DuckDb, now).sql;
/// assert!(sql.starts_with("WHERE \"page_views\" > 5\n  AND "), "{sql}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn clause(campaign: &Campaign, mapping: &Mapping, dialect: Dialect, now: DateTime<Utc>) -> Clause {
    let audience = audience(campaign, mapping, now);
    let speech = dialect::Warehouse { dialect, mapping };
    Clause {
        sql: format!("WHERE {}", condition(&audience.expr, &speech)),
        notes: audience.notes,
    }
}
