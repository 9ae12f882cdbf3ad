//! A campaign's rule as a flat program: each step names the next one after a yes and after a no.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::compiled::CompiledCondition;
use super::delivery::Micros;
use super::page_view::{Day, PageView, Prepared, Stats};
use super::plan::{Plan, plan};
use crate::campaign::{Campaign, Field, Joiner};
use crate::visitor::Visitor;

/// Where the program ends with a yes.
const YES: u32 = u32::MAX;
/// Where the program ends with a no.
const NO: u32 = u32::MAX - 1;

#[derive(Debug, Clone)]
struct Step {
    compiled: CompiledCondition,
    yes: u32,
    no: u32,
}

/// A campaign's audience joined with its activity, prepared for frequent questions. Asking allocates nothing.
///
/// ```
/// use beckon::{campaign, engine::Rule, visitor::Visitor};
///
/// let campaign = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1, "audience": { "any": [
///     { "field": "page_views", "operator": "at_least", "value": 3 },
///     { "field": "custom", "key": "plan", "operator": "equals", "value": "trial" } ] } }"#)?;
/// let rule = Rule::compile(&campaign);
/// let now = "2026-11-22T10:00:00Z".parse()?;
/// assert!(rule.holds_for(&Visitor { page_views: 3, visits: 3, ..Visitor::default() }, now));
/// assert!(!rule.holds_for(&Visitor::default(), now));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Rule {
    steps: Box<[Step]>,
    zone: Tz,
    dated: bool,
    turning_days: Box<[Day]>,
    waits: Box<[(Field, Micros)]>,
}

impl Rule {
    /// Reads a campaign's rule. Muted, unfinished and empty parts are left out.
    pub fn compile(campaign: &Campaign) -> Rule {
        let mut steps = Vec::new();
        if let Some(plan) = plan(campaign, &mut |_, compiled, _| compiled) {
            plan.write(YES, NO, &mut steps);
        }
        let mut turning_days: Vec<Day> = steps.iter().flat_map(|step| step.compiled.turning_days()).collect();
        turning_days.sort_unstable();
        turning_days.dedup();
        let dated = steps.iter().any(|step| step.compiled.asks_for_dates());
        let waits = steps.iter().filter_map(|step| step.compiled.wait()).collect();
        Rule {
            steps: steps.into(),
            zone: campaign.zone(),
            dated,
            turning_days: turning_days.into(),
            waits,
        }
    }

    /// Returns whether the rule holds for a visitor. A rule without any condition holds for everybody.
    #[inline]
    pub fn holds(&self, visitor: &Prepared<'_>) -> bool {
        let mut next = 0;
        while let Some(step) = self.steps.get(next as usize) {
            next = if step.compiled.holds(visitor) {
                step.yes
            } else {
                step.no
            };
        }
        next != NO
    }

    /// Returns whether the rule holds for a visitor at an instant; for a single use, where preparation would not pay.
    pub fn holds_for(&self, visitor: &Visitor, now: DateTime<Utc>) -> bool {
        let page = PageView::of(visitor);
        self.holds(&Prepared::new(&page, &Stats::from(visitor), self.zone, now))
    }

    /// Returns the zone in which the campaign's dates are taken.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// Returns how long what has to last for the answer to become another.
    pub(super) fn waits(&self) -> &[(Field, Micros)] {
        &self.waits
    }

    /// Returns whether the date matters to the rule.
    pub(super) fn is_dated(&self) -> bool {
        self.dated
    }

    /// Returns the first day after the given one on which the answer may change merely because of the date.
    pub(super) fn turning_day_after(&self, day: Day) -> Option<Day> {
        self.turning_days.iter().copied().find(|turning| *turning > day)
    }
}

impl Plan<CompiledCondition> {
    fn count(&self) -> u32 {
        match self {
            Plan::Condition(_) => 1,
            Plan::Join { parts, .. } => parts.iter().map(Plan::count).sum(),
        }
    }

    /// Appends the steps of this part, which go on to `yes` or `no`.
    fn write(self, yes: u32, no: u32, steps: &mut Vec<Step>) {
        let (joiner, parts) = match self {
            Plan::Condition(compiled) => return steps.push(Step { compiled, yes, no }),
            Plan::Join { joiner, parts, .. } => (joiner, parts),
        };
        // None of them is the opposite of any of them.
        let (yes, no) = if joiner == Joiner::None { (no, yes) } else { (yes, no) };
        let last = parts.len() - 1;
        for (index, part) in parts.into_iter().enumerate() {
            let next = steps.len() as u32 + part.count();
            match joiner {
                _ if index == last => part.write(yes, no, steps),
                Joiner::All => part.write(next, no, steps),
                Joiner::Any | Joiner::None => part.write(yes, next, steps),
            }
        }
    }
}
