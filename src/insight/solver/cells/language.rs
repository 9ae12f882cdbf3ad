//! Languages: tags differ only in the longest wanted tag that covers them.

use serde_json::Value;

use super::{Asked, Cells, Collector};
use crate::campaign::{Field, LANGUAGES};
use crate::engine::parts::{ConditionTest, covers, language_tag};
use crate::insight::solver::cost::weight;

/// Cuts the language. A visitor may have any tag; one that no condition covers is always among the candidates.
pub(in crate::insight::solver) fn language(field: Field, base: &str, asked: &[Asked<'_>]) -> Cells {
    let mut cells = Collector::new(asked.len());
    let mut wanted: Vec<&str> = asked
        .iter()
        .flat_map(|asked| tags(asked.ask))
        .map(|tag| &**tag)
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut take = |written: &str, weight: u32| {
        let tag = language_tag(written).unwrap_or_default();
        cells.take(Value::from(written), weight, |index| {
            tags(asked[index].ask).iter().any(|wanted| covers(wanted, &tag))
        });
    };
    take(base, 0);
    let common = weight(field);
    for (index, choice) in LANGUAGES.iter().enumerate() {
        take(choice.id, common + index as u32);
    }
    for tag in &wanted {
        take(&written(tag), common + 60);
    }
    if let Some(other) = uncovered(&wanted) {
        take(&other, common + 80);
    }
    cells.finish(&[])
}

fn tags(ask: &ConditionTest) -> &[Box<str>] {
    if let ConditionTest::Language(_, tags) = ask {
        tags
    } else {
        &[]
    }
}

/// Returns a tag that none of the wanted ones covers. Each of those covers at most one of these, and there is one more of these.
fn uncovered(wanted: &[&str]) -> Option<String> {
    (0..=wanted.len())
        .map(|number| {
            // Eight letters that no language has: qaaaaaaa, qaaaaaab, …
            let letter = |place: u32| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8);
            format!("qaaa{}{}{}{}", letter(3), letter(2), letter(1), letter(0))
        })
        .find(|tag| !wanted.iter().any(|wanted| covers(wanted, tag)))
}

/// Returns a tag as people write it: `pt-BR`, `zh-Hant-TW`.
fn written(tag: &str) -> String {
    let parts = tag.split('-').enumerate().map(|(index, part)| match part.len() {
        2 if index > 0 => part.to_ascii_uppercase(),
        4 if index > 0 => part[..1].to_ascii_uppercase() + &part[1..],
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("-")
}
