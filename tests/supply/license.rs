//! SPDX license expressions: which licenses they need, and whether a set of allowed ones suffices.
//!
//! Source: SPDX Specification 3.0, annex "SPDX license expressions". `/` between two identifiers is the form that Cargo took before, and
//! means OR.

use std::collections::BTreeSet;

/// A parsed expression.
#[derive(Debug, PartialEq, Eq)]
pub enum Expression {
    License(String),
    All(Vec<Expression>),
    Any(Vec<Expression>),
}

impl Expression {
    /// Reads an expression; `None` for what is not one.
    pub fn read(text: &str) -> Option<Self> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut rest = words.as_slice();
        let expression = any(&mut rest)?;
        rest.is_empty().then_some(expression)
    }

    /// Whether somebody who may use `allowed` licenses alone may use this.
    pub fn is_met_by(&self, allowed: &BTreeSet<String>) -> bool {
        match self {
            Self::License(license) => allowed.contains(license),
            Self::All(parts) => parts.iter().all(|part| part.is_met_by(allowed)),
            Self::Any(parts) => parts.iter().any(|part| part.is_met_by(allowed)),
        }
    }
}

fn any(rest: &mut &[&str]) -> Option<Expression> {
    let mut parts = vec![all(rest)?];
    while take(rest, "OR") {
        parts.push(all(rest)?);
    }
    Some(if parts.len() == 1 {
        parts.remove(0)
    } else {
        Expression::Any(parts)
    })
}

fn all(rest: &mut &[&str]) -> Option<Expression> {
    let mut parts = vec![single(rest)?];
    while take(rest, "AND") {
        parts.push(single(rest)?);
    }
    Some(if parts.len() == 1 {
        parts.remove(0)
    } else {
        Expression::All(parts)
    })
}

fn single(rest: &mut &[&str]) -> Option<Expression> {
    if take(rest, "(") {
        let inner = any(rest)?;
        return take(rest, ")").then_some(inner);
    }
    let (license, after) = rest.split_first()?;
    if ["OR", "AND", "WITH", ")"].contains(license) {
        return None;
    }
    *rest = after;
    if !take(rest, "WITH") {
        return Some(Expression::License((*license).to_owned()));
    }
    let (exception, after) = rest.split_first()?;
    *rest = after;
    Some(Expression::License(format!("{license} WITH {exception}")))
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    let Some((first, after)) = rest.split_first() else {
        return false;
    };
    if *first == word {
        *rest = after;
    }
    *first == word
}

#[test]
fn expressions_are_read_as_spdx_says() {
    let allowed: BTreeSet<String> = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"]
        .map(str::to_owned)
        .into();
    for (text, met) in [
        ("MIT", Some(true)),
        ("GPL-3.0", Some(false)),
        ("GPL-3.0 OR MIT", Some(true)),
        ("GPL-3.0/MIT", Some(true)),
        ("MIT AND GPL-3.0", Some(false)),
        ("MIT AND ISC OR GPL-3.0", Some(true)),
        ("GPL-3.0 AND (MIT OR ISC)", Some(false)),
        ("(GPL-3.0 OR MIT) AND ISC", Some(true)),
        ("Apache-2.0 WITH LLVM-exception", Some(true)),
        ("Apache-2.0", Some(false)),
        ("", None),
        ("MIT OR", None),
        ("(MIT", None),
        ("MIT ISC", None),
    ] {
        assert_eq!(
            Expression::read(text).map(|read| read.is_met_by(&allowed)),
            met,
            "{text}"
        );
    }
}
