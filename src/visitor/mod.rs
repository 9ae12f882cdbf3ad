//! The person on the website as the widget knows them, and their journeys (`tests/specification/visitor-files.md`). Plain data that reads and writes
//! its files.
//!
//! It has no clock: instants are passed in. The engine decides what a campaign makes of a visitor.

mod before;
mod error;
mod fields;
mod journey;
mod parameters;
mod preset;
mod reading;
mod showing;

#[cfg(test)]
mod tests;

pub use error::{EventFault, ShapeFault, VisitorError};
pub use fields::Keyed;
pub use journey::{Event, EventKind, Journey, Opening};
pub(crate) use parameters::{parameter_name, parameters};
pub use preset::{JourneyPreset, VisitorPreset};
pub(crate) use reading::is_visitor_key;
pub use showing::Showing;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::campaign::{Element, strict_value};

/// A visitor at one instant, as seen by one campaign. Missing keys of a file take the values of a first-time desktop visitor.
///
/// The parameters of an address are a part of it; a file may name them apart from it, and they are then written into it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Visitor {
    /// The page they are on.
    pub url: String,
    /// How often they have opened this page, this time included.
    pub page_views: u64,
    /// How many pages they have opened on the whole site, this one included.
    pub visits: u64,
    /// How many times they have come to the site, this session included.
    pub sessions: u64,
    /// How many pages they have opened in this session, this one included.
    pub session_pages: u64,
    /// The page of another site that led them to the first page of this session.
    pub referrer: Option<String>,
    /// The first page of this session.
    pub landing_page: String,
    /// How often they have been shown the campaign, before now.
    pub views: u64,
    /// How often they have clicked the campaign, before now.
    pub clicks: u64,
    /// How often they have closed the campaign, before now.
    pub closes: u64,
    /// BCP 47 tag of their browser's language.
    pub browser_language: String,
    /// The languages that they prefer, as their browser lists them, in order; empty for that of their browser alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Identifier of their browser, as in [`crate::campaign::BROWSERS`].
    pub browser: String,
    /// Its version: dotted numbers.
    pub browser_version: String,
    /// `mobile`, `tablet` or `desktop`.
    pub device_type: String,
    /// Identifier of its operating system, as in [`crate::campaign::OPERATING_SYSTEMS`].
    pub operating_system: String,
    /// The country that they are in, as in [`crate::campaign::COUNTRIES`]; `None` where nobody knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// IANA name of their browser's time zone; `None` counts as the campaign's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// When they were first shown the campaign.
    pub first_seen: Option<DateTime<Utc>>,
    /// When they were last shown the campaign.
    pub last_shown: Option<DateTime<Utc>>,
    /// In which of their sessions they were last shown the campaign, counted from 1; 0 for one before the present.
    #[serde(skip_serializing_if = "is_zero")]
    pub last_session: u64,
    /// How many conversations they have had with the chatbot.
    pub conversation_count: u64,
    /// How often the site has told of each event in this session.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub event: BTreeMap<String, u64>,
    /// What the site sets about them: texts, numbers, yes and no.
    pub custom: Map<String, Value>,
    /// The deepest point of the page that they have reached, 0 to 100 percent.
    pub scroll_ratio: f64,
    /// Whether their pointer has left through the top edge of the page.
    pub exit_screen: bool,
    /// For how many seconds they have been on the page.
    #[serde(skip_serializing_if = "is_none")]
    pub time_on_page: f64,
    /// For how many seconds they have been on the site in this session.
    #[serde(skip_serializing_if = "is_none")]
    pub time_on_site: f64,
    /// For how many seconds they have done nothing on the page.
    #[serde(skip_serializing_if = "is_none")]
    pub inactivity: f64,
    /// What they have clicked on the page: each selector and each text that counts as clicked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clicked: Vec<Element>,
    /// Until when nothing is shown to them, because a pop-up or the chat has just left their screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet_until: Option<DateTime<Utc>>,
    /// Which of the site's campaigns they have been shown, as far as that may fill a rest.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub showings: Vec<Showing>,
}

