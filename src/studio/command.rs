//! All commands. How a command is drawn and which keys trigger it is up to the window.

use super::export::Export;

/// An action that needs no further input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumCount)]
pub enum Command {
    /// Opens the command palette.
    Palette,
    /// Starts a campaign.
    NewCampaign,
    /// Copies the open campaign.
    Duplicate,
    /// Renames the open campaign.
    Rename,
    /// Deletes the open campaign; it can be restored.
    Delete,
    /// Shows the campaigns deleted in the last weeks.
    Bin,
    /// Shows earlier versions of the open campaign.
    Versions,
    /// Changes the labels of the open campaign.
    Labels,
    /// Replaces a text in the addresses of the campaigns.
    ReplaceAddress,
    /// Arranges the order in which campaigns go.
    Order,
    /// Moves the focus into the library's search.
    Search,
    /// Opens the campaign above.
    PreviousCampaign,
    /// Opens the campaign below.
    NextCampaign,
    /// Undoes the last step.
    Undo,
    /// Redoes the last undone step.
    Redo,
    /// Shows the audience.
    GoAudience,
    /// Shows the message.
    GoMessage,
    /// Shows the review.
    GoReview,
    /// Shows the findings about the whole library, or goes back to the editor.
    Checks,
    /// Shows what holds for all campaigns, or goes back to the editor.
    Site,
    /// Shows what runs when, or goes back to the editor.
    Calendar,
    /// Shows the saved audiences, or goes back to the editor.
    Audiences,
    /// Shows the open campaign's pop-up in every way in which visitors may meet it, or goes back to the editor.
    Sheet,
    /// Goes to the next step.
    Next,
    /// Adds a condition to the audience.
    AddCondition,
    /// Adds a group to the audience.
    AddGroup,
    /// Simulates a visitor who sees the open campaign.
    FindVisitor,
    /// Shows what would have to change for the simulated visitor.
    NearestChange,
    /// Restores the visitor who was simulated before one was filled in.
    VisitorBefore,
    /// Counts the audience in a log of visitors.
    Reach,
    /// Previews on a desktop.
    FrameDesktop,
    /// Previews on a tablet.
    FrameTablet,
    /// Previews on a phone.
    FramePhone,
    /// Previews on all of them at once, where there is room.
    FrameAll,
    /// Turns the preview's browser window on its side.
    TurnWindow,
    /// Enlarges the preview.
    ZoomIn,
    /// Shrinks the preview.
    ZoomOut,
    /// Previews at 100 %.
    ZoomActual,
    /// Fits the whole page into the preview.
    ZoomFit,
    /// Switches the preview between light and dark.
    PopupTheme,
    /// Shows pop-ups beside the names of the library, or hides them.
    LibraryPictures,
    /// Folds the library into a rail, or unfolds it.
    Sidebar,
    /// Hides the preview and the visitor, or shows them.
    SidePanel,
    /// Moves the focus into the next part of the window.
    NextRegion,
    /// Moves the focus into the part of the window before.
    PreviousRegion,
    /// Enlarges the interface.
    InterfaceLarger,
    /// Shrinks the interface.
    InterfaceSmaller,
    /// The interface in its usual size.
    InterfaceUsual,
    /// Launches the open campaign.
    Launch,
    /// Keeps the open campaign off the site for now.
    Pause,
    /// Puts the paused campaign back onto the site.
    Resume,
    /// Takes the open campaign off the site and out of the backend.
    TakeDown,
    /// Tries at once to send what waits.
    RetryNow,
    /// Shows both versions of a campaign that somebody else changed at the backend.
    ResolveConflict,
    /// Opens the demo page of the open campaign.
    OpenDemo,
    /// Publishes what holds for all campaigns.
    PublishSite,
    /// Shows where campaigns are published to.
    Connections,
    /// Exports a file for elsewhere.
    Export(Export),
    /// Brings a campaign file into the library.
    Import,
    /// Opens another library.
    OpenLibrary,
    /// Shows the settings.
    Settings,
    /// Switches between the visitor and the journey.
    Journey,
    /// Opens a journey file.
    OpenJourney,
    /// Saves the journey.
    SaveJourney,
    /// Saves the journey into another file.
    SaveJourneyAs,
    /// The light theme.
    ThemeLight,
    /// The dark theme.
    ThemeDark,
    /// The desktop's theme.
    ThemeSystem,
    /// Turns sliding animations off or on.
    ReduceMotion,
    /// Switches between English and Turkish.
    Language,
    /// Shows the documents.
    Help,
    /// Copies the information needed to look into a failure.
    CopyDiagnostics,
    /// Closes the window.
    Quit,
}

// Every variant is listed, and every export; a test shows that none stands twice.
const _: () = assert!(Command::ALL.len() == <Command as strum::EnumCount>::COUNT - 1 + Export::ALL.len());

