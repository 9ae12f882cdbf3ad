//! The recipient of a key: the dialog in front, the focused text field, or a command; and which commands are available now.

use egui::Context;

use super::App;
use crate::{
    desktop::{
        commands::{Situation, Typing},
        widgets,
    },
    studio::{
        command::Command,
        export::Export,
        navigation::Page,
        shell::{self, Region},
        undoing::Direction,
    },
};

impl App {
    /// Returns the command whose keys were pressed in this frame, if it receives them and is available. The key is then consumed; any other
    /// stays with the focused control.
    pub(super) fn pressed_command(&self, ctx: &Context) -> Option<Command> {
        let situation = Situation {
            in_dialog: !self.dialogs.is_free(),
            typing: self.typing(ctx),
        };
        let edits = widgets::has_edit_key(ctx);
        Command::pressed(ctx, |command, keys| {
            if edits && command == Command::Rename {
                return false;
            }
            // A field of the document must not undo what the document has no step for.
            let of_document = situation.typing == Typing::Document && command.is_history();
            situation.leaves(keys, command) && (of_document || self.can(command))
        })
    }

    /// Where text is being typed.
    fn typing(&self, ctx: &Context) -> Typing {
        if !ctx.text_edit_focused() {
            return Typing::Nowhere;
        }
        // Menus and pickers are in front of their subject, and have their own searches: they are in no part.
        match self.focused_region(ctx) {
            Some(Region::Editor) if self.is_document_shown() => Typing::Document,
            Some(Region::Visitor) if self.journey.is_active() => Typing::Document,
            Some(Region::Preview) if self.canvas.is_typing() => Typing::Document,
            Some(Region::Library | Region::Header | Region::Editor | Region::Preview | Region::Visitor) | None => {
                Typing::Own
            }
        }
    }

    /// Whether the editor has a document whose changes can be undone: the open campaign, or that of the site.
    fn is_document_shown(&self) -> bool {
        match self.navigation.page() {
            Page::Editor => !self.is_gallery_shown() && self.sessions.open().is_some(),
            Page::Site => true,
            Page::Audiences => self.audiences.open().is_some(),
            Page::Checks | Page::Calendar | Page::Gallery | Page::Sheet => false,
        }
    }

    /// Whether a command would do anything now. The palette offers no others, and their keys stay with the focused control.
    pub(super) fn can(&self, command: Command) -> bool {
        use Command as C;
        let open = self.sessions.open_path();
        let item = open.and_then(|path| self.shelf.item(path));
        match command {
            C::Palette
            | C::NewCampaign
            | C::Search
            | C::Bin
            | C::ReplaceAddress
            | C::Order
            | C::Checks
            | C::Calendar
            | C::Site
            | C::Audiences
            | C::RetryNow
            | C::Connections
            | C::FrameDesktop
            | C::FrameTablet
            | C::FramePhone
            | C::FrameAll
            | C::TurnWindow
            | C::ZoomIn
            | C::ZoomOut
            | C::ZoomActual
            | C::ZoomFit
            | C::PopupTheme
            | C::LibraryPictures
            | C::Sidebar
            | C::NextRegion
            | C::PreviousRegion
            | C::InterfaceUsual
            | C::Import
            | C::OpenLibrary
            | C::Settings
            | C::Journey
            | C::OpenJourney
            | C::ThemeLight
            | C::ThemeDark
            | C::ThemeSystem
            | C::ReduceMotion
            | C::Language
            | C::Help
            | C::CopyDiagnostics
            | C::Quit => true,
            C::SidePanel => !self.is_gallery_shown() && !self.is_sheet_shown(),
            C::InterfaceLarger => shell::larger(self.settings.zoom()).is_some(),
            C::InterfaceSmaller => shell::smaller(self.settings.zoom()).is_some(),
            C::Duplicate
            | C::Rename
            | C::Delete
            | C::Versions
            | C::Labels
            | C::GoAudience
            | C::GoMessage
            | C::GoReview
            | C::Sheet
            | C::Next
            | C::AddCondition
            | C::AddGroup
            | C::FindVisitor
            | C::NearestChange
            | C::Reach
            | C::Launch
            | C::OpenDemo
            | C::SaveJourney
            | C::SaveJourneyAs => open.is_some(),
            C::Export(Export::Selection) => !self.library_panel.selection.is_empty(),
            C::Export(export) => open.is_some() || !export.needs_campaign(),
            C::Pause | C::Resume | C::TakeDown | C::ResolveConflict => {
                item.is_some_and(|item| item.commands().contains(&command))
            }
            C::PublishSite => self.can_publish_site(),
            C::PreviousCampaign => self.library_panel.neighbour(&self.shelf, open, false).is_some(),
            C::NextCampaign => self.library_panel.neighbour(&self.shelf, open, true).is_some(),
            C::Undo => self.can_walk(Direction::Undo),
            C::Redo => self.can_walk(Direction::Redo),
            C::VisitorBefore => self.inquiring.has_visitor_before(),
        }
    }
}
