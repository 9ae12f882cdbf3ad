//! What is on the visitor's screen at an instant, for the preview to draw.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Moment, Run};
use crate::campaign::Campaign;

/// What is on the visitor's screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen {
    /// The pop-up or chat.
    pub shows: Shows,
    /// The visitor's attributes at that instant, for the texts.
    pub attributes: Map<String, Value>,
}

/// Which pop-up or chat is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Shows {
    /// The page and its launcher alone.
    Page,
    /// The pop-up of this campaign.
    Popup(Arc<Campaign>),
    /// The chat, which this campaign opened.
    Chat(Arc<Campaign>),
}

impl Screen {
    /// The screen at an instant of a run.
    pub fn of(run: &Run, moment: &Moment) -> Self {
        let popup = moment.visible().and_then(|id| run.campaign(id)).cloned();
        let chat = || {
            run.chat_at(moment.at)
                .and_then(|chat| run.campaign(&chat.campaign))
                .cloned()
        };
        let shows = match popup {
            Some(campaign) => Shows::Popup(campaign),
            None if moment.chat_open => chat().map_or(Shows::Page, Shows::Chat),
            None => Shows::Page,
        };
        Self {
            shows,
            attributes: moment.visitor.custom.clone(),
        }
    }

    /// The campaign whose pop-up or chat is on the screen.
    pub fn campaign(&self) -> Option<&Campaign> {
        match &self.shows {
            Shows::Page => None,
            Shows::Popup(campaign) | Shows::Chat(campaign) => Some(campaign),
        }
    }
}
