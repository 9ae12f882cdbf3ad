//! Proofs about rules: who can see a campaign, what would have to change, which campaigns compete.

use std::collections::BTreeSet;

use beckon::campaign::{Campaign, Named};
use beckon::insight::{
    Altered, Context, FindAnswer, NearestAnswer, Overlap, RankReason, Relation, check_and_examine, find_visitor,
    nearest_change, overlaps,
};
use beckon::visitor::Visitor;
use beckon::wording::{self, Language};
use serde_json::Value;

use super::documents::said;
use super::page::Table;
use super::{Checker, cell};

impl Checker {
    pub fn find_table(&mut self, table: &Table) {
        self.columns(
            table,
            &["can anybody see it", "conditions", "because", "in words", "in Turkish"],
        );
        let Some(keys) = self.rule(table.line) else { return };
        let Some((_, campaign)) = self.campaign(table.line, &keys) else {
            return;
        };
        let now = self.instant(table.line, None);
        let answer = find_visitor(&campaign, &Visitor::default(), now);
        let row = &table.rows[0];
        let (found, places, because): (&str, &[String], &[Relation]) = match &answer {
            FindAnswer::Found(_) => ("somebody", &[], &[]),
            FindAnswer::Nobody(conflict) => ("nobody", &conflict.places, &conflict.because),
            FindAnswer::Undetermined(doubt) => ("not determined", &doubt.places, &[]),
        };
        let ids: Vec<String> = because.iter().map(|relation| relation.id().into_owned()).collect();
        self.coverage.relations.extend(ids.iter().cloned());
        self.same(row.line, "can anybody see it", found, &row.cells[0]);
        if let Some(wanted) = table.cell(row, "conditions") {
            self.same(row.line, "conditions", &places.join(", "), &wanted.replace('`', ""));
        }
        if let Some(wanted) = table.cell(row, "because") {
            self.same(row.line, "because", &ids.join(", "), &wanted.replace('`', ""));
        }
        for (column, language) in [("in words", Language::ENGLISH), ("in Turkish", Language::TURKISH)] {
            if let Some(wanted) = table.cell(row, column) {
                let statement = wording::find_answer(&campaign, &answer, language);
                self.same(row.line, column, &statement.detail, wanted);
            }
        }
    }

    pub fn nearest_table(&mut self, table: &Table) {
        let Some(keys) = self.rule(table.line) else { return };
        let Some((_, campaign)) = self.campaign(table.line, &keys) else {
            return;
        };
        let now = self.instant(table.line, None);
        for row in &table.rows {
            let (_, visitor) = self.visitor(row.line, &row.cells[0]);
            let found = match nearest_change(&campaign, &visitor, now) {
                NearestAnswer::AlreadyShown => "none: they see it".to_owned(),
                NearestAnswer::Nobody(_) => "none helps".to_owned(),
                NearestAnswer::Undetermined(_) => "not determined".to_owned(),
                NearestAnswer::Change(way) => {
                    let change = |alteration: &beckon::insight::Alteration| {
                        let what = match &alteration.what {
                            Altered::Field(field) => field.id().to_owned(),
                            Altered::Keyed(field, key) => format!("{}.{key}", field.id()),
                            Altered::LastShown => "last_shown".to_owned(),
                            Altered::Rest => "rest".to_owned(),
                            Altered::Quiet => "quiet_until".to_owned(),
                            Altered::Opening => "opening".to_owned(),
                        };
                        format!("{what} from {} to {}", alteration.from, alteration.to)
                    };
                    way.alterations.iter().map(change).collect::<Vec<_>>().join(", ")
                }
            };
            self.same(row.line, "nearest change", &found, &row.cells[1].replace('`', ""));
        }
    }

