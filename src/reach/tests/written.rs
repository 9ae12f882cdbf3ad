//! Clauses as they are written.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::support::{all, noon};
use crate::campaign::{Activity, Campaign, Condition, Field, Join, Joiner, Named, Operator, Word};
use crate::engine::parts::day_of;
use crate::reach::instants::spans;
use crate::reach::{Dialect, Mapping, Note, Slot, clause};
use crate::wording::Language;
use crate::wording::text::Text;

fn written(campaign: &Campaign, dialect: Dialect) -> String {
    clause(campaign, &Mapping::standard(campaign), dialect, noon()).sql
}

#[test]
fn a_clause_reads_well() {
    let campaign = all(vec![
        Condition::new(Field::CurrentPageUrl, Operator::Contains, "/pricing"),
        Condition::new(Field::PageViews, Operator::GreaterThan, 5),
        Condition::new(Field::BrowserLanguage, Operator::OneOf, json!(["ja", "pt-BR"])),
        Condition::custom("plan", Operator::NotEquals, Some(json!("gold"))),
    ]);
    assert_eq!(
        written(&campaign, Dialect::DuckDb),
        r#"WHERE regexp_replace(lower(regexp_extract("url", '^[^#]*(?:#[/!][^#]*)?')), '^[^/?#]*://', '') LIKE '%/pricing%'
  AND "page_views" > 5
  AND regexp_matches(lower("browser_language"), '^(ja|pt[-_]br)([-_][a-z0-9]{1,8})*$')
  AND (lower(CAST("plan" AS VARCHAR)) <> 'gold' OR "plan" IS NULL)"#
    );
    assert_eq!(
        written(&campaign, Dialect::BigQuery),
        r#"WHERE REGEXP_REPLACE(LOWER(REGEXP_EXTRACT(`url`, r'^[^#]*(?:#[/!][^#]*)?')), r'^[^/?#]*://', '') LIKE '%/pricing%'
  AND `page_views` > 5
  AND REGEXP_CONTAINS(LOWER(`browser_language`), r'^(ja|pt[-_]br)([-_][a-z0-9]{1,8})*$')
  AND (LOWER(CAST(`plan` AS STRING)) <> 'gold' OR `plan` IS NULL)"#
    );
}

#[test]
fn an_address_is_compared_as_path_route_and_query() {
    let equals = |value: &str| all(vec![Condition::new(Field::CurrentPageUrl, Operator::Equals, value)]);
    assert_eq!(
        written(&equals("www.example.com/#/bags?page=2"), Dialect::PostgreSql),
        r#"WHERE regexp_replace(lower(regexp_replace("url", '^([^?#]*)(?:[?][^#]*)?(#[/!]+[^/!?#][^?#]*)?.*$', '\1\2') COLLATE "C"), '^[^/?#]*://', '') IN ('www.example.com#/bags', 'www.example.com#/bags/', 'www.example.com/#/bags', 'www.example.com/#/bags/')
  AND lower(regexp_replace("url", '^[^?#]*[?]?([^#]*)(?:(#)[/!][^?#]*[?]([^#]+))?.*$', '\1\2\3') COLLATE "C") = '#page=2'"#
    );
    assert_eq!(
        written(&equals("https://www.example.com/"), Dialect::ClickHouse),
        r"WHERE lower(replaceRegexpOne(`url`, '^([^?#]*)(?:[?][^#]*)?(#[/!]+[^/!?#][^?#]*)?.*$', '\\1\\2')) IN ('https://www.example.com', 'https://www.example.com/')
  OR `url` IS NULL"
    );
}

