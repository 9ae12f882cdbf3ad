//! Sets of cells as bits in words of 64, so that joining conditions on the same value is a handful of machine instructions.

/// Returns how many words a set of this many cells takes.
pub(super) fn words(cells: usize) -> usize {
    cells.div_ceil(64)
}

/// Returns the set of all cells.
pub(super) fn full(cells: usize) -> Vec<u64> {
    let mut set = vec![u64::MAX; words(cells)];
    let beyond = cells % 64;
    if beyond != 0
        && let Some(last) = set.last_mut()
    {
        *last = (1 << beyond) - 1;
    }
    set
}

pub(super) fn put(set: &mut [u64], cell: usize) {
    set[cell / 64] |= 1 << (cell % 64);
}

#[inline]
pub(super) fn has(set: &[u64], cell: usize) -> bool {
    set[cell / 64] >> (cell % 64) & 1 == 1
}

#[inline]
pub(super) fn is_empty(set: &[u64]) -> bool {
    set.iter().all(|word| *word == 0)
}

/// Returns whether the sets share a cell.
#[inline]
pub(super) fn meets(one: &[u64], other: &[u64]) -> bool {
    one.iter().zip(other).any(|(one, other)| one & other != 0)
}

/// Returns whether every cell of the first is in the second.
#[inline]
pub(super) fn within(one: &[u64], other: &[u64]) -> bool {
    one.iter().zip(other).all(|(one, other)| one & !other == 0)
}

/// Keeps the cells of the first that are in the second; returns whether any were removed.
#[inline]
pub(super) fn keep(set: &mut [u64], other: &[u64]) -> bool {
    let mut changed = false;
    for (word, other) in set.iter_mut().zip(other) {
        changed |= *word & !other != 0;
        *word &= other;
    }
    changed
}

/// Adds the cells of the second to the first.
pub(super) fn join(set: &mut [u64], other: &[u64]) {
    for (word, other) in set.iter_mut().zip(other) {
        *word |= other;
    }
}

/// Removes the cells of the second from the first.
pub(super) fn remove(set: &mut [u64], other: &[u64]) {
    for (word, other) in set.iter_mut().zip(other) {
        *word &= !other;
    }
}

/// Returns the cells, in order.
#[inline]
pub(super) fn cells(set: &[u64]) -> impl Iterator<Item = usize> + '_ {
    set.iter().enumerate().flat_map(|(index, word)| {
        let mut rest = *word;
        std::iter::from_fn(move || {
            let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(index * 64 + bit)
        })
    })
}

/// Returns the first cell.
pub(super) fn first(set: &[u64]) -> Option<usize> {
    cells(set).next()
}

/// Returns the first cell that is not before this one.
pub(super) fn first_from(set: &[u64], cell: usize) -> Option<usize> {
    let start = cell / 64;
    let masked = *set.get(start)? & (u64::MAX << (cell % 64));
    if masked != 0 {
        return Some(start * 64 + masked.trailing_zeros() as usize);
    }
    let index = start + 1 + set[start + 1..].iter().position(|word| *word != 0)?;
    Some(index * 64 + set[index].trailing_zeros() as usize)
}

/// Returns the last cell before this one.
pub(super) fn last_before(set: &[u64], cell: usize) -> Option<usize> {
    if cell / 64 >= set.len() {
        return last(set);
    }
    let masked = set[cell / 64] & !(u64::MAX << (cell % 64));
    if masked != 0 {
        return Some(cell / 64 * 64 + 63 - masked.leading_zeros() as usize);
    }
    last(&set[..cell / 64])
}

/// Returns the last cell.
pub(super) fn last(set: &[u64]) -> Option<usize> {
    let index = set.iter().rposition(|word| *word != 0)?;
    Some(index * 64 + 63 - set[index].leading_zeros() as usize)
}

/// Removes all cells before and after a range that includes both ends; returns whether any were removed.
pub(super) fn clip(set: &mut [u64], from: usize, to: usize) -> bool {
    let mut changed = false;
    for (index, word) in set.iter_mut().enumerate() {
        let start = index * 64;
        let mut mask = u64::MAX;
        if from >= start + 64 || to < start {
            mask = 0;
        } else {
            if from > start {
                mask &= u64::MAX << (from - start);
            }
            if to < start + 63 {
                mask &= u64::MAX >> (63 - (to - start));
            }
        }
        changed |= *word & !mask != 0;
        *word &= mask;
    }
    changed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn neighbours_are_those_of_the_list(chosen in prop::collection::btree_set(0..200_usize, 0..20), at in 0..260_usize) {
            let mut set = vec![0; words(200)];
            chosen.iter().for_each(|cell| put(&mut set, *cell));
            prop_assert_eq!(first_from(&set, at), chosen.range(at..).next().copied());
            prop_assert_eq!(last_before(&set, at), chosen.range(..at).next_back().copied());
            prop_assert_eq!(cells(&set).collect::<Vec<_>>(), chosen.into_iter().collect::<Vec<_>>());
        }
    }
}
