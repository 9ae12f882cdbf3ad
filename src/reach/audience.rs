//! A campaign's rule as an expression over the columns of a log.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::instants::spans;
use super::leaf::Leaf;
use super::mapping::{Mapping, Slot};
use super::note::Note;
use super::tree::{Expr, Scalar};
use crate::campaign::{Activity, Bond, Campaign, Condition, Group, Joiner, Node, Section};
use crate::engine::parts::{CompiledCondition, ConditionTest, Plan, date_of, plan};
use crate::engine::{Rule, Timetable};
use crate::visitor::Visitor;

/// Who a campaign is for, as far as a log can show.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Audience {
    /// What holds for the visitors whom it is for.
    pub expr: Expr,
    /// What people should know about it.
    pub notes: Vec<Note>,
}

/// Returns what a campaign asks about, including the activity.
pub(super) fn slots(campaign: &Campaign) -> BTreeSet<Slot> {
    let mut slots = BTreeSet::new();
    plan(campaign, &mut |_, compiled, _| {
        slots.extend(asked_slots(compiled.test()))
    });
    slots
}

/// Reads a campaign's rule; the engine decides what takes part.
pub(super) fn audience(campaign: &Campaign, mapping: &Mapping, now: DateTime<Utc>) -> Audience {
    let writer = Writer {
        zone: campaign.zone(),
        time_zone: campaign.time_zone.clone(),
        mapping,
        now,
    };
    let counts = has_activity_columns(campaign, mapping);
    let asked = if counts {
        Cow::Borrowed(campaign)
    } else {
        Cow::Owned(without_page(campaign))
    };
    let mut notes = writer.notes(&asked);
    if !counts {
        notes.push(Note::ActivityLeftOut);
    }
    if campaign.schedule.repeat_cycle.is_some() {
        notes.push(Note::CycleLeftOut);
    }
    if !Timetable::of(campaign, None).is_always_open() {
        notes.push(Note::TimetableLeftOut);
    }
    let rule = plan(&asked, &mut |condition, compiled, _| (condition, compiled));
    Audience {
        expr: rule.map_or(Expr::Always(true), |rule| writer.part(&rule, false)),
        notes,
    }
}

/// Returns whether columns cover everything on the page that the rule asks about.
fn has_activity_columns(campaign: &Campaign, mapping: &Mapping) -> bool {
    let mut complete = true;
    plan(campaign, &mut |_, compiled, _| {
        let mut activity = asked_slots(compiled.test()).into_iter().filter(Slot::is_activity);
        complete &= activity.all(|slot| mapping.column(&slot).is_some());
    });
    complete
}

/// Returns a campaign without what it asks about the page, wherever that stands.
fn without_page(campaign: &Campaign) -> Campaign {
    let mut campaign = campaign.clone();
    campaign.activity = Activity::default();
    mute_page(&mut campaign.audience);
    campaign
}

fn mute_page(group: &mut Group) {
    for node in &mut group.children {
        match node {
            Node::Group(inner) => mute_page(inner),
            Node::Saved(_) => {}
            Node::Condition(condition) => {
                let field = condition.field.known();
                condition.muted |= field.is_some_and(|field| field.spec().section == Section::Activity);
            }
        }
    }
}

/// Returns what has to be known to evaluate a condition.
fn asked_slots(ask: &ConditionTest) -> Vec<Slot> {
    let field = ask.field();
    match (ask.key(), field.spec().bond) {
        (Some(key), _) => vec![Slot::Keyed(field, key.to_owned())],
        (None, Bond::Present) => vec![Slot::Instant],
        // For visitors who have not been shown it, the present counts.
        (None, Bond::FirstShown) => vec![Slot::Field(field), Slot::Instant],
        (
            None,
            Bond::Free
            | Bond::Within(_)
            | Bond::Elapsed
            | Bond::PageViews
            | Bond::PagesOpened
            | Bond::Sessions
            | Bond::SessionPages
            | Bond::Shown
            | Bond::WithinShown,
        ) => {
            vec![Slot::Field(field)]
        }
    }
}

struct Writer<'m> {
    zone: Tz,
    time_zone: Option<String>,
    mapping: &'m Mapping,
    now: DateTime<Utc>,
}

impl Writer<'_> {
    /// Returns what people should know about the fields and days of a rule.
    fn notes(&self, campaign: &Campaign) -> Vec<Note> {
        let unmapped = slots(campaign)
            .into_iter()
            .filter(|slot| self.mapping.column(slot).is_none());
        unmapped
            .map(|slot| match slot {
                Slot::Instant => Note::Today(self.now.with_timezone(&self.zone).date_naive(), self.zone),
                slot @ (Slot::Field(_) | Slot::Keyed(..)) => Note::NoColumn(slot),
            })
            .collect()
    }

    /// Converts a part of the rule, or its opposite.
    fn part(&self, part: &Plan<(&Condition, CompiledCondition)>, negated: bool) -> Expr {
        let (joiner, children) = match part {
            Plan::Condition((condition, compiled)) => return self.condition(condition, compiled, negated),
            Plan::Join { joiner, parts, .. } => (*joiner, parts),
        };
        let required = joiner.requirement(!negated);
        let parts = children
            .iter()
            .map(|child| self.part(child, !required.positive))
            .collect();
        if required.all {
            Expr::all(parts)
        } else {
            Expr::any(parts)
        }
    }

    /// Converts a condition, or its opposite.
    fn condition(&self, condition: &Condition, compiled: &CompiledCondition, negated: bool) -> Expr {
        let not = compiled.is_negated() != negated;
        let missing = self.holds_for_first_timer(condition) != negated;
        let slots: Vec<Slot> = asked_slots(compiled.test())
            .into_iter()
            .filter(|slot| self.mapping.column(slot).is_some())
            .collect();
        let Some(slot) = slots.first() else {
            return Expr::Always(missing);
        };
        let leaf = Leaf {
            plain: Scalar::Plain(slot.clone()),
            not,
            missing,
        };
        match compiled.test() {
            ConditionTest::Day(_, from, to) => {
                leaf.day(Scalar::Instant(slots), spans(self.zone, date_of(*from), date_of(*to)))
            }
            ConditionTest::Count(_, from, to) | ConditionTest::CountOf(_, from, to) => {
                leaf.count((*from, *to), condition.operator.known())
            }
            ask @ (ConditionTest::Address(..)
            | ConditionTest::Language(..)
            | ConditionTest::Choice(..)
            | ConditionTest::Version(..)
            | ConditionTest::Given(_)
            | ConditionTest::IsSet(_)
            | ConditionTest::AttributeEquals(..)
            | ConditionTest::AttributeContains(..)
            | ConditionTest::AttributeCompares(..)
            | ConditionTest::Over(..)
            | ConditionTest::AtLeast(..)
            | ConditionTest::Flag(_)
            | ConditionTest::FlagOf(_)
            | ConditionTest::Lasts(..)) => leaf.asked(ask),
        }
    }

    /// Returns the result of a condition for a first-time visitor, which applies to a missing value.
    fn holds_for_first_timer(&self, condition: &Condition) -> bool {
        let campaign = Campaign {
            audience: Group::of(Joiner::All, vec![Node::Condition(condition.clone())]),
            time_zone: self.time_zone.clone(),
            ..Campaign::default()
        };
        Rule::compile(&campaign).holds_for(&Visitor::default(), self.now)
    }
}
