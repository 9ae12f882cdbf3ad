//! Client and backend killed at random instants, in the middle of saving and of publishing: nothing is lost, nothing is
//! resurrected, every file is valid.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use beckon::campaign::Campaign;
use beckon::library::Library;
use beckon::publish::{DataDir, Entry, EntryKey, Keyring, Launch, Operation, Rounds, Step, Token, over_http};
use serde_json::Value;

use super::support::{Desk, HERE, Witness, campaign, connect, identity, operation, seed, times};

/// Names the folder in which the helper works.
const HELPER: &str = "BECKON_TEST_HELPER";
const DRAFT: &str = "a.campaign.json";

/// The current number of a draft: its name, and its text.
fn number(campaign: &Campaign) -> u64 {
    let text = campaign
        .content
        .text
        .as_deref()
        .and_then(|text| text.strip_prefix("Text "));
    let number = text.and_then(|number| number.parse().ok()).expect("a number");
    assert_eq!(campaign.name, format!("{number}"), "a file of two versions");
    number
}

/// Not a test of its own: the client to be killed. It edits, saves, publishes and sends as fast as it can, and reports what it did.
#[test]
fn helper() {
    let Ok(folder) = std::env::var(HELPER) else { return };
    let folder = Path::new(&folder);
    let library = Library::open_with_rescue(folder.join("library"), None).expect("a library");
    let data_dir = DataDir::open(folder.join("data_dir"), Keyring::Avoid).expect("a data_dir");
    let token = std::fs::read_to_string(folder.join("token")).expect("a token");
    let token = Token::new(&token).expect("a token");
    let mut rounds = Rounds::new(
        data_dir.clone(),
        over_http(move |_| Ok(Some(token.clone()))),
        fastrand::Rng::new(),
    );
    let lock = data_dir.lock(HERE).expect("nobody else sends");
    let identity = data_dir.libraries.name(library.dir()).expect("named");
    let path = library.dir().join(DRAFT);
    for _ in 0..100_000 {
        let mut stored = Library::load(&path).expect("the draft is valid");
        let next = number(&stored.campaign) + 1;
        stored.campaign.name = next.to_string();
        stored.campaign.content.text = Some(format!("Text {next}"));
        library
            .recovery()
            .note(&path, Some(stored.tag.hash), &stored.campaign)
            .expect("noted");
        library.save(&stored.tag, &stored.campaign).expect("saved");
        println!("saved {next}");
        let launch = Launch::of(&stored.campaign, library.dir()).expect("no pictures");
        let mut intention = operation(&stored.campaign.id, Operation::Launch(Box::new(launch)));
        intention.name = next.to_string();
        intention.library.clone_from(&identity);
        data_dir.outbox.add(&intention).expect("added");
        println!("requested {next}");
        for _ in 0..4 {
            if let Step::Until(_) = rounds.step(beckon::clock::now(), &mut |_| {}).expect("the disk works") {
                rounds.retry_now(None);
            }
        }
    }
    drop(lock);
}

/// A backend that can be killed.
struct Backend {
    child: Child,
    url: String,
    token: String,
}

