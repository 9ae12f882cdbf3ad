//! Why a rule turns out as it does: what is needed, with every alternative, and the shortest set of reasons.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::explain::{Blocks, Comparison, Detail, Explained, ExplainedActivity, Explanation, Outcome};
use super::rests::Resting;
use super::timetable::Shut;
use crate::campaign::{Join, Joiner};

/// One reason for a decision.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "nearly every reason is a condition")]
pub enum Reason {
    /// A condition of the audience or the activity. One that holds can be a reason for a refusal, inside a "none of these".
    Condition {
        /// Where it stands, as a JSON Pointer into the file.
        pointer: String,
        /// Its outcome.
        #[serde(flatten)]
        outcome: Outcome,
        /// What it wants and what the visitor has.
        #[serde(flatten)]
        comparison: Comparison,
    },
    /// The conditions of a saved audience are not known: it is missing, or cannot be read.
    MissingAudience {
        /// Where it is named, as a JSON Pointer into the file.
        pointer: String,
        /// Its name.
        audience: String,
    },
    /// The page is none of the site's addresses, and no campaign is shown there.
    OtherSite,
    /// It is not open: its run has not begun or is over, or it is outside its hours.
    Shut {
        /// Which of them, and until when.
        shut: Shut<DateTime<Utc>>,
    },
    /// It was shown too recently.
    RepeatCycle {
        /// Until when; `None` until a later session.
        until: Option<DateTime<Utc>>,
    },
    /// The visitor has been shown as many campaigns as a rest of the site lets them see.
    Rest {
        /// The rest, until when it is full, and who fills it.
        #[serde(flatten)]
        resting: Resting<DateTime<Utc>>,
    },
    /// A pop-up or the chat has just left the screen.
    Quiet {
        /// Until when.
        until: DateTime<Utc>,
    },
}

/// What would have to turn out otherwise for a failing rule to hold, or what makes a rule hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Need<'e> {
    /// This condition.
    Condition(&'e Explained),
    /// All of these; empty when nothing takes part.
    All(Vec<Need<'e>>),
    /// One of these is enough.
    Any(Vec<Need<'e>>),
}

impl<'e> Need<'e> {
    /// Returns the fewest conditions that suffice; the first set of several.
    pub fn fewest(&self) -> Vec<&'e Explained> {
        match self {
            Need::Condition(condition) => vec![*condition],
            Need::All(parts) => parts.iter().flat_map(Need::fewest).collect(),
            Need::Any(parts) => parts
                .iter()
                .map(Need::fewest)
                .reduce(|best, set| if set.len() < best.len() { set } else { best })
                .unwrap_or_default(),
        }
    }
}

impl Explanation {
    /// Returns everything that would help a visitor for whom the rule fails, with every alternative, or everything that makes a rule hold.
    /// [`Explanation::reasons`] has the shortest way through it.
    ///
    /// Where a saved audience is missing, nothing helps.
    pub fn need(&self) -> Need<'_> {
        if self
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::MissingAudience { .. }))
        {
            return Need::All(Vec::new());
        }
        need(&self.audience, &self.activity, self.holds)
    }
}

/// Returns the reasons for a rule's outcome and for what blocks delivery.
pub(super) fn reasons(
    audience: &Explained,
    activity: &ExplainedActivity,
    holds: bool,
    blocks: &Blocks,
    missing: Option<Reason>,
) -> Vec<Reason> {
    let other_site = blocks.other_site.then_some(Reason::OtherSite);
    let shut = blocks.shut.map(|shut| Reason::Shut { shut });
    let in_session = blocks.repeat_cycle_sessions.map(|_| None);
    let cycle = in_session.or(blocks.repeat_cycle_until.map(Some));
    let cycle = cycle.map(|until| Reason::RepeatCycle { until });
    let quiet = blocks.quiet_until.map(|until| Reason::Quiet { until });
    let rest = blocks.rest.clone().map(|resting| Reason::Rest { resting });
    let blocked = other_site.into_iter().chain(shut).chain(cycle).chain(rest).chain(quiet);
    if holds && blocks.any() {
        // The reasons for a blocked showing leave out why the rule holds.
        return blocked.collect();
    }
    if let Some(missing) = missing {
        // Whatever the conditions say, nobody sees it.
        return [missing].into_iter().chain(blocked).collect();
    }
    need(audience, activity, holds)
        .fewest()
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

/// A part that is joined with others of its kind.
#[derive(Clone, Copy)]
enum JoinedPart<'e> {
    Node(&'e Explained),
    Activity(&'e ExplainedActivity),
}

impl JoinedPart<'_> {
    fn decided(self) -> Option<bool> {
        match self {
            JoinedPart::Node(node) => node.outcome.decided(),
            JoinedPart::Activity(activity) => activity.outcome.decided(),
        }
    }
}

fn need<'e>(audience: &'e Explained, activity: &'e ExplainedActivity, holds: bool) -> Need<'e> {
    let set = if holds { Set::Proof } else { Set::Reversal };
    let joiner = match activity.join {
        Join::Or => Joiner::Any,
        Join::And => Joiner::All,
    };
    set.joined(
        joiner,
        holds,
        [JoinedPart::Node(audience), JoinedPart::Activity(activity)].into_iter(),
    )
}

/// The conditions to search for.
#[derive(Clone, Copy, PartialEq)]
enum Set {
    /// Those that would have to turn out otherwise to reverse the outcome.
    Reversal,
    /// Those that bring the outcome about regardless of the others.
    Proof,
}

impl Set {
    fn of(self, part: JoinedPart<'_>) -> Need<'_> {
        let holds = part.decided().unwrap_or(true);
        match part {
            JoinedPart::Activity(activity) => {
                self.joined(Joiner::All, holds, activity.conditions.iter().map(JoinedPart::Node))
            }
            JoinedPart::Node(node) => match &node.detail {
                Detail::Condition(_) => Need::Condition(node),
                Detail::Group { joiner, children } => {
                    self.joined(*joiner, holds, children.iter().map(JoinedPart::Node))
                }
            },
        }
    }

    /// Returns what is needed of joined parts that hold together or do not.
    fn joined<'e>(self, joiner: Joiner, holds: bool, parts: impl Iterator<Item = JoinedPart<'e>>) -> Need<'e> {
        // A single part decides when one of "all" fails, or one of "any" or "none" holds.
        let deciding_part = joiner != Joiner::All;
        let by_one = holds == (joiner == Joiner::Any);
        let concerned = parts.filter(|part| part.decided() == Some(by_one == deciding_part));
        let needs = concerned.map(|part| self.of(part)).collect();
        // Where one part decides, one part proves it, and all such parts must change; where all decide together, all prove it and one change
        // suffices.
        if by_one != (self == Set::Proof) {
            Need::All(needs)
        } else {
            Need::Any(needs)
        }
    }
}
