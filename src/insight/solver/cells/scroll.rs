//! How far a page is scrolled: the wanted points and what lies between them, from 0 to 100 percent.

use serde_json::Value;

use super::{Asked, Cells, Collector};
use crate::campaign::Field;
use crate::engine::parts::ConditionTest;
use crate::insight::solver::cost::weight;

/// Cuts a percentage.
pub(in crate::insight::solver) fn scroll(field: Field, base: f64, asked: &[Asked<'_>]) -> Cells {
    let mut cells = Collector::new(asked.len());
    let mut take = |depth: f64, weight: u32| {
        cells.take(whole_where_possible(depth), weight, |index| {
            let ask = asked[index].ask;
            let over = matches!(ask, ConditionTest::Over(_, wanted) if depth > *wanted);
            over || matches!(ask, ConditionTest::AtLeast(_, wanted) if depth >= *wanted)
        });
    };
    let own = if base.is_nan() { 0.0 } else { base.clamp(0.0, 100.0) };
    take(own, 0);
    let mut points: Vec<f64> = asked
        .iter()
        .filter_map(|asked| point(asked.ask))
        .chain([0.0, 100.0])
        .collect();
    points.sort_by(f64::total_cmp);
    points.dedup();
    let far = |depth: f64| weight(field) + (depth - own).abs() as u32;
    for (index, low) in points.iter().copied().enumerate() {
        take(low, far(low));
        if let Some(high) = points.get(index + 1) {
            for between in [low.floor() + 1.0, high.ceil() - 1.0, low + (high - low) / 2.0] {
                if low < between && between < *high {
                    take(between, far(between));
                }
            }
        }
    }
    cells.finish(&[])
}

fn point(ask: &ConditionTest) -> Option<f64> {
    if let ConditionTest::Over(_, wanted) | ConditionTest::AtLeast(_, wanted) = ask {
        Some(*wanted)
    } else {
        None
    }
}

/// Writes whole numbers without a fraction.
fn whole_where_possible(depth: f64) -> Value {
    if depth.fract() == 0.0 {
        Value::from(depth as u64)
    } else {
        Value::from(depth)
    }
}
