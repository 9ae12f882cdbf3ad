//! The site document `site.json` (`tests/specification/look.md`): what holds for all campaigns of a site.
//!
//! Its keys that have no meaning in this version are kept, like unknown ones.

use serde_json::{Value, json};
use url::Url;

use super::extras::ObjectWriter;
use super::fault::Document;
use super::file::{ReadError, read_document};
use super::language::spoken_tag;
use super::live::public_hours;
use super::read::{HOURS, LOOK, ObjectReader, read_hours, read_look};
use super::rests::read_rest;
use super::write::{write_hours, write_look};
use super::{Extras, Look, Rest, SiteHours, SiteLanguages};

/// The value of the key `format` of a site document.
pub const SITE_FORMAT: &str = "beckon.site";
/// The newest version of the site document that this program reads, and the one it writes.
pub const SITE_VERSION: u64 = 1;
/// The key of the addresses.
const ADDRESSES: &str = "addresses";
/// The key of the rests.
const RESTS: &str = "rests";
/// The key of the languages.
const LANGUAGES: &str = "languages";
/// The key of hours within those of the site.
const OPEN: &str = "open";

/// What holds for all campaigns of a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteDocument {
    /// What its makers call it.
    pub name: String,
    /// The websites on which its campaigns are shown; empty for any.
    pub addresses: Vec<String>,
    /// How its pop-ups look, where a campaign does not say otherwise.
    pub look: Look,
    /// In which languages its campaigns speak.
    pub languages: SiteLanguages,
    /// How many pop-ups a visitor is shown at most; all of them hold.
    pub rests: Vec<Rest>,
    /// When somebody answers; `None` for always.
    pub hours: Option<SiteHours>,
    /// Keys of the file that have no meaning in this version.
    pub extras: Extras,
}

impl SiteDocument {
    /// Returns a new document, in which every value of the look is the usual one.
    pub fn new(name: &str) -> Self {
        SiteDocument {
            name: name.to_owned(),
            look: Look::usual(),
            ..SiteDocument::default()
        }
    }

    /// Reads a site document.
    ///
    /// ```
    /// use beckon::campaign::{LookKey, SiteDocument};
    ///
    /// let site = SiteDocument::from_json(br##"{ "format": "beckon.site", "version": 1, "look": { "color": "#16a34a" }, "quiet": 10 }"##)?;
    /// assert_eq!(site.look.get(LookKey::Color), Some(&"#16a34a".into()));
    /// // What this version does not use is kept.
    /// assert!(site.to_json().contains("\"quiet\": 10"));
    /// # Ok::<(), beckon::campaign::ReadError>(())
    /// ```
    ///
    /// # Errors
    /// Every problem that keeps the file from being read completely, with line, column and remedy.
    pub fn from_json(bytes: &[u8]) -> Result<Self, ReadError> {
        read_document(bytes, Document::Site, read_site)
    }

    /// Returns it as a JSON value, keys in the order of the format.
    pub fn to_value(&self) -> Value {
        let mut object = ObjectWriter::new(&self.extras);
        object
            .put("format", SITE_FORMAT)
            .put("version", SITE_VERSION)
            .put("name", self.name.as_str())
            .put(ADDRESSES, self.addresses.clone())
            .put(LOOK, write_look(&self.look))
            .put_some(
                LANGUAGES,
                (!self.languages.is_empty()).then(|| self.languages.to_value()),
            )
            .put_some(
                RESTS,
                (!self.rests.is_empty()).then(|| self.rests.iter().map(Rest::to_value).collect::<Vec<_>>()),
            )
            .put_some(HOURS, self.hours.as_ref().map(SiteHours::to_value));
        object.done()
    }

    /// Returns it as its file holds it: pretty-printed, a line end at the end.
    pub fn to_json(&self) -> String {
        // Values made of maps with text keys and finite numbers always print.
        let mut text = serde_json::to_string_pretty(&self.to_value()).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Returns an address as pages are compared with it: lower case, without query, fragment and last slash; `None` for one of no website.
    pub fn address(text: &str) -> Option<String> {
        let url = Url::parse(text.trim()).ok()?;
        let of_the_web = matches!(url.scheme(), "http" | "https") && url.username().is_empty();
        let address = format!("{}{}", url.origin().ascii_serialization(), url.path());
        of_the_web.then(|| address.trim_end_matches('/').to_lowercase())
    }

    /// Returns the websites of its addresses, each with a slash at the end; those of what cannot be read are left out.
    pub fn sites(&self) -> impl Iterator<Item = String> {
        let readable = self.addresses.iter().filter_map(|text| SiteDocument::address(text));
        readable.filter_map(|address| {
            Some(format!(
                "{}/",
                Url::parse(&address).ok()?.origin().ascii_serialization()
            ))
        })
    }

    /// Returns what a website's visitors can read of it. Every part is named here, so that none is published by oversight. An address that cannot be
    /// read is empty there, which is the beginning of no page: a mistake never opens the campaigns to other sites.
    pub fn for_visitors(&self) -> Value {
        let SiteDocument {
            name: _,
            addresses,
            look,
            languages,
            rests,
            hours,
            extras: _,
        } = self;
        let addresses: Vec<String> = addresses
            .iter()
            .map(|text| SiteDocument::address(text).unwrap_or_default())
            .collect();
        let mut public = json!({ ADDRESSES: addresses, LOOK: write_look(&look.possible()) });
        // Which ones a campaign has, it says itself.
        if let Some(language) = languages.default.as_deref().and_then(spoken_tag) {
            public[LANGUAGES] = json!({ "default": language });
        }
        let rests: Vec<Value> = rests
            .iter()
            .filter_map(Rest::for_visitors)
            .map(|rest| rest.to_value())
            .collect();
        if !rests.is_empty() {
            public[RESTS] = rests.into();
        }
        if let Some(hours) = hours.as_ref().filter(|hours| hours.has_any()) {
            public[HOURS] = hours.for_visitors().to_value();
        }
        public
    }
}

impl SiteHours {
    /// Returns them as a JSON value, keys in the order of the format.
    pub fn to_value(&self) -> Value {
        let mut object = ObjectWriter::new(&self.extras);
        object
            .put_some("time_zone", self.time_zone.as_deref())
            .put_some(OPEN, write_hours(&self.open));
        object.done()
    }

