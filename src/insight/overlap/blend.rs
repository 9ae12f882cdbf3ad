//! A visitor of two campaigns, blended from a visitor of each.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::Met;
use super::constraint::Subject;
use super::contender::Contender;
use super::pair::{ConstraintId, Constraints, shared};
use crate::engine::{PageView, Stats};
use crate::insight::Sighting;
use crate::visitor::Visitor;

/// Returns one's visitor, with the other's visitor's values where only the other sets constraints, and with values that meet both constraints. `None` when
/// no such blend sees both campaigns.
pub(super) fn blend(two: [&Contender<'_>; 2], seen: [&Sighting; 2], constraints: &Constraints) -> Option<Met> {
    let met: Vec<(ConstraintId, ConstraintId)> = shared(&two[0].constraints, &two[1].constraints).collect();
    // What a rule requires weighs more than what is merely mentioned; where that does not help, each keeps its values.
    [(0, 1, true), (1, 0, true), (0, 1, false), (1, 0, false)]
        .into_iter()
        .find_map(|(own, foreign, yields)| {
            let mut visitor = seen[own].visitor.clone();
            let constrains = |who: usize, subject: &Subject| {
                two[who]
                    .constraints
                    .iter()
                    .any(|id| constraints.subject(*id) == subject)
            };
            for subject in &two[foreign].subjects {
                let spoken_of = two[own].subjects.contains(subject);
                if !spoken_of || yields && constrains(foreign, subject) && !constrains(own, subject) {
                    take(subject, &seen[foreign].visitor, &mut visitor);
                }
            }
            let mut at = seen[0].at.max(seen[1].at);
            let mut records = seen.map(|sighting| Stats::from(&sighting.visitor));
            for (first, second) in &met {
                let subject = constraints.subject(*first);
                let Some(both) = constraints.known(*first, *second) else {
                    continue;
                };
                take(subject, both[0], &mut visitor);
                if *subject == Subject::Showings {
                    records = both.map(Stats::from);
                    at = constraints.known_at(*first, *second).unwrap_or(at);
                }
            }
            visitor.visits = visitor.visits.max(visitor.page_views);
            confirmed(two, visitor, records, at)
        })
}

/// Returns the visitor when both rules hold in the engine: with one record for both campaigns, if possible.
fn confirmed(two: [&Contender<'_>; 2], visitor: Visitor, records: [Stats; 2], at: DateTime<Utc>) -> Option<Met> {
    let page = PageView::of(&visitor);
    let shown = |[first, second]: [usize; 2]| {
        two[0].shown_to(&page, &records[first], at) && two[1].shown_to(&page, &records[second], at)
    };
    let [first, second] = [[0, 0], [1, 1], [0, 1]].into_iter().find(|records| shown(*records))?;
    let as_known = |stats: &Stats| {
        let mut known = visitor.clone();
        stats.write(&mut known);
        known
    };
    let (one, other) = (&records[first], &records[second]);
    Some(Met {
        other: (one != other).then(|| Box::new(as_known(other))),
        sighting: Sighting {
            visitor: as_known(one),
            at,
        },
    })
}

/// Copies a subject's values from one visitor to another. Records are kept apart.
fn take(subject: &Subject, from: &Visitor, to: &mut Visitor) {
    match subject {
        Subject::Pages => {
            (to.page_views, to.visits) = (from.page_views, from.visits);
            (to.sessions, to.session_pages) = (from.sessions, from.session_pages);
        }
        Subject::Elapsed => {
            (to.time_on_page, to.time_on_site) = (from.time_on_page, from.time_on_site);
            to.inactivity = from.inactivity;
        }
        Subject::Showings => {}
        Subject::Keyed(field, key) => {
            let value = from.value_under(*field, key).unwrap_or(Value::Null);
            to.set_under(*field, key, &value);
        }
        Subject::Field(field) => to.set(*field, &from.get(*field)),
    }
}
