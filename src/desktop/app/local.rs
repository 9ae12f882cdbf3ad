//! The server on this computer, and its demo shop: started when it is needed, and anew when the shop is to look otherwise.

use std::path::Path;

use chrono::TimeDelta;

use super::{App, Event};
use crate::desktop::{
    publishing::{LOCAL, LocalServer, LocalState, Snapshot, Started, demo_address, start_local},
    simulator::asked_page,
    widgets::Tone,
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

    /// Makes the server on this computer a connection: starts it, and starts it anew when it runs and its connection was removed.
    pub(super) fn connect_local(&mut self) {
        match std::mem::take(&mut self.publishing.local) {
            LocalState::Off => self.start_after(None),
            LocalState::On(server) => self.start_after(Some(server)),
            LocalState::Starting => self.publishing.local = LocalState::Starting,
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
        let (Some(post), Some((data, port))) = (self.publishing.post.clone(), self.publishing.server.clone()) else {
            let text = self.text.t("launch-impossible");
            return self.say(Tone::Danger, text);
        };
        self.publishing.local = LocalState::Starting;
        let (brand, token) = (self.preview.site.brand.clone(), self.publishing.token.clone());
        let (name, library) = (self.text.t("connection-local"), self.library.clone());
        self.tasks.start(move || {
            if let Some(running) = running {
                running.stop();
            }
            let started = start_local(&data, port, brand, &name, &post, &token);
            let snapshot = started.is_ok().then(|| Snapshot::read(&post, &library).ok()).flatten();
            Event::LocalStarted(Box::new(started), snapshot.map(Box::new))
        });
    }

    /// The server on this computer runs, or cannot.
    pub(super) fn local_started(&mut self, ctx: &egui::Context, started: Started, snapshot: Option<Snapshot>) {
        self.publishing.generation += 1;
        let server = match started {
            Ok(server) => server,
            Err((error, hint)) => {
                self.publishing.local = LocalState::Off;
                self.publishing.local_failed = true;
                self.publishing.then.clear();
                self.publishing.demo_for = None;
                return self.complain(&error, &hint);
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
        let wishes = std::mem::take(&mut self.publishing.then);
        if !wishes.is_empty() {
            self.publish_to(LOCAL);
            for wanted in wishes {
                self.wish(wanted);
            }
        } else if let Some(path) = self
            .publishing
            .demo_for
            .take()
            .and_then(|campaign| self.path_of(&campaign))
        {
            self.open_demo(ctx, &path);
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
    pub(super) fn open_demo(&mut self, ctx: &egui::Context, path: &Path) {
        let Some(campaign) = self.campaign_of(path) else { return };
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
