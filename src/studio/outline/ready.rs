//! Rows that are ready to be put into an audience: what marketers ask for most, in a marketer's words. Each is one condition, or a group of them, as
//! `assets/ready/rows.json` has it; nothing in a campaign remembers that it came from here.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::campaign::{Node, from_json};

/// A ready row.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadyRow {
    /// Its name in keys of texts.
    pub id: String,
    /// What it puts into the audience.
    pub node: Node,
}

impl ReadyRow {
    /// Returns all of them, in the order in which people are offered them.
    pub fn all() -> &'static [ReadyRow] {
        &ROWS
    }

    /// The key of its name.
    pub fn label_key(&self) -> String {
        format!("ready-{}", self.id)
    }

    /// The key of other words by which it is found.
    pub fn words_key(&self) -> String {
        format!("ready-{}-words", self.id)
    }

    /// The key of what it asks for.
    pub fn help_key(&self) -> String {
        format!("ready-{}-help", self.id)
    }
}

static ROWS: LazyLock<Vec<ReadyRow>> = LazyLock::new(|| read().unwrap_or_default());

#[derive(Deserialize)]
struct Entry {
    id: String,
    row: Value,
}

/// Reads the file of rows; `None` where it holds something else, which a test rules out.
fn read() -> Option<Vec<ReadyRow>> {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/ready/rows.json"));
    let entries: Vec<Entry> = serde_json::from_str(text).ok()?;
    let row = |entry: Entry| {
        let file = json!({ "format": "beckon.campaign", "version": 1, "audience": { "all": [entry.row] } });
        let mut campaign = from_json(file.to_string().as_bytes()).ok()?;
        let node = campaign.audience.children.pop()?;
        Some(ReadyRow { id: entry.id, node })
    };
    entries.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::{Campaign, Group, Joiner},
        engine::explain,
        insight::{Context, FindAnswer, check_and_examine, find_visitor},
        studio::testing::now,
        visitor::Visitor,
        wording::text::{Language, Text},
    };

    fn campaign(row: &ReadyRow) -> Campaign {
        Campaign {
            audience: Group::of(Joiner::All, vec![row.node.clone()]),
            ..Campaign::default()
        }
    }

    fn is_shown(id: &str, visitor: &Visitor) -> bool {
        let row = ReadyRow::all().iter().find(|row| row.id == id).expect("a row");
        explain(&campaign(row), visitor, now()).shown
    }

    #[test]
    fn each_has_words_in_every_language_and_somebody_whom_it_is_for() {
        assert_eq!(ReadyRow::all().len(), 18);
        for row in ReadyRow::all() {
            for language in Language::ALL {
                let text = Text::of(language);
                assert!(
                    text.has(&row.label_key()) && text.has(&row.help_key()) && text.has(&row.words_key()),
                    "{}",
                    row.id
                );
            }
            let campaign = campaign(row);
            let answer = find_visitor(&campaign, &Visitor::default(), now());
            assert!(matches!(answer, FindAnswer::Found(_)), "{}: {answer:?}", row.id);
            let of_audience = |pointer: &str| pointer.starts_with("/audience");
            let findings = check_and_examine(&campaign, Context::UNKNOWN);
            let findings: Vec<_> = findings.iter().filter(|finding| of_audience(&finding.path)).collect();
            assert!(findings.is_empty(), "{}: {findings:?}", row.id);
        }
    }

    #[test]
    fn they_are_for_whom_they_say() {
        let came_from = |page: &str| Visitor {
            referrer: Some(page.to_owned()),
            ..Visitor::default()
        };
        let landed = |page: &str| Visitor {
            landing_page: page.to_owned(),
            ..Visitor::default()
        };
        let told = |events: &[(&str, u64)]| Visitor {
            event: events
                .iter()
                .map(|(name, count)| ((*name).to_owned(), *count))
                .collect(),
            ..Visitor::default()
        };
        let on = |url: &str, page_views| Visitor {
            url: url.to_owned(),
            page_views,
            visits: page_views,
            ..Visitor::default()
        };
        let with = |key: &str, value: u32| Visitor {
            custom: [(key.to_owned(), value.into())].into_iter().collect(),
            ..Visitor::default()
        };
        for (id, visitor, shown) in [
            ("search", came_from("https://www.google.com.tr/"), true),
            ("search", came_from("https://www.bing.com/search?q=plants"), true),
            ("search", came_from("https://yandex.ru/search/"), true),
            ("search", came_from("https://mail.google.com/"), false),
            ("search", came_from("https://www.facebook.com/"), false),
            ("search", Visitor::default(), false),
            ("social", came_from("https://l.instagram.com/"), true),
            ("social", came_from("https://t.co/abc"), true),
            ("social", came_from("https://x.com/"), true),
            ("social", came_from("https://www.netflix.com/"), false),
            ("direct", Visitor::default(), true),
            ("direct", came_from("https://www.bing.com/"), false),
            ("ad", landed("https://www.example.com/?gclid=abc"), true),
            ("ad", landed("https://www.example.com/?utm_medium=email"), false),
            ("email", landed("https://www.example.com/?utm_medium=email"), true),
            ("utm-source", landed("https://www.example.com/?utm_source=news"), true),
            ("utm-source", landed("https://www.example.com/"), false),
            ("ad", landed("https://www.example.com/?utm_medium=Paid-Social"), true),
            ("cart", told(&[("add_to_cart", 2)]), true),
            ("cart", told(&[("add_to_cart", 2), ("purchase", 1)]), false),
            ("cart", Visitor::default(), false),
            ("pricing", on("https://www.example.com/pricing", 2), true),
            ("pricing", on("https://www.example.com/pricing", 1), false),
            ("pricing", on("https://www.example.com/", 2), false),
            ("trial", with("trial_days_left", 3), true),
            ("trial", with("trial_days_left", 4), false),
            ("trial", Visitor::default(), false),
        ] {
            assert_eq!(is_shown(id, &visitor), shown, "{id} {visitor:?}");
        }
        let met = |views, clicks, closes| Visitor {
            views,
            clicks,
            closes,
            ..Visitor::default()
        };
        for (id, visitor, shown) in [
            ("until-click", met(5, 0, 2), true),
            ("until-click", met(5, 1, 0), false),
            ("until-close", met(5, 0, 0), true),
            ("until-close", met(5, 0, 1), false),
            ("few-times", met(2, 0, 0), true),
            ("few-times", met(3, 0, 0), false),
        ] {
            assert_eq!(is_shown(id, &visitor), shown, "{id} {visitor:?}");
        }
        let again = Visitor {
            sessions: 2,
            session_pages: 1,
            visits: 4,
            ..Visitor::default()
        };
        assert!(is_shown("returning", &again) && !is_shown("new", &again) && !is_shown("third-session", &again));
    }
}
