//! The journey on display: its steps, the playhead, its outcome, and what has to be read, played and kept for it.
//!
//! Takes [`Event`]s and returns [`Request`]s: the owner of the threads reads, plays and writes. The engine decides what is shown when, in a
//! [`Run`].

mod steps;
#[cfg(test)]
mod tests;

use std::{path::PathBuf, sync::Arc};

use super::{
    Member, Moment, OpenFile, Run, Scope, cast, edit, edit::Snapshot, files::Unwritten, player::Player, preset,
    timeline::Timeline,
};
use crate::{
    campaign::Campaign,
    engine::{SiteRules, asked_page},
    library::{ContentHash, History},
    studio::{
        inquiry::Inquiry,
        session::Session,
        shelf::Shelf,
        simulated::SimulatedVisitor,
        trouble::{self, Trouble},
    },
    visitor::{Journey, JourneyPreset},
};

/// How long a journey rests before it is written down, in seconds.
const RESTS: f64 = 1.0;

/// What is on the screen when something happens.
#[derive(Clone, Copy)]
pub struct Present<'a> {
    /// The open campaign.
    pub session: Option<&'a Session>,
    /// The library's campaigns, each with its status.
    pub shelf: &'a Shelf,
    /// The simulated visitor, who takes the journey.
    pub simulated: &'a SimulatedVisitor,
    /// What the site says of all its campaigns.
    pub site: &'a SiteRules,
}

/// Something that happens.
pub enum Event {
    /// A frame is drawn, so many seconds after the app started.
    Frame(f64),
    /// The library's campaigns may be others now.
    LibraryChanged,
    /// Another campaign is open.
    OtherCampaign,
    /// The library's campaigns were read, for the request of this number.
    MembersRead(u64, Vec<Member>),
    /// A journey was played.
    Played(Box<Played>),
    /// The job that reads the library's campaigns panicked, for the request of this number.
    MembersBrokeOff(u64),
    /// The job that plays a journey panicked.
    PlayBrokeOff(Box<RunInput>),
    /// The steps of the last run were read, if there were any.
    LastRead(Option<Journey>),
    /// The user wants the journey of a file.
    Open(PathBuf),
    /// The user wants the journey saved, into its file if it has one.
    Save,
    /// The user wants the journey saved into this file, whatever that holds.
    SaveAs(PathBuf),
    /// A journey's file was read; or what went wrong.
    Read(trouble::Result<OpenFile>),
    /// The journey was saved, or not.
    Saved(Result<OpenFile, Unwritten>),
    /// The window closes: nothing may rest any longer.
    Closing,
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request {
    /// Read the steps of the last run.
    ReadLast,
    /// Read the library's campaigns, under this number.
    ReadMembers(u64),
    /// Play a journey.
    Play(Box<Play>),
    /// Write the steps down for the next run.
    Keep(Journey),
    /// Read a journey's file; the steps of the last run first, so that they can be brought back.
    Read {
        /// The file.
        path: PathBuf,
        /// Whether the steps of the last run were never read.
        last_first: bool,
    },
    /// Write the journey into a file, only if that still has the known content, if any.
    Write {
        /// The file.
        path: PathBuf,
        /// What it holds.
        known: Option<ContentHash>,
        /// The content to write.
        journey: Journey,
    },
    /// Ask which file the journey is saved into.
    AskWhere,
    /// The same, because another program changed this one.
    AskAgain(PathBuf),
    /// Take over the journey of a file: [`JourneyDesk::open`].
    Take(OpenFile),
    /// Say that another journey replaced one that was not saved.
    SayReplaced,
    /// Say that the journey is in this file.
    SaySaved(PathBuf),
    /// Say what went wrong.
    Complain(Trouble),
    /// Look again after so many seconds.
    FrameIn(f64),
}

/// What a run depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct RunInput {
    /// Of the library's campaigns, as they were read.
    members: u64,
    /// Of the list with each campaign's status.
    shelf: u64,
    /// The open campaign's file.
    open: PathBuf,
    /// Its revision.
    revision: u64,
    scope: Scope,
    journey: Journey,
    site: SiteRules,
}

/// A journey that is to be played.
#[derive(Debug)]
pub struct Play {
    question: RunInput,
    cast: Vec<Arc<Campaign>>,
    left_out: usize,
}

/// A journey that was played.
pub struct Played {
    question: RunInput,
    run: Run,
    left_out: usize,
}

impl Play {
    /// What is played.
    pub fn input(&self) -> RunInput {
        self.question.clone()
    }

    /// Plays the journey. Takes as long as the engine needs for all its steps.
    pub fn play(self) -> Played {
        Played {
            run: Run::new(self.cast, self.question.journey.clone(), &self.question.site),
            question: self.question,
            left_out: self.left_out,
        }
    }
}

