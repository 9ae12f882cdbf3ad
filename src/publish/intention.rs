//! A user's request to a backend: launch this, pause that, take it down. Written to disk at the click, never changed afterwards.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::bundle::{ExportError, data_url};
use super::{EntryKey, Subject};
use crate::campaign::{Campaign, SiteDocument, from_json, to_value};
use crate::library::{ContentHash, read_picture};

/// The value of the key `format` in an intention's file.
const FORMAT: &str = "beckon.intention";
/// The version of that format for what every Beckon knows, so that an older one can send it, too.
const VERSION: u64 = 1;
/// The version of what came later: the site document. It is the newest that this program reads.
const NEWEST_VERSION: u64 = 2;

/// A campaign as at the click: this goes out, whatever happens to the draft or its pictures later.
#[derive(Debug, Clone, PartialEq)]
pub struct Launch {
    /// The document. Its pictures are named after their content, `images/SHA-256.png`, as the backend names them.
    pub document: Campaign,
    /// The pictures by those names, each as a data URL.
    pub pictures: BTreeMap<String, String>,
    /// The draft's own names of its pictures, where they differ: its name, then the one here.
    pub renamed: BTreeMap<String, String>,
}

impl Launch {
    /// Takes a campaign as it is now, with the pictures in `folder`.
    ///
    /// # Errors
    /// When a picture cannot be read.
    pub fn of(campaign: &Campaign, folder: &Path) -> Result<Launch, ExportError> {
        let mut document = campaign.clone();
        document.launched_at = None;
        document.forget_missing_pictures(|name| read_picture(folder, name).is_ok());
        let (mut pictures, mut renamed) = (BTreeMap::new(), BTreeMap::new());
        let mut failed = None;
        for (_, name) in document.pictures_mut() {
            match read_picture(folder, name) {
                Ok(bytes) => {
                    let format = image::guess_format(&bytes).unwrap_or(image::ImageFormat::Png);
                    let ending = format.extensions_str().first().unwrap_or(&"png");
                    let new = format!("images/{}.{ending}", ContentHash::of(&bytes));
                    if *name != new {
                        renamed.insert(name.clone(), new.clone());
                    }
                    pictures.insert(new.clone(), data_url(&bytes));
                    *name = new;
                }
                Err(error) => failed = Some(error),
            }
        }
        match failed {
            Some(error) => Err(ExportError::Picture {
                campaign: document.name,
                error,
            }),
            None => Ok(Launch {
                document,
                pictures,
                renamed,
            }),
        }
    }

    /// Returns the document with its pictures inside, as a backend accepts it.
    pub(super) fn inlined(&self) -> Value {
        let mut document = self.document.clone();
        for (_, name) in document.pictures_mut() {
            if let Some(url) = self.pictures.get(name.as_str()) {
                name.clone_from(url);
            }
        }
        to_value(&document)
    }
}

/// Returns what a launch sends of a campaign, except the instant of the last launch: two that agree in it are the same to a backend.
pub fn as_launched(campaign: &Campaign) -> Campaign {
    let mut campaign = campaign.for_launch();
    campaign.launched_at = None;
    campaign
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Operation {
    /// Be on the site, like this.
    Launch(Box<Launch>),
    /// Stay at the backend, and off the site.
    Pause,
    /// Be gone from the backend.
    TakeDown,
    /// Be what holds for all campaigns of the site, as at the click.
    PublishSite(Box<SiteDocument>),
}

/// The kind of an [`Operation`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// See [`Operation::Launch`], and [`Operation::PublishSite`].
    Launch,
    /// See [`Operation::Pause`].
    Pause,
    /// See [`Operation::TakeDown`].
    TakeDown,
}

impl What {
    /// The identifier in files and machine-readable output.
    pub fn id(self) -> &'static str {
        match self {
            What::Launch => "launch",
            What::Pause => "pause",
            What::TakeDown => "take_down",
        }
    }

    fn from_id(id: &str) -> Option<What> {
        [What::Launch, What::Pause, What::TakeDown]
            .into_iter()
            .find(|what| what.id() == id)
    }
}

