//! A visitor prepared for many decisions: what all campaigns ask is read once per page view.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use serde_json::Value;

use super::address::Address;
use super::attribute::Attribute;
use super::compiled::Key;
use super::delivery::{Micros, micros};
use super::fold;
use super::version::Version;
use crate::campaign::{Bond, ByField, CAMPAIGN_COUNTS, CATALOGUE, Field, FieldSpec, FieldType, language_tag};
use crate::visitor::{Keyed, Visitor, parameters};

/// Returns whether a visitor's device is a touch device: no pointer could leave the page.
pub fn has_touch(visitor: &Visitor) -> bool {
    ["mobile", "tablet"].contains(&fold(&visitor.device_type).as_str())
}

/// A calendar date, counted in days.
pub(crate) type Day = i32;

/// Seconds from 1970 to the ends of the calendar, minus some days: there, local dates may lie beyond it.
const CALENDAR_END: i64 = 8_200_000_000_000;

/// Returns the date of an instant in a zone. Instants at the very ends of the calendar count as a little earlier or later.
pub(crate) fn day_of(instant: DateTime<Utc>, zone: Tz) -> Day {
    let seconds = instant.timestamp().clamp(-CALENDAR_END, CALENDAR_END);
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .with_timezone(&zone)
        .date_naive()
        .num_days_from_ce()
}

/// Returns a day as a date.
pub(crate) fn date_of(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

/// What a visitor has done with one campaign, before now.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stats {
    /// How often they did what each campaign counts separately; 0 for other fields.
    pub counts: ByField<u64>,
    /// When it was first shown to them.
    pub first_seen: Option<DateTime<Utc>>,
    /// When it was last shown to them.
    pub last_shown: Option<DateTime<Utc>>,
    /// In which of their sessions; 0 for one before the present.
    pub last_session: u64,
}

impl From<&Visitor> for Stats {
    fn from(visitor: &Visitor) -> Self {
        let mut counts = ByField::default();
        for field in CAMPAIGN_COUNTS {
            counts[field] = visitor.count(field);
        }
        Stats {
            counts,
            first_seen: visitor.first_seen,
            last_shown: visitor.last_shown,
            last_session: visitor.last_session,
        }
    }
}

impl Stats {
    /// Gives a visitor this record.
    pub fn write(&self, visitor: &mut Visitor) {
        for field in CAMPAIGN_COUNTS {
            visitor.set(field, &self.counts[field].into());
        }
        visitor.first_seen = self.first_seen;
        visitor.last_shown = self.last_shown;
        visitor.last_session = self.last_session;
    }
}

/// A field's value, prepared for comparisons; counts and dates are kept elsewhere.
#[derive(Debug, Clone)]
pub(super) enum Ready {
    /// A count, a date, or a value stored under a key.
    Elsewhere,
    /// There is none.
    Absent,
    Address(Address),
    /// A language tag.
    Language(String),
    /// The place of the catalogue's choice; none for any other value.
    Choice(Option<u8>),
    Version(Option<Version>),
    Number(f64),
    Flag(bool),
    /// Time that has passed, in microseconds.
    Elapsed(Micros),
}

impl Ready {
    fn of(visitor: &Visitor, spec: &FieldSpec) -> Ready {
        let text = || visitor.text(spec.field);
        match spec.kind {
            FieldType::Url => match Address::of(text()) {
                address if address.is_empty() => Ready::Absent,
                address => Ready::Address(address),
            },
            FieldType::Language => Ready::Language(language_tag(text()).unwrap_or_default()),
            FieldType::Choice => Ready::Choice(choice_place(spec, &fold(text()))),
            FieldType::Version => Ready::Version(Version::found(text())),
            FieldType::Percent => Ready::Number(visitor.number(spec.field)),
            FieldType::Flag => Ready::Flag(visitor.flag(spec.field)),
            FieldType::Seconds => Ready::Elapsed(micros(visitor.number(spec.field))),
            FieldType::WholeNumber
            | FieldType::Date
            | FieldType::Custom
            | FieldType::Parameter
            | FieldType::KeyedCount
            | FieldType::Element => Ready::Elsewhere,
        }
    }
}

// Every choice has a place.
const _: () = {
    let mut index = 0;
    while index < CATALOGUE.len() {
        let is_choice = matches!(CATALOGUE[index].kind, FieldType::Choice);
        assert!(!is_choice || CATALOGUE[index].choices.len() <= u8::MAX as usize + 1);
        index += 1;
    }
};

/// Returns the place among a field's choices of the one with this identifier, whose case is folded; none for another text.
pub(super) fn choice_place(spec: &FieldSpec, id: &str) -> Option<u8> {
    let place = spec
        .choices
        .iter()
        .position(|choice| choice.id.eq_ignore_ascii_case(id))?;
    u8::try_from(place).ok()
}

/// Some of a field's choices, by their places.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Choices([u64; 4]);

impl Choices {
    /// Takes one in.
    pub(super) fn insert(&mut self, place: u8) {
        self.0[usize::from(place / 64)] |= 1 << (place % 64);
    }

