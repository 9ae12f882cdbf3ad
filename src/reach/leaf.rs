//! One condition as an expression over the column that holds its value.

use std::cmp::Ordering;

use super::instants::Span;
use super::tree::{AddressPart, Expr, Number, Scalar, Side};
use crate::campaign::{Field, Operator};
use crate::engine::number_like;
use crate::engine::parts::{Address, Attribute, ConditionTest, Key, Shape, Wanted, seconds};
use crate::reach::mapping::Slot;

/// A condition that becomes an expression.
pub(super) struct Leaf {
    /// Its column as it is.
    pub plain: Scalar,
    /// Whether its opposite is wanted.
    pub not: bool,
    /// The result where the column is null, even for the opposite.
    pub missing: bool,
}

impl Leaf {
    /// Adds the result for a missing value to an expression that is null only where the value is missing.
    fn or_missing(&self, expr: Expr) -> Expr {
        match (expr, self.missing) {
            (Expr::Always(true), false) => Expr::IsNull(self.plain.clone(), false),
            (expr, true) => Expr::any(vec![expr, Expr::IsNull(self.plain.clone(), true)]),
            (expr, false) => expr,
        }
    }

    /// Adds the result for a missing value to an expression that may be null although the column is not; null then counts as no.
    fn certainly(&self, expr: Expr) -> Expr {
        match (self.not, self.missing) {
            (false, _) => self.or_missing(expr),
            (true, true) => Expr::Not(Box::new(expr)),
            (true, false) => Expr::all(vec![Expr::Not(Box::new(expr)), Expr::IsNull(self.plain.clone(), false)]),
        }
    }

    /// Converts an instant within spans.
    pub(super) fn day(self, instant: Scalar, spans: Vec<Span>) -> Expr {
        let bound = |side, at: i64| Expr::Compare(instant.clone(), side, Number::Instant(at));
        let inside = |(from, to): &Span| {
            let from = from.map(|from| bound(Side::AtLeast, from));
            let to = to.map(|to| bound(Side::Less, to));
            Expr::all(from.into_iter().chain(to).collect())
        };
        let outside = |(from, to): &Span| {
            let before = from.map(|from| bound(Side::Less, from));
            let after = to.map(|to| bound(Side::AtLeast, to));
            Expr::any(before.into_iter().chain(after).collect())
        };
        let expr = if self.not {
            Expr::all(spans.iter().map(outside).collect())
        } else {
            Expr::any(spans.iter().map(inside).collect())
        };
        let leaf = Leaf { plain: instant, ..self };
        leaf.or_missing(expr)
    }

    /// Converts a counter between bounds, in the campaign's own terms. No column holds more than the largest signed number.
    pub(super) fn count(&self, (from, to): (u64, u64), operator: Option<Operator>) -> Expr {
        let compare = |side: Side, wanted: i64| {
            let side = if self.not { side.reversed() } else { side };
            Expr::Compare(self.plain.clone(), side, Number::Whole(wanted))
        };
        let (Ok(low), true) = (i64::try_from(from), from <= to) else {
            return self.or_missing(Expr::Always(self.not));
        };
        self.or_missing(match (operator, i64::try_from(to)) {
            (Some(Operator::GreaterThan), _) => compare(Side::Greater, low - 1),
            (Some(Operator::LessThan), Ok(high)) if high < i64::MAX => compare(Side::Less, high + 1),
            (_, Ok(high)) if high == low => compare(Side::Equal, low),
            // The catalogue asks for a lower bound, for an upper one or for one number.
            (_, Ok(high)) => compare(Side::AtMost, high),
            (_, Err(_)) if low == 0 => Expr::Always(!self.not),
            (_, Err(_)) => compare(Side::AtLeast, low),
        })
    }

    /// Converts every other question.
    pub(super) fn asked(&self, ask: &ConditionTest) -> Expr {
        match ask {
            ConditionTest::Address(field, wanted) => self.or_missing(self.like(*field, wanted)),
            ConditionTest::Language(_, tags) => {
                self.or_missing(Expr::Covered(self.plain.clone(), texts(tags), !self.not))
            }
            ConditionTest::Choice(field, ids, _) => self.choice(*field, ids),
            ConditionTest::Version(field, wanted, side) => self.certainly(version(*field, wanted.parts(), *side)),
            ConditionTest::Given(field) => self.given(*field),
            ConditionTest::IsSet(_) => Expr::IsNull(self.plain.clone(), self.not),
            ConditionTest::AttributeEquals(key, wanted) => self.equals(key, wanted),
            ConditionTest::AttributeContains(key, part) => {
                let pieces = vec![String::new(), part.text().to_owned(), String::new()];
                self.or_missing(Expr::Like(Scalar::Folded(slot(key)), pieces, !self.not))
            }
            ConditionTest::AttributeCompares(key, wanted, side) => {
                let number = Scalar::NumberOf(slot(key));
                self.certainly(Expr::Compare(number, strict(*side), Number::Real(*wanted)))
            }
            ConditionTest::Over(_, wanted) => self.measured(Side::Greater, *wanted),
            ConditionTest::AtLeast(_, wanted) => self.measured(Side::AtLeast, *wanted),
            ConditionTest::Flag(_) | ConditionTest::FlagOf(_) => {
                self.or_missing(Expr::Is(self.plain.clone(), !self.not))
            }
            ConditionTest::Lasts(_, wanted) => self.measured(Side::AtLeast, seconds(*wanted)),
            // These are handled elsewhere.
            ConditionTest::Count(..) | ConditionTest::CountOf(..) | ConditionTest::Day(..) => {
                Expr::Always(self.missing)
            }
        }
    }

