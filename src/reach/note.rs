//! What people should know about a clause or a count.

use chrono::NaiveDate;
use chrono_tz::Tz;
use fluent_bundle::FluentValue;

use super::mapping::Slot;
use crate::campaign::{Field, FieldType, number_text};
use crate::visitor::Visitor;
use crate::wording::text::Text;
use crate::wording::{day, field_label};

/// Something that the figures do not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// No column holds this, so everybody counts as a first-time visitor in it.
    NoColumn(Slot),
    /// The date that counts as today, in the campaign's zone.
    Today(NaiveDate, Tz),
    /// What is done on the page is ignored, since no columns cover it.
    ActivityLeftOut,
    /// The repeat cycle is ignored.
    CycleLeftOut,
    /// The run and the hours are ignored.
    TimetableLeftOut,
}

impl Note {
    /// Returns the note in words.
    pub fn words(&self, text: &Text) -> String {
        let language = text.language();
        match self {
            Note::NoColumn(Slot::Keyed(field, key)) => {
                let key_text = match field.spec().kind.is_counted() {
                    true => "reach-no-count-of",
                    false => "reach-no-attribute",
                };
                let field = field_label(*field, language);
                text.tv(key_text, &[("field", field.into()), ("key", key.as_str().into())])
            }
            Note::NoColumn(Slot::Field(field)) => {
                let label = field_label(*field, language);
                match first_time_value(*field) {
                    Some(value) => text.tv("reach-no-column", &[("field", label.into()), ("value", value)]),
                    None if field.spec().kind == FieldType::Flag => text.t("reach-no-exit"),
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
            Note::TimetableLeftOut => text.t("reach-timetable-left-out"),
        }
    }
}

/// Returns the value of a first-time desktop visitor, where it can be named.
fn first_time_value(field: Field) -> Option<FluentValue<'static>> {
    let value = Visitor::default().get(field);
    match field.spec().kind {
        FieldType::Url | FieldType::Language | FieldType::Choice | FieldType::Version => {
            value.as_str().map(|text| text.to_owned().into())
        }
        FieldType::WholeNumber | FieldType::Percent | FieldType::Seconds => Some(number_text(value.as_f64()?).into()),
        FieldType::Flag
        | FieldType::Date
        | FieldType::Custom
        | FieldType::Parameter
        | FieldType::KeyedCount
        | FieldType::Element => None,
    }
}
