//! The cheapest of bound values, compared with trying all pairs of cells.

use super::*;
use crate::insight::solver::cells::counter::Ranges;
use crate::insight::solver::cost::changes;

/// Returns some of this many cells.
fn some(rng: &mut fastrand::Rng, count: usize) -> Vec<u64> {
    let mut set = vec![0; sets::words(count)];
    (0..count)
        .filter(|_| rng.u8(0..3) > 0)
        .for_each(|cell| sets::put(&mut set, cell));
    set
}

fn ranges(rng: &mut fastrand::Rng, own: &[u64]) -> Ranges {
    let around = own.iter().flat_map(|count| [*count, count + 1]);
    let points: Vec<u64> = around.chain([1]).chain((0..6).map(|_| rng.u64(0..150))).collect();
    Ranges::new(&points, std::iter::empty())
}

fn number(rng: &mut fastrand::Rng) -> u64 {
    let most = [3, 12, 140][rng.usize(0..3)];
    rng.u64(0..most)
}

fn relations(rng: &mut fastrand::Rng) -> Relations {
    let left_out = Relation::all().filter(|_| rng.u8(0..4) == 0);
    left_out.fold(Relations::ALL, Relations::without)
}

#[test]
fn no_page_views_and_visits_are_cheaper() {
    for seed in 0..4_000 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let (page_views, visits) = (number(&mut rng), number(&mut rng));
        let ties = Ties {
            pages: ranges(&mut rng, &[page_views, visits]),
            near: Opened {
                page_views,
                visits,
                ..Opened::default()
            },
            pages_of_session_asked: false,
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

/// Returns what can be known about sessions, around one who could exist, most of the time.
fn near(rng: &mut fastrand::Rng, most: u64) -> Opened<u64> {
    let visits = rng.u64(1..most);
    let sessions = rng.u64(1..=visits);
    let session_pages = if sessions == 1 {
        visits
    } else {
        rng.u64(1..=visits + 1 - sessions)
    };
    let any = rng.u8(0..8) == 0;
    Opened {
        page_views: rng.u64(1..=visits),
        visits: if any { rng.u64(1..most) } else { visits },
        sessions,
        session_pages,
    }
}

#[test]
fn no_counts_of_sessions_change_less() {
    for seed in 0..1_500 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let most = [4, 12, 60][rng.usize(0..3)];
        let near = near(&mut rng, most);
        let own = near.by_field().map(|(_, count)| count);
        let points: Vec<u64> = (0..rng.usize(0..3)).map(|_| rng.u64(0..60)).collect();
        let points = own
            .into_iter()
            .flat_map(|count| [count, count + 1])
            .chain([1, 2])
            .chain(points);
        let ties = Ties {
            pages: Ranges::new(&points.collect::<Vec<_>>(), std::iter::empty()),
            near,
            pages_of_session_asked: rng.bool(),
            times: Times::new(Vec::new(), 0, chrono_tz::UTC),
            records: Vec::new(),
        };
        let count = ties.pages.count();
        let [page_views, visits, sessions, session_pages] = [(); 4].map(|()| some(&mut rng, count));
        let relations = relations(&mut rng);
        let left = Opened {
            page_views: &page_views[..],
            visits: &visits[..],
            sessions: &sessions[..],
            session_pages: &session_pages[..],
        };
        let mut least = None;
        for page_views in sets::cells(left.page_views) {
            for visits in sets::cells(left.visits) {
                for sessions in sets::cells(left.sessions) {
                    for session_pages in sets::cells(left.session_pages) {
                        let cells = Opened {
                            page_views,
                            visits,
                            sessions,
                            session_pages,
                        };
                        let cost = ties.opened(cells, relations).map(|(_, cost)| cost);
                        least = [least, cost].into_iter().flatten().min();
                    }
                }
            }
        }
        let found = ties.cheapest_opened(left, relations, &mut 0).map(|(_, cost)| cost);
        let [found, least] = [found, least].map(|cost| cost.map(changes));
        assert_eq!(found, least, "seed {seed}: {ties:?} {left:?} {relations:?}");
    }
}

/// What [`Ties::opened`] takes from ranges changes the fewest of all counts in them.
#[test]
fn no_counts_of_ranges_of_sessions_change_less() {
    for seed in 0..3_000 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let near = near(&mut rng, 9);
        let ties = Ties {
            pages: {
                let own = near.by_field().map(|(_, count)| [count, count + 1]);
                let points = [1, 2, rng.u64(2..9), rng.u64(2..9)]
                    .into_iter()
                    .chain(own.into_iter().flatten());
                Ranges::new(&points.collect::<Vec<_>>(), std::iter::empty())
            },
            near,
            pages_of_session_asked: rng.bool(),
            times: Times::new(Vec::new(), 0, chrono_tz::UTC),
            records: Vec::new(),
        };
        let [page_views, visits, sessions, session_pages] = [(); 4].map(|()| rng.usize(0..ties.pages.count()));
        let within = |cell: usize| {
            let (first, last) = ties.pages.bounds(cell);
            first.max(1)..=last.min(20)
        };
        let mut least = None;
        for page_views in within(page_views) {
            for visits in within(visits).filter(|visits| page_views <= *visits) {
                for sessions in within(sessions) {
                    for session_pages in within(session_pages) {
                        let opened = Opened {
                            page_views,
                            visits,
                            sessions,
                            session_pages,
                        };
                        let whole = opened.is_whole() || !near.is_whole();
                        if whole && sessions - 1 + session_pages <= visits {
                            let cost = ties.priced_opened(opened).total();
                            least = [least, Some(cost)].into_iter().flatten().min();
                        }
                    }
                }
            }
        }
        let cells = Opened {
            page_views,
            visits,
            sessions,
            session_pages,
        };
        let found = ties.opened(cells, Relations::ALL).map(|(_, cost)| cost);
        let [found, least] = [found, least].map(|cost| cost.map(changes));
        assert_eq!(found, least, "seed {seed}: {ties:?} {cells:?}");
    }
}

