//! One drain of the outbox in the foreground, with its progress on standard error.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use uuid::Uuid;

use super::{Line, disk, ended, name_of};
use crate::cli::terminal::{Fault, Terminal};
use crate::clock;
use crate::library::{LibraryError, SITE_FILE};
use crate::publish::{
    About, Choice, Connection, ConnectionLock, DataDir, Entry, EntryKey, Event, Outcome, Queued, Refusal, Rounds, Step,
    Subject, Token, What, over_http,
};

/// How often the right to send is asked for while another process has it.
const ASK: Duration = Duration::from_millis(50);

/// How often one drain puts ours over theirs for one campaign: who changes it that fast changes it on purpose.
const MOST_OVERWRITES: u32 = 5;

/// The least time for an exchange: less would not be a real attempt.
const SHORTEST: Duration = Duration::from_secs(1);

/// What this call requested: the campaign's file, the operation's identity, and its key.
pub(super) type Requested<'f> = (&'f Path, Uuid, EntryKey);

/// What was heard of each operation, and why the connection does not answer, if it does not.
#[derive(Default)]
struct Heard {
    ended: BTreeMap<Uuid, (About, Ending)>,
    trouble: Option<(String, String)>,
    conflicts: Vec<EntryKey>,
}

struct Ending {
    outcome: Outcome,
    launched_at: Option<String>,
    words: Option<(String, String)>,
}

