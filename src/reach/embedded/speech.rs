//! The clause in the SQL of SQLite, over numbered columns.

use chrono_tz::Tz;

use super::alike::Telling;
use super::read::Source;
use super::{Bound, Form};
use crate::reach::mapping::{Mapping, Slot};
use crate::reach::sql::{Speech, quoted, real};
use crate::reach::tree::{Expr, Number, Scalar};

/// SQLite refuses expressions more than a thousand levels deep, and every part of a chain is one level.
const LONGEST_CHAIN: usize = 100;

/// The columns that a clause needs, in their order.
pub(super) struct Columns(Vec<Bound>);

impl Columns {
    /// Returns the columns of an expression.
    pub(super) fn of(expr: &Expr) -> Columns {
        let mut leaves = Vec::new();
        expr.scalars(&mut leaves);
        let mut columns: Vec<Bound> = leaves.into_iter().flat_map(bound).collect();
        columns.sort();
        columns.dedup();
        // Another form that is null exactly where the value is missing serves as well.
        let tells_presence = |slot: &Slot| columns.iter().any(|(of, form)| of == slot && form.tells_presence());
        let spare: Vec<Slot> = columns
            .iter()
            .map(|(slot, _)| slot.clone())
            .filter(tells_presence)
            .collect();
        columns.retain(|(slot, form)| *form != Form::Present || !spare.contains(slot));
        Columns(columns)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns what is read from a row for them, slot by slot.
    pub(super) fn sources(&self, mapping: &Mapping, zone: Tz) -> Vec<Source> {
        let mut sources: Vec<Source> = Vec::new();
        for (place, (slot, form)) in self.0.iter().enumerate() {
            match sources.last_mut().filter(|source| source.slot == *slot) {
                Some(source) => source.forms.push((*form, place)),
                None => sources.push(Source {
                    slot: slot.clone(),
                    column: mapping.column(slot).unwrap_or_default().to_owned(),
                    forms: vec![(*form, place)],
                    zone,
                }),
            }
        }
        sources
    }

    /// Returns what matters to an expression about each column; `None` when it is too much.
    pub(super) fn tellings(&self, expr: &Expr) -> Option<Vec<Telling>> {
        let mut leaves = Vec::new();
        expr.scalars(&mut leaves);
        let mut asked: Vec<(Vec<Number>, Vec<String>)> = vec![Default::default(); self.len()];
        for leaf in leaves {
            for one in bound(leaf) {
                let Some(place) = self.0.iter().position(|column| *column == one) else {
                    // Another column shows whether there is a value, as all of them do.
                    continue;
                };
                let (numbers, conditions) = &mut asked[place];
                match leaf {
                    Expr::Compare(_, _, number) => numbers.push(*number),
                    Expr::Is(_, yes) => numbers.push(Number::Whole(i64::from(*yes))),
                    Expr::OneOf(..) | Expr::Like(..) | Expr::Covered(..) => conditions.push(self.leaf(leaf)),
                    Expr::Always(_) | Expr::All(_) | Expr::Any(_) | Expr::Not(_) | Expr::IsNull(..) => {}
                }
            }
        }
        let telling = |(numbers, conditions): (Vec<Number>, Vec<String>)| Telling::of(&numbers, conditions);
        asked.into_iter().map(telling).collect()
    }

    fn name(&self, slot: &Slot, form: Form) -> String {
        let place = self.0.iter().position(|(of, as_form)| of == slot && *as_form == form);
        let spare = || {
            self.0
                .iter()
                .position(|(of, other)| of == slot && other.tells_presence())
        };
        let place = if form == Form::Present {
            place.or_else(spare)
        } else {
            place
        };
        place.map_or_else(|| "NULL".to_owned(), |place| format!("c{place}"))
    }

    fn scalar(&self, value: &Scalar) -> String {
        if let Scalar::Instant(slots) = value
            && slots.len() > 1
        {
            let names: Vec<String> = slots.iter().map(|slot| self.name(slot, Form::Plain)).collect();
            return format!("COALESCE({})", names.join(", "));
        }
        bounds(value)
            .first()
            .map_or_else(String::new, |(slot, form)| self.name(slot, *form))
    }
}

/// Returns the columns of a leaf.
fn bound(leaf: &Expr) -> Vec<Bound> {
    match leaf {
        Expr::IsNull(Scalar::Plain(slot), _) => vec![(slot.clone(), Form::Present)],
        Expr::IsNull(value, _)
        | Expr::Compare(value, ..)
        | Expr::OneOf(value, ..)
        | Expr::Like(value, ..)
        | Expr::Covered(value, ..)
        | Expr::Is(value, _) => bounds(value),
        Expr::Always(_) | Expr::All(_) | Expr::Any(_) | Expr::Not(_) => Vec::new(),
    }
}

fn bounds(value: &Scalar) -> Vec<Bound> {
    match value {
        Scalar::Plain(slot) => vec![(slot.clone(), Form::Plain)],
        Scalar::Lowered(slot) => vec![(slot.clone(), Form::Folded)],
        Scalar::Folded(slot) => vec![(slot.clone(), Form::Folded)],
        Scalar::NumberOf(slot) => vec![(slot.clone(), Form::Number)],
        Scalar::VersionPart(field, index) => vec![(Slot::Field(*field), Form::Part(*index))],
        Scalar::Instant(slots) => slots.iter().map(|slot| (slot.clone(), Form::Plain)).collect(),
        Scalar::Address(field, part) => vec![(Slot::Field(*field), Form::Address(*part))],
    }
}

impl Speech for Columns {
    fn leaf(&self, expr: &Expr) -> String {
        match expr {
            Expr::Always(true) => "TRUE".to_owned(),
            Expr::IsNull(value, yes) => {
                let name = match value {
                    Scalar::Plain(slot) => self.name(slot, Form::Present),
                    Scalar::Address(..)
                    | Scalar::Lowered(_)
                    | Scalar::Folded(_)
                    | Scalar::NumberOf(_)
                    | Scalar::VersionPart(..)
                    | Scalar::Instant(_) => self.scalar(value),
                };
                format!("{name} IS {}NULL", if *yes { "" } else { "NOT " })
            }
            Expr::Is(value, yes) => format!("{} = {}", self.scalar(value), i32::from(*yes)),
            Expr::Compare(value, side, number) => {
                let number = match number {
                    Number::Whole(number) | Number::Instant(number) => number.to_string(),
                    Number::Real(number) => real(*number),
                };
                format!("{} {} {number}", self.scalar(value), side.sign())
            }
            Expr::OneOf(value, texts, yes) => {
                let list: Vec<String> = texts.iter().map(|text| quoted(text, "char")).collect();
                format!("{} {}IN ({})", self.scalar(value), not(*yes), list.join(", "))
            }
            Expr::Like(value, pieces, yes) => like(&self.scalar(value), pieces, *yes),
            Expr::Covered(value, tags, yes) => {
                let name = self.scalar(value);
                let covers = |tag: &String| format!("{name} = '{tag}' OR {name} GLOB '{tag}-*'");
                let parts: Vec<String> = tags.iter().map(covers).collect();
                format!("{}({})", not(*yes), parts.join(" OR "))
            }
            Expr::Always(false) | Expr::All(_) | Expr::Any(_) | Expr::Not(_) => "FALSE".to_owned(),
        }
    }

    fn longest_chain(&self) -> Option<usize> {
        Some(LONGEST_CHAIN)
    }
}

fn not(yes: bool) -> &'static str {
    if yes { "" } else { "NOT " }
}

fn like(name: &str, pieces: &[String], yes: bool) -> String {
    match pieces {
        [before, part, after] if before.is_empty() && after.is_empty() => {
            format!(
                "instr({name}, {}) {} 0",
                quoted(part, "char"),
                if yes { ">" } else { "=" }
            )
        }
        [start, after] if after.is_empty() => {
            let length = start.chars().count();
            let sign = if yes { "=" } else { "<>" };
            format!("substr({name}, 1, {length}) {sign} {}", quoted(start, "char"))
        }
        pieces => {
            let marked = |piece: &String| piece.replace('[', "[[]").replace('?', "[?]");
            let pieces: Vec<String> = pieces.iter().map(marked).collect();
            format!("{name} {}GLOB {}", not(yes), quoted(&pieces.join("*"), "char"))
        }
    }
}
