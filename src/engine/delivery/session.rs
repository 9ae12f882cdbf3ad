//! When a visitor's session is over, and what it counts.

use super::time::Micros;
use crate::engine::SiteRules;
use crate::visitor::{EventKind, Opening, Visitor};

/// For how long a session outlives the last thing that the visitor did in it.
const OUTLIVES: Micros = 30 * 60 * 1_000_000;

/// The session of a visitor, if one has begun.
#[derive(Debug, Clone)]
pub(super) struct Session {
    /// When the visitor last did something in it, by the wall clock.
    active: Option<Micros>,
}

/// Returns how many more sessions have to begin until a campaign may return that is shown again only `every` sessions later; `None` when it may.
/// A session ahead of the present one counts as the present one.
pub(crate) fn sessions_left(last: u64, sessions: u64, every: f64) -> Option<u64> {
    let passed = sessions.saturating_sub(last);
    let left = (every - passed as f64).ceil();
    (last > 0 && left > 0.0).then_some(left as u64)
}

impl Session {
    /// Returns the session of a visitor who comes back at an instant: where they have opened pages in it, it goes on from then.
    pub(super) fn of(visitor: &Visitor, wall: Micros) -> Session {
        Session {
            active: (visitor.session_pages > 0).then_some(wall),
        }
    }

    /// Counts what a visitor does at an instant. A page that they open in no session, or after one is over, begins another, of which it tells.
    pub(super) fn count(&mut self, event: &EventKind, visitor: &mut Visitor, site: &SiteRules, wall: Micros) -> bool {
        let lives = self.active.is_some_and(|active| wall.saturating_sub(active) < OUTLIVES);
        let opened = event.opening();
        match opened {
            Some(_) if lives => visitor.session_pages = visitor.session_pages.saturating_add(1),
            Some(Opening { url, referrer }) => {
                visitor.sessions = visitor.sessions.saturating_add(1);
                visitor.session_pages = 1;
                visitor.event.clear();
                url.clone_into(&mut visitor.landing_page);
                // A page of the site itself has led nobody to it.
                let is_other = |referrer: &String| site.is_other_site(referrer, url);
                visitor.referrer = referrer.clone().filter(is_other);
            }
            None => {}
        }
        if opened.is_some() || lives && event.is_done_by_visitor() {
            self.active = Some(wall);
        }
        opened.is_some() && !lives
    }

    /// What was done ahead of the clock counts as done now.
    pub(super) fn keep_within(&mut self, wall: Micros) {
        self.active = self.active.map(|active| active.min(wall));
    }
}
