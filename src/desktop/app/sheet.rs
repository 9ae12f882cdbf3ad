//! The contact sheet of the open campaign: what it is about, and what follows from it.

use std::path::PathBuf;

use egui::{Context, Ui};

use super::{App, Event};
use crate::{
    campaign::{Campaign, LookKey, Rgb, same_language},
    desktop::{
        dialogs::{Dialog, EnlargedDialog},
        preview_panel::PreviewLook,
        sheet_page::{SheetLanguage, SheetView},
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
    wording::language_label,
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
        let languages = self.sheet_languages(session.campaign());
        let campaign = self.as_written(session.campaign().clone());
        // The pictures that the message names come first, so that nothing is drawn without them.
        if !campaign.pictures().any(|name| self.pictures.is_awaited(name)) {
            self.sheet_page.about(self.subject(&campaign));
        }
        let view = SheetView {
            name: &campaign.name,
            languages: &languages,
            window: ui.ctx().content_rect().width(),
            text: &self.text,
        };
        let at_once = self.tasks.is_at_once();
        self.sheet_page.show(ui, view, at_once, &mut self.actions);
    }

    /// The languages of a message, its own first; none where there is only one.
    fn sheet_languages(&self, campaign: &Campaign) -> Vec<SheetLanguage> {
        let content = &campaign.content;
        if content.translations.is_empty() {
            return Vec::new();
        }
        let words = self.text.language();
        let written = self.written_tag();
        let own = content.language.as_deref().or(self.site.language());
        let own = own.map_or_else(|| self.text.t("editor-language-own"), |tag| language_label(tag, words));
        let own = SheetLanguage {
            name: self.text.tv("editor-language-is-own", &[("language", own.into())]),
            tag: None,
            chosen: written.is_none(),
        };
        let others = content.translations.iter().map(|translation| SheetLanguage {
            name: language_label(&translation.tag, words),
            tag: Some(translation.tag.clone()),
            chosen: written.is_some_and(|tag| same_language(tag, &translation.tag)),
        });
        std::iter::once(own).chain(others).collect()
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
