//! The cost of a change at a backend with few and with many campaigns on the site, over HTTP, from the request to its answer on the disk.

#[path = "../backend/http.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod http;

use std::time::{Duration, Instant};

use http::{Answer, Backend, campaign};

/// How many campaigns are on the site.
const SITES: [usize; 2] = [10, 1_000];
/// How often each kind of change is made.
const ROUNDS: usize = 200;

/// The kinds of request, and how long each answer took.
type Times = Vec<(&'static str, Vec<Duration>)>;

fn main() {
    println!("medians of {ROUNDS}, with so many campaigns on the site");
    let backends = SITES.map(with_live);
    let mut times = SITES.map(|_| Times::new());
    for round in 0..ROUNDS {
        // In turns, so that other load on the machine affects both.
        for (backend, times) in backends.iter().zip(&mut times) {
            measure(backend, round, times);
        }
    }
    let [few, many] = times;
    for ((what, few), (_, many)) in few.into_iter().zip(many) {
        let (few, many) = (median(few), median(many));
        let ratio = many.as_secs_f64() / few.as_secs_f64();
        println!(
            "{what:<40} {few:>9.2?} with {}, {many:>9.2?} with {}: {ratio:.2}",
            SITES[0], SITES[1]
        );
    }
}

/// A backend with this many campaigns on the site.
fn with_live(campaigns: usize) -> Backend {
    let backend = Backend::start();
    for number in 0..campaigns {
        let id = format!("c{number:05}");
        expect(201, &put(&backend, &id, "A text of the usual length for a bubble", &[]));
        expect(200, &act(&backend, &id, "launch"));
    }
    backend
}

/// Makes each kind of request once.
fn measure(backend: &Backend, round: usize, times: &mut Times) {
    let mut time = |what: &'static str, status: u16, send: &dyn Fn() -> Answer| {
        let begun = Instant::now();
        let answer = send();
        let taken = begun.elapsed();
        expect(status, &answer);
        match times.iter_mut().find(|(known, _)| *known == what) {
            Some((_, all)) => all.push(taken),
            None => times.push((what, vec![taken])),
        }
    };
    let (id, key) = (format!("new{round}"), format!("key{round}"));
    let keyed = [("Idempotency-Key", key.as_str())];
    time("PUT, a new draft", 201, &|| put(backend, &id, "x", &keyed));
    time("the same again: a retry", 201, &|| put(backend, &id, "x", &keyed));
    time("launch", 200, &|| act(backend, &id, "launch"));
    time("pause", 200, &|| act(backend, &id, "pause"));
    time("pause what is paused", 200, &|| act(backend, &id, "pause"));
    let path = format!("/api/v1/campaigns/{id}");
    time("DELETE", 204, &|| backend.send("DELETE", &path, &[], b""));
    let list = || backend.send("GET", "/v1/campaigns.json", &[], b"");
    time("GET v1/campaigns.json after changes", 200, &list);
    time("GET v1/campaigns.json again", 200, &list);
}

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all[all.len() / 2]
}

fn put(backend: &Backend, id: &str, text: &str, more: &[(&str, &str)]) -> Answer {
    let headers = [&[("Content-Type", "application/json")], more].concat();
    let body = campaign(id, text).to_string();
    backend.send("PUT", &format!("/api/v1/campaigns/{id}"), &headers, body.as_bytes())
}

fn act(backend: &Backend, id: &str, action: &str) -> Answer {
    backend.send("POST", &format!("/api/v1/campaigns/{id}/{action}"), &[], b"")
}

fn expect(status: u16, answer: &Answer) {
    assert_eq!(answer.status, status, "{answer:?}");
}
