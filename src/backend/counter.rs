//! Events that are not stored yet. They are counts, not records: stored each second and when the backend ends, so that a crash loses
//! at most the last second of them.

use std::sync::{Mutex, PoisonError};

use serde::Deserialize;

use super::store::{Counted, Counts, MOST_REPLIES};

/// What a widget reports.
#[derive(Debug, Deserialize)]
pub(super) struct Report {
    /// In any order.
    pub events: Vec<Event>,
}

/// One thing that happened to a pop-up.
#[derive(Debug, Deserialize)]
pub(super) struct Event {
    /// The campaign's identity.
    pub campaign: String,
    /// What happened.
    pub event: What,
    /// Which quick reply was clicked, from 1; of no meaning with what is no click.
    pub reply: Option<usize>,
}

impl Event {
    /// Whether there can be such a thing.
    pub(super) fn can_be(&self) -> bool {
        match self.reply {
            None => true,
            Some(reply) => (1..=MOST_REPLIES).contains(&reply),
        }
    }
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum What {
    /// A visitor saw it.
    Shown,
    /// A visitor clicked it.
    Clicked,
    /// A visitor closed it.
    Closed,
}

/// Collects events.
#[derive(Default)]
pub(super) struct Counter {
    waiting: Mutex<Counted>,
}

impl Counter {
    /// Counts the accepted events: those of live campaigns, and not too many from one network.
    pub(super) fn count(&self, report: &Report, is_taken: impl Fn(&str) -> bool) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        for event in report.events.iter().filter(|event| is_taken(&event.campaign)) {
            let counts = waiting.entry(event.campaign.clone()).or_default();
            match event.event {
                What::Shown => counts.shown += 1,
                What::Clicked => {
                    counts.clicked += 1;
                    let reply = event
                        .reply
                        .and_then(|reply| counts.replies.get_mut(reply.checked_sub(1)?));
                    if let Some(count) = reply {
                        *count += 1;
                    }
                }
                What::Closed => counts.closed += 1,
            }
        }
    }

    /// Hands out what was collected.
    pub(super) fn take(&self) -> Counted {
        std::mem::take(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes back counts that could not be stored.
    pub(super) fn put_back(&self, counted: Counted) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        for (campaign, more) in counted {
            let counts: &mut Counts = waiting.entry(campaign).or_default();
            counts.shown += more.shown;
            counts.clicked += more.clicked;
            counts.closed += more.closed;
            for (count, more) in counts.replies.iter_mut().zip(more.replies) {
                *count += more;
            }
        }
    }
}
