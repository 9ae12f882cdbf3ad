//! The rests of a site in words: how many of its pop-ups a visitor is shown at most.

use super::text::{Text, word};
use super::{Language, Sentence};
use crate::campaign::{CycleUnit, Rest, RestTime};

/// Writes a rest: `at most one pop-up a day`. `None` while it is unfinished.
pub fn rest(rest: &Rest, language: Language) -> Option<String> {
    let count = rest.fills_at().filter(|_| rest.is_finished())?;
    let (key, every) = match rest.per.as_ref()? {
        RestTime::Session => ("rest-session", 1.0),
        RestTime::Span(span) => {
            let key = match span.unit.known()? {
                CycleUnit::Minute => "rest-minutes",
                CycleUnit::Hour => "rest-hours",
                CycleUnit::Day => "rest-days",
                CycleUnit::Session => return None,
            };
            (key, span.every.as_ref()?.as_f64()?)
        }
        RestTime::Unknown(_) => return None,
    };
    let values = [("count", (count as f64).into()), ("every", every.into())];
    Some(Text::of(language).tv(key, &values))
}

/// Writes all of them, those that are finished; says where there is none.
pub(super) fn rests(rests: &[Rest], language: Language) -> Sentence {
    let whole = |one: &Rest| {
        let said = rest(one, language)?;
        let exceptions = (one.except.len() as f64).into();
        let values = [("rest", said.as_str().into()), ("count", exceptions)];
        Some(match one.except.is_empty() {
            true => said,
            false => Text::of(language).tv("rest-but", &values),
        })
    };
    let said: Vec<String> = rests.iter().filter_map(whole).collect();
    match said.is_empty() {
        true => Sentence::plain(word(language, "rest-none")),
        false => Sentence::strong(&said.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::RepeatCycle;

    #[test]
    fn every_rest_is_said_in_each_language() {
        let of = |count: u32, per: RestTime| Rest {
            at_most: Some(count.into()),
            per: Some(per),
            ..Rest::default()
        };
        let span = |every, unit| RestTime::Span(RepeatCycle::every(every, unit));
        let cases = [
            (
                of(1, RestTime::Session),
                ["at most one pop-up a session", "oturum başına en fazla bir pencere"],
            ),
            (
                of(3, RestTime::Session),
                ["at most 3 pop-ups a session", "oturum başına en fazla 3 pencere"],
            ),
            (
                of(1, span(1, CycleUnit::Day)),
                ["at most one pop-up a day", "günde en fazla bir pencere"],
            ),
            (
                of(2, span(1, CycleUnit::Hour)),
                ["at most 2 pop-ups an hour", "saatte en fazla 2 pencere"],
            ),
            (
                of(1, span(1, CycleUnit::Minute)),
                ["at most one pop-up a minute", "dakikada en fazla bir pencere"],
            ),
            (
                of(2, span(7, CycleUnit::Day)),
                ["at most 2 pop-ups in 7 days", "7 günde en fazla 2 pencere"],
            ),
            (
                of(1, span(90, CycleUnit::Minute)),
                ["at most one pop-up in 90 minutes", "90 dakikada en fazla bir pencere"],
            ),
            (
                of(1, span(12, CycleUnit::Hour)),
                ["at most one pop-up in 12 hours", "12 saatte en fazla bir pencere"],
            ),
        ];
        for (one, words) in cases {
            let said = [Language::ENGLISH, Language::TURKISH].map(|language| rest(&one, language).unwrap_or_default());
            assert_eq!(said, words);
        }
        assert_eq!(rest(&Rest::default(), Language::ENGLISH), None);
        assert_eq!(rests(&[], Language::ENGLISH).to_string(), "no limit");
    }
}
