//! The catalogue's choices, and yes or no.

use serde_json::Value;

use super::{Asked, Cells, Collector};
use crate::campaign::{Field, Source};
use crate::engine::fold;
use crate::engine::parts::ConditionTest;
use crate::insight::solver::cost::weight;

/// Cuts a choice. The visitor's own value counts when it is one of the choices, or when it is to be kept as it is. Where only a server knows the
/// value, nobody may know it; a visitor of whom it is known is likelier to be of use.
pub(in crate::insight::solver) fn choice(field: Field, base: &str, kept: bool, asked: &[Asked<'_>]) -> Cells {
    let mut cells = Collector::new(asked.len());
    let own = fold(base);
    let mut take = |written: &str, id: &str, weight: u32| {
        cells.take(Value::from(written), weight, |index| {
            matches!(asked[index].ask, ConditionTest::Choice(_, wanted, _) if wanted.iter().any(|wanted| **wanted == *id))
        });
    };
    let ids = || field.spec().choices.iter().map(|choice| choice.id);
    if kept || ids().any(|id| id.eq_ignore_ascii_case(&own)) {
        take(base, &own, 0);
    }
    for (index, id) in ids().enumerate() {
        take(id, &id.to_ascii_lowercase(), weight(field) + 10 * index as u32);
    }
    if field.spec().source == Source::Server {
        let weight = if own.is_empty() {
            0
        } else {
            weight(field) + 10 * field.spec().choices.len() as u32
        };
        take("", "", weight);
    }
    cells.finish(&[])
}

/// Cuts a yes or no.
pub(in crate::insight::solver) fn flag(field: Field, base: bool, asked: &[Asked<'_>]) -> Cells {
    let mut cells = Collector::new(asked.len());
    for left in [base, !base] {
        let weight = if left == base { 0 } else { weight(field) };
        cells.take(Value::from(left), weight, |_| left);
    }
    cells.finish(&[])
}

/// Cuts whether an element of the page has been clicked. Once it has, the value is the element as the first condition writes it.
pub(in crate::insight::solver) fn element(field: Field, base: bool, asked: &[Asked<'_>]) -> Cells {
    let mut cells = Collector::new(asked.len());
    let written = asked.first().and_then(|asked| asked.condition.value.clone());
    for clicked in [base, !base] {
        let weight = if clicked == base { 0 } else { weight(field) };
        let value = written.clone().filter(|_| clicked).unwrap_or(Value::from(clicked));
        cells.take(value, weight, |_| clicked);
    }
    cells.finish(&[])
}
