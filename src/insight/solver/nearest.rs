//! What would have to change for a visitor to see a campaign: the values in which a found visitor differs, except those that merely follow.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::cells::elapsed::changed;
use super::cost::{Cost, FREE, cost, weight};
use super::space::Unbound;
use super::ties::{Choice, Opened, Shows};
use super::times::{Moment, instant, moment};
use super::{Space, Witness, nearest_change_on};
use crate::campaign::{Campaign, Field, SHOWINGS, WITHIN_SHOWINGS};
use crate::engine::parts::{date_of, day_of};
use crate::engine::{Resting, SiteRules, Timetable, explain_on};
use crate::insight::{Alteration, Altered, NearestAnswer, NearestChange, Sighting};
use crate::visitor::Visitor;

/// Returns the alterations that lead to a found visitor, the smallest first.
pub(super) fn alterations(
    campaign: &Campaign,
    space: &Space,
    witness: &Witness,
    goal: &Visitor,
    site: &SiteRules,
) -> Vec<Alteration> {
    let zone = goal.time_zone.as_deref();
    let mut list = List {
        timetable: Timetable::of(campaign, zone).on_site(campaign.schedule.only_in_hours, site),
        campaign,
        space,
        witness,
        goal,
        priced: Vec::new(),
    };
    list.own();
    list.pages();
    if let Some((_, choice)) = witness.best.choices.first() {
        list.record(choice);
        list.time(choice);
    }
    list.priced.sort_by_key(|(cost, _)| *cost);
    list.priced.into_iter().map(|(_, alteration)| alteration).collect()
}

/// Returns the way of a visitor whom only the repeat cycle keeps from seeing a campaign: time passes until it is over.
pub(super) fn once_rested(
    campaign: &Campaign,
    visitor: &Visitor,
    now: DateTime<Utc>,
    site: &SiteRules,
) -> Option<NearestChange> {
    let at = explain_on(campaign, visitor, now, site).blocks.repeat_cycle_until?;
    let alteration = Alteration {
        what: Altered::LastShown,
        from: written(visitor.last_shown),
        to: written(Some(at)),
    };
    explain_on(campaign, visitor, at, site).shown.then(|| NearestChange {
        goal: Sighting {
            visitor: visitor.clone(),
            at,
        },
        alterations: vec![alteration],
    })
}

/// Returns what would have to change once quiet has passed, for a visitor who cannot see a campaign before `until` whatever changes.
pub(super) fn once_quiet(
    campaign: &Campaign,
    visitor: &Visitor,
    until: DateTime<Utc>,
    site: &SiteRules,
) -> NearestAnswer {
    let rested = Visitor {
        quiet_until: None,
        ..visitor.clone()
    };
    let quiet = Alteration {
        what: Altered::Quiet,
        from: written(Some(until)),
        to: Value::Null,
    };
    once_over(campaign, rested, until, quiet, site)
}

/// Returns what would have to change once a rest is no longer full, for a visitor who is at an instant and cannot see a campaign before.
pub(super) fn once_not_resting(
    campaign: &Campaign,
    visitor: &Visitor,
    (resting, now): (&Resting<DateTime<Utc>>, DateTime<Utc>),
    site: &SiteRules,
) -> NearestAnswer {
    let rested = match resting.until {
        Some(_) => visitor.clone(),
        None => in_another_session(visitor),
    };
    let rest = Alteration {
        what: Altered::Rest,
        from: written(resting.until),
        to: Value::Null,
    };
    once_over(campaign, rested, resting.until.unwrap_or(now), rest, site)
}

/// Returns what would have to change once so many more sessions have begun, for a visitor who cannot see a campaign before.
pub(super) fn once_in_another_session(
    campaign: &Campaign,
    visitor: &Visitor,
    (sessions, now): (u64, DateTime<Utc>),
    site: &SiteRules,
) -> NearestAnswer {
    let mut later = in_another_session(visitor);
    later.sessions = later.sessions.saturating_add(sessions - 1);
    later.visits = later.visits.saturating_add(sessions - 1);
    let session = Alteration {
        what: Altered::Rest,
        from: Value::Null,
        to: if sessions > 1 { sessions.into() } else { Value::Null },
    };
    once_over(campaign, later, now, session, site)
}

