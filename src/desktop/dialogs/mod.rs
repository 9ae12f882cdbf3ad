//! The dialogs in front of the window, one at a time; each returns an answer, which `app` acts upon.

mod bin;
mod confirm;
mod conflict;
mod connection_form;
mod connections;
mod crop;
mod enlarged;
mod file;
mod help;
mod labels;
mod name_form;
mod naming;
mod order;
mod palette;
mod paste;
mod published_conflict;
mod quit;
mod reach;
mod recovery;
mod replace;
mod save_audience;
mod settings;
mod shell;
mod site_changes;
mod stopped;
mod versions;

use std::{collections::HashMap, path::PathBuf};

pub use bin::BinDialog;
pub use confirm::{Confirm, ConfirmDialog};
pub use conflict::ConflictDialog;
pub use connections::{ConnectionsDialog, connection_name};
pub use crop::CropDialog;
pub use enlarged::EnlargedDialog;
pub use file::FileDialog;
pub use help::HelpDialog;
pub use labels::LabelsDialog;
pub use naming::RenameDialog;
pub use order::OrderDialog;
pub use palette::PaletteDialog;
pub use paste::PasteDialog;
pub(super) use paste::loss_words;
pub use published_conflict::PublishedConflictDialog;
pub use quit::QuitDialog;
pub use reach::{CountTask, ReachDialog};
pub use recovery::RecoveryDialog;
pub use replace::ReplaceDialog;
pub use save_audience::SaveAudienceDialog;
pub use settings::SettingsDialog;
pub use site_changes::{SiteChangesDialog, SiteConflictDialog};
pub use stopped::StoppedDialog;
pub use versions::VersionsDialog;

use crate::{
    campaign::{Campaign, Group, NodePath, SiteDocument},
    library::{BinEntry, Binned, Crop, Unsaved},
    publish::{Choice, Connection, Token},
    studio::{
        batch::FileChanges,
        choosing::Purpose,
        command::Command,
        conflicts::Keep,
        publishing::{ConnectionState, Published},
        replacing::SiteReplacement,
        settings::Preferences,
        shelf::Shelf,
    },
    wording::text::Text,
};

/// A dialog that is open.
pub enum Dialog {
    /// A new name for a campaign.
    Rename(RenameDialog),
    /// An audience that another program wrote.
    Paste(PasteDialog),
    /// A name for an audience that is saved.
    SaveAudience(SaveAudienceDialog),
    /// A file to read or write.
    File(FileDialog),
    /// Two versions of a campaign that is edited here.
    Conflict(Box<ConflictDialog>),
    /// What was deleted.
    Bin(BinDialog),
    /// What the open campaign was earlier.
    Versions(Box<VersionsDialog>),
    /// Closing the window while something is not written.
    Quit(QuitDialog),
    /// What an interrupted run left unsaved.
    Recovery(RecoveryDialog),
    /// Which part of a picture is used.
    Crop(CropDialog),
    /// The command palette.
    Palette(PaletteDialog),
    /// Where campaigns are published to.
    Connections(Box<ConnectionsDialog>),
    /// Two versions of a campaign at a backend.
    PublishedConflict(Box<PublishedConflictDialog>),
    /// What publishing the site document changes.
    SiteChanges(SiteChangesDialog),
    /// Two versions of the site document.
    SiteConflict(SiteConflictDialog),
    /// Asks for confirmation before something leaves the site.
    Confirm(ConfirmDialog),
    /// The help.
    Help(HelpDialog),
    /// How many visitors an audience is.
    Reach(Box<ReachDialog>),
    /// What happened the last time.
    Stopped(StoppedDialog),
    /// The settings.
    Settings(SettingsDialog),
    /// A picture of the contact sheet at 100 %.
    Enlarged(Box<EnlargedDialog>),
    /// The labels of campaigns.
    Labels(Box<LabelsDialog>),
    /// The order in which campaigns go.
    Order(Box<OrderDialog>),
    /// Another text in the addresses of many campaigns.
    Replace(Box<ReplaceDialog>),
}

