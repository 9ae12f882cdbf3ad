//! The shortest set of reasons for a decision.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::explain::{Blocks, Comparison, Detail, Explained, ExplainedActivity, Outcome};
use crate::campaign::{Join, Joiner};

/// One reason for a decision.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "nearly every reason is a condition")]
pub enum Reason {
    /// A condition of the audience or the activity. One that holds can be a reason for a no, inside a "none of these".
    Condition {
        /// Where it stands, as a JSON Pointer into the file.
        pointer: String,
        /// What came out of it.
        #[serde(flatten)]
        outcome: Outcome,
        /// What it wants and what the visitor has.
        #[serde(flatten)]
        comparison: Comparison,
    },
    /// It was shown too recently.
    RepeatCycle {
        /// Until when.
        until: DateTime<Utc>,
    },
    /// A pop-up or the chat has just gone from the screen.
    Quiet {
        /// Until when.
        until: DateTime<Utc>,
    },
}

/// The reasons for a rule's outcome and for what blocks delivery.
pub(super) fn reasons(audience: &Explained, activity: &ExplainedActivity, holds: bool, blocks: &Blocks) -> Vec<Reason> {
    let cycle = blocks.repeat_cycle_until.map(|until| Reason::RepeatCycle { until });
    let quiet = blocks.quiet_until.map(|until| Reason::Quiet { until });
    let blocked = cycle.into_iter().chain(quiet);
    if holds && blocks.until().is_some() {
        // A showing that is blocked does not ask why the rule holds.
        return blocked.collect();
    }
    let set = if holds { Set::Proof } else { Set::Mend };
    let joiner = if activity.join == Join::Or {
        Joiner::Any
    } else {
        Joiner::All
    };
    let parts = [Part::Node(audience), Part::Activity(activity)];
    set.joined(joiner, holds, parts.into_iter())
        .into_iter()
        .filter_map(reason)
        .chain(blocked)
        .collect()
}

fn reason(node: &Explained) -> Option<Reason> {
    let Detail::Condition(comparison) = &node.detail else {
        return None;
    };
    Some(Reason::Condition {
        pointer: node.pointer.clone(),
        outcome: node.outcome,
        comparison: comparison.clone(),
    })
}

/// Something that is joined with its like.
#[derive(Clone, Copy)]
enum Part<'e> {
    Node(&'e Explained),
    Activity(&'e ExplainedActivity),
}

impl Part<'_> {
    fn decided(self) -> Option<bool> {
        match self {
            Part::Node(node) => node.outcome.decided(),
            Part::Activity(activity) => activity.outcome.decided(),
        }
    }
}

/// Which set of conditions is looked for.
#[derive(Clone, Copy, PartialEq)]
enum Set {
    /// Those that would all have to turn out otherwise for the outcome to turn round.
    Mend,
    /// Those that bring the outcome about whatever the others do.
    Proof,
}

impl Set {
    fn of(self, part: Part<'_>) -> Vec<&Explained> {
        let holds = part.decided().unwrap_or(true);
        match part {
            Part::Activity(activity) => self.joined(Joiner::All, holds, activity.conditions.iter().map(Part::Node)),
            Part::Node(node) => match &node.detail {
                Detail::Condition(_) => vec![node],
                Detail::Group { joiner, children } => self.joined(*joiner, holds, children.iter().map(Part::Node)),
            },
        }
    }

    /// The smallest set for joined parts that hold together or do not; the first of several.
    fn joined<'e>(self, joiner: Joiner, holds: bool, parts: impl Iterator<Item = Part<'e>>) -> Vec<&'e Explained> {
        // One part alone decides when one of "all" fails, or one of "any" or "none" holds.
        let deciding_part = joiner != Joiner::All;
        let by_one = holds == (joiner == Joiner::Any);
        let concerned = parts.filter(|part| part.decided() == Some(by_one == deciding_part));
        let sets = concerned.map(|part| self.of(part));
        // What one part decides, one part proves, and all such parts must be mended; what all decide together, all prove and one mends.
        if by_one != (self == Set::Proof) {
            return sets.flatten().collect();
        }
        sets.reduce(|best, set| if set.len() < best.len() { set } else { best })
            .unwrap_or_default()
    }
}
