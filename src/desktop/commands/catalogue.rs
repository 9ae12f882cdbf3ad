//! The commands themselves.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Spec;
use crate::desktop::{export::Export, theme::Icon};

/// Something that can be done without saying more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Opens the command palette.
    Palette,
    /// Starts a campaign.
    NewCampaign,
    /// Copies the open campaign.
    Duplicate,
    /// Renames the open campaign.
    Rename,
    /// Deletes the open campaign; it can be brought back.
    Delete,
    /// Shows what was deleted in the last weeks.
    Bin,
    /// Shows what the open campaign was earlier.
    Versions,
    /// Moves the keyboard into the library's search.
    Search,
    /// Opens the campaign above.
    PreviousCampaign,
    /// Opens the campaign below.
    NextCampaign,
    /// Takes the last step back.
    Undo,
    /// Takes the last undo back.
    Redo,
    /// Shows the audience.
    GoAudience,
    /// Shows the message.
    GoMessage,
    /// Shows the review.
    GoReview,
    /// Shows what the checks say of the whole library, or goes back to the editor.
    Checks,
    /// Goes to the next step.
    Next,
    /// Adds a condition to the audience.
    AddCondition,
    /// Adds a group to the audience.
    AddGroup,
    /// Simulates a visitor who sees the open campaign.
    FindVisitor,
    /// Says what would have to change for the simulated visitor.
    NearestChange,
    /// Simulates the visitor again who was there before one was filled in.
    VisitorBefore,
    /// Counts the audience in a log of visitors.
    Reach,
    /// Previews on a desktop.
    FrameDesktop,
    /// Previews on a tablet.
    FrameTablet,
    /// Previews on a phone.
    FramePhone,
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
    /// Launches the open campaign.
    Launch,
    /// Keeps the open campaign off the site for now.
    Pause,
    /// Puts the paused campaign back onto the site.
    Resume,
    /// Takes the open campaign off the site and out of the backend.
    TakeDown,
    /// Tries at once what waits to be sent.
    RetryNow,
    /// Shows both versions of a campaign that somebody else changed at the backend.
    ResolveConflict,
    /// Opens the demo page of the open campaign.
    OpenDemo,
    /// Shows where campaigns are published to.
    Connections,
    /// Exports a file for elsewhere.
    Export(Export),
    /// Brings a campaign file into the library.
    Import,
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
    /// Lets things stand instead of sliding, or slide again.
    ReduceMotion,
    /// Switches between English and Turkish.
    Language,
    /// Copies what whoever looks into a failure asks for.
    CopyDiagnostics,
    /// Closes the window.
    Quit,
}

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn spec(id: &'static str, icon: Icon, keys: &'static [KeyboardShortcut]) -> Spec {
    Spec { id, icon, keys }
}

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
        Self::Search,
        Self::PreviousCampaign,
        Self::NextCampaign,
        Self::Undo,
        Self::Redo,
        Self::GoAudience,
        Self::GoMessage,
        Self::GoReview,
        Self::Checks,
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
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomActual,
        Self::ZoomFit,
        Self::PopupTheme,
        Self::Launch,
        Self::Pause,
        Self::Resume,
        Self::TakeDown,
        Self::RetryNow,
        Self::ResolveConflict,
        Self::OpenDemo,
        Self::Connections,
        Self::Export(Export::Campaign),
        Self::Export(Export::Library),
        Self::Export(Export::Page),
        Self::Export(Export::Popup),
        Self::Export(Export::Preview),
        Self::Export(Export::Jetlink),
        Self::Import,
        Self::Journey,
        Self::OpenJourney,
        Self::SaveJourney,
        Self::SaveJourneyAs,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ThemeSystem,
        Self::ReduceMotion,
        Self::Language,
        Self::CopyDiagnostics,
        Self::Quit,
    ];

    /// What is fixed about it.
    pub fn spec(self) -> Spec {
        match self {
            Self::Palette => spec(
                "palette",
                Icon::Command,
                const { &[keys(Modifiers::COMMAND, Key::K), keys(Modifiers::COMMAND, Key::P)] },
            ),
            Self::NewCampaign => spec("new", Icon::Plus, const { &[keys(Modifiers::COMMAND, Key::N)] }),
            Self::Duplicate => spec("duplicate", Icon::Copy, const { &[keys(Modifiers::COMMAND, Key::D)] }),
            Self::Rename => spec("rename", Icon::Pencil, const { &[keys(Modifiers::NONE, Key::F2)] }),
            Self::Delete => spec(
                "delete",
                Icon::Trash2,
                const { &[keys(Modifiers::COMMAND, Key::Delete)] },
            ),
            Self::Bin => spec("bin", Icon::Trash2, const { &[] }),
            Self::Versions => spec("versions", Icon::History, const { &[] }),
            Self::Search => spec("search", Icon::Search, const { &[keys(Modifiers::COMMAND, Key::F)] }),
            Self::PreviousCampaign => spec(
                "previous-campaign",
                Icon::ArrowUp,
                const { &[keys(Modifiers::ALT, Key::PageUp)] },
            ),
            Self::NextCampaign => spec(
                "next-campaign",
                Icon::ArrowDown,
                const { &[keys(Modifiers::ALT, Key::PageDown)] },
            ),
            Self::Undo => spec("undo", Icon::Undo2, const { &[keys(Modifiers::COMMAND, Key::Z)] }),
            Self::Redo => spec(
                "redo",
                Icon::Redo2,
                const { &[keys(COMMAND_SHIFT, Key::Z), keys(Modifiers::COMMAND, Key::Y)] },
            ),
            Self::GoAudience => spec(
                "go-audience",
                Icon::Users,
                const { &[keys(Modifiers::COMMAND, Key::Num1)] },
            ),
            Self::GoMessage => spec(
                "go-message",
                Icon::MessageSquare,
                const { &[keys(Modifiers::COMMAND, Key::Num2)] },
            ),
            Self::GoReview => spec(
                "go-review",
                Icon::Rocket,
                const { &[keys(Modifiers::COMMAND, Key::Num3)] },
            ),
            Self::Checks => spec(
                "checks",
                Icon::BadgeCheck,
                const { &[keys(Modifiers::COMMAND, Key::Num4)] },
            ),
            Self::Next => spec(
                "next",
                Icon::ArrowRight,
                const { &[keys(Modifiers::COMMAND, Key::Enter)] },
            ),
            Self::AddCondition => spec("add-condition", Icon::Plus, const { &[keys(COMMAND_SHIFT, Key::A)] }),
            Self::AddGroup => spec("add-group", Icon::Layers, const { &[keys(COMMAND_SHIFT, Key::G)] }),
            Self::FindVisitor => spec(
                "find-visitor",
                Icon::UserRound,
                const { &[keys(COMMAND_SHIFT, Key::F)] },
            ),
            Self::NearestChange => spec(
                "nearest-change",
                Icon::Lightbulb,
                const { &[keys(COMMAND_SHIFT, Key::H)] },
            ),
            Self::VisitorBefore => spec("visitor-before", Icon::Undo2, const { &[keys(COMMAND_SHIFT, Key::B)] }),
            Self::Reach => spec("reach", Icon::Users, const { &[keys(COMMAND_SHIFT, Key::M)] }),
            Self::FrameDesktop => spec(
                "frame-desktop",
                Icon::Monitor,
                const { &[keys(Modifiers::ALT, Key::Num1)] },
            ),
            Self::FrameTablet => spec(
                "frame-tablet",
                Icon::Tablet,
                const { &[keys(Modifiers::ALT, Key::Num2)] },
            ),
            Self::FramePhone => spec(
                "frame-phone",
                Icon::Smartphone,
                const { &[keys(Modifiers::ALT, Key::Num3)] },
            ),
            Self::ZoomIn => spec(
                "zoom-in",
                Icon::ZoomIn,
                const {
                    &[
                        keys(Modifiers::COMMAND, Key::Plus),
                        keys(Modifiers::COMMAND, Key::Equals),
                    ]
                },
            ),
            Self::ZoomOut => spec(
                "zoom-out",
                Icon::ZoomOut,
                const { &[keys(Modifiers::COMMAND, Key::Minus)] },
            ),
            Self::ZoomActual => spec(
                "zoom-actual",
                Icon::Maximize,
                const { &[keys(Modifiers::COMMAND, Key::Num0)] },
            ),
            Self::ZoomFit => spec(
                "zoom-fit",
                Icon::Maximize,
                const { &[keys(Modifiers::COMMAND, Key::Num9)] },
            ),
            Self::PopupTheme => spec("popup-theme", Icon::Contrast, const { &[keys(Modifiers::ALT, Key::T)] }),
            Self::Launch => spec("launch", Icon::Rocket, const { &[keys(COMMAND_SHIFT, Key::L)] }),
            Self::Pause => spec("pause", Icon::Pause, const { &[] }),
            Self::Resume => spec("resume", Icon::Play, const { &[] }),
            Self::TakeDown => spec("take-down", Icon::CircleX, const { &[] }),
            Self::RetryNow => spec("retry-now", Icon::RefreshCw, const { &[keys(COMMAND_SHIFT, Key::R)] }),
            Self::ResolveConflict => spec("resolve-conflict", Icon::GitMerge, const { &[] }),
            Self::OpenDemo => spec(
                "open-demo",
                Icon::ExternalLink,
                const { &[keys(COMMAND_SHIFT, Key::D)] },
            ),
            Self::Connections => spec(
                "connections",
                Icon::Globe,
                const { &[keys(Modifiers::COMMAND, Key::Comma)] },
            ),
            Self::Export(export) => spec(export.id(), export.icon(), export_keys(export)),
            Self::Import => spec("import", Icon::FileUp, const { &[keys(Modifiers::COMMAND, Key::O)] }),
            Self::Journey => spec("journey", Icon::History, const { &[keys(Modifiers::ALT, Key::J)] }),
            Self::OpenJourney => spec("open-journey", Icon::FolderOpen, const { &[] }),
            Self::SaveJourney => spec("save-journey", Icon::Save, const { &[] }),
            Self::SaveJourneyAs => spec("save-journey-as", Icon::FileDown, const { &[] }),
            Self::ThemeLight => spec("theme-light", Icon::Sun, const { &[] }),
            Self::ThemeDark => spec("theme-dark", Icon::Moon, const { &[] }),
            Self::ThemeSystem => spec("theme-system", Icon::Monitor, const { &[] }),
            Self::ReduceMotion => spec("reduce-motion", Icon::Gauge, const { &[] }),
            Self::Language => spec("language", Icon::Languages, const { &[] }),
            Self::CopyDiagnostics => spec("copy-diagnostics", Icon::LifeBuoy, const { &[] }),
            Self::Quit => spec("quit", Icon::LogOut, const { &[keys(Modifiers::COMMAND, Key::Q)] }),
        }
    }
}

fn export_keys(export: Export) -> &'static [KeyboardShortcut] {
    match export {
        Export::Campaign => const { &[keys(Modifiers::COMMAND, Key::E)] },
        Export::Preview => const { &[keys(COMMAND_SHIFT, Key::E)] },
        Export::Library | Export::Page | Export::Popup | Export::Jetlink => const { &[] },
    }
}