impl Backend {
    fn start(desk: &Desk, port: &str) -> Backend {
        let mut child = desk
            .command(&["serve", "--json", "--show-token", "--port", port, "--data", "backend"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut text = String::new();
        let mut lines = BufReader::new(child.stdout.take().expect("piped"));
        while lines.read_line(&mut text).expect("it says where it is") > 0 && !text.ends_with("}\n") {}
        let said: Value = serde_json::from_str(&text).expect("JSON");
        let word = |key: &str| said[key].as_str().expect("a word").to_owned();
        Backend {
            url: word("url"),
            token: word("token"),
            child,
        }
    }

    fn port(&self) -> String {
        self.url.rsplit(':').next().expect("a port").to_owned()
    }
}

impl Drop for Backend {
    fn drop(&mut self) {
        kill(&mut self.child);
    }
}

fn kill(child: &mut Child) {
    // It may already have ended.
    let _ = child.kill();
    let _ = child.wait();
}

/// What a client reported before it was killed.
#[derive(Debug, Default, Clone, Copy)]
struct Said {
    saved: u64,
    requested: u64,
}

fn run_and_kill_helper(desk: &Desk, chance: &mut fastrand::Rng) -> Said {
    let (_, here) = module_path!().split_once("::").expect("a module of the program");
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args([
            "--exact",
            &format!("{here}::helper"),
            "--nocapture",
            "--test-threads",
            "1",
        ])
        .env(HELPER, desk.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let (lines, more) = (chance.usize(0..12), Duration::from_micros(chance.u64(0..15_000)));
    let mut said = Said::default();
    let mut output = BufReader::new(child.stdout.take().expect("piped")).lines();
    let hear = |line: &str, said: &mut Said| match line.split_once(' ') {
        Some(("saved", number)) => said.saved = number.parse().expect("a number"),
        Some(("requested", number)) => said.requested = number.parse().expect("a number"),
        _ => {}
    };
    for line in output.by_ref().take(lines + 3).map_while(Result::ok) {
        hear(&line, &mut said);
    }
    thread::sleep(more);
    kill(&mut child);
    for line in output.map_while(Result::ok) {
        hear(&line, &mut said);
    }
    said
}

/// The command line's own publish, killed soon after its start.
fn run_and_kill_publish(desk: &Desk, url: &str, chance: &mut fastrand::Rng) {
    let mut command = desk.command(&["publish", &format!("library/{DRAFT}"), "--to", url, "--wait", "1"]);
    let token = desk.read("token");
    let child = command
        .env("BECKON_TOKEN", token)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.expect("it starts");
    thread::sleep(Duration::from_micros(chance.u64(2_000..120_000)));
    kill(&mut child);
}

/// Returns the highest number requested or done, according to the disk alone.
fn known(data_dir: &DataDir, library: &str) -> u64 {
    let queue = data_dir.outbox.queue().expect("listed");
    assert!(queue.troubles.is_empty(), "{:?}", queue.troubles);
    assert!(data_dir.outbox.put_aside().is_empty());
    let requested = queue
        .waiting
        .iter()
        .map(|queued| queued.name.parse().expect("a number"));
    let entry = data_dir
        .ledger
        .get(&EntryKey::new(library, HERE, &identity(1)))
        .expect("the ledger is valid");
    if let Some(entry) = &entry {
        assert!(entry.conflict.is_none() && entry.refusal.is_none(), "{entry:?}");
    }
    let done = entry.as_ref().and_then(Entry::live_campaign).map(number);
    requested.chain(done).max().unwrap_or(0)
}

#[test]
fn killed_at_any_instant_nothing_is_lost_or_doubled() {
    let kills = times("BECKON_KILLS", 24);
    let seed = seed();
    println!("{kills} kills, seed {seed}");
    let mut chance = fastrand::Rng::with_seed(seed);
    let desk = Desk::new();
    let mut backend = Backend::start(&desk, "0");
    desk.write("token", &backend.token);
    let mut first = campaign(&identity(1), "Text 0");
    first["name"] = "0".into();
    let path = desk.write(&format!("library/{DRAFT}"), first.to_string());
    let data_dir = desk.data_dir();
    connect(&data_dir, &backend.url);
    let library = data_dir.libraries.name(&desk.path("library")).expect("named");
    let (mut said, mut live, mut known_before) = (Said::default(), 0, 0);
    let mut backends = 0;
    for kill_number in 0..kills {
        let both = chance.u8(0..4) == 0;
        if both {
            // The backend dies while the client is at work, and comes back where it was.
            let (port, delay) = (backend.port(), Duration::from_micros(chance.u64(0..40_000)));
            let killer = thread::spawn(move || {
                thread::sleep(delay);
                drop(backend);
            });
            let now = run_and_kill_helper(&desk, &mut chance);
            said = Said {
                saved: said.saved.max(now.saved),
                requested: said.requested.max(now.requested),
            };
            killer.join().expect("killed");
            backend = Backend::start(&desk, &port);
            backends += 1;
        } else if chance.bool() {
            let now = run_and_kill_helper(&desk, &mut chance);
            said = Said {
                saved: said.saved.max(now.saved),
                requested: said.requested.max(now.requested),
            };
        } else {
            let url = backend.url.clone();
            run_and_kill_publish(&desk, &url, &mut chance);
        }
        let at = format!("kill {kill_number}, seed {seed}");
        let draft = Library::load(&path).unwrap_or_else(|error| panic!("{at}: {error}"));
        let saved = number(&draft.campaign);
        assert!(
            saved >= said.saved,
            "{at}: a save was lost: {saved} after {}",
            said.saved
        );
        let known = known(&data_dir, &library);
        assert!(
            known >= said.requested.max(known_before),
            "{at}: an operation was lost: {known} after {}",
            said.requested
        );
        assert!(known <= saved, "{at}: {known} was requested before {saved} was saved");
        known_before = known;
        let witness = Witness::new(&backend.url, &backend.token);
        let now = witness
            .live_text(&identity(1))
            .map_or(0, |text| text["Text ".len()..].parse().expect("a number"));
        assert!(
            now >= live && now <= known,
            "{at}: {now} is live after {live}, requested {known}"
        );
        live = now;
        drop(
            data_dir
                .try_lock(HERE)
                .expect("locks work")
                .expect("who died holds no lock"),
        );
    }
    let answer = desk.run(&["publish", "--to", "Here", "--token", &backend.token]);
    assert_eq!(answer.code, 0, "seed {seed}: {answer:?}");
    let witness = Witness::new(&backend.url, &backend.token);
    assert_eq!(
        witness.live_text(&identity(1)),
        Some(format!("Text {known_before}")),
        "seed {seed}"
    );
    assert!(
        data_dir.outbox.queue().expect("listed").waiting.is_empty(),
        "seed {seed}"
    );
    println!(
        "{known_before} launches requested, {} saves, the backend killed {backends} times",
        said.saved
    );
}
