//! The cheapest of bound values against trying all pairs of cells.

use super::*;
use crate::insight::solver::cells::counter::Ranges;

const RELATIONS: [Relation; 3] = [
    Relation::PageViewsWithinVisits,
    Relation::PresentPageCounts,
    Relation::ClicksWithinViews,
];

/// Some cells of so many.
fn some(rng: &mut fastrand::Rng, count: usize) -> Vec<u64> {
    let mut set = vec![0; sets::words(count)];
    (0..count)
        .filter(|_| rng.u8(0..3) > 0)
        .for_each(|cell| sets::put(&mut set, cell));
    set
}

fn ranges(rng: &mut fastrand::Rng, own: [u64; 2]) -> Ranges {
    let around = own.into_iter().flat_map(|count| [count, count + 1]);
    let points: Vec<u64> = around.chain([1]).chain((0..6).map(|_| rng.u64(0..150))).collect();
    Ranges::new(&points, std::iter::empty())
}

fn number(rng: &mut fastrand::Rng) -> u64 {
    let most = [3, 12, 140][rng.usize(0..3)];
    rng.u64(0..most)
}

fn relations(rng: &mut fastrand::Rng) -> Relations {
    let left_out = RELATIONS.into_iter().filter(|_| rng.u8(0..4) == 0);
    left_out.fold(Relations::ALL, Relations::without)
}

#[test]
fn no_page_views_and_visits_are_cheaper() {
    for seed in 0..4_000 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let (page_views, visits) = (number(&mut rng), number(&mut rng));
        let ties = Ties {
            pages: ranges(&mut rng, [page_views, visits]),
            page_views,
            visits,
            times: Times::new(Vec::new(), 0, chrono_tz::UTC),
            records: Vec::new(),
        };
        let [one, other] = [0, 1].map(|_| some(&mut rng, ties.pages.count()));
        let relations = relations(&mut rng);
        let pairs = sets::cells(&one).flat_map(|one| sets::cells(&other).map(move |other| (one, other)));
        let least = pairs
            .filter_map(|(one, other)| Some(ties.pages(one, other, relations)?.cost))
            .min();
        let found = ties.cheapest_pages(&one, &other, relations).map(|(_, _, cost)| cost);
        assert_eq!(found, least, "seed {seed}: {ties:?} {one:?} {other:?}");
    }
}

#[test]
fn no_views_and_clicks_are_cheaper() {
    for seed in 0..4_000 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let (views, clicks) = (number(&mut rng), number(&mut rng));
        let record = Record {
            shows: ranges(&mut rng, [views, clicks]),
            views,
            clicks,
            first: None,
            last: None,
            dated: false,
        };
        let [shown, clicked] = [0, 1].map(|_| some(&mut rng, record.shows.count()));
        let relations = relations(&mut rng);
        let left = Left {
            record: 0,
            cycle: 0,
            views: &shown,
            clicks: &clicked,
            first: &[],
        };
        let shown = sets::cells(&shown).filter(|cell| *cell > 0);
        let pairs = shown.flat_map(|shown| sets::cells(&clicked).map(move |clicked| (shown, clicked)));
        let least = pairs
            .filter_map(|(shown, clicked)| Some(record.shows(shown, clicked, relations)?.2))
            .min();
        let found = record.cheapest_shows(&left, relations).map(|(_, _, cost)| cost);
        assert_eq!(found, least, "seed {seed}: {record:?} {clicked:?}");
    }
}
