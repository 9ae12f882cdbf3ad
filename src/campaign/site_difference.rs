//! In what a site document differs from the one that a backend has: a list for people, and what publishing it sends.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Extras, LookKey, Rest, SiteDocument, SiteHours, SiteLanguages};

/// One thing in which a site document differs from what is live.
#[derive(Debug, Clone, PartialEq)]
pub enum SiteDifference {
    /// Its name.
    Name {
        /// Live.
        live: String,
        /// Here.
        draft: String,
    },
    /// An address that only the one here has.
    AddressAdded(String),
    /// An address that only the live one has.
    AddressRemoved(String),
    /// A value of the look. One that is not chosen is the usual one.
    Look {
        /// Which one.
        key: LookKey,
        /// Live.
        live: Value,
        /// Here.
        draft: Value,
    },
    /// In which languages its campaigns speak.
    Languages {
        /// Live.
        live: SiteLanguages,
        /// Here.
        draft: SiteLanguages,
    },
    /// How many pop-ups a visitor is shown at most.
    Rests {
        /// Live.
        live: Vec<Rest>,
        /// Here.
        draft: Vec<Rest>,
    },
    /// When somebody answers; `None` for always.
    Hours {
        /// Live.
        live: Option<SiteHours>,
        /// Here.
        draft: Option<SiteHours>,
    },
    /// A key that this version does not know.
    Unknown {
        /// Its name.
        key: String,
        /// Live; `None` where it is not set.
        live: Option<Value>,
        /// Here.
        draft: Value,
    },
}

impl SiteDifference {
    /// Returns everything that publishing `draft` over `live` changes, in the order of the file. The order of addresses means nothing, and what only the
    /// live document says under keys that this version does not know is kept there.
    pub fn between(live: &SiteDocument, draft: &SiteDocument) -> Vec<SiteDifference> {
        let mut found = Vec::new();
        if live.name != draft.name {
            found.push(SiteDifference::Name {
                live: live.name.clone(),
                draft: draft.name.clone(),
            });
        }
        let [there, here] = [live, draft].map(|site| site.addresses.iter().collect::<BTreeSet<_>>());
        let added = here.difference(&there).map(|address| (*address).clone());
        found.extend(added.map(SiteDifference::AddressAdded));
        let removed = there.difference(&here).map(|address| (*address).clone());
        found.extend(removed.map(SiteDifference::AddressRemoved));
        for key in LookKey::ALL {
            let value = |site: &SiteDocument| {
                let chosen = site.look.get(*key).cloned();
                chosen.unwrap_or_else(|| key.spec().kind.usual())
            };
            let (live, draft) = (value(live), value(draft));
            if live != draft {
                found.push(SiteDifference::Look { key: *key, live, draft });
            }
        }
        if live.languages != draft.languages {
            found.push(SiteDifference::Languages {
                live: live.languages.clone(),
                draft: draft.languages.clone(),
            });
        }
        if live.rests != draft.rests {
            found.push(SiteDifference::Rests {
                live: live.rests.clone(),
                draft: draft.rests.clone(),
            });
        }
        if live.hours != draft.hours {
            found.push(SiteDifference::Hours {
                live: live.hours.clone(),
                draft: draft.hours.clone(),
            });
        }
        unknown(&live.look.extras, &draft.look.extras, &mut found);
        unknown(&live.extras, &draft.extras, &mut found);
        found
    }
}

fn unknown(live: &Extras, draft: &Extras, found: &mut Vec<SiteDifference>) {
    for key in draft.keys() {
        let (there, here) = (live.get(key), draft.get(key));
        if let Some(here) = here.filter(|_| there != here) {
            found.push(SiteDifference::Unknown {
                key: key.to_owned(),
                live: there.cloned(),
                draft: here.clone(),
            });
        }
    }
}

impl SiteDocument {
    /// Returns this document together with what only `live` says under keys that this version does not know: somebody's newer version put it there.
    #[must_use]
    pub fn keeping_unknown_of(&self, live: &SiteDocument) -> SiteDocument {
        let mut kept = self.clone();
        keep(&mut kept.look.extras, &live.look.extras);
        keep(&mut kept.extras, &live.extras);
        kept
    }
}

fn keep(extras: &mut Extras, theirs: &Extras) {
    for key in theirs.keys() {
        if let (None, Some(value)) = (extras.get(key), theirs.get(key)) {
            extras.set(key, value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Look;

    fn site(text: &str) -> SiteDocument {
        let text = format!(r#"{{ "format": "beckon.site", "version": 1{text} }}"#);
        SiteDocument::from_json(text.as_bytes()).expect("a site document")
    }

    #[test]
    fn each_difference_is_named_once_and_in_the_order_of_the_file() {
        let live =
            site(r#", "name": "A", "addresses": ["https://a.example", "https://b.example"], "look": { "radius": 8 }"#);
        let draft = site(
            r#", "name": "B", "addresses": ["https://c.example", "https://b.example"], "look": { "radius": 9, "later": 1 }, "quiet": 10"#,
        );
        let found = SiteDifference::between(&live, &draft);
        let expected = [
            SiteDifference::Name {
                live: "A".to_owned(),
                draft: "B".to_owned(),
            },
            SiteDifference::AddressAdded("https://c.example".to_owned()),
            SiteDifference::AddressRemoved("https://a.example".to_owned()),
            SiteDifference::Look {
                key: LookKey::Radius,
                live: 8.into(),
                draft: 9.into(),
            },
            SiteDifference::Unknown {
                key: "later".to_owned(),
                live: None,
                draft: 1.into(),
            },
            SiteDifference::Unknown {
                key: "quiet".to_owned(),
                live: None,
                draft: 10.into(),
            },
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_visitors_and_backends_cannot_tell_apart_is_no_difference() {
        let usual = SiteDocument {
            look: Look::usual(),
            ..SiteDocument::default()
        };
        assert_eq!(SiteDifference::between(&SiteDocument::default(), &usual), []);
        let one = site(r#", "addresses": ["https://a.example", "https://b.example"], "quiet": 10"#);
        let other = site(r#", "addresses": ["https://b.example", "https://a.example"]"#);
        assert_eq!(SiteDifference::between(&one, &other), []);
    }

    #[test]
    fn unknown_keys_of_the_live_document_are_kept_unless_the_draft_sets_them() {
        let live = site(r#", "look": { "later": 1 }, "quiet": 10, "bot": { "a": 1 }"#);
        let draft = site(r#", "name": "B", "quiet": 20"#);
        let kept = draft.keeping_unknown_of(&live);
        assert_eq!(kept.name, "B");
        assert_eq!(kept.look.extras.get("later"), Some(&1.into()));
        assert_eq!(kept.extras.get("quiet"), Some(&20.into()));
        assert!(kept.extras.get("bot").is_some());
        assert_eq!(SiteDifference::between(&kept, &draft), []);
    }
}
