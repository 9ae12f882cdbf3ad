//! Times that pass together: for how long a visitor does nothing, is on the page and is on the site, none of which is longer than the next.

use serde_json::{Value, json};

use super::{Asked, Cells, Collector};
use crate::campaign::Field;
use crate::engine::parts::{ConditionTest, Micros, micros, seconds};
use crate::insight::solver::cost::{FREE, cost, weight};
use crate::visitor::Visitor;

/// The times, each at most as long as the next.
pub(in crate::insight::solver) const ELAPSED: [Field; 3] = [Field::Inactivity, Field::TimeOnPage, Field::TimeOnSite];

/// Cuts the times. A value is a list of them, in the order of [`ELAPSED`].
pub(in crate::insight::solver) fn elapsed(near: &Visitor, asked: &[Asked<'_>]) -> Cells {
    let own = ELAPSED.map(|field| micros(near.number(field)));
    let mut cells = Collector::new(asked.len());
    let mut take = |times: [Micros; 3]| {
        let changed = (0..ELAPSED.len()).filter(|index| changes(times, own, *index));
        let cost = changed.fold(FREE, |sum, index| sum + cost(1, weight(ELAPSED[index])));
        cells.take_at(json!(times.map(seconds)), cost, |number| {
            holds(asked[number].ask, times)
        });
    };
    // What the visitor came with is kept even where nobody should have it.
    take(own);
    let starts = ELAPSED.map(|field| starts(field, asked));
    let mut ranges = Vec::new();
    for idle in ranges_of(&starts[0]) {
        for page in ranges_of(&starts[1]) {
            for site in ranges_of(&starts[2]) {
                ranges.push([idle, page, site]);
            }
        }
    }
    for ranges in ranges {
        if let Some(times) = nearest(ranges, own) {
            take(times);
        }
    }
    cells.finish(&[])
}

/// Returns whether a time is another one, and not merely as long as its neighbour, which it follows.
fn changes(times: [Micros; 3], own: [Micros; 3], index: usize) -> bool {
    let now = times[index];
    let raised = now > own[index] && index > 0 && now == times[index - 1];
    let lowered = now < own[index] && times.get(index + 1).is_some_and(|next| now == *next);
    now != own[index] && !raised && !lowered
}

/// Returns the times of `goal` that have to be others than those of `near`; what follows from them is left out.
pub(in crate::insight::solver) fn changed(near: &Visitor, goal: &Visitor) -> Vec<Field> {
    let [own, times] = [near, goal].map(|visitor| ELAPSED.map(|field| micros(visitor.number(field))));
    let changed = (0..ELAPSED.len()).filter(|index| changes(times, own, *index));
    changed.map(|index| ELAPSED[index]).collect()
}

/// Returns where the ranges of a time begin: at 0, and wherever a condition begins to hold.
fn starts(field: Field, asked: &[Asked<'_>]) -> Vec<Micros> {
    let mut starts = vec![0];
    for asked in asked {
        if let ConditionTest::Lasts(of, wanted) = asked.ask
            && *of == field
        {
            starts.push(*wanted);
        }
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Returns the ranges, each with its end, which is no part of it.
fn ranges_of(starts: &[Micros]) -> impl Iterator<Item = (Micros, Micros)> {
    let ends = starts.iter().skip(1).copied().chain([Micros::MAX]);
    starts.iter().copied().zip(ends)
}

/// Returns times within these ranges, near those given; `None` where a time would have to be longer than the next.
fn nearest(ranges: [(Micros, Micros); 3], own: [Micros; 3]) -> Option<[Micros; 3]> {
    let [idle, page, site] = ranges;
    // The longest that leaves room for the next.
    let most = |(_, end): (Micros, Micros), next: Micros| (end - 1).min(next);
    let most_page = most(page, site.1 - 1);
    let most_idle = most(idle, most_page);
    if idle.0 > most_idle || page.0 > most_page {
        return None;
    }
    let idle = own[0].clamp(idle.0, most_idle);
    let least_page = page.0.max(idle);
    let page = own[1].clamp(least_page, most_page.max(least_page));
    let least_site = site.0.max(page);
    let site = own[2].clamp(least_site, (site.1 - 1).max(least_site));
    Some([idle, page, site])
}

/// Returns whether a condition holds for times.
fn holds(ask: &ConditionTest, times: [Micros; 3]) -> bool {
    let ConditionTest::Lasts(field, wanted) = ask else {
        return false;
    };
    let place = ELAPSED.iter().position(|known| known == field);
    place.is_some_and(|place| times[place] >= *wanted)
}

/// Gives a visitor these times.
pub(in crate::insight::solver) fn put_elapsed(visitor: &mut Visitor, times: &Value) {
    for (index, field) in ELAPSED.into_iter().enumerate() {
        visitor.set(field, &times[index]);
    }
}
