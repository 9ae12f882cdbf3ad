//! A visitor's values by field. Code that handles fields in general reads and writes them here; `place_of!` names each field once.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::{Visitor, place_of};
use crate::campaign::Field;

pub(super) enum Place<'v> {
    Text(&'v String),
    Count(&'v u64),
    Number(&'v f64),
    Flag(&'v bool),
    Instant(&'v Option<DateTime<Utc>>),
    /// Not a value of the visitor, but the instant at which they are examined. Its key holds when they were last shown the campaign.
    Present(&'v Option<DateTime<Utc>>),
    /// One value under each key of these attributes.
    Keyed(&'v Map<String, Value>),
}

pub(super) enum PlaceMut<'v> {
    Text(&'v mut String),
    Count(&'v mut u64),
    Number(&'v mut f64),
    Flag(&'v mut bool),
    Instant(&'v mut Option<DateTime<Utc>>),
    Present(&'v mut Option<DateTime<Utc>>),
    Keyed(&'v mut Map<String, Value>),
}

impl Visitor {
    /// Returns the value of a field; null for a missing value, for the present day, and for attributes, which are read by their keys.
    pub fn get(&self, field: Field) -> Value {
        match place_of!(self, field, Place, &) {
            Place::Text(text) => text.as_str().into(),
            Place::Count(count) => (*count).into(),
            Place::Number(number) => (*number).into(),
            Place::Flag(flag) => (*flag).into(),
            Place::Instant(Some(instant)) => instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true).into(),
            Place::Instant(None) | Place::Present(_) | Place::Keyed(_) => Value::Null,
        }
    }

    /// Sets the value of a field. A value of another type than the field's clears it; the present day and attributes are left as they are.
    pub fn set(&mut self, field: Field, value: &Value) {
        match place_of!(self, field, PlaceMut, &mut) {
            PlaceMut::Text(text) => value.as_str().unwrap_or_default().clone_into(text),
            PlaceMut::Count(count) => *count = value.as_u64().unwrap_or_default(),
            PlaceMut::Number(number) => *number = value.as_f64().unwrap_or_default(),
            PlaceMut::Flag(flag) => *flag = value.as_bool().unwrap_or_default(),
            PlaceMut::Instant(instant) => *instant = value.as_str().and_then(|text| text.parse().ok()),
            PlaceMut::Present(_) | PlaceMut::Keyed(_) => {}
        }
    }

    /// Returns the text of a field; empty for fields without text.
    pub fn text(&self, field: Field) -> &str {
        match place_of!(self, field, Place, &) {
            Place::Text(text) => text,
            Place::Count(_)
            | Place::Number(_)
            | Place::Flag(_)
            | Place::Instant(_)
            | Place::Present(_)
            | Place::Keyed(_) => "",
        }
    }

    /// Returns the count of a field; 0 for fields that count nothing.
    pub fn count(&self, field: Field) -> u64 {
        match place_of!(self, field, Place, &) {
            Place::Count(count) => *count,
            Place::Text(_)
            | Place::Number(_)
            | Place::Flag(_)
            | Place::Instant(_)
            | Place::Present(_)
            | Place::Keyed(_) => 0,
        }
    }

    /// Returns the number of a measured field, such as a percentage; 0 for others.
    pub fn number(&self, field: Field) -> f64 {
        match place_of!(self, field, Place, &) {
            Place::Number(number) => *number,
            Place::Text(_)
            | Place::Count(_)
            | Place::Flag(_)
            | Place::Instant(_)
            | Place::Present(_)
            | Place::Keyed(_) => 0.0,
        }
    }

    /// Returns whether a field is yes.
    pub fn flag(&self, field: Field) -> bool {
        match place_of!(self, field, Place, &) {
            Place::Flag(flag) => *flag,
            Place::Text(_)
            | Place::Count(_)
            | Place::Number(_)
            | Place::Instant(_)
            | Place::Present(_)
            | Place::Keyed(_) => false,
        }
    }

    /// Returns the instant that a visitor keeps under a field's key: that of the field or, where the field asks for the present day, the last showing
    /// of the campaign.
    pub fn kept_instant(&self, field: Field) -> Option<DateTime<Utc>> {
        match place_of!(self, field, Place, &) {
            Place::Instant(instant) | Place::Present(instant) => *instant,
            Place::Text(_) | Place::Count(_) | Place::Number(_) | Place::Flag(_) | Place::Keyed(_) => None,
        }
    }

    /// Sets the instant under a field's key; fields without one are left as they are.
    pub fn keep_instant(&mut self, field: Field, at: Option<DateTime<Utc>>) {
        match place_of!(self, field, PlaceMut, &mut) {
            PlaceMut::Instant(instant) | PlaceMut::Present(instant) => *instant = at,
            PlaceMut::Text(_) | PlaceMut::Count(_) | PlaceMut::Number(_) | PlaceMut::Flag(_) | PlaceMut::Keyed(_) => {}
        }
    }

    /// Returns the instant of a field, if any.
    pub fn instant(&self, field: Field) -> Option<DateTime<Utc>> {
        match place_of!(self, field, Place, &) {
            Place::Instant(instant) => *instant,
            Place::Text(_)
            | Place::Count(_)
            | Place::Number(_)
            | Place::Flag(_)
            | Place::Present(_)
            | Place::Keyed(_) => None,
        }
    }
}
