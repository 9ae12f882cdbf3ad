//! Runs the pages of the specification: every fenced block and every table is a case, in the form that their README defines.
//!
//! Rules and journeys become cases like those of `tests/conformance`, so that they run through the same runners: Rust's here, and JavaScript's in one
//! process of node for all. A rule also goes through the solver, and through a log of its visitors. Everything else calls the function that a page is
//! about.

mod analysis;
mod cell;
mod coverage;
mod documents;
mod journeys;
mod page;
mod rules;
mod speech;
mod tables;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::conformance::in_widget_engine;
use beckon::campaign::{Campaign, SavedAudiences, from_json};
use beckon::visitor::Visitor;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::runner;
use coverage::Coverage;
use page::{Block, Fence, Page, Table};

/// Every kind of block; the one for SQL is followed by the name of a database.
const BLOCKS: [&str; 14] = [
    "json rule",
    "json audiences",
    "json visitor",
    "json campaigns",
    "json journey",
    "json file",
    "json saved",
    "json launched",
    "json public",
    "json default campaign",
    "json default visitor",
    "text broken",
    "csv log",
    "sql",
];

/// The function that checks a table.
type Check = fn(&mut Checker, &Table);

/// Every kind of table, by the beginning of its header.
const TABLES: [(&[&str], Check); 30] = [
    (&["visitor", "shown"], Checker::rule_table),
    (&["visitor", "at", "shown"], Checker::rule_table),
    (&["rule", "visitor"], Checker::rules_table),
    (&["rule", "findings"], Checker::condition_table),
    (&["visitor speaks", "gets"], Checker::speech_table),
    (&["part", "outcome"], Checker::tree_table),
    (&["language", "who"], Checker::summary_table),
    (&["at", "happens", "seen"], Checker::journey_table),
    (&["can anybody see it"], Checker::find_table),
    (&["visitor", "nearest change"], Checker::nearest_table),
    (&["pair", "meet", "first"], Checker::overlap_table),
    (&["always loses", "because of"], Checker::shadowed_table),
    (&["finding", "place"], Checker::finding_table),
    (&["campaign", "findings"], Checker::check_table),
    (&["site", "findings"], Checker::site_table),
    (&["keys", "problem"], Checker::keys_table),
    (&["audience", "problem"], Checker::audience_table),
    (&["problem", "place"], Checker::broken_table),
    (&["text", "attributes", "reads"], Checker::token_table),
    (&["text", "characters"], Checker::length_table),
    (&["expectation", "result"], Checker::expectation_table),
    (&["visitor file", "is"], Checker::visitor_file_table),
    (&["journey file", "is"], Checker::visitor_file_table),
    (&["line", "counts"], Checker::log_table),
    (&["field", "label", "title", "kind"], Checker::catalogue_table),
    (&["field", "values"], Checker::choices_table),
    (&["part", "characters"], Checker::parts_table),
    (&["value", "may be", "usual"], Checker::look_table),
    (&["block", "holds"], Checker::blocks_table),
    (&["table", "says"], Checker::tables_table),
];

/// The defaults of cases, from the README's blocks.
#[derive(Clone, Default)]
struct Defaults {
    campaign: Value,
    at: String,
}

/// What the blocks of a section have defined so far.
#[derive(Default)]
struct Section {
    /// The campaign's keys for a rule.
    rule: Option<Value>,
    visitor: Option<Value>,
    /// The saved audiences, by the names that campaigns use.
    audiences: SavedAudiences,
    /// The campaigns of a journey, by id.
    campaigns: Option<Value>,
    journey: Option<Value>,
    file: Option<Campaign>,
    broken: Option<String>,
    log: Option<String>,
    /// Lines of blocks that no table has used yet.
    unused: BTreeSet<usize>,
}

/// The place of a case, and what is wrong with it.
struct Checker {
    defaults: Defaults,
    page: String,
    section: Section,
    faults: Vec<String>,
    /// Cases for both engines, by kind.
    matching: Vec<Value>,
    delivery: Vec<Value>,
    coverage: Coverage,
}

/// The result of the whole specification.
#[derive(Default)]
struct Checked {
    defaults: Defaults,
    faults: Vec<String>,
    matching: Vec<Value>,
    delivery: Vec<Value>,
    coverage: Coverage,
}

impl Checker {
    fn fault(&mut self, line: usize, what: impl std::fmt::Display) {
        self.faults.push(format!("{}:{line}: {what}", self.page));
    }

    /// Compares a result with what a page states.
    fn same(&mut self, line: usize, what: &str, found: &str, wanted: &str) {
        if found != wanted {
            self.fault(line, format_args!("{what}\n  expected: {wanted}\n  found:    {found}"));
        }
    }

