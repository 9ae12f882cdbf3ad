//! Priorities for campaigns in a wanted order, so that as few as possible change.

use crate::engine::Rank;

/// Returns the priority of each of these campaigns, given in the wanted order, with which they go in that order. As few as possible differ from what
/// they are.
///
/// Where a campaign is to go after one that would win a tie, it needs a higher number, elsewhere the same one is enough. Less the number of such
/// places before it, the priority of each must not fall along the order: the longest part that does not fall already stays.
pub(super) fn priorities(ranks: &[Rank]) -> Vec<i64> {
    let steps = steps(ranks);
    let levels: Vec<i64> = ranks
        .iter()
        .zip(&steps)
        .map(|(rank, step)| rank.priority.saturating_sub(*step))
        .collect();
    let kept = longest_rise(&levels);
    // Between two that stay, those that change take the level of the one before them; before the first, its own.
    let mut level = kept
        .first()
        .and_then(|first| levels.get(*first))
        .copied()
        .unwrap_or_default();
    let mut next = kept.iter().copied().peekable();
    let mut wanted = Vec::with_capacity(ranks.len());
    for (place, (step, own)) in steps.iter().zip(&levels).enumerate() {
        if next.next_if_eq(&place).is_some() {
            level = *own;
        }
        wanted.push(level.saturating_add(*step));
    }
    wanted
}

/// For each campaign, how many before it would lose a tie against the one that follows.
fn steps(ranks: &[Rank]) -> Vec<i64> {
    let tied = |rank: &Rank| Rank {
        priority: 0,
        ..rank.clone()
    };
    let mut steps = Vec::with_capacity(ranks.len());
    let mut count = 0;
    let mut before: Option<Rank> = None;
    for rank in ranks.iter().map(tied) {
        count += i64::from(before.as_ref().is_some_and(|before| *before > rank));
        steps.push(count);
        before = Some(rank);
    }
    steps
}

/// The places of a longest part of these numbers that never falls.
fn longest_rise(numbers: &[i64]) -> Vec<usize> {
    // The place of the smallest number that ends a part of each length, and the place before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (place, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers.get(*end).is_some_and(|end| end <= number));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut rise = Vec::with_capacity(ends.len());
    let mut place = ends.last().copied();
    while let Some(here) = place {
        rise.push(here);
        place = before.get(here).copied().flatten();
    }
    rise.reverse();
    rise
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use proptest::prelude::*;

    use super::*;

    fn rank(priority: i64, launched: Option<i64>, id: &str) -> Rank {
        Rank {
            priority,
            launched: Reverse(launched),
            id: id.to_owned(),
        }
    }

    fn changed(ranks: &[Rank]) -> Vec<(usize, i64)> {
        let wanted = priorities(ranks).into_iter().enumerate();
        wanted
            .filter(|(place, priority)| ranks[*place].priority != *priority)
            .collect()
    }

    #[test]
    fn what_is_in_order_stays_and_what_is_moved_changes() {
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|id| rank(1, None, id));
        assert_eq!(changed(&[a.clone(), b.clone(), c.clone(), d.clone()]), []);
        // The last becomes the first: it alone changes.
        assert_eq!(changed(&[d.clone(), a.clone(), b.clone(), c.clone()]), [(0, 0)]);
        // The first becomes the last.
        assert_eq!(changed(&[b.clone(), c.clone(), d.clone(), a.clone()]), [(3, 2)]);
        let spread = [
            rank(10, None, "a"),
            rank(40, None, "d"),
            rank(20, None, "b"),
            rank(30, None, "c"),
        ];
        assert_eq!(changed(&spread), [(1, 10)], "a tie that its identity decides is enough");
        let spread = [
            rank(10, None, "d"),
            rank(40, None, "a"),
            rank(20, None, "b"),
            rank(30, None, "c"),
        ];
        assert_eq!(changed(&spread), [(1, 11)]);
        // A later launch wins a tie.
        assert_eq!(changed(&[rank(1, Some(5), "b"), rank(1, Some(3), "a")]), []);
        assert_eq!(changed(&[rank(1, Some(3), "a"), rank(1, Some(5), "b")]).len(), 1);
        assert_eq!(changed(&[]), []);
    }

    /// The fewest changes, by trying which campaigns stay.
    fn fewest(ranks: &[Rank]) -> usize {
        let steps = steps(ranks);
        let fits = |kept: &[usize]| {
            kept.windows(2).all(|pair| {
                let [one, other] = [pair[0], pair[1]];
                ranks[one].priority + steps[other] - steps[one] <= ranks[other].priority
            })
        };
        let sets = (0_u32..1 << ranks.len()).map(|set| {
            (0..ranks.len())
                .filter(|place| set >> place & 1 == 1)
                .collect::<Vec<_>>()
        });
        let most = sets.filter(|kept| fits(kept)).map(|kept| kept.len()).max();
        ranks.len() - most.unwrap_or_default()
    }

    proptest! {
        #[test]
        fn the_order_comes_out_and_no_fewer_changes_lead_to_it(
            drawn in prop::collection::vec((-2_i64..4, prop::option::of(0_i64..3)), 0..8),
        ) {
            let ranks: Vec<Rank> = drawn.iter().enumerate()
                .map(|(place, (priority, launched))| rank(*priority, *launched, &format!("{:02}", (place * 7) % 11)))
                .collect();
            let wanted = priorities(&ranks);
            let put: Vec<Rank> = ranks.iter().zip(&wanted).map(|(rank, priority)| Rank { priority: *priority, ..rank.clone() }).collect();
            prop_assert!(put.is_sorted(), "{put:?}");
            prop_assert_eq!(changed(&ranks).len(), fewest(&ranks));
        }
    }
}
