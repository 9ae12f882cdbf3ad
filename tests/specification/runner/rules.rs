//! A rule and the visitors who do or do not see it, through both engines, the solver and a log.

use std::io::Write as _;

use beckon::campaign::{CATALOGUE, Campaign, Condition, Field, FieldType, Named, Node, Section as Half};
use beckon::engine::{Detail, Outcome};
use beckon::engine::{Explained, Explanation, explain};
use beckon::insight::{FindAnswer, find_visitor};
use beckon::reach::{self, Log, Mapping, Slot};
use beckon::visitor::Visitor;
use beckon::wording::{Language, node, reasons, summary, timing};
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use super::page::{Row, Table};
use super::{Checker, cell, runner};

/// Returns the campaign's keys for a rule: a condition goes into the audience or the activity, a group is the audience.
pub fn keys(rule: Value) -> Value {
    let is_group = ["all", "any", "none"].iter().any(|joiner| rule.get(joiner).is_some());
    if is_group {
        return json!({ "audience": rule });
    }
    let Some(field) = rule.get("field").and_then(Value::as_str) else {
        // A schedule alone applies to everybody.
        let mut keys = rule;
        if keys.get("audience").is_none() {
            keys["audience"] = json!({ "all": [] });
        }
        return keys;
    };
    let spec = CATALOGUE.iter().find(|spec| spec.id == field);
    if spec.is_some_and(|spec| spec.section == Half::Activity) {
        json!({ "audience": { "all": [] }, "activity": { "conditions": [rule] } })
    } else {
        json!({ "audience": { "all": [rule] } })
    }
}

/// Reads a rule with one condition as tables write it: `page_views greater_than 3`, `custom.plan is_set`.
pub fn short(rule: &str) -> Result<Value, String> {
    let (field, rest) = rule.split_once(' ').unwrap_or((rule, ""));
    let (operator, value) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
    let (field, key) = field
        .split_once('.')
        .map_or((field, None), |(field, key)| (field, Some(key)));
    let mut condition = json!({ "field": field });
    if let Some(key) = key {
        condition["key"] = key.into();
    }
    if !operator.is_empty() {
        condition["operator"] = operator.into();
    }
    if !value.is_empty() {
        condition["value"] = serde_json::from_str(value).map_err(|error| format!("`{value}`: {error}"))?;
    }
    Ok(keys(condition))
}

/// A visitor at an instant, and the outcome for them.
struct Asked {
    line: usize,
    visitor: Visitor,
    at: DateTime<Utc>,
    explanation: Explanation,
}

impl Checker {
    /// Reports columns other than these.
    pub fn columns(&mut self, table: &Table, known: &[&str]) {
        for name in &table.header {
            if !known.contains(&name.as_str()) {
                self.fault(table.line, format_args!("`{name}` is not a column here"));
            }
        }
    }

    /// Returns the visitor of a cell, on top of the section's.
    pub fn visitor(&mut self, line: usize, cell: &str) -> (Value, Visitor) {
        let base = self.section.visitor.clone().unwrap_or(json!({}));
        let mut file = self.over(line, &base, cell);
        // Page views never exceed the pages opened on the whole site.
        if let (Some(views), None) = (file.get("page_views"), file.get("visits")) {
            file["visits"] = views.clone();
        }
        let visitor = Visitor::from_json(&file.to_string()).unwrap_or_else(|error| {
            self.fault(line, error);
            Visitor::default()
        });
        (file, visitor)
    }

    /// Checks visitors and the section's rule.
    pub fn rule_table(&mut self, table: &Table) {
        self.columns(table, &["visitor", "at", "shown", "why", "why, in Turkish"]);
        if let Some(keys) = self.rule(table.line) {
            self.visitors(&keys, table, &table.rows.iter().collect::<Vec<_>>());
        }
    }

    /// Checks rules with one condition, each with its visitors: a row without a rule has that of the row above.
    pub fn rules_table(&mut self, table: &Table) {
        self.columns(table, &["rule", "visitor", "at", "shown", "why", "why, in Turkish"]);
        self.section.unused.clear();
        let starts = |row: &Row| !row.cells[0].is_empty();
        for rows in table.rows.chunk_by(|_, row| !starts(row)) {
            match short(cell::code(&rows[0].cells[0])) {
                Ok(keys) => self.visitors(&keys, table, &rows.iter().collect::<Vec<_>>()),
                Err(error) => self.fault(rows[0].line, error),
            }
        }
    }

