//! A visitor's values by field. Code that handles fields in general reads and writes them here; `access_field!` names each field once.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::parameters::{parameter, set_parameter};
use super::{Visitor, access_field};
use crate::campaign::{Element, Field, FieldType, attribute_text};

pub(super) enum FieldRef<'v> {
    Text(&'v String),
    Optional(&'v Option<String>),
    Count(&'v u64),
    Number(&'v f64),
    Flag(&'v bool),
    Instant(&'v Option<DateTime<Utc>>),
    /// Not a value of the visitor, but the instant at which they are examined. Its key holds when they were last shown the campaign.
    Present(&'v Option<DateTime<Utc>>),
    /// One value under each key of these attributes.
    Keyed(&'v Map<String, Value>),
    /// The parameters of this address.
    Parameters(&'v String),
    /// One count under each key.
    Counts(&'v BTreeMap<String, u64>),
    /// Elements of the page, each of them once.
    Elements(&'v Vec<Element>),
}

pub(super) enum FieldMut<'v> {
    Text(&'v mut String),
    Optional(&'v mut Option<String>),
    Count(&'v mut u64),
    Number(&'v mut f64),
    Flag(&'v mut bool),
    Instant(&'v mut Option<DateTime<Utc>>),
    Present(&'v mut Option<DateTime<Utc>>),
    Keyed(&'v mut Map<String, Value>),
    Parameters(&'v mut String),
    Counts(&'v mut BTreeMap<String, u64>),
    Elements(&'v mut Vec<Element>),
}

/// The values of a field under their keys.
#[derive(Debug, Clone, Copy)]
pub enum Keyed<'v> {
    /// Texts, numbers, yes and no.
    Attributes(&'v Map<String, Value>),
    /// The parameters of an address.
    Parameters(&'v str),
    /// Counts; what is missing has happened 0 times.
    Counts(&'v BTreeMap<String, u64>),
    /// What of a page has been clicked; the identities of elements are the keys, and the values are yes.
    Elements(&'v [Element]),
    /// The field has one value alone.
    Nothing,
}

impl Visitor {
    /// Returns the value of a field; null for a missing value, for the present day, and for what is stored under keys.
    pub fn get(&self, field: Field) -> Value {
        match access_field!(self, field, FieldRef, &) {
            FieldRef::Text(text) | FieldRef::Optional(Some(text)) => text.as_str().into(),
            FieldRef::Count(count) => (*count).into(),
            FieldRef::Number(number) => (*number).into(),
            FieldRef::Flag(flag) => (*flag).into(),
            FieldRef::Instant(Some(instant)) => instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true).into(),
            FieldRef::Elements(elements) => elements.iter().map(Element::to_value).collect(),
            FieldRef::Optional(None)
            | FieldRef::Instant(None)
            | FieldRef::Present(_)
            | FieldRef::Keyed(_)
            | FieldRef::Parameters(_)
            | FieldRef::Counts(_) => Value::Null,
        }
    }

    /// Sets the value of a field. A value of another type than the field's clears it; the present day and what is stored under keys are left as they are.
    pub fn set(&mut self, field: Field, value: &Value) {
        // Whoever gets another language prefers it.
        if field.spec().kind == FieldType::Language {
            self.languages.clear();
        }
        match access_field!(self, field, FieldMut, &mut) {
            FieldMut::Text(text) => value.as_str().unwrap_or_default().clone_into(text),
            FieldMut::Optional(text) => *text = value.as_str().filter(|text| !text.is_empty()).map(str::to_owned),
            FieldMut::Count(count) => *count = value.as_u64().unwrap_or_default(),
            FieldMut::Number(number) => *number = value.as_f64().unwrap_or_default(),
            FieldMut::Flag(flag) => *flag = value.as_bool().unwrap_or_default(),
            FieldMut::Instant(instant) => *instant = value.as_str().and_then(|text| text.parse().ok()),
            FieldMut::Elements(elements) => {
                let items = value.as_array().into_iter().flatten();
                *elements = items.filter_map(Element::of).collect();
            }
            FieldMut::Present(_) | FieldMut::Keyed(_) | FieldMut::Parameters(_) | FieldMut::Counts(_) => {}
        }
    }

    /// Returns the values of a field that are stored under keys.
    pub fn keyed(&self, field: Field) -> Keyed<'_> {
        match access_field!(self, field, FieldRef, &) {
            FieldRef::Keyed(attributes) => Keyed::Attributes(attributes),
            FieldRef::Parameters(address) => Keyed::Parameters(address),
            FieldRef::Counts(counts) => Keyed::Counts(counts),
            FieldRef::Elements(elements) => Keyed::Elements(elements),
            FieldRef::Text(_)
            | FieldRef::Optional(_)
            | FieldRef::Count(_)
            | FieldRef::Number(_)
            | FieldRef::Flag(_)
            | FieldRef::Instant(_)
            | FieldRef::Present(_) => Keyed::Nothing,
        }
    }

    /// Returns the value of a field under a key: a text, a number, yes or no; a count is 0, and nothing is clicked, where the key is missing.
    pub fn value_under(&self, field: Field, key: &str) -> Option<Value> {
        match self.keyed(field) {
            Keyed::Attributes(attributes) => {
                let value = attributes.get(key)?;
                (value.is_string() || value.is_number() || value.is_boolean()).then(|| value.clone())
            }
            Keyed::Parameters(address) => parameter(address, key).map(Value::from),
            Keyed::Counts(counts) => Some(counts.get(key).copied().unwrap_or_default().into()),
            Keyed::Elements(elements) => Some(elements.iter().any(|element| element.identity() == key).into()),
            Keyed::Nothing => None,
        }
    }

    /// Sets the value of a field under a key; null removes it. What is clicked is set by yes, or by the element as it is to be written. Fields without
    /// keys are left as they are.
    pub fn set_under(&mut self, field: Field, key: &str, value: &Value) {
        match access_field!(self, field, FieldMut, &mut) {
            FieldMut::Keyed(attributes) if value.is_null() => drop(attributes.shift_remove(key)),
            FieldMut::Keyed(attributes) => drop(attributes.insert(key.to_owned(), value.clone())),
            FieldMut::Parameters(address) => set_parameter(address, key, attribute_text(value).as_deref()),
            FieldMut::Counts(counts) => match value.as_u64().filter(|count| *count > 0) {
                Some(count) => drop(counts.insert(key.to_owned(), count)),
                None => drop(counts.remove(key)),
            },
            FieldMut::Elements(elements) => {
                let is_it = |element: &Element| element.identity() == key;
                match Element::of(value) {
                    _ if !matches!(value, Value::Bool(true) | Value::Object(_)) => {
                        elements.retain(|element| !is_it(element));
                    }
                    _ if elements.iter().any(is_it) => {}
                    Some(element) => elements.push(element),
                    None => elements.push(Element::of_identity(key)),
                }
            }
            FieldMut::Text(_)
            | FieldMut::Optional(_)
            | FieldMut::Count(_)
            | FieldMut::Number(_)
            | FieldMut::Flag(_)
            | FieldMut::Instant(_)
            | FieldMut::Present(_) => {}
        }
    }

    /// Returns the text of a field; empty for fields without text.
    pub fn text(&self, field: Field) -> &str {
        match access_field!(self, field, FieldRef, &) {
            FieldRef::Text(text) | FieldRef::Optional(Some(text)) => text,
            FieldRef::Optional(None)
            | FieldRef::Count(_)
            | FieldRef::Number(_)
            | FieldRef::Flag(_)
            | FieldRef::Instant(_)
            | FieldRef::Present(_)
            | FieldRef::Keyed(_)
            | FieldRef::Parameters(_)
            | FieldRef::Counts(_)
            | FieldRef::Elements(_) => "",
        }
    }

    /// Returns the count of a field; 0 for fields that count nothing.
    pub fn count(&self, field: Field) -> u64 {
        match access_field!(self, field, FieldRef, &) {
            FieldRef::Count(count) => *count,
            FieldRef::Text(_)
            | FieldRef::Optional(_)
            | FieldRef::Number(_)
            | FieldRef::Flag(_)
            | FieldRef::Instant(_)
            | FieldRef::Present(_)
            | FieldRef::Keyed(_)
            | FieldRef::Parameters(_)
            | FieldRef::Counts(_)
            | FieldRef::Elements(_) => 0,
        }
    }

    /// Returns the number of a measured field, such as a percentage; 0 for others.
    pub fn number(&self, field: Field) -> f64 {
        match access_field!(self, field, FieldRef, &) {
            FieldRef::Number(number) => *number,
            FieldRef::Text(_)
            | FieldRef::Optional(_)
            | FieldRef::Count(_)
            | FieldRef::Flag(_)
            | FieldRef::Instant(_)
            | FieldRef::Present(_)
            | FieldRef::Keyed(_)
            | FieldRef::Parameters(_)
            | FieldRef::Counts(_)
            | FieldRef::Elements(_) => 0.0,
        }
    }

    /// Returns whether a field is yes.
    pub fn flag(&self, field: Field) -> bool {
        match access_field!(self, field, FieldRef, &) {
            FieldRef::Flag(flag) => *flag,
            FieldRef::Text(_)
            | FieldRef::Optional(_)
            | FieldRef::Count(_)
            | FieldRef::Number(_)
            | FieldRef::Instant(_)
            | FieldRef::Present(_)
            | FieldRef::Keyed(_)
            | FieldRef::Parameters(_)
            | FieldRef::Counts(_)
            | FieldRef::Elements(_) => false,
        }
    }

    /// Returns the instant that a visitor keeps under a field's key: that of the field or, where the field asks for the present day, the last showing
    /// of the campaign.
    pub fn kept_instant(&self, field: Field) -> Option<DateTime<Utc>> {
        match access_field!(self, field, FieldRef, &) {
            FieldRef::Instant(instant) | FieldRef::Present(instant) => *instant,
            FieldRef::Text(_)
            | FieldRef::Optional(_)
            | FieldRef::Count(_)
            | FieldRef::Number(_)
            | FieldRef::Flag(_)
            | FieldRef::Keyed(_)
            | FieldRef::Parameters(_)
            | FieldRef::Counts(_)
            | FieldRef::Elements(_) => None,
        }
    }

    /// Sets the instant under a field's key; fields without one are left as they are.
    pub fn keep_instant(&mut self, field: Field, at: Option<DateTime<Utc>>) {
        match access_field!(self, field, FieldMut, &mut) {
            FieldMut::Instant(instant) | FieldMut::Present(instant) => *instant = at,
            FieldMut::Text(_)
            | FieldMut::Optional(_)
            | FieldMut::Count(_)
            | FieldMut::Number(_)
            | FieldMut::Flag(_)
            | FieldMut::Keyed(_)
            | FieldMut::Parameters(_)
            | FieldMut::Counts(_)
            | FieldMut::Elements(_) => {}
        }
    }

    /// Returns the instant of a field, if any.
    pub fn instant(&self, field: Field) -> Option<DateTime<Utc>> {
        match access_field!(self, field, FieldRef, &) {
            FieldRef::Instant(instant) => *instant,
            FieldRef::Text(_)
            | FieldRef::Optional(_)
            | FieldRef::Count(_)
            | FieldRef::Number(_)
            | FieldRef::Flag(_)
            | FieldRef::Present(_)
            | FieldRef::Keyed(_)
            | FieldRef::Parameters(_)
            | FieldRef::Counts(_)
            | FieldRef::Elements(_) => None,
        }
    }
}
