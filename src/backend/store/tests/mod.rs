//! The database: versions, changes, keys, pictures, counts; with instants of the tests' own.

mod changes;
mod opening;
mod site;
mod unreadable;
mod work;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Answer, Change, Condition, Database, Key, Write};
use crate::backend::conditional::Tags;
use crate::backend::document;
use crate::backend::problem::Problem;

/// A database in a folder of its own.
struct Desk {
    database: Database,
    now: DateTime<Utc>,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Desk {
            database: Database::open(&folder.path().join("beckon.db")).expect("a database"),
            now: "2026-11-23T10:00:00Z".parse().expect("an instant"),
            _folder: folder,
        }
    }

    /// What visitors fetch now.
    fn list(&self) -> String {
        let live = self.database.live();
        let list = live.read().expect("no panic").list();
        String::from_utf8(list).expect("text")
    }

    /// The same database, as another start finds it.
    fn restarted(self) -> Desk {
        let Desk { database, now, _folder } = self;
        drop(database);
        Desk {
            database: Database::open(&_folder.path().join("beckon.db")).expect("a database"),
            now,
            _folder,
        }
    }

    /// Has another program change the database.
    fn outside(&self, sql: &str) {
        let other = rusqlite::Connection::open(self._folder.path().join("beckon.db")).expect("a connection");
        other.execute_batch(sql).expect("done");
    }

    fn pass(&mut self, time: TimeDelta) {
        self.now += time;
    }

    fn write(
        &mut self,
        id: &str,
        change: Change,
        if_match: Option<&str>,
        key: Option<&str>,
    ) -> Result<Answer, Problem> {
        let condition = Condition {
            if_match: if_match.map(|tag| Tags::These(vec![tag.to_owned()])),
            if_none_match: None,
        };
        let key = key.map(|key| Key {
            key: key.to_owned(),
            fingerprint: [7; 32],
        });
        self.database.write(Write {
            id: id.to_owned(),
            condition,
            change,
            key,
            now: self.now,
        })
    }
}

/// A document that can be launched.
fn campaign(id: &str, text: &str) -> Value {
    json!({ "format": "beckon.campaign", "version": 1, "id": id, "name": "A tip", "platform": "web_messenger",
        "time_zone": "Europe/London",
        "audience": { "all": [{ "field": "page_views", "operator": "greater_than", "value": 1 }] },
        "activity": { "join": "and", "conditions": [] },
        "content": { "type": "text", "text": text, "user_say": "Hello" },
        "schedule": { "repeat_cycle": null, "message_delay": 0, "priority": 1 }, "launcher_image": "current" })
}

/// A picture of a pop-up as a data URL.
fn png() -> String {
    let mut png = std::io::Cursor::new(Vec::new());
    let written = image::RgbImage::new(400, 200).write_to(&mut png, image::ImageFormat::Png);
    written.expect("a PNG");
    format!("data:image/png;base64,{}", STANDARD.encode(png.into_inner()))
}

fn put(document: &Value) -> Change {
    let id = document["id"].as_str().expect("an identity");
    Change::Put(document::read(id, document.to_string().as_bytes()).map(Box::new))
}

fn item(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).expect("an item")
}
