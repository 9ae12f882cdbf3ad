//! In which language the open campaign's message is written, and in which the preview shows it.

use super::App;
use crate::{campaign::Campaign, engine, studio::speaking::Event};

impl App {
    /// Writes the open campaign's message in this language; `None` for its own.
    pub(super) fn speak(&mut self, tag: Option<&str>) {
        if let Some(session) = self.sessions.open() {
            self.speaking.on(Event::Choose(session.number(), tag));
        }
    }

    /// The open campaign as the preview shows it: where its message is written, in the language that is being written, else in that of the simulated
    /// visitor.
    pub(super) fn as_spoken(&self, campaign: Campaign) -> Campaign {
        if !self.edits_preview() {
            return self.as_heard(campaign);
        }
        self.as_written(campaign)
    }

    /// The open campaign in the language that is being written.
    pub(super) fn as_written(&self, campaign: Campaign) -> Campaign {
        match self.written_tag() {
            Some(tag) => campaign.in_language(tag),
            None => campaign,
        }
    }

    /// A campaign as the simulated visitor gets it.
    pub(super) fn as_heard(&self, campaign: Campaign) -> Campaign {
        let preferred = self.simulated.visitor.preferred_languages();
        let spoken = engine::spoken(&campaign.content, preferred, self.site.language());
        match spoken.as_ref().and_then(|spoken| spoken.translation()) {
            Some(tag) => campaign.in_language(tag),
            None => campaign,
        }
    }

    /// The translation of the open campaign that is being written; `None` for its own language.
    pub(super) fn written_tag(&self) -> Option<&str> {
        let session = self.sessions.open()?;
        self.speaking.tag(session.number(), &session.campaign().content)
    }
}
