//! Why a visitor does or does not see a campaign: the whole tree with every outcome, as data (`tests/specification/explanations.md`). `wording` puts
//! it into words.

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::compiled::CompiledCondition;
use super::delivery::sessions_left;
use super::finished::Unfinished;
use super::languages::{Spoken, spoken};
use super::page_view::{PageView, Prepared, Stats, date_of};
use super::reasons::{Reason, reasons};
use super::rests::{Resting, resting};
use super::site_rules::SiteRules;
use super::timetable::{Shut, Timetable};
use crate::campaign::{
    Campaign, Condition, Element, Field, FieldType, Group, Join, Joiner, Named, Node, NodePath, Operator, RepeatCycle,
};
use crate::visitor::Visitor;

/// Everything that is known about one visitor, one campaign and one instant.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// Whether it would be shown now: the rule holds, the repeat cycle has run out, and nothing has just left the screen. A message delay is a wait,
    /// not a refusal.
    pub shown: bool,
    /// Whether the rule holds.
    pub holds: bool,
    /// The shortest set of reasons. If it is not shown: the fewest conditions that would all have to turn out otherwise, and the site, the
    /// schedule, the repeat cycle and quiet if they block. If it is shown: the fewest conditions that make the rule hold.
    pub reasons: Vec<Reason>,
    /// What stands between a rule that holds and the pop-up.
    pub blocks: Blocks,
    /// The audience tree; its root is the outermost group.
    pub audience: Explained,
    /// The activity.
    pub activity: ExplainedActivity,
    /// Which language they get; `None` where the campaign has only one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spoken: Option<Spoken>,
}

/// What delivery adds to the rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Blocks {
    /// Whether the page is none of the site's addresses.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub other_site: bool,
    /// Why the campaign is not open: it has not begun, has ended, or is outside its hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shut: Option<Shut<DateTime<Utc>>>,
    /// Until when the repeat cycle blocks; `None` when it has run out or there is none.
    pub repeat_cycle_until: Option<DateTime<Utc>>,
    /// How many more sessions have to begin until a repeat cycle that counts them is over; `None` when it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat_cycle_sessions: Option<u64>,
    /// The full rest of the site for which it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<Resting<DateTime<Utc>>>,
    /// Until when nothing is shown because something has just left the screen.
    pub quiet_until: Option<DateTime<Utc>>,
    /// The message delay in seconds, counted from the instant at which the campaign begins to qualify.
    pub delay: f64,
}

impl Blocks {
    /// Whether it cannot be shown, whatever its rule says.
    pub fn any(&self) -> bool {
        self.other_site
            || self.shut.is_some()
            || self.rest.is_some()
            || self.repeat_cycle_sessions.is_some()
            || self.until().is_some()
    }

    /// Returns until when it cannot be shown for a while.
    pub fn until(&self) -> Option<DateTime<Utc>> {
        let opens = self.shut.and_then(|shut| shut.until());
        let rested = self.rest.as_ref().and_then(|rest| rest.until);
        self.repeat_cycle_until.max(self.quiet_until).max(rested).max(opens)
    }
}

/// One node with its outcome.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    /// Where it stands.
    #[serde(skip)]
    pub place: NodeLocation,
    /// Its place as a JSON Pointer into the file.
    pub pointer: String,
    /// Its outcome.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// What it is.
    #[serde(flatten)]
    pub detail: Detail,
}

/// The activity with its outcome.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExplainedActivity {
    /// How it is joined to the audience.
    #[serde(serialize_with = "named")]
    pub join: Join,
    /// The outcome of all its conditions together.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Its conditions.
    pub conditions: Vec<Explained>,
}

/// Where a node stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NodeLocation {
    /// In the audience tree.
    Audience(NodePath),
    /// The activity condition with this number, counted from 0.
    Activity(usize),
}

/// The outcome of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", content = "because", rename_all = "snake_case")]
pub enum Outcome {
    /// It holds for the visitor.
    Holds,
    /// It does not.
    Fails,
    /// It takes no part in the decision.
    Ignored(Ignored),
}

impl Outcome {
    fn of(holds: bool) -> Outcome {
        if holds { Outcome::Holds } else { Outcome::Fails }
    }

    /// Returns the decision; `None` when ignored.
    pub fn decided(self) -> Option<bool> {
        match self {
            Outcome::Holds => Some(true),
            Outcome::Fails => Some(false),
            Outcome::Ignored(_) => None,
        }
    }
}

/// Why a node does not take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ignored {
    /// It, or a group around it, is muted.
    Muted,
    /// The condition is not finished.
    Unfinished(Unfinished),
    /// The group contains nothing that takes part.
    Empty,
}