impl Command {
    /// Every command, in the order of the palette.
    pub const ALL: &'static [Self] = &[
        Self::Palette,
        Self::NewCampaign,
        Self::Duplicate,
        Self::Rename,
        Self::Delete,
        Self::Bin,
        Self::Versions,
        Self::Labels,
        Self::ReplaceAddress,
        Self::Order,
        Self::Search,
        Self::PreviousCampaign,
        Self::NextCampaign,
        Self::Undo,
        Self::Redo,
        Self::GoAudience,
        Self::GoMessage,
        Self::GoReview,
        Self::Checks,
        Self::Site,
        Self::Calendar,
        Self::Audiences,
        Self::Sheet,
        Self::Next,
        Self::AddCondition,
        Self::AddGroup,
        Self::FindVisitor,
        Self::NearestChange,
        Self::VisitorBefore,
        Self::Reach,
        Self::FrameDesktop,
        Self::FrameTablet,
        Self::FramePhone,
        Self::FrameAll,
        Self::TurnWindow,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomActual,
        Self::ZoomFit,
        Self::PopupTheme,
        Self::LibraryPictures,
        Self::Sidebar,
        Self::SidePanel,
        Self::NextRegion,
        Self::PreviousRegion,
        Self::InterfaceLarger,
        Self::InterfaceSmaller,
        Self::InterfaceUsual,
        Self::Launch,
        Self::Pause,
        Self::Resume,
        Self::TakeDown,
        Self::RetryNow,
        Self::ResolveConflict,
        Self::OpenDemo,
        Self::PublishSite,
        Self::Connections,
        Self::Export(Export::Campaign),
        Self::Export(Export::Selection),
        Self::Export(Export::Library),
        Self::Export(Export::Page),
        Self::Export(Export::Popup),
        Self::Export(Export::Preview),
        Self::Export(Export::Jetlink),
        Self::Export(Export::Xliff),
        Self::Export(Export::Table),
        Self::Import,
        Self::OpenLibrary,
        Self::Settings,
        Self::Journey,
        Self::OpenJourney,
        Self::SaveJourney,
        Self::SaveJourneyAs,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ThemeSystem,
        Self::ReduceMotion,
        Self::Language,
        Self::Help,
        Self::CopyDiagnostics,
        Self::Quit,
    ];

    /// The part of its text keys that is its own: `command-ID` is its label, `command-ID-tip` what it does in a sentence.
    pub fn id(self) -> &'static str {
        match self {
            Self::Palette => "palette",
            Self::NewCampaign => "new",
            Self::Duplicate => "duplicate",
            Self::Rename => "rename",
            Self::Delete => "delete",
            Self::Bin => "bin",
            Self::Versions => "versions",
            Self::Labels => "labels",
            Self::ReplaceAddress => "replace-address",
            Self::Order => "order",
            Self::Search => "search",
            Self::PreviousCampaign => "previous-campaign",
            Self::NextCampaign => "next-campaign",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::GoAudience => "go-audience",
            Self::GoMessage => "go-message",
            Self::GoReview => "go-review",
            Self::Checks => "checks",
            Self::Calendar => "calendar",
            Self::Site => "site",
            Self::Audiences => "audiences",
            Self::Sheet => "sheet",
            Self::Next => "next",
            Self::AddCondition => "add-condition",
            Self::AddGroup => "add-group",
            Self::FindVisitor => "find-visitor",
            Self::NearestChange => "nearest-change",
            Self::VisitorBefore => "visitor-before",
            Self::Reach => "reach",
            Self::FrameDesktop => "frame-desktop",
            Self::FrameTablet => "frame-tablet",
            Self::FramePhone => "frame-phone",
            Self::FrameAll => "frame-all",
            Self::TurnWindow => "turn-window",
            Self::ZoomIn => "zoom-in",
            Self::ZoomOut => "zoom-out",
            Self::ZoomActual => "zoom-actual",
            Self::ZoomFit => "zoom-fit",
            Self::PopupTheme => "popup-theme",
            Self::LibraryPictures => "library-pictures",
            Self::Sidebar => "sidebar",
            Self::SidePanel => "side-panel",
            Self::NextRegion => "next-region",
            Self::PreviousRegion => "previous-region",
            Self::InterfaceLarger => "interface-larger",
            Self::InterfaceSmaller => "interface-smaller",
            Self::InterfaceUsual => "interface-usual",
            Self::Launch => "launch",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::TakeDown => "take-down",
            Self::RetryNow => "retry-now",
            Self::ResolveConflict => "resolve-conflict",
            Self::OpenDemo => "open-demo",
            Self::PublishSite => "publish-site",
            Self::Connections => "connections",
            Self::Import => "import",
            Self::OpenLibrary => "open-library",
            Self::Settings => "settings",
            Self::Journey => "journey",
            Self::OpenJourney => "open-journey",
            Self::SaveJourney => "save-journey",
            Self::SaveJourneyAs => "save-journey-as",
            Self::ThemeLight => "theme-light",
            Self::ThemeDark => "theme-dark",
            Self::ThemeSystem => "theme-system",
            Self::ReduceMotion => "reduce-motion",
            Self::Language => "language",
            Self::Help => "help",
            Self::CopyDiagnostics => "copy-diagnostics",
            Self::Quit => "quit",
            Self::Export(export) => export.id(),
        }
    }

    /// The key of its label's text.
    pub fn label_key(self) -> String {
        format!("command-{}", self.id())
    }

    /// The key of the text that says what it does.
    pub fn tip_key(self) -> String {
        format!("command-{}-tip", self.id())
    }

    /// Whether what it does is seen in the right panel, which may be hidden.
    pub fn is_about_side(self) -> bool {
        matches!(
            self,
            Self::FrameDesktop
                | Self::FrameTablet
                | Self::FramePhone
                | Self::FrameAll
                | Self::TurnWindow
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomActual
                | Self::ZoomFit
                | Self::PopupTheme
                | Self::Journey
                | Self::OpenJourney
        )
    }

    /// Whether it undoes or redoes steps of a history.
    pub fn is_history(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}
