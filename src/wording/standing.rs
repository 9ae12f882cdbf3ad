//! The standing of a campaign at an instant of a journey, in a few words: visible, waiting and for what, or why its rule does not hold.

use chrono::{DateTime, TimeDelta, Utc};

use super::summary::between;
use super::text::say;
use super::verdict::{clauses, listed};
use super::{Reader, number};
use crate::campaign::Campaign;
use crate::engine::{Explanation, Standing, StandingState};

/// The instant of a standing.
#[derive(Debug, Clone, Copy)]
pub struct Instant {
    /// Seconds after the start of the journey.
    pub at: f64,
    /// The same instant on the wall clock.
    pub clock: DateTime<Utc>,
}

impl Instant {
    /// Returns the instant on the wall clock a number of seconds after the start; none beyond the calendar.
    fn clock_at(self, at: f64) -> Option<DateTime<Utc>> {
        let by = TimeDelta::try_milliseconds(((at - self.at) * 1e3).round() as i64)?;
        self.clock.checked_add_signed(by)
    }
}

/// Describes the standing of `campaign`, without its name: `visible`, `waits for its delay: 1.5 seconds left`.
///
/// `explanation` is that of the visitor at this instant, and `name` returns the name of a campaign by its id. Instants are shown in the campaign's
/// zone.
pub fn standing<'n>(
    campaign: &Campaign,
    standing: &Standing,
    explanation: Option<&Explanation>,
    instant: Instant,
    name: impl Fn(&str) -> &'n str,
    reader: impl Into<Reader>,
) -> String {
    let reader = reader.into();
    let language = reader.language;
    let (key, values) = match &standing.state {
        StandingState::NoPage => ("standing-no-page", None),
        StandingState::Visible => ("standing-visible", None),
        StandingState::AlreadyShown => ("standing-already-shown", None),
        StandingState::OtherSite => ("standing-other-site", None),
        StandingState::Scheduled { until } => match instant.clock_at(*until) {
            Some(until) => {
                let until = number::minute(until, campaign.zone(), reader);
                ("standing-scheduled", Some(("until", until)))
            }
            None => ("standing-scheduled-for-good", None),
        },
        StandingState::Ended => ("standing-ended", None),
        StandingState::OutOfHours { until } => match until.and_then(|until| instant.clock_at(until)) {
            Some(until) => {
                let until = number::minute(until, campaign.zone(), reader);
                ("standing-out-of-hours", Some(("until", until)))
            }
            None => ("standing-out-of-hours-for-long", None),
        },
        StandingState::NobodyAnswers { until } => match until.and_then(|until| instant.clock_at(until)) {
            Some(until) => {
                let until = number::minute(until, campaign.zone(), reader);
                ("standing-nobody-answers", Some(("until", until)))
            }
            None => ("standing-nobody-answers-for-long", None),
        },
        StandingState::RuleFails => return rule_fails(campaign, explanation, reader),
        StandingState::RepeatCycle { until: None } => ("standing-cycle-session", None),
        StandingState::RepeatCycle { until: Some(until) } => match instant.clock_at(*until) {
            Some(until) => {
                let until = number::minute(until, campaign.zone(), reader);
                ("standing-cycle", Some(("until", until)))
            }
            None => ("standing-cycle-for-good", None),
        },
        StandingState::Resting { until, by } => {
            let mut names: Vec<String> = Vec::new();
            for id in by {
                let name = format!("“{}”", number::tidy(name(id)));
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            let by = listed(&names, ", ", &between("word-and", language));
            let until = until.and_then(|until| instant.clock_at(until));
            let until = until.map(|until| number::minute(until, campaign.zone(), reader));
            return match until {
                Some(until) => say(language, "standing-resting", &[("until", &until), ("by", &by)]),
                None => say(language, "standing-resting-session", &[("by", &by)]),
            };
        }
        StandingState::Waiting { until } => {
            let left = number::seconds(tenths(until - instant.at), language);
            ("standing-waiting", Some(("left", left)))
        }
        StandingState::Quiet { until } => match instant.clock_at(*until) {
            Some(until) => {
                let until = number::second(until, campaign.zone(), reader);
                ("standing-quiet", Some(("until", until)))
            }
            None => ("standing-quiet-for-good", None),
        },
        StandingState::Outranked { by } => ("standing-outranked", Some(("by", number::tidy(name(by))))),
        StandingState::Behind { visible } => ("standing-behind", Some(("by", number::tidy(name(visible))))),
        StandingState::ChatOpen => ("standing-chat-open", None),
        StandingState::Away => ("standing-away", None),
        StandingState::Covered => ("standing-covered", None),
    };
    match values {
        Some((name, value)) => say(language, key, &[(name, &value)]),
        None => say(language, key, &[]),
    }
}

/// Returns the rest of a wait, rounded up to a tenth of a second: never zero while any is left.
fn tenths(seconds: f64) -> f64 {
    ((seconds * 10.0 - 1e-6).ceil() / 10.0).max(0.0)
}

/// Writes the first reason, and how many more follow.
fn rule_fails(campaign: &Campaign, explanation: Option<&Explanation>, reader: Reader) -> String {
    let language = reader.language;
    let reasons = explanation
        .map(|explanation| clauses(explanation, campaign.zone(), reader))
        .unwrap_or_default();
    let Some(first) = reasons.first() else {
        return say(language, "standing-rule-fails", &[]);
    };
    let more = reasons.len() - 1;
    if more == 0 {
        return say(language, "standing-not-now", &[("reason", first)]);
    }
    let count = number::count(more as u64, language);
    say(
        language,
        "standing-not-now-more",
        &[("reason", first), ("count", &count)],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{FORMAT, from_json};
    use crate::engine::explain;
    use crate::visitor::Visitor;
    use crate::wording::Language;
    use serde_json::json;

    fn campaign() -> Campaign {
        let file = json!({ "format": FORMAT, "version": 1, "name": "A", "time_zone": "Europe/Istanbul", "audience": { "all": [
            { "field": "page_views", "operator": "greater_than", "value": 5 } ] } });
        from_json(file.to_string().as_bytes()).expect("well formed")
    }

    fn said(state: StandingState, language: Language) -> String {
        let campaign = campaign();
        let instant = Instant {
            at: 4.5,
            clock: "2026-11-22T10:00:00Z".parse().expect("an instant"),
        };
        let explanation = explain(&campaign, &Visitor::default(), instant.clock);
        let place = Standing {
            campaign: String::new(),
            since: None,
            state,
        };
        standing(&campaign, &place, Some(&explanation), instant, |_| "Sale", language)
    }

    #[test]
    fn every_state_has_words_in_both_languages() {
        let by = || "id".to_owned();
        for (state, english, turkish) in [
            (StandingState::NoPage, "no page is open yet", "henüz açık bir sayfa yok"),
            (StandingState::Visible, "visible", "ekranda"),
            (
                StandingState::AlreadyShown,
                "already shown on this page view",
                "bu sayfa görüntülemesinde gösterildi",
            ),
            (
                StandingState::RuleFails,
                "not now: this is their 1st view of the page, more than 5 needed",
                "şimdi değil: bu sayfayı 1. kez açıyor, 5 kereden fazla olmalı",
            ),
            (
                StandingState::RepeatCycle { until: Some(86_404.5) },
                "rests until 23 November 2026, 13:00 (repeat cycle)",
                "yineleme aralığı dolana kadar bekliyor: 23 Kasım 2026, 13:00",
            ),
            (
                StandingState::Waiting { until: 6.0 },
                "waits for its delay: 1.5 seconds left",
                "mesaj gecikmesini bekliyor: 1,5 saniye kaldı",
            ),
            (
                StandingState::Quiet { until: 34.25 },
                "quiet until 22 November 2026, 13:00:30 (a pop-up or the chat has just gone)",
                "sessizlik süresi dolana kadar bekliyor: 22 Kasım 2026, 13:00:30 (bir pencere az önce kapandı)",
            ),
            (
                StandingState::Outranked { by: by() },
                "qualifies, but “Sale” goes first",
                "koşulları sağlıyor, ama önce “Sale” gelir",
            ),
            (
                StandingState::Behind { visible: by() },
                "qualifies, and waits until “Sale” is gone",
                "koşulları sağlıyor, “Sale” kapanana kadar bekliyor",
            ),
            (
                StandingState::ChatOpen,
                "qualifies, and waits until the chat is closed",
                "koşulları sağlıyor, sohbet kapanana kadar bekliyor",
            ),
            (
                StandingState::Away,
                "qualifies, and waits until they are back in this tab",
                "koşulları sağlıyor, ziyaretçi bu sekmeye dönene kadar bekliyor",
            ),
            (
                StandingState::OtherSite,
                "this page is none of the site’s addresses",
                "bu sayfa sitenin adreslerinde değil",
            ),
            (
                StandingState::Covered,
                "qualifies, and waits until nothing covers the page",
                "koşulları sağlıyor, sayfayı kaplayan kalkana kadar bekliyor",
            ),
        ] {
            assert_eq!(said(state.clone(), Language::ENGLISH), english);
            assert_eq!(said(state, Language::TURKISH), turkish);
        }
    }

    #[test]
    fn what_is_left_is_never_nothing_and_never_beyond_the_calendar() {
        let nearly = said(StandingState::Waiting { until: 4.500_001 }, Language::ENGLISH);
        assert_eq!(nearly, "waits for its delay: 0.1 seconds left");
        assert_eq!(
            said(StandingState::RepeatCycle { until: Some(1e300) }, Language::ENGLISH),
            "rests for good (repeat cycle)"
        );
        assert_eq!(
            said(StandingState::Quiet { until: 1e300 }, Language::ENGLISH),
            "quiet for good"
        );
    }
}
