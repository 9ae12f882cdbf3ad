//! The icon and the keys of each command.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Spec;
use crate::{
    desktop::theme::Icon,
    studio::{command::Command, export::Export},
};

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const COMMAND_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn spec(icon: Icon, keys: &'static [KeyboardShortcut]) -> Spec {
    Spec { icon, keys }
}

impl Command {
    /// Returns how it is drawn and triggered.
    pub fn spec(self) -> Spec {
        match self {
            Self::Palette => spec(
                Icon::Command,
                const { &[keys(Modifiers::COMMAND, Key::K), keys(Modifiers::COMMAND, Key::P)] },
            ),
            Self::NewCampaign => spec(Icon::Plus, const { &[keys(Modifiers::COMMAND, Key::N)] }),
            Self::Duplicate => spec(Icon::Copy, const { &[keys(Modifiers::COMMAND, Key::D)] }),
            Self::Rename => spec(Icon::Pencil, const { &[keys(Modifiers::NONE, Key::F2)] }),
            Self::Delete => spec(Icon::Trash2, const { &[keys(Modifiers::COMMAND, Key::Delete)] }),
            Self::Bin => spec(Icon::Trash2, const { &[] }),
            Self::Versions => spec(Icon::History, const { &[] }),
            Self::Labels => spec(Icon::Tag, const { &[] }),
            Self::ReplaceAddress => spec(Icon::Repeat, const { &[] }),
            Self::Order => spec(Icon::ArrowUpDown, const { &[] }),
            Self::Search => spec(Icon::Search, const { &[keys(Modifiers::COMMAND, Key::F)] }),
            Self::PreviousCampaign => spec(Icon::ArrowUp, const { &[keys(Modifiers::ALT, Key::PageUp)] }),
            Self::NextCampaign => spec(Icon::ArrowDown, const { &[keys(Modifiers::ALT, Key::PageDown)] }),
            Self::Undo => spec(Icon::Undo2, const { &[keys(Modifiers::COMMAND, Key::Z)] }),
            Self::Redo => spec(
                Icon::Redo2,
                const { &[keys(COMMAND_SHIFT, Key::Z), keys(Modifiers::COMMAND, Key::Y)] },
            ),
            Self::GoAudience => spec(Icon::Users, const { &[keys(Modifiers::COMMAND, Key::Num1)] }),
            Self::GoMessage => spec(Icon::MessageSquare, const { &[keys(Modifiers::COMMAND, Key::Num2)] }),
            Self::GoReview => spec(Icon::Rocket, const { &[keys(Modifiers::COMMAND, Key::Num3)] }),
            Self::Checks => spec(Icon::BadgeCheck, const { &[keys(Modifiers::COMMAND, Key::Num4)] }),
            Self::Calendar => spec(Icon::CalendarDays, const { &[keys(Modifiers::COMMAND, Key::Num6)] }),
            Self::Site => spec(Icon::Globe, const { &[keys(Modifiers::COMMAND, Key::Num5)] }),
            Self::Audiences => spec(Icon::Users, const { &[keys(Modifiers::COMMAND, Key::Num7)] }),
            Self::Sheet => spec(Icon::LayoutGrid, const { &[keys(COMMAND_SHIFT, Key::P)] }),
            Self::Next => spec(Icon::ArrowRight, const { &[keys(Modifiers::COMMAND, Key::Enter)] }),
            Self::AddCondition => spec(Icon::Plus, const { &[keys(COMMAND_SHIFT, Key::A)] }),
            Self::AddGroup => spec(Icon::Layers, const { &[keys(COMMAND_SHIFT, Key::G)] }),
            Self::FindVisitor => spec(Icon::UserRound, const { &[keys(COMMAND_SHIFT, Key::F)] }),
            Self::NearestChange => spec(Icon::Lightbulb, const { &[keys(COMMAND_SHIFT, Key::H)] }),
            Self::VisitorBefore => spec(Icon::Undo2, const { &[keys(COMMAND_SHIFT, Key::B)] }),
            Self::Reach => spec(Icon::Users, const { &[keys(COMMAND_SHIFT, Key::M)] }),
            Self::FrameDesktop => spec(Icon::Monitor, const { &[keys(Modifiers::ALT, Key::Num1)] }),
            Self::FrameTablet => spec(Icon::Tablet, const { &[keys(Modifiers::ALT, Key::Num2)] }),
            Self::FramePhone => spec(Icon::Smartphone, const { &[keys(Modifiers::ALT, Key::Num3)] }),
            Self::FrameAll => spec(Icon::MonitorSmartphone, const { &[keys(Modifiers::ALT, Key::Num4)] }),
            Self::TurnWindow => spec(Icon::RefreshCw, const { &[keys(Modifiers::ALT, Key::Num5)] }),
            Self::ZoomIn => spec(
                Icon::ZoomIn,
                const {
                    &[
                        keys(Modifiers::COMMAND, Key::Plus),
                        keys(Modifiers::COMMAND, Key::Equals),
                    ]
                },
            ),
            Self::ZoomOut => spec(Icon::ZoomOut, const { &[keys(Modifiers::COMMAND, Key::Minus)] }),
            Self::ZoomActual => spec(Icon::Maximize, const { &[keys(Modifiers::COMMAND, Key::Num0)] }),
            Self::ZoomFit => spec(Icon::Maximize, const { &[keys(Modifiers::COMMAND, Key::Num9)] }),
            Self::PopupTheme => spec(Icon::Contrast, const { &[keys(Modifiers::ALT, Key::T)] }),
            Self::LibraryPictures => spec(Icon::Image, const { &[] }),
            Self::Sidebar => spec(Icon::PanelLeft, const { &[keys(Modifiers::COMMAND, Key::B)] }),
            Self::SidePanel => spec(Icon::PanelRight, const { &[keys(Modifiers::NONE, Key::F8)] }),
            Self::NextRegion => spec(Icon::ArrowRight, const { &[keys(Modifiers::NONE, Key::F6)] }),
            Self::PreviousRegion => spec(Icon::ArrowLeft, const { &[keys(Modifiers::SHIFT, Key::F6)] }),
            Self::InterfaceLarger => spec(
                Icon::ZoomIn,
                const { &[keys(COMMAND_ALT, Key::Plus), keys(COMMAND_ALT, Key::Equals)] },
            ),
            Self::InterfaceSmaller => spec(Icon::ZoomOut, const { &[keys(COMMAND_ALT, Key::Minus)] }),
            Self::InterfaceUsual => spec(Icon::Maximize, const { &[keys(COMMAND_ALT, Key::Num0)] }),
            Self::Launch => spec(Icon::Rocket, const { &[keys(COMMAND_SHIFT, Key::L)] }),
            Self::Pause => spec(Icon::Pause, const { &[] }),
            Self::Resume => spec(Icon::Play, const { &[] }),
            Self::TakeDown => spec(Icon::CircleX, const { &[] }),
            Self::RetryNow => spec(Icon::RefreshCw, const { &[keys(COMMAND_SHIFT, Key::R)] }),
            Self::ResolveConflict => spec(Icon::GitMerge, const { &[] }),
            Self::OpenDemo => spec(Icon::ExternalLink, const { &[keys(COMMAND_SHIFT, Key::D)] }),
            Self::PublishSite => spec(Icon::Rocket, const { &[] }),
            Self::Connections => spec(Icon::Globe, const { &[keys(Modifiers::COMMAND, Key::Comma)] }),
            Self::Export(export) => spec(export_icon(export), export_keys(export)),
            Self::Import => spec(Icon::FileUp, const { &[keys(Modifiers::COMMAND, Key::O)] }),
            Self::OpenLibrary => spec(Icon::FolderOpen, const { &[keys(COMMAND_SHIFT, Key::O)] }),
            Self::Settings => spec(Icon::Settings, const { &[keys(Modifiers::ALT, Key::Comma)] }),
            Self::Journey => spec(Icon::History, const { &[keys(Modifiers::ALT, Key::J)] }),
            Self::OpenJourney => spec(Icon::FolderOpen, const { &[] }),
            Self::SaveJourney => spec(Icon::Save, const { &[] }),
            Self::SaveJourneyAs => spec(Icon::FileDown, const { &[] }),
            Self::ThemeLight => spec(Icon::Sun, const { &[] }),
            Self::ThemeDark => spec(Icon::Moon, const { &[] }),
            Self::ThemeSystem => spec(Icon::Monitor, const { &[] }),
            Self::ReduceMotion => spec(Icon::Gauge, const { &[] }),
            Self::Language => spec(Icon::Languages, const { &[] }),
            Self::Help => spec(
                Icon::CircleHelp,
                const { &[keys(Modifiers::NONE, Key::F1), keys(Modifiers::NONE, Key::Questionmark)] },
            ),
            Self::CopyDiagnostics => spec(Icon::LifeBuoy, const { &[] }),
            Self::Quit => spec(Icon::LogOut, const { &[keys(Modifiers::COMMAND, Key::Q)] }),
        }
    }
}

fn export_keys(export: Export) -> &'static [KeyboardShortcut] {
    match export {
        Export::Campaign => const { &[keys(Modifiers::COMMAND, Key::E)] },
        Export::Preview => const { &[keys(COMMAND_SHIFT, Key::E)] },
        Export::Selection
        | Export::Library
        | Export::Page
        | Export::Popup
        | Export::Jetlink
        | Export::Xliff
        | Export::Table => const { &[] },
    }
}

/// Returns the icon before the name of an export.
pub fn export_icon(export: Export) -> Icon {
    match export {
        Export::Campaign => Icon::FileJson,
        Export::Selection | Export::Library => Icon::Layers,
        Export::Page => Icon::Globe,
        Export::Popup => Icon::Image,
        Export::Preview => Icon::Monitor,
        Export::Jetlink => Icon::Code,
        Export::Xliff | Export::Table => Icon::Languages,
    }
}
