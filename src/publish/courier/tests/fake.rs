//! A backend in memory that honours the contract: entity tags, preconditions, keys looked up before them. And a desk to publish from.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::campaign::{Campaign, SiteDocument, from_json, to_value};
use crate::publish::courier::{
    Event, MakeTransport, Method, Precondition, Request, Response, Rounds, Step, Transport, TransportError,
};
use crate::publish::{
    Connection, DataDir, Entry, EntryKey, Intention, Keyring, Launch, Operation, Standing, Subject, What, standing,
};

pub const HERE: &str = "here";
/// The library's identity in these tests.
pub const LIBRARY: &str = "drafts";

/// Returns the key of a campaign of that library at that connection.
pub fn key(campaign: &str) -> EntryKey {
    EntryKey::new(LIBRARY, HERE, campaign)
}

/// What the backend has of a campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub document: Value,
    pub live: Option<Value>,
    pub status: &'static str,
    pub etag: String,
    pub launched_at: Option<String>,
}

type Answered = (Method, String, Precondition, Option<Vec<u8>>, Response);

#[derive(Default)]
pub struct Backend {
    pub campaigns: BTreeMap<String, Kept>,
    /// The site document and its entity tag.
    pub site: Option<(Value, String)>,
    /// Whether it is of an earlier version, which has no place for one.
    pub takes_no_site: bool,
    /// What was answered to a key, and to which request.
    keys: BTreeMap<String, Answered>,
    writes: u64,
    /// The keys of writes that were really carried out, in order.
    pub carried_out: Vec<String>,
    /// Answers to give, in order, before looking at any request.
    pub scripted: Vec<Result<Response, TransportError>>,
    /// Every request, in order.
    pub heard: Vec<Request>,
}

pub fn problem(status: u16, more: Value) -> Response {
    let mut body = json!({ "type": "about:blank", "title": "No", "status": status, "detail": "because", "hint": "do it otherwise" });
    if let (Some(body), Some(more)) = (body.as_object_mut(), more.as_object()) {
        body.extend(more.clone());
    }
    Response {
        status,
        content_type: Some("application/problem+json".into()),
        body: body.to_string().into_bytes(),
        ..Response::default()
    }
}

impl Backend {
    pub fn answer(&mut self, request: &Request) -> Response {
        if let Some(key) = &request.key
            && let Some((method, path, precondition, body, first)) = self.keys.get(key)
        {
            let same = (method, path, precondition, body)
                == (&request.method, &request.path, &request.precondition, &request.body);
            return if same {
                first.clone()
            } else {
                problem(422, json!({ "detail": "another request has this key" }))
            };
        }
        if request.path == "api/v1/site" {
            return self.answer_site(request);
        }
        let path = request.path.strip_prefix("api/v1/campaigns").expect("a path of ours");
        let mut parts = path.trim_start_matches('/').split(['/', '?']);
        let id = parts.next().unwrap_or_default().to_owned();
        let act = parts.next();
        if request.method == Method::Get {
            return self.read(&id, act);
        }
        let there = self.campaigns.get(&id).cloned();
        let refused = match (&request.precondition, &there) {
            (Precondition::Is(etag), Some(kept)) => *etag != kept.etag,
            (Precondition::Is(_), None) | (Precondition::Absent, Some(_)) => true,
            (Precondition::None, Some(_)) if request.method == Method::Put => return problem(428, json!({})),
            _ => false,
        };
        match (request.method, &there) {
            (Method::Post | Method::Delete, None) => return problem(404, json!({})),
            _ if refused => return problem(412, json!({ "current_etag": there.map(|kept| kept.etag) })),
            _ => {}
        }
        let answer = self.write(&id, act, request, there);
        self.remember(request, &answer);
        answer
    }

    fn remember(&mut self, request: &Request, answer: &Response) {
        let Some(key) = &request.key else { return };
        self.carried_out.push(key.clone());
        let remembered = (
            request.method,
            request.path.clone(),
            request.precondition.clone(),
            request.body.clone(),
            answer.clone(),
        );
        self.keys.insert(key.clone(), remembered);
    }