    /// An empty address is none.
    fn given(&self, field: Field) -> Expr {
        let null = Expr::IsNull(self.plain.clone(), self.not);
        self.joined(vec![null, self.filled(field)])
    }

    /// Whether an address is not empty, or the opposite.
    fn filled(&self, field: Field) -> Expr {
        let text = Scalar::Address(field, AddressPart::Text { whole: true });
        Expr::OneOf(text, vec![String::new()], self.not)
    }

    /// Whether an address is as wanted. An empty one never is, whatever its text compares with.
    fn like(&self, field: Field, wanted: &Wanted) -> Expr {
        let compared = self.address(field, wanted);
        match wanted.holds(&Address::default()) {
            true => self.joined(vec![compared, self.filled(field)]),
            false => compared,
        }
    }

    /// All of these, or where the opposite is wanted any of their opposites.
    fn joined(&self, parts: Vec<Expr>) -> Expr {
        match self.not {
            true => Expr::any(parts),
            false => Expr::all(parts),
        }
    }

    fn choice(&self, field: Field, ids: &[Box<str>]) -> Expr {
        self.or_missing(Expr::OneOf(Scalar::Lowered(Slot::Field(field)), texts(ids), !self.not))
    }

    /// Compares a measured number.
    fn measured(&self, side: Side, wanted: f64) -> Expr {
        let side = if self.not { side.reversed() } else { side };
        self.or_missing(Expr::Compare(self.plain.clone(), side, Number::Real(wanted)))
    }

    /// Compares two numbers as numbers, everything else as text.
    fn equals(&self, key: &Key, wanted: &Attribute) -> Expr {
        let text = |yes| Expr::OneOf(Scalar::Folded(slot(key)), vec![wanted.text().to_owned()], yes);
        let Some(number) = wanted.number() else {
            return self.or_missing(text(!self.not));
        };
        let mut same = vec![Expr::Compare(
            Scalar::NumberOf(slot(key)),
            Side::Equal,
            Number::Real(number),
        )];
        // A number whose text does not count as a number may still be stored as text.
        if number_like(wanted.text()).is_none() {
            same.push(text(true));
        }
        self.certainly(Expr::any(same))
    }

    fn address(&self, field: Field, wanted: &Wanted) -> Expr {
        let whole = wanted.is_whole();
        let text = Scalar::Address(field, AddressPart::Text { whole });
        let empty = String::new;
        let like = |pieces| Expr::Like(text.clone(), pieces, !self.not);
        let one_of = |part, texts| Expr::OneOf(Scalar::Address(field, part), texts, !self.not);
        match wanted.shape() {
            Shape::Equals { query, .. } => {
                let bare = one_of(AddressPart::Bare { whole }, wanted.spellings());
                let query = (!query.is_empty()).then(|| one_of(AddressPart::Query, vec![query.to_string()]));
                let parts = [bare].into_iter().chain(query).collect();
                self.joined(parts)
            }
            Shape::Contains(text) => like(vec![empty(), text.to_string(), empty()]),
            Shape::StartsWith(text) => like(vec![text.to_string(), empty()]),
            Shape::Matches(pieces) if pieces.len() == 1 => Expr::OneOf(text, texts(pieces), !self.not),
            Shape::Matches(pieces) => like(texts(pieces)),
        }
    }
}

/// Returns what holds the value under a key.
fn slot(key: &Key) -> Slot {
    Slot::Keyed(key.field, key.name.to_string())
}

fn texts(list: &[Box<str>]) -> Vec<String> {
    list.iter().map(|text| text.to_string()).collect()
}

fn strict(side: Ordering) -> Side {
    match side {
        Ordering::Less => Side::Less,
        Ordering::Equal => Side::Equal,
        Ordering::Greater => Side::Greater,
    }
}

/// Compares a version with the wanted parts; null without a version.
fn version(field: Field, wanted: &[f64], side: Ordering) -> Expr {
    let part = |index: usize, side| Expr::Compare(Scalar::VersionPart(field, index), side, Number::Real(wanted[index]));
    if side == Ordering::Equal {
        return Expr::all((0..wanted.len()).map(|index| part(index, Side::Equal)).collect());
    }
    let last = wanted.len() - 1;
    (0..last).rev().fold(part(last, strict(side)), |later, index| {
        let here = part(index, strict(side));
        Expr::any(vec![here, Expr::all(vec![part(index, Side::Equal), later])])
    })
}
