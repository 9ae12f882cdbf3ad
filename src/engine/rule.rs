//! A campaign's rule as a flat program: each question names the one to go on with after a yes and after a no.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::page_view::{Day, PageView, Prepared, Stats};
use super::question::Question;
use crate::campaign::{Campaign, Condition, Group, Join, Joiner, Node, NodePath};
use crate::visitor::Visitor;

/// Where the program ends with a yes.
const YES: u32 = u32::MAX;
/// Where the program ends with a no.
const NO: u32 = u32::MAX - 1;

#[derive(Debug, Clone)]
struct Step {
    question: Question,
    yes: u32,
    no: u32,
}

/// A campaign's audience joined with its activity, ready to be asked often. Asking allocates nothing.
#[derive(Debug, Clone)]
pub struct Rule {
    steps: Box<[Step]>,
    zone: Tz,
    dated: bool,
    turning_days: Box<[Day]>,
}

impl Rule {
    /// Reads a campaign's rule. Muted, unfinished and empty parts are left out.
    pub fn compile(campaign: &Campaign) -> Rule {
        let mut steps = Vec::new();
        if let Some(plan) = plan(campaign, &mut |_, question, _| question) {
            plan.write(YES, NO, &mut steps);
        }
        let mut turning_days: Vec<Day> = steps.iter().flat_map(|step| step.question.turning_days()).collect();
        turning_days.sort_unstable();
        turning_days.dedup();
        let dated = steps.iter().any(|step| step.question.asks_for_dates());
        Rule {
            steps: steps.into(),
            zone: campaign.zone(),
            dated,
            turning_days: turning_days.into(),
        }
    }

    /// Whether the rule holds for a visitor. A rule without any question holds for everybody.
    #[inline]
    pub fn holds(&self, visitor: &Prepared<'_>) -> bool {
        let mut next = 0;
        while let Some(step) = self.steps.get(next as usize) {
            next = if step.question.holds(visitor) {
                step.yes
            } else {
                step.no
            };
        }
        next != NO
    }

    /// Whether the rule holds for a visitor at an instant; for a single question, where preparing would not pay.
    pub fn holds_for(&self, visitor: &Visitor, now: DateTime<Utc>) -> bool {
        let page = PageView::of(visitor);
        self.holds(&Prepared::new(&page, &Stats::from(visitor), self.zone, now))
    }

    /// The zone in which the campaign's dates are taken.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// Whether the date matters to the rule.
    pub(super) fn is_dated(&self) -> bool {
        self.dated
    }

    /// The first day after the given one on which the answer may change by the date alone.
    pub(super) fn turning_day_after(&self, day: Day) -> Option<Day> {
        self.turning_days.iter().copied().find(|turning| *turning > day)
    }
}

/// The effective part of a tree.
pub(crate) enum Plan<A> {
    /// One condition.
    Ask(A),
    /// Joined parts; never without any.
    Join(Joiner, Vec<Plan<A>>),
}

/// Where a condition stands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Spot<'p> {
    /// In the audience tree: the child to take at each level.
    Audience(&'p [usize]),
    /// The activity condition with this number.
    Activity(usize),
}

impl Spot<'_> {
    /// The same as a JSON Pointer into the campaign's file.
    pub(crate) fn pointer(self, campaign: &Campaign) -> String {
        match self {
            Spot::Audience(path) => campaign.audience.pointer(&NodePath(path.to_vec())),
            Spot::Activity(index) => format!("/activity/conditions/{index}"),
        }
    }
}

/// Reads a campaign's rule; `ask` makes of each condition that takes part whatever is wanted. `None` is a rule without any condition.
pub(crate) fn plan<'c, A>(
    campaign: &'c Campaign,
    ask: &mut impl FnMut(&'c Condition, Question, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    let audience = plan_audience(campaign, ask);
    let conditions = campaign.activity.conditions.iter().enumerate();
    let conditions: Vec<Plan<A>> = conditions
        .filter(|(_, condition)| !condition.muted)
        .filter_map(|(index, condition)| {
            let question = Question::of(condition).ok()?;
            Some(Plan::Ask(ask(condition, question, Spot::Activity(index))))
        })
        .collect();
    let activity = (!conditions.is_empty()).then_some(Plan::Join(Joiner::All, conditions));
    match (audience, activity) {
        (Some(audience), Some(activity)) => {
            let joiner = if campaign.activity.join() == Join::Or {
                Joiner::Any
            } else {
                Joiner::All
            };
            Some(Plan::Join(joiner, vec![audience, activity]))
        }
        (audience, activity) => audience.or(activity),
    }
}

/// The same of a campaign's audience alone.
pub(crate) fn plan_audience<'c, A>(
    campaign: &'c Campaign,
    ask: &mut impl FnMut(&'c Condition, Question, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    plan_group(&campaign.audience, &mut Vec::new(), ask)
}

fn plan_group<'c, A>(
    group: &'c Group,
    path: &mut Vec<usize>,
    ask: &mut impl FnMut(&'c Condition, Question, Spot<'_>) -> A,
) -> Option<Plan<A>> {
    if group.muted {
        return None;
    }
    let mut children = Vec::with_capacity(group.children.len());
    for (index, node) in group.children.iter().enumerate() {
        path.push(index);
        let child = match node {
            Node::Group(inner) => plan_group(inner, path, ask),
            Node::Condition(condition) if condition.muted => None,
            Node::Condition(condition) => Question::of(condition)
                .ok()
                .map(|question| Plan::Ask(ask(condition, question, Spot::Audience(path)))),
        };
        path.pop();
        children.extend(child);
    }
    (!children.is_empty()).then_some(Plan::Join(group.joiner, children))
}

impl Plan<Question> {
    fn count(&self) -> u32 {
        match self {
            Plan::Ask(_) => 1,
            Plan::Join(_, children) => children.iter().map(Plan::count).sum(),
        }
    }

    /// Appends the steps of this part, which go on to `yes` or `no`.
    fn write(self, yes: u32, no: u32, steps: &mut Vec<Step>) {
        let (joiner, children) = match self {
            Plan::Ask(question) => return steps.push(Step { question, yes, no }),
            Plan::Join(joiner, children) => (joiner, children),
        };
        // None of them is the opposite of any of them.
        let (yes, no) = if joiner == Joiner::None { (no, yes) } else { (yes, no) };
        let last = children.len() - 1;
        for (index, child) in children.into_iter().enumerate() {
            let next = steps.len() as u32 + child.count();
            match joiner {
                _ if index == last => child.write(yes, no, steps),
                Joiner::All => child.write(next, no, steps),
                Joiner::Any | Joiner::None => child.write(yes, next, steps),
            }
        }
    }
}
