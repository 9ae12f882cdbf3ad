//! In what a site document differs from the one that is live.

use serde_json::Value;

use super::{ChangedPart, Sides, part_sides, quoted, words};
use crate::campaign::{LookKey, SiteDifference, SiteHours, SiteLanguages};
use crate::wording::rest::rests;
use crate::wording::text::word;
use crate::wording::timetable::site_hours;
use crate::wording::{Language, Sentence, language_label, look, number};

/// Describes a difference with the live value next to the one here.
pub fn site_sides(difference: &SiteDifference, language: Language) -> Sides {
    let named = |key: &'static str, live, draft| Sides {
        what: word(language, key).to_owned(),
        live,
        draft,
    };
    match difference {
        SiteDifference::Name { live, draft } => {
            let said = |name: &str| match name.is_empty() {
                true => Sentence::plain(word(language, "change-empty")),
                false => quoted(name),
            };
            named("site-change-name", Some(said(live)), Some(said(draft)))
        }
        SiteDifference::AddressAdded(address) => named("site-change-added", None, Some(shown(address, language))),
        SiteDifference::AddressRemoved(address) => named("site-change-removed", Some(shown(address, language)), None),
        SiteDifference::Look { key, live, draft } => Sides {
            what: words::words_of(&ChangedPart::Look(*key), language).to_owned(),
            live: Some(chosen(*key, live, language)),
            draft: Some(chosen(*key, draft, language)),
        },
        SiteDifference::Hours { live, draft } => {
            let said = |hours: &Option<SiteHours>| {
                let said = hours.as_ref().and_then(|hours| site_hours(hours, language));
                said.unwrap_or_else(|| Sentence::plain(word(language, "site-change-always")))
            };
            named("site-change-hours", Some(said(live)), Some(said(draft)))
        }
        SiteDifference::Languages { live, draft } => named(
            "site-change-languages",
            Some(languages(live, language)),
            Some(languages(draft, language)),
        ),
        SiteDifference::Rests { live, draft } => named(
            "site-change-rests",
            Some(rests(live, language)),
            Some(rests(draft, language)),
        ),
        SiteDifference::Unknown { key, live, draft } => {
            part_sides(&ChangedPart::Unknown(key.clone()), live.as_ref(), Some(draft), language)
        }
    }
}

/// Returns the languages of a site, its own first.
fn languages(languages: &SiteLanguages, language: Language) -> Sentence {
    let all = languages.default.iter().chain(&languages.others);
    let names: Vec<String> = all.map(|tag| language_label(tag, language)).collect();
    match names.is_empty() {
        true => Sentence::plain(word(language, "change-not-set")),
        false => Sentence::value(&names.join(", ")),
    }
}

fn shown(address: &str, language: Language) -> Sentence {
    match address.trim().is_empty() {
        true => Sentence::plain(word(language, "change-empty")),
        false => Sentence::value(&number::tidy(address)),
    }
}

fn chosen(key: LookKey, value: &Value, language: Language) -> Sentence {
    let words = look::look_value(key, value, language);
    Sentence::value(&words.unwrap_or_else(|| number::tidy(&value.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::OpenHours;

    #[test]
    fn each_difference_is_one_sentence() {
        let cases = [
            (
                SiteDifference::Name {
                    live: String::new(),
                    draft: "Leafhouse".to_owned(),
                },
                "Name of the site: (empty) → “Leafhouse”",
            ),
            (
                SiteDifference::AddressAdded("https://www.example.com".to_owned()),
                "Address added: https://www.example.com",
            ),
            (
                SiteDifference::AddressRemoved("https://shop.example.com".to_owned()),
                "Address removed: https://shop.example.com",
            ),
            (
                SiteDifference::Look {
                    key: LookKey::Radius,
                    live: 8.into(),
                    draft: 20.into(),
                },
                "Corners: 8 px → 20 px",
            ),
            (
                SiteDifference::Hours {
                    live: None,
                    draft: Some(SiteHours {
                        time_zone: Some("Europe/Istanbul".to_owned()),
                        open: vec![OpenHours::usual()],
                        ..SiteHours::default()
                    }),
                },
                "When somebody answers: always → Monday–Friday 09:00–18:00 (Europe/Istanbul)",
            ),
            (
                SiteDifference::Unknown {
                    key: "quiet".to_owned(),
                    live: None,
                    draft: 10.into(),
                },
                "“quiet”: (not set) → 10",
            ),
        ];
        for (difference, sentence) in cases {
            let said = site_sides(&difference, Language::ENGLISH).sentence();
            assert_eq!(said.to_string(), sentence);
        }
    }
}
