//! Running the binary in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

/// A folder with a few files, in which commands run.
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

impl Desk {
    /// A folder with `plans.campaign.json`, `visitor.json` and `journey.json`.
    pub fn new() -> Desk {
        let desk = Desk {
            folder: tempfile::tempdir().expect("a temporary folder"),
        };
        desk.write("plans.campaign.json", campaign().to_string());
        desk.write("visitor.json", r#"{ "page_views": 6 }"#);
        desk.write(
            "journey.json",
            r#"{ "start": "2026-11-22T10:00:00Z", "visitor": { "page_views": 5, "url": "https://www.example.com/" }, "events": [
                { "at": 0, "open": "https://www.example.com/" }, { "at": 5, "close": true }, { "at": 9, "end": true } ] }"#,
        );
        desk
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

    /// The binary, in this folder and without a display.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beckon"));
        command.args(arguments).current_dir(self.folder.path());
        for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "BECKON_LIBRARY"] {
            command.env_remove(variable);
        }
        command
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.path("data"));
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        answer(self.command(arguments).output().expect("it starts"))
    }

    /// Runs a command that must succeed with this code and print JSON.
    pub fn json(&self, code: i32, arguments: &[&str]) -> Value {
        let answer = self.run(arguments);
        assert_eq!(answer.code, code, "{arguments:?}: {answer:?}");
        serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", answer.out))
    }
}

pub fn answer(output: Output) -> Answer {
    Answer {
        code: output.status.code().expect("it exits by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

impl Answer {
    /// Checks that an answer has the form of a problem: exit code 2, nothing as a result, pairs of one line and its hint.
    #[track_caller]
    pub fn is_refusal(&self) {
        assert_eq!(self.code, 2, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        self.has_problems();
    }

    /// Checks that standard error consists of pairs of one line and its hint.
    #[track_caller]
    pub fn has_problems(&self) {
        let lines: Vec<_> = self.err.lines().collect();
        assert!(!lines.is_empty() && lines.len().is_multiple_of(2), "{self:?}");
        for pair in lines.chunks(2) {
            assert!(
                pair[0].starts_with("error: ") && pair[1].starts_with("hint: "),
                "{self:?}"
            );
            assert!(pair[0].len() > 12 && pair[1].len() > 8, "{self:?}");
        }
        assert!(!self.err.contains("panicked"), "{self:?}");
    }
}

/// A campaign that is ready to launch: shown from the sixth view of a page on.
pub fn campaign() -> Value {
    json!({
        "format": "beckon.campaign", "version": 1,
        "id": "0193a1b2-7c00-7000-8000-000000000001",
        "name": "Plans",
        "platform": "web_messenger",
        "time_zone": "Europe/Istanbul",
        "audience": { "all": [
            { "field": "current_page_url", "operator": "equals", "value": "https://www.example.com/" },
            { "field": "page_views", "operator": "greater_than", "value": 5 } ] },
        "activity": { "join": "and", "conditions": [] },
        "content": {
            "type": "rich", "title": "Need a hand?", "subtitle": "Ask us anything about plans.",
            "button": { "name": "Compare plans", "action": { "message": "Compare plans" } },
            "user_say": "Compare plans" },
        "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 1, "priority": 1 },
        "launcher_image": "current",
    })
}

/// Returns the folder of the sample campaigns.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-campaigns")
}

/// Validates a value against a JSON Schema.
#[track_caller]
pub fn fits(schema: &Value, value: &Value) {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    let errors: Vec<_> = validator.iter_errors(value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?} in {value:#}");
}
