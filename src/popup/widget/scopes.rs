//! Determines which variable every name of a script stands for, and gives each a short one.
//!
//! A variable is known within its region: the block, the loop or the function that declares it. Two variables may have the same short name unless one
//! of them is used within the region of the other. What must never happen: a foreign name is taken, or a variable is hidden where it is used.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::tokens::{Kind, Token, is_keyword};

/// A variable: the region where it is known, and the tokens that stand for it.
struct Variable {
    region: Range<usize>,
    uses: Vec<usize>,
}

impl Variable {
    /// Returns whether a token within the region stands for it.
    fn used_in(&self, region: &Range<usize>) -> bool {
        let from = self.uses.partition_point(|at| *at < region.start);
        self.uses.get(from).is_some_and(|at| *at < region.end)
    }

    /// Returns whether both need different names. A function's parameters may not be redeclared in its body, which ends where they do.
    fn conflicts(&self, other: &Self) -> bool {
        let hides = |outer: &Self, inner: &Self| {
            let within = outer.region.start <= inner.region.start && inner.region.end <= outer.region.end;
            within && (outer.region.end == inner.region.end || outer.used_in(&inner.region))
        };
        hides(self, other) || hides(other, self)
    }
}

/// Returns the short name of every token that stands for a variable of the script.
pub(super) fn short_names(tokens: &[Token]) -> Vec<Option<String>> {
    let (variables, foreign) = resolved(tokens);
    let mut named: Vec<(&Variable, String)> = Vec::new();
    let mut names = vec![None; tokens.len()];
    for variable in &variables {
        let others = named.iter().filter(|(other, _)| other.conflicts(variable));
        let taken: BTreeSet<&str> = others.map(|(_, name)| name.as_str()).collect();
        let free = |name: &String| !taken.contains(&**name) && !foreign.contains(&**name) && !is_keyword(name);
        let name = (0..).map(nth_name).find(free).unwrap_or_default();
        for at in &variable.uses {
            names[*at] = Some(name.clone());
        }
        named.push((variable, name));
    }
    names
}

/// Returns the script's variables, the outermost first, and all other names.
fn resolved<'a>(tokens: &[Token<'a>]) -> (Vec<Variable>, BTreeSet<&'a str>) {
    let mut regions: BTreeMap<&str, BTreeSet<(usize, usize)>> = BTreeMap::new();
    for (at, region) in Brackets::of(tokens).declarations() {
        regions
            .entry(tokens[at].text)
            .or_default()
            .insert((region.start, region.end));
    }
    let mut uses: BTreeMap<(usize, usize, &str), Vec<usize>> = BTreeMap::new();
    let mut foreign = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        if !matches!(token.kind, Kind::Variable | Kind::Shorthand) {
            continue;
        }
        let around = regions.get(token.text).into_iter().flatten();
        let innermost = around
            .filter(|(start, end)| (*start..*end).contains(&at))
            .min_by_key(|(start, end)| end - start);
        match innermost {
            Some((start, end)) => uses.entry((*start, *end, token.text)).or_default().push(at),
            None => drop(foreign.insert(token.text)),
        }
    }
    let variable = |((start, end, _), uses)| Variable {
        region: start..end,
        uses,
    };
    let mut variables: Vec<Variable> = uses.into_iter().map(variable).collect();
    variables.sort_by_key(|Variable { region, uses }| (region.start, usize::MAX - region.end, uses[0]));
    (variables, foreign)
}

/// The tokens, with the matching brackets.
struct Brackets<'t, 'a> {
    tokens: &'t [Token<'a>],
    /// The closing bracket of each opening one.
    closing: BTreeMap<usize, usize>,
    /// The opening bracket around each token.
    around: Vec<Option<usize>>,
}

