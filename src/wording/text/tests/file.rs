//! A file of texts, as far as tests read it: keys, places, and which texts are part of others.

use std::collections::{BTreeMap, BTreeSet};

/// What one text uses.
#[derive(Debug, Default)]
struct Message {
    /// Values that are written.
    shown: BTreeSet<String>,
    /// Values that choose between variants.
    choosing: BTreeSet<String>,
    /// Texts that are part of it.
    parts: BTreeSet<String>,
}

/// The texts of a file.
pub(super) struct Messages(BTreeMap<String, Message>);

impl Messages {
    pub(super) fn read(file: &str) -> Self {
        let mut messages = BTreeMap::new();
        let mut current = String::new();
        for line in file
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        {
            if !line.starts_with([' ', '}']) {
                let key = line.split('=').next().unwrap_or_default().trim().to_owned();
                let known = messages.insert(key.clone(), Message::default());
                assert!(known.is_none(), "{key} is there twice");
                current = key;
            }
            if let Some(message) = messages.get_mut(&current) {
                message.add(line);
            }
        }
        Self(messages)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Returns every text that is part of another.
    pub(super) fn references(&self) -> BTreeSet<String> {
        self.0.values().flat_map(|message| message.parts.clone()).collect()
    }

    /// Returns the values that a text writes, including its parts.
    pub(super) fn shown(&self, key: &str) -> BTreeSet<String> {
        self.gather(key, |message| message.shown.clone())
    }

    /// Returns the values that a text uses, including its parts.
    pub(super) fn places(&self, key: &str) -> BTreeSet<String> {
        self.gather(key, |message| message.shown.union(&message.choosing).cloned().collect())
    }

    fn gather(&self, key: &str, of: fn(&Message) -> BTreeSet<String>) -> BTreeSet<String> {
        let Some(message) = self.0.get(key) else {
            return BTreeSet::new();
        };
        let parts = message.parts.iter().flat_map(|part| self.gather(part, of));
        parts.chain(of(message)).collect()
    }
}

impl Message {
    /// Reads what is between braces in a line.
    fn add(&mut self, line: &str) {
        for inside in line.split('{').skip(1) {
            let inside = inside.split('}').next().unwrap_or_default().trim();
            if let Some(rest) = inside.strip_prefix('$') {
                let name = rest.split_whitespace().next().unwrap_or_default().to_owned();
                let chooses = inside.ends_with("->");
                let names = if chooses { &mut self.choosing } else { &mut self.shown };
                names.insert(name);
            } else if inside.starts_with(|letter: char| letter.is_ascii_lowercase()) {
                self.parts.insert(inside.to_owned());
            }
        }
    }
}
