//! What react-querybuilder edits: `{ "combinator": "and", "rules": [ { "field": "page_views", "operator": ">", "value": 5 } ] }`.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

use super::question::Test;

/// The default operators of react-querybuilder, with what each asks.
const OPERATORS: [(&str, Test, bool); 17] = [
    ("=", Test::Is, true),
    ("!=", Test::Is, false),
    ("<", Test::Less, true),
    (">", Test::More, true),
    ("<=", Test::AtMost, true),
    (">=", Test::AtLeast, true),
    ("contains", Test::Has, true),
    ("doesNotContain", Test::Has, false),
    ("beginsWith", Test::Begins, true),
    ("doesNotBeginWith", Test::Begins, false),
    ("in", Test::In, true),
    ("notIn", Test::In, false),
    ("notNull", Test::Given, true),
    ("null", Test::Given, false),
    // Others that are in use.
    ("==", Test::Is, true),
    ("is", Test::Is, true),
    ("startsWith", Test::Begins, true),
];
