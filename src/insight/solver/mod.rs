//! Decides whether and by whom a campaign can be seen, and what would have to change for a visitor to see it (`tests/specification/proofs.md`).
//!
//! # What an answer rests on
//!
//! - Every condition asks about one value of the visitor. The values of each are cut into *cells* ([`cells`]), within which no condition
//!   distinguishes two values; the engine's own parts decide what a condition makes of a cell. A rule is then a formula over cells.
//! - *Found* is a visitor whom the engine, asked at the end, shows the campaign.
//! - *Nobody* is a proof: the cells cover everything, and the search has examined all of them. Where further values may exist (some combinations of
//!   wanted parts of texts), one *doubtful* cell stands for all of them, in which every condition in question may either hold or not: what is
//!   impossible with it is impossible without it. What is possible only with it is *undetermined*.
//! - A muted, unfinished or empty part does not take part, as in the engine; the solver reads rules through the engine.
//!
//! # What counts as a visitor
//!
//! Page views, visits, sessions and the pages of the present one are 1 or more; page views never exceed visits, nor do the pages of the present
//! session together with one for every earlier session; in the first session its pages are all visits. Clicks and closes never exceed views. A visitor who has never been shown the
//! campaign has neither a first nor a last showing; one who has, has both, the first before the last, and both before the present, the last at least
//! a repeat cycle ago. The present is now or later. Browser and device are among the catalogue's; the language is any tag; the page is a website's.
//! The first page of a session may be any, whatever the present one is; where the rule leaves room, a session of one page began with that.
//! Values that the rule does not mention are the given visitor's, adjusted where these relations require it; for a visitor who only had to be found,
//! they are also made plausible ([`plausible`]). At the present the campaign is open, within its run and in its hours, which are taken to be the same
//! in every week. Days follow each other: the rare hour at which a clock was set back over midnight does not count as a day that comes twice.
//!
//! Pages are searched first at the hosts that conditions name and at the visitor's own, with the wanted parts where a site would have them; an
//! attribute's text is ordinary; showings that no condition mentions lie days or hours back.
//!
//! # How long it may take
//!
//! A clock never measures it: searches count their steps ([`Effort`]). When they run out, the answer is the best found so far, or undetermined. Rules
//! with more conditions than a person writes are not examined at all.

mod cells;
mod conflict;
mod cost;
mod nearest;
mod opening;
mod plausible;
pub use plausible::on_a_known_page;
mod program;
mod reading;
mod search;
mod sets;
mod space;
mod term;
mod ties;
mod times;
mod witness;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

use super::{Alteration, Altered, DoubtReason, FindAnswer, NearestAnswer, NearestChange, Sighting};
use crate::campaign::{Campaign, Field};
use crate::engine::parts::resting;
use crate::engine::{SiteRules, explain_on};
use crate::visitor::Visitor;
pub(crate) use cells::url::Depth;
use conflict::conflict;
use conflict::doubt;
pub(crate) use conflict::{Explained, explained};
use nearest::alterations;
use plausible::made_plausible;
use program::Program;
pub(crate) use search::Effort;
use search::{Task, search};
pub(crate) use space::{HOURS_POINTER, RUN_POINTER, Records, Space};
pub(crate) use term::Term;
pub(crate) use ties::Relations;
pub(crate) use witness::Witness;

/// What came out of a question.
#[derive(Debug, Clone)]
pub(crate) enum Solution {
    /// These values satisfy it.
    Possible(Box<Witness>),
    /// No values do.
    Impossible,
    /// The question is too hard to answer.
    Unknown(DoubtReason),
}

impl Space {
    /// Searches for a visitor who satisfies a formula, and for whom the repeat cycles of these campaigns have run out.
    pub(crate) fn solve(&self, formula: &Term, shown: &[usize], effort: Effort) -> Solution {
        self.solve_partly(formula, shown, Relations::ALL, &|_| true, effort).0
    }

