//! From a click to the outbox: the campaign as it is at the click, checked, and written to disk before it is reported as on its way.
//! Everything here runs on the disk worker, in the order of the clicks, and is done even when the window closes right after the click.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::{LOCAL, LocalServer, LocalSetup, Published, start_local};
use crate::{
    campaign::Campaign,
    clock,
    insight::{self, Severity},
    library::{Library, Why},
    publish::{DataDir, Intention, Launch, Operation, Standing, What},
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
        /// The identity of its campaign.
        campaign: String,
    },
    /// This many findings stop the launch.
    Stopped(usize),
    /// Somebody else changed the campaign at the backend: the user has to choose first.
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
    let campaign = match wanted.campaign {
        Some(campaign) => *campaign,
        None => Library::load(&wanted.path).map_err(Trouble::from)?.campaign,
    };
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
    let connection = match outlet {
        Outlet::Connection(connection) => connection.clone(),
        Outlet::ThisComputer(setup) => {
            *started = start_for(data_dir, setup)?;
            LOCAL.to_owned()
        }
    };
    let name = data_dir.libraries.name(library.dir()).map_err(Trouble::from)?;
    let intention = Intention {
        id: clock::new_id(),
        library: name.clone(),
        connection,
        campaign: campaign.id.clone(),
        name: campaign.name.clone(),
        at,
        operation,
    };
    data_dir.outbox.add(&intention).map_err(Trouble::from)?;
    if wanted.what == What::Launch {
        // Failing to keep a version does not prevent the launch.
        let _ = library.keep_version(&wanted.path, &campaign, Why::Launched, at);
    }
    Ok(Requested::Put {
        library: name,
        campaign: campaign.id,
    })
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
    let pictures = LibraryPictures(library.dir().to_owned());
    let site = library.site_look();
    let context = insight::Context {
        pictures: &pictures,
        site: site.as_ref(),
        now: Some(at),
    };
    let findings = insight::check_and_examine(campaign, context);
    let errors = findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error)
        .count();
    if errors > 0 {
        return Err(Requested::Stopped(errors));
    }
    match published.standing(campaign) {
        Standing::Conflict => Err(Requested::Conflict),
        Standing::Live => Err(Requested::NothingNew),
        Standing::Draft | Standing::Waiting | Standing::ChangedSinceLaunch | Standing::Paused | Standing::Refused => {
            Ok(())
        }
    }
}

impl From<Trouble> for Requested {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}
