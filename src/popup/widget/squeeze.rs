//! Makes the joined script short: blanks and comments go where they mean nothing, and variables get short names.
//!
//! A variable of the outermost scope is called the same throughout; others are called the same throughout the outermost statement that declares
//! them. Two of those share a short name only where the parts of the statement in which they occur do not touch, so scopes within need no
//! understanding. What must never be: a change of meaning, or a property renamed.
//! The tests in a browser run what comes out of here.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::tokens::{Kind, Token, in_word, is_keyword, tokens};

type Names<'a> = BTreeMap<&'a str, String>;

/// Statements with the same meaning in fewer characters. Each must end with a semicolon.
pub(super) fn squeezed(script: &str) -> String {
    let named = named(script);
    let mut out = String::with_capacity(named.len());
    for token in shortened(&tokens(&named)) {
        write(&mut out, &token, None);
    }
    out
}

/// The script with short names.
fn named(script: &str) -> String {
    let tokens = tokens(script);
    let statements = statements(&tokens);
    let outer: BTreeSet<&str> = statements
        .iter()
        .flat_map(|statement| declared(statement, true))
        .collect();
    let foreign = foreign(&tokens, &statements, &outer);
    let outer = short_names(&tokens, &outer, &foreign, outer_name, |_| (0, usize::MAX));
    let mut out = String::with_capacity(script.len());
    for statement in statements {
        let own = declared(statement, false)
            .into_iter()
            .filter(|name| !outer.contains_key(name))
            .collect();
        let extents = extents(statement);
        let own = short_names(statement, &own, &foreign, inner_name, |name| extents[name]);
        for token in statement {
            write(&mut out, token, own.get(token.text).or_else(|| outer.get(token.text)));
        }
    }
    out
}

/// Without the parentheses around an arrow's only parameter, and with declarations that follow upon one another as one.
fn shortened<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let is = |at: usize, sign: &str| tokens.get(at).is_some_and(|token| token.is(sign));
    let is_parameter = |at: usize| {
        let variable = tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Variable);
        is(at, "(") && variable && is(at + 2, ")") && is(at + 3, "=") && is(at + 4, ">")
    };
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    // For every open bracket, whether the statement within it declares something.
    let mut declaring = vec![false];
    for (at, token) in tokens.iter().enumerate() {
        let ended = at > 0 && is(at - 1, ";");
        let declares = token.kind == Kind::Word && matches!(token.text, "const" | "let");
        if let Some(within) = declaring.last_mut() {
            let goes_on = declares && ended && *within;
            *within = declares || *within && !ended;
            if goes_on {
                out.pop();
                out.push(Token {
                    kind: Kind::Sign,
                    text: ",",
                });
                continue;
            }
        }
        match token.deeper() {
            1 => declaring.push(false),
            -1 => drop(declaring.pop()),
            _ => {}
        }
        if !(is_parameter(at) || at > 1 && is_parameter(at - 2)) {
            out.push(*token);
        }
    }
    out
}

fn write(out: &mut String, token: &Token, short: Option<&String>) {
    let text = match (token.kind, short) {
        (Kind::Variable, Some(short)) => short.clone(),
        (Kind::Shorthand, Some(short)) => format!("{}:{short}", token.text),
        // What is declared once is not assigned again anyway.
        (Kind::Word, None) if token.text == "const" => "let".into(),
        (Kind::Word, None) if token.text == "undefined" => "void 0".into(),
        (Kind::Word, None) if token.text == "true" => "!0".into(),
        (Kind::Word, None) if token.text == "false" => "!1".into(),
        _ => token.text.to_owned(),
    };
    let needless = if text.starts_with(['}', ')', ']']) {
        &[',', ';'][..]
    } else {
        &[]
    };
    if out.ends_with(needless) && !out.ends_with(";;") {
        out.pop();
    }
    if let (Some(before), Some(next)) = (out.chars().next_back(), text.chars().next())
        && (in_word(before) && in_word(next) || "+-/".contains(before) && before == next)
    {
        out.push(' ');
    }
    out.push_str(&text);
}

