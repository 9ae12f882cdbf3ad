//! The contact sheet of the open campaign: what it is about, and what follows from it.

use std::path::PathBuf;

use egui::{Context, Ui};

use super::{App, Event};
use crate::{
    campaign::{Campaign, LookKey, Rgb},
    desktop::{
        dialogs::{Dialog, EnlargedDialog},
        preview_panel::PreviewLook,
        sheet_page::SheetView,
    },
    popup::{Frame, Picture, PopupContent, Scale, Scene, Theme},
    studio::{
        action::Action,
        command::Command,
        editor_step::EditorStep,
        export::{Source, write_source},
        navigation::{self, Page},
        sheet::{ProofForm, ProofSource, Repair, Screen, Sheet, Subject},
        shell,
        tone::Tone,
        trouble::Trouble,
    },
};

impl App {
    /// What the contact sheet is about; `None` while it is not shown.
    pub fn sheet(&self) -> Option<&Sheet> {
        self.is_sheet_shown().then(|| self.sheet_page.state())
    }

    /// Whether the page is shown: it is about the open campaign.
    pub(super) fn is_sheet_shown(&self) -> bool {
        self.navigation.page() == Page::Sheet && self.sessions.open().is_some()
    }

    /// Shows the contact sheet, or goes back to the editor.
    pub(super) fn turn_sheet(&mut self) {
        self.navigate_on(navigation::Event::Turn(Page::Sheet));
        self.sheet_page.arrive();
    }

    /// Lets the pictures go, with their renderer, once the page is not shown.
    pub(super) fn mind_sheet(&mut self) {
        if self.navigation.page() == Page::Sheet && self.sessions.open().is_none() && self.opening.path().is_none() {
            self.navigate_on(navigation::Event::Page(Page::Editor));
        }
        if !self.is_sheet_shown() {
            self.sheet_page.leave();
        }
    }

    pub(super) fn draw_sheet(&mut self, ui: &mut Ui) {
        let Some(session) = self.sessions.open() else { return };
        let campaign = session.campaign().clone();
        // The pictures that the message names come first, so that nothing is drawn without them.
        if !campaign.pictures().any(|name| self.pictures.is_awaited(name)) {
            self.sheet_page.about(self.subject(&campaign));
        }
        let view = SheetView {
            name: &campaign.name,
            window: ui.ctx().content_rect().width(),
            text: &self.text,
        };
        let at_once = self.tasks.is_at_once();
        self.sheet_page.show(ui, view, at_once, &mut self.actions);
    }

    fn subject(&self, campaign: &Campaign) -> Subject {
        let look = PreviewLook {
            viewport: Frame::Desktop.into(),
            theme: Theme::Light,
            scale: Scale::default(),
        };
        let picture = |name: &str| self.pictures.file(name);
        Subject {
            scene: self.scene(campaign, look),
            without_details: PopupContent::of_campaign(&campaign.content, &serde_json::Map::new(), picture),
        }
    }

    /// Works on the message in this window and theme.
    pub(super) fn show_message_in(&mut self, screen: Screen, theme: Theme) {
        self.preview.show_window(screen.window());
        self.preview.show_theme(theme);
        self.shell_on(shell::Event::ShowSide);
        self.navigate_on(navigation::Event::Step(EditorStep::Message));
    }

    /// Shows a picture of the sheet at 100 %.
    pub(super) fn enlarge(&mut self, ctx: &Context, scene: Scene, title: String) {
        let dialog = EnlargedDialog::new(ctx, title, scene, self.tasks.is_at_once());
        self.dialogs.put(Dialog::Enlarged(Box::new(dialog)));
    }

    /// Puts a colour, or the theme's own, into the look of the open campaign.
    pub(super) fn use_color(&mut self, key: LookKey, color: Option<Rgb>) {
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        session.step("editor-step-look", |campaign| {
            campaign.look.set(key, Some(Repair::value(color)));
        });
        self.refresh_item();
        let (text, undo) = (self.text.t("sheet-used"), self.text.t(&Command::Undo.label_key()));
        self.say_with(Tone::Success, text, undo, Action::Do(Command::Undo));
    }

    /// What a proof of the pictures that are shown is made of.
    fn proof_source(&self) -> Option<ProofSource> {
        let campaign = self.sessions.open()?.campaign();
        let day = self.clock.now().with_timezone(&self.clock.zone()).date_naive();
        ProofSource::of(self.sheet()?, &campaign.name, day, self.text.language())
    }

    /// Writes the contact sheet into a file.
    pub(super) fn export_proof(&self, form: ProofForm, path: PathBuf) {
        let Some(source) = self.proof_source() else { return };
        let source = Source::Proof(Box::new(source), form);
        self.tasks
            .start_to_the_end(Event::Exported(Err(Trouble::BrokeOff)), move || {
                Event::Exported(write_source(source, path))
            });
    }

    /// Draws the contact sheet for the clipboard.
    pub(super) fn copy_proof(&self) {
        let Some(source) = self.proof_source() else { return };
        self.tasks.start(Event::ProofDrawn(Err(Trouble::BrokeOff)), move || {
            Event::ProofDrawn(source.picture())
        });
    }

    /// Puts the contact sheet into the clipboard.
    pub(super) fn proof_drawn(&mut self, ctx: &Context, picture: &Picture) {
        let size = [picture.width as usize, picture.height as usize];
        ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba));
        let text = self.text.t("copied");
        self.say(Tone::Success, text);
    }
}
