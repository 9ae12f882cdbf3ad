//! The state at one instant of a run.

use chrono::{DateTime, Utc};

use super::run::Run;
use crate::{
    engine::{Delivery, Standing, StandingState, explain},
    visitor::Visitor,
    wording::{self, Reader},
};

/// The state at one instant.
#[derive(Debug, Clone)]
pub struct Moment {
    /// Seconds after the start.
    pub at: f64,
    /// The state of every campaign, best-ranked first.
    pub standing: Vec<Standing>,
    /// The visitor, as they are to every campaign alike.
    pub visitor: Visitor,
    /// Whether a page is open yet.
    pub page_open: bool,
    /// Whether the chat is open.
    pub chat_open: bool,
    /// Whether the visitor is in another tab.
    pub away: bool,
    /// Whether something covers the page.
    pub covered: bool,
    delivery: Delivery,
}

impl Moment {
    /// Computes the state at `at` seconds after the start.
    pub fn new(run: &Run, at: f64) -> Self {
        let delivery = run.at(at);
        Self {
            at,
            standing: delivery.standing(),
            visitor: delivery.visitor(),
            page_open: delivery.page_open(),
            chat_open: delivery.chat_open(),
            away: delivery.away(),
            covered: delivery.covered(),
            delivery,
        }
    }

    /// The id of the visible campaign.
    pub fn visible(&self) -> Option<&str> {
        self.delivery.visible()
    }

    /// The instant on the clock.
    pub fn clock(&self) -> DateTime<Utc> {
        self.delivery.clock()
    }

    /// Returns the state of a campaign in words.
    pub fn words(&self, run: &Run, standing: &Standing, reader: Reader) -> String {
        let Some(campaign) = run.campaign(&standing.campaign) else {
            return String::new();
        };
        let asks_why = standing.state == StandingState::RuleFails;
        let visitor = asks_why.then(|| self.delivery.visitor_of(&standing.campaign)).flatten();
        let explanation = visitor.map(|visitor| explain(campaign, &visitor, self.clock()));
        let instant = wording::Instant {
            at: self.at,
            clock: self.clock(),
        };
        let name = |id: &str| run.campaign(id).map_or("", |campaign| campaign.name.as_str());
        wording::standing(campaign, standing, explanation.as_ref(), instant, name, reader)
    }
}
