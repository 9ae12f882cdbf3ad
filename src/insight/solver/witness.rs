//! Chosen cells as a visitor.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::cells::elapsed::put_elapsed;
use super::search::Best;
use super::space::{BOUND, RecordPlaces, Space, Unbound, What};
use super::ties::{Choice, Opened, Relations, Shows};
use super::times::{Moment, instant, moment, moment_over};
use crate::campaign::WITHIN_SHOWINGS;
use crate::visitor::Visitor;

/// Chosen values: a visitor at an instant, who may have done different things with different campaigns.
#[derive(Debug, Clone)]
pub(crate) struct Witness {
    /// When they are on the page.
    pub(crate) at: DateTime<Utc>,
    pub(super) best: Best,
    /// Whether it is known that no visitor is nearer.
    #[allow(dead_code, reason = "tests ask for it")]
    pub(crate) nearest: bool,
}

impl Space {
    /// Returns the instant of chosen values.
    pub(super) fn at(&self, best: &Best) -> DateTime<Utc> {
        if best.at == moment_over(self.now) {
            self.now
        } else {
            instant(best.at)
        }
    }

    /// Returns the visitor, with what they have done with one of the campaigns; for a campaign outside the question, it is what the given visitor has
    /// done.
    pub(crate) fn visitor(&self, witness: &Witness, campaign: usize) -> Visitor {
        let best = &witness.best;
        let mut visitor = self.near.clone();
        for (variable, cell) in &best.cells {
            let variable = &self.variables[*variable];
            if let Some(own) = &variable.own {
                put(
                    &mut visitor,
                    &variable.what,
                    own.values[*cell].clone().unwrap_or(Value::Null),
                );
            }
        }
        self.opened(best).write(&mut visitor);
        let record = self.record[campaign];
        if let Some((_, choice)) = best.choices.iter().find(|(of, _)| *of == record) {
            self.put_record(&mut visitor, best, record, choice);
        }
        visitor
    }

    /// Returns what counts pages and sessions.
    fn opened(&self, best: &Best) -> Opened<u64> {
        let near = self.ties.near;
        let [page_views, visits, _] = BOUND.map(|variable| best.cell(variable));
        if let Some([sessions, session_pages]) = self.sessions.map(|both| both.map(|variable| best.cell(variable))) {
            let cells = Opened {
                page_views,
                visits,
                sessions,
                session_pages,
            };
            return self
                .ties
                .opened(cells, Relations::ALL)
                .map_or(near, |(opened, _)| opened);
        }
        match self.ties.pages(page_views, visits, Relations::ALL) {
            Some(pages) => Opened {
                page_views: pages.page_views,
                visits: pages.visits,
                ..near
            }
            .with_fitting_sessions(near),
            None => near,
        }
    }

    fn put_record(&self, visitor: &mut Visitor, best: &Best, record: usize, choice: &Choice) {
        let Some(showings) = choice.showings else {
            put_shows(visitor, Shows::default());
            visitor.first_seen = None;
            visitor.last_shown = None;
            return;
        };
        let places = RecordPlaces::of(record);
        let cells = Shows {
            views: best.cell(places.views),
            done: places.done.map(|variable| best.cell(variable)),
        };
        if let Some((shows, _)) = self.ties.records[record].shows(cells, Relations::ALL) {
            put_shows(visitor, shows);
        }
        let near = &self.near;
        visitor.first_seen = Some(self.instant_of(showings.first, near.first_seen));
        visitor.last_shown = Some(self.instant_of(showings.last, near.last_shown));
    }

    /// Returns a moment as an instant; the visitor's own instant where both are the same.
    fn instant_of(&self, at: Moment, own: Option<DateTime<Utc>>) -> DateTime<Utc> {
        own.filter(|own| moment(*own) == at).unwrap_or_else(|| instant(at))
    }
}

fn put_shows(visitor: &mut Visitor, shows: Shows<u64>) {
    visitor.views = shows.views;
    for (field, count) in WITHIN_SHOWINGS.into_iter().zip(shows.done) {
        visitor.set(field, &count.into());
    }
}

/// Sets a value that is not bound to others.
fn put(visitor: &mut Visitor, what: &What, value: Value) {
    match what.unbound() {
        Some(Unbound::Elapsed) => put_elapsed(visitor, &value),
        Some(Unbound::Keyed(field, key)) => visitor.set_under(field, key, &value),
        Some(Unbound::Field(field)) => visitor.set(field, &value),
        // Bound values are set together with each other.
        None => {}
    }
}
