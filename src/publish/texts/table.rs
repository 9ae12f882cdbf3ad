//! Texts as a table: CSV in UTF-8, a line a text, with a byte order mark so that spreadsheets know the letters.

use super::{TextRow, TextsError};

const COLUMNS: [&str; 8] = ["campaign", "name", "key", "from", "own", "to", "translation", "before"];

/// Writes a table.
pub fn write_table(rows: &[TextRow]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut lines = vec![COLUMNS.map(str::to_owned)];
    lines.extend(rows.iter().map(|row| {
        let TextRow {
            campaign,
            name,
            key,
            from,
            own,
            to,
            text,
            before,
        } = row;
        [
            campaign,
            name,
            key,
            from,
            own,
            to,
            text,
            &before.clone().unwrap_or_default(),
        ]
        .map(Clone::clone)
    }));
    for line in lines {
        // Memory takes everything, and every line has as many columns.
        let _ = writer.write_record(line);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// Reads a table; its columns may be in any order, and others may be among them. Some spreadsheets write semicolons or tabs.
///
/// # Errors
/// When it is not one, or a column is missing.
pub fn read_table(text: &str) -> Result<Vec<TextRow>, TextsError> {
    let head = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|separator| head.bytes().filter(|byte| byte == separator).count())
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .from_reader(text.as_bytes());
    let broken = |error: csv::Error| TextsError::Unreadable(crate::campaign::one_line(&error.to_string()));
    let names = reader.headers().map_err(broken)?.clone();
    let place = |name: &str| names.iter().position(|known| known.trim().eq_ignore_ascii_case(name));
    let needed = |name: &'static str| place(name).ok_or(TextsError::NoColumn(name));
    let [campaign, key, own, to, translation] = [
        needed("campaign")?,
        needed("key")?,
        needed("own")?,
        needed("to")?,
        needed("translation")?,
    ];
    let (name, from, before) = (place("name"), place("from"), place("before"));
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
        let maybe = |at: Option<usize>| at.map(cell);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows.push(TextRow {
            campaign: cell(campaign).trim().to_owned(),
            name: maybe(name).unwrap_or_default(),
            key: cell(key).trim().to_owned(),
            from: maybe(from).unwrap_or_default(),
            own: cell(own),
            to: cell(to).trim().to_owned(),
            text: cell(translation),
            before: maybe(before),
        });
    }
    Ok(rows)
}