    fn answer_site(&mut self, request: &Request) -> Response {
        if self.takes_no_site {
            return problem(404, json!({}));
        }
        let fine = |status, etag: &str, body: &Value| Response {
            status,
            etag: Some(etag.to_owned()),
            content_type: Some("application/json".into()),
            body: body.to_string().into_bytes(),
            ..Response::default()
        };
        let etag = self.site.as_ref().map(|(_, etag)| etag.clone());
        if request.method == Method::Get {
            return match &self.site {
                Some((document, etag)) => fine(200, etag, document),
                None => problem(404, json!({})),
            };
        }
        let holds = match &request.precondition {
            Precondition::Is(wanted) => Some(wanted) == etag.as_ref(),
            Precondition::Absent => etag.is_none(),
            Precondition::None => return problem(428, json!({})),
        };
        if !holds {
            return problem(412, json!({ "current_etag": etag }));
        }
        self.writes += 1;
        let etag = format!("\"v{}\"", self.writes);
        let body = request.body.as_deref().expect("a document");
        let document: Value = serde_json::from_slice(body).expect("JSON");
        let said = json!({ "name": document["name"], "etag": etag, "updated_at": "2026-11-23T10:00:00Z" });
        let answer = fine(if self.site.is_none() { 201 } else { 200 }, &etag, &said);
        self.site = Some((document, etag));
        self.remember(request, &answer);
        answer
    }

    fn write(&mut self, id: &str, act: Option<&str>, request: &Request, there: Option<Kept>) -> Response {
        self.writes += 1;
        let etag = format!("\"v{}\"", self.writes);
        if request.method == Method::Delete {
            self.campaigns.remove(id);
            return Response {
                status: 204,
                ..Response::default()
            };
        }
        let mut kept = there.clone().unwrap_or(Kept {
            document: Value::Null,
            live: None,
            status: "draft",
            etag: String::new(),
            launched_at: None,
        });
        kept.etag.clone_from(&etag);
        match act {
            None => {
                let body = request.body.as_deref().expect("a document");
                kept.document = serde_json::from_slice(body).expect("JSON");
            }
            Some("launch") => {
                kept.live = Some(kept.document.clone());
                kept.status = "live";
                kept.launched_at = Some(format!("2026-11-23T10:00:{:02}Z", self.writes % 60));
            }
            _ => kept.status = "paused",
        }
        let body = if act.is_none() {
            kept.document.clone()
        } else {
            item(id, &kept)
        };
        self.campaigns.insert(id.to_owned(), kept);
        Response {
            status: if there.is_none() { 201 } else { 200 },
            etag: Some(etag),
            content_type: Some("application/json".into()),
            body: body.to_string().into_bytes(),
            ..Response::default()
        }
    }

    fn read(&self, id: &str, act: Option<&str>) -> Response {
        let fine = |etag: Option<String>, body: Value| Response {
            status: 200,
            etag,
            content_type: Some("application/json; charset=utf-8".into()),
            body: body.to_string().into_bytes(),
            ..Response::default()
        };
        if id.is_empty() {
            let items: Vec<Value> = self.campaigns.iter().map(|(id, kept)| item(id, kept)).collect();
            return fine(None, json!({ "campaigns": items }));
        }
        match self.campaigns.get(id) {
            None => problem(404, json!({})),
            Some(kept) if act.is_some() => match &kept.live {
                Some(live) => fine(Some(kept.etag.clone()), live.clone()),
                None => problem(404, json!({})),
            },
            Some(kept) => fine(Some(kept.etag.clone()), kept.document.clone()),
        }
    }
}

fn item(id: &str, kept: &Kept) -> Value {
    json!({ "id": id, "name": kept.document["name"], "status": kept.status, "etag": kept.etag, "updated_at": "2026-11-23T10:00:00Z",
            "launched_at": kept.launched_at, "changed": kept.live.as_ref() != Some(&kept.document),
            "counts": { "shown": 3, "clicked": 2, "closed": 1 } })
}