/// The outermost statements.
fn statements<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let mut depth = 0;
    let ends = |token: &Token| {
        depth += token.deeper();
        depth == 0 && (token.is(";"))
    };
    tokens.split_inclusive(ends).collect()
}

/// The names that a statement declares: in its outermost scope, or in all of them.
fn declared<'a>(statement: &[Token<'a>], outermost: bool) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    let mut open = Vec::new();
    for (at, token) in statement.iter().enumerate() {
        let rest = &statement[at + 1..];
        let arrow =
            |tokens: &[Token]| tokens.first().is_some_and(|t| t.is("=")) && tokens.get(1).is_some_and(|t| t.is(">"));
        match (token.kind, token.text) {
            (Kind::Word, "const" | "let") if open.is_empty() || !outermost => names.extend(declarators(rest)),
            (Kind::Word, "function") if open.is_empty() || !outermost => {
                names.extend(rest.first().filter(|t| t.kind == Kind::Variable).map(|t| t.text))
            }
            (Kind::Variable, name) if !outermost && arrow(rest) => drop(names.insert(name)),
            (Kind::Sign, ")") if !outermost => {
                let from = open.last().copied().unwrap_or(at);
                if arrow(rest) || rest.first().is_some_and(|t| t.is("{")) && takes_parameters(&statement[..from]) {
                    names.extend(pattern(&statement[from + 1..at]));
                }
            }
            _ => {}
        }
        match token.deeper() {
            1 => open.push(at),
            -1 => drop(open.pop()),
            _ => {}
        }
    }
    names
}

/// Whether the parentheses behind these tokens are those of a function, a method or a `catch`.
fn takes_parameters(before: &[Token]) -> bool {
    let function = before.iter().rev().nth(1).is_some_and(|token| token.text == "function");
    before
        .last()
        .is_some_and(|token| token.kind == Kind::Property || matches!(token.text, "catch" | "function") || function)
}

/// The names behind `const` or `let`, up to the end of the declaration.
fn declarators<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let mut depth = 0;
    let ends = |token: &&Token| {
        let closes = depth == 0 && (token.deeper() < 0 || token.is(";") || matches!(token.text, "of" | "in"));
        depth += token.deeper();
        !closes
    };
    let length = tokens.iter().take_while(ends).count();
    pattern(&tokens[..length])
}

/// The names that a list of patterns binds: all variables in it that are not part of a default value.
fn pattern<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut depth = 0;
    // The depth of the default value that is being passed over.
    let mut value = None;
    for token in tokens {
        depth += token.deeper();
        if value.is_some_and(|at| depth < at || depth == at && token.is(",")) {
            value = None;
        }
        if value.is_none() && matches!(token.kind, Kind::Variable | Kind::Shorthand) {
            names.push(token.text);
        }
        if value.is_none() && token.is("=") {
            value = Some(depth);
        }
    }
    names
}

/// The names that come from outside: nothing may be called so.
fn foreign<'a>(tokens: &[Token<'a>], statements: &[&[Token<'a>]], outer: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    let own: BTreeSet<&str> = statements
        .iter()
        .flat_map(|statement| declared(statement, false))
        .collect();
    let variables = tokens.iter().filter(|token| token.kind == Kind::Variable);
    variables
        .map(|token| token.text)
        .filter(|name| !own.contains(name) && !outer.contains(name))
        .collect()
}

/// Short names for these, the shortest for the most frequent.
fn short_names<'a>(
    tokens: &[Token<'a>],
    names: &BTreeSet<&'a str>,
    foreign: &BTreeSet<&str>,
    nth: impl Fn(usize) -> String,
    extent: impl Fn(&str) -> (usize, usize),
) -> Names<'a> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for token in tokens.iter().filter(|token| names.contains(token.text)) {
        *counts.entry(token.text).or_default() += 1;
    }
    let mut names: Vec<&str> = counts.keys().copied().collect();
    names.sort_by_key(|name| Reverse(counts[name]));
    // What has a short name already, and where nothing else may be called so.
    let mut taken: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut short = |name: &str| {
        let (from, to) = extent(name);
        let is_free = |short: &String| {
            let apart = |&(start, end): &(usize, usize)| end < from || to < start;
            let elsewhere = taken.get(short).is_none_or(|extents| extents.iter().all(apart));
            elsewhere && !foreign.contains(short.as_str()) && !is_keyword(short)
        };
        let found = (0..).map(&nth).find(is_free).unwrap_or_default();
        taken.entry(found.clone()).or_default().push((from, to));
        found
    };
    names.into_iter().map(|name| (name, short(name))).collect()
}