    #[inline]
    pub(super) fn contains(&self, place: u8) -> bool {
        self.0[usize::from(place / 64)] & (1 << (place % 64)) != 0
    }
}

/// The part of a visitor that all campaigns see: the page, the browser, the counters of the site, the attributes.
#[derive(Debug, Clone)]
pub struct PageView {
    counts: ByField<u64>,
    values: ByField<Ready>,
    attributes: Vec<(Key, Attribute)>,
    counts_of: Vec<(Key, u64)>,
    flags_of: Vec<Key>,
}

impl PageView {
    /// Reads the page view of a visitor.
    pub fn of(visitor: &Visitor) -> PageView {
        let mut page = PageView {
            counts: ByField::from_fn(|spec| visitor.count(spec.field)),
            values: ByField::from_fn(|spec| Ready::of(visitor, spec)),
            attributes: Vec::new(),
            counts_of: Vec::new(),
            flags_of: Vec::new(),
        };
        for spec in &CATALOGUE {
            page.read_keys(visitor, spec);
        }
        page
    }

    /// Reads the values that are stored under keys.
    fn read_keys(&mut self, visitor: &Visitor, spec: &FieldSpec) {
        let key = |name: Box<str>| Key {
            field: spec.field,
            name,
        };
        match visitor.keyed(spec.field) {
            Keyed::Attributes(attributes) => {
                let ready = |(name, value): (&String, &Value)| Some((key(name.as_str().into()), Attribute::of(value)?));
                self.attributes.extend(attributes.iter().filter_map(ready));
            }
            Keyed::Parameters(_) => {
                let Bond::Within(address) = spec.bond else { return };
                let Ready::Address(address) = &self.values[address] else {
                    return;
                };
                let ready = parameters(address.query())
                    .map(|(name, value)| (key(fold(&name).into()), Attribute::of_text(&value)))
                    .collect::<Vec<_>>();
                self.attributes.extend(ready);
            }
            Keyed::Counts(counts) => {
                let ready = counts.iter().map(|(name, count)| (key(name.as_str().into()), *count));
                self.counts_of.extend(ready);
            }
            Keyed::Elements(elements) => {
                let ready = elements.iter().map(|element| key(element.identity().into()));
                self.flags_of.extend(ready);
            }
            Keyed::Nothing => {}
        }
    }

    /// Says how much time has passed.
    pub(super) fn set_elapsed(&mut self, field: Field, elapsed: Micros) {
        self.values[field] = Ready::Elapsed(elapsed);
    }

    #[inline]
    pub(super) fn value(&self, field: Field) -> &Ready {
        &self.values[field]
    }

    #[inline]
    pub(super) fn attribute(&self, key: &Key) -> Option<&Attribute> {
        let found = self.attributes.iter().find(|(other, _)| other == key);
        found.map(|(_, attribute)| attribute)
    }

    #[inline]
    pub(super) fn count_of(&self, key: &Key) -> u64 {
        let found = self.counts_of.iter().find(|(other, _)| other == key);
        found.map_or(0, |(_, count)| *count)
    }

    #[inline]
    pub(super) fn flag_of(&self, key: &Key) -> bool {
        self.flags_of.contains(key)
    }
}

/// A page view as one campaign sees it.
#[derive(Debug, Clone, Copy)]
pub struct Prepared<'p> {
    pub(super) page: &'p PageView,
    counts: ByField<u64>,
    first_seen: Day,
    today: Day,
}

impl<'p> Prepared<'p> {
    /// Combines a page view with what the visitor has done with the campaign, at an instant, in the campaign's zone.
    pub fn new(page: &'p PageView, stats: &Stats, zone: Tz, now: DateTime<Utc>) -> Prepared<'p> {
        let today = day_of(now, zone);
        let first_seen = stats.first_seen.map(|instant| day_of(instant, zone));
        Prepared::on(page, &stats.counts, first_seen, today)
    }

    /// Does the same where the days are known: that of the first showing, if there was one, and the present.
    #[inline]
    pub(super) fn on(
        page: &'p PageView,
        of_campaign: &ByField<u64>,
        first_seen: Option<Day>,
        today: Day,
    ) -> Prepared<'p> {
        let mut counts = page.counts;
        for field in CAMPAIGN_COUNTS {
            counts[field] = of_campaign[field];
        }
        Prepared {
            page,
            counts,
            first_seen: first_seen.unwrap_or(today),
            today,
        }
    }

    #[inline]
    pub(super) fn count(&self, field: Field) -> u64 {
        self.counts[field]
    }

    /// Returns the day of a date; for a visitor who has not been shown the campaign, the first showing would be today.
    #[inline]
    pub(super) fn day(&self, field: Field) -> Day {
        match field.spec().bond {
            Bond::FirstShown => self.first_seen,
            Bond::Present
            | Bond::Within(_)
            | Bond::Elapsed
            | Bond::Free
            | Bond::PageViews
            | Bond::PagesOpened
            | Bond::Sessions
            | Bond::SessionPages
            | Bond::Shown
            | Bond::WithinShown => self.today,
        }
    }
}
