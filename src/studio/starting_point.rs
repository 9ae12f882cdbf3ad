//! What a new campaign can start as: the uses of `assets/starts`, each a whole campaign with its words in every language.

use chrono::{Days, NaiveDate};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    campaign::{Campaign, ContentType, from_json},
    wording::text::Language,
};

/// A use that a new campaign can start as.
#[derive(Debug, Clone, PartialEq)]
pub struct StartingPoint {
    /// Its stable identifier.
    pub id: &'static str,
    /// What it is called.
    pub label: String,
    /// When it is shown, in a few words.
    pub when: String,
    /// What kind of pop-up it is.
    pub kind: ContentType,
    /// The campaign, which has neither an identity nor a time zone yet.
    pub campaign: Campaign,
}

/// Its file.
struct File {
    id: &'static str,
    json: &'static str,
}

macro_rules! files {
    ($($id:literal),* $(,)?) => {
        &[$(File {
            id: $id,
            json: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/starts/", $id, ".json")),
        }),*]
    };
}

/// All of them, in the order in which people see them.
const FILES: &[File] = files![
    "welcome", "pricing", "checkout", "feedback", "cart", "announce", "back", "offer", "language"
];

/// What a file says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    /// A campaign file without words.
    campaign: Value,
    /// By the tag of a language.
    words: std::collections::BTreeMap<String, Words>,
    /// Places that hold a day, as JSON Pointers, and how many days ahead it lies.
    #[serde(default)]
    days_from_now: std::collections::BTreeMap<String, u64>,
}

/// The words of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    label: String,
    when: String,
    name: String,
    /// What goes into the campaign, by JSON Pointer.
    campaign: Map<String, Value>,
}

/// Returns every starting point in the words of `language`, as started on the day `today`.
pub fn starting_points(language: Language, today: NaiveDate) -> Vec<StartingPoint> {
    FILES.iter().filter_map(|file| read(file, language, today)).collect()
}

/// Returns what a file says; `None` for one that cannot be read, which a test forbids.
fn read(file: &File, language: Language, today: NaiveDate) -> Option<StartingPoint> {
    let mut content: Content = serde_json::from_str(file.json).ok()?;
    let words = content.words.remove(language.tag())?;
    for (place, days) in &content.days_from_now {
        let day = today.checked_add_days(Days::new(*days))?;
        put(&mut content.campaign, place, day.to_string().into())?;
    }
    for (place, word) in words.campaign {
        put(&mut content.campaign, &place, word)?;
    }
    put(&mut content.campaign, "/name", words.name.into())?;
    let campaign = from_json(content.campaign.to_string().as_bytes()).ok()?;
    Some(StartingPoint {
        id: file.id,
        label: words.label,
        when: words.when,
        kind: campaign.content.kind.known()?,
        campaign,
    })
}

/// Puts a value where a JSON Pointer leads; objects on the way are made. `None` if there is no such place.
fn put(document: &mut Value, pointer: &str, value: Value) -> Option<()> {
    let mut place = document;
    for key in pointer.split('/').skip(1) {
        place = match place {
            Value::Array(list) => list.get_mut(key.parse::<usize>().ok()?)?,
            Value::Null => {
                *place = Value::Object(Map::new());
                place.as_object_mut()?.entry(key).or_insert(Value::Null)
            }
            Value::Object(object) => object.entry(key).or_insert(Value::Null),
            Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
        };
    }
    *place = value;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        insight::{Context, FindAnswer, check_and_examine, find_visitor},
        library::sample_picture,
        studio::testing::now,
        visitor::Visitor,
    };

    fn all() -> impl Iterator<Item = (Language, StartingPoint)> {
        let today = now().date_naive();
        Language::ALL.into_iter().flat_map(move |language| {
            starting_points(language, today)
                .into_iter()
                .map(move |point| (language, point))
        })
    }

    #[test]
    fn every_file_can_be_read_in_every_language() {
        for language in Language::ALL {
            let found: Vec<&str> = starting_points(language, now().date_naive())
                .iter()
                .map(|point| point.id)
                .collect();
            let files: Vec<&str> = FILES.iter().map(|file| file.id).collect();
            assert_eq!(found, files, "{language:?}");
        }
    }

    #[test]
    fn each_one_can_be_launched_as_it_is_and_nothing_in_it_deserves_a_second_look() {
        for (language, point) in all() {
            let campaign = Campaign {
                id: crate::clock::new_id().to_string(),
                time_zone: Some("Europe/Istanbul".to_owned()),
                ..point.campaign
            };
            let context = Context {
                now: Some(now()),
                ..Context::UNKNOWN
            };
            let findings = check_and_examine(&campaign, context);
            assert!(findings.is_empty(), "{} in {language:?}: {findings:#?}", point.id);
        }
    }

    #[test]
    fn somebody_sees_each_one() {
        for (language, point) in all() {
            let answer = find_visitor(&point.campaign, &Visitor::default(), now());
            assert!(
                matches!(answer, FindAnswer::Found(_)),
                "{} in {language:?}: {answer:?}",
                point.id
            );
        }
    }

    #[test]
    fn each_has_its_words_and_its_picture() {
        for (language, point) in all() {
            let name = &point.campaign.name;
            assert!(
                ![&point.label, &point.when, name]
                    .iter()
                    .any(|words| words.trim().is_empty()),
                "{} in {language:?}",
                point.id
            );
            for picture in point.campaign.pictures() {
                assert!(sample_picture(picture).is_some(), "{}: {picture}", point.id);
            }
            let needs_picture = point.kind == ContentType::Rich;
            assert_eq!(point.campaign.content.image.is_some(), needs_picture, "{}", point.id);
        }
    }

    #[test]
    fn an_offer_ends_after_the_day_on_which_it_is_started() {
        let today = now().date_naive();
        let later = today + Days::new(400);
        for day in [today, later] {
            let points = starting_points(Language::ENGLISH, day);
            let offer = points.iter().find(|point| point.id == "offer").expect("the offer");
            let ends = day + Days::new(7);
            assert!(crate::campaign::to_json(&offer.campaign).contains(&ends.to_string()));
        }
    }

    #[test]
    fn a_value_is_put_where_its_pointer_leads() {
        let mut document = serde_json::json!({ "list": [{ "a": 1 }], "word": "x" });
        assert_eq!(put(&mut document, "/list/0/b/c", 2.into()), Some(()));
        assert_eq!(
            document,
            serde_json::json!({ "list": [{ "a": 1, "b": { "c": 2 } }], "word": "x" })
        );
        assert_eq!(put(&mut document, "/list/7/b", 2.into()), None);
        assert_eq!(put(&mut document, "/word/b", 2.into()), None);
    }
}