    /// Returns what visitors get of them: what is finished.
    fn for_visitors(&self) -> SiteHours {
        let SiteHours {
            time_zone: _,
            open,
            extras: _,
        } = self;
        SiteHours {
            time_zone: Some(self.zone().name().to_owned()),
            open: open.iter().filter_map(public_hours).collect(),
            extras: Extras::default(),
        }
    }
}

impl SiteLanguages {
    /// Returns them as a JSON value, keys in the order of the format.
    pub fn to_value(&self) -> Value {
        let mut object = ObjectWriter::new(&self.extras);
        object
            .put_some("default", self.default.as_deref())
            .put_some("others", (!self.others.is_empty()).then(|| self.others.clone()));
        object.done()
    }
}

fn read_languages(mut object: ObjectReader<'_>) -> SiteLanguages {
    SiteLanguages {
        default: object.text("default"),
        others: object.texts("others"),
        extras: object.extras(),
    }
}

fn read_site_hours(mut object: ObjectReader<'_>) -> SiteHours {
    SiteHours {
        time_zone: object.text("time_zone"),
        open: read_hours(&mut object, OPEN),
        extras: object.extras(),
    }
}

fn read_site(mut object: ObjectReader<'_>) -> SiteDocument {
    object.skip_header();
    SiteDocument {
        name: object.text("name").unwrap_or_default(),
        addresses: object.texts(ADDRESSES),
        look: object.object(LOOK, read_look).unwrap_or_default(),
        languages: object.object(LANGUAGES, read_languages).unwrap_or_default(),
        rests: object.objects(RESTS, read_rest),
        hours: object.object(HOURS, read_site_hours),
        extras: object.extras(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns whether the widget shows campaigns on a page, going by the addresses that it gets.
    fn is_shown(site: &SiteDocument, page: &str) -> bool {
        let list = site.for_visitors();
        let addresses = list[ADDRESSES].as_array().expect("a list");
        let page = format!("{page}/");
        addresses.is_empty()
            || addresses
                .iter()
                .filter_map(Value::as_str)
                .any(|address| page.starts_with(&format!("{address}/")))
    }

    #[test]
    fn visitors_get_the_hours_that_are_finished() {
        let of = |hours: &str| {
            let file = format!(r#"{{ "format": "beckon.site", "version": 1, "hours": {hours} }}"#);
            let site = SiteDocument::from_json(file.as_bytes()).expect("a site");
            let again = SiteDocument::from_json(site.to_json().as_bytes()).expect("a site");
            assert_eq!(again, site);
            site.for_visitors()["hours"].clone()
        };
        let usual = r#"{ "days": ["monday", "moonday"], "from": "09:00", "until": "18:00", "note": "private" }"#;
        assert_eq!(
            of(&format!(
                r#"{{ "time_zone": "Mars/Base", "open": [{usual}, {{ "from": "09:00" }}], "note": "private" }}"#
            )),
            json!({ "time_zone": "UTC", "open": [{ "days": ["monday"], "from": "09:00", "until": "18:00" }] })
        );
        assert_eq!(of("{}"), Value::Null);
        assert_eq!(of(r#"{ "open": [{ "from": "09:00" }] }"#), Value::Null);
    }

    #[test]
    fn an_address_that_cannot_be_read_opens_the_campaigns_to_nobody() {
        for wrong in [
            "",
            "www.example.com",
            "https:",
            "https:/",
            "https://",
            "http",
            "mailto:a@example.com",
            "/",
            "*",
        ] {
            for page in [
                "https://www.example.com/a",
                "http://localhost:8080",
                "https://example.org",
            ] {
                let site = SiteDocument {
                    addresses: vec![wrong.to_owned()],
                    ..SiteDocument::default()
                };
                assert!(!is_shown(&site, page), "{wrong:?} opens {page}");
                let site = SiteDocument {
                    addresses: vec![wrong.to_owned(), page.to_owned()],
                    ..SiteDocument::default()
                };
                assert!(is_shown(&site, page), "{wrong:?} closes {page}");
            }
        }
        assert!(is_shown(&SiteDocument::default(), "https://example.org"));
    }
}
