//! The events of background work.

use std::path::PathBuf;

use super::{App, Look, Made, using::Use};
use crate::{
    campaign::Campaign,
    desktop::{
        app::{connecting::Theirs, exporting::Exported, journey_files::Unwritten, reaching::Reached},
        dialogs::{Dialog, Keep, PathKind, Purpose},
        pictures::Loaded,
    },
    library::{
        BinEntry, Binned, FolderEvent, LibraryError, LoadError, SaveError, Saved, SourcePicture, Stored, Unsaved,
        Version,
    },
    popup::Image,
    publish::{Connection, Kept},
    studio::{
        chooser::Chosen,
        file_work::{Ended, Opened, Recovered},
        inquiring::{self, Question},
        inquiry::Answered,
        journey::{self, Member, OpenFile, Played, RunInput},
        keeping,
        pictures::PictureTarget,
        publishing::{self, Trial},
        shelf::Item,
        survey,
        tasks::{Crashed, Key},
        trouble::{self, Trouble},
    },
    visitor::Journey,
};

/// A result of background work.
pub enum Event {
    /// An event that nobody waits for.
    Done,
    /// A job broke off.
    Crashed(Crashed),
    /// The samples were put into a new library, or not; the one to show first.
    Welcomed(Option<trouble::Result<PathBuf>>),
    /// Files of the library were read.
    Listed {
        /// Some of them.
        items: Vec<Item>,
        /// Whether these were the last ones.
        last: bool,
    },
    /// The library's folder could not be listed.
    NotListed(LibraryError),
    /// Something happened to the library's folder.
    Folder(FolderEvent),
    /// Files were looked at again.
    Looked(Box<Look>),
    /// A campaign was read to be opened.
    Opened {
        /// Which request to open one this answers.
        ticket: u64,
        /// The campaign.
        result: Result<Box<Opened>, LoadError>,
    },
    /// A campaign file was made; or what went wrong.
    Made(Made, Box<trouble::Result<Opened>>),
    /// The campaign of a file that is not open was renamed; or what went wrong.
    Renamed(PathBuf, Box<trouble::Result<Stored>>),
    /// The file of a session has another name now.
    Moved(u64, Result<PathBuf, LibraryError>),
    /// A campaign was deleted; or what went wrong.
    Deleted {
        /// Its file.
        path: PathBuf,
        /// Its name.
        name: String,
        /// Where it is kept.
        result: trouble::Result<Binned>,
    },
    /// What another program removed, and a session still holds, is in the bin.
    Removed(u64, Result<Binned, LibraryError>),
    /// Campaigns were imported from a file; or what went wrong.
    Imported(PathBuf, trouble::Result<Vec<Stored>>),
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
    Resolved {
        /// The session's number.
        session: u64,
        /// The edition that was in conflict.
        edition: u64,
        /// What the user chose.
        keep: Keep,
        /// The result.
        result: Box<Result<Ended, SaveError>>,
    },
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
    /// A file was exported; or what went wrong.
    Exported(trouble::Result<Exported>),
    /// A file was shown in the file manager, or not; its path.
    ShownInFolder(PathBuf, bool),
    /// A picture was read, to be cropped; or what went wrong.
    PictureRead(PictureTarget, Box<trouble::Result<SourcePicture>>),
    /// A screenshot of the user's site was read; or what went wrong.
    ScreenshotRead(trouble::Result<Image>),
    /// A picture was stored under a name; or what went wrong.
    PictureStored(PictureTarget, trouble::Result<String>),
    /// Something that matters to publishing.
    Publishing(Box<publishing::Event>),
    /// Campaigns that were published were looked at again.
    StatusesRefreshed(Vec<Item>),
    /// A connection was tried; or what went wrong.
    ConnectionTried(trouble::Result<Trial>),
    /// A connection was kept, and where its token is; or what went wrong.
    ConnectionSaved(trouble::Result<(Connection, Option<Kept>)>),
    /// Somebody else's version of a campaign is safe in the library; or what went wrong.
    TheirsKept(trouble::Result<Box<Theirs>>),
    /// A log of visitors was read, or its count went on.
    Reached(Box<Reached>),
    /// The job that answers a question about the open campaign panicked.
    Unanswered(Box<Question>),
    /// The job that reads the library's campaigns for the journey panicked, for the request of this number.
    MembersBrokeOff(u64),
    /// The job that plays the journey panicked.
    PlayBrokeOff(Box<RunInput>),
    /// The job that examines the whole library panicked.
    SurveyBrokeOff,
    /// The job that lists the library panicked.
    ListBrokeOff,
    /// A question about the open campaign was answered.
    Answered(Box<Answered>),
    /// The library's campaigns were read for the journey, for the request of this number.
    MembersRead(u64, Vec<Member>),
    /// The journey was played.
    Played(Box<Played>),
    /// A journey file was read; or what went wrong.
    JourneyRead(Box<trouble::Result<OpenFile>>),
    /// The journey was saved, or not.
    JourneySaved(Box<Result<OpenFile, Unwritten>>),
    /// The journey of the last run was read, if there was one.
    LastJourney(Box<Option<Journey>>),
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
            Event::Listed { items, last } => self.listed(items, last),
            Event::NotListed(error) => self.not_listed(&error),
            Event::Folder(event) => self.folder_event(event),
            Event::Looked(look) => self.looked(*look),
            Event::Opened { ticket, result } => self.opened(ticket, result),
            Event::Made(how, result) => self.made(how, *result),
            Event::Renamed(path, result) => self.renamed(path, *result),
            Event::Moved(session, result) => self.moved(session, result),
            Event::Deleted { path, name, result } => self.deleted(path, name, result),
            Event::Removed(session, kept) => self.removed(session, kept),
            Event::Imported(path, result) => self.imported(path, result),
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
            Event::Resolved {
                session,
                edition,
                keep,
                result,
            } => self.resolved(session, edition, keep, *result),
            Event::Pending(pending) => self.ask_about_unsaved(pending),
            Event::Recovered(drafts) => self.recovered(drafts),
            Event::Read(path, read, what) => match *read {
                Ok(campaign) => self.use_campaign(path, campaign, what),
                Err(trouble) => self.complain(&trouble),
            },
            Event::PictureLookedUp(loaded) => {
                let now = ctx.input(|input| input.time);
                self.pictures.take(ctx, *loaded, now);
            }
            Event::Chosen(purpose, chosen) => self.chosen(ctx, purpose, chosen),
            Event::PlaceLookedUp(path, place) => self.place_looked_up(path, place),
            Event::Exported(Ok(exported)) => self.tell_export(exported),
            Event::ShownInFolder(path, shown) => self.shown_in_folder(&path, shown),
            Event::PictureRead(target, result) => match *result {
                Ok(picture) => self.offer_crop(ctx, target, picture),
                Err(trouble) => self.complain(&trouble),
            },
            Event::PictureStored(target, Ok(name)) => self.use_picture(target, name),
            Event::ScreenshotRead(Ok(image)) => self.preview.site.stand_on(image),
            Event::Publishing(event) => self.publish_on(*event),
            Event::StatusesRefreshed(items) => self.replace_refreshed(items),
            Event::ConnectionTried(trial) => {
                if let Some(Dialog::Connections(dialog)) = &mut self.dialog {
                    dialog.tried(trial);
                }
            }
            Event::ConnectionSaved(result) => self.connection_saved(result),
            Event::TheirsKept(Ok(theirs)) => self.theirs_kept(*theirs),
            Event::Answered(answered) => self.inquire_on(inquiring::Event::Answered(*answered)),
            Event::Unanswered(question) => {
                self.inquire_on(inquiring::Event::BrokeOff(question));
                self.complain(&Trouble::BrokeOff);
            }
            Event::MembersBrokeOff(number) => {
                self.journey_on(journey::Event::MembersBrokeOff(number));
                self.complain(&Trouble::BrokeOff);
            }
            Event::PlayBrokeOff(input) => {
                self.journey_on(journey::Event::PlayBrokeOff(input));
                self.complain(&Trouble::BrokeOff);
            }
            Event::SurveyBrokeOff => {
                self.survey.give_up();
                self.complain(&Trouble::BrokeOff);
            }
            Event::ListBrokeOff => {
                // What was listed before stays.
                self.shelf.loading = false;
                self.complain(&Trouble::BrokeOff);
            }
            Event::MembersRead(number, members) => {
                self.journey_on(journey::Event::MembersRead(number, members));
            }
            Event::Played(played) => {
                self.journey_on(journey::Event::Played(played));
            }
            Event::JourneyRead(read) => self.journey_read(*read),
            Event::JourneySaved(saved) => self.journey_saved(*saved),
            Event::LastJourney(journey) => {
                self.journey_on(journey::Event::LastRead(*journey));
            }
            Event::Reached(reached) => self.reached(*reached),
            Event::Surveyed(surveyed) => self.surveyed(*surveyed),
            Event::StoppedBefore(report) => self.stopped_before(report),
            Event::DiagnosticsGathered(summary) => self.diagnostics_gathered(ctx, summary),
            Event::TheirsKept(Err(trouble))
            | Event::Exported(Err(trouble))
            | Event::PictureStored(_, Err(trouble))
            | Event::ScreenshotRead(Err(trouble)) => self.complain(&trouble),
        }
    }

    /// Handles a job that panicked: nothing must wait for it any longer.
    fn crashed(&mut self, crashed: &Crashed) {
        self.at_work.clear();
        self.opening = None;
        self.operation_crashed(crashed.what);
        match crashed.key {
            Some(Key::Save(session)) => {
                self.keep_on(keeping::Event::Crashed(session));
            }
            Some(Key::Note(_) | Key::Settings | Key::Journey | Key::Launches | Key::Open) | None => {
                let what = self.text.t(crashed.what);
                let error = self.text.tv("broke-off", &[("what", what.into())]);
                self.say(crate::studio::tone::Tone::Danger, error);
            }
        }
    }
}
