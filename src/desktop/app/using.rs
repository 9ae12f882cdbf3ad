//! Doing something with a campaign that need not be open: with what is in memory at once, else once its file was read.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{App, Event};
use crate::{
    campaign::Campaign,
    library::Library,
    publish::{Choice, Conflict},
    studio::trouble::Trouble,
};

/// What is done with a campaign.
#[derive(Debug)]
pub enum Use {
    /// Show both versions of it that a backend has to do with.
    ShowConflict,
    /// Open the demo shop on its page.
    OpenDemo,
    /// End a conflict at a backend.
    ResolvePublished {
        /// The connection's identity.
        connection: String,
        /// Both versions.
        conflict: Box<Conflict>,
        /// Which one goes on.
        choice: Choice,
    },
}

impl App {
    /// Does something with the campaign of a file.
    pub(super) fn with_campaign(&mut self, ctx: &Context, path: &Path, what: Use) {
        if let Some(campaign) = self.sessions.campaign_at(path) {
            return self.use_campaign(ctx, path.to_owned(), campaign, what);
        }
        let path = path.to_owned();
        self.tasks.disk(None, "busy-open", move || {
            let read = Library::load(&path).map(|stored| stored.campaign);
            Event::Read(path, Box::new(read.map_err(Trouble::from)), what)
        });
    }

    /// Does something with a campaign that is known by now.
    pub(super) fn use_campaign(&mut self, ctx: &Context, path: PathBuf, campaign: Campaign, what: Use) {
        match what {
            Use::ShowConflict => self.show_conflict(&path, &campaign),
            Use::OpenDemo => self.open_demo(ctx, campaign),
            Use::ResolvePublished {
                connection,
                conflict,
                choice,
            } => self.resolve_published(path, campaign, connection, *conflict, choice),
        }
    }
}
