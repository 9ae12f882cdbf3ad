//! What the pages have shown, so that a test can name what is missing.

use std::collections::BTreeSet;

use beckon::campaign::{CATALOGUE, Campaign, Named};
use beckon::engine::Explanation;
use beckon::insight::{CODES, Relation};

use super::rules::decided;

/// Every standing of a campaign, as the journeys' tables write it.
pub const STATES: [&str; 18] = [
    "no page",
    "visible",
    "other site",
    "already shown",
    "scheduled",
    "ended",
    "rule fails",
    "out of hours",
    "nobody answers",
    "repeat cycle",
    "resting",
    "waiting",
    "quiet",
    "outranked",
    "behind",
    "chat open",
    "away",
    "covered",
];

/// Every event of a journey.
const EVENTS: [&str; 10] = [
    "open", "scroll", "exit", "click", "close", "converse", "identify", "input", "away", "covered",
];

/// What has been shown so far.
#[derive(Default)]
pub struct Coverage {
    /// Fields with an outcome.
    fields: BTreeSet<(&'static str, bool)>,
    /// Kinds and their operators with an outcome.
    operators: BTreeSet<(String, &'static str, bool)>,
    pub states: BTreeSet<String>,
    pub events: BTreeSet<String>,
    pub findings: BTreeSet<String>,
    pub relations: BTreeSet<String>,
}

impl Coverage {
    /// Adds the outcomes of a rule's conditions.
    pub fn rule<'e>(&mut self, campaign: &Campaign, explanations: impl IntoIterator<Item = &'e Explanation>) {
        for explanation in explanations {
            for (field, operator, holds) in decided(campaign, explanation) {
                self.fields.insert((field.id(), holds));
                self.operators
                    .insert((format!("{:?}", field.spec().kind), operator, holds));
            }
        }
    }

    /// Returns what no page shows.
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for spec in &CATALOGUE {
            let kind = format!("{:?}", spec.kind);
            for holds in [true, false] {
                let word = if holds { "holds" } else { "fails" };
                if !self.fields.contains(&(spec.id, holds)) {
                    missing.push(format!("{} that {word}", spec.id));
                }
                let operators = spec.operators.iter().map(|operator| operator.id());
                let lacks = operators.filter(|operator| !self.operators.contains(&(kind.clone(), operator, holds)));
                missing.extend(lacks.map(|operator| format!("{operator} of a {kind} that {word}")));
            }
        }
        missing.dedup();
        let relations: Vec<String> = Relation::all().map(|relation| relation.id().into_owned()).collect();
        // The fallback for the others, which nothing known ends up in; and what only saved audiences in their places can be, which is no file.
        let findings = CODES
            .iter()
            .copied()
            .filter(|code| !["unfinished_condition", "groups_too_deep"].contains(code))
            .collect();
        let lists: [(&str, &BTreeSet<String>, Vec<&str>); 4] = [
            ("state", &self.states, STATES.to_vec()),
            ("event", &self.events, EVENTS.to_vec()),
            ("finding", &self.findings, findings),
            (
                "relation",
                &self.relations,
                relations.iter().map(String::as_str).collect(),
            ),
        ];
        for (kind, shown, all) in lists {
            let lacks = all.into_iter().filter(|name| !shown.contains(*name));
            missing.extend(lacks.map(|name| format!("{kind} {name}")));
        }
        missing
    }
}
