//! The places where the code uses texts, read from its sources.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::file::Messages;

/// How the code uses a text whose key follows directly; which texts besides that one, by endings; and whether values follow.
const ASKING: [(&str, &[&str], bool); 11] = [
    (".t(", &[""], false),
    (".tv(", &[""], true),
    (".t1(", &[""], true),
    ("text::word(language, ", &[""], false),
    (" word(language, ", &[""], false),
    ("(word(language, ", &[""], false),
    ("say(language, ", &[""], true),
    ("Sentence::of_text(language, ", &[""], true),
    ("between(", &[""], false),
    ("Words::of(", &["", "-hint"], true),
    ("key!(", &[""], false),
];

/// What a call passes.
pub(super) enum Given {
    /// These values.
    Exactly(BTreeSet<String>),
    /// Some of these values, which are named where the call is.
    Among(BTreeSet<String>),
}

/// A place that uses texts by their keys.
pub(super) struct Call {
    /// The file and the line.
    pub(super) place: String,
    pub(super) keys: Vec<String>,
    pub(super) given: Given,
}

/// Returns the sources of the program without their tests: path and code.
pub(super) fn sources() -> Vec<(PathBuf, String)> {
    let mut sources = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    sources
}

fn collect(folder: &Path, sources: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.iter().any(|part| part == "tests" || part == "tests.rs") {
            continue;
        }
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let code = fs::read_to_string(&path).expect("a source file");
            let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            sources.push((path, lines.collect::<Vec<_>>().join("\n")));
        }
    }
}

/// Returns every place that uses a text by a literal key.
pub(super) fn calls() -> Vec<Call> {
    let mut calls = Vec::new();
    for (path, code) in sources() {
        for (asking, endings, takes_values) in ASKING {
            for (at, _) in code.match_indices(asking) {
                let behind = &code[at + asking.len()..];
                let Some((key, rest)) = literal(behind.trim_start().trim_start_matches('&')) else {
                    continue;
                };
                let line = code[..at].lines().count();
                let given = match takes_values {
                    true => given(&code[..at], rest),
                    false => Given::Exactly(BTreeSet::new()),
                };
                calls.push(Call {
                    place: format!("{}, near line {line}", path.display()),
                    keys: endings.iter().map(|ending| format!("{key}{ending}")).collect(),
                    given,
                });
            }
        }
    }
    calls
}

/// Returns the values of a call: those of its literal list, or some of those that its function names.
fn given(before: &str, rest: &str) -> Given {
    let rest = rest.trim_start().trim_start_matches(',').trim_start();
    // The helper for one value takes the value's name.
    if let Some((name, _)) = literal(rest) {
        return Given::Exactly(BTreeSet::from([name.to_owned()]));
    }
    if let Some(list) = rest.strip_prefix("&[") {
        let mut depth = 1;
        let inside = list.split_once(|letter: char| {
            depth += i32::from("[(".contains(letter)) - i32::from("])".contains(letter));
            depth == 0
        });
        return Given::Exactly(names(inside.map_or(list, |(inside, _)| inside)));
    }
    let function = before.rfind("fn ").unwrap_or_default();
    Given::Among(names(&before[function..]))
}

/// Returns the names in pairs such as `("count", …)`.
fn names(code: &str) -> BTreeSet<String> {
    code.split('(')
        .filter_map(|rest| literal(rest.trim_start()))
        .filter(|(_, rest)| rest.trim_start().starts_with(','))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Returns the text literal that code begins with, and what follows it.
fn literal(code: &str) -> Option<(&str, &str)> {
    code.strip_prefix('"')?.split_once('"')
}

/// All text literals of the program that may be keys.
pub(super) struct Literals {
    whole: BTreeSet<String>,
    /// What comes before, between and after inserted values.
    filled: BTreeSet<Vec<String>>,
}

pub(super) fn literals() -> Literals {
    let mut literals = Literals {
        whole: BTreeSet::new(),
        filled: BTreeSet::new(),
    };
    let is_key = |text: &str| {
        let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_{}".contains(letter);
        !text.is_empty() && text.chars().all(fits)
    };
    for (_, code) in sources() {
        for text in code.split('"').filter(|text| is_key(text)) {
            if !text.contains('{') {
                literals.whole.insert(text.to_owned());
            } else if text.contains('-') {
                let behind = text
                    .split('{')
                    .map(|part| part.split_once('}').map_or(part, |(_, behind)| behind));
                literals.filled.insert(behind.map(str::to_owned).collect());
            }
        }
    }
    literals
}

impl Literals {
    /// Returns whether the code names a key: as a whole, or as a beginning, an ending and an inserted value. What is only an ending belongs to a key
    /// that is named itself.
    pub(super) fn name(&self, key: &str, messages: &Messages) -> bool {
        self.whole.contains(key) || self.filled.iter().any(|parts| self.fills(parts, key, messages))
    }

    fn fills(&self, parts: &[String], key: &str, messages: &Messages) -> bool {
        let [first, .., last] = parts else { return false };
        let Some(between) = key
            .strip_prefix(first.as_str())
            .and_then(|rest| rest.strip_suffix(last.as_str()))
        else {
            return false;
        };
        match first.is_empty() {
            true => {
                !last.is_empty()
                    && (messages.has(between) || self.whole.contains(between))
                    && self.name(between, messages)
            }
            false => !between.is_empty(),
        }
    }
}
