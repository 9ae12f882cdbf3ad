//! Lets the message be worked on in the preview: tells [`crate::studio::canvas`] what happens there and in the editor's fields, and carries out what
//! follows.

use std::time::Duration;

use egui::{Context, Id, Ui};

use super::App;
use crate::{
    campaign::{Campaign, ContentType, LookKey, MessagePart, Style, TextPart},
    desktop::preview_panel::{CanvasAct, CanvasView},
    library::PictureUse,
    studio::{
        action::Action,
        arrival::{Arrival, Pace},
        canvas::{Canvas, CardWidth, Event, Held, Request, choosable, shown_by},
        echo,
        editor_step::EditorStep,
        navigation::{self, Page},
        session::Edit,
        shell::{self, Region, SideForm},
        tone::Tone,
    },
};

/// The chosen part, and what is known of the keyboard.
#[derive(Debug, Default)]
pub(super) struct Canvassing {
    canvas: Canvas,
    /// The session whose message it is.
    session: Option<u64>,
    /// The width to which the card is being dragged.
    width: Option<u32>,
    /// The part in the preview that the keyboard is to go to.
    keyboard: Option<MessagePart>,
    /// The place of the message whose field has the keyboard in this frame.
    field: Option<&'static str>,
    /// The control that had the keyboard in the frame before.
    focus: Option<Id>,
}

impl Canvassing {
    /// The chosen part.
    pub(super) fn part(&self) -> Option<MessagePart> {
        self.canvas.part()
    }

    /// Whether a text is typed into in the preview.
    pub(super) fn is_typing(&self) -> bool {
        matches!(self.canvas.held(), Held::Typing(_))
    }

    /// Notes the place of the message whose field has the keyboard.
    pub(super) fn note_field(&mut self, place: Option<&'static str>) {
        self.field = place;
    }
}

impl App {
    /// The parts of the open campaign's message that can be worked on in the preview, in reading order; `None` while none can.
    fn canvas_parts(&self) -> Option<Vec<MessagePart>> {
        if !self.edits_preview() || self.journey.shown {
            return None;
        }
        let session = self.sessions.open()?;
        Some(choosable(&session.campaign().content, |part| self.preview.shows(part)))
    }

    /// The type of the open campaign's message; a draft without one yet is shown as a rich card.
    pub(super) fn message_kind(&self) -> Option<ContentType> {
        let session = self.sessions.open()?;
        Some(session.campaign().content.kind.known().unwrap_or(ContentType::Rich))
    }

    /// Shows the preview, with the parts of the message on it where they can be worked on.
    pub(super) fn draw_preview_on(&mut self, ui: &mut Ui) {
        let can_edit = self.canvas_parts().is_some();
        let listens = self.dialogs.is_free() && !egui::Popup::is_any_open(ui.ctx());
        if !can_edit {
            self.cropping.leave();
        }
        let session = self.sessions.open().filter(|_| can_edit);
        let card = self.card_width();
        let crop = self.cropping.view(session.map(|session| session.number()));
        let nobody = serde_json::Map::new();
        let details = if self.preview.without_details {
            &nobody
        } else {
            &self.simulated.visitor.custom
        };
        let content = session.map(|session| self.as_spoken(session.campaign().clone()).content);
        let view = content.as_ref().map(|content| CanvasView {
            held: self.canvas.canvas.held(),
            content,
            details,
            visitor: self.simulated.preset,
            crop,
            card,
            attributes: self.keys.attributes(),
            keyboard: self.canvas.keyboard,
            listens,
        });
        let acts = self.preview.show(ui, &self.text, view.as_ref(), &mut self.actions);
        self.canvas.keyboard = None;
        let now = Duration::from_secs_f64(ui.input(|input| input.time).max(0.0));
        for act in acts {
            match act {
                CanvasAct::On(event) => self.canvas_on(event),
                CanvasAct::Write(part, text) => self.write_text(now, part, text),
                CanvasAct::Crop(act) => self.crop_on(act),
                CanvasAct::Width(width) => self.write_width(now, width),
                CanvasAct::DragWidth(width) => self.canvas.width = Some(width),
                CanvasAct::Drop => self.drop_width(),
                CanvasAct::SayCut(most) => {
                    let words = self.text.tv("editor-paste-cut", &[("count", most.into())]);
                    self.say(Tone::Neutral, words);
                }
            }
            // What was drawn before shows what was.
            ui.request_repaint();
        }
    }

