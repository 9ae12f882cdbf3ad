//! Browsers and devices: the catalogue's choices. Scroll depth's and exit's cells are as simple.

use serde_json::Value;

use super::{Asked, Cells, Collector};
use crate::campaign::{Field, choices};
use crate::engine::fold;
use crate::engine::parts::Ask;
use crate::insight::solver::cost::weight;

/// Cuts a choice. The visitor's own value counts when it is one of the choices.
pub(in crate::insight::solver) fn choice(field: Field, base: &str, asked: &[Asked<'_>]) -> Cells {
    let mut cells = Collector::new(asked.len());
    let own = fold(base);
    let ids = choices(field).iter().map(|choice| choice.id);
    for (index, id) in ids.enumerate() {
        let is_own = id == own;
        let value = if is_own { base } else { id };
        let weight = if is_own { 0 } else { weight(field) + 10 * index as u32 };
        cells.take(Value::from(value), weight, |index| match asked[index].ask {
            Ask::Browser(wanted) | Ask::Device(wanted) => wanted.iter().any(|wanted| **wanted == *id),
            _ => false,
        });
    }
    cells.finish(&[])
}

/// Cuts the leaving of the page.
pub(in crate::insight::solver) fn exit(base: bool, asked: &[Asked<'_>]) -> Cells {
    let mut cells = Collector::new(asked.len());
    for left in [base, !base] {
        let weight = if left == base { 0 } else { weight(Field::ExitScreen) };
        cells.take(Value::from(left), weight, |_| left);
    }
    cells.finish(&[])
}
