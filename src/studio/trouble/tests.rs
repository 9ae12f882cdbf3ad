//! Everything that can go wrong has words of its own in each language.

#![expect(clippy::disallowed_methods, reason = "tests write the files that cannot be read")]

mod cases;
mod files;
mod publishing;

use std::{collections::BTreeSet, fs, path::Path};

use self::{
    cases::{Case, every_case},
    publishing::refusal,
};
use super::{InWords, Words};
use crate::{
    campaign::from_json,
    publish::{Answer, Reason, RefusalCause},
    wording::text::{Language, Text},
};

/// Returns the faults in the words of a case.
fn faults(case: &Case) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    for Words { what, hint, .. } in [&case.english, &case.turkish] {
        for word in &case.named {
            expect(what.contains(word), word);
        }
        for text in [what, hint] {
            let unresolved = ["trouble-", "{", "$"].iter().any(|sign| text.contains(sign));
            expect(!text.is_empty() && !unresolved, "a text of its own");
        }
        expect(hint.ends_with('.'), "a remedy in whole sentences");
        expect(!what.ends_with('.'), "no full stop");
    }
    let Case {
        cli, english, turkish, ..
    } = case;
    expect(english.what != turkish.what, "another language");
    expect(english.hint != turkish.hint, "a remedy in another language");
    expect(!turkish.what.contains(cli.as_str()), "no English in Turkish");
    faults
}

#[test]
fn everything_that_goes_wrong_has_words_and_a_remedy_in_each_language() {
    let wrong: Vec<String> = every_case()
        .iter()
        .filter(|case| !faults(case).is_empty())
        .map(|case| format!("{}: {:?} {:?} {:?}", case.cli, faults(case), case.english, case.turkish))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The keys of a language's texts about trouble, each with the pieces between its values.
fn texts() -> Vec<(String, Vec<String>)> {
    let source = include_str!("../../../assets/text/en.ftl");
    let lines = source
        .lines()
        .filter_map(|line| line.strip_prefix("trouble-")?.split_once(" = "));
    lines
        .map(|(key, template)| {
            let pieces = template
                .split('{')
                .map(|piece| piece.split('}').next_back().unwrap_or_default());
            (key.to_owned(), pieces.map(str::to_lowercase).collect())
        })
        .collect()
}

#[test]
fn every_text_about_trouble_is_said_of_something() {
    let cases = every_case();
    let said: Vec<String> = cases
        .iter()
        .flat_map(|case| [case.english.what.to_lowercase(), case.english.hint.to_lowercase()])
        .collect();
    let unsaid: BTreeSet<String> = texts()
        .into_iter()
        .filter(|(_, pieces)| {
            !said
                .iter()
                .any(|text| pieces.iter().all(|piece| text.contains(piece.as_str())))
        })
        .map(|(key, _)| key)
        .collect();
    // A backend's own words are in a test of their own.
    assert_eq!(
        unsaid,
        BTreeSet::from(["answer-advice".to_owned(), "answer-words".to_owned()])
    );
}

#[test]
fn a_backends_own_words_are_passed_on_as_its_own() {
    let answer = Answer {
        status: 422,
        problem: None,
        words: Some("the title is empty".to_owned()),
        hint: Some("write one".to_owned()),
    };
    let turkish = Text::new(Language::TURKISH);
    for words in [
        refusal(answer.clone(), RefusalCause::Answered).words(&turkish),
        Reason::NotNow(answer).words(&turkish),
    ] {
        assert_eq!(words.what, "Sunucunun yanıtı: “the title is empty”");
        assert_eq!(words.hint, "Sunucunun önerisi: “write one”");
    }
}

#[test]
fn every_broken_file_is_said_to_be_so_with_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/broken");
    let turkish = Text::new(Language::TURKISH);
    let mut read = 0;
    for entry in fs::read_dir(folder).expect("fixtures") {
        let path = entry.expect("an entry").path();
        let Err(error) = from_json(&fs::read(&path).expect("read")) else {
            continue;
        };
        read += 1;
        let words = error.words(&turkish);
        let placed = error.problems[0].position.is_some();
        assert_eq!(
            words.what.starts_with("Satır "),
            placed,
            "{}: {}",
            path.display(),
            words.what
        );
        let english = error.problems[0].message();
        assert!(!words.what.contains(&english), "{}: {}", path.display(), words.what);
    }
    assert!(read > 40, "{read}");
}
