//! The events of background work.

use std::path::PathBuf;

use super::{App, replacing::Replacing, using::Use};
use crate::{
    campaign::{Campaign, Node, NodePath},
    desktop::{app::reaching::Reached, dialogs::Dialog, library_panel::Wanted, pictures::Loaded},
    library::{
        BinEntry, Library, LibraryError, LoadError, SaveError, Saved, SourcePicture, StoredAudience, Unsaved, Version,
    },
    popup::{Image, Picture, Scene},
    publish::{Connection, Kept, TextRow},
    studio::{
        audience_work::DeletedAudience,
        audiences, batch, calendar,
        choosing::{Chosen, Purpose},
        conflicts,
        export::Exported,
        file_work::{Opened, Recovered},
        filing, folder,
        inquiring::{self, Question},
        inquiry::Answered,
        journey, keeping,
        opening::{self, Ticket},
        ordering::Line,
        path_kind::PathKind,
        pictures::{PictureTarget, StoredPictures},
        publishing::{self, Trial},
        site, survey,
        tasks::{Crashed, Key},
        tone::Tone,
        trouble::{self, Trouble},
    },
};

/// A result of background work.
pub enum Event {
    /// An event that nobody waits for.
    Done,
    /// A job broke off.
    Crashed(Crashed),
    /// The samples were put into a new library, or not; the one to show first.
    Welcomed(Option<trouble::Result<PathBuf>>),
    /// Something happened to the library's folder.
    Folder(Box<folder::Event>),
    /// A campaign was read to be opened; or what went wrong.
    Opened(Ticket, Result<Box<Opened>, LoadError>),
    /// Another library could be opened; or what went wrong.
    LibraryOpened(Result<Library, LibraryError>),
    /// Something happened to the library's site document.
    Site(Box<site::Event>),
    /// Something happened to saved audiences.
    Audiences(Box<audiences::Event>),
    /// A part of the audience of the session of this number was saved as an audience, or not: where it was, and what it said.
    AudienceMade(
        u64,
        NodePath,
        Box<Option<Node>>,
        Result<Box<StoredAudience>, LibraryError>,
    ),
    /// A saved audience was deleted, or not; the files of the campaigns that were changed before.
    AudienceDeleted(Box<trouble::Result<DeletedAudience>>, Vec<PathBuf>),
    /// Something happened to a file of the library.
    Filing(Box<filing::Event>),
    /// Something happened to a batch of changes.
    Batch(Box<batch::Event>),
    /// It is known who stands in line; for the dialog of a number. `None` when nobody wanted to know any more, or the job panicked.
    LineRead(u64, Option<Line>),
    /// What the pictures of rows of the library show; nothing for what cannot be read.
    RowsRead(Vec<(Wanted, Option<Scene>)>),
    /// A file of texts was read, for the campaign of this session.
    TextsRead(u64, trouble::Result<Vec<TextRow>>),
    /// The addresses of campaigns were gathered or searched.
    Replacing(Box<Replacing>),
    /// The content of the bin was read.
    BinRead(Vec<BinEntry>),
    /// The result of removing something from the bin for good, and the bin's content now.
    Erased(trouble::Result<()>, Vec<BinEntry>),
    /// The earlier versions of a session's campaign were read.
    VersionsRead(u64, Vec<Version>),
    /// A session was saved, or not.
    Saved {
        /// The session's number.
        session: u64,
        /// The edition that was to be saved.
        edition: u64,
        /// The result.
        result: Box<Result<Saved, SaveError>>,
    },
    /// A conflict was ended, or not.
    Conflict(Box<conflicts::Event>),
    /// What an interrupted run left unsaved was looked for.
    Pending(Vec<Unsaved>),
    /// Unsaved drafts were found together with their campaigns.
    Recovered(Vec<Recovered>),
    /// A campaign was read for something; or what went wrong.
    Read(PathBuf, Box<trouble::Result<Campaign>>, Use),
    /// A picture of the library was looked up.
    PictureLookedUp(Box<Loaded>),
    /// The user chose a file, or none.
    Chosen(Purpose, Chosen),
    /// What exists at a typed path.
    PlaceLookedUp(PathBuf, PathKind),
    /// The contact sheet was drawn, to be copied; or what went wrong.
    ProofDrawn(trouble::Result<Picture>),
    /// A file was exported; or what went wrong.
    Exported(trouble::Result<Exported>),
    /// A file was shown in the file manager, or not; its path.
    ShownInFolder(PathBuf, bool),
    /// A picture was read, to be cropped; or what went wrong.
    PictureRead(PictureTarget, Box<trouble::Result<SourcePicture>>),
    /// A screenshot of the user's site was read; or what went wrong.
    ScreenshotRead(trouble::Result<Image>),
    /// A picture was stored; or what went wrong.
    PictureStored(PictureTarget, trouble::Result<StoredPictures>),
    /// Something that matters to publishing.
    Publishing(Box<publishing::Event>),
    /// A connection was tried; or what went wrong.
    ConnectionTried(trouble::Result<Trial>),
    /// A connection was kept, and where its token is; or what went wrong.
    ConnectionSaved(trouble::Result<(Connection, Option<Kept>)>),
    /// A log of visitors was read, or its count went on.
    Reached(Box<Reached>),
    /// The job that answers a question about the open campaign panicked.
    Unanswered(Box<Question>),
    /// Something that matters to the journey.
    Journey(Box<journey::Event>),
    /// The job that examines the whole library panicked.
    SurveyBrokeOff(survey::Key),
    /// The job that reads the library for the calendar panicked.
    CalendarBrokeOff(calendar::Key),
    /// It is known what runs when.
    CalendarRead(Box<calendar::Read>),
    /// A question about the open campaign was answered.
    Answered(Box<Answered>),
    /// The report if Beckon stopped unexpectedly last time.
    StoppedBefore(Option<PathBuf>),
    /// The diagnostics were gathered, to be copied.
    DiagnosticsGathered(String),
    /// The whole library was looked at.
    Surveyed(Box<survey::Surveyed>),
}

