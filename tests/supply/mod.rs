//! What is linked into the program: that its licenses are allowed, that nothing is linked twice unknowingly, and that the notices name all
//! of it. `deny.toml` and `assets/notices` are held to Cargo's own words; nothing is fetched.

mod license;
mod notices;
mod packages;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::path::Path;

use license::Expression;
use packages::{Package, Systems, linked};

/// Set by `./run notices`: writes the notices instead of comparing.
const WRITE: &str = "BECKON_WRITE_NOTICES";

fn repository_file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("a file of the repository")
}

/// The quoted texts of a list in `deny.toml`.
fn listed(key: &str) -> BTreeSet<String> {
    let text = repository_file("deny.toml");
    let list = text
        .split(&format!("\n{key} = ["))
        .nth(1)
        .and_then(|after| after.split("\n]").next());
    list.unwrap_or_else(|| panic!("deny.toml has the list `{key}`"))
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .filter_map(|line| line.split('"').nth(1))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_license_is_allowed() {
    let allowed = listed("allow");
    let refused: Vec<String> = linked(Systems::This)
        .iter()
        .filter(|package| !Expression::read(&package.license).is_some_and(|license| license.is_met_by(&allowed)))
        .map(notices::line)
        .collect();
    assert!(
        refused.is_empty(),
        "licenses that deny.toml does not allow: {refused:#?}"
    );
}

#[test]
fn nothing_is_linked_twice_unknowingly() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Package { name, version, .. } in linked(Systems::This) {
        versions.entry(name).or_default().push(version);
    }
    // All but one version of each are listed, as cargo-deny counts.
    let known = listed("skip");
    let twice: Vec<String> = versions
        .into_iter()
        .filter(|(name, of)| {
            let unknown = of
                .iter()
                .filter(|version| !known.contains(&format!("{name}@{version}")));
            unknown.count() > 1
        })
        .map(|(name, of)| format!("{name} {}", of.join(", ")))
        .collect();
    assert!(
        twice.is_empty(),
        "linked in several versions, which deny.toml does not list: {twice:#?}"
    );
}

#[test]
fn the_notices_name_everything_that_is_linked() {
    if std::env::var_os(WRITE).is_some() {
        let text = notices::write(&linked(Systems::Every));
        fs::write(notices::place(), notices::pack(&text)).expect("the notices can be written");
    }
    let packed = fs::read(notices::place()).expect("the notices are there");
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed.as_slice())
        .read_to_string(&mut text)
        .expect("the notices unpack");
    let covered = notices::covered(&text);
    let missing: Vec<String> = linked(Systems::This)
        .iter()
        .map(notices::line)
        .filter(|line| !covered.contains(line.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "not in the notices; `./run notices` writes them: {missing:#?}"
    );
    let lock = repository_file("Cargo.lock");
    let gone: Vec<&&str> = covered
        .iter()
        .filter(|line| {
            let mut words = line.split([' ', ',']);
            let (name, version) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            !lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n"))
        })
        .collect();
    assert!(
        gone.is_empty(),
        "in the notices, but no longer used; `./run notices` writes them: {gone:#?}"
    );
}