    fn visitors(&mut self, keys: &Value, table: &Table, rows: &[&Row]) {
        let line = rows[0].line;
        let Some((_, campaign)) = self.campaign(line, keys) else {
            return;
        };
        let asked = rows.iter().map(|row| self.ask(keys, &campaign, table, row));
        let all: Vec<Asked> = asked.collect();
        self.coverage
            .rule(&campaign, all.iter().map(|asked| &asked.explanation));
        self.solve(line, &campaign, &all);
        self.count(&campaign, &all);
    }

    fn ask(&mut self, keys: &Value, campaign: &Campaign, table: &Table, row: &Row) -> Asked {
        let line = row.line;
        let (file, visitor) = self.visitor(line, table.cell(row, "visitor").unwrap_or_default());
        let at = self.instant(line, table.cell(row, "at"));
        let explanation = explain(campaign, &visitor, at);
        let shown = if explanation.shown { "yes" } else { "no" };
        self.same(line, "shown", shown, table.cell(row, "shown").unwrap_or_default());
        for (column, language) in [("why", Language::ENGLISH), ("why, in Turkish", Language::TURKISH)] {
            if let Some(wanted) = table.cell(row, column).filter(|wanted| !wanted.is_empty()) {
                let found = reasons(campaign, &explanation, language).join(" ");
                self.same(line, column, &found, wanted);
            }
        }
        let case = case(&self.name(line), keys, &file, at, &explanation);
        // The comparison above covers what the page states: here both runners have to agree with the whole explanation.
        self.matching.push(case);
        Asked {
            line,
            visitor,
            at,
            explanation,
        }
    }

    /// Checks that the solver finds a rule possible that is shown to somebody.
    fn solve(&mut self, line: usize, campaign: &Campaign, all: &[Asked]) {
        let Some(now) = all.iter().map(|asked| asked.at).min() else {
            return;
        };
        let is_seen = all.iter().any(|asked| asked.explanation.shown);
        match find_visitor(campaign, &Visitor::default(), now) {
            FindAnswer::Found(sighting) => {
                if !explain(campaign, &sighting.visitor, sighting.at).shown {
                    self.fault(line, format_args!("the solver's visitor does not see it: {sighting:?}"));
                }
            }
            answer if is_seen => self.fault(line, format_args!("somebody sees it, and the solver says {answer:?}")),
            FindAnswer::Nobody(_) | FindAnswer::Undetermined(_) => {}
        }
    }

    /// Checks that a log of these visitors counts those for whom the rule holds.
    fn count(&mut self, campaign: &Campaign, all: &[Asked]) {
        let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
        for asked in all {
            let mut row = json!(asked.visitor);
            // A log has its own columns for parameters, and for each element that may be clicked.
            row[Field::Clicked.id()] = json!({});
            for slot in Mapping::slots(campaign) {
                if let Slot::Keyed(field, key) = &slot
                    && matches!(field.spec().kind, FieldType::Parameter | FieldType::Element)
                {
                    row[field.id()][key] = json!(asked.visitor.value_under(*field, key));
                }
            }
            row["at"] = asked.at.to_rfc3339_opts(SecondsFormat::Micros, true).into();
            writeln!(file, "{row}").expect("written");
        }
        let log = Log::open(file.path()).expect("a log");
        let mut mapping = Mapping::default();
        for slot in Mapping::slots(campaign) {
            let name = slot.name();
            mapping.set(slot, Some(name));
        }
        let outcomes = reach::outcomes(campaign, &log, &mapping, all[0].at).expect("a count");
        for (asked, outcome) in all.iter().zip(outcomes) {
            let found = outcome == reach::Outcome::Qualifies;
            if found != asked.explanation.holds {
                self.fault(
                    asked.line,
                    format_args!(
                        "a log counts {outcome:?}, and the rule holds: {}",
                        asked.explanation.holds
                    ),
                );
            }
        }
    }

    pub fn tree_table(&mut self, table: &Table) {
        self.columns(table, &["part", "outcome", "in words", "in Turkish"]);
        let Some(keys) = self.rule(table.line) else { return };
        let Some((_, campaign)) = self.campaign(table.line, &keys) else {
            return;
        };
        let (file, visitor) = self.visitor(table.line, "");
        let at = self.instant(table.line, None);
        let explanation = explain(&campaign, &visitor, at);
        let case = case(&self.name(table.line), &keys, &file, at, &explanation);
        self.matching.push(case);
        let outcomes = runner::outcomes(&explanation);
        let mut said = 0;
        for row in &table.rows {
            let pointer = cell::code(&row.cells[0]);
            let found = outcomes.get(pointer).and_then(Value::as_str).unwrap_or("not there");
            self.same(row.line, "outcome", found, &row.cells[1]);
            for (column, language) in [("in words", Language::ENGLISH), ("in Turkish", Language::TURKISH)] {
                let Some(wanted) = table.cell(row, column).filter(|wanted| !wanted.is_empty()) else {
                    continue;
                };
                let found = node_at(&explanation, pointer).map(|explained| node(explained, language));
                self.same(row.line, column, &found.unwrap_or_default(), wanted);
            }
            said += 1;
        }
        let parts = outcomes.len() - usize::from(campaign.activity.conditions.is_empty());
        if said != parts {
            self.fault(table.line, format_args!("{said} of {parts} parts are listed"));
        }
        self.coverage.rule(&campaign, [&explanation]);
    }

