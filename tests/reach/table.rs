//! Visitors as rows: of a raw log, and of a warehouse's table.

use std::collections::BTreeSet;
use std::io::Write;

use beckon::campaign::{CATALOGUE, Field, FieldType, Named};
use beckon::reach::Slot;
use beckon::visitor::Visitor;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};
use url::Url;

use crate::differential::pools;

/// A visitor and the instant at which they were there.
#[derive(Debug, Clone)]
pub struct Row {
    pub visitor: Visitor,
    pub at: DateTime<Utc>,
    /// The content of the file: a key that is missing there is null in a table.
    file: Value,
}

impl Row {
    /// Returns the row of a visitor file; none for any other file.
    pub fn of(file: &Value, at: DateTime<Utc>) -> Option<Row> {
        let visitor = Visitor::from_json(&file.to_string()).ok()?;
        let mut file = file.clone();
        // A log knows nothing of what a visitor file means by leaving it out.
        file["landing_page"] = visitor.landing_page.as_str().into();
        Some(Row { visitor, at, file })
    }

    /// Returns the same visitor as a warehouse knows them: as the widget does, with their attributes as text. None for pages that no website has.
    pub fn in_a_warehouse(mut self) -> Option<Row> {
        for spec in CATALOGUE.iter().filter(|spec| spec.kind == FieldType::Url) {
            let key = spec.visitor_key;
            let Some(url) = self.file.get(key).and_then(Value::as_str) else {
                continue;
            };
            if spec.may_be_absent() && url.trim().is_empty() {
                self.file[key] = Value::Null;
                continue;
            }
            let page = Url::parse(url)
                .ok()
                .filter(|page| page.has_host() && !page.cannot_be_a_base())?;
            let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>');
            page.as_str().bytes().all(plain).then_some(())?;
            self.file[key] = page.as_str().into();
        }
        for key in [
            "browser_language",
            "browser_version",
            "browser",
            "device_type",
            "operating_system",
            "country",
        ] {
            if let Some(Value::String(text)) = self.file.get_mut(key) {
                *text = text
                    .trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}')
                    .replace('İ', "I");
            }
        }
        // Only some databases round longer numbers.
        let longest = |text: &str| text.split(|letter: char| !letter.is_ascii_digit()).map(str::len).max();
        if self.file["browser_version"].as_str().and_then(longest) > Some(15) {
            self.file["browser_version"] = "131.0".into();
        }
        if let Some(Value::Object(custom)) = self.file.get_mut("custom") {
            custom.retain(|_, value| !value.is_null() && !value.is_array() && !value.is_object());
            for value in custom.values_mut() {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                *value = text.replace('\0', "").into();
            }
        }
        Row::of(&self.file, self.at)
    }

    /// Returns what the file holds for a slot.
    fn value(&self, slot: &Slot) -> Value {
        match slot {
            Slot::Instant => written(self.at),
            // A file names no parameters: they stand in its addresses.
            Slot::Keyed(field, key) if field.spec().kind == FieldType::Parameter => {
                let value = self.visitor.value_under(*field, key).unwrap_or_default();
                value.as_str().map_or(Value::Null, |text| text.replace('\0', "").into())
            }
            // A file lists what is clicked.
            Slot::Keyed(field @ Field::Clicked, key) => self.visitor.value_under(*field, key).unwrap_or_default(),
            Slot::Keyed(field, key) => self.file[field.id()].get(key).cloned().unwrap_or_default(),
            Slot::Field(Field::FirstSeen) => self.visitor.first_seen.map_or(Value::Null, written),
            Slot::Field(_) => self.file.get(slot.name()).cloned().unwrap_or_default(),
        }
    }
}

/// Returns the slots of these keys.
fn keyed(field: Field, keys: &'static [&'static str]) -> impl Iterator<Item = Slot> {
    keys.iter()
        .filter_map(move |key| Slot::from_name(&format!("{}.{key}", field.id())))
}

