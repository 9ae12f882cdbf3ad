//! The laws of everything that is read from outside, as plain functions of bytes: what can be read is the same once it is written and read again, and
//! what cannot be read is refused in one line with a remedy. None of them may panic.
//!
//! `tests/fuzz` lets cargo-fuzz search for bytes that break them; the tests here try a fixed number of mutations of the fixtures each time.

use std::fs;
use std::path::Path;

use crate::backend::Tags;
use crate::campaign::{Campaign, FileProblem, ReadError, SavedAudience, SiteDocument, from_json, to_json};
use crate::notation::{self, Notation};
use crate::publish::{self, Intention};
use crate::reach::{Log, ReachError, count};
use crate::visitor::{Journey, Visitor, VisitorError};

/// A reader that must obey its laws.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name in `tests/fuzz`.
    pub name: &'static str,
    /// Reads some bytes, and panics when a law is broken.
    pub check: fn(&[u8]),
    /// Bytes to start from.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// Every reader.
pub const TARGETS: [Target; 11] = [
    Target {
        name: "campaign",
        check: campaign,
        seeds: campaigns,
    },
    Target {
        name: "audience",
        check: audience,
        seeds: || texts(&AUDIENCES),
    },
    Target {
        name: "notation",
        check: notation,
        seeds: || texts(&NOTATIONS),
    },
    Target {
        name: "visitor",
        check: visitor,
        seeds: || texts(&VISITORS),
    },
    Target {
        name: "journey",
        check: journey,
        seeds: || texts(&JOURNEYS),
    },
    Target {
        name: "log",
        check: log,
        seeds: logs,
    },
    Target {
        name: "bundle",
        check: bundle,
        seeds: bundles,
    },
    Target {
        name: "data_url",
        check: data_url,
        seeds: || texts(&DATA_URLS),
    },
    Target {
        name: "entity_tags",
        check: entity_tags,
        seeds: || texts(&ENTITY_TAGS),
    },
    Target {
        name: "outbox",
        check: outbox,
        seeds: intentions,
    },
    Target {
        name: "ledger",
        check: ledger,
        seeds: pages,
    },
];

/// Checks a campaign file.
pub fn campaign(input: &[u8]) {
    match from_json(input) {
        Ok(campaign) => {
            // What a file leaves out is written as its default.
            let written = to_json(&campaign);
            let again = from_json(written.as_bytes()).expect("it was written here");
            assert_eq!(to_json(&again), written);
        }
        Err(error) => assert_refused(&error, input),
    }
}

/// Checks a saved audience.
pub fn audience(input: &[u8]) {
    match SavedAudience::from_json(input) {
        Ok(audience) => {
            let written = audience.to_json();
            let again = SavedAudience::from_json(written.as_bytes()).expect("it was written here");
            assert_eq!(again.to_json(), written);
            assert!(again.audience.references().is_empty(), "one uses another");
        }
        Err(error) => assert_refused(&error, input),
    }
}

/// Checks an audience in the notation of another program.
pub fn notation(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match notation::read(text) {
        Ok(found) => {
            for other in Notation::ALL {
                let written = notation::write(&found.audience, other);
                notation::read(&written.text()).expect("it was written here");
            }
        }
        Err(error) => assert_line(&error.to_string(), error.hint()),
    }
}

/// Checks a visitor file.
pub fn visitor(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match Visitor::from_json(text) {
        Ok(visitor) => {
            let written = serde_json::to_string(&visitor).expect("it has text keys and finite numbers");
            assert_eq!(Visitor::from_json(&written).expect("it was written here"), visitor);
        }
        Err(error) => assert_no_visitor(&error, input),
    }
}

/// Checks a journey file.
pub fn journey(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match Journey::from_json(text) {
        Ok(journey) => {
            let written = serde_json::to_string(&journey).expect("it has text keys and finite numbers");
            assert_eq!(Journey::from_json(&written).expect("it was written here"), journey);
        }
        Err(error) => assert_no_visitor(&error, input),
    }
}

/// Checks a log of visitors: examined, and counted.
pub fn log(input: &[u8]) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("log");
    fs::write(&path, input).expect("written");
    if let Err(error) = read_log(&path) {
        assert_line(&error.to_string(), error.hint());
    }
}

