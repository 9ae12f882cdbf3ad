//! The differences between the databases' SQL.

use super::Dialect;
use super::literal::{escaped, quoted, real};
use crate::campaign::{Field, steers};
use crate::reach::instants::written;
use crate::reach::mapping::{Mapping, Slot};
use crate::reach::tree::{AddressPart, Expr, Number, Scalar};

/// The pattern of a number in an attribute: up to 15 digits, perhaps with a sign and a fraction.
const NUMBER: &str = "^-?[0-9]{1,15}(?:[.][0-9]{1,15})?$";

/// The pattern of an address up to its fragment, unless that is a route.
const ADDRESS: &str = "^[^#]*(?:#[/!][^#]*)?";
/// The pattern of an address's path and route, without their queries.
const BARE: (&str, &str) = ("^([^?#]*)(?:[?][^#]*)?(#[/!]+[^/!?#][^?#]*)?.*$", "\\1\\2");
/// The pattern of the query of an address's path, and that of its route after a `#`.
const QUERY: (&str, &str) = ("^[^?#]*[?]?([^#]*)(?:(#)[/!][^?#]*[?]([^#]+))?.*$", "\\1\\2\\3");

/// A writer of leaves.
pub(in crate::reach) trait Speech {
    /// Writes a condition that is neither joined nor negated.
    fn leaf(&self, expr: &Expr) -> String;

    /// Returns how many conditions may be joined without brackets; `None` is any number.
    fn longest_chain(&self) -> Option<usize> {
        None
    }
}

/// The SQL of one database over the columns of a mapping.
pub(super) struct Warehouse<'m> {
    pub dialect: Dialect,
    pub mapping: &'m Mapping,
}

impl Speech for Warehouse<'_> {
    fn leaf(&self, expr: &Expr) -> String {
        match expr {
            // PostgreSQL texts cannot hold the character 0, nor can one be written.
            Expr::OneOf(value, texts, yes) | Expr::Like(value, texts, yes)
                if self.dialect == Dialect::PostgreSql && texts.iter().any(|text| text.contains('\0')) =>
            {
                if *yes {
                    "FALSE".to_owned()
                } else {
                    format!("{} IS NOT NULL", self.scalar(value))
                }
            }
            Expr::Always(true) => "TRUE".to_owned(),
            Expr::IsNull(value, true) => format!("{} IS NULL", self.scalar(value)),
            Expr::IsNull(value, false) => format!("{} IS NOT NULL", self.scalar(value)),
            Expr::Is(value, yes) => format!("{} = {}", self.scalar(value), if *yes { "TRUE" } else { "FALSE" }),
            Expr::Compare(value, side, number) => {
                format!("{} {} {}", self.scalar(value), side.sign(), self.number(*number))
            }
            Expr::OneOf(value, texts, yes) => self.one_of(value, texts, *yes),
            Expr::Like(value, pieces, yes) => self.like(value, pieces, *yes),
            Expr::Covered(value, tags, yes) => self.covered(value, tags, *yes),
            Expr::Always(false) | Expr::All(_) | Expr::Any(_) | Expr::Not(_) => "FALSE".to_owned(),
        }
    }
}

