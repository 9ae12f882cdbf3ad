//! What a condition asks: about which value, where it stands, between which moments it holds, and how much it asks.

use serde_json::Value;

use super::space::What;
use super::times::{Moment, day_start};
use crate::campaign::{Bond, Campaign, Condition, NodePath, RepeatCycle};
use crate::engine::NodeLocation;
use crate::engine::parts::{ConditionTest, Day, Spot};

/// How much may be asked in total: conditions, the entries of their lists, and their texts by length.
pub(super) const MOST_ASKED: usize = 3_000;
const STRETCH: usize = 256;

/// Returns how much a condition asks.
pub(super) fn size_of(condition: &Condition) -> usize {
    let text = |value: &Value| value.as_str().map_or(0, |text| text.len() / STRETCH);
    1 + match &condition.value {
        Some(Value::Array(items)) => items.iter().map(|item| 1 + text(item)).sum(),
        Some(value) => text(value),
        None => 0,
    }
}

pub(super) fn what(ask: &ConditionTest, record: usize) -> What {
    let field = ask.field();
    match (field.spec().bond, ask.key()) {
        (Bond::PageViews, _) => What::PageViews,
        (Bond::PagesOpened, _) => What::Visits,
        (Bond::Sessions, _) => What::Sessions,
        (Bond::SessionPages, _) => What::SessionPages,
        (Bond::Shown, _) => What::Views(record),
        (Bond::WithinShown, _) => What::Done(field, record),
        (Bond::FirstShown, _) => What::First(record),
        (Bond::Present, _) => What::Today,
        (Bond::Elapsed, _) => What::Elapsed,
        (Bond::Within(address), _) => What::Own(address),
        (Bond::Free, Some(key)) => What::Keyed(field, key.to_owned()),
        (Bond::Free, None) => What::Own(field),
    }
}

pub(super) fn place(spot: Spot<'_>) -> NodeLocation {
    match spot {
        Spot::Audience(path) => NodeLocation::Audience(NodePath(path.to_vec())),
        Spot::Activity(index) => NodeLocation::Activity(index),
    }
}

/// Returns the moments between which a condition about a date holds: from the first until just before the second.
pub(super) fn turns(ask: &ConditionTest, campaign: &Campaign) -> Option<(Option<Moment>, Option<Moment>)> {
    let ConditionTest::Day(_, from, to) = ask else {
        return None;
    };
    let zone = campaign.zone();
    let start = |day: Day| day_start(day, zone);
    let from = (*from != Day::MIN).then(|| start(*from)).flatten();
    Some((from, to.checked_add(1).and_then(start)))
}

/// Returns the repeat cycle, as the engine rounds it; 0 when there is none.
pub(super) fn cycle(campaign: &Campaign) -> Moment {
    let seconds = campaign.schedule.repeat_cycle.as_ref().and_then(RepeatCycle::seconds);
    seconds.map_or(0, |seconds| (seconds * 1e6).round() as i64)
}
