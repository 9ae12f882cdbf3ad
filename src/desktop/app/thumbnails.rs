//! Reads what the pictures beside the names of the library show.

use std::collections::HashMap;

use egui::Context;

use super::{App, Event};
use crate::{
    library::{Library, read_picture},
    popup::{Image, Scene},
    studio::tasks::Crashed,
};

impl App {
    /// Reads, in the background, what is in sight of the list and not known yet.
    pub(super) fn read_row_pictures(&mut self, ctx: &Context) {
        let wanted = self.library_panel.unread_pictures();
        if wanted.is_empty() {
            return;
        }
        // What is open is newer than its file.
        let open: HashMap<_, _> = wanted
            .iter()
            .filter_map(|one| Some((one.path.clone(), self.sessions.campaign_at(&one.path)?)))
            .collect();
        let folder = self.library.dir().to_owned();
        self.tasks.start(Crashed::in_pool().into(), move || {
            let picture = |name: &str| read_picture(&folder, name).ok().map(Image::new);
            let scene = |campaign| Scene::of_campaign(&campaign, &serde_json::Map::new(), picture);
            let read = wanted.into_iter().map(|one| {
                let known = open.get(&one.path).cloned();
                let campaign = known.or_else(|| Some(Library::load(&one.path).ok()?.campaign));
                (one, campaign.map(scene))
            });
            Event::RowsRead(read.collect())
        });
        if self.tasks.is_at_once() {
            ctx.request_repaint();
        }
    }
}