fn read_log(path: &Path) -> Result<(), ReachError> {
    let log = Log::open(path)?;
    let campaign = counted();
    let mapping = log.suggest(&campaign);
    let reach = count(&campaign, &log, &mapping, chrono::DateTime::UNIX_EPOCH, &mut |_| true)?;
    assert!(reach.unreadable + reach.qualified <= reach.rows, "{reach:?}");
    assert!(reach.examples.len() as u64 <= reach.unreadable, "{reach:?}");
    Ok(())
}

/// Checks a bundle of campaigns.
pub fn bundle(input: &[u8]) {
    match publish::read_bundle(input) {
        Ok(bundle) => {
            let written = bundle.to_json();
            let again = publish::read_bundle(written.as_bytes()).expect("it was written here");
            assert_eq!(again.to_json(), written);
        }
        Err(error) => assert_refused(&error, input),
    }
}

/// Checks a data URL with a picture.
pub fn data_url(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    if let Some(bytes) = publish::picture_of(&text) {
        assert_eq!(publish::picture_of(&publish::data_url(&bytes)), Some(bytes));
    }
}

/// Checks the value of `If-Match` or `If-None-Match`.
pub fn entity_tags(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    if let Some(tags) = Tags::parse(&text) {
        assert_eq!(Tags::parse(&tags.to_string()), Some(tags));
    }
}

/// Checks a file of the outbox.
pub fn outbox(input: &[u8]) {
    if let Ok(intention) = Intention::from_json(input) {
        let written = intention.to_json();
        let again = Intention::from_json(written.as_bytes()).expect("it was written here");
        assert_eq!(again.to_json(), written);
    }
}

/// Checks a page of the ledger.
pub fn ledger(input: &[u8]) {
    if let Some(entry) = publish::read_page(input) {
        let written = publish::write_page(&entry).expect("it has text keys and finite numbers");
        let again = publish::read_page(written.as_bytes()).expect("it was written here");
        assert_eq!(publish::write_page(&again).expect("as before"), written);
    }
}

fn assert_line(message: &str, hint: &str) {
    for text in [message, hint] {
        assert!(
            !text.is_empty() && !text.contains(['\n', '\r']),
            "{message:?} ({hint:?})"
        );
    }
}

fn assert_refused(error: &ReadError, input: &[u8]) {
    assert!(!error.problems.is_empty());
    let lines = input.iter().filter(|byte| **byte == b'\n').count() + 1;
    for problem in &error.problems {
        assert_line(&problem.message(), &problem.hint());
        let FileProblem { position, .. } = problem;
        assert!(
            position.is_none_or(|(line, column)| line >= 1 && line <= lines && column >= 1),
            "{problem:?}"
        );
    }
}

fn assert_no_visitor(error: &VisitorError, input: &[u8]) {
    match error {
        VisitorError::Text(error) => assert_refused(error, input),
        VisitorError::NotAnObject | VisitorError::Shape { .. } | VisitorError::Event { .. } => {
            assert_line(&error.to_string(), &error.hint());
        }
    }
}

const VISITORS: [&str; 3] = [
    r#"{"url":"https://www.example.com/a?b=c#d","page_views":3,"visits":9,"views":1,"clicks":0,"scroll_ratio":12.5,"browser":"chrome","browser_version":"120.0.1","device_type":"mobile","browser_language":"tr-TR","custom":{"plan":"gold","age":41,"score":0.1,"vip":true,"none":null}}"#,
    "{}",
    r#"{"visits":18446744073709551615,"custom":{"😀":"\ud83d\ude00"}}"#,
];

const JOURNEYS: [&str; 2] = [
    r#"{"start":"2026-11-28T10:00:00Z","visitor":{"visits":2,"custom":{"plan":"gold"}},"events":[{"at":0,"open":"https://www.example.com/"},{"at":1.5,"scroll":50},{"at":2,"exit":true},{"at":3,"click":true},{"at":4,"close":true},{"at":5,"converse":true},{"at":5.5,"input":true},{"at":6,"identify":{"plan":null}},{"at":7,"away":true},{"at":8,"covered":false},{"at":9,"end":true}]}"#,
    r#"{"start":"2026-11-28T10:00:00.123456789+03:00","events":[]}"#,
];

