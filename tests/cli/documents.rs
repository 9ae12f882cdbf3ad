//! The documents: each is a topic, their links lead somewhere, and they keep to plain words.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use beckon::help::TOPICS;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .collect()
}

/// Returns every document for users, with its text.
fn documents() -> Vec<(PathBuf, String)> {
    let folders = [
        "",
        "assets/docs",
        "tests",
        "tests/conformance",
        "tests/specification",
        "tests/benches",
    ];
    let paths = folders.iter().flat_map(|folder| files(folder, "md"));
    let documents: Vec<_> = paths
        .map(|path| (path.clone(), fs::read_to_string(&path).expect("a document")))
        .collect();
    assert!(documents.len() > TOPICS.len() + 5);
    documents
}

/// A document without its code, which may hold anything.
fn prose(document: &str) -> String {
    let outside = document.split("```").step_by(2).collect::<String>();
    outside.split('`').step_by(2).collect()
}

/// Returns the targets of a document's links and pictures, except other sites.
fn targets(document: &str) -> Vec<String> {
    let prose = prose(document);
    let targets = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://"))
        .map(str::to_owned)
        .collect()
}

/// Returns a heading's anchor on a code host.
fn anchors(document: &str) -> BTreeSet<String> {
    let headings = document.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            let kept = title
                .chars()
                .filter(|letter| letter.is_alphanumeric() || [' ', '-'].contains(letter));
            kept.collect::<String>().replace(' ', "-")
        })
        .collect()
}

#[test]
fn every_document_is_a_topic_and_every_topic_a_document() {
    let written = files("assets/docs", "md");
    let topics: BTreeSet<PathBuf> = TOPICS
        .iter()
        .map(|topic| root().join("assets/docs").join(topic.name).with_extension("md"))
        .collect();
    assert_eq!(written, topics);
    for topic in &TOPICS {
        assert!(
            topic.markdown.starts_with(&format!("# {}\n", topic.title())),
            "{}",
            topic.name
        );
        assert!(!topic.summary.ends_with('.'), "{}", topic.name);
    }
}

#[test]
fn the_readme_is_short_and_lists_every_document() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    assert!(readme.lines().count() <= 150, "{} lines", readme.lines().count());
    let listed: Vec<&str> = readme
        .lines()
        .filter(|line| line.contains("](assets/docs/") && line.starts_with('|'))
        .collect();
    let expected = TOPICS.map(|topic| {
        format!(
            "| [{}](assets/docs/{}.md) | {} |",
            topic.title(),
            topic.name,
            topic.summary
        )
    });
    assert_eq!(listed, expected);
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut pictures = BTreeSet::new();
    let mut wrong = Vec::new();
    for (path, text) in documents() {
        for target in targets(&text) {
            let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let led_to = match file {
                "" => path.clone(),
                file => path.parent().expect("a folder").join(file),
            };
            let is_there = match fs::read_to_string(&led_to) {
                Ok(text) if !anchor.is_empty() => anchors(&text).contains(anchor),
                _ => led_to.exists(),
            };
            if !is_there {
                wrong.push(format!("{}: {target}", path.display()));
            }
            pictures.extend(fs::canonicalize(&led_to));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let unused: Vec<PathBuf> = files("assets/pictures", "png")
        .into_iter()
        .filter(|picture| !pictures.contains(&fs::canonicalize(picture).expect("a picture")))
        .collect();
    assert!(unused.is_empty(), "no document shows {unused:?}");
}

/// Turns of phrase that a native technical writer would not use here.
const ODD: [&str; 7] = ["told", "wish", "anew", "mend", "mended", "is no", "beside the window"];

#[test]
fn documents_keep_to_plain_words() {
    let words_of_the_window = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/text/en.ftl"));
    let text = fs::read_to_string(&words_of_the_window).expect("the English texts");
    for (path, text) in documents().into_iter().chain([(words_of_the_window, text)]) {
        let letters = prose(&text).to_lowercase();
        let words: Vec<&str> = letters
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        // "There is no way" and "no longer" are plain; "a note is no way" is not.
        let spaced = format!(" {} ", words.join(" "))
            .replace(" there is no ", " ")
            .replace(" is no longer ", " ");
        let odd: Vec<&str> = ODD
            .into_iter()
            .filter(|phrase| spaced.contains(&format!(" {phrase} ")))
            .collect();
        assert_eq!(odd, Vec::<&str>::new(), "{}", path.display());
    }
}

/// Collects every text file of the project in a folder, except third-party packages and build output.
fn texts(folder: &Path, all: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') || ["node_modules", "notices", "target"].contains(&&*name) {
            continue;
        }
        if path.is_dir() {
            texts(&path, all);
        } else if let Ok(text) = fs::read_to_string(&path) {
            all.push((path, text));
        }
    }
}

#[test]
fn no_source_cites_a_document_that_is_not_there() {
    let mut sources = Vec::new();
    for folder in ["src", "tests", "assets"] {
        texts(&root().join(folder), &mut sources);
    }
    let mut wrong = Vec::new();
    let mut cited = 0;
    for (path, text) in &sources {
        for (index, line) in text.lines().enumerate() {
            let at = || format!("{}:{}", path.display(), index + 1);
            // A chapter number means an external document.
            let mut after = line.split("SPEC").skip(1);
            if after.any(|rest| rest.trim_start().starts_with(|letter: char| letter.is_ascii_digit())) {
                wrong.push(format!("{} cites a chapter", at()));
            }
            let quoted = line.split('`').skip(1).step_by(2);
            let documents = quoted.filter(|name| {
                ["tests/", "assets/docs/"].iter().any(|folder| name.starts_with(folder)) && name.ends_with(".md")
            });
            for document in documents {
                cited += 1;
                if !root().join(document).is_file() {
                    wrong.push(format!("{} cites {document}", at()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cited > 20, "{cited} citations were found");
}
