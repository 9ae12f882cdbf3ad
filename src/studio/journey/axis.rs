//! The positions of times along the axis. Plain arithmetic: no painting, no words.
//!
//! Short times keep their proportions where there is room; each step has its own place, even next to others of the same time; and a
//! long time in which nothing happens is a break of fixed width, which the axis crosses at once.

/// Room for the axis where it does not matter how wide it is, in points.
pub const USUAL_WIDTH: f32 = 400.0;

/// Width that a step needs so that it can be pressed, in points.
pub const STEP: f32 = 26.0;

/// Width of a break, in points.
pub const BREAK: f32 = 64.0;

/// A time of at least this many seconds in which nothing happens is a break.
pub const LONG: f64 = 90.0;

/// Most points per second: a journey of a few seconds need not fill the room.
const MOST_PER_SECOND: f32 = 60.0;

/// A time and its place.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Knot {
    at: f64,
    x: f32,
}

/// A long time in which nothing happens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Break {
    /// When it begins and ends, in seconds.
    pub times: (f64, f64),
    /// Where it begins and ends, in points.
    pub places: (f32, f32),
}

/// The axis, from 0 to its width in points.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    knots: Vec<Knot>,
    /// The knot of each step.
    steps: Vec<usize>,
    breaks: Vec<Break>,
}

impl Axis {
    /// The axis for `steps` at these times, in order, with other `moments` of interest (in any order), in a room `width` points wide. It
    /// is wider than the room when the steps need it.
    pub fn new(steps: &[f64], moments: &[f64], width: f32) -> Self {
        let end = steps.last().copied().unwrap_or(0.0);
        let mut marks: Vec<(f64, bool)> = steps.iter().map(|at| (*at, true)).collect();
        let inside = |at: &&f64| **at > 0.0 && **at < end;
        marks.extend(moments.iter().filter(inside).map(|at| (*at, false)));
        marks.push((0.0, false));
        marks.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let scale = scale(&marks, width);
        let mut axis = Self::default();
        let mut knot = Knot { at: 0.0, x: 0.0 };
        // The place of the last step, so that the next one keeps its distance.
        let mut last_step: Option<f32> = None;
        for (at, is_step) in marks {
            let gap = at - knot.at;
            let mut x = if gap >= LONG {
                let places = (knot.x, knot.x + BREAK);
                axis.breaks.push(Break {
                    times: (knot.at, at),
                    places,
                });
                places.1
            } else {
                knot.x + gap as f32 * scale
            };
            if is_step {
                x = last_step.map_or(x, |last| x.max(last + STEP));
                last_step = Some(x);
                axis.steps.push(axis.knots.len());
            }
            knot = Knot { at, x };
            axis.knots.push(knot);
        }
        axis
    }

    /// How wide it is.
    pub fn width(&self) -> f32 {
        self.knots.last().map_or(0.0, |knot| knot.x)
    }

    /// Returns the position of a time; among steps of the same time, that of the last one.
    pub fn x(&self, at: f64) -> f32 {
        let after = self.knots.partition_point(|knot| knot.at <= at);
        let Some(left) = after.checked_sub(1).map(|left| self.knots[left]) else {
            return 0.0;
        };
        let Some(right) = self.knots.get(after) else {
            return left.x;
        };
        let share = (at - left.at) / (right.at - left.at);
        left.x + share as f32 * (right.x - left.x)
    }

    /// The time at a place.
    pub fn at(&self, x: f32) -> f64 {
        let after = self.knots.partition_point(|knot| knot.x <= x);
        let Some(left) = after.checked_sub(1).map(|left| self.knots[left]) else {
            return 0.0;
        };
        let Some(right) = self.knots.get(after) else {
            return left.at;
        };
        let share = f64::from((x - left.x) / (right.x - left.x));
        left.at + share * (right.at - left.at)
    }

    /// Returns the position of a step.
    pub fn step(&self, index: usize) -> f32 {
        self.steps.get(index).map_or(0.0, |knot| self.knots[*knot].x)
    }

