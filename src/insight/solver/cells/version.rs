//! Browser versions: texts of numbers in the order in which they compare, cut where a wanted one begins and ends.

use std::cmp::Ordering;

use serde_json::Value;

use super::{Asked, Cells, Collector};
use crate::campaign::Field;
use crate::engine::parts::{ConditionTest, Version};
use crate::insight::solver::cost::{distance, weight};

/// Cuts the version. An unknown one comes last: browsers rarely hide theirs.
pub(in crate::insight::solver) fn version(field: Field, base: &str, asked: &[Asked<'_>]) -> Cells {
    let mut cells = Collector::new(asked.len());
    let mut take = |written: String, weight: u32| {
        let found = Version::found(&written);
        cells.take(Value::from(written), weight, |index| match (asked[index].ask, &found) {
            (ConditionTest::Version(_, wanted, side), Some(found)) => found.compare(wanted) == *side,
            _ => false,
        });
    };
    take(base.to_owned(), 0);
    let near = Version::found(base).and_then(|version| version.parts().first().copied());
    let common = weight(field);
    let far = |parts: &[f64]| {
        let major = parts.first().copied().unwrap_or(0.0) as u64;
        common + near.map_or(0, |near| distance(near as u64, major))
    };
    let mut points: Vec<Vec<f64>> = vec![vec![0.0]];
    for asked in asked {
        if let ConditionTest::Version(_, wanted, _) = asked.ask {
            points.push(bare(wanted.parts().to_vec()));
            points.extend(after(wanted.parts()));
        }
    }
    points.sort_by(|one, other| compare(one, other));
    points.dedup();
    for (index, point) in points.iter().enumerate() {
        take(text(point), far(point));
        if let Some(end) = points.get(index + 1).and_then(|next| before(next))
            && compare(&end, point) == Ordering::Greater
        {
            take(text(&end), far(&end));
        }
    }
    take("unknown".to_owned(), common + 1_500);
    cells.finish(&[])
}

/// Strips zeros from the end, since missing parts count as zero.
fn bare(mut parts: Vec<f64>) -> Vec<f64> {
    while parts.len() > 1 && parts.last() == Some(&0.0) {
        parts.pop();
    }
    parts
}

/// Compares versions; missing parts count as 0.
fn compare(one: &[f64], other: &[f64]) -> Ordering {
    (0..one.len().max(other.len()))
        .map(|index| {
            let part = |parts: &[f64]| parts.get(index).copied().unwrap_or(0.0);
            part(one).total_cmp(&part(other))
        })
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// Returns the first version after all that begin like this one; `None` when nothing comes after them.
fn after(wanted: &[f64]) -> Option<Vec<f64>> {
    let mut parts = wanted.to_vec();
    while let Some(last) = parts.pop() {
        let next = (last + 1.0).max(last.next_up());
        if last.is_finite() {
            parts.push(next);
            return Some(bare(parts));
        }
    }
    None
}

/// Returns a version a little before another, with as many parts.
fn before(end: &[f64]) -> Option<Vec<f64>> {
    let mut parts = end.to_vec();
    let last = parts.last_mut()?;
    *last = if last.is_finite() {
        (*last - 1.0).min(last.next_down())
    } else {
        f64::MAX
    };
    (*last >= 0.0).then_some(parts)
}

fn text(parts: &[f64]) -> String {
    let part = |part: &f64| {
        if part.is_finite() {
            part.to_string()
        } else {
            "9".repeat(400)
        }
    };
    parts.iter().map(part).collect::<Vec<_>>().join(".")
}