/// Returns the visitor on the same page, opened as the first of another session.
fn in_another_session(visitor: &Visitor) -> Visitor {
    let mut other = Visitor {
        sessions: visitor.sessions.saturating_add(1),
        session_pages: 1,
        visits: visitor.visits.saturating_add(1),
        page_views: visitor.page_views.saturating_add(1),
        referrer: None,
        landing_page: visitor.url.clone(),
        time_on_page: 0.0,
        time_on_site: 0.0,
        inactivity: 0.0,
        ..visitor.without_page()
    };
    other.url.clone_from(&visitor.url);
    other.event.clear();
    other
}

/// Returns what would have to change for a visitor from an instant on, and that something else has to pass until then.
fn once_over(
    campaign: &Campaign,
    rested: Visitor,
    until: DateTime<Utc>,
    over: Alteration,
    site: &SiteRules,
) -> NearestAnswer {
    let mut way = match nearest_change_on(campaign, &rested, until, site) {
        NearestAnswer::AlreadyShown => Box::new(NearestChange {
            goal: Sighting {
                visitor: rested,
                at: until,
            },
            alterations: Vec::new(),
        }),
        NearestAnswer::Change(way) => way,
        answer @ (NearestAnswer::Nobody(_) | NearestAnswer::Undetermined(_)) => return answer,
    };
    // Where more time has to pass for another reason, a rest that ends in time is over by then.
    if way.goal.at == until || over.from.is_null() {
        way.alterations.insert(0, over);
    }
    NearestAnswer::Change(way)
}

struct List<'a> {
    campaign: &'a Campaign,
    timetable: Timetable,
    space: &'a Space,
    witness: &'a Witness,
    goal: &'a Visitor,
    priced: Vec<(Cost, Alteration)>,
}