impl<'t, 'a> Brackets<'t, 'a> {
    fn of(tokens: &'t [Token<'a>]) -> Self {
        let mut open = Vec::new();
        let mut closing = BTreeMap::new();
        let mut around = Vec::with_capacity(tokens.len());
        for (at, token) in tokens.iter().enumerate() {
            if token.deeper() < 0 {
                open.pop().map(|start| closing.insert(start, at));
            }
            around.push(open.last().copied());
            if token.deeper() > 0 {
                open.push(at);
            }
        }
        Self {
            tokens,
            closing,
            around,
        }
    }

    fn is(&self, at: usize, sign: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(sign))
    }

    fn is_arrow(&self, at: usize) -> bool {
        self.is(at, "=") && self.is(at + 1, ">")
    }

    fn close(&self, open: usize) -> usize {
        self.closing.get(&open).copied().unwrap_or(self.tokens.len())
    }

    /// Returns the block around a token.
    fn block(&self, at: usize) -> Range<usize> {
        self.around[at].map_or(0..self.tokens.len(), |open| open..self.close(open))
    }

    /// Returns the token after an expression or a statement, which ends at one of these signs, or with the brackets around it.
    fn end(&self, from: usize, signs: &str) -> usize {
        if self.is(from, "{") {
            return self.close(from);
        }
        let mut at = from;
        let mut questions = 0;
        while let Some(token) = self.tokens.get(at) {
            let conditional = token.is("?") && !self.is(at + 1, ".") && !self.is(at + 1, "?") && !self.is(at - 1, "?");
            questions += usize::from(conditional);
            let sign = token.kind == Kind::Sign && signs.contains(token.text);
            if token.is(":") && questions > 0 {
                questions -= 1;
            } else if sign || token.deeper() < 0 || token.kind == Kind::Literal && token.text.starts_with('}') {
                break;
            }
            at = if token.deeper() > 0 { self.close(at) } else { at } + 1;
        }
        at
    }

    /// Returns for every token that declares a variable the region in which that is known.
    fn declarations(&self) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            match (token.kind, token.text) {
                (Kind::Word, "const" | "let") => {
                    let in_loop = at >= 2 && self.is(at - 1, "(") && self.tokens[at - 2].text == "for";
                    let region = if in_loop {
                        at..self.end(self.close(at - 1) + 1, ";")
                    } else {
                        self.block(at)
                    };
                    found.extend(
                        self.pattern(at + 1, declarator_ends)
                            .into_iter()
                            .map(|at| (at, region.clone())),
                    );
                }
                (Kind::Word, "function") if self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Variable) => {
                    found.push((at + 1, self.block(at)));
                }
                (Kind::Variable, _) if self.is_arrow(at + 1) => found.push((at, at..self.end(at + 3, ",;:"))),
                (Kind::Sign, "(") => {
                    let close = self.close(at);
                    let end = if self.is_arrow(close + 1) {
                        self.end(close + 3, ",;:")
                    } else if self.is(close + 1, "{") && takes_parameters(&self.tokens[..at]) {
                        self.close(close + 1)
                    } else {
                        continue;
                    };
                    found.extend(self.pattern(at + 1, |_| false).into_iter().map(|name| (name, at..end)));
                }
                _ => {}
            }
        }
        found
    }

    /// Returns the variables that a list of patterns binds, up to its end: all in it that are not part of a default value.
    fn pattern(&self, from: usize, ends: impl Fn(&Token) -> bool) -> Vec<usize> {
        let mut names = Vec::new();
        let mut depth = 0;
        // The depth of the default value that is being skipped.
        let mut value = None;
        for (at, token) in self.tokens.iter().enumerate().skip(from) {
            if depth == 0 && (token.deeper() < 0 || ends(token)) {
                break;
            }
            depth += token.deeper();
            if value.is_some_and(|level| depth < level || depth == level && token.is(",")) {
                value = None;
            }
            if value.is_none() && matches!(token.kind, Kind::Variable | Kind::Shorthand) {
                names.push(at);
            }
            if value.is_none() && token.is("=") {
                value = Some(depth);
            }
        }
        names
    }
}

fn declarator_ends(token: &Token) -> bool {
    token.is(";") || matches!(token.text, "of" | "in")
}

/// Returns whether the parentheses after these tokens are those of a function, a method or a `catch`.
fn takes_parameters(before: &[Token]) -> bool {
    let function = before.iter().rev().nth(1).is_some_and(|token| token.text == "function");
    before
        .last()
        .is_some_and(|token| token.kind == Kind::Property || matches!(token.text, "catch" | "function") || function)
}

const LETTERS: &[u8; 52] = b"esocgrphltafINBvndbOykuVFmSAwCiEXxMLQDqPRHzGJjWKTYUZ";

/// Returns one letter, then two and more.
pub(super) fn nth_name(number: usize) -> String {
    let letter = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => letter.into(),
        more => format!("{}{letter}", nth_name(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::squeeze::squeezed;

    /// Scripts, and their versions with short names: scopes within scopes.
    const SCOPES: [(&str, &str); 6] = [
        // Two variables in separate scopes share a name.
        ("const f = (one) => one; const g = (two) => two;", "let e=e=>e,s=e=>e;"),
        // What is used within stays visible.
        ("const far = 'x'; const f = (one) => one + far;", "let e='x',s=s=>s+e;"),
        // A parameter that the body never uses may still not be redeclared there.
        (
            "const f = (unused) => { const own = g(); return own; };",
            "let e=e=>{let s=g();return s};",
        ),
        (
            "for (const one of list) use(one); const two = 'x';",
            "for(let e of list)use(e);let e='x';",
        ),
        (
            "const f = (a) => { try { g(a); } catch (error) { h(error); } };",
            "let e=e=>{try{g(e)}catch(e){h(e)}};",
        ),
        (
            "const f = yes ? (one) => one : other; const one = 'x'; f(one);",
            "let e=yes?e=>e:other,s='x';e(s);",
        ),
    ];

    #[test]
    fn names_are_short_and_hide_nothing_that_is_used() {
        for (script, short) in SCOPES {
            assert_eq!(squeezed(script, &[]), short, "{script}");
        }
    }
}
