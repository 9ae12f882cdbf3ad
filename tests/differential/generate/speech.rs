//! Campaigns in several languages, and visitors who prefer some of them.

use beckon::campaign::{SiteDocument, from_json, live_list};
use serde_json::{Map, Value, json};

use super::World;
use crate::differential::case::Speech;

/// Tags as people and browsers write them, and what is none.
const TAGS: &[&str] = &[
    "en",
    "EN",
    "en-GB",
    "tr",
    "tr-TR",
    "TR_tr",
    "zh",
    "zh-Hant",
    "zh-Hant-TW",
    "pt-BR",
    "pt",
    " tr ",
    "de-x-a",
    "x",
    "",
    "-",
    "türkçe",
    "de-1996",
];
const SAID: &[&str] = &["", " ", "Merhaba", "{{name|there}}", "Hilfe?", "0"];

impl World {
    pub(super) fn speech(&mut self) -> Speech {
        let mut content = self.texts();
        content["type"] = self.pick(&["rich", "rich", "text", "open_window"]).into();
        let tags: Vec<&str> = (0..self.rng.usize(..4)).map(|_| self.pick(TAGS)).collect();
        let translations: Map<String, Value> = tags.into_iter().map(|tag| (tag.to_owned(), self.texts())).collect();
        content["translations"] = translations.into();
        if self.one_in(2) {
            content["language"] = self.pick(TAGS).into();
        }
        let campaign = json!({ "format": "beckon.campaign", "version": 1, "id": "a", "content": content });
        let usual = self.one_in(2).then(|| self.pick(TAGS).to_owned());
        let site = json!({ "format": "beckon.site", "version": 1, "languages": { "default": usual } });
        let site = SiteDocument::from_json(site.to_string().as_bytes()).expect("a site");
        let read = from_json(campaign.to_string().as_bytes()).expect("a campaign");
        let languages: Vec<&str> = (0..self.rng.usize(1..4)).map(|_| self.pick(TAGS)).collect();
        Speech {
            live: live_list(&[read], Some(&site)),
            campaign,
            usual,
            visitor: json!({ "languages": languages }),
        }
    }

    fn reply(&mut self) -> Value {
        let what = self.pick(&["message", "link"]);
        let all = json!({ "name": self.pick(SAID), "action": { what: self.pick(SAID) } });
        self.some(all)
    }

    /// Returns the texts of a language, some of them.
    fn texts(&mut self) -> Value {
        let said: Vec<&str> = (0..9).map(|_| self.pick(SAID)).collect();
        let what = self.pick(&["message", "link"]);
        let all = json!({
            "title": said[0], "subtitle": said[1], "image": self.pick(&["images/a.png", ""]), "image_dense": self.pick(&["images/b.png", ""]),
            "image_alt": said[2], "button": { "name": said[3], "action": { what: said[4] } }, "text": said[5], "user_say": said[6],
            "preview_reply": said[7],
            "replies": (0..self.rng.usize(..6)).map(|_| self.reply()).collect::<Vec<_>>(),
        });
        self.some(all)
    }
}
