//! Shortening of the joined script: meaningless blanks and comments go, and variables get short names.
//!
//! What must never happen: a change of meaning, or a renamed property that other code knows. The tests in a browser run the result.

use std::collections::BTreeMap;

use super::scopes::{nth_name, short_names};
use super::tokens::{Kind, Token, in_word, tokens};

/// Returns statements with the same meaning in fewer characters. Each must end with a semicolon. `own` lists properties that nothing outside the
/// script knows, so that they may be renamed.
pub(super) fn squeezed(script: &str, own: &[&str]) -> String {
    let named = named(script, own);
    let mut out = String::with_capacity(named.len());
    for token in shortened(&tokens(&named)) {
        write(&mut out, &token, None);
    }
    out
}

/// Returns the script with short names.
fn named(script: &str, own: &[&str]) -> String {
    let tokens = with_numbers(&tokens(script));
    let names = short_names(&tokens);
    let mut out = String::with_capacity(script.len());
    for (token, name) in tokens.iter().zip(&names) {
        let called = property(token.text, own);
        match (token.kind, name) {
            (Kind::Property, _) => write(
                &mut out,
                &Token {
                    text: &called,
                    ..*token
                },
                None,
            ),
            (Kind::Shorthand, Some(name)) => write(
                &mut out,
                &Token {
                    text: &format!("{called}:{name}"),
                    ..*token
                },
                None,
            ),
            (_, name) => write(&mut out, token, name.as_ref()),
        }
    }
    out
}

/// Returns the short name of a property: one of the script's own by its index among those.
fn property(name: &str, own: &[&str]) -> String {
    let place = own.iter().position(|other| *other == name);
    place.map_or_else(|| name.to_owned(), nth_name)
}

/// Replaces the names of the outermost constants that are numbers with their values.
fn with_numbers<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    const LENGTH: usize = 5;
    let number = |at: usize| {
        let [declares, name, equals, number, ends] = tokens.get(at..at + LENGTH)?.first_chunk()?;
        let digits = number.kind == Kind::Word && number.text.starts_with(|c: char| c.is_ascii_digit());
        let constant =
            declares.text == "const" && name.kind == Kind::Variable && equals.is("=") && digits && ends.is(";");
        constant.then_some((name.text, *number))
    };
    let mut depth = 0;
    let mut numbers = BTreeMap::new();
    let mut left = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        depth += token.deeper();
        match number(at).filter(|_| depth == 0) {
            Some((name, number)) => {
                numbers.insert(name, number);
                at += LENGTH;
            }
            None => {
                left.push(*token);
                at += 1;
            }
        }
    }
    let in_place = |token: Token<'a>| match token.kind {
        Kind::Variable => numbers.get(token.text).copied().unwrap_or(token),
        _ => token,
    };
    left.into_iter().map(in_place).collect()
}

/// Removes the parentheses around an arrow's only parameter, and joins consecutive declarations into one.
fn shortened<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let is = |at: usize, sign: &str| tokens.get(at).is_some_and(|token| token.is(sign));
    let is_parameter = |at: usize| {
        let variable = tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Variable);
        is(at, "(") && variable && is(at + 2, ")") && is(at + 3, "=") && is(at + 4, ">")
    };
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    // For every open bracket, whether the statement within it is a declaration.
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
        // What is declared once is not assigned again anyway.
        (Kind::Word, None) if token.text == "const" => "let".into(),
        (Kind::Word, None) if token.text == "undefined" => "void 0".into(),
        (Kind::Word, None) if token.text == "true" => "!0".into(),
        (Kind::Word, None) if token.text == "false" => "!1".into(),
        (Kind::Word, None) if token.text.starts_with("0.") => token.text[1..].into(),
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

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn variables_get_short_names_and_nothing_else_does() {
        let script = "const counter = { visits: 0, other: 'visits  and counter' };\n\
                      const raise = ({ visits: amount = 1 }, other) => {\n  counter.visits += amount;\n  return { other, amount, text: `${other}  counter` };\n};\n\
                      raise(counter, /other  \\/counter/.source);\n";
        assert_eq!(
            squeezed(script, &[]),
            "let e={visits:0,other:'visits  and counter'},\
             s=({visits:s=1},o)=>{e.visits+=s;return{other:o,amount:s,text:`${o}  counter`}};\
             s(e,/other  \\/counter/.source);"
        );
    }

    #[test]
    fn blanks_stay_where_signs_would_join() {
        let script = "const one = +1;\nconst two = one - -one + +one;\nconst kind = typeof one in { one };\n";
        assert_eq!(squeezed(script, &[]), "let e=+1,s=e- -e+ +e,o=typeof e in{one:e};");
    }

    #[test]
    fn numbers_stand_in_place_of_their_names() {
        assert_eq!(
            squeezed("const HALF = 0.5;\nuse(HALF, { HALF: 1 });\n", &[]),
            "use(.5,{HALF:1});"
        );
    }

    #[test]
    fn properties_of_the_scripts_own_are_short() {
        let script =
            "const one = { shown: 1, other: 2 };\nconst { shown, other } = one;\nuse(shown, other, one.shown);\n";
        assert_eq!(
            squeezed(script, &["shown"]),
            "let e={e:1,other:2},{e:s,other:o}=e;use(s,o,e.e);"
        );
    }
}