/// Whether steps of the user's own are safe.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Keeping {
    /// This revision is written down, or need not be.
    Kept(u64),
    /// A newer revision than the one kept has rested since this time, in seconds after the app started.
    Rests { kept: u64, newer: u64, since: f64 },
}

/// The steps of the last run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// Nobody has wanted to see a journey yet.
    Unread,
    /// They were asked for.
    Asked,
}

/// The journey, and what is known of it.
pub struct JourneyDesk {
    /// Whether the journey is shown, rather than the visitor.
    pub shown: bool,
    /// Who competes.
    pub scope: Scope,
    /// The playhead.
    pub player: Player,
    pub(super) file: Option<OpenFile>,
    pub(super) timeline: Timeline,
    pub(super) preset: Option<JourneyPreset>,
    /// Who was simulated before the preset on the phone, and who is since.
    pub(super) before_phone: Option<(SimulatedVisitor, SimulatedVisitor)>,
    pub(super) selected: Option<usize>,
    pub(super) history: History<Snapshot>,
    /// Rises with every change of the steps.
    pub(super) revision: u64,
    /// Whether the keyboard focus or the last press was here, so that Undo applies to the journey.
    pub(super) active: bool,
    run: Option<Arc<Run>>,
    moment: Option<Arc<Moment>>,
    /// Drafts that are left out of the run.
    left_out: usize,
    /// Rises when the library's campaigns may be others.
    library: u64,
    members: Inquiry<u64, Vec<Member>>,
    plays: Inquiry<RunInput, ()>,
    pages: Vec<String>,
    last: Last,
    /// The revision of the open campaign in the last frame.
    campaign: u64,
    keeping: Keeping,
}