#[test]
fn nothing_gets_out_of_a_literal_or_a_name() {
    let hostile = "x' OR 1=1; -- \\' \" ` % _ ! \u{202e}\n";
    let equals = |value: &str| all(vec![Condition::custom("k", Operator::Equals, Some(json!(value)))]);
    let contains = all(vec![Condition::custom("k", Operator::Contains, Some(json!("5%_!\\")))]);
    let mut mapping = Mapping::default();
    mapping.set(Slot::Keyed(Field::Custom, "k".to_owned()), Some("a\"b`c\\d".to_owned()));
    let of = |campaign: &Campaign, dialect| clause(campaign, &mapping, dialect, noon()).sql;
    let attack = equals(hostile);
    assert_eq!(
        of(&attack, Dialect::DuckDb),
        "WHERE lower(CAST(\"a\"\"b`c\\d\" AS VARCHAR)) = ('x'' or 1=1; -- \\'' \" ` % _ ! ' || chr(8238) || chr(10))"
    );
    assert_eq!(
        of(&attack, Dialect::ClickHouse),
        "WHERE lowerUTF8(toString(`a\"b\\`c\\\\d`)) = 'x\\' or 1=1; -- \\\\\\' \" ` % _ ! \\xE2\\x80\\xAE\\n'"
    );
    for dialect in Dialect::ALL {
        assert!(!of(&attack, *dialect).contains(['\u{202e}']), "{dialect:?}");
    }
    assert!(of(&contains, Dialect::DuckDb).ends_with("LIKE '%5!%!_!!\\%' ESCAPE '!'"));
    assert!(of(&contains, Dialect::BigQuery).ends_with("LIKE '%5\\\\%\\\\_!\\\\\\\\%'"));
    // A backslash stays a plain letter, even where it would escape.
    let folder = all(vec![Condition::custom(
        "k",
        Operator::Contains,
        Some(json!("c:\\dir\\")),
    )]);
    for dialect in [Dialect::PostgreSql, Dialect::DuckDb] {
        assert!(
            of(&folder, dialect).ends_with("LIKE '%c:\\dir\\%' ESCAPE '!'"),
            "{}",
            of(&folder, dialect)
        );
    }
    assert!(of(&folder, Dialect::ClickHouse).ends_with("LIKE '%c:\\\\\\\\dir\\\\\\\\%'"));
    // PostgreSQL texts cannot hold the character 0.
    assert_eq!(of(&equals("a\0"), Dialect::PostgreSql), "WHERE FALSE");
}

#[test]
fn days_are_instants_of_the_campaign_s_zone() {
    let on = |day: &str| Campaign {
        time_zone: Some("Europe/Istanbul".to_owned()),
        ..all(vec![Condition::new(Field::FirstSeen, Operator::On, day)])
    };
    assert_eq!(
        written(&on("2026-11-22"), Dialect::PostgreSql),
        r#"WHERE (
    "first_seen" >= TIMESTAMPTZ '2026-11-21 21:00:00+00'
    AND "first_seen" < TIMESTAMPTZ '2026-11-22 21:00:00+00'
  )
  OR "first_seen" IS NULL"#
    );
    assert_eq!(
        written(&on("2026-11-21"), Dialect::ClickHouse),
        "WHERE `first_seen` >= toDateTime64('2026-11-20 21:00:00', 3, 'UTC')\n  AND `first_seen` < toDateTime64('2026-11-21 21:00:00', 3, 'UTC')"
    );
    // Databases have no years before the first.
    assert_eq!(written(&on("0000-01-01"), Dialect::DuckDb), "WHERE FALSE");
}

/// Where clocks were set back across midnight, a day has two parts.
#[test]
fn spans_are_those_of_the_engine_s_dates() {
    for (zone, day) in [
        ("America/St_Johns", "2006-10-28"),
        ("America/St_Johns", "2006-10-29"),
        ("America/Sao_Paulo", "2018-02-17"),
        ("Pacific/Apia", "2011-12-30"),
        ("Africa/Cairo", "2026-04-24"),
        ("UTC", "9999-12-31"),
    ] {
        let (zone, date): (chrono_tz::Tz, chrono::NaiveDate) =
            (zone.parse().expect("a zone"), day.parse().expect("a date"));
        let spans = spans(zone, Some(date), Some(date));
        let midnight = date.and_hms_opt(0, 0, 0).expect("midnight").and_utc().timestamp();
        for second in (midnight - 200_000..midnight + 200_000).step_by(30) {
            let instant = DateTime::<Utc>::from_timestamp(second, 0).expect("an instant");
            let engine = crate::engine::parts::date_of(day_of(instant, zone)) == Some(date);
            let within = |(from, to): &(Option<i64>, Option<i64>)| {
                from.is_none_or(|from| second >= from) && to.is_none_or(|to| second < to)
            };
            assert_eq!(
                spans.iter().any(within),
                engine || second > 253_402_300_799,
                "{day} {zone} {instant}"
            );
        }
    }
}

