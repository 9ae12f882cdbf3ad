//! The visitor as the site and its campaigns see them at an instant, for callers that explain decisions.

use chrono::{DateTime, Utc};

use super::Delivery;
use super::time::{instant, start_of_day};
use crate::engine::Stats;
use crate::engine::rests::Shown;
use crate::visitor::{Showing, Visitor};

impl Delivery {
    /// Returns whether a page is open yet.
    pub fn page_open(&self) -> bool {
        self.page_open
    }

    /// Returns whether the visitor is in another tab.
    pub fn away(&self) -> bool {
        self.away
    }

    /// Returns whether something covers the page.
    pub fn covered(&self) -> bool {
        self.covered
    }

    /// Returns the instant on the wall clock.
    pub fn clock(&self) -> DateTime<Utc> {
        instant(self.wall())
    }

    /// Returns the visitor now, as every campaign sees them: the values that belong to one campaign are a stranger's. Before a page is open, page and
    /// page views are those of [`Visitor::default`].
    pub fn visitor(&self) -> Visitor {
        let mut visitor = Visitor {
            showings: self.shown.iter().map(showing).collect(),
            quiet_until: self.quiet_until().map(|until| instant(self.clock_at(until))),
            ..self.visitor.clone()
        };
        if self.page_open() {
            self.elapsed.write(&mut visitor, self.now);
        }
        visitor
    }

    /// Returns the visitor now, as the campaign with this id sees them: [`crate::engine::explain`] at [`Delivery::clock`] agrees with what delivery
    /// decides. `first_seen` is the first instant of its day in the campaign's zone. `None` when no campaign has this id.
    pub fn visitor_of(&self, campaign: &str) -> Option<Visitor> {
        let contender = self.line.iter().find(|contender| contender.id == campaign)?;
        let first_seen = contender.first_seen.map(|day| start_of_day(day, contender.rule.zone()));
        let mut visitor = self.visitor();
        let stats = Stats {
            counts: contender.counts,
            first_seen: first_seen.flatten().map(instant),
            last_shown: contender.last_shown.map(instant),
            last_session: contender.last_session,
        };
        stats.write(&mut visitor);
        Some(visitor)
    }
}

fn showing(shown: &Shown) -> Showing {
    Showing {
        campaign: shown.campaign.clone(),
        at: instant(shown.at),
        session: Some(shown.session).filter(|session| *session > 0),
    }
}
