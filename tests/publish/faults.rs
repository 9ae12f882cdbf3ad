//! A proxy that drops, delays, cuts, doubles and lies: the backend ends with exactly what was requested.

use std::collections::BTreeMap;
use std::time::Instant;

use beckon::publish::{DataDir, Event, MakeTransport, Operation, Rounds, Step, Token, as_launched, over_http};
use chrono::{TimeDelta, Utc};

use super::proxy::Proxy;
use super::support::{Witness, backend, campaign, data_dir, identity, launch, operation, parsed, seed, times};

const CAMPAIGNS: usize = 25;

/// What a campaign should be in the end.
#[derive(Debug, Clone, PartialEq)]
enum Wanted {
    Live(String),
    /// Off the site; it was there before, with this text.
    Paused,
    Gone,
}

fn way(token: &str) -> MakeTransport {
    let token = Token::new(token).expect("a token");
    over_http(move |_| Ok(Some(token.clone())))
}

#[test]
fn whatever_breaks_on_the_way_the_backend_ends_with_what_was_requested() {
    let publishes = times("BECKON_PUBLISHES", 400);
    let seed = seed();
    println!("{publishes} publishes, seed {seed}");
    let folder = tempfile::tempdir().expect("a folder");
    let server = backend(&folder.path().join("backend"));
    let proxy = Proxy::before(server.address(), seed, 35);
    let data_dir = data_dir(&folder.path().join("data_dir"), &proxy.url());
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut wanted: BTreeMap<String, Wanted> = BTreeMap::new();
    let mut driver = Driver::new(&data_dir, server.token(), seed);
    let begun = Instant::now();
    for number in 0..publishes {
        let id = identity(chance.usize(0..CAMPAIGNS));
        let there = matches!(wanted.get(&id), Some(Wanted::Live(_) | Wanted::Paused));
        match chance.u8(0..10) {
            0 if there => {
                data_dir
                    .outbox
                    .add(&operation(&id, Operation::TakeDown))
                    .expect("added");
                wanted.insert(id, Wanted::Gone);
            }
            1 if there => {
                data_dir.outbox.add(&operation(&id, Operation::Pause)).expect("added");
                wanted.insert(id, Wanted::Paused);
            }
            _ => {
                let text = format!("Text {number}");
                data_dir.outbox.add(&launch(&id, &text)).expect("added");
                wanted.insert(id, Wanted::Live(text));
            }
        }
        // Now and then several wait, and now and then the program restarts.
        match chance.u8(0..20) {
            0 => driver = driver.restarted(&data_dir, server.token(), seed ^ number as u64),
            1..4 => driver.some(chance.usize(0..4)),
            _ => driver.drain(),
        }
    }
    driver.drain();
    proxy.flush();
    let took = begun.elapsed();
    println!(
        "{} exchanges broke, {} were made; {took:.1?}",
        proxy.broken(),
        driver.steps
    );
    assert_eq!(
        driver.surprises,
        Vec::<String>::new(),
        "seed {seed}: nobody else was there"
    );
    assert!(
        data_dir.outbox.queue().expect("listed").waiting.is_empty(),
        "seed {seed}"
    );
    let witness = Witness::new(&server.url(), server.token());
    let statuses = witness.statuses();
    for (id, wanted) in &wanted {
        let status = statuses.get(id).map(String::as_str);
        match wanted {
            Wanted::Live(text) => {
                assert_eq!(status, Some("live"), "seed {seed}, {id}");
                assert_eq!(
                    witness.live(id),
                    Some(as_launched(&parsed(&campaign(id, text)))),
                    "seed {seed}, {id}"
                );
            }
            // A launch overtaken by a pause was never sent.
            Wanted::Paused => assert!(matches!(status, Some("paused") | None), "seed {seed}, {id}: {status:?}"),
            Wanted::Gone => assert_eq!(status, None, "seed {seed}, {id}"),
        }
    }
    let live = wanted
        .values()
        .filter(|wanted| matches!(wanted, Wanted::Live(_)))
        .count();
    assert_eq!(
        witness.public()["campaigns"].as_array().map(Vec::len),
        Some(live),
        "seed {seed}"
    );
}

/// The courier, with a clock that jumps to the instant it waits for.
struct Driver {
    rounds: Rounds,
    now: chrono::DateTime<Utc>,
    steps: usize,
    surprises: Vec<String>,
}

impl Driver {
    fn new(data_dir: &DataDir, token: &str, seed: u64) -> Driver {
        Driver {
            rounds: Rounds::new(data_dir.clone(), way(token), fastrand::Rng::with_seed(seed)),
            now: beckon::clock::now(),
            steps: 0,
            surprises: Vec::new(),
        }
    }

    /// The program ends and starts again: only the disk is left, and what this test noted.
    fn restarted(self, data_dir: &DataDir, token: &str, seed: u64) -> Driver {
        Driver {
            rounds: Driver::new(data_dir, token, seed).rounds,
            ..self
        }
    }

    fn step(&mut self) -> Step {
        self.now += TimeDelta::milliseconds(1);
        self.steps += 1;
        let surprises = &mut self.surprises;
        let mut tell = |event: Event| {
            if matches!(
                event,
                Event::Conflict { .. } | Event::Refused { .. } | Event::Stopped { .. } | Event::Trouble { .. }
            ) {
                surprises.push(format!("{event:?}"));
            }
        };
        let step = self.rounds.step(self.now, &mut tell).expect("the disk works");
        if let Step::Until(at) = step {
            self.now = at;
        }
        step
    }

    fn some(&mut self, count: usize) {
        for _ in 0..count {
            self.step();
        }
    }

    fn drain(&mut self) {
        while self.step() != Step::Idle {}
    }
}
