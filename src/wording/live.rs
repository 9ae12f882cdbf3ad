//! How a campaign stands on the site, in one sentence that goes on from a verdict.

use chrono::NaiveDate;

use super::{Language, number};

/// How a campaign stands on the site: what decides whether a visitor who would be shown it is shown it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LiveState {
    /// Not on the site.
    Draft,
    /// On the site, as it is.
    Live,
    /// On the site in the version that was launched last, which says something else.
    Changed,
    /// Kept off the site for now.
    Paused,
    /// On the site, and shown to nobody before this day.
    Scheduled(NaiveDate),
    /// On the site, and shown to nobody after this day, which is over.
    Ended(NaiveDate),
    /// What was last done to it, a launch perhaps, has not reached the site yet.
    Waiting,
    /// The site's server refused what was last done to it.
    Refused,
    /// Somebody else changed it at the site's server, and one of the versions has to be chosen.
    Conflict,
}

impl LiveState {
    /// One of each, for those who go through all of them.
    pub fn all(day: NaiveDate) -> [LiveState; 9] {
        use LiveState::*;
        [
            Draft,
            Live,
            Changed,
            Paused,
            Scheduled(day),
            Ended(day),
            Waiting,
            Refused,
            Conflict,
        ]
    }
}

/// How a campaign stands, and what to do about it, in one sentence.
pub fn live(state: LiveState, language: Language) -> String {
    let day = |day| number::date(day, language);
    match (language, state) {
        (Language::English, LiveState::Draft) => "It is a draft: launch it first.".to_owned(),
        (Language::English, LiveState::Live) => "It is live.".to_owned(),
        (Language::English, LiveState::Changed) => {
            "Visitors still get the version launched last: launch your changes first.".to_owned()
        }
        (Language::English, LiveState::Paused) => "It is paused: resume it first.".to_owned(),
        (Language::English, LiveState::Scheduled(from)) => {
            format!("It is live, but nobody sees it before {}.", day(from))
        }
        (Language::English, LiveState::Ended(until)) => format!("It has ended: its last day was {}.", day(until)),
        (Language::English, LiveState::Waiting) => "What you last did with it has not reached the site yet.".to_owned(),
        (Language::English, LiveState::Refused) => {
            "The site’s server refused what you last did with it: see “Review & launch”.".to_owned()
        }
        (Language::English, LiveState::Conflict) => {
            "Somebody else changed it on the site: choose a version first.".to_owned()
        }
        (Language::Turkish, LiveState::Draft) => "Kampanya taslak: önce yayınlayın.".to_owned(),
        (Language::Turkish, LiveState::Live) => "Kampanya yayında.".to_owned(),
        (Language::Turkish, LiveState::Changed) => {
            "Ziyaretçiler hâlâ son yayınlanan sürümü görüyor: önce değişikliklerinizi yayınlayın.".to_owned()
        }
        (Language::Turkish, LiveState::Paused) => "Kampanya duraklatıldı: önce sürdürün.".to_owned(),
        (Language::Turkish, LiveState::Scheduled(from)) => {
            format!("Kampanya yayında, ama {} tarihinden önce kimse görmez.", day(from))
        }
        (Language::Turkish, LiveState::Ended(until)) => format!("Kampanya sona erdi: son günü {} idi.", day(until)),
        (Language::Turkish, LiveState::Waiting) => "Son yaptığınız işlem henüz siteye ulaşmadı.".to_owned(),
        (Language::Turkish, LiveState::Refused) => {
            "Site sunucusu son işleminizi kabul etmedi: “İncele ve yayınla” adımına bakın.".to_owned()
        }
        (Language::Turkish, LiveState::Conflict) => {
            "Kampanyayı sitede başka biri değiştirdi: önce bir sürüm seçin.".to_owned()
        }
    }
}