#[test]
fn no_views_and_what_is_done_with_them_are_cheaper() {
    for seed in 0..3_000 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let own: Shows<u64> = Shows {
            views: number(&mut rng),
            done: std::array::from_fn(|_| number(&mut rng)),
        };
        let record = Record {
            shows: ranges(&mut rng, &[&own.done[..], &[own.views]].concat()),
            views: own.views,
            done: own.done,
            first: None,
            last: None,
            dated: false,
        };
        let shown = some(&mut rng, record.shows.count());
        let done: Done<Vec<u64>> = std::array::from_fn(|_| some(&mut rng, record.shows.count()));
        let relations = relations(&mut rng);
        let left = Left {
            record: 0,
            cycle: 0,
            views: &shown,
            done: std::array::from_fn(|index| &done[index][..]),
            first: &[],
        };
        let mut ways = vec![Vec::new()];
        for set in [&shown].into_iter().chain(&done) {
            let longer = |way: &Vec<usize>| {
                sets::cells(set)
                    .map(|cell| [&way[..], &[cell]].concat())
                    .collect::<Vec<_>>()
            };
            ways = ways.iter().flat_map(longer).collect();
        }
        let cost = |way: &Vec<usize>| {
            let cells = Shows {
                views: way[0],
                done: std::array::from_fn(|index| way[1 + index]),
            };
            Some(record.shows(cells, relations)?.1)
        };
        let least = ways.iter().filter(|way| way[0] > 0).filter_map(cost).min();
        let found = record.cheapest_shows(&left, relations).map(|(_, cost)| cost);
        let case = format!("seed {seed}: {record:?} {shown:?} {done:?}");
        assert_eq!(found.is_some(), least.is_some(), "{case}");
        if WITHIN_SHOWINGS
            .into_iter()
            .all(|field| relations.has(Relation::WithinViews(field)))
        {
            assert_eq!(found, least, "{case}");
        }
    }
}

/// What [`Record::shows`] takes from a range is the cheapest of all counts in it.
#[test]
fn no_counts_of_a_range_are_cheaper() {
    for seed in 0..2_000 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let own: Shows<u64> = Shows {
            views: rng.u64(0..8),
            done: std::array::from_fn(|_| rng.u64(0..8)),
        };
        let record = Record {
            shows: Ranges::new(&[1, rng.u64(2..8), rng.u64(2..8)], std::iter::empty()),
            views: own.views,
            done: own.done,
            first: None,
            last: None,
            dated: false,
        };
        let within = |cell: usize| {
            let (first, last) = record.shows.bounds(cell);
            first..=last.min(9)
        };
        let cells = Shows {
            views: rng.usize(1..record.shows.count()),
            done: std::array::from_fn(|_| rng.usize(0..record.shows.count())),
        };
        let mut least = None;
        for views in within(cells.views) {
            let mut ways = vec![Vec::new()];
            for cell in cells.done {
                let counts = || within(cell).filter(|count| *count <= views);
                let longer = |way: &Vec<u64>| counts().map(|count| [&way[..], &[count]].concat()).collect::<Vec<_>>();
                ways = ways.iter().flat_map(longer).collect();
            }
            let cost = |way: Vec<u64>| {
                let done = std::array::from_fn(|index| way[index]);
                record.priced_shows(Shows { views, done }).total()
            };
            least = ways.into_iter().map(cost).chain(least).min();
        }
        let found = record.shows(cells, Relations::ALL).map(|(_, cost)| cost);
        assert_eq!(found, least, "seed {seed}: {record:?} {cells:?}");
    }
}
