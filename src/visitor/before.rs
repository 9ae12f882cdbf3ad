//! A visitor before a page is open, in the form of a journey's file: that of a visitor file, without what is done on a page. The catalogue defines
//! which fields there are.

use std::fmt;
use std::sync::LazyLock;

use serde::de::{Error, MapAccess};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serializer, de};

use super::fields::{FieldMut, FieldRef};
use super::{Visitor, access_field};
use crate::campaign::{CATALOGUE, Field, FieldSpec, FieldType, Scope, Section, one_line};

/// The keys that belong to no field.
const TIME_ZONE: &str = "time_zone";
const QUIET_UNTIL: &str = "quiet_until";

/// The keys of the file, in its order.
static KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let fields = remembered().map(|spec| spec.visitor_key);
    fields.chain([TIME_ZONE, QUIET_UNTIL]).collect()
});

/// Returns what is known before a page is open: everything but what is done on it.
fn remembered() -> impl Iterator<Item = &'static FieldSpec> {
    CATALOGUE.iter().filter(|spec| spec.section == Section::Audience)
}

impl Visitor {
    /// Returns a first-time visitor who has opened no page yet. Missing keys of a journey's visitor take these values.
    pub fn newcomer() -> Self {
        Self {
            url: String::new(),
            page_views: 0,
            visits: 0,
            sessions: 0,
            session_pages: 0,
            landing_page: String::new(),
            ..Self::default()
        }
    }

    /// Returns the same visitor just before they opened their present page.
    pub fn before_page(&self) -> Self {
        let page_views = self.page_views.saturating_sub(1);
        let opened = page_views > 0;
        let session_pages = self.session_pages.saturating_sub(1);
        // A page that is the first of its session began it.
        let begun = u64::from(session_pages == 0);
        let in_session = session_pages > 0;
        Self {
            url: if opened { self.url.clone() } else { String::new() },
            page_views,
            visits: self.visits.saturating_sub(1),
            sessions: self.sessions.saturating_sub(begun),
            session_pages,
            referrer: self.referrer.clone().filter(|_| in_session),
            landing_page: if in_session {
                self.landing_page.clone()
            } else {
                String::new()
            },
            quiet_until: self.quiet_until,
            ..self.without_page()
        }
    }

    /// Returns the same visitor with no open page and without quiet: what belongs to a page is that of [`Visitor::default`].
    pub fn without_page(&self) -> Self {
        let anyone = Self::default();
        let mut visitor = Self {
            quiet_until: None,
            ..self.clone()
        };
        for spec in CATALOGUE.iter().filter(|spec| spec.scope == Scope::Page) {
            visitor.set(spec.field, &anyone.get(spec.field));
        }
        visitor
    }
}

/// Writes the visitor that a journey starts from.
pub(super) fn serialize<S: Serializer>(visitor: &Visitor, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for spec in remembered() {
        let key = spec.visitor_key;
        match access_field!(visitor, spec.field, FieldRef, &) {
            // The page is needed only where it has been opened before, and the first page of a session only in one.
            FieldRef::Text(text) if spec.kind == FieldType::Url && text.is_empty() => {}
            FieldRef::Optional(None) => {}
            FieldRef::Optional(text) => map.serialize_entry(key, text)?,
            FieldRef::Text(text) => map.serialize_entry(key, text)?,
            FieldRef::Count(count) => map.serialize_entry(key, count)?,
            FieldRef::Number(number) => map.serialize_entry(key, number)?,
            FieldRef::Flag(flag) => map.serialize_entry(key, flag)?,
            FieldRef::Instant(instant) | FieldRef::Present(instant) => map.serialize_entry(key, instant)?,
            FieldRef::Keyed(attributes) => map.serialize_entry(key, attributes)?,
        }
    }
    if let Some(zone) = &visitor.time_zone {
        map.serialize_entry(TIME_ZONE, zone)?;
    }
    if let Some(until) = &visitor.quiet_until {
        map.serialize_entry(QUIET_UNTIL, until)?;
    }
    map.end()
}

/// Reads the visitor that a journey starts from.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Visitor, D::Error> {
    deserializer.deserialize_struct("JourneyVisitor", &KEYS, Reader)
}

struct Reader;

impl<'de> de::Visitor<'de> for Reader {
    type Value = Visitor;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("struct JourneyVisitor")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Visitor, A::Error> {
        let mut visitor = Visitor::newcomer();
        let mut seen = Vec::new();
        while let Some(Key(place)) = map.next_key()? {
            let key = KEYS[place];
            if seen.contains(&place) {
                return Err(A::Error::duplicate_field(key));
            }
            seen.push(place);
            match remembered().nth(place) {
                Some(spec) => read(&mut visitor, spec.field, &mut map)?,
                None if key == TIME_ZONE => visitor.time_zone = map.next_value::<Zone>()?.0,
                None => visitor.quiet_until = map.next_value()?,
            }
        }
        // Whoever has opened pages has come to the site.
        let sessions = Field::Sessions.spec().visitor_key;
        if visitor.visits > 0 && !seen.iter().any(|place| KEYS[*place] == sessions) {
            visitor.sessions = 1;
        }
        Ok(visitor)
    }
}

/// Reads the value of a field into its place.
fn read<'de, A: MapAccess<'de>>(visitor: &mut Visitor, field: Field, map: &mut A) -> Result<(), A::Error> {
    match access_field!(visitor, field, FieldMut, &mut) {
        FieldMut::Text(text) => *text = map.next_value()?,
        FieldMut::Optional(text) => *text = map.next_value()?,
        FieldMut::Count(count) => *count = map.next_value()?,
        FieldMut::Number(number) => *number = map.next_value()?,
        FieldMut::Flag(flag) => *flag = map.next_value()?,
        FieldMut::Instant(instant) | FieldMut::Present(instant) => *instant = map.next_value()?,
        FieldMut::Keyed(attributes) => *attributes = map.next_value()?,
    }
    Ok(())
}

/// The name of a time zone that exists.
struct Zone(Option<String>);

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        zone(deserializer).map(Zone)
    }
}

/// Reads the name of a time zone, and refuses one that does not exist.
pub(super) fn zone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = Option::<String>::deserialize(deserializer)?;
    match name.as_ref().filter(|name| name.parse::<chrono_tz::Tz>().is_err()) {
        Some(unknown) => Err(D::Error::custom(format_args!(
            "unknown time zone `{}`, expected an IANA name such as `Europe/Istanbul`",
            one_line(unknown)
        ))),
        None => Ok(name),
    }
}

/// A key of the file, by its index in [`KEYS`].
struct Key(usize);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(KeyReader)
    }
}

struct KeyReader;

impl de::Visitor<'_> for KeyReader {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        let place = KEYS.iter().position(|known| *known == key);
        place.map(Key).ok_or_else(|| E::unknown_field(key, &KEYS))
    }
}