impl Default for Visitor {
    fn default() -> Self {
        Visitor {
            url: "https://www.example.com/".into(),
            page_views: 1,
            visits: 1,
            sessions: 1,
            session_pages: 1,
            referrer: None,
            landing_page: "https://www.example.com/".into(),
            views: 0,
            clicks: 0,
            closes: 0,
            browser_language: "en-US".into(),
            languages: Vec::new(),
            browser: "chrome".into(),
            browser_version: "131.0.6778".into(),
            device_type: "desktop".into(),
            operating_system: "windows".into(),
            country: None,
            time_zone: None,
            first_seen: None,
            last_shown: None,
            last_session: 0,
            conversation_count: 0,
            event: BTreeMap::new(),
            custom: Map::new(),
            scroll_ratio: 0.0,
            exit_screen: false,
            time_on_page: 0.0,
            time_on_site: 0.0,
            inactivity: 0.0,
            clicked: Vec::new(),
            quiet_until: None,
            showings: Vec::new(),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// Returns whether no time has passed.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_none(seconds: &f64) -> bool {
    *seconds == 0.0
}

/// The place of a field's value in a visitor. `$ref` is `&` or `&mut`.
macro_rules! access_field {
    ($visitor:expr, $field:expr, $place:ident, $($ref:tt)+) => {
        match $field {
            Field::CurrentPageUrl => $place::Text($($ref)+ $visitor.url),
            Field::PageViews => $place::Count($($ref)+ $visitor.page_views),
            Field::Visits => $place::Count($($ref)+ $visitor.visits),
            Field::Sessions => $place::Count($($ref)+ $visitor.sessions),
            Field::SessionPages => $place::Count($($ref)+ $visitor.session_pages),
            Field::Referrer => $place::Optional($($ref)+ $visitor.referrer),
            Field::LandingPage => $place::Text($($ref)+ $visitor.landing_page),
            Field::Views => $place::Count($($ref)+ $visitor.views),
            Field::Clicks => $place::Count($($ref)+ $visitor.clicks),
            Field::Closes => $place::Count($($ref)+ $visitor.closes),
            Field::BrowserLanguage => $place::Text($($ref)+ $visitor.browser_language),
            Field::Browser => $place::Text($($ref)+ $visitor.browser),
            Field::BrowserVersion => $place::Text($($ref)+ $visitor.browser_version),
            Field::DeviceType => $place::Text($($ref)+ $visitor.device_type),
            Field::OperatingSystem => $place::Text($($ref)+ $visitor.operating_system),
            Field::Country => $place::Optional($($ref)+ $visitor.country),
            Field::FirstSeen => $place::Instant($($ref)+ $visitor.first_seen),
            Field::LastSeen => $place::Present($($ref)+ $visitor.last_shown),
            Field::ConversationCount => $place::Count($($ref)+ $visitor.conversation_count),
            Field::Query => $place::Parameters($($ref)+ $visitor.url),
            Field::LandingQuery => $place::Parameters($($ref)+ $visitor.landing_page),
            Field::Event => $place::Counts($($ref)+ $visitor.event),
            Field::Custom => $place::Keyed($($ref)+ $visitor.custom),
            Field::ScrollRatio => $place::Number($($ref)+ $visitor.scroll_ratio),
            Field::ExitScreen => $place::Flag($($ref)+ $visitor.exit_screen),
            Field::TimeOnPage => $place::Number($($ref)+ $visitor.time_on_page),
            Field::TimeOnSite => $place::Number($($ref)+ $visitor.time_on_site),
            Field::Inactivity => $place::Number($($ref)+ $visitor.inactivity),
            Field::Clicked => $place::Elements($($ref)+ $visitor.clicked),
        }
    };
}
use access_field;

impl Visitor {
    /// Returns the languages that they prefer, the most preferred first.
    pub fn preferred_languages(&self) -> &[String] {
        match self.languages.as_slice() {
            [] => std::slice::from_ref(&self.browser_language),
            languages => languages,
        }
    }

    /// Reads a visitor file.
    ///
    /// ```
    /// use beckon::visitor::Visitor;
    ///
    /// let visitor = Visitor::from_json(r#"{ "page_views": 6, "visits": 9, "custom": { "plan": "trial" } }"#)?;
    /// assert_eq!(visitor.device_type, "desktop"); // What is missing is a first-time desktop visitor's.
    /// assert!(Visitor::from_json(r#"{ "mood": "good" }"#).is_err());
    /// # Ok::<(), beckon::visitor::VisitorError>(())
    /// ```
    ///
    /// # Errors
    /// When the text is not JSON, or a key or a value is not a visitor's.
    pub fn from_json(text: &str) -> Result<Self, VisitorError> {
        read_shape(text)
    }
}

/// Reads a text strictly, then as a shape; positions come from serde_json, which reads the text again.
fn read_shape<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, VisitorError> {
    // A list would be read as a struct's values in order.
    match strict_value(text)? {
        Value::Object(_) => Ok(serde_json::from_str(text)?),
        _ => Err(VisitorError::NotAnObject),
    }
}
