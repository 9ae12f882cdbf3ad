//! Whether a rest of the site is full: the visitor has been shown as many of its campaigns as they are to see in that time.
//!
//! A showing ahead of the clock counts as now. Campaigns that a rest excepts neither wait for it nor fill it.

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};

use super::SiteRules;
use super::delivery::{Micros, micros};
use crate::campaign::Rest;
use crate::visitor::{Showing, Visitor};

/// A rest that is full. `T` is an instant.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Resting<T> {
    /// The rest.
    #[serde(serialize_with = "written")]
    pub rest: Rest,
    /// Until when; `None` until the session is over.
    pub until: Option<T>,
    /// The ids of the campaigns that fill it, in the order in which they were shown.
    pub by: Vec<String>,
}

fn written<S: Serializer>(rest: &Rest, serializer: S) -> Result<S::Ok, S::Error> {
    rest.to_value().serialize(serializer)
}

impl<T> Resting<T> {
    /// Returns the same with another instant.
    pub fn map<U>(self, instant: impl FnOnce(T) -> U) -> Resting<U> {
        Resting {
            rest: self.rest,
            until: self.until.map(instant),
            by: self.by,
        }
    }
}

/// A showing, by the wall clock.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    pub campaign: String,
    pub at: Micros,
    /// The number of its session; 0 for an unknown one.
    pub session: u64,
}

impl Shown {
    /// Returns the earlier showings of a visitor, in order.
    pub(super) fn all(visitor: &Visitor, wall: Micros) -> Vec<Shown> {
        let mut all: Vec<&Showing> = visitor.showings.iter().collect();
        all.sort_by_key(|showing| showing.at);
        let shown = |showing: &Showing| Shown {
            campaign: showing.campaign.clone(),
            at: showing.at.timestamp_micros().min(wall),
            session: showing.session.unwrap_or_default(),
        };
        all.into_iter().map(shown).collect()
    }
}

/// Returns the rests of a site that are full.
pub(super) fn full(site: &SiteRules, shown: &[Shown], session: u64, wall: Micros) -> Vec<Resting<Micros>> {
    let full = |rest: &Rest| {
        let filling = filling(rest, shown, session, wall);
        let until = span(rest).and_then(|span| Some(filling.first()?.at.saturating_add(span)));
        (Some(filling.len()) == fills_at(rest)).then(|| Resting {
            rest: rest.clone(),
            until,
            by: filling.iter().map(|shown| shown.campaign.clone()).collect(),
        })
    };
    site.rests().iter().filter_map(full).collect()
}

/// Forgets the showings that fill no rest any more; none where there is no rest, since a widget does not know yet which there are.
pub(super) fn forget(site: &SiteRules, shown: &mut Vec<Shown>, session: u64, wall: Micros) {
    if site.rests().is_empty() {
        return;
    }
    let rests = site.rests().iter();
    let kept: Vec<Shown> = rests
        .flat_map(|rest| filling(rest, shown, session, wall))
        .cloned()
        .collect();
    shown.retain(|one| kept.contains(one));
}

/// Returns the showings that fill a rest, or would with more of them.
fn filling<'s>(rest: &Rest, shown: &'s [Shown], session: u64, wall: Micros) -> Vec<&'s Shown> {
    let span = span(rest);
    let counts = |shown: &&Shown| {
        let lasts = match span {
            Some(span) => shown.at.saturating_add(span) > wall,
            None => shown.session == session && session > 0,
        };
        lasts && takes_part(rest, &shown.campaign)
    };
    let mut counted: Vec<&Shown> = shown.iter().filter(counts).collect();
    let more = counted.len().saturating_sub(fills_at(rest).unwrap_or_default());
    counted.split_off(more)
}

fn fills_at(rest: &Rest) -> Option<usize> {
    usize::try_from(rest.fills_at()?).ok()
}

/// Returns for how long showings count; `None` for the session.
pub(crate) fn span(rest: &Rest) -> Option<Micros> {
    rest.per.as_ref().and_then(|per| per.seconds()).map(micros)
}

/// Returns whether a campaign waits for a rest and fills it.
pub(crate) fn takes_part(rest: &Rest, campaign: &str) -> bool {
    !rest.except.iter().any(|except| except == campaign)
}

