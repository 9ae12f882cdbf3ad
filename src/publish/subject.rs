//! What is published: a campaign, or the site document of a library; and the documents of both.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use crate::campaign::{Campaign, SITE_FORMAT, SiteDocument, from_json, to_value};
use crate::redact;

/// What an operation is about, within a library.
///
/// Files have the campaign's identity, or `null` for the site document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(from = "Option<String>", into = "Option<String>")]
pub enum Subject {
    /// The campaign of this identity.
    Campaign(String),
    /// The site document.
    Site,
}

impl Subject {
    /// The subject of a campaign.
    pub fn campaign(id: &str) -> Self {
        Subject::Campaign(id.to_owned())
    }

    /// Returns the campaign's identity; `None` for the site document.
    pub fn campaign_id(&self) -> Option<&str> {
        match self {
            Subject::Campaign(id) => Some(id),
            Subject::Site => None,
        }
    }

    /// Whether it is the campaign of this identity.
    pub fn is_campaign(&self, id: &str) -> bool {
        self.campaign_id() == Some(id)
    }

    /// What the log may show of it.
    pub(super) fn redacted(&self) -> String {
        match self {
            Subject::Campaign(id) => redact::id(id),
            Subject::Site => "site".to_owned(),
        }
    }
}

impl From<Option<String>> for Subject {
    fn from(campaign: Option<String>) -> Self {
        campaign.map_or(Subject::Site, Subject::Campaign)
    }
}

impl From<Subject> for Option<String> {
    fn from(subject: Subject) -> Self {
        match subject {
            Subject::Campaign(id) => Some(id),
            Subject::Site => None,
        }
    }
}

/// A version of what is published.
#[derive(Debug, Clone, PartialEq)]
pub enum Document {
    /// Of a campaign.
    Campaign(Box<Campaign>),
    /// Of the site document.
    Site(Box<SiteDocument>),
}

impl Document {
    /// Returns the campaign, if it is one.
    pub fn campaign(&self) -> Option<&Campaign> {
        match self {
            Document::Campaign(campaign) => Some(campaign),
            Document::Site(_) => None,
        }
    }

    /// Returns the site document, if it is one.
    pub fn site(&self) -> Option<&SiteDocument> {
        match self {
            Document::Campaign(_) => None,
            Document::Site(site) => Some(site),
        }
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Document::Campaign(campaign) => to_value(campaign).serialize(to),
            Document::Site(site) => site.to_value().serialize(to),
        }
    }
}

/// Its `format` says which one it is.
impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(from)?;
        let text = value.to_string();
        if value["format"] == SITE_FORMAT {
            let site = SiteDocument::from_json(text.as_bytes()).map_err(D::Error::custom)?;
            return Ok(Document::Site(Box::new(site)));
        }
        let campaign = from_json(text.as_bytes()).map_err(D::Error::custom)?;
        Ok(Document::Campaign(Box::new(campaign)))
    }
}
