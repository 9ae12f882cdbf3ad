//! From a click to the outbox: the campaign as it is at the click, checked, and written to disk before it is reported as on its way.
//! Everything here runs on the disk worker, in the order of the clicks, and is done even when the window closes right after the click.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::{LOCAL, LocalServer, LocalSetup, Published, start_local};
use crate::{
    campaign::{Campaign, SiteDocument},
    clock,
    insight::{self, Finding, Severity},
    library::{Library, Why},
    publish::{DataDir, Intention, Launch, Operation, SiteStanding, Standing, Subject, What},
    studio::{
        pictures::LibraryPictures,
        trouble::{self, Trouble},
    },
};

/// What the user wants for a campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Its file.
    pub path: PathBuf,
    /// What.
    pub what: What,
    /// The campaign as at the click; none for one that is only in its file.
    pub campaign: Option<Box<Campaign>>,
}

/// Where an operation goes.
#[derive(Debug, Clone)]
pub enum Outlet {
    /// To the connection of this identity.
    Connection(String),
    /// To the server on this computer, which is started for it.
    ThisComputer(Box<LocalSetup>),
}

/// The result of an operation.
#[derive(Debug)]
pub enum Requested {
    /// It is in the outbox.
    Put {
        /// The library's identity in publishing.
        library: String,
        /// What of it.
        subject: Subject,
    },
    /// This many findings stop the launch.
    Stopped(usize),
    /// Somebody else changed it at the backend: the user has to choose first.
    Conflict,
    /// The live version equals what would be launched.
    NothingNew,
    /// Something went wrong, and nothing was requested.
    Trouble(Trouble),
}

/// The outcome of an operation's job.
#[derive(Debug)]
pub struct CarriedOut {
    /// The result.
    pub requested: Requested,
    /// The server on this computer, if it was started for it. It keeps running even if something fails afterwards.
    pub started: Option<LocalServer>,
}

/// Checks an operation and puts it into the outbox. A launch becomes a version of its campaign. Reads and writes the disk, and asks the solver.
pub fn carry_out(
    data_dir: &DataDir,
    outlet: &Outlet,
    wanted: Wanted,
    library: &Library,
    published: &Published,
    at: DateTime<Utc>,
) -> CarriedOut {
    let mut started = None;
    let requested = operation(data_dir, outlet, wanted, library, published, at, &mut started);
    CarriedOut {
        requested: requested.unwrap_or_else(|stopped| stopped),
        started,
    }
}

fn operation(
    data_dir: &DataDir,
    outlet: &Outlet,
    wanted: Wanted,
    library: &Library,
    published: &Published,
    at: DateTime<Utc>,
    started: &mut Option<LocalServer>,
) -> Result<Requested, Requested> {
    let written = match wanted.campaign {
        Some(campaign) => *campaign,
        None => Library::load(&wanted.path).map_err(Trouble::from)?.campaign,
    };
    // What leaves the library has the conditions of its saved audiences in their places.
    let campaign = written.inlined(&library.known_audiences());
    if wanted.what == What::Launch {
        may_launch(&campaign, library, published, at)?;
    }
    let operation = match wanted.what {
        What::Launch => {
            let launch = Launch::of(&campaign, library.dir());
            Operation::Launch(Box::new(launch.map_err(Trouble::from)?))
        }
        What::Pause => Operation::Pause,
        What::TakeDown => Operation::TakeDown,
    };
    let connection = connection_of(data_dir, outlet, started)?;
    let name = data_dir.libraries.name(library.dir()).map_err(Trouble::from)?;
    let intention = Intention {
        id: clock::new_id(),
        library: name.clone(),
        connection,
        subject: Subject::campaign(&campaign.id),
        name: campaign.name.clone(),
        at,
        operation,
    };
    data_dir.outbox.add(&intention).map_err(Trouble::from)?;
    if wanted.what == What::Launch {
        // Failing to keep a version does not prevent the launch.
        let _ = library.keep_version(&wanted.path, &written, Why::Launched, at);
    }
    Ok(Requested::Put {
        library: name,
        subject: Subject::Campaign(campaign.id),
    })
}

