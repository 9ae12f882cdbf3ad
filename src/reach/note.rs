//! What people should know about a clause or a count.

use chrono::NaiveDate;
use chrono_tz::Tz;
use fluent_bundle::FluentValue;

use super::mapping::Slot;
use crate::campaign::Field;
use crate::visitor::Visitor;
use crate::wording::text::Text;
use crate::wording::{day, field_label};

/// Something that the figures alone do not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// No column tells this; everybody counts as a first-time visitor in it.
    NoColumn(Slot),
    /// The date that counts as today, in the campaign's zone.
    Today(NaiveDate, Tz),
    /// Scrolling and leaving are not looked at, since no columns tell of them.
    ActivityLeftOut,
    /// The repeat cycle is not looked at.
    CycleLeftOut,
}

impl Note {
    /// The note in words.
    pub fn words(&self, text: &Text) -> String {
        let language = text.language();
        match self {
            Note::NoColumn(Slot::Attribute(key)) => text.tv("reach-no-attribute", &[("key", key.as_str().into())]),
            Note::NoColumn(Slot::Field(field)) => {
                let label = field_label(*field, language);
                match first_time_value(*field) {
                    Some(value) => text.tv("reach-no-column", &[("field", label.into()), ("value", value)]),
                    None if *field == Field::ExitScreen => text.t("reach-no-exit"),
                    None => text.t("reach-no-first-seen"),
                }
            }
            Note::NoColumn(Slot::Instant) => text.t("reach-no-instant"),
            Note::Today(date, zone) => {
                let values = [("date", day(*date, language).into()), ("zone", zone.name().into())];
                text.tv("reach-today", &values)
            }
            Note::ActivityLeftOut => text.t("reach-activity-left-out"),
            Note::CycleLeftOut => text.t("reach-cycle-left-out"),
        }
    }
}

/// What a first-time desktop visitor has, where it is a value to name.
fn first_time_value(field: Field) -> Option<FluentValue<'static>> {
    let visitor = Visitor::default();
    let number = |number: u64| FluentValue::from(number.to_string());
    Some(match field {
        Field::CurrentPageUrl => visitor.url.into(),
        Field::PageViews => number(visitor.page_views),
        Field::Visits => number(visitor.visits),
        Field::Views => number(visitor.views),
        Field::Clicks => number(visitor.clicks),
        Field::ConversationCount => number(visitor.conversation_count),
        Field::BrowserLanguage => visitor.browser_language.into(),
        Field::Browser => visitor.browser.into(),
        Field::BrowserVersion => visitor.browser_version.into(),
        Field::DeviceType => visitor.device_type.into(),
        Field::ScrollRatio => number(0),
        Field::ExitScreen | Field::FirstSeen | Field::LastSeen | Field::Custom => return None,
    })
}