impl List<'_> {
    fn add(&mut self, cost: Cost, what: Altered, from: impl Into<Value>, to: impl Into<Value>) {
        let (from, to) = (from.into(), to.into());
        self.priced.push((cost, Alteration { what, from, to }));
    }

    /// Adds the values that are not bound to others.
    fn own(&mut self) {
        for (variable, cell) in &self.witness.best.cells {
            let variable = &self.space.variables[*variable];
            let Some(own) = &variable.own else { continue };
            if own.costs[*cell] == FREE {
                continue;
            }
            let (what, from) = match variable.what.unbound() {
                Some(Unbound::Elapsed) => {
                    self.elapsed();
                    continue;
                }
                Some(Unbound::Keyed(field, key)) => {
                    let current = self.space.near.value_under(field, key);
                    (Altered::Keyed(field, key.to_owned()), current.unwrap_or(Value::Null))
                }
                Some(Unbound::Field(field)) if !variable.parts.is_empty() => {
                    self.address(field, &variable.parts);
                    continue;
                }
                Some(Unbound::Field(field)) => (Altered::Field(field), self.space.near.get(field)),
                None => continue,
            };
            let to = own.values[*cell].clone().unwrap_or(Value::Null);
            self.add(own.costs[*cell], what, from, to);
        }
    }

    /// Adds what changes in an address: each parameter, and whatever else is written in it.
    fn address(&mut self, field: Field, parts: &[(Field, String)]) {
        let (mut near, mut goal) = (self.space.near.clone(), self.goal.clone());
        for (part, key) in parts {
            let [from, to] = [&near, &goal].map(|visitor| visitor.value_under(*part, key).unwrap_or(Value::Null));
            if from != to {
                self.add(cost(1, weight(*part)), Altered::Keyed(*part, key.clone()), from, to);
            }
            near.set_under(*part, key, &Value::Null);
            goal.set_under(*part, key, &Value::Null);
        }
        if near.text(field) != goal.text(field) {
            let (from, to) = (self.space.near.get(field), self.goal.get(field));
            self.add(cost(1, weight(field)), Altered::Field(field), from, to);
        }
    }

    /// Adds the times that have to pass.
    fn elapsed(&mut self) {
        for field in changed(&self.space.near, self.goal) {
            let [from, to] = [&self.space.near, self.goal].map(|visitor| visitor.get(field));
            self.add(cost(1, weight(field)), Altered::Field(field), from, to);
        }
    }

    fn pages(&mut self) {
        let ties = &self.space.ties;
        let goal = Opened::of(self.goal);
        let costs = match self.space.sessions {
            Some(_) => ties.priced_opened(goal),
            None => {
                let [visits, page_views] = ties.priced_pages(goal.page_views, goal.visits);
                Opened {
                    page_views,
                    visits,
                    ..Opened::default()
                }
            }
        };
        for (field, cost) in costs.by_field() {
            if cost != FREE {
                let (from, to) = (self.space.near.count(field), self.goal.count(field));
                self.add(cost, Altered::Field(field), from, to);
            }
        }
    }

    fn record(&mut self, choice: &Choice) {
        let (near, goal) = (&self.space.near, self.goal);
        let shown = cost(1, weight(SHOWINGS));
        let Some(showings) = choice.showings else {
            if near.views > 0 {
                self.add(shown, Altered::Field(SHOWINGS), near.views, 0);
            }
            return;
        };
        let record = &self.space.ties.records[0];
        let shows = record.priced_shows(Shows {
            views: goal.views,
            done: WITHIN_SHOWINGS.map(|field| goal.count(field)),
        });
        let done = WITHIN_SHOWINGS.into_iter().zip(shows.done);
        for (field, cost) in [(SHOWINGS, shows.views)].into_iter().chain(done) {
            if cost != FREE {
                self.add(cost, Altered::Field(field), near.count(field), goal.count(field));
            }
        }
        let first = [
            near.first_seen.unwrap_or(self.witness.at),
            goal.first_seen.unwrap_or(self.witness.at),
        ];
        let [from, to] = first.map(|instant| self.day(instant));
        // For a visitor who has not seen it, the day on which they come counts: to have seen it on that day changes no date.
        let first_changed = showings.first_changed && from != to;
        if first_changed {
            self.add(
                cost(1, weight(Field::FirstSeen)),
                Altered::Field(Field::FirstSeen),
                from,
                to,
            );
        }
        if showings.last_changed {
            let cost = cost(1, weight(Field::LastSeen) + 1_000);
            self.add(
                cost,
                Altered::LastShown,
                written(near.last_shown),
                written(goal.last_shown),
            );
        }
        if near.views == 0 && shows.total() == FREE && !first_changed {
            self.add(shown, Altered::Field(SHOWINGS), near.views, goal.views);
        }
    }

    /// Adds that they come at another time than now: when the repeat cycle is over, or on another day.
    fn time(&mut self, choice: &Choice) {
        let (space, at) = (self.space, self.witness.best.at);
        if at == space.ties.times.now {
            return;
        }
        let cycle = space.record_cycles(&[0])[0];
        let over = |last: Moment| last.saturating_add(cycle);
        let waits = choice.showings.is_some()
            && space
                .near
                .last_shown
                .map(moment)
                .is_some_and(|last| over(last) == at && at > space.ties.times.now);
        let cost = cost(1, weight(Field::LastSeen));
        if self.timetable.shut_at(space.ties.times.now).is_some() && !waits {
            let [from, to] = [space.now, self.witness.at].map(|at| written(Some(at)));
            return self.add(cost, Altered::Opening, from, to);
        }
        let (from, to) = (self.day(space.now), self.day(self.witness.at));
        if waits || from == to {
            self.add(
                cost,
                Altered::LastShown,
                written(space.near.last_shown),
                written(Some(instant(at))),
            );
        } else {
            self.add(cost, Altered::Field(Field::LastSeen), from, to);
        }
    }

    /// Returns the date of an instant in the campaign's zone.
    fn day(&self, instant: DateTime<Utc>) -> Value {
        let date = date_of(day_of(instant, self.campaign.zone()));
        date.map_or(Value::Null, |date| date.to_string().into())
    }
}

fn written(instant: Option<DateTime<Utc>>) -> Value {
    instant.map_or(Value::Null, |instant| {
        instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true).into()
    })
}
