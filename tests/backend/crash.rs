//! Killed at any instant: answered changes are there, unanswered ones may be, and a retry does not repeat any.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use rusqlite::Connection;
use serde_json::Value;

use super::http::{Answer, campaign, request};

const ROUNDS: usize = 50;

/// `beckon serve` in a process of its own.
pub struct Process {
    pub child: Child,
    pub client: Client,
    pub said: Value,
}

/// Whom it answers.
#[derive(Clone)]
pub struct Client {
    pub address: SocketAddr,
    bearer: String,
}

impl Process {
    pub fn start(folder: &Path) -> Process {
        Self::start_with(folder, &["--show-token"])
    }

    pub fn start_with(folder: &Path, arguments: &[&str]) -> Process {
        let mut child = Command::new(env!("CARGO_BIN_EXE_beckon"))
            .args(["serve", "--port", "0", "--json", "--data"])
            .arg(folder)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut said = String::new();
        let mut lines = BufReader::new(child.stdout.take().expect("its output"));
        while !said.ends_with("}\n") {
            if lines.read_line(&mut said).expect("a line") == 0 {
                let mut why = String::new();
                let _ = child.stderr.take().expect("its problems").read_to_string(&mut why);
                panic!("it ended: {said} {why}");
            }
        }
        let said: Value = serde_json::from_str(&said).expect("JSON");
        let url = said["url"].as_str().expect("an address");
        let client = Client {
            address: url.trim_start_matches("http://").parse().expect("an address"),
            bearer: format!("Bearer {}", said["token"].as_str().unwrap_or_default()),
        };
        Process { child, client, said }
    }
}

impl Client {
    fn put(&self, number: u64, etag: Option<&str>) -> std::io::Result<Answer> {
        let id = "c1";
        let body = campaign(id, &format!("text {number}")).to_string();
        let key = format!("key {number}");
        let condition = etag.map_or(("If-None-Match", "*"), |etag| ("If-Match", etag));
        let headers = [
            ("Authorization", self.bearer.as_str()),
            ("Content-Type", "application/json"),
            ("Idempotency-Key", &key),
            condition,
        ];
        request(
            self.address,
            "PUT",
            &format!("/api/v1/campaigns/{id}"),
            &headers,
            body.as_bytes(),
        )
    }

    fn get(&self) -> Answer {
        let headers = [("Authorization", self.bearer.as_str())];
        request(self.address, "GET", "/api/v1/campaigns/c1", &headers, b"").expect("an answer")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_was_answered_survives_a_kill_at_any_instant() {
    let folder = tempfile::tempdir().expect("a folder");
    // The same at every `./run test`.
    let seed = std::env::var("PROPTEST_RNG_SEED")
        .ok()
        .and_then(|text| text.parse().ok());
    let seed = seed.unwrap_or_else(|| fastrand::u64(..));
    println!("seed {seed}");
    let mut dice = fastrand::Rng::with_seed(seed);
    let (mut number, mut etag) = (0_u64, None::<String>);
    let mut cut_off = 0;
    for round in 0..ROUNDS {
        let mut process = Process::start(folder.path());
        if number > 0 {
            // The interrupted or last answered change: with its key it is made once, and answered as the first time.
            let again = process.client.put(number, etag.as_deref()).expect("an answer");
            assert!(matches!(again.status, 200 | 201), "round {round}: {again:?}");
            let there = process.client.get();
            assert_eq!(there.etag(), again.etag(), "round {round}");
            assert_eq!(
                there.json()["content"]["text"],
                format!("text {number}"),
                "round {round}"
            );
            etag = Some(again.etag());
        }
        let (last, before) = write_until_killed(
            &mut process,
            number,
            etag.clone(),
            Duration::from_micros(dice.u64(0..40_000)),
        );
        cut_off += usize::from(last > number);
        (number, etag) = (last, before);
    }
    println!("{number} writes, {cut_off} rounds ended within one");
    let process = Process::start(folder.path());
    assert!(
        number == 0
            || process
                .client
                .put(number, etag.as_deref())
                .is_ok_and(|answer| answer.status < 300)
    );
    drop(process);
    let database = Connection::open(folder.path().join("beckon.db")).expect("a database");
    let sound: String = database
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("a verdict");
    assert_eq!(sound, "ok");
    let count = |table: &str| -> u64 {
        let sql = format!("SELECT count(*) FROM {table}");
        database
            .query_row(&sql, [], |row| row.get::<_, i64>(0))
            .expect("a count")
            .unsigned_abs()
    };
    assert_eq!(count("answers"), number, "every write once");
    assert_eq!(count("campaigns"), u64::from(number > 0));
}

/// Writes on and on until the process is killed; hands out the number of the last write that was sent, and the tag it was sent with.
fn write_until_killed(
    process: &mut Process,
    mut number: u64,
    mut etag: Option<String>,
    after: Duration,
) -> (u64, Option<String>) {
    let (stop, stopped) = mpsc::channel::<()>();
    let client = process.client.clone();
    let writing = std::thread::spawn(move || {
        loop {
            number += 1;
            match client.put(number, etag.as_deref()) {
                Ok(answer) => {
                    assert!(matches!(answer.status, 200 | 201), "{answer:?}");
                    etag = Some(answer.etag());
                }
                Err(_) => break,
            }
        }
        drop(stop);
        (number, etag)
    });
    // Ends early only if the process ended on its own, which the next round would find.
    let _ = stopped.recv_timeout(after);
    process.child.kill().expect("killed");
    process.child.wait().expect("ended");
    writing.join().expect("it wrote")
}
