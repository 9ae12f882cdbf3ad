//! A visitor's dated events, and the state they start from.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::{Map, Value};

use super::{EventFault, Visitor, VisitorError, before, read_shape};
use crate::campaign::{ClickTarget, Element, ReplyPlace};

/// A visitor's dated events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "JourneyFile", into = "JourneyFile")]
pub struct Journey {
    /// The instant from which events count.
    pub start: DateTime<Utc>,
    /// The visitor before the first event: no page is open, so nothing is done on one. Counters count what came before the journey. The page is the
    /// one that `page_views` refers to; it is needed only where that is more than 0.
    pub visitor: Visitor,
    /// The events, in order of time.
    pub events: Vec<Event>,
}

/// One event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Seconds after the start of the journey.
    pub at: f64,
    /// What happens.
    pub kind: EventKind,
}

/// What can happen on a website.
#[derive(Debug, Clone, PartialEq)]
pub enum EventKind {
    /// A page is opened: a load, or a history change in a single-page app.
    Open(Opening),
    /// The page is scrolled to this ratio, 0 to 100 percent.
    Scroll(f64),
    /// The pointer leaves through the top edge (or the touch equivalents).
    Exit,
    /// The visible pop-up is clicked.
    Click(ClickTarget),
    /// Whatever is open gets closed.
    Close,
    /// A conversation with the chatbot takes place.
    Converse,
    /// The site sets attributes; null removes one.
    Identify(Map<String, Value>),
    /// The site tells that this event has happened.
    Track(String),
    /// The visitor clicks something on the page: whatever this selector finds, or shows this text.
    Press(Element),
    /// The visitor moves the pointer, types or touches the page, which keeps their session alive and does nothing else.
    Input,
    /// The visitor switches to another tab or application, so that the page is hidden; false when they return.
    Away(bool),
    /// Something covers the page, such as a dialog or a full-screen film; false when it goes.
    Covered(bool),
    /// Nothing happens; time passes up to this point.
    End,
}

/// A page that is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Its address.
    pub url: String,
    /// The page that led there, if any: what a browser gives as the referrer.
    pub referrer: Option<String>,
}

impl From<String> for Opening {
    fn from(url: String) -> Self {
        Opening { url, referrer: None }
    }
}

impl From<&str> for Opening {
    fn from(url: &str) -> Self {
        url.to_owned().into()
    }
}

impl EventKind {
    /// Returns the page that it opens.
    pub fn opening(&self) -> Option<&Opening> {
        match self {
            EventKind::Open(opening) => Some(opening),
            EventKind::Scroll(_)
            | EventKind::Exit
            | EventKind::Click(_)
            | EventKind::Close
            | EventKind::Converse
            | EventKind::Identify(_)
            | EventKind::Track(_)
            | EventKind::Press(_)
            | EventKind::Input
            | EventKind::Away(_)
            | EventKind::Covered(_)
            | EventKind::End => None,
        }
    }

    /// Returns whether it comes from the visitor, on the page: not from the site, another window or the passing of time.
    pub fn is_done_by_visitor(&self) -> bool {
        match self {
            EventKind::Open(_)
            | EventKind::Scroll(_)
            | EventKind::Exit
            | EventKind::Click(_)
            | EventKind::Close
            | EventKind::Converse
            | EventKind::Press(_)
            | EventKind::Input => true,
            EventKind::Identify(_)
            | EventKind::Track(_)
            | EventKind::Away(_)
            | EventKind::Covered(_)
            | EventKind::End => false,
        }
    }
}

impl Journey {
    /// Reads a journey file.
    ///
    /// # Errors
    /// When the text is not JSON, a key or a value is not a journey's, or the events cannot happen in that order.
    pub fn from_json(text: &str) -> Result<Self, VisitorError> {
        read_shape::<JourneyFile>(text)?.try_into()
    }
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct JourneyFile {
    start: DateTime<Utc>,
    #[serde(default = "Visitor::newcomer", with = "before")]
    visitor: Visitor,
    events: Vec<EventFile>,
}

#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventFile {
    at: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    open: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    referrer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scroll: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exit: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    click: Option<ClickFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    close: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    converse: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    identify: Option<Map<String, Value>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    track: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    press: Option<Element>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    input: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    away: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    covered: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<bool>,
}