#[test]
fn activity_counts_where_there_are_columns_for_it() {
    let mut campaign = all(vec![Condition::new(Field::Visits, Operator::AtLeast, 3)]);
    campaign.activity = Activity {
        join: Word::Known(Join::Or),
        conditions: vec![
            Condition::new(Field::ScrollRatio, Operator::GreaterThan, 40),
            // Fields of the audience may appear here too; they need no column of their own.
            Condition::new(Field::LastSeen, Operator::OnOrLater, "2026-11-23"),
        ],
        ..Activity::default()
    };
    let mut mapping = Mapping::standard(&campaign);
    let left_out = clause(&campaign, &mapping, Dialect::DuckDb, noon());
    assert_eq!(left_out.sql, "WHERE \"visits\" >= 3");
    assert!(left_out.notes.contains(&Note::ActivityLeftOut));
    mapping.set(Slot::Field(Field::ScrollRatio), Some("depth".to_owned()));
    let written = clause(&campaign, &mapping, Dialect::DuckDb, noon());
    assert!(!written.notes.contains(&Note::ActivityLeftOut), "{:?}", written.notes);
    campaign.activity.conditions.pop();
    assert_eq!(
        clause(&campaign, &mapping, Dialect::DuckDb, noon()).sql,
        "WHERE \"visits\" >= 3\n  OR \"depth\" > 40"
    );
}

#[test]
fn none_of_these_and_missing_values_are_as_the_engine_has_them() {
    let mut campaign = all(vec![
        Condition::new(Field::Clicks, Operator::LessThan, 2),
        Condition::new(Field::BrowserVersion, Operator::GreaterThan, "120.1"),
    ]);
    campaign.audience.joiner = Joiner::None;
    assert_eq!(
        written(&campaign, Dialect::DuckDb),
        r#"WHERE "clicks" >= 2
  AND NOT COALESCE(
    TRY_CAST(regexp_extract("browser_version", '^[0-9]+') AS DOUBLE) > 120
    OR (
      TRY_CAST(regexp_extract("browser_version", '^[0-9]+') AS DOUBLE) = 120
      AND COALESCE(TRY_CAST(regexp_extract("browser_version", '^(?:[^.]*[.]){1}([0-9]+)', 1) AS DOUBLE), 0) > 1
    ),
    FALSE
  )
  AND "browser_version" IS NOT NULL"#
    );
}

#[test]
fn notes_are_in_both_languages() {
    let campaign = all(vec![
        Condition::new(Field::Visits, Operator::AtLeast, 3),
        Condition::new(Field::FirstSeen, Operator::On, "2026-11-22"),
        Condition::custom("plan", Operator::IsSet, None),
    ]);
    let notes = clause(&campaign, &Mapping::default(), Dialect::DuckDb, noon()).notes;
    assert_eq!(notes.len(), 4);
    for language in Language::ALL {
        let text = Text::new(language);
        for note in &notes {
            let words = note.words(&text);
            assert!(words.len() > 12 && !words.starts_with("reach-"), "{words}");
        }
    }
}

proptest::proptest! {
    /// A fraction that a clause names is the one that the embedded database reads.
    #[test]
    fn fractions_are_read_as_they_are_meant(number in proptest::prelude::any::<f64>(), decimal in -1_000_000_000_i64..1_000_000_000, shift in 0..12) {
        let connection = rusqlite::Connection::open_in_memory().expect("a database");
        for number in [number, decimal as f64 / 10_f64.powi(shift)] {
            if number.is_finite() {
                let question = format!("SELECT {} = ?1", crate::reach::sql::real(number));
                let same: bool = connection.query_row(&question, [number], |row| row.get(0)).expect("an answer");
                proptest::prop_assert!(same, "{number}: {question}");
            }
        }
    }
}
