//! What comes back from beside the window.

use std::path::PathBuf;

use super::App;
use crate::{
    desktop::{
        app::{connecting::Theirs, journey_files::Unwritten, reaching::Reached},
        dialogs::{Dialog, Purpose},
        inquiry::Answered,
        journey::{Member, OpenFile, Run},
        publishing::{Snapshot, Started, Trial},
        shelf::Item,
        survey,
    },
    library::{LoadError, SaveError, Saved, SourcePicture, Stored},
    popup::Image,
    publish::{self, Connection, Kept, Loss},
    visitor::Journey,
};

/// Something that was done beside the window.
pub enum Event {
    /// Files of the library were read.
    Listed {
        /// Some of them.
        items: Vec<Item>,
        /// Whether these were the last ones.
        last: bool,
    },
    /// The library's folder could not be listed: error and remedy.
    NotListed(String, String),
    /// The open campaign was saved, or not.
    Saved {
        /// Its file.
        path: PathBuf,
        /// The revision that was to be saved.
        revision: u64,
        /// What became of it.
        result: Box<Result<Saved, SaveError>>,
    },
    /// Unsaved keystrokes were written down.
    Noted,
    /// The open campaign's file was read again.
    Reread(Box<Result<Stored, LoadError>>),
    /// The user chose a file, or none.
    Chosen(Purpose, Option<PathBuf>),
    /// A file was written: its path, and what it cannot carry; or error and remedy.
    Exported(Result<(PathBuf, Vec<Loss>), (String, String)>),
    /// A picture was read, to be cropped; or error and remedy.
    PictureRead(crate::library::PictureUse, Box<Result<SourcePicture, (String, String)>>),
    /// A screenshot of the user's site was read; or error and remedy.
    ScreenshotRead(Result<Image, (String, String)>),
    /// A picture was stored under a name; or error and remedy.
    PictureStored(crate::library::PictureUse, Result<String, (String, String)>),
    /// Something happened on the way to a backend.
    Courier(Box<publish::Event>),
    /// What the disk says of publishing was read; or error and remedy.
    PublishingRead(Box<Result<Snapshot, (String, String)>>),
    /// Campaigns that were published were looked at again.
    StoodAnew(Vec<Item>),
    /// A wish was written down; or error and remedy.
    Wished(Result<String, (String, String)>),
    /// The server on this computer was started, or not; and what the disk says then.
    LocalStarted(Box<Started>, Option<Box<Snapshot>>),
    /// A connection was tried; or error and remedy.
    ConnectionTried(Result<Trial, (String, String)>),
    /// A connection was kept, and where its token is; or error and remedy.
    ConnectionSaved(Result<(Connection, Option<Kept>), (String, String)>),
    /// The connection with this identity was forgotten; or error and remedy.
    ConnectionRemoved(Result<String, (String, String)>),
    /// Somebody else's version of a campaign is safe in the library; or error and remedy.
    TheirsKept(Result<Box<Theirs>, (String, String)>),
    /// A log of visitors was read, or its count went on.
    Reached(Box<Reached>),
    /// A question about the open campaign was answered.
    Answered(Box<Answered>),
    /// The library's campaigns were read for the journey.
    MembersRead(Vec<Member>),
    /// The journey was played; so many drafts did not take part.
    Played(Box<Run>, usize),
    /// A journey file was read; or error and remedy.
    JourneyRead(Box<Result<OpenFile, (String, String)>>),
    /// The journey was saved, or not.
    JourneySaved(Box<Result<OpenFile, Unwritten>>),
    /// The journey of the last run was read, if there was one.
    LastJourney(Box<Option<Journey>>),
    /// The whole library was looked at.
    Surveyed(Box<survey::Surveyed>),
}

impl App {
    /// Takes over everything that has been done beside the window.
    pub(super) fn take_events(&mut self, ctx: &egui::Context) {
        for event in self.tasks.finished() {
            self.take_event(ctx, event);
        }
    }

    fn take_event(&mut self, ctx: &egui::Context, event: Event) {
        match event {
            Event::Listed { items, last } => self.listed(items, last),
            Event::NotListed(error, hint) => {
                self.shelf.loading = false;
                self.complain(&error, &hint);
            }
            Event::Saved { path, revision, result } => self.saved(&path, revision, *result),
            Event::Noted => {}
            Event::Reread(result) => self.reread(*result),
            Event::Chosen(purpose, path) => self.chosen(ctx, purpose, path),
            Event::Exported(Ok((path, losses))) => self.tell_export(&path, &losses),
            Event::PictureRead(purpose, result) => match *result {
                Ok(picture) => self.offer_crop(ctx, purpose, picture),
                Err((error, hint)) => self.complain(&error, &hint),
            },
            Event::PictureStored(purpose, Ok(name)) => self.use_picture(purpose, name),
            Event::ScreenshotRead(Ok(image)) => self.preview.site.stand_on(image),
            Event::Courier(event) => self.courier_told(ctx, *event),
            Event::PublishingRead(result) => self.publishing_read(*result),
            Event::StoodAnew(items) => self.stood_anew(items),
            Event::Wished(result) => self.wished(result),
            Event::LocalStarted(started, snapshot) => self.local_started(ctx, *started, snapshot.map(|read| *read)),
            Event::ConnectionTried(trial) => {
                if let Some(Dialog::Connections(dialog)) = &mut self.dialog {
                    dialog.tried(trial);
                }
            }
            Event::ConnectionSaved(result) => self.connection_saved(result),
            Event::ConnectionRemoved(Ok(id)) => self.connection_removed(&id),
            Event::TheirsKept(Ok(theirs)) => self.theirs_kept(*theirs),
            Event::Answered(answered) => self.answered(*answered),
            Event::MembersRead(members) => self.members_read(members),
            Event::Played(run, left_out) => self.played(*run, left_out),
            Event::JourneyRead(read) => self.journey_read(*read),
            Event::JourneySaved(saved) => self.journey_saved(*saved),
            Event::LastJourney(journey) => self.last_journey(*journey),
            Event::Reached(reached) => self.reached(*reached),
            Event::Surveyed(surveyed) => self.surveyed(*surveyed),
            Event::ConnectionRemoved(Err((error, hint)))
            | Event::TheirsKept(Err((error, hint)))
            | Event::Exported(Err((error, hint)))
            | Event::PictureStored(_, Err((error, hint)))
            | Event::ScreenshotRead(Err((error, hint))) => self.complain(&error, &hint),
        }
    }
}