impl JourneyDesk {
    /// The first of the presets, taken by the simulated visitor.
    pub fn new(simulated: &SimulatedVisitor) -> Self {
        let preset = JourneyPreset::default();
        let timeline = preset::steps(preset, "");
        Self {
            shown: false,
            scope: Scope::default(),
            player: Player::default(),
            file: None,
            history: edit::history(&timeline, simulated, Some(preset)),
            timeline,
            preset: Some(preset),
            before_phone: None,
            selected: None,
            revision: 0,
            active: false,
            run: None,
            moment: None,
            left_out: 0,
            library: 1,
            members: Inquiry::default(),
            plays: Inquiry::default(),
            pages: Vec::new(),
            last: Last::Unread,
            campaign: 0,
            keeping: Keeping::Kept(0),
        }
    }

    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event, present: Present<'_>) -> Vec<Request> {
        match event {
            Event::Frame(now) => self.frame(now, present),
            Event::LibraryChanged => {
                self.library += 1;
                Vec::new()
            }
            Event::OtherCampaign => {
                // A user who works on the journey carries on with it.
                self.campaign = present.session.map_or(0, Session::revision);
                // The campaign open before competes as saved.
                self.library += 1;
                Vec::new()
            }
            Event::MembersRead(number, members) => {
                let next = self.members.take(number, members);
                next.map(Request::ReadMembers).into_iter().collect()
            }
            Event::Played(played) => self.played(*played, present),
            Event::MembersBrokeOff(number) => {
                let next = self.members.give_up(&number).map(Request::ReadMembers);
                broke_off(next)
            }
            Event::PlayBrokeOff(input) => {
                let next = self.plays.give_up(&input);
                broke_off(self.start_next(next, present))
            }
            Event::LastRead(journey) => {
                self.last_read(journey, present);
                Vec::new()
            }
            Event::Open(path) => {
                let last_first = std::mem::replace(&mut self.last, Last::Asked) == Last::Unread;
                vec![Request::Read { path, last_first }]
            }
            Event::Save => vec![match &self.file {
                Some(file) => Request::Write {
                    path: file.path.clone(),
                    known: Some(file.hash),
                    journey: self.journey(present.simulated),
                },
                None => Request::AskWhere,
            }],
            Event::SaveAs(path) => vec![Request::Write {
                path,
                known: None,
                journey: self.journey(present.simulated),
            }],
            Event::Read(Ok(file)) => {
                let replaced = self.is_unsaved(present.simulated).then_some(Request::SayReplaced);
                self.shown = true;
                [Request::Take(file)].into_iter().chain(replaced).collect()
            }
            Event::Read(Err(trouble)) => vec![Request::Complain(trouble)],
            Event::Saved(Ok(file)) => {
                let path = file.path.clone();
                self.file = Some(file);
                vec![Request::SaySaved(path)]
            }
            Event::Saved(Err(Unwritten::Changed(path))) => vec![Request::AskAgain(path)],
            Event::Saved(Err(Unwritten::Disk(error))) => vec![Request::Complain(error.into())],
            Event::Closing => self.keep_now(present).into_iter().collect(),
        }
    }

    /// Requests what to read and play while the journey is shown, and what to keep in any case.
    fn frame(&mut self, now: f64, present: Present<'_>) -> Vec<Request> {
        let campaign = present.session.map_or(0, Session::revision);
        if std::mem::replace(&mut self.campaign, campaign) != campaign {
            // The latest change is undone first.
            self.active = false;
        }
        let mut requests = Vec::new();
        if self.shown && present.session.is_some() {
            if std::mem::replace(&mut self.last, Last::Asked) == Last::Unread {
                requests.push(Request::ReadLast);
            }
            requests.extend(self.members.ask(self.library).map(Request::ReadMembers));
            requests.extend(self.play(present));
        }
        requests.extend(self.keep(now, present));
        requests
    }

    /// Plays the journey, if anything about it has changed.
    fn play(&mut self, present: Present<'_>) -> Option<Request> {
        let session = present.session?;
        let question = RunInput {
            members: self.members.last().map_or(0, |(number, _)| *number),
            shelf: present.shelf.revision(),
            open: session.path().to_owned(),
            revision: session.revision(),
            scope: self.scope,
            journey: self.journey(present.simulated),
            site: present.site.clone(),
        };
        let question = self.plays.ask(question)?;
        Some(self.start(question, session, present.shelf))
    }

    fn start(&mut self, question: RunInput, session: &Session, shelf: &Shelf) -> Request {
        let members = self.members.last().map_or(&[][..], |(_, members)| members);
        let open = (session.path(), session.inlined());
        let (cast, left_out) = cast::choose(members, shelf.items(), open, question.scope);
        self.pages = pages(session.inlined(), &cast, &question.site);
        Request::Play(Box::new(Play {
            question,
            cast,
            left_out,
        }))
    }

    /// Takes over a played journey. Changes made meanwhile are played next; until then this result is closer than the previous one.
    fn played(&mut self, played: Played, present: Present<'_>) -> Vec<Request> {
        self.run = Some(Arc::new(played.run));
        self.left_out = played.left_out;
        self.moment = None;
        let next = self.plays.take(played.question, ());
        self.start_next(next, present)
    }

    fn start_next(&mut self, next: Option<RunInput>, present: Present<'_>) -> Vec<Request> {
        let play = next.zip(present.session);
        play.map(|(question, session)| self.start(question, session, present.shelf))
            .into_iter()
            .collect()
    }

    fn last_read(&mut self, journey: Option<Journey>, present: Present<'_>) {
        // A user who has begun something meanwhile carries on with it.
        let untouched = self.revision <= self.kept() || self.preset.is_some();
        if let Some(journey) = journey.filter(|_| untouched) {
            self.resume(journey.events, present.simulated);
            self.keeping = Keeping::Kept(self.revision);
        }
    }

    fn kept(&self) -> u64 {
        match self.keeping {
            Keeping::Kept(kept) | Keeping::Rests { kept, .. } => kept,
        }
    }

    /// Whether there are steps of the user's own that are not stored.
    fn is_unkept(&self) -> bool {
        self.revision != self.kept() && self.last == Last::Asked && self.preset.is_none()
    }

    /// Stores steps of the user's own once they rest.
    fn keep(&mut self, now: f64, present: Present<'_>) -> Option<Request> {
        if !self.is_unkept() {
            return None;
        }
        let since = match self.keeping {
            Keeping::Rests { newer, since, .. } if newer == self.revision => since,
            Keeping::Rests { kept, .. } | Keeping::Kept(kept) => {
                self.keeping = Keeping::Rests {
                    kept,
                    newer: self.revision,
                    since: now,
                };
                now
            }
        };
        match RESTS - (now - since) {
            left if left > 0.0 => Some(Request::FrameIn(left + 0.01)),
            _ => self.keep_now(present),
        }
    }

    fn keep_now(&mut self, present: Present<'_>) -> Option<Request> {
        if !self.is_unkept() {
            return None;
        }
        self.keeping = Keeping::Kept(self.revision);
        Some(Request::Keep(self.journey(present.simulated)))
    }
}

/// Says that a job panicked, and starts what waited behind it.
fn broke_off(next: impl IntoIterator<Item = Request>) -> Vec<Request> {
    next.into_iter().chain([Request::Complain(Trouble::BrokeOff)]).collect()
}

/// The pages that campaigns ask for, the open one's first, each once.
fn pages(open: &Campaign, cast: &[Arc<Campaign>], site: &SiteRules) -> Vec<String> {
    let mut others: Vec<String> = cast.iter().filter_map(|campaign| asked_page(campaign)).collect();
    others.sort();
    let mut pages = vec![site.page_of(open)];
    for page in others {
        if !pages.contains(&page) {
            pages.push(page);
        }
    }
    pages
}
