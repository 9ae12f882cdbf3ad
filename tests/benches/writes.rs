//! What a change costs at a backend with few and with many campaigns on the site, over HTTP, from the request to its answer on the disk.

#[path = "../backend/http.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod http;

use std::time::{Duration, Instant};

use http::{Answer, Backend, campaign};

/// How many campaigns are on the site.
const SITES: [usize; 2] = [10, 1_000];
/// How often each kind of change is made.
const ROUNDS: usize = 200;

fn main() {
    println!("medians of {ROUNDS}, with so many campaigns on the site");
    let columns = SITES.map(measure);
    for (index, (what, few)) in columns[0].iter().enumerate() {
        let many = columns[1][index].1;
        let ratio = many.as_secs_f64() / few.as_secs_f64();
        println!(
            "{what:<44} {:>9.2?} with {}, {:>9.2?} with {}: {ratio:.2}",
            few, SITES[0], many, SITES[1]
        );
    }
}

/// The median time of each kind of request, at a backend with so many campaigns on the site.
fn measure(campaigns: usize) -> Vec<(&'static str, Duration)> {
    let backend = Backend::start();
    for number in 0..campaigns {
        let id = format!("c{number:05}");
        expect(201, &put(&backend, &id, "A text of the usual length for a bubble", &[]));
        expect(200, &act(&backend, &id, "launch"));
    }
    let mut times: Vec<(&'static str, Vec<Duration>)> = Vec::new();
    let mut note = |what: &'static str, begun: Instant| {
        let taken = begun.elapsed();
        match times.iter_mut().find(|(known, _)| *known == what) {
            Some((_, all)) => all.push(taken),
            None => times.push((what, vec![taken])),
        }
    };
    for round in 0..ROUNDS {
        let (id, key) = (format!("new{round}"), format!("key{round}"));
        let keyed = [("Idempotency-Key", key.as_str())];
        let begun = Instant::now();
        expect(201, &put(&backend, &id, "x", &keyed));
        note("PUT, a new draft", begun);
        let begun = Instant::now();
        expect(201, &put(&backend, &id, "x", &keyed));
        note("the same again: a retry", begun);
        for (what, action) in [
            ("launch", "launch"),
            ("pause", "pause"),
            ("pause what is paused", "pause"),
        ] {
            let begun = Instant::now();
            expect(200, &act(&backend, &id, action));
            note(what, begun);
        }
        let begun = Instant::now();
        expect(
            204,
            &backend.send("DELETE", &format!("/api/v1/campaigns/{id}"), &[], b""),
        );
        note("DELETE", begun);
        let begun = Instant::now();
        expect(200, &backend.send("GET", "/v1/campaigns.json", &[], b""));
        note("GET v1/campaigns.json after a change", begun);
        let begun = Instant::now();
        expect(200, &backend.send("GET", "/v1/campaigns.json", &[], b""));
        note("GET v1/campaigns.json again", begun);
    }
    let median = |mut all: Vec<Duration>| {
        all.sort();
        all[all.len() / 2]
    };
    times.into_iter().map(|(what, all)| (what, median(all))).collect()
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
