//! Every language says the same things, every key and place that the code names exists, and no text is unused.

mod calls;
mod file;

use std::{collections::BTreeSet, path::Path};

use calls::{Call, Given, calls, literals, sources};
use file::Messages;

use super::{Language, Text};
use crate::insight::every_finding;
use crate::wording::finding;

/// Returns the texts of every language, English first.
fn languages() -> Vec<(Language, Messages)> {
    let read = |language: Language| (language, Messages::read(language.texts()));
    Language::ALL.into_iter().map(read).collect()
}

/// Returns what the texts of `keys` need in any language.
fn needed(keys: &[String], languages: &[(Language, Messages)]) -> BTreeSet<String> {
    let of = |(key, messages): (&String, &Messages)| messages.places(key);
    let pairs = keys
        .iter()
        .flat_map(|key| languages.iter().map(move |(_, messages)| (key, messages)));
    pairs.flat_map(of).collect()
}

#[test]
fn all_languages_have_the_same_keys_and_show_the_same_values() {
    let languages = languages();
    let (_, english) = &languages[0];
    assert!(english.keys().count() > 10);
    for (language, messages) in &languages[1..] {
        let keys = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        let (here, there) = (keys(messages), keys(english));
        assert_eq!(
            here.difference(&there).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{language:?} alone"
        );
        assert_eq!(
            there.difference(&here).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "not in {language:?}"
        );
        for key in english.keys() {
            assert_eq!(english.shown(key), messages.shown(key), "{language:?}: {key}");
        }
    }
}

#[test]
fn every_text_can_be_read() {
    for (language, messages) in languages() {
        let text = Text::of(language);
        for key in messages.keys() {
            assert!(text.has(key), "{language:?}: {key} has no text");
        }
    }
}

/// Apostrophes and quotation marks are those of print, except around what stands in a file; no English percent sign stands apart.
#[test]
fn texts_are_set_as_in_print() {
    for (language, _) in languages() {
        let lines = language.texts().lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let shown = line
                .replace("{\"{{\"}", "")
                .replace("{\"}}\"}", "")
                .replace("{\"\"}", "")
                .replace("{ \"\" }", "");
            let in_a_file = ["\"version\"", "\"120\""].iter().any(|quoted| shown.contains(quoted));
            assert!(in_a_file || !shown.contains('"'), "{language:?}: {line}");
            assert!(!shown.contains('\''), "{language:?}: {line}");
            assert!(
                !shown.contains(" %") || shown.contains(" %{") || shown.contains(" %1"),
                "{language:?}: {line}"
            );
        }
    }
}

#[test]
fn a_missing_key_is_shown_by_its_name() {
    assert_eq!(Text::of(Language::ENGLISH).t("no-such-key"), "no-such-key");
    assert_eq!(Text::of(Language::ENGLISH).word("no-such-key"), "no-such-key");
}

#[test]
fn every_key_that_the_code_asks_for_has_a_text() {
    let languages = languages();
    let (_, english) = &languages[0];
    let calls = calls();
    assert!(calls.len() > 500, "calls are recognised: {}", calls.len());
    let missing: Vec<_> = calls
        .iter()
        .flat_map(|call| &call.keys)
        .filter(|key| !english.has(key))
        .collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
}

#[test]
fn every_text_is_asked_for() {
    let languages = languages();
    let (_, english) = &languages[0];
    let literals = literals();
    let referred = english.references();
    let unused: Vec<_> = english
        .keys()
        .filter(|key| !literals.name(key, english) && !referred.contains(*key))
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

/// A call passes what the texts need in any language: nothing is missing, and nothing is passed in vain.
#[test]
fn the_code_gives_every_text_the_values_that_it_needs() {
    let languages = languages();
    let mut wrong = Vec::new();
    for Call { place, keys, given } in calls() {
        let needed = needed(&keys, &languages);
        let (missing, vain): (Vec<_>, Vec<_>) = match &given {
            Given::Exactly(names) => (needed.difference(names).collect(), names.difference(&needed).collect()),
            Given::Among(names) => (needed.difference(names).collect(), Vec::new()),
        };
        if !missing.is_empty() || !vain.is_empty() {
            wrong.push(format!(
                "{place}: {keys:?} lacks {missing:?}, and does not use {vain:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A new language is an entry of the list, a file and a grammar: nothing else knows which languages exist.
#[test]
fn only_the_list_and_the_grammars_know_which_languages_there_are() {
    let knows = |path: &Path| {
        ["language.rs", "english", "turkish"]
            .iter()
            .any(|name| path.iter().any(|part| part == *name))
    };
    let choosing = [
        "Language::TURKISH",
        "match language",
        "language() {",
        "== Language::",
        "Language::ENGLISH =>",
    ];
    let wrong: Vec<String> = sources()
        .into_iter()
        .filter(|(path, _)| !knows(path))
        .flat_map(|(path, code)| {
            let found = choosing.into_iter().filter(move |word| code.contains(word));
            found
                .map(move |word| format!("{}: `{word}`", path.display()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Findings pass their texts the values of their parameters.
#[test]
fn findings_give_their_texts_the_values_that_they_need() {
    let languages = languages();
    for found in every_finding() {
        let key = finding::key(found.code());
        let needed = needed(&[key.clone(), format!("{key}-fix")], &languages);
        let given: BTreeSet<_> = finding::values(&found.problem, Language::ENGLISH)
            .into_iter()
            .map(|(name, _)| name.to_owned())
            .collect();
        let missing: Vec<_> = needed.difference(&given).collect();
        assert!(missing.is_empty(), "{key} lacks {missing:?}");
        // Conflicts and lacks pass everything that any of them can express.
        let vain: Vec<_> = given
            .difference(&needed)
            .filter(|name| !["conditions", "because", "what"].contains(&name.as_str()))
            .collect();
        assert!(vain.is_empty(), "{key} does not use {vain:?}");
    }
}