/// What breaks on the way: whether the request arrives, and whether its answer does.
pub type Fault = Box<dyn FnMut(&Request) -> Break + Send>;

/// How an exchange breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    Nothing,
    RequestLost,
    AnswerLost,
    /// It arrives again, much later.
    Doubled,
    /// Something else answers this instead of the backend.
    Instead(u16),
    /// It is carried out, but something else answers this.
    AfterAll(u16),
}

/// A transport to the backend that may break.
pub struct Line {
    pub backend: Arc<Mutex<Backend>>,
    pub fault: Arc<Mutex<Fault>>,
    pub stale: Arc<Mutex<Vec<Request>>>,
}

impl Transport for Line {
    fn send(&self, request: &Request, _within: Duration) -> Result<Response, TransportError> {
        let mut backend = self.backend.lock().expect("no test panicked");
        backend.heard.push(request.clone());
        if !backend.scripted.is_empty() {
            return backend.scripted.remove(0);
        }
        let broken = (self.fault.lock().expect("no test panicked"))(request);
        let mut stale = self.stale.lock().expect("no test panicked");
        if broken != Break::Nothing && stale.len() > 3 {
            let late = stale.remove(0);
            backend.answer(&late);
        }
        match broken {
            Break::Nothing => Ok(backend.answer(request)),
            Break::RequestLost => Err(TransportError::Unreachable),
            Break::Instead(status) => Ok(Response {
                status,
                ..Response::default()
            }),
            Break::AnswerLost => {
                backend.answer(request);
                Err(TransportError::Broken)
            }
            Break::Doubled => {
                stale.push(request.clone());
                Ok(backend.answer(request))
            }
            Break::AfterAll(status) => {
                backend.answer(request);
                Ok(Response {
                    status,
                    ..Response::default()
                })
            }
        }
    }
}

/// A folder to publish from, a backend, and an instant that a test moves.
pub struct Desk {
    pub folder: tempfile::TempDir,
    pub data_dir: DataDir,
    pub backend: Arc<Mutex<Backend>>,
    pub fault: Arc<Mutex<Fault>>,
    stale: Arc<Mutex<Vec<Request>>>,
    pub rounds: Rounds,
    pub now: DateTime<Utc>,
    pub events: Vec<Event>,
    seed: u64,
    operations: u128,
}

