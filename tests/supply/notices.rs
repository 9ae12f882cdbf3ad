//! The notices that the program carries for what is linked into it: writes them, and reads which packages they cover.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};

use super::packages::Package;

/// Starts a line that names a covered package.
const MARK: &str = "- ";

/// The file in the repository.
pub fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/notices/notices.txt.gz")
}

/// The packages that notices cover: name, version and license, each as its line has it.
pub fn covered(notices: &str) -> BTreeSet<&str> {
    let head = notices.split(RULE).next().unwrap_or_default();
    head.lines().filter_map(|line| line.strip_prefix(MARK)).collect()
}

/// The line of a package.
pub fn line(package: &Package) -> String {
    let Package {
        name,
        version,
        license,
        repository,
        ..
    } = package;
    format!("{name} {version}, {license}, {repository}")
        .trim_end_matches(", ")
        .to_owned()
}

const RULE: &str = "\n\n------------------------------------------------------------------------\n\n";

/// Notices for packages, and for the fonts beside the program.
pub fn write(packages: &BTreeSet<Package>) -> String {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut bare = Vec::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let found = license_texts(package);
        if found.is_empty() {
            bare.push(format!("{name}, by {}", authors(package)));
        }
        for text in found {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    for (name, file) in FONTS {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a font's license");
        texts.entry(tidy(&text)).or_default().push(format!("the font {name}"));
    }
    let mut out = String::from(HEAD);
    for package in packages {
        out += &format!("\n{MARK}{}", line(package));
    }
    if !bare.is_empty() {
        out += RULE;
        out += "These come without a text of their own; the texts of their licenses stand below.\n\n";
        out += &bare.join("\n");
    }
    // Ordered by who they are of, so that an update changes few lines.
    let mut ordered: Vec<(Vec<String>, String)> = texts.into_iter().map(|(text, of)| (of, text)).collect();
    ordered.sort();
    for (of, text) in ordered {
        out += RULE;
        out += &format!("For {}:\n\n{text}", of.join(", "));
    }
    out.push('\n');
    out
}

/// What the program opens with `--notices`.
const HEAD: &str = "Beckon contains work of others. This is what it contains, with the licenses that it is used under and where its source is.\n";

/// The fonts in `assets`, each with the file of its license.
const FONTS: [(&str, &str); 2] = [
    ("Inter", "assets/theme/Inter-LICENSE.txt"),
    ("of the icons", "assets/theme/icons-LICENSE.txt"),
];

/// Compresses notices, always to the same bytes.
pub fn pack(notices: &str) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(notices.as_bytes()).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn authors(package: &Package) -> String {
    let names: Vec<&str> = package
        .authors
        .iter()
        .map(|author| author.split(" <").next().unwrap_or(author))
        .collect();
    if names.is_empty() {
        format!("the authors of {}", package.repository)
    } else {
        names.join(", ")
    }
}

/// The texts in a package's folder. Where MIT may be chosen and its text is there, that one alone, beside what must always be shown.
fn license_texts(package: &Package) -> Vec<String> {
    let mut files = license_files(&package.folder, 2);
    files.sort();
    let is_mit = |file: &PathBuf| name(file).contains("mit");
    if package.license.contains("MIT") && !package.license.contains("AND") && files.iter().any(is_mit) {
        files.retain(|file| is_mit(file) || name(file).contains("notice"));
    }
    let texts: BTreeSet<String> = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .map(|text| tidy(&text))
        .filter(|text| text.len() > 100)
        .collect();
    texts.into_iter().collect()
}

fn license_files(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let mut files = Vec::new();
    for entry in entries {
        let name = name(&entry);
        if entry.is_dir() {
            let holds_licenses = name.starts_with("licen") || name == "fonts";
            if depth > 1 && holds_licenses {
                files.extend(license_files(&entry, depth - 1));
            }
        } else if is_license(&name) {
            files.push(entry);
        }
    }
    files
}

fn is_license(name: &str) -> bool {
    let starts = [
        "license",
        "licence",
        "copying",
        "unlicense",
        "notice",
        "copyright",
        "ofl",
        "ufl",
    ];
    let code = [".rs", ".py", ".toml", ".json", ".sh"];
    (starts.iter().any(|start| name.starts_with(start)) || name.contains("license.txt") || name.contains("-license"))
        && !code.iter().any(|end| name.ends_with(end))
}

fn name(file: &Path) -> String {
    file.file_name()
        .map(|name| name.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}

/// One text however its lines end: without a byte order mark, carriage returns, and blanks at the ends.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}
