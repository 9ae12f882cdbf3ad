//! File names made from campaign names: readable, and valid on every common file system.

/// The ending of every campaign file.
pub const FILE_SUFFIX: &str = ".campaign.json";
/// Most bytes of the part before the suffix; file systems allow 255 in all, and numbers may follow.
const STEM_BYTES: usize = 120;
/// Names that Windows reserves for devices, whatever follows the first dot.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Returns whether a file name is a campaign's.
pub(super) fn is_campaign_file(name: &str) -> bool {
    !name.starts_with('.') && name.len() > FILE_SUFFIX.len() && name.to_lowercase().ends_with(FILE_SUFFIX)
}

/// Whether a file is called as a campaign is.
pub fn is_campaign_path(path: &std::path::Path) -> bool {
    path.file_name()
        .is_some_and(|name| is_campaign_file(&name.to_string_lossy()))
}

/// Returns the part before the suffix for a campaign's name: lower-case letters and digits of any script, joined by hyphens.
pub(super) fn stem(name: &str) -> String {
    stem_or(name, "campaign")
}

/// Does the same, with what stands for a name that has neither letters nor digits, and follows one that systems reserve.
pub(super) fn stem_or(name: &str, otherwise: &str) -> String {
    let mut stem = String::new();
    // A capital İ becomes i and a combining dot, which no one wants in a file name.
    for letter in name
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| *letter != '\u{307}')
    {
        if letter.is_alphanumeric() {
            if stem.len() + letter.len_utf8() > STEM_BYTES {
                break;
            }
            stem.push(letter);
        } else if !stem.is_empty() && !stem.ends_with('-') && stem.len() < STEM_BYTES {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() {
        otherwise.to_owned()
    } else if is_reserved(stem) {
        format!("{stem}-{otherwise}")
    } else {
        stem.to_owned()
    }
}

fn is_reserved(stem: &str) -> bool {
    let numbered = |port: &str| stem.strip_prefix(port).is_some_and(|rest| rest.len() == 1);
    RESERVED.contains(&stem) || numbered("com") || numbered("lpt")
}

/// Returns the file names that a campaign's name may take, best first: `name`, `name-2`, `name-3` …
pub(super) fn candidates(name: &str) -> impl Iterator<Item = String> {
    let stem = stem(name);
    (1..).map(move |number| numbered(&stem, number))
}

/// Returns the file name of a stem and a number, counted from 1.
pub(super) fn numbered(stem: &str, number: usize) -> String {
    match number {
        1 => format!("{stem}{FILE_SUFFIX}"),
        _ => format!("{stem}-{number}{FILE_SUFFIX}"),
    }
}

/// Returns what two file names are compared by: some file systems treat `A` and `a` as equal.
pub(super) fn folded(name: &str) -> String {
    name.to_lowercase()
}
