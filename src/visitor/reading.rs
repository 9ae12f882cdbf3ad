//! Reads a visitor, as they are on a page or before they open one. The catalogue defines which keys there are.
//!
//! What a file says of an address's parameters becomes a part of the address, so that the two never contradict each other.

use std::fmt;
use std::sync::LazyLock;

use serde::de::{Error, MapAccess};
use serde::{Deserialize, Deserializer, de};
use serde_json::{Map, Value};

use super::fields::FieldMut;
use super::{Visitor, access_field};
use crate::campaign::{CATALOGUE, Element, Field, FieldSpec, Scope, Section, attribute_text, one_line};

/// The keys that belong to no field.
pub(super) const LANGUAGES: &str = "languages";
pub(super) const TIME_ZONE: &str = "time_zone";
pub(super) const QUIET_UNTIL: &str = "quiet_until";
pub(super) const LAST_SESSION: &str = "last_session";
pub(super) const SHOWINGS: &str = "showings";

/// Which visitor a file is about.
pub(super) struct Shape {
    name: &'static str,
    /// What a file that says nothing stands for.
    missing: fn() -> Visitor,
    fields: Vec<&'static FieldSpec>,
    /// The keys of the file, in its order.
    keys: Vec<&'static str>,
}

impl Shape {
    fn new(name: &'static str, missing: fn() -> Visitor, fields: impl Iterator<Item = &'static FieldSpec>) -> Shape {
        let fields: Vec<_> = fields.collect();
        let keys = fields.iter().map(|spec| spec.visitor_key);
        Shape {
            name,
            missing,
            keys: keys
                .chain([LANGUAGES, TIME_ZONE, QUIET_UNTIL, LAST_SESSION, SHOWINGS])
                .collect(),
            fields,
        }
    }
}

/// A visitor on a page.
static PRESENT: LazyLock<Shape> = LazyLock::new(|| Shape::new("Visitor", Visitor::default, CATALOGUE.iter()));

/// A visitor before a page is open: without what is done on one.
pub(super) static BEFORE: LazyLock<Shape> =
    LazyLock::new(|| Shape::new("JourneyVisitor", Visitor::newcomer, remembered()));

/// Returns what is known before a page is open: everything but what is done on it.
pub(super) fn remembered() -> impl Iterator<Item = &'static FieldSpec> {
    let lasts = |spec: &&FieldSpec| spec.section == Section::Audience || spec.scope != Scope::Page;
    CATALOGUE.iter().filter(lasts)
}

/// Returns whether a visitor's file may have this key.
pub(crate) fn is_visitor_key(key: &str) -> bool {
    PRESENT.keys.contains(&key)
}

impl<'de> Deserialize<'de> for Visitor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut visitor, says) = read(deserializer, &PRESENT)?;
        // Whoever is on a page, and of whom nothing else is said, has come to this one.
        if says.field(Field::CurrentPageUrl) && !says.field(Field::LandingPage) && !says.field(Field::LandingQuery) {
            visitor.landing_page.clone_from(&visitor.url);
        }
        Ok(visitor)
    }
}

/// What a file says.
pub(super) struct Says(Vec<&'static str>);

impl Says {
    pub(super) fn field(&self, field: Field) -> bool {
        self.0.contains(&field.spec().visitor_key)
    }
}

/// Reads a visitor, and which keys are there.
pub(super) fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    shape: &'static Shape,
) -> Result<(Visitor, Says), D::Error> {
    deserializer.deserialize_struct(shape.name, &shape.keys, Reader(shape))
}

struct Reader(&'static Shape);

impl<'de> de::Visitor<'de> for Reader {
    type Value = (Visitor, Says);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "struct {}", self.0.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(Visitor, Says), A::Error> {
        let mut visitor = (self.0.missing)();
        let mut says = Says(Vec::new());
        // An address may come after its parameters.
        let mut parameters: Vec<(Field, Map<String, Value>)> = Vec::new();
        while let Some(place) = map.next_key_seed(Key(self.0))? {
            let key = self.0.keys[place];
            if says.0.contains(&key) {
                return Err(A::Error::duplicate_field(key));
            }
            says.0.push(key);
            match self.0.fields.get(place) {
                Some(spec) => match access_field!(visitor, spec.field, FieldMut, &mut) {
                    FieldMut::Text(text) => *text = map.next_value()?,
                    FieldMut::Optional(text) => *text = map.next_value()?,
                    FieldMut::Count(count) => *count = map.next_value()?,
                    FieldMut::Number(number) => *number = map.next_value()?,
                    FieldMut::Flag(flag) => *flag = map.next_value()?,
                    FieldMut::Instant(instant) | FieldMut::Present(instant) => *instant = map.next_value()?,
                    FieldMut::Keyed(attributes) => *attributes = map.next_value()?,
                    FieldMut::Counts(counts) => {
                        *counts = map.next_value()?;
                        // What has happened 0 times has not happened.
                        counts.retain(|_, count| *count > 0);
                    }
                    FieldMut::Elements(_) => {
                        for element in map.next_value::<Vec<Element>>()? {
                            visitor.set_under(spec.field, &element.identity(), &element.to_value());
                        }
                    }
                    FieldMut::Parameters(_) => parameters.push((spec.field, map.next_value()?)),
                },
                None if key == LANGUAGES => visitor.languages = map.next_value()?,
                None if key == TIME_ZONE => visitor.time_zone = map.next_value::<Zone>()?.0,
                None if key == QUIET_UNTIL => visitor.quiet_until = map.next_value()?,
                None if key == LAST_SESSION => visitor.last_session = map.next_value()?,
                None => visitor.showings = map.next_value()?,
            }
        }
        for (field, values) in parameters {
            for (name, value) in values {
                if attribute_text(&value).is_none() {
                    return Err(A::Error::custom(format_args!(
                        "the parameter `{}` is no text",
                        one_line(&name)
                    )));
                }
                visitor.set_under(field, &name, &value);
            }
        }
        Ok((visitor, says))
    }
}

/// The name of a time zone that exists.
struct Zone(Option<String>);

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Option::<String>::deserialize(deserializer)?;
        match name.as_ref().filter(|name| name.parse::<chrono_tz::Tz>().is_err()) {
            Some(unknown) => Err(D::Error::custom(format_args!(
                "unknown time zone `{}`, expected an IANA name such as `Europe/Istanbul`",
                one_line(unknown)
            ))),
            None => Ok(Zone(name)),
        }
    }
}

/// Reads a key of the file, as its place among them.
struct Key(&'static Shape);

impl<'de> de::DeserializeSeed<'de> for Key {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl de::Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        let place = self.0.keys.iter().position(|known| *known == key);
        place.ok_or_else(|| E::unknown_field(key, &self.0.keys))
    }
}