const LOGS: [&str; 4] = [
    "url,visits,plan,date\nhttps://www.example.com/,3,gold,2026-11-28\n\"https://a.example/?q=\"\"x\"\"\",0,,\n",
    "visits;plan\r\n1;\"a\nb\"\r\n2;c\r\n",
    "{\"visits\":1,\"custom\":{\"plan\":\"gold\"},\"url\":\"https://www.example.com/\"}\n{\"visits\":2}\n\n{\"visits\":null}\n",
    "\u{feff}visits\tplan\n1\t2\n",
];

const DATA_URLS: [&str; 4] = [
    "data:image/png;base64,iVBORw0KGgo=",
    "data:text/plain;charset=utf-8,a%20b%ff#fragment",
    "data:,",
    "data:image/svg+xml;base64,PHN2Zy8+",
];

/// Saved audiences.
const AUDIENCES: [&str; 2] = [
    r#"{"format":"beckon.audience","version":1,"name":"A","description":"B","audience":{"any":[{"field":"visits","operator":"at_least","value":2},{"none":[{"field":"custom","key":"plan","operator":"is_set"}]}]},"owner":1}"#,
    r#"{"format":"beckon.audience","version":1,"audience":{"all":[]}}"#,
];

/// Audiences in the notations of other programs.
const NOTATIONS: [&str; 3] = [
    r#"{"and":[{"!":{"or":[{"in":["a",{"var":"current_page_url"}]},{"missing":["custom.plan"]}]}},{"<=":[1,{"var":"visits"},3]}]}"#,
    r#"{"or":[{"==":[{"substr":[{"var":"referrer"},0,2]},"ab"]},{"and":[{"!=":[{"var":"custom.a"},null]},{">":[{"var":"custom.a"},2]}]}]}"#,
    r#"{"combinator":"or","not":true,"rules":[{"field":"visits","operator":"between","value":"1,2"},{"combinator":"and","rules":[{"field":"browser","operator":"in","value":["chrome"]}]}]}"#,
];

/// A site document.
const SITE: &str = r##"{"format":"beckon.site","version":1,"name":"A","addresses":["https://a.example"],"look":{"color":"#16a34a"},"quiet":10}"##;

const ENTITY_TAGS: [&str; 4] = ["*", "\"a\"", "W/\"a\", \"b\" ,, \"\"", "\"a,b\",\tW/\"*\""];

fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// Returns the fixtures and the samples.
fn campaigns() -> Vec<Vec<u8>> {
    let folders = ["tests/fixtures/valid", "tests/fixtures/broken", "sample-campaigns"];
    let folders = folders.map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let entries = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the fixtures are there"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a fixture")).collect()
}

fn readable() -> Vec<Campaign> {
    campaigns().iter().filter_map(|text| from_json(text).ok()).collect()
}

fn counted() -> Campaign {
    let text = r#"{"format":"beckon.campaign","version":1,"id":"a","name":"A","audience":{"all":[
        {"field":"visits","operator":"at_least","value":1},{"field":"current_page_url","operator":"contains","value":"example"},
        {"field":"custom","key":"plan","operator":"equals","value":"gold"}]},
        "activity":{"join":"and","conditions":[]},"content":{"type":"text","text":"Hello"}}"#;
    from_json(text.as_bytes()).expect("a campaign")
}

fn logs() -> Vec<Vec<u8>> {
    texts(&LOGS)
}

fn bundles() -> Vec<Vec<u8>> {
    let pictures = [("images/a.png".to_owned(), b"\x89PNG\r\n\x1a\n".to_vec())];
    let of = |campaigns: &[Campaign]| publish::Bundle {
        campaigns: campaigns.to_vec(),
        pictures: pictures.clone().into(),
    };
    readable()
        .chunks(4)
        .map(|some| of(some).to_json().into_bytes())
        .collect()
}

