//! Texts as XLIFF 2.0 (OASIS): a file a campaign, a unit a text, for the programs that translators work with.

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::{TextRow, TextsError, part_of};
use crate::campaign::{one_line, same_language};

/// The category of the note that keeps a translation as it stood when the file was written.
const BEFORE: &str = "beckon-before";
/// The language of a campaign of which nobody said it.
const UNKNOWN: &str = "und";

/// Writes a file.
///
/// # Errors
/// When the texts are in several languages.
pub fn write_xliff(rows: &[TextRow]) -> Result<String, TextsError> {
    let first = rows.first().ok_or(TextsError::NoLanguage)?;
    if rows.iter().any(|row| !same_language(&row.to, &first.to)) {
        let mut tags: Vec<&str> = rows.iter().map(|row| row.to.as_str()).collect();
        tags.sort_unstable();
        tags.dedup();
        return Err(TextsError::WhichLanguage(tags.join(", ")));
    }
    let from = Some(first.from.as_str())
        .filter(|from| !from.is_empty())
        .unwrap_or(UNKNOWN);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"{}\" trgLang=\"{}\">\n",
        escape(from),
        escape(&first.to)
    );
    for (number, rows) in rows.chunk_by(|one, other| one.campaign == other.campaign).enumerate() {
        let Some(head) = rows.first() else { continue };
        text += &format!(
            "  <file id=\"f{}\" original=\"{}\">\n",
            number + 1,
            written(&head.campaign)
        );
        text += &format!(
            "    <notes>\n      <note category=\"beckon-name\">{}</note>\n    </notes>\n",
            written(&head.name)
        );
        for row in rows {
            unit(row, &mut text);
        }
        text += "  </file>\n";
    }
    text += "</xliff>\n";
    Ok(text)
}

fn unit(row: &TextRow, text: &mut String) {
    *text += &format!("    <unit id=\"{}\">\n      <notes>\n", row.key.replace('/', "."));
    if let Some(part) = part_of(&row.key) {
        let spec = part.spec();
        let braces = match spec.takes_tokens {
            true => " Keep what is in double braces.",
            false => "",
        };
        *text += &format!(
            "        <note>At most {} characters.{braces}</note>\n",
            spec.limit.characters
        );
    }
    if let Some(before) = &row.before {
        *text += &format!("        <note category=\"{BEFORE}\">{}</note>\n", written(before));
    }
    let state = if row.text.is_empty() { "initial" } else { "translated" };
    *text += &format!(
        "      </notes>\n      <segment state=\"{state}\">\n        <source xml:space=\"preserve\">{}</source>\n        <target xml:space=\"preserve\">{}</target>\n      </segment>\n    </unit>\n",
        written(&row.own),
        written(&row.text)
    );
}

/// Returns a text as XML: without the characters that XML cannot hold.
fn written(text: &str) -> String {
    let fits = |c: &char| matches!(c, '\t' | '\n' | '\r') || !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    escape(text.chars().filter(fits).collect::<String>()).into_owned()
}

/// Where a text is put that is being read.
#[derive(Clone, Copy, PartialEq)]
enum Into {
    Nothing,
    Name,
    Before,
    Source,
    Target,
}

/// Reads a file of version 2.
///
/// # Errors
/// When it is not one.
pub fn read_xliff(text: &str) -> Result<Vec<TextRow>, TextsError> {
    let broken = |what: &str| TextsError::Unreadable(one_line(what));
    let mut reader = Reader::from_str(text);
    let (mut from, mut to) = (String::new(), String::new());
    let (mut campaign, mut name) = (String::new(), String::new());
    let mut row: Option<TextRow> = None;
    let mut rows = Vec::new();
    let mut into = Into::Nothing;
    loop {
        match reader.read_event().map_err(|error| broken(&error.to_string()))? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"xliff" => {
                    if !attribute(&tag, "version").is_some_and(|version| version.starts_with("2.")) {
                        return Err(broken("it is of another version"));
                    }
                    from = attribute(&tag, "srcLang").unwrap_or_default();
                    to = attribute(&tag, "trgLang").ok_or_else(|| broken("it names no `trgLang`"))?;
                }
                b"file" => {
                    campaign = attribute(&tag, "original").unwrap_or_default();
                    name.clear();
                }
                b"unit" => {
                    row = Some(TextRow {
                        campaign: campaign.clone(),
                        name: name.clone(),
                        key: attribute(&tag, "id").unwrap_or_default().replace('.', "/"),
                        from: Some(from.clone()).filter(|from| from != UNKNOWN).unwrap_or_default(),
                        to: to.clone(),
                        ..TextRow::default()
                    });
                }
                b"note" => {
                    into = match (attribute(&tag, "category").as_deref(), &row) {
                        (Some(BEFORE), Some(_)) => Into::Before,
                        (Some("beckon-name"), None) => Into::Name,
                        _ => Into::Nothing,
                    };
                    if let (Into::Before, Some(row)) = (into, &mut row) {
                        row.before = Some(String::new());
                    }
                }
                b"source" => into = Into::Source,
                b"target" => into = Into::Target,
                // What programs put around a part of a text, its text counts.
                _ => {}
            },
            Event::Empty(tag) => {
                if let (b"note", Some(BEFORE), Some(row)) = (
                    tag.local_name().as_ref(),
                    attribute(&tag, "category").as_deref(),
                    &mut row,
                ) {
                    row.before = Some(String::new());
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                b"note" | b"source" | b"target" => into = Into::Nothing,
                b"unit" => rows.extend(row.take()),
                _ => {}
            },
            Event::Text(said) => {
                let said = said.decode().map_err(|error| broken(&error.to_string()))?;
                put(&said, into, &mut name, row.as_mut());
            }
            Event::CData(said) => {
                let said = said.decode().map_err(|error| broken(&error.to_string()))?;
                put(&said, into, &mut name, row.as_mut());
            }
            Event::GeneralRef(named) => {
                let named = named.decode().map_err(|error| broken(&error.to_string()))?;
                let said = quick_xml::escape::unescape(&format!("&{named};"))
                    .map_err(|error| broken(&error.to_string()))?
                    .into_owned();
                put(&said, into, &mut name, row.as_mut());
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    match to.is_empty() {
        true => Err(broken("it has no element `xliff`")),
        false => Ok(rows),
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    let value = std::str::from_utf8(&found.value).ok()?;
    Some(quick_xml::escape::unescape(value).ok()?.into_owned())
}

fn put(said: &str, into: Into, name: &mut String, row: Option<&mut TextRow>) {
    match (into, row) {
        (Into::Name, _) => name.push_str(said),
        (Into::Before, Some(row)) => row.before.get_or_insert_default().push_str(said),
        (Into::Source, Some(row)) => row.own.push_str(said),
        (Into::Target, Some(row)) => row.text.push_str(said),
        (Into::Nothing, _) | (Into::Before | Into::Source | Into::Target, None) => {}
    }
}
