//! The server on this computer, and its demo shop: started when it is needed, and anew when the shop is to look otherwise.

use chrono::TimeDelta;

use super::{App, Event, using::Use};
use crate::{
    campaign::Campaign,
    studio::{
        publishing::{LOCAL, LocalServer, LocalSetup, LocalState, Snapshot, Started, demo_address, start_local},
        simulated::asked_page,
        tone::Tone,
    },
};

/// How long a server that was just found, and does not answer, is not looked for again.
const LOST_AGAIN: TimeDelta = TimeDelta::seconds(3);

impl App {
    /// Starts the server on this computer, beside the window.
    pub(super) fn start_local(&mut self) {
        if matches!(self.publishing.local, LocalState::Off) {
            self.start_after(None);
        }
    }

    /// The server on this computer does not answer. When it was another window's, that one has ended: this window starts its own.
    pub(super) fn local_lost(&mut self) {
        let now = self.clock.now();
        let just_tried = self.publishing.lost_at.is_some_and(|at| (now - at).abs() < LOST_AGAIN);
        if just_tried || !matches!(&self.publishing.local, LocalState::On(server) if !server.is_ours()) {
            return;
        }
        self.publishing.lost_at = Some(now);
        self.publishing.local = LocalState::Off;
        self.start_local();
    }

    /// Starts the server on this computer once the one that runs has ended.
    fn start_after(&mut self, running: Option<LocalServer>) {
        let (Some(data_dir), Some(setup)) = (self.publishing.data_dir.clone(), self.local_setup()) else {
            let text = self.text.t("launch-impossible");
            return self.say(Tone::Danger, text);
        };
        self.publishing.local = LocalState::Starting;
        let library = self.library.clone();
        self.tasks.start(move || {
            if let Some(running) = running {
                running.stop();
            }
            let started = start_local(&setup, &data_dir);
            let snapshot = started
                .is_ok()
                .then(|| Snapshot::read(&data_dir, &library).ok())
                .flatten();
            Event::LocalStarted(Box::new(started), snapshot.map(Box::new))
        });
    }

    /// What the server on this computer is started with; `None` where there is none.
    pub(super) fn local_setup(&self) -> Option<LocalSetup> {
        let (data, port) = self.publishing.server.clone()?;
        Some(LocalSetup {
            data,
            port,
            brand: self.preview.site.brand.clone(),
            name: self.text.t("connection-local"),
            token: self.publishing.token.clone(),
        })
    }

    /// The server on this computer runs, or cannot.
    pub(super) fn local_started(&mut self, ctx: &egui::Context, started: Started, snapshot: Option<Snapshot>) {
        self.publishing.generation += 1;
        let server = match started {
            Ok(server) => server,
            Err(trouble) => {
                self.publishing.local = LocalState::Off;
                self.publishing.local_failed = true;
                self.publishing.demo_for = None;
                return self.complain(&trouble);
            }
        };
        self.publishing.local = LocalState::On(server);
        self.publishing.local_failed = false;
        if let Some(snapshot) = snapshot {
            self.publishing.take(snapshot);
        }
        if let Some(carrier) = &mut self.publishing.carrier {
            carrier.retry_now(Some(LOCAL));
            carrier.refresh();
        }
        let demo_for = self.publishing.demo_for.take();
        if let Some(path) = demo_for.and_then(|campaign| self.path_of(&campaign)) {
            self.with_campaign(ctx, &path, Use::OpenDemo);
        }
    }

    /// Starts the server on this computer again when campaigns of it are live, wait, or would go there.
    pub(super) fn wake_local(&mut self) {
        let published = &self.publishing.published;
        let known = published.connections().iter().any(|connection| connection.id == LOCAL);
        let chosen = published.connection().is_some_and(|connection| connection.id == LOCAL);
        let needed = known && (chosen || published.snapshot().is_used(LOCAL));
        if needed && matches!(self.publishing.local, LocalState::Off) && !self.publishing.local_failed {
            self.start_local();
        }
    }

    /// Opens the demo shop on the page that a campaign asks for, looking as the preview does.
    pub(super) fn open_demo(&mut self, ctx: &egui::Context, campaign: Campaign) {
        match std::mem::take(&mut self.publishing.local) {
            LocalState::On(server) if server.looks_otherwise(&self.preview.site.brand) => {
                self.publishing.demo_for = Some(campaign.id);
                return self.start_after(Some(server));
            }
            local => self.publishing.local = local,
        }
        match self.publishing.local_url() {
            Some(base) => {
                let address = demo_address(base, asked_page(&campaign).as_deref());
                ctx.open_url(egui::OpenUrl::new_tab(address));
            }
            None => {
                let text = self.text.t("launch-no-demo");
                self.say(Tone::Neutral, text);
            }
        }
    }
}