    /// The breaks, in order.
    pub fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// Returns the break that contains a time, if any.
    pub fn break_at(&self, at: f64) -> Option<&Break> {
        self.breaks.iter().find(|long| at >= long.times.0 && at < long.times.1)
    }

    /// Returns when the stretch between breaks that contains a time began.
    pub fn stretch(&self, at: f64) -> f64 {
        let passed = self.breaks.partition_point(|long| long.times.1 <= at);
        passed.checked_sub(1).map_or(0.0, |last| self.breaks[last].times.1)
    }
}

/// Returns the points per second with which all short times together fill the room that breaks leave.
fn scale(marks: &[(f64, bool)], width: f32) -> f32 {
    let gaps = || marks.windows(2).map(|pair| pair[1].0 - pair[0].0);
    let breaks = gaps().filter(|gap| *gap >= LONG).count() as f32 * BREAK;
    let short: f64 = gaps().filter(|gap| *gap < LONG).sum();
    let room = (width - breaks).max(0.0);
    if short > 0.0 {
        (room / short as f32).clamp(0.0, MOST_PER_SECOND)
    } else {
        MOST_PER_SECOND
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn short_times_keep_their_proportions() {
        let axis = Axis::new(&[0.0, 5.0, 10.0, 20.0], &[], 400.0);
        assert_eq!([0, 1, 2, 3].map(|step| axis.step(step)), [0.0, 100.0, 200.0, 400.0]);
        assert_eq!((axis.at(150.0), axis.x(7.5)), (7.5, 150.0));
        assert!(axis.breaks().is_empty());
    }

    #[test]
    fn tomorrow_is_a_break_and_not_86_400_pixels() {
        let axis = Axis::new(&[0.0, 20.0, 86_420.0, 86_440.0], &[2.0], 400.0);
        assert!((axis.width() - 400.0).abs() < 0.01, "{}", axis.width());
        let [long] = axis.breaks() else {
            panic!("{:?}", axis.breaks())
        };
        assert_eq!(long.times, (20.0, 86_420.0));
        assert_eq!(long.places.1 - long.places.0, BREAK);
        assert_eq!((axis.stretch(5.0), axis.stretch(86_430.0)), (0.0, 86_420.0));
        assert!(axis.break_at(500.0).is_some() && axis.break_at(86_420.0).is_none());
    }

    #[test]
    fn what_happens_within_a_long_time_divides_it() {
        let axis = Axis::new(&[0.0, 7200.0], &[3600.0], 300.0);
        assert_eq!(axis.breaks().len(), 2);
    }

    #[test]
    fn steps_of_the_same_time_are_drawn_side_by_side() {
        let axis = Axis::new(&[1.0, 1.0, 1.0], &[], 20.0);
        assert_eq!((axis.step(1) - axis.step(0), axis.step(2) - axis.step(1)), (STEP, STEP));
        assert_eq!(axis.at(axis.step(1)), 1.0);
        let empty = Axis::new(&[], &[4.0], 300.0);
        assert_eq!((empty.width(), empty.at(50.0), empty.x(9.0)), (0.0, 0.0, 0.0));
    }

    proptest! {
        #[test]
        fn places_and_times_rise_together(mut steps in prop::collection::vec(0.0..200_000.0, 0..40), moments in prop::collection::vec(0.0..200_000.0, 0..20), x in 0.0f32..2_000.0) {
            steps.sort_by(f64::total_cmp);
            let axis = Axis::new(&steps, &moments, 400.0);
            let places: Vec<f32> = (0..steps.len()).map(|index| axis.step(index)).collect();
            prop_assert!(places.windows(2).all(|pair| pair[1] >= pair[0] + STEP - 0.01));
            let at = axis.at(x);
            prop_assert!(at <= axis.at(x + 1.0));
            prop_assert!(steps.is_empty() || x >= axis.width() || (axis.x(at) - x).abs() < STEP * 40.0);
        }
    }
}
