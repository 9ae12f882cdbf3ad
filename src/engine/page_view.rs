//! A visitor made ready for many decisions: what all campaigns ask alike is read once per page view.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use serde_json::{Map, Value};

use super::address::Address;
use super::attribute::Attribute;
use super::fold;
use super::version::{Version, language_tag};
use crate::visitor::Visitor;

/// A calendar date, counted in days.
pub(crate) type Day = i32;

/// Seconds from 1970 to the ends of the calendar, some days left out: there, local dates may lie beyond it.
const CALENDAR_END: i64 = 8_200_000_000_000;

/// The date of an instant in a zone. Instants at the very ends of the calendar are taken as a little earlier or later.
pub(crate) fn day_of(instant: DateTime<Utc>, zone: Tz) -> Day {
    let seconds = instant.timestamp().clamp(-CALENDAR_END, CALENDAR_END);
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .with_timezone(&zone)
        .date_naive()
        .num_days_from_ce()
}

/// A day as a date.
pub(crate) fn date_of(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

/// What a visitor has done with one campaign, before now.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stats {
    /// How often it has been shown to them.
    pub views: u64,
    /// How often they have clicked it.
    pub clicks: u64,
    /// When it was first shown to them.
    pub first_seen: Option<DateTime<Utc>>,
    /// When it was last shown to them.
    pub last_shown: Option<DateTime<Utc>>,
}

impl From<&Visitor> for Stats {
    fn from(visitor: &Visitor) -> Self {
        Stats {
            views: visitor.views,
            clicks: visitor.clicks,
            first_seen: visitor.first_seen,
            last_shown: visitor.last_shown,
        }
    }
}

/// The part of a visitor that every campaign sees alike: the page, the browser, the counters of the site, the attributes.
#[derive(Debug, Clone)]
pub struct PageView {
    pub(super) address: Address,
    pub(super) page_views: u64,
    pub(super) visits: u64,
    pub(super) conversation_count: u64,
    pub(super) language: String,
    pub(super) browser: String,
    pub(super) version: Option<Version>,
    pub(super) device: String,
    pub(super) custom: Vec<(Box<str>, Attribute)>,
    pub(super) scroll_ratio: f64,
    pub(super) exit_screen: bool,
}

impl PageView {
    /// Reads the page view of a visitor.
    pub fn of(visitor: &Visitor) -> PageView {
        PageView {
            address: Address::of(&visitor.url),
            page_views: visitor.page_views,
            visits: visitor.visits,
            conversation_count: visitor.conversation_count,
            language: language_tag(&visitor.browser_language).unwrap_or_default(),
            browser: fold(&visitor.browser),
            version: Version::found(&visitor.browser_version),
            device: fold(&visitor.device_type),
            custom: attributes(&visitor.custom),
            scroll_ratio: visitor.scroll_ratio,
            exit_screen: visitor.exit_screen,
        }
    }

    #[inline]
    pub(super) fn attribute(&self, key: &str) -> Option<&Attribute> {
        self.custom
            .iter()
            .find(|(name, _)| **name == *key)
            .map(|(_, attribute)| attribute)
    }
}

/// The attributes among what a site tells, ready to be compared.
pub(super) fn attributes(custom: &Map<String, Value>) -> Vec<(Box<str>, Attribute)> {
    let ready = |(key, value): (&String, &Value)| Some((key.as_str().into(), Attribute::of(value)?));
    custom.iter().filter_map(ready).collect()
}

/// A page view as one campaign sees it.
#[derive(Debug, Clone, Copy)]
pub struct Prepared<'p> {
    pub(super) page: &'p PageView,
    pub(super) views: u64,
    pub(super) clicks: u64,
    pub(super) first_seen: Day,
    pub(super) today: Day,
}

impl<'p> Prepared<'p> {
    /// A page view with what the visitor has done with the campaign, at an instant, in the campaign's zone.
    pub fn new(page: &'p PageView, stats: &Stats, zone: Tz, now: DateTime<Utc>) -> Prepared<'p> {
        let today = day_of(now, zone);
        let first_seen = stats.first_seen.map_or(today, |instant| day_of(instant, zone));
        Prepared {
            page,
            views: stats.views,
            clicks: stats.clicks,
            first_seen,
            today,
        }
    }
}
