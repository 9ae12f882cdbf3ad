//! The page that shows the findings about the whole library, in the middle of the window.
//!
//! It changes only its own appearance: each line requests its place, or the visitor who demonstrates it.

mod list;
mod row;

use egui::{Align, Id, Layout, Ui, vec2};

use super::{
    page_head::{self, PageHead},
    theme::{Icon, Type, height, palette, space},
    widgets::{self, Button},
};
use crate::{
    studio::{
        action::{Action, Actions},
        command::Command,
        survey::{Report, ReportLine, Section},
    },
    wording::text::Text,
};

/// The state of the page: the search text, and the section shown.
#[derive(Debug, Default)]
pub struct ChecksPage {
    wanted: String,
    section: Option<Section>,
}

/// What the page shows.
#[derive(Clone, Copy)]
pub struct ChecksView<'a> {
    /// What was found last.
    pub report: &'a Report,
    /// Whether something was found at all yet.
    pub is_there: bool,
    /// Whether something newer is being worked on.
    pub working: bool,
    /// The name of the open campaign; `None` when none is open.
    pub open: Option<&'a str>,
    /// The words.
    pub text: &'a Text,
}

/// The request of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Its place in its campaign.
    Place,
    /// The visitor who shows it.
    Visitor,
}

impl ChecksPage {
    /// Shows the page over the whole of `ui`.
    pub fn show(&mut self, ui: &mut Ui, view: ChecksView<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = space::S;
        self.head(ui, view, actions);
        self.chips(ui, view);
        if view.report.too_many {
            let words = view.text.t("checks-too-many");
            ui.add(egui::Label::new(Type::Caption.text(words, palette(ui).text_muted)).wrap());
        }
        ui.add_space(space::XS);
        let matching = view.report.matching(&self.wanted, self.section);
        if matching.is_empty() {
            self.nothing(ui, view);
            return;
        }
        if let Some((index, asked)) = list::show(ui, view, &matching)
            && let Some(line) = view.report.lines.get(index)
        {
            ask(line, asked, actions);
        }
    }

    fn head(&mut self, ui: &mut Ui, view: ChecksView<'_>, actions: &mut Actions) {
        let text = view.text;
        let wide = ui.available_width() >= 560.0;
        ui.horizontal(|ui| {
            ui.set_height(height::CONTROL);
            let head = PageHead {
                command: Command::Checks,
                title: "checks",
                open: view.open,
                narrow: false,
            };
            page_head::show(ui, head, text, actions);
            if view.working || !view.is_there {
                working(ui, &text.t("checks-working"));
            }
            if wide {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let room = vec2(240.0_f32.min(ui.available_width()), height::CONTROL);
                    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| self.search(ui, view));
                });
            }
        });
        if !wide {
            self.search(ui, view);
        }
    }

    fn search(&mut self, ui: &mut Ui, view: ChecksView<'_>) {
        let name = view.text.t("checks-search");
        widgets::search_field(ui, Id::unique("checks search"), &mut self.wanted, &name);
    }

    fn chips(&mut self, ui: &mut Ui, view: ChecksView<'_>) {
        if view.report.lines.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, space::XS);
            for section in Section::ALL.iter().copied() {
                let count = view.report.count(section);
                let chosen = self.section == Some(section);
                if count == 0 && !chosen {
                    continue;
                }
                if widgets::chip(ui, &view.text.t(section.label_key()), count, chosen).clicked() {
                    self.section = (!chosen).then_some(section);
                }
            }
        });
    }

    /// Shows why there are no lines: nothing was found, nothing is known yet, or nothing matches the search.
    fn nothing(&mut self, ui: &mut Ui, view: ChecksView<'_>) {
        let (p, text) = (palette(ui), view.text);
        let narrowed = !view.report.lines.is_empty();
        let (icon, tone, title, detail) = match (view.is_there, narrowed) {
            (false, _) => (
                Icon::Hourglass,
                crate::studio::tone::Tone::Neutral,
                text.t("checks-working"),
                String::new(),
            ),
            (true, true) => (
                Icon::Search,
                crate::studio::tone::Tone::Neutral,
                text.t("checks-none-match"),
                String::new(),
            ),
            (true, false) => (
                Icon::CircleCheck,
                crate::studio::tone::Tone::Success,
                text.t("checks-nothing"),
                text.tv("checks-nothing-detail", &[("count", view.report.campaigns.into())]),
            ),
        };
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.24);
            let (rect, _) = ui.allocate_exact_size(vec2(56.0, 56.0), egui::Sense::hover());
            ui.painter().circle_filled(rect.center(), 28.0, tone.soft(p));
            icon.paint(ui.painter(), rect.center(), 26.0, tone.color(p));
            ui.add_space(space::S);
            ui.label(Type::Heading.text(title, p.text));
            if !detail.is_empty() {
                ui.label(Type::Body.text(detail, p.text_muted));
            }
            if narrowed && ui.add(Button::secondary(text.t("checks-show-all")).small()).clicked() {
                self.wanted.clear();
                self.section = None;
            }
        });
    }
}

/// A small sign that something newer is being worked on.
fn working(ui: &mut Ui, word: &str) {
    let p = palette(ui);
    ui.add_space(space::XS);
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, height::SMALL), egui::Sense::hover());
    Icon::Hourglass.paint(ui.painter(), rect.center(), 13.0, p.text_faint);
    ui.label(Type::Caption.text(word, p.text_faint));
}

fn ask(line: &ReportLine, asked: Asked, actions: &mut Actions) {
    match (asked, &line.meeting) {
        (Asked::Visitor, Some(meeting)) => actions.send(Action::Meet(
            Some(meeting.path.clone()),
            Box::new(meeting.visitor.clone()),
            meeting.at,
        )),
        _ => actions.send(Action::OpenAt(line.path.clone(), line.place.clone())),
    }
}
