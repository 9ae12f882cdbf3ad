//! That a campaign is open, as conditions on the present: within its run, and in its hours.

use chrono::{DateTime, Utc};

use super::reading::cycle;
use super::sets;
use super::space::{Numbered, Place, Space, TODAY};
use super::term::Term;
use super::times::{Moment, moment, moment_over};
use crate::campaign::Campaign;
use crate::engine::{SiteRules, Timetable};
use crate::visitor::Visitor;

/// Most moments at which time is cut.
const MOST_CUTS: usize = 3_000;
const WEEK_AND_DAY: Moment = 8 * 86_400_000_000;

/// Returns when each campaign is open.
pub(super) fn timetables(campaigns: &[&Campaign], near: &Visitor, site: &SiteRules) -> Vec<Timetable> {
    let zone = near.time_zone.as_deref();
    let own = |campaign: &&Campaign| Timetable::of(campaign, zone).on_site(campaign.schedule.only_in_hours, site);
    campaigns.iter().map(own).collect()
}

/// Joins the conditions on the present to the rules; their numbers begin with `first`. Returns them with the campaigns that they are of.
pub(super) fn joined(rules: &mut [Term], timetables: &[Timetable], first: usize) -> Vec<(Place, usize)> {
    let mut timed: Vec<(Place, usize)> = Vec::new();
    for (index, timetable) in timetables.iter().enumerate() {
        let runs = timetable.run().iter().any(Option::is_some).then_some(Place::Run);
        let hours = timetable.has_hours().then_some(Place::Hours);
        let from = first + timed.len();
        timed.extend(runs.into_iter().chain(hours).map(|place| (place, index)));
        let opens = (from..first + timed.len()).map(Term::Holds);
        let rule = std::mem::replace(&mut rules[index], Term::True);
        rules[index] = rule.with(opens);
    }
    timed
}

/// Returns the moments at which conditions on the present, runs and hours turn; `None` when there are too many.
///
/// Hours turn every week. Whatever else has to be over, such as a repeat cycle, is over by one of a few moments, and who comes later may as well come
/// within the week after it: only those weeks are cut.
pub(super) fn cuts(
    dates: impl Iterator<Item = Moment>,
    timetables: &[Timetable],
    campaigns: &[&Campaign],
    near: &Visitor,
    now: DateTime<Utc>,
) -> Option<Vec<Moment>> {
    let runs = timetables.iter().flat_map(Timetable::run).flatten();
    let mut moments: Vec<Moment> = dates.chain(runs).collect();
    let hours: Vec<&Timetable> = timetables.iter().filter(|timetable| timetable.has_hours()).collect();
    if hours.is_empty() {
        return Some(moments);
    }
    let now = moment_over(now);
    let last = near.last_shown.map(moment);
    let mut over: Vec<Moment> = moments.iter().copied().chain([now]).chain(last).collect();
    for campaign in campaigns {
        let cycle = cycle(campaign);
        if cycle > 0 {
            over.extend_from_within(..);
            let half = over.len() / 2;
            over[half..].iter_mut().for_each(|at| *at = at.saturating_add(cycle));
        }
        if over.len() > MOST_CUTS {
            return None;
        }
    }
    over.retain(|at| *at >= now);
    over.sort_unstable();
    over.dedup();
    for from in over {
        moments.push(from);
        for timetable in &hours {
            let mut at = from;
            while let Some(turn) = timetable.hour_after(at).filter(|turn| *turn <= from + WEEK_AND_DAY) {
                moments.push(turn);
                at = turn;
            }
        }
        if moments.len() > MOST_CUTS {
            return None;
        }
    }
    Some(moments)
}

impl Space {
    /// Adds that a campaign is within its run, or in its hours, as a condition on the present.
    pub(super) fn add_opening(&mut self, place: Place, timetable: &Timetable) {
        let times = &self.ties.times;
        let words = self.variables.get(TODAY).map_or(0, |variable| variable.words);
        let (mut yes, mut no) = (vec![0; words], vec![0; words]);
        let cells = if words == 0 { 0 } else { times.count() };
        for cell in 0..cells {
            let (start, end) = times.bounds(cell);
            let open = match place {
                Place::Run | Place::Node(_) => {
                    let [from, until] = timetable.run();
                    Some(from.is_none_or(|from| from <= start) && until.is_none_or(|until| start < until))
                }
                // Within a cell that was not cut finely enough, it opens and closes: the same hours are to be had in others.
                Place::Hours => timetable
                    .hour_after(start)
                    .filter(|turn| end <= *turn)
                    .map(|_| timetable.is_in_hours(start)),
            };
            match open {
                Some(true) => sets::put(&mut yes, cell),
                Some(false) => sets::put(&mut no, cell),
                None => {}
            }
        }
        self.conditions.push(Numbered {
            place,
            variable: TODAY,
            yes,
            no,
        });
    }
}
