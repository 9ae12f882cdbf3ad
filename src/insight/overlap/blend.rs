//! A visitor of two campaigns, blended from the visitors of each.

use super::Met;
use super::demand::Subject;
use super::judge::Contender;
use super::pair::{DemandId, Demands, shared};
use crate::campaign::Field;
use crate::engine::{PageView, Stats};
use crate::insight::Sighting;
use crate::visitor::Visitor;

/// The first's visitor with what only the second speaks of as its visitor has it, and with what meets the demands of both; or the other way
/// round. `None` when neither sees both campaigns.
pub(super) fn blend(two: [&Contender<'_>; 2], seen: [&Sighting; 2], demands: &Demands) -> Option<Met> {
    let met: Vec<(DemandId, DemandId)> = shared(&two[0].demands, &two[1].demands).collect();
    for (own, foreign) in [(0, 1), (1, 0)] {
        let mut visitor = seen[own].visitor.clone();
        let mut at = seen[0].at.max(seen[1].at);
        let mut records = seen.map(|sighting| Stats::from(&sighting.visitor));
        for subject in &two[foreign].subjects {
            if !two[own].subjects.contains(subject) {
                take(subject, &seen[foreign].visitor, &mut visitor);
            }
        }
        for (first, second) in &met {
            let subject = demands.subject(*first);
            let Some(both) = demands.known(*first, *second) else {
                continue;
            };
            take(subject, both[0], &mut visitor);
            if *subject == Subject::Showings {
                records = both.map(Stats::from);
                at = demands.known_at(*first, *second).unwrap_or(at);
            }
        }
        visitor.visits = visitor.visits.max(visitor.page_views);
        let page = PageView::of(&visitor);
        // One record for both campaigns, if that is possible.
        for [first, second] in [[0, 0], [1, 1], [0, 1]] {
            let stats = [records[first], records[second]];
            if two[0].shown_to(&page, &stats[0], at) && two[1].shown_to(&page, &stats[1], at) {
                let as_known = |stats: &Stats| Visitor {
                    views: stats.views,
                    clicks: stats.clicks,
                    first_seen: stats.first_seen,
                    last_shown: stats.last_shown,
                    ..visitor.clone()
                };
                return Some(Met {
                    sighting: Sighting {
                        visitor: as_known(&stats[0]),
                        at,
                    },
                    other: (stats[0] != stats[1]).then(|| Box::new(as_known(&stats[1]))),
                });
            }
        }
    }
    None
}

/// Takes a subject's values over from one visitor to another. Records are kept apart.
fn take(subject: &Subject, from: &Visitor, to: &mut Visitor) {
    match subject {
        Subject::Pages => (to.page_views, to.visits) = (from.page_views, from.visits),
        Subject::Showings => {}
        Subject::Custom(key) => match from.custom.get(key) {
            Some(value) => drop(to.custom.insert(key.clone(), value.clone())),
            None => drop(to.custom.shift_remove(key)),
        },
        Subject::Field(field) => match field {
            Field::CurrentPageUrl => to.url.clone_from(&from.url),
            Field::BrowserLanguage => to.browser_language.clone_from(&from.browser_language),
            Field::Browser => to.browser.clone_from(&from.browser),
            Field::BrowserVersion => to.browser_version.clone_from(&from.browser_version),
            Field::DeviceType => to.device_type.clone_from(&from.device_type),
            Field::ConversationCount => to.conversation_count = from.conversation_count,
            Field::ScrollRatio => to.scroll_ratio = from.scroll_ratio,
            Field::ExitScreen => to.exit_screen = from.exit_screen,
            _ => {}
        },
    }
}