    /// Does the same with only some relations, and with the conditions that are not kept turning out as needed. Also returns the steps it took.
    fn solve_partly(
        &self,
        formula: &Term,
        shown: &[usize],
        relations: Relations,
        kept: &dyn Fn(usize) -> bool,
        effort: Effort,
    ) -> (Solution, u64) {
        if self.is_too_large {
            return (Solution::Unknown(DoubtReason::Alternatives), 0);
        }
        let records = shown.iter().map(|campaign| self.record[*campaign]).collect();
        let program = Program::new(self, formula, records, kept);
        let cycles = self.record_cycles(shown);
        let task = Task {
            program: &program,
            relations,
            cycles: &cycles,
            effort,
        };
        let ending = search(self, task);
        let solution = match ending.best {
            Some(best) if best.is_doubtful() => Solution::Unknown(DoubtReason::Texts),
            Some(best) => Solution::Possible(Box::new(Witness {
                at: self.at(&best),
                best,
                nearest: ending.complete,
            })),
            None if ending.complete => Solution::Impossible,
            None => Solution::Unknown(DoubtReason::Alternatives),
        };
        (solution, ending.steps)
    }
}

/// Decides whether anybody can see a campaign, now or later; the visitor it finds resembles the given one as much as possible.
///
/// ```
/// use beckon::{campaign, insight::{FindAnswer, find_visitor}, visitor::Visitor};
///
/// let between = |least: u32, most: u32| campaign::from_json(format!(r#"{{ "format": "beckon.campaign", "version": 1,
///     "audience": {{ "all": [ {{ "field": "page_views", "operator": "at_least", "value": {least} }},
///         {{ "field": "page_views", "operator": "at_most", "value": {most} }} ] }} }}"#).as_bytes());
/// let (near, now) = (Visitor::default(), "2026-11-22T10:00:00Z".parse()?);
///
/// let FindAnswer::Found(found) = find_visitor(&between(3, 5)?, &near, now) else { panic!("somebody sees it") };
/// assert!((3..=5).contains(&found.visitor.page_views));
/// let FindAnswer::Nobody(conflict) = find_visitor(&between(5, 3)?, &near, now) else { panic!("nobody does") };
/// assert_eq!(conflict.places, ["/audience/all/0", "/audience/all/1"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn find_visitor(campaign: &Campaign, near: &Visitor, now: DateTime<Utc>) -> FindAnswer {
    find_visitor_on(campaign, near, now, &SiteRules::default())
}

/// Does the same on a site where somebody answers at some hours. Its addresses take no part: the visitor found may be on any page.
pub fn find_visitor_on(campaign: &Campaign, near: &Visitor, now: DateTime<Utc>, site: &SiteRules) -> FindAnswer {
    let site = &site.on_any_page();
    let (space, solution) = solved(|depth| Space::new(&[campaign], Records::Shared, near, depth, now, site));
    match solution {
        Solution::Possible(witness) => match sighting(campaign, &space, &witness, site) {
            Some(sighting) => FindAnswer::Found(Box::new(made_plausible(campaign, near, sighting))),
            None => FindAnswer::Undetermined(doubt(campaign, &space, DoubtReason::Texts)),
        },
        Solution::Impossible => FindAnswer::Nobody(conflict(campaign, &space, &space.rules[0], &[0])),
        // Whether this one visitor sees it can be decided for every rule.
        Solution::Unknown(_) if explain_on(campaign, near, now, site).shown => FindAnswer::Found(Box::new(Sighting {
            visitor: near.clone(),
            at: now,
        })),
        Solution::Unknown(why) => FindAnswer::Undetermined(doubt(campaign, &space, why)),
    }
}

/// Asks for somebody who sees the only campaign of a space; again with a thorough space where a quick one may miss the nearest answer.
fn solved(space: impl Fn(Depth) -> Space) -> (Space, Solution) {
    let quick = space(Depth::Quick);
    let solution = quick.solve(&quick.rules[0], &[0], Effort::THOROUGH);
    let sure = match &solution {
        // One change is the fewest possible.
        Solution::Possible(witness) => cost::changes(witness.best.cost) <= 1,
        // What is impossible stays so, but fewer conditions may suffice for it.
        Solution::Impossible | Solution::Unknown(_) => false,
    };
    if sure || !quick.is_doubtful() {
        return (quick, solution);
    }
    let thorough = space(Depth::Thorough);
    let solution = thorough.solve(&thorough.rules[0], &[0], Effort::THOROUGH);
    (thorough, solution)
}

