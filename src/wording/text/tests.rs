//! Both languages say the same things, and every key that the code names exists.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use super::{Language, Text};

/// Key and the variables its text uses.
fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    let mut current = String::new();
    for line in language
        .source()
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        if !line.starts_with([' ', '}']) {
            let key = line.split('=').next().unwrap_or_default().trim().to_owned();
            assert!(
                keys.insert(key.clone(), BTreeSet::new()).is_none(),
                "{key} is there twice"
            );
            current = key;
        }
        let variables = line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_')
                .collect::<String>()
        });
        keys.entry(current.clone()).or_default().extend(variables);
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_places() {
    let (english, turkish) = (keys(Language::English), keys(Language::Turkish));
    assert_eq!(english, turkish);
    assert!(english.len() > 10);
}

#[test]
fn every_text_can_be_read() {
    for language in Language::ALL {
        let text = Text::new(language);
        for key in keys(language).keys() {
            assert!(text.has(key), "{language:?}: {key} has no text");
        }
    }
}

#[test]
fn a_missing_key_is_shown_by_its_name() {
    assert_eq!(Text::new(Language::English).t("no-such-key"), "no-such-key");
}

#[test]
fn every_key_in_the_code_has_a_text() {
    let mut used = BTreeSet::new();
    collect_keys(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/desktop"), &mut used);
    let text = Text::new(Language::English);
    let missing: Vec<_> = used.into_iter().filter(|key| !text.has(key)).collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
}

fn collect_keys(folder: &Path, used: &mut BTreeSet<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect_keys(&path, used);
        } else if let Ok(source) = fs::read_to_string(&path) {
            for call in [".t(\"", ".tv(\"", "key!(\""] {
                used.extend(
                    source
                        .split(call)
                        .skip(1)
                        .filter_map(|rest| rest.split('"').next())
                        .map(str::to_owned),
                );
            }
        }
    }
}
