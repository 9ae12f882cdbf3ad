//! From a click to the outbox: what is requested for a campaign is one job of the disk worker, so that closing the window right after the
//! click loses nothing.

use std::path::Path;

use super::{App, Event, Unfinished, using::Use};
use crate::{
    publish::What,
    studio::{
        keeping,
        publishing::{CarriedOut, LOCAL, LocalState, Outlet, Requested, Snapshot, Wanted, carry_out},
        tone::Tone,
    },
};

/// What the job is called: the key of a text.
const OPERATION: &str = "busy-launch";

impl App {
    /// Requests an operation on the campaign of a file. A launch is checked first.
    pub(super) fn request_operation(&mut self, path: &Path, what: What) {
        let Some(data_dir) = self.publishing.data_dir.clone() else {
            let text = self.text.t("launch-impossible");
            return self.say(Tone::Danger, text);
        };
        if self.publishing.needs_choice() {
            let text = self.text.t("launch-choose-connection");
            self.say(Tone::Accent, text);
            return self.show_connections();
        }
        // A second press of a button whose first one is being carried out.
        if !self.begin(Unfinished::Operation(path.to_owned(), what)) {
            return;
        }
        if let Some(number) = self.sessions.at(path).map(|session| session.number()) {
            self.keep_on(keeping::Event::Wanted(number));
        }
        let outlet = self.outlet();
        let wanted = Wanted {
            path: path.to_owned(),
            what,
            campaign: self.sessions.campaign_at(path).map(Box::new),
        };
        self.publishing.requests += 1;
        let (library, published, at) = (
            self.library.clone(),
            self.publishing.published.clone(),
            self.clock.now(),
        );
        let path = path.to_owned();
        self.tasks.disk(None, OPERATION, move || {
            let carried_out = carry_out(&data_dir, &outlet, wanted, &library, &published, at);
            let snapshot = carried_out
                .started
                .is_some()
                .then(|| Snapshot::read(&data_dir, &library).ok())
                .flatten();
            Event::Requested {
                path,
                what,
                carried_out: Box::new(carried_out),
                snapshot: snapshot.map(Box::new),
            }
        });
    }

    /// Where an operation goes; the server on this computer is started for one that waits, or when there is nowhere else.
    fn outlet(&mut self) -> Outlet {
        let connection = self.publishing.connection().map(|connection| connection.id.clone());
        match connection {
            Some(connection) => {
                if connection == LOCAL && matches!(self.publishing.local, LocalState::Off) {
                    self.start_local();
                }
                Outlet::Connection(connection)
            }
            None => match self.local_setup() {
                Some(setup) => {
                    if matches!(self.publishing.local, LocalState::Off) {
                        self.publishing.local = LocalState::Starting;
                    }
                    Outlet::ThisComputer(Box::new(setup))
                }
                None => Outlet::Connection(LOCAL.to_owned()),
            },
        }
    }

    /// A job panicked. If it was a launch, a pause or a take-down, nothing is on its way any more.
    pub(super) fn operation_crashed(&mut self, what: &str) {
        if what == OPERATION {
            self.publishing.requests = self.publishing.requests.saturating_sub(1);
            if matches!(self.publishing.local, LocalState::Starting) {
                self.publishing.local = LocalState::Off;
            }
        }
    }

    /// An operation was carried out, or not.
    pub(super) fn operation_requested(
        &mut self,
        ctx: &egui::Context,
        path: &Path,
        what: What,
        carried_out: CarriedOut,
        snapshot: Option<Snapshot>,
    ) {
        self.end_of(&Unfinished::Operation(path.to_owned(), what));
        self.publishing.requests = self.publishing.requests.saturating_sub(1);
        self.publishing.generation += 1;
        let CarriedOut { requested, started } = carried_out;
        let first = started.is_some();
        if let Some(started) = started {
            self.publish_to(LOCAL);
            self.local_started(ctx, started, snapshot);
        } else if matches!(self.publishing.local, LocalState::Starting) && matches!(requested, Requested::Trouble(..)) {
            self.publishing.local = LocalState::Off;
        }
        match requested {
            Requested::Put { library, campaign } => {
                self.publishing.library = library;
                if first && what == What::Launch {
                    self.publishing.demo_for = Some(campaign);
                }
                if let Some(carrier) = &mut self.publishing.carrier {
                    carrier.wake();
                }
                self.read_publishing();
            }
            Requested::Stopped(errors) => {
                self.open_at_review(path);
                let text = self.text.tv("launch-stopped", &[("count", errors.into())]);
                self.say(Tone::Danger, text);
            }
            Requested::Conflict => self.with_campaign(ctx, path, Use::ShowConflict),
            Requested::NothingNew => {
                let text = self.text.t("launch-nothing-new");
                self.say(Tone::Neutral, text);
            }
            Requested::Trouble(trouble) => self.complain(&trouble),
        }
    }
}