/// One operation, for one campaign or the site document at one connection.
#[derive(Debug, Clone, PartialEq)]
pub struct Intention {
    /// Identity, by which a retry is recognised. Never used twice.
    pub id: Uuid,
    /// The library's identity; empty in data of an earlier version.
    pub library: String,
    /// The connection's identity.
    pub connection: String,
    /// What it is about. The site document is published, and nothing else is done to it.
    pub subject: Subject,
    /// Its name at the click.
    pub name: String,
    /// When it was requested.
    pub at: DateTime<Utc>,
    /// What.
    pub operation: Operation,
}

/// Why a file does not hold an intention that can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// Written by a newer version: this one cannot judge it.
    Newer,
    /// Damaged.
    Damaged,
}

impl Intention {
    /// What of which library it is about, at which connection.
    pub fn key(&self) -> EntryKey {
        EntryKey {
            library: self.library.clone(),
            connection: self.connection.clone(),
            subject: self.subject.clone(),
        }
    }

    /// The kind of operation.
    pub fn what(&self) -> What {
        match self.operation {
            Operation::Launch(_) | Operation::PublishSite(_) => What::Launch,
            Operation::Pause => What::Pause,
            Operation::TakeDown => What::TakeDown,
        }
    }

    pub(crate) fn to_json(&self) -> String {
        let mut map = json!({
            "format": FORMAT,
            "version": match self.operation {
                Operation::Launch(_) | Operation::Pause | Operation::TakeDown => VERSION,
                Operation::PublishSite(_) => NEWEST_VERSION,
            },
            "id": self.id.to_string(),
            "library": self.library,
            "connection": self.connection,
            "campaign": self.subject,
            "name": self.name,
            "at": self.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            "what": self.what().id(),
        });
        match &self.operation {
            Operation::Launch(launch) => {
                map["document"] = to_value(&launch.document);
                map["images"] = json!(launch.pictures);
                map["renamed"] = json!(launch.renamed);
            }
            Operation::PublishSite(site) => map["document"] = site.to_value(),
            Operation::Pause | Operation::TakeDown => {}
        }
        map.to_string()
    }

    pub(crate) fn from_json(bytes: &[u8]) -> Result<Intention, Unfit> {
        let value: Value = serde_json::from_slice(bytes).map_err(|_| Unfit::Damaged)?;
        if value["format"] != FORMAT {
            return Err(Unfit::Damaged);
        }
        match value["version"].as_u64() {
            Some(VERSION..=NEWEST_VERSION) => {}
            Some(version) if version > NEWEST_VERSION => return Err(Unfit::Newer),
            _ => return Err(Unfit::Damaged),
        }
        Self::from_value(&value).ok_or(Unfit::Damaged)
    }

    fn from_value(value: &Value) -> Option<Intention> {
        let word = |key: &str| value[key].as_str().map(str::to_owned);
        let subject: Subject = serde_json::from_value(value["campaign"].clone()).ok()?;
        if subject.is_campaign("") {
            return None;
        }
        let operation = match (What::from_id(value["what"].as_str()?)?, &subject) {
            (What::Launch, Subject::Site) => {
                let document = SiteDocument::from_json(value["document"].to_string().as_bytes());
                Operation::PublishSite(Box::new(document.ok()?))
            }
            (What::Pause | What::TakeDown, Subject::Site) => return None,
            (What::Pause, Subject::Campaign(_)) => Operation::Pause,
            (What::TakeDown, Subject::Campaign(_)) => Operation::TakeDown,
            (What::Launch, Subject::Campaign(_)) => Operation::Launch(Box::new(Launch {
                document: from_json(value["document"].to_string().as_bytes()).ok()?,
                pictures: texts(value["images"].as_object()?)?,
                renamed: texts(value["renamed"].as_object()?)?,
            })),
        };
        Some(Intention {
            id: word("id")?.parse().ok()?,
            library: word("library").unwrap_or_default(),
            connection: word("connection")?,
            subject,
            name: word("name")?,
            at: DateTime::parse_from_rfc3339(value["at"].as_str()?).ok()?.to_utc(),
            operation,
        })
    }
}

fn texts(map: &Map<String, Value>) -> Option<BTreeMap<String, String>> {
    map.iter()
        .map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())))
        .collect()
}
