//! Keeps the map of `src/lib.rs` true: which module may use which, and what must not be where.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Modules in which time and randomness are arguments, and nothing is read or written.
const PURE: [&str; 6] = ["campaign", "visitor", "engine", "insight", "wording", "notation"];

/// Names that mean a clock, chance, a file or the network.
const IMPURE: [&str; 13] = [
    "fs::",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "clock::",
    "now_v7",
    "new_v4",
    "rand::",
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
    {
        if entry.is_dir() {
            files.extend(rust_files(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            files.push(entry);
        }
    }
    files.sort();
    files
}

/// Returns the code of a file without comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("a source file");
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a file only serves tests; those may read fixtures.
fn for_tests(file: &Path) -> bool {
    // The folder that the repository is in may be called anything.
    let own = file.strip_prefix(source()).expect("a source file");
    own.iter().any(|part| part == "tests" || part == "tests.rs")
}

/// The words in backticks.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// Reads the table of `src/lib.rs`: each module with those that it may use.
fn module_map() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(source().join("lib.rs")).expect("src/lib.rs");
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! |"));
    let rows: Vec<(String, String)> = rows
        .filter_map(|row| {
            let mut cells = row.split('|');
            let module = quoted(cells.next()?).next()?;
            Some((module, cells.nth(1)?.to_owned()))
        })
        .collect();
    let mut map = BTreeMap::new();
    let mut above = BTreeSet::new();
    for (module, may_know) in &rows {
        let named = quoted(may_know);
        let known: BTreeSet<String> = if may_know.trim().starts_with("all but") {
            let but: Vec<String> = named.collect();
            rows.iter()
                .map(|(other, _)| other.clone())
                .filter(|other| !but.contains(other))
                .collect()
        } else if may_know.trim().starts_with("those and") {
            named.chain(above).collect()
        } else {
            named.collect()
        };
        above = known.clone();
        map.insert(module.clone(), known);
    }
    map
}

/// The modules that a piece of code names: `crate::module` and `crate::{module::…, other}`.
fn modules_used(code: &str) -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let Some(inside) = after.strip_prefix('{') else {
            modules.insert(first_word(after));
            continue;
        };
        let mut depth = 1;
        let top: String = inside
            .chars()
            .take_while(|letter| {
                depth += i32::from(*letter == '{') - i32::from(*letter == '}');
                depth > 0
            })
            .scan(1, |depth, letter| {
                *depth += i32::from(letter == '{') - i32::from(letter == '}');
                Some(if *depth == 1 { letter } else { ' ' })
            })
            .collect();
        modules.extend(
            top.split(',')
                .map(|part| first_word(part.trim()))
                .filter(|word| !word.is_empty()),
        );
    }
    modules
}

fn first_word(text: &str) -> String {
    text.chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}

#[test]
fn the_map_names_every_module() {
    let map = module_map();
    let folders = fs::read_dir(source())
        .expect("src")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir());
    let modules: BTreeSet<String> = folders
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    assert_eq!(map.keys().cloned().collect::<BTreeSet<_>>(), modules);
    assert!(map["campaign"].is_empty(), "the document knows nobody");
    assert!(!map["cli"].contains("desktop") && !map["desktop"].contains("cli"));
    assert!(
        !map["studio"].contains("desktop"),
        "what the window is does not hang on how it is drawn"
    );
    assert!(map["wording"].contains("visitor"), "`those` counts what stands above");
}

