//! A visitor before a page is open, in the form of a journey's file: that of a visitor file, without what is done on a page. The catalogue defines
//! which fields there are.

use serde::ser::SerializeMap;
use serde::{Deserializer, Serializer};

use super::fields::FieldRef;
use super::reading::{BEFORE, LANGUAGES, LAST_SESSION, QUIET_UNTIL, SHOWINGS, TIME_ZONE, read, remembered};
use super::{Visitor, access_field};
use crate::campaign::{CATALOGUE, Field, FieldType, Scope};

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
            event: self
                .event
                .iter()
                .filter(|_| in_session)
                .map(|(key, count)| (key.clone(), *count))
                .collect(),
            time_on_site: if in_session {
                (self.time_on_site - self.time_on_page).max(0.0)
            } else {
                0.0
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
            FieldRef::Number(number) if *number == 0.0 => {}
            FieldRef::Number(number) => map.serialize_entry(key, number)?,
            FieldRef::Flag(flag) => map.serialize_entry(key, flag)?,
            FieldRef::Instant(instant) | FieldRef::Present(instant) => map.serialize_entry(key, instant)?,
            FieldRef::Keyed(attributes) => map.serialize_entry(key, attributes)?,
            FieldRef::Counts(counts) if counts.is_empty() => {}
            FieldRef::Counts(counts) => map.serialize_entry(key, counts)?,
            FieldRef::Elements(elements) if elements.is_empty() => {}
            FieldRef::Elements(elements) => map.serialize_entry(key, elements)?,
            // They stand in their address.
            FieldRef::Parameters(_) => {}
        }
    }
    if !visitor.languages.is_empty() {
        map.serialize_entry(LANGUAGES, &visitor.languages)?;
    }
    if let Some(zone) = &visitor.time_zone {
        map.serialize_entry(TIME_ZONE, zone)?;
    }
    if let Some(until) = &visitor.quiet_until {
        map.serialize_entry(QUIET_UNTIL, until)?;
    }
    if visitor.last_session > 0 {
        map.serialize_entry(LAST_SESSION, &visitor.last_session)?;
    }
    if !visitor.showings.is_empty() {
        map.serialize_entry(SHOWINGS, &visitor.showings)?;
    }
    map.end()
}

/// Reads the visitor that a journey starts from.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Visitor, D::Error> {
    let (mut visitor, says) = read(deserializer, &BEFORE)?;
    // Whoever has opened pages has come to the site.
    if visitor.visits > 0 && !says.field(Field::Sessions) {
        visitor.sessions = 1;
    }
    Ok(visitor)
}