    /// Checks the findings about the section's rule in a campaign that is otherwise complete.
    pub fn finding_table(&mut self, table: &Table) {
        self.columns(table, &["finding", "place", "because of", "in words", "in Turkish"]);
        let Some(keys) = self.rule(table.line) else { return };
        let Some((_, campaign)) = self.campaign(table.line, &keys) else {
            return;
        };
        let context = Context {
            now: Some(self.instant(table.line, None)),
            ..Context::UNKNOWN
        };
        let findings = check_and_examine(&campaign, context);
        let found: Vec<String> = findings.iter().map(said).collect();
        let wanted: Vec<String> = table
            .rows
            .iter()
            .map(|row| {
                format!("{} {}", row.cells[0], cell::code(&row.cells[1]))
                    .trim()
                    .to_owned()
            })
            .filter(|wanted| wanted != "none")
            .collect();
        self.same(table.line, "findings", &found.join("; "), &wanted.join("; "));
        self.coverage
            .findings
            .extend(findings.iter().map(|finding| finding.code().to_owned()));
        for (row, finding) in table.rows.iter().zip(&findings) {
            for (column, language) in [("in words", Language::ENGLISH), ("in Turkish", Language::TURKISH)] {
                if let Some(wanted) = table.cell(row, column).filter(|wanted| !wanted.is_empty()) {
                    self.same(row.line, column, &wording::finding(finding, language).message, wanted);
                }
            }
        }
    }

    /// Returns the campaigns of the section, in the order of the block.
    fn rivals(&mut self, line: usize) -> Option<Vec<(String, Campaign)>> {
        self.section.unused.clear();
        let Some(campaigns) = self.section.campaigns.clone() else {
            self.fault(line, "the section has no campaigns");
            return None;
        };
        let mut rivals = Vec::new();
        for (id, keys) in campaigns.as_object()? {
            let mut keys = super::rules::keys(keys.clone());
            keys["id"] = Value::from(id.as_str());
            rivals.push((id.clone(), self.campaign(line, &keys)?.1));
        }
        Some(rivals)
    }

    pub fn overlap_table(&mut self, table: &Table) {
        self.columns(table, &["pair", "meet", "first", "because of"]);
        let Some(rivals) = self.rivals(table.line) else { return };
        let campaigns: Vec<Campaign> = rivals.iter().map(|(_, campaign)| campaign.clone()).collect();
        let now = self.instant(table.line, None);
        let known = overlaps(&campaigns, &Visitor::default(), now, &|| false);
        let name = |place: usize| rivals[place].0.as_str();
        let mut listed = BTreeSet::new();
        for row in &table.rows {
            let pair = &row.cells[0];
            listed.insert(pair.clone());
            let is_pair = |overlap: &&Overlap| format!("{}, {}", name(overlap.a), name(overlap.b)) == *pair;
            let found = known.pairs.iter().find(is_pair);
            let [meet, first, why] = match found {
                None => ["no", "", ""],
                Some(overlap) => {
                    let why = match overlap.why {
                        RankReason::Priority => "priority",
                        RankReason::LaunchedLater => "launched later",
                        RankReason::Id => "smaller id",
                    };
                    ["yes", name(overlap.winner), why]
                }
            };
            self.same(row.line, "meet", meet, &row.cells[1]);
            self.same(row.line, "first", first, table.cell(row, "first").unwrap_or_default());
            self.same(
                row.line,
                "because of",
                why,
                table.cell(row, "because of").unwrap_or_default(),
            );
        }
        let all = rivals.len() * (rivals.len() - 1) / 2;
        if listed.len() != all {
            self.fault(table.line, format_args!("{} of {all} pairs are listed", listed.len()));
        }
    }

    pub fn shadowed_table(&mut self, table: &Table) {
        let Some(rivals) = self.rivals(table.line) else { return };
        let campaigns: Vec<Campaign> = rivals.iter().map(|(_, campaign)| campaign.clone()).collect();
        let now = self.instant(table.line, None);
        let known = overlaps(&campaigns, &Visitor::default(), now, &|| false);
        let said = |loser: usize, by: &[usize]| {
            let by: Vec<&str> = by.iter().map(|place| rivals[*place].0.as_str()).collect();
            format!("{} because of {}", rivals[loser].0, by.join(", "))
        };
        let found: Vec<String> = known
            .shadowed
            .iter()
            .map(|entry| said(entry.loser, &entry.by))
            .collect();
        let wanted: Vec<String> = table
            .rows
            .iter()
            .filter(|row| row.cells[0] != "none")
            .map(|row| format!("{} because of {}", row.cells[0], row.cells[1]))
            .collect();
        self.same(table.line, "always loses", &found.join("; "), &wanted.join("; "));
    }
}