#[test]
fn modules_know_only_those_they_may() {
    let mut faults = Vec::new();
    for (module, may_know) in module_map() {
        for file in rust_files(&source().join(&module)) {
            let strangers = modules_used(&code(&file))
                .into_iter()
                .filter(|named| *named != module && !may_know.contains(named));
            // Names that are not modules, such as the crate's version macros, do not count.
            let strangers = strangers.filter(|named| source().join(named).is_dir());
            faults.extend(strangers.map(|stranger| format!("{} knows {stranger}", file.display())));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The modules right below `module`, each with those of its siblings that it uses.
fn siblings(module: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = source().join(module);
    let inside = format!("crate::{module}::");
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in rust_files(&folder) {
        let own = file.strip_prefix(&folder).expect("a file of the module");
        let depth = own.components().count();
        let name = first_word(&own.components().next().expect("a name").as_os_str().to_string_lossy());
        if name == "mod" || for_tests(&file) {
            continue;
        }
        // Nested imports are expanded: the question is which module a path begins with.
        let code = code(&file);
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let above = "super::".repeat(if own.ends_with("mod.rs") { depth - 1 } else { depth });
        let starts = [("crate::", module), (above.as_str(), "")];
        let named = starts
            .into_iter()
            .flat_map(|(start, then)| used_below(code, start, then))
            .chain(code.split(&inside).skip(1).map(first_word))
            .filter(|other| *other != name);
        uses.entry(name.clone()).or_default().extend(named);
    }
    let known: BTreeSet<String> = uses.keys().cloned().collect();
    uses.values_mut()
        .for_each(|used| used.retain(|other| known.contains(other)));
    uses
}

/// What `use` statements of `code` that begin with `start` name right below `then`.
fn used_below(code: &str, start: &str, then: &str) -> Vec<String> {
    let begin = format!("use {start}");
    let statements = code.split(&begin).skip(1);
    let bodies = statements
        .filter_map(|after| after.split_once(';'))
        .map(|(body, _)| body);
    bodies
        .flat_map(branches)
        .filter_map(|path| match then {
            "" => Some(first_word(&path)),
            then => path.strip_prefix(then)?.strip_prefix("::").map(first_word),
        })
        .collect()
}

/// Every path that the tree of a `use` statement names, written out.
fn branches(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, inside)) = tree.split_once('{') else {
        return vec![tree.to_owned()];
    };
    let inside = inside.strip_suffix('}').unwrap_or(inside);
    let mut depth = 0;
    let parts = inside.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    parts
        .filter(|part| !part.trim().is_empty())
        .flat_map(branches)
        .map(|path| format!("{}{path}", before.trim()))
        .collect()
}

#[test]
fn no_circle_joins_the_modules_of_the_window() {
    for module in ["studio", "desktop"] {
        let mut uses = siblings(module);
        assert!(uses.values().flatten().count() > 20, "{module}: {uses:?}");
        // Modules that use none of the remaining ones are removed; those left in the end form a cycle.
        loop {
            let free: Vec<String> = uses
                .iter()
                .filter(|(_, used)| used.is_empty())
                .map(|(name, _)| name.clone())
                .collect();
            if free.is_empty() {
                break;
            }
            for name in &free {
                uses.remove(name);
            }
            uses.values_mut()
                .for_each(|used| used.retain(|other| !free.contains(other)));
        }
        assert!(uses.is_empty(), "{module} has a circle among {uses:?}");
    }
}

#[test]
fn egui_stays_in_the_desktop() {
    let outside = rust_files(&source())
        .into_iter()
        .filter(|file| !file.starts_with(source().join("desktop")));
    let knows = |file: &PathBuf| ["egui", "eframe"].iter().any(|word| code(file).contains(word));
    let faults: Vec<PathBuf> = outside.filter(knows).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn pure_modules_have_no_clock_no_chance_and_no_files() {
    let mut faults = Vec::new();
    for module in PURE {
        for file in rust_files(&source().join(module))
            .into_iter()
            .filter(|file| !for_tests(file))
        {
            let code = code(&file);
            faults.extend(
                IMPURE
                    .iter()
                    .filter(|word| code.contains(**word))
                    .map(|word| format!("{}: {word}", file.display())),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn fields_are_distinguished_by_kind() {
    // A field's meaning depends on its kind, scope and bond: a match arm for one field is wrong for the next one like it.
    let distinguishes = |line: &str| {
        let arm = line.contains("Field::") && line.contains("=>") && {
            let pattern = line.split("=>").next().unwrap_or_default();
            pattern.contains(" Field::") || pattern.contains("(Field::")
        };
        arm || ["== Field::", "!= Field::", "== Some(Field::", "!= Some(Field::"]
            .iter()
            .any(|test| line.contains(test))
    };
    let mut faults = Vec::new();
    for module in ["engine", "insight", "reach"] {
        for file in rust_files(&source().join(module)) {
            if !for_tests(&file) {
                let code = code(&file);
                let lines = code.lines().filter(|line| distinguishes(line));
                faults.extend(lines.map(|line| format!("{}: {}", file.display(), line.trim())));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Code that turns an error into text, in the English of the command line.
const ENGLISH: [&str; 8] = [
    ".hint()",
    ".message()",
    "error.to_string()",
    "reason.to_string()",
    "trouble.to_string()",
    "ToString::to_string",
    "{error}",
    "(String, String)",
];

/// The names of the crates that a manifest depends on.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(manifest)).expect("a manifest");
    let list = text.split("\n[dependencies]\n").nth(1).unwrap_or_default();
    let list = list.split("\n[").next().unwrap_or_default();
    list.lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// The bench of other rule engines compiles these modules from the same files, and no test builds it.
#[test]
fn the_modules_that_decide_need_only_what_their_bench_has() {
    let has = dependencies("tests/rivals/Cargo.toml");
    let modules = ["campaign", "engine", "visitor"].map(|module| source().join(module));
    let files = modules.iter().flat_map(|folder| rust_files(folder));
    let code: String = files.filter(|file| !for_tests(file)).map(|file| code(&file)).collect();
    let needed = dependencies("Cargo.toml")
        .into_iter()
        .filter(|name| code.contains(&format!("{}::", name.replace('-', "_"))));
    let missing: Vec<String> = needed.filter(|name| !has.contains(name)).collect();
    assert!(missing.is_empty(), "tests/rivals/Cargo.toml lacks {missing:?}");
}

#[test]
fn the_window_words_what_went_wrong_in_one_place() {
    // Before the window opens, its language is not known either.
    let own = ["studio/trouble", "desktop/start"].map(|folder| source().join(folder));
    let mut faults = Vec::new();
    let files = ["studio", "desktop"].map(|module| rust_files(&source().join(module)));
    for file in files
        .concat()
        .into_iter()
        .filter(|file| !for_tests(file) && !own.iter().any(|folder| file.starts_with(folder)))
    {
        let code = code(&file);
        let found = ENGLISH.iter().filter(|word| code.contains(**word));
        faults.extend(found.map(|word| format!("{}: {word}", file.display())));
    }
    assert!(faults.is_empty(), "ask `trouble` for the words: {}", faults.join("\n"));
}

#[test]
fn the_clock_is_asked_in_one_place() {
    let clocks = ["SystemTime::now", "Utc::now", "Local::now", "now_v7"];
    let asks = |file: &PathBuf| clocks.iter().any(|word| code(file).contains(word));
    let faults: Vec<PathBuf> = rust_files(&source())
        .into_iter()
        .filter(|file| *file != source().join("clock.rs") && asks(file))
        .collect();
    assert!(faults.is_empty(), "ask `clock` instead: {faults:?}");
}

/// The records of a piece of code, each from its opening parenthesis to the closing one.
fn records(code: &str) -> Vec<&str> {
    let macros = ["error", "warn", "info", "debug", "trace"].map(|level| format!("tracing::{level}!("));
    let mut found = Vec::new();
    for name in &macros {
        for (at, _) in code.match_indices(name) {
            let inside = &code[at + name.len()..];
            let mut depth = 1;
            let end = inside.find(|letter| {
                depth += i32::from(letter == '(') - i32::from(letter == ')');
                depth == 0
            });
            found.extend(end.map(|end| &inside[..end]));
        }
    }
    found
}

#[test]
fn what_is_written_into_the_log_is_fixed_but_for_its_fields() {
    // Formatted text can contain anything; fields are shown by their names.
    let mut count = 0;
    for module in ["library", "publish", "studio", "desktop", "diagnostics"] {
        for file in rust_files(&source().join(module))
            .into_iter()
            .filter(|file| !for_tests(file))
        {
            let code = code(&file);
            for record in records(&code) {
                count += 1;
                let mut texts = record.split('"').skip(1).step_by(2);
                assert!(!texts.any(|text| text.contains('{')), "{}: {record}", file.display());
            }
        }
    }
    assert!(count > 30, "the macros are found: {count}");
}

/// Calls that change a disk without surviving a power cut: only `library::disk` may use them; it ensures durability and is tested for it.
const UNGUARDED: [&str; 14] = [
    "fs::write",
    "fs::copy",
    "fs::rename",
    "fs::hard_link",
    "fs::create_dir",
    "fs::remove_file",
    "fs::remove_dir",
    "fs::DirBuilder",
    "File::create",
    "set_permissions",
    "symlink(",
    "tempfile",
    "persist(",
    "sync_all",
];

#[test]
fn the_library_and_publishing_change_the_disk_in_one_place() {
    let disk = source().join("library/disk.rs");
    let modules = ["library", "publish"]
        .map(|module| rust_files(&source().join(module)))
        .concat();
    for file in modules
        .iter()
        .filter(|file| !for_tests(file) && !file.starts_with(source().join("library/disk")))
    {
        let code = code(file);
        let found: Vec<&str> = UNGUARDED
            .into_iter()
            .filter(|word| *file != disk && code.contains(word))
            .collect();
        assert_eq!(found, Vec::<&str>::new(), "{}: ask library::disk", file.display());
    }
    assert!(
        UNGUARDED.iter().filter(|word| code(&disk).contains(**word)).count() > 5,
        "the words are those of the code"
    );
}

/// Returns the places in this repository that a document names in full.
fn places_named(document: &str) -> impl Iterator<Item = &str> {
    let quoted = document.split('`').skip(1).step_by(2);
    quoted.filter(|text| {
        let mut parts = text.split('/');
        let known = ["src", "assets", "tests", "sample-campaigns", "proptest-regressions"];
        known.contains(&parts.next().unwrap_or_default()) && !text.contains([' ', '*', '{'])
    })
}

#[test]
fn documents_name_places_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "tests/README.md",
    ]
    .map(|name| root.join(name));
    let topics = fs::read_dir(root.join("assets/docs")).expect("a folder");
    let topics = topics.map(|entry| entry.expect("an entry").path());
    for path in own.into_iter().chain(topics) {
        let document = fs::read_to_string(&path).expect("a document");
        let wrong: Vec<&str> = places_named(&document)
            .filter(|place| !root.join(place).exists())
            .collect();
        assert_eq!(wrong, Vec::<&str>::new(), "{}", path.display());
    }
    let architecture = fs::read_to_string(root.join("ARCHITECTURE.md")).expect("a document");
    let modules = module_map();
    let missing: Vec<&String> = modules
        .keys()
        .filter(|module| !architecture.contains(&format!("| `{module}` |")))
        .collect();
    assert_eq!(missing, Vec::<&String>::new(), "ARCHITECTURE.md");
}

#[test]
fn imports_are_read_in_all_their_forms() {
    let found = modules_used(
        "use crate::campaign::Field;\nuse crate::{engine::{Rule, x::y}, visitor,};\nlet a = crate::wording::b();",
    );
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        ["campaign", "engine", "visitor", "wording"]
    );
}
