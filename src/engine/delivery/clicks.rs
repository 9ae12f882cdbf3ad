//! What a click on a campaign's pop-up opens. What must never happen here: knowing what is said or which link it is.

use crate::campaign::{Click, ClickTarget, Content, ReplyPlace};

/// Whether each thing that can be clicked opens the chat; `None` for what is not there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clicks {
    message: Option<bool>,
    replies: [Option<bool>; ReplyPlace::ALL.len()],
}

impl Clicks {
    /// Those of a message.
    pub(super) fn of(content: &Content) -> Clicks {
        let opens = |target| content.click(target).map(|click| matches!(click, Click::Says(_)));
        let mut replies = [None; ReplyPlace::ALL.len()];
        for place in ReplyPlace::ALL {
            replies[place.index()] = opens(ClickTarget::Reply(*place));
        }
        Clicks {
            message: opens(ClickTarget::Message),
            replies,
        }
    }

    /// Returns whether a click on `target` opens the chat; `None` where there is no such thing.
    pub(super) fn open_chat(self, target: ClickTarget) -> Option<bool> {
        match target {
            ClickTarget::Message => self.message,
            ClickTarget::Reply(place) => self.replies[place.index()],
        }
    }
}
