//! Short messages at the bottom of the window, each with at most one thing to do, such as *Undo*.

use egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Stroke, Ui, vec2};

use super::{Button, button::icon_button};
use crate::{
    desktop::theme::{Icon, Type, palette, radius, space},
    studio::tone::Tone,
};

/// How long a message stays, in seconds.
const STAYS: f64 = 6.0;
/// How long a problem stays, and a message with something to do, in seconds.
const IMPORTANT_STAYS: f64 = 14.0;
/// How long a message stays at least after the pointer has left it, in seconds.
const HELD: f64 = 2.0;
/// Widths of a message's text, in points: at least, at most, and how much less than the window, so that it covers no panel's foot.
const LEAST: f32 = 240.0;
const MOST_WIDE: f32 = 480.0;
const ASIDE: f32 = 560.0;
/// How many are kept.
const MOST: usize = 4;

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast<A> {
    /// Its text.
    pub text: String,
    /// How serious it is.
    pub tone: Tone,
    /// The word on its button and what pressing it answers.
    pub action: Option<(String, A)>,
}

/// What the user did with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToastAnswer<A> {
    /// Pressed its button.
    Acted(A),
    /// Closed it.
    Closed,
}

/// A message on the screen.
#[derive(Debug)]
struct Shown<A> {
    number: u64,
    toast: Toast<A>,
    /// Of messages with one subject the newest alone is shown.
    subject: Option<&'static str>,
    /// When it disappears, in seconds since the app started; `None` before it was drawn.
    until: Option<f64>,
}

/// The messages that are shown.
#[derive(Debug)]
pub struct Toasts<A> {
    shown: Vec<Shown<A>>,
    next: u64,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self {
            shown: Vec::new(),
            next: 0,
        }
    }
}

impl<A: Clone> Toasts<A> {
    /// Adds a message; the oldest makes room.
    pub fn push(&mut self, toast: Toast<A>) {
        self.add(toast, None);
    }

    /// Adds a message in place of the one with the same subject.
    pub fn replace(&mut self, subject: &'static str, tone: Tone, text: impl Into<String>) {
        self.shown.retain(|shown| shown.subject != Some(subject));
        let text = text.into();
        let toast = Toast {
            text,
            tone,
            action: None,
        };
        self.add(toast, Some(subject));
    }

    /// Adds a message about a state, until [`Toasts::retire`] ends it.
    pub fn push_about(&mut self, subject: &'static str, toast: Toast<A>) {
        self.add(toast, Some(subject));
    }

    /// Removes the messages about a subject: they are no longer true.
    pub fn retire(&mut self, subject: &'static str) {
        self.shown.retain(|shown| shown.subject != Some(subject));
    }

    fn add(&mut self, toast: Toast<A>, subject: Option<&'static str>) {
        if self.shown.len() == MOST {
            self.shown.remove(0);
        }
        self.shown.push(Shown {
            number: self.next,
            toast,
            subject,
            until: None,
        });
        self.next += 1;
    }

    /// Shows the messages above the window's lower edge; `close` names the button that closes one.
    pub fn show(&mut self, ui: &Ui, close: &str) -> Option<ToastAnswer<A>> {
        let now = ui.input(|input| input.time);
        for shown in &mut self.shown {
            let stays = if shown.toast.tone == Tone::Danger || shown.toast.action.is_some() {
                IMPORTANT_STAYS
            } else {
                STAYS
            };
            shown.until.get_or_insert(now + stays);
        }
        self.shown.retain(|shown| shown.until.is_none_or(|until| until > now));
        if let Some(next) = self.shown.iter().filter_map(|shown| shown.until).reduce(f64::min) {
            ui.ctx().request_repaint_after_secs((next - now) as f32 + 0.02);
        }
        let mut answer = None;
        let mut above = -space::XL;
        for Shown {
            number, toast, until, ..
        } in self.shown.iter_mut().rev()
        {
            let area = Area::new(Id::unique(("toast", *number)))
                .order(Order::Foreground)
                .anchor(Align2::CENTER_BOTTOM, vec2(0.0, above));
            let shown = area.show(ui.ctx(), |ui| one(ui, toast, close));
            above -= shown.response.rect.height() + space::S;
            // Who points at it is reading it, or about to press its button.
            if shown.response.contains_pointer() {
                *until = until.map(|until| until.max(now + HELD));
            }
            if let Some(given) = shown.inner {
                answer = Some((*number, given));
            }
        }
        let (number, answer) = answer?;
        self.shown.retain(|shown| shown.number != number);
        Some(answer)
    }
}

fn one<A: Clone>(ui: &mut Ui, toast: &Toast<A>, close: &str) -> Option<ToastAnswer<A>> {
    let p = palette(ui);
    let icon = match toast.tone {
        Tone::Success => Icon::CircleCheck,
        Tone::Danger => Icon::CircleAlert,
        Tone::Warning => Icon::TriangleAlert,
        Tone::Neutral | Tone::Accent => Icon::Info,
    };
    let frame = Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.border))
        .corner_radius(CornerRadius::same(radius::L))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin {
            left: 14,
            right: 8,
            top: 8,
            bottom: 8,
        });
    frame
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(18.0, 20.0), egui::Sense::hover());
                icon.paint(ui.painter(), rect.center(), 17.0, toast.tone.color(p));
                let said = ui.scope(|ui| {
                    ui.set_max_width((ui.ctx().content_rect().width() - ASIDE).clamp(LEAST, MOST_WIDE));
                    ui.add(egui::Label::new(Type::Body.text(&toast.text, p.text)).wrap())
                });
                let said = said.inner;
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    // Screen readers say it without being asked.
                    node.set_live(egui::accesskit::Live::Polite);
                });
                ui.add_space(space::S);
                let acted = toast.action.as_ref().and_then(|(word, action)| {
                    ui.add(Button::secondary(word).small())
                        .clicked()
                        .then(|| ToastAnswer::Acted(action.clone()))
                });
                let closed = icon_button(ui, Icon::X, close).clicked().then_some(ToastAnswer::Closed);
                acted.or(closed)
            })
            .inner
        })
        .inner
}