/// For every variable, the innermost brackets that hold all there is of it: no scope beyond them knows it.
fn extents<'a>(tokens: &[Token<'a>]) -> BTreeMap<&'a str, (usize, usize)> {
    let mut open = vec![0];
    // The brackets around the first use, outermost first, as far as they are around all others too.
    let mut around: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut ends = BTreeMap::from([(0, tokens.len())]);
    for (at, token) in tokens.iter().enumerate() {
        match token.deeper() {
            1 => open.push(at + 1),
            -1 => drop(open.pop().map(|start| ends.insert(start, at))),
            _ => {}
        }
        if matches!(token.kind, Kind::Variable | Kind::Shorthand) {
            let shared = around.entry(token.text).or_insert_with(|| open.clone());
            let common = shared.iter().zip(&open).take_while(|(one, other)| one == other).count();
            shared.truncate(common);
        }
    }
    // A list of parameters, or a pattern, goes on behind its brackets.
    let goes_on = |end: usize| {
        tokens
            .get(end + 1)
            .is_some_and(|t| t.is("=") || t.is("{") || matches!(t.text, "of" | "in"))
    };
    let extent = |starts: &Vec<usize>| {
        let extents = starts
            .iter()
            .map(|start| (*start, ends.get(start).copied().unwrap_or(tokens.len())));
        let scopes = extents.rev().find(|(_, end)| !goes_on(*end));
        scopes.unwrap_or((0, tokens.len()))
    };
    around.iter().map(|(name, starts)| (*name, extent(starts))).collect()
}

const LETTERS: &[u8; 52] = b"etaonrisclduphmfgbvywkxjqzETAONRISCLDUPHMFGBVYWKXJQZ";

fn letter(number: usize) -> char {
    char::from(LETTERS[number % LETTERS.len()])
}

/// Two letters or more.
fn outer_name(number: usize) -> String {
    let more = number / LETTERS.len();
    let first = if more < LETTERS.len() {
        letter(more).into()
    } else {
        outer_name(more - LETTERS.len())
    };
    format!("{first}{}", letter(number))
}

/// A letter, or a letter and a number: never what [`outer_name`] gives.
fn inner_name(number: usize) -> String {
    match number / LETTERS.len() {
        0 => letter(number).into(),
        more => format!("{}{more}", letter(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn variables_get_short_names_and_nothing_else_does() {
        let script = "const counter = { visits: 0, other: 'visits  and counter' };\n\
                      const raise = ({ visits: amount = 1 }, other) => {\n  counter.visits += amount;\n  return { other, amount, text: `${other}  counter` };\n};\n\
                      raise(counter, /other  \\/counter/.source);\n";
        assert_eq!(
            squeezed(script),
            "let ee={visits:0,other:'visits  and counter'},\
             et=({visits:e=1},t)=>{ee.visits+=e;return{other:t,amount:e,text:`${t}  counter`}};\
             et(ee,/other  \\/counter/.source);"
        );
    }

    #[test]
    fn blanks_stay_where_signs_would_join() {
        let script = "const one = 1;\nconst two = one - -one + +one;\nconst kind = typeof one in { one };\n";
        assert_eq!(squeezed(script), "let ee=1,ea=ee- -ee+ +ee,et=typeof ee in{one:ee};");
    }
}
