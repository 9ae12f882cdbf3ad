//! What panels request. They change only their own appearance; `app` carries out the requests after the frame.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::{
    arrival::Pace,
    editor_step::EditorStep,
    gallery,
    selection::Together,
    sheet::{ProofForm, Screen},
    shelf::Sort,
    undoing::Direction,
};
use crate::{
    campaign::{Expectation, LookKey, NodePath, Rgb, SavedAudience},
    library::{Binned, PictureUse},
    notation::Notation,
    popup::{Frame, Scene, Theme},
    studio::command::Command,
    visitor::{Visitor, VisitorPreset},
};

/// A request of a panel.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A command, as from the palette.
    Do(Command),
    /// Open the campaign of this file.
    Open(PathBuf),
    /// Open the campaign of this file, and put the keyboard into the editor.
    Edit(PathBuf),
    /// Begin a campaign as the page of starting points asks.
    Begin(Box<gallery::Request>),
    /// Bring the campaigns of this file into the library.
    ImportFile(PathBuf),
    /// Show the editor instead of another page.
    ShowEditor,
    /// Open the campaign of this file, and there the place that a JSON Pointer names.
    OpenAt(PathBuf, String),
    /// Duplicate, rename or delete a campaign that need not be open.
    To(PathBuf, Command),
    /// Do this with the campaigns of these files.
    ToAll(Vec<PathBuf>, Together),
    /// Show the list in this order.
    SortBy(Sort),
    /// Show a step of the editor, and there the place that a JSON Pointer names.
    GoTo(EditorStep, Option<String>),
    /// Select the row of the audience or the activity that a JSON Pointer leads to.
    ShowRow(String),
    /// Write the message of the open campaign in this language; `None` for its own.
    Speak(Option<String>),
    /// Fold what would have to change for the simulated visitor.
    FoldChange,
    /// Change the simulated visitor as computed, so that they see the open campaign.
    MakeChanges,
    /// Simulate this visitor at this instant, after opening the campaign of a file if one is named.
    Meet(Option<PathBuf>, Box<Visitor>, DateTime<Utc>),
    /// Simulate this typical visitor.
    Simulate(VisitorPreset),
    /// Keep the simulated visitor as a test of the open campaign.
    KeepTest,
    /// Remove a test from the campaign of this file.
    ForgetTest(PathBuf, Box<Expectation>),
    /// Let the user choose a picture file; the answer goes to the open campaign.
    ChoosePicture(PictureUse),
    /// Choose another part of the picture that was put on the card last.
    CropPicture,
    /// Let the user choose a screenshot of their own site for the preview.
    ChooseScreenshot,
    /// Use this picture file in the open campaign.
    TakePicture(PictureUse, PathBuf),
    /// Show this file in the desktop's file manager.
    ShowInFolder(PathBuf),
    /// Rename the campaign of this file.
    RenameTo(PathBuf, String),
    /// Show a message at the lower edge of the window.
    Say(String),
    /// Restore a deleted campaign.
    Restore(Vec<Binned>),
    /// Try again to save the open campaign.
    SaveAgain,
    /// Publish this library to the connection of this identity.
    PublishTo(String),
    /// Show the page of the site.
    ShowSite,
    /// Read the site document again.
    ReadSite,
    /// Publish the site document.
    PublishSite,
    /// Show what publishing the site document changes.
    ShowSiteChanges,
    /// Show both versions of the site document, to choose between them.
    ShowSiteConflict,
    /// Open this address in the user's browser.
    Browse(String),
    /// Put this text into the clipboard.
    Copy(String),
    /// Play how the open campaign's pop-up comes onto the page.
    PlayEntrance(Pace),
    /// Preview in this browser window.
    Frame(Frame),
    /// Work on the open campaign's message in this browser window and theme.
    ShowMessageIn(Screen, Theme),
    /// Export the contact sheet as this.
    ExportProof(ProofForm),
    /// Put the contact sheet into the clipboard, as a picture.
    CopyProof,
    /// Show this picture at 100 %, under these words.
    Enlarge(Box<Scene>, String),
    /// Put this colour into the open campaign's look; `None` for the theme's own.
    UseColor(LookKey, Option<Rgb>),
    /// Open the campaign with this id, from the journey, which does not change.
    OpenById(String),
    /// Save the part of the open campaign's audience at a path, under a name that is asked for; the outermost group for the whole of it.
    SaveAudience(NodePath),
    /// Put the part of the open campaign's audience at a path into the clipboard, for another program.
    CopyAudience(Notation, NodePath),
    /// Ask for an audience that another program wrote, to be put into the group at a path.
    PasteAudience(NodePath),
    /// Edit the saved audience of this name.
    OpenAudience(String),
    /// Show all saved audiences.
    ShowAudiences,
    /// Choose between two versions of the audience that is being edited: one's own, or the other one.
    ChooseAudience(bool),
    /// Read the saved audiences again, and write what could not be written.
    ReadAudiences,
    /// Delete the saved audience of this name; the campaigns that use it keep its conditions as their own.
    DeleteAudience(String),
    /// Bring a saved audience back that was deleted.
    RestoreAudience(String, Box<SavedAudience>),
    /// Undo the last change of the journey.
    UndoJourney,
    /// Take the batch of this number back, or make it again.
    WalkBatch(Direction, u64),
}

/// The requests of panels in this frame.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Asks for `action`.
    pub fn send(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Asks for a command.
    pub fn command(&mut self, command: Command) {
        self.send(Action::Do(command));
    }

    /// Takes all requests.
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
