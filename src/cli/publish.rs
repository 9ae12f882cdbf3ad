//! `beckon publish`: launches campaign files, publishes a site document, or sends what waits.
//!
//! Every file goes through the outbox, so that a later process continues where this one stopped, whatever ended it.

mod drain;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;
use url::Url;

use super::arguments::Publish;
use super::check;
use super::input::{Draft, SiteFile};
use super::terminal::{Exit, Fault, Terminal};
use crate::clock;
use crate::library::{Library, LibraryError};
use crate::publish::{
    Connection, ConnectionError, DataDir, Intention, Kept, Keyring, Launch, Operation, Outcome, Subject, Token, What,
    check_address, data_dir_path,
};

/// The environment variable that holds a token.
const TOKEN_VARIABLE: &str = "BECKON_TOKEN";

/// What became of one campaign, or of a site document, in the shape of `--json`.
#[derive(Debug, Serialize)]
struct Line {
    #[serde(skip)]
    subject: Subject,
    /// Its file; `None` for an operation that was already waiting.
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    name: String,
    /// `launched`, `published`, `paused`, `taken_down`, `waiting`, `refused`, `conflict`, `superseded` or `given_up`.
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    launched_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

impl Line {
    fn is_fine(&self, offline: bool) -> bool {
        match self.outcome {
            "refused" | "conflict" => false,
            "waiting" => offline,
            _ => true,
        }
    }
}

pub(super) fn run(arguments: &Publish, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let (sites, campaigns): (Vec<_>, Vec<_>) = arguments.files.iter().cloned().partition(|file| SiteFile::is(file));
    let drafts = Draft::read_all(&campaigns)?;
    let site = the_only(&sites)?;
    let named = site.as_ref().map(|site| (site.file.as_path(), &site.document));
    if let Some(exit) = check::stop_launch(&drafts, named, terminal)? {
        return Ok(exit);
    }
    let launches = drafts.iter().map(launch_of).collect::<Result<Vec<_>, _>>()?;
    let folder = data_dir_path(None).ok_or_else(|| {
        Fault::new(
            "the system knows no folder for data",
            "name one in the environment variable BECKON_PUBLISHING",
        )
    })?;
    let data_dir = DataDir::open(folder, Keyring::System).map_err(|error| disk(&error))?;
    let known = data_dir.connections.list().unwrap_or_default();
    let connection = connection(&data_dir, &arguments.to, terminal)?;
    let token = match arguments.offline {
        true => None,
        false => Some(token(arguments, &data_dir, &connection).inspect_err(|_| {
            // An address that was mistyped leaves no connection behind.
            if !known.iter().any(|one| one.id == connection.id) {
                let _ = data_dir.connections.remove(&connection.id);
            }
        })?),
    };
    let mut requested = Vec::with_capacity(arguments.files.len());
    // First, so that no campaign is shown before what holds for all of them.
    if let Some(site) = &site {
        let intention = Intention {
            id: clock::new_id(),
            library: library_in(&data_dir, site.folder(), HashSet::new)?,
            connection: connection.id.clone(),
            subject: Subject::Site,
            name: site.document.name.clone(),
            at: clock::now(),
            operation: Operation::PublishSite(Box::new(site.document.clone())),
        };
        data_dir.outbox.add(&intention).map_err(|error| disk(&error))?;
        requested.push((site.file.as_path(), intention.id, intention.key()));
    }
    for (draft, launch) in drafts.iter().zip(launches) {
        let intention = Intention {
            id: clock::new_id(),
            library: library_in(&data_dir, draft.folder(), || HashSet::from([draft.campaign.id.clone()]))?,
            connection: connection.id.clone(),
            subject: Subject::campaign(&draft.campaign.id),
            name: draft.campaign.name.clone(),
            at: clock::now(),
            operation: Operation::Launch(Box::new(launch)),
        };
        data_dir.outbox.add(&intention).map_err(|error| disk(&error))?;
        requested.push((draft.file.as_path(), intention.id, intention.key()));
    }
    let lines = match token {
        None => drain::waiting(&data_dir, &connection, &requested)?,
        Some(token) => {
            let patience = Duration::from_secs(arguments.wait);
            drain::run(
                &data_dir,
                &connection,
                token,
                &requested,
                (patience, arguments.overwrite),
                terminal,
            )?
        }
    };
    for line in &lines {
        note_launch(line, terminal);
    }
    report(&connection, &lines, arguments.offline, terminal)
}

fn launch_of(draft: &Draft) -> Result<Launch, Fault> {
    if draft.campaign.id.is_empty() {
        let message = format!("`{}` has no identity", draft.file.display());
        return Err(Fault::found(
            message,
            "open it in the app once, or give it an `id` of its own",
        ));
    }
    Launch::of(&draft.campaign, draft.folder()).map_err(|error| Fault::found(error.to_string(), error.hint()))
}

/// Reads the site document among the files, if one is named.
fn the_only(files: &[PathBuf]) -> Result<Option<SiteFile>, Fault> {
    match files {
        [] => Ok(None),
        [file] => SiteFile::read(file).map(Some),
        [..] => Err(Fault::new(
            "several site documents are named, and a backend has one",
            "name the one of the site that the backend serves",
        )),
    }
}

/// The library of a folder, and whatever was kept of these campaigns `own` by an earlier version.
fn library_in(data_dir: &DataDir, folder: &Path, own: impl FnOnce() -> HashSet<String>) -> Result<String, Fault> {
    let library = data_dir.libraries.name(folder).map_err(|error| disk(&error))?;
    data_dir.adopt(&library, own).map_err(|error| disk(&error))?;
    Ok(library)
}

/// Returns the connection of this name or address, creating one for a new address.
fn connection(data_dir: &DataDir, meant: &str, terminal: &mut Terminal<'_>) -> Result<Connection, Fault> {
    let refused = |error: ConnectionError| Fault::new(error.to_string(), error.hint());
    let found = data_dir.connections.find(meant).map_err(refused)?;
    let url = match &found {
        Some(connection) => connection.url.clone(),
        None if !meant.contains("://") => {
            let message = format!("no connection is called `{meant}`");
            return Err(Fault::new(
                message,
                "name one of the app's connections, or an address such as https://campaigns.example.com",
            ));
        }
        None => meant.to_owned(),
    };
    let address = check_address(&url).map_err(refused)?;
    if address.unencrypted {
        let message = format!(
            "{} is not encrypted: others on the way can read campaigns and token, and change them",
            address.url
        );
        terminal.note(&message, "use an address that starts with https");
    }
    if let Some(connection) = found {
        return Ok(connection);
    }
    let host = Url::parse(&address.url).ok().and_then(|url| {
        let host = url.host_str()?.to_owned();
        Some(url.port().map_or(host.clone(), |port| format!("{host}:{port}")))
    });
    let name = host.unwrap_or_else(|| address.url.clone());
    let id = clock::new_id().to_string();
    let mut last = None;
    for name in [name.clone(), address.url.clone(), format!("{name} {id}")] {
        let (id, url) = (id.clone(), address.url.clone());
        match data_dir.connections.put(Connection { id, name, url }) {
            Ok(connection) => return Ok(connection),
            Err(error @ ConnectionError::Name) => last = Some(error),
            Err(error) => return Err(refused(error)),
        }
    }
    Err(refused(last.unwrap_or(ConnectionError::Name)))
}

/// Returns the token: as given, else from the environment, else as stored by the app.
fn token(arguments: &Publish, data_dir: &DataDir, connection: &Connection) -> Result<Token, Fault> {
    let given = arguments.token.clone();
    let given = given.or_else(|| std::env::var(TOKEN_VARIABLE).ok().filter(|text| !text.is_empty()));
    if let Some(text) = given {
        let hint = "copy it again from where the backend shows it";
        return Token::new(&text).ok_or_else(|| Fault::new("the token cannot be one", hint));
    }
    let kept = data_dir.tokens.get(&connection.id);
    match kept.map_err(|error| Fault::new(error.to_string(), error.hint()))? {
        Some((token, Kept::Keyring | Kept::File)) => Ok(token),
        None => {
            let message = format!("there is no token for {}", connection.url);
            let hint = format!("give one with --token, in {TOKEN_VARIABLE}, or in the app; or use --offline");
            Err(Fault::new(message, hint))
        }
    }
}

/// Notes in a campaign's file when it was launched. The ledger has it too, so an unwritable file is not a failure.
fn note_launch(line: &Line, terminal: &mut Terminal<'_>) {
    let (Subject::Campaign(_), Some(file), Some(at)) = (&line.subject, &line.file, &line.launched_at) else {
        return;
    };
    let file = Path::new(file);
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let noted = (|| {
        let stored = Library::load(file).map_err(|error| error.to_string())?;
        let mut campaign = stored.campaign;
        if campaign.launched_at.as_ref() == Some(at) {
            return Ok(());
        }
        campaign.launched_at = Some(at.clone());
        let library = Library::open(folder).map_err(|error| error.to_string())?;
        library
            .save(&stored.tag, &campaign)
            .map(drop)
            .map_err(|error| error.to_string())
    })();
    if let Err(why) = noted {
        terminal.note(
            &format!("the instant of the launch is not in `{}`: {why}", file.display()),
            "it is launched all the same; the app will note it",
        );
    }
}

fn report(connection: &Connection, lines: &[Line], offline: bool, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    if terminal.json {
        let (campaigns, sites): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.subject != Subject::Site);
        terminal.value(&serde_json::json!({
            "connection": connection.name, "url": connection.url, "campaigns": campaigns, "sites": sites,
        }))?;
    } else if lines.is_empty() {
        terminal.line(&format!("nothing waits for {}", connection.name))?;
    }
    let json = terminal.json;
    for line in lines.iter().filter(|_| !json) {
        let said = match line.outcome {
            "launched" | "published" => format!("live at {}", connection.name),
            "paused" => format!("paused at {}", connection.name),
            "taken_down" => format!("taken down from {}", connection.name),
            "waiting" => format!("waits to be published to {}", connection.name),
            "conflict" => format!("was changed at {} by somebody else", connection.name),
            "superseded" => "a later one took its place".to_owned(),
            "given_up" => "was given up".to_owned(),
            _ => "was refused".to_owned(),
        };
        terminal.line(&format!("{}: {said}", line.name))?;
        if let Some(message) = &line.message {
            terminal.problem(message, line.hint.as_deref().unwrap_or_default());
        }
    }
    match lines.iter().all(|line| line.is_fine(offline)) {
        true => Ok(Exit::Yes),
        false => Ok(Exit::No),
    }
}

fn disk(error: &LibraryError) -> Fault {
    Fault::new(error.to_string(), error.hint())
}

/// The word for how an operation of this kind ended.
fn ended(outcome: Outcome, what: What, subject: &Subject) -> &'static str {
    match outcome {
        Outcome::Done => match (what, subject) {
            (What::Launch, Subject::Campaign(_)) => "launched",
            (What::Launch, Subject::Site) => "published",
            (What::Pause, _) => "paused",
            (What::TakeDown, _) => "taken_down",
        },
        Outcome::Refused => "refused",
        Outcome::GivenUp => "given_up",
        Outcome::Superseded => "superseded",
    }
}

/// A file's name as results have it.
fn name_of(file: &Path) -> String {
    PathBuf::from(file).to_string_lossy().into_owned()
}