    /// Returns the name of a case: its place.
    fn name(&self, line: usize) -> String {
        format!("{}:{line}", self.page)
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading => self.end_section(),
            Block::Fence(fence) => self.fence(fence),
            Block::Table(table) => self.table(table),
        }
    }

    fn end_section(&mut self) {
        let section = std::mem::take(&mut self.section);
        for line in section.unused {
            self.fault(line, "no table says what comes of this block");
        }
    }

    fn fence(&mut self, fence: &Fence) {
        let line = fence.line;
        let value = || serde_json::from_str::<Value>(&fence.text).map_err(|error| format!("not JSON: {error}"));
        let read = match fence.info.as_str() {
            "json rule" => value().map(|value| self.section.rule = Some(self.inlined(rules::keys(value)))),
            "json audiences" => return self.audiences(fence),
            "json visitor" => value().map(|value| self.section.visitor = Some(value)),
            "json campaigns" => value().map(|value| self.section.campaigns = Some(value)),
            "json journey" => value().map(|value| self.section.journey = Some(value)),
            "csv log" => {
                self.section.log = Some(fence.text.clone());
                Ok(())
            }
            "text broken" => {
                self.section.broken = Some(fence.text.clone());
                Ok(())
            }
            "json file" => return self.file(fence),
            "json default campaign" | "json default visitor" => return,
            "json saved" | "json launched" | "json public" => return self.written(fence),
            info => match info.strip_prefix("sql ") {
                Some(dialect) => return self.sql(fence, dialect),
                None => Err(format!("`{info}` is not a kind of block")),
            },
        };
        match read {
            Ok(()) => drop(self.section.unused.insert(line)),
            Err(error) => self.fault(line, error),
        }
    }

    fn table(&mut self, table: &Table) {
        let begins = |header: &&[&str]| {
            table
                .header
                .iter()
                .zip(*header)
                .filter(|(one, other)| one == *other)
                .count()
                == header.len()
        };
        match TABLES.iter().find(|(header, _)| begins(header)) {
            Some((_, check)) => check(self, table),
            None => self.fault(
                table.line,
                format_args!("`{}` is not a kind of table", table.header.join(" | ")),
            ),
        }
    }

    /// Checks the README's list of blocks, which names every kind.
    fn blocks_table(&mut self, table: &Table) {
        self.listed(table, &BLOCKS.join(", "));
    }

    /// Checks the README's list of tables, which names every kind.
    fn tables_table(&mut self, table: &Table) {
        let names = TABLES.iter().map(|(header, _)| header.join(" · "));
        self.listed(table, &names.collect::<Vec<_>>().join(", "));
    }

    fn listed(&mut self, table: &Table, wanted: &str) {
        let found: Vec<&str> = table.rows.iter().map(|row| cell::code(&row.cells[0])).collect();
        self.same(table.line, "kinds", &found.join(", "), wanted);
    }

    /// Returns the rule of the section, and marks its block as used.
    fn rule(&mut self, line: usize) -> Option<Value> {
        let rule = self.section.rule.clone();
        self.section.unused.clear();
        if rule.is_none() {
            self.fault(line, "the section has no rule");
        }
        rule
    }

    /// Returns the campaign with these keys on top of the default's.
    fn campaign(&mut self, line: usize, keys: &Value) -> Option<(Value, Campaign)> {
        let mut file = self.defaults.campaign.clone();
        for (key, value) in keys.as_object().into_iter().flatten() {
            match (key.as_str(), value) {
                ("schedule", Value::Object(parts)) => {
                    for (part, value) in parts {
                        cell::set(&mut file, &format!("schedule.{part}"), value.clone());
                    }
                }
                _ => cell::set(&mut file, key, value.clone()),
            }
        }
        match from_json(file.to_string().as_bytes()) {
            Ok(campaign) => Some((file, campaign)),
            Err(error) => {
                self.fault(line, format_args!("not a campaign: {error}"));
                None
            }
        }
    }

    /// Returns an object with the keys of a cell on top.
    fn over(&mut self, line: usize, base: &Value, cell: &str) -> Value {
        let mut whole = base.clone();
        match cell::object(cell) {
            Ok(keys) => keys
                .into_iter()
                .for_each(|(key, value)| cell::set(&mut whole, &key, value)),
            Err(error) => self.fault(line, error),
        }
        whole
    }

    /// Reads an instant of a cell; the default's where it is empty or missing.
    fn instant(&mut self, line: usize, cell: Option<&str>) -> DateTime<Utc> {
        let given = cell.map(cell::code).filter(|text| !text.is_empty());
        let text = given.unwrap_or(&self.defaults.at).to_owned();
        text.parse().unwrap_or_else(|_| {
            self.fault(line, format_args!("`{text}` is not an instant"));
            DateTime::default()
        })
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specification")
}

fn pages() -> Vec<Page> {
    let files = fs::read_dir(folder()).expect("the folder");
    let mut names: Vec<String> = files
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".md"))
        .collect();
    names.sort();
    let read = |name: &String| {
        let text = fs::read_to_string(folder().join(name)).expect("a page");
        Page::read(name, &text).unwrap_or_else(|error| panic!("{error}"))
    };
    names.iter().map(read).collect()
}