/// Returns those of the parameters that campaigns ask for.
fn parameters() -> impl Iterator<Item = Slot> {
    [Field::Query, Field::LandingQuery]
        .into_iter()
        .flat_map(|field| keyed(field, pools::PARAMETERS))
}

/// Writes an instant as every database reads it, in UTC.
fn written(instant: DateTime<Utc>) -> Value {
    instant.format("%Y-%m-%d %H:%M:%S%.6f").to_string().into()
}

/// Writes rows as JSON objects, one per line.
pub fn write_objects(rows: &[Row], file: &mut impl Write) {
    for row in rows {
        let mut object = row.file.clone();
        // A row names what is clicked, where a visitor's file lists it.
        object[Field::Clicked.id()] = Value::Object(Map::new());
        for slot in parameters().chain(keyed(Field::Clicked, pools::ELEMENTS)) {
            if let Slot::Keyed(field, key) = &slot {
                object[field.id()][key] = row.value(&slot);
            }
        }
        object["at"] = row.at.to_rfc3339_opts(SecondsFormat::AutoSi, true).into();
        writeln!(file, "{object}").expect("written");
    }
    file.flush().expect("written");
}

/// A table with a column for everything that rows hold, after the row's number.
pub struct Table {
    slots: Vec<Slot>,
    csv: Vec<u8>,
}

impl Table {
    pub fn of(rows: &[Row]) -> Table {
        let fields = Field::ALL
            .iter()
            .filter(|field| !field.spec().kind.has_names() && **field != Field::LastSeen);
        let keys: BTreeSet<&String> = rows.iter().flat_map(|row| row.visitor.custom.keys()).collect();
        let attributes = keys.into_iter().map(|key| Slot::Keyed(Field::Custom, key.clone()));
        let pool = keyed(Field::Custom, pools::KEYS)
            .chain(keyed(Field::Event, pools::KEYS))
            .chain(keyed(Field::Clicked, pools::ELEMENTS))
            .chain(parameters());
        let all = fields
            .map(|field| Slot::Field(*field))
            .chain(attributes)
            .chain(pool)
            .chain([Slot::Instant]);
        let slots: Vec<Slot> = all.collect::<BTreeSet<_>>().into_iter().collect();
        let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
        for (number, row) in rows.iter().enumerate() {
            let cell = |slot: &Slot| match row.value(slot) {
                Value::Null => "\\N".to_owned(),
                Value::String(text) => text,
                other => other.to_string(),
            };
            let cells = slots.iter().map(cell);
            writer
                .write_record([number.to_string()].into_iter().chain(cells))
                .expect("written");
        }
        Table {
            slots,
            csv: writer.into_inner().expect("written"),
        }
    }

    pub fn csv(&self) -> &[u8] {
        &self.csv
    }

    /// Returns the name of a slot's column. Some databases treat names that differ only in case as equal.
    pub fn column(&self, slot: &Slot) -> String {
        let place = self.slots.iter().position(|other| other == slot);
        match slot {
            // Names are quoted whatever they contain.
            Slot::Keyed(..) => format!("its \"{}\" `x` \\ 'é'", place.expect("a column")),
            slot => slot.name(),
        }
    }

    /// Returns names and kinds, the row's number first.
    pub fn columns(&self) -> Vec<Value> {
        let kind = |slot: &Slot| match slot {
            Slot::Instant | Slot::Field(Field::FirstSeen) => "instant",
            Slot::Field(field) if matches!(field.spec().kind, FieldType::Percent | FieldType::Seconds) => "real",
            Slot::Field(Field::ExitScreen) | Slot::Keyed(Field::Clicked, _) => "flag",
            Slot::Field(field) | Slot::Keyed(field, _) if field.spec().kind.is_counted() => "whole",
            _ => "text",
        };
        let columns = self.slots.iter().map(|slot| json!([self.column(slot), kind(slot)]));
        [json!(["row number", "whole"])].into_iter().chain(columns).collect()
    }
}