impl Desk {
    pub fn new(seed: u64) -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let data_dir = DataDir::open(folder.path(), Keyring::Avoid).expect("opened");
        let connection = Connection {
            id: HERE.into(),
            name: "Here".into(),
            url: "http://127.0.0.1:9/".into(),
        };
        data_dir.connections.put(connection).expect("kept");
        let backend = Arc::new(Mutex::new(Backend::default()));
        let fault: Arc<Mutex<Fault>> = Arc::new(Mutex::new(Box::new(|_: &Request| Break::Nothing)));
        let stale = Arc::default();
        let rounds = Rounds::new(
            data_dir.clone(),
            way_to(&backend, &fault, &stale),
            fastrand::Rng::with_seed(seed),
        );
        Desk {
            folder,
            data_dir,
            backend,
            fault,
            stale,
            rounds,
            now: "2026-11-23T10:00:00Z".parse().expect("an instant"),
            events: Vec::new(),
            seed,
            operations: 0,
        }
    }

    /// Restarts the program: only the disk is left.
    pub fn restart(&mut self) {
        self.rounds = Rounds::new(
            self.data_dir.clone(),
            transports(self),
            fastrand::Rng::with_seed(self.seed),
        );
    }

    pub fn backend(&self) -> MutexGuard<'_, Backend> {
        self.backend.lock().expect("no test panicked")
    }

    pub fn break_with(&self, fault: impl FnMut(&Request) -> Break + Send + 'static) {
        *self.fault.lock().expect("no test panicked") = Box::new(fault);
    }

    pub fn answer_next(&self, answer: Result<Response, TransportError>) {
        self.backend().scripted.push(answer);
    }

    pub fn operation(&mut self, campaign: &str, operation: Operation) -> Uuid {
        self.request(Subject::campaign(campaign), &campaign.to_uppercase(), operation)
    }

    pub fn publish_site(&mut self, document: &SiteDocument) -> Uuid {
        let operation = Operation::PublishSite(Box::new(document.clone()));
        self.request(Subject::Site, &document.name, operation)
    }

    fn request(&mut self, subject: Subject, name: &str, operation: Operation) -> Uuid {
        self.operations += 1;
        let intention = Intention {
            id: Uuid::from_u128(self.operations),
            library: LIBRARY.into(),
            connection: HERE.into(),
            subject,
            name: name.to_owned(),
            at: self.now,
            operation,
        };
        self.data_dir.outbox.add(&intention).expect("added");
        intention.id
    }

    pub fn launch(&mut self, campaign: &str, title: &str) -> Uuid {
        let launch = Launch::of(&draft(campaign, title), self.folder.path()).expect("no pictures");
        self.operation(campaign, Operation::Launch(Box::new(launch)))
    }

    /// Steps until nothing is due, advancing the clock to whatever is waited for.
    pub fn work(&mut self) {
        for _ in 0..10_000 {
            match self.step() {
                Step::Worked => {}
                Step::Until(at) => self.now = at,
                Step::Idle => return,
            }
        }
        panic!("it never ends: {:?}", self.events.last());
    }

    /// Makes one step. The clock runs on for as long as it takes, as a wait counts from the end of an exchange; a clock that stood still would
    /// seem set back, which ends every wait.
    pub fn step(&mut self) -> Step {
        self.now += TimeDelta::milliseconds(1);
        let begun = Instant::now();
        let events = &mut self.events;
        let step = self
            .rounds
            .step(self.now, &mut |event| events.push(event))
            .expect("the disk works");
        self.now += TimeDelta::from_std(begun.elapsed()).unwrap_or_default();
        step
    }

    pub fn entry(&self, campaign: &str) -> Entry {
        self.data_dir
            .ledger
            .get(&key(campaign))
            .expect("read")
            .expect("it is there")
    }

    pub fn standing(&self, campaign: &str, title: &str) -> Standing {
        let entry = self.data_dir.ledger.get(&key(campaign)).expect("read");
        let waiting = self.data_dir.outbox.queue().expect("listed").waiting;
        standing(&draft(campaign, title), LIBRARY, HERE, entry.as_ref(), &waiting)
    }

    pub fn waits(&self) -> Vec<What> {
        self.data_dir
            .outbox
            .queue()
            .expect("listed")
            .waiting
            .iter()
            .map(|queued| queued.what)
            .collect()
    }
}

/// The transport to a desk's backend.
pub fn transports(desk: &Desk) -> MakeTransport {
    way_to(&desk.backend, &desk.fault, &desk.stale)
}

fn way_to(backend: &Arc<Mutex<Backend>>, fault: &Arc<Mutex<Fault>>, stale: &Arc<Mutex<Vec<Request>>>) -> MakeTransport {
    let (backend, fault, stale) = (backend.clone(), fault.clone(), stale.clone());
    Arc::new(move |_| {
        Ok(Box::new(Line {
            backend: backend.clone(),
            fault: fault.clone(),
            stale: stale.clone(),
        }) as Box<dyn Transport>)
    })
}

pub fn draft(campaign: &str, title: &str) -> Campaign {
    let value = json!({
        "format": "beckon.campaign", "version": 1, "id": campaign, "name": campaign.to_uppercase(),
        "audience": { "all": [] }, "activity": { "join": "and", "conditions": [] },
        "content": { "type": "text", "text": title, "user_say": "Hi" },
        "schedule": { "repeat_cycle": null, "priority": 1 },
    });
    from_json(value.to_string().as_bytes()).expect("a campaign")
}

pub fn stored(campaign: &str, title: &str) -> Value {
    to_value(&draft(campaign, title))
}