fn intentions() -> Vec<Vec<u8>> {
    let operation = |what: &str| {
        format!(
            r#"{{"format":"beckon.intention","version":1,"id":"0193a1b2-7c00-7000-8000-000000000001","library":"l","connection":"c","campaign":"a","name":"A","at":"2026-11-28T10:00:00.500Z","what":"{what}"}}"#
        )
    };
    let launch = |campaign: &Campaign| {
        let start = operation("launch");
        let start = start.trim_end_matches('}');
        let document = to_json(campaign);
        format!(
            r#"{start},"document":{document},"images":{{"images/a.png":"data:image/png;base64,AA=="}},"renamed":{{"b":"c"}}}}"#
        )
    };
    let launches = readable().iter().map(launch).collect::<Vec<_>>();
    let site = operation("launch").replace(r#""campaign":"a""#, r#""campaign":null"#);
    let site = site.replace(r#""version":1"#, r#""version":2"#);
    let site = format!(r#"{},"document":{SITE}}}"#, site.trim_end_matches('}'));
    let all = [operation("pause"), operation("take_down"), site]
        .into_iter()
        .chain(launches);
    all.map(String::into_bytes).collect()
}

fn pages() -> Vec<Vec<u8>> {
    let page = |campaign: &Campaign| {
        let mut entry = publish::Entry::new(&publish::EntryKey::new("l", "c", "a"), "A");
        entry.etag = Some("\"1\"".to_owned());
        entry.live = Some(publish::Document::Campaign(Box::new(campaign.clone())));
        publish::write_page(&entry).expect("written").into_bytes()
    };
    let site = SiteDocument::from_json(SITE.as_bytes()).expect("a site document");
    let mut entry = publish::Entry::new(&publish::EntryKey::site("l", "c"), "A");
    entry.live = Some(publish::Document::Site(Box::new(site)));
    let site = publish::write_page(&entry).expect("written").into_bytes();
    readable().iter().map(page).chain([site]).collect()
}

/// A driver for the stable compiler: the same mutations each time.
#[cfg(test)]
mod tests {
    use std::panic;

    use serde_json::{Value, json};

    use super::*;

    /// How many mutations of its seeds each reader gets.
    const RUNS: usize = 600;
    /// Bytes that readers look for.
    const WORDS: [&str; 24] = [
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\n",
        "\r\n",
        "\0",
        "null",
        "true",
        "-0",
        "1e999",
        "0.1",
        "123456789012345678901234567890",
        "\\u0000",
        "\\ud800",
        "\u{feff}",
        "😀",
        "İ",
        "%",
        ";base64,",
    ];

    /// A generator of numbers that look random (xorshift), from a seed.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, bound: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 >> 11) as usize % bound.max(1)
        }

        fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
            &of[self.below(of.len())]
        }

        /// Changes bytes, regardless of their meaning.
        fn mutate_bytes(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
            let (one, two) = (self.below(bytes.len() + 1), self.below(bytes.len() + 1));
            let (from, to) = (one.min(two), one.max(two).min(one.min(two) + 64));
            match self.below(6) {
                0 => drop(bytes.drain(from..to)),
                1 => bytes.truncate(from),
                2 => {
                    let twice = bytes[from..to].to_vec();
                    bytes.splice(from..from, twice);
                }
                3 => drop(bytes.splice(from..from, self.pick(&WORDS).bytes())),
                4 => {
                    let start = self.below(other.len() + 1);
                    let end = (start + self.below(64)).min(other.len());
                    bytes.splice(from..to, other[start..end].iter().copied());
                }
                _ => {
                    if let Some(byte) = bytes.get_mut(from) {
                        *byte ^= 1 << self.below(8);
                    }
                }
            }
        }

        /// Changes a value within a JSON text, so that its reader gets to see it.
        fn mutate_value(&mut self, value: &mut Value, depth: usize) {
            let inside = match value {
                Value::Array(items) if !items.is_empty() => Some(self.below(items.len())),
                Value::Object(map) if !map.is_empty() => Some(self.below(map.len())),
                _ => None,
            };
            if let Some(place) = inside
                && depth > 0
                && self.below(6) > 0
            {
                let within = match value {
                    Value::Array(items) => items.get_mut(place),
                    Value::Object(map) => map.values_mut().nth(place),
                    _ => None,
                };
                return self.mutate_value(within.expect("it was counted"), depth - 1);
            }
            let twin = value.clone();
            *value = match self.below(12) {
                0 => Value::Null,
                1 => json!(true),
                2 => json!(-0.0),
                3 => json!(u64::MAX),
                4 => json!(0.1 + 0.2),
                5 => json!(format!("{}\u{0}\r\n\u{202e}", self.pick(&WORDS))),
                6 => json!("x".repeat(self.below(3000))),
                7 => json!([twin.clone(), twin]),
                8 => json!({ "all": [twin.clone()], "later\n": twin }),
                9 => json!("2026-11-28T24:00:00.1234567891+14:00"),
                10 => json!(5e-324),
                _ => json!({}),
            };
        }

        fn mutated(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
            let mut bytes = self.pick(seeds).clone();
            if self.below(2) == 0
                && let Ok(mut value) = serde_json::from_slice::<Value>(&bytes)
            {
                (0..=self.below(3)).for_each(|_| self.mutate_value(&mut value, 8));
                return value.to_string().into_bytes();
            }
            let other = self.pick(seeds).clone();
            (0..=self.below(4)).for_each(|_| self.mutate_bytes(&mut bytes, &other));
            bytes
        }
    }

    #[test]
    fn no_mutation_of_a_fixture_breaks_a_law() {
        let mut broken = Vec::new();
        for target in TARGETS {
            let seeds = (target.seeds)();
            assert!(!seeds.is_empty(), "{}", target.name);
            let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
            let mutations = (0..RUNS).map(|_| dice.mutated(&seeds));
            let fails = |input: &Vec<u8>| panic::catch_unwind(|| (target.check)(input)).is_err();
            if let Some(input) = seeds.iter().cloned().chain(mutations).find(fails) {
                broken.push(format!("{}: {}", target.name, String::from_utf8_lossy(&input)));
            }
        }
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    }

    /// What cargo-fuzz has found, by target.
    const FOUND: [(&str, &str); 6] = [
        ("campaign", "{\"ve\\rsion\": 1, \"ve\\rsion\": 1}"),
        (
            "campaign",
            "{\"format\": \"beckon.campaign\", \"version\": 1, \"n\\n\": 1, \"n\\n\": 2}",
        ),
        ("visitor", "{\"page\\nviews\": 1}"),
        ("journey", "{\"[[ea\\n\\\\na]\": 4}"),
        ("log", "\"a\nb\",\"a\nb\"\n1,2\n"),
        ("log", "\"visits\",\"pl\ran\",\"pl\ran\"\n1,2,3\n"),
    ];

    #[test]
    fn what_was_found_once_holds() {
        for (name, input) in FOUND {
            let target = TARGETS.iter().find(|target| target.name == name).expect(name);
            (target.check)(input.as_bytes());
        }
    }

    #[test]
    fn every_reader_is_a_target_of_cargo_fuzz() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
        let package = fs::read_to_string(folder.join("Cargo.toml")).expect("the package");
        for Target { name, .. } in TARGETS {
            let target = fs::read_to_string(folder.join(format!("targets/{name}.rs"))).expect(name);
            assert!(target.contains(&format!("fuzzing::{name}(")), "{name}");
            assert!(package.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
        }
    }

    /// Refused seeds would leave a reader untested.
    #[test]
    fn seeds_are_read() {
        assert!(readable().len() > 20 && readable().len() < campaigns().len());
        assert!(VISITORS.iter().all(|text| Visitor::from_json(text).is_ok()));
        assert!(JOURNEYS.iter().all(|text| Journey::from_json(text).is_ok()));
        assert!(
            AUDIENCES
                .iter()
                .all(|text| SavedAudience::from_json(text.as_bytes()).is_ok())
        );
        assert!(NOTATIONS.iter().all(|text| notation::read(text).is_ok()));
        assert!(bundles().iter().all(|text| publish::read_bundle(text).is_ok()));
        assert!(intentions().iter().all(|text| Intention::from_json(text).is_ok()));
        assert!(pages().iter().all(|text| publish::read_page(text).is_some()));
        assert!(DATA_URLS.iter().all(|text| publish::picture_of(text).is_some()));
        assert!(ENTITY_TAGS.iter().all(|text| Tags::parse(text).is_some()));
    }
}