/// What is clicked, as a file says it: `true`, or `{"reply": 2}`, counted from 1.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "a click is `true`, or `{\"reply\": N}` for the quick reply of that number, from 1 to 4"
)]
enum ClickFile {
    Message(bool),
    Reply(ReplyFile),
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyFile {
    #[serde(deserialize_with = "reply_place", serialize_with = "reply_number")]
    reply: ReplyPlace,
}

fn reply_place<'de, D: Deserializer<'de>>(number: D) -> Result<ReplyPlace, D::Error> {
    let place = ReplyPlace::from_number(usize::deserialize(number)?);
    place.ok_or_else(|| D::Error::custom("a reply is a number from 1 to 4"))
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn reply_number<S: Serializer>(place: &ReplyPlace, to: S) -> Result<S::Ok, S::Error> {
    place.number().serialize(to)
}

impl ClickFile {
    fn of(target: ClickTarget) -> ClickFile {
        match target {
            ClickTarget::Message => ClickFile::Message(true),
            ClickTarget::Reply(reply) => ClickFile::Reply(ReplyFile { reply }),
        }
    }

    fn target(self) -> Option<ClickTarget> {
        match self {
            ClickFile::Message(clicked) => clicked.then_some(ClickTarget::Message),
            ClickFile::Reply(ReplyFile { reply }) => Some(ClickTarget::Reply(reply)),
        }
    }
}

impl EventFile {
    /// Returns all events that the entry states. Flags that are false state nothing, except for those that mark an end.
    fn kinds(self) -> Vec<EventKind> {
        let flag = |flag: Option<bool>, kind: EventKind| flag.unwrap_or(false).then_some(kind);
        [
            self.open.map(|url| {
                EventKind::Open(Opening {
                    url,
                    referrer: self.referrer,
                })
            }),
            self.scroll.map(EventKind::Scroll),
            flag(self.exit, EventKind::Exit),
            self.click.and_then(ClickFile::target).map(EventKind::Click),
            flag(self.close, EventKind::Close),
            flag(self.converse, EventKind::Converse),
            self.identify.map(EventKind::Identify),
            self.track.map(EventKind::Track),
            self.press.map(EventKind::Press),
            flag(self.input, EventKind::Input),
            self.away.map(EventKind::Away),
            self.covered.map(EventKind::Covered),
            flag(self.end, EventKind::End),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl TryFrom<JourneyFile> for Journey {
    type Error = VisitorError;

    fn try_from(file: JourneyFile) -> Result<Self, VisitorError> {
        let mut events = Vec::with_capacity(file.events.len());
        let mut before = 0.0;
        for (index, entry) in file.events.into_iter().enumerate() {
            let wrong = |fault: EventFault| VisitorError::Event {
                number: index + 1,
                fault,
            };
            let at = entry.at;
            if at < before {
                return Err(wrong(EventFault::OutOfOrder));
            }
            before = at;
            if entry.referrer.is_some() && entry.open.is_none() {
                return Err(wrong(EventFault::ReferrerAlone));
            }
            let mut kinds = entry.kinds();
            let Some(kind) = kinds.pop().filter(|_| kinds.is_empty()) else {
                return Err(wrong(EventFault::NotOneThing));
            };
            if matches!(kind, EventKind::Scroll(ratio) if !(0.0..=100.0).contains(&ratio)) {
                return Err(wrong(EventFault::ScrollOutside));
            }
            events.push(Event { at, kind });
        }
        Ok(Journey {
            start: file.start,
            visitor: file.visitor,
            events,
        })
    }
}

impl From<Journey> for JourneyFile {
    fn from(journey: Journey) -> Self {
        let events = journey.events.into_iter().map(|event| {
            let mut file = EventFile {
                at: event.at,
                ..EventFile::default()
            };
            match event.kind {
                EventKind::Open(Opening { url, referrer }) => {
                    file.open = Some(url);
                    file.referrer = referrer;
                }
                EventKind::Scroll(ratio) => file.scroll = Some(ratio),
                EventKind::Exit => file.exit = Some(true),
                EventKind::Click(target) => file.click = Some(ClickFile::of(target)),
                EventKind::Close => file.close = Some(true),
                EventKind::Converse => file.converse = Some(true),
                EventKind::Identify(attributes) => file.identify = Some(attributes),
                EventKind::Track(name) => file.track = Some(name),
                EventKind::Press(element) => file.press = Some(element),
                EventKind::Input => file.input = Some(true),
                EventKind::Away(away) => file.away = Some(away),
                EventKind::Covered(covered) => file.covered = Some(covered),
                EventKind::End => file.end = Some(true),
            }
            file
        });
        JourneyFile {
            start: journey.start,
            visitor: journey.visitor,
            events: events.collect(),
        }
    }
}
