//! An audience as an expression over columns: the common ground of all dialects.
//!
//! Negations stand only at the leaves. There, a null makes an expression null, and nulls under AND and OR never turn a no into a yes, so that `WHERE`
//! takes them as a no; leaves that a missing value satisfies are marked.

use super::mapping::Slot;
use crate::campaign::Field;

/// A condition on a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expr {
    /// The same for every row.
    Always(bool),
    /// All hold.
    All(Vec<Expr>),
    /// At least one holds.
    Any(Vec<Expr>),
    /// The opposite; null counts as no, so that its opposite is yes.
    Not(Box<Expr>),
    /// Null, or not.
    IsNull(Scalar, bool),
    /// A comparison of a number with another.
    Compare(Scalar, Side, Number),
    /// One of these texts, or none of them.
    OneOf(Scalar, Vec<String>, bool),
    /// These pieces with any text between them, or not.
    Like(Scalar, Vec<String>, bool),
    /// A language tag that is one of these or extends one, or not.
    Covered(Scalar, Vec<String>, bool),
    /// Yes, or no.
    Is(Scalar, bool),
}

/// The relation between two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Side {
    /// Returns the opposite.
    pub(super) fn reversed(self) -> Side {
        match self {
            Side::Equal => Side::Unequal,
            Side::Unequal => Side::Equal,
            Side::Less => Side::AtLeast,
            Side::AtMost => Side::Greater,
            Side::Greater => Side::AtMost,
            Side::AtLeast => Side::Less,
        }
    }

    /// Returns the operator, which is the same in every dialect.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Side::Equal => "=",
            Side::Unequal => "<>",
            Side::Less => "<",
            Side::AtMost => "<=",
            Side::Greater => ">",
            Side::AtLeast => ">=",
        }
    }
}

/// A wanted number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    Whole(i64),
    Real(f64),
    /// Seconds since 1970.
    Instant(i64),
}

/// A value of a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Scalar {
    /// The column as it is.
    Plain(Slot),
    /// The address, or a part of it, as it is compared: lowered, without a fragment unless that is a route.
    Address(Field, AddressPart),
    /// The text, ignoring case as identifiers do: ASCII only.
    Lowered(Slot),
    /// The text of an attribute or a parameter, ignoring case.
    Folded(Slot),
    /// The same as a number; null when it is not a number.
    NumberOf(Slot),
    /// A part of the browser's version, counted from 0; null without a version.
    VersionPart(Field, usize),
    /// The first of these instants that is not null.
    Instant(Vec<Slot>),
}

/// The part of an address that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum AddressPart {
    /// All of it.
    Text {
        /// Whether the scheme is included; otherwise it is what follows `://`.
        whole: bool,
    },
    /// Path and route without their queries; a route that leads nowhere is left out.
    Bare {
        /// Whether the scheme is included; otherwise it is what follows `://`.
        whole: bool,
    },
    /// The query of the path, and that of the route after a `#`.
    Query,
}

impl Expr {
    /// Joins all of these in the simplest form.
    pub(super) fn all(parts: Vec<Expr>) -> Expr {
        Expr::joined(parts, false)
    }

    /// Joins any of these in the simplest form.
    pub(super) fn any(parts: Vec<Expr>) -> Expr {
        Expr::joined(parts, true)
    }

    fn joined(parts: Vec<Expr>, decides: bool) -> Expr {
        let mut kept: Vec<Expr> = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Expr::Always(value) if value == decides => return Expr::Always(decides),
                Expr::Always(_) => {}
                Expr::Any(inner) if decides => kept.extend(inner),
                Expr::All(inner) if !decides => kept.extend(inner),
                part @ (Expr::All(_)
                | Expr::Any(_)
                | Expr::Not(_)
                | Expr::IsNull(..)
                | Expr::Compare(..)
                | Expr::OneOf(..)
                | Expr::Like(..)
                | Expr::Covered(..)
                | Expr::Is(..)) => kept.push(part),
            }
        }
        match (kept.len(), kept.pop()) {
            (1, Some(only)) => only,
            (_, None) => Expr::Always(!decides),
            (_, Some(last)) => {
                kept.push(last);
                if decides { Expr::Any(kept) } else { Expr::All(kept) }
            }
        }
    }

    /// Returns the values of a row that it reads.
    pub(super) fn scalars<'e>(&'e self, found: &mut Vec<&'e Expr>) {
        match self {
            Expr::Always(_) => {}
            Expr::All(parts) | Expr::Any(parts) => parts.iter().for_each(|part| part.scalars(found)),
            Expr::Not(inner) => inner.scalars(found),
            Expr::IsNull(..)
            | Expr::Compare(..)
            | Expr::OneOf(..)
            | Expr::Like(..)
            | Expr::Covered(..)
            | Expr::Is(..) => found.push(self),
        }
    }
}
