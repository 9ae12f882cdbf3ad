//! A visitor's dated events, and the state they start from.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{EventFault, Visitor, VisitorError, read_shape};

/// A visitor's dated events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "JourneyFile", into = "JourneyFile")]
pub struct Journey {
    /// The instant from which events count.
    pub start: DateTime<Utc>,
    /// Who the visitor is before the first event.
    pub visitor: JourneyVisitor,
    /// What happens, in order of time.
    pub events: Vec<Event>,
}

/// Who the visitor is before the first event. Counters count what came before the journey, so they start at 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct JourneyVisitor {
    /// The page that `page_views` speaks of; needed only where that is more than 0.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// How often they had opened that page.
    pub page_views: u64,
    /// How many pages they had opened on the whole site.
    pub visits: u64,
    /// How often they had been shown each campaign of the simulation.
    pub views: u64,
    /// How often they had clicked each campaign of the simulation.
    pub clicks: u64,
    /// How often they had closed each campaign of the simulation.
    pub closes: u64,
    /// BCP 47 tag of their browser's language.
    pub browser_language: String,
    /// Identifier of their browser.
    pub browser: String,
    /// Its version: dotted numbers.
    pub browser_version: String,
    /// `mobile`, `tablet` or `desktop`.
    pub device_type: String,
    /// Identifier of its operating system.
    pub operating_system: String,
    /// When they were first shown each campaign of the simulation.
    pub first_seen: Option<DateTime<Utc>>,
    /// When they were last shown each campaign of the simulation.
    pub last_shown: Option<DateTime<Utc>>,
    /// How many conversations they had had.
    pub conversation_count: u64,
    /// What the site tells about them.
    pub custom: Map<String, Value>,
    /// Until when nothing is shown to them, because a pop-up or the chat has just gone from their screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet_until: Option<DateTime<Utc>>,
}

impl JourneyVisitor {
    /// The visitor before the first event. No page is open: page and views of it are those of [`Visitor::default`].
    pub fn before(&self) -> Visitor {
        Visitor {
            visits: self.visits,
            views: self.views,
            clicks: self.clicks,
            closes: self.closes,
            browser_language: self.browser_language.clone(),
            browser: self.browser.clone(),
            browser_version: self.browser_version.clone(),
            device_type: self.device_type.clone(),
            operating_system: self.operating_system.clone(),
            first_seen: self.first_seen,
            last_shown: self.last_shown,
            conversation_count: self.conversation_count,
            custom: self.custom.clone(),
            ..Visitor::default()
        }
    }
}

impl From<&Visitor> for JourneyVisitor {
    /// The visitor as they are, with their page and all counts.
    fn from(visitor: &Visitor) -> Self {
        JourneyVisitor {
            url: visitor.url.clone(),
            page_views: visitor.page_views,
            visits: visitor.visits,
            views: visitor.views,
            clicks: visitor.clicks,
            closes: visitor.closes,
            browser_language: visitor.browser_language.clone(),
            browser: visitor.browser.clone(),
            browser_version: visitor.browser_version.clone(),
            device_type: visitor.device_type.clone(),
            operating_system: visitor.operating_system.clone(),
            first_seen: visitor.first_seen,
            last_shown: visitor.last_shown,
            conversation_count: visitor.conversation_count,
            custom: visitor.custom.clone(),
            quiet_until: visitor.quiet_until,
        }
    }
}

impl Default for JourneyVisitor {
    fn default() -> Self {
        let first_time = JourneyVisitor::from(&Visitor::default());
        JourneyVisitor {
            url: String::new(),
            page_views: 0,
            visits: 0,
            ..first_time
        }
    }
}

/// One thing that happens.
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
    Open(String),
    /// The page is scrolled to this ratio, 0 to 100 percent.
    Scroll(f64),
    /// The pointer leaves through the top edge (or the touch equivalents).
    Exit,
    /// The visible pop-up is clicked.
    Click,
    /// Whatever is open is closed.
    Close,
    /// A conversation with the chatbot takes place.
    Converse,
    /// The site tells attributes; null removes one.
    Identify(Map<String, Value>),
    /// The visitor turns to another tab or application, so that the page is hidden; false: they are back.
    Away(bool),
    /// Something comes to cover the page, such as a dialog or a film in full screen; false: it goes.
    Covered(bool),
    /// Nothing; time passes up to here.
    End,
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
    #[serde(default)]
    visitor: JourneyVisitor,
    events: Vec<EventFile>,
}

#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventFile {
    at: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    open: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scroll: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exit: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    click: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    close: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    converse: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    identify: Option<Map<String, Value>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    away: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    covered: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<bool>,
}

impl EventFile {
    /// Everything that the entry says happens. Flags that say false say nothing, but for those that tell an end.
    fn kinds(self) -> Vec<EventKind> {
        let flag = |flag: Option<bool>, kind: EventKind| flag.unwrap_or(false).then_some(kind);
        [
            self.open.map(EventKind::Open),
            self.scroll.map(EventKind::Scroll),
            flag(self.exit, EventKind::Exit),
            flag(self.click, EventKind::Click),
            flag(self.close, EventKind::Close),
            flag(self.converse, EventKind::Converse),
            self.identify.map(EventKind::Identify),
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
                EventKind::Open(url) => file.open = Some(url),
                EventKind::Scroll(ratio) => file.scroll = Some(ratio),
                EventKind::Exit => file.exit = Some(true),
                EventKind::Click => file.click = Some(true),
                EventKind::Close => file.close = Some(true),
                EventKind::Converse => file.converse = Some(true),
                EventKind::Identify(attributes) => file.identify = Some(attributes),
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
