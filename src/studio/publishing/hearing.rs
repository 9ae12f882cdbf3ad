//! What follows from what the courier reports.

use chrono::{DateTime, Utc};

use super::{
    FollowUp, LOCAL, Message, Publishing, Request,
    local_state::{For, Local},
    transitions::Requests,
};
use crate::publish::{self, About, Subject, What};

impl Publishing {
    pub(super) fn heard_from_courier(&mut self, event: publish::Event, now: DateTime<Utc>, out: &mut Requests) {
        if self.lines.note(&event, now) {
            self.generation += 1;
        }
        match event {
            publish::Event::Sent { about, .. } => self.sent(about, out),
            publish::Event::Refused { about, refusal } => {
                let message = match about.key.subject {
                    Subject::Campaign(_) => Message::Refused {
                        name: about.name.clone(),
                        refusal,
                    },
                    Subject::Site => Message::SiteRefused(refusal),
                };
                self.say_about(&about, message, FollowUp::ShowReview, out);
            }
            publish::Event::Conflict { about, .. } => {
                let message = match about.key.subject {
                    Subject::Campaign(_) => Message::Conflict(about.name.clone()),
                    Subject::Site => Message::SiteConflict,
                };
                self.say_about(&about, message, FollowUp::Choose, out);
            }
            publish::Event::Trouble(error) => out.push(Request::Complain(error.into())),
            publish::Event::Waiting { connection, .. } => {
                // When it was another window's, that one has ended: this window starts its own.
                if connection == LOCAL && self.local.is_lost(now) {
                    self.local = Local::Starting(For::Lost(now));
                    out.push(Request::StartServer { after: None });
                }
            }
            // The state on the disk is unchanged.
            publish::Event::Refreshed { changed: false, .. } => return,
            publish::Event::Refreshed { changed: true, .. }
            | publish::Event::Sending(_)
            | publish::Event::Ended { .. }
            | publish::Event::Stopped { .. }
            | publish::Event::Online { .. }
            | publish::Event::Idle => {}
        }
        self.read(out);
    }

    fn sent(&mut self, about: About, out: &mut Requests) {
        let Subject::Campaign(campaign) = &about.key.subject else {
            return out.push(Request::Say(Message::SiteLive));
        };
        let message = Message::Done(about.what, about.name.clone());
        if about.what != What::Launch || about.key.connection != LOCAL {
            return out.push(Request::Say(message));
        }
        let is_awaited = |awaited: &mut String| awaited == campaign;
        if about.key.library == self.library {
            out.extend(self.demo_of.take_if(is_awaited).map(Request::ReadForDemo));
        }
        self.say_about(&about, message, FollowUp::OpenDemo, out);
    }

    /// Shows a message about an operation; for one of another library, without an offer.
    fn say_about(&self, about: &About, message: Message, next: FollowUp, out: &mut Requests) {
        let is_ours = about.key.library == self.library;
        out.push(match &about.key.subject {
            Subject::Campaign(campaign) if is_ours => Request::SayAbout(campaign.clone(), message, next),
            Subject::Site if is_ours => Request::SayOfSite(message),
            Subject::Campaign(_) | Subject::Site => Request::Say(message),
        });
    }
}
