//! The events that publishing reacts to, and the requests it makes in return.

use std::path::PathBuf;

use super::{CarriedOut, Choose, LocalServer, Message, Order, Snapshot, Started, Theirs};
use crate::{
    campaign::{Campaign, SiteDocument},
    library::Stored,
    popup::Brand,
    publish::{self, Choice, Conflict, Connection, What},
    studio::{
        command::Command,
        trouble::{self, Trouble},
    },
};

/// Something that matters to publishing.
#[derive(Debug)]
pub enum Event {
    /// The window has opened.
    Opened,
    /// The window has closed.
    Closed,
    /// The user wants an operation on the campaign of this file.
    Wanted(PathBuf, What),
    /// The user wants the site document published, as it is now.
    SiteWanted(Box<SiteDocument>),
    /// The user confirmed that the campaign of this file should be taken down.
    TakeDownConfirmed(PathBuf),
    /// The user wants to try a campaign on the demo shop.
    OpenDemo {
        /// The campaign's identity.
        campaign: String,
        /// A page that it asks for.
        page: Option<String>,
        /// How the shop should look.
        brand: Brand,
    },
    /// The user wants to see both versions of the campaign of this file.
    ShowConflict(PathBuf, Box<Campaign>),
    /// The user wants to see both versions of the site document.
    ShowSiteConflict,
    /// Somebody else's version of a campaign is safe in the library; or what went wrong.
    TheirsKept(trouble::Result<Box<Theirs>>),
    /// The user ended a conflict at a backend, and nothing is lost by it.
    ResolveConflict(Choose),
    /// The user ended a conflict about the site document at the connection of this identity.
    ResolveSiteConflict(String, Choice),
    /// The user wants to see the connections.
    ShowConnections,
    /// The user publishes this library to the connection of this identity from now on.
    ChooseConnection(String),
    /// The connection of this identity, new or known, was written to the disk.
    ConnectionSaved(String),
    /// The user no longer wants the connection of this identity.
    RemoveConnection(String),
    /// The connection of this identity is gone from the disk; or what went wrong.
    ConnectionRemoved(trouble::Result<String>),
    /// The user wants what waits to be tried now.
    Retry,
    /// The disk was read; or what went wrong.
    Read(trouble::Result<Snapshot>),
    /// Something happened on the way to a backend.
    Courier(Box<publish::Event>),
    /// The job of an operation has ended.
    OperationEnded {
        /// What it was about.
        aim: Aim,
        /// The result.
        carried_out: Box<CarriedOut>,
        /// The state on the disk afterwards, if the server on this computer was started for it.
        snapshot: Option<Snapshot>,
    },
    /// The job of an operation panicked.
    OperationCrashed,
    /// The server on this computer was started, or not; and what the disk says then.
    ServerStarted(Box<Started>, Option<Snapshot>),
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request {
    /// Read the disk in a job that ends with [`Event::Read`].
    Read {
        /// Whether nothing was read before, so that an earlier version's data has to be adopted first.
        first: bool,
    },
    /// Store an operation in a job that ends with [`Event::OperationEnded`] or [`Event::OperationCrashed`].
    Operate {
        /// The campaign's file.
        path: PathBuf,
        /// What is wanted.
        what: What,
        /// Where it goes.
        destination: Destination,
    },
    /// Store the site document as an operation, as [`Request::Operate`] does.
    PublishSite {
        /// The document.
        document: Box<SiteDocument>,
        /// Where it goes.
        destination: Destination,
    },
    /// Start the server on this computer in a job that ends with [`Event::ServerStarted`].
    StartServer {
        /// One that has to end first.
        after: Option<LocalServer>,
    },
    /// End the server on this computer.
    StopServer(LocalServer),
    /// Pass an order to the courier.
    Courier(Order),
    /// Delete the connection of this identity in a job that ends with [`Event::ConnectionRemoved`].
    RemoveConnection(String),
    /// Remember that this library publishes to the connection of this identity.
    Remember(String),
    /// Recompute the status of the campaigns in the list.
    RefreshStatuses,
    /// Open the campaign of this file at the Review step.
    ShowReview(PathBuf),
    /// Read the campaign of this file for [`Event::ShowConflict`].
    ReadForConflict(PathBuf),
    /// Read the campaign of this identity, if it is in the list, for [`Event::OpenDemo`].
    ReadForDemo(String),
    /// Show both versions of a campaign.
    ShowConflict {
        /// Its file.
        path: PathBuf,
        /// The version of the draft.
        campaign: Box<Campaign>,
        /// Where the other one is.
        place: Connection,
        /// The other one.
        conflict: Box<Conflict>,
    },
    /// Show both versions of the site document.
    ShowSiteConflict {
        /// Where the other one is.
        place: Connection,
        /// The other one.
        conflict: Box<Conflict>,
    },
    /// Take somebody else's version into the draft, for [`Event::ResolveConflict`] once the draft is saved.
    TakeTheirs(Box<Theirs>),
    /// Say that somebody else's version is a campaign of its own now.
    SayCopied(Box<Stored>),
    /// Show the connections.
    ShowConnections {
        /// Whether there is none yet.
        none_yet: bool,
    },
    /// Ask for confirmation before the campaign of this file is taken down.
    ConfirmTakeDown(PathBuf),
    /// Open this address in the user's browser.
    Browse(String),
    /// Say something.
    Say(Message),
    /// Say something about the campaign of this identity, and offer what may be done next if it is in the list.
    SayAbout(String, Message, FollowUp),
    /// Say something about the site document, and offer its page.
    SayOfSite(Message),
    /// Say what went wrong.
    Complain(Trouble),
}

/// What an operation is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aim {
    /// The campaign of a file.
    Campaign {
        /// The file.
        path: PathBuf,
        /// What is wanted.
        what: What,
    },
    /// The site document, which is to be published.
    Site,
}

/// Where an operation goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To the connection of this identity.
    Connection(String),
    /// To the server on this computer, which the operation's job starts unless it runs.
    ThisComputer,
}

/// The action offered along with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUp {
    /// Show the Review step.
    ShowReview,
    /// Choose between two versions.
    Choose,
    /// Open the demo shop.
    OpenDemo,
}

impl FollowUp {
    /// The key of its button's text.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::ShowReview => "launch-show",
            Self::Choose => "launch-choose",
            Self::OpenDemo => "command-open-demo",
        }
    }

    /// What its button does to the campaign.
    pub fn command(self) -> Command {
        match self {
            Self::ShowReview => Command::GoReview,
            Self::Choose => Command::ResolveConflict,
            Self::OpenDemo => Command::OpenDemo,
        }
    }
}