/// Returns the full rest for which a campaign waits longest.
pub(super) fn waits_for<'r, T: Copy + Ord>(full: &'r [Resting<T>], campaign: &str) -> Option<&'r Resting<T>> {
    let waits = full.iter().filter(|resting| takes_part(&resting.rest, campaign));
    // The end of a session comes last. Of several that end together, the first counts.
    waits
        .rev()
        .max_by_key(|resting| (resting.until.is_none(), resting.until))
}

/// Returns the full rest for which a campaign waits, for a visitor at an instant.
pub(crate) fn resting(
    site: &SiteRules,
    campaign: &str,
    visitor: &Visitor,
    now: DateTime<Utc>,
) -> Option<Resting<DateTime<Utc>>> {
    let wall = now.timestamp_micros();
    let full = full(site, &Shown::all(visitor, wall), visitor.sessions, wall);
    let resting = waits_for(&full, campaign)?.clone();
    Some(resting.map(|until| DateTime::from_timestamp_micros(until).unwrap_or(DateTime::<Utc>::MAX_UTC)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::campaign::{Campaign, RestTime};
    use crate::engine::{Delivery, Reason, StandingState, explain_on};
    use crate::visitor::EventKind;

    fn campaign(id: &str) -> Campaign {
        Campaign {
            id: id.to_owned(),
            ..Campaign::default()
        }
    }

    fn once_a(time: RestTime) -> Rest {
        Rest {
            per: Some(time),
            ..Rest::usual()
        }
    }

    #[test]
    fn whoever_waits_for_a_rest_is_told_until_when_and_who_fills_it() {
        let start: DateTime<Utc> = "2026-11-22T10:00:00Z".parse().expect("an instant");
        let site = SiteRules::default().with_rests(&[Rest::usual(), Rest::default()]);
        assert_eq!(site.rests().len(), 1, "one is not finished");
        let campaigns = [campaign("a"), campaign("b")];
        let mut delivery = Delivery::new(&campaigns, &Visitor::newcomer(), start).on_site(site.clone());
        delivery.step(&EventKind::Open("https://www.example.com/".into()), 0.0);
        delivery.step(&EventKind::Close, 5.0);
        delivery.step(&EventKind::Open("https://www.example.com/b".into()), 60.0);
        for standing in delivery.standing() {
            let visitor = delivery.visitor_of(&standing.campaign).expect("in the line");
            let explanation = explain_on(&campaign(&standing.campaign), &visitor, delivery.clock(), &site);
            let until = start + chrono::TimeDelta::days(1);
            let StandingState::Resting { until: ends, by } = standing.state else {
                panic!("{standing:?}");
            };
            assert_eq!((ends, by), (Some(86_400.0), vec!["a".to_owned()]));
            let [Reason::Rest { resting }] = &explanation.reasons[..] else {
                panic!("{:?}", explanation.reasons);
            };
            assert_eq!((resting.until, &resting.by[..]), (Some(until), &["a".to_owned()][..]));
            assert!(explanation.holds && !explanation.shown);
            let written = serde_json::to_value(&explanation.reasons[0]).expect("plain data");
            let rest = json!({ "at_most": 1, "per": { "every": 1, "unit": "day" } });
            assert_eq!(
                written,
                json!({ "kind": "rest", "rest": rest, "until": "2026-11-23T10:00:00Z", "by": ["a"] })
            );
        }
    }

    #[test]
    fn a_session_has_no_end_that_is_known() {
        let site = SiteRules::default().with_rests(&[once_a(RestTime::Session)]);
        let now: DateTime<Utc> = "2026-11-22T10:00:00Z".parse().expect("an instant");
        let showing = |session| Showing {
            campaign: "a".to_owned(),
            at: now,
            session,
        };
        let mut visitor = Visitor {
            sessions: 2,
            showings: vec![showing(Some(2))],
            ..Visitor::default()
        };
        let explanation = explain_on(&campaign("b"), &visitor, now, &site);
        assert_eq!(explanation.blocks.rest.and_then(|resting| resting.until), None);
        assert!(!explanation.shown);
        for earlier in [Some(1), Some(0), None] {
            visitor.showings = vec![showing(earlier)];
            assert!(explain_on(&campaign("b"), &visitor, now, &site).shown, "{earlier:?}");
        }
    }
}