/// Returns the README's default campaign.
fn defaults(pages: &[Page]) -> Defaults {
    let fences = pages.iter().flat_map(|page| &page.blocks);
    let mut defaults = Defaults {
        at: "2026-11-22T10:00:00Z".to_owned(),
        ..Defaults::default()
    };
    for block in fences {
        let Block::Fence(fence) = block else { continue };
        match fence.info.as_str() {
            "json default campaign" => defaults.campaign = serde_json::from_str(&fence.text).expect("a campaign"),
            "json default visitor" => {
                let visitor = Visitor::from_json(&fence.text).expect("a visitor");
                assert_eq!(visitor, Visitor::default(), "the README's default visitor");
                let keys = json!(visitor).as_object().map(serde_json::Map::len);
                let named: Value = serde_json::from_str(&fence.text).expect("JSON");
                assert_eq!(
                    named.as_object().map(serde_json::Map::len),
                    keys,
                    "the README names every key"
                );
            }
            _ => {}
        }
    }
    defaults
}

/// Checks pages, and collects their cases for the engines.
fn check(pages: &[Page], defaults: Defaults) -> Checked {
    let mut checked = Checked::default();
    for page in pages {
        let mut checker = Checker {
            defaults: defaults.clone(),
            page: page.name.clone(),
            section: Section::default(),
            faults: Vec::new(),
            matching: Vec::new(),
            delivery: Vec::new(),
            coverage: std::mem::take(&mut checked.coverage),
        };
        page.blocks.iter().for_each(|block| checker.block(block));
        checker.end_section();
        checked.faults.append(&mut checker.faults);
        checked.matching.append(&mut checker.matching);
        checked.delivery.append(&mut checker.delivery);
        checked.coverage = checker.coverage;
    }
    checked.defaults = defaults;
    checked
}

fn whole() -> Checked {
    let pages = pages();
    let defaults = defaults(&pages);
    check(&pages, defaults)
}

fn of_index(defaults: &Defaults) -> Value {
    json!({ "campaign": defaults.campaign, "at": defaults.at })
}

#[test]
fn every_case_of_the_specification_holds() {
    let checked = whole();
    let defaults = of_index(&checked.defaults);
    let mut faults = checked.faults;
    let asked = checked
        .matching
        .iter()
        .map(|case| (case, runner::matching(&defaults, case)));
    let journeys = checked
        .delivery
        .iter()
        .map(|case| (case, runner::delivery(&defaults, case)));
    for (case, found) in asked.chain(journeys) {
        let name = case["name"].as_str().unwrap_or_default();
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    println!(
        "{} rules and visitors, {} journeys",
        checked.matching.len(),
        checked.delivery.len()
    );
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_rule_and_journey_of_the_specification_holds_in_the_widgets_engine() {
    let checked = whole();
    let files = json!({ "matching": checked.matching, "delivery": checked.delivery });
    let kinds = ["matching", "delivery"].map(|kind| json!({ "file": kind, "kind": kind }));
    let index = json!({ "defaults": of_index(&checked.defaults), "files": kinds });
    in_widget_engine(&index, &files, checked.matching.len() + checked.delivery.len());
}

#[test]
fn the_specification_shows_both_sides_of_everything() {
    let missing = whole().coverage.missing();
    assert!(missing.is_empty(), "no page shows:\n{}", missing.join("\n"));
}

#[test]
fn the_index_lists_every_page() {
    let readme = fs::read_to_string(folder().join("README.md")).expect("the index");
    let listed: BTreeSet<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("- [")?.split_once("](")?.1.split_once(')'))
        .map(|(page, _)| page)
        .collect();
    let pages = pages();
    let written: BTreeSet<&str> = pages
        .iter()
        .map(|page| page.name.as_str())
        .filter(|name| *name != "README.md")
        .collect();
    assert_eq!(listed, written);
}

#[test]
fn what_is_not_checked_is_a_fault() {
    let faults_of = |text: &str| {
        let page = Page::read("page.md", text).expect("a page");
        let defaults = defaults(&pages());
        check(&[page], defaults).faults
    };
    let rule = "```json rule\n{ \"field\": \"page_views\", \"operator\": \"equals\", \"value\": 3 }\n```\n";
    for (text, wanted) in [
        ("```rust\nlet a;\n```", "page.md:1: `rust` is not a kind of block"),
        ("```\nhello\n```", "page.md:1: `` is not a kind of block"),
        (
            "| this | that |\n| - | - |\n| 1 | 2 |",
            "page.md:1: `this | that` is not a kind of table",
        ),
        (rule, "page.md:1: no table says what comes of this block"),
        (
            "| visitor | shown |\n| - | - |\n| | yes |",
            "page.md:1: the section has no rule",
        ),
    ] {
        assert_eq!(faults_of(text), [wanted]);
    }
    let table = |cell: &str| format!("{rule}\n| visitor | shown | mood |\n| - | - | - |\n| {cell} | no | |");
    assert_eq!(faults_of(&table("")), ["page.md:5: `mood` is not a column here"]);
    let wrong = format!("{rule}\n| visitor | shown |\n| - | - |\n| `page_views: 3` | no |");
    assert_eq!(faults_of(&wrong), ["page.md:7: shown\n  expected: no\n  found:    yes"]);
}
