//! Rests: how many pop-ups of a site a visitor is shown at most in a session or in a stretch of time.
//!
//! It holds what a file says, finished or not. When a rest is full is the engine's to decide.

use serde_json::{Number, Value};

use super::extras::ObjectWriter;
use super::read::ObjectReader;
use super::write::write_cycle;
use super::{CycleUnit, Extras, RepeatCycle};

/// The value of `per` that stands for a session.
const SESSION: &str = "session";

/// How many pop-ups a visitor is shown at most.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rest {
    /// How many; a whole number of at least 1 in a finished rest.
    pub at_most: Option<Number>,
    /// Within which time; `None` while that is not said.
    pub per: Option<RestTime>,
    /// The ids of campaigns that take no part: they are shown however full it is, and do not fill it.
    pub except: Vec<String>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

/// The time within which showings count.
#[derive(Debug, Clone, PartialEq)]
pub enum RestTime {
    /// The session.
    Session,
    /// So many minutes, hours or days before now.
    Span(RepeatCycle),
    /// A word that this version does not know.
    Unknown(String),
}

impl RestTime {
    /// Returns how long it is in seconds; `None` for a session, and while it is unfinished.
    pub fn seconds(&self) -> Option<f64> {
        match self {
            RestTime::Span(span) => span.seconds(),
            RestTime::Session | RestTime::Unknown(_) => None,
        }
    }
}

impl Rest {
    /// Returns what a person who adds a rest starts with: one pop-up a day.
    pub fn usual() -> Rest {
        Rest {
            at_most: Some(1.into()),
            per: Some(RestTime::Span(RepeatCycle::every(1, CycleUnit::Day))),
            ..Rest::default()
        }
    }

    /// Returns how many pop-ups fill it; `None` while that is not a whole number of at least 1.
    pub fn fills_at(&self) -> Option<u64> {
        let number = self.at_most.as_ref()?;
        let whole = || {
            number
                .as_f64()
                .filter(|count| count.fract() == 0.0)
                .map(|count| count as u64)
        };
        number.as_u64().or_else(whole).filter(|count| *count > 0)
    }

    /// Returns whether it takes part in decisions.
    pub fn is_finished(&self) -> bool {
        let timed = self
            .per
            .as_ref()
            .is_some_and(|per| *per == RestTime::Session || per.seconds().is_some());
        timed && self.fills_at().is_some()
    }

    /// Returns it as a JSON value, keys in the order of the format.
    pub fn to_value(&self) -> Value {
        let mut object = ObjectWriter::new(&self.extras);
        let per = self.per.as_ref().map(|per| match per {
            RestTime::Session => SESSION.into(),
            RestTime::Span(span) => write_cycle(span),
            RestTime::Unknown(word) => word.as_str().into(),
        });
        object
            .put_some("at_most", self.at_most.clone().map(Value::Number))
            .put_some("per", per)
            .put_some("except", (!self.except.is_empty()).then(|| self.except.clone()));
        object.done()
    }

    /// Returns what visitors get of it; `None` while it is unfinished.
    pub(super) fn for_visitors(&self) -> Option<Rest> {
        let Rest {
            at_most,
            per,
            except,
            extras: _,
        } = self;
        let per = per.clone().map(|per| match per {
            RestTime::Span(span) => RestTime::Span(RepeatCycle {
                extras: Extras::default(),
                ..span
            }),
            per @ (RestTime::Session | RestTime::Unknown(_)) => per,
        });
        self.is_finished().then(|| Rest {
            at_most: at_most.clone(),
            per,
            // An id names nobody; anything else may be a note.
            except: except
                .iter()
                .filter(|id| uuid::Uuid::try_parse(id).is_ok())
                .cloned()
                .collect(),
            extras: Extras::default(),
        })
    }
}

/// Reads a rest.
pub(super) fn read_rest(mut object: ObjectReader<'_>) -> Rest {
    Rest {
        at_most: object.number("at_most"),
        per: object.rest_time("per"),
        except: object.texts("except"),
        extras: object.extras(),
    }
}

/// Reads the word that stands for a time.
pub(super) fn rest_time(word: String) -> RestTime {
    match word.as_str() {
        SESSION => RestTime::Session,
        _ => RestTime::Unknown(word),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::campaign::SiteDocument;

    fn site(rests: &Value) -> SiteDocument {
        let file = json!({ "format": "beckon.site", "version": 1, "rests": rests });
        SiteDocument::from_json(file.to_string().as_bytes()).expect("a site")
    }

    #[test]
    fn rests_are_written_as_they_are_read() {
        let rests = json!([
            { "at_most": 1, "per": { "every": 1, "unit": "day" }, "except": ["a", "b"], "note": "for all" },
            { "at_most": 3, "per": "session" },
            { "at_most": 0.5, "per": "fortnight" },
            {},
        ]);
        let read = site(&rests);
        assert_eq!(read.to_value()["rests"], rests);
        let finished: Vec<bool> = read.rests.iter().map(Rest::is_finished).collect();
        assert_eq!(finished, [true, true, false, false]);
    }

    #[test]
    fn visitors_get_the_finished_ones_without_notes() {
        let read = site(&json!([
            { "at_most": 2.0, "per": { "every": 3, "unit": "hour", "note": "private" }, "note": "private" },
            { "at_most": 0, "per": "session" },
            { "at_most": 1, "per": { "every": 0, "unit": "hour" } },
            { "at_most": 1, "per": { "every": 1, "unit": "week" } },
        ]));
        let public = json!([{ "at_most": 2.0, "per": { "every": 3, "unit": "hour" } }]);
        assert_eq!(read.for_visitors()["rests"], public);
        assert_eq!(site(&json!([{}])).for_visitors().get("rests"), None);
    }
}
