//! The packages that are linked into the program, as `cargo metadata` names them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// One package of one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    pub name: String,
    pub version: String,
    /// An SPDX expression, or the older form with slashes.
    pub license: String,
    pub repository: String,
    pub authors: Vec<String>,
    pub folder: PathBuf,
}

/// For which systems packages are looked up.
#[derive(Debug, Clone, Copy)]
pub enum Systems {
    /// The one that runs this. Its packages are on the disk, since the tests are built from them.
    This,
    /// Every one. Cargo fetches what other systems need.
    Every,
}

/// The packages that are linked into `beckon`: its normal dependencies, and theirs. Macros, build scripts and tests are not.
pub fn linked(systems: Systems) -> BTreeSet<Package> {
    let tree = cargo(
        systems,
        &[
            "tree",
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ],
        "--target",
    );
    let reached: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect();
    let metadata = cargo(systems, &["metadata", "--format-version", "1"], "--filter-platform");
    let metadata: Value = serde_json::from_str(&metadata).expect("cargo metadata writes JSON");
    list(&metadata["packages"])
        .iter()
        .map(package)
        .filter(|package| package.name != env!("CARGO_PKG_NAME"))
        .filter(|package| reached.contains(&(package.name.as_str(), package.version.as_str())))
        .collect()
}

/// What cargo prints about the packages of `systems`; `target` is the option that names one system.
fn cargo(systems: Systems, arguments: &[&str], target: &str) -> String {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(arguments)
        .arg("--locked")
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    match systems {
        Systems::This => command.args(["--offline", target, &host()]),
        Systems::Every if target == "--target" => command.args([target, "all"]),
        Systems::Every => &mut command,
    };
    let output = command.output().expect("cargo starts");
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {}: {problem}", arguments[0]);
    String::from_utf8(output.stdout).expect("cargo writes UTF-8")
}

/// The triple of the compiler that builds this.
fn host() -> String {
    let output = Command::new(env!("CARGO"))
        .args(["--version", "--verbose"])
        .output()
        .expect("cargo starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.expect("cargo names its host").to_owned()
}

fn package(value: &Value) -> Package {
    let manifest = Path::new(text(&value["manifest_path"]));
    Package {
        name: text(&value["name"]).to_owned(),
        version: text(&value["version"]).to_owned(),
        license: value["license"].as_str().unwrap_or("").to_owned(),
        repository: value["repository"].as_str().unwrap_or("").to_owned(),
        authors: list(&value["authors"])
            .iter()
            .map(|author| text(author).to_owned())
            .collect(),
        folder: manifest.parent().expect("a manifest is in a folder").to_owned(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list of cargo metadata")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text of cargo metadata")
}