/// Returns what would have to change for a visitor who does not see a campaign to see it: the fewest values and, among equally few, the smallest
/// changes.
///
/// A value that merely follows from another is not counted, such as visits that rise with page views, or the showings of somebody who is to have been
/// shown the campaign. Where only time has to pass until the repeat cycle is over, the alteration is [`super::Altered::LastShown`] to the instant at
/// which it is, which is the goal's; to an instant before the visitor's last showing, the campaign would have to have been shown earlier than it was.
/// Where quiet has to pass, it is [`super::Altered::Quiet`], unless more time has to pass for another reason. In a rule with very many alternatives,
/// the search may end before it is known that no way is shorter.
///
/// ```
/// use beckon::{campaign, insight::{NearestAnswer, nearest_change}, visitor::Visitor};
///
/// let campaign = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1, "audience": { "all": [
///     { "field": "page_views", "operator": "greater_than", "value": 5 } ] } }"#)?;
/// let visitor = Visitor { page_views: 4, visits: 4, ..Visitor::default() };
/// let NearestAnswer::Change(change) = nearest_change(&campaign, &visitor, "2026-11-22T10:00:00Z".parse()?) else {
///     panic!("a change helps")
/// };
/// assert_eq!(change.goal.visitor.page_views, 6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn nearest_change(campaign: &Campaign, visitor: &Visitor, now: DateTime<Utc>) -> NearestAnswer {
    nearest_change_on(campaign, visitor, now, &SiteRules::default())
}

/// Does the same on a site where somebody answers at some hours, and with its rests. Its addresses take no part.
pub fn nearest_change_on(
    campaign: &Campaign,
    visitor: &Visitor,
    now: DateTime<Utc>,
    site: &SiteRules,
) -> NearestAnswer {
    if let Some(until) = visitor.quiet_until.filter(|until| *until > now) {
        return nearest::once_quiet(campaign, visitor, until, site);
    }
    if let Some(resting) = resting(site, &campaign.id, visitor, now) {
        return nearest::once_not_resting(campaign, visitor, (&resting, now), site);
    }
    let site = &site.on_any_page();
    let explained = explain_on(campaign, visitor, now, site);
    if explained.shown {
        return NearestAnswer::AlreadyShown;
    }
    if let Some(sessions) = explained.blocks.repeat_cycle_sessions {
        return nearest::once_in_another_session(campaign, visitor, (sessions, now), site);
    }
    // No visitor has a last showing without views, yet a file may say so: then there is no showing to move, and only time helps.
    if visitor.views == 0
        && let Some(way) = nearest::once_rested(campaign, visitor, now, site)
    {
        return NearestAnswer::Change(Box::new(way));
    }
    let (space, solution) = solved(|depth| Space::around(campaign, visitor, depth, now, site));
    match solution {
        Solution::Possible(witness) => match sighting(campaign, &space, &witness, site) {
            Some(mut goal) => {
                let alterations = alterations(campaign, &space, &witness, &goal.visitor, site);
                let dated = |alteration: &Alteration| {
                    matches!(alteration.what, Altered::LastShown | Altered::Field(Field::FirstSeen))
                };
                if !alterations.iter().any(dated) {
                    plausible::showings(campaign, visitor, &mut goal, true);
                }
                NearestAnswer::Change(Box::new(NearestChange { goal, alterations }))
            }
            None => NearestAnswer::Undetermined(doubt(campaign, &space, DoubtReason::Texts)),
        },
        Solution::Impossible => NearestAnswer::Nobody(conflict(campaign, &space, &space.rules[0], &[0])),
        Solution::Unknown(why) => NearestAnswer::Undetermined(doubt(campaign, &space, why)),
    }
}

/// Returns a found visitor, when the engine confirms that they see the campaign.
fn sighting(campaign: &Campaign, space: &Space, witness: &Witness, site: &SiteRules) -> Option<Sighting> {
    let visitor = space.visitor(witness, 0);
    let confirmed = explain_on(campaign, &visitor, witness.at, site).shown;
    debug_assert!(
        confirmed,
        "the engine does not show {} to {visitor:?} at {}",
        crate::campaign::to_json(campaign),
        witness.at
    );
    confirmed.then_some(Sighting {
        visitor,
        at: witness.at,
    })
}
