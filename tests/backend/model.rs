//! Random changes, some repeated, some under stale conditions, against a model of a few lines; and one key from many clients at once.

use std::collections::BTreeMap;

use serde_json::Value;

use super::http::{Answer, Backend, campaign};

const SEEDS: u64 = 12;
const CHANGES: usize = 120;
const IDS: [&str; 3] = ["a", "b", "c"];

/// What the backend should have of a campaign.
#[derive(Debug, Clone, PartialEq)]
struct Known {
    text: String,
    live: Option<String>,
    status: &'static str,
    etag: String,
}

/// A request that can be sent again.
#[derive(Debug, Clone)]
struct Sent {
    method: &'static str,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Sent {
    fn to(&self, backend: &Backend) -> Answer {
        let headers: Vec<_> = self
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        backend.send(self.method, &self.path, &headers, &self.body)
    }
}

#[test]
fn random_changes_equal_the_model() {
    for seed in 0..SEEDS {
        let mut dice = fastrand::Rng::with_seed(seed);
        let backend = Backend::start();
        let mut model = BTreeMap::<&str, Known>::new();
        let mut done: Vec<(Sent, Answer)> = Vec::new();
        for step in 0..CHANGES {
            let place = format!("seed {seed}, step {step}");
            if !done.is_empty() && dice.u8(0..4) == 0 {
                let (sent, first) = &done[dice.usize(0..done.len())];
                let again = sent.to(&backend);
                assert_eq!(without_date(&again), without_date(first), "{place}: {sent:?}");
                continue;
            }
            let id = IDS[dice.usize(0..IDS.len())];
            let (sent, answer) = change(&backend, &mut dice, id, model.get(id), &place);
            let wanted = expect(&mut model, id, &sent, &answer);
            assert_eq!(answer.status, wanted, "{place}: {sent:?} {answer:?}");
            if answer.status < 300 {
                done.push((sent, answer));
            }
        }
        assert_eq!(listed(&backend), model, "seed {seed}");
        let mut live: Vec<String> = model
            .values()
            .filter(|known| known.status == "live")
            .filter_map(|known| known.live.clone())
            .collect();
        let mut shown: Vec<String> = backend.send("GET", "/v1/campaigns.json", &[], b"").json()["campaigns"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|campaign| campaign["content"]["text"].as_str().expect("a text").to_owned())
            .collect();
        shown.sort();
        live.sort();
        assert_eq!(shown, live, "seed {seed}");
    }
}

/// A random change of a campaign, under a condition that holds more often than not.
fn change(
    backend: &Backend,
    dice: &mut fastrand::Rng,
    id: &'static str,
    known: Option<&Known>,
    place: &str,
) -> (Sent, Answer) {
    let etag = known.map_or("\"none\"".to_owned(), |known| known.etag.clone());
    let condition = match dice.u8(0..6) {
        0 => None,
        1 => Some(("If-Match", "\"stale\"".to_owned())),
        2 => Some(("If-None-Match", "*".to_owned())),
        _ => Some(("If-Match", etag)),
    };
    let (method, path, body) = match dice.u8(0..7) {
        0..=2 => (
            "PUT",
            String::new(),
            campaign(id, &format!("text {place}")).to_string().into_bytes(),
        ),
        3 | 4 => ("POST", "/launch".to_owned(), Vec::new()),
        5 => ("POST", "/pause".to_owned(), Vec::new()),
        _ => ("DELETE", String::new(), Vec::new()),
    };
    let mut headers = vec![
        ("Idempotency-Key", format!("{place} {}", dice.u64(..))),
        ("Content-Type", "application/json".to_owned()),
    ];
    headers.extend(condition);
    let sent = Sent {
        method,
        path: format!("/api/v1/campaigns/{id}{path}"),
        headers,
        body,
    };
    let answer = sent.to(backend);
    (sent, answer)
}