impl Warehouse<'_> {
    fn one_of(&self, value: &Scalar, texts: &[String], yes: bool) -> String {
        let scalar = self.matched(value, texts);
        match texts {
            [text] => format!("{scalar} {} {}", if yes { "=" } else { "<>" }, self.text(text)),
            texts => {
                let list: Vec<String> = texts.iter().map(|text| self.text(text)).collect();
                format!("{scalar} {} ({})", if yes { "IN" } else { "NOT IN" }, list.join(", "))
            }
        }
    }

    fn like(&self, value: &Scalar, pieces: &[String], yes: bool) -> String {
        let word = if yes { "LIKE" } else { "NOT LIKE" };
        let backslash = matches!(self.dialect, Dialect::BigQuery | Dialect::ClickHouse);
        let mark = if backslash { '\\' } else { '!' };
        let special = |letter: char| matches!(letter, '%' | '_') || letter == mark;
        let mut pattern = String::new();
        let mut marked = false;
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 {
                pattern.push('%');
            }
            for letter in piece.chars() {
                if special(letter) {
                    pattern.push(mark);
                    marked = true;
                }
                // PostgreSQL's patterns use it as the default escape.
                marked |= letter == '\\';
                pattern.push(letter);
            }
        }
        let escape = if marked && !backslash { " ESCAPE '!'" } else { "" };
        format!("{} {word} {}{escape}", self.matched(value, pieces), self.text(&pattern))
    }

    /// Builds one pattern for all tags: each of them, or one that extends it.
    fn covered(&self, value: &Scalar, tags: &[String], yes: bool) -> String {
        let column = self.scalar(value);
        let tags: Vec<String> = tags.iter().map(|tag| tag.replace('-', "[-_]")).collect();
        let wanted = if tags.len() == 1 {
            tags.concat()
        } else {
            format!("({})", tags.join("|"))
        };
        let pattern = self.pattern(&format!("^{wanted}([-_][a-z0-9]{{1,8}})*$"));
        let not = if yes { "" } else { "NOT " };
        match self.dialect {
            Dialect::PostgreSql => {
                format!(
                    "lower({column} COLLATE \"C\") {} {pattern}",
                    if yes { "~" } else { "!~" }
                )
            }
            Dialect::ClickHouse => format!("{not}match({}, {pattern})", self.lowered(&column, true)),
            Dialect::BigQuery => format!("{not}REGEXP_CONTAINS({}, {pattern})", self.lowered(&column, true)),
            Dialect::DuckDb => format!("{not}regexp_matches({}, {pattern})", self.lowered(&column, true)),
        }
    }

    fn number(&self, number: Number) -> String {
        match (number, self.dialect) {
            (Number::Whole(number), _) => number.to_string(),
            (Number::Real(number), _) => real(number),
            (Number::Instant(second), Dialect::ClickHouse) => {
                format!("toDateTime64('{}', 3, 'UTC')", written(second))
            }
            (Number::Instant(second), Dialect::BigQuery) => format!("TIMESTAMP '{}+00'", written(second)),
            (Number::Instant(second), _) => format!("TIMESTAMPTZ '{}+00'", written(second)),
        }
    }

    /// Writes a value that texts are compared with, ignoring case as the engine does; what cannot matter to these texts is left out.
    fn matched(&self, value: &Scalar, texts: &[String]) -> String {
        let Scalar::Folded(key) = value else {
            return self.scalar(value);
        };
        let holds = |letters: &[char]| texts.iter().any(|text| text.contains(letters));
        let plain = texts.iter().all(|text| text.is_ascii());
        let mut text = self.attribute(key);
        let dotted = holds(&['i', '\u{307}']);
        // Databases differ in how, or whether, they lower this letter.
        if dotted {
            text = self.replaced(&text, "İ", "i\u{307}");
        }
        let ascii = matches!(self.dialect, Dialect::PostgreSql | Dialect::ClickHouse);
        if plain && ascii && holds(&['k']) {
            text = self.replaced(&text, "\u{212a}", "k");
        }
        text = self.lowered(&text, plain);
        if holds(&['σ']) {
            text = self.replaced(&text, "ς", "σ");
        }
        if dotted {
            text = self.replaced(&text, "i\u{307}", "i");
        }
        text
    }

    /// Writes a text in lower case; `plain` where letters beyond ASCII cannot matter. This avoids what a Turkish PostgreSQL makes of `I`.
    fn lowered(&self, text: &str, plain: bool) -> String {
        match (self.dialect, plain) {
            (Dialect::PostgreSql, true) => format!("lower({text} COLLATE \"C\")"),
            (Dialect::PostgreSql, false) => format!("lower({text} COLLATE \"und-x-icu\")"),
            (Dialect::ClickHouse, false) => format!("lowerUTF8({text})"),
            (Dialect::ClickHouse | Dialect::DuckDb, _) => format!("lower({text})"),
            (Dialect::BigQuery, _) => format!("LOWER({text})"),
        }
    }

    fn replaced(&self, value: &str, from: &str, to: &str) -> String {
        let name = match self.dialect {
            Dialect::BigQuery => "REPLACE",
            Dialect::ClickHouse => "replaceAll",
            Dialect::PostgreSql | Dialect::DuckDb => "replace",
        };
        format!("{name}({value}, {}, {})", self.text(from), self.text(to))
    }

    fn scalar(&self, value: &Scalar) -> String {
        match value {
            Scalar::Plain(slot) => self.column(slot),
            Scalar::Address(field, part) => self.address(*field, *part),
            Scalar::Lowered(slot) => self.lowered(&self.column(slot), true),
            Scalar::Folded(key) => self.attribute(key),
            Scalar::NumberOf(key) => self.number_in(&self.attribute(key), NUMBER, 0),
            Scalar::VersionPart(field, index) => self.version_part(*field, *index),
            Scalar::Instant(slots) => match slots.as_slice() {
                [slot] => self.column(slot),
                slots => {
                    let columns: Vec<String> = slots.iter().map(|slot| self.column(slot)).collect();
                    format!("COALESCE({})", columns.join(", "))
                }
            },
        }
    }

    fn address(&self, field: Field, part: AddressPart) -> String {
        let column = self.column(&Slot::Field(field));
        let (text, whole) = match part {
            AddressPart::Text { whole } => (self.found(&column, ADDRESS), whole),
            AddressPart::Bare { whole } => (self.rewritten(&column, BARE), whole),
            AddressPart::Query => (self.rewritten(&column, QUERY), true),
        };
        let lowered = self.lowered(&text, true);
        if whole {
            return lowered;
        }
        self.rewritten(&lowered, ("^[^/?#]*://", ""))
    }

    /// Returns what a pattern without groups finds in a text.
    fn found(&self, text: &str, pattern: &str) -> String {
        let pattern = self.pattern(pattern);
        match self.dialect {
            Dialect::PostgreSql => format!("substring({text} FROM {pattern})"),
            Dialect::ClickHouse => format!("extract({text}, {pattern})"),
            Dialect::BigQuery => format!("REGEXP_EXTRACT({text}, {pattern})"),
            Dialect::DuckDb => format!("regexp_extract({text}, {pattern})"),
        }
    }

    /// Returns a text in which what a pattern finds is replaced by its groups.
    fn rewritten(&self, text: &str, (pattern, groups): (&str, &str)) -> String {
        let pattern = self.pattern(pattern);
        match self.dialect {
            Dialect::PostgreSql | Dialect::DuckDb => format!("regexp_replace({text}, {pattern}, '{groups}')"),
            Dialect::ClickHouse => {
                let groups = groups.replace('\\', "\\\\");
                format!("replaceRegexpOne({text}, {pattern}, '{groups}')")
            }
            Dialect::BigQuery => {
                let raw = if groups.is_empty() { "" } else { "r" };
                format!("REGEXP_REPLACE({text}, {pattern}, {raw}'{groups}')")
            }
        }
    }

    /// Writes a part of a version; missing parts are 0.
    fn version_part(&self, field: Field, index: usize) -> String {
        let column = self.column(&Slot::Field(field));
        match index {
            0 => self.number_in(&column, "^[0-9]+", 0),
            _ => {
                let part = self.number_in(&column, &format!("^(?:[^.]*[.]){{{index}}}([0-9]+)"), 1);
                format!("COALESCE({part}, 0)")
            }
        }
    }

    /// Returns the number that a pattern's group (0 is all of it) finds in a text; null when it finds none.
    fn number_in(&self, text: &str, pattern: &str, group: usize) -> String {
        let group = if group > 0 { format!(", {group}") } else { String::new() };
        // More digits than any number has must not cause an error.
        let kind = if pattern == NUMBER {
            "double precision"
        } else {
            "numeric"
        };
        let pattern = self.pattern(pattern);
        match self.dialect {
            Dialect::PostgreSql => format!("CAST(substring({text} FROM {pattern}) AS {kind})"),
            Dialect::ClickHouse => format!("toFloat64OrNull(extract({text}, {pattern}))"),
            Dialect::BigQuery => format!("SAFE_CAST(REGEXP_EXTRACT({text}, {pattern}) AS FLOAT64)"),
            Dialect::DuckDb => format!("TRY_CAST(regexp_extract({text}, {pattern}{group}) AS DOUBLE)"),
        }
    }

    /// Returns the text of an attribute or a parameter, whatever type its column has.
    fn attribute(&self, slot: &Slot) -> String {
        let column = self.column(slot);
        match self.dialect {
            Dialect::PostgreSql => format!("CAST({column} AS text)"),
            Dialect::ClickHouse => format!("toString({column})"),
            Dialect::BigQuery => format!("CAST({column} AS STRING)"),
            Dialect::DuckDb => format!("CAST({column} AS VARCHAR)"),
        }
    }

    /// Returns the quoted name of the slot's column, without characters that no name can hold.
    fn column(&self, slot: &Slot) -> String {
        let standard = slot.name();
        let name = self.mapping.column(slot).unwrap_or(&standard);
        let name: String = name.chars().filter(|letter| !steers(*letter)).collect();
        match self.dialect {
            Dialect::PostgreSql | Dialect::DuckDb => format!("\"{}\"", name.replace('"', "\"\"")),
            Dialect::ClickHouse | Dialect::BigQuery => {
                format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`"))
            }
        }
    }

    fn text(&self, text: &str) -> String {
        match self.dialect {
            Dialect::PostgreSql | Dialect::DuckDb => quoted(text, "chr"),
            Dialect::ClickHouse | Dialect::BigQuery => escaped(text, self.dialect),
        }
    }

    /// Writes a built-in pattern, which has neither quotes nor backslashes.
    fn pattern(&self, pattern: &str) -> String {
        match self.dialect {
            Dialect::BigQuery => format!("r'{pattern}'"),
            Dialect::PostgreSql | Dialect::ClickHouse | Dialect::DuckDb => format!("'{pattern}'"),
        }
    }
}