/// The kind of a node.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Detail {
    /// Joined nodes.
    Group {
        /// How they are joined.
        #[serde(serialize_with = "named")]
        joiner: Joiner,
        /// The nodes.
        children: Vec<Explained>,
    },
    /// One question about the visitor.
    Condition(Comparison),
}

/// What a condition wants, next to what the visitor has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// What is asked about; `None` when unknown.
    #[serde(serialize_with = "named_some")]
    pub field: Option<Field>,
    /// The key of the value, where it is stored under one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// How it is compared; `None` when unknown.
    #[serde(serialize_with = "named_some")]
    pub operator: Option<Operator>,
    /// The wanted value as the file holds it.
    pub wanted: Option<Value>,
    /// The visitor's value: text, number or yes/no, dates as `YYYY-MM-DD` in the campaign's zone; `None` for what is missing under its key.
    pub found: Option<Value>,
}

fn named<T: Named, S: Serializer>(word: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(word.id())
}

fn named_some<T: Named, S: Serializer>(word: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    word.map(Named::id).serialize(serializer)
}

/// Explains what a campaign makes of a visitor at an instant.
///
/// ```
/// use beckon::{campaign, engine::explain, visitor::Visitor};
///
/// let campaign = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1,
///     "audience": { "all": [ { "field": "page_views", "operator": "greater_than", "value": 5 } ] },
///     "schedule": { "repeat_cycle": { "every": 1, "unit": "day" } } }"#)?;
/// let now = "2026-11-22T10:00:00Z".parse()?;
///
/// let sixth = Visitor { page_views: 6, visits: 6, ..Visitor::default() };
/// assert!(explain(&campaign, &sixth, now).shown);
///
/// let again = Visitor { last_shown: Some("2026-11-22T08:00:00Z".parse()?), ..sixth };
/// let explanation = explain(&campaign, &again, now);
/// assert!(explanation.holds && !explanation.shown);
/// assert_eq!(explanation.blocks.repeat_cycle_until, Some("2026-11-23T08:00:00Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn explain(campaign: &Campaign, visitor: &Visitor, now: DateTime<Utc>) -> Explanation {
    explain_on(campaign, visitor, now, &SiteRules::default())
}

/// Does the same on a site that says this of all its campaigns.
pub fn explain_on(campaign: &Campaign, visitor: &Visitor, now: DateTime<Utc>, site: &SiteRules) -> Explanation {
    let page = PageView::of(visitor);
    let prepared = Prepared::new(&page, &Stats::from(visitor), campaign.zone(), now);
    let teller = Teller { visitor, prepared };
    let audience = teller.group(&campaign.audience, NodePath::default(), "/audience".to_owned(), false);
    let activity = teller.activity(campaign);
    let missing = campaign
        .audience
        .unresolved()
        .map(|(path, saved)| Reason::MissingAudience {
            pointer: campaign.audience.pointer(&path),
            audience: saved.name.clone(),
        });
    let holds = match (audience.outcome.decided(), activity.outcome.decided()) {
        (Some(one), Some(other)) if activity.join == Join::Or => one || other,
        (one, other) => one.unwrap_or(true) && other.unwrap_or(true),
    } && missing.is_none();
    let blocks = Blocks {
        other_site: !site.shows_on(&visitor.url),
        shut: Timetable::of(campaign, visitor.time_zone.as_deref())
            .on_site(campaign.schedule.only_in_hours, site)
            .shut(now),
        repeat_cycle_until: cycle_end(campaign, visitor.last_shown, now),
        repeat_cycle_sessions: sessions_left(
            visitor.last_session,
            visitor.sessions,
            campaign.schedule.cycle_sessions(),
        ),
        rest: resting(site, &campaign.id, visitor, now),
        quiet_until: visitor.quiet_until.filter(|until| *until > now),
        delay: campaign.schedule.delay_seconds(),
    };
    let reasons = reasons(&audience, &activity, holds, &blocks, missing);
    let shown = holds && !blocks.any();
    Explanation {
        shown,
        holds,
        reasons,
        blocks,
        audience,
        activity,
        spoken: spoken(&campaign.content, visitor.preferred_languages(), site.language()),
    }
}

/// Returns until when a repeat cycle blocks. A last showing that lies ahead (the clock was set back) counts as now: blocked for one cycle, not
/// longer.
fn cycle_end(campaign: &Campaign, last_shown: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let cycle = campaign.schedule.repeat_cycle.as_ref().and_then(RepeatCycle::seconds)?;
    let cycle = chrono::TimeDelta::microseconds((cycle * 1e6).round() as i64);
    let end = last_shown?
        .min(now)
        .checked_add_signed(cycle)
        .unwrap_or(DateTime::<Utc>::MAX_UTC);
    (end > now).then_some(end)
}