/// Sends what waits for a connection until all is done, or the backend has not answered for as long as `patience`.
pub(super) fn run(
    data_dir: &DataDir,
    connection: &Connection,
    token: Token,
    requested: &[Requested<'_>],
    (patience, overwrite): (Duration, bool),
    terminal: &mut Terminal<'_>,
) -> Result<Vec<Line>, Fault> {
    let transports = over_http(move |_| Ok(Some(token.clone())));
    let mut rounds = Rounds::new(data_dir.clone(), transports, fastrand::Rng::new()).only(&connection.id);
    let mut heard = Heard::default();
    let Some(lock) = lock(data_dir, connection, patience).map_err(|error| disk(&error))? else {
        let hint = "the other one sends this, too; wait for it, or run this again later";
        terminal.problem(
            &format!("another Beckon is publishing to {} just now", connection.name),
            hint,
        );
        return waiting(data_dir, connection, requested);
    };
    if overwrite {
        let waiting = data_dir.outbox.queue().map_err(|error| disk(&error))?.waiting;
        let mine = waiting.iter().filter(|queued| queued.key.connection == connection.id);
        heard.conflicts = mine
            .filter(|queued| contested(queued, data_dir.ledger.get(&queued.key).ok().flatten().as_ref()))
            .map(|queued| queued.key.clone())
            .collect();
    }
    let drained = drain(&mut rounds, patience, overwrite, &mut heard, terminal);
    drop(lock);
    drained.map_err(|error| disk(&error))?;
    lines(data_dir, connection, requested, &heard).map_err(|error| disk(&error))
}

fn lock(
    data_dir: &DataDir,
    connection: &Connection,
    patience: Duration,
) -> Result<Option<ConnectionLock>, LibraryError> {
    let begun = Instant::now();
    loop {
        match data_dir.try_lock(&connection.id)? {
            Some(lock) => return Ok(Some(lock)),
            None if begun.elapsed() >= patience => return Ok(None),
            None => thread::sleep(ASK),
        }
    }
}

fn drain(
    rounds: &mut Rounds,
    patience: Duration,
    overwrite: bool,
    heard: &mut Heard,
    terminal: &mut Terminal<'_>,
) -> Result<(), LibraryError> {
    let mut answered = Instant::now();
    let mut overwritten: BTreeMap<EntryKey, u32> = BTreeMap::new();
    loop {
        for key in std::mem::take(&mut heard.conflicts).iter().filter(|_| overwrite) {
            let times = overwritten.entry(key.clone()).or_default();
            *times += 1;
            if *times > MOST_OVERWRITES {
                continue;
            }
            rounds.resolve(key, Choice::KeepMine, &mut |event| heard.hear(event, terminal))?;
        }
        rounds.limit(patience.saturating_sub(answered.elapsed()).max(SHORTEST));
        match rounds.step(clock::now(), &mut |event| heard.hear(event, terminal))? {
            Step::Worked if heard.trouble.is_none() => answered = Instant::now(),
            Step::Worked if answered.elapsed() > patience => return Ok(()),
            Step::Worked => {}
            Step::Idle if overwrite && !heard.conflicts.is_empty() => {}
            Step::Idle => return Ok(()),
            Step::Until(at) => {
                let wait = (at - clock::now()).to_std().unwrap_or_default();
                if answered.elapsed() + wait > patience {
                    return Ok(());
                }
                thread::sleep(wait);
            }
        }
    }
}

impl Heard {
    fn hear(&mut self, event: Event, terminal: &mut Terminal<'_>) {
        match event {
            Event::Sent { about, launched_at, .. } => {
                self.trouble = None;
                self.end(about, Outcome::Done, launched_at, None);
            }
            Event::Ended { about, outcome } => self.end(about, outcome, None, None),
            Event::Refused { about, refusal } => {
                self.end(about, Outcome::Refused, None, Some(words(&refusal)));
            }
            Event::Conflict { about, .. } => self.conflicts.push(about.key),
            Event::Waiting { reason, .. } => {
                terminal.note(&reason.to_string(), "trying again");
                self.trouble = Some((reason.to_string(), reason.hint().into_owned()));
            }
            Event::Stopped { reason, .. } => self.trouble = Some((reason.to_string(), reason.hint().into_owned())),
            Event::Online { .. } => self.trouble = None,
            Event::Trouble(error) => terminal.problem(&error.to_string(), error.hint()),
            Event::Sending(about) => {
                let name = called(&about.name, &about.key.subject);
                terminal.note(&format!("{name}: sending"), "");
            }
            Event::Refreshed { .. } | Event::Idle => {}
        }
    }

    fn end(&mut self, about: About, outcome: Outcome, launched_at: Option<String>, words: Option<(String, String)>) {
        let ending = Ending {
            outcome,
            launched_at,
            words,
        };
        self.ended.insert(about.intention, (about, ending));
    }
}

/// Returns the message when nothing was sent.
pub(super) fn waiting(
    data_dir: &DataDir,
    connection: &Connection,
    requested: &[Requested<'_>],
) -> Result<Vec<Line>, Fault> {
    lines(data_dir, connection, requested, &Heard::default()).map_err(|error| disk(&error))
}

/// What became of the operations of this call, of those that were sent along, and of those that still wait.
fn lines(
    data_dir: &DataDir,
    connection: &Connection,
    requested: &[Requested<'_>],
    heard: &Heard,
) -> Result<Vec<Line>, LibraryError> {
    let files: HashMap<Uuid, &Path> = requested
        .iter()
        .map(|(file, operation, _)| (*operation, *file))
        .collect();
    let file = |id: &Uuid| files.get(id).map(|file| name_of(file));
    let mut lines: BTreeMap<Uuid, Line> = BTreeMap::new();
    for (id, (about, ending)) in &heard.ended {
        lines.insert(*id, ended_line(file(id), about, ending));
    }
    let queue = data_dir.outbox.queue()?;
    for queued in queue
        .waiting
        .iter()
        .filter(|queued| queued.key.connection == connection.id)
    {
        // An unreadable page has been reported, and must not hide the others.
        let entry = data_dir.ledger.get(&queued.key).ok().flatten();
        lines.insert(queued.id, waiting_line(file(&queued.id), queued, entry.as_ref(), heard));
    }
    // The ledger shows what another process sent meanwhile.
    for (file, operation, key) in requested {
        let entry = data_dir.ledger.get(key).ok().flatten();
        let ended = entry.and_then(|entry| Some((entry.last.filter(|(last, _)| last == operation)?.1, entry)));
        if let Some((outcome, entry)) = ended.filter(|_| !lines.contains_key(operation)) {
            lines.insert(*operation, elsewhere_line(Some(name_of(file)), &entry, outcome));
        }
    }
    Ok(lines.into_values().collect())
}

fn ended_line(file: Option<String>, about: &About, ending: &Ending) -> Line {
    let outcome = ended(ending.outcome, about.what, &about.key.subject);
    let (message, hint) = ending.words.clone().unzip();
    Line {
        file,
        id: about.key.subject.campaign_id().map(str::to_owned),
        name: called(&about.name, &about.key.subject),
        subject: about.key.subject.clone(),
        outcome,
        launched_at: ending.launched_at.clone().filter(|_| outcome == "launched"),
        message,
        hint,
    }
}

fn waiting_line(file: Option<String>, queued: &Queued, entry: Option<&Entry>, heard: &Heard) -> Line {
    let conflict = contested(queued, entry);
    let name = called(&queued.name, &queued.key.subject);
    let (message, hint) = match conflict {
        true => Some((
            format!("`{name}` was changed at the backend by somebody else since it was last seen here"),
            "open it in the app to see both and choose, or put yours over it with --overwrite".to_owned(),
        )),
        false => heard.trouble.clone(),
    }
    .unzip();
    Line {
        file,
        id: queued.key.subject.campaign_id().map(str::to_owned),
        name,
        subject: queued.key.subject.clone(),
        outcome: if conflict { "conflict" } else { "waiting" },
        launched_at: None,
        message,
        hint,
    }
}

/// Whether an operation waits for the user to choose between two versions.
fn contested(queued: &Queued, entry: Option<&Entry>) -> bool {
    let conflict = entry.and_then(|entry| entry.conflict.as_ref());
    conflict.is_some_and(|conflict| conflict.intention == queued.id)
}

/// The name for people: a site may have none.
fn called(name: &str, subject: &Subject) -> String {
    match subject {
        Subject::Site if name.trim().is_empty() => SITE_FILE.to_owned(),
        Subject::Campaign(_) | Subject::Site => name.to_owned(),
    }
}

/// A refusal and its remedy.
fn words(refusal: &Refusal) -> (String, String) {
    (refusal.message().into_owned(), refusal.hint().to_owned())
}

fn elsewhere_line(file: Option<String>, entry: &Entry, outcome: Outcome) -> Line {
    let refusal = entry.refusal.as_ref().filter(|_| outcome == Outcome::Refused);
    let (message, hint) = refusal.map(words).unzip();
    let outcome = ended(outcome, What::Launch, &entry.subject);
    Line {
        file,
        id: entry.subject.campaign_id().map(str::to_owned),
        name: called(&entry.name, &entry.subject),
        subject: entry.subject.clone(),
        outcome,
        launched_at: entry.launched_at.clone().filter(|_| outcome == "launched"),
        message,
        hint,
    }
}