/// What the user answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Nothing; close the dialog.
    Cancel,
    /// Rename the campaign of this file.
    Rename(PathBuf, String),
    /// Put this audience into the group of the open campaign at this path.
    Paste(NodePath, Box<Group>),
    /// Save the part of the open campaign's audience at this path as an audience of this name.
    SaveAudience(NodePath, String),
    /// Read or write this file. The dialog closes.
    File(Purpose, PathBuf),
    /// Show the desktop's own file dialog. The dialog stays.
    Browse(Purpose),
    /// Keep this version.
    Resolve(Keep),
    /// Restore this file from the bin. The dialog stays.
    Restore(Binned),
    /// Restore these files from the bin.
    RestoreAll(Vec<Binned>),
    /// Remove this file of the bin for good. The dialog stays.
    Erase(Binned),
    /// Restore this version of the campaign of the session of this number.
    RestoreVersion(u64, Box<Campaign>),
    /// Close the window, whatever is not written.
    CloseAnyway,
    /// Do not close the window.
    Stay,
    /// Bring these drafts back.
    Recover(Vec<Unsaved>),
    /// Forget them.
    Forget(Vec<PathBuf>),
    /// Use this part of the picture.
    Crop(Crop),
    /// Do this.
    Command(Command),
    /// Show the page of the site, and there the place that a JSON Pointer names.
    SiteAt(&'static str),
    /// Open this campaign.
    Open(PathBuf),
    /// Publish this library to the connection of this identity. The dialog stays.
    PublishTo(String),
    /// Ask this connection for its campaigns, with this token or the stored one. The dialog stays.
    TryConnection(Connection, Option<Token>),
    /// Store this connection, and this token if there is one. The dialog stays until it is stored.
    SaveConnection(Connection, Option<Token>),
    /// Forget the connection of this identity. The dialog stays.
    RemoveConnection(String),
    /// End a conflict at a backend.
    ResolvePublished {
        /// The draft's file.
        path: PathBuf,
        /// The connection's identity.
        connection: String,
        /// Both versions.
        conflict: Box<crate::publish::Conflict>,
        /// Which version continues.
        choice: Choice,
    },
    /// Publish the site document.
    PublishSite,
    /// End a conflict about the site document.
    ResolveSite {
        /// The connection's identity.
        connection: String,
        /// Their version.
        theirs: Box<SiteDocument>,
        /// Which version continues.
        choice: Choice,
    },
    /// Look at this log of visitors. The dialog stays.
    ReadLog(PathBuf),
    /// Count the audience in the log. The dialog stays.
    CountReach,
    /// Stop counting. The dialog stays.
    StopCount,
    /// Remember the meaning of the log's columns. The dialog stays.
    RememberColumns,
    /// Find what replacing changes. The dialog stays.
    FindAddress,
    /// Give these campaigns other labels.
    Label(Vec<FileChanges>),
    /// Write these priorities.
    Order(Vec<FileChanges>),
    /// Replace addresses in these files.
    Replace(Vec<FileChanges>, Vec<SiteReplacement>),
    /// Put this text into the clipboard. The dialog stays.
    Copy(String),
    /// Put the diagnostics into the clipboard. The dialog stays.
    CopyDiagnostics,
    /// Show the report of a crash in its folder. The dialog stays.
    ShowReport(PathBuf),
    /// Be set like this. The dialog stays.
    Prefer(Preferences),
    /// Ask which library to open.
    ChooseLibrary,
    /// Open the library of this folder.
    OpenLibrary(PathBuf),
    /// Show this folder in the desktop's file manager. The dialog stays.
    ShowFolder(PathBuf),
    /// Take the campaign of this file down.
    TakeDown(PathBuf),
    /// Delete the campaign of this file; if true, also take it down.
    Delete(Vec<PathBuf>, bool),
}

/// What dialogs may read.
#[derive(Debug, Clone, Copy)]
pub struct DialogView<'a> {
    /// The words.
    pub text: &'a Text,
    /// The campaigns.
    pub shelf: &'a Shelf,
    /// The connections to publish to, and the campaigns' status there.
    pub published: &'a Published,
    /// The state of each connection.
    pub lines: &'a HashMap<String, ConnectionState>,
    /// The content of the bin.
    pub bin: &'a [BinEntry],
    /// The zone in which times are said.
    pub zone: chrono_tz::Tz,
}

impl Dialog {
    /// Shows the dialog; returns the answer once there is one.
    pub fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        match self {
            Self::Rename(dialog) => dialog.show(ctx, view),
            Self::Paste(dialog) => dialog.show(ctx, view),
            Self::SaveAudience(dialog) => dialog.show(ctx, view),
            Self::File(dialog) => dialog.show(ctx, view),
            Self::Conflict(dialog) => dialog.show(ctx, view),
            Self::Bin(dialog) => dialog.show(ctx, view),
            Self::Versions(dialog) => dialog.show(ctx, view),
            Self::Quit(dialog) => dialog.show(ctx, view),
            Self::Recovery(dialog) => dialog.show(ctx, view),
            Self::Crop(dialog) => dialog.show(ctx, view),
            Self::Palette(dialog) => dialog.show(ctx, view),
            Self::Connections(dialog) => dialog.show(ctx, view),
            Self::PublishedConflict(dialog) => dialog.show(ctx, view),
            Self::SiteChanges(dialog) => dialog.show(ctx, view),
            Self::SiteConflict(dialog) => dialog.show(ctx, view),
            Self::Confirm(dialog) => dialog.show(ctx, view),
            Self::Help(dialog) => dialog.show(ctx, view),
            Self::Reach(dialog) => dialog.show(ctx, view),
            Self::Stopped(dialog) => dialog.show(ctx, view),
            Self::Settings(dialog) => dialog.show(ctx, view),
            Self::Enlarged(dialog) => dialog.show(ctx, view),
            Self::Labels(dialog) => dialog.show(ctx, view),
            Self::Order(dialog) => dialog.show(ctx, view),
            Self::Replace(dialog) => dialog.show(ctx, view),
        }
    }
}
