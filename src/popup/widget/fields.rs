//! The script's table of fields, made from the catalogue: the kind of each, the operators that it takes and its choices.

use std::collections::{BTreeMap, BTreeSet};

use crate::campaign::{CATALOGUE, FieldSpec, FieldType, Named};

/// Returns the module `fields.js`.
pub(super) fn module() -> String {
    let rows: String = CATALOGUE.iter().map(row).collect();
    format!(
        "// Made from the catalogue (src/campaign/catalogue/table.rs); a test says what has to stand here.\n\
         export const FIELDS = {{\n  __proto__: null,\n{rows}}};\n"
    )
}

fn row(spec: &FieldSpec) -> String {
    let words = |ids: Vec<&str>| format!("'{}'", ids.join(" "));
    let operators = words(spec.operators.iter().map(|operator| operator.id()).collect());
    // A condition may ask for a language that nobody offers.
    let choices = (spec.kind == FieldType::Choice).then(|| format!("'{}'", pattern(spec)));
    let parts: Vec<String> = [format!("'{}'", kind(spec)), operators]
        .into_iter()
        .chain(choices)
        .collect();
    format!("  {}: [{}],\n", spec.id, parts.join(", "))
}

/// Returns the choices as a regular expression for one of them, with its case folded. Many of two letters each are written by their first letter,
/// which takes a visitor's browser a third of the bytes.
fn pattern(spec: &FieldSpec) -> String {
    let ids: Vec<String> = spec
        .choices
        .iter()
        .map(|choice| choice.id.to_ascii_lowercase())
        .collect();
    if ids.iter().any(|id| id.len() != 2) {
        return ids.join("|");
    }
    let mut rows: BTreeMap<&str, BTreeSet<char>> = BTreeMap::new();
    for id in &ids {
        let (first, second) = id.split_at(1);
        rows.entry(first).or_default().extend(second.chars());
    }
    let rows = rows
        .iter()
        .map(|(first, seconds)| format!("{first}[{}]", ranges(seconds)));
    rows.collect::<Vec<_>>().join("|")
}

/// Writes letters as a class of a regular expression has them: `abcdx` as `a-dx`.
fn ranges(letters: &BTreeSet<char>) -> String {
    let mut runs: Vec<(char, char)> = Vec::new();
    for letter in letters {
        match runs.last_mut() {
            Some((_, last)) if u32::from(*last) + 1 == u32::from(*letter) => *last = *letter,
            _ => runs.push((*letter, *letter)),
        }
    }
    let write = |(first, last): (char, char)| match u32::from(last) - u32::from(first) {
        0 => first.to_string(),
        1 => format!("{first}{last}"),
        _ => format!("{first}-{last}"),
    };
    runs.into_iter().map(write).collect()
}

/// Returns the name of a kind in `matching.js`.
fn kind(spec: &FieldSpec) -> &'static str {
    match spec.kind {
        FieldType::WholeNumber if spec.is_campaign_count() => "times",
        FieldType::Url => "url",
        FieldType::WholeNumber => "count",
        FieldType::Language => "language",
        FieldType::Choice => "choice",
        FieldType::Version => "version",
        FieldType::Date => "day",
        FieldType::Custom => "custom",
        FieldType::Parameter => "parameter",
        FieldType::KeyedCount => "counts",
        FieldType::Percent => "percent",
        FieldType::Seconds => "seconds",
        FieldType::Flag => "flag",
        FieldType::Element => "element",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the script looks up by the words of this table must keep its name when properties are shortened.
    #[test]
    fn nothing_that_is_looked_up_by_name_is_shortened() {
        let table = module();
        let words = table.split(|letter: char| !letter.is_ascii_lowercase() && letter != '_');
        for word in words.filter(|word| !word.is_empty()) {
            let shortened = crate::popup::widget::OWN_PROPERTIES.contains(&word);
            assert!(!shortened, "`{word}` is a property of the script's own, too");
        }
    }

    /// Tests import the modules as they are, so this one is written next to them.
    #[test]
    fn the_module_is_the_catalogues() {
        let wanted = module();
        assert!(
            include_str!("../../../assets/widget/fields.js") == wanted,
            "assets/widget/fields.js has to be:\n\n{wanted}"
        );
    }
}