    /// F2 in the field of a text goes on where the pop-up shows it.
    pub(super) fn type_in_place(&mut self, ctx: &Context) {
        let Held::Part(part @ MessagePart::Text(_)) = self.canvas.canvas.held() else {
            return;
        };
        let in_field = self.dialogs.is_free() && self.focused_region(ctx) == Some(Region::Editor);
        if in_field && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F2)) {
            self.canvas_on(Event::Press(part));
        }
    }

    /// How wide the open campaign's card is, by its own look or the site's.
    fn card_width(&self) -> Option<CardWidth> {
        let campaign = self.sessions.open()?.campaign();
        let style = Style::of(&[&campaign.look, &self.preview.site.brand.look]);
        let card = CardWidth::of(self.message_kind()?, &style)?;
        Some(card.with_width(self.canvas.width.unwrap_or(card.width)))
    }

    /// A campaign as it is drawn: while its card is dragged, in that width.
    pub(super) fn as_dragged(&self, mut campaign: Campaign) -> Campaign {
        if let Some(width) = self.canvas.width {
            campaign.look.set(LookKey::Width, Some(width.into()));
        }
        campaign
    }

    /// However long it takes, a drag is one step.
    fn drop_width(&mut self) {
        if let (Some(width), Some(session)) = (self.canvas.width.take(), self.sessions.open_mut()) {
            session.step("editor-step-look", |campaign| {
                campaign.look.set(LookKey::Width, Some(width.into()));
            });
        }
    }

    fn write_width(&mut self, now: Duration, width: u32) {
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        session.edit(now, |campaign| {
            campaign.look.set(LookKey::Width, Some(width.into()));
            Some(Edit::Typed("editor-step-look", "/look/width".to_owned()))
        });
    }

    fn write_text(&mut self, now: Duration, part: TextPart, text: String) {
        let tag = self.written_tag().map(str::to_owned);
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        session.edit(now, |campaign| {
            let text = (!text.is_empty()).then_some(text);
            let place = match &tag {
                Some(tag) => {
                    echo::write_in(&mut campaign.content, tag, part, text);
                    part.pointer_in(tag)
                }
                None => {
                    echo::write(&mut campaign.content, part, text);
                    part.pointer().to_owned()
                }
            };
            Some(Edit::Typed("editor-step-text", place))
        });
    }

    /// Whether the step of the editor is about what the preview shows.
    pub(super) fn edits_preview(&self) -> bool {
        let is_message = self.navigation.page() == Page::Editor && self.navigation.step() == EditorStep::Message;
        is_message && self.sessions.open().is_some() && !self.is_gallery_shown()
    }

    pub(super) fn canvas_on(&mut self, event: Event) {
        let parts = self.canvas_parts().unwrap_or_default();
        match self.canvas.canvas.on(event, &parts) {
            Some(Request::Field(place)) => {
                // A field under the preview cannot be seen without closing the preview.
                match self.shell.arrange(self.width).side {
                    Some((SideForm::Over, _)) => self.canvas.keyboard = self.canvas.part(),
                    Some((SideForm::Panel | SideForm::Drawer, _)) | None => {
                        self.navigate_on(navigation::Event::Place(EditorStep::Message, Some(place.to_owned())));
                    }
                }
            }
            Some(Request::Reveal(place)) => self.navigate_on(navigation::Event::Changed(place.to_owned())),
            Some(Request::Part(part)) => self.canvas.keyboard = Some(part),
            Some(Request::ChoosePicture) => self.actions.send(Action::ChoosePicture(PictureUse::Card)),
            None => {}
        }
    }

    /// Plays how the open campaign's pop-up comes onto the page.
    pub(super) fn play_entrance(&mut self, ctx: &Context, pace: Pace) {
        let Some(session) = self.sessions.open() else { return };
        let campaign = session.campaign();
        let site = &self.preview.site.brand.look;
        // On the page of the site, what is worked on there is played, and at once.
        let (style, delay) = match self.navigation.page() {
            Page::Site => (Style::of(&[site]), 0.0),
            Page::Editor | Page::Checks | Page::Calendar | Page::Gallery | Page::Sheet | Page::Audiences => {
                let style = Style::of(&[&campaign.look, site]);
                (style, campaign.schedule.delay_seconds())
            }
        };
        let pace = match pace {
            Pace::Usual if self.settings.reduces_motion() => Pace::Still,
            Pace::Usual | Pace::Slow | Pace::Still => pace,
        };
        let arrival = Arrival::new(&style, delay, pace);
        self.shell_on(shell::Event::ShowSide);
        self.preview.play(ctx, arrival);
    }

    /// Follows the keyboard: a field chooses the part that shows it, and anything else in the window lets it go.
    pub(super) fn mind_canvas(&mut self, ctx: &Context) {
        let focus = ctx.memory(egui::Memory::focused);
        let moved = std::mem::replace(&mut self.canvas.focus, focus) != focus;
        let session = self.sessions.open().map(|session| session.number());
        let is_other = std::mem::replace(&mut self.canvas.session, session) != session;
        if is_other || self.canvas_parts().is_none() {
            self.canvas.width = None;
            self.canvas_on(Event::LetGo);
        }
        let (true, Some(kind)) = (moved && focus.is_some(), self.message_kind()) else {
            return;
        };
        let field = self.canvas.field.and_then(|place| shown_by(place, kind));
        // A field may have had the keyboard in this frame until the preview took it.
        match (self.focused_region(ctx), field) {
            (Some(Region::Preview) | None, _) => return,
            (Some(Region::Editor), Some(part)) => self.canvas_on(Event::Field(part)),
            (Some(Region::Library | Region::Header | Region::Editor | Region::Visitor), _) => {
                self.canvas_on(Event::Elsewhere);
            }
        }
        ctx.request_repaint();
    }
}