    pub fn summary_table(&mut self, table: &Table) {
        self.columns(table, &["language", "who", "how soon and how often"]);
        let Some(keys) = self.rule(table.line) else { return };
        let Some((_, campaign)) = self.campaign(table.line, &keys) else {
            return;
        };
        for row in &table.rows {
            let Some(language) = Language::from_tag(&row.cells[0]) else {
                self.fault(row.line, "not a language");
                continue;
            };
            self.same(
                row.line,
                "who",
                &summary(&campaign, language).to_string(),
                &row.cells[1],
            );
            if let Some(wanted) = table.cell(row, "how soon and how often") {
                let found = timing(&campaign, language).map(|sentence| sentence.to_string());
                self.same(row.line, "how soon and how often", &found.unwrap_or_default(), wanted);
            }
        }
    }
}

/// Makes a case for both runners, which expects what the explanation states.
fn case(name: &str, keys: &Value, visitor: &Value, at: DateTime<Utc>, explanation: &Explanation) -> Value {
    let mut case: Map<String, Value> = keys.as_object().cloned().unwrap_or_default();
    if let Some(schedule) = case.get_mut("schedule") {
        for (part, value) in [
            ("repeat_cycle", Value::Null),
            ("message_delay", json!(0)),
            ("priority", json!(1)),
        ] {
            if schedule.get(part).is_none() {
                schedule[part] = value;
            }
        }
    }
    case.insert("name".into(), name.into());
    case.insert("visitor".into(), visitor.clone());
    case.insert("at".into(), at.to_rfc3339_opts(SecondsFormat::Micros, true).into());
    let expect = json!({
        "shown": explanation.shown,
        "holds": explanation.holds,
        "reasons": runner::reasons(explanation),
        "outcomes": runner::outcomes(explanation),
        "until": runner::until(explanation),
        "delay": explanation.blocks.delay,
    });
    case.insert("expect".into(), expect);
    Value::Object(case)
}

/// Returns the node of an explanation at a JSON Pointer.
fn node_at<'e>(explanation: &'e Explanation, pointer: &str) -> Option<&'e Explained> {
    fn find<'e>(node: &'e Explained, pointer: &str) -> Option<&'e Explained> {
        if node.pointer == pointer {
            return Some(node);
        }
        match &node.detail {
            Detail::Group { children, .. } => children.iter().find_map(|child| find(child, pointer)),
            Detail::Condition(_) => None,
        }
    }
    let conditions = explanation.activity.conditions.iter();
    std::iter::once(&explanation.audience)
        .chain(conditions)
        .find_map(|node| find(node, pointer))
}

/// Returns every condition that takes part, with its outcome: `(field, operator, holds)`.
pub fn decided(campaign: &Campaign, explanation: &Explanation) -> Vec<(Field, &'static str, bool)> {
    fn conditions<'c>(nodes: &'c [Node], all: &mut Vec<&'c Condition>) {
        for node in nodes {
            match node {
                Node::Group(group) => conditions(&group.children, all),
                Node::Condition(condition) => all.push(condition),
                Node::Saved(_) => {}
            }
        }
    }
    fn explained<'e>(node: &'e Explained, all: &mut Vec<&'e Explained>) {
        match &node.detail {
            Detail::Group { children, .. } => children.iter().for_each(|child| explained(child, all)),
            Detail::Condition(_) => all.push(node),
        }
    }
    let mut asked = Vec::new();
    conditions(&campaign.audience.children, &mut asked);
    asked.extend(&campaign.activity.conditions);
    let mut found = Vec::new();
    explained(&explanation.audience, &mut found);
    found.extend(&explanation.activity.conditions);
    let outcomes = asked.into_iter().zip(found).filter_map(|(condition, explained)| {
        let holds = match explained.outcome {
            Outcome::Holds => true,
            Outcome::Fails => false,
            Outcome::Ignored(_) => return None,
        };
        Some((condition.field.known()?, condition.operator.known()?.id(), holds))
    });
    outcomes.collect()
}