impl From<Crashed> for Event {
    fn from(crashed: Crashed) -> Self {
        Self::Crashed(crashed)
    }
}

impl App {
    /// Takes over all results of background work.
    pub(super) fn take_events(&mut self, ctx: &egui::Context) {
        for event in self.tasks.finished() {
            self.take_event(ctx, event);
        }
        self.take_events_at_once(ctx);
    }

    /// Takes over all results and what they lead to, if everything is done at once.
    pub(super) fn take_events_at_once(&mut self, ctx: &egui::Context) {
        if !self.tasks.is_at_once() {
            return;
        }
        loop {
            let events = self.tasks.finished();
            if events.is_empty() {
                return;
            }
            // What was drawn before shows the old state.
            ctx.request_repaint();
            events.into_iter().for_each(|event| self.take_event(ctx, event));
        }
    }

    fn take_event(&mut self, ctx: &egui::Context, event: Event) {
        match event {
            Event::Done => {}
            Event::Crashed(crashed) => self.crashed(&crashed),
            Event::Welcomed(first) => self.welcomed(first),
            Event::Folder(event) => self.folder_on(*event),
            Event::Opened(ticket, result) => self.open_on(opening::Event::Read(ticket, result)),
            Event::LibraryOpened(result) => self.library_opened(ctx, result),
            Event::Site(event) => self.site_on(*event),
            Event::Audiences(event) => self.audience_on(*event),
            Event::AudienceMade(session, path, node, made) => self.audience_made(session, &path, *node, made),
            Event::AudienceDeleted(deleted, changed) => self.audience_deleted(*deleted, changed),
            Event::Filing(event) => self.file_on(*event),
            Event::Batch(event) => self.batch_on(*event),
            Event::LineRead(number, line) => self.line_read(number, line),
            Event::RowsRead(read) => self.library_panel.take_pictures(read),
            Event::TextsRead(session, read) => self.texts_read(session, read),
            Event::Replacing(found) => self.replacing_found(*found),
            Event::BinRead(entries) => self.bin_read(entries),
            Event::Erased(erased, entries) => self.erased(erased, entries),
            Event::VersionsRead(session, versions) => self.versions_read(session, versions),
            Event::Saved {
                session,
                edition,
                result,
            } => {
                let event = keeping::Event::Saved {
                    session,
                    edition,
                    result: *result,
                };
                self.keep_on(event);
            }
            Event::Conflict(event) => self.conflict_on(*event),
            Event::Pending(pending) => self.ask_about_unsaved(pending),
            Event::Recovered(drafts) => self.open_on(opening::Event::Recovered(drafts)),
            Event::Read(path, read, what) => match *read {
                Ok(campaign) => self.use_campaign(path, campaign, what),
                Err(trouble) => self.complain(&trouble),
            },
            Event::PictureLookedUp(loaded) => {
                let now = ctx.input(|input| input.time);
                let known = self.pictures.generation();
                self.pictures.take(ctx, *loaded, now);
                if self.pictures.generation() != known {
                    // Whether the open campaign can be launched may hang on it.
                    self.refresh_item();
                }
            }
            Event::Chosen(purpose, chosen) => self.chosen(ctx, purpose, chosen),
            Event::PlaceLookedUp(path, place) => self.place_looked_up(path, place),
            Event::Exported(Ok(exported)) => self.tell_export(exported),
            Event::ProofDrawn(Ok(picture)) => self.proof_drawn(ctx, &picture),
            Event::ShownInFolder(path, shown) => self.shown_in_folder(&path, shown),
            Event::PictureRead(target, result) => match *result {
                Ok(picture) => self.offer_crop(ctx, target, picture),
                Err(trouble) => self.complain(&trouble),
            },
            Event::PictureStored(target, Ok(stored)) => self.use_picture(target, stored),
            Event::ScreenshotRead(Ok(image)) => self.preview.site.stand_on(image),
            Event::Publishing(event) => self.publish_on(*event),
            Event::ConnectionTried(trial) => {
                if let Some(Dialog::Connections(dialog)) = self.dialogs.front_mut() {
                    dialog.tried(trial);
                }
            }
            Event::ConnectionSaved(result) => self.connection_saved(result),
            Event::Answered(answered) => self.inquire_on(inquiring::Event::Answered(answered)),
            Event::Unanswered(question) => {
                self.inquire_on(inquiring::Event::BrokeOff(question));
                self.complain(&Trouble::BrokeOff);
            }
            Event::Journey(event) => {
                self.journey_on(*event);
            }
            Event::SurveyBrokeOff(key) => self.survey_broke_off(&key),
            Event::CalendarBrokeOff(key) => self.calendar_broke_off(&key),
            Event::CalendarRead(read) => self.calendar_read(*read),
            Event::Reached(reached) => self.reached(*reached),
            Event::Surveyed(surveyed) => self.surveyed(*surveyed),
            Event::StoppedBefore(report) => self.stopped_before(report),
            Event::DiagnosticsGathered(summary) => self.diagnostics_gathered(ctx, summary),
            Event::Exported(Err(trouble))
            | Event::ProofDrawn(Err(trouble))
            | Event::PictureStored(_, Err(trouble))
            | Event::ScreenshotRead(Err(trouble)) => self.complain(&trouble),
        }
    }

    /// Handles a job that panicked: nothing must wait for it any longer.
    fn crashed(&mut self, crashed: &Crashed) {
        self.file_on(filing::Event::BrokeOff);
        self.site_on(site::Event::BrokeOff);
        self.audience_on(audiences::Event::BrokeOff);
        self.operation_crashed(crashed.what);
        self.batch_crashed(crashed.what);
        match crashed.key {
            Some(Key::Save(session)) => {
                self.keep_on(keeping::Event::Crashed(session));
            }
            Some(Key::Conflict(session)) => {
                self.say_broke_off(crashed.what);
                self.conflict_on(conflicts::Event::BrokeOff(session));
            }
            Some(Key::Open) => {
                self.say_broke_off(crashed.what);
                self.open_on(opening::Event::BrokeOff);
            }
            Some(Key::Note(_) | Key::Settings | Key::Site | Key::Audience | Key::Journey | Key::Launches) | None => {
                self.say_broke_off(crashed.what);
            }
        }
    }

    fn say_broke_off(&mut self, what: &str) {
        let what = self.text.t(what);
        let error = self.text.tv("broke-off", &[("what", what.into())]);
        self.say(Tone::Danger, error);
    }
}
