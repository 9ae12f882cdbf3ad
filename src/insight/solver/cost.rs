//! What a change costs: first how many values change, then how much each of them weighs.

use crate::campaign::Field;

/// The number of changed values in the upper half, their weights in the lower.
pub(super) type Cost = u64;

/// Nothing changes.
pub(super) const FREE: Cost = 0;

/// The cost of so many changes of such a weight together.
#[inline]
pub(super) fn cost(changes: u32, weight: u32) -> Cost {
    u64::from(changes) << 32 | u64::from(weight)
}

/// How many values change.
#[inline]
pub(super) fn changes(cost: Cost) -> u32 {
    (cost >> 32) as u32
}

/// The changes of a value of which it is doubtful whether it exists: dearer than every change of all values that do.
pub(super) const DOUBTFUL: u32 = 1 << 20;

/// What it weighs that a field changes at all.
pub(super) fn weight(field: Field) -> u32 {
    field.spec().weight
}

/// What a distance weighs beside that: less than another kind of change.
pub(super) fn distance(from: u64, to: u64) -> u32 {
    from.abs_diff(to).min(90) as u32
}
