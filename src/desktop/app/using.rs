//! Using a campaign that need not be open: from memory at once, else once its file has been read.

use std::path::{Path, PathBuf};

use super::{App, Event};
use crate::{
    campaign::Campaign,
    engine::asked_page,
    library::Library,
    publish::{Choice, Conflict},
    studio::{publishing, trouble::Trouble},
};

/// What to do with a campaign.
#[derive(Debug)]
pub enum Use {
    /// Show its own and the backend's version.
    ShowConflict,
    /// Open the demo shop on its page.
    OpenDemo,
    /// End a conflict at a backend.
    ResolvePublished {
        /// The connection's identity.
        connection: String,
        /// Both versions.
        conflict: Box<Conflict>,
        /// Which version continues.
        choice: Choice,
    },
}

impl App {
    /// Does something with the campaign of a file.
    pub(super) fn with_campaign(&mut self, path: &Path, what: Use) {
        if let Some(campaign) = self.sessions.inlined_at(path) {
            return self.use_campaign(path.to_owned(), campaign, what);
        }
        let (path, library) = (path.to_owned(), self.library.clone());
        self.tasks.disk(None, "busy-open", move || {
            let read = Library::load(&path).map(|stored| stored.campaign.inlined(&library.known_audiences()));
            Event::Read(path, Box::new(read.map_err(Trouble::from)), what)
        });
    }

    /// Does something with a campaign that is known by now.
    pub(super) fn use_campaign(&mut self, path: PathBuf, campaign: Campaign, what: Use) {
        match what {
            Use::ShowConflict => self.publish_on(publishing::Event::ShowConflict(path, Box::new(campaign))),
            Use::OpenDemo => self.publish_on(publishing::Event::OpenDemo {
                page: asked_page(&campaign),
                campaign: campaign.id,
                brand: self.preview.site.brand.clone(),
            }),
            Use::ResolvePublished {
                connection,
                conflict,
                choice,
            } => self.resolve_published(path, campaign, connection, *conflict, choice),
        }
    }
}
