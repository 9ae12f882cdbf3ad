//! One case of each failure, in the words of each language.

use std::{
    fmt::Display,
    io::{Error, ErrorKind},
    path::Path,
};

use super::{
    super::{InWords, Words},
    files, publishing,
};
use crate::{
    library::LibraryError,
    wording::text::{Language, Text},
};

/// A failure, in all the words that exist for it.
pub(super) struct Case {
    /// What the command line says.
    pub(super) cli: String,
    pub(super) english: Words,
    pub(super) turkish: Words,
    /// The expected words of both languages.
    pub(super) named: Vec<String>,
}

/// The cases of this test, and the texts that they are made from.
pub(super) struct Cases {
    english: Text,
    turkish: Text,
    all: Vec<Case>,
}

impl Cases {
    pub(super) fn add(&mut self, trouble: &(impl InWords + Display), named: &[&str]) {
        self.say(trouble.to_string(), trouble, named);
    }

    pub(super) fn say(&mut self, cli: String, trouble: &impl InWords, named: &[&str]) {
        self.all.push(Case {
            cli,
            english: trouble.words(&self.english),
            turkish: trouble.words(&self.turkish),
            named: named.iter().map(|word| (*word).to_owned()).collect(),
        });
    }
}

/// An error of the disk.
pub(super) fn disk(kind: ErrorKind, path: &str) -> LibraryError {
    LibraryError::new("save", Path::new(path), Error::new(kind, "EIO"))
}

/// Everything that can go wrong.
pub(super) fn every_case() -> Vec<Case> {
    let mut cases = Cases {
        english: Text::new(Language::ENGLISH),
        turkish: Text::new(Language::TURKISH),
        all: Vec::new(),
    };
    let families: [fn(&mut Cases); 9] = [
        files::of_library,
        files::of_files,
        files::of_pictures,
        files::of_exports,
        files::of_texts,
        publishing::of_connections,
        publishing::of_server,
        files::of_logs,
        files::of_journeys,
    ];
    families.iter().for_each(|family| family(&mut cases));
    cases.all
}