/// Returns the status expected by the model, which then has the change.
fn expect(model: &mut BTreeMap<&'static str, Known>, id: &'static str, sent: &Sent, answer: &Answer) -> u16 {
    let condition = sent.headers.iter().find(|(name, _)| name.starts_with("If-"));
    let known = model.get(id).cloned();
    let holds = match (condition.map(|(name, value)| (*name, value.as_str())), &known) {
        (None, _) => true,
        (Some(("If-Match", tag)), Some(known)) => tag == known.etag,
        (Some(("If-Match", _)), None) => false,
        (Some(_), known) => known.is_none(),
    };
    let is_put = sent.method == "PUT";
    let etag = || answer.header("etag").unwrap_or_default().to_owned();
    match known {
        None if is_put && holds => {
            let text = text_of(&sent.body);
            let new = Known {
                text,
                live: None,
                status: "draft",
                etag: etag(),
            };
            model.insert(id, new);
            201
        }
        None if is_put => 412,
        None => match condition {
            Some(("If-Match", _)) => 412,
            _ => 404,
        },
        Some(_) if is_put && condition.is_none() => 428,
        Some(_) if !holds => 412,
        Some(known) if is_put => {
            let text = text_of(&sent.body);
            model.insert(
                id,
                Known {
                    text,
                    etag: etag(),
                    ..known
                },
            );
            200
        }
        Some(known) if sent.path.ends_with("/launch") => {
            let live = Some(known.text.clone());
            model.insert(
                id,
                Known {
                    live,
                    status: "live",
                    etag: etag(),
                    ..known
                },
            );
            200
        }
        Some(known) if sent.path.ends_with("/pause") => match known.status {
            "draft" => 409,
            _ => {
                // Nobody outside sees any more what it was launched with.
                let live = None;
                let (status, etag) = ("paused", etag());
                model.insert(
                    id,
                    Known {
                        live,
                        status,
                        etag,
                        ..known
                    },
                );
                200
            }
        },
        Some(_) => {
            model.remove(id);
            204
        }
    }
}

fn text_of(body: &[u8]) -> String {
    let document: Value = serde_json::from_slice(body).expect("a document");
    document["content"]["text"].as_str().expect("a text").to_owned()
}

/// Returns the backend's state in the model's terms.
fn listed(backend: &Backend) -> BTreeMap<&'static str, Known> {
    let list = backend.send("GET", "/api/v1/campaigns", &[], b"").json();
    let text_at = |path: &str| {
        let answer = backend.send("GET", path, &[], b"");
        (answer.status == 200).then(|| text_of(&answer.body))
    };
    let items = list["campaigns"].as_array().expect("a list").iter().map(|item| {
        let id = IDS.into_iter().find(|id| item["id"] == *id).expect("an identity");
        let status = ["draft", "live", "paused"]
            .into_iter()
            .find(|status| item["status"] == *status);
        let known = Known {
            text: text_at(&format!("/api/v1/campaigns/{id}")).expect("a document"),
            live: text_at(&format!("/api/v1/campaigns/{id}?version=live")),
            status: status.expect("a status"),
            etag: item["etag"].as_str().expect("a tag").to_owned(),
        };
        (id, known)
    });
    items.collect()
}

fn without_date(answer: &Answer) -> Answer {
    let mut answer = answer.clone();
    answer.headers.retain(|(name, _)| name != "date");
    answer
}

#[test]
fn one_key_from_many_clients_at_once_is_one_change() {
    let backend = Backend::start();
    for round in 0..20 {
        let id = format!("c{round}");
        let body = campaign(&id, "one").to_string();
        let key = format!("key {round}");
        let send = || {
            let headers = [
                ("Idempotency-Key", key.as_str()),
                ("Content-Type", "application/json"),
                ("If-None-Match", "*"),
            ];
            without_date(&backend.send("PUT", &format!("/api/v1/campaigns/{id}"), &headers, body.as_bytes()))
        };
        let answers: Vec<Answer> = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
            clients
                .into_iter()
                .map(|client| client.join().expect("an answer"))
                .collect()
        });
        assert_eq!(answers[0].status, 201, "{:?}", answers[0]);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    }
}

#[test]
fn of_many_changes_to_one_version_one_is_made() {
    let backend = Backend::start();
    let json = ("Content-Type", "application/json");
    let mut etag = backend
        .send(
            "PUT",
            "/api/v1/campaigns/a",
            &[json],
            campaign("a", "x").to_string().as_bytes(),
        )
        .etag();
    for round in 0..20 {
        let send = |client: usize| {
            let body = campaign("a", &format!("round {round} client {client}")).to_string();
            backend.send(
                "PUT",
                "/api/v1/campaigns/a",
                &[json, ("If-Match", &etag)],
                body.as_bytes(),
            )
        };
        let answers: Vec<Answer> = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..6).map(|client| scope.spawn(move || send(client))).collect();
            clients
                .into_iter()
                .map(|client| client.join().expect("an answer"))
                .collect()
        });
        let made: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 200).collect();
        assert_eq!(made.len(), 1, "{answers:?}");
        assert!(answers.iter().all(|answer| matches!(answer.status, 200 | 412)));
        etag = made[0].etag();
    }
}
