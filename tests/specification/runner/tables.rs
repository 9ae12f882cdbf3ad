//! Tables that match a table of the program: the fields, their choices, the parts of messages, texts with attributes.

use beckon::campaign::{
    CATALOGUE, ContentType, FieldType, LookKey, LookKind, MessagePart, Named, Need, ReplyPlace, Section, TextPart,
    fill_from, text_length,
};
use beckon::wording::{Language, field_label, schema_label};
use serde_json::{Map, Value};

use super::page::Table;
use super::{Checker, cell};

impl Checker {
    /// Compares a table with the rows that it must have, in this order.
    fn rows(&mut self, table: &Table, wanted: &[Vec<String>]) {
        let found: Vec<String> = table
            .rows
            .iter()
            .map(|row| row.cells.join(" | ").replace('`', ""))
            .collect();
        let wanted: Vec<String> = wanted.iter().map(|cells| cells.join(" | ")).collect();
        if found != wanted {
            self.fault(table.line, format_args!("the table is\n{}", wanted.join("\n")));
        }
    }

    pub fn catalogue_table(&mut self, table: &Table) {
        self.columns(table, &["field", "label", "title", "kind", "operators"]);
        let row = |spec: &beckon::campaign::FieldSpec| {
            let operators: Vec<&str> = spec.operators.iter().map(|operator| operator.id()).collect();
            let kind = match spec.kind {
                FieldType::Url => "address",
                FieldType::WholeNumber => "count",
                FieldType::Language => "language",
                FieldType::Choice => "choice",
                FieldType::Version => "version",
                FieldType::Date => "date",
                FieldType::Custom => "attribute",
                FieldType::Parameter => "parameter",
                FieldType::KeyedCount => "count under a key",
                FieldType::Percent => "percent",
                FieldType::Seconds => "seconds",
                FieldType::Flag => "yes",
                FieldType::Element => "element",
            };
            let kind = match spec.section {
                Section::Audience => kind.to_owned(),
                Section::Activity => format!("{kind}, activity"),
            };
            vec![
                spec.id.to_owned(),
                field_label(spec.field, Language::ENGLISH).to_owned(),
                schema_label(spec.field).to_owned(),
                kind,
                operators.join(", "),
            ]
        };
        self.rows(table, &CATALOGUE.iter().map(row).collect::<Vec<_>>());
    }

    /// Checks the fields that have a list of values of their own.
    pub fn choices_table(&mut self, table: &Table) {
        let listed = CATALOGUE.iter().filter(|spec| spec.kind == FieldType::Choice);
        let row = |spec: &beckon::campaign::FieldSpec| {
            let ids: Vec<&str> = spec.choices.iter().map(|choice| choice.id).collect();
            vec![spec.id.to_owned(), ids.join(", ")]
        };
        self.rows(table, &listed.map(row).collect::<Vec<_>>());
    }

    /// Checks every part of a message, the types that have it, and its greatest length.
    pub fn parts_table(&mut self, table: &Table) {
        self.columns(table, &["part", "characters", "rich", "text", "open_window"]);
        let row = |part: &MessagePart| {
            let (name, limit) = match part {
                MessagePart::Text(text) => (text.pointer(), text.limit().characters.to_string()),
                MessagePart::Picture => ("/content/image", String::new()),
                MessagePart::Action(_) => (part.pointer(), String::new()),
            };
            let need = |kind: &ContentType| match kind.slot(*part).map(|slot| slot.need) {
                None => String::new(),
                Some(Need::Required) => "required".to_owned(),
                Some(Need::Advised) => "advised".to_owned(),
                Some(Need::Optional) => "optional".to_owned(),
            };
            let mut cells = vec![name.to_owned(), limit];
            cells.extend(ContentType::ALL.iter().map(need));
            cells
        };
        // All replies are alike.
        let is_further = |part: &MessagePart| {
            let others = &ReplyPlace::ALL[1..];
            let start = |place: &ReplyPlace| format!("/content/replies/{}/", place.index());
            others.iter().any(|place| part.pointer().starts_with(&start(place)))
        };
        let shown = MessagePart::ALL.iter().filter(|part| !is_further(part));
        let mut rows: Vec<Vec<String>> = shown.map(row).collect();
        // An action is one part, and two texts.
        let first = ReplyPlace::First;
        for (pointer, texts, needs) in [
            (
                "/content/button/action",
                [TextPart::ButtonMessage, TextPart::ButtonLink],
                ["one of the two", "", ""],
            ),
            (
                "/content/replies/0/action",
                [TextPart::ReplyMessage(first), TextPart::ReplyLink(first)],
                ["at most one of the two", "at most one of the two", ""],
            ),
        ] {
            let action = rows.iter().position(|row| row[0] == pointer).expect("the action");
            let texts = texts.map(|text| {
                let own = [text.pointer().to_owned(), text.limit().characters.to_string()];
                own.into_iter().chain(needs.map(str::to_owned)).collect()
            });
            rows.splice(action..=action, texts);
        }
        self.rows(table, &rows);
    }

    /// Checks every value of a look.
    pub fn look_table(&mut self, table: &Table) {
        self.columns(table, &["value", "may be", "usual"]);
        let row = |key: &LookKey| {
            let spec = key.spec();
            let may_be = match spec.kind {
                LookKind::Color(_) => "a colour".to_owned(),
                LookKind::ThemeColor => "a colour, or null for the theme's own".to_owned(),
                LookKind::Number { least, most, .. } => format!("{least} to {most}"),
                LookKind::Distances { most, .. } => format!("two of 0 to {most}"),
                LookKind::Flag(_) => "true, false".to_owned(),
                LookKind::Choice { words, .. } => words.join(", "),
            };
            let usual = spec.kind.usual();
            let usual = usual.as_str().map_or_else(|| usual.to_string(), str::to_owned);
            vec![spec.id.to_owned(), may_be, usual]
        };
        self.rows(table, &LookKey::ALL.iter().map(row).collect::<Vec<_>>());
    }

    pub fn token_table(&mut self, table: &Table) {
        for row in &table.rows {
            let attributes: Map<String, Value> = cell::object(&row.cells[1]).unwrap_or_else(|error| {
                self.fault(row.line, error);
                Map::new()
            });
            let found = fill_from(cell::code(&row.cells[0]), &attributes);
            self.same(row.line, "reads", &found, cell::code(&row.cells[2]));
        }
    }

    pub fn length_table(&mut self, table: &Table) {
        for row in &table.rows {
            let found = text_length(cell::code(&row.cells[0])).to_string();
            self.same(row.line, "characters", &found, &row.cells[1]);
        }
    }
}