/// Checks the site document and puts it into the outbox. Reads and writes the disk.
pub fn carry_out_site(
    data_dir: &DataDir,
    outlet: &Outlet,
    document: SiteDocument,
    library: &Library,
    published: &Published,
    at: DateTime<Utc>,
) -> CarriedOut {
    let mut started = None;
    let requested = site_operation(data_dir, outlet, document, library, published, at, &mut started);
    CarriedOut {
        requested: requested.unwrap_or_else(|stopped| stopped),
        started,
    }
}

fn site_operation(
    data_dir: &DataDir,
    outlet: &Outlet,
    document: SiteDocument,
    library: &Library,
    published: &Published,
    at: DateTime<Utc>,
    started: &mut Option<LocalServer>,
) -> Result<Requested, Requested> {
    stop_for(&insight::check_site(&document))?;
    match published.site_standing(&document) {
        SiteStanding::Conflict => return Err(Requested::Conflict),
        SiteStanding::Live => return Err(Requested::NothingNew),
        SiteStanding::Waiting
        | SiteStanding::Refused
        | SiteStanding::Unpublished
        | SiteStanding::Changed(_)
        | SiteStanding::ChangedThere => {}
    }
    let connection = connection_of(data_dir, outlet, started)?;
    let name = data_dir.libraries.name(library.dir()).map_err(Trouble::from)?;
    let intention = Intention {
        id: clock::new_id(),
        library: name.clone(),
        connection,
        subject: Subject::Site,
        name: document.name.clone(),
        at,
        operation: Operation::PublishSite(Box::new(document)),
    };
    data_dir.outbox.add(&intention).map_err(Trouble::from)?;
    Ok(Requested::Put {
        library: name,
        subject: Subject::Site,
    })
}

/// Returns the identity of the connection that an operation goes to.
fn connection_of(data_dir: &DataDir, outlet: &Outlet, started: &mut Option<LocalServer>) -> trouble::Result<String> {
    match outlet {
        Outlet::Connection(connection) => Ok(connection.clone()),
        Outlet::ThisComputer(setup) => {
            *started = start_for(data_dir, setup)?;
            Ok(LOCAL.to_owned())
        }
    }
}

/// Starts the server on this computer, unless an operation before this one has done so.
fn start_for(data_dir: &DataDir, setup: &LocalSetup) -> trouble::Result<Option<LocalServer>> {
    let known = data_dir.connections.list().unwrap_or_default();
    if known.iter().any(|connection| connection.id == LOCAL) && setup.token.is_known() {
        return Ok(None);
    }
    start_local(setup, data_dir).map(Some)
}

fn may_launch(
    campaign: &Campaign,
    library: &Library,
    published: &Published,
    at: DateTime<Utc>,
) -> Result<(), Requested> {
    let pictures = LibraryPictures::new(library.dir().to_owned());
    let site = library.known_site();
    let context = insight::Context {
        pictures: &pictures,
        site: site.as_ref().into(),
        now: Some(at),
    };
    let findings = insight::check_and_examine(campaign, context);
    stop_for(&findings)?;
    match published.standing(campaign) {
        Standing::Conflict => Err(Requested::Conflict),
        Standing::Live => Err(Requested::NothingNew),
        Standing::Draft | Standing::Waiting | Standing::ChangedSinceLaunch | Standing::Paused | Standing::Refused => {
            Ok(())
        }
    }
}

/// # Errors
/// When there are findings that stop it.
fn stop_for(findings: &[Finding]) -> Result<(), Requested> {
    let is_error = |finding: &&Finding| finding.severity() == Severity::Error;
    match findings.iter().filter(is_error).count() {
        0 => Ok(()),
        errors => Err(Requested::Stopped(errors)),
    }
}

impl From<Trouble> for Requested {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}
