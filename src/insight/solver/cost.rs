//! The cost of a change: first how many values change, then how much each of them weighs.

use crate::campaign::Field;

/// The number of changed values in the upper half, their weights in the lower.
pub(super) type Cost = u64;

/// Nothing changes.
pub(super) const FREE: Cost = 0;

/// Returns the cost of this many changes with this weight together.
#[inline]
pub(super) fn cost(changes: u32, weight: u32) -> Cost {
    u64::from(changes) << 32 | u64::from(weight)
}

/// Returns how many values change.
#[inline]
pub(super) fn changes(cost: Cost) -> u32 {
    (cost >> 32) as u32
}

/// The weight of a value that may not exist: more than every change of all values that do.
pub(super) const DOUBTFUL: u32 = 1 << 20;

/// Returns the weight of a field changing at all.
pub(super) fn weight(field: Field) -> u32 {
    field.spec().weight
}

/// Returns the additional weight of a distance: less than another kind of change.
pub(super) fn distance(from: u64, to: u64) -> u32 {
    from.abs_diff(to).min(90) as u32
}