struct Teller<'v> {
    visitor: &'v Visitor,
    prepared: Prepared<'v>,
}

impl Teller<'_> {
    fn activity(&self, campaign: &Campaign) -> ExplainedActivity {
        let conditions = campaign.activity.conditions.iter().enumerate();
        let conditions: Vec<Explained> = conditions
            .map(|(index, condition)| {
                let pointer = format!("/activity/conditions/{index}");
                self.condition(condition, NodeLocation::Activity(index), pointer, false)
            })
            .collect();
        let outcome = joined(Joiner::All, &conditions, false);
        ExplainedActivity {
            join: campaign.activity.join(),
            outcome,
            conditions,
        }
    }

    fn group(&self, group: &Group, path: NodePath, pointer: String, muted: bool) -> Explained {
        let muted = muted || group.muted;
        let children = group.children.iter().enumerate().map(|(index, child)| {
            let pointer = format!("{pointer}/{}/{index}", group.joiner.id());
            let path = path.child(index);
            match child {
                Node::Group(inner) => self.group(inner, path, pointer, muted),
                Node::Condition(condition) => self.condition(condition, NodeLocation::Audience(path), pointer, muted),
                Node::Saved(saved) => unresolved(path, pointer, muted || saved.muted),
            }
        });
        let children: Vec<Explained> = children.collect();
        let outcome = joined(group.joiner, &children, muted);
        let detail = Detail::Group {
            joiner: group.joiner,
            children,
        };
        Explained {
            place: NodeLocation::Audience(path),
            pointer,
            outcome,
            detail,
        }
    }

    fn condition(&self, condition: &Condition, place: NodeLocation, pointer: String, muted: bool) -> Explained {
        let outcome = match CompiledCondition::of(condition) {
            _ if muted || condition.muted => Outcome::Ignored(Ignored::Muted),
            Err(lacks) => Outcome::Ignored(Ignored::Unfinished(lacks)),
            Ok(compiled) => Outcome::of(compiled.holds(&self.prepared)),
        };
        let field = condition.field.known();
        let comparison = Comparison {
            field,
            key: condition.key.clone(),
            operator: condition.operator.known(),
            wanted: condition.value.clone(),
            found: field.and_then(|field| self.found(field, condition)),
        };
        Explained {
            place,
            pointer,
            outcome,
            detail: Detail::Condition(comparison),
        }
    }

    /// Returns the visitor's value of a field.
    fn found(&self, field: Field, condition: &Condition) -> Option<Value> {
        match field.spec().kind {
            FieldType::Date => date_of(self.prepared.day(field)).map(|date| Value::from(date.to_string())),
            FieldType::Custom | FieldType::Parameter | FieldType::KeyedCount => {
                self.visitor.value_under(field, condition.key.as_deref()?)
            }
            FieldType::Element => {
                let element = Element::of(condition.value.as_ref()?)?;
                self.visitor.value_under(field, &element.identity())
            }
            FieldType::Url
            | FieldType::WholeNumber
            | FieldType::Language
            | FieldType::Choice
            | FieldType::Version
            | FieldType::Percent
            | FieldType::Seconds
            | FieldType::Flag => Some(self.visitor.get(field)).filter(|value| !value.is_null()),
        }
    }
}

/// Explains a saved audience whose conditions are not known: nobody belongs to it.
fn unresolved(path: NodePath, pointer: String, muted: bool) -> Explained {
    Explained {
        place: NodeLocation::Audience(path),
        pointer,
        outcome: match muted {
            true => Outcome::Ignored(Ignored::Muted),
            false => Outcome::Fails,
        },
        detail: Detail::Group {
            joiner: Joiner::All,
            children: Vec::new(),
        },
    }
}

/// Returns the outcome of joined nodes.
fn joined(joiner: Joiner, children: &[Explained], muted: bool) -> Outcome {
    if muted {
        return Outcome::Ignored(Ignored::Muted);
    }
    let mut decided = children.iter().filter_map(|child| child.outcome.decided()).peekable();
    if decided.peek().is_none() {
        return Outcome::Ignored(Ignored::Empty);
    }
    Outcome::of(match joiner {
        Joiner::All => decided.all(|holds| holds),
        Joiner::Any => decided.any(|holds| holds),
        Joiner::None => !decided.any(|holds| holds),
    })
}

impl Explanation {
    /// Returns the node at a place.
    pub fn node(&self, place: &NodeLocation) -> Option<&Explained> {
        match place {
            NodeLocation::Activity(index) => self.activity.conditions.get(*index),
            NodeLocation::Audience(path) => path
                .0
                .iter()
                .try_fold(&self.audience, |node, index| match &node.detail {
                    Detail::Group { children, .. } => children.get(*index),
                    Detail::Condition(_) => None,
                }),
        }
    }
}
