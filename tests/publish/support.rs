//! A folder with drafts and everything that publishing keeps, and a backend to publish to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use beckon::backend::{Options, Server, start};
use beckon::campaign::{Campaign, from_json};
use beckon::publish::{
    Connection, DataDir, Http, Intention, Keyring, Launch, Operation, Request, Subject, Token, Transport, as_launched,
};
use serde_json::{Value, json};

/// The connection's identity in these tests.
pub const HERE: &str = "here";
/// The library's identity in these tests.
pub const LIBRARY: &str = "drafts";

/// A backend of this test's own.
pub fn backend(data: &Path) -> Server {
    let options = Options {
        port: 0,
        ..Options::new(data)
    };
    start(options).expect("a backend")
}

/// A campaign that is ready to launch and says this.
pub fn campaign(id: &str, text: &str) -> Value {
    json!({
        "format": "beckon.campaign", "version": 1, "id": id, "name": format!("Campaign {id}"),
        "platform": "web_messenger", "time_zone": "Europe/Istanbul",
        "audience": { "all": [{ "field": "visits", "operator": "at_least", "value": 1 }] },
        "activity": { "join": "and", "conditions": [] },
        "content": { "type": "text", "text": text, "user_say": "Hello" },
        "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 0, "priority": 1 },
        "launcher_image": "current",
    })
}

/// The identity of the `number`th campaign.
pub fn identity(number: usize) -> String {
    format!("0193a1b2-7c00-7000-8000-{number:012}")
}

/// An operation of now.
pub fn operation(campaign: &str, operation: Operation) -> Intention {
    Intention {
        id: beckon::clock::new_id(),
        library: LIBRARY.into(),
        connection: HERE.into(),
        subject: Subject::campaign(campaign),
        name: format!("Campaign {campaign}"),
        at: beckon::clock::now(),
        operation,
    }
}

/// An operation to launch a campaign that says this.
pub fn launch(id: &str, text: &str) -> Intention {
    let campaign = parsed(&campaign(id, text));
    let launch = Launch::of(&campaign, Path::new(".")).expect("it has no pictures");
    operation(id, Operation::Launch(Box::new(launch)))
}

pub fn parsed(value: &Value) -> Campaign {
    from_json(value.to_string().as_bytes()).expect("a campaign")
}

/// A data directory of this test's own, with one connection.
pub fn data_dir(folder: &Path, url: &str) -> DataDir {
    let data_dir = DataDir::open(folder, Keyring::Avoid).expect("opened");
    connect(&data_dir, url);
    data_dir
}

/// Points the connection to this address.
pub fn connect(data_dir: &DataDir, url: &str) {
    let connection = Connection {
        id: HERE.into(),
        name: "Here".into(),
        url: url.into(),
    };
    data_dir.connections.put(connection).expect("kept");
}

/// A backend's own state, asked directly.
pub struct Witness {
    http: Http,
}

impl Witness {
    pub fn new(url: &str, token: &str) -> Witness {
        let connection = Connection {
            id: "witness".into(),
            name: "Witness".into(),
            url: format!("{url}/"),
        };
        let token = Token::new(token).expect("a token");
        Witness {
            http: Http::new(&connection, &token).expect("a way"),
        }
    }

    pub fn get(&self, path: &str) -> Option<Value> {
        let response = self.http.send(&Request::get(path), Duration::MAX).expect("it answers");
        (response.status == 200).then(|| serde_json::from_slice(&response.body).expect("JSON"))
    }

    /// Each campaign's status, by identity.
    pub fn statuses(&self) -> BTreeMap<String, String> {
        let list = self.get("api/v1/campaigns").expect("a list");
        let items = list["campaigns"].as_array().expect("a list").iter();
        let word = |item: &Value, key: &str| item[key].as_str().expect("a word").to_owned();
        items.map(|item| (word(item, "id"), word(item, "status"))).collect()
    }

    /// Returns the text of a campaign's live version.
    pub fn live_text(&self, id: &str) -> Option<String> {
        let live = self.get(&format!("api/v1/campaigns/{id}?version=live"))?;
        Some(live["content"]["text"].as_str().expect("a text").to_owned())
    }

    /// Returns a campaign's live version, as a visitor could notice it.
    pub fn live(&self, id: &str) -> Option<Campaign> {
        self.get(&format!("api/v1/campaigns/{id}?version=live"))
            .map(|live| as_launched(&parsed(&live)))
    }

    /// What a website's widget reads.
    pub fn public(&self) -> Value {
        self.get("v1/campaigns.json").expect("a list")
    }
}

/// A folder in which the real binary runs.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl Desk {
    pub fn new() -> Desk {
        Desk {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, content).expect("written");
        path
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("it is there")
    }

    /// The binary, in this folder, without a keyring and with a separate data directory.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beckon"));
        command.args(arguments).current_dir(self.folder.path());
        for variable in [
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "BECKON_LIBRARY",
            "BECKON_TOKEN",
            "http_proxy",
            "HTTP_PROXY",
        ] {
            command.env_remove(variable);
        }
        command
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env("BECKON_PUBLISHING", self.path("data_dir"));
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        answer(self.command(arguments).output().expect("it starts"))
    }

    pub fn data_dir(&self) -> DataDir {
        DataDir::open(self.path("data_dir"), Keyring::Avoid).expect("opened")
    }
}

pub fn answer(output: Output) -> Answer {
    Answer {
        code: output.status.code().expect("it exits by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// The number of rounds of a long test.
pub fn times(variable: &str, usual: usize) -> usize {
    std::env::var(variable)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(usual)
}

/// Returns the seed of chance: the same at every `./run test`, so that a failure is due to the change; otherwise a new one each time.
pub fn seed() -> u64 {
    std::env::var("PROPTEST_RNG_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| fastrand::u64(..))
}
