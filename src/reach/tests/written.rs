//! Clauses as they are written.

use super::support::{all, noon};
use crate::campaign::{Condition, Field, Operator};
use crate::reach::{Dialect, Mapping, clause};

#[test]
fn a_clause_reads_well() {
    let campaign = all(vec![
        Condition::new(Field::CurrentPageUrl, Operator::Contains, "/pricing"),
        Condition::new(Field::PageViews, Operator::GreaterThan, 5),
    ]);
    let sql = clause(&campaign, &Mapping::standard(&campaign), Dialect::DuckDb, noon()).sql;
    assert_eq!(
        sql,
        "WHERE regexp_replace(lower(split_part(\"url\", '#', 1)), '^[^/?#]*://', '') LIKE '%/pricing%'\n  AND \"page_views\" > 5"
    );
}
