//! Conditions about values that the case's visitor may have.

use beckon::campaign::{CATALOGUE, Field, FieldType, Named, Operator, Section};
use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use super::World;
use crate::differential::pools::*;

impl World {
    /// Returns a condition of the audience: finished most of the time.
    pub(super) fn condition(&mut self) -> Value {
        let spec = &CATALOGUE[self.rng.usize(..CATALOGUE.len())];
        self.condition_of(spec.field)
    }

    /// Returns a condition of the activity.
    pub(super) fn activity_condition(&mut self) -> Value {
        let fields: Vec<Field> = CATALOGUE
            .iter()
            .filter(|spec| spec.section == Section::Activity)
            .map(|spec| spec.field)
            .collect();
        let field = self.pick(&fields);
        if self.one_in(10) {
            self.condition()
        } else {
            self.condition_of(field)
        }
    }

    fn condition_of(&mut self, field: Field) -> Value {
        let spec = field.spec();
        let operator = if self.one_in(20) {
            self.pick(Operator::ALL)
        } else {
            self.pick(spec.operators)
        };
        let value = if self.one_in(15) {
            self.attribute()
        } else {
            self.value(field, operator)
        };
        let mut condition = Map::new();
        condition.insert("field".into(), field.id().into());
        if field.spec().kind.has_keys() || self.one_in(20) {
            let key = if field.spec().kind == FieldType::Parameter {
                self.pick(PARAMETERS)
            } else if self.one_in(4) {
                self.pick(KEYS)
            } else {
                self.keys[self.rng.usize(..self.keys.len())]
            };
            condition.insert("key".into(), key.into());
        }
        condition.insert("operator".into(), operator.id().into());
        condition.insert("value".into(), value);
        if self.one_in(20) {
            condition.insert("muted".into(), true.into());
        }
        if self.one_in(20) {
            let key = self.pick(&["field", "operator", "value", "key"]);
            match self.rng.u8(..3) {
                0 => condition.insert(key.into(), Value::Null),
                1 => condition.insert(
                    key.into(),
                    self.pick(&["constructor", "__proto__", "not_is_set", "", "equals"])
                        .into(),
                ),
                _ => condition.shift_remove(key),
            };
        }
        Value::Object(condition)
    }

    /// Returns a value of the field's type, most of the time.
    fn value(&mut self, field: Field, operator: Operator) -> Value {
        if !operator.wants_list() {
            return self.item(field);
        }
        let count = self.pick(&[0, 1, 1, 2, 3]);
        (0..count).map(|_| self.item(field)).collect()
    }

    fn item(&mut self, field: Field) -> Value {
        match field.spec().kind {
            FieldType::Url => self.address().into(),
            FieldType::WholeNumber | FieldType::KeyedCount if self.one_in(10) => self.pick(&[
                json!(3.0),
                json!(-1),
                json!(1.5),
                json!("3"),
                json!(-0.0),
                json!(1e300),
                json!(4_294_967_296_u64),
                json!(9_007_199_254_740_991_u64),
            ]),
            FieldType::WholeNumber | FieldType::KeyedCount => self.count().into(),
            FieldType::Language => {
                let any = self.pick(LANGUAGES);
                let start = self.language.split(['-', '_']).next().unwrap_or_default();
                self.pick(&[self.language, start, any]).into()
            }
            FieldType::Choice => self.pick(CHOICES).into(),
            FieldType::Version => {
                let any = self.pick(VERSIONS);
                let start = self.version.split('.').next().unwrap_or_default();
                self.pick(&[self.version, start, any, "131"]).into()
            }
            FieldType::Date => self.date().into(),
            FieldType::Element if self.one_in(8) => {
                let odd = json!(["#buy", {}, { "id": "buy" }, { "text": " " }, { "text": 1 }, { "text": "a", "selector": "a" }]);
                self.pick(odd.as_array().map_or(&[][..], Vec::as_slice))
            }
            FieldType::Element => self.element(),
            FieldType::Parameter if self.one_in(2) => self.pick(&["1", "2", "", "x"]).into(),
            FieldType::Custom | FieldType::Parameter => self.attribute(),
            FieldType::Percent => self.pick(&[
                json!(0),
                json!(40),
                json!(40.0),
                json!(100),
                json!(39.999),
                json!(-1),
                json!(101),
                json!("40"),
                json!(true),
            ]),
            FieldType::Seconds => self.pick(&[
                json!(0),
                json!(0.5),
                json!(3),
                json!(10.000_001),
                json!(45.0),
                json!(1_800),
                json!(-1),
                json!("3"),
                json!(1e300),
            ]),
            FieldType::Flag => self.pick(&[
                json!(true),
                json!(true),
                json!(true),
                json!(false),
                json!("true"),
                json!(1),
            ]),
        }
    }

    fn date(&mut self) -> String {
        if self.one_in(8) {
            return self.pick(ODD_DATES).to_owned();
        }
        let day = self.start + TimeDelta::days(self.pick(&[0, 0, 0, 1, -1, 2, -2, 40]));
        let blank = self.pick(&["", "", "", "", " ", "\u{feff}", "\u{85}", "\u{200b}"]);
        format!("{blank}{}", day.date_naive())
    }

    /// Returns an address related to the case's pages, or part of one.
    fn address(&mut self) -> String {
        let page = if self.one_in(5) { self.url() } else { self.page() };
        let page = match self.rng.u8(..8) {
            0 => page.to_uppercase(),
            1 => page.to_lowercase(),
            2 => page.split(self.pick(&['?', '#'])).next().unwrap_or_default().to_owned(),
            3 => page.replace("%20", " "),
            _ => page,
        };
        let page = match self.rng.u8(..8) {
            0..3 => page.split_once("://").map_or(page.clone(), |(_, rest)| rest.to_owned()),
            3 => page.replacen("https", "http", 1),
            _ => page,
        };
        let letters: Vec<char> = page.chars().collect();
        let (one, other) = (self.rng.usize(..=letters.len()), self.rng.usize(..=letters.len()));
        let (from, to) = (one.min(other), one.max(other));
        let part = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
        match self.rng.u8(..13) {
            0 => part(from..to),
            1 => part(0..to),
            2 => part(from..letters.len()),
            3 => part(0..from) + "*" + &part(to..letters.len()),
            4 => "*".to_owned() + &part(from..to) + "*",
            5 => part(0..from) + "**" + &part(to..letters.len()) + "*",
            6 => page.clone() + "/",
            7 => page.trim_end_matches('/').to_owned(),
            8 => self.pick(BLANKS).to_owned() + &page,
            9 => page + self.pick(BLANKS),
            _ => page,
        }
    }
}
